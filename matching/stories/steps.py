"""The steps of a case that a headline names: charged, convicted, appealed."""

from __future__ import annotations

from core.records import Article
from matching.tables.events import PROCEEDINGS, STEPS


def steps_of(article: Article) -> frozenset[str]:
    """The keys of `STEPS` named in the headline, else in the first sentence; empty if there are none."""
    lead = article.text[:300].partition(". ")[0]
    return _named(article.title or "") or _named(lead)


def are_two_events(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if two headlines name different steps of a case."""
    return bool(one and other) and one.isdisjoint(other)


def are_two_cases(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if two headlines about one person name different steps that do not follow from each other."""
    return are_two_events(one, other) and not (one | other) <= PROCEEDINGS


def _named(text: str) -> frozenset[str]:
    folded = text.casefold()
    return frozenset(step for step, stems in STEPS.items() if any(stem in folded for stem in stems))
