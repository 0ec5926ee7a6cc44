"""Watchlists with one actor a line: CSV and JSON lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from core.config import parse_document
from core.errors import ConfigError
from matching.tables.common_words import COMMON_WORDS
from matching.text.folding import fold_words
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Actor, Alias, Identifier
from matching.watchlist.validation import LETTERS


def actors(name: str, text: str) -> Sequence[Actor]:
    return parse_watchlist([parse_document(text, name)]).actors


def problems(name: str, text: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        actors(name, text)
    return str(refused.value).splitlines()


def test_a_cell_may_hold_several_values():
    [actor] = actors(
        "a.csv",
        "id,name,aliases,tags,identifiers,enabled\n"
        'a,"Roe, Jane",J Roe; Jay Roe ,x;y,imo 9074729; domain bad.example,false\n',
    )
    assert actor.name == "Roe, Jane"
    assert actor.aliases == (Alias("J Roe"), Alias("Jay Roe"))
    assert actor.tags == ("x", "y")
    assert actor.identifiers == (Identifier("imo", "9074729"), Identifier("domain", "bad.example"))
    assert not actor.enabled


def test_json_lines_have_the_keys_of_the_yaml():
    line = '{"id": "a", "name": "Jane Roe", "aliases": ["J Roe", {"text": "Jay", "weak": true}]}'
    first, second = actors("a.jsonl", line + '\n\n{"id": "b", "name": "김"}\n')
    assert first.aliases == (Alias("J Roe"), Alias("Jay", weak=True))
    assert second.name == "김"


def test_empty_lists_and_empty_lines():
    assert not actors("a.csv", "")
    assert actors("a.csv", "id,name\n\na,Jane Roe\n\n")[0].id == "a"
    assert not actors("a.jsonl", "")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("a.csv", "id,name,born\na,Jane Roe,1970", "a.csv:1:1: unknown column 'born'"),
        ("a.csv", "id,label\na,Jane Roe", "a.csv:1:1: unknown column 'label'"),
        ("a.csv", "id\na", "a.csv:1:1: no column 'name'"),
        ("a.csv", "id,name\na,Jane Roe\nb,The", "a.csv:3:1: name: 'The' is a word of grammar"),
        ("a.csv", "id,name,severity\na,Jane Roe,hot", "a.csv:2:1: severity: should be 'low', 'medium' or 'high'"),
        ("a.csv", 'id,name\na,"Jane\nRoe"\n,John Roe', "a.csv:4:1: id: is missing"),
        ("a.csv", "id,name\na,Jane Roe,more", "a.csv:2:1: more cells than columns: unknown key"),
        ("a.csv", 'id,name\na,"Jane Roe', "a.csv:2:1: malformed CSV"),
        ("a.csv", "id,name\na,Jane Roe\na,John Roe", "a.csv:3:1: id: id 'a' is given twice"),
        ("a.jsonl", '{"id": "a", "name": "Jane Roe"}\n{"id": "b"}', "a.jsonl:2:1: name: is missing"),
        (
            "a.jsonl",
            '{"id": "a", "name": "Jane Roe"}\n\n{"id": "b", "name": "?"}',
            "a.jsonl:3:1: name: holds no letter",
        ),
        ("a.jsonl", '{"id": "a", "name": "Jane Roe"\n', "a.jsonl:1:1: invalid JSON"),
        ("a.jsonl", "[]", "a.jsonl:1:1: should be a mapping"),
    ],
)
def test_a_mistake_is_reported_with_its_line(name, text, problem):
    [reported] = problems(name, text)
    assert problem in reported


def test_csv_json_lines_and_yaml_form_one_list():
    watchlist = parse_watchlist(
        [
            parse_document("contexts: {c: {any: [token]}}", "a.yaml"),
            parse_document("id,name,context\na,Jane Roe,c\n", "b.csv"),
            parse_document('{"id": "b", "name": "John Roe"}', "c.jsonl"),
        ]
    )
    assert [actor.id for actor in watchlist.actors] == ["a", "b"]
    assert watchlist.actors[0].context == "c"


def test_folding_keeps_the_letters_of_the_fast_check():
    letters = [letter for letter in map(chr, range(0x10000)) if re.match(f"[{LETTERS}]", letter)]
    assert len(letters) > 10_000
    assert all(fold_words(letter) for letter in letters)
    assert not any(" " in word for word in COMMON_WORDS)
