"""Two processes that send at once: each message goes out once, and nobody waits for the other."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import pytest

from alerts.delivering.outbox import drain, mail_deliveries
from alerts.rendering.message import Sender
from core.records import DeliveryState, DigestKind
from core.settings import Settings
from storage.database.locks import digest_lock
from storage.store import Store


@dataclass
class SlowCarrier:
    """Takes a message in so many seconds, and keeps to whom and when."""

    seconds: float
    sent: list[tuple[str, float]] = field(default_factory=list)

    def send(self, delivery):
        time.sleep(self.seconds)
        self.sent.append((delivery.recipient, time.monotonic()))


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
    slow, quick = SlowCarrier(0.7), SlowCarrier(0.0)

    def tick():
        with digest_lock(store.paths, "digest"):
            return drain(store.outbox, {"mail": slow}, make.now)

    with ThreadPoolExecutor() as pool:
        ticking = pool.submit(tick)
        time.sleep(0.4)
        queued(store, make, DigestKind.IMMEDIATE, "now@example.org")
        assert drain(store.outbox, {"mail": quick}, make.now, DigestKind.IMMEDIATE).sent == 1
        (recipient, at) = quick.sent[0]
        assert ticking.result().sent == 4
    assert recipient == "now@example.org"
    assert at < slow.sent[1][1], "it was sent while the tick was at its first messages"
    assert {one.state for one in store.outbox.newest()} == {DeliveryState.SENT}


def test_of_senders_at_once_one_sends_each_message(store, make):
    queued(store, make, DigestKind.DIGEST, *(f"{number}@example.org" for number in range(12)))
    carrier = SlowCarrier(0.05)
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda _: drain(store.outbox, {"mail": carrier}, make.now), range(3)))
    assert sorted(one for one, _ in carrier.sent) == sorted(f"{number}@example.org" for number in range(12))
    assert sum(one.sent for one in found) == 12
    assert list(store.paths.live.parent.glob("sending-*")) == []
