"""Published lists as they come in practice: other encodings and delimiters, rare elements, nested entities.

All names are invented. What a reader does not know of is counted, so that nothing is left out in silence.
"""

from __future__ import annotations

import json

import pytest

from core.config import parse_document, read_any_encoding
from core.errors import ConfigError
from matching.watchlist.importers import ImportedList, as_json_lines, import_list
from matching.watchlist.loading import parse_watchlist


def taken(text: str, name: str = "list", **options) -> ImportedList:
    """The list as imported; its rows are a valid watchlist."""
    found = import_list(text, name, **options)
    parse_watchlist([parse_document(as_json_lines(found.rows), "imported.jsonl")])
    return found


# ---------------------------------------------------------------- OFAC, advanced


def documented(parts: dict[str, str], status: int = 1, script: int = 215) -> str:
    values = "".join(
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{group}" ScriptID="{script}" Acronym="false">{text}'
        "</NamePartValue></DocumentedNamePart>"
        for group, text in parts.items()
    )
    return f'<DocumentedName ID="1" DocNameStatusID="{status}">{values}</DocumentedName>'


REFERENCES = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://sanctionslist.example/exports/ADVANCED_XML"><DateOfIssue CalendarTypeID="1"><Year>2026</Year>
<Month>11</Month><Day>1</Day></DateOfIssue><ReferenceValueSets>
<AreaCodeValues><AreaCode ID="7" CountryID="11088" Description="North Korea" AreaCodeTypeID="1">KP</AreaCode>
</AreaCodeValues><CountryValues><Country ID="11088" ISO2="KP">Korea, North</Country></CountryValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="10">Nationality Country</FeatureType>
<FeatureType ID="21">Email Address</FeatureType><FeatureType ID="3">VESSEL TYPE</FeatureType>
<FeatureType ID="345">Digital Currency Address - ETH</FeatureType></FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType>
<IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
<NamePartType ID="91709">Matronymic</NamePartType><NamePartType ID="1525">Entity Name</NamePartType>
<NamePartType ID="1526">Vessel Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
<PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
<PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues>
<PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType>
</PartyTypeValues></ReferenceValueSets>
<Locations><Location ID="5"><LocationAreaCode AreaCodeID="7"/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1626" IdentityID="9"><IDRegistrationNo>IMO 9074729
</IDRegistrationNo></IDRegDocument><IDRegDocument ID="2" IDRegDocTypeID="1571" IdentityID="1"><IDRegistrationNo>P 1
</IDRegistrationNo></IDRegDocument></IDRegDocuments><DistinctParties>"""


def party(number: int, subtype: int, aliases: str, groups: dict[str, int], features: str = "") -> str:
    parts = "".join(
        f'<MasterNamePartGroup><NamePartGroup ID="{one}" NamePartTypeID="{kind}"/></MasterNamePartGroup>'
        for one, kind in groups.items()
    )
    return (
        f'<DistinctParty FixedRef="{number}"><Comment/><Profile ID="{number}" PartySubTypeID="{subtype}">'
        f'<Identity ID="{number}" Primary="true">{aliases}<NamePartGroups>{parts}</NamePartGroups></Identity>{features}'
        "</Profile></DistinctParty>"
    )


def alias(documented_names: str, *, primary: bool = False, weak: bool = False) -> str:
    flags = f'Primary="{str(primary).lower()}" LowQuality="{str(weak).lower()}"'
    return f'<Alias FixedRef="1" AliasTypeID="1400" {flags}>{documented_names}</Alias>'


FEATURES = (
    '<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod CalendarTypeID="1"><Start Approximate="true"><From>'
    "<Year>1961</Year><Month>1</Month><Day>1</Day></From></Start><End><To><Year>1961</Year><Month>12</Month><Day>31</Day></To>"
    '</End></DatePeriod></FeatureVersion></Feature><Feature FeatureTypeID="10"><FeatureVersion><VersionLocation '
    'LocationID="5"/></FeatureVersion></Feature><Feature FeatureTypeID="21"><FeatureVersion><VersionDetail>'
    "rijun@velmar.example</VersionDetail></FeatureVersion></Feature>"
    '<Feature FeatureTypeID="345"><FeatureVersion><VersionDetail>0x8589427373D6D84E98730D7795D8f6f8731FDA16'
    "</VersionDetail></FeatureVersion></Feature>"
)
ADVANCED = (
    REFERENCES
    + party(
        1,
        4,
        alias(documented({"1": "리", "2": "준혁"}, 2, 150) + documented({"1": "RI", "2": "Jun Hyok"}), primary=True)
        + alias(documented({"1": "LEE", "2": "Joon"}), weak=True),
        {"1": 1520, "2": 1521},
        FEATURES,
    )
    + party(2, 3, alias(documented({"3": "VELMAR SHIPPING CO"}), primary=True), {"3": 1525})
    + party(3, 4, alias(documented({"4": "QUINTALBA", "5": "MOREDAS", "6": "Evaristo"}), primary=True),
            {"4": 1520, "5": 91709, "6": 1521})
    + party(9, 1, alias(documented({"7": "SILVER KESTREL"}), primary=True), {"7": 1526},
            '<Feature FeatureTypeID="3"><FeatureVersion><VersionDetail>Tug</VersionDetail></FeatureVersion></Feature>')
    + "</DistinctParties></Sanctions>"
)  # fmt: skip


def test_ofac_advanced_has_scripts_approximate_dates_areas_and_ships():
    found = taken(ADVANCED)
    person, company, spaniard, ship = found.rows
    assert (person["name"], person["native"]) == ("Jun Hyok RI", ["리준혁"])
    assert person["aliases"] == [{"text": "Joon LEE", "weak": True}]
    assert person["facts"] == {"born": ["circa 1961"], "nationality": ["kp"]}
    assert {one["kind"] for one in person["identifiers"]} == {"email", "wallet"}
    assert (company["name"], company["type"]) == ("VELMAR SHIPPING CO", "organisation")
    assert spaniard["name"] == "Evaristo QUINTALBA MOREDAS", "the mother's family name is the last"
    assert (ship["type"], ship["identifiers"]) == ("vessel", [{"kind": "imo", "value": "9074729"}])
    assert found.left_out == {"document of identity": 1, "feature: VESSEL TYPE": 1}


def test_ofac_plain_has_mail_and_names_what_it_does_not_know():
    found = taken(
        '<?xml version="1.0"?><sdnList xmlns="https://example.org/SDN"><publshInformation><Publish_Date>11/01/2026'
        "</Publish_Date></publshInformation><sdnEntry><uid>7</uid><lastName>SEA LARK</lastName>"
        "<sdnType>Vessel</sdnType>"
        "<idList><id><uid>1</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9074729</idNumber>"
        "</id>"
        "<id><uid>2</uid><idType>Email Address</idType><idNumber>lark@velmar.example</idNumber></id>"
        "<id><uid>3</uid><idType>Website</idType><idNumber>www.velmar.example</idNumber></id></idList>"
        "<vesselInfo><callSign>CL2685</callSign><vesselType>Tug</vesselType></vesselInfo></sdnEntry></sdnList>"
    )
    assert [one["kind"] for one in found.rows[0]["identifiers"]] == ["imo", "email", "domain"]
    assert found.left_out == {"element callSign": 1, "element vesselType": 1}


# ---------------------------------------------------------------- UN, EU, UK


def test_un_has_several_dates_weak_aliases_and_titles():
    found = taken(
        "\ufeff<?xml version='1.0'?><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>Ri"
        "</FIRST_NAME><SECOND_NAME>Jun</SECOND_NAME><THIRD_NAME>Hyok</THIRD_NAME><REFERENCE_NUMBER>KPi.001"
        "</REFERENCE_NUMBER><TITLE><VALUE>Colonel</VALUE></TITLE><LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>"
        "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Tosha the Grey</ALIAS_NAME><DATE_OF_BIRTH>1960"
        "</DATE_OF_BIRTH></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960"
        "</FROM_YEAR><TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>"
        "APPROXIMATELY</TYPE_OF_DATE><YEAR>1958</YEAR></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>"
        "EXACT</TYPE_OF_DATE><DATE>1961-03-02</DATE></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_PLACE_OF_BIRTH><STATE_PROVINCE>"
        "Chagang</STATE_PROVINCE></INDIVIDUAL_PLACE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"
    )
    (row,) = found.rows
    assert row["facts"]["born"] == ["1960 to 1962", "circa 1958", "1961-03-02"]
    assert row["aliases"] == [{"text": "Tosha the Grey", "weak": True}]
    assert found.left_out == {"element VALUE": 1, "element DATE_OF_BIRTH": 1, "element STATE_PROVINCE": 1}


EU_HEADER = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_Remark;Entity_SubjectType;"
    "Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;NameAlias_LastName;NameAlias_FirstName;"
    "NameAlias_WholeName;NameAlias_Gender;NameAlias_Title;BirthDate_BirthDate;BirthDate_City;BirthDate_Place;Seal"
)
EU_ROW = '01/11/2026;13;EU.1;;P;person;PRK;Zyrkova;Jane;"Zyrkova; Jane";F;Dr;1970-04-18;;Harbour City;wax'


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_eu_rows_have_the_delimiter_with_which_they_were_saved_and_any_line_end(delimiter):
    header, row = EU_HEADER.replace(";", delimiter), EU_ROW.replace('"Zyrkova; Jane"', "Jane Zyrkova")
    found = taken(f"\ufeff{header}\r\n{row.replace(';', delimiter)}\r\n")
    assert (found.rows[0]["name"], found.rows[0]["facts"]["places"]) == ("Jane Zyrkova", ["Harbour City"])
    assert found.left_out == {"title": 1, "column 'Seal'": 1}


def test_eu_cells_in_quotes_hold_their_delimiter():
    assert taken(f"{EU_HEADER}\n{EU_ROW}\n").rows[0]["name"] == "Zyrkova; Jane"


def test_eu_elements_that_nobody_knows_are_counted():
    found = taken(
        '<?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity logicalId="13" '
        'designationDetails=""><subjectType code="enterprise"/><nameAlias wholeName="Velmar Shipping Co" title="" '
        'strong="true"><regulationSummary/></nameAlias><flag country="KP"/></sanctionEntity></export>'
    )
    assert found.left_out == {"element flag": 1}


UK_HEADER = (
    "Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name type,Alias strength,Designation Type,IMO number,"
    "Tonnage of ship"
)


def test_uk_ships_and_columns_that_nobody_knows_are_counted():
    row = "01/11/2026,RUS2,17,SILVER KESTREL,,Primary Name,,Ship,9074729,900"
    found = taken(f"Report Date: 28-Nov-2026\r\n{UK_HEADER}\r\n{row}\r\n")
    assert (found.rows[0]["type"], found.rows[0]["identifiers"][0]["value"]) == ("vessel", "9074729")
    assert found.left_out == {"column 'Tonnage of ship'": 1}
    semicolons = f"Report Date: 28-Nov-2026\n{UK_HEADER}\n1,RUS2,17,SILVER KESTREL,,Primary Name,,Ship,9074729,\n"
    assert taken(semicolons.replace(",", ";")).rows == found.rows


def test_uk_xml_has_mail_and_names_what_it_does_not_know():
    found = taken(
        '<?xml version="1.0" encoding="utf-8"?><Designations><DateGenerated>x</DateGenerated><Designation>'
        "<LastUpdated>x</LastUpdated><UniqueID>RUS3</UniqueID><Names><Name>"
        "<Name6>VELMAR SHIPPING CO</Name6><NameType>Primary Name"
        "</NameType></Name></Names><IndividualEntityShip>Entity</IndividualEntityShip><EmailAddresses><EmailAddress>"
        "a@velmar.example</EmailAddress></EmailAddresses><SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze>"
        "</SanctionsImposedIndicators><EntityDetails><Entity><TypeOfEntities><TypeOfEntity>Bank</TypeOfEntity>"
        "</TypeOfEntities></Entity></EntityDetails></Designation></Designations>"
    )
    assert found.rows[0]["identifiers"] == [{"kind": "email", "value": "a@velmar.example"}]
    assert found.left_out == {"element TypeOfEntity": 1}


# ---------------------------------------------------------------- OpenSanctions


def test_simple_targets_have_values_with_semicolons_and_signs_that_are_no_line_ends():
    header = "id,schema,name,aliases,birth_date,countries,identifiers,dataset,seal"
    found = taken(f'{header}\nNK-1,Company,Velmar\u2028 Shipping,"""Velmar; Sons"";Welmar Lines",,kp,,x,wax\n')
    (row,) = found.rows
    assert (row["name"], row["aliases"]) == ("Velmar Shipping", ["Velmar; Sons", "Welmar Lines"])
    assert found.left_out == {"country of an organisation": 1, "column 'seal'": 1}


