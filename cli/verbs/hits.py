"""`watchword hits`: what was found."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from cyclopts import Parameter, validators

from alerts.text.wording import counted
from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.nearness import unknown_ids
from cli.times import parse_since
from core.records import VERDICT_OF_WORD, Band, ReviewVerdict
from storage import queries

_COLUMNS = ("hit_id", "found_at", "band", "score", "target_name", "surface", "source", "verdict", "title")
_LEAST = ("score", "named as", "found (UTC)", "verdict", "source")

# As they are given, and as they are shown.
Verdict = Literal["confirm", "dismiss", "suppress", "snooze", "confirmed", "dismissed", "suppressed", "snoozed"]


def hits(
    *,
    target: tuple[str, ...] = (),
    band: Band = Band.REVIEW,
    only: bool = False,
    since: str | None = None,
    feed: tuple[str, ...] = (),
    story: str | None = None,
    verdict: Verdict | None = None,
    is_open: Annotated[bool, Parameter(name="--open")] = False,
    closed: bool = False,
    limit: Annotated[int, Parameter(name=("--limit", "-n"), validator=validators.Number(gte=0))] = 50,
    json: bool = False,
) -> int:
    """What was found, newest first. A hit is a quotation, not a finding.

    Args:
        target: Only this watchlist entry (its id); may be repeated.
        band: The lowest band: alert, review or suppressed.
        only: This band alone, without those above it.
        since: Found since then: 90d, 24h, 2026-11-01.
        feed: Only from this feed (its id); may be repeated.
        story: Only those of this story (its id, or its first characters).
        verdict: Only those with this verdict.
        is_open: Only those without a verdict.
        closed: Also closed hits: no longer found in the article, or of an entry that is no longer listed.
        limit: At most so many.
        json: JSON lines with every column of the view, instead of a table.
    """
    after, paths = parse_since(since, datetime.now(UTC)) if since else None, settings().paths
    if said := unknown_ids(paths, target, feed, story):
        logs.print(said, style="red", markup=False)
        return BAD_USAGE
    filters = queries.Filters(
        target,
        band,
        after,
        feed,
        limit,
        only,
        story=story,
        verdict=_verdict_of(verdict),
        is_open=is_open,
        with_closed=closed,
    )
    rows = queries.hits(paths, filters).dicts()
    if json:
        printing.write_json(rows)
    elif rows:
        headers = ("hit", "found (UTC)", "band", "score", "target", "named as", "source", "verdict", "headline")
        printing.write_table(headers, [_cells(row) for row in rows], least=_LEAST)
    else:
        others = "" if band is Band.SUPPRESSED else "; `--band suppressed --only` shows what was found and not reported"
        left_out = 0 if closed else queries.closed_hits(paths, filters)
        gone = f" {counted(left_out, 'closed hit')} left out: `--closed` shows them too." if left_out else ""
        logs.print(f"No hits. That can be normal{others}.{gone}")
    return DONE


def _verdict_of(word: Verdict | None) -> ReviewVerdict | None:
    return (VERDICT_OF_WORD.get(word) or ReviewVerdict(word)) if word else None


def _cells(row: dict[str, object]) -> list[object]:
    shown = row | {"source": printing.outlet(row), "title": row["title"] or row["quote"]}
    if row.get("status", "open") != "open":
        shown["band"] = f"closed: {row['closed_reason']}"
    return [str(row["hit_id"])[:8], *(shown[name] for name in _COLUMNS[1:])]
