"""`watchword readers`, `unsubscribe` and `snooze`: who gets messages, and what they asked for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from core.records import RequestedBy, Snooze

if TYPE_CHECKING:
    from flows.dispatcher import Dispatcher

_SHOWN = 12  # ids in a message


def readers(*, json: Annotated[bool, Parameter(negative=())] = False) -> int:
    """Who gets which messages, who unsubscribed, and what is snoozed.

    Args:
        json: A JSON object a line instead of a table.
    """
    from flows.reader_requests import readers_of

    dispatcher, now = _open_dispatcher(), datetime.now(UTC)
    left = {(one.subscription_id, one.recipient): one for one in dispatcher.store.readers.unsubscribed()}
    snoozes = dispatcher.store.readers.snoozes(now)
    rows = []
    for subscription_id, addresses in readers_of(dispatcher).items():
        for address in addresses:
            gone = left.get((subscription_id, address))
            quiet = [
                f"{one.target_id} until {one.until:%Y-%m-%d}"
                for one in snoozes
                if one.subscription_id == subscription_id and one.recipient in ("", address)
            ]
            since = f"{gone.unsubscribed_at:%Y-%m-%d %H:%M} by {gone.via.replace('_', ' ')}" if gone else None
            rows.append(
                {"subscription": subscription_id, "reader": address, "unsubscribed": since, "snoozed": ", ".join(quiet)}
            )
    if json:
        printing.write_json(rows)
    else:
        columns = ("subscription", "reader", "unsubscribed", "snoozed")
        printing.write_table(columns, [[row[name] for name in columns] for row in rows])
    return DONE


def unsubscribe(
    address: str, *, subscription: str | None = None, undo: Annotated[bool, Parameter(negative=())] = False
) -> int:
    """Send no more messages to a reader, or send them again; whoever runs the watch is told.

    Args:
        address: The reader's mail address, as in alerts.yaml.
        subscription: Of this subscription only, or `trouble` for messages about the watch itself (default: of all).
        undo: Send them again.
    """
    from flows import reader_requests

    dispatcher, now = _open_dispatcher(), datetime.now(UTC)
    known = reader_requests.readers_of(dispatcher)
    mine = [one for one, addresses in known.items() if address in addresses and subscription in (None, one)]
    if not mine:
        of = f" of {subscription!r}" if subscription else ""
        logs.print(f"{address} is no reader{of}; `watchword readers` lists them.", style="red", markup=False)
        return BAD_USAGE
    for one in mine:
        if undo:
            changed = dispatcher.store.readers.resubscribe(one, address)
            said = "gets messages again" if changed else "had not unsubscribed"
        else:
            changed = reader_requests.unsubscribe(dispatcher, one, address, RequestedBy.COMMAND, now)
            said = "gets no more messages" if changed else "had unsubscribed before"
        logs.print(f"{one}: {address} {said}.", markup=False)
    return DONE


def snooze(
    target: str,
    *,
    days: int = 7,
    subscription: str | None = None,
    reader: str = "",
    undo: Annotated[bool, Parameter(negative=())] = False,
) -> int:
    """Report nothing about an entry to readers for some days; each digest says how many hits that held back.

    Args:
        target: The entry's id.
        days: For how many days.
        subscription: In this subscription only (default: in all).
        reader: For this mail address only (default: for every reader).
        undo: End it now.
    """
    dispatcher, now = _open_dispatcher(), datetime.now(UTC)
    problem = _problem(dispatcher, target, days, subscription, reader)
    if problem:
        logs.print(problem, style="red", markup=False)
        return BAD_USAGE
    until = now + timedelta(days=days)
    for one in dispatcher.config.alerts.subscriptions:
        if subscription not in (None, one.subscription_id) or (reader and reader not in one.to):
            continue
        if undo:
            ended = dispatcher.store.readers.end_snooze(one.subscription_id, reader, target)
            said = "is no longer snoozed" if ended else "was not snoozed"
        else:
            wish = Snooze(one.subscription_id, reader, target, until, now, RequestedBy.COMMAND)
            dispatcher.store.readers.snooze(wish)
            said = f"is snoozed until {until:%Y-%m-%d %H:%M} UTC"
        logs.print(f"{one.subscription_id}: {target} {said}{f' for {reader}' if reader else ''}.", markup=False)
    return DONE


def _problem(dispatcher: Dispatcher, target: str, days: int, subscription: str | None, reader: str) -> str | None:
    """What is wrong with the arguments; None if nothing is."""
    alerts, watchlist = dispatcher.config.alerts, dispatcher.config.watchlist
    ids = [one.target_id for one in watchlist.targets]
    if target not in ids:
        return f"The watchlist has no entry {target!r}; `watchword watchlist list` names all entries."
    if not 1 <= days <= 3650:
        return "A snooze lasts from 1 to 3650 days; `watchword watchlist` verbs remove an entry for good."
    names = [one.subscription_id for one in alerts.subscriptions]
    if subscription not in (None, *names):
        return f"No such subscription in alerts.yaml; there are: {', '.join(names[:_SHOWN]) or 'none'}"
    if reader and not any(reader in one.to for one in alerts.subscriptions):
        return f"{reader} is no reader; `watchword readers` lists them."
    return None


def _open_dispatcher() -> Dispatcher:
    from flows.dispatcher import Dispatcher
    from flows.run_config import load_run_config
    from storage.store import Store

    watch = load_run_config(settings())
    dispatcher = Dispatcher(Store(watch.settings.paths), watch)
    dispatcher.store.require()
    return dispatcher
