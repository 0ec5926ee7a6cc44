"""Two processes that send at once: each message goes out once, and nobody waits for the other."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Event

import pytest

from alerts.delivering.outbox import drain, mail_deliveries
from alerts.rendering.message import Sender
from core.records import DeliveryState, DigestKind
from core.settings import Settings
from storage.database.locks import digest_lock
from storage.store import Store

WITHIN_S = 60


@dataclass
class Carrier:
    """Keeps to whom it sent."""

    sent: list[str] = field(default_factory=list)

    def send(self, delivery):
        self.sent.append(delivery.recipient)


@dataclass
class HeldCarrier(Carrier):
    """Is at its first message, `begun`, until it is `released`."""

    begun: Event = field(default_factory=Event)
    released: Event = field(default_factory=Event)

    def send(self, delivery):
        self.begun.set()
        assert self.released.wait(WITHIN_S)
        super().send(delivery)


class SlowCarrier(Carrier):
    """Takes a while, so that senders at once are at work at once."""

    def send(self, delivery):
        time.sleep(0.05)
        super().send(delivery)


@pytest.fixture
def store(tmp_path) -> Store:
    store = Store(Settings(data_dir=tmp_path).paths)
    store.prepare()
    return store


def queued(store, make, kind, *recipients):
    digest = replace(make.digest(f"{kind}".ljust(20, "0"), at=make.now), kind=kind)
    messages = ((one, "subject", b"body") for one in recipients)
    store.outbox.enqueue(digest, mail_deliveries(digest, messages, Sender("watch@example.org"), make.now), ())


def test_immediate_mail_does_not_wait_for_a_tick_at_work(store, make):
    queued(store, make, DigestKind.DIGEST, *(f"slow-{number}@example.org" for number in range(4)))
    held, quick = HeldCarrier(), Carrier()

    def tick():
        with digest_lock(store.paths, "digest"):
            return drain(store.outbox, {"mail": held}, make.now)

    with ThreadPoolExecutor() as pool:
        ticking = pool.submit(tick)
        assert held.begun.wait(WITHIN_S)
        queued(store, make, DigestKind.IMMEDIATE, "now@example.org")
        assert drain(store.outbox, {"mail": quick}, make.now, DigestKind.IMMEDIATE).sent == 1
        assert (quick.sent, held.sent) == (["now@example.org"], []), "it was sent while the tick was at its first"
        held.released.set()
        assert ticking.result().sent == 4
    assert {one.state for one in store.outbox.newest()} == {DeliveryState.SENT}


def test_of_senders_at_once_one_sends_each_message(store, make):
    queued(store, make, DigestKind.DIGEST, *(f"{number}@example.org" for number in range(12)))
    carrier = SlowCarrier()
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda _: drain(store.outbox, {"mail": carrier}, make.now), range(3)))
    assert sorted(carrier.sent) == sorted(f"{number}@example.org" for number in range(12))
    assert sum(one.sent for one in found) == 12
    assert list(store.paths.live.parent.glob("sending-*")) == []
