"""Digests, their messages, and what was delivered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime

from core.errors import StorageBusyError
from core.records import Delivery, DeliveryState, Digest, DigestKind, MissedHit, Notification, Story
from storage.database.disk import give_room, room_held
from storage.database.live_file import transaction
from storage.database.locks import delivery_lock, sending_file
from storage.store.store_part import StorePart
from storage.tables import outbox, runs

_ROOM_BYTES = 1024 * 1024  # for a transaction


class Outbox(StorePart):
    """Digests, their messages, and what was delivered."""

    def last_digest(self, subscription_id: str) -> datetime | None:
        """The end of the window of the subscription's last digest; None if it has had none."""
        with transaction(self.paths) as db:
            return outbox.last_digest(db, subscription_id)

    def immediate_since(self, subscription_id: str, since: datetime) -> int:
        """How many immediate messages were composed for the subscription since then."""
        with transaction(self.paths) as db:
            return outbox.immediate_since(db, subscription_id, since)

    def notifications(self, subscription_id: str) -> tuple[Notification, ...]:
        """What the subscription has been notified of, oldest first."""
        with transaction(self.paths) as db:
            return outbox.notifications(db, subscription_id)

    def notifications_about(
        self, subscription_id: str, stories: Sequence[Story], article_ids: Collection[str]
    ) -> tuple[Notification, ...]:
        """What the subscription has been notified of in these stories and articles, oldest first."""
        story_ids = {key for one in stories for key in (one.story_id, *one.merged_ids)}
        articles = {key for one in stories for key in one.article_ids}.union(article_ids)
        with transaction(self.paths) as db:
            return outbox.notifications_about(db, subscription_id, story_ids, articles)

    def enqueue(
        self,
        digest: Digest,
        deliveries: Sequence[Delivery],
        notifications: Sequence[Notification],
        retold: Sequence[MissedHit] = (),
    ) -> bool:
        """Stores a digest, its messages and notifications, and that it reports these missed hits again.

        Returns False and stores nothing if the digest is stored.
        """
        with transaction(self.paths) as db:
            stored = outbox.enqueue(db, digest, deliveries, notifications, retold)
            if stored:
                runs.touch(db)
            return stored

    def missed(self, subscription_id: str) -> tuple[MissedHit, ...]:
        """The hits that recipients of the subscription missed and that are not queued for them again, oldest first."""
        with transaction(self.paths) as db:
            return outbox.missed(db, subscription_id)

    def addressed(self, digest_ids: Collection[str]) -> frozenset[tuple[str, str, str]]:
        """To whom these digests were addressed: (digest_id, channel, recipient)."""
        with transaction(self.paths) as db:
            return outbox.addressed(db, digest_ids)

    def refused(self, since: datetime) -> tuple[Delivery, ...]:
        """The latest message to each recipient that was refused for good since then and after which none arrived."""
        with transaction(self.paths) as db:
            return outbox.refused(db, since)

    def last_sent_by_mail(self, since: datetime) -> Delivery | None:
        """The last message that a mail server accepted since then; None if there is none."""
        with transaction(self.paths) as db:
            return outbox.last_sent_by_mail(db, since)

    def due(self, now: datetime, kind: DigestKind | None = None) -> tuple[Delivery, ...]:
        """Queued messages whose next attempt is due, oldest first; with `kind`, only those of such digests."""
        with transaction(self.paths) as db:
            return outbox.due(db, now, kind)

    @contextmanager
    def claimed(self, delivery_id: str, now: datetime) -> Iterator[Delivery | None]:
        """The message, which no other process sends meanwhile; None if one does, or if it is no longer due.

        Room is kept to record its state: sent and not recorded, it would be sent again. Raises DiskShortError if there
        is none.
        """
        with ExitStack() as held:
            try:
                held.enter_context(delivery_lock(self.paths, delivery_id))
            except StorageBusyError:
                yield None
                return
            with transaction(self.paths) as db:
                found = outbox.by_id(db, delivery_id)
            if not found or not outbox.is_due(found, now):
                yield None
                return
            room = _ROOM_BYTES + 2 * len(found.body)  # with its body, the row is written anew
            held.enter_context(room_held(sending_file(self.paths, found.delivery_id), room))
            yield found

    def record(self, delivery: Delivery) -> None:
        """Stores the state of a message, also on a full disk if it is claimed."""
        give_room(sending_file(self.paths, delivery.delivery_id))
        with transaction(self.paths) as db:
            outbox.record(db, delivery)
            runs.touch(db)

    def newest(self, state: DeliveryState | None = None, limit: int = 100) -> tuple[Delivery, ...]:
        """The newest messages in this state, or in any if None."""
        with transaction(self.paths) as db:
            return outbox.newest(db, state, limit)

    def find(self, delivery_id: str) -> Delivery | None:
        """The message with this id or prefix; None unless exactly one has it."""
        with transaction(self.paths) as db:
            return outbox.by_id(db, delivery_id)
