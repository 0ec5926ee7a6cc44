"""The cost of whole cycles of `watchword run`, each against trafilatura alone on the same pages in the same run.

    .venv/bin/python -m benchmarks.bench_cycle [--pages 300] [--names 2000] [--imported 20000]

Pages of the sample newsroom, each with words of its own, are served from many loopback addresses (three an address, so
that politeness does not decide; Linux only), one feed an address. Measured are a cold cycle (everything new), a quiet
one, one with 5 % new pages, the first one after an import of many names, one in which nothing is due, and the functions
of a cold cycle called without Prefect. CPU counts all processes of a cycle; a peak is that of the largest one.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from samples.newsroom.article_files import read_articles
from samples.newsroom.edition import Edition
from samples.newsroom.pages import render_page
from samples.newsroom.publishers import PUBLISHERS

PER_ADDRESS = 3
NEW_SHARE = 0.05
LETTERS = "aabcdeefghiijklmnooprstuuvyz"

TRAFILATURA = """
import sys, multiprocessing
from pathlib import Path
def read(path):
    import trafilatura
    return bool(trafilatura.bare_extraction(path.read_bytes(), with_metadata=True, include_comments=False))
if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.html"))
    with multiprocessing.Pool(multiprocessing.cpu_count()) as pool:
        print(sum(pool.imap_unordered(read, files, 8)))
"""


# ---------------------------------------------------------------- pages, names and their server


def word(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(4, 9)))


def pages(count: int) -> list[bytes]:
    """Pages of the newsroom's articles, each with a headline and two paragraphs of its own."""
    chance = random.Random(17)
    bases = {name: f"http://{name}.example" for name in PUBLISHERS}
    articles = {key: one for key, one in read_articles().items() if (one.template, one.status) == ("page", 200)}
    edition = Edition(datetime.now(UTC), 1, bases, read_articles())
    rendered = []
    for number, (key, article) in zip(range(count), cycle(articles.items()), strict=False):
        own = tuple(" ".join(word(chance) for _ in range(120)).capitalize() + "." for _ in range(2))
        body = (*article.bodies[0], *own)
        changed = replace(
            article, key=f"{key}-{number}", headline=f"{article.headline} {word(chance)}", bodies=(body, body)
        )
        rendered.append(render_page(changed, edition).replace("</body>", f"{_ballast(chance)}</body>").encode())
    return rendered


def _ballast(chance: random.Random) -> str:
    """What surrounds the article of a news page: menus, teasers and scripts, about 100 KB."""
    links = (f"<li><a href='/{word(chance)}/{word(chance)}'>{word(chance)} {word(chance)}</a></li>" for _ in range(400))
    teasers = (f"<div class='teaser'><h3>{word(chance)}</h3><p>{word(chance)}</p></div>" for _ in range(100))
    script = f"<script>var state = {json.dumps([word(chance) for _ in range(5_000)])};</script>"
    return f"<nav><ul>{''.join(links)}</ul></nav><aside>{''.join(teasers)}</aside>{script}"


