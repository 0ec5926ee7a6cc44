"""The cost of storage, each figure beside that of bare DuckDB in the same run.

    .venv/bin/python -m benchmarks.bench_storage stories batch size rematch many quiet snapshot --articles 100000

The text consists of random words with Zipf frequencies. Uses no network and only a temporary folder.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.bench_cycle import names
from core.config import parse_document
from core.records import (
    Article,
    ArticleOutcome,
    Failure,
    FeedEntry,
    FeedPoll,
    FeedSource,
    FeedState,
    Hit,
    PollStatus,
    Published,
    TargetKind,
)
from core.settings import DataPaths
from extractors.pages.article import extract_article
from flows.archive import ArchiveReading, index_words, reread_archive
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
VOCABULARY = 400_000
NEW_ACTOR = """
version: 1
actors: [{id: new, name: Kim Kwang-jin, order: family-first, romanisation: korean, native: [김광진]}]
"""


class ArticleGenerator:
    """Generates articles: words of random letters with Zipf frequencies, every seventh word capitalised."""

    def __init__(self, words_an_article: int, seed: int = 1) -> None:
        self.words_an_article = words_an_article
        self.random = np.random.default_rng(seed)
        lengths = self.random.integers(2, 12, VOCABULARY)
        letters = self.random.choice(list("etaoinshrdlucmfwypvbgk"), int(lengths.sum()))
        ends = np.cumsum(lengths)
        joined = "".join(letters)
        self.words = np.array([joined[end - size : end] for end, size in zip(ends, lengths, strict=True)], object)
        weights = 1 / np.arange(1, VOCABULARY + 1)
        self.cumulated = np.cumsum(weights / weights.sum())

    def text(self) -> str:
        """Sentences; about three kilobytes for 450 words."""
        words = self.words[np.searchsorted(self.cumulated, self.random.random(self.words_an_article))]
        words[::7] = [word.capitalize() for word in words[::7]]
        return ". ".join(" ".join(words[start : start + 18]) for start in range(0, self.words_an_article, 18)) + "."

    def article(self, number: int) -> Article:
        """The article with this number; higher numbers are older."""
        site, text, seen = f"news{number % 50}.example", self.text(), NOON - timedelta(minutes=number)
        return builders.article(
            text,
            title=text[:60],
            key=str(number),
            feed_id=f"feed{number % 50}",
            site=site,
            seen_at=seen,
            published=Published(seen, "json-ld"),
            language="en",
        )


def hit_of(article: Article, target: str) -> Hit:
    return builders.hit(article, target, builders.mention(article.text, article.text[:20]))


def outcome_of(article: Article, *targets: str) -> ArticleOutcome:
    hits = tuple(hit_of(article, target) for target in targets)
    return ArticleOutcome(builders.entry_of(article), article, hits=hits)


@contextmanager
def new_store() -> Iterator[Store]:
    folder = Path(tempfile.mkdtemp(prefix="watchword-bench-"))
    with Store(DataPaths(folder, folder / "cache")) as store:
        yield store
    shutil.rmtree(folder)


@contextmanager
def copied(store: Store) -> Iterator[Store]:
    """A second store with the same content."""
    folder = Path(tempfile.mkdtemp(prefix="watchword-bench-"))
    shutil.copytree(store.paths.root, folder, dirs_exist_ok=True)
    yield Store(DataPaths(folder, folder / "cache"))
    shutil.rmtree(folder)


def cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def say(line: str) -> None:
    print(line, flush=True)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


GENERATED = 20_000


def fill(store: Store, generator: ArticleGenerator, count: int, *, indexed: bool = False) -> float:
    """Stores `count` articles: the first 20,000 are generated, the others are copies of them with other ids.

    With `indexed`, adds them to the word index. Returns the seconds that took for each generated article.
    """
    articles = [generator.article(number) for number in range(min(count, GENERATED))]
    extra: dict[str, Sequence[Any]] = {"is_current": [True] * len(articles), "stored_at": [NOON] * len(articles)}
    with transaction(store.paths) as db:
        statements.insert(db, "versions", table_of(Article, articles, omit=("block_hashes",), **extra))
        db.execute("INSERT INTO entries SELECT feed_id, entry_key, 'h', first_seen_at, 0 FROM versions")
    spent = seconds(lambda: index_words(store)) / len(articles) if indexed else 0.0
    for copy in range(1, -(-count // GENERATED)):
        with transaction(store.paths) as db:
            for statement in COPIES:
                db.execute(statement.format(copy=copy, shift=copy * GENERATED, turn=copy * 37 % 900))
    return spent


# Each copy rotates the text by a different number of characters, so that copies do not compress as duplicates.
COPIES = (
    """
    INSERT INTO versions SELECT * REPLACE (
        md5(article_id || '{copy}')[:20] AS article_id, md5(content_hash || '{copy}')[:20] AS content_hash,
        url || '?{copy}' AS url, first_seen_at - INTERVAL {copy} HOUR AS first_seen_at,
        substr(text, 1 + {turn}) || ' ' || substr(text, 1, {turn}) AS text
    ) FROM versions WHERE NOT contains(url, '?')
    """,
    (
        "INSERT INTO entries SELECT feed_id, entry_key || '-{copy}', 'h', first_seen_at, 0 FROM entries "
        "WHERE NOT contains(entry_key, '-')"
    ),
    "INSERT INTO postings SELECT document + {shift}, word_id FROM postings WHERE document < 20000",
    (
        "INSERT INTO documents SELECT document + {shift}, md5(article_id || '{copy}')[:20], "
        "md5(content_hash || '{copy}')[:20] FROM documents WHERE document < 20000"
    ),
)


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
    """Re-matching for one new actor against one scan of the text by DuckDB."""
    with new_store() as store:
        indexing = fill(store, ArticleGenerator(words), count, indexed=True)
        watchlist = parse_watchlist([parse_document(NEW_ACTOR, "watchlist.yaml")])
        sql = "SELECT count(*) FROM versions WHERE contains(text, 'Kwangjin')"
        with opened(store.paths) as db:
            scan = min(seconds(lambda: db.execute(sql).fetchall()) for _ in range(3))
        found: list[int] = []
        ours = seconds(lambda: found.extend(_reread(store, watchlist)))
    say(
        f"rematch over {count:,}: {ours:.2f} s for {found[0]:,} articles worth reading, scan {scan:.2f} s, "
        f"ratio {ours / scan:.1f} (asked: at most 2 of 100,000 articles); indexing {indexing * 1000:.1f} ms an article"
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
    """Re-matching for 10,000 changed entries against one pass of the matcher over the same texts, by CPU."""
    actors = "".join(f"  - {{id: n{number}, name: {name}}}\n" for number, name in enumerate(names(MANY, seed=3)))
    watchlist = parse_watchlist([parse_document(f"version: 1\nactors:\n{actors}", "watchlist.yaml")])
    targets = [target.target_id for target in watchlist.targets]
    with new_store() as store:
        fill(store, ArticleGenerator(words), count)
        with transaction(store.paths) as db:
            texts = statements.select(db, Article, f"SELECT {ARTICLE} FROM versions")
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
    run_id = store.runs.begin("poll", NOON)
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
    """The cost of publishing the read snapshot with `count` hits."""
    with new_store() as store:
        fill(store, ArticleGenerator(words), count)
        store.watchlists.save("w1", [builders.target("kim", "Kim Kwang-jin", TargetKind.ACTOR)], NOON)
        model = hit_of(ArticleGenerator(words).article(0), "kim")
        rows = table_of(
            Hit, [model], found_at=[NOON], status=["open"], quote=["q" * 120], quote_start=[0], revised_at=[NOON]
        )
        with transaction(store.paths) as db:
            db.register("model", rows)
            db.execute(
                "INSERT INTO hits BY NAME SELECT model.* REPLACE (versions.article_id AS article_id, "
                "versions.article_id AS hit_id, content_hash AS article_version) FROM versions, model"
            )
            db.unregister("model")
        spent = statistics.median(seconds(lambda: store.publish_snapshot(NOON, force=True)) for _ in range(3))
        room = store.paths.snapshot.stat().st_size / 2**20
    say(f"snapshot of {count:,} hits and articles: {spent:.2f} s, {room:,.0f} MB")


def stories(count: int, words: int) -> None:
    """Grouping a batch of 500 into stories beside the stored articles, against extracting its pages, by CPU.

    The stored articles are of 400 days, a fiftieth of them with a hit; of the batch a tenth, on the same sixty people.
    """
    generator = ArticleGenerator(words)
    targets = [builders.target(f"t{number}") for number in range(60)]
    with new_store() as store:
        fill(store, generator, count)
        _with_stories(store, generator, count)
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
    pages = [(builders.page(one.url, _page_of(one)), builders.entry_of(one)) for one in fresh]
    extraction = cpu_seconds(lambda: [extract_article(page, entry) for page, entry in pages])
    say(
        f"stories of a batch of {BATCH} beside {count:,} articles ({beside:,} looked at): {grouping:.2f} s CPU, "
        f"extraction {extraction:.2f} s, ratio {grouping / extraction:.2f} (asked: at most 0.2)"
    )


def _with_stories(store: Store, generator: ArticleGenerator, count: int) -> None:
    """Spreads the articles over 400 days and gives a fiftieth of them a hit and a story each."""
    model = hit_of(generator.article(0), "t0")
    rows = table_of(Hit, [model], found_at=[NOON], status=["open"], quote=[""], quote_start=[0], revised_at=[NOON])
    with transaction(store.paths) as db:
        db.execute(
            "UPDATE versions SET first_seen_at = $noon - INTERVAL (rowid * $step) SECOND, "
            "stored_at = $noon - INTERVAL (rowid * $step) SECOND",
            {"noon": NOON.replace(tzinfo=None), "step": 400 * 86_400 // count},
        )
        db.register("model", rows)
        db.execute(
            "INSERT INTO hits BY NAME SELECT model.* REPLACE (versions.article_id AS article_id, "
            "versions.article_id AS hit_id, content_hash AS article_version, "
            "'t' || (hash(versions.article_id) // 50 % 60) AS target_id) "
            "FROM versions, model WHERE hash(versions.article_id) % 50 = 0"
        )
        db.unregister("model")
        db.execute("INSERT INTO story_articles SELECT article_id, article_id FROM hits")
        db.execute(
            "INSERT INTO stories BY NAME SELECT article_id AS story_id, [article_id] AS article_ids, '[]' AS links, "
            "'medium' AS severity, first_seen_at, first_seen_at AS last_seen_at, title, []::VARCHAR[] AS merged_ids, "
            "'[]' AS events FROM versions SEMI JOIN hits USING (article_id)"
        )


def _page_of(article: Article) -> bytes:
    """A page of 90 kB: the article with what news sites put around it. Those of the page set have 180 kB on average."""
    paragraphs = article.text.split(". ")
    body = "".join(f"<p>{'. '.join(paragraphs[at : at + 3])}.</p>" for at in range(0, len(paragraphs), 3))
    menu = "".join(f'<li class="menu-item"><a href="/{number}">Section {number}</a></li>' for number in range(120))
    teasers = "".join(
        f'<div class="teaser"><a href="/story-{number}"><img src="/{number}.jpg" alt="">'
        f"<h3>{' '.join(paragraphs[number % len(paragraphs)].split()[:9])}</h3></a><p>{number} hours ago</p></div>"
        for number in range(60)
    )
    script = f"<script>window.state = {{{', '.join(f'item{number}: [1, 2, 3]' for number in range(3_000))}}}</script>"
    title = article.title or ""
    return (
        f"<html><head><title>{title}</title>{script}</head><body><header><nav><ul>{menu}</ul></nav></header><main>"
        f"<article><h1>{title}</h1>{body}</article><section><h2>More</h2>{teasers}</section></main>"
        f"<footer><ul>{menu}</ul><p>All rights reserved.</p></footer></body></html>"
    ).encode()


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
    for name in asked.figures:
        for count in asked.articles:
            FIGURES[name](count, asked.words)


if __name__ == "__main__":
    main()
