"""One field of an article, tokenised: folded words, what separates them, sentences and zones."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from core.lazy_property import lazy_property
from core.letters import is_small_letter
from core.records import MatchMethod, Mention, TextField, Zone, ZoneKind
from core.sentences import BreakKind, SentenceBreak, sentence_breaks
from matching.tables.joined_words import BEFORE_IN_SCRIPTS, BEHIND_IN_SCRIPTS, is_joined_before, is_joined_behind
from matching.tables.name_parts import PARTICLES_OF_TWO_LETTERS
from matching.text.characters import APOSTROPHES
from matching.text.folding import Folded, fold

_CLAUSE_END = re.compile(r"[,;:!?…][\"'”’»)\]]*\s|[，、；：。！？]|\s[-–—]+\s|—|\n\s*\n")
_QUOTES = "\"'`´“”‘’‚‛«»‹›„‟()[]「」『』"
_DASHES = "-_\u05be‐‑–—\xad\u200b\u200c\u200d\ufeff"
HYPHENS = f"{_DASHES}'’‘ʼʻ`´ʿʾ"
_POSSESSIVE = re.compile(rf"[{''.join(APOSTROPHES)}][sS]\s+")
_ENDS_QUOTATION = re.compile(r"[,.]['\"”’»]\s")
_NEXT_OF_SEVERAL = re.compile(r"[)\]»”][,;]")
_BULLET = re.compile(r"\n\s*[-–—•*]\s")
_TWO_LETTERS = len(b" a b")
_ROW = 4  # words of a row at most
_BEHIND_COMMA, _BEFORE_COMMA = re.compile(r", \w+$"), re.compile(r"\w+, \w")
_FIELD = re.compile(r"\W{0,3}[^\W\d][\w .'’()-]{0,30}[:：](?:\s|$)")
_ROW_SIGN = re.compile(r"\w[,;:|\t]|\w\s[|•]|\w\s+[-–—]\s")
_MIDDLE_DOTS = "·・･•＝．゠∙‧"  # between the parts of foreign names in Chinese and Japanese
_IN_BRANDS = "!$%°~<"  # inside a word, Yellow!Fin, and between names in the lines of a passport for machines
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2764\u2665\ufe0f]+")
_STOPS = {".", ".-", ".‐", ".‑", ".&", ". &"}  # between initials: "J. B.", "J.-B.", "J. & B."


class Separator(Enum):
    """What separates two neighbouring words."""

    NOTHING = "nothing"  # spaces, one line break
    HYPHEN = "hyphen"  # a hyphen or an apostrophe without a space
    COMMA = "comma"
    STOP = "stop"  # a full stop that does not end a sentence
    QUOTE = "quote"  # quotation marks or brackets
    POSSESSIVE = "possessive"  # the s of a possessive, and no other sign
    BORDER = "border"  # the end of a sentence or paragraph, a colon, a dash …


_ENDS = (Separator.BORDER, Separator.POSSESSIVE)  # what a name does not run across, unless it is listed so


def _capitals() -> npt.NDArray[np.bool_]:
    """A table by the first two UTF-8 bytes of a word: False where it begins with a small letter or a digit.

    Letters of scripts with case have one byte or two; longer ones count as capitals.
    """
    table = np.ones((256, 256), bool)
    for code in range(0x800):
        first, *second = chr(code).encode()
        table[first, second or slice(None)] = not (is_small_letter(chr(code)) or chr(code).isdigit())
    return table


_CAPITALS = _capitals()
_ASCII_CAPITALS = _CAPITALS[:, 0].tobytes()  # a table for `translate`, which is faster than an index
_CAPITALS_BY_BYTES = _CAPITALS.tobytes()  # for single look-ups
_FIRST_OF_THREE = 0xE0  # the least first byte of a letter of three bytes


@dataclass
class Passage:
    """A folded title or text; words are numbered from 0. `zones` is empty where all of it is core."""

    field: TextField
    folded: Folded
    zones: Sequence[Zone] = ()

    @lazy_property
    def sentences(self) -> list[int]:
        """The numbers of the first words of sentences."""
        return self._words_behind(self._breaks)

    @lazy_property
    def paragraphs(self) -> list[int]:
        """The numbers of the first words of paragraphs, which end at line breaks."""
        text = self.folded.text
        return self._words_behind(one for one in self._breaks if "\n" in text[one.end : one.start])

    @lazy_property
    def _breaks(self) -> list[SentenceBreak]:
        return list(sentence_breaks(self.folded.text))

    def _words_behind(self, breaks: Iterable[SentenceBreak]) -> list[int]:
        """The first word of the text and the first one behind each break."""
        words = np.searchsorted(self.folded.spans[0], [one.start for one in breaks]).tolist()
        return [word for word in dict.fromkeys([0, *words]) if word < self.folded.count]

    def sentence(self, word: int) -> int:
        """The number of a word's sentence, from 1."""
        return bisect_right(self.sentences, word)

    def separator(self, word: int) -> Separator:
        """What separates this word from the next."""
        try:
            return self._separators[word]
        except KeyError:
            found = self._separators[word] = self._separator(word)
            return found

    def ends_quotation(self, word: int) -> bool:
        """True if a comma or full stop and a closing quotation mark are behind this word: “Ask Roe,” Miller said."""
        _, end = self.folded.span(word, word)
        return _ENDS_QUOTATION.match(self.folded.text, end) is not None

    def parts_with_stroke(self, word: int) -> bool:
        """True if only a stroke is between this word and the next, neither of them a letter: Import/Export, not M/V."""
        end, start = self.folded.gap(word)
        return self.folded.text[end:start] == "/" and min(map(len, map(self.folded.word, (word, word + 1)))) > 1

    def is_elided(self, word: int) -> bool:
        """True if an apostrophe is between this word and the next: dell'Albertazzoni."""
        _, end = self.folded.span(word, word)
        return self.folded.text[end : end + 1] in APOSTROPHES

    @lazy_property
    def _separators(self) -> dict[int, Separator]:
        return {}

    def _separator(self, word: int) -> Separator:
        edges = self.folded.edges
        is_two_letters = edges[word + 2] - edges[word] == _TWO_LETTERS
        if is_two_letters and (self.folded.word(word), self.folded.word(word + 1)) in PARTICLES_OF_TWO_LETTERS:
            return Separator.STOP
        end, start = self.folded.gap(word)
        text = self.folded.text
        if start - end == 1 and text[end] == " ":  # as behind most
            return Separator.NOTHING
        _, end = self.folded.span(word, word)
        between = text[end:start]
        if between == ", ":  # the two that are most frequent
            return Separator.COMMA
        if between == ". ":
            return Separator.BORDER if self._ends(end, between) else Separator.STOP
        return self._separator_between(end, between)

    def _separator_between(self, end: int, between: str) -> Separator:
        """What the text `between` two words, which begins at `end`, separates them as."""
        if "\n" in between and self._ends_line(end, between):
            return Separator.BORDER
        signs = _visible("".join(between.split()))
        if not signs or _POSSESSIVE.fullmatch(between):
            return Separator.POSSESSIVE if signs else Separator.NOTHING
        if not signs.strip(HYPHENS) and (len(signs) == len(between) or not signs.strip(_DASHES)):
            return self._separator_of_hyphen(end, between, signs)
        if _NEXT_OF_SEVERAL.search(between) or self._ends(end, between):
            return Separator.BORDER
        if any(sign in _QUOTES for sign in signs):
            return Separator.QUOTE if not signs.strip(_QUOTES + ",.") else Separator.BORDER
        return _separator_of(signs, spaced=between[-1].isspace())

    def _separator_of_hyphen(self, end: int, between: str, signs: str) -> Separator:
        if between[0] == signs[0]:
            return Separator.HYPHEN
        is_border = signs in "–—" or (between == " - " and self._is_between_commas(end))
        return Separator.BORDER if is_border else Separator.NOTHING

    def _is_between_commas(self, end: int) -> bool:
        """True if the words around a spaced hyphen, the first of which ends there, are the last and first of "A, B".

        So "Visser, Anna - Roe, Piet" are two people.
        """
        text = self.folded.text
        return _BEHIND_COMMA.search(text, 0, end) is not None and _BEFORE_COMMA.match(text, end + 3) is not None

    def _ends_line(self, end: int, between: str) -> bool:
        """True if a paragraph, a row or the item of a list ends in the text `between` two words, not only a line."""
        signs = "".join(between.split())
        ends = between.count("\n") > 1 if not signs else "\n\n" in between and bool(signs.strip(HYPHENS))
        return ends or _BULLET.search(between) is not None or self._parts_rows(end)

    def _parts_rows(self, end: int) -> bool:
        """True if the line that ends behind `end` and the next are rows of a list: a few capitalised words and a sign.

        In running text a line is wrapped where it is full; "Visser, Aldric" above "Venhorst, Pieter" are two people.
        """
        text = self.folded.text
        stop = text.find("\n", end)
        following = text[stop + 1 : text.find("\n", stop + 1) if "\n" in text[stop + 1 :] else None]
        lines = (text[text.rfind("\n", 0, end) + 1 : stop], following)
        if all(map(_FIELD.match, lines)):
            return True  # of a form: "Author: Roe" above "Place: Oslo"
        words = [word.lstrip("-–—•*|;") for line in lines for word in line.split()]
        if max(map(len, map(str.split, lines))) > _ROW or any(is_small_letter(word[:1]) for word in words):
            return False
        return any(map(_ROW_SIGN.search, lines))

    def _ends(self, end: int, between: str) -> bool:
        """True if a sentence ends in the text `between` two words, which begins at `end`."""
        breaks = sentence_breaks(self.folded.text, end, end + len(between))
        return any(one.kind is not BreakKind.WRAPPED for one in breaks)

    def ends_clause(self, start: int, end: int) -> bool:
        """True if a clause or a sentence ends between two offsets of the text; a comma within a number ends none."""
        text = self.folded.text
        return _CLAUSE_END.search(text, start, end) is not None or any(
            one.kind is BreakKind.SIGN for one in sentence_breaks(text, start, end)
        )

    def around(self, first: int, last: int, margin: int) -> range:
        """The words from `margin` before `first` to `margin` behind `last`, up to the next border on either side."""
        start, end = first, last
        while start > max(0, first - margin) and self.separator(start - 1) not in _ENDS:
            start -= 1
        while end < min(self.folded.count - 1, last + margin) and self.separator(end) not in _ENDS:
            end += 1
        return range(start, end + 1)

    def is_capital(self, word: int) -> bool:
        """True if the word begins with neither a small letter nor a digit; so do all words of scripts without case."""
        cased, start = self.folded.cased, self.folded.edges[word] + 1
        if cased[start] < _FIRST_OF_THREE:
            return bool(_CAPITALS_BY_BYTES[cased[start] << 8 | cased[start + 1]])
        first = self.folded.cased_word(word).decode()[0]
        return not is_small_letter(first) and not first.isdigit()

    def is_small(self, first: int, last: int) -> bool:
        """True if the words from `first` to `last` have no capital in a text that uses capitals."""
        return self.has_capitals and not any(map(self.is_capital, range(first, last + 1)))

    def is_shouted(self, first: int, last: int) -> bool:
        """True if the words stand in a line without small letters that is longer than they are."""
        text = self.folded.text
        start, end = self.folded.span(first, last)
        line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end) if "\n" in text[end:] else None]
        return line.isupper() and sum(map(str.isalpha, line)) > sum(map(str.isalpha, text[start:end]))

    @lazy_property
    def has_capitals(self) -> bool:
        """True if the text uses capitals as usual: at least one word in fifty begins with one."""
        return len(self.capital_words) * 50 > self.folded.count

    def as_name(self, word: int) -> bytes:
        """The folded word in its case; capitalised in a text without capitals, where any word may be a name."""
        cased = self.folded.cased_word(word)
        return cased if self.has_capitals else cased.title()

    @lazy_property
    def capital_words(self) -> npt.NDArray[np.intp]:
        """The numbers of the words that begin with neither a small letter nor a digit."""
        cased, before = self.folded.cased, self.folded.borders[:-1]
        codes = np.frombuffer(cased, np.uint8)
        first = codes[1:].take(before)
        if cased.isascii():
            return np.frombuffer(first.tobytes().translate(_ASCII_CAPITALS), bool).nonzero()[0]
        return _CAPITALS[first, codes[2:].take(before)].nonzero()[0]

    def may_be_divided(self, word: int) -> bool:
        """True if the word and the next may be one word of a name, written apart: هادی زاده, Hadizadeh.

        What separates them is not looked at.
        """
        if word + 1 >= self.folded.count:
            return False
        one, other = self.folded.word(word), self.folded.word(word + 1)
        if one in BEFORE_IN_SCRIPTS or other in BEHIND_IN_SCRIPTS:
            return not self.is_small(word, word + 1)
        return one.isascii() and (is_joined_before(one) or is_joined_behind(other)) and not self.is_small(word, word)

    def as_one_name(self, word: int) -> bytes:
        """This word and the next, folded, as one with a capital."""
        return self.folded.two_words(word).decode().capitalize().encode()

    def mention(self, start: int, end: int, alias: str, method: MatchMethod) -> Mention:
        """The mention at the bytes `[start, end)` of the folded text; a title is core."""
        begin, stop = self.folded.original_span(start, end)
        zone = ZoneKind.CORE if self.field is TextField.TITLE else self.zone(begin, stop)
        return Mention(self.field, begin, stop, self.folded.text[begin:stop], alias, method, zone)

    def zone(self, start: int, end: int) -> ZoneKind:
        """The zone of a span of the original: doubtful if any part of it is."""
        if not self.zones:
            return ZoneKind.CORE
        doubtful = any(
            z.kind is ZoneKind.DOUBTFUL and z.start < end and start < z.end for z in self._around(start, end)
        )
        return ZoneKind.DOUBTFUL if doubtful else ZoneKind.CORE

    def _around(self, start: int, end: int) -> Sequence[Zone]:
        first = max(0, bisect_right(self._zone_starts, start) - 1)
        return self.zones[first : bisect_right(self._zone_starts, end)]

    @lazy_property
    def _zone_starts(self) -> list[int]:
        return [zone.start for zone in self.zones]


def _separator_of(signs: str, *, spaced: bool) -> Separator:
    """What these signs are between two words if no sentence ends and nothing is quoted; `spaced` if a space follows."""
    if not signs.strip(",，、"):
        return Separator.COMMA
    if signs in _STOPS:
        return Separator.STOP
    if not spaced and not signs.strip(_MIDDLE_DOTS + _IN_BRANDS):
        return Separator.NOTHING
    if _EMOJI.fullmatch(signs):
        return Separator.QUOTE if spaced else Separator.NOTHING
    is_question = spaced and signs.endswith("?")
    return Separator.NOTHING if not signs.strip("?·・&+*") and not is_question else Separator.BORDER


def _visible(signs: str) -> str:
    """The signs without invisible control and format characters; soft hyphens and zero-width spaces stay as hyphens."""
    if signs.isprintable():
        return signs
    return "".join(sign for sign in signs if sign in _DASHES or unicodedata.category(sign) not in {"Cf", "Cc"})


def passage_of(field: TextField, text: str, zones: Sequence[Zone] = ()) -> Passage:
    """The passage of a field's text."""
    return Passage(field, fold(text), zones)