def names(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [f"{word(chance).capitalize()} {word(chance).capitalize()}" for _ in range(count)]


def address(host: int) -> str:
    return f"127.1.{host // 250}.{host % 250 + 1}"


def _serve(pipe: Connection, bodies: list[bytes], shown: int) -> None:
    """Serves the first `shown` pages in feeds, and all once a message comes through the pipe."""
    listed = [shown]

    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            local, port = self.connection.getsockname()
            third, fourth = map(int, local.split(".")[2:])
            host = third * 250 + fourth - 1
            kind, body = _answer(self.path, f"http://{local}:{port}", host)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name http.server gives it
            pass

    def _answer(path: str, base: str, host: int) -> tuple[str, bytes]:
        if path.startswith("/page/"):
            return "text/html; charset=utf-8", bodies[int(path.removeprefix("/page/"))]
        if path != "/feed":
            return "text/plain", b""
        here = range(host * PER_ADDRESS, min((host + 1) * PER_ADDRESS, listed[0]))
        items = "".join(f"<item><title>Page {n}</title><link>{base}/page/{n}</link></item>" for n in here)
        return "application/rss+xml", f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>".encode()

    class Server(ThreadingHTTPServer):
        request_queue_size = 512

    server = Server(("0.0.0.0", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    pipe.send(server.server_port)
    pipe.recv()
    listed[0] = len(bodies)
    pipe.send(None)
    pipe.recv()


@contextmanager
def serving(bodies: list[bytes], shown: int) -> Iterator[tuple[int, Connection]]:
    """The port of a server of its own process, and the pipe by which it is told to show every page."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs, bodies, shown))
    process.start()
    try:
        yield ours.recv(), ours
    finally:
        process.terminate()
        process.join()


# ---------------------------------------------------------------- cycles


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of CPU, and the peak memory of the largest process in MB."""

    wall: float
    cpu: float
    peak: int

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.wall - other.wall, self.cpu - other.cpu, self.peak)


def cost_of(command: Sequence[str], environment: dict[str, str]) -> tuple[Cost, str]:
    """What the command costs with all its children, and what it printed."""
    began = time.monotonic()
    with subprocess.Popen(
        command, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{said}")
    return Cost(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024), said


class Desk:
    """A folder with configuration, data and pages, on which cycles are run."""

    def __init__(self, folder: Path, port: int, hosts: Sequence[int]) -> None:
        self.folder, self.port, self.hosts = folder, port, hosts
        self.config = folder / "config"
        self.config.mkdir(parents=True)
        self.environment = {
            "WATCHWORD_CONFIG_DIR": str(self.config),
            "WATCHWORD_DATA_DIR": str(folder / "data"),
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_CONTACT": "bench@localhost",
        }
        (self.config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [d@example.org], timezone: UTC}]\n")
        self.set_interval("0s")

    def set_interval(self, every: str) -> None:
        """Writes feeds.yaml with this interval for every feed."""
        feeds = (f"  - {{id: f{n}, url: 'http://{address(n)}:{self.port}/feed', every: {every}}}" for n in self.hosts)
        (self.config / "feeds.yaml").write_text("feeds:\n" + "\n".join(feeds) + "\n")

    def set_names(self, listed: Sequence[str]) -> None:
        """Writes watchlist.yaml with these names."""
        actors = (f"  - {{id: n{number}, name: {name}}}" for number, name in enumerate(listed))
        (self.config / "watchlist.yaml").write_text("version: 1\nactors:\n" + "\n".join(actors) + "\n")

    def run(self) -> Cost:
        """The cost of one `watchword run`."""
        cost, said = cost_of([str(Path(sys.executable).with_name("watchword")), "run"], self.environment)
        print(f"    {next((line for line in said.splitlines() if line.startswith('Articles:')), said[-300:])}")
        return cost

    def run_without_prefect(self) -> Cost:
        """The functions of one cycle, called in threads; what Prefect's import costs is left out."""
        _, said = cost_of([sys.executable, "-m", "benchmarks.bench_cycle", "--plain"], self.environment)
        return Cost(**json.loads(said.splitlines()[-1]))


def plain_cycle() -> Cost:
    """One cycle by the functions of the flow's tasks, with the configuration of the environment."""
    from core.records import CycleSummary, RunKind
    from core.settings import Settings
    from extractors.fetching.policy import FetchPolicy
    from extractors.polling.schedule import due_feeds
    from flows import reading_articles, reading_feeds
    from flows.archive import index_words
    from flows.batching import batches, shards
    from flows.extraction_pool import worker_pool
    from flows.matcher_cache import matcher_of
    from flows.records.cycle_record import end_cycle
    from flows.run_config import load_run_config
    from flows.stories import update_stories
    from flows.tick import tick
    from flows.workers.received_lists import keep
    from flows.workers.task_engine import THREADS
    from flows.workers.work import Batch, Shard, ask_shard, read_batch
    from storage.store import Store

    began, cpu = time.monotonic(), time.process_time()
    settings, started = Settings(), datetime.now(UTC)
    config, store = load_run_config(settings), Store(settings.paths)
    store.prepare()
    run_id = store.runs.begin(RunKind.POLL, started)
    store.watchlists.save(config.watchlist.version, config.watchlist.targets, started)
    store.feeds.sync(config.sources)
    with ThreadPoolExecutor(THREADS) as threads:
        policy = FetchPolicy.from_settings(settings)
        due = [Shard(one, {}, policy) for one in shards(due_feeds(config.sources, store.feeds.states(), started))]
        for shard, answered in zip(due, threads.map(ask_shard, due), strict=True):
            reading_feeds.save_polls.fn(store, run_id, shard, answered)
        sources = {source.feed_id: source for source in config.sources}
        keep("list", matcher_of(config.watchlist, settings.paths.cache))
        pending = store.feeds.pending(2_000, datetime.now(UTC))
        read = threads.map(
            lambda batch: batch.outcomes(read_batch(batch)),
            [Batch(one, sources, {}, policy, "list") for one in batches(pending)],
        )
        for outcomes in read:
            found_at = datetime.now(UTC)
            reading_articles.save_outcomes.fn(store, run_id, outcomes, found_at)
            update_stories(store, config.watchlist.targets, found_at)
    index_words(store)
    end_cycle(store, run_id, CycleSummary(), settings, datetime.now(UTC))
    tick(settings, preview=True)
    worker_pool().close()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = time.process_time() - cpu + children.ru_utime + children.ru_stime
    return Cost(time.monotonic() - began, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


# ---------------------------------------------------------------- the figures


def report(what: str, cost: Cost, alone: Cost, asked: str = "") -> None:
    print(
        f"{what:<52} {cost.wall:6.1f} s, {cost.cpu:6.1f} s CPU, {cost.peak:4d} MB; trafilatura / ours: "
        f"CPU {alone.cpu / max(0.01, cost.cpu):5.2f}, wall {alone.wall / max(0.01, cost.wall):5.2f}  {asked}",
        flush=True,
    )


def measure(count: int, listed: int, imported: int, folder: Path) -> None:
    bodies = pages(count + round(count * NEW_SHARE))
    plain = folder / "plain"
    plain.mkdir()
    for number, body in enumerate(bodies[:count]):
        (plain / f"{number:05}.html").write_bytes(body)
    hosts = -(-len(bodies) // PER_ADDRESS)
    with serving(bodies, count) as (port, pipe):
        everyone, nobody = range(hosts), [hosts]
        desk, bare = Desk(folder / "run", port, everyone), Desk(folder / "plain-run", port, everyone)
        empty = Desk(folder / "empty", port, nobody)
        watched = names(listed, 1)
        for one in (desk, bare, empty):
            one.set_names(watched)
        first = empty.run()
        alone, _ = cost_of([sys.executable, "-c", TRAFILATURA, str(plain)], {})
        print(f"trafilatura alone on {count} pages: {alone.wall:.1f} s, {alone.cpu:.1f} s CPU")
        cold = desk.run()
        quiet = desk.run()
        pipe.send(None)
        pipe.recv()
        partly = desk.run()
        desk.set_names([*watched, *names(imported, 2)])
        after_import = desk.run()
        desk.run()
        desk.set_interval("30m")
        desk.run()  # a feed with another interval is asked once more
        idle = desk.run()
        without = bare.run_without_prefect()
    report(f"cold cycle, {count} pages", cold, alone, "(asked: wall 0.25)")
    report("cold cycle minus quiet cycle", cold - quiet, alone, "(asked: CPU 0.50, wall 0.40)")
    report("quiet cycle", quiet, alone, "(asked: 9 s CPU)")
    report("5 % new pages, minus quiet cycle", partly - quiet, alone)
    report(
        f"{imported:,} names imported, minus quiet cycle", after_import - quiet, alone, "(asked: 3 s CPU and reading)"
    )
    report("nothing due", idle, alone, "(asked: 1.5 s CPU)")
    report("functions of a cold cycle without Prefect", without, alone)
    report("a first cycle without pages", first, alone)
    beyond = (cold - first).cpu / without.cpu - 1
    print(f"Prefect's share of a cold cycle beyond its start: {beyond:.0%} (asked: at most 10 %)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--names", type=int, default=2_000)
    parser.add_argument("--imported", type=int, default=20_000)
    parser.add_argument("--plain", action="store_true", help="one cycle without Prefect, as the benchmark runs it")
    asked = parser.parse_args()
    if asked.plain:
        cost = plain_cycle()
        print(json.dumps({"wall": cost.wall, "cpu": cost.cpu, "peak": cost.peak}))
        return
    with tempfile.TemporaryDirectory(prefix="watchword-bench-") as folder:
        measure(asked.pages, asked.names, asked.imported, Path(folder))


if __name__ == "__main__":
    main()
