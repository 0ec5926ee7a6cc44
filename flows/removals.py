"""Entries that an edit removed: many at once stay in force until a person accepts that, for files get cut by mistake.

In `DATA/last-good`, `accepted.json` holds what was accepted and not yet taken over, `accepted.jsonl` the history, and
`watchlist-waiting/` the watchlist from which entries were removed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from core.atomic_files import PRIVATE, replace_file
from core.errors import ConfigError, Problem

SHARE = 5
"""One in so many entries may be removed without being accepted, …"""

FROM_ENTRIES = 5
"""… in a list of at least so many."""

_NAMED = 5


def must_wait(before: int, removed: Collection[str], accepted: Collection[str]) -> bool:
    """True if the removal of these of `before` entries has to be accepted first: too many, and not accepted yet."""
    many = before >= FROM_ENTRIES and SHARE * len(removed) > before
    return many and not set(removed) <= set(accepted)


def waiting_problem(name: str, removed: Sequence[str], total: int) -> Problem:
    """What to say of entries that stay in force though the files no longer list them."""
    shown = ", ".join(sorted(removed)[:_NAMED]) + (f" and {len(removed) - _NAMED:,} more" * (len(removed) > _NAMED))
    message = (
        f"{len(removed):,} of {total:,} entries were removed ({shown}); they stay in force until you accept that, "
        "all else of the edit is active"
    )
    return Problem(name, message, remedy="`watchword watchlist accept`, or put them back")


def emptied_error(name: str, what: str, before: int) -> ConfigError:
    """The error of a file with no entries whose last valid version has some."""
    message = f"holds no {what}, and the version in force has {before:,}: was it emptied by mistake?"
    kind = Path(name).stem if Path(name).stem in ("feeds", "alerts") else ""
    accept = f"`watchword watchlist accept {kind}".rstrip() + "`"
    return ConfigError.of(Problem(name, message, remedy=f"put them back, or {accept} if it is meant"))


@dataclass(frozen=True, slots=True)
class AcceptedRemovals:
    """The record of accepted removals in the folder of last good files."""

    folder: Path

    @property
    def _pending(self) -> Path:
        return self.folder / "accepted.json"

    def read(self) -> dict[str, list[str]]:
        """The accepted ids by kind of file (`watchlist`, `feeds`, `alerts`) that no run has taken over yet."""
        try:
            return {kind: list(one["ids"]) for kind, one in json.loads(self._pending.read_text("utf-8")).items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def record(self, kind: str, ids: Collection[str], by: str | None, at: datetime) -> None:
        """Accepts the removal of these entries. Raises OSError."""
        whole = {**self._records(), kind: {"ids": sorted(ids), "by": by, "at": at.isoformat()}}
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._write(whole)
        with (self.folder / "accepted.jsonl").open("a", encoding="utf-8") as history:
            history.write(json.dumps({"kind": kind, **whole[kind]}, ensure_ascii=False) + "\n")

    def take_over(self, kind: str) -> None:
        """Forgets what was accepted for this kind of file: it is in force, and the next removal asks again."""
        rest = {name: one for name, one in self._records().items() if name != kind}
        if rest:
            self._write(rest)
        else:
            self._pending.unlink(missing_ok=True)

    def _write(self, records: dict[str, Any]) -> None:
        replace_file(self._pending, json.dumps(records, ensure_ascii=False, indent=1).encode(), mode=PRIVATE)

    def _records(self) -> dict[str, Any]:
        try:
            found = json.loads(self._pending.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
