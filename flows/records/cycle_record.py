"""The record that a cycle leaves: the end of its run with its counts, and the read snapshot."""

from __future__ import annotations

from datetime import UTC, datetime

from core.records import CycleSummary, Stage
from core.settings import Settings
from flows.records.cycle_health import report_health
from storage.store import Store


def end_cycle(store: Store, run_id: str, summary: CycleSummary, settings: Settings, started: datetime) -> None:
    """Records the end of a cycle, complete unless no feed answered; publishes what changed, and which feeds failed."""
    ended = datetime.now(UTC)
    store.runs.end(run_id, ended, _counts(summary), complete=not summary.nothing_answered)
    store.publish_snapshot(ended, force=any(one.stage is Stage.FEED for one in summary.failures))
    report_health(settings, summary, started)


def _counts(summary: CycleSummary) -> dict[str, float]:
    """The counts and the seconds of each stage that are stored with the run."""
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
        **({"hits_held_back": summary.hits_held_back} if summary.hits_held_back else {}),
        **({"hits_dismissed": summary.hits_dismissed} if summary.hits_dismissed else {}),
        **{f"hits_{band}": count for band, count in summary.hits},
        **{f"seconds_{stage}": round(took, 2) for stage, took in summary.durations},
        **({} if summary.workers_busy is None else {"workers_busy": round(summary.workers_busy, 2)}),
    }
