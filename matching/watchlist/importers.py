"""Published lists converted to actors: OpenSanctions, FollowTheMoney, OFAC, or any CSV with a column of names.

Formats, as published: OpenSanctions `targets.simple.csv` (several values in a cell are separated by semicolons);
FollowTheMoney entities as JSON lines (`schema` and `properties`); OFAC `sdn.csv` (no header, `-0-` for empty, names
as `FAMILY, Given`). What a watchlist would refuse, such as an alias of one common word, is left out and counted.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.errors import ConfigError, Problem
from matching.tables.common_words import COMMON_WORDS
from matching.text.folding import fold_words
from matching.watchlist.identifiers import check_identifier
from matching.watchlist.model import Identifier

_TYPES = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "LegalEntity": "organisation",
    "PublicBody": "organisation",
    "Vessel": "vessel",
    "CryptoWallet": "asset",
    "Airplane": "asset",
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "asset",
    "-0-": "organisation",
}
"""Actor types by FollowTheMoney schema and OFAC type; other entities (addresses, passports) are left out."""

_IDENTIFIERS = {"imoNumber": "imo", "leiCode": "lei", "email": "email", "publicKey": "wallet"}
_MAX_NAMES = 60  # of one entity; more are mostly misspellings, which the matcher finds anyway

Row = dict[str, Any]


@dataclass(slots=True)
class ImportedList:
    """Actors as rows of a JSON-lines watchlist, and how many items were left out, by reason."""

    rows: list[Row] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def import_list(text: str, name: str) -> ImportedList:
    """The actors of a published list. Raises ConfigError if its format is unknown."""
    imported = ImportedList()
    seen: set[str] = set()
    try:
        for raw in _reader(text, name)(text, name):
            _add(raw, imported, seen)
    except csv.Error as error:
        raise ConfigError.of(Problem(name, f"malformed CSV: {error}")) from error
    return imported


def _add(raw: Row, imported: ImportedList, seen: set[str]) -> None:
    row = _clean(raw, imported.left_out)
    if row is None:
        return
    if row["id"] in seen:
        imported.left_out["duplicate id"] += 1
        return
    seen.add(row["id"])
    imported.rows.append(row)


def _reader(text: str, name: str) -> Callable[[str, str], Iterator[Row]]:
    """The reader for the text's format, recognised from its first line."""
    first = text.lstrip().split("\n", 1)[0]
    if first.startswith("{"):
        return _read_entities
    header = [cell.strip().lower() for cell in next(csv.reader([first]), [])]
    if {"schema", "name", "aliases"} <= set(header):
        return _read_simple
    if "name" in header:
        return _read_table
    if len(header) >= 12 and header[2] in _TYPES:
        return _read_sdn
    message = "has no known format"
    remedy = "targets.simple.csv, FollowTheMoney JSON lines, OFAC sdn.csv, or a CSV with a column `name`"
    raise ConfigError.of(Problem(name, message, 1, 1, remedy=remedy))


# ---------------------------------------------------------------- formats


def _read_simple(text: str, _: str) -> Iterator[Row]:
    """OpenSanctions' targets.simple.csv."""
    for cells in csv.DictReader(text.splitlines(keepends=True)):
        yield {
            "id": cells.get("id"),
            "name": cells.get("name"),
            "schema": cells.get("schema"),
            "names": _split(cells.get("aliases")),
            "identifiers": [("email", value) for value in _split(cells.get("emails"))],
            "tags": _split(cells.get("dataset")),
            "basis": cells.get("sanctions"),
        }


def _read_entities(text: str, name: str) -> Iterator[Row]:
    """FollowTheMoney entities, one a line."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
        except ValueError as error:
            raise ConfigError.of(Problem(name, f"is not JSON: {error}", number, 1)) from error
        if not isinstance(entity, dict):
            raise ConfigError.of(Problem(name, "is not an entity", number, 1, remedy="one JSON object a line"))
        properties: Mapping[str, Sequence[str]] = entity.get("properties") or {}
        names = [*properties.get("name", ()), *properties.get("alias", ())]
        yield {
            "id": entity.get("id"),
            "name": entity.get("caption") or next(iter(names), None),
            "schema": entity.get("schema"),
            "names": names,
            "weak": properties.get("weakAlias", ()),
            "identifiers": [(kind, value) for key, kind in _IDENTIFIERS.items() for value in properties.get(key, ())],
            "tags": entity.get("datasets") or [],
            "basis": next(iter(properties.get("program", ())), None),
        }


def _read_sdn(text: str, _: str) -> Iterator[Row]:
    """OFAC's sdn.csv: number, name, type, programme, and remarks in the last column."""
    for cells in csv.reader(text.splitlines(keepends=True)):
        if len(cells) < 12:
            continue
        number, name, kind, programme = (cell.strip() for cell in cells[:4])
        also = re.findall(r"a\.k\.a\. '([^']+)'", cells[11])
        yield {
            "id": f"ofac-{number}",
            "name": _given_first(name) if kind == "individual" else name,
            "schema": kind,
            "names": also,
            "identifiers": [("imo", digits) for digits in re.findall(r"IMO (\d{7})", cells[11])],
            "tags": ["ofac"],
            "basis": f"OFAC SDN, {programme}" if programme != "-0-" else "OFAC SDN",
        }


