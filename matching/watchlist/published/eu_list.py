"""The EU's consolidated list of financial sanctions, as CSV (separated by semicolons, a row a name) and as XML 1.1.

Source: webgate.ec.europa.eu, `csvFullSanctionsList` and `xmlFullSanctionsList`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from matching.watchlist.published.cells import Cells, rows_of, unread_columns
from matching.watchlist.published.party import ListedParty, basis_of, distinct, joined
from matching.watchlist.published.xml_text import elements

_GENDERS = {"M": "male", "F": "female"}
_ELEMENTS = frozenset(
    ("regulation", "subjectType", "nameAlias", "citizenship", "birthdate", "address", "identification", "remark")
)
_KNOWN = re.compile(
    r"fileGenerationDate|(?:Entity|NameAlias|Address|BirthDate|Identification|Citizenship)_.*|.*(?:LogicalId|Regulation).*",
    re.IGNORECASE,
)
"""The columns that are read, or belong to what is counted, or are about the entry in the list."""


def recognises_csv(start: str) -> bool:
    """True if the list begins like this."""
    return "NameAlias_WholeName" in start.partition("\n")[0]


def recognises_xml(start: str) -> bool:
    """True if the list begins like this."""
    return "<export" in start and "/fsd/export" in start


def read_csv(text: str, _: str) -> Iterator[ListedParty]:
    """The people and organisations of the CSV list."""
    groups: dict[str, list[Cells]] = defaultdict(list)
    for row in rows_of(text):
        groups[row.get("Entity_LogicalId") or ""].append(row)
    for number, rows in groups.items():
        yield _of_rows(number, rows)


def _of_rows(number: str, rows: Sequence[Cells]) -> ListedParty:
    def values(column: str) -> tuple[str, ...]:
        return distinct(row.get(column) for row in rows)

    names = distinct(map(_name_in_row, rows))
    kind = next(iter(values("Entity_SubjectType") or values("Entity_SubjectType_ClassificationCode")), "").upper()
    return ListedParty(
        party_id=f"eu-{number}",
        name=next(iter(names), ""),
        kind="person" if kind in ("P", "PERSON") else "organisation",
        names=names[1:],
        born=distinct(map(_birth_in_row, rows)),
        nationality=values("Citizenship_CountryIso2Code") or values("Citizenship_CountryDescription"),
        gender=next((_GENDERS.get(one) for one in values("NameAlias_Gender")), None),
        places=distinct(row.get("BirthDate_City") or row.get("BirthDate_Place") for row in rows),
        roles=values("NameAlias_Function"),
        tags=("eu",),
        basis=basis_of("EU", rows[0].get("Entity_Regulation_Programme")),
        dropped=(
            *("address" for _ in values("Address_City")),
            *("document of identity" for _ in values("Identification_Number")),
            *("comment" for _ in values("Entity_Remark")),
            *("title" for _ in values("NameAlias_Title")),
            *("country of birth" for _ in values("BirthDate_CountryDescription")),
            *unread_columns(rows, _KNOWN),
        ),
    )


def _name_in_row(row: Cells) -> str:
    parts = (row.get(f"NameAlias_{part}Name") for part in ("First", "Middle", "Last"))
    return row.get("NameAlias_WholeName") or joined(*parts)


def _birth_in_row(row: Cells) -> str:
    day = _day(row.get("BirthDate_BirthDate"), row.get("BirthDate_Year"))
    return f"circa {day[:4]}" if day and (row.get("BirthDate_Circa") or "").lower() == "true" else day


def _day(day: str | None, year: str | None) -> str:
    """The day if the list knows it whole, else the year: 1937-XX-XX is 1937."""
    return day if day and "X" not in day.upper() else year or day or ""


def read_xml(text: str, name: str) -> Iterator[ListedParty]:
    """The people and organisations of the XML list. Raises ConfigError."""
    for one in elements(text, name, {"sanctionEntity"}):
        yield _of_element(one)


def _of_element(one: ET.Element) -> ListedParty:
    aliases = [(_name_of(alias), alias.get("strong") == "false") for alias in one.iter("nameAlias")]
    names = distinct(alias for alias, weak in aliases if not weak) or distinct(alias for alias, _ in aliases)
    kind = next((subject.get("code") for subject in one.iter("subjectType")), "")
    citizens = list(one.iter("citizenship"))
    return ListedParty(
        party_id=f"eu-{one.get('logicalId') or one.get('euReferenceNumber')}",
        name=next(iter(names), ""),
        kind="person" if kind == "person" else "organisation",
        names=names[1:],
        weak=tuple(alias for alias in distinct(alias for alias, weak in aliases if weak) if alias not in names),
        born=distinct(map(_birth_in_element, one.iter("birthdate"))),
        nationality=distinct(one.get("countryIso2Code") or one.get("countryDescription") for one in citizens),
        gender=next((_GENDERS.get(alias.get("gender") or "") for alias in one.iter("nameAlias")), None),
        places=distinct(birth.get("city") or birth.get("place") for birth in one.iter("birthdate")),
        roles=distinct(alias.get("function") for alias in one.iter("nameAlias")),
        tags=("eu",),
        basis=basis_of("EU", next((rule.get("programme") for rule in one.iter("regulation")), None)),
        dropped=(
            *("address" for _ in one.iter("address")),
            *("document of identity" for _ in one.iter("identification")),
            *("comment" for _ in one.iter("remark")),
            *("title" for alias in one.iter("nameAlias") if alias.get("title")),
            *("country of birth" for birth in one.iter("birthdate") if birth.get("countryDescription")),
            *(f"element {each.tag}" for each in one if each.tag not in _ELEMENTS),
        ),
    )


def _name_of(alias: ET.Element) -> str:
    return alias.get("wholeName") or joined(alias.get("firstName"), alias.get("middleName"), alias.get("lastName"))


def _birth_in_element(birth: ET.Element) -> str:
    first, last = birth.get("yearRangeFrom"), birth.get("yearRangeTo")
    if first and last:
        return f"{first} to {last}"
    day = _day(birth.get("birthdate"), birth.get("year"))
    return f"circa {day[:4]}" if day and birth.get("circa") == "true" else day
