"""Published lists converted to watchlists."""

from __future__ import annotations

import pytest

from core.config import parse_document
from core.errors import ConfigError
from matching.watchlist.importers import as_json_lines, import_list
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Watchlist
from matching.watchlist.published.known_facts import countries_of, date_of

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
        "not an actor: Address": 1,
        "name of one common word": 1,
        "alias of one common word": 1,
    }
    assert (actor.facts.born, actor.facts.nationality) == (("1970",), ("ru",))


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
    first, second, third = imported(
        "Name,Type,Aliases\nJane Zyrkova,,J Zyrkova\nПример Лтд,organisation,\nJane Zyrkova,,\n"
    ).actors
    assert (first.id, first.type, first.aliases[0].text) == ("Jane-Zyrkova", "person", "J Zyrkova")
    assert second.type == "organisation"
    assert third.id == "Jane-Zyrkova-2", "another of that name"


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
ADD = '88,200,"1 Quay Street","Harbour City 1234","Nowhere",-0- \n'
ALT = '88,101,"aka","WELMAR, Antoni",-0- \n99,102,"aka","SOMEBODY ELSE",-0- \n'


def test_ofac_aliases_are_in_a_second_file_and_weak_ones_in_the_remarks():
    found = import_list(OFAC, "sdn.csv", further={"alt.csv": ALT, "add.csv": ADD})
    (row,) = found.rows
    assert row["basis"] == "OFAC SDN, SDGT, IFSR"
    assert row["aliases"] == ["Antoni WELMAR", {"text": "TOSHA", "weak": True}]
    assert row["identifiers"] == [{"kind": "wallet", "value": "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"}]
    assert [(why.split(":")[0], count) for why, count in found.left_out.items()] == [
        ("alias in alt.csv of an entry that is not in the list", 1)
    ]
    assert row["facts"] == {"born": ["1970"], "places": ["Harbour City"]}
    assert any("alt.csv" in why for why in import_list(OFAC, "sdn.csv").left_out)


def test_identifiers_of_simple_targets_are_taken_or_counted():
    text = SIMPLE.replace("1970,ru,,,", "1970,ru,,IMO9074729;P-123,")
    found = import_list(text, "list")
    assert {"kind": "imo", "value": "9074729"} in found.rows[0]["identifiers"]
    assert found.left_out["identifier of a kind that is not searched for"] == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_columns_that_are_not_taken_are_named(delimiter):
    lines = [["Name", "Alias", "Severity", "Country"], ["Jane Zyrkova", "Zhanna Zyrkova", "high", "ru"]]
    found = import_list("\n".join(delimiter.join(cells) for cells in lines), "list.csv")
    (row,) = found.rows
    assert (row["aliases"], row["severity"], found.taken["person"]) == (["Zhanna Zyrkova"], "high", 1)
    assert found.left_out == {"column 'country'": 1}


def test_a_column_can_be_named():
    text = "Vorname;Nachname;Alias 1;Alias 2;Land\nJane;Zyrkova;Zhanna Zyrkova;Jana Zyrkova;ru\n"
    with pytest.raises(ConfigError, match=r"the columns Vorname, Nachname, .*: say which one with --map name=COLUMN"):
        import_list(text, "list.csv")
    columns = {"name": ["Vorname", "Nachname"], "aliases": ["Alias 1", "Alias 2"]}
    found = import_list(text, "list.csv", columns=columns)
    assert (found.rows[0]["name"], found.rows[0]["aliases"]) == ("Jane Zyrkova", ["Zhanna Zyrkova", "Jana Zyrkova"])
    assert found.left_out == {"column 'land'": 1}


def test_a_table_without_types_has_people_and_what_has_a_legal_form():
    people = ("Jane Zyrkova", "João de Sá", "Sam Zyrkov")
    companies = ("Zyrkova Freight Ltd", "ООО Зыркова", "Zyrkov GmbH & Co. KG")
    rows = import_list("full name\n" + "\n".join((*people, *companies)), "list.csv").rows
    assert [row["type"] for row in rows] == ["person"] * 3 + ["organisation"] * 3


