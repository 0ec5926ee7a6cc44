"""What runs outside the killable workers, on hostile text: its time must grow with the text, not with its square.

    .venv/bin/python -P benchmarks/bench_hostile.py

Each kind of text is measured at a quarter and at its full size. A linear stage takes 4 times as long for 4 times the
text; more than 8 times is printed as a failure, and the exit code is 1.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from alerts.rendering.quotes import quotes_of
from core.config import parse_document
from core.records import Article, Finding, TargetKind
from matching.engine import Matcher, compile_watchlist
from matching.presearch import FoldedWordIndexer
from matching.stories.grouping import StoryArticle, group
from matching.watchlist.loading import parse_watchlist
from samples import builders
from storage.tables.quotes import quote_of

MAX_GROWTH = 8.0  # for four times the text
NEGLIGIBLE_S = 0.05  # a stage that is faster than this at full size cannot be measured
NAME = "Kim Kwang Jin"
WATCHLIST = """
version: 1
actors:
  - {id: kim-kwang-jin, name: Kim Kwang-jin, romanisation: korean, native: ["김광진"]}
  - {id: org, name: "Brightwater Holdings Ltd.", type: organisation}
schemes:
  - {id: farm, label: Laptop farms, match: {near: {terms: [laptop farm*, ["IT worker*", remote]], words: 20}}}
"""
TEXTS: Mapping[str, tuple[int, Callable[[int], str]]] = {
    "full stops": (150_000, lambda count: f"{NAME} {'.' * count} {NAME}"),
    "sentences of one letter": (150_000, lambda count: f"{NAME} {'a. ' * count}{NAME}"),
    "capitalised words": (300_000, lambda count: " ".join(f"Xa{number}" for number in range(count)) + f" {NAME}"),
    "the same capitalised word": (300_000, lambda count: "Kim " * count + NAME),
    "one word": (5_000_000, lambda count: f"{NAME} {'a' * count}"),
    "one capitalised word": (5_000_000, lambda count: f"{NAME} {'A' * count}"),
    "Hangul without spaces": (1_000_000, lambda count: "김광진은" * (count // 4)),
    "names": (50_000, lambda count: f"{NAME}, " * count),
    "paragraphs of a name": (50_000, lambda count: f"{NAME}\n\n" * count),
    "quotation marks": (500_000, lambda count: '"' * count + NAME),
    "opening brackets": (500_000, lambda count: "(" * count + NAME),
    "combining marks": (500_000, lambda count: NAME + "\u0301" * count),
    "digits": (500_000, lambda count: f"{NAME} {'9' * count}"),
    "figures": (100_000, lambda count: f"{NAME} " + "$5,000,000 " * count),
    "terms of a rule": (50_000, lambda count: "laptop farm remote IT worker " * count),
}  # kind: size, and the text of a size


def stages(matcher: Matcher, article: Article) -> Mapping[str, Callable[[], object]]:
    """What is done with an article outside the workers, by name."""
    hits = matcher.match(article)
    kinds = {"kim-kwang-jin": TargetKind.ACTOR, "org": TargetKind.ACTOR, "farm": TargetKind.SCHEME}
    targets = {name: builders.target(name, kind=kind) for name, kind in kinds.items()}
    findings = [Finding(hit, targets[hit.target_id], article, builders.NOON) for hit in hits]
    other = replace(article, article_id="other", first_seen_at=article.first_seen_at + timedelta(hours=1))
    twins = [StoryArticle(article, hits), StoryArticle(other, hits)]
    return {
        "match": lambda: matcher.match(article),
        "match as a title": lambda: matcher.match(replace(article, title=article.text, text="", zones=())),
        "index words": lambda: index(article),
        "stored quotes": lambda: [quote_of(article, hit) for hit in hits],
        "mail quotes": lambda: quotes_of(article, findings, 5),
        "group": lambda: group(twins, (), severities={}),
    }


def index(article: Article) -> None:
    """The words of an article and their blocking keys."""
    indexer = FoldedWordIndexer()
    indexer.blocking_keys(sorted(indexer.words(article).likely))


def seconds(work: Callable[[], object]) -> float:
    """CPU time of one call."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> int:
    matcher = compile_watchlist(parse_watchlist([parse_document(WATCHLIST, "watchlist.yaml")]))
    failed = 0
    for kind, (size, make) in TEXTS.items():
        small, large = (builders.article(make(count), key=f"{kind} {count}") for count in (size // 4, size))
        quarter, whole = stages(matcher, small), stages(matcher, large)
        for name, work in whole.items():
            full = seconds(work)
            growth = full / max(seconds(quarter[name]), 1e-3)
            is_bad = full > NEGLIGIBLE_S and growth > MAX_GROWTH
            failed += is_bad
            if is_bad or full > 1:
                verdict = "FAILED" if is_bad else "ok"
                megabytes = len(large.text.encode()) / 1e6
                print(f"{kind}, {name}: {full:.2f} s for {megabytes:.1f} MB, {growth:.1f} times a quarter  {verdict}")
    summary = f"{len(TEXTS)} kinds of text in 6 stages: {failed} grow faster than the text"
    print(f"{summary} (stages under 1 s are not printed)")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
