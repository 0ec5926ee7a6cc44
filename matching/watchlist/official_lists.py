"""The consolidated sanctions lists of the UN (XML), the EU (CSV) and the UK (CSV), as rows for the importer.

Sources of the formats: scsanctions.un.org `consolidated.xml`; webgate.ec.europa.eu `csvFullSanctionsList` (separated by
semicolons, a row a name); OFSI's `ConList.csv` (a line with the date, then a row a name, grouped by `Group ID`).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from core.errors import ConfigError, Problem

Row = dict[str, Any]
_GIVEN_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def reader_of(text: str) -> Callable[[str, str], Iterator[Row]] | None:
    """The reader of the list, recognised from its beginning; None if it is none of the three."""
    start = text[:4000].lstrip("\ufeff \r\n")
    if "<CONSOLIDATED_LIST" in start:
        return _read_un
    first, _, rest = start.partition("\n")
    if "NameAlias_WholeName" in first:
        return _read_eu
    if first.startswith("Last Updated") and "Group ID" in rest.partition("\n")[0]:
        return _read_uk
    return None


def _read_un(text: str, name: str) -> Iterator[Row]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:  # the list has none, and entities can expand without limit
        raise ConfigError.of(Problem(name, "declares entities, which the UN's list does not"))
    try:
        root = ET.fromstring(text.encode())  # noqa: S314 - entities are refused above
    except ET.ParseError as error:
        raise ConfigError.of(Problem(name, f"malformed XML: {error}", *error.position)) from error
    for tag, kind in (("INDIVIDUAL", "person"), ("ENTITY", "organisation")):
        for one in root.iter(tag):
            aliases = [
                (_text(alias, "ALIAS_NAME"), _text(alias, "QUALITY").lower()) for alias in one.iter(f"{tag}_ALIAS")
            ]
            yield {
                "id": f"un-{_text(one, 'REFERENCE_NUMBER') or _text(one, 'DATAID')}",
                "name": " ".join(filter(None, (_text(one, part) for part in _GIVEN_NAMES))),
                "schema": kind,
                "names": [
                    *filter(None, [_text(one, "NAME_ORIGINAL_SCRIPT")]),
                    *(alias for alias, quality in aliases if alias and quality != "low"),
                ],
                "weak": [alias for alias, quality in aliases if alias and quality == "low"],
                "identifiers": [],
                "tags": ["un"],
                "basis": f"UN, {_text(one, 'UN_LIST_TYPE')}".rstrip(", "),
                "left_out": _named(one, {f"{tag}_DATE_OF_BIRTH": "birth dates", "NATIONALITY": "nationalities"}),
            }


def _text(element: ET.Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())


def _named(element: ET.Element, what: Mapping[str, str]) -> list[str]:
    return [f"{words} (kept by no field)" for tag, words in what.items() if element.find(tag) is not None]


def _read_eu(text: str, _: str) -> Iterator[Row]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in csv.DictReader(text.lstrip("\ufeff").splitlines(keepends=True), delimiter=";"):
        groups[row.get("Entity_LogicalId") or ""].append(row)
    for number, rows in groups.items():
        names = _distinct(row.get("NameAlias_WholeName") for row in rows)
        first = rows[0]
        person = (first.get("Entity_SubjectType") or "").strip().upper() in ("P", "PERSON")
        yield {
            "id": f"eu-{number}",
            "name": next(iter(names), None),
            "schema": "person" if person else "organisation",
            "names": names[1:],
            "identifiers": [],
            "tags": ["eu"],
            "basis": ", ".join(filter(None, ("EU", first.get("Entity_Regulation_Programme")))),
            "left_out": ["birth dates (kept by no field)"]
            if any(row.get("BirthDate_BirthDate") for row in rows)
            else [],
        }


def _read_uk(text: str, _: str) -> Iterator[Row]:
    lines = text.lstrip("\ufeff").splitlines(keepends=True)[1:]
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in csv.DictReader(lines):
        groups[row.get("Group ID") or ""].append(row)
    for number, rows in groups.items():
        rows.sort(key=lambda row: not (row.get("Alias Type") or "").lower().startswith("primary"))
        names = _distinct(map(_uk_name, rows))
        weak = [_uk_name(row) for row in rows[1:] if "low" in (row.get("Alias Quality") or "").lower()]
        yield {
            "id": f"uk-{number}",
            "name": next(iter(names), None),
            "schema": {"individual": "person", "ship": "vessel"}.get(
                (rows[0].get("Group Type") or "").strip().lower(), "organisation"
            ),
            "names": [
                *(one for one in names[1:] if one not in weak),
                *_distinct(row.get("Name Non-Latin Script") for row in rows),
            ],
            "weak": weak,
            "identifiers": [],
            "tags": ["uk"],
            "basis": ", ".join(filter(None, ("UK", rows[0].get("Regime")))),
            "left_out": _unused(rows, "DOB"),
        }


def _uk_name(row: Mapping[str, str | None]) -> str:
    """The given names 1 to 5, then the family name or the whole name, which is name 6."""
    parts = (row.get(f"Name {number}") or "" for number in (1, 2, 3, 4, 5, 6))
    return " ".join(part.strip() for part in parts if part.strip())


def _unused(rows: Iterable[Row], column: str) -> list[str]:
    return ["birth dates (kept by no field)"] if any(row.get(column) for row in rows) else []


def _distinct(values: Iterable[str | None]) -> Sequence[str]:
    return list(dict.fromkeys(" ".join(value.split()) for value in values if value and value.strip()))
