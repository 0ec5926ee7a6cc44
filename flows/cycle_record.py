"""The record that a cycle leaves: the end of its run with its counts, and the read snapshot."""

from __future__ import annotations

from datetime import datetime

from core.records import CycleSummary, Stage
from storage.store import Store


def end_cycle(store: Store, run_id: str, summary: CycleSummary, ended: datetime) -> None:
    """Records the end of a cycle, complete unless no feed answered; publishes what changed, and which feeds failed."""
    store.end_run(run_id, ended, _counts(summary), complete=not summary.nothing_answered)
    store.publish_snapshot(ended, force=any(one.stage is Stage.FEED for one in summary.failures))


def _counts(summary: CycleSummary) -> dict[str, int]:
    """The counts that are stored with the run."""
    return {
        "feeds_due": summary.feeds_due,
        "feeds_read": summary.feeds_read,
        "entries_new": summary.entries_new,
        "articles_new": summary.articles_new,
        "articles_changed": summary.articles_changed,
        "archive_hits": summary.archive_hits,
        "archive_read": summary.archive_read,
        "archive_left": summary.archive_left,
        "failures": len(summary.failures),
        **{f"hits_{band}": count for band, count in summary.hits},
    }
