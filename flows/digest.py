"""The digest flow: a tick. alerts.yaml owns the wall clock; the tick only asks what is due."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from alerts.outbox import Drained
from alerts.schedule import next_at
from core.errors import StorageBusyError
from core.records import DeliveryState, Failure, FailureKind, TickSummary
from core.settings import Settings
from flows.delivery import Post
from flows.reports import tick_report
from flows.watch import open_watch
from storage.database.locks import digest_lock
from storage.store import Store

log = logging.getLogger("watchword.digest")


@flow(name="digest", validate_parameters=False)
def digest(*, preview: bool = False) -> TickSummary:
    """Queues the digests that are due and hands over what is queued. Does nothing while another tick is at work."""
    settings = Settings()
    try:
        with digest_lock(settings.paths, "digest"):
            summary = _tick(settings, preview=preview)
    except StorageBusyError as busy:
        summary = TickSummary(holder=busy.holder)
    create_markdown_artifact(tick_report(summary), key="digest")
    return summary


def _tick(settings: Settings, *, preview: bool) -> TickSummary:
    watch, now = open_watch(settings), datetime.now(UTC)
    post = Post(Store(settings.paths), watch)
    post.store.prepare()
    if preview:
        post.preview(now)
    digests = post.send_due(now)
    post.send_troubles(now)
    post.publish_feed(now)
    drained = post.drain(datetime.now(UTC))
    post.store.publish_snapshot(datetime.now(UTC))
    counts = (
        (DeliveryState.SENT, drained.sent),
        (DeliveryState.WRITTEN, drained.written),
        (DeliveryState.QUEUED, drained.postponed),
        (DeliveryState.DEAD, drained.dead),
    )
    return TickSummary(
        digests=digests,
        deliveries=tuple((state, count) for state, count in counts if count),
        upcoming=tuple((one.subscription_id, next_at(one, now), one.zone.key) for one in watch.alerts.subscriptions),
        failures=_failures(drained),
        config_problems=watch.problems,
    )


def _failures(drained: Drained) -> tuple[Failure, ...]:
    """What a person should hear of: an account that does not work, and messages that were refused for good."""
    failures = []
    if drained.stopped:
        failures.append(Failure("deliver", "mail server", FailureKind.TRANSIENT, "account", drained.stopped))
    if drained.dead:
        message = f"{drained.dead} message(s) refused for good; `watchword outbox` lists them"
        failures.append(Failure("deliver", "recipients", FailureKind.PERMANENT, "refused", message))
    return tuple(failures)
