"""Published lists converted to watchlists."""

from __future__ import annotations

import pytest

from core.config import parse_document
from core.errors import ConfigError
from matching.watchlist.importers import as_json_lines, import_list
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Watchlist

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


def test_ofac_names_become_given_name_first():
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
    with pytest.raises(ConfigError, match="has no known format"):
        import_list(text, "list.txt")


def test_broken_json_is_reported_with_its_line():
    with pytest.raises(ConfigError, match=r"list\.jsonl:2"):
        import_list(ENTITIES + "{broken\n", "list.jsonl")
