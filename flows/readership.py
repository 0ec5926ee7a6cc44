"""Who gets which messages: the readers of the configuration, without those who left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.composing.missed_hits import Reader, ReaderGroup, groups_of
from alerts.config.subscriptions import AlertsConfig, Subscription
from alerts.rendering.reader_links import TROUBLE
from core.records import Delivery
from storage.store import Store

_REFUSED_FOR = timedelta(days=14)  # how long a refusal is said again if no later message arrived


@dataclass(frozen=True, slots=True)
class Readership:
    """The readers of the subscriptions in `alerts`, with what `store` knows of them."""

    store: Store
    alerts: AlertsConfig

    def read_subscriptions(self) -> tuple[Subscription, ...]:
        """The subscriptions that somebody reads."""
        return tuple(one for one in self.alerts.subscriptions if self.of(one))

    def left_subscriptions(self) -> tuple[str, ...]:
        """The ids of the subscriptions that everybody left."""
        return tuple(one.subscription_id for one in self.alerts.subscriptions if not self.of(one))

    def groups(self, subscription: Subscription, now: datetime, *, with_missed: bool = True) -> tuple[ReaderGroup, ...]:
        """The subscription's readers, by what they missed and snoozed."""
        snoozes = [
            one for one in self.store.readers.snoozes(now) if one.subscription_id == subscription.subscription_id
        ]
        missed = self.store.outbox.missed(subscription.subscription_id) if with_missed else ()
        addressed = self.store.outbox.addressed({one.digest_id for one in missed}) if missed else frozenset()
        return groups_of(self.of(subscription), missed, addressed, snoozes)

    def of(self, subscription: Subscription) -> tuple[Reader, ...]:
        """Who gets the subscription's messages: without those who unsubscribed."""
        gone = self.unsubscribed(subscription.subscription_id)
        channels = [one for one in self.alerts.channels if one.subscription_id == subscription.subscription_id]
        mail = (Reader("mail", one) for one in subscription.to if one not in gone)
        return (*mail, *(Reader(one.channel_id, one.channel_id) for one in channels))

    def unsubscribed(self, subscription_id: str) -> frozenset[str]:
        """The addresses that want no more messages of this subscription, or of `trouble`."""
        return frozenset(
            one.recipient for one in self.store.readers.unsubscribed() if one.subscription_id == subscription_id
        )

    def operators(self) -> tuple[str, ...]:
        """Who gets messages about the watch itself."""
        gone = self.unsubscribed(TROUBLE)
        return tuple(one for one in self.alerts.trouble_recipients if one not in gone)

    def refused(self, now: datetime) -> tuple[Delivery, ...]:
        """The latest message to each of today's readers who refuses messages for good."""
        readers = {(one.subscription_id, reader) for one in self.alerts.subscriptions for reader in self.of(one)}
        return tuple(
            one
            for one in self.store.outbox.refused(now - _REFUSED_FOR)
            if (one.subscription_id, Reader(one.channel, one.recipient)) in readers
        )