def _read_table(text: str, _: str) -> Iterator[Row]:
    """Any CSV with a column `name`, and optionally `id`, `type`, `aliases`, `tags`, `basis` and `source`."""
    for cells in csv.DictReader(text.splitlines(keepends=True)):
        row = {(key or "").strip().lower(): value for key, value in cells.items()}
        yield {
            "id": row.get("id"),
            "name": row.get("name"),
            "schema": {"": "Person", None: "Person"}.get(row.get("type"), row.get("type")),
            "names": _split(row.get("aliases")),
            "identifiers": [],
            "tags": _split(row.get("tags")),
            "basis": row.get("basis"),
            "source": row.get("source"),
        }


def _split(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def _given_first(name: str) -> str:
    """`KIM, Kwang Jin` as `Kwang Jin KIM`."""
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()


# ---------------------------------------------------------------- cleaning


def _clean(raw: Row, left_out: Counter[str]) -> Row | None:
    """The row of an actor, without what a watchlist would refuse; None for what is no actor or has no valid name."""
    schema = str(raw.get("schema"))
    kind = _TYPES.get(schema, schema if schema in _TYPES.values() else None)
    name = " ".join(str(raw.get("name") or "").split())
    if kind is None or _is_refused(name):
        left_out["not an actor" if kind is None else "name of one common word, or of none"] += 1
        return None
    row: Row = {"id": _valid_id(raw.get("id") or name), "name": name[:300], "type": kind}
    row |= _other_names(raw, name, left_out)
    row["identifiers"] = [
        {"kind": what, "value": value} for what, value in raw["identifiers"] if _is_valid(what, value)
    ]
    if wrong := len(raw["identifiers"]) - len(row["identifiers"]):
        left_out["identifier with a wrong check digit"] += wrong
    row |= {"tags": raw["tags"], "basis": raw.get("basis"), "source": raw.get("source")}
    return {key: value for key, value in row.items() if value}


def _other_names(raw: Row, name: str, left_out: Counter[str]) -> Row:
    """The aliases and native names, each once; an alias of a single word is weak."""
    seen = {fold_words(name)}
    aliases: list[Row | str] = []
    native: list[str] = []
    for text, weak in (*((one, False) for one in raw["names"]), *((one, True) for one in raw.get("weak", ()))):
        words = fold_words(text)
        if words in seen:
            continue
        seen.add(words)
        if _is_refused(text) or len(seen) > _MAX_NAMES:
            left_out["alias of one common word, or one of too many"] += 1
        elif not text[:1].isascii() and not any(character.isascii() and character.isalpha() for character in text):
            native.append(text[:300])
        else:
            aliases.append({"text": text[:300], "weak": True} if weak or len(words) == 1 else text[:300])
    return {"aliases": aliases, "native": native}


def _is_refused(text: str) -> bool:
    words = fold_words(text)
    return not words or (len(words) == 1 and words[0] in COMMON_WORDS)


def _is_valid(kind: str, value: str) -> bool:
    return check_identifier(Identifier(kind, value)) is None  # type: ignore[arg-type]  # the kinds of _IDENTIFIERS


def _valid_id(text: str) -> str:
    """A valid id made from the list's own id or from a name."""
    words = re.sub(r"[^A-Za-z0-9._:-]+", "-", text if text.isascii() else "-".join(fold_words(text))).strip("-.:_")
    return words[:100] or f"x{sum(map(ord, text))}"


def as_json_lines(rows: Iterable[Row]) -> str:
    """The rows as the text of a JSON-lines watchlist."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
