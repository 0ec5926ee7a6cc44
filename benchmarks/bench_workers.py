"""What Dask workers cost and gain, and what each stage of an article costs.

    .venv/bin/python -m benchmarks.bench_workers curve | overhead | wire | costs [--pages 600] [--folder HTML]

`curve`: wall time of extraction and matching over one and two Dask workers of one thread, each a program of its own.
`overhead`: CPU of all processes with the task runner `dask` against `threads`. `wire`: bytes of an article that travel,
beyond its page. `costs`: CPU and bytes of each stage, the figures of docs/scale.md. Pages are those of `bench_cycle`,
served on loopback by a process whose CPU does not count.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import psutil

from benchmarks.bench_cycle import PER_ADDRESS, address, names, pages, serving
from core.config import parse_document
from core.errors import ExtractError
from core.records import ArticleOutcome, FeedEntry, FeedSource, FetchedPage, PendingEntry
from core.settings import DataPaths
from core.task_runner import TaskRunnerChoice, parse_task_runner
from extractors.fetching.policy import FetchPolicy
from extractors.pages.article import read_page
from extractors.polling.cycle import conclude_polls
from flows.archive import index_words
from flows.batching import ARTICLES_PER_TASK
from flows.extraction_pool import worker_pool
from flows.stories import update_stories
from flows.workers.clusters import CompiledList
from flows.workers.received_lists import keep
from flows.workers.task_engine import REMOTE_THREADS, THREADS, TaskEngine
from flows.workers.transport import pack
from flows.workers.work import Batch, Reading, Shard, ask_shard, read_batch
from matching.engine import Matcher, compile_watchlist
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Watchlist
from storage.maintenance import Retention
from storage.store import Store

LIST_KEY = "bench"
NAMES = 2_000
_PER_BATCH = 30  # for the curve, so that the batches are even in number for two workers


def watchlist() -> Watchlist:
    actors = "\n".join(f"  - {{id: n{number}, name: {name}}}" for number, name in enumerate(names(NAMES, 3)))
    return parse_watchlist([parse_document(f"version: 1\nactors:\n{actors}\n", "watchlist.yaml")])


def policy() -> FetchPolicy:
    return FetchPolicy(allow_networks=(ip_network("127.0.0.0/8"),), spacing_s=0.0)


def batches_of(count: int, port: int, size: int = ARTICLES_PER_TASK) -> list[Batch]:
    """One entry a page, three a site, `size` a batch."""
    now, entries = datetime.now(UTC), []
    for number in range(count):
        site = address(number // PER_ADDRESS)
        url = f"http://{site}:{port}/page/{number}"
        entry = FeedEntry(f"f{number // PER_ADDRESS}", url, url, f"Item {number}", None, None, now, now)
        entries.append(PendingEntry(entry))
    parts = (tuple(entries[start : start + size]) for start in range(0, count, size))
    return [Batch(part, {}, {}, policy(), LIST_KEY) for part in parts]


def cpu_of_tree(pid: int | None = None) -> float:
    """Seconds of CPU of a process, None for this one, and all that it started, ended ones too."""
    total = 0.0
    for process in (root := psutil.Process(pid), *root.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system + times.children_user + times.children_system
    return total


def read_all(engine: TaskEngine, batches: list[Batch], threads: int) -> list[Reading]:
    with ThreadPoolExecutor(threads) as pool:
        return [one for readings in pool.map(lambda batch: engine.run(read_batch, batch), batches) for one in readings]


# ---------------------------------------------------------------- curve


@contextmanager
def dask_workers(count: int) -> Iterator[tuple[str, list[int]]]:
    """A scheduler and workers of one thread; yields the address, and the workers' process ids."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        file = Path(folder) / "scheduler.json"

        def start(*arguments: str) -> int:
            with (Path(folder) / "log").open("ab") as log:
                process = subprocess.Popen([sys.executable, "-m", *arguments], cwd=folder, stdout=log, stderr=log)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return process.pid

        scheduler = ("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        start(*scheduler, "--scheduler-file", str(file))
        while not file.exists():
            time.sleep(0.1)
        time.sleep(0.5)
        place = json.loads(file.read_text())["address"]
        worker = ("distributed.cli.dask_worker", place, "--nthreads", "1", "--no-dashboard", "--no-nanny")
        yield place, [start(*worker) for _ in range(count)]


def curve(count: int) -> None:
    """Wall time, and CPU time of the busiest worker: on a machine with a core for each process they scale alike."""
    spent, busiest = {}, {}
    matcher = compile_watchlist(watchlist())
    with serving(pages(count), count) as (port, _):
        for workers in (1, 2):
            with dask_workers(workers) as (place, pids):
                time.sleep(4)
                choice = parse_task_runner(f"dask:{place}")
                with TaskEngine(choice, CompiledList(LIST_KEY, lambda: matcher)) as engine:
                    engine.open()
                    batches = batches_of(count, port, _PER_BATCH)
                    read_all(engine, batches[: 2 * workers], 4)  # so that extraction workers have started
                    began, before = time.monotonic(), [cpu_of_tree(pid) for pid in pids]
                    readings = read_all(engine, batches, 2 * workers + 1)
                    spent[workers] = time.monotonic() - began
                    busiest[workers] = max(cpu_of_tree(pid) - cpu for pid, cpu in zip(pids, before, strict=True))
                    assert not engine.failures(), engine.failures()
            read = sum(one.article is not None for one in readings)
            print(
                f"{workers} worker(s) of one thread: {read} articles in {spent[workers]:.1f} s, the busiest worker "
                f"{busiest[workers]:.1f} s CPU; load of the machine {os.getloadavg()[0]:.1f}"
            )
    wall, cpu = spent[1] / spent[2], busiest[1] / busiest[2]
    print(f"two workers against one: {wall:.2f}x by the clock, {cpu:.2f}x by the busiest worker's CPU (asked: 1.7x)")


# ---------------------------------------------------------------- overhead


def overhead(count: int) -> None:
    results = {}
    for runner in ("threads", "dask"):
        command = [sys.executable, "-m", "benchmarks.bench_workers", "one", "--runner", runner, "--pages", str(count)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        results[runner] = json.loads(done.stdout.splitlines()[-1])
        print(f"{runner:<8} {results[runner]}")
    for what in ("work", "all"):
        more = results["dask"][what] / results["threads"][what] - 1
        print(f"CPU of dask against threads, {what}: {100 * more:+.0f} % (asked: at most 15 % for the work)")


def one_runner(runner: str, count: int) -> None:
    """CPU seconds of reading the pages: of the work, and of all with the start of the engine."""
    matcher = compile_watchlist(watchlist())
    with serving(pages(count), count) as (port, _):
        batches = batches_of(count, port)
        server = cpu_of_tree()
        choice = TaskRunnerChoice() if runner == "threads" else parse_task_runner(runner)
        with TaskEngine(choice, CompiledList(LIST_KEY, lambda: matcher)) as engine:
            engine.open()
            read_all(engine, batches[:2], 2)  # so that extraction workers have started
            started = cpu_of_tree()
            read_all(engine, batches, THREADS if runner == "threads" else REMOTE_THREADS)
            ended = cpu_of_tree()
            assert not engine.failures()
        worker_pool().close()
    print(json.dumps({"work": round(ended - started, 2), "all": round(ended - server, 2)}))


# ---------------------------------------------------------------- wire and costs


def wire(count: int, folder: Path | None) -> None:
    """Of pages in a folder (`*.html`, `*.html.gz`), or of made ones, whose random menus are a hundred times larger."""
    matcher = compile_watchlist(watchlist())
    keep(LIST_KEY, matcher)
    beyond = text = read = 0
    for batch, readings in _read_files(folder, matcher) if folder else _read_made(count):
        bare = [replace(one, page=replace(one.page, body=b"")) if one.page else one for one in readings]
        beyond += len(pack(batch)) + len(pack(bare))
        text += sum(len(one.article.text.encode()) for one in readings if one.article)
        read += len(readings)
    worker_pool().close()
    print(f"{read} articles: text {text / read:,.0f} bytes, on the wire beyond the page {beyond / read:,.0f} bytes,")
    print(f"{beyond / text:.2f} of the text (asked: at most 1.5)")
    print(f"the compiled list of {NAMES:,} names: {len(matcher.to_bytes()):,} bytes, once a worker")


def _read_made(count: int) -> Iterator[tuple[Batch, Sequence[Reading]]]:
    with serving(pages(count), count) as (port, _):
        for batch in batches_of(count, port):
            yield batch, read_batch(batch)


def _read_files(folder: Path, matcher: Matcher) -> Iterator[tuple[Batch, Sequence[Reading]]]:
    now, found = datetime.now(UTC), []
    for number, path in enumerate(sorted(folder.rglob("*.html*"))):
        body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        url = f"https://site{number}.example/{path.name}"
        entry = FeedEntry(f"f{number}", url, url, f"Item {number}", None, None, now, now)
        page = FetchedPage(url, url, 200, (("content-type", "text/html"),), body, now, hashlib.sha256(body).hexdigest())
        try:
            article = read_page(page, entry, frozenset()).article
        except ExtractError:
            continue
        found.append((PendingEntry(entry), Reading(number, article, page, matcher.match(article), None, retry=False)))
    for start in range(0, len(found), ARTICLES_PER_TASK):
        entries, readings = zip(*found[start : start + ARTICLES_PER_TASK], strict=True)
        yield Batch(entries, {}, {}, policy(), LIST_KEY), readings


def costs(count: int) -> None:
    """CPU milliseconds of each stage, and bytes on the disk, for an article or a feed."""
    matcher: Matcher = compile_watchlist(watchlist())
    keep(LIST_KEY, matcher)
    now = datetime.now(UTC)

    def timed(what: str, work: Callable[[], object], per: int, *, tree: bool = False) -> None:
        clock = cpu_of_tree if tree else time.process_time
        began = clock()
        work()
        print(f"{what:<58} {1000 * (clock() - began) / per:7.2f} ms CPU")

    with tempfile.TemporaryDirectory() as folder, serving(pages(count), count) as (port, _):
        store = Store(DataPaths(Path(folder), Path(folder) / "cache"))
        store.prepare()
        batches = batches_of(count, port)
        read_batch(batches[0])
        outcomes: list[ArticleOutcome] = []

        def read() -> None:
            outcomes.extend(one for batch in batches for one in batch.outcomes(read_batch(batch)))

        server = psutil.Process().children()[0]
        before = sum(server.cpu_times()[:2])
        began = cpu_of_tree()
        read()
        spent = cpu_of_tree() - began - (sum(server.cpu_times()[:2]) - before)
        print(f"{'fetch, extract and match, an article':<58} {1000 * spent / count:7.2f} ms CPU")
        articles = [one.article for one in outcomes if one.article]
        timed("of these match", lambda: [matcher.match(one) for one in articles], len(articles))
        timed("pack and unpack for the wire", lambda: pack(outcomes), len(articles))
        size = store.paths.live.stat().st_size

        def save() -> None:
            for start in range(0, len(outcomes), ARTICLES_PER_TASK):
                part = outcomes[start : start + ARTICLES_PER_TASK]
                store.articles.save("run", part, now)
                update_stories(store, (), now)

        timed("store and group into stories, an article (one process)", save, count)
        timed("index its words (one process)", lambda: index_words(store), count)
        store.maintain(now + timedelta(seconds=1), Retention(), compact=True)
        print(
            f"{'database, an article with its page':<58} {(store.paths.live.stat().st_size - size) / count:9,.0f} bytes"
        )
        timed("publish the read snapshot, an article", lambda: store.publish_snapshot(now, force=True), count)

        feeds = [FeedSource(f"f{n}", f"http://{address(n)}:{port}/feed") for n in range(min(200, count // PER_ADDRESS))]
        shard = Shard(tuple(feeds), {}, policy())
        first = ask_shard(shard)
        states = {one.feed_id: one.state for one in conclude_polls(first.answers, shard.sources, {}, now, None)}
        again = Shard(tuple(feeds), states, policy())
        timed("ask a feed that has not changed", lambda: ask_shard(again), len(feeds))
        quiet = conclude_polls(ask_shard(again).answers, again.sources, states, now, store.feeds.known_keys)
        timed("store its poll (one process)", lambda: store.feeds.save_polls("run", quiet, may_defer=True), len(feeds))
    worker_pool().close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("curve", "overhead", "wire", "costs", "one"))
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--folder", type=Path, help="of HTML pages, for `wire`")
    parser.add_argument("--runner", default="threads", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    os.environ.setdefault("DO_NOT_TRACK", "1")
    if chosen.what == "one":
        one_runner(chosen.runner, chosen.pages)
    elif chosen.what == "wire":
        wire(chosen.pages, chosen.folder)
    else:
        {"curve": curve, "overhead": overhead, "costs": costs}[chosen.what](chosen.pages)


if __name__ == "__main__":
    main()
