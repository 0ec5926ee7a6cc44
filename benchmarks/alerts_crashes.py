"""Counts messages lost and sent twice after kill -9 at random moments of enqueue and drain.

    .venv/bin/python -P benchmarks/alerts_crashes.py [KILLS] [SEED]

A child process queues a digest for three recipients in a real store and drains the outbox to a real SMTP server on
loopback; it is killed after a random time. Then the step is repeated, as the next tick does. Every recipient must get
every digest; a second copy is allowed only with the same Message-ID, and at most one per kill (the message that the
server had accepted before that was recorded).
"""

from __future__ import annotations

import multiprocessing
import random
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from multiprocessing.context import ForkServerContext
from pathlib import Path
from zoneinfo import ZoneInfo

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from alerts.config.subscriptions import Subscription
from alerts.config.value_types import Schedule
from alerts.delivering.outbox import deliveries_for, drain
from alerts.delivering.smtp import Mailer, MailServer
from alerts.rendering.message import Sender
from core.records import DeliveryState
from core.settings import DataPaths
from samples import builders
from storage.store import Store

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
READERS = ("one@example.org", "two@example.org", "three@example.org")


@dataclass
class AcceptedMail:
    """The server's handler and what it has accepted: (recipient, digest id, Message-ID)."""

    accepted: list[tuple[str, str, str]] = field(default_factory=list)

    async def data(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Keeps the message and accepts it."""
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content)
        reader, digest = envelope.rcpt_tos[0], message["X-Watchword-Digest"]
        self.accepted.append((reader, digest, message["Message-ID"]))
        return "250 accepted"

    handle_DATA = data  # noqa: N815 - the name that aiosmtpd looks for


@dataclass(frozen=True)
class CrashOutcome:
    """The counts after a series of kills; `killed_at_work` are the kills before the child had ended."""

    kills: int
    killed_at_work: int
    lost: int
    twice: int
    twice_with_another_id: int
    stuck: int


def run_tick(root: Path, port: int, number: int) -> None:
    """One tick: queues digest `number` unless it is queued already, and drains."""
    store = Store(DataPaths(root, root / "cache"))
    now = NOW + timedelta(days=number)
    desk = Subscription("desk", READERS, Schedule(now.time()), ZoneInfo("UTC"))
    digest = builders.digest(f"{number:020}", at=now)
    store.outbox.enqueue(digest, deliveries_for(digest, desk, Sender("watch@example.org"), now), ())
    server = MailServer("127.0.0.1", port, "none", "watch@example.org", timeout_s=10)
    drain(store.outbox, {"mail": Mailer(server)}, now + timedelta(hours=1))


def crash(kills: int, seed: int) -> CrashOutcome:
    chance, accepted_mail, at_work = random.Random(seed), AcceptedMail(), 0
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["storage.store", "alerts.delivering.outbox", "alerts.delivering.smtp"])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        controller = Controller(accepted_mail, hostname="127.0.0.1", port=free_port())
        controller.start()
        try:
            port = controller.port
            run_tick(root, port, 0)
            run(context, root, port, 1, None)  # starts the fork server
            usual = timed(lambda: run(context, root, port, 2, None))
            for number in range(3, kills + 3):
                at_work += run(context, root, port, number, chance.uniform(0, 1.1 * usual))
                run_tick(root, port, number)
            store = Store(DataPaths(root, root / "cache"))
            stuck = len(store.outbox.newest(DeliveryState.QUEUED))
        finally:
            controller.stop()
    return outcome_of(accepted_mail, kills, at_work, stuck)


def run(context: ForkServerContext, root: Path, port: int, number: int, kill_after: float | None) -> bool:
    """Runs a tick in a child process, killed after that many seconds; True if it was still running then."""
    child = context.Process(target=run_tick, args=(root, port, number))
    child.start()
    if kill_after is not None:
        time.sleep(kill_after)
        alive = child.is_alive()
        if alive:
            child.kill()
    child.join()
    return kill_after is not None and alive


def outcome_of(accepted_mail: AcceptedMail, kills: int, at_work: int, stuck: int) -> CrashOutcome:
    wanted = {(reader, f"{number:020}") for reader in READERS for number in range(kills + 3)}
    copies = Counter((reader, digest) for reader, digest, _ in accepted_mail.accepted)
    ids = {(reader, digest, key) for reader, digest, key in accepted_mail.accepted}
    return CrashOutcome(
        kills=kills,
        killed_at_work=at_work,
        lost=len(wanted - copies.keys()),
        twice=sum(count - 1 for count in copies.values()),
        twice_with_another_id=len(ids) - len(copies),
        stuck=stuck,
    )


def timed(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def main() -> None:
    given = [int(one) for one in sys.argv[1:]]
    outcome = crash(*(given + [200, 20261122][len(given) :]))
    print(outcome)
    raise SystemExit(bool(outcome.lost or outcome.stuck or outcome.twice_with_another_id))


if __name__ == "__main__":
    main()
