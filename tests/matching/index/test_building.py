"""What is computed for a whole list at once equals what the definitions give for each word and name."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.index.arrays import Ragged, by_first_appearance, distinct, positions, sorted_unique
from matching.index.building import build_index
from matching.index.bulk_names import bulk_names
from matching.index.phrases import variant_phrases
from matching.index.variants.name_variants import name_variants
from matching.index.word_pairs import index_pairs
from matching.names.inflection import listed_stem_texts, listed_stems, written_stem_texts, written_stems
from matching.text.folding import fold_all, fold_words
from matching.watchlist.model import Actor, ExclusionTerms, Watchlist
from matching.watchlist.roster import Roster

_PIECES = """
    Kim Kwang-jin Jong-un Dr. Ayman al Al-Zawahiri bin Abdul Rahman Jr. O'Neill d'Angelo J. R. JR KJ van der Berg
    Ivan Ivanovich Petrov Иван Петрович Иванов محمد علي 金光进 김광진 キム MV M/T TSS Trading Bank of & and LLC Co.,
    Ltd. d.o.o. GmbH José Müller Łukasz İbrahim Σταύρος Li Wu A « » "Danny" (Abu 'Max' , - 2nd XII x² Ⅻ Ꙗ
    'Abd-al-'Aziz 'Ali O’Brien’s Dbiya' 金 公司 有限公司 司 ООО о.о.о. Xs ao С.п.А. ʻи 주식회사 광진 ไทย Ltd.) ’Ali’
    Noureddine Din McCrath Mac Machado Abdelkader
"""
PIECES = _PIECES.split()
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
LISTED = sorted({word for piece in PIECES for word in fold_words(piece)})
WORDS = st.lists(st.sampled_from(LISTED) | st.text("abdeiklmnor", min_size=1), min_size=1, unique=True)


@given(st.lists(NAMES, min_size=1), st.integers(0))
def test_bulk_names_equal_names_parsed_one_by_one(names: list[str], kinds: int) -> None:
    persons = np.array([bool(kinds >> number & 1) for number in range(len(names))])
    found = bulk_names(names, persons)
    for row, number in enumerate(found.rows.tolist()):
        [variant] = name_variants(number, Actor("a", names[number], "person" if persons[number] else "organisation"))
        named = variant.name.named if variant.is_alphabetic else ()
        assert words_of(found.words, row, found.vocabulary) == list(variant.name.words)
        assert words_of(found.named, row, found.vocabulary) == [variant.name.words[index] for index in named]
        patterns = [(found.patterns[place], "exact") for place in (found.owners == row).nonzero()[0]]
        assert patterns == [(one.pattern, how) for one, how in variant_phrases(variant)]


def words_of(rows: Ragged, row: int, vocabulary: list[str]) -> list[str]:
    return [vocabulary[number] for number in rows.take(np.array([row])).values]


USUAL = """
    Kwame Boateng | Dr. Ayman Al Zawahiri | José Zubiri | Иван Петрович Иванов | Al-Aziz O'Neill | 金光进 | ياسين مطرودي
"""


@pytest.mark.parametrize("name", [name.strip() for name in USUAL.split("|")])
def test_usual_names_need_no_parsing(name: str) -> None:
    assert bulk_names([name], np.array([True])).rows.tolist() == [0]


@pytest.mark.parametrize(
    "name",
    [
        "김광진",
        "ياسين المطرودي",
        "Abd al-Karim Torvald",
        "Noureddine Torvald",
        "Jane McCrath",
        "Jane Mac Crath",
        "Jörg Torvald",
    ],
)
def test_names_that_have_other_spellings_are_parsed(name: str) -> None:
    assert bulk_names([name], np.array([True])).rows.tolist() == []


def test_an_index_is_the_same_whether_actors_are_added_in_bulk_or_one_by_one() -> None:
    rnd = random.Random(7)
    names = [" ".join(rnd.choices(PIECES, k=rnd.randint(2, 5))) for _ in range(5_200)]  # a long list
    actors = [
        Actor(
            f"a{number}",
            name,
            rnd.choice(("person", "vessel")),
            none=ExclusionTerms(((name,),)) if number % 97 == 0 else None,
        )
        for number, name in enumerate(names)
    ]
    columns = Roster.of(actors)
    in_bulk = build_index(Watchlist("v", columns))
    one_by_one = build_index(Watchlist("v", replace(columns, detailed=dict(enumerate(actors)))))
    assert in_bulk.to_bytes() == one_by_one.to_bytes()
    assert in_bulk.patterns.count(b"\n") > 5_000


@given(st.lists(st.text(st.characters(exclude_characters="\n\r"))))
def test_texts_folded_together_are_folded_as_each_alone(texts: list[str]) -> None:
    assert [text.split() for text in fold_all(texts)] == [list(fold_words(text)) for text in texts or [""]]


@given(st.lists(st.lists(st.integers(0, 9))), st.randoms())
def test_ragged_rows(rows: list[list[int]], rnd: random.Random) -> None:
    ragged = Ragged.of(rows)
    assert ragged.rows.tolist() == [number for number, row in enumerate(rows) for _ in row]
    chosen = rnd.choices(range(len(rows)), k=5) if rows else []
    taken = ragged.take(np.array(chosen, np.intp))
    assert taken.values.tolist() == [value for number in chosen for value in rows[number]]
    assert taken.counts.tolist() == [len(rows[number]) for number in chosen]
    assert ragged.filtered(ragged.values > 4).counts.tolist() == [sum(value > 4 for value in row) for row in rows]
    pairs = [[*one, *other] for one, other in pairwise(rows)][::2]
    assert Ragged.of(rows[: 2 * len(pairs)]).merged(np.full(len(pairs), 2)).counts.tolist() == list(map(len, pairs))


@given(st.lists(st.sampled_from("abcdef")))
def test_items_are_numbered_by_first_appearance(items: list[str]) -> None:
    different, numbers = distinct(items)
    assert different == list(dict.fromkeys(items))
    assert [different[number] for number in numbers] == items
    in_order = by_first_appearance(5 - numbers)
    assert in_order.tolist() == list(dict.fromkeys((5 - numbers).tolist()))
    assert sorted_unique(numbers).tolist() == sorted(set(numbers.tolist()))
    assert positions(in_order, 6)[in_order].tolist() == list(range(len(in_order)))


@given(WORDS)
def test_stem_texts_are_the_texts_of_stems(words: list[str]) -> None:
    for word in words:
        assert set(listed_stem_texts(word)) == {stem.text for stem in listed_stems(word)}
        assert set(written_stem_texts(word)) == {stem.text for stem in written_stems(word)}


@given(st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=20))
def test_a_name_is_indexed_under_the_pairs_of_its_rarest_words(names: list[list[int]]) -> None:
    words = [f"w{'x' * (number % 3)}{number}" for number in range(10)]
    frequency = Counter(word for name in names for word in name)
    expected = set()
    for number, name in enumerate(names):
        rarest = sorted(name, key=lambda word: (frequency[word], -len(words[word]), word))[:3]
        pairs = {(min(pair), max(pair)) for pair in combinations(rarest, 2)} or {(word, word) for word in rarest}
        expected |= {(one << 32 | other, number) for one, other in pairs}
    named = np.array([word for name in names for word in name], np.uint32)
    keys, owners = index_pairs(named, np.array(list(map(len, names)), np.uint32), words)
    assert list(zip(keys.tolist(), owners.tolist(), strict=True)) == sorted(expected)