def test_nested_entities_give_their_wallets_and_their_programme():
    entity = {
        "id": "p1", "schema": "Person", "caption": "Jane Zyrkova", "datasets": ["x"],
        "properties": {
            "name": ["Jane Zyrkova"], "previousName": ["Jane Velmar"], "abbreviation": ["JZ"], "callSign": ["x"],
            "cryptoWallets": [{"id": "w", "schema": "CryptoWallet", "properties": {
                "publicKey": ["0x8589427373D6D84E98730D7795D8f6f8731FDA16"]}}],
            "sanctions": [{"id": "s", "schema": "Sanction", "properties": {"program": ["DPRK3"]}}],
        },
    }  # fmt: skip
    found = taken(json.dumps(entity) + "\n" + '{"id": "a1", "schema": "Passport", "properties": {}}\n')
    (row,) = found.rows
    assert row["aliases"] == ["Jane Velmar", {"text": "JZ", "weak": True}]
    assert (row["identifiers"][0]["kind"], row["basis"]) == ("wallet", "DPRK3")
    assert found.left_out == {"property callSign": 1, "property sanctions": 1, "not an actor: Passport": 1}


def test_a_name_a_line():
    found = taken("\ufeffJane Zyrkova\r\nVelmar Shipping Ltd\n\nООО Полярная Волна\nThe\nJane Zyrkova\n", "names.txt")
    assert [(row["name"], row["type"]) for row in found.rows] == [
        ("Jane Zyrkova", "person"),
        ("Velmar Shipping Ltd", "organisation"),
        ("ООО Полярная Волна", "organisation"),
        ("Jane Zyrkova", "person"),
    ]
    assert found.left_out == {"name of one common word": 1}


