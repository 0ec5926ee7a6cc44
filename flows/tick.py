"""The work of a digest tick: what is due is queued, and what is queued is sent. The flow `digest` wraps it."""

from __future__ import annotations

from datetime import UTC, datetime

from alerts.outbox import DrainSummary
from alerts.schedule import next_at
from core.errors import StorageBusyError
from core.isolation import attempt
from core.records import DeliveryState, Failure, FailureKind, Stage, TickSummary
from core.settings import Settings
from flows.dispatcher import Dispatcher
from flows.run_config import load_run_config
from storage.database.locks import digest_lock
from storage.store import Store


def tick(settings: Settings, *, preview: bool) -> TickSummary:
    """Queues the digests that are due and sends what is queued. Does nothing while another tick runs."""
    try:
        with digest_lock(settings.paths, "digest"):
            return _tick(settings, preview=preview)
    except StorageBusyError as busy:
        return TickSummary(holder=busy.holder)


def _tick(settings: Settings, *, preview: bool) -> TickSummary:
    config, now = load_run_config(settings), datetime.now(UTC)
    dispatcher = Dispatcher(Store(settings.paths), config)
    dispatcher.store.prepare()
    composed = attempt(Stage.COMPOSE, "preview.html", lambda: dispatcher.preview(now)) if preview else ""
    unseen = (composed,) if isinstance(composed, Failure) else ()
    due = dispatcher.queue_due(now)
    dispatcher.queue_trouble_notices(now)
    failures = (*unseen, *due.failures, *dispatcher.publish_feed(now))
    drained = dispatcher.drain(datetime.now(UTC))
    dispatcher.store.publish_snapshot(datetime.now(UTC))
    counts = (
        (DeliveryState.SENT, drained.sent),
        (DeliveryState.WRITTEN, drained.written),
        (DeliveryState.QUEUED, drained.postponed),
        (DeliveryState.DEAD, drained.dead),
    )
    return TickSummary(
        digests=due.queued,
        deliveries=tuple((state, count) for state, count in counts if count),
        upcoming=tuple((one.subscription_id, next_at(one, now), one.zone.key) for one in config.alerts.subscriptions),
        failures=(*_failures(drained), *failures),
        config_problems=config.problems,
    )


def _failures(drained: DrainSummary) -> tuple[Failure, ...]:
    """The failures that a person should know of: a refused account, and messages that were refused for good."""
    failures = []
    if drained.stopped:
        failures.append(Failure(Stage.DELIVER, "mail server", FailureKind.TRANSIENT, "account", drained.stopped))
    if drained.dead:
        message = f"{drained.dead} message(s) refused for good; `watchword outbox` lists them"
        failures.append(Failure(Stage.DELIVER, "recipients", FailureKind.PERMANENT, "refused", message))
    return tuple(failures)
