"""`watchword outbox`: lists messages that wait, failed or were sent, and retries or drops them."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter, validators

from alerts.text.wording import counted
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.printing import write_json, write_table
from core.records import Delivery, DeliveryState

if TYPE_CHECKING:
    from storage.store import Store

Json = Annotated[bool, Parameter(name="--json")]
Limit = Annotated[int, Parameter(name=("--limit", "-n"), validator=validators.Number(gte=0))]
All = Annotated[bool, Parameter(name="--all")]
_LEAST = ("tries", "queued", "next try")
_MOST = 100_000  # messages at once

verbs = App(name="outbox", help="Messages that wait, failed or were sent.")


@verbs.default
def show(
    *,
    state: DeliveryState | None = None,
    limit: Limit = 50,
    as_json: Json = False,
) -> int:
    """List messages, newest first.

    Args:
        state: Only those in this state.
        limit: At most so many.
        as_json: One JSON object a line, with every field but the body.
    """
    found = _store(writing=False).outbox.newest(state, limit)
    if as_json:
        write_json(_fields(one) for one in found)
        return DONE
    rows = [
        (
            one.delivery_id[:8],
            one.created_at,
            one.state,
            one.attempts,
            one.next_attempt_at,
            one.recipient,
            one.subject,
            one.last_error,
        )
        for one in found
    ]
    write_table(("id", "queued", "state", "tries", "next try", "to", "subject", "last error"), rows, least=_LEAST)
    return DONE


def _fields(delivery: Delivery) -> dict[str, object]:
    names = (one.name for one in fields(Delivery) if one.name != "body")
    values = {name: getattr(delivery, name) for name in names}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


@verbs.command
def retry(message: str | None = None, *, all: All = False) -> int:  # noqa: A002 - the option's name
    """Queue a message again that was refused or waits for its next attempt; the next tick sends it.

    Args:
        message: Its id, or its first characters.
        all: All that wait or were refused for good.
    """
    if all == (message is not None):
        logs.print("Give one message's id, or --all.", style="red")
        return BAD_USAGE
    if message is None:
        return _retry_all()
    return _change(message, DeliveryState.QUEUED, (DeliveryState.QUEUED, DeliveryState.DEAD, DeliveryState.DROPPED))


@verbs.command
def drop(message: str) -> int:
    """Give up a message that waits.

    Args:
        message: Its id, or its first characters.
    """
    return _change(message, DeliveryState.DROPPED, (DeliveryState.QUEUED, DeliveryState.DEAD))


def _retry_all() -> int:
    store, now = _store(), datetime.now(UTC)
    found = [one for state in (DeliveryState.QUEUED, DeliveryState.DEAD) for one in store.outbox.newest(state, _MOST)]
    for one in found:
        store.outbox.record(_with_state(one, DeliveryState.QUEUED, now))
    logs.print(f"{counted(len(found), 'message')} queued for the next tick; `watchword digest send` sends at once.")
    return DONE


def _change(message: str, state: DeliveryState, allowed: tuple[DeliveryState, ...]) -> int:
    store = _store()
    found = store.outbox.find(message)
    if found is None:
        logs.print(f"There is no message {message}, or more than one; `watchword outbox` lists them.", markup=False)
        return BAD_USAGE
    if found.state not in allowed:
        logs.print(f"It is {found.state}, and stays so: nothing is sent twice.")
        return BAD_USAGE
    store.outbox.record(_with_state(found, state, datetime.now(UTC)))
    logs.print(f"{found.recipient}: {found.state} -> {state}", markup=False)
    return DONE


def _with_state(delivery: Delivery, state: DeliveryState, now: datetime) -> Delivery:
    if state is DeliveryState.QUEUED:
        return replace(delivery, state=state, next_attempt_at=now, finished_at=None)
    return replace(delivery, state=state, next_attempt_at=None, finished_at=now)


def _store(*, writing: bool = True) -> Store:
    from storage.store import Store

    store = Store(settings().paths)
    store.require(writing=writing)
    return store
