"""The cost of storage, each figure beside that of bare DuckDB in the same run.

    .venv/bin/python -m benchmarks.bench_storage stories batch size rematch many quiet snapshot --articles 100000

The text consists of random words with Zipf frequencies. Uses no network and only a temporary folder.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from benchmarks.bench_cycle import names
from benchmarks.generated_archive import (
    ArticleGenerator,
    copied,
    cpu_seconds,
    fill,
    hit_of,
    new_store,
    outcome_of,
    page_of,
    seconds,
    spread_into_stories,
)
from core.config import parse_document
from core.memory import collect_rarely
from core.records import (
    Article,
    Failure,
    FeedEntry,
    FeedPoll,
    FeedSource,
    FeedState,
    Hit,
    PollStatus,
    Published,
    RunKind,
    TargetKind,
)
from extractors.pages.article import extract_article
from flows.archive import ArchiveReading, reread_archive
from flows.stories import CASES, update_stories
from matching.engine import compile_watchlist
from matching.presearch import WatchlistPresearch
from matching.stories.grouping import WINDOW
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Watchlist
from samples import builders
from samples.builders import NOON
from storage.database import statements
from storage.database.columns import table_of
from storage.database.live_file import opened, transaction
from storage.store import Store
from storage.tables.articles import ARTICLE

BATCH = 500
ROUNDS = 12
MANY = 10_000  # changed entries
NEW_ACTOR = """
version: 1
actors: [{id: new, name: Kim Kwang-jin, order: family-first, romanisation: korean, native: [김광진]}]
"""


def say(line: str) -> None:
    print(line, flush=True)


def wall_and_cpu(work: Callable[[], object]) -> tuple[float, float]:
    start = time.process_time()
    wall = seconds(work)
    return wall, time.process_time() - start


# ---------------------------------------------------------------- the figures


def batch(count: int, words: int) -> None:
    """Rows per second of an article batch with deduplication, hits and log, against a bare Arrow insert.

    Each side has its own folder, so that each pays for the checkpoints that it causes.
    """
    generator, rounds = ArticleGenerator(words), []
    with new_store() as store:
        fill(store, generator, count)
        store.publish_snapshot(NOON, force=True)  # leaves no log
        with copied(store) as plain:
            for number in range(ROUNDS):
                articles = [generator.article(10_000_000 + number * BATCH + place) for place in range(BATCH)]
                rounds.append((_bare(plain, articles), _ours(store, articles)))
    bare, ours = (statistics.median(column) for column in zip(*rounds, strict=True))
    bare_in_all, ours_in_all = (sum(column) for column in zip(*rounds, strict=True))
    say(
        f"batch of {BATCH} into {count:,}: bare {BATCH / bare:,.0f} rows/s, ours {BATCH / ours:,.0f} rows/s, "
        f"ratio {bare / ours:.2f}, with checkpoints {bare_in_all / ours_in_all:.2f} (asked: at least 0.4)"
    )


def _bare(store: Store, articles: Sequence[Article]) -> float:
    """Seconds for inserting the articles, as an existing Arrow table, in one transaction and without checking keys."""
    extra: dict[str, Sequence[Any]] = {"is_current": [True] * len(articles), "stored_at": [NOON] * len(articles)}
    rows = table_of(Article, articles, omit=("block_hashes",), **extra)
    start = time.perf_counter()
    with transaction(store.paths) as db:
        statements.insert(db, "versions", rows)
    return time.perf_counter() - start


def _ours(store: Store, articles: Sequence[Article]) -> float:
    outcomes = [outcome_of(one, *(["kim"] if number % 20 == 0 else [])) for number, one in enumerate(articles)]
    return seconds(lambda: store.articles.save("run", outcomes, NOON))


def size(count: int, words: int) -> None:
    """Bytes per article in the live file against zstd-3 Parquet of the same rows, without page bodies."""
    with new_store() as store:
        fill(store, ArticleGenerator(words), count)
        parquet = store.paths.root / "versions.parquet"
        with opened(store.paths) as db:
            db.execute("CHECKPOINT live")
            db.execute(f"COPY (FROM versions) TO '{parquet}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 3)")
        ours = store.paths.live.stat().st_size / count
        theirs = parquet.stat().st_size / count
    say(
        f"size of {count:,}: {ours:,.0f} bytes an article, Parquet {theirs:,.0f}, ratio {ours / theirs:.2f} "
        "(asked: at most 1.4)"
    )


def rematch(count: int, words: int) -> None:
    """Re-matching for one new actor against one scan of the text by DuckDB.

    The first scan reads the file, as re-matching does; the others have it in memory.
    """
    with new_store() as store:
        indexing = fill(store, ArticleGenerator(words), count, indexed=True)
        watchlist = parse_watchlist([parse_document(NEW_ACTOR, "watchlist.yaml")])
        sql = "SELECT count(*) FROM versions WHERE contains(text, 'Kwangjin')"
        with opened(store.paths) as db:
            first, *others = (wall_and_cpu(lambda: db.execute(sql).fetchall()) for _ in range(4))
        scan = min(others)
        found: list[int] = []
        ours = wall_and_cpu(lambda: found.extend(_reread(store, watchlist)))
    say(
        f"rematch over {count:,}: {ours[0]:.2f} s, {ours[1]:.2f} s CPU, for {found[0]:,} articles worth reading; "
        f"scan {scan[0]:.2f} s, {scan[1]:.2f} s CPU; ratio {ours[0] / scan[0]:.1f}, by CPU {ours[1] / scan[1]:.1f} "
        f"(asked: at most 2 of 100,000 articles), of the first scan {ours[1] / first[1]:.1f}; "
        f"indexing {indexing * 1000:.1f} ms an article"
    )


def _reread(store: Store, watchlist: Watchlist) -> list[int]:
    matcher = compile_watchlist(watchlist)
    job = store.watchlists.add_rematch_job(
        ["new"], watchlist.version, NOON - timedelta(days=4000), NOON + timedelta(days=1)
    )
    presearch, read = WatchlistPresearch.of(watchlist, ["new"]), 0
    while articles := store.watchlists.rematch_batch(job, 2_000, presearch):
        hits = {article.article_id: matcher.match(article) for article in articles}
        store.watchlists.save_rematch(job, articles, hits, NOON)
        read += len(articles)
    return [read]


def rematch_many(count: int, words: int) -> None:
    """Re-matching for 10,000 changed entries against one pass of the matcher over the same texts, by CPU.

    Both take the newest first: the matcher remembers the words that it has met.
    """
    actors = "".join(f"  - {{id: n{number}, name: {name}}}\n" for number, name in enumerate(names(MANY, seed=3)))
    watchlist = parse_watchlist([parse_document(f"version: 1\nactors:\n{actors}", "watchlist.yaml")])
    targets = [target.target_id for target in watchlist.targets]
    with new_store() as store:
        fill(store, ArticleGenerator(words), count)
        with transaction(store.paths) as db:
            texts = statements.select(
                db, Article, f"SELECT {ARTICLE} FROM versions ORDER BY first_seen_at DESC, article_id"
            )
        matcher = compile_watchlist(watchlist)
        alone = cpu_seconds(lambda: [matcher.match(article) for article in texts])
        store.watchlists.add_rematch_job(
            targets, watchlist.version, NOON - timedelta(days=4000), NOON + timedelta(days=1)
        )
        fresh = compile_watchlist(watchlist)
        done: list[ArchiveReading] = []
        ours = cpu_seconds(lambda: done.append(reread_archive(store, watchlist, fresh, most=count + 1)))
    say(
        f"rematch of {MANY:,} entries over {count:,}: {ours:.1f} s CPU for {done[0].read:,} articles, "
        f"the matcher alone {alone:.1f} s, ratio {ours / alone:.2f} (asked: at most 1.3)"
    )


def quiet(count: int, words: int) -> None:
    """The cost of a cycle with nothing new: 20 shards of 50 feeds, one transaction besides the run's row."""
    with new_store() as store:
        fill(store, ArticleGenerator(words), count)
        sources = [FeedSource(f"feed{number}", f"https://feed{number}.example/") for number in range(1_000)]
        states = [FeedState(source.feed_id, source.url, etag=b"1") for source in sources]
        polls = [FeedPoll(state.feed_id, NOON, PollStatus.UNCHANGED, state) for state in states]
        seen = [replace(poll, status=PollStatus.NEW, entries=tuple(_entries(poll.feed_id))) for poll in polls]
        store.feeds.sync(sources)
        store.feeds.save_polls("run", seen)
        unchanged = statistics.median(seconds(lambda: _cycle(store, sources, polls)) for _ in range(5))
        known = statistics.median(seconds(lambda: _cycle(store, sources, seen)) for _ in range(5))
    say(
        f"quiet cycle over 1,000 feeds at {count:,}: unchanged {unchanged * 1000:,.0f} ms, "
        f"with 30 known entries each {known * 1000:,.0f} ms"
    )


