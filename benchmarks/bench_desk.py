"""The desk's pages on 100,000 articles and 20,000 hits: at most three times the SQL that each needs, plus 50 ms.

Each page is asked for over HTTP, and the questions that it asked are then asked again by themselves. Search, which asks
the database and not the snapshot, has to end within two seconds. All is CPU time of this process, which is both server
and browser. Exits with 1 if a page is over its limit.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import numpy as np

from core.records import ArticleOutcome, Band, Hit, RunKind
from core.settings import Settings
from desk.access.sessions import Access
from desk.server import listening_at, running_server
from desk.state import Desk
from matching.presearch import FoldedWordIndexer
from samples import builders
from storage.snapshot_reader import SnapshotReading
from storage.store import Store

ARTICLES, HITS, TARGETS, SOURCES = 100_000, 20_000, 500, 400
BATCH = 5_000
RUNS = 5
FACTOR, FIXED_S, SEARCH_S = 3.0, 0.05, 2.0
TOKEN = "token-of-the-benchmark"
Parameters = Sequence[Any] | dict[str, Any]
NOW = builders.NOON


def words_of(seed: int) -> Callable[[int], str]:
    """Makes texts of so many words, as frequent as in a language (Zipf)."""
    chance = np.random.default_rng(seed)
    vocabulary = np.array([f"w{number:x}" for number in range(30_000)])
    totals = np.cumsum(1 / (np.arange(len(vocabulary)) + 3))
    return lambda count: " ".join(vocabulary[np.searchsorted(totals, chance.random(count) * totals[-1])])


def configure(folder: Path) -> None:
    """Writes a list with the entries, so that a hit's page tries what would have changed its band."""
    folder.mkdir()
    (folder / "feeds.yaml").write_text("feeds: []\n")
    (folder / "alerts.yaml").write_text("subscriptions: []\n")
    entries = "".join(f"  - {{id: target-{number}, name: Person {number}}}\n" for number in range(TARGETS))
    (folder / "watchlist.yaml").write_text(f"actors:\n{entries}")


