"""The work of a digest tick: what is due is queued, and what is queued is sent. The flow `digest` wraps it."""

from __future__ import annotations

from datetime import UTC, datetime

from alerts.config.schedule import next_at
from core.errors import StorageBusyError
from core.isolation import attempt
from core.records import DeliveryState, Failure, FailureKind, Stage, TickSummary
from core.settings import Settings
from flows.current_config import current_config
from flows.dispatcher import Dispatcher
from storage.database.disk import reserve_released
from storage.database.locks import digest_lock
from storage.store import Store


def tick(settings: Settings, *, preview: bool) -> TickSummary:
    """Queues the digests that are due and sends what is queued. Does nothing while another tick runs.

    On a nearly full disk it may use the reserve.
    """
    try:
        with digest_lock(settings.paths, "digest"), reserve_released(settings.paths):
            return _tick(settings, preview=preview)
    except StorageBusyError as busy:
        return TickSummary(holder=busy.holder)


def _tick(settings: Settings, *, preview: bool) -> TickSummary:
    config, now = current_config(settings), datetime.now(UTC)
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
        waiting=sum(one.attempts > 0 for one in dispatcher.store.outbox.newest(DeliveryState.QUEUED, limit=10_000)),
        upcoming=tuple(
            (one.subscription_id, next_at(one, now), one.zone.key) for one in dispatcher.readership.read_subscriptions()
        ),
        left=dispatcher.readership.left_subscriptions(),
        failures=(*drained.failures, *failures, *_not_published(unpublished)),
        config_problems=config.problems,
    )


def _not_published(why: str | None) -> tuple[Failure, ...]:
    return (Failure(Stage.STORE, "snapshot", FailureKind.TRANSIENT, "disk_full", why),) if why else ()
