"""Any table of names: CSV with a header, whatever separates its cells and whatever its columns are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from matching.watchlist.published.cells import BEYOND, rows_of
from matching.watchlist.published.party import ListedParty, distinct

_COLUMNS = {
    "id": ("id",),
    "name": ("name",),
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


def recognises(header: Sequence[str], columns: Mapping[str, str]) -> bool:
    """True if the header, in small letters, has a column of names; `columns` says which one, as `read` takes it."""
    return columns.get("name", "name").strip().lower() in header


def read(text: str, columns: Mapping[str, str]) -> Iterator[ListedParty]:
    """The actors of a table; `columns` says which of its columns holds what, where the names do not."""
    mapped = {what: column.strip().lower() for what, column in columns.items()}
    names = {what: (mapped[what],) if what in mapped else usual for what, usual in _COLUMNS.items()}
    for cells in rows_of(text):
        yield _party({column.lower(): value for column, value in cells.items()}, names)


def _party(row: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> ListedParty:
    found = {what: next((row[one] for one in usual if row.get(one)), "").strip() for what, usual in names.items()}
    used = {one for usual in names.values() for one in usual}
    severity = found["severity"].lower()
    return ListedParty(
        party_id=found["id"],
        name=found["name"],
        kind=_KINDS.get(found["type"].lower(), found["type"].lower()) or "person",
        names=_split(found["aliases"]),
        identifiers=tuple(("imo", one) for one in _split(found["imo"])),
        born=_split(found["born"]),
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


def _split(cell: str) -> tuple[str, ...]:
    return distinct(cell.split(";"))
