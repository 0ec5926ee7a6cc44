"""From stored hits to sent messages: digests are composed, queued with their notifications, and sent."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from alerts.atom import atom_of
from alerts.channels import carrier_of, channel_delivery
from alerts.composing import LATE_COMMITS, Material, compose, compose_immediate
from alerts.config_types import Schedule
from alerts.message import Sender
from alerts.notification_history import notifications_of
from alerts.outbox import Carrier, DrainSummary, OutboxFolder, deliveries_for, drain, write_file
from alerts.rendering import render
from alerts.safe_building import build_safely
from alerts.schedule import FIRST_WINDOW, Window, due
from alerts.smtp import Mailer, server_of
from alerts.subscriptions import Subscription
from alerts.trouble import Health, notice_of, troubles_of
from core.errors import DeliveryError
from core.records import Band, Delivery, DeliveryState, Digest, Failure, Hit
from extractors.fetching.client import HttpPoster
from extractors.fetching.policy import FetchPolicy
from flows.run_config import RunConfig
from storage.store import Store

_EVERYTHING = Subscription("everything", (), Schedule(time(0)), ZoneInfo("UTC"), min_band=Band.ALERT)
_NO_SENDER = "Watchword <watchword@localhost>"  # for messages that are written to files


@dataclass(frozen=True, slots=True)
class QueueResult:
    """How many digests were queued, and what could not be composed."""

    queued: int = 0
    failures: tuple[Failure, ...] = ()

    def __add__(self, other: QueueResult) -> QueueResult:
        return QueueResult(self.queued + other.queued, (*self.failures, *other.failures))


NOTHING_QUEUED = QueueResult()


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Composes, queues and sends messages, with the store and the configuration of one run."""

    store: Store
    config: RunConfig

    @property
    def sender(self) -> Sender:
        """Who messages are from."""
        server = server_of(self.config.alerts.mail, self.config.settings)
        return Sender(server.sender if server else _NO_SENDER, self.config.alerts.public_url)

    def carriers(self, now: datetime) -> dict[str, Carrier]:
        """The carriers by channel id; that of mail is the mail server, or the outbox folder if none is configured."""
        server = server_of(self.config.alerts.mail, self.config.settings)
        poster = HttpPoster(FetchPolicy.from_settings(self.config.settings))
        channels = {one.channel_id: carrier_of(one, os.environ, poster, now) for one in self.config.alerts.channels}
        return {"mail": Mailer(server) if server else OutboxFolder(self.config.settings.paths.outbox), **channels}

    def has_due(self, now: datetime) -> bool:
        """True if a queued message is due at `now`, or a digest that has something to say or cannot be composed."""
        if self.store.due_deliveries(now):
            return True
        return any(self._has_digest(subscription, window, now) for subscription, window in self._due_windows(now))

    def _has_digest(self, subscription: Subscription, window: Window, now: datetime) -> bool:
        material = self.material(subscription, window, now)
        digest, failures = build_safely(
            subscription.subscription_id, material, lambda some: compose(subscription, window, some, now)
        )
        return digest is not None or bool(failures)

    def _due_windows(self, now: datetime) -> list[tuple[Subscription, Window]]:
        first = self.store.first_complete()
        subscriptions = self.config.alerts.subscriptions
        windows = [due(one, self.store.last_digest(one.subscription_id), first, now) for one in subscriptions]
        return [(one, window) for one, window in zip(subscriptions, windows, strict=True) if window]

    def queue_due(self, now: datetime) -> QueueResult:
        """Queues the digests due at `now`, each once."""
        result = NOTHING_QUEUED
        for subscription, window in self._due_windows(now):
            result += self._queue_digest(subscription, window, now)
        return result

    def queue_pending(self, now: datetime) -> QueueResult:
        """Queues digests of everything not notified yet, due or not."""
        result = NOTHING_QUEUED
        for subscription in self.config.alerts.subscriptions:
            result += self._queue_digest(subscription, self._pending_window(subscription, now), now)
        return result

    def _queue_digest(self, subscription: Subscription, window: Window, now: datetime) -> QueueResult:
        material = self.material(subscription, window, now)
        return self._queue(subscription, material, lambda some: compose(subscription, window, some, now), now)

    def queue_immediate(self, hits: Sequence[Hit], now: datetime) -> QueueResult:
        """Queues the immediate mails for these hits, which were just stored."""
        wanted = {hit.hit_id for hit in hits if not hit.retroactive}
        result = NOTHING_QUEUED
        for subscription in self.config.alerts.subscriptions if wanted else ():
            if subscription.immediate is None:
                continue
            material = self.material(subscription, Window(now, now.max.replace(tzinfo=now.tzinfo)), now)
            fresh = [one for one in material.findings if one.hit.hit_id in wanted]
            sent = self.store.immediate_since(subscription.subscription_id, _midnight(subscription, now))
            make = partial(compose_immediate, subscription, now=now, sent_today=sent)
            result += self._queue(subscription, replace(material, findings=fresh), make, now)
        return result

    def _queue(
        self, subscription: Subscription, material: Material, make: Callable[[Material], Digest | None], now: datetime
    ) -> QueueResult:
        """Composes a digest and its messages and queues them, without findings that make it fail."""

        def build(some: Material) -> tuple[Digest, tuple[Delivery, ...]] | None:
            digest = make(some)
            return (digest, self._messages(digest, subscription, now)) if digest else None

        built, failures = build_safely(subscription.subscription_id, material, build)
        if built is None:
            return QueueResult(0, failures)
        digest, messages = built
        return QueueResult(int(self.store.enqueue(digest, messages, notifications_of(digest))), failures)

    def drain(self, now: datetime) -> DrainSummary:
        """Sends what is queued and due."""
        return drain(self.store, self.carriers(now), now)

    def queue_trouble_notices(self, now: datetime) -> int:
        """Queues mails about trouble of the watch itself, at most one a day for each cause; returns how many."""
        alerts = self.config.alerts
        if not alerts.subscriptions:
            return 0
        coverage = replace(self.store.coverage(now, self.config.sources), config_problems=self.config.problems)
        waiting = self.store.deliveries(DeliveryState.QUEUED, limit=1000)
        health = Health(coverage, waiting, self.store.first_complete(), now, alerts.subscriptions[0].zone)
        queued = 0
        for trouble in troubles_of(health):
            last = self.store.last_digest(trouble.history_id)
            notice = notice_of(trouble, last, health, alerts.trouble_recipients, self.sender)
            queued += bool(notice and self.store.enqueue(*notice, ()))
        return queued

    def publish_feed(self, now: datetime) -> tuple[Failure, ...]:
        """Writes the stories of the last days as an Atom feed to DATA/public/stories.atom; returns the failures."""
        window = Window(now - FIRST_WINDOW, now, send_if_empty=True)

        def build(some: Material) -> bytes:
            digest = compose(_EVERYTHING, window, some, now)
            return atom_of(digest.cards if digest else (), self.config.alerts.public_url, now)

        feed, failures = build_safely("stories.atom", self.material(_EVERYTHING, window, now), build)
        if feed is not None:
            write_file(self.config.settings.paths.public / "stories.atom", feed)
        return failures

    def preview(self, now: datetime) -> str:
        """The HTML of the first subscription's next digest as of now, also written to the outbox as preview.html."""
        subscription = (self.config.alerts.subscriptions or (_EVERYTHING,))[0]
        html = render(self.pending_digest(subscription, now), subscription).html
        write_file(self.config.settings.paths.outbox / "preview.html", html.encode())
        return html

    def pending_digest(self, subscription: Subscription, now: datetime) -> Digest:
        """The subscription's digest of what was not notified yet, as if due now, empty or not."""
        window = replace(self._pending_window(subscription, now), send_if_empty=True)

        def build(some: Material) -> Digest:
            digest = compose(subscription, window, some, now)
            assert digest is not None, "such a window always has a digest"
            render(digest, subscription)  # a finding that cannot be rendered is to be left out
            return digest

        digest, failures = build_safely(subscription.subscription_id, self.material(subscription, window, now), build)
        if digest is None:
            raise DeliveryError(" ".join(one.message for one in failures))
        return digest

    def _pending_window(self, subscription: Subscription, now: datetime) -> Window:
        last = self.store.last_digest(subscription.subscription_id)
        return Window(last or now - FIRST_WINDOW, now, first=last is None)

    def material(self, subscription: Subscription, window: Window, now: datetime) -> Material:
        """What the subscription's digest of this window is composed from."""
        store = self.store
        findings = store.findings(window.start - LATE_COMMITS, window.end)
        edited = store.edited(window.start, window.end)
        stories = store.stories_of({one.article.article_id for one in (*findings, *edited)})
        coverage = store.coverage(now, self.config.sources, since=min(window.start, now))
        return Material(
            findings=findings,
            edited=edited,
            stories=stories,
            articles=store.story_articles({story.story_id for story in stories}),
            notifications=store.notifications(subscription.subscription_id),
            coverage=replace(coverage, config_problems=self.config.problems),
            suppressed=store.suppressed(window.start, window.end),
            watchlist_changes=store.watchlist_changes(window.start, window.end),
        )

    def _messages(self, digest: Digest, subscription: Subscription, now: datetime) -> tuple[Delivery, ...]:
        """The digest as messages, one a recipient and one a channel."""
        mail = deliveries_for(digest, subscription, self.sender, now)
        channels = [one for one in self.config.alerts.channels if one.subscription_id == digest.subscription_id]
        return (*mail, *(channel_delivery(digest, subscription, one, now) for one in channels))


def _midnight(subscription: Subscription, now: datetime) -> datetime:
    """The start of the day in the subscription's zone."""
    return datetime.combine(now.astimezone(subscription.zone).date(), time.min, subscription.zone)
