"""The outbox: messages queued with the notification history, one row and one envelope per recipient, until final.

Delivery is at least once: if we crash or lose the connection after the server has accepted a message and before that is
recorded, it is sent again, with the same Message-ID. Nothing else sends a message twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import ClassVar, Protocol

from alerts.config.subscriptions import Subscription
from alerts.rendering.message import Sender, build_message, fit_to_size, message_id
from alerts.text.wording import counted
from core.atomic_files import PRIVATE, replace_file
from core.errors import DeliveryError, PermanentDeliveryError, is_transient
from core.identity import digest_of
from core.records import ALL_MESSAGES, Delivery, DeliveryState, Digest, DigestKind, Failure, FailureKind, Stage

GIVE_UP_AFTER = timedelta(days=3)
"""How long a message that fails transiently is retried."""

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)


class DeliveryStore(Protocol):
    """What the outbox needs of the store."""

    def due(self, now: datetime, kind: DigestKind | None = None) -> Sequence[Delivery]:
        """The queued messages whose next attempt is due; only those of this kind of digest if one is given."""
        ...

    def claimed(self, delivery_id: str, now: datetime) -> AbstractContextManager[Delivery | None]:
        """The message, which nobody else sends meanwhile; None if somebody does, or if it is no longer due."""
        ...

    def record(self, delivery: Delivery) -> None:
        """Stores the message's state."""
        ...


class Carrier(Protocol):
    """A way to hand messages over."""

    def send(self, delivery: Delivery) -> None:
        """Hands one message over. Raises DeliveryError; an AccountError if no message can be handed over."""
        ...


class AccountError(DeliveryError):
    """The server takes no mail from us at all (account, certificate, encryption), so that other messages must wait."""


