"""Extraction measured on annotated pages: the fit behind the zones, and speed over processes beside plain trafilatura.

    .venv/bin/python benchmarks/bench_extraction.py fit    # weights anew, judged on publishers that are not in the fit
    .venv/bin/python benchmarks/bench_extraction.py speed  # pages a second and a CPU second, by number of processes

Both need the pages of ../shared and say so without them. Quality over all pages is measured by
`../shared/score/extraction.py --baseline trafilatura`; the gate of CI is benchmarks/quality_extraction.py.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from core.records import FeedEntry
from core.urls import site_of
from extractors.pages.article import testimony_of
from extractors.pages.blocks import lay_out
from extractors.pages.charset import decode
from extractors.pages.html_head import read_head
from extractors.pages.json_ld import read_structured
from extractors.pages.line_classifier import INTERCEPT, WEIGHTS, facts_of
from extractors.pages.lines import place_lines
from extractors.pages.metadata import read_metadata
from extractors.pages.missing_paragraphs import fill_gaps
from extractors.pages.quality import LIST, LIST_WEIGHTS, Evidence, claims_article, list_facts
from extractors.pages.structure import examine
from extractors.pages.trafilatura_adapter import body_lines, parse
from extractors.pages.zones import trusted_body

DATA = Path(__file__).parents[2] / "shared" / "data" / "extraction"
FOLDS = 6
LINES_RIDGE, PAGES_RIDGE = 3.0, 1.0
LISTS = "wcxb-list"
NOW = datetime.now(UTC)

Sample = tuple[set[str], float, int, str]
"""Facts of a line, the share of its words in the expected text, its words, and its publisher; likewise of a page."""


def main() -> None:
    if not DATA.is_dir():
        sys.exit(f"skipped: the annotated pages are not at {DATA}")
    {"fit": fit, "speed": speed}[sys.argv[1] if len(sys.argv) > 1 else "speed"]()


# ---------------------------------------------------------------- the fit


def fit() -> None:
    """Both sets of weights: of lines that belong to an article, and of pages that are lists."""
    lines = [sample for row in _rows() for sample in _samples(row)]
    scores = _fitted("lines that belong to the article", lines, WEIGHTS, INTERCEPT, LINES_RIDGE)
    own, words = (np.array([sample[part] for sample in lines]) for part in (1, 2))
    core, is_own = scores >= 0, own >= 0.5
    kept = words[core & is_own].sum() / words[is_own].sum()
    caught = words[~core & ~is_own].sum() / words[~is_own].sum()
    print(f"unseen publishers: {kept:.3f} of the article's words are core, {caught:.3f} of foreign words are doubtful")
    pages = [sample for row in _rows(lists=True) if (sample := _page(row))]
    scores = _fitted("pages that are lists", pages, LIST_WEIGHTS, -LIST, PAGES_RIDGE)
    is_list = np.array([sample[1] for sample in pages]) >= 0.5
    print(
        f"unseen publishers, of pages that claim nothing: {(scores[is_list] >= 0).mean():.3f} of {is_list.sum()} lists"
    )
    print(f"and {(scores[~is_list] >= 0).mean():.3f} of {(~is_list).sum()} articles are called lists")


def _fitted(
    title: str, samples: Sequence[Sample], shipped: Mapping[str, float], intercept: float, ridge: float
) -> np.ndarray:
    """Prints the weights fitted on all samples beside those shipped; the scores by weights of other publishers only.

    The scores keep the distance of the shipped intercept from the fitted one: how much is asked for certainty.
    """
    names = sorted({fact for facts, *_ in samples for fact in facts if fact in shipped})
    facts = np.array([[name in sample[0] for name in names] for sample in samples], dtype=float)
    own = np.array([sample[1] >= 0.5 for sample in samples], dtype=float)
    words = np.array([sample[2] for sample in samples], dtype=float)
    fold = np.array([_fold_of(sample[3]) for sample in samples])
    scores = np.zeros(len(samples))
    for held_out in range(FOLDS):
        weights = _regress(facts[fold != held_out], own[fold != held_out], words[fold != held_out], ridge)
        scores[fold == held_out] = facts[fold == held_out] @ weights[:-1] + weights[-1]
    weights = _regress(facts, own, words, ridge)
    print(title)
    for name, weight in sorted(zip(names, weights, strict=False), key=lambda pair: pair[1]):
        print(f"  {name:42} {weight:6.2f}   shipped {shipped[name]:6.2f}")
    print(f"  {'intercept':42} {weights[-1]:6.2f}   shipped {intercept:6.2f}")
    kept: np.ndarray = scores - weights[-1] + intercept
    return kept


def _fold_of(publisher: str) -> int:
    return int(hashlib.sha1(publisher.encode()).hexdigest(), 16) % FOLDS


def _page(row: Mapping[str, Any]) -> Sample | None:
    """A page that does not claim to be an article, with its facts; 1 for a list. None for all others."""
    page = _evidence(row)
    if page is None or claims_article(page):
        return None
    return (
        {name for name, holds in list_facts(page).items() if holds},
        float(row["source"] == LISTS),
        1,
        _publisher(row),
    )


def _regress(facts: np.ndarray, own: np.ndarray, words: np.ndarray, ridge: float) -> np.ndarray:
    """Weights and intercept of a ridge logistic regression; a line counts by the root of its words."""
    design = np.hstack([facts, np.ones((len(facts), 1))])
    importance = np.sqrt(words) / np.sqrt(words).mean()
    penalty = np.diag([ridge] * facts.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(12):
        likely = 1 / (1 + np.exp(-design @ weights))
        curvature = (design * (importance * likely * (1 - likely))[:, None]).T @ design + penalty
        weights += np.linalg.solve(curvature, design.T @ (importance * (own - likely)) - penalty @ weights)
    return weights


def _rows(*, lists: bool = False) -> Iterator[dict[str, Any]]:
    """The annotated pages with a full text that are no lists; with `lists`, all pages."""
    for line in (DATA / "expected.jsonl").read_text("utf-8").rstrip().split("\n"):
        row = json.loads(line)
        if lists or (row.get("text") and row["source"] != LISTS):
            yield row


def _publisher(row: Mapping[str, Any]) -> str:
    return row["id"].rsplit("_", 3)[0] if row["source"] == "fundus" else site_of(row["url"]) or row["url"]


def _evidence(row: Mapping[str, Any]) -> Evidence | None:
    """What a page is judged by, but for its core; None without markup."""
    tree = parse(decode(gzip.decompress((DATA / "html" / f"{row['id']}.html.gz").read_bytes())))
    if tree is None:
        return None
    head, layout = read_head(tree, ""), lay_out(tree, 10_000)
    structured = read_structured(list(head.structured))
    entry = FeedEntry("", row["id"], None, None, None, None, None, NOW)
    metadata = read_metadata(head, structured, entry, "")
    text = "\n".join(body_lines(tree, ""))
    return Evidence(text, "", layout, head, structured, metadata.published is not None, metadata.url)


def _samples(row: Mapping[str, Any]) -> Iterator[Sample]:
    page = _evidence(row)
    if page is None:
        return
    said = testimony_of(page.head, page.structured)
    lines = place_lines(page.text.split("\n"), page.layout)
    said = replace(said, body=trusted_body(said.body, lines))
    lines = fill_gaps(lines, examine(page.layout, lines), said.descriptions, said.body)
    seen = facts_of(lines, examine(page.layout, lines), said)
    known = _triples(f"{row['text']}\n{row.get('title') or ''}\n{' '.join(row.get('authors') or [])}")
    for line, facts in zip(lines, seen, strict=True):
        own = _triples(line.text)
        if own:
            yield facts, len(own & known) / len(own), len(own), _publisher(row)


def _triples(text: str) -> set[tuple[str, str, str]]:
    words = "".join(one if one.isalnum() else " " for one in text.lower()).split()
    return set(zip(words, words[1:], words[2:], strict=False))


# ---------------------------------------------------------------- speed


def speed() -> None:
    pages = len(list((DATA / "html").glob("*.html.gz")))
    plain = _measured([sys.executable, __file__, "plain"])
    print(f"plain trafilatura with metadata: {pages / plain[0]:6.1f} pages/s {pages / plain[1]:6.1f} pages/CPU s")
    for processes in (1, 2):
        wall, cpu = _measured([".venv/bin/watchword", "extract", "--processes", str(processes), str(DATA / "html")])
        figures = f"{pages / wall:6.1f} pages/s {pages / cpu:6.1f} pages/CPU s, {plain[1] / cpu:.2f}x plain"
        print(f"watchword extract, {processes} process(es): {figures}")


def plain() -> None:
    import trafilatura

    for path in sorted((DATA / "html").glob("*.html.gz")):
        trafilatura.bare_extraction(gzip.decompress(path.read_bytes()), with_metadata=True)


def _measured(command: list[str]) -> tuple[float, float]:
    """Seconds by the wall clock, and CPU seconds of the command and its children."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - begin, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    if sys.argv[1:] == ["plain"]:
        plain()
    else:
        main()
