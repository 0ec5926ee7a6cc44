"""Published lists converted to actors: OpenSanctions, FollowTheMoney, OFAC, or any CSV with a column of names.

Formats, as published: the consolidated lists of the UN, the EU and the UK (`official_lists.py`); OpenSanctions
`targets.simple.csv` (several values in a cell are separated by semicolons); FollowTheMoney entities as JSON lines
(`schema` and `properties`); OFAC `sdn.csv` (no header, `-0-` for empty, names as `FAMILY, Given`). What a watchlist
would refuse, such as an alias of one common word, is left out and counted.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from core.errors import ConfigError, Problem
from matching.tables.common_words import COMMON_WORDS
from matching.text.folding import fold_words
from matching.watchlist import official_lists
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
_UNUSED = ("birth_date", "countries", "addresses")  # columns of simple targets
_IMO = re.compile(r"(?:IMO)?[ -]?(\d{7})")
_CURRENCY_ADDRESS = re.compile(r"Digital Currency Address - [A-Z0-9]{2,6} ([A-Za-z0-9]{20,120})")
_MAX_NAMES = 60  # of one entity; more are mostly misspellings, which the matcher finds anyway

Row = dict[str, Any]


@dataclass(slots=True)
class ImportedList:
    """Actors as rows of a JSON-lines watchlist, and how many items were left out, by reason."""

    rows: list[Row] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def import_list(
    text: str, name: str, *, further: Mapping[str, str] | None = None, columns: Mapping[str, str] | None = None
) -> ImportedList:
    """The actors of a published list. Raises ConfigError if its format is unknown.

    `further` are texts of files that belong to it, by name in lower case: OFAC's `alt.csv`, with most aliases.
    `columns` says which column of a table holds what: `{"name": "Full name"}`.
    """
    imported = ImportedList()
    seen: set[str] = set()
    try:
        reader = _reader(text, name, columns or {})
        for raw in reader(text, name):
            if reader is _read_sdn:
                raw["names"] = [*raw["names"], *_ofac_aliases((further or {}).get("alt.csv", "")).get(raw["id"], ())]
            imported.left_out.update(raw.pop("left_out", ()))
            _add(raw, imported, seen)
        if reader is _read_sdn and "alt.csv" not in (further or {}):
            imported.left_out["alt.csv, which is not beside it: most aliases are there"] += 1
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


def _reader(text: str, name: str, columns: Mapping[str, str]) -> Callable[[str, str], Iterator[Row]]:
    """The reader for the text's format, recognised from its first lines."""
    first = next(iter(text.lstrip().splitlines()), "")
    if first.startswith("{"):
        return _read_entities
    if official := official_lists.reader_of(text):
        return official
    header = [cell.strip().lower() for cell in next(csv.reader([first], delimiter=delimiter_of(first)), [])]
    if {"schema", "name", "aliases"} <= set(header):
        return _read_simple
    if "name" in header or columns.get("name", "").lower() in header:
        return partial(_read_table, columns=columns)
    if len(header) >= 12 and header[2] in _TYPES:
        return _read_sdn
    message = "has no known format"
    remedy = (
        "the consolidated lists of the UN, the EU or the UK, targets.simple.csv, FollowTheMoney JSON lines, OFAC "
        "sdn.csv, or a CSV with a column `name` (else say which one: --map name=COLUMN)"
    )
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
            "identifiers": [
                *(("email", value) for value in _split(cells.get("emails"))),
                *(("imo", found[1]) for value in _split(cells.get("identifiers")) if (found := _IMO.fullmatch(value))),
            ],
            "left_out": [
                *(
                    f"{column} (kept by no field)"
                    for column in ("birth_date", "countries", "addresses")
                    if cells.get(column)
                ),
                *(
                    "identifier of a kind that is not searched for"
                    for value in _split(cells.get("identifiers"))
                    if not _IMO.fullmatch(value)
                ),
            ],
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
        weak = re.findall(r"a\.k\.a\. '([^']+)'", cells[11])  # the remarks hold the weak aliases, alt.csv the others
        programmes = ", ".join(re.split(r"\]\s*\[", programme.strip("[]")))
        yield {
            "id": f"ofac-{number}",
            "name": _given_first(name) if kind == "individual" else name,
            "schema": kind,
            "names": [],
            "weak": weak,
            "identifiers": [
                *(("imo", digits) for digits in re.findall(r"IMO (\d{7})", cells[11])),
                *(("wallet", address) for address in _CURRENCY_ADDRESS.findall(cells[11])),
            ],
            "tags": ["ofac"],
            "basis": f"OFAC SDN, {programmes}" if programme != "-0-" else "OFAC SDN",
        }


def _ofac_aliases(text: str) -> Mapping[str, list[str]]:
    """The aliases of OFAC's alt.csv (number, alias number, kind, name, remarks), by the id of the actor."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for cells in csv.reader(text.splitlines(keepends=True)):
        if len(cells) >= 4:
            aliases[f"ofac-{cells[0].strip()}"].append(_given_first(cells[3].strip()))
    return aliases


_TABLE = {
    "id": ("id",),
    "name": ("name",),
    "type": ("type",),
    "aliases": ("aliases", "alias", "aka"),
    "tags": ("tags", "tag"),
    "basis": ("basis",),
    "source": ("source",),
    "severity": ("severity",),
}
"""What a table's columns may be called."""


def _read_table(text: str, _: str, *, columns: Mapping[str, str]) -> Iterator[Row]:
    """Any CSV with a column `name`, separated by commas, semicolons, tabs or bars; see `_TABLE` for the others."""
    delimiter = delimiter_of(text.lstrip().split("\n", 1)[0])
    mapped = {what.lower(): column.strip().lower() for what, column in columns.items()}
    for cells in csv.DictReader(text.lstrip().splitlines(keepends=True), delimiter=delimiter):
        row = {(key or "").strip().lower(): value for key, value in cells.items() if isinstance(value, str)}
        known = {what: [mapped[what]] if what in mapped else names for what, names in _TABLE.items()}
        found = {what: next((row[one] for one in names if row.get(one)), None) for what, names in known.items()}
        taken = {one for names in known.values() for one in names}
        yield {
            "id": found["id"],
            "name": found["name"],
            "schema": found["type"] or "Person",
            "names": _split(found["aliases"]),
            "identifiers": [],
            "tags": _split(found["tags"]),
            "basis": found["basis"],
            "source": found["source"],
            "severity": _SEVERITIES.get((found["severity"] or "").strip().lower()),
            "left_out": [f"column {one!r}" for one, value in row.items() if value and one not in taken],
        }


_SEVERITIES = {one: one for one in ("high", "medium", "low")}


def delimiter_of(header: str) -> str:
    """What separates the cells of a table's header: the most frequent of comma, semicolon, tab and bar."""
    return max(",;\t|", key=header.count)


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
    row["severity"] = raw.get("severity")
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
