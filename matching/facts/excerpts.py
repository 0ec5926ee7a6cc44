"""The part of a passage around a mention in which it is read what the article says of the mentioned person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from core.lazy_property import lazy_property
from core.sentences import sentence_around
from matching.tables.age_words import STOP_WORDS
from matching.tables.people import introduced, related, somebody
from matching.tables.things import things

_OTHER_DIGITS = re.compile("[٠-٩۰-۹०-९]")
REACH = 300
"""Characters on either side of a mention that are read at most."""
POSSESSIVE = re.compile(r"['’]s\b|['’](?=\s)")
"""Behind a name, where what follows is about something or somebody of that person."""
_BEARER = re.compile(r"\b(?:man|vrouw)\b", re.IGNORECASE)  # husband and wife too, in Dutch
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TO_OCCUPATION = 60  # characters before a name in which "the wife of the banker" may stand
_TO_THING = 40  # characters before a name in which "the firm of" may stand
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|en|em|w|te|в)\s+(?:the\s+)?[^\W\da-zß-ÿа-яё][^\s,.;:]*(?:[\s-][^\W\da-zß-ÿа-яё][^\s,.;:]*)*"
)
_FROM_PLACE = re.compile(
    r"^,?\s+(?:of|from|aus|de|di|da|do|uit|z|ze|из|із|з)\s+[A-ZÀ-ÞА-ЯІЇЄ][^\s,.;:]*(?:\s[A-ZÀ-ÞА-ЯІЇЄ][^\s,.;:]*)*"
    r"(?:,\s+[A-ZÀ-ÞА-ЯІЇЄ][^\s,.;:]*(?:\s[A-ZÀ-ÞА-ЯІЇЄ][^\s,.;:]*)*)?(?=,)"
)
_NAMED = re.compile(r"[^\W\d_][\w'’-]+ (?:[^\W\d_]\.? )?[^\W\d_][\w'’-]+")


@dataclass(frozen=True)
class MentionExcerpt:
    """A mention at `[start, end)` of a text, with the rest of its line, its sentence and the next one.

    `oblique` is True in a grammatical case in which the name is no subject.
    """

    text: str
    start: int
    end: int
    oblique: bool = False

    @lazy_property
    def sentence(self) -> tuple[int, int]:
        """Start and end of the mention's sentence."""
        return sentence_around(self.text, self.start, self.end, REACH)

    @lazy_property
    def following(self) -> tuple[int, int]:
        """Start and end of the next sentence, which may begin the next paragraph; empty at the end of the text."""
        start = self.sentence[1]
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        if start >= len(self.text) or start - self.end > REACH:
            return start, start
        return sentence_around(self.text, start, start + 1, REACH)

    @lazy_property
    def before(self) -> str:
        """The line up to the mention, as far as it is read."""
        return self.text[max(0, self.start - REACH) : self.start].rpartition("\n")[2]

    @lazy_property
    def after(self) -> str:
        """The line from the end of the mention on, as far as it is read."""
        return self.text[self.end : self.end + REACH].partition("\n")[0]

    @lazy_property
    def around(self) -> str:
        """The mention's sentence without the mention."""
        start, end = self.sentence
        return f"{self.text[start : self.start]} … {self.text[self.end : end]}"

    @lazy_property
    def around_without_places(self) -> str:
        """The mention's sentence without the mention, and without the places that prepositions show to be some."""
        start, end = self.sentence
        behind = _FROM_PLACE.sub("", self.text[self.end : end])
        return _IN_PLACE.sub("", f"{self.text[start : self.start]} … {behind}")


@lru_cache(maxsize=16)
def with_usual_digits(text: str) -> str:
    """The text, of the same length, with 0 to 9 for the digits of Arabic, Persian and Devanagari."""
    return _OTHER_DIGITS.sub(lambda digit: str(int(digit[0])), text)


def is_dependent(excerpt: MentionExcerpt) -> bool:
    """True for a name that is not what its sentence is about: in the genitive, or behind "of" or "about"."""
    return excerpt.oblique or _dependent().search(excerpt.before) is not None


@cache
def _dependent() -> re.Pattern[str]:
    words = rf"\b(?!(?:said|is|was)\s)(?:{STOP_WORDS}|about|over|sur|über|sobre|su|о|об|про)\s+(?:the\s+)?"
    return re.compile(rf"(?:{words}|\b(?:d|dell|sull|all|dall)['’])$", re.IGNORECASE)


def is_of_relative(excerpt: MentionExcerpt) -> bool:
    """True behind a relative and an occupation of the bearer: "the wife of the banker Jane Roe"."""
    leading = _before_occupation().search(excerpt.before[-_TO_OCCUPATION:])
    return leading is not None and names_relative(leading["of"] or leading["arabic"])


@cache
def _before_occupation() -> re.Pattern[str]:
    occupation = r"(?:(?:the|late|former)\s+){0,2}(?:[^\W\d_][\w'’-]*\s+){1,2}"
    genitive = r"(?:(?:of|des|der|von|van|du|de|de\s+la|del|della|do|da|di)\s+|(?:de\s+l|dell)['’])"
    arabic = r"(?P<arabic>[\u0621-\u064a]+)\s+ال[\u0621-\u064a]+\s+"
    return re.compile(rf"(?<!\w)(?P<of>[^\W\d_]+)\s+{genitive}{occupation}$|{arabic}$", re.IGNORECASE)


def is_in_construct(excerpt: MentionExcerpt) -> bool:
    """True for an Arabic name right behind a word for somebody or something of its bearer: محامي فلان is the lawyer."""
    last = excerpt.before.rstrip().rpartition(" ")[2]
    is_arabic = re.search("[\u0621-\u064a]$", last) is not None and not last.startswith("ال")
    return is_arabic and (related().fullmatch(last) or things().fullmatch(last)) is not None


def is_owner(excerpt: MentionExcerpt) -> bool:
    """True for "the firm of Jane Roe", where what follows may be said of the firm."""
    return is_dependent(excerpt) and things().search(excerpt.before[-_TO_THING:]) is not None


def introduces_somebody(stretch: str) -> bool:
    """True if a noun that may be a person's is new in the stretch: "a waiter", "eine Schülerin", "un joyero"."""
    return introduced().search(stretch) is not None


def leads_to_another(between: str) -> bool:
    """True if the words between an age and a name may hold the person whose age it is; a man or woman is the bearer."""
    return names_another(between) or names_relative(between)


def names_relative(stretch: str) -> bool:
    """True if the stretch speaks of somebody by a relation to another; a man or woman is none."""
    return related().search(_BEARER.sub("", stretch)) is not None


def names_somebody(stretch: str) -> bool:
    """True if people are named in the stretch, by a word for people or by two words with capitals in a row."""
    return somebody().search(stretch) is not None or names_another(stretch)


def names_another(stretch: str) -> bool:
    """True for two words with capitals in a row, as names have; not for one, and not in scripts without case."""
    return any(all(word[0].isupper() for word in _WORD.findall(found[0])) for found in _pairs(stretch))


def _pairs(stretch: str) -> list[re.Match[str]]:
    found, position = [], 0
    while pair := _NAMED.search(stretch, position):
        found.append(pair)
        position = pair.start() + max(1, pair[0].find(" "))
    return found
