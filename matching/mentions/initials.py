"""Family names with initials, for lists of any length: "K. J. Kim", "KJ Kim", "Kim, K. J.", "Г. А. Желтоухова".

Russian documents give a patronymic its initial too. A family name may be inflected, and the text may have an initial
more than the list has names ("O. V. Tarasenkov"). Which names a family name belongs to is looked up only in texts that
have initials.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from core.records import MatchMethod
from matching.index.lexicon import Lexicon
from matching.index.variants.name_variant import NameVariant
from matching.names.parsing import Part, rarity
from matching.tables.common_names import COMMON_NAMES
from matching.tables.diminutives import DIMINUTIVES
from matching.tables.name_parts import (
    ABBREVIATED_PARTICLES,
    CONJUNCTIONS,
    FUNCTION_WORDS,
    HONORIFICS,
    PARTICLES,
)
from matching.text.characters import is_one_character
from matching.text.passage import Passage, Separator

_LONGEST = 3  # letters that are initials without a space between them
_LONGEST_CUT = 7  # letters of a given name that is cut: Alex., Chr., Friedr.
_REACH = 8  # words from the first initial to the family name, particles between them
_BETWEEN = PARTICLES | ABBREVIATED_PARTICLES
_TIES = ("-", "‐", "‑", ".-", ".‐", ".‑")
_MOST = 4  # initials of one person
_CLOSE = (Separator.STOP, Separator.NOTHING, Separator.HYPHEN)
_MAX_NAMES = 500  # names of one family that are looked at
_FORMS = (MatchMethod.EXACT, MatchMethod.INFLECTION)
_SHORT_FORMS = frozenset(short for short, _ in DIMINUTIVES)
_ALSO_WORDS = frozenset("aeioyοηвисukу")  # letters that are also words: articles, "and", "in", "with"
_TWO_GIVEN = 2  # names, or one and a patronymic, of which people write the first initial alone
_RARE = 1.0  # what a family name identifies with which one initial is enough


class InitialsFound(NamedTuple):
    """A variant of which the words `first` to `last` are the initials and the family name."""

    variant: int
    first: int
    last: int


class _Run(NamedTuple):
    """The words `first` to `last` of a text, which are initials, and their letters.

    `cut` are given names that are cut behind their first letters, as in "Chr. Roe", in front of initials; a name
    before the hyphen of a cut one may be whole: "Marie-Th. Roe".
    """

    first: int
    last: int
    letters: str
    joined: bool
    cut: tuple[str, ...] = ()


class InitialsFinder:
    """Finds family names with initials in one passage."""

    def __init__(self, lexicon: Lexicon, passage: Passage, listed: Iterable[int]) -> None:
        """`listed` are the words of the passage, by number, that are listed, perhaps in another grammatical case."""
        self.lexicon, self.passage, self.listed = lexicon, passage, listed

    def find(self) -> Iterator[InitialsFound]:
        """What may be a listed person with initials for all given names."""
        runs = list(self._runs())
        for number, run in enumerate(runs):
            family = self._family_behind(run)
            if family is None and number + 1 < len(runs) and self._shares_family(run, runs[number + 1]):
                family = self._family_behind(runs[number + 1])
            if family is not None and not self._follows_given_name(run):
                yield from self._named(run, family, run.first, family, whole=True)
            before = run.first - 1
            if before >= 0 and self.passage.is_capital(before) and self._joins(before, comma=True):
                yield from self._named(run, before, before, run.last, whole=self._is_last_of_name(run))

    def _runs(self) -> Iterator[_Run]:
        last = -1
        for word in self._short_words() if self.passage.has_capitals else ():
            if word <= last:
                continue
            if cut := self._cut_name(word):
                further = self._next_letter(word, behind_cut=True) or ""
                last, names = word + len(further), (*self._tied_before(word), cut)
                first = word + 1 - len(names)
                yield _Run(first, last, "".join(one[0] for one in names) + further, joined=False, cut=names)
                continue
            letters = self._letters(word)
            if letters is None:
                continue
            last, joined = word, len(letters) > 1
            if not joined:
                while len(letters) < _MOST and (more := self._next_letter(last)):
                    letters, last = letters + more, last + 1
            yield _Run(word, last, letters, joined)
            if not joined and len(letters) > 1 and letters[0] in _ALSO_WORDS and self._is_word(word):
                yield _Run(word + 1, last, letters[1:], joined=False)

    def _is_last_of_name(self, run: _Run) -> bool:
        """True if no family name is behind the initials, which would be its own: "Roe J. B. Doe"."""
        behind = run.last + 1
        if behind >= self.passage.folded.count or self.passage.separator(run.last) not in _CLOSE:
            return True
        return not self.passage.is_capital(behind)

    def _follows_given_name(self, run: _Run) -> bool:
        """True if a given name is before the one initial, which is somebody else's middle one then: Josh A. Roe."""
        before = run.first - 1
        if (
            before < 0
            or len(run.letters) > 1
            or self.passage.separator(before) is not Separator.NOTHING
            or not self.passage.is_capital(before)
        ):
            return False
        word = self.passage.folded.word(before)
        return (word in COMMON_NAMES or word in _SHORT_FORMS) and word not in HONORIFICS

    def _shares_family(self, run: _Run, following: _Run) -> bool:
        """True if only "and" is between two people's initials: Messrs. H. and D. Roe."""
        between = run.last + 1
        return following.first == between + 1 and self.passage.folded.word(between) in CONJUNCTIONS

    def _is_word(self, word: int) -> bool:
        """True if no full stop is behind a letter, but one behind the next: "Ο Ν. Μπ…", where Ο is the article."""
        stopped = word + 2 < self.passage.folded.count and self.passage.separator(word + 1) is Separator.STOP
        return stopped and self.passage.separator(word) is not Separator.STOP

    def _short_words(self) -> list[int]:
        """The words that may be initials: beside a word that may be listed, or on the other side of its particles."""
        cased, edges, count = self.passage.folded.cased, self.passage.folded.edges, self.passage.folded.count
        rows: list[tuple[int, int]] = []
        for word in self.listed:
            if word > 0 and self._may_end_run(word - 1, cased[edges[word - 1] + 1 : edges[word]]):
                rows.append((max(0, word - _REACH), word))
            if word + 1 < count and _may_be_initials(cased[edges[word + 1] + 1 : edges[word + 2]]):
                rows.append((word + 1, min(count, word + _REACH)))
        short: set[int] = set()
        for first, end in rows:
            written = cased[edges[first] + 1 : edges[end]].split(b" ")
            short.update(word for word, one in enumerate(written, first) if _may_begin_run(one))
        return sorted(short)

    def _may_end_run(self, word: int, written: bytes) -> bool:
        """True if the word, `written` in its case, may be initials, a particle behind them or a cut name."""
        return _may_be_before_family(written) or (_may_be_cut(written) and self._has_stop(word))

    def _has_stop(self, word: int) -> bool:
        """True if a full stop is right behind the word."""
        _, end = self.passage.folded.span(word, word)
        return self.passage.folded.text[end : end + 1] == "."

    def _cut_name(self, word: int) -> str:
        """The word, folded, if it may be a given name that is cut: two to seven letters and a full stop, no title."""
        written = self.passage.folded.cased_word(word)
        if not _may_be_cut(written) or word + 1 >= self.passage.folded.count or not self._has_stop(word):
            return ""
        folded = written.decode().casefold()
        return folded if folded not in HONORIFICS else ""

    def _tied_before(self, word: int) -> tuple[str, ...]:
        """The first of two given names that a hyphen joins, whole or its initial: Marie-Th., M.-Th."""
        if word == 0 or not self.passage.is_capital(word - 1):
            return ()
        _, end = self.passage.folded.span(word - 1, word - 1)
        is_tied = self.passage.folded.text[end : self.passage.folded.span(word, word)[0]] in _TIES
        return (self.passage.folded.word(word - 1),) if is_tied else ()

    def _letters(self, word: int) -> str | None:
        """The initials that a word is: one letter, or two or three capitals that are no word of grammar.

        Such a word is written in capitals only where the family name is: "CE Roe", but "DE ROE".
        """
        written = self.passage.folded.cased_word(word).decode()
        if len(written) == 1 and written.isalpha():
            return written.casefold()
        joined = 1 < len(written) <= 3 and written.isupper() and written.isascii()
        if not joined or (written.casefold() in FUNCTION_WORDS and self._is_shouted(word + 1)):
            return None
        return written.casefold()

    def _is_shouted(self, word: int) -> bool:
        return word >= self.passage.folded.count or not self.passage.folded.cased_word(word)[1:].islower()

    def _next_letter(self, word: int, *, behind_cut: bool = False) -> str | None:
        if word + 1 >= self.passage.folded.count:
            return None
        written = self.passage.folded.cased_word(word + 1).decode()
        is_capital = len(written) == 1 and written.isalpha() and written.isupper()
        return written.casefold() if is_capital and (behind_cut or self.passage.separator(word) in _CLOSE) else None

    def _joins(self, word: int, *, comma: bool) -> bool:
        separator = self.passage.separator(word)
        return separator in _CLOSE or (comma and separator is Separator.COMMA)

    def _family_behind(self, run: _Run) -> int | None:
        """The word behind the initials and particles; a letter that is also a word needs a full stop ("A. Man")."""
        word, count = run.last, self.passage.folded.count
        letter = run.letters[-1]
        is_word = len(run.letters) == 1 and not run.cut and (letter in FUNCTION_WORDS or not letter.isascii())
        if is_word and (word + 1 >= count or self.passage.separator(word) is not Separator.STOP):
            return None
        while word + 1 < count and (self._joins(word, comma=False) or (run.cut and word == run.last)):
            word += 1
            written = self.passage.folded.word(word)
            if written not in _BETWEEN:
                return word if self.passage.is_capital(word) and len(written) > 1 else None
        return None

    def _named(self, run: _Run, family: int, first: int, last: int, *, whole: bool) -> Iterator[InitialsFound]:
        for candidate in self.lexicon.vocabulary[self.passage.folded.cased_word(family)]:
            if len(candidate.words) > 1 or candidate.similarity.method not in _FORMS:
                continue
            for number in self.lexicon.variants_of_family(candidate.words[0])[:_MAX_NAMES]:
                variant = self.lexicon.variants[number]
                word = self.lexicon.vocabulary.words[candidate.words[0]]
                if _fits(variant, word, run, whole=whole):
                    yield InitialsFound(number, first, last)


