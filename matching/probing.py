"""The probes of all listed words as one sorted array of checksums, so that any word finds those that are like it.

`likeness.listed_probes` says what the probes of one word are. Here they are made for all words together: what is done
letter by letter is done once, on a text with one word a line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import repeat

import numpy as np
import numpy.typing as npt

from matching.checksums import Places, Sums, checksums, checksums_without_a_letter
from matching.inflection import listed_stem_texts
from matching.likeness import SERVANT, WITH_CUSTOM, as_japanese, consonants_of, custom_probes, korean_probe, skeleton
from matching.romanisation import latinise, other_reading

_TOO_SHORT = 3  # letters of a word of which the consonants tell nothing
Probes = npt.NDArray[np.uint64]
Numbered = tuple[Sums, Places]


def probe_table(words: Sequence[str], korean: Collection[int]) -> Probes:
    """The probes of all words, ascending: a checksum in the upper half, the number of the word in the lower."""
    if not words:
        return np.zeros(0, np.uint64)
    rows = [_rows(sums, numbers) for sums, numbers in _checksums(words, korean)]
    table = np.sort(np.concatenate(rows))
    fresh = np.ones(len(table), bool)
    fresh[1:] = table[1:] != table[:-1]
    return table[fresh]


def _rows(sums: Sums, numbers: Places) -> Probes:
    return sums.astype(np.uint64) << np.uint64(32) | numbers.astype(np.uint64)


def _checksums(words: Sequence[str], korean: Collection[int]) -> Iterator[Numbered]:
    """The checksums of each kind of probe, with the numbers of their words."""
    latin = list(map(latinise, words))
    other = [number for number, word in enumerate(words) if latin[number] != word]
    for numbers, texts in ((range(len(words)), words), (other, [latin[number] for number in other])):
        if texts:
            yield _numbered(numbers, texts)
            sums, owners = checksums_without_a_letter(texts)
            yield sums, np.array(numbers)[owners]
    yield _numbered(range(len(words)), _marked("!", skeleton("\n".join(words)).split("\n")))
    long = [number for number, word in enumerate(latin) if len(word) > _TOO_SHORT]
    if long:
        consonants = consonants_of("\n".join(latin[number] for number in long))
        yield _numbered(long, _marked("~", consonants.split("\n")))
        yield _numbered(long, _marked("^", as_japanese(consonants).split("\n")))
    few = list(_one_by_one(words, latin, korean))
    if few:
        yield _numbered([number for number, _ in few], [mark for _, mark in few])


def _one_by_one(words: Sequence[str], latin: Sequence[str], korean: Collection[int]) -> Iterator[tuple[int, str]]:
    """The probes that are no matter of letters, each with the number of its word."""
    for number, word in enumerate(words):
        for stem in listed_stem_texts(word):
            yield number, f"={stem}"
        if len(latin[number]) > _TOO_SHORT and (other := other_reading(word)):
            yield number, f"~{consonants_of(other)}"
        if word in WITH_CUSTOM or latin[number].startswith(SERVANT):
            yield from zip(repeat(number), custom_probes(word))
    for number in korean:
        yield number, korean_probe(words[number])


def _marked(mark: str, texts: Iterable[str]) -> list[str]:
    return [mark + text for text in texts]


def _numbered(numbers: Sequence[int], texts: Sequence[str]) -> Numbered:
    return checksums(texts), np.array(numbers)
