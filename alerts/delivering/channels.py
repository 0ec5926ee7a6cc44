"""Channels other than mail: a signed JSON webhook, Slack, Teams, and other chat services through apprise.

Slack and Teams get messages in their own formats; the others, and addresses of these two that only apprise knows
(`slack://…`), get a short form.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from alerts.config.subscriptions import Channel, ChannelKind, Subscription
from alerts.delivering.chat_service import ChatService
from alerts.delivering.outbox import AccountError, Carrier, new_delivery
from alerts.rendering.reader_links import LinkKey
from alerts.rendering.short_form import MAX_LENGTH, chat_safe, short_form
from alerts.rendering.slack import slack_message, slack_notice
from alerts.rendering.subject_lines import subject
from alerts.rendering.teams import teams_message, teams_notice
from alerts.rendering.webhook_body import webhook_body
from core.addresses import Network
from core.errors import FetchError, PermanentDeliveryError, TransientDeliveryError, is_transient
from core.protocols import Poster
from core.records import Delivery, Digest

_TRANSIENT_STATUSES = (408, 425, 429)


def channel_delivery(
    digest: Digest, subscription: Subscription, channel: Channel, now: datetime, links: LinkKey | None = None
) -> Delivery:
    """The digest as one queued message for the channel, its body frozen; with links if a desk is served."""
    match channel.kind:
        case ChannelKind.WEBHOOK:
            body = webhook_body(digest, links)
        case ChannelKind.SLACK:
            body = slack_message(digest, subscription, links)
        case ChannelKind.TEAMS:
            body = teams_message(digest, subscription, links)
        case _:
            body = short_form(digest, subscription).encode()
    line = subject(digest, subscription)
    return new_delivery(digest, channel.channel_id, line, body, f"{digest.digest_id}.{channel.channel_id}"[:50], now)


def carrier_of(
    channel: Channel, environment: Mapping[str, str], poster: Poster, now: datetime, allowed: Sequence[Network] = ()
) -> Carrier:
    """The carrier for the channel, whose address may be in an environment variable.

    `allowed` are networks that a chat service may be in besides the public ones; `poster` knows its own.
    """
    missing = unset_variables(channel, environment)
    if missing:
        return Unset(channel.channel_id, missing)
    url = channel.url or environment[channel.url_env or ""]
    if channel.kind is ChannelKind.WEBHOOK:
        return Webhook(url, environment[channel.secret_env or ""], poster, now)
    if channel.kind in (ChannelKind.SLACK, ChannelKind.TEAMS) and url.startswith(("http://", "https://")):
        return IncomingWebhook(url, poster)
    return Chat(ChatService(url, allowed))


def unset_variables(channel: Channel, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the variables that the channel needs and that are not set or empty."""
    return tuple(name for name in (channel.url_env, channel.secret_env) if name and not environment.get(name))


@dataclass(frozen=True, slots=True)
class Unset:
    """A channel whose variables are not set here, as after a reboot: its messages wait."""

    channel_id: str
    variables: tuple[str, ...]

    def send(self, delivery: Delivery) -> None:
        """Raises AccountError, which names the variables."""
        del delivery
        are = "are" if len(self.variables) > 1 else "is"
        raise AccountError(f"{self.channel_id}: {' and '.join(self.variables)} {are} not set in the environment")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Posts the body, signed as the Standard Webhooks specification asks: HMAC-SHA256 over id, time and body."""

    url: str
    key: str
    poster: Poster
    now: datetime

    def send(self, delivery: Delivery) -> None:
        """Hands one message over. Raises DeliveryError."""
        _post(delivery, self.url, self.poster, signature(delivery, self.key, self.now))


@dataclass(frozen=True, slots=True)
class IncomingWebhook:
    """Slack's incoming webhook or a Teams workflow: the body is posted as it is; the address is the secret."""

    url: str
    poster: Poster

    def send(self, delivery: Delivery) -> None:
        """Hands one message over. Raises DeliveryError."""
        _post(delivery, self.url, self.poster, ())


def _post(delivery: Delivery, url: str, poster: Poster, headers: tuple[tuple[str, str], ...]) -> None:
    try:
        answer = poster.post(url, delivery.body, (("Content-Type", "application/json"), *headers))
    except FetchError as error:
        kind = TransientDeliveryError if is_transient(error) else PermanentDeliveryError
        raise kind(f"{delivery.recipient}: {error}") from error
    if not 200 <= answer.status < 300:
        again = answer.status >= 500 or answer.status in _TRANSIENT_STATUSES
        kind = TransientDeliveryError if again else PermanentDeliveryError
        raise kind(f"{delivery.recipient}: the receiver answered {answer.status}")


def signature(delivery: Delivery, key: str, now: datetime) -> tuple[tuple[str, str], ...]:
    """The headers that prove the message's identity, age and origin, as Standard Webhooks defines them."""
    stamp = str(int(now.timestamp()))
    signed = b".".join((delivery.message_id.encode(), stamp.encode(), delivery.body))
    mac = base64.b64encode(hmac.new(key.encode(), signed, hashlib.sha256).digest()).decode()
    return (("webhook-id", delivery.message_id), ("webhook-timestamp", stamp), ("webhook-signature", f"v1,{mac}"))


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat service, whose messages have titles that it does not interpret."""

    service: ChatService

    def send(self, delivery: Delivery) -> None:
        """Hands one message over. Raises DeliveryError."""
        self.service.send(replace(delivery, body=_plain(delivery.body)), chat_safe(delivery.subject))


def _plain(body: bytes) -> bytes:
    """The short form, which the messages of Slack and Teams have within them."""
    if not body.startswith(b"{"):
        return body
    match json.loads(body):
        case {"text": str(text)} | {"attachments": [{"content": {"fallbackText": str(text)}}]}:
            return text.encode()
    return body


def notice_delivery(digest: Digest, channel: Channel, title: str, lines: Sequence[str], now: datetime) -> Delivery:
    """A notice of trouble as one queued message for the channel."""
    match channel.kind:
        case ChannelKind.WEBHOOK:
            whole = {
                "type": f"watchword.{digest.kind}",
                "digest_id": digest.digest_id,
                "title": title,
                "lines": [*lines],
            }
            body = json.dumps(whole, sort_keys=True, ensure_ascii=True).encode()
        case ChannelKind.SLACK:
            body = slack_notice(title, lines)
        case ChannelKind.TEAMS:
            body = teams_notice(title, lines)
        case _:
            body = "\n".join(map(chat_safe, lines))[:MAX_LENGTH].encode()
    key = f"{digest.digest_id}.{channel.channel_id}"[:50]
    return new_delivery(digest, channel.channel_id, title, body, key, now)
