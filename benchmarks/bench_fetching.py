"""The speed, cost and robustness of polling, against bare httpx, aiohttp and lemon24/reader in the same run.

    python benchmarks/bench_fetching.py [--feeds 1000] [--reader PYTHON]

`--reader` is a Python interpreter that has `reader` installed (it is no dependency of ours); without it that part is
skipped with a notice. All traffic stays on loopback. Times depend on the machine, ratios hold.
"""

from __future__ import annotations

import argparse
import asyncio
import ipaddress
import random
import resource
import statistics
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from benchmarks.feedserver import HANGING, serving
from core.records import FeedSource, FeedState
from extractors.fetching.client import Fetcher, Outcome, Request
from extractors.fetching.policy import FetchPolicy
from extractors.polling.cycle import poll_feeds
from extractors.worker_pool import WorkerPool

POLICY = FetchPolicy(allow_networks=(ipaddress.ip_network("127.0.0.0/8"),), per_host=None)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

READER = """
import os, sys, tempfile, time
from reader import make_reader
url, count, counts = sys.argv[1], int(sys.argv[2]), [int(one) for one in sys.argv[3:]]
reader = make_reader(os.path.join(tempfile.mkdtemp(), "reader.sqlite"))
for number in range(count):
    reader.add_feed(f"{url}/feed/{number}")
reader.update_feeds(workers=64, scheduled=False)
for workers in counts:
    began, cpu = time.perf_counter(), time.process_time()
    reader.update_feeds(workers=workers, scheduled=False)
    print(time.perf_counter() - began, time.process_time() - cpu)
"""
READER_WORKERS = (1, 20, 64, POLICY.connections)  # 1 is its default


async def timed(work: Callable[[], Awaitable[object]]) -> tuple[float, float]:
    """Seconds of wall clock and of CPU (this process and the workers it has reaped)."""
    wall, cpu = time.perf_counter(), time.process_time()
    await work()
    return time.perf_counter() - wall, time.process_time() - cpu


class FeedPoller:
    """Polls feeds again and again, with their remembered states and stored keys."""

    def __init__(self, url: str, count: int, pool: WorkerPool) -> None:
        self.sources = [FeedSource(str(number), f"{url}/feed/{number}") for number in range(count)]
        self.states: dict[str, FeedState] = {}
        self.stored: set[tuple[str, str]] = set()
        self.pool = pool
        self.now = NOW

    async def poll(self, fetcher: Fetcher) -> list[float]:
        """The seconds of each feed in one cycle."""
        self.now += timedelta(minutes=30)
        known = self._known
        polls = await poll_feeds(fetcher, self.sources, self.states, self.now, known=known, pool=self.pool)
        self.states |= {poll.feed_id: poll.state for poll in polls}
        self.stored |= {(entry.feed_id, entry.entry_key) for poll in polls for entry in poll.entries}
        return [poll.elapsed_s for poll in polls]

    def _known(self, wanted: Mapping[str, Collection[str]]) -> set[tuple[str, str]]:
        return {(feed_id, key) for feed_id, keys in wanted.items() for key in keys if (feed_id, key) in self.stored}


async def bare_httpx(client: httpx.AsyncClient, sources: list[FeedSource], etags: dict[str, str]) -> None:
    """The same requests by httpx alone: validators sent and kept, bodies read, nothing else.

    The semaphore is in httpx's favour: its pool goes through all waiting requests at each step.
    """
    slots = asyncio.Semaphore(POLICY.connections)

    async def one(source: FeedSource) -> None:
        etag = etags.get(source.url)
        async with slots:
            response = await client.get(source.url, headers={"If-None-Match": etag} if etag else {})
        if response.status_code == 200:
            etags[source.url] = response.headers["etag"]

    await asyncio.gather(*map(one, sources))


@asynccontextmanager
async def bare_aiohttp() -> AsyncIterator[Callable[[list[FeedSource]], Awaitable[None]]]:
    """The same requests by aiohttp alone, tuned: every connection kept, no cookies, no decompression."""
    import aiohttp

    etags: dict[str, str] = {}
    slots = asyncio.Semaphore(POLICY.connections)
    connector = aiohttp.TCPConnector(limit=0, use_dns_cache=True, ttl_dns_cache=3600)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        connector=connector, cookie_jar=aiohttp.DummyCookieJar(), timeout=timeout, auto_decompress=False
    ) as session:

        async def one(source: FeedSource) -> None:
            etag = etags.get(source.url)
            async with slots, session.get(source.url, headers={"If-None-Match": etag} if etag else {}) as response:
                await response.read()
                if response.status == 200:
                    etags[source.url] = response.headers["ETag"]

        async def poll(sources: list[FeedSource]) -> None:
            await asyncio.gather(*map(one, sources))

        yield poll


