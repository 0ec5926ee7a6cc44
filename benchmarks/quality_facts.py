"""What facts of entries make of hits, on the sentences of `samples/evaluation/facts.txt`, for the quality gate.

facts_right           share of the sentences whose only hit has the band expected of it
facts_false_alerts    alerts where the article speaks of somebody else
facts_hidden          hits of the listed person that facts of somebody else lowered
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from core.config import parse_document
from core.records import Band
from matching.engine import compile_watchlist
from matching.examples import article_of
from matching.watchlist.loading import parse_watchlist

SENTENCES = Path(__file__).resolve().parent.parent / "samples" / "evaluation" / "facts.txt"
BELOW = (Band.REVIEW, Band.SUPPRESSED)


def measure(*, show: bool) -> dict[str, float]:
    counts: Counter[str] = Counter()
    groups: dict[str, list[bool]] = defaultdict(list)
    group = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            group = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            expected, name, facts, day, text = line.split(" | ", 4)
            band, plain = band_of(name, facts, day, text), band_of(name, "", day, text)
            right = is_right(expected, band, plain)
            groups[group].append(right)
            counts["facts_false_alerts"] += expected in ("below", "hidden") and band is Band.ALERT
            counts["facts_hidden"] += expected in ("same", "alert") and band.rank < plain.rank
            if show and not right:
                print(f"    expected {expected}, found {band} (without the facts {plain}) | {facts} | {text}")
    for name, results in groups.items():
        print(f"  {sum(results):>4} of {len(results):<4} facts: {name}")
    results = [right for some in groups.values() for right in some]
    return {
        "facts_right": round(sum(results) / len(results), 4),
        "facts_false_alerts": counts["facts_false_alerts"],
        "facts_hidden": counts["facts_hidden"],
    }


def is_right(expected: str, band: Band, plain: Band) -> bool:
    """True if the band is the one expected; `plain` is that of the hit without the facts."""
    if expected == "same":
        return band is plain
    return band in {"below": BELOW, "hidden": (Band.SUPPRESSED,)}.get(expected, (expected,))


def band_of(name: str, facts: str, day: str, text: str) -> Band:
    """The band of the hit of an entry with this name and these facts; suppressed without a hit."""
    entry = f"facts: {facts if facts.startswith('{') else f'{{{facts}}}'}" if facts else "{}"
    listed = f"version: 1\nactors:\n  - id: one\n    name: {name}\n" + (f"    {entry}\n" if facts else "")
    matcher = compile_watchlist(parse_watchlist([parse_document(listed, "watchlist.yaml")]))
    hits = matcher.match(article_of(text, published=None if day == "-" else date.fromisoformat(day)))
    return next((hit.band for hit in hits), Band.SUPPRESSED)
