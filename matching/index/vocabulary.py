"""The words of all listed names, and for any word of a text the listed words that it may be.

Similar words share a blocking key (`blocking_keys.py`), and only words that do are compared (`key_table.py`). News
repeats its words, so what was found for a word is cached.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from core.letters import is_small_letter
from matching.index.arrays import KeyRows
from matching.index.blocking_keys import written_keys
from matching.index.key_table import KeyTable
from matching.index.sounds.hangul_names import HangulNames
from matching.index.sounds.joined_names import Run
from matching.index.sounds.script_words import ScriptWords
from matching.index.sounds.sound_index import SoundIndex
from matching.names.romanisations import Romanisation
from matching.names.similarity import (
    EXACT,
    GLUED,
    HANGUL,
    JOINED,
    ROMANISED,
    SOUNDS,
    Similarity,
    heard,
    is_abd,
    similarity,
    skeleton,
)
from matching.names.sounds.scripts import Script, count_consonants, script_of
from matching.names.transliteration import has_latin, is_hangul, is_kana, latinise
from matching.tables.name_parts import FUNCTION_WORDS

MAX_CACHED_WORDS = 400_000  # words, about 100 MB at most
_BATCH = 1000  # words that are looked up together
MAX_NAME_LENGTH = 40  # letters of a word that is compared; longer ones are no names
_LAST = "\U0010ffff"  # sorts after every letter
_MIN_PIECE = 2  # letters of a piece of a joined word
_ABD = 3  # letters of Abd without its article
_MIN_JOINED = 5  # letters of a word that may be two words joined


class WordCandidate(NamedTuple):
    """Listed words, by number, that a word of a text may be: one, or several that are written as one."""

    words: tuple[int, ...]
    similarity: Similarity


class Likes(NamedTuple):
    """The candidates of a word: single listed words by number, and several that are written as one by their numbers.

    `numbers` are those of all of them.
    """

    single: Mapping[int, Similarity]
    joined: Mapping[tuple[int, ...], Similarity]
    numbers: frozenset[int]

    @classmethod
    def of(cls, candidates: Sequence[WordCandidate]) -> Likes:
        """The candidates, of which the first one counts where two are of the same words."""
        return _LIKE_NONE.with_others(candidates[::-1])

    def with_others(self, candidates: Iterable[WordCandidate]) -> Likes:
        """These and others, which replace what is there of the same words."""
        some = {one.words: one.similarity for one in candidates}
        return Likes(
            {**self.single, **{words[0]: similarity for words, similarity in some.items() if len(words) == 1}},
            {**self.joined, **{words: similarity for words, similarity in some.items() if len(words) > 1}},
            self.numbers.union(*some),
        )


_LIKE_NONE = Likes({}, {}, frozenset())


def _may_be_function_word(candidate: WordCandidate) -> bool:
    """True for what a correctly written function word may be: the same listed word, or a Korean one."""
    return candidate.similarity in {EXACT, ROMANISED}


_LIKE_FIGURES = re.compile("^[0-9oil|]+$", re.MULTILINE)
_GLUED = re.compile(r"([^\W\d_]{4,})\d{1,3}|([A-Z][a-z]{3,})([A-Z][a-z]{3,})")
"""A word with what a page shows behind it in another type, an age or the mark of a footnote, or with another word."""
_NO_CANDIDATES: tuple[WordCandidate, ...] = ()
_NO_CONTINUATIONS: frozenset[bytes] = frozenset()


class Vocabulary(dict[bytes, tuple[WordCandidate, ...]]):
    """A cache of the candidates of each word, folded but in its own case (UTF-8).

    Only a word with a capital, or of a script without case, is taken for a misspelt name.
    """

    def __init__(
        self,
        words: Iterable[str],
        romanised: Iterable[tuple[Romanisation, Sequence[int]]],
        key_table: KeyRows,
        without_latin: Mapping[tuple[int, ...], Sequence[str]] = MappingProxyType({}),
        joined: Callable[[], Mapping[Run, Sequence[str]]] = dict,
    ) -> None:
        """`romanised` are the names that are romanised in several ways, as numbers of words.

        `without_latin` are the spellings of entries that have no name in Latin letters, by the numbers of their words.
        `joined` gives the pairs of words that other scripts may write as one.
        """
        super().__init__()
        self.words = tuple(words)
        self.numbers: Mapping[bytes, int] = {word.encode(): number for number, word in enumerate(self.words)}
        self._likes: dict[bytes, Likes] = {}
        self._consonants: dict[int, int] = {}
        self._romanisations: dict[int, frozenset[Romanisation]] = {}
        self._joined_runs: dict[Romanisation, dict[str, list[tuple[int, ...]]]] = {}
        for romanisation, name in romanised:
            self._add_romanised(romanisation, name)
        self._key_table = KeyTable(key_table)
        self.sounds = SoundIndex(self.words, joined)
        self._hangul_names = HangulNames(self.words)
        self._script_words = ScriptWords(without_latin)
        self._sorted = sorted(self.words)
        self._other_letters = frozenset("".join(word for word in self.words if not word.isascii()))
        self._has_katakana = any(map(is_kana, self.words))

    @property
    def hears_latin(self) -> bool:
        """True if an entry is listed in other scripts only, so that words in Latin letters may sound like its own."""
        return bool(self._script_words)

    def _add_romanised(self, romanisation: Romanisation, name: Sequence[int]) -> None:
        """Enters the words of a name, and the runs of them that may be written as one word, by their key."""
        for number in name:
            self._romanisations[number] = self._romanisations.get(number, frozenset()) | {romanisation}
        runs = self._joined_runs.setdefault(romanisation, {})
        for run in (*pairwise(name), *zip(name, name[1:], name[2:], strict=False)):
            key = romanisation.joined_key([self.words[number] for number in run])
            runs.setdefault(key, []).append(run)

    def __missing__(self, cased: bytes) -> tuple[WordCandidate, ...]:
        self.look_up([cased])
        return self[cased]

    def likes(self, cased: bytes) -> Likes:
        """The candidates of a word by the listed words that they are."""
        if not (candidates := self[cased]):
            return _LIKE_NONE
        if (found := self._likes.get(cased)) is None:
            found = self._likes[cased] = Likes.of(candidates)
        return found

    def consonants(self, number: int) -> int:
        """The number of consonants that are heard of the listed word with this number."""
        if (found := self._consonants.get(number)) is None:
            found = self._consonants[number] = count_consonants(self.words[number])
        return found

    def look_up(self, words: Iterable[bytes]) -> None:
        """Fills the cache for words that are not in it; many at once take much less time than one by one."""
        if len(self) >= MAX_CACHED_WORDS:
            self.clear()
            self._likes.clear()
        names: list[bytes] = []
        for cased in words:
            word = cased.decode()
            if is_small_letter(word[0]) or len(word) > MAX_NAME_LENGTH:
                number = self.numbers.get(word.casefold().encode())
                self[cased] = _NO_CANDIDATES if number is None else (WordCandidate((number,), EXACT),)
            else:
                names.append(cased)
        folded = [cased.decode().casefold() for cased in names]
        romanised = self._joined_romanised(folded)
        for cased, word, single, joined in zip(names, folded, self.similar_words(folded), romanised, strict=True):
            found = self._candidates(word, [*single, *joined])
            self[cased] = tuple(filter(_may_be_function_word, found)) if word in FUNCTION_WORDS else found
        self._look_up_glued([cased for cased in names if not self[cased]])

    def _look_up_glued(self, words: Iterable[bytes]) -> None:
        """Fills the cache for words that are none of the list, but have one of its words in front or at the end."""
        pieces = {cased: found.groups() for cased in words if (found := _GLUED.fullmatch(cased.decode()))}
        parts = {piece.encode() for groups in pieces.values() for piece in groups if piece}
        if not parts:
            return
        self.look_up(parts - self.keys())
        for cased, groups in pieces.items():
            candidates = (one for piece in groups if piece for one in self[piece.encode()])
            self[cased] = tuple(WordCandidate(one.words, GLUED) for one in candidates if one.similarity == EXACT)

    def _may_be_spelt(self, word: str) -> bool:
        """False if no letter of the word is in a listed one, not even in Latin letters: it can only be heard as one."""
        return has_latin(word) or not self._other_letters.isdisjoint(word)

    def _candidates(self, word: str, found: Sequence[WordCandidate]) -> tuple[WordCandidate, ...]:
        """What was found for many words together, and what is looked up word by word; the nearest come first."""
        if not self._may_be_spelt(word):
            return tuple(sorted(found, key=lambda candidate: candidate.similarity.cost))
        found = [*found, *self._joined(word)]
        known = {one.words for one in found}
        found += [WordCandidate(run, HANGUL) for run in self.hangul_runs(word) if run not in known]
        return tuple(sorted(found, key=lambda candidate: candidate.similarity.cost))

    def hangul_runs(self, word: str) -> list[tuple[int, ...]]:
        """The family and given names that a folded word in Hangul may be together; none for other words."""
        return self._hangul_names.runs(word) if is_hangul(word) else []

    def _heard(self, words: Sequence[str]) -> Iterator[tuple[int, WordCandidate]]:
        """The listed words of the other kind, Latin or not, that these words sound like, each with the word's place."""
        in_scripts: defaultdict[Script, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            if word.isascii():
                for numbers, distance in self._script_words.find(word):
                    yield place, WordCandidate(numbers, heard(distance))
            elif (script := script_of(word)) and (script is not Script.HAN or len(word) > 1):  # one character is a word
                in_scripts[script].append(place)
        for script, places in in_scripts.items():
            self.sounds.learn((words[place] for place in places), script)
            for place in places:
                for numbers, distance in self.sounds.find(words[place], script):
                    yield place, WordCandidate(numbers, heard(distance))

    def continuations(self, word: str) -> frozenset[bytes]:
        """The first two bytes of what may follow this folded word in a longer listed word, for words written as two."""
        place = bisect_left(self._sorted, f"{word}\0")
        if place == len(self._sorted) or not self._sorted[place].startswith(word):
            return _NO_CONTINUATIONS  # as of most words, which is seen with one search
        end = bisect_left(self._sorted, f"{word}{_LAST}", place)
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
        """For each of these folded words the single listed words that it may be, whatever its case in the text."""
        for first in range(0, len(words), _BATCH):
            yield from self._similar_words(words[first : first + _BATCH])

    def _similar_words(self, words: Sequence[str]) -> list[list[WordCandidate]]:
        found: list[list[WordCandidate]] = [[] for _ in words]
        for place, candidate in self._spelt(words):
            found[place].append(candidate)
        for place, candidate in self._heard(words):
            same = (one for one in found[place] if one.words == candidate.words)
            if all(candidate.similarity.cost < one.similarity.cost for one in same):
                found[place].append(candidate)
        return found

    def _spelt(self, words: Sequence[str]) -> Iterator[tuple[int, WordCandidate]]:
        """The single listed words that these words may be by their spelling, each with the word's place."""
        places = []
        for place, word in enumerate(words):
            if word.isdecimal():
                yield from ((place, candidate) for candidate in self._seen_as(word))
            elif self._may_be_spelt(word):
                places.append(place)
        if not places:
            return
        keys = written_keys([words[place] for place in places], self._joined_runs, katakana=self._has_katakana)
        written, listed = self._key_table.find(keys)
        SOUNDS.learn({self.words[number] for number in set(listed.tolist())})
        for one, number in zip(written.tolist(), listed.tolist(), strict=True):
            place = places[one]
            if found_similarity := similarity(self.words[number], words[place], self._romanisations.get(number, ())):
                yield place, WordCandidate((number,), found_similarity)

    def _seen_as(self, figures: str) -> Iterator[WordCandidate]:
        """The listed words that some figures are or look like: nothing else is like them."""
        for word in self._like_figures.get(skeleton(figures), ()):
            number = self.numbers[word.encode()]
            if found := similarity(word, figures, self._romanisations.get(number, ())):
                yield WordCandidate((number,), found)

    @cached_property
    def _like_figures(self) -> Mapping[str, list[str]]:
        """The listed words that look like figures, by their skeleton."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in _LIKE_FIGURES.findall("\n".join(self.words)):
            found[skeleton(word)].append(word)
        return found

    def _joined_romanised(self, words: Sequence[str]) -> list[list[WordCandidate]]:
        """Of each word, the words of a name that it is as one, in another romanisation or their script: "Gwangjin"."""
        found: list[list[WordCandidate]] = [[] for _ in words]
        latin = list(map(latinise, words))
        places = [place for place, one in enumerate(latin) if one.isascii() and len(one) >= _MIN_JOINED]
        for romanisation, runs in self._joined_runs.items():
            keys = romanisation.keys([latin[place] for place in places])
            for place, key in zip(places, keys, strict=True):
                found[place] += (WordCandidate(run, ROMANISED) for run in runs.get(key, ()))
        return found

    def _joined(self, word: str) -> list[WordCandidate]:
        """Listed words that are written as one: "Kwangjin", "KimKwangJin", "Abdulrahman"."""
        return [WordCandidate(run, JOINED) for run in self._splits(word.encode(), 3)]

    def _splits(self, word: bytes, pieces: int) -> list[tuple[int, ...]]:
        """The runs of two to `pieces` listed words that make up a word."""
        if len(word) < _MIN_JOINED:
            return []
        runs: list[tuple[int, ...]] = []
        for cut, head in self._beginnings(word):
            if (tail := self.numbers.get(word[cut:])) is not None:
                runs.append((head, tail))
            if pieces > 2:
                runs += [(head, *rest) for rest in self._splits(word[cut:], pieces - 1)]
        return runs

    def _beginnings(self, word: bytes) -> list[tuple[int, int]]:
        """The listed words that a word begins with, each after its length there in bytes; Abd also with its article."""
        cuts = range(_MIN_PIECE, len(word) - _MIN_PIECE + 1)
        found = [(cut, number) for cut in cuts if (number := self.numbers.get(word[:cut])) is not None]
        if word.startswith(b"abd") and (servant := self.numbers.get(b"abd")) is not None:
            found += [(cut, servant) for cut in cuts if cut > _ABD and is_abd(word[:cut].decode(errors="replace"))]
        return found
