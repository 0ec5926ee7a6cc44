"""What `watchword watchlist check` found out about an edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cli.app import settings
from cli.configured_watchlist import cut_notes, read_watchlist, today, unread_note
from core.errors import ConfigError, QueryError
from flows.removals import AcceptedRemovals, emptied_error, must_wait
from flows.run_config import config_files
from matching.watchlist.diff import Changes, compare
from matching.watchlist.lint import Risk, risks
from matching.watchlist.model import Watchlist
from storage.queries import ask


@dataclass(frozen=True, slots=True)
class ListCheck:
    """A valid watchlist beside the one in force: what would change, when, and what is risky in it."""

    actors: int
    schemes: int
    in_force: int | None  # entries of the list in force; None before the first cycle
    changes: Changes | None  # None before the first cycle
    removed_names: Mapping[str, str]  # by id
    emptied: ConfigError | None  # no cycle takes such a list over
    removals_wait: bool  # so many are removed that they stay in force until they are accepted
    read_again: int  # stored articles
    notes: tuple[str, ...]
    risks: tuple[Risk, ...]

    def as_row(self) -> dict[str, Any]:
        """The check as a JSON object."""
        changes = self.changes or Changes((), (), ())
        return {
            "valid": self.emptied is None,
            "actors": self.actors,
            "schemes": self.schemes,
            "in_force": self.in_force,
            "added": [{"id": one.target_id, "name": one.name} for one in changes.added],
            "changed": [{"id": one.target_id, "name": one.name} for one in changes.changed],
            "removed": [{"id": one, "name": self.removed_names.get(one)} for one in changes.removed],
            "removals_wait": self.removals_wait,
            "articles_to_read_again": self.read_again,
            "notes": list(self.notes),
            "risks": len(self.risks),
            "problems": problem_rows(self.emptied) if self.emptied else [],
        }


def problem_rows(error: ConfigError) -> list[dict[str, Any]]:
    """The mistakes of a file as JSON objects, each with its place and remedy."""
    return [
        {"file": one.file, "line": one.line, "column": one.column, "field": one.field}
        | {"message": one.message, "remedy": one.remedy}
        for one in error.problems
    ]


def check_list(path: Path | None) -> ListCheck:
    """The check of a file or folder, by default of the configured list. Raises ConfigError if that is not valid."""
    listed, active = read_watchlist(path), _active_hashes()
    changes = None if active is None else compare(active, listed)
    removed = changes.removed if changes and path is None else ()
    emptied = _emptied(listed, removed, len(active or ()))
    return ListCheck(
        actors=len(listed.active_actors),
        schemes=len(listed.active_schemes),
        in_force=None if active is None else len(active),
        changes=changes,
        removed_names=_names_in_force() if changes and changes.removed else {},
        emptied=emptied,
        removals_wait=emptied is None and must_wait(len(active or ()), removed, _accepted()),
        read_again=_stored_count() if changes and (changes.added or changes.changed) else 0,
        notes=tuple(filter(None, (unread_note(path), *cut_notes(path)))),
        risks=risks(listed, today()),
    )


def _emptied(listed: Watchlist, removed: Sequence[str], total: int) -> ConfigError | None:
    """Why a cycle does not take over a list without entries; None if it has some, or their removal was accepted."""
    if listed.entries or not removed or set(removed) <= set(_accepted()):
        return None
    return emptied_error(str(config_files(settings().config_dir, "watchlist")[0]), "entry", total)


def _accepted() -> tuple[str, ...]:
    return tuple(AcceptedRemovals(settings().paths.last_good).read().get("watchlist", ()))


def _active_hashes() -> dict[str, str] | None:
    """The entry hashes of the watchlist in force, by id; None before the first cycle."""
    sql = "SELECT target_id, entry_hash FROM targets WHERE until IS NULL"
    try:
        return dict(ask(settings().paths, sql).rows) or None
    except QueryError:
        return None


def _names_in_force() -> dict[str, str]:
    return dict(ask(settings().paths, "SELECT target_id, name FROM targets WHERE until IS NULL").rows)


def _stored_count() -> int:
    """The number of stored articles that a re-match would read."""
    since = datetime.now(UTC) - timedelta(days=settings().rematch_days)
    sql = "SELECT count(*) FROM articles WHERE first_seen_at >= ?"
    return int(ask(settings().paths, sql, [since.replace(tzinfo=None)]).rows[0][0])
