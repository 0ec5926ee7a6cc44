"""One cycle that stores thousands of articles with a hit, each a story of its own: its cost grows with their number.

    .venv/bin/python -P benchmarks/bench_flood.py

Measured is what runs in one process after the pages are read: storing batches, grouping, immediate mail, the digest,
the Atom feed and the snapshot. Four times the articles may cost six times as much; more is printed as a failure, and
the exit code is 1.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from core.records import ArticleOutcome, RunKind
from core.settings import Settings
from flows.batching import ARTICLES_PER_TASK
from flows.dispatcher import Dispatcher
from flows.run_config import load_run_config
from flows.stories import Unpublished, update_stories
from samples import builders
from storage.store import Store

SMALL, LARGE = 2_500, 10_000  # articles
MAX_GROWTH = 6.0  # for four times the articles
NAME = "Kim Kwang Jin"
LETTERS = "abcdefghijklmnoprstuvw"
CONFIG = {
    "feeds.yaml": "feeds: [{id: wire, url: 'http://127.0.0.1:9/feed', every: 0s}]\n",
    "watchlist.yaml": "version: 1\nactors: [{id: kim, name: Kim Kwang-jin, severity: high}]\n",
    "alerts.yaml": "subscriptions: [{id: desk, to: [desk@example.org], timezone: UTC, "
    "immediate: {severity: high, cap: 5 a day}}]\n",
}


def outcome(number: int, now: datetime) -> ArticleOutcome:
    """An article that shares nothing with another but the watched name."""
    chance = random.Random(number)
    words = ["".join(chance.choices(LETTERS, k=7)) for _ in range(120)]
    title, key = " ".join(words[:6]).capitalize(), f"entry {number}"
    text = f"{' '.join(words[6:44]).capitalize()}. {NAME} {' '.join(words[44:])}."
    url = f"https://flood.example/{number}"
    article = builders.article(text, title=title, key=key, feed_id="wire", url=url, seen_at=now)
    hit = builders.hit(article, "kim", builders.mention(text, NAME))
    return ArticleOutcome(builders.entry_of(article), article, None, (hit,))


def flood(folder: Path, count: int) -> float:
    """CPU seconds of a cycle with so many articles."""
    config = folder / "config"
    config.mkdir()
    for name, text in CONFIG.items():
        (config / name).write_text(text)
    settings = Settings(data_dir=folder / "data", config_dir=config)
    store, loaded, now = Store(settings.paths), load_run_config(settings), datetime.now(UTC)
    store.prepare()
    dispatcher, news, spent = Dispatcher(store, loaded), Unpublished(), 0.0
    run_id = store.runs.begin(RunKind.POLL, now)
    for start in range(0, count, ARTICLES_PER_TASK):
        outcomes = [outcome(number, now) for number in range(start, min(count, start + ARTICLES_PER_TASK))]
        begun = time.process_time()
        store_batch(dispatcher, outcomes, news, run_id, is_last=start + ARTICLES_PER_TASK >= count)
        spent += time.process_time() - begun
    begun = time.process_time()
    store.runs.end(run_id, now, {"feeds_read": 1})
    dispatcher.queue_due(datetime.now(UTC))
    dispatcher.publish_feed(datetime.now(UTC))
    store.publish_snapshot(datetime.now(UTC), force=True)
    return spent + time.process_time() - begun


def store_batch(
    dispatcher: Dispatcher, outcomes: Sequence[ArticleOutcome], news: Unpublished, run_id: str, *, is_last: bool
) -> None:
    """What the poll flow does with a batch that was read."""
    store, now = dispatcher.store, datetime.now(UTC)
    store.feeds.save_polls(run_id, [builders.poll(*(one.entry for one in outcomes), feed_id="wire", at=now)])
    news.add(store.articles.save(run_id, outcomes, now))
    if is_last or news.is_due(time.monotonic()):
        with news.taken() as saved:
            touched = {hit.article_id for hit in saved.new_hits}
            update_stories(store, dispatcher.config.watchlist.targets, now, reread=touched)
            dispatcher.queue_immediate(saved.new_hits, now)


def main() -> int:
    spent = []
    for count in (SMALL, LARGE):
        with tempfile.TemporaryDirectory(prefix="watchword-flood-") as folder:
            spent.append(flood(Path(folder), count))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{count:,} articles with a hit in one cycle: {spent[-1]:.1f} s of CPU, peak {peak} MiB", flush=True)
    growth = spent[1] / spent[0]
    print(f"{LARGE // SMALL} times the articles cost {growth:.1f} times as much (at most {MAX_GROWTH})")
    return int(growth > MAX_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
