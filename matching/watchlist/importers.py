"""Published lists converted to actors. What an entry cannot hold, or a watchlist would refuse, is counted and named.

The formats are in `published/`: the consolidated lists of the UN, the EU and the UK, OFAC's in three formats,
OpenSanctions' in two, and any table of names.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.errors import ConfigError, Problem
from matching.tables.common_words import COMMON_WORDS
from matching.text.folding import fold_words
from matching.watchlist.identifiers import check_identifier
from matching.watchlist.model import Identifier
from matching.watchlist.published import eu_list, names, ofac_csv, ofac_xml, opensanctions, table, uk_list, un_list
from matching.watchlist.published.cells import delimiter_of
from matching.watchlist.published.known_facts import facts_of
from matching.watchlist.published.party import ListedParty

Row = dict[str, Any]

FURTHER_FILES = (ofac_csv.ALIASES, ofac_csv.ADDRESSES)
"""Files that belong to OFAC's sdn.csv and are beside it, by their names in small letters."""

_KINDS = ("person", "organisation", "vessel", "asset")
_MAX_NAMES = 60  # of one entity; more are mostly misspellings, which the matcher finds anyway
_START = 4000  # characters by which a format is known
_LEAST_COLUMNS = 2  # of what may be a table


@dataclass(slots=True)
class ImportedList:
    """Actors as rows of a JSON-lines watchlist, and how many items of what kind were taken, noted and left out.

    `noted` is what is kept in a field that people read and matching does not.
    """

    rows: list[Row] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)
    noted: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)


def import_list(
    text: str, name: str, *, further: Mapping[str, str] | None = None, columns: table.ColumnMap | None = None
) -> ImportedList:
    """The actors of a published list. Raises ConfigError if its format is unknown.

    `further` are texts of files that belong to it, by name in small letters. `columns` says which columns of a table
    hold what: `{"name": ["Given name", "Family name"]}`.
    """
    imported = ImportedList()
    beside = further or {}
    ids: set[str] = set()
    try:
        for party in _parties(text, name, beside, columns or {}):
            _add(party, imported, ids)
    except csv.Error as error:
        raise ConfigError.of(Problem(name, f"malformed CSV: {error}")) from error
    if ofac_csv.recognises(text[:_START]):
        for missing in (one for one in FURTHER_FILES if one not in beside):
            imported.left_out[f"{missing}, which is not beside it: {_HOLDS[missing]}"] += 1
        imported.left_out[_STRAY] += ofac_csv.stray_aliases(text, beside)
    imported.left_out = +imported.left_out
    return imported


_STRAY = f"alias in {ofac_csv.ALIASES} of an entry that is not in the list: take both files of one day"
_HOLDS = {ofac_csv.ALIASES: "most aliases are there", ofac_csv.ADDRESSES: "the places are there"}


def _parties(text: str, name: str, further: Mapping[str, str], columns: table.ColumnMap) -> Iterator[ListedParty]:
    """The entries of the list, read as its beginning says."""
    start = text[:_START].lstrip("\ufeff \r\n")
    for recognises, read in (
        (opensanctions.recognises_entities, opensanctions.read_entities),
        (un_list.recognises, un_list.read),
        (eu_list.recognises_csv, eu_list.read_csv),
        (eu_list.recognises_xml, eu_list.read_xml),
        (uk_list.recognises_csv, uk_list.read_csv),
        (uk_list.recognises_xml, uk_list.read_xml),
        (ofac_xml.recognises_plain, ofac_xml.read_plain),
        (ofac_xml.recognises_advanced, ofac_xml.read_advanced),
    ):
        if recognises(start):
            return read(text.lstrip("\ufeff"), name)
    if names.recognises(name):
        return names.read(text)
    first = start.partition("\n")[0].rstrip("\r")
    try:
        cells = next(csv.reader([first], delimiter=delimiter_of(first)), [])
    except csv.Error:
        cells = []
    header = [cell.strip().lower() for cell in cells]
    if opensanctions.recognises_simple(header):
        return opensanctions.read_simple(text.lstrip("\ufeff"), name)
    _check_columns(columns, header, name)
    if table.recognises(header, columns):
        return table.read(text.lstrip("\ufeff"), columns)
    if first and ofac_csv.recognises(start):
        return ofac_csv.read(text, further)
    remedy = (
        "the lists of the UN, the EU, the UK or OFAC, OpenSanctions' targets.simple.csv, names.txt or FollowTheMoney "
        f"JSON lines, or a CSV with a column `name`{_which_column(cells)}"
    )
    raise ConfigError.of(Problem(name, "has no known format", 1, 1, remedy=remedy))


def _which_column(cells: Sequence[str]) -> str:
    """How to say which column has the names, with the columns that there are."""
    if len(cells) < _LEAST_COLUMNS:
        return ""
    return (
        f"; this one has the columns {', '.join(cell.strip() for cell in cells)}: say which one with --map name=COLUMN"
    )


