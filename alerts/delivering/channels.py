"""Channels other than mail: a signed JSON webhook, and chat services through apprise, which get a short form."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alerts.composing.severity import highest, severity_of
from alerts.config.subscriptions import Channel, ChannelKind, Subscription
from alerts.delivering.chat_service import ChatService
from alerts.delivering.outbox import AccountError, Carrier, new_delivery
from alerts.rendering.limits import LADDER
from alerts.rendering.quotes import quotes_of
from alerts.rendering.subject_lines import subject
from alerts.rendering.views import digest_view
from alerts.text.cleaning import one_line, safe_link
from alerts.text.wording import headline_of
from core.addresses import Network
from core.errors import FetchError, PermanentDeliveryError, TransientDeliveryError, is_transient
from core.protocols import Poster
from core.records import Article, Delivery, Digest, StoryCard

_MAX_PAGES = 50  # unread pages in a webhook's message
_MAX_STORIES = 5  # stories in a short form
_MAX_LENGTH = 1500  # code points of a short form; every service accepts that many
_TRANSIENT_STATUSES = (408, 425, 429)

# Chat services interpret these as markup or as a mention of everybody; look-alikes read the same.
_HARMLESS = str.maketrans({"<": "‹", ">": "›", "@": "＠", "`": "'", "*": "∗", "[": "(", "]": ")", "|": "/"})


def channel_delivery(digest: Digest, subscription: Subscription, channel: Channel, now: datetime) -> Delivery:
    """The digest as one queued message for the channel, its body frozen."""
    body = webhook_body(digest) if channel.kind is ChannelKind.WEBHOOK else short_form(digest, subscription).encode()
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
        headers = (("Content-Type", "application/json"), *signature(delivery, self.key, self.now))
        try:
            answer = self.poster.post(self.url, delivery.body, headers)
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
        self.service.send(delivery, chat_safe(delivery.subject))


def notice_delivery(digest: Digest, channel: Channel, title: str, lines: Sequence[str], now: datetime) -> Delivery:
    """A notice of trouble as one queued message for the channel."""
    if channel.kind is ChannelKind.WEBHOOK:
        whole = {"type": f"watchword.{digest.kind}", "digest_id": digest.digest_id, "title": title, "lines": [*lines]}
        body = json.dumps(whole, sort_keys=True, ensure_ascii=True).encode()
    else:
        body = "\n".join(map(chat_safe, lines))[:_MAX_LENGTH].encode()
    key = f"{digest.digest_id}.{channel.channel_id}"[:50]
    return new_delivery(digest, channel.channel_id, title, body, key, now)


def short_form(digest: Digest, subscription: Subscription) -> str:
    """A few lines for a chat: counts, each story with its link and first quote, and the coverage."""
    view = digest_view(digest, subscription, LADDER[-1])
    lines = [chat_safe(view.counts), *(_short_card(card) for card in digest.cards[:_MAX_STORIES])]
    if len(digest.cards) > _MAX_STORIES:
        lines.append(f"and {len(digest.cards) - _MAX_STORIES} more stories in the digest")
    lines.append(chat_safe(view.coverage.line))
    text = "\n".join(lines)
    return text if len(text) <= _MAX_LENGTH else f"{text[: _MAX_LENGTH - 1]}…"


def _short_card(card: StoryCard) -> str:
    article = card.findings[0].article
    quotes = quotes_of(article, card.findings[:1], 1)
    names = ", ".join(dict.fromkeys(one_line(one.target.name, 80) for one in card.findings))
    said = f"\n  “{chat_safe(one_line(quotes[0].text, 200))}”" if quotes else ""
    return f"- {chat_safe(f'{names}: {headline_of(article)[0]}')} {safe_link(article.url) or ''}{said}"


def chat_safe(text: str) -> str:
    """One line that no chat service interprets as markup, a link or a mention of everybody."""
    return one_line(text.translate(_HARMLESS), 400)


def webhook_body(digest: Digest) -> bytes:
    """The digest as JSON, keys sorted, in ASCII."""
    whole = {
        "type": f"watchword.{digest.kind}",
        "digest_id": digest.digest_id,
        "subscription": digest.subscription_id,
        "window": [digest.window_start.isoformat(), digest.window_end.isoformat()],
        "stories": [_story(card) for card in digest.cards],
        "coverage": {
            "feeds_total": digest.coverage.feeds_total,
            "feeds_read": digest.coverage.feeds_read,
            "pages_not_read": [
                {"url": one.url, "headline": one.headline, "feed": one.feed_id, "cause": one.cause}
                for one in digest.coverage.unread_pages[:_MAX_PAGES]
            ],
            "not_delivered": [
                {"recipient": to, "error": error, "at": at.isoformat()} for to, error, at in digest.coverage.undelivered
            ],
            "not_read": [[one.feed_id, one.cause] for one in digest.coverage.failing],
        },
    }
    return json.dumps(whole, sort_keys=True, ensure_ascii=True).encode()


def _story(card: StoryCard) -> dict[str, Any]:
    articles = {one.article.article_id: one.article for one in card.findings}
    return {
        "story_id": card.story.story_id,
        "status": card.status,
        "changes": list(card.changes),
        "severity": highest(severity_of(one) for one in card.findings),
        "targets": [
            {"id": one.hit.target_id, "name": one.target.name, "band": one.hit.band, "hit_id": one.hit.hit_id}
            for one in card.findings
        ],
        "articles": [_article(article, card) for article in articles.values()],
    }


def _article(article: Article, card: StoryCard) -> dict[str, Any]:
    findings = [one for one in card.findings if one.article.article_id == article.article_id]
    return {
        "url": safe_link(article.url),
        "site": one_line(article.site, 80),
        "publisher": one_line(article.publisher, 60) if article.publisher else None,
        "title": headline_of(article)[0],
        "published": article.published.iso if article.published else None,
        "quotes": [quote.text for quote in quotes_of(article, findings, 3)],
    }