def _cycle(store: Store, sources: Sequence[FeedSource], polls: Sequence[FeedPoll]) -> None:
    """The calls of the store in such a cycle, in order."""
    run_id = store.runs.begin(RunKind.POLL, NOON)
    store.feeds.sync(sources)
    store.feeds.save_deferred_polls()
    store.feeds.states()
    for first in range(0, len(polls), 50):
        assert store.feeds.save_polls(run_id, polls[first : first + 50], may_defer=True) == 0
    store.feeds.save_deferred_polls()
    store.feeds.pending(2_000, NOON)
    store.watchlists.rematch_jobs()
    store.runs.end(run_id, NOON, {})


def _entries(feed_id: str) -> Iterator[FeedEntry]:
    for number in range(30):
        yield builders.entry(str(number), feed_id)


def snapshot(count: int, words: int) -> None:
    """The cost of publishing the read snapshot, first with a hit in a fiftieth of the articles, then in each."""
    with new_store() as store:
        fill(store, ArticleGenerator(words), count)
        store.watchlists.save("w1", [builders.target("kim", "Kim Kwang-jin", TargetKind.ACTOR)], NOON)
        for share in ("hash(article_id) % 50 = 0", "hash(article_id) % 50 > 0"):
            hits = _add_hits(store, ArticleGenerator(words), share)
            first = cpu_seconds(lambda: store.publish_snapshot(NOON, force=True))
            after = statistics.median(cpu_seconds(lambda: store.publish_snapshot(NOON, force=True)) for _ in range(3))
            room = store.paths.snapshot.stat().st_size / 2**20
            say(
                f"snapshot of {count:,} articles with {hits:,} hits: the first with their texts {first:.2f} s CPU, "
                f"the next {after:.2f} s, {room:,.0f} MB"
            )


