"""The digest flow, run as a frequent tick: alerts.yaml decides when a digest is due, the tick only checks."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from alerts.outbox import DrainSummary
from alerts.schedule import next_at
from core.errors import StorageBusyError
from core.isolation import attempt
from core.records import DeliveryState, Failure, FailureKind, Stage, TickSummary
from core.settings import Settings
from flows.dispatcher import Dispatcher
from flows.markdown_reports import tick_report
from flows.parent_watch import end_with_worker
from flows.run_config import load_run_config
from storage.database.locks import digest_lock
from storage.store import Store

log = logging.getLogger("watchword.digest")


@flow(name="digest", validate_parameters=False)
def digest(*, preview: bool = False) -> TickSummary:
    """Queues the digests that are due and sends what is queued. Does nothing while another tick runs."""
    end_with_worker()
    settings = Settings()
    try:
        with digest_lock(settings.paths, "digest"):
            summary = _run_tick(settings, preview=preview)
    except StorageBusyError as busy:
        summary = TickSummary(holder=busy.holder)
    create_markdown_artifact(tick_report(summary), key="digest")
    return summary


def _run_tick(settings: Settings, *, preview: bool) -> TickSummary:
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
