"""The words of all listed names, and for any word of a text the listed words it may be.

Like words share a mark (`blocking_keys.py`), by which those that may be like are found (`key_table.py`) before they are
compared. News repeats its words: what was found for one is kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from matching.index.blocking_keys import written_keys
from matching.index.key_table import KeyTable, Rows
from matching.names.similarity import (
    EXACT,
    JOINED,
    ROMANISED,
    SOUNDS,
    Similarity,
    is_servant,
    similarity,
)
from matching.names.transliteration import is_kana, korean_key, latinise
from matching.tables.name_parts import FUNCTION_WORDS
from matching.text.scripts import is_small_letter

MAX_CACHED_WORDS = 400_000  # words, about 100 MB at most
_AT_ONCE = 1000  # words that are looked up together
_MAX_LENGTH = 40  # letters of a word that is looked at for slips; longer ones are no names
_LAST = "\U0010ffff"  # sorts behind every letter
_MIN_PIECE = 2  # letters of a piece of a joined word
_SERVANT = 3  # letters of Abd without its article
_JOINED_LENGTH = 5  # letters from which on a word may be two words joined


class WordCandidate(NamedTuple):
    """Listed words, by number, that a word of a text may be: one, or several that are written as one."""

    words: tuple[int, ...]
    similarity: Similarity


def _is_meant(candidate: WordCandidate) -> bool:
    """True for what a correctly written word of grammar may be: a name that is the same word, or a Korean one."""
    return candidate.similarity in {EXACT, ROMANISED}


NOTHING: tuple[WordCandidate, ...] = ()


class Vocabulary(dict[bytes, tuple[WordCandidate, ...]]):
    """The candidates of each folded word in its case; only words with a capital, or without case, may be misspelt."""

    def __init__(
        self,
        words: Iterable[str],
        korean: Iterable[Sequence[int]],
        key_table: Rows,
    ) -> None:
        """`korean` are the names, as numbers of words, that are met in any romanisation of Korean."""
        super().__init__()
        self.words = tuple(words)
        self.numbers: Mapping[bytes, int] = {word.encode(): number for number, word in enumerate(self.words)}
        names = list(korean)
        self.korean = frozenset(number for name in names for number in name)
        self.korean_runs: dict[str, list[tuple[int, ...]]] = {}
        for name in names:
            for run in (*pairwise(name), *zip(name, name[1:], name[2:], strict=False)):
                key = "".join(korean_key(self.words[number]) for number in run)
                self.korean_runs.setdefault(key, []).append(run)
        self._probes = KeyTable(key_table)
        self._sorted = sorted(self.words)
        self._has_katakana = any(map(is_kana, self.words))

    def __missing__(self, cased: bytes) -> tuple[WordCandidate, ...]:
        self.look_up([cased])
        return self[cased]

    def look_up(self, words: Iterable[bytes]) -> None:
        """Looks up words that were not met before; many at once in much less time than one by one."""
        if len(self) >= MAX_CACHED_WORDS:
            self.clear()
        names: list[bytes] = []
        for cased in words:
            word = cased.decode()
            if is_small_letter(word[0]) or len(word) > _MAX_LENGTH:
                number = self.numbers.get(word.casefold().encode())
                self[cased] = NOTHING if number is None else (WordCandidate((number,), EXACT),)
            else:
                names.append(cased)
        folded = [cased.decode().casefold() for cased in names]
        for cased, word, like in zip(names, folded, self.similar_words(folded), strict=True):
            found = self._candidates(word, like)
            self[cased] = tuple(filter(_is_meant, found)) if word in FUNCTION_WORDS else found

    def _candidates(self, word: str, like: Sequence[WordCandidate]) -> tuple[WordCandidate, ...]:
        found = [*like, *self._joined(word), *self._joined_korean(word)]
        return tuple(sorted(found, key=lambda candidate: candidate.similarity.cost))

    def continuations(self, word: str) -> frozenset[bytes]:
        """How what a folded word lacks to be a listed one may begin (two bytes): for words written as two."""
        place, end = bisect_left(self._sorted, f"{word}\0"), bisect_left(self._sorted, f"{word}{_LAST}")
        continuations = set()
        while place < end:
            rest = self._sorted[place][len(word) :][:_MIN_PIECE]
            if len(rest) < _MIN_PIECE:
                place += 1
            else:
                continuations.add(rest.encode()[:_MIN_PIECE])
                place = bisect_left(self._sorted, f"{word}{rest}{_LAST}", place, end)
        return frozenset(continuations)

    def similar_words(self, words: Sequence[str]) -> Iterator[list[WordCandidate]]:
        """For each of these folded words the single listed words that it may be, whatever its case."""
        for first in range(0, len(words), _AT_ONCE):
            yield from self._alike(words[first : first + _AT_ONCE])

    def _alike(self, words: Sequence[str]) -> list[list[WordCandidate]]:
        found: list[list[WordCandidate]] = [[] for _ in words]
        written, listed = self._probes.find(written_keys(words, korean=bool(self.korean), katakana=self._has_katakana))
        SOUNDS.learn({self.words[number] for number in set(listed.tolist())})
        for word, number in zip(written.tolist(), listed.tolist(), strict=True):
            if like := similarity(self.words[number], words[word], korean=number in self.korean):
                found[word].append(WordCandidate((number,), like))
        return found

    def _joined_korean(self, word: str) -> Iterator[WordCandidate]:
        """Korean syllables of a name that are written as one, in another romanisation or in Hangul: "Gwangjin"."""
        latin = latinise(word)
        if self.korean_runs and latin.isascii() and len(latin) >= _JOINED_LENGTH:
            for run in self.korean_runs.get(korean_key(latin), ()):
                yield WordCandidate(run, ROMANISED)

    def _joined(self, word: str) -> list[WordCandidate]:
        """Listed words that are written as one: "Kwangjin", "KimKwangJin", "Abdulrahman"."""
        return [WordCandidate(run, JOINED) for run in self._divided(word.encode(), 3)]

    def _divided(self, word: bytes, pieces: int) -> list[tuple[int, ...]]:
        """The listed words, at least two and at most so many, that make up a word."""
        if len(word) < _JOINED_LENGTH:
            return []
        runs: list[tuple[int, ...]] = []
        for cut, head in self._heads(word):
            if (tail := self.numbers.get(word[cut:])) is not None:
                runs.append((head, tail))
            if pieces > 2:
                runs += [(head, *rest) for rest in self._divided(word[cut:], pieces - 1)]
        return runs

    def _heads(self, word: bytes) -> list[tuple[int, int]]:
        """The listed words that a word may begin with, and how long they are: itself, or Abd of Abdul and its like."""
        cuts = range(_MIN_PIECE, len(word) - _MIN_PIECE + 1)
        heads = [(cut, head) for cut in cuts if (head := self.numbers.get(word[:cut])) is not None]
        if word.startswith(b"abd") and (servant := self.numbers.get(b"abd")) is not None:
            heads += [
                (cut, servant) for cut in cuts if cut > _SERVANT and is_servant(word[:cut].decode(errors="replace"))
            ]
        return heads
