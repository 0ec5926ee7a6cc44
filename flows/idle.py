"""A cycle in which nothing is due. It needs no Prefect, whose start would cost more than everything else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from core.errors import StorageBusyError
from core.records import CycleSummary, RunKind, TickSummary
from core.settings import Settings
from extractors.polling.schedule import due_feeds, is_paused
from flows.current_config import current_config
from flows.dispatcher import Dispatcher
from flows.records.cycle_record import end_cycle
from flows.run_config import RunConfig
from flows.tick import tick
from storage.database.locks import run_lock
from storage.store import Store


def idle_cycle(settings: Settings, *, ignore_intervals: bool) -> tuple[CycleSummary, TickSummary] | None:
    """Records a complete cycle and writes the preview if nothing is due; None, and nothing done, if something is.

    Due may be a feed, an entry to read, a change of the watchlist, stored articles to read again, a digest or a
    message. While another run holds the lock, no feed is asked, as in the flow. Raises ConfigError as
    `current_config`.
    """
    config = current_config(settings)
    summary: CycleSummary | None
    try:
        with run_lock(settings.paths, "run"):
            summary = _cycle(_Idle(Store(settings.paths), config), ignore_intervals=ignore_intervals)
    except StorageBusyError as busy:
        summary = CycleSummary(holder=busy.holder)
    return None if summary is None else (summary, tick(settings, preview=True))


@dataclass(frozen=True, slots=True)
class _Idle:
    """What may be due."""

    store: Store
    config: RunConfig

    def is_idle(self, now: datetime, *, ignore_intervals: bool) -> bool:
        """True if nothing is due at `now`."""
        states = self.store.feeds.states()
        return not (
            self.store.watchlists.version() != self.config.watchlist.version
            or due_feeds(self.config.sources, states, now, ignore_intervals=ignore_intervals)
            or self.store.feeds.pending(1, now)
            or self.store.watchlists.rematch_jobs()
            or Dispatcher(self.store, self.config).has_due(now)
        )


def _cycle(idle: _Idle, *, ignore_intervals: bool) -> CycleSummary | None:
    store, config, started = idle.store, idle.config, datetime.now(UTC)
    store.prepare()
    store.feeds.sync(config.sources)
    store.feeds.save_deferred_polls()  # of a run that was killed
    if config.settings.recheck_pages:
        store.articles.queue_rechecks(started)
    if not idle.is_idle(started, ignore_intervals=ignore_intervals):
        return None
    run_id = store.runs.begin(RunKind.POLL, started)
    states = store.feeds.states()
    paused = sum(is_paused(source, states) for source in config.sources)
    summary = CycleSummary(feeds_total=len(config.sources), feeds_paused=paused, config_problems=config.problems)
    end_cycle(store, run_id, summary, config.settings, started)
    return summary