@dataclass(frozen=True, slots=True)
class Against:
    """Our feeds a second and our CPU a feed as multiples of a peer's; the median of the rounds."""

    speed: float
    cpu: float

    @classmethod
    def of(cls, ours: Sequence[tuple[float, float]], theirs: Sequence[tuple[float, float]]) -> Against:
        """From the seconds of wall clock and CPU of each round."""
        pairs = list(zip(ours, theirs, strict=True))
        return cls(
            statistics.median(their[0] / our[0] for our, their in pairs),
            statistics.median(our[1] / their[1] for our, their in pairs),
        )


async def against_bare_clients(url: str, count: int, pool: WorkerPool, *, rounds: int = 5) -> tuple[Against, Against]:
    """Ours against bare httpx and against aiohttp, in turn.

    httpx keeps every connection: with fewer than are in use, its pool closes and opens some at each request, and its
    speed varies sixfold.
    """
    poller = FeedPoller(url, count, pool)
    etags: dict[str, str] = {}
    limits = httpx.Limits(
        max_connections=POLICY.connections, max_keepalive_connections=POLICY.connections, keepalive_expiry=60
    )
    spent: dict[str, list[tuple[float, float]]] = {"ours": [], "httpx": [], "aiohttp": []}
    async with (
        Fetcher(POLICY) as fetcher,
        httpx.AsyncClient(limits=limits, timeout=None, trust_env=False) as client,
        bare_aiohttp() as aiohttp_poll,
    ):
        works: dict[str, Callable[[], Awaitable[object]]] = {
            "ours": lambda: poller.poll(fetcher),
            "httpx": lambda: bare_httpx(client, poller.sources, etags),
            "aiohttp": lambda: aiohttp_poll(poller.sources),
        }
        for work in works.values():  # the first round reads every feed
            await work()
        for _ in range(rounds):
            for name, work in works.items():
                spent[name].append(await timed(work))
    for name, rows in spent.items():
        wall, cpu = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"    {name:<8} {count / wall:6.0f} feeds/s, {cpu / count * 1e3:.2f} ms CPU a feed")
    return Against.of(spent["ours"], spent["httpx"]), Against.of(spent["ours"], spent["aiohttp"])


async def next_update(url: str, count: int, pool: WorkerPool) -> tuple[float, float]:
    """Wall clock and CPU, in seconds, of our second update of these feeds."""
    poller = FeedPoller(url, count, pool)
    async with Fetcher(POLICY) as fetcher:
        await poller.poll(fetcher)
        return await timed(lambda: poller.poll(fetcher))


def against_reader(url: str, count: int, pool: WorkerPool, python: str) -> dict[int, float]:
    """Reader's wall clock for another update of the same feeds, as multiples of ours, by its number of workers.

    Ours is the mean of an update before reader's and one after them.
    """
    before = asyncio.run(next_update(url, count, pool))
    call = [python, "-c", READER, url, str(count), *map(str, READER_WORKERS)]
    answer = subprocess.run(call, capture_output=True, text=True, check=True)
    after = asyncio.run(next_update(url, count, pool))
    theirs = [tuple(map(float, line.split())) for line in answer.stdout.splitlines()]
    ours = (before[0] + after[0]) / 2
    print(f"    ours {before[0]:.2f} and {after[0]:.2f} s, {(before[1] + after[1]) / 2:.2f} s CPU")
    for workers, (wall, cpu) in zip(READER_WORKERS, theirs, strict=True):
        print(f"    reader with {workers} workers {wall:.2f} s, {cpu:.2f} s CPU")
    return {workers: wall / ours for workers, (wall, _) in zip(READER_WORKERS, theirs, strict=True)}


async def longest_loop_block(url: str, count: int, pool: WorkerPool) -> float:
    """The longest time, in seconds, for which the event loop was blocked in a cycle in which a tenth changed."""
    poller, longest, done = FeedPoller(url, count, pool), 0.0, False

    async def watch() -> None:
        nonlocal longest
        while not done:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before - 0.001)

    async with Fetcher(POLICY) as fetcher:
        await poller.poll(fetcher)
        watching = asyncio.create_task(watch())
        await poller.poll(fetcher)
        done = True
        await watching
    return longest