@dataclass(frozen=True, slots=True)
class DrainSummary:
    """How many messages a drain handled, by outcome. `stopped` says why it ended early, None if it did not."""

    sent: int = 0
    written: int = 0
    postponed: int = 0
    dead: int = 0
    stopped: str | None = None

    def __add__(self, other: DrainSummary) -> DrainSummary:
        return DrainSummary(
            sent=self.sent + other.sent,
            written=self.written + other.written,
            postponed=self.postponed + other.postponed,
            dead=self.dead + other.dead,
            stopped="; ".join(dict.fromkeys([*_parts(self.stopped), *_parts(other.stopped)])) or None,
        )

    @property
    def counts(self) -> tuple[tuple[DeliveryState, int], ...]:
        """The messages by the state that they are in now, without zeros."""
        counts = (
            (DeliveryState.SENT, self.sent),
            (DeliveryState.WRITTEN, self.written),
            (DeliveryState.QUEUED, self.postponed),
            (DeliveryState.DEAD, self.dead),
        )
        return tuple((state, count) for state, count in counts if count)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What a person should know of: a refused account or unset variable, and messages refused for good."""
        failures = []
        if self.stopped:
            failures.append(Failure(Stage.DELIVER, ALL_MESSAGES, FailureKind.TRANSIENT, "account", self.stopped))
        if self.dead:
            message = (
                f"{counted(self.dead, 'message')} refused for good; the content is reported again in the next digest. "
                "`watchword outbox` lists them"
            )
            failures.append(Failure(Stage.DELIVER, ALL_MESSAGES, FailureKind.PERMANENT, "refused", message))
        return tuple(failures)


def _parts(stopped: str | None) -> list[str]:
    """Why each channel stopped: two drains may stop at the same ones."""
    return stopped.split("; ") if stopped else []


def deliveries_for(digest: Digest, subscription: Subscription, sender: Sender, now: datetime) -> tuple[Delivery, ...]:
    """One queued message per recipient, with its final bytes."""
    rendered = ((one, fit_to_size(digest, subscription, one, sender)) for one in subscription.to)
    messages = ((one, some.subject, build_message(some, digest, one, sender)) for one, some in rendered)
    return mail_deliveries(digest, messages, sender, now)


def mail_deliveries(
    digest: Digest, messages: Iterable[tuple[str, str, bytes]], sender: Sender, now: datetime
) -> tuple[Delivery, ...]:
    """One queued message for each (recipient, subject, bytes)."""
    return tuple(
        new_delivery(digest, recipient, subject, body, message_id(digest, recipient, sender), now, channel="mail")
        for recipient, subject, body in messages
    )


def new_delivery(
    digest: Digest, recipient: str, subject: str, body: bytes, key: str, now: datetime, *, channel: str | None = None
) -> Delivery:
    """One queued message; `key` is its Message-ID. Without `channel` the recipient is the channel itself."""
    return Delivery(
        delivery_id=digest_of("delivery", digest.digest_id, channel or "channel", recipient),
        digest_id=digest.digest_id,
        subscription_id=digest.subscription_id,
        recipient=recipient,
        message_id=key,
        subject=subject,
        body=body,
        created_at=now,
        channel=channel or recipient,
        next_attempt_at=now,
    )


def drain(
    store: DeliveryStore, carriers: Mapping[str, Carrier], now: datetime, kind: DigestKind | None = None
) -> DrainSummary:
    """Tries every due message once, by the carrier of its channel, and records each before the next one.

    Several may drain at once: each message is sent by one of them. A refused account stops its own channel; that
    channel's other messages are left as they are. With `kind`, only messages of such digests are tried.
    """
    counts, stopped = Counter[DeliveryState](), dict[str, str]()
    for due in store.due(now, kind):
        if due.channel in stopped:
            continue
        with store.claimed(due.delivery_id, now) as delivery:
            if delivery is None:
                continue
            try:
                outcome = attempt(delivery, carriers.get(delivery.channel, _UnknownChannel()), now)
            except AccountError as error:
                stopped[delivery.channel] = str(error)
                outcome = _postponed(delivery, str(error), now)
            store.record(outcome)
        counts[outcome.state] += 1
    return DrainSummary(
        sent=counts[DeliveryState.SENT],
        written=counts[DeliveryState.WRITTEN],
        postponed=counts[DeliveryState.QUEUED],
        dead=counts[DeliveryState.DEAD],
        stopped="; ".join(stopped.values()) or None,
    )


class _UnknownChannel:
    """The carrier of a channel that is no longer in alerts.yaml."""

    def send(self, delivery: Delivery) -> None:
        raise PermanentDeliveryError(f"there is no channel {delivery.channel} in alerts.yaml any more")


def attempt(delivery: Delivery, carrier: Carrier, now: datetime) -> Delivery:
    """The message after one attempt. Raises AccountError."""
    tried = replace(delivery, attempts=delivery.attempts + 1)
    try:
        carrier.send(delivery)
    except AccountError:
        raise
    except DeliveryError as error:
        if is_transient(error) and now - delivery.created_at < GIVE_UP_AFTER:
            return _postponed(delivery, str(error), now)
        return replace(tried, state=DeliveryState.DEAD, last_error=str(error), next_attempt_at=None, finished_at=now)
    state = DeliveryState.WRITTEN if isinstance(carrier, OutboxFolder) else DeliveryState.SENT
    return replace(tried, state=state, last_error=None, next_attempt_at=None, finished_at=now)


def _postponed(delivery: Delivery, error: str, now: datetime) -> Delivery:
    wait = min(_FIRST_WAIT * 2 ** min(delivery.attempts, 10), _LONGEST_WAIT)
    return replace(delivery, attempts=delivery.attempts + 1, last_error=error, next_attempt_at=now + wait)


@dataclass(frozen=True, slots=True)
class OutboxFolder:
    """The outbox folder, used without a mail server: each message as `.eml`, and its HTML part beside it."""

    path: Path

    def send(self, delivery: Delivery) -> None:
        """Writes both files, each atomically."""
        name = delivery.subscription_id.replace(":", "-")
        stem = f"{delivery.created_at:%Y%m%dT%H%M%SZ}-{name}-{delivery.delivery_id[:8]}"
        write_file(self.path / f"{stem}.html", html_of(delivery.body).encode())
        write_file(self.path / f"{stem}.eml", delivery.body)


@dataclass(frozen=True, slots=True)
class MissingServer:
    """Mail whose server is set no longer, as in a crontab, which has none of a shell's variables: messages wait.

    Written to files they would be final, and no reader would get them. `last` is the last message that left by mail.
    """

    WAITS: ClassVar = timedelta(days=14)  # after the last mail; then messages are written to files again

    last: Delivery

    @property
    def message(self) -> str:
        """What is wrong, and what to do."""
        at = self.last.finished_at or self.last.created_at
        return (
            f"no mail server is set here, and messages left by mail until {at:%Y-%m-%d}: set WATCHWORD_SMTP_HOST and "
            "WATCHWORD_SMTP_FROM here too, or fill in mail: in alerts.yaml. Messages wait; "
            f"from {at + self.WAITS:%Y-%m-%d} on they are only written to the outbox folder"
        )

    @property
    def sender(self) -> str:
        """Whom that message was from."""
        return str(message_from_bytes(self.last.body, policy=default)["From"] or "")

    def send(self, delivery: Delivery) -> None:
        """Raises AccountError, so that the message waits."""
        del delivery
        raise AccountError(self.message)


def html_of(body: bytes) -> str:
    """The HTML part of a message, empty if it has none."""
    message = message_from_bytes(body, policy=default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("html",))
    return str(part.get_content()) if part else ""


def write_file(path: Path, content: bytes) -> None:
    """Writes the file atomically. Raises DeliveryError if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content, mode=PRIVATE)
    except OSError as error:
        raise DeliveryError(f"{path} cannot be written: {error.strerror or error}") from error