def _add_hits(store: Store, generator: ArticleGenerator, which: str) -> int:
    """Adds a hit to each of these articles; returns how many hits there are in all."""
    model = hit_of(generator.article(0), "kim")
    rows = table_of(
        Hit, [model], found_at=[NOON], status=["open"], quote=["q" * 120], quote_start=[0], revised_at=[NOON]
    )
    with transaction(store.paths) as db, statements.registered(db, "model", rows):
        db.execute(
            "INSERT INTO hits BY NAME SELECT model.* REPLACE (found.article_id AS article_id, "
            "found.article_id AS hit_id, content_hash AS article_version) "
            f"FROM (SELECT article_id, content_hash FROM versions WHERE {which}) found, model"
        )
        return int(statements.scalar(db, "SELECT count(*) FROM hits"))


def stories(count: int, words: int) -> None:
    """Grouping a batch of 500 into stories beside the stored articles, against extracting its pages, by CPU.

    The stored articles are of 400 days, a fiftieth of them with a hit; of the batch a tenth, on the same sixty people.
    """
    generator = ArticleGenerator(words)
    targets = [builders.target(f"t{number}") for number in range(60)]
    with new_store() as store:
        fill(store, generator, count)
        spread_into_stories(store, generator, count)
        fresh = [generator.article(10_000_000 + number) for number in range(BATCH)]
        fresh = [replace(one, first_seen_at=NOON, published=Published(NOON, "json-ld")) for one in fresh]
        found = [
            outcome_of(one, *([f"t{number % 60}"] if number % 10 == 0 else [])) for number, one in enumerate(fresh)
        ]
        store.articles.save("run", found, NOON)
        failures: list[Failure] = []
        grouping = cpu_seconds(lambda: failures.extend(update_stories(store, targets, NOON)))
        assert not failures
        beside = len(store.stories.open(NOON - 2 * WINDOW, NOON - CASES))
    pages = [(builders.page(one.url, page_of(one)), builders.entry_of(one)) for one in fresh]
    extraction = cpu_seconds(lambda: [extract_article(page, entry) for page, entry in pages])
    say(
        f"stories of a batch of {BATCH} beside {count:,} articles ({beside:,} looked at): {grouping:.2f} s CPU, "
        f"extraction {extraction:.2f} s, ratio {grouping / extraction:.2f} (asked: at most 0.2)"
    )


FIGURES = {
    "stories": stories,
    "batch": batch,
    "size": size,
    "rematch": rematch,
    "many": rematch_many,
    "quiet": quiet,
    "snapshot": snapshot,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", nargs="*", default=list(FIGURES), choices=[*FIGURES, []])
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000])
    parser.add_argument("--words", type=int, default=450, help="per article; fewer are faster to generate")
    asked = parser.parse_args()
    collect_rarely()  # as the flows do
    for name in asked.figures:
        for count in asked.articles:
            FIGURES[name](count, asked.words)


if __name__ == "__main__":
    main()
