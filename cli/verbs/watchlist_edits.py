"""`watchword watchlist check`, `lint`, `accept`, `changes`, `diff`: what an edit changes, and when it takes effect."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cli import printing
from cli.app import DONE, logs, settings
from cli.configured_watchlist import cut_notes, print_line, read_watchlist, today, unread_note
from cli.times import parse_since
from core.errors import QueryError
from storage.queries import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.watchlist.diff import Changes
    from matching.watchlist.lint import Risk
    from matching.watchlist.model import Watchlist

_MAX_NAMED = 20  # changed entries named by `check`


def check(*, watchlist: Path | None = None) -> int:
    """Say whether the watchlist is valid, what an edit changes, and when that takes effect.

    Args:
        watchlist: A file or folder (default: the one of the configuration folder).
    """
    from matching.watchlist.diff import compare
    from matching.watchlist.lint import risks

    listed = read_watchlist(watchlist)
    active = _active_hashes()
    changes = None if active is None else compare(active, listed)
    if changes:
        _print_changed(changes)
    if changes is None:
        print_line(f"OK: {_describe_size(listed)}; active at the next cycle")
    elif not str(changes):
        print_line(f"OK: nothing changed ({_describe_size(listed)})")
    else:
        waits = watchlist is None and _removals_wait(listed, changes.removed, len(active or ()))
        when = "the removals wait, all else is active at the next cycle" if waits else "active at the next cycle"
        again = f"; {_stored_count():,} stored articles will be read again" if changes.added or changes.changed else ""
        print_line(f"OK: {changes}; {when}{again}")
    if note := unread_note(watchlist):
        logs.print(note, style="yellow", markup=False)
    for note in cut_notes(watchlist):
        logs.print(note, style="yellow", markup=False)
    if found := risks(listed, today()):
        logs.print(
            f"Risky: {len(found)}, which may alert on others, or never; `watchword watchlist lint` says which and why."
        )
        _say_ordinary_words(found)
    return DONE


def lint(*, watchlist: Path | None = None) -> int:
    """List entries that may alert on other people, or never.

    Args:
        watchlist: A file or folder (default: the one of the configuration folder).
    """
    from matching.watchlist.lint import risks

    found = risks(read_watchlist(watchlist), today())
    if found:
        printing.write_table(("entry", "risk", "what", "remedy"), found)
        if common := sum(risk.code == "common_name" for risk in found):
            logs.print(f"Entries with a common name and no facts that tell its bearers apart: {common}.", markup=False)
        _say_ordinary_words(found)
    else:
        logs.print("No risky entries.")
    return DONE


def _say_ordinary_words(found: Sequence[Risk]) -> None:
    """How many names are a single ordinary word, and of which entries; many are cut, as the table of lint has them."""
    entries = [risk.entry for risk in found if risk.code == "ordinary_word"]
    if entries:
        more = f" and {len(entries) - _MAX_NAMED:,} more" if len(entries) > _MAX_NAMED else ""
        named = ", ".join(entries[:_MAX_NAMED])
        message = f"Names that are one ordinary word, for review at most: {len(entries)} ({named}{more})."
        logs.print(message, markup=False)


def accept(kind: Literal["watchlist", "feeds", "alerts"] = "watchlist") -> int:
    """Accept that entries were removed, or that a file was emptied; until then the removed ones stay in force.

    Args:
        kind: Whose entries: watchlist, feeds or alerts.
    """
    from cli.accepting import removed_ids
    from cli.verbs.review import reviewer
    from flows.removals import AcceptedRemovals

    found = settings()
    removed = removed_ids(found, kind)
    if not removed:
        logs.print("Nothing waits to be accepted.")
        return DONE
    AcceptedRemovals(found.paths.last_good).record(kind, removed, reviewer(), datetime.now(UTC))
    for one in removed[:_MAX_NAMED]:
        print_line(f"- {one}")
    if len(removed) > _MAX_NAMED:
        print_line(f"- and {len(removed) - _MAX_NAMED:,} more")
    logs.print(f"Accepted: {len(removed):,} removed; it takes effect at the next cycle.")
    return DONE


def changes(*, since: str = "7d") -> int:
    """List which entries were added, changed or removed, oldest first, as digests say it.

    Args:
        since: Since then: 30d, 24h, 2026-11-01.
    """
    from storage.store import Store

    now = datetime.now(UTC)
    after, store = parse_since(since, now), Store(settings().paths)
    store.require(writing=False)
    found = store.watchlists.changes(after, now)
    for one in found:
        print_line(one.sentence)
    if not found:
        logs.print(f"Nothing changed since {since}.", markup=False)
    return DONE


def diff(old: Path, new: Path) -> int:
    """List the differences between two watchlists, entry by entry.

    Args:
        old: A file or folder.
        new: Another one.
    """
    from matching.watchlist.diff import describe

    found = list(describe(read_watchlist(old), read_watchlist(new)))
    for line in found:
        print_line(line)
    if not found:
        logs.print("No entry differs.")
    return DONE


def _print_changed(changes: Changes) -> None:
    """The changed entries, one a line, on standard error; many are cut."""
    names = dict(ask(settings().paths, "SELECT target_id, name FROM targets WHERE until IS NULL").rows)
    for sign, entries in (
        ("+", [f"{one.target_id} ({one.name})" for one in changes.added]),
        ("~", [f"{one.target_id} ({one.name})" for one in changes.changed]),
        ("-", [f"{one} ({names.get(one, one)})" for one in changes.removed]),
    ):
        for line in entries[:_MAX_NAMED]:
            print_line(f"{sign} {line}")
        if len(entries) > _MAX_NAMED:
            print_line(f"{sign} and {len(entries) - _MAX_NAMED:,} more")


def _removals_wait(listed: Watchlist, removed: Sequence[str], total: int) -> bool:
    """Whether so many entries are removed that they stay in force until that is accepted, which is then said.

    Raises ConfigError, as a cycle does, for a list without entries whose removal was not accepted.
    """
    from flows.removals import AcceptedRemovals, emptied_error, must_wait
    from flows.run_config import config_files

    accepted = AcceptedRemovals(settings().paths.last_good).read().get("watchlist", ())
    if not listed.entries and not set(removed) <= set(accepted):
        raise emptied_error(str(config_files(settings().config_dir, "watchlist")[0]), "entry", total)
    waits = must_wait(total, removed, accepted)
    if waits:
        logs.print(
            f"{len(removed):,} of {total:,} entries removed: they stay in force until `watchword watchlist accept`.",
            style="yellow",
        )
    return waits


def _active_hashes() -> dict[str, str] | None:
    """The entry hashes of the watchlist in force, by id; None before the first cycle."""
    sql = "SELECT target_id, entry_hash FROM targets WHERE until IS NULL"
    try:
        return dict(ask(settings().paths, sql).rows) or None
    except QueryError:
        return None


def _stored_count() -> int:
    """The number of stored articles that a re-match would read."""
    since = datetime.now(UTC) - timedelta(days=settings().rematch_days)
    answer = ask(
        settings().paths, "SELECT count(*) FROM articles WHERE first_seen_at >= ?", [since.replace(tzinfo=None)]
    )
    return int(answer.rows[0][0])


def _describe_size(listed: Watchlist) -> str:
    return f"{_pluralise(len(listed.active_actors), 'actor')}, {_pluralise(len(listed.active_schemes), 'scheme')}"


def _pluralise(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