@lru_cache(maxsize=65_536)
def _may_be_before_family(word: bytes) -> bool:
    return _may_be_initials(word) or word.decode().casefold() in _BETWEEN


@lru_cache(maxsize=65_536)
def _may_begin_run(word: bytes) -> bool:
    return _may_be_initials(word) or _may_be_cut(word)


@lru_cache(maxsize=65_536)
def _may_be_initials(word: bytes) -> bool:
    """True for one letter of any script, and for two or three Latin capitals."""
    return (len(word) <= _LONGEST and word.isupper()) or (not word.isascii() and is_one_character(word))


def _may_be_cut(word: bytes) -> bool:
    """True for two to seven letters of which only the first is a capital."""
    return 1 < len(word) <= _LONGEST_CUT and word.istitle()


def _may_be_cut_from(cut: str, whole: str) -> bool:
    return whole.startswith(cut) or (cut, whole) in DIMINUTIVES


def _fits(variant: NameVariant, family: str, run: _Run, *, whole: bool) -> bool:
    """True if these letters are the initials of all the given names beside this family name.

    Of one given name only beside a rare family name, and there may be a further letter; `whole` is False where a
    further letter may be of the next name.
    """
    if not variant.person or variant.cased is not None or variant.nickname:
        return False
    name = variant.name
    kinds = (Part.NAME, Part.PATRONYMIC, Part.INITIAL)
    words = [word for word, part in zip(name.words, name.parts, strict=True) if part in kinds]
    if len(words) < 2 or family not in (words[0], words[-1]):
        return False
    for at, given in ((-1, words[:-1]), (0, words[1:])):
        if words[at] != family or (at == 0 and len(given) == 1):
            continue
        if not all(map(_may_be_cut_from, run.cut, given)):
            continue
        initials = "".join(word[0] for word in given)
        if len(given) > 1 and run.letters == initials:
            return True
        kept = initials[:1] if len(given) == _TWO_GIVEN else initials[:2]
        is_last = at == -1 or Part.PATRONYMIC in name.parts  # the given name, not a middle one, is beside it
        if len(given) > 1 and is_last and run.letters == kept:
            return rarity(family) >= _RARE
        if len(given) == 1 and (whole or run.last == run.first) and not run.joined and len(run.letters) < 3:
            return rarity(family) >= _RARE and run.letters[0] == initials
    return False
