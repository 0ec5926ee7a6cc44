"""Extraction on annotated pages: fitting the weights of the classifiers, and speed against plain trafilatura.

    .venv/bin/python benchmarks/bench_extraction.py fit    # new weights, evaluated on publishers outside the fit
    .venv/bin/python benchmarks/bench_extraction.py speed  # pages a second and a CPU second, by number of processes

Both need the annotated pages in ../shared; without them they print SKIPPED and exit with 0. Quality over all pages is
measured by `../shared/score/extraction.py --baseline trafilatura`; the gate of CI is benchmarks/quality_extraction.py.
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
from extractors.pages.article import page_claims
from extractors.pages.decoding.charset import decode_text
from extractors.pages.extracted_page import ExtractedPage, claims_article
from extractors.pages.layout.blocks import build_layout
from extractors.pages.layout.line_classifier import INTERCEPT, WEIGHTS, line_features
from extractors.pages.layout.lines import locate_lines
from extractors.pages.layout.missing_paragraphs import add_missing_paragraphs
from extractors.pages.layout.structure import analyse_structure
from extractors.pages.layout.zones import trusted_body
from extractors.pages.list_signs import LIST_THRESHOLD, LIST_WEIGHTS, list_features
from extractors.pages.metadata.html_head import read_html_head
from extractors.pages.metadata.json_ld import read_json_ld
from extractors.pages.metadata.reading import read_metadata
from extractors.pages.trafilatura_adapter import main_text_lines, parse_html

DATA = Path(__file__).parents[2] / "shared" / "data" / "extraction"
FOLDS = 6
LINES_RIDGE, PAGES_RIDGE = 3.0, 1.0
LISTS = "wcxb-list"
NOW = datetime.now(UTC)

Sample = tuple[set[str], float, int, str]
"""The features of a line, the share of its words in the expected text, its number of words, and its publisher.

