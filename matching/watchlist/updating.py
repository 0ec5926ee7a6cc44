"""A published list imported again: what a person added to its entries stays, and what the list changed is taken over.

Of each field, three versions are compared: as the list had it when it was last imported, as it is in the file now, and
as the list has it today. What differs between the first two was changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass(slots=True)
class UpdatedList:
    """The rows after an update, the ids of entries with fields changed by hand, and of those that only you list."""

    rows: list[Row] = field(default_factory=list)
    changed_by_hand: list[str] = field(default_factory=list)
    only_yours: list[str] = field(default_factory=list)


def given_to_all(imported_before: Sequence[Row], imported_now: Sequence[Row]) -> Row:
    """The tags and the severity that the earlier import gave to all entries, and that none has now.

    No list says these of its entries: they were options of the import, which need not be given again.
    """
    if not imported_before:
        return {}
    common = [tag for tag in imported_before[0].get("tags", ()) if all(tag in _tags(row) for row in imported_before)]
    tags = [tag for tag in common if not any(tag in _tags(row) for row in imported_now)]
    severities = {row.get("severity") for row in imported_before}
    is_left_out = len(severities) == 1 and not any("severity" in row for row in imported_now)
    severity = severities.pop() if is_left_out else None
    return ({"tags": tags} if tags else {}) | ({"severity": severity} if severity else {})


def _tags(row: Row) -> Sequence[str]:
    tags: Sequence[str] = row.get("tags", ())
    return tags


def updated(imported_before: Sequence[Row], file: Sequence[Row], imported_now: Sequence[Row]) -> UpdatedList:
    """The rows of today's list with what was changed by hand; entries that only the file has stay, in their order.

    An entry that the list no longer has is removed, also with changes made by hand; one that was removed by hand
    comes back. Without an earlier import (`imported_before` empty) nothing counts as removed from the list.
    """
    before = {row["id"]: row for row in imported_before}
    mine = {row["id"]: row for row in file}
    result = UpdatedList()
    for row in imported_now:
        merged = _merged(before.get(row["id"], row if row["id"] not in mine else {}), mine.get(row["id"], row), row)
        if merged != row:
            result.changed_by_hand.append(row["id"])
        result.rows.append(merged)
    listed = {row["id"] for row in imported_now}
    for row in file:
        if row["id"] not in listed and row["id"] not in before:
            result.only_yours.append(row["id"])
            result.rows.append(row)
    return result


def _merged(before: Row, mine: Row, now: Row) -> Row:
    keys = dict.fromkeys((*now, *mine))
    merged = {key: _merged_value(before.get(key), mine.get(key), now.get(key)) for key in keys}
    return {key: value for key, value in merged.items() if value not in (None, [], {})}


def _merged_value(before: object, mine: object, now: object) -> object:
    if mine == before:
        return now
    if isinstance(mine, list) and isinstance(now, list | None) and isinstance(before, list | None):
        was, is_now = before or [], now or []
        kept = [one for one in is_now if one in mine or one not in was]
        return kept + [one for one in mine if one not in was and one not in kept]
    if isinstance(mine, dict) and isinstance(now, dict | None) and isinstance(before, dict | None):
        return _merged(before or {}, mine, now or {})
    return mine
