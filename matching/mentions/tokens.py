"""The words of a passage as tokens: which listed words each may be, looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from core.lazy_property import lazy_property
from core.records import MatchMethod
from matching.index.vocabulary import Likes, Vocabulary, WordCandidate
from matching.mentions.gaps import CLOSE
from matching.names.passport_letters import as_in_passports, has_passport_letters, may_have_passport_letters
from matching.names.similarity import EXACT, Similarity
from matching.tables.joined_words import BEFORE_IN_SCRIPTS, BEHIND_IN_SCRIPTS
from matching.text.folding import fold
from matching.text.passage import Passage, Separator

_PAIR = 2


class Token(NamedTuple):
    """One word of the text: how it is written, and the listed words that it may be, by number."""

    written: str
    capital: bool
    single: Mapping[int, Similarity]
    joined: Mapping[tuple[int, ...], Similarity]


class TokenWindow:
    """Some words of the text with their tokens; `divided` are the listed words that two of them make up, by number.

    `as_one` is what a word and the next may be together by their sound.
    """

    def __init__(
        self, words: range, tokens: Sequence[Token], divided: Iterable[int], as_one: Mapping[int, Likes]
    ) -> None:
        self.words, self.tokens, self.as_one = words, tokens, as_one
        self._divided = divided

    @lazy_property
    def numbers(self) -> set[int]:
        """The listed words that they may be, by number."""
        return {number for token in self.tokens for number in chain(token.single, *token.joined)}.union(self._divided)

    @lazy_property
    def letters(self) -> set[str]:
        """The words that are single capital letters."""
        return {token.written for token in self.tokens if token.capital and len(token.written) == 1}

    @lazy_property
    def initials(self) -> set[str]:
        """The first letters of the words with a capital."""
        return {token.written[0] for token in self.tokens if token.capital}


class Tokens:
    """The words of one passage."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary) -> None:
        self.passage, self.vocabulary = passage, vocabulary
        self._tokens: dict[tuple[int, bool], Token] = {}
        self._pairs: dict[int, int | None] = {}
        self._near: dict[tuple[int, int, int], TokenWindow] = {}

    def around(self, first: int, last: int, margin: int) -> TokenWindow:
        """The words from `margin` before `first` to `margin` after `last`, up to the next border on each side."""
        if (found := self._near.get((first, last, margin))) is None:
            words = self.passage.around(first, last, margin)
            self._look_up(words)
            tokens = [self._at(word, tied=word > words.start) for word in words]
            divided = [number for word in words[:-1] if (number := self.divided(word)) is not None]
            as_one = self._heard_as_one(words, tokens)
            divided += (number for likes in as_one.values() for number in chain(likes.single, *likes.joined))
            found = self._near[first, last, margin] = TokenWindow(words, tokens, divided, as_one)
        return found

    def may_be(self, named: Sequence[int], near: TokenWindow, first: int, last: int) -> bool:
        """False if too many identifying words of a name are missing: more than half, or the first or last of three.

        Such a name would be aligned in vain. It is looked for first in the words `first` and `last`.
        """
        if len(named) == _PAIR:
            one, other = (near.tokens[word - near.words.start].single for word in (first, last))
            if (named[0] in one and named[1] in other) or (named[1] in one and named[0] in other):
                return True
        met = [number in near.numbers or self._is_initial(number, near) for number in named]
        return all(met) or (2 * sum(met) >= len(met) > 2 and (len(met) > 3 or (met[0] and met[-1])))

    def _is_initial(self, number: int, near: TokenWindow) -> bool:
        """True if one of the words abbreviates the listed word to its first letter."""
        listed = self.vocabulary.words[number]
        return listed[0] in near.letters or (len(listed) == 1 and listed in near.initials)

    def _look_up(self, words: range) -> None:
        """Has the vocabulary look up the new words together, which takes much less time than one by one."""
        written = map(self.passage.as_name, (word for word in words if (word, True) not in self._tokens))
        if new := [cased for cased in dict.fromkeys(written) if cased not in self.vocabulary]:
            self.vocabulary.look_up(new)

    def _at(self, word: int, *, tied: bool) -> Token:
        """The token of the word; `tied` if the word before it is looked at too."""
        if (found := self._tokens.get((word, tied))) is None:
            capital = self.passage.is_capital(word)
            single, joined, _ = self._likes(word, capital=capital, tied=tied)
            found = self._tokens[word, tied] = Token(self.passage.folded.word(word), capital, single, joined)
        return found

    def _likes(self, word: int, *, capital: bool, tied: bool) -> Likes:
        """The listed words that a word may be. Behind a hyphen a small letter is a capital, and l is seen for I."""
        cased = self.passage.as_name(word)
        if not capital and tied and self.passage.separator(word - 1) is Separator.HYPHEN:
            cased = cased.capitalize()
        found = self.vocabulary.likes(cased)
        if self._may_have_passport_letters and (spelt := self._spelt_out(word)):
            found = found.with_others(spelt)
        if not capital and cased.startswith(b"l"):
            seen = self.vocabulary[cased.capitalize()]
            found = found.with_others([one for one in seen if one.similarity.method == MatchMethod.VISUAL])
        return found

    def _spelt_out(self, word: int) -> list[WordCandidate]:
        """The listed words that a word is if its letters are spelt out as in passports: "Müller" is "Mueller"."""
        start, end = self.passage.folded.span(word, word)
        written = self.passage.folded.text[start:end]
        if not has_passport_letters(written):
            return []
        spelt = self.vocabulary[fold(as_in_passports(written)).cased.strip()]
        return [one for one in spelt if one.similarity == EXACT]

    @lazy_property
    def _may_have_passport_letters(self) -> bool:
        return may_have_passport_letters(self.passage.folded.text)

    def divided(self, word: int) -> int | None:
        """The listed word that this one and the next make up."""
        if word not in self._pairs:
            number = self.vocabulary.numbers.get(self.passage.folded.two_words(word))
            self._pairs[word] = number if number is not None and self.passage.separator(word) in CLOSE else None
        return self._pairs[word]

    def _heard_as_one(self, words: range, tokens: Sequence[Token]) -> dict[int, Likes]:
        """What a word and the next may be together, where a script divides a name otherwise than the list."""
        hears_latin = self.vocabulary.hears_latin
        return {
            word: self.vocabulary.likes(self.passage.as_one_name(word))
            for word, (one, other) in zip(words, pairwise(tokens), strict=False)
            if (one.written in BEFORE_IN_SCRIPTS or other.written in BEHIND_IN_SCRIPTS or hears_latin)
            and self.passage.may_be_divided(word)
            and self.passage.separator(word) in CLOSE
        }
