"""The second stage of a cycle: from pending entries to stored articles, hits, stories and immediate mail."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from prefect import task
from prefect.futures import as_completed

from alerts.delivering.outbox import DrainSummary
from core.isolation import attempt_in_halves
from core.memory import give_back_freed
from core.records import (
    ArticleOutcome,
    Band,
    CycleSummary,
    DeliveryState,
    DigestKind,
    Failure,
    FailureKind,
    FeedSource,
    Hit,
    PendingEntry,
    Stage,
)
from core.urls import site_of
from extractors.fetching.policy import FetchPolicy
from flows.archive import INDEXED_TOGETHER, index_words
from flows.batching import batches
from flows.dispatcher import Dispatcher, QueueResult
from flows.matcher_cache import list_key
from flows.prefect_tasks import RETRIED, Handed, opaque
from flows.records.progress_bar import ProgressBar
from flows.run_config import RunConfig
from flows.stories import Unpublished, update_stories
from flows.textless_pages import TextlessPages
from flows.workers import work
from flows.workers.clusters import WorkersDiedError
from flows.workers.task_engine import TaskEngine
from flows.workers.work import Batch
from storage.results import SaveResult
from storage.store import Store

log = logging.getLogger("watchword.poll")


PENDING_PER_CYCLE = 2_000


def read_articles(
    engine: TaskEngine, store: Store, run_id: str, config: RunConfig, summary: CycleSummary
) -> CycleSummary:
    """Reads pending entries in batches; each is stored as soon as it is read, and soon in stories and messages."""
    if config.settings.recheck_pages:
        store.articles.queue_rechecks(datetime.now(UTC))
    now = datetime.now(UTC)
    pending, waiting = store.feeds.pending(PENDING_PER_CYCLE, now), store.feeds.pending_count(now)
    chosen = _batches(store, config, pending)
    if chosen:
        engine.open()
    futures = [read_batch.submit(opaque(engine), opaque(batch)) for batch in chosen]
    summary = replace(summary, pending=waiting)
    indexed, news, textless = 0, Unpublished(), TextlessPages()
    progress = _PageProgress(sum(len(one.pending) for one in chosen))
    for number, future in enumerate(as_completed(futures), 1):
        outcomes = future.result().take()
        progress.add(len(outcomes))
        summary = replace(summary, pending=summary.pending - len(outcomes))
        textless.add(outcomes)
        summary = _store_batch(store, run_id, outcomes, news, summary)
        del outcomes
        give_back_freed()
        if number == len(futures) or news.is_due(time.monotonic()):
            with news.taken() as saved:
                summary = _publish(store, config, saved, summary)
        if summary.articles_stored - indexed >= INDEXED_TOGETHER and progress.left:  # while the workers read on
            summary = replace(summary, failures=(*summary.failures, *index_words(store, INDEXED_TOGETHER)))
            indexed = summary.articles_stored
    return replace(summary, feed_warnings=(*summary.feed_warnings, *textless.warnings()))


class _PageProgress:
    """Says in the log and in Prefect how many pages are read."""

    def __init__(self, total: int) -> None:
        self._bar, self._total, self._read = ProgressBar("pages", "Pages that are read"), total, 0
        self.add(0)

    @property
    def left(self) -> int:
        """How many are still to be read."""
        return self._total - self._read

    def add(self, pages: int) -> None:
        """Adds pages that were read, or could not be."""
        self._read += pages
        log.info("pages: %d of %d read", self._read, self._total)
        self._bar.show(self._read, self._total)


def _batches(store: Store, config: RunConfig, pending: Sequence[PendingEntry]) -> list[Batch]:
    """The entries in batches, each with what is known of its feeds and sites."""
    sources = {source.feed_id: source for source in config.sources}
    memory = store.articles.host_memory(_sites(pending))
    policy, key = FetchPolicy.from_settings(config.settings), list_key(config.watchlist)
    paused = store.articles.paused_sites(datetime.now(UTC))
    return [
        Batch(batch, _sources_of(batch, sources), _memory_of(batch, memory), policy, key, paused & _sites(batch), turn)
        for turn, batch in enumerate(batches(pending))
    ]


def _sites(batch: Iterable[PendingEntry]) -> frozenset[str]:
    urls = (pending.entry.url for pending in batch)
    return frozenset(site for url in urls if url and (site := site_of(url)))


def _memory_of(batch: Iterable[PendingEntry], memory: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {site: memory[site] for site in _sites(batch)}


def _sources_of(batch: Iterable[PendingEntry], sources: Mapping[str, FeedSource]) -> dict[str, FeedSource]:
    feeds = {pending.entry.feed_id for pending in batch}
    return {feed_id: sources[feed_id] for feed_id in feeds if feed_id in sources}


@task(name="read articles", **RETRIED)
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
    return with_saved(summary, saved)


def with_saved(summary: CycleSummary, saved: SaveResult) -> CycleSummary:
    """The summary with what storing a batch changed; hits that a suppression holds back are counted apart."""
    weak = (one for one in saved.held_hits if one.band is Band.SUPPRESSED)
    return replace(
        summary,
        articles_new=summary.articles_new + saved.new_articles,
        articles_changed=summary.articles_changed + saved.new_versions - saved.new_articles,
        hits=_add_hits(summary.hits, (*saved.reportable_hits, *weak)),
        hits_held_back=summary.hits_held_back + saved.held_back,
        failures=(*summary.failures, *saved.failures),
    )


def without_dismissed(summary: CycleSummary, saved: SaveResult, refused: Collection[str]) -> CycleSummary:
    """The summary in which new hits with a verdict from their story are counted apart."""
    dismissed: Counter[Band] = Counter(
        one.band for one in saved.reportable_hits if one.hit_id in refused and one.band is not Band.SUPPRESSED
    )
    left = Counter(dict(summary.hits)) - dismissed
    return replace(
        summary,
        hits=tuple((band, left[band]) for band, _ in summary.hits if left[band]),
        hits_dismissed=summary.hits_dismissed + dismissed.total(),
    )


def _publish(store: Store, config: RunConfig, saved: SaveResult, summary: CycleSummary) -> CycleSummary:
    """Groups what was stored into stories, and sends immediate mail."""
    now = datetime.now(UTC)
    touched = {hit.article_id for hit in (*saved.new_hits, *saved.changed_hits)}
    ungrouped = update_stories(store, config.watchlist.targets, now, reread=touched)
    summary = without_dismissed(summary, saved, store.reviews.refused([one.hit_id for one in saved.new_hits]))
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


@task(name="store articles", **RETRIED)
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


def _add_hits(counts: tuple[tuple[Band, int], ...], hits: Iterable[Hit]) -> tuple[tuple[Band, int], ...]:
    total = Counter(dict(counts)) + Counter(hit.band for hit in hits)
    return tuple(sorted(total.items(), key=lambda item: -item[0].rank))


def _add_deliveries(
    counts: tuple[tuple[DeliveryState, int], ...], more: tuple[tuple[DeliveryState, int], ...]
) -> tuple[tuple[DeliveryState, int], ...]:
    return tuple((Counter(dict(counts)) + Counter(dict(more))).items())
