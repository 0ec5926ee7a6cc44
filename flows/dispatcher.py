"""From stored hits to sent messages: digests are composed, queued with their notifications, and sent."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from alerts.composing.digest import LATE_COMMITS, Material, compose, compose_immediate, held_hits
from alerts.composing.missed_hits import Reader, ReaderGroup, groups_of
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
from alerts.rendering.reader_links import TROUBLE, LinkKey
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
    Finding,
    HeldHits,
    Hit,
    MissedHit,
    Stage,
    Suppression,
)
from extractors.fetching.client import HttpPoster
from extractors.fetching.policy import FetchPolicy
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
_REFUSED_FOR = timedelta(days=14)  # how long a refusal is said again if no later message arrived
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
        material = self.material(subscription, window, now)
        digest, failures = build_safely(
            subscription.subscription_id, material, lambda some: compose(subscription, window, some, now)
        )
        return digest is not None or bool(failures)

    def _due_windows(self, now: datetime) -> list[tuple[Subscription, Window]]:
        first = self.store.runs.first_complete()
        subscriptions = self.read_subscriptions()
        windows = [due(one, self.store.outbox.last_digest(one.subscription_id), first, now) for one in subscriptions]
        return [(one, window) for one, window in zip(subscriptions, windows, strict=True) if window]

    def read_subscriptions(self) -> tuple[Subscription, ...]:
        """The subscriptions that somebody reads."""
        return tuple(one for one in self.config.alerts.subscriptions if self._readers(one))

    def left_subscriptions(self) -> tuple[str, ...]:
        """The ids of the subscriptions that everybody left."""
        return tuple(one.subscription_id for one in self.config.alerts.subscriptions if not self._readers(one))

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
        material = self.material(subscription, window, now)
        groups = self._groups(subscription, now)
        return self._queue(subscription, material, groups, lambda some: compose(subscription, window, some, now), now)

    def _groups(
        self, subscription: Subscription, now: datetime, *, with_missed: bool = True
    ) -> tuple[ReaderGroup, ...]:
        """The subscription's readers, by what they missed and snoozed."""
        snoozes = [
            one for one in self.store.readers.snoozes(now) if one.subscription_id == subscription.subscription_id
        ]
        missed = self.store.outbox.missed(subscription.subscription_id) if with_missed else ()
        addressed = self.store.outbox.addressed({one.digest_id for one in missed}) if missed else frozenset()
        return groups_of(self._readers(subscription), missed, addressed, snoozes)

    def _readers(self, subscription: Subscription) -> tuple[Reader, ...]:
        """Who gets the subscription's messages: without those who unsubscribed."""
        gone = self.unsubscribed(subscription.subscription_id)
        channels = [one for one in self.config.alerts.channels if one.subscription_id == subscription.subscription_id]
        mail = (Reader("mail", one) for one in subscription.to if one not in gone)
        return (*mail, *(Reader(one.channel_id, one.channel_id) for one in channels))

    def unsubscribed(self, subscription_id: str) -> frozenset[str]:
        """The addresses that want no more messages of this subscription, or of `trouble`."""
        return frozenset(
            one.recipient for one in self.store.readers.unsubscribed() if one.subscription_id == subscription_id
        )

    def queue_immediate(self, hits: Sequence[Hit], now: datetime) -> QueueResult:
        """Queues the immediate mails for these hits, which were just stored."""
        wanted = {hit.hit_id for hit in hits if not hit.retroactive}
        result = NOTHING_QUEUED
        for subscription in self.config.alerts.subscriptions if wanted else ():
            if subscription.immediate is None:
                continue
            window = Window(now, now.max.replace(tzinfo=now.tzinfo))
            material = self._material_of(subscription, self.store.findings.of_hits(wanted), window, now)
            sent = self.store.outbox.immediate_since(subscription.subscription_id, _midnight(subscription, now))
            held = attempt(
                Stage.COMPOSE,
                subscription.subscription_id,
                partial(held_hits, subscription, material, now, sent_today=sent),
            )
            result += QueueResult(held=(held,)) if isinstance(held, HeldHits) else NOTHING_QUEUED
            make = partial(compose_immediate, subscription, now=now, sent_today=sent)
            groups = self._groups(subscription, now, with_missed=False)
            result += self._queue(subscription, material, groups, make, now)
        return result

    def _queue(
        self,
        subscription: Subscription,
        material: Material,
        groups: Sequence[ReaderGroup],
        make: Callable[[Material], Digest | None],
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
        zone, refused = alerts.subscriptions[0].zone, self.refused(now)
        short = shortage(self.store.paths)
        health = Health(coverage, waiting, self.store.runs.first_complete(), now, zone, refused, short)
        queued = 0
        for trouble in troubles_of(health):
            last = self.store.outbox.last_digest(trouble.history_id)
            notice = notice_of(trouble, last, health, self.operators(), self.sender, alerts.channels)
            queued += bool(notice and self.store.outbox.enqueue(*notice, ()))
        return queued

    def operators(self) -> tuple[str, ...]:
        """Who gets messages about the watch itself."""
        gone = self.unsubscribed(TROUBLE)
        return tuple(one for one in self.config.alerts.trouble_recipients if one not in gone)

    def refused(self, now: datetime) -> tuple[Delivery, ...]:
        """The latest message to each of today's readers who refuses messages for good."""
        readers = {
            (one.subscription_id, reader) for one in self.config.alerts.subscriptions for reader in self._readers(one)
        }
        return tuple(
            one
            for one in self.store.outbox.refused(now - _REFUSED_FOR)
            if (one.subscription_id, Reader(one.channel, one.recipient)) in readers
        )

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
        groups = self._groups(subscription, now)

        def build(some: Material) -> Digest:
            whose = replace(some, missed=groups[-1].missed, snoozed=groups[-1].snoozed) if groups else some
            digest = compose(subscription, window, whose, now)
            assert digest is not None, "such a window always has a digest"
            render(digest, subscription)  # a finding that cannot be rendered is to be left out
            return digest

        digest, failures = build_safely(subscription.subscription_id, self.material(subscription, window, now), build)
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

    def material(self, subscription: Subscription, window: Window, now: datetime) -> Material:
        """What the subscription's digest of this window is composed from."""
        missed = self.store.outbox.missed(subscription.subscription_id)
        found = self.store.findings.between(window.start - LATE_COMMITS, window.end)
        return self._material_of(subscription, self._with_missed(found, missed), window, now)

    def _material_of(
        self, subscription: Subscription, findings: Sequence[Finding], window: Window, now: datetime
    ) -> Material:
        """These findings with all that a message about them is composed from."""
        store = self.store
        edited = store.findings.edited(window.start, window.end)
        article_ids = {one.article.article_id for one in (*findings, *edited)}
        stories = store.stories.of_articles(article_ids)
        coverage = store.feeds.coverage(now, self.config.sources, since=min(window.start, now))
        return Material(
            findings=findings,
            edited=edited,
            stories=stories,
            articles=store.stories.articles({story.story_id for story in stories}),
            notifications=store.outbox.notifications_about(subscription.subscription_id, stories, article_ids),
            coverage=replace(
                coverage, config_problems=self.config.problems, undelivered=self._undelivered(subscription, now)
            ),
            suppressed=store.findings.suppressed(window.start, window.end),
            suppressions=self._acting(findings),
            watchlist_changes=[
                one.sentence
                for one in store.watchlists.changes(window.start, window.end)
                if subscription.wants(one.target_id, one.tags)
            ],
        )

    def _acting(self, findings: Sequence[Finding]) -> tuple[Suppression, ...]:
        """The suppressions that hold back some of these findings."""
        ids = {one.suppression_id for one in findings if one.suppression_id}
        return self.store.reviews.suppressions_of(ids) if ids else ()

    def _with_missed(self, findings: Sequence[Finding], missed: Sequence[MissedHit]) -> tuple[Finding, ...]:
        """The findings, and those missed that are not among them."""
        wanted = {one.hit_id for one in missed} - {one.hit.hit_id for one in findings}
        return (*findings, *(self.store.findings.of_hits(wanted) if wanted else ()))

    def _undelivered(self, subscription: Subscription, now: datetime) -> tuple[tuple[str, str, datetime], ...]:
        """What the subscription's own readers refused."""
        return tuple(
            (one.recipient, one.last_error or "refused", one.finished_at or one.created_at)
            for one in self.refused(now)
            if one.subscription_id == subscription.subscription_id
        )

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