Of a page: its features, 1.0 for a list, 1, and its publisher.
"""


def main() -> None:
    if not DATA.is_dir():
        print(f"SKIPPED: bench_extraction needs the annotated pages, which are not at {DATA}", file=sys.stderr)
        return
    {"fit": fit, "speed": speed}[sys.argv[1] if len(sys.argv) > 1 else "speed"]()


# ---------------------------------------------------------------- the fit


def fit() -> None:
    """Fits both sets of weights: for lines that belong to an article, and for pages that are lists."""
    lines = [sample for row in _rows() for sample in _line_samples(row)]
    scores = _fit_weights("lines that belong to the article", lines, WEIGHTS, INTERCEPT, LINES_RIDGE)
    own_share, words = (np.array([sample[part] for sample in lines]) for part in (1, 2))
    is_core, is_own = scores >= 0, own_share >= 0.5
    kept = words[is_core & is_own].sum() / words[is_own].sum()
    caught = words[~is_core & ~is_own].sum() / words[~is_own].sum()
    print(f"unseen publishers: {kept:.3f} of the article's words are core, {caught:.3f} of foreign words are doubtful")
    pages = [sample for row in _rows(lists=True) if (sample := _page_sample(row))]
    scores = _fit_weights("pages that are lists", pages, LIST_WEIGHTS, -LIST_THRESHOLD, PAGES_RIDGE)
    is_list = np.array([sample[1] for sample in pages]) >= 0.5
    found, mistaken = (scores[is_list] >= 0).mean(), (scores[~is_list] >= 0).mean()
    print("unseen publishers, pages that do not claim to be an article, share classified as lists:")
    print(f"{found:.3f} of {is_list.sum()} lists and {mistaken:.3f} of {(~is_list).sum()} articles")


def _fit_weights(
    title: str, samples: Sequence[Sample], shipped: Mapping[str, float], intercept: float, ridge: float
) -> np.ndarray:
    """Prints the weights fitted on all samples next to the shipped ones; returns the cross-validated scores.

    Each sample is scored by weights fitted on other publishers. The scores are shifted by the difference between the
    shipped and the fitted intercept, the safety margin.
    """
    names = sorted({name for features, *_ in samples for name in features if name in shipped})
    features = np.array([[name in sample[0] for name in names] for sample in samples], dtype=float)
    own = np.array([sample[1] >= 0.5 for sample in samples], dtype=float)
    words = np.array([sample[2] for sample in samples], dtype=float)
    fold = np.array([_fold_of(sample[3]) for sample in samples])
    scores = np.zeros(len(samples))
    for held_out in range(FOLDS):
        weights = _regress(features[fold != held_out], own[fold != held_out], words[fold != held_out], ridge)
        scores[fold == held_out] = features[fold == held_out] @ weights[:-1] + weights[-1]
    weights = _regress(features, own, words, ridge)
    print(title)
    for name, weight in sorted(zip(names, weights, strict=False), key=lambda pair: pair[1]):
        print(f"  {name:42} {weight:6.2f}   shipped {shipped[name]:6.2f}")
    print(f"  {'intercept':42} {weights[-1]:6.2f}   shipped {intercept:6.2f}")
    kept: np.ndarray = scores - weights[-1] + intercept
    return kept


def _fold_of(publisher: str) -> int:
    return int(hashlib.sha1(publisher.encode()).hexdigest(), 16) % FOLDS


def _page_sample(row: Mapping[str, Any]) -> Sample | None:
    """The sample of a page that does not claim to be an article; None for all others."""
    page = _extracted_page(row)
    if page is None or claims_article(page):
        return None
    return (
        {name for name, holds in list_features(page).items() if holds},
        float(row["source"] == LISTS),
        1,
        _publisher(row),
    )


def _regress(features: np.ndarray, own: np.ndarray, words: np.ndarray, ridge: float) -> np.ndarray:
    """Weights, then intercept, of a ridge logistic regression; a sample is weighted by the square root of its words."""
    design = np.hstack([features, np.ones((len(features), 1))])
    sample_weights = np.sqrt(words) / np.sqrt(words).mean()
    penalty = np.diag([ridge] * features.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(12):
        predicted = 1 / (1 + np.exp(-design @ weights))
        hessian = (design * (sample_weights * predicted * (1 - predicted))[:, None]).T @ design + penalty
        weights += np.linalg.solve(hessian, design.T @ (sample_weights * (own - predicted)) - penalty @ weights)
    return weights


def _rows(*, lists: bool = False) -> Iterator[dict[str, Any]]:
    """The annotated pages with a full text that are not lists; with `lists`, all pages."""
    for line in (DATA / "expected.jsonl").read_text("utf-8").rstrip().split("\n"):
        row = json.loads(line)
        if lists or (row.get("text") and row["source"] != LISTS):
            yield row


def _publisher(row: Mapping[str, Any]) -> str:
    return row["id"].rsplit("_", 3)[0] if row["source"] == "fundus" else site_of(row["url"]) or row["url"]


def _extracted_page(row: Mapping[str, Any]) -> ExtractedPage | None:
    """The page as its quality is assessed, except for the core text; None without markup."""
    tree = parse_html(decode_text(gzip.decompress((DATA / "html" / f"{row['id']}.html.gz").read_bytes())))
    if tree is None:
        return None
    head, layout = read_html_head(tree, ""), build_layout(tree, 10_000)
    json_ld = read_json_ld(list(head.json_ld_scripts))
    entry = FeedEntry("", row["id"], None, None, None, None, None, NOW)
    metadata = read_metadata(head, json_ld, entry, "")
    text = "\n".join(main_text_lines(tree))
    return ExtractedPage(text, "", layout, head, json_ld, metadata.published is not None, metadata.url)


def _line_samples(row: Mapping[str, Any]) -> Iterator[Sample]:
    page = _extracted_page(row)
    if page is None:
        return
    claims = page_claims(page.head, page.json_ld)
    lines = locate_lines(page.text.split("\n"), page.layout)
    claims = replace(claims, body=trusted_body(claims.body, lines))
    lines = add_missing_paragraphs(lines, analyse_structure(page.layout, lines), claims.descriptions, claims.body)
    found = line_features(lines, analyse_structure(page.layout, lines), claims)
    known = _triples(f"{row['text']}\n{row.get('title') or ''}\n{' '.join(row.get('authors') or [])}")
    for line, features in zip(lines, found, strict=True):
        own = _triples(line.text)
        if own:
            yield features, len(own & known) / len(own), len(own), _publisher(row)


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
    """Wall-clock seconds, and CPU seconds of the command and its children."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - begin, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    if sys.argv[1:] == ["plain"]:
        plain()
    else:
        main()