@pytest.mark.parametrize(
    ("written", "born"),
    [
        ("12/05/1979", ["1979-05-12", "1979-12-05"]),  # which of the two the table does not say
        ("25/05/1979", ["1979-05-25"]),
        ("05/25/1979", ["1979-05-25"]),
        ("05/05/1979", ["1979-05-05"]),
        ("03.02.1974", ["1974-02-03"]),
    ],
)
def test_a_date_with_slashes_may_have_its_month_first(written, born):
    (row,) = import_list(f"name,born\nJane Zyrkova,{written}\n", "list.csv").rows
    assert row["facts"]["born"] == born


def test_a_name_is_in_the_first_column_of_names_that_is_not_empty():
    rows = import_list("name,full name\nRoe,Jane Roe\n,Omid Sayar\n", "list.csv").rows
    assert [row["name"] for row in rows] == ["Roe", "Omid Sayar"]


def test_rows_without_a_name_are_counted():
    assert import_list("name,born\nJane Zyrkova,\n,1970\n", "list.csv").left_out["entry without a name"] == 1


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


SDN_XML = """<?xml version="1.0"?><sdnList xmlns="https://example.org/SDN"><sdnEntry><uid>88</uid>
<firstName>Anton</firstName><lastName>VELMAR</lastName><title>Minister of Ports</title><sdnType>Individual</sdnType>
<programList><program>DPRK3</program></programList>
<idList><id><idType>Digital Currency Address - XBT</idType><idNumber>1BoatSLRHtKNngkdXEeobR76b53LETtpyT</idNumber></id>
<id><idType>Gender</idType><idNumber>Male</idNumber></id><id><idType>Passport</idType><idNumber>P1</idNumber></id></idList>
<akaList><aka><category>strong</category><lastName>WELMAR</lastName><firstName>Antoni</firstName></aka>
<aka><category>weak</category><lastName>TOSHA</lastName></aka></akaList>
<nationalityList><nationality><country>Korea, North</country></nationality></nationalityList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>18 Apr 1970</dateOfBirth></dateOfBirthItem>
<dateOfBirthItem><dateOfBirth>circa 1971</dateOfBirth></dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><placeOfBirth>Harbour City, Nowhere</placeOfBirth></placeOfBirthItem>
</placeOfBirthList>
</sdnEntry></sdnList>"""
ADVANCED = """<?xml version="1.0"?><Sanctions xmlns="https://example.org/ADVANCED_XML"><ReferenceValueSets>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
</NamePartTypeValues><PartySubTypeValues><PartySubType ID="4">Unknown</PartySubType></PartySubTypeValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="10">Nationality Country</FeatureType>
<FeatureType ID="224">Gender</FeatureType><FeatureType ID="26">Title</FeatureType>
<FeatureType ID="9">Place of Birth</FeatureType>
<FeatureType ID="344">Digital Currency Address - XBT</FeatureType></FeatureTypeValues>
<DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
<CountryValues><Country ID="11088">North Korea</Country></CountryValues></ReferenceValueSets>
<Locations><Location ID="5"><LocationCountry CountryID="11088"/></Location></Locations>
<DistinctParties><DistinctParty FixedRef="88"><Profile ID="88" PartySubTypeID="4"><Identity ID="1">
<Alias Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="1">VELMAR
</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2">Anton</NamePartValue>
</DocumentedNamePart></DocumentedName></Alias>
<Alias Primary="false" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="1">WELMAR
</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2">Antoni</NamePartValue>
</DocumentedNamePart></DocumentedName></Alias>
<Alias Primary="false" LowQuality="true"><DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="1">TOSHA
</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups></Identity>
<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>1970</Year><Month>4</Month><Day>18</Day>
</From></Start><End><To><Year>1970</Year><Month>4</Month><Day>18</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>1971</Year><Month>1</Month><Day>1</Day></From>
</Start><End><To><Year>1971</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature FeatureTypeID="10"><FeatureVersion><VersionLocation LocationID="5"/></FeatureVersion></Feature>
<Feature FeatureTypeID="224"><FeatureVersion><VersionDetail DetailReferenceID="91526"/></FeatureVersion></Feature>
<Feature FeatureTypeID="26"><FeatureVersion><VersionDetail>Minister of Ports</VersionDetail></FeatureVersion></Feature>
<Feature FeatureTypeID="9"><FeatureVersion><VersionDetail>Harbour City, Nowhere</VersionDetail></FeatureVersion>
</Feature>
<Feature FeatureTypeID="344"><FeatureVersion><VersionDetail>1BoatSLRHtKNngkdXEeobR76b53LETtpyT</VersionDetail>
</FeatureVersion></Feature></Profile></DistinctParty></DistinctParties>
<SanctionsEntries><SanctionsEntry ID="1" ProfileID="88"><SanctionsMeasure><Comment>DPRK3</Comment></SanctionsMeasure>
</SanctionsEntry></SanctionsEntries></Sanctions>"""
EU_XML = """<?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity logicalId="13">
<regulation programme="PRK"/><subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Anton VELMAR" function="Minister of Ports" gender="M" strong="true"/>
<nameAlias wholeName="Antoni WELMAR" strong="true"/><nameAlias wholeName="TOSHA" strong="false"/>
<citizenship countryIso2Code="KP"/><birthdate circa="false" birthdate="1970-04-18" city="Harbour City"/>
<birthdate circa="true" year="1971"/></sanctionEntity></export>"""
UK_XML = """<?xml version="1.0"?><Designations><Designation><UniqueID>PRK0001</UniqueID><Names>
<Name><Name6>WELMAR</Name6>
<Name1>Antoni</Name1><NameType>Alias</NameType></Name><Name><Name6>VELMAR</Name6><Name1>Anton</Name1>
<NameType>Primary Name</NameType></Name><Name><Name6>TOSHA</Name6><NameType>Alias</NameType>
<AliasStrength>Low quality a.k.a</AliasStrength></Name></Names><RegimeName>DPRK</RegimeName>
<IndividualEntityShip>Individual</IndividualEntityShip><IndividualDetails><Individual><DOBs><DOB>18/04/1970</DOB>
<DOB>dd/mm/1971</DOB></DOBs><Nationalities><Nationality>North Korea</Nationality></Nationalities><Positions>
<Position>Minister of Ports</Position></Positions><BirthDetails><Location><TownOfBirth>Harbour City</TownOfBirth>
</Location></BirthDetails><Genders><Gender>Male</Gender></Genders></Individual></IndividualDetails></Designation>
</Designations>"""


