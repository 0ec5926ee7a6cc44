"""`watchword outbox`: lists messages that wait, failed or were sent, and retries or drops them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cyclopts import App

from cli.app import BAD_USAGE, DONE, logs, settings
from cli.printing import write_table
from core.records import Delivery, DeliveryState

if TYPE_CHECKING:
    from storage.store import Store

verbs = App(name="outbox", help="Messages that wait, failed or were sent.")


@verbs.default
def show(*, state: DeliveryState | None = None, limit: int = 50) -> int:
    """List messages, newest first.

    Args:
        state: Only those in this state.
        limit: At most so many.
    """
    rows = [
        (one.delivery_id[:8], one.created_at, one.state, one.attempts, one.recipient, one.subject, one.last_error)
        for one in _store().deliveries(state, limit)
    ]
    write_table(("id", "queued", "state", "tries", "to", "subject", "last error"), rows)
    return DONE


@verbs.command
def retry(message: str) -> int:
    """Queue a message again that was refused or waits for its next attempt; the next tick sends it.

    Args:
        message: Its id, or its first characters.
    """
    return _change(message, DeliveryState.QUEUED, (DeliveryState.QUEUED, DeliveryState.DEAD, DeliveryState.DROPPED))


@verbs.command
def drop(message: str) -> int:
    """Give up a message that waits.

    Args:
        message: Its id, or its first characters.
    """
    return _change(message, DeliveryState.DROPPED, (DeliveryState.QUEUED, DeliveryState.DEAD))


def _change(message: str, state: DeliveryState, allowed: tuple[DeliveryState, ...]) -> int:
    store = _store()
    found = store.delivery(message)
    if found is None:
        logs.print(f"There is no message {message}, or more than one; `watchword outbox` lists them.", markup=False)
        return BAD_USAGE
    if found.state not in allowed:
        logs.print(f"It is {found.state}, and stays so: nothing is sent twice.")
        return BAD_USAGE
    store.record_delivery(_with_state(found, state, datetime.now(UTC)))
    logs.print(f"{found.recipient}: {found.state} -> {state}", markup=False)
    return DONE


def _with_state(delivery: Delivery, state: DeliveryState, now: datetime) -> Delivery:
    if state is DeliveryState.QUEUED:
        return replace(delivery, state=state, next_attempt_at=now, finished_at=None)
    return replace(delivery, state=state, next_attempt_at=None, finished_at=now)


def _store() -> Store:
    from storage.store import Store

    store = Store(settings().paths)
    store.prepare()
    return store
