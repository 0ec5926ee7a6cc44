"""Why two articles are in one story, as a sentence for a person."""

from __future__ import annotations

from collections.abc import Mapping

from matching.stories.terms import Terms
from matching.tables.places import ENGLISH_NAMES

_MOST_WORDS = 5
_KINDS = ("target", "figure", "place")


def what_is_common(terms: Terms, weights: Mapping[str, float], other_weights: Mapping[str, float], hours: int) -> str:
    """The watchlist entries, figures, places and rarest words that two articles share, and how far apart they are.

    `weights` are the weights of the terms of the one article, `other_weights` those of the other, `hours` the time
    between them. Words are shown as they stand in the one article.
    """
    common = sorted(
        weights.keys() & other_weights.keys(), key=lambda term: (-weights[term] * other_weights[term], term)
    )
    kinds = {kind: [term.removeprefix(f"{kind} ") for term in common if term.startswith(f"{kind} ")] for kind in _KINDS}
    words = [terms.surfaces[term] for term in common if term in terms.surfaces and not term[0].isdigit()]
    entries = len(kinds["target"])
    parts = [
        f"{entries} watchlist {'entry' if entries == 1 else 'entries'} in common" if entries else "",
        _listed("the figure", [f"{float(figure):,.12g}" for figure in kinds["figure"]]),
        "" if words else _listed("the place", [ENGLISH_NAMES[place] for place in kinds["place"]]),
        _listed("the word", words),
        f"{hours} {'hour' if hours == 1 else 'hours'} apart",
    ]
    return ", ".join(part for part in parts if part)


def _listed(name: str, found: list[str]) -> str:
    shown = found[:_MOST_WORDS]
    return f"{name}{'s' if len(shown) > 1 else ''} {', '.join(shown)}" if shown else ""