def _check_columns(columns: table.ColumnMap, header: Sequence[str], name: str) -> None:
    """Raises ConfigError for a mapped column that the table does not have, or that is to hold nothing known."""
    for what, column in ((what, one) for what, some in columns.items() for one in some):
        if what not in table.COLUMN_NAMES:
            known = ", ".join(table.COLUMN_NAMES)
            raise ConfigError.of(
                Problem("--map", f"{what} is nothing that a column can hold", remedy=f"one of {known}")
            )
        if column.strip().lower() not in header:
            raise ConfigError.of(Problem(name, f"has no column {column!r}", 1, 1, remedy=f"it has {', '.join(header)}"))


# ---------------------------------------------------------------- cleaning


def _add(party: ListedParty, imported: ImportedList, ids: set[str]) -> None:
    """Adds the row of an actor, and counts what became of what the list says of it."""
    name = " ".join(party.name.split())
    if party.kind not in _KINDS or _is_refused(name):
        other = f"not an actor: {party.kind[:40]}" if party.kind else "not an actor"
        refused = "name of one common word" if name else "entry without a name"
        imported.left_out[refused if party.kind in _KINDS else other] += 1
        return
    row_id = _free_id(party, name, ids)
    if row_id is None:
        imported.left_out["entry that the list has twice"] += 1
        return
    ids.add(row_id)
    row: Row = {"id": row_id, "name": name[:300], "type": party.kind} | _other_names(party, name, imported.left_out)
    row["identifiers"] = _identifiers(party, imported.left_out)
    row |= {"tags": list(party.tags), "basis": party.basis, "source": party.source, "severity": party.severity}
    row["facts"] = facts_of(party, imported.left_out)
    row = {key: value for key, value in row.items() if value}
    imported.left_out.update(party.dropped)
    imported.taken.update(_taken(row))
    imported.noted.update(what for key, what in (("basis", "programme"), ("source", "source")) if row.get(key))
    imported.rows.append(row)


def _taken(row: Row) -> Iterator[str]:
    """What the row holds and matching uses, an item each."""
    yield {"person": "person", "vessel": "vessel", "asset": "asset"}.get(row["type"], "organisation")
    for alias in row.get("aliases", ()):
        yield "weak alias" if isinstance(alias, dict) else "alias"
    yield from ("name in its own script" for _ in row.get("native", ()))
    yield from (f"identifier: {one['kind']}" for one in row.get("identifiers", ()))
    for key, value in row.get("facts", {}).items():
        yield from (f"fact: {key}" for _ in (value if isinstance(value, list) else [value]))


def _free_id(party: ListedParty, name: str, ids: set[str]) -> str | None:
    """The list's own id, or one made of the name and, for another of that name, a number; None if the id is taken."""
    wanted = _valid_id(party.party_id or name)
    if wanted not in ids:
        return wanted
    if party.party_id:
        return None
    return next(one for number in range(2, len(ids) + 3) if (one := f"{wanted}-{number}") not in ids)


def _identifiers(party: ListedParty, left_out: Counter[str]) -> list[Row]:
    found = list(dict.fromkeys(party.identifiers))
    valid = [one for one in found if check_identifier(Identifier(*one)) is None]  # type: ignore[arg-type]  # known kinds
    left_out["identifier with a wrong check digit"] += len(found) - len(valid)
    return [{"kind": kind, "value": value} for kind, value in valid]


def _other_names(party: ListedParty, name: str, left_out: Counter[str]) -> Row:
    """The aliases and native names, each once; an alias of a single word is weak."""
    seen = {fold_words(name)}
    aliases: list[Row | str] = []
    native: list[str] = []
    for text, weak in (*((one, False) for one in party.names), *((one, True) for one in party.weak)):
        words = fold_words(text)
        if words in seen:
            continue
        seen.add(words)
        if _is_refused(text):
            left_out["alias of one common word"] += 1
        elif len(seen) > _MAX_NAMES:
            left_out[f"alias after the {_MAX_NAMES}th"] += 1
        elif not text[:1].isascii() and not any(character.isascii() and character.isalpha() for character in text):
            native.append(text[:300])
        else:
            aliases.append({"text": text[:300], "weak": True} if weak or len(words) == 1 else text[:300])
    return {"aliases": aliases, "native": native}


def _is_refused(text: str) -> bool:
    words = fold_words(text)
    return not words or (len(words) == 1 and words[0] in COMMON_WORDS)


def _valid_id(text: str) -> str:
    """A valid id made from the list's own id or from a name."""
    words = re.sub(r"[^A-Za-z0-9._:-]+", "-", text if text.isascii() else "-".join(fold_words(text))).strip("-.:_")
    return words[:100] or f"x{sum(map(ord, text))}"


def as_json_lines(rows: Iterable[Row]) -> str:
    """The rows as the text of a JSON-lines watchlist."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
