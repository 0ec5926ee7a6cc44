"""The word group in a company's name: in front in Romance and Slavic languages, behind in English."""

from __future__ import annotations

from matching.names.parsing import Name, Part

GROUPS_IN_FRONT = frozenset({"grupo", "gruppo", "groupe", "grupa", "grup", "gruppa", "skupina", "gruppe"})
"""The word group in the languages in which companies have it in front, folded."""
_IN_ENGLISH = "group"


def turned_group(name: Name) -> tuple[str, ...] | None:
    """The words of a company's name as English newspapers have it: Almar Group for Grupo Almar, S.A.; else None."""
    if GROUPS_IN_FRONT.isdisjoint(name.words[:1]):
        return None
    rest = [word for word, part in zip(name.words[1:], name.parts[1:], strict=True) if part is not Part.TITLE]
    return (*rest, _IN_ENGLISH) if rest else None
