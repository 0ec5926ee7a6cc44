"""From stored hits to sent messages: digests are composed, queued with their notifications, and sent."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from alerts.composing.digest import Material, compose
from alerts.composing.immediate import compose_immediate, held_hits
from alerts.composing.missed_hits import Reader, ReaderGroup
from alerts.composing.notification_history import notifications_of
from alerts.composing.safe_building import build_safely
from alerts.config.schedule import FIRST_WINDOW, Window, due
from alerts.config.subscriptions import Channel, Subscription
from alerts.config.value_types import Schedule
from alerts.delivering.channels import carrier_of, channel_delivery, notice_delivery
from alerts.delivering.outbox import (
    Carrier,
    DrainSummary,
    MissingServer,
    OutboxFolder,
    deliveries_for,
    drain,
    mail_deliveries,
    write_file,
)
from alerts.delivering.smtp import Mailer, server_of
from alerts.delivering.trouble import Health, notice_of, troubles_of
from alerts.rendering.atom import atom_of
from alerts.rendering.bodies import render, render_notice
from alerts.rendering.message import Sender, build_message
from alerts.rendering.reader_links import LinkKey
from core.errors import DeliveryError
from core.identity import digest_of
from core.isolation import attempt
from core.records import (
    Band,
    Delivery,
    DeliveryState,
    Digest,
    DigestKind,
    Failure,
    HeldHits,
    Hit,
    Stage,
)
from extractors.fetching.client import HttpPoster
from extractors.fetching.policy import FetchPolicy
from flows.digest_material import Composer, MaterialSource
from flows.readership import Readership
from flows.run_config import RunConfig
from flows.server.server_secret import kept_secret
from storage.database.disk import shortage
from storage.store import Store

_EVERYTHING = Subscription("everything", (), Schedule(time(0)), ZoneInfo("UTC"), min_band=Band.ALERT)
_TEST_TITLE = "[Watchword] TEST of mail and channels"
_TEST_LINES = (
    "Somebody tried `watchword digest send --test`: this message came through.",
    "It reports nothing, and nothing that waits was sent with it.",
)
_NO_SENDER = "Watchword <watchword@localhost>"  # for messages that are written to files


@dataclass(frozen=True, slots=True)
class QueueResult:
    """How many digests were queued, what could not be composed, and what is held back."""

    queued: int = 0
    failures: tuple[Failure, ...] = ()
    held: tuple[HeldHits, ...] = ()

    def __add__(self, other: QueueResult) -> QueueResult:
        return QueueResult(self.queued + other.queued, (*self.failures, *other.failures), (*self.held, *other.held))


NOTHING_QUEUED = QueueResult()


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Composes, queues and sends messages, with the store and the configuration of one run."""

    store: Store
    config: RunConfig

    @property
    def readership(self) -> Readership:
        """Who gets the messages."""
        return Readership(self.store, self.config.alerts)

    @property
    def _material(self) -> MaterialSource:
        return MaterialSource(self.store, self.config, self.readership)

    @property
    def sender(self) -> Sender:
        """Who messages are from."""
        server, missing = server_of(self.config.alerts.mail, self.config.settings), self.missing_server()
        name = server.sender if server else self.config.settings.smtp_from or self.config.alerts.mail.sender
        return Sender(name or (missing and missing.sender) or _NO_SENDER, self.links)

    def missing_server(self) -> MissingServer | None:
        """The carrier of mail if no server is set though messages left by mail in the last days, else None."""
        if server_of(self.config.alerts.mail, self.config.settings):
            return None
        last = self.store.outbox.last_sent_by_mail(datetime.now(UTC) - MissingServer.WAITS)
        return MissingServer(last) if last else None

    @property
    def links(self) -> LinkKey | None:
        """What makes and checks the links in messages; None if no desk is served."""
        public_url = self.config.alerts.public_url
        return LinkKey(public_url, kept_secret(self.config.settings.paths.link_secret)) if public_url else None

    def carriers(self, now: datetime) -> dict[str, Carrier]:
        """The carriers by channel id; that of mail is the mail server, or the outbox folder if there never was one."""
        server = server_of(self.config.alerts.mail, self.config.settings)
        poster = HttpPoster(FetchPolicy.from_settings(self.config.settings))
        allowed = self.config.settings.allow_networks
        channels = {
            one.channel_id: carrier_of(one, os.environ, poster, now, allowed) for one in self.config.alerts.channels
        }
        folder = OutboxFolder(self.config.settings.paths.outbox)
        return {"mail": Mailer(server) if server else self.missing_server() or folder, **channels}

    def has_due(self, now: datetime) -> bool:
        """True if a queued message is due at `now`, or a digest that has something to say or cannot be composed."""
        if self.store.outbox.due(now):
            return True
        return any(self._has_digest(subscription, window, now) for subscription, window in self._due_windows(now))

    def _has_digest(self, subscription: Subscription, window: Window, now: datetime) -> bool:
        material = self._material.of_window(subscription, window, now)
        digest, failures = build_safely(
            subscription.subscription_id, material, lambda some: compose(subscription, window, some, now)
        )
        return digest is not None or bool(failures)

    def _due_windows(self, now: datetime) -> list[tuple[Subscription, Window]]:
        first = self.store.runs.first_complete()
        subscriptions = self.readership.read_subscriptions()
        windows = [due(one, self.store.outbox.last_digest(one.subscription_id), first, now) for one in subscriptions]
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
        """Queues the digest of the window; readers who missed earlier hits get them in it once more."""
        material = self._material.of_window(subscription, window, now)
        groups = self.readership.groups(subscription, now)
        return self._queue(subscription, material, groups, self._composer(subscription, window, now), now)

    def _composer(self, subscription: Subscription, window: Window, now: datetime) -> Composer:
        return self._material.with_changes(lambda some: compose(subscription, window, some, now), subscription, window)

    def queue_immediate(self, hits: Sequence[Hit], now: datetime) -> QueueResult:
        """Queues the immediate mails for these hits, which were just stored."""
        wanted = {hit.hit_id for hit in hits if not hit.retroactive}
        result = NOTHING_QUEUED
        for subscription in self.config.alerts.subscriptions if wanted else ():
            if subscription.immediate is None:
                continue
            window = Window(now, now.max.replace(tzinfo=now.tzinfo))
            material = self._material.of_findings(subscription, self.store.findings.of_hits(wanted), window, now)
            sent = self.store.outbox.immediate_since(subscription.subscription_id, _midnight(subscription, now))
            held = attempt(
                Stage.COMPOSE,
                subscription.subscription_id,
                partial(held_hits, subscription, material, now, sent_today=sent),
            )
            result += QueueResult(held=(held,)) if isinstance(held, HeldHits) else NOTHING_QUEUED
            make = partial(compose_immediate, subscription, now=now, sent_today=sent)
            groups = self.readership.groups(subscription, now, with_missed=False)
            result += self._queue(subscription, material, groups, make, now)
        return result

    def _queue(
        self,
        subscription: Subscription,
        material: Material,
        groups: Sequence[ReaderGroup],
        make: Composer,
        now: datetime,
    ) -> QueueResult:
        """Composes a digest for each group of readers and queues it as one, without findings that make it fail."""

        def build(some: Material) -> list[tuple[Digest, tuple[Delivery, ...], ReaderGroup]]:
            composed = ((make(replace(some, missed=one.missed, snoozed=one.snoozed)), one) for one in groups)
            made = [(digest, one) for digest, one in composed if digest is not None]
            # An immediate mail is identified by its hits, of which a group that snoozed a target gets fewer.
            same = [(replace(digest, digest_id=made[0][0].digest_id), one) for digest, one in made]
            return [(digest, self._messages(digest, subscription, one.readers, now), one) for digest, one in same]

        parts, failures = build_safely(subscription.subscription_id, material, build)
        if not parts:
            return QueueResult(failures=failures)
        messages = [one for _, deliveries, _ in parts for one in deliveries]
        notifications = [one for digest, _, _ in parts for one in notifications_of(digest)]
        retold = list(dict.fromkeys(one for _, _, group in parts for one in group.missed))
        return QueueResult(int(self.store.outbox.enqueue(parts[0][0], messages, notifications, retold)), failures)

    def drain(self, now: datetime, kind: DigestKind | None = None) -> DrainSummary:
        """Sends what is queued and due, of one kind of digest or any; notices of what is refused follow at once."""
        drained = drain(self.store.outbox, self.carriers(now), now, kind)
        if drained.dead and self.queue_trouble_notices(now):
            drained += drain(self.store.outbox, self.carriers(now), now, DigestKind.TROUBLE)
        return drained

    def queue_trouble_notices(self, now: datetime) -> int:
        """Queues mails about trouble of the watch itself, at most one a day for each cause; returns how many."""
        alerts = self.config.alerts
        if not alerts.subscriptions:
            return 0
        coverage = replace(self.store.feeds.coverage(now, self.config.sources), config_problems=self.config.problems)
        waiting = self.store.outbox.newest(DeliveryState.QUEUED, limit=1000)
        zone, refused = alerts.subscriptions[0].zone, self.readership.refused(now)
        short = shortage(self.store.paths)
        health = Health(coverage, waiting, self.store.runs.first_complete(), now, zone, refused, short)
        queued = 0
        for trouble in troubles_of(health):
            last = self.store.outbox.last_digest(trouble.history_id)
            notice = notice_of(trouble, last, health, self.readership.operators(), self.sender, alerts.channels)
            queued += bool(notice and self.store.outbox.enqueue(*notice, ()))
        return queued

    def publish_feed(self, now: datetime) -> tuple[Failure, ...]:
        """Writes the stories of the last days as an Atom feed to DATA/public/stories.atom; returns the failures."""
        window = Window(now - FIRST_WINDOW, now, send_if_empty=True)

        def build(some: Material) -> bytes:
            digest = compose(_EVERYTHING, window, some, now)
            return atom_of(digest.cards if digest else (), self.config.alerts.public_url, now)

        feed, failures = build_safely("stories.atom", self._material.of_window(_EVERYTHING, window, now), build)
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
        groups = self.readership.groups(subscription, now)
        composed = self._composer(subscription, window, now)

        def build(some: Material) -> Digest:
            whose = replace(some, missed=groups[-1].missed, snoozed=groups[-1].snoozed) if groups else some
            digest = composed(whose)
            assert digest is not None, "such a window always has a digest"
            render(digest, subscription)  # a finding that cannot be rendered is to be left out
            return digest

        digest, failures = build_safely(
            subscription.subscription_id, self._material.of_window(subscription, window, now), build
        )
        if digest is None:
            raise DeliveryError(" ".join(one.message for one in failures))
        return digest

    def test_message(self, address: str, now: datetime) -> Delivery:
        """A mail that says that it is a test and names no target."""
        digest = self._test_digest(now)
        rendered = render_notice(_TEST_TITLE, "This is a test", _TEST_LINES)
        body = build_message(rendered, digest, address, self.sender)
        (delivery,) = mail_deliveries(digest, [(address, rendered.subject, body)], self.sender, now)
        return delivery

    def test_notice(self, channel: Channel, now: datetime) -> Delivery:
        """As `test_message`, for a channel."""
        return notice_delivery(self._test_digest(now), channel, _TEST_TITLE, _TEST_LINES, now)

    def _test_digest(self, now: datetime) -> Digest:
        coverage = self.store.feeds.coverage(now, self.config.sources)
        key = digest_of("test", now.isoformat())
        return Digest(key, "test", now, now, now, (), coverage, kind=DigestKind.TEST)

    def _pending_window(self, subscription: Subscription, now: datetime) -> Window:
        last = self.store.outbox.last_digest(subscription.subscription_id)
        return Window(last or now - FIRST_WINDOW, now, first=last is None)

    def _messages(
        self, digest: Digest, subscription: Subscription, readers: Sequence[Reader], now: datetime
    ) -> tuple[Delivery, ...]:
        """The digest as messages, one a reader."""
        addresses = tuple(one.recipient for one in readers if one.channel == "mail")
        mail = deliveries_for(digest, replace(subscription, to=addresses), self.sender, now)
        names = {one.channel for one in readers}
        channels = [one for one in self.config.alerts.channels if one.channel_id in names]
        return (*mail, *(channel_delivery(digest, subscription, one, now, self.links) for one in channels))


def _midnight(subscription: Subscription, now: datetime) -> datetime:
    """The start of the day in the subscription's zone."""
    return datetime.combine(now.astimezone(subscription.zone).date(), time.min, subscription.zone)
