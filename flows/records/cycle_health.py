"""What watches the watch: a file of metrics, a ping to a dead man's switch, and a note of the last run.

The metrics are counts, never names. Nothing here fails a cycle: what goes wrong is a warning in the log.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.atomic_files import PRIVATE, replace_file
from core.errors import FetchError
from core.records import Band, CycleSummary, Stage
from core.settings import DataPaths, Settings
from extractors.fetching.client import HttpPoster
from extractors.fetching.policy import FetchPolicy

log = logging.getLogger("watchword.health")


@dataclass(frozen=True, slots=True)
class LastRun:
    """How the data folder was last run; `is_attended`: by a person at a terminal; `by_worker`: by `watchword up`."""

    config_dir: Path
    at: datetime
    is_attended: bool
    by_worker: bool


def last_run(paths: DataPaths) -> LastRun | None:
    """The last run of a cycle; None if there was none, or its note cannot be read."""
    try:
        noted = json.loads(paths.last_run.read_text("utf-8"))
        return LastRun(
            Path(noted["config_dir"]),
            datetime.fromisoformat(noted["at"]),
            is_attended=bool(noted["is_attended"]),
            by_worker=bool(noted["by_worker"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def report_health(settings: Settings, summary: CycleSummary, started: datetime) -> None:
    """After each cycle: notes the run and writes the metrics; after a complete one, pings as well."""
    now = datetime.now(UTC)
    try:
        _note_run(settings, now)
        if settings.metrics_file:
            _write_metrics(settings.metrics_file, summary, started, now)
    except OSError as error:
        log.warning("The health of this cycle could not be written: %s", error)
    if settings.ping_url and not summary.nothing_answered:
        _ping(settings)


def _note_run(settings: Settings, now: datetime) -> None:
    by_worker = "PREFECT__FLOW_RUN_ID" in os.environ
    note = {
        "config_dir": str(settings.config_dir.absolute()),
        "at": now.isoformat(timespec="seconds"),
        "is_attended": sys.stderr.isatty() and not by_worker,
        "by_worker": by_worker,
    }
    replace_file(settings.paths.last_run, json.dumps(note).encode(), mode=PRIVATE)


def _ping(settings: Settings) -> None:
    """A failed ping is seen where it is missing; its address is a secret and is not logged."""
    assert settings.ping_url is not None
    try:
        answer = HttpPoster(FetchPolicy.from_settings(settings)).post(settings.ping_url.get_secret_value(), b"", ())
    except FetchError as error:
        log.warning("WATCHWORD_PING_URL could not be reached: %s", type(error).__name__)
        return
    if not 200 <= answer.status < 300:
        log.warning("WATCHWORD_PING_URL answered %d", answer.status)


def _write_metrics(path: Path, summary: CycleSummary, started: datetime, now: datetime) -> None:
    from prometheus_client import CollectorRegistry, Gauge, generate_latest  # only who has set the file pays for it

    registry = CollectorRegistry()

    def gauge(name: str, help_text: str, *labels: str) -> Gauge:
        return Gauge(f"watchword_{name}", help_text, labels, registry=registry)

    gauge("last_cycle_timestamp_seconds", "When the last cycle ended.").set(now.timestamp())
    gauge("last_cycle_complete", "1 if a feed could be read or none was due.").set(not summary.nothing_answered)
    seconds = gauge("cycle_seconds", "Duration of the last cycle and of its stages.", "stage")
    seconds.labels("all").set((now - started).total_seconds())
    for stage, took in summary.durations:
        seconds.labels(stage).set(took)
    feeds = gauge("feeds", "Feeds on the list, due and read in the last cycle.", "state")
    for state, count in (("listed", summary.feeds_total), ("due", summary.feeds_due), ("read", summary.feeds_read)):
        feeds.labels(state).set(count)
    articles = gauge("articles", "Articles stored in the last cycle.", "kind")
    articles.labels("new").set(summary.articles_new)
    articles.labels("changed").set(summary.articles_changed)
    hits = gauge("hits", "New hits of the last cycle by band.", "band")
    found = dict(summary.hits)
    for band in Band:
        hits.labels(band.value).set(found.get(band, 0))
    gauge("entries_waiting", "Entries left for the next cycle.").set(summary.pending)
    failures = gauge("failures", "What failed in the last cycle, by stage.", "stage")
    counts = Counter(one.stage for one in summary.failures)
    for one in Stage:
        failures.labels(one.value).set(counts[one])
    gauge("configuration_problems", "Problems for which a last good file is in force.").set(
        len(summary.config_problems)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, generate_latest(registry), mode=0o644)  # only counts, for a collector of another account
