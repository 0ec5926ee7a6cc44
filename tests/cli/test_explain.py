"""What `watchword explain` says of the words of a name."""

from __future__ import annotations

import json

import pytest

from cli.differing_words import differences
from core.records import ArticleOutcome
from core.settings import DataPaths
from samples import builders
from storage.store import Store
from tests.matching.conftest import article, matcher_of

MATCHER = matcher_of("actors: [{id: a, name: Hussein Qarimov Tashkényan}]")


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("Hussein Qarimov Tashkenyan", []),
        ("Hussain Qarimov Tashkenyan", ["“Hussain” for Hussein: another form of the name"]),
        ("Hussein Karimov Tashkényam", ["“Karimov” for Qarimov: ", "“Tashkényam” for Tashkényan: one letter differs"]),
        ("Хусейн Каримов Ташкеньян", ["“Хусейн” for Hussein: from another script"]),
        ("HusseinQarimov Tashkenyan", ["“HusseinQarimov” for Hussein Qarimov: joined or divided"]),
        ("H. Qarimov Tashkenyan", ["“H” for Hussein: an initial"]),
    ],
)
def test_words_that_differ_are_said_in_words(written, lines):
    (hit,) = MATCHER.match(article(f"On Monday {written} was charged."))
    said = [line for reason in hit.reasons for line in differences(reason.facts)]
    assert len(said) >= len(lines)
    assert [one for one in lines if not any(line.startswith(one) for line in said)] == []
    if not lines:
        assert said == []


def test_what_is_missing_is_named_and_facts_of_other_releases_are_passed_over():
    pair = {"listed": "qarimov", "words": [7], "method": "of old", "cost": 0.4}
    facts = {"surface": "Karimov", "alias": "Hussein Qarimov", "words": [pair], "omitted": ["hussein", "ali"]}
    said = ["“Karimov” for Qarimov: nearly the same spelling", "not there: Hussein, ali"]
    assert list(differences(facts)) == said
    assert list(differences({"context": "case"})) == []


def test_explain_prints_no_raw_facts(tmp_path, in_process):
    store = Store(DataPaths(tmp_path, tmp_path / "cache"))
    store.prepare()
    named = builders.article("On Monday Hussain Qarimov Tashkenyan was charged.")
    (hit,) = MATCHER.match(named)
    store.articles.save("run", [ArticleOutcome(builders.entry_of(named), named, hits=(hit,))], builders.NOON)
    store.publish_snapshot(builders.NOON)
    shown = in_process("explain", hit.hit_id, "--data", tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "“Hussain” for Hussein: another form of the name" in shown.stdout
    assert "{" not in shown.stdout
    (row,) = map(json.loads, in_process("explain", hit.hit_id, "--json", "--data", tmp_path).stdout.splitlines())
    assert row["reasons"][0]["facts"]["words"][0]["listed"] == "hussein"
