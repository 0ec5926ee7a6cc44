"""The section `extraction` of the quality gate: every fifth annotated page of each source.

The core zone is scored by the functions of `../shared/score/extraction.py`, in percent. All pages take four minutes:
run that script.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import Any

from core.records import Article, FeedEntry, FetchedPage, Quality, ZoneKind
from extractors.pages.article import extract_article

SHARED = Path(__file__).parents[2] / "shared"
DATA = SHARED / "data" / "extraction"
EVERY = 5
LISTS = "wcxb-list"
MEASURES = {"F": "f", "nrec": "names_found", "leak50": "foreign_runs", "nleak": "foreign_names"}
NOW = datetime.now(UTC)


def measure(*, show: bool) -> Mapping[str, float] | None:
    """The figures by name; None without the annotated pages."""
    if not DATA.is_dir():
        print(f"  SKIPPED: the annotated pages are not at {DATA}")
        return None
    scorer = load_scorer()
    found = [(row, article, _scores(scorer, row, article)) for row in _sample() for article in (_read(row),)]
    articles = [one for one in found if one[0]["source"] != LISTS]
    figures = {"pages": float(len(found))}
    for name, label in MEASURES.items():
        figures[label] = _percent(one[2].get(name) for one in articles)
    for name in ("title", "date"):
        figures[name] = _percent(one[2].get(name) for one in articles)
    classified = [(row["source"] == LISTS, article.quality is Quality.NOT_ARTICLE) for row, article, _ in found]
    figures["lists_detected"] = _percent(is_detected for is_list, is_detected in classified if is_list)
    figures["articles_taken_for_lists"] = _percent(is_detected for is_list, is_detected in classified if not is_list)
    if show:
        for row, _, scores in found:
            print(f"  {row['id']:34} {json.dumps({name: round(float(value), 2) for name, value in scores.items()})}")
    return figures


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score" / "extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sample() -> Iterator[dict[str, Any]]:
    by_source: dict[str, list[dict[str, Any]]] = {}
    for line in (DATA / "expected.jsonl").read_text("utf-8").rstrip().split("\n"):
        row = json.loads(line)
        by_source.setdefault(row["source"], []).append(row)
    for rows in by_source.values():
        yield from rows[::EVERY]


def _read(row: Mapping[str, Any]) -> Article:
    body = gzip.decompress((DATA / "html" / f"{row['id']}.html.gz").read_bytes())
    page = FetchedPage("", "", 200, (), body, NOW, hashlib.sha256(body).hexdigest())
    return extract_article(page, FeedEntry("", row["id"], None, None, None, None, None, NOW))


def _scores(scorer: ModuleType, row: Mapping[str, Any], article: Article) -> dict[str, float]:
    core = "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)
    day = article.published.iso if article.published else None
    scores: dict[str, float] = scorer.score_page(row, core, article.title, day)
    return scores


def _percent(values: Iterator[float | None]) -> float:
    return round(100 * mean(float(value) for value in values if value is not None), 1)
