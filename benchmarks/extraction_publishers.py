"""Extraction on the annotated pages, their publishers split: rules are tuned on one half and reported on the other.

    .venv/bin/python -m benchmarks.extraction_publishers             # both halves, beside plain trafilatura; 3 minutes
    .venv/bin/python -m benchmarks.extraction_publishers tune        # the half to look at

All figures are percentages. Names, runs and F are those of `../shared/score/extraction.py`, of the core zone. `recall`
is that of four-word sequences, `recall_plain` that of trafilatura as it comes, `runs20` the pages with a run of twenty
words that the article has not. `articles_lost` are articles called not_article or empty when no feed announced them,
`announced_lost` the same under their headline. Without the pages in ../shared: SKIPPED, exit code 0.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from enum import StrEnum
from statistics import mean
from types import ModuleType
from typing import Any

from benchmarks.quality_extraction import DATA, LISTS, load_scorer
from core.records import Article, FeedEntry, FetchedPage, Quality, ZoneKind
from core.urls import site_of
from extractors.pages.article import extract_article

NOW = datetime.now(UTC)
FIGURES = (
    *("f", "recall", "recall_plain", "names_found", "runs50", "runs20", "runs20_plain", "foreign_names", "snippets"),
    *("title", "date", "articles_lost", "announced_lost", "lists_detected"),
)
HIDDEN = frozenset({Quality.NOT_ARTICLE, Quality.EMPTY})


class Half(StrEnum):
    """The part of the annotated pages to which a publisher belongs."""

    TUNE = "tune"
    HELD_OUT = "held out"


def half_of(url: str) -> Half:
    """By the SHA-1 of the registered domain, so that all pages of a publisher are in one half."""
    publisher = site_of(url) or url
    return Half.TUNE if hashlib.sha1(f"publisher {publisher}".encode()).digest()[0] % 2 else Half.HELD_OUT


def main() -> None:
    if not DATA.is_dir():
        print(f"SKIPPED: the annotated pages are not at {DATA}", file=sys.stderr)
        return
    rows = list(annotated_pages())
    halves = [Half.TUNE] if sys.argv[1:] == ["tune"] else list(Half)
    print(f"{'':18}" + "".join(f"{half:>12}" for half in halves))
    with ProcessPoolExecutor(2) as pool:
        columns = [_figures(pool, [row for row in rows if half_of(row["url"]) is half]) for half in halves]
    for name in columns[0]:
        print(f"{name:18}" + "".join(f"{column[name]:12.1f}" for column in columns))


def annotated_pages() -> Iterator[dict[str, Any]]:
    """The expectations of all pages."""
    for line in (DATA / "expected.jsonl").read_text("utf-8").rstrip().split("\n"):
        yield json.loads(line)


def _figures(pool: ProcessPoolExecutor, rows: list[dict[str, Any]]) -> Mapping[str, float]:
    values: dict[str, list[float]] = defaultdict(list)
    for one in pool.map(_measured, rows, chunksize=8):
        for name, value in one.items():
            values[name].append(value)
    return {"pages": float(len(rows)), **{name: 100 * mean(values[name]) for name in FIGURES}}


def _measured(row: Mapping[str, Any]) -> dict[str, float]:
    """The measures of one page that its expectations allow."""
    body = gzip.decompress((DATA / "html" / f"{row['id']}.html.gz").read_bytes())
    article = _read(body, row["id"], None)
    is_hidden = float(article.quality in HIDDEN)
    if row["source"] == LISTS:
        return {"lists_detected": is_hidden}
    scorer = load_scorer()
    core = "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)
    day = article.published.iso if article.published else None
    scores = scorer.score_page(row, core, article.title, day)
    labels = {"F": "f", "R": "recall", "nrec": "names_found", "leak50": "runs50", "leak20": "runs20"}
    labels |= {"nleak": "foreign_names", "wi": "snippets", "title": "title", "date": "date"}
    found = {label: float(scores[name]) for name, label in labels.items() if name in scores}
    found["articles_lost"] = is_hidden
    if row.get("title"):
        found["announced_lost"] = float(is_hidden and _read(body, row["id"], row["title"]).quality in HIDDEN)
    return found | _plain(scorer, row, body)


def _read(body: bytes, page_id: str, announced: str | None) -> Article:
    page = FetchedPage("", "", 200, (), body, NOW, hashlib.sha256(body).hexdigest())
    return extract_article(page, FeedEntry("", page_id, None, announced, None, None, None, NOW))


def _plain(scorer: ModuleType, row: Mapping[str, Any], body: bytes) -> dict[str, float]:
    """Recall and foreign runs of trafilatura as it comes, for a page with a full text."""
    import trafilatura

    if not row.get("text"):
        return {}
    document = trafilatura.bare_extraction(body, with_metadata=False)
    scores = scorer.score_page(row, (getattr(document, "text", None) or ""), None, None)
    return {"recall_plain": float(scores["R"]), "runs20_plain": float(scores["leak20"])}


if __name__ == "__main__":
    main()
