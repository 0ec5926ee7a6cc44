"""The poll flow: one cycle of the watch, from the feeds that are due to stored hits.

Prefect sees tens of tasks, not one per article: a shard of feeds, a batch of articles, a transaction. Their arguments
are wrapped by `opaque`, so that Prefect does not inspect them. Names, parameters, logs and artifacts contain counts and
feed ids, never a target, a headline or a quote.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import as_completed

from alerts.delivering.outbox import DrainSummary
from core.errors import StorageBusyError, is_transient
from core.isolation import attempt_in_halves
from core.memory import collect_rarely, give_back_freed
from core.records import (
    ArticleOutcome,
    Band,
    CycleSummary,
    DeliveryState,
    DigestKind,
    Failure,
    FailureKind,
    FeedPoll,
    FeedSource,
    FeedState,
    Hit,
    PendingEntry,
    PollStatus,
    Stage,
)
from core.settings import Settings
from core.urls import site_of
from extractors.fetching.policy import FetchPolicy
from extractors.polling.cycle import conclude_polls
from extractors.polling.schedule import due_feeds, is_paused
from flows.archive import INDEXED_TOGETHER, ArchiveReading, index_words, reread_archive
from flows.batching import batches, shards
from flows.current_config import current_config
from flows.dispatcher import Dispatcher, QueueResult
from flows.extraction_pool import worker_pool
from flows.matcher_cache import matcher_of
from flows.prefect_tasks import Handed, opaque, task_runner
from flows.records.cycle_record import end_cycle
from flows.records.markdown_reports import cycle_report
from flows.records.progress_bar import ProgressBar, archive_bar
from flows.records.run_log import log_cycle
from flows.records.run_state import ended, run_name
from flows.run_config import RunConfig
from flows.server.parent_watch import begin_in_worker
from flows.stories import Unpublished, update_stories
from flows.workers import work
from flows.workers.clusters import CompiledList, WorkersDiedError
from flows.workers.task_engine import TaskEngine
from flows.workers.work import Batch, Shard, ShardAnswers, ask_shard
from matching.index.compiled import index_format
from matching.stories.grouping import forget_articles
from storage.database.locks import run_lock
from storage.results import SaveResult
from storage.store import Store

log = logging.getLogger("watchword.poll")

PENDING_PER_CYCLE = 2_000
ARCHIVE_PER_CYCLE = 20_000


def _worth_retrying(_task: object, _run: object, state: State[object]) -> bool:
    return is_transient(state.result(raise_on_failure=False))


_MOST_INDEXED = 5_000  # articles of one cycle; after an update of the program the whole archive is indexed again
_RETRIED: dict[str, Any] = {
    "retries": 2,
    "retry_delay_seconds": [1, 5],
    "retry_condition_fn": _worth_retrying,
    "cache_policy": NO_CACHE,
    "persist_result": False,
}
"""The retry policy of every task: errors whose type is transient are retried, others are not."""


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
    run_id = store.runs.begin("poll", started)
    change = _adopt_watchlist(store, config, started)
    with _engine(config) as engine:
        summary = _read_feeds(engine, store, run_id, config, started, ignore_intervals=ignore_intervals)
        feeds_read, busy_before = datetime.now(UTC), worker_pool().busy_s
        summary = _read_articles(engine, store, run_id, config, summary)
        lost = engine.failures()
    articles_read = datetime.now(UTC)
    busy = worker_pool().busy_s - busy_before
    unindexed = index_words(store, _MOST_INDEXED) if _stored(summary) else ()
    archive = _reread_archive(store, config)
    moments = (started, feeds_read, articles_read, datetime.now(UTC))
    summary = replace(
        summary,
        watchlist_change=change,
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
        CompiledList(_list_key(config), partial(matcher_of, config.watchlist, config.settings.paths.cache)),
    )


def _list_key(config: RunConfig) -> str:
    return f"{index_format()}-{config.watchlist.version}"


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


# ---------------------------------------------------------------- feeds


def _read_feeds(
    engine: TaskEngine, store: Store, run_id: str, config: RunConfig, started: datetime, *, ignore_intervals: bool
) -> CycleSummary:
    store.feeds.sync(config.sources)
    store.feeds.save_deferred_polls()  # of a run that was killed
    states = store.feeds.states()
    asked = due_feeds(config.sources, states, started, ignore_intervals=ignore_intervals)
    log.info("asking %d of %d feeds", len(asked), len(config.sources))
    if asked:
        engine.open()
    policy = FetchPolicy.from_settings(config.settings)
    futures = [
        poll_shard.submit(opaque(engine), opaque(Shard(sources, _states_of(sources, states), policy)))
        for sources in shards(asked)
    ]
    polls: list[FeedPoll] = []
    entries_new = 0
    for future in as_completed(futures):  # stored at once: after a kill, no feed may be polled again too soon
        shard, answered = future.result().take()
        shard_polls, new = save_polls(opaque(store), run_id, opaque(shard), opaque(answered))
        entries_new += new
        polls.extend(shard_polls)
        log.info("feeds: %d of %d asked", len(polls), len(asked))
    store.feeds.save_deferred_polls()
    failures = tuple(one.failure for one in polls if one.failure is not None)
    log.info("%d of %d feeds read; new entries: %d", len(asked) - len(failures), len(asked), entries_new)
    return CycleSummary(
        feeds_total=len(config.sources),
        feeds_due=len(asked),
        feeds_paused=sum(is_paused(source, states) for source in config.sources),
        feeds_read=sum(one.status is not PollStatus.FAILED for one in polls),
        entries_new=entries_new,
        failures=failures,
    )


def _states_of(shard: Iterable[FeedSource], states: Mapping[str, FeedState]) -> dict[str, FeedState]:
    return {one.feed_id: states[one.feed_id] for one in shard if one.feed_id in states}


@task(name="poll feeds", **_RETRIED)
def poll_shard(engine: TaskEngine, shard: Shard) -> Handed[tuple[Shard, ShardAnswers]]:
    """Asks these feeds concurrently, within the rate limits; returns them with their answers."""
    try:
        return Handed((shard, engine.run(ask_shard, shard)))
    except WorkersDiedError:  # bodies are parsed in processes of their own: here they can do no harm
        return Handed((shard, ask_shard(shard)))


@task(name="store polls", **_RETRIED)
def save_polls(store: Store, run_id: str, shard: Shard, answered: ShardAnswers) -> tuple[list[FeedPoll], int]:
    """Stores the polls of these answers in one transaction, or none if there is nothing new.

    Returns them, and how many entries are new.
    """
    polls = conclude_polls(answered.answers, shard.sources, shard.states, answered.asked_at, store.feeds.known_keys)
    return polls, store.feeds.save_polls(run_id, polls, may_defer=True)


# ---------------------------------------------------------------- articles


def _read_articles(
    engine: TaskEngine, store: Store, run_id: str, config: RunConfig, summary: CycleSummary
) -> CycleSummary:
    """Reads pending entries in batches; each is stored as soon as it is read, and soon in stories and messages."""
    if config.settings.recheck_pages:
        store.articles.queue_rechecks(datetime.now(UTC))
    now = datetime.now(UTC)
    pending, waiting = store.feeds.pending(PENDING_PER_CYCLE, now), store.feeds.pending_count(now)
    chosen = batches(pending)
    if chosen:
        engine.open()
    sources = {source.feed_id: source for source in config.sources}
    policy, key = FetchPolicy.from_settings(config.settings), _list_key(config)
    futures = [
        read_batch.submit(
            opaque(engine),
            opaque(
                Batch(batch, _sources_of(batch, sources), store.articles.host_memory(_sites(batch)), policy, key, turn)
            ),
        )
        for turn, batch in enumerate(chosen)
    ]
    summary = replace(summary, pending=waiting)
    read, indexed, total = 0, 0, sum(map(len, chosen))
    bar, news = ProgressBar("pages", "Pages that are read"), Unpublished()
    bar.show(0, total)
    log.info("pages: 0 of %d read", total)
    for number, future in enumerate(as_completed(futures), 1):
        outcomes = future.result().take()
        read += len(outcomes)
        log.info("pages: %d of %d read", read, total)
        bar.show(read, total)
        summary = replace(summary, pending=summary.pending - len(outcomes))
        summary = _store_batch(store, run_id, outcomes, news, summary)
        del outcomes
        give_back_freed()
        if number == len(futures) or news.is_due(time.monotonic()):
            with news.taken() as saved:
                summary = _publish(store, config, saved, summary)
        if _stored(summary) - indexed >= INDEXED_TOGETHER and read < total:  # while the workers read on
            summary = replace(summary, failures=(*summary.failures, *index_words(store, INDEXED_TOGETHER)))
            indexed = _stored(summary)
    return summary


def _stored(summary: CycleSummary) -> int:
    return summary.articles_new + summary.articles_changed


def _sites(batch: Iterable[PendingEntry]) -> frozenset[str]:
    urls = (pending.entry.url for pending in batch)
    return frozenset(site for url in urls if url and (site := site_of(url)))


def _sources_of(batch: Iterable[PendingEntry], sources: Mapping[str, FeedSource]) -> dict[str, FeedSource]:
    feeds = {pending.entry.feed_id for pending in batch}
    return {feed_id: sources[feed_id] for feed_id in feeds if feed_id in sources}


@task(name="read articles", **_RETRIED)
def read_batch(engine: TaskEngine, batch: Batch) -> Handed[list[ArticleOutcome]]:
    """Reads these entries; returns their articles with hits, or failures."""
    try:
        return Handed(batch.outcomes(engine.run(work.read_batch, batch)))
    except WorkersDiedError as error:
        return Handed([ArticleOutcome(one.entry, failure=_killed(one, str(error))) for one in batch.pending])


def _killed(pending: PendingEntry, message: str) -> Failure:
    """The failure of an entry whose batch ended several workers: it is read again later, and so often at most."""
    key = pending.entry.url or pending.entry.entry_key
    return Failure(Stage.EXTRACT, key, FailureKind.TRANSIENT, "workers_died", f"{message}; it is tried again later.")


def _store_batch(
    store: Store, run_id: str, outcomes: Sequence[ArticleOutcome], news: Unpublished, summary: CycleSummary
) -> CycleSummary:
    """Stores one batch with its hits."""
    saved = save_outcomes(opaque(store), run_id, opaque(outcomes), datetime.now(UTC))
    news.add(saved)
    log.info("article versions stored: %d; new hits: %d", saved.new_versions, len(saved.new_hits))
    return replace(
        summary,
        articles_new=summary.articles_new + saved.new_articles,
        articles_changed=summary.articles_changed + saved.new_versions - saved.new_articles,
        hits=_add_hits(summary.hits, saved.new_hits),
        failures=(*summary.failures, *saved.failures),
    )


def _publish(store: Store, config: RunConfig, saved: SaveResult, summary: CycleSummary) -> CycleSummary:
    """Groups what was stored into stories, and sends immediate mail."""
    now = datetime.now(UTC)
    touched = {hit.article_id for hit in (*saved.new_hits, *saved.changed_hits)}
    ungrouped = update_stories(store, config.watchlist.targets, now, reread=touched)
    queued, drained = _send_immediate(Dispatcher(store, config), saved.new_hits, now)
    return replace(
        summary,
        failures=(*summary.failures, *ungrouped, *queued.failures, *drained.failures),
        deliveries=_add_deliveries(summary.deliveries, drained.counts),
        held=(*summary.held, *queued.held),
    )


def _send_immediate(dispatcher: Dispatcher, hits: Sequence[Hit], now: datetime) -> tuple[QueueResult, DrainSummary]:
    """Queues immediate mail and sends it, also while a tick sends digests."""
    result = dispatcher.queue_immediate(hits, now)
    return result, dispatcher.drain(now, DigestKind.IMMEDIATE) if result.queued else DrainSummary()


@task(name="store articles", **_RETRIED)
def save_outcomes(store: Store, run_id: str, outcomes: Sequence[ArticleOutcome], found_at: datetime) -> SaveResult:
    """Stores the batch in one transaction; returns what it changed.

    An outcome that cannot be stored costs only itself: the others are stored in smaller transactions, and its failure
    is stored in its place.
    """
    results, refused = attempt_in_halves(
        Stage.STORE,
        outcomes,
        lambda one: one.entry.url or one.entry.entry_key,
        lambda some: store.articles.save(run_id, some, found_at),
    )
    if refused:
        failed = [ArticleOutcome(one.entry, failure=failure) for one, failure in refused]
        results.append(store.articles.save(run_id, failed, found_at))
    return SaveResult.joined(results)


# ---------------------------------------------------------------- counts


def _add_hits(counts: tuple[tuple[Band, int], ...], hits: Iterable[Hit]) -> tuple[tuple[Band, int], ...]:
    total = Counter(dict(counts)) + Counter(hit.band for hit in hits)
    return tuple(sorted(total.items(), key=lambda item: -item[0].rank))


def _add_deliveries(
    counts: tuple[tuple[DeliveryState, int], ...], more: tuple[tuple[DeliveryState, int], ...]
) -> tuple[tuple[DeliveryState, int], ...]:
    return tuple((Counter(dict(counts)) + Counter(dict(more))).items())