@pytest.mark.parametrize("text", [SDN_XML, ADVANCED, EU_XML, UK_XML], ids=["sdn.xml", "advanced", "eu", "uk"])
def test_lists_in_xml_give_names_aliases_identifiers_and_facts(text):
    (person,) = imported(text).actors
    assert (person.name, person.type) == ("Anton VELMAR", "person")
    assert [(alias.text, alias.weak) for alias in person.aliases] == [("Antoni WELMAR", False), ("TOSHA", True)]
    facts = person.facts
    assert (facts.born[0], facts.born[1][-4:]) == ("1970-04-18", "1971")
    assert (facts.nationality, facts.gender) == (("kp",), "male")
    assert (facts.places, facts.roles) == (("Harbour City",), ("Minister of Ports",))
    if text in (SDN_XML, ADVANCED):
        assert [one.kind for one in person.identifiers] == ["wallet"]
        assert person.basis.endswith("DPRK3")


def test_what_a_list_says_and_an_entry_cannot_hold_is_counted():
    found = import_list(SDN_XML, "sdn.xml")
    assert found.left_out == {"document of identity": 1}
    assert found.noted == {"programme": 1}
    assert (found.taken["alias"], found.taken["weak alias"], found.taken["identifier: wallet"]) == (1, 1, 1)
    assert (
        import_list(SDN_XML.replace("18 Apr 1970", "in spring"), "sdn.xml").left_out["birth date that cannot be read"]
        == 1
    )


