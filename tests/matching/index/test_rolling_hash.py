from __future__ import annotations

import random

import pytest

from matching.index import rolling_hash
from matching.index.rolling_hash import phrase_heads
from matching.index.scanner import Phrase, Scanner
from matching.text.folding import fold

WORDS = ["kim", "jong", "un", "ali", "bin", "said", "al", "аб", "вг", "ə", "company", "of", "the", "金"]


@pytest.fixture
def long_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rolling_hash, "AUTOMATON_UP_TO", 0)


def phrases(rnd: random.Random) -> list[Phrase]:
    texts = {" ".join(rnd.choices(WORDS, k=rnd.randint(1, 9))) for _ in range(300)}
    return [Phrase(text, open_end=rnd.random() < 0.1) for text in sorted(texts)]


@pytest.mark.usefixtures("long_lists")
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("count", [0, 1, 5, 3000, 60_000])
def test_hashes_find_what_the_automaton_finds_in_the_same_order(seed: int, count: int) -> None:
    rnd = random.Random(seed)
    patterns = [phrase.pattern for phrase in phrases(rnd)]
    text = fold(" ".join(rnd.choices([*WORDS, "other"], k=count)))
    heads = phrase_heads(patterns)
    assert 0 < len(heads.phrases) < len(patterns)
    assert Scanner(patterns, heads).find(text) == Scanner(patterns).find(text)


@pytest.mark.usefixtures("long_lists")
def test_a_word_longer_than_a_stride_hides_nothing() -> None:
    patterns = [b" kim jong un ", b" e ali "]
    text = fold(f"kim jong un {'x' * 200_000} é ali {'é' * 70_000} kim jong un")
    scanner = Scanner(patterns, phrase_heads(patterns))
    assert [occurrence.phrase for occurrence in scanner.find(text)] == [0, 1, 0]


def test_a_short_list_needs_no_heads() -> None:
    assert not len(phrase_heads([b" kim "]).phrases)
