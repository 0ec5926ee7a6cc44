"""The JSON Schema is up to date, valid, and fits our own lists."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from core.config import read_document
from matching.watchlist.json_schema import schema_text

ROOT = Path(__file__).parents[3]
SCHEMA = ROOT / "config" / "watchlist.schema.json"
LISTS = [ROOT / "config" / "watchlist.yaml", ROOT / "samples" / "evaluation" / "watchlist.yaml"]


def test_the_schema_file_is_up_to_date():
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "regenerate it: watchword watchlist schema"


def test_the_schema_is_valid_draft_07():
    schema = json.loads(schema_text())
    jsonschema.Draft7Validator.check_schema(schema)
    assert not {"$defs", "prefixItems", "unevaluatedProperties"} & set(schema_text().replace('"', " ").split())


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.parent.name)
def test_our_own_lists_name_the_schema_and_fit_it(path):
    document = read_document(path)
    assert list(jsonschema.Draft7Validator(json.loads(schema_text())).iter_errors(document.data)) == []
    modeline = document.text.splitlines()[0]
    assert modeline.startswith("# yaml-language-server: $schema=")
    assert (path.parent / modeline.partition("=")[2]).resolve() == SCHEMA


@pytest.mark.parametrize(
    "bad", [{"actors": [{"id": "a"}]}, {"actors": [{"id": "a", "name": "b", "nam": "c"}]}, {"version": 2}]
)
def test_the_schema_rejects_mistakes(bad):
    assert list(jsonschema.Draft7Validator(json.loads(schema_text())).iter_errors(bad))
