"""Names as others wrote them, found in sentences and left alone in the news: figures that must not fall.

The data stand beside the repository, not in it; without them these tests are skipped. How they are counted is the
scorer's, which is read from the same folder.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import pytest

from tests.matching.conftest import article, matcher_for

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "data" / "names").is_dir(), reason="no ../shared/data/names beside this clone"
)


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("names_scorer", SHARED / "score" / "names.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def data(scorer):
    return scorer.Data(SHARED / "data" / "names")


def bands(matcher, text):
    return {hit.target_id: hit.band.value for hit in matcher.match(article(text)) if hit.band != "suppressed"}


@pytest.fixture(scope="module")
def un(data):
    names = list(data.un_names().values())
    return names, matcher_for(*names)


def test_listed_names_in_sentences(scorer, data, un) -> None:
    names, matcher = un
    slots, found, altered, wrong = data.slots(), [], [], 0
    for row in data.csv("un_pairs.csv"):
        listed, written = row["listed"], row["written"]
        if len(scorer.words(listed)) < 2:
            continue
        key = int(hashlib.sha1(f"{listed}|{written}".encode()).hexdigest(), 16)
        slot = slots[key % len(slots)]
        hits = bands(matcher, slot["pre"] + scorer.capitalise(written) + slot["post"])
        target = f"n{names.index(listed)}"
        found.append(target in hits)
        if scorer.words(listed) != scorer.words(written):
            altered.append(target in hits)
        wrong += sum(band == "alert" and other != target for other, band in hits.items())
    assert sum(found) / len(found) >= 0.985
    assert sum(altered) / len(altered) >= 0.95
    assert wrong <= 2


def test_listed_names_are_not_seen_in_ordinary_news(data, un) -> None:
    _, matcher = un
    assert not [text for text in data.news().values() if "alert" in bands(matcher, text).values()]


def test_pairs_of_names(scorer, data) -> None:
    rows = data.csv("name_pairs.csv")
    names = list(dict.fromkeys(row["name1"] for row in rows))
    matcher = matcher_for(*names)
    predicted = [
        f"n{names.index(row['name1'])}" in bands(matcher, f"On Monday {scorer.natural(row['name2'])} was indicted.")
        for row in rows
    ]
    result = scorer.precision_recall(predicted, [row["is_match"] == "true" for row in rows])
    assert result["p"] >= 0.95
    assert result["f1"] >= 0.82
