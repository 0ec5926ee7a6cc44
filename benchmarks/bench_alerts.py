"""Measures immediate mail with real flows and servers: the time from feed to mail, and that beyond the last page.

    .venv/bin/python -P benchmarks/bench_alerts.py [CYCLES]

Eight feeds on loopback, always due, get a new entry about every second, each with an article that names one of sixty
listed people. Cycles run back to back in one process with Prefect's embedded server; a subscription with immediate
mail sends to an SMTP server on loopback, and digest ticks send to a reader whose server takes seconds for a message.
This is our own delay only: in operation the wait for the feed's next poll (half of `every` at the median) and the
site's response time are added. The second figure is what the batch's own work takes: from the last page that the site
sent before the mail to the mail. The exit code is 1 if its median is above `MOST_BEYOND_S`.
"""

from __future__ import annotations

import asyncio
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from alerts.delivering.outbox import mail_deliveries
from alerts.rendering.message import Sender
from core.identity import digest_of
from core.settings import Settings
from samples import builders
from storage.store import Store

FEEDS = 8
MOST_BEYOND_S = 5.0
SLOW_S = 3.0
SLOW_READER = "slow@example.org"
PEOPLE = 60
_GIVEN = "Alder Birch Cedar Elm Fir Hazel Ivy Juniper Laurel Maple"
_FAMILY = "Quillfeather Ramsbottle Saltmarsh Thistlewood Underhillock Vexmoor"
GIVEN, FAMILY = _GIVEN.split(), _FAMILY.split()


