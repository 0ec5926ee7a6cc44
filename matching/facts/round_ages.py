"""The age of the mentioned person in round numbers: "in his early forties", "aged between 30 and 40"."""

from __future__ import annotations

import re

from matching.facts import age_patterns as patterns
from matching.facts.claims import AgeTime, Claim, FactKind
from matching.facts.excerpts import MentionExcerpt, leads_to_another, names_somebody

_LEAST, _MOST = 10, 105  # ages of which newspapers give two
_IN_DECADE = (
    r"(?:in|into)\s+(?:his|her|their)\s+(?P<part>early|mid|late)?[\s-]*"
    r"(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0['’]?s)\b"
)
_BELIEVED = r"(?:(?:believed|thought|said|understood|reported|estimated)\s+to\s+be\s+)?"
_DECADE = re.compile(
    rf"[\s,]+(?:who\s+is\s+|is\s+)?{_BELIEVED}(?:now\s+|still\s+|well\s+)*(?:a\s+(?:man|woman)\s+)?{_IN_DECADE}"
)
_LEADING_DECADE = re.compile(
    rf"(?:^|[.!?]\s+)(?:Now\s+|Still\s+|Already\s+|Well\s+|well\s+|A\s+(?:man|woman)\s+)*{_IN_DECADE},\s+(?:[\w'’-]+\s+){{0,4}}$",
    re.IGNORECASE,
)
_PRESENT_DECADE = re.compile(r"^\W*(?:Now|Still|Already|Well|He|She)\b", re.IGNORECASE)
_NEXT_DECADE = re.compile(rf"(?:He|She)\s+is\s+(?:now\s+|well\s+)*{_IN_DECADE}")
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9), None: (0, 9)}


def age_between(excerpt: MentionExcerpt) -> Claim | None:
    """An age between two: "aged between 30 and 40", "zwischen 30 und 40 Jahre alt"."""
    found = patterns.between_pattern().match(excerpt.after)
    if found is None:
        return None
    group = "low" if found["low"] else "low2"
    low, high = int(found[group]), int(found[group.replace("low", "high")])
    if not _LEAST <= low < high <= _MOST:
        return None
    start, end = excerpt.end + found.start(group), excerpt.end + found.end(group.replace("low", "high"))
    return Claim(FactKind.AGE, start, end, f"aged {low} to {high}", ages=(low, high))


def age_in_decade(excerpt: MentionExcerpt) -> Claim | None:
    """An age in round numbers: "in his early forties"."""
    found, offset = _DECADE.match(excerpt.after), excerpt.end
    if is_leading := found is None:
        found, offset = _LEADING_DECADE.search(excerpt.before), excerpt.start - len(excerpt.before)
        if found is not None and leads_to_another(excerpt.before[found.end("decade") :]):
            return None
    if found is None and not names_somebody(excerpt.around_without_places):
        found, offset = _NEXT_DECADE.match(excerpt.text, *excerpt.following), 0
    if found is None:
        return None
    word = found["decade"].casefold()
    decade = _DECADES.get(word) or int(word[:2])
    low, high = _PARTS[found["part"] and found["part"].casefold()]
    start, end = offset + found.start("decade"), offset + found.end("decade")
    said = f"aged {decade + low} to {decade + high}"
    when = AgeTime.PERHAPS_EARLIER if is_leading and not _PRESENT_DECADE.search(found[0]) else AgeTime.NOW
    return Claim(FactKind.AGE, start, end, said, ages=(decade + low, decade + high), when=when)
