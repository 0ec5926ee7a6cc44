"""Any watchlist is read, or refused with located problems; no other exception is raised."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.config import parse_document
from core.errors import ConfigError
from matching.watchlist.importers import import_list
from matching.watchlist.json_schema import DESCRIPTIONS
from matching.watchlist.lint import risks
from matching.watchlist.loading import parse_watchlist

WORDS = st.sampled_from(
    ["a", "b", "Jane Roe", "laptop farm*", "*", "해커", "sentence", "document", "imo", "9074729", "", "é*"]
)
SCALARS = st.one_of(WORDS, st.none(), st.booleans(), st.integers(-5, 200), st.text(max_size=8))
KEYS = st.sampled_from([*DESCRIPTIONS, "nonsense"])
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def entries(required: tuple[str, ...]) -> st.SearchStrategy[list[dict[str, object]]]:
    fixed = st.fixed_dictionaries(dict.fromkeys(required, WORDS))
    return st.lists(
        st.builds(lambda one, more: more | one, fixed, st.dictionaries(KEYS, VALUES, max_size=3)), max_size=3
    )


FILES = st.fixed_dictionaries(
    {},
    optional={
        "contexts": VALUES | st.dictionaries(WORDS, VALUES, max_size=2),
        "actors": VALUES | entries(("id", "name")),
        "schemes": VALUES | entries(("id", "label", "match")),
        "defaults": VALUES,
    },
)


def refusal(read: Callable[[], object]) -> ConfigError | None:
    try:
        read()
    except ConfigError as error:
        return error
    return None


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=100)
@given(FILES)
def test_any_file_is_read_or_refused_with_locations(file):
    text = json.dumps(file)
    refused = refusal(lambda: parse_watchlist([parse_document(text, "fuzz.yaml")]))
    if refused:
        assert all(problem.line and problem.column for problem in refused.problems)
        return
    watchlist = parse_watchlist([parse_document(text, "fuzz.yaml")])
    assert len(watchlist.hashes) == len(watchlist.entries)
    risks(watchlist, date(2026, 11, 22))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(["csv", "jsonl"]), st.text(alphabet='idname,"\n;:{}[] aé\x00\r*', max_size=60))
def test_any_list_is_read_or_refused(suffix, text):
    for begin in ("", "id,name\n", '{"id": "a", "name": "b c"}\n'):
        document = parse_document(begin + text, f"fuzz.{suffix}")
        refused = refusal(lambda document=document: parse_watchlist([document]))
        assert refused is None or refused.problems


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet='idnameschl,"\n;:{}[] aé\x00\r-0', max_size=60))
def test_any_foreign_list_is_imported_or_refused(text):
    for begin in ("", "id,schema,name,aliases\n", "name\n", '{"schema": "Person", "properties": {"name": ["x y"]}}\n'):
        refused = refusal(lambda begin=begin: import_list(begin + text, "fuzz"))
        assert refused is None or refused.problems
