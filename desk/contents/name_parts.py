"""The parts of a listed name against those of the text, as the reason of a hit has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from core.records import ReasonCode
from matching.text.folding import fold

IN_PARTS = ("words", "omitted")
"""The facts of a reason that are shown part by part."""


@dataclass(frozen=True, slots=True)
class NamePart:
    """A part of the listed name, folded; what it is in the text, empty if it is missing there; how, and how far off.

    `cost` is in letters, 0 for a part that is the same; None for one that is missing.
    """

    listed: str
    found: str
    method: str
    cost: float | None


def name_parts(reasons: Iterable[Mapping[str, Any]]) -> tuple[NamePart, ...]:
    """The parts that the reason about the name has; empty for a scheme, and where the name is met word for word."""
    facts = next((one["facts"] for one in reasons if one["code"] == ReasonCode.NAME and "words" in one["facts"]), None)
    if facts is None:
        return ()
    surface = str(facts["surface"])
    folded = fold(surface)
    words = [surface[start:end] for start, end in (folded.span(number, number) for number in range(folded.count))]
    met = [
        NamePart(
            one["listed"],
            " ".join(words[index] for index in one["words"] if 0 <= index < len(words)),
            one["method"],
            one["cost"],
        )
        for one in facts["words"]
    ]
    return (*met, *(NamePart(listed, "", "", None) for listed in facts["omitted"]))
