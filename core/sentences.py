"""Where sentences end: one rule for matching, stored quotes and mail. Offsets are Unicode code points.

A sentence ends

- at a line break: extraction writes one paragraph a line;
- behind a Chinese or Japanese full stop, exclamation or question mark;
- behind any other such sign and white space, unless the next word begins with a small letter, or a full stop belongs
  to an abbreviation ("Gen. Kim", "No. 5", "Dec. 3") or to one letter or digit ("J. Smith", "the U.S. Treasury",
  "am 5. Mai").

Closing quotation marks and brackets behind the sign belong to the sentence. Where it is not clear, two sentences stay
one: "at Acme Inc. Then he left." is not divided, for a name or a quote that is cut short is worse than one that is too
long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from core.letters import is_small_letter

_SIGNS = ".!?…؟۔։।॥"  # of Latin, Cyrillic, Greek, Arabic, Urdu, Armenian and the scripts of India
_UNSPACED_SIGNS = "。！？｡"  # of Chinese and Japanese
_BREAK = re.compile(  # one set of characters first: a third of the time of three alternatives
    rf"[{_SIGNS}{_UNSPACED_SIGNS}\n](?:"
    rf"(?<=[{_SIGNS}])([{_SIGNS}]*(?:[\"'“”‘’«»‹›)\]]|\s[»›])*)\s+"
    rf"|(?<=[{_UNSPACED_SIGNS}])([{_UNSPACED_SIGNS}]*[」』”’）]*)\s*"
    r"|(?<=\n)\s*)"
)
_OPENING_QUOTES = "\"'“‘„«»‹"
_WORD_BEFORE = re.compile(r"\w+$")
_LONGEST_ABBREVIATION = 12  # characters before a full stop that are looked at
_UNSPACED = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]")  # their one-letter words are words

_ABBREVIATIONS = """
    mr mrs ms mx dr prof hon rev fr lt col maj gen capt cmdr adm sgt cpl brig sen rep gov mme mlle sra dott mag
    dipl ing jr sr esq st ste vs inc corp co ltd md mohd muh muhd bros messrs art approx ft rs govt dept univ
    intl natl mfg inş i̇nş san tic paz nak müh ith ihr hnos cía gebr ges masch przeds zakł assoc fco fca gmo fdo
    inv svcs svc eng engg engr constr const mgmt equip trdg shpg pharm chem elect imp exp serv transp soc costr distr
    elec indus hldgs assn fdn coop technol agric invt manuf mfr dev devt
    cllr lic arq adv avv lcdo lcda mtro mtra gral cnel tte dra sra srta exmo exma mgr judr mudr phdr rndr paeddr msgr
    insp supt comdt cmdt amb atty pres barr
    ul im os nam av avda blvd bulv str др пр им ул пл просп бул вул пер
    """
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Words, in small letters, whose full stop ends no sentence. Own collection, for the languages of Europe."""
_NUMBER_ABBREVIATIONS = "no nr jan feb mar apr jun jul aug sept oct nov dec"
NUMBER_ABBREVIATIONS = frozenset(_NUMBER_ABBREVIATIONS.split())
"""The same, but only before a digit ("No. 5", "Mar. 3"): some are words too. Own collection."""


class BreakKind(Enum):
    """What divides two sentences."""

    SIGN = "sign"  # a full stop, question mark …
    LINE = "line"  # a line break behind none of them
    WRAPPED = "wrapped"  # a line break behind a full stop that alone would end no sentence: "Mr.", "J."


class SentenceBreak(NamedTuple):
    """Where one sentence ends and the next begins; only white space is between the two offsets."""

    end: int
    start: int
    kind: BreakKind


def sentence_breaks(text: str, start: int = 0, end: int | None = None) -> Iterator[SentenceBreak]:
    """The breaks within `text[start:end]`, in order; one behind the last sentence only if white space follows it."""
    for found in _BREAK.finditer(text, start, len(text) if end is None else end):
        if found.lastindex is None:
            yield SentenceBreak(found.start(), found.end(), BreakKind.LINE)
        elif found.lastindex == 2 or _ends_sentence(text, found.start(), found.end()):
            yield SentenceBreak(found.end(found.lastindex), found.end(), BreakKind.SIGN)
        elif "\n" in found[0]:
            yield SentenceBreak(found.end(1), found.end(), BreakKind.WRAPPED)


def sentence_around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Start and end of the sentence, or sentences, that hold `text[start:end]`, at most `reach` from it on either side.

    Where no sentence begins or ends within `reach`, the result ends there, in the middle of a sentence.
    """
    low, high = max(0, start - reach), min(len(text), end + reach)
    first, last = low, high
    for sentence_break in sentence_breaks(text, low, high):
        if sentence_break.start <= start:
            first = sentence_break.start
        elif sentence_break.end >= end:
            last = sentence_break.end
            break
    return first, last


def _ends_sentence(text: str, sign: int, following: int) -> bool:
    """Whether the signs at `sign` end a sentence; the next word, or its quotation mark, is at `following`."""
    letter = text[following : following + 1]
    if letter and letter in _OPENING_QUOTES:
        letter = text[following + 1 : following + 2]
    if is_small_letter(letter):
        return False
    return text[sign] != "." or not _is_abbreviated(text, sign, following_is_digit=letter.isdigit())


def _is_abbreviated(text: str, stop: int, *, following_is_digit: bool) -> bool:
    """Whether the word before the full stop at `stop` is an abbreviation, an initial or a single digit."""
    found = _WORD_BEFORE.search(text[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    if found is None:
        return False
    word = found[0].lower()
    if word in NUMBER_ABBREVIATIONS:
        return following_is_digit
    return word in ABBREVIATIONS or (len(word) == 1 and not _UNSPACED.match(word))