async def p95_of_all_but_first(urls: list[str]) -> float:
    """The 95th percentile of the end times of the fetches in seconds, without the first fetch."""
    ends: list[float] = []
    async with Fetcher(replace(POLICY, timeout_s=5.0)) as fetcher:
        began = time.perf_counter()

        async def one(url: str) -> None:
            await fetcher.fetch(Request(url))
            ends.append(time.perf_counter() - began)

        first, *others = (asyncio.create_task(one(url)) for url in urls)
        await asyncio.gather(*others)
        p95 = sorted(ends)[len(ends) * 95 // 100]
        await first
    return p95


async def hanging_feed(url: str, count: int, *, rounds: int = 5) -> float:
    """By how many seconds one feed that hangs delays the 95th percentile of the others; the median of the rounds."""
    healthy = [f"{url}/feed/{number}" for number in range(count)]
    delays = []
    for _ in range(rounds):
        firsts = (healthy[0], url + HANGING, healthy[0])
        before, hanging, after = [await p95_of_all_but_first([first, *healthy]) for first in firsts]
        delays.append(hanging - (before + after) / 2)  # before and after, because the machine warms up
    return sorted(delays)[rounds // 2]


async def cancelled(url: str, count: int) -> tuple[int, int]:
    """After `count` fetches with random deadlines: how many of 100 healthy ones succeed, and descriptors left open."""
    chance = random.Random(1)

    async def hurried(fetcher: Fetcher) -> None:
        try:
            async with asyncio.timeout(chance.random() / 10):
                await fetcher.fetch(Request(f"{url}/feed/1"))
        except TimeoutError:
            pass

    before = _descriptors()
    async with Fetcher(POLICY) as fetcher:
        for _ in range(count // 100):
            await asyncio.gather(*(hurried(fetcher) for _ in range(100)))
        healthy = [await fetcher.fetch(Request(f"{url}/feed/1")) for _ in range(100)]
    await asyncio.sleep(0.5)
    return sum(one.outcome is Outcome.OK for one in healthy), _descriptors() - before


def _descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


async def one_cycle(url: str, count: int, pool: WorkerPool) -> float:
    """The seconds of one cycle over `count` feeds, 5 % of them changed, 500 at a time."""
    poller = FeedPoller(url, count, pool)
    for source in poller.sources:  # the states after a first poll, which would parse all feeds
        poller.states[source.feed_id] = FeedState(
            source.feed_id, source.url, b'"0"', validator_origin=url, first_polled_at=NOW, last_probe_at=NOW
        )
    everything = poller.sources
    began = time.perf_counter()
    async with Fetcher(POLICY) as fetcher:
        for start in range(0, count, 500):
            poller.sources = everything[start : start + 500]
            await poller.poll(fetcher)
    return time.perf_counter() - began


def report(what: str, figure: str, target: str) -> None:
    print(f"{what:<58} {figure:>12}   target: {target}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--reader", help="a Python with lemon24/reader installed")
    arguments = parser.parse_args()
    with WorkerPool(2) as pool:
        measure(arguments.feeds, arguments.reader, pool)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report("peak memory of this process", f"{peak:.0f} MB", "(for information)")


def measure(feeds: int, reader: str | None, pool: WorkerPool) -> None:
    with serving(latency_s=0.0) as url:
        httpx_alone, aiohttp_alone = asyncio.run(against_bare_clients(url, feeds, pool))
    report("all 304: feeds a second against bare httpx", f"{httpx_alone.speed:.2f}x", ">= 0.7x")
    report("all 304: CPU a feed against bare httpx", f"{httpx_alone.cpu:.2f}x", "<= 1.15x")
    report("all 304: feeds a second against tuned aiohttp", f"{aiohttp_alone.speed:.2f}x", ">= 1.0x")
    report("all 304: CPU a feed against tuned aiohttp", f"{aiohttp_alone.cpu:.2f}x", "(for information)")
    with serving(latency_s=0.0, changed_every=20) as url:
        httpx_alone, _ = asyncio.run(against_bare_clients(url, feeds, pool))
    report("5 % changed: feeds a second against bare httpx", f"{httpx_alone.speed:.2f}x", ">= 0.7x")
    with serving(latency_s=0.1) as url:
        if reader:
            ratios = against_reader(url, feeds, pool, reader)
            report("update of the same feeds against reader, 100 ms away", f"{ratios[1]:.1f}x", ">= 3x")
            report(
                "the same, reader with its best number of workers", f"{min(ratios.values()):.1f}x", "(for information)"
            )
        else:
            print("SKIPPED: no --reader PYTHON given, so nothing is compared with lemon24/reader.")
        delay = asyncio.run(hanging_feed(url, feeds))
        report("one hanging feed delays the others' p95 by", f"{delay:.3f} s", "<= 0.1 s")
    with serving(latency_s=0.0, changed_every=10) as url:
        blocked = asyncio.run(longest_loop_block(url, feeds, pool))
    report("event loop blocked for at most", f"{blocked * 1000:.0f} ms", "<= 50 ms")
    with serving(latency_s=0.05) as url:
        healthy, left = asyncio.run(cancelled(url, 10_000))
    report("healthy fetches after 10,000 with random deadlines", f"{healthy} of 100", "100 of 100")
    report("descriptors left open", str(left), "0")
    with serving(latency_s=0.1, changed_every=20) as url:
        seconds = asyncio.run(one_cycle(url, 10_000, pool))
    report("a cycle of 10,000 feeds, 100 ms away, 5 % changed", f"{seconds:.0f} s", "<= 900 s")


if __name__ == "__main__":
    main()
