"""What facts of entries make of hits, on the sentences of `samples/evaluation`, for the quality gate.

facts_right           share of the sentences of `facts.txt` whose hits have the bands expected of them
facts_false_alerts    alerts where the article speaks of somebody else
facts_hidden          hits of the listed person that facts of somebody else lowered
further_…             the same of `facts-further.txt`, kinds that were thought of later
press_…               the same of `facts-press.txt`, how the press writes: notices, obituaries, results
held_out_…            the same of `facts-held-out.txt`, which no rule was made after
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from core.config import parse_document
from core.records import Band
from matching.engine import compile_watchlist
from matching.examples import article_of
from matching.watchlist.loading import parse_watchlist

FOLDER = Path(__file__).resolve().parent.parent / "samples" / "evaluation"
BELOW = (Band.REVIEW, Band.SUPPRESSED)


class Case(NamedTuple):
    """A sentence with what is expected of each of the entries, which all have the same name."""

    group: str
    expected: Sequence[str]
    name: str
    facts: Sequence[str]
    day: str
    text: str


def measure(*, show: bool) -> dict[str, float]:
    figures: dict[str, float] = {}
    for prefix, file in (
        ("", "facts"),
        ("further_", "facts-further"),
        ("press_", "facts-press"),
        ("held_out_", "facts-held-out"),
    ):
        measured = _measured(FOLDER / f"{file}.txt", show=show)
        figures |= {f"{prefix}{name}": value for name, value in measured.items()}
    return figures


def _measured(path: Path, *, show: bool) -> dict[str, float]:
    counts: Counter[str] = Counter()
    groups: dict[str, list[bool]] = {}
    for case in cases(path):
        groups.setdefault(case.group, []).append(judged(case, counts, show=show))
    for name, results in groups.items():
        print(f"  {sum(results):>4} of {len(results):<4} {path.stem}: {name}")
    every = [right for results in groups.values() for right in results]
    return {
        "facts_right": round(sum(every) / len(every), 4),
        "facts_false_alerts": counts["false"],
        "facts_hidden": counts["hidden"],
    }


def cases(path: Path) -> Iterator[Case]:
    group = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            group = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            expected, name, facts, day, text = line.split(" | ", 4)
            yield Case(group, expected.split("; "), name, facts.split(" ;; "), day, text.replace("\\n", "\n"))


def judged(case: Case, counts: Counter[str], *, show: bool) -> bool:
    """True if every entry has the band expected of it; counts false alerts and hidden hits."""
    bands = bands_of(case.name, case.facts, case.day, case.text)
    plain = bands_of(case.name, [""], case.day, case.text)[0]
    for expected, band in zip(case.expected, bands, strict=True):
        counts["false"] += expected in ("below", "hidden") and band is Band.ALERT
        counts["hidden"] += expected in ("same", "alert") and band.rank < plain.rank
    right = all(is_right(expected, band, plain) for expected, band in zip(case.expected, bands, strict=True))
    if show and not right:
        facts = " and ".join(case.facts)
        print(f"    expected {case.expected}, found {bands} (without the facts {plain}) | {facts} | {case.text}")
    return right


def is_right(expected: str, band: Band, plain: Band) -> bool:
    """True if the band is the one expected; `plain` is that of the hit without the facts."""
    if expected == "same":
        return band is plain
    return band in {"below": BELOW, "hidden": (Band.SUPPRESSED,)}.get(expected, (expected,))


def bands_of(name: str, facts: Sequence[str], day: str, text: str) -> list[Band]:
    """The bands of the hits of entries with this name and these facts; suppressed without a hit."""
    entries = [_entry(f"e{number}", name, one) for number, one in enumerate(facts)]
    listed = parse_document("version: 1\nactors:\n" + "".join(entries), "watchlist.yaml")
    matcher = compile_watchlist(parse_watchlist([listed]))
    hits = matcher.match(article_of(text, published=None if day == "-" else date.fromisoformat(day)))
    bands = {hit.target_id: hit.band for hit in hits}
    return [bands.get(f"e{number}", Band.SUPPRESSED) for number in range(len(facts))]


def _entry(key: str, name: str, facts: str) -> str:
    entry = f"  - id: {key}\n    name: {name}\n"
    return entry + (f"    facts: {facts if facts.startswith('{') else f'{{{facts}}}'}\n" if facts else "")
