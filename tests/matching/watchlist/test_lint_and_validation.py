"""The care of a watchlist: its schema, risky entries, differences, lists of others."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from core.config import parse_document, read_document
from core.errors import ConfigError
from matching.watchlist.diff import compare, describe
from matching.watchlist.importers import as_json_lines, import_list
from matching.watchlist.json_schema import schema_text
from matching.watchlist.lint import risks
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Watchlist

ROOT = Path(__file__).parents[3]
SCHEMA = ROOT / "config" / "watchlist.schema.json"
LISTS = [ROOT / "config" / "watchlist.yaml", ROOT / "samples" / "evaluation" / "watchlist.yaml"]


def parsed(text: str) -> Watchlist:
    return parse_watchlist([parse_document(text, "list.yaml")])


# ---------------------------------------------------------------- schema


def test_the_schema_in_the_folder_is_that_of_the_code():
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "write it anew: watchword watchlist schema"


def test_the_schema_is_one_of_draft_07_and_knows_every_key():
    schema = json.loads(schema_text())
    jsonschema.Draft7Validator.check_schema(schema)
    assert not {"$defs", "prefixItems", "unevaluatedProperties"} & set(schema_text().replace('"', " ").split())


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.parent.name)
def test_our_own_lists_obey_the_schema_and_name_it(path):
    document = read_document(path)
    assert list(jsonschema.Draft7Validator(json.loads(schema_text())).iter_errors(document.data)) == []
    modeline = document.text.splitlines()[0]
    assert modeline.startswith("# yaml-language-server: $schema=")
    assert (path.parent / modeline.partition("=")[2]).resolve() == SCHEMA


@pytest.mark.parametrize(
    "bad", [{"actors": [{"id": "a"}]}, {"actors": [{"id": "a", "name": "b", "nam": "c"}]}, {"version": 2}]
)
def test_the_schema_sees_mistakes(bad):
    assert list(jsonschema.Draft7Validator(json.loads(schema_text())).iter_errors(bad))


# ---------------------------------------------------------------- lint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("actors: [{id: a, name: David Miller}]", "common_name"),
        ("actors: [{id: a, name: Jane Zyrkova, aliases: [Xyq]}]", "short_alias"),
        ("actors: [{id: a, name: Zyrkova}]", "single_word"),
        ("actors: [{id: a, name: Hope Market}]", "ordinary_words"),
        ("actors: [{id: a, name: Global Market, type: organisation}]", "ordinary_words"),
        ("actors: [{id: a, name: Jane Zyrkova, native: [김광진]}]", "native_without_context"),
        ("actors: [{id: a, name: Jane Zyrkova, review_by: 2026-01-01}]", "overdue"),
        ("actors: [{id: a, name: Jane Zyrkova}, {id: b, name: 'Zyrkova, Jane'}]", "overlap"),
        ("contexts: {c: {any: [token]}}", "unused_context"),
        (
            "schemes: [{id: s, label: S, match: {any: [fraud]}, examples: [x], counterexamples: [y]}]",
            "single_word_term",
        ),
        ("schemes: [{id: s, label: S, match: {any: [wire fraud]}, examples: [x]}]", "untested"),
    ],
)
def test_a_risky_entry_is_told(text, code):
    [risk] = risks(parsed(text), date(2026, 11, 22))
    assert risk.code == code
    assert risk.message
    assert risk.remedy


@pytest.mark.parametrize(
    "text",
    [
        "actors: [{id: a, name: Jane Quixley Zyrkova, review_by: 2027-01-01}]",
        "contexts: {c: {any: [token]}}\nactors: [{id: a, name: David Miller, context: c}]",
        "actors: [{id: a, name: Jane Zyrkova, aliases: [{text: JZQ, case: exact}]}]",
        "actors: [{id: a, name: David Miller, enabled: false}]",
    ],
)
def test_a_careful_entry_is_not(text):
    assert risks(parsed(text), date(2026, 11, 22)) == ()


def test_the_shipped_list_has_no_risky_entry():
    assert risks(parse_watchlist([read_document(LISTS[0])]), date(2026, 11, 22)) == ()


# ---------------------------------------------------------------- differences

OLD = "actors: [{id: a, name: Jane Roe, tags: [x]}, {id: b, name: John Roe}]"
NEW = (
    "contexts: {c: {any: [token]}}\nactors: [{id: a, name: Jane Rowe, tags: [y], context: c}, {id: d, name: Jim Roe}]\n"
    "schemes: [{id: s, label: S, match: {any: [two words]}}]"
)


def test_what_an_edit_changes_is_counted():
    known = {target.target_id: target.entry_hash for target in parsed(OLD).targets}
    assert str(compare(known, parsed(NEW))) == "+1 actor, +1 scheme, 1 changed, 1 removed"
    assert str(compare(known, parsed(OLD))) == ""
    assert str(compare({}, parsed(OLD))) == "+2 actors"


def test_what_differs_is_told_field_by_field():
    assert list(describe(parsed(OLD), parsed(NEW))) == [
        "- b",
        "+ d",
        "+ s",
        "~ a",
        "    name: Jane Roe -> Jane Rowe",
        "    context: nothing -> c",
        "    tags - x",
        "    tags + y",
        "+ context c",
    ]
    assert list(describe(parsed(OLD), parsed(OLD))) == []
    assert list(describe(parsed(OLD), parsed(OLD + "\ndefaults: {alert: 90}"))) == ["~ defaults:  -> alert=90"]


# ---------------------------------------------------------------- lists of others

SIMPLE = (
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset\n"
    'NK-1,Person,Jane Zyrkova,"Zhanna Zyrkova;Жанна Зыркова;Star;Zyrkova, Jane",'
    "1970,ru,,,Sanctioned,,j@bad.example,some_list\n"
    "NK-2,Address,Some Street,,,,,,,,,\n"
    "NK-3,Company,The,,,,,,,,,\n"
)
ENTITIES = (
    '{"id": "v1", "schema": "Vessel", "caption": "Silver Kestrel", "datasets": ["ships"], "properties": {'
    '"name": ["Silver Kestrel"], "weakAlias": ["SK 7"], "imoNumber": ["9074729", "9074720"]}}\n'
)
SDN = (
    '36,"EXAMPLE AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
    '77,"ZYRKOVA, Jane","individual","DPRK3",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"DOB 1970; a.k.a. 'ZYRKOVA, Zhanna'.\"\n"
)


def imported(text: str) -> Watchlist:
    rows = import_list(text, "list").rows
    return parse_watchlist([parse_document(as_json_lines(rows), "imported.jsonl")])


def test_opensanctions_simple_targets():
    [actor] = imported(SIMPLE).actors
    assert (actor.id, actor.name, actor.type, actor.tags) == ("NK-1", "Jane Zyrkova", "person", ("some_list",))
    assert [alias.text for alias in actor.aliases] == ["Zhanna Zyrkova", "Zyrkova, Jane"]
    assert [alias.text for alias in actor.native] == ["Жанна Зыркова"]
    assert actor.identifiers[0].value == "j@bad.example"
    assert import_list(SIMPLE, "list").left_out == {
        "not an actor": 1,
        "name of one common word, or of none": 1,
        "alias of one common word, or one of too many": 1,
    }


def test_follow_the_money_entities():
    [actor] = imported(ENTITIES).actors
    assert (actor.type, actor.aliases[0].weak) == ("vessel", True)
    assert [one.value for one in actor.identifiers] == ["9074729"]


def test_ofac_names_are_turned_round():
    first, second = imported(SDN).actors
    assert (first.id, first.name, first.type) == ("ofac-36", "EXAMPLE AIRLINES", "organisation")
    assert (second.name, second.basis) == ("Jane ZYRKOVA", "OFAC SDN, DPRK3")
    assert second.aliases[0].text == "ZYRKOVA, Zhanna"


def test_any_csv_with_names():
    first, second = imported(
        "Name,Type,Aliases\nJane Zyrkova,,J Zyrkova\nПример Лтд,organisation,\nJane Zyrkova,,\n"
    ).actors
    assert (first.id, first.type, first.aliases[0].text) == ("Jane-Zyrkova", "person", "J Zyrkova")
    assert second.type == "organisation"


@pytest.mark.parametrize("text", ["", "who,what\n1,2\n", "<html></html>"])
def test_an_unknown_format_is_refused(text):
    with pytest.raises(ConfigError, match="no list whose format is known"):
        import_list(text, "list.txt")


def test_broken_json_is_told_with_its_line():
    with pytest.raises(ConfigError, match=r"list\.jsonl:2"):
        import_list(ENTITIES + "{broken\n", "list.jsonl")
