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
        "birth_date (kept by no field)": 1,
        "countries (kept by no field)": 1,
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


OFAC = (
    '88,"VELMAR, Anton","individual","SDGT] [IFSR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"DOB 1970; Digital Currency Address - XBT 1BoatSLRHtKNngkdXEeobR76b53LETtpyT; a.k.a. 'TOSHA'.\"\n"
)
ALT = '88,101,"aka","WELMAR, Antoni",-0- \n99,102,"aka","SOMEBODY ELSE",-0- \n'


def test_ofac_aliases_are_in_a_second_file_and_weak_ones_in_the_remarks():
    found = import_list(OFAC, "sdn.csv", further={"alt.csv": ALT})
    (row,) = found.rows
    assert row["basis"] == "OFAC SDN, SDGT, IFSR"
    assert row["aliases"] == ["Antoni WELMAR", {"text": "TOSHA", "weak": True}]
    assert row["identifiers"] == [{"kind": "wallet", "value": "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"}]
    assert found.left_out == {}
    assert any("alt.csv" in why for why in import_list(OFAC, "sdn.csv").left_out)


def test_identifiers_of_simple_targets_are_taken_or_counted():
    text = SIMPLE.replace("1970,ru,,,", "1970,ru,,IMO9074729;P-123,")
    found = import_list(text, "list")
    assert {"kind": "imo", "value": "9074729"} in found.rows[0]["identifiers"]
    assert found.left_out["identifier of a kind that is not searched for"] == 1
    assert found.left_out["birth_date (kept by no field)"] == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_columns_that_are_not_taken_are_named(delimiter):
    lines = [["Name", "Alias", "Severity", "Country"], ["Jane Zyrkova", "Zhanna Zyrkova", "high", "ru"]]
    found = import_list("\n".join(delimiter.join(cells) for cells in lines), "list.csv")
    (row,) = found.rows
    assert (row["aliases"], row["severity"]) == (["Zhanna Zyrkova"], "high")
    assert found.left_out == {"column 'country'": 1}


def test_a_column_can_be_named():
    with pytest.raises(ConfigError, match="--map name=COLUMN"):
        import_list("Full name;Land\nJane Zyrkova;ru\n", "list.csv")
    (row,) = import_list("Full name;Land\nJane Zyrkova;ru\n", "list.csv", columns={"name": "Full name"}).rows
    assert row["name"] == "Jane Zyrkova"


UN = """<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-11-01"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>
<FIRST_NAME>Anton</FIRST_NAME><SECOND_NAME>Velmar</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPi.001</REFERENCE_NUMBER><NAME_ORIGINAL_SCRIPT>Антон Вельмар</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Antoni Welmar</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Tosha the Grey</ALIAS_NAME></INDIVIDUAL_ALIAS>
</INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>Velmar Shipping Co</FIRST_NAME>
<ENTITY_ALIAS><ALIAS_NAME>Welmar Lines</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""
EU = (
    "\ufefffileGenerationDate;Entity_LogicalId;Entity_SubjectType;Entity_Regulation_Programme;NameAlias_WholeName;"
    "BirthDate_BirthDate\n"
    "1;13;P;PRK;Anton Velmar;\n1;13;P;PRK;Antoni Welmar;1970\n1;14;E;PRK;Velmar Shipping Co;\n"
)
UK = (
    "Last Updated,01/11/2026\n"
    "Name 6,Name 1,Name 2,Name Non-Latin Script,DOB,Group Type,Alias Type,Alias Quality,Regime,Group ID\n"
    "WELMAR,Antoni,,,,Individual,AKA,Good quality,DPRK,77\n"
    "VELMAR,Anton,,Антон Вельмар,,Individual,Primary name,,DPRK,77\n"
    "TOSHA THE GREY,,,,,Individual,AKA,Low quality,DPRK,77\n"
    "VELMAR SHIPPING CO,,,,,Entity,Primary name,,DPRK,78\n"
)


@pytest.mark.parametrize(("text", "first"), [(UN, "un-KPi.001"), (EU, "eu-13"), (UK, "uk-77")], ids=["un", "eu", "uk"])
def test_the_consolidated_lists_of_un_eu_and_uk(text, first):
    person, company = imported(text).actors
    assert (person.id, person.name.lower(), person.type) == (first, "anton velmar", "person")
    assert "antoni welmar" in {alias.text.lower() for alias in person.aliases if not alias.weak}
    assert (company.name.lower(), company.type) == ("velmar shipping co", "organisation")
    if text is not EU:
        assert [alias.text.lower() for alias in person.aliases if alias.weak] == ["tosha the grey"]
        assert [alias.text for alias in person.native] == ["Антон Вельмар"]


def test_a_list_with_entities_or_broken_xml_is_refused():
    for text in (UN.replace("<CONSOLIDATED", "<!DOCTYPE x><CONSOLIDATED", 1), UN[:-30]):
        with pytest.raises(ConfigError):
            import_list(text, "un.xml")