# ---------------------------------------------------------------- any table


def test_a_table_has_the_usual_words_for_types_and_no_cell_is_lost():
    found = taken(
        "Name\tType\tAge\nJane Zyrkova\tIndividual\t39\nVelmar Lines\tCompany\t\tx\ty\nHarbour\tCountry\n", "list.tsv"
    )
    assert [row["type"] for row in found.rows] == ["person", "organisation"]
    assert found.left_out == {"column 'age'": 1, "cell beyond the header": 1, "not an actor: country": 1}


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("\ufeffname;born\nJürgen Kößler;1970\n".encode(), "utf-8"),
        ("name;born\nJürgen Kößler;1970\n".encode("cp1252"), "cp1252"),
        ("name\tborn\nJürgen Kößler\t1970\n".encode("utf-16"), "utf-16"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><sdnList/>ß'.encode("latin-1"), "ISO-8859-1"),
    ],
)
def test_a_list_is_read_in_the_encoding_in_which_it_was_saved(tmp_path, raw, encoding):
    path = tmp_path / "list"
    path.write_bytes(raw)
    text, found = read_any_encoding(path, max_bytes=1000)
    assert found == encoding
    if "xml" not in text:
        assert import_list(text, "list").rows[0]["name"] == "Jürgen Kößler"


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "list.csv"
    for raw in (b"name\n\x81\x8d", b'<?xml version="1.0" encoding="rot13"?>\x81', b'<?xml encoding="undefined"?>\x81'):
        path.write_bytes(raw)
        with pytest.raises(ConfigError, match="save it as UTF-8"):
            read_any_encoding(path, max_bytes=1000)