@dataclass
class GrowingFeeds:
    """Feeds that grow: entry numbers with the time (epoch seconds) at which each first appeared."""

    appeared: dict[int, float] = field(default_factory=dict)
    pages_sent: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def publish(self) -> None:
        """Adds an entry."""
        with self.lock:
            self.appeared[len(self.appeared)] = time.time()

    def feed(self, number: int) -> str:
        """The feed's document now."""
        with self.lock:
            mine = [entry for entry in self.appeared if entry % FEEDS == number]
        items = "".join(
            f"<item><guid>e{entry}</guid><title>{name(entry)} speaks at the harbour, report {entry}</title>"
            f"<link>/article/{entry}-speaks-at-the-harbour-in-the-rain.html</link><pubDate>{formatdate(self.appeared[entry])}</pubDate></item>"
            for entry in reversed(mine[-30:])
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {number}</title>{items}</channel></rss>'

    @staticmethod
    def article(entry: int) -> str:
        """The entry's page."""
        title = f"{name(entry)} speaks at the harbour, report {entry}"
        first = f"On the quay {name(entry)} spoke for {entry + 11} minutes about matter number {entry * 7919}."
        rest = "".join(
            f"<p>Witness {number} of {entry * 13 + 40} said that speech {entry * 31 + number} was longer "
            "than the last one, that the gulls were louder than the speaker, and that nobody took any notes.</p>"
            for number in range(8)
        )
        body = f"<article><h1>{title}</h1><p>{first}</p>{rest}</article>"
        return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


@dataclass
class MailArrivals:
    """The first arrival of mail about each person, in epoch seconds."""

    arrived: dict[str, float] = field(default_factory=dict)

    async def data(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Records the time for each person named in the message."""
        assert isinstance(envelope.content, bytes)
        if SLOW_READER in envelope.rcpt_tos:
            await asyncio.sleep(SLOW_S)
            return "250 accepted"
        body = message_from_bytes(envelope.content, policy=default).get_body(("plain",))
        assert body is not None
        for person in re.findall(r"\b[A-Z]\w+ Oakum [A-Z]\w+", body.get_content()):
            self.arrived.setdefault(person, time.time())
        return "250 accepted"

    handle_DATA = data  # noqa: N815 - the name that aiosmtpd looks for


def name(entry: int) -> str:
    return f"{GIVEN[entry % len(GIVEN)]} Oakum {FAMILY[entry // len(GIVEN) % len(FAMILY)]}"


def serve(feeds: GrowingFeeds) -> ThreadingHTTPServer:
    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, _, rest = self.path.strip("/").partition("/")
            number = rest.partition("-")[0]
            known = kind in ("feed", "article") and number.isdigit()
            body = (
                (feeds.feed(int(number)) if kind == "feed" else feeds.article(int(number))).encode() if known else b""
            )
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "application/rss+xml" if kind == "feed" else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if kind == "article":
                feeds.pages_sent.append(time.time())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("0.0.0.0", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def configure(folder: Path, port: int) -> None:
    feeds = "".join(
        f"  - {{id: feed-{number}, url: 'http://127.0.0.{number + 2}:{port}/feed/{number}', every: 0s}}\n"
        for number in range(FEEDS)
    )
    people = "".join(f"  - {{id: p{entry}, name: {name(entry)}, severity: high}}\n" for entry in range(PEOPLE))
    desk = "  - {id: desk, to: [desk@example.org], immediate: {severity: low, cap: 9999 a day}}\n"
    desk += f"  - {{id: slow, to: [{SLOW_READER}]}}\n"
    for file, text in (
        ("feeds", f"feeds:\n{feeds}"),
        ("watchlist", f"version: 1\nactors:\n{people}"),
        ("alerts", f"subscriptions:\n{desk}"),
    ):
        (folder / f"{file}.yaml").write_text(text, encoding="utf-8")


def measure(cycles: int) -> tuple[list[float], list[float]]:
    """Seconds to each entry's mail, from its first appearance and from the last page sent before the mail."""
    feeds, arrivals = GrowingFeeds(), MailArrivals()
    with tempfile.TemporaryDirectory() as root:
        site = serve(feeds)
        configure(Path(root), site.server_port)
        mail_server = Controller(arrivals, hostname="127.0.0.1", port=0)
        mail_server.port = site.server_port + 1
        mail_server.start()
        os.environ |= {
            "WATCHWORD_CONFIG_DIR": root,
            "WATCHWORD_DATA_DIR": f"{root}/data",
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_SMTP_HOST": "127.0.0.1",
            "WATCHWORD_SMTP_PORT": str(mail_server.port),
            "WATCHWORD_SMTP_SECURITY": "none",
            "WATCHWORD_SMTP_FROM": "watch@example.org",
        }
        run_cycles(feeds, cycles)
        mail_server.stop()
        site.shutdown()
    arrived = [
        (at, arrivals.arrived[name(entry)]) for entry, at in feeds.appeared.items() if name(entry) in arrivals.arrived
    ]
    beyond = [mail - max(sent for sent in feeds.pages_sent if sent <= mail) for _, mail in arrived]
    return [mail - at for at, mail in arrived], beyond


def run_cycles(feeds: GrowingFeeds, cycles: int) -> None:
    from flows.server import environment, prefect_server

    environment.prepare(Settings().paths, quiet=True)
    prefect_server.start_embedded_server(print)
    from flows.poll import poll
    from flows.tick import tick

    poll(ignore_intervals=True)  # the feeds' first poll, of empty feeds, and the cold start
    stop = threading.Event()

    def publish() -> None:
        while not stop.wait(1.0) and len(feeds.appeared) < PEOPLE:
            feeds.publish()

    def send_digests() -> None:
        store = Store(Settings().paths)
        while not stop.wait(0.5):
            queue_slow_digest(store)
            tick(Settings(), preview=False)

    writer, ticks = threading.Thread(target=publish), threading.Thread(target=send_digests)
    writer.start()
    ticks.start()
    for _ in range(cycles):
        poll(ignore_intervals=True)
    stop.set()
    writer.join()
    ticks.join()
    poll(ignore_intervals=True)


def queue_slow_digest(store: Store) -> None:
    """A digest for the slow reader, so that the next tick is at work for seconds."""
    now = datetime.now(UTC)
    digest = builders.digest(digest_of("slow", now.isoformat()), at=now)
    messages = [(SLOW_READER, "digest", b"Subject: digest\r\n\r\nNothing.\r\n")]
    store.outbox.enqueue(digest, mail_deliveries(digest, messages, Sender("watch@example.org"), now), ())


def main() -> None:
    delays, beyond = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
    if not delays:
        raise SystemExit("no mail arrived")
    print(f"from feed to mail: {summary(delays)}")
    print(f"beyond the last page, while ticks send to a slow reader: {summary(beyond)}")
    print(f"asked: p50 at most {MOST_BEYOND_S:.0f} s beyond the last page")
    raise SystemExit(statistics.median(beyond) > MOST_BEYOND_S)


def summary(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return (
        f"{len(ordered)} entries, p50 {statistics.median(ordered):.1f} s, p95 {p95:.1f} s, longest {ordered[-1]:.1f} s"
    )


if __name__ == "__main__":
    main()
