"""`watchword digest`: preview the next digest, send digests, test the mail server."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cyclopts import App

from alerts.text.wording import counted
from cli.app import BAD_USAGE, DONE, FAILED, logs, settings
from cli.run_summary import print_failures
from core.errors import DeliveryError, StorageBusyError
from core.records import Delivery, DeliveryState

if TYPE_CHECKING:
    from alerts.config.subscriptions import Subscription
    from alerts.delivering.outbox import Carrier, DrainSummary
    from flows.dispatcher import Dispatcher

verbs = App(name="digest", help="Preview or send digests.")


@verbs.command
def preview(subscription: str | None = None) -> int:
    """Print what the next digest would say, and write it as HTML to DATA/outbox/preview.html.

    Args:
        subscription: The id of a subscription in alerts.yaml (default: the first one).
    """
    from alerts.rendering.bodies import render

    dispatcher, now = _open_dispatcher(), datetime.now(UTC)
    chosen = _chosen(dispatcher, subscription)
    if chosen is None:
        return BAD_USAGE
    sys.stdout.write(render(dispatcher.pending_digest(chosen, now), chosen).text)
    dispatcher.preview(now)
    logs.print(f"As HTML: {dispatcher.config.settings.paths.outbox / 'preview.html'}")
    return DONE


@verbs.command
def send(*, now: bool = False, test: str | None = None) -> int:
    """Send the digests that are due.

    Args:
        now: Send what no digest has reported yet, due or not.
        test: Send a message marked as a test, to this address and through every channel, and say which step fails.
    """
    from storage.database.disk import reserve_released
    from storage.database.locks import digest_lock

    if test is not None:
        return _test(_mail_dispatcher(), test)
    dispatcher = _open_dispatcher()
    try:
        paths = dispatcher.config.settings.paths
        with digest_lock(paths, "digest send"), reserve_released(paths):
            at = datetime.now(UTC)
            result = dispatcher.queue_pending(at) if now else dispatcher.queue_due(at)
            dispatcher.queue_trouble_notices(at)
            drained = dispatcher.drain(datetime.now(UTC))
            waiting = len(dispatcher.store.outbox.newest(DeliveryState.QUEUED, limit=1000))
            unpublished = dispatcher.store.try_to_publish(datetime.now(UTC))
    except StorageBusyError as busy:
        logs.print(f"Nothing done: {busy.holder} is at work.")
        return DONE
    queued = counted(result.queued, "digest")
    logs.print(f"{queued} queued." if result.queued else _why_none(dispatcher, at, is_due_only=not now))
    if waiting:
        logs.print(f"{counted(waiting, 'message')} to be tried again; `watchword outbox` says when and why.")
    if unpublished:
        logs.print(f"The read snapshot stays as it was: {unpublished}", style="yellow", markup=False)
    print_failures(result.failures)
    return max(_print_result(drained), FAILED if result.failures else DONE)


def _why_none(dispatcher: Dispatcher, at: datetime, *, is_due_only: bool) -> str:
    """Why no digest was queued: that nothing is new is only known if what is not due was looked at too."""
    from alerts.config.schedule import next_at

    subscriptions = dispatcher.config.alerts.subscriptions
    if not is_due_only or not subscriptions:
        return "Nothing new to report."
    times = ((one.subscription_id, next_at(one, at).astimezone(one.zone)) for one in subscriptions)
    upcoming = ", ".join(f"{name} {when:%a %d %b %H:%M %Z}" for name, when in times)
    return f"No digest is due; next: {upcoming}. `watchword digest send --now` sends what no digest has reported yet."


def _mail_dispatcher() -> Dispatcher:
    """A dispatcher for tests of mail and channels, which a mistake in feeds.yaml or watchlist.yaml does not stop."""
    from flows.dispatcher import Dispatcher
    from flows.run_config import RunConfig, load_alerts
    from storage.store import Store

    found = settings()
    dispatcher = Dispatcher(Store(found.paths), RunConfig.without_list(found, load_alerts(found)))
    dispatcher.store.prepare(needed=0)
    return dispatcher


def _open_dispatcher() -> Dispatcher:
    from flows.dispatcher import Dispatcher
    from flows.run_config import load_run_config
    from storage.store import Store

    watch = load_run_config(settings())
    dispatcher = Dispatcher(Store(watch.settings.paths), watch)
    dispatcher.store.prepare(needed=0)
    return dispatcher


def _chosen(dispatcher: Dispatcher, name: str | None) -> Subscription | None:
    """The subscription with this id, the first one for None. Prints a message and returns None if there is none."""
    subscriptions = dispatcher.config.alerts.subscriptions
    found = next((one for one in subscriptions if name in (None, one.subscription_id)), None)
    if found is None:
        known = ", ".join(one.subscription_id for one in subscriptions) or "none"
        logs.print(f"No such subscription in alerts.yaml; there are: {known}", style="red", markup=False)
    return found


def _test(dispatcher: Dispatcher, address: str) -> int:
    """Sends a message marked as a test by mail and through every channel, without storing it in the outbox."""
    from alerts.config.value_types import is_address
    from alerts.delivering.smtp import Mailer, server_of

    if not is_address(address):
        logs.print(f"{address!r} is no address like desk@example.org", style="red", markup=False)
        return BAD_USAGE
    server, at = server_of(dispatcher.config.alerts.mail, dispatcher.config.settings), datetime.now(UTC)
    channels = dispatcher.config.alerts.channels
    if server is None and not channels:
        logs.print("No mail server: fill in mail: in alerts.yaml or set WATCHWORD_SMTP_HOST and WATCHWORD_SMTP_FROM.")
        return BAD_USAGE
    codes = [DONE]
    if server is not None:
        account = f" as {server.username}" if server.username else ""
        logs.print(f"{server.host}:{server.port}, {server.security}{account}, from {server.sender}", markup=False)
        codes.append(_try_carrier(Mailer(server), dispatcher.test_message(address, at), f"message for {address}"))
    for channel in channels:
        carrier = dispatcher.carriers(at)[channel.channel_id]
        codes.append(_try_carrier(carrier, dispatcher.test_notice(channel, at), f"message for {channel.channel_id}"))
    return max(codes)


def _try_carrier(carrier: Carrier, delivery: Delivery, what: str) -> int:
    try:
        carrier.send(delivery)
    except DeliveryError as error:
        logs.print(f"Failed: {error}", style="red", markup=False)
        return FAILED
    logs.print(f"The server accepted a test {what}.", markup=False)
    return DONE


def _print_result(drained: DrainSummary) -> int:
    words = {"sent": drained.sent, "written": drained.written, "postponed": drained.postponed, "refused": drained.dead}
    for word, count in words.items():
        if count:
            logs.print(f"{counted(count, 'message')} {word}.")
    if drained.stopped:
        logs.print(f"Stopped: {drained.stopped}", style="red", markup=False)
    return FAILED if drained.stopped or drained.dead else DONE
