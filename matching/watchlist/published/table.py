"""Any table of names: CSV with a header, whatever separates its cells and whatever its columns are called.

Without a column of types, a name with a legal form is an organisation's, every other one a person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from matching.names.legal_forms import has_legal_form
from matching.watchlist.published.cells import BEYOND, rows_of
from matching.watchlist.published.party import ListedParty, distinct

_COLUMNS = {
    "id": ("id",),
    "name": ("name", "full name", "fullname", "primary name"),
    "type": ("type", "kind", "schema"),
    "aliases": ("aliases", "alias", "aka"),
    "born": ("born", "dob", "birth_date", "date of birth"),
    "nationality": ("nationality", "nationalities", "citizenship"),
    "gender": ("gender", "sex"),
    "places": ("places", "place of birth"),
    "roles": ("roles", "role", "position", "title"),
    "imo": ("imo", "imo number"),
    "tags": ("tags", "tag"),
    "basis": ("basis",),
    "source": ("source",),
    "severity": ("severity",),
}
"""What the columns may be called, by what they hold."""

COLUMN_NAMES = tuple(_COLUMNS)
_KINDS = {
    "individual": "person",
    "entity": "organisation",
    "organization": "organisation",
    "company": "organisation",
    "ship": "vessel",
    "aircraft": "asset",
}
"""What other tables call the types of actors."""
_SEVERITIES = ("high", "medium", "low")
_LISTS = ("aliases", "born", "nationality", "places", "roles", "imo", "tags")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = 12


ColumnMap = Mapping[str, Sequence[str]]
"""Which columns hold what, several where one thing is in several: `{"name": ["Full name"]}`."""


def recognises(header: Sequence[str], columns: ColumnMap) -> bool:
    """True if the header, in small letters, has a column of names, one of `columns` or one that is called so."""
    return any(one.strip().lower() in header for one in columns.get("name", _COLUMNS["name"]))


def read(text: str, columns: ColumnMap) -> Iterator[ListedParty]:
    """The actors of a table; `columns` says which of its columns hold what, where the names do not."""
    mapped = {what: tuple(one.strip().lower() for one in some) for what, some in columns.items()}
    names = {what: mapped.get(what, usual) for what, usual in _COLUMNS.items()}
    for cells in rows_of(text):
        row = {column.lower(): value for column, value in cells.items()}
        if "name" not in mapped:
            names["name"] = tuple(one for one in _COLUMNS["name"] if row.get(one, "").strip())[:1]
        yield _party(row, names)


def _party(row: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> ListedParty:
    found = {what: _cell(what, [row[one].strip() for one in some if row.get(one)]) for what, some in names.items()}
    used = {one for usual in names.values() for one in usual}
    severity = found["severity"].lower()
    return ListedParty(
        party_id=found["id"],
        name=found["name"],
        kind=_KINDS.get(found["type"].lower(), found["type"].lower()) or _kind_of(found["name"]),
        names=_split(found["aliases"]),
        identifiers=tuple(("imo", one) for one in _split(found["imo"])),
        born=distinct(date for one in _split(found["born"]) for date in _readings(one)),
        nationality=_split(found["nationality"]),
        gender=found["gender"] or None,
        places=_split(found["places"]),
        roles=_split(found["roles"]),
        tags=_split(found["tags"]),
        basis=found["basis"] or None,
        source=found["source"] or None,
        severity=severity if severity in _SEVERITIES else None,
        dropped=(
            *(one if one == BEYOND else f"column {one!r}" for one, value in row.items() if value and one not in used),
            *(["severity that is none of high, medium, low"] if severity and severity not in _SEVERITIES else []),
        ),
    )


def _cell(what: str, values: Sequence[str]) -> str:
    """What one or several columns say: a name is in its parts, of a list all are taken, of anything else the first."""
    if what == "name":
        return " ".join(values)
    return ";".join(values) if what in _LISTS else next(iter(values), "")


def _readings(date: str) -> tuple[str, ...]:
    """The day-first forms of a date with slashes, which some countries write with the month first."""
    found = _SLASHES.fullmatch(date)
    if not found:
        return (date,)
    first, second, year = found.groups()
    month_first = f"{second}/{first}/{year}"
    if int(second) > _MONTHS:
        return (month_first,)
    return (date, month_first) if 0 < int(first) <= _MONTHS else (date,)


def _kind_of(name: str) -> str:
    return "organisation" if has_legal_form(name) else "person"


def _split(cell: str) -> tuple[str, ...]:
    return distinct(cell.split(";"))
