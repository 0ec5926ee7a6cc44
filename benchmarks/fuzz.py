"""Mutated feeds and pages through the parsers, the extractor, the matcher and the quotes: nothing may raise or hang.

    .venv/bin/python -m benchmarks.fuzz --runs 20000 --seed 1

The seeds are the sample newsroom's feeds and pages, and small pages that broke a parser once. Each input is one to six
mutations of a seed: bytes flipped, cut, doubled or moved, pieces of other seeds, and strings that parsers stumble over.
Exits with 1 if an input raised or took longer than the limit, and prints the seed number that makes it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from itertools import repeat

from core.config import parse_document
from core.isolation import describe
from core.records import Article, FeedEntry, FetchedPage, Quality
from extractors.feeds.parsing import parse_feed
from extractors.pages.article import read_feed_content, read_page
from extractors.pages.quality import QualityAssessment
from matching.engine import Matcher, compile_watchlist
from matching.presearch import FoldedWordIndexer
from matching.watchlist.loading import parse_watchlist
from samples.newsroom.article_files import read_articles
from samples.newsroom.edition import Edition
from samples.newsroom.feeds import render_feed
from samples.newsroom.pages import render_page
from samples.newsroom.publishers import FEEDS, PUBLISHERS
from storage.tables.quotes import quote_of

START = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
URL = "https://e.example/a"
MAX_CPU_S = 10.0  # for one input; a page is stopped after 20 s of CPU time in its worker
WATCHLIST = """
version: 1
actors:
  - {id: kim, name: Kim Kwang-jin, romanisation: korean, native: ["김광진"]}
  - {id: org, name: "Brightwater Holdings Ltd.", type: organisation}
schemes:
  - {id: farm, label: Laptop farms, match: {near: {terms: [laptop farm*, ["IT worker*", remote]], words: 20}}}
"""
SMALL = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>Chart</title><text>hello</text></svg>',
    b"<math><mi>x</mi></math>",
    b"%PDF-1.7\n1 0 obj",
    b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1}]}',
    b"<?xml version='1.0' encoding='utf-7'?><rss><channel><item/></channel></rss>",
    b"<frameset><frame src=a></frameset>",
)
TOKENS = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        "<", ">", "&", "'", '"', "&#0;", "&#x110000;", "&#xD800;", "&nbsp", "]]>", "<![CDATA[", "<!--", "-->",
        "<!DOCTYPE a [", "<?xml ", "<svg>", "<template>", "<table><td>", "<p>", "</p>", "</script>",
        "<script type=application/ld+json>", "<time datetime='", "2026-13-45T99:99", "http://[::1", "charset=utf-16",
        "\x00", "\ufeff", "\u202e", "\u2028", "\ud800", "\r\n\r\n", "Kim Kwang Jin", "김광진", "laptop farm",
        "9" * 400, "." * 3000, "Aa " * 2000, "\u0301" * 500, "[" * 2000, "<div>" * 3000,
    )
)  # fmt: skip


@cache
def seeds() -> tuple[bytes, ...]:
    """The inputs that are mutated."""
    edition = Edition(START, 1, dict.fromkeys(PUBLISHERS, "https://e.example"), read_articles())
    feeds = [render_feed(feed, edition).text.encode() for feed in FEEDS]
    pages = [render_page(article, edition).encode() for article in edition.articles.values()]
    return (*feeds, *pages, *SMALL)


def mutated(rnd: random.Random) -> bytes:
    """One input: a seed with one to six mutations."""
    body = bytearray(rnd.choice(seeds()))
    for _ in range(rnd.randint(1, 6)):
        at, length = rnd.randrange(len(body) + 1), rnd.choice((1, 1, 4, 20, 200, 2000))
        change = rnd.randrange(7)
        if change == 0 and body:
            body[at % len(body)] = rnd.randrange(256)
        elif change == 1:
            del body[at : at + length]
        elif change == 2:
            body[at:at] = body[at : at + length] * rnd.choice((1, 2, 50))
        elif change == 3:
            other = rnd.choice(seeds())
            start = rnd.randrange(len(other))
            body[at:at] = other[start : start + length]
        elif change == 4:
            del body[at:]
        else:
            body[at:at] = rnd.choice(TOKENS)
    return bytes(body[: 2 * 2**20])


@cache
def matcher() -> Matcher:
    """The matcher of the small watchlist."""
    return compile_watchlist(parse_watchlist([parse_document(WATCHLIST, "watchlist.yaml")]))


def stages(body: bytes) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is done with one input, by name."""
    yield "feed", lambda: parse_feed(body, feed_id="f", url=URL, seen_at=START)
    summary = body[:5000].decode("utf-8", "replace")
    entry = FeedEntry("f", "k", URL, "A headline", summary, None, None, START)
    assessment = QualityAssessment(Quality.PARTIAL, "fuzzed")
    yield "feed text", lambda: read_and_match(lambda: read_feed_content(entry, assessment))
    page = FetchedPage(URL, URL, 200, (("content-type", "text/html"),), body, START, "0")
    yield "page", lambda: read_and_match(lambda: read_page(page, entry).article)


def read_and_match(read: Callable[[], object]) -> None:
    """Reads an article, matches it, quotes its hits and finds its words."""
    article = read()
    if not isinstance(article, Article):
        return
    for hit in matcher().match(article):
        quote_of(article, hit)
    FoldedWordIndexer().words(article)


def problems(seed: int, numbers: Sequence[int]) -> list[tuple[str, str]]:
    """The problems of these inputs, each with the number of its input and what happened."""
    found = []
    for number in numbers:
        body = mutated(random.Random(f"{seed} {number}"))
        for name, work in stages(body):
            begin = time.process_time()
            try:
                work()
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                found.append((f"{name}: {describe(error)}", str(number)))
            spent = time.process_time() - begin
            if spent > MAX_CPU_S:
                found.append((f"{name}: more than {MAX_CPU_S:g} s of CPU time", str(number)))
    return found


def run(runs: int, seed: int, processes: int = 2) -> list[tuple[str, str]]:
    """The problems of so many inputs."""
    batches = [range(first, min(first + 100, runs)) for first in range(0, runs, 100)]
    if processes == 1:
        return [one for numbers in batches for one in problems(seed, numbers)]
    with ProcessPoolExecutor(processes) as pool:
        return [one for some in pool.map(problems, repeat(seed), batches) for one in some]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begin = time.perf_counter()
    found = run(options.runs, options.seed)
    for what, count in Counter(what for what, _ in found).most_common():
        example = next(number for one, number in found if one == what)
        print(f"{count:6}  {what}  (input {example} of seed {options.seed})")
    print(f"{options.runs} mutated inputs in {time.perf_counter() - begin:.0f} s: {len(found)} problems")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
