"""OpenSanctions' `targets.simple.csv`, and FollowTheMoney entities as JSON lines.

In the CSV, several values in a cell are separated by semicolons. The entities have `id`, `schema` and `properties`. A
wallet is an identifier of its holder; one without a holder on the list is an asset.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.errors import ConfigError, Problem
from matching.watchlist.published.cells import rows_of, unread_columns
from matching.watchlist.published.party import ListedParty, distinct

_KINDS = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "LegalEntity": "organisation",
    "PublicBody": "organisation",
    "Vessel": "vessel",
    "CryptoWallet": "asset",
    "Airplane": "asset",
    "Vehicle": "asset",
}
"""Types of actors by schema; other entities (addresses, passports, sanctions) are none."""

_IDENTIFIERS = {"imoNumber": "imo", "leiCode": "lei", "email": "email", "publicKey": "wallet"}
_USED = {
    *_IDENTIFIERS,
    *("name", "alias", "weakAlias", "birthDate", "nationality", "citizenship", "country", "gender", "birthPlace"),
    *("position", "program", "sourceUrl", "topics", "holder", "currency", "firstName", "lastName", "middleName"),
    *("previousName", "abbreviation", "cryptoWallets"),
}
_COLUMNS = re.compile(
    "id|schema|name|aliases|birth_date|countries|addresses|identifiers|sanctions|phones|emails|dataset|program_ids"
    "|first_seen|last_seen|last_change"
)
_IMO = re.compile(r"(?:IMO)?[ -]?(\d{7})")
_LEI = re.compile(r"[A-Z0-9]{18}\d{2}")


def recognises_simple(header: Sequence[str]) -> bool:
    """True if the header, in small letters, is that of simple targets."""
    return {"schema", "name", "aliases"} <= set(header)


def recognises_entities(start: str) -> bool:
    """True if the list begins like this."""
    return start.startswith("{")


def read_simple(text: str, _: str) -> Iterator[ListedParty]:
    """The entities of targets.simple.csv."""
    for cells in rows_of(text):
        row = {key: _values_in(value) for key, value in cells.items()}
        numbers = [(one, _searched(one)) for one in row.get("identifiers", ())]
        yield ListedParty(
            party_id=cells.get("id") or "",
            name=cells.get("name") or "",
            kind=_KINDS.get(cells.get("schema") or "", cells.get("schema") or ""),
            names=tuple(row.get("aliases", ())),
            identifiers=(
                *(("email", value) for value in row.get("emails", ())),
                *(found for _, found in numbers if found),
            ),
            born=tuple(row.get("birth_date", ())),
            nationality=tuple(row.get("countries", ())) if cells.get("schema") == "Person" else (),
            tags=tuple(row.get("dataset", ())),
            basis=cells.get("sanctions"),
            dropped=(
                *("identifier of a kind that is not searched for" for _, found in numbers if not found),
                *("address" for _ in row.get("addresses", ())),
                *("telephone number" for _ in row.get("phones", ())),
                *("country of an organisation" for _ in row.get("countries", ()) if cells.get("schema") != "Person"),
                *unread_columns([cells], _COLUMNS),
            ),
        )


def _values_in(cell: str) -> list[str]:
    """The values of a cell; one with a semicolon of its own is in quotes."""
    return [part.strip() for part in next(csv.reader([" ".join(cell.split())], delimiter=";"), ()) if part.strip()]


def _searched(identifier: str) -> tuple[str, str] | None:
    if found := _IMO.fullmatch(identifier):
        return "imo", found[1]
    return ("lei", identifier) if _LEI.fullmatch(identifier) else None


def read_entities(text: str, name: str) -> Iterator[ListedParty]:
    """The entities of JSON lines. Raises ConfigError for a line that holds none."""
    entities = list(_entities(text, name))
    listed = {str(entity.get("id")) for entity in entities}
    wallets: dict[str, list[str]] = defaultdict(list)
    for entity in entities:
        if entity.get("schema") == "CryptoWallet":
            for holder in _values(entity, "holder"):
                wallets[holder] += _values(entity, "publicKey")
    for entity in entities:
        if entity.get("schema") == "CryptoWallet" and listed & set(_values(entity, "holder")):
            continue  # it is an identifier of its holder
        yield _party(entity, wallets.get(str(entity.get("id")), ()))


def _entities(text: str, name: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ConfigError.of(Problem(name, f"is not JSON: {error}", number, 1)) from error
        if not _is_entity(entity):
            remedy = "one JSON object a line, whose properties are lists"
            raise ConfigError.of(Problem(name, "is not an entity", number, 1, remedy=remedy))
        yield entity


def _is_entity(found: object) -> bool:
    if not isinstance(found, dict):
        return False
    properties = found.get("properties") or {}
    if not isinstance(properties, dict):
        return False
    return all(one is None or isinstance(one, list) for one in (*properties.values(), found.get("datasets")))


def _values(entity: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """The values of these properties; nested entities count by their id."""
    properties = entity.get("properties") or {}
    found = (value for key in keys for value in properties.get(key) or ())
    return distinct(str(value.get("id")) if isinstance(value, dict) else str(value) for value in found)


def _nested(entity: Mapping[str, Any], schema: str) -> list[Mapping[str, Any]]:
    """The entities of this schema that are within another, as in `targets.nested.json`."""
    properties = entity.get("properties") or {}
    found = (one for values in properties.values() for one in values or () if isinstance(one, dict))
    return [one for one in found if one.get("schema") == schema and _is_entity(one)]


def _party(entity: Mapping[str, Any], wallets: Sequence[str]) -> ListedParty:
    names, is_person = _values(entity, "name", "alias", "previousName"), entity.get("schema") == "Person"
    properties, schema = entity.get("properties") or {}, str(entity.get("schema") or "")
    return ListedParty(
        party_id=str(entity.get("id") or ""),
        name=str(entity.get("caption") or next(iter(names), "")),
        kind=_KINDS.get(schema, schema),
        names=names,
        weak=_values(entity, "weakAlias", "abbreviation"),
        identifiers=(
            *((kind, value) for key, kind in _IDENTIFIERS.items() for value in _values(entity, key)),
            *(("wallet", one) for one in wallets),
            *(("wallet", one) for each in _nested(entity, "CryptoWallet") for one in _values(each, "publicKey")),
        ),
        born=_values(entity, "birthDate"),
        nationality=_values(entity, "nationality", "citizenship") if is_person else (),
        gender=next(iter(_values(entity, "gender")), None),
        places=_values(entity, "birthPlace") if is_person else (),
        roles=_values(entity, "position") if is_person else (),
        tags=tuple(map(str, entity.get("datasets") or ())),
        basis=next((one for each in (entity, *_nested(entity, "Sanction")) for one in _values(each, "program")), None),
        source=next(iter(_values(entity, "sourceUrl")), None),
        dropped=tuple(f"property {key}" for key, found in properties.items() if key not in _USED for _ in found or ()),
    )
