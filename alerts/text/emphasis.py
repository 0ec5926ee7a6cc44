"""How a find is emphasised, in mail and on the desk alike."""

from __future__ import annotations

import re
from enum import StrEnum

from alerts.text.wording import needs_check
from core.records import Band, MatchMethod, TargetKind

_REST_OF_WORD = re.compile(r"[a-z’']{0,20}(?<=[a-z])")


class Emphasis(StrEnum):
    """Why a part of a text is emphasised, weakest first; where finds overlap the strongest is shown."""

    NONE = ""
    FAINT = "faint"  # of a hit that is not reported
    TERM = "term"  # a term of a scheme
    NEAR = "near"  # a spelling to check
    EXACT = "exact"

    @property
    def strength(self) -> int:
        """0 for the weakest."""
        return list(Emphasis).index(self)


def emphasis_of(kind: str, band: str, method: str) -> Emphasis:
    """How a mention of a hit with this kind and band is emphasised; an unknown method needs no check."""
    if band == Band.SUPPRESSED:
        return Emphasis.FAINT
    if method in set(MatchMethod) and needs_check(MatchMethod(method)):
        return Emphasis.NEAR
    return Emphasis.TERM if kind == TargetKind.SCHEME else Emphasis.EXACT


def word_end(text: str, end: int) -> int:
    """The end of the word in which a mention ends: `laptop farm*` ends in the middle of "laptop farms"."""
    rest = _REST_OF_WORD.match(text, end)
    return rest.end() if rest else end
