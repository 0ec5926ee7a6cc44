"""A generated archive for measurements: articles of random words, stores filled with them, and stop watches."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np

from core.records import Article, ArticleOutcome, Hit, Published
from core.settings import DataPaths
from flows.archive import index_words
from samples import builders
from samples.builders import NOON
from storage.database import statements
from storage.database.columns import table_of
from storage.database.live_file import transaction
from storage.store import Store

VOCABULARY = 400_000
GENERATED = 20_000


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


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


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


def spread_into_stories(store: Store, generator: ArticleGenerator, count: int) -> None:
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


def page_of(article: Article) -> bytes:
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