def test_a_wallet_belongs_to_its_holder():
    wallet = (
        '{"id": "w1", "schema": "CryptoWallet", "properties": {"publicKey": ["1BoatSLRHtKNngkdXEeobR76b53LETtpyT"], '
        '"holder": ["p1"]}}\n{"id": "p1", "schema": "Person", "caption": "Anton Velmar", "properties": {}}\n'
    )
    (person,) = imported(wallet).actors
    assert [one.value for one in person.identifiers] == ["1BoatSLRHtKNngkdXEeobR76b53LETtpyT"]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1970-04-18", "1970-04-18"),
        ("18 Apr 1970", "1970-04-18"),
        ("April 1970", "1970-04"),
        ("1970", "1970"),
        ("circa 1970", "circa 1970"),
        ("Approximately 1970", "circa 1970"),
        ("1968 to 1972", "1968 to 1972"),
        ("Between 1968 and 1972", "1968 to 1972"),
        ("dd/mm/1970", "1970"),
        ("00/04/1970", "1970-04"),
        ("18/04/1970", "1970-04-18"),
        ("31/02/1970", "1970-02"),
        ("00 Jan 1970", "1970-01"),
        ("00 Jan 1970 to 00 Dec 1971", "1970 to 1971"),
        ("circa 1965-1969", "1965 to 1969"),
        ("1965/1968", "1965 to 1968"),
        ("1970 or 1971", "1970 to 1971"),
        ("late 1970s", "1970 to 1979"),
        ("1948 (approximately)", "circa 1948"),
        ("c1970", "circa 1970"),
        ("1970?", "circa 1970"),
        ("early 1970", "1970"),
        ("April 18, 1970", "1970-04-18"),
        ("18th April 1970", "1970-04-18"),
        ("18-Apr-1970", "1970-04-18"),
        ("1970.04.18", "1970-04-18"),
        ("19700418", "1970-04-18"),
        ("04-1970", "1970-04"),
        ("1 Muharram 1390", None),
        ("03-10-1958", "1958-10-03"),
        ("DOB 1958.", "1958"),
        ("Summer 1970", "1970"),
        ("12 March 1970 or 13 March 1970", "1970"),
        ("0000", None),
        ("unknown", None),
    ],
)
def test_dates_as_lists_write_them(written, date):
    assert date_of(written) == date


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("KP", "kp"),
        ("Korea, North", "kp"),
        ("Democratic People's Republic of Korea", "kp"),
        ("Iran (Islamic Republic of)", "ir"),
        ("Russia", "ru"),
        ("Germany", "de"),
        ("Palestine", "ps"),
        ("DPRK", "kp"),
        ("Ivory Coast", "ci"),
        ("Zaire", "cd"),
        ("Somalia, Federal Republic of", "so"),
        ("Gambia, The", "gm"),
        ("Iranian", "ir"),
        ("ddde", "de"),
        ("Czechoslovakia", "cz sk"),
        ("Serbia and Montenegro", "rs me xk"),
        ("Republic of Moldova", "md"),
        ("The Gambia", "gm"),
        ("Republic of Korea; Japan", "kr jp"),
        ("Iran or Iraq", "ir iq"),
        ("possibly Syrian", "sy"),
        ("Citizen of Iraq", "iq"),
        ("Bosnia and Herzegovina", "ba"),
        ("Republic of China", "tw"),
        ("Atlantis", ""),
        ("stateless", ""),
        ("the", ""),
    ],
)
def test_countries_as_lists_write_them(written, codes):
    assert countries_of(written) == tuple(codes.split())


def test_remarks_with_several_dates_and_nationalities_are_facts():
    remarks = (
        "DOB 00 Jan 1970 to 00 Dec 1971; alt. DOB circa 1965; alt. DOB 29 Feb 1965; POB Omsk, Russia; "
        "nationality Russia; alt. nationality Czechoslovakia; citizen Atlantis; Gender Male."
    )
    row = SDN.splitlines()[1].replace("DOB 1970; a.k.a. 'ZYRKOVA, Zhanna'.", remarks)
    found = import_list(f"{SDN.splitlines()[0]}\n{row}\n", "sdn.csv")
    facts = next(one for one in found.rows if one["id"] == "ofac-77")["facts"]
    assert facts["born"] == ["1970 to 1971", "circa 1965", "1965-02"]
    assert facts["nationality"] == ["ru", "cz", "sk"]
    assert facts["gender"] == "male"
    assert found.left_out["nationality that is no known country"] == 1
    watchlist = parse_watchlist([parse_document(as_json_lines(found.rows), "imported.jsonl")])
    person = next(one for one in watchlist.actors if one.id == "ofac-77")
    assert [one.first.year for one in person.facts.births] == [1970, 1965, 1965]