def fill(store: Store) -> None:
    """Stores the articles, in stories of up to four, and the hits, a fifth of which have a verdict."""
    chance = random.Random(4210)
    text_of = words_of(4210)
    store.prepare()
    targets = [builders.target(f"target-{number}", f"Person {number}", tags=("dprk",)) for number in range(TARGETS)]
    store.watchlists.save("w1", targets, NOW - timedelta(days=100))
    for first in range(0, ARTICLES, BATCH):
        outcomes, members = [], []
        at = NOW - timedelta(minutes=ARTICLES - first)
        for number in range(first, first + BATCH):
            is_hit = number % (ARTICLES // (HITS // 2)) == 0
            text = text_of(150) + (". Kim Kwang Jin was charged. " if is_hit else ". ") + text_of(50)
            site = f"site{chance.randrange(SOURCES)}.example"
            article = builders.article(text, title=text_of(8), key=f"a{number}", site=site, language="en", seen_at=at)
            hits: tuple[Hit, ...] = ()
            if is_hit:
                mention = builders.mention(text, "Kim Kwang Jin")
                chosen = chance.sample(range(TARGETS), 2)
                bands = chance.choices((Band.ALERT, Band.REVIEW, Band.SUPPRESSED), (3, 2, 1), k=2)
                hits = tuple(
                    builders.hit(article, f"target-{one}", mention, band=band)
                    for one, band in zip(chosen, bands, strict=True)
                )
                members.append(article)
            outcomes.append(ArticleOutcome(builders.entry_of(article), article, None, hits))
        store.articles.save(store.runs.begin(RunKind.POLL, at), outcomes, at)
        stories = [
            builders.story(*members[start : start + 4], story_id=members[start].article_id)
            for start in range(0, len(members), 4)
        ]
        store.stories.save(stories, at)
    indexer = FoldedWordIndexer()
    while store.articles.index_words(indexer, BATCH)[0]:  # many at once: a cycle's hundred would take ten times as long
        pass
    store.publish_snapshot(NOW, force=True)


class Questions:
    """The questions that a page asks of the snapshot."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Parameters]] = []

    def record(self) -> None:
        """Notes every question from now on."""
        asked, ask_really = self.asked, SnapshotReading.ask

        def ask(reading: SnapshotReading, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
            asked.append((sql, parameters))
            return ask_really(reading, sql, parameters)

        SnapshotReading.ask = ask  # type: ignore[method-assign, assignment] # the page's own path is measured

    def again(self, desk: Desk) -> float:
        """Seconds to ask the same questions alone, without making rows of them."""
        asked = list(self.asked)
        with desk.reader.reading() as reading:
            started = time.process_time()
            for sql, parameters in asked:
                reading.db.execute(sql, parameters).fetchall()
            return time.process_time() - started


def measured(client: httpx.Client, path: str) -> float:
    started = time.process_time()
    answer = client.get(path)
    elapsed = time.process_time() - started
    assert answer.status_code == 200, (path, answer.status_code)
    return elapsed


def pages_of(client: httpx.Client) -> list[str]:
    inbox = client.get("/").text
    article = re.search(r"/articles/\w+", inbox)
    story = re.search(r"/stories/\w+", inbox)
    assert article
    assert story
    hit = re.search(r"/hits/\w+", client.get(article[0]).text)
    assert hit
    return [
        *("/", "/?order=newest", "/?order=oldest&page=50", "/?target=target-7", "/?source=site3.example&state=all"),
        *(story[0], article[0], hit[0], f"{article[0]}/weighed", "/targets", "/targets/target-7"),
        *("/unread", "/feeds", "/messages", "/runs", "/list-changes", "/suppressions"),
    ]


SEARCHES = (
    'q="kim kwang jin"',
    "q=w0",
    "q=w0+w1+w2",
    'q="w0+w1"',
    "q=w1*",
    "q=absent",
    "source=site3.example",
    "q=w2f1",
)


def main() -> int:
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder, "data"), config_dir=Path(folder, "config"))
        configure(settings.config_dir)
        store = Store(settings.paths)
        started = time.perf_counter()
        fill(store)
        print(f"{ARTICLES:,} articles, {HITS:,} hits, made in {time.perf_counter() - started:.0f} s")
        started = time.perf_counter()
        store.publish_snapshot(NOW, force=True)
        print(f"publishing the snapshot: {time.perf_counter() - started:.2f} s")
        questions = Questions()
        questions.record()
        with listening_at("127.0.0.1", 0) as listener:
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            access = Access(TOKEN, (address,), "bench")
            desk = Desk.of(settings, access, lambda: datetime.now(UTC), ZoneInfo("UTC"))
            with running_server(desk, listener), httpx.Client(base_url=address, timeout=120) as client:
                client.get(f"/?token={TOKEN}")
                for path in pages_of(client):
                    measured(client, path)
                    page = statistics.median(measured(client, path) for _ in range(RUNS))
                    questions.asked.clear()
                    measured(client, path)
                    bare = statistics.median(questions.again(desk) for _ in range(RUNS))
                    limit = FACTOR * bare + FIXED_S
                    verdict = "" if page <= limit else "  OVER"
                    failed += [path] if verdict else []
                    shown = re.sub(r"\w{20}", "ID", path)
                    figures = (f"{page * 1000:7.0f} ms", f"SQL {bare * 1000:6.0f} ms", f"limit {limit * 1000:6.0f} ms")
                    print(f"{shown:42} {'  '.join(figures)}{verdict}")
                for query in SEARCHES:
                    page = max(measured(client, f"/search?{query}") for _ in range(2))
                    verdict = "" if page <= SEARCH_S else "  OVER"
                    failed += [query] if verdict else []
                    print(f"/search?{query:34} {page * 1000:7.0f} ms  limit {SEARCH_S * 1000:.0f} ms{verdict}")
    print("all within their limits" if not failed else f"over their limits: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
