"""The digest flow, run as a frequent tick: alerts.yaml decides when a digest is due, the tick only checks."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from alerts.schedule import next_at
from core.errors import StorageBusyError
from core.isolation import attempt
from core.records import Failure, FailureKind, Stage, TickSummary
from core.settings import Settings
from flows.dispatcher import Dispatcher
from flows.markdown_reports import tick_report
from flows.run_config import load_run_config
from flows.run_log import log_tick
from storage.database.disk import reserve_released
from storage.database.locks import digest_lock
from storage.store import Store

log = logging.getLogger("watchword.digest")


@flow(name="digest", validate_parameters=False)
def digest(*, preview: bool = False) -> TickSummary:
    """Queues the digests that are due and sends what is queued. Does nothing while another tick runs."""
    settings = Settings()
    try:
        summary = run_tick(settings, preview=preview)
    except StorageBusyError as busy:
        summary = TickSummary(holder=busy.holder)
    log_tick(summary)
    create_markdown_artifact(tick_report(summary), key="digest")
    return summary


def run_tick(settings: Settings, *, preview: bool) -> TickSummary:
    """One tick, under its lock; on a nearly full disk it may use the reserve. Raises StorageBusyError."""
    with digest_lock(settings.paths, "digest"), reserve_released(settings.paths):
        return _run_tick(settings, preview=preview)


def _run_tick(settings: Settings, *, preview: bool) -> TickSummary:
    config, now = load_run_config(settings), datetime.now(UTC)
    dispatcher = Dispatcher(Store(settings.paths), config)
    dispatcher.store.prepare(needed=0)
    composed = attempt(Stage.COMPOSE, "preview.html", lambda: dispatcher.preview(now)) if preview else ""
    unseen = (composed,) if isinstance(composed, Failure) else ()
    due = dispatcher.queue_due(now)
    dispatcher.queue_trouble_notices(now)
    failures = (*unseen, *due.failures, *dispatcher.publish_feed(now))
    drained = dispatcher.drain(datetime.now(UTC))
    unpublished = dispatcher.store.try_to_publish(datetime.now(UTC))
    return TickSummary(
        digests=due.queued,
        deliveries=drained.counts,
        upcoming=tuple((one.subscription_id, next_at(one, now), one.zone.key) for one in config.alerts.subscriptions),
        failures=(*drained.failures, *failures, *_not_published(unpublished)),
        config_problems=config.problems,
    )


def _not_published(why: str | None) -> tuple[Failure, ...]:
    return (Failure(Stage.STORE, "snapshot", FailureKind.TRANSIENT, "disk_full", why),) if why else ()