def test_a_column_that_is_not_there_is_an_error():
    with pytest.raises(ConfigError, match="has no column 'Naam'"):
        import_list("name;Land\nJane Zyrkova;ru\n", "list.csv", columns={"basis": ["Naam"]})
    with pytest.raises(ConfigError, match="nothing that a column can hold"):
        import_list("name;Land\nJane Zyrkova;ru\n", "list.csv", columns={"land": ["Land"]})


def test_a_list_with_entities_or_broken_xml_is_refused():
    for text in (UN.replace("<CONSOLIDATED", "<!DOCTYPE x><CONSOLIDATED", 1), UN[:-30]):
        with pytest.raises(ConfigError):
            import_list(text, "un.xml")


UN_AS_PUBLISHED = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-02-27T00:00:09.554Z">
<INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ANTON</FIRST_NAME><SECOND_NAME>VELMAR</SECOND_NAME>
<REFERENCE_NUMBER>KPi.001</REFERENCE_NUMBER><INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>WELMAR, Captain ANTONI</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY/></INDIVIDUAL_PLACE_OF_BIRTH><INDIVIDUAL_DOCUMENT/></INDIVIDUAL></INDIVIDUALS>
</CONSOLIDATED_LIST>"""


def test_un_aliases_with_the_family_name_first_and_dates_in_a_note_are_taken():
    (person,) = imported(UN_AS_PUBLISHED).actors
    assert [alias.text for alias in person.aliases] == ["Captain ANTONI WELMAR"]
    assert person.facts.born == ("1973-11",)


EU_IN_PARTS = (
    "fileGenerationDate;Entity_LogicalId;Entity_SubjectType;Entity_SubjectType_ClassificationCode;"
    "NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;BirthDate_BirthDate;BirthDate_Year\n"
    "1;13;;person;Zyrkova;Jane;Quince;;1937-XX-XX;1937\n"
)
EU_XML_IN_PARTS = """<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity logicalId="13">
<subjectType code="person"/><nameAlias firstName="Jane" middleName="Quince" lastName="Zyrkova" wholeName=""/>
<birthdate circa="false" birthdate="1937-XX-XX" year="1937"/></sanctionEntity></export>"""


@pytest.mark.parametrize("text", [EU_IN_PARTS, EU_XML_IN_PARTS], ids=["csv", "xml"])
def test_eu_names_given_in_parts_only_and_days_known_in_part_are_taken(text):
    (person,) = imported(text).actors
    assert (person.name, person.type, person.facts.born) == ("Jane Quince Zyrkova", "person", ("1937",))


def test_what_ofac_and_the_uk_say_of_mail_addresses_and_ships_is_taken_or_counted():
    ofac = import_list(
        '7,"SEA LARK","vessel","CUBA",-0- ,"CL2685","Tug",-0- ,"212","Cuba","Samir S.A.",-0- \n'
        '8,"VELMAR, Anton","individual","CYBER2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
        '"Email Address anton@velmar.example; alt. Email Address av@velmar.example; Gender Male; '
        'Website https://www.Velmar.example/; alt. Website chat.example/velmar."\n',
        "sdn.csv",
    )
    assert [one["value"] for one in ofac.rows[1]["identifiers"]] == [
        "anton@velmar.example",
        "av@velmar.example",
        "velmar.example",
    ]
    assert ofac.left_out["remark"] == 1, "a page of a site that others share"
    assert ofac.left_out["ship's particulars"] == 5
    uk = import_list(
        "Report Date: 13-Feb-2026\nLast Updated,Unique ID,Name 6,Name 1,Name type,Alias strength,Title,Regime Name,"
        "Designation Type,UK Statement of Reasons,Phone number,Website,Email address,Parent company\n"
        "12/01/2022,RUS1,VELMAR,Anton,Primary Name,,Dr,Russia,Individual,Why,1,www.velmar.example,a@velmar.example,Co\n"
        "12/01/2022,RUS1,WELMAR,Anton,Alias,,Dr,Russia,Individual,Why,+1,chat.example/velmar,a@velmar.example,Co\n",
        "uk.csv",
    )
    assert [one["value"] for one in uk.rows[0]["identifiers"]] == ["a@velmar.example", "velmar.example"]
    assert set(uk.left_out) == {"comment", "phone number", "website", "title", "owner or parent"}
