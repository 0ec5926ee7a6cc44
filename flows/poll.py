"""The poll flow: one cycle of the watch, from the feeds that are due to stored hits.

Its stages are `reading_feeds`, `reading_articles` and `archive`. Prefect sees tens of tasks, not one per article: a
shard of feeds, a batch of articles, a transaction. Their arguments are wrapped by `opaque`, so that Prefect does not
inspect them. Names, parameters, logs and artifacts contain counts and feed ids, never a target, a headline or a quote.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from core.errors import StorageBusyError
from core.memory import collect_rarely
from core.records import CycleSummary, RunKind
from core.settings import Settings
from flows.archive import ArchiveReading, index_words, reread_archive
from flows.current_config import current_config
from flows.extraction_pool import worker_pool
from flows.matcher_cache import list_key, matcher_of
from flows.prefect_tasks import task_runner
from flows.reading_articles import read_articles
from flows.reading_feeds import read_feeds
from flows.records.cycle_record import end_cycle
from flows.records.markdown_reports import cycle_report
from flows.records.progress_bar import archive_bar
from flows.records.run_log import log_cycle
from flows.records.run_state import ended, run_name
from flows.run_config import RunConfig
from flows.server.parent_watch import begin_in_worker
from flows.workers.clusters import CompiledList
from flows.workers.task_engine import TaskEngine
from matching.stories.grouping import forget_articles
from storage.database.locks import run_lock
from storage.store import Store

log = logging.getLogger("watchword.poll")

ARCHIVE_PER_CYCLE = 20_000

_MOST_INDEXED = 5_000  # articles of one cycle; after an update of the program the whole archive is indexed again


@flow(name="poll", flow_run_name=run_name("read feeds and pages"), task_runner=task_runner())
def poll(*, ignore_intervals: bool = False) -> CycleSummary:
    """One cycle on the feeds that are due. Does nothing while another run holds the lock.

    Args:
        ignore_intervals: Ask every feed now, but those that are paused or asked for a later time.
    """
    begin_in_worker()
    collect_rarely()
    settings = Settings()
    try:
        with run_lock(settings.paths, "run"):
            summary = _run_cycle(current_config(settings), ignore_intervals=ignore_intervals)
    except StorageBusyError as busy:
        summary = CycleSummary(holder=busy.holder)
    finally:
        worker_pool().close()
        forget_articles()  # a process that runs many cycles would keep the articles of all
    log_cycle(summary)
    create_markdown_artifact(cycle_report(summary), key="cycle")
    return ended(summary)


def _run_cycle(config: RunConfig, *, ignore_intervals: bool) -> CycleSummary:
    store, started = Store(config.settings.paths), datetime.now(UTC)
    store.prepare()
    run_id = store.runs.begin(RunKind.POLL, started)
    change = _adopt_watchlist(store, config, started)
    with _engine(config) as engine:
        summary = read_feeds(engine, store, run_id, config, started, ignore_intervals=ignore_intervals)
        feeds_read, busy_before = datetime.now(UTC), worker_pool().busy_s
        summary = read_articles(engine, store, run_id, config, summary)
        lost = engine.failures()
    articles_read = datetime.now(UTC)
    busy = worker_pool().busy_s - busy_before
    unindexed = index_words(store, _MOST_INDEXED) if summary.articles_stored else ()
    archive = _reread_archive(store, config)
    moments = (started, feeds_read, articles_read, datetime.now(UTC))
    summary = replace(
        summary,
        watchlist_change=change,
        hits_held_back=summary.hits_held_back + archive.held_back,
        archive_hits=archive.found,
        archive_read=archive.read,
        archive_left=archive.left,
        failures=(*summary.failures, *unindexed, *archive.failures, *lost),
        config_problems=config.problems,
        workers_busy=busy / (articles_read - feeds_read).total_seconds() / worker_pool().processes if busy else None,
        durations=tuple(
            (stage, (end - begin).total_seconds())
            for stage, begin, end in zip(("feeds", "articles", "archive"), moments, moments[1:], strict=False)
        ),
    )
    end_cycle(store, run_id, summary, config.settings, started)
    return summary


def _engine(config: RunConfig) -> TaskEngine:
    """What runs the work of the cycle that needs no database."""
    return TaskEngine(
        config.settings.task_runner,
        CompiledList(list_key(config.watchlist), partial(matcher_of, config.watchlist, config.settings.paths.cache)),
    )


def _reread_archive(store: Store, config: RunConfig) -> ArchiveReading:
    if not store.watchlists.rematch_jobs():
        return ArchiveReading()
    matcher = matcher_of(config.watchlist, config.settings.paths.cache)
    return reread_archive(store, config.watchlist, matcher, most=ARCHIVE_PER_CYCLE, show=archive_bar().show)


def _adopt_watchlist(store: Store, config: RunConfig, now: datetime) -> str:
    """Stores the watchlist's version, which queues a re-match of what changed; returns the changes as counts."""
    since = now - timedelta(days=config.settings.rematch_days)
    watchlist = config.watchlist
    change = store.watchlists.save(watchlist.version, watchlist.targets, now, rematch_since=since)
    counts = (("added", change.added), ("changed", change.changed), ("removed", change.removed))
    return ", ".join(f"{len(targets)} {word}" for word, targets in counts if targets)
