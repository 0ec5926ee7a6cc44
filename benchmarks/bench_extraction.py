"""Extraction measured on annotated pages: the fit behind the zones, and speed over processes beside plain trafilatura.

    .venv/bin/python benchmarks/bench_extraction.py fit    # weights anew, judged on publishers that are not in the fit
    .venv/bin/python benchmarks/bench_extraction.py speed  # pages a second and a CPU second, by number of processes

Both need the pages of ../shared and say so without them. Quality over all pages is measured by
`../shared/score/extraction.py --baseline trafilatura`; the gate of CI is tests/extractors/test_quality.py.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.urls import site_of
from extractors.anatomy import examine
from extractors.belonging import INTERCEPT, WEIGHTS, facts_of
from extractors.blocks import key_of, lay_out
from extractors.encodings import decode
from extractors.gaps import fill_gaps
from extractors.heads import read_head
from extractors.lines import place_lines
from extractors.structured import read_structured
from extractors.trafilation import body_lines, parse
from extractors.zones import trusted_body

DATA = Path(__file__).parents[2] / "shared" / "data" / "extraction"
FOLDS = 6
RIDGE = 3.0

Sample = tuple[set[str], float, int, str]
"""Facts of a line, the share of its words in the expected text, its words, and its publisher."""


def main() -> None:
    if not DATA.is_dir():
        sys.exit(f"skipped: the annotated pages are not at {DATA}")
    {"fit": fit, "speed": speed}[sys.argv[1] if len(sys.argv) > 1 else "speed"]()


# ---------------------------------------------------------------- the fit


def fit() -> None:
    samples = [sample for row in _rows() for sample in _samples(row)]
    names = sorted({fact for facts, *_ in samples for fact in facts if fact in WEIGHTS})
    facts = np.array([[name in sample[0] for name in names] for sample in samples], dtype=float)
    own = np.array([sample[1] >= 0.5 for sample in samples], dtype=float)
    words = np.array([sample[2] for sample in samples], dtype=float)
    publishers = sorted({sample[3] for sample in samples})
    fold = np.array([publishers.index(sample[3]) % FOLDS for sample in samples])
    scores = np.zeros(len(samples))
    for held_out in range(FOLDS):
        weights = _regress(facts[fold != held_out], own[fold != held_out], words[fold != held_out])
        scores[fold == held_out] = facts[fold == held_out] @ weights[:-1] + weights[-1]
    weights = _regress(facts, own, words)
    for name, weight in sorted(zip(names, weights, strict=False), key=lambda pair: pair[1]):
        print(f"{name:16} {weight:6.2f}   shipped {WEIGHTS[name]:6.2f}")
    print(f"{'intercept':16} {weights[-1]:6.2f}   shipped {INTERCEPT:6.2f} (one less: precision before recall)")
    core = scores >= weights[-1] - INTERCEPT
    kept = words[core & (own == 1)].sum() / words[own == 1].sum()
    caught = words[~core & (own == 0)].sum() / words[own == 0].sum()
    print(f"unseen publishers: {kept:.3f} of the article's words are core, {caught:.3f} of foreign words are doubtful")


def _regress(facts: np.ndarray, own: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Weights and intercept of a ridge logistic regression; a line counts by the root of its words."""
    design = np.hstack([facts, np.ones((len(facts), 1))])
    importance = np.sqrt(words) / np.sqrt(words).mean()
    penalty = np.diag([RIDGE] * facts.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(12):
        likely = 1 / (1 + np.exp(-design @ weights))
        curvature = (design * (importance * likely * (1 - likely))[:, None]).T @ design + penalty
        weights += np.linalg.solve(curvature, design.T @ (importance * (own - likely)) - penalty @ weights)
    return weights


def _rows() -> Iterator[dict]:
    for line in (DATA / "expected.jsonl").read_text("utf-8").rstrip().split("\n"):
        row = json.loads(line)
        if row.get("text") and row["source"] != "wcxb-list":
            yield row


def _samples(row: dict) -> Iterator[Sample]:
    tree = parse(decode(gzip.decompress((DATA / "html" / f"{row['id']}.html.gz").read_bytes())))
    if tree is None:
        return
    head = read_head(tree, "")
    structured = read_structured(list(head.structured))
    layout = lay_out(tree, 10_000)
    described = [key_of(text) for name in ("og:description", "description") if (text := head.meta(name))]
    lines = place_lines(body_lines(tree, ""), layout)
    body = trusted_body(key_of(structured.body), lines)
    lines = fill_gaps(lines, examine(layout, lines), described, body)
    seen = facts_of(lines, examine(layout, lines), described, key_of(head.title), body)
    known = _triples(f"{row['text']}\n{row.get('title') or ''}\n{' '.join(row.get('authors') or [])}")
    publisher = row["id"].split("_")[0] if row["source"] == "fundus" else site_of(row["url"]) or row["url"]
    for line, facts in zip(lines, seen, strict=True):
        own = _triples(line.text)
        if own:
            yield facts, len(own & known) / len(own), len(own), publisher


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
