"""`watchword watchlist`: check an edit, test it on texts and stored articles, and import published lists."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from cli import printing
from cli.app import BAD_USAGE, DONE, FAILED, logs, settings
from cli.times import parse_since
from core.config import read_document, watchlist_files
from core.errors import QueryError
from storage.queries import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.records import Hit
    from matching.examples import ExampleResult
    from matching.watchlist.diff import Changes
    from matching.watchlist.lint import Risk
    from matching.watchlist.model import Actor, Scheme, Watchlist

verbs = App(name="watchlist", help="Check and try the watchlist.")

_MAX_NAMED = 20  # changed entries named by `check`
_MAX_QUOTES = 5  # of new hits, for each target of a back-test


@verbs.command
def check(*, watchlist: Path | None = None) -> int:
    """Say whether the watchlist is valid, what an edit changes, and when that takes effect.

    Args:
        watchlist: A file or folder (default: the one of the configuration folder).
    """
    from matching.watchlist.diff import compare
    from matching.watchlist.lint import risks

    listed = _read_watchlist(watchlist)
    active = _active_hashes()
    changes = None if active is None else compare(active, listed)
    if changes:
        _print_changed(changes)
    if changes is None:
        _print_line(f"OK: {_describe_size(listed)}; active at the next cycle")
    elif not str(changes):
        _print_line(f"OK: nothing changed ({_describe_size(listed)})")
    else:
        if watchlist is None:
            _say_what_waits(changes.removed, len(active or ()))
        again = f"; {_stored_count():,} stored articles will be read again" if changes.added or changes.changed else ""
        _print_line(f"OK: {changes}; active at the next cycle{again}")
    if found := risks(listed, _today()):
        logs.print(
            f"Risky: {len(found)}, which may alert on others, or never; `watchword watchlist lint` says which and why."
        )
        _say_ordinary_words(found)
    return DONE


def _say_ordinary_words(found: Sequence[Risk]) -> None:
    """How many names are a single ordinary word, and of which entries; many are cut, as the table of lint has them."""
    entries = [risk.entry for risk in found if risk.code == "ordinary_word"]
    if entries:
        more = f" and {len(entries) - _MAX_NAMED:,} more" if len(entries) > _MAX_NAMED else ""
        named = ", ".join(entries[:_MAX_NAMED])
        message = f"Names that are one ordinary word, for review at most: {len(entries)} ({named}{more})."
        logs.print(message, markup=False)


def _print_changed(changes: Changes) -> None:
    """The changed entries, one a line, on standard error; many are cut."""
    names = dict(ask(settings().paths, "SELECT target_id, name FROM targets WHERE until IS NULL").rows)
    for sign, entries in (
        ("+", [f"{one.target_id} ({one.name})" for one in changes.added]),
        ("~", [f"{one.target_id} ({one.name})" for one in changes.changed]),
        ("-", [f"{one} ({names.get(one, one)})" for one in changes.removed]),
    ):
        for line in entries[:_MAX_NAMED]:
            _print_line(f"{sign} {line}")
        if len(entries) > _MAX_NAMED:
            _print_line(f"{sign} and {len(entries) - _MAX_NAMED:,} more")


def _say_what_waits(removed: Sequence[str], total: int) -> None:
    """Says if so many entries are removed that they stay in force until that is accepted."""
    from flows.removals import AcceptedRemovals, must_wait

    accepted = AcceptedRemovals(settings().paths.last_good).read().get("watchlist", ())
    if must_wait(total, removed, accepted):
        logs.print(
            f"{len(removed):,} of {total:,} entries removed: they stay in force until `watchword watchlist accept`.",
            style="yellow",
        )


@verbs.command
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
        _print_line(f"- {one}")
    if len(removed) > _MAX_NAMED:
        _print_line(f"- and {len(removed) - _MAX_NAMED:,} more")
    logs.print(f"Accepted: {len(removed):,} removed; it takes effect at the next cycle.")
    return DONE


@verbs.command(name="list")
def list_entries(*, tag: str | None = None, json: bool = False) -> int:
    """List the entries of the watchlist.

    Args:
        tag: Only those with this tag.
        json: JSON lines instead of a table.
    """
    listed = _read_watchlist(None)
    rows = [_entry_row(one) for one in listed.entries if tag is None or tag in one.tags]
    if json:
        printing.write_json(rows)
    else:
        printing.write_table(("id", "name", "type", "severity", "tags"), [list(row.values()) for row in rows])
    if not rows:
        known = ", ".join(sorted({one for entry in listed.entries for one in entry.tags})) or "none"
        logs.print(f"No entry has the tag {tag}; the tags are {known}." if tag else "No entries.", markup=False)
    return DONE if rows or tag is None else BAD_USAGE


@verbs.command
def changes(*, since: str = "7d") -> int:
    """List which entries were added, changed or removed, oldest first, as digests say it.

    Args:
        since: Since then: 30d, 24h, 2026-11-01.
    """
    from storage.store import Store

    now = datetime.now(UTC)
    after, store = parse_since(since, now), Store(settings().paths)
    store.require(writing=False)
    found = store.watchlist_changes(after, now)
    for one in found:
        _print_line(one.sentence)
    if not found:
        logs.print(f"Nothing changed since {since}.", markup=False)
    return DONE


@verbs.command
def show(entry: str) -> int:
    """Show everything that the watchlist says of one entry.

    Args:
        entry: Its id.
    """
    from cli.nearness import nearest
    from matching.watchlist.diff import field_lines

    listed = _read_watchlist(None)
    found = next((one for one in listed.entries if one.id == entry), None)
    if found is None:
        ids = [one.id for one in listed.entries]
        logs.print(f"Not on the watchlist: {entry}{nearest(entry, ids)}", style="red", markup=False)
        return BAD_USAGE
    for line in field_lines(found):
        _print_line(line)
    return DONE


@verbs.command
def add(
    name: str,
    *,
    id: str | None = None,  # noqa: A002 - the key in watchlist.yaml
    tag: tuple[str, ...] = (),
    severity: Literal["high", "medium", "low"] | None = None,
    type: Literal["person", "organisation", "vessel", "asset"] = "person",  # noqa: A002 - as above
) -> int:
    """Append an actor to watchlist.yaml; everything else of an entry is typed into the file.

    Args:
        name: The name, as it is usually written.
        id: Its id (default: made of the name).
        tag: A tag; may be repeated.
        severity: high, medium (default) or low.
        type: person (default), organisation, vessel or asset.
    """
    from cli.appending import append_actor

    file = append_actor(settings().config_dir, name, id, tag, severity, type)
    logs.print(f"Added to {file}; active at the next cycle. `watchword watchlist check` says what that means.")
    return DONE


def _entry_row(entry: Actor | Scheme) -> dict[str, object]:
    name = getattr(entry, "name", None) or getattr(entry, "label", "")
    kind = getattr(entry, "type", "scheme")
    return {"id": entry.id, "name": name, "type": kind, "severity": entry.severity.value, "tags": list(entry.tags)}


@verbs.command(name="test")
def try_watchlist(
    text: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    *,
    watchlist: Path | None = None,
    json: bool = False,
) -> int:
    """Match a text, or, without one, run the examples and counterexamples of every entry.

    Args:
        text: The text to match; - reads it from standard input.
        watchlist: A file or folder (default: the one of the configuration folder).
        json: JSON lines instead of a table.
    """
    from matching.engine import compile_watchlist
    from matching.examples import article_of, run_examples

    listed = _read_watchlist(watchlist)
    matcher = compile_watchlist(listed)
    if text is None:
        return _print_example_results(tuple(run_examples(matcher, listed)), json=json)
    hits = matcher.match(article_of(sys.stdin.read() if text == "-" else text))
    if json:
        printing.write_json(_hit_row(hit) for hit in hits)
    elif hits:
        rows = [[value for name, value in _hit_row(hit).items() if name != "reasons"] for hit in hits]
        printing.write_table(("target", "band", "score", "named as", "how", "why"), rows)
    else:
        logs.print("Nobody on the watchlist is in this text.")
    return DONE


@verbs.command
def lint(*, watchlist: Path | None = None) -> int:
    """List entries that may alert on other people, or never.

    Args:
        watchlist: A file or folder (default: the one of the configuration folder).
    """
    from matching.watchlist.lint import risks

    found = risks(_read_watchlist(watchlist), _today())
    if found:
        printing.write_table(("entry", "risk", "what", "remedy"), found)
        if common := sum(risk.code == "common_name" for risk in found):
            logs.print(f"Entries with a common name and no facts that tell its bearers apart: {common}.", markup=False)
        _say_ordinary_words(found)
    else:
        logs.print("No risky entries.")
    return DONE


@verbs.command
def schema() -> int:
    """Print the JSON Schema of watchlist.yaml, for editors."""
    from matching.watchlist.json_schema import schema_text

    sys.stdout.write(schema_text())
    return DONE


@verbs.command
def diff(old: Path, new: Path) -> int:
    """List the differences between two watchlists, entry by entry.

    Args:
        old: A file or folder.
        new: Another one.
    """
    from matching.watchlist.diff import describe

    for line in describe(_read_watchlist(old), _read_watchlist(new)):
        _print_line(line)
    return DONE


@verbs.command
def backtest(*, watchlist: Path | None = None, days: int = 30) -> int:
    """Match the stored articles against the edited watchlist, and show what would change; nothing is stored.

    Args:
        watchlist: A file or folder (default: the one of the configuration folder).
        days: Articles first seen in so many days before now.
    """
    from cli.backtest import Backtest
    from matching.engine import compile_watchlist
    from storage.store import Store

    listed, paths = _read_watchlist(watchlist), settings().paths
    if not paths.live.exists():
        raise QueryError(f"no database in {paths.root} yet; `watchword run` makes one")
    members = Store(paths).story_window(datetime.now(UTC) - timedelta(days=days))
    result = Backtest.of(compile_watchlist(listed), members)
    logs.print(f"{len(members):,} stored articles of the last {days} days read")
    printing.write_table(("target", "alerts", "checks", "new", "gone"), result.rows())
    for target, quote in result.quotes(_MAX_QUOTES):
        _print_line(f"new: {target}: {quote}")
    return DONE


@verbs.command
def suggest(*, scripts: bool = False) -> int:
    """Suggest edits from reviews: spellings to list as aliases, and entries that need a context.

    Args:
        scripts: Propose names in their own script instead, as YAML to paste into entries.
    """
    from cli.suggested_edits import suggested_edits, suggested_native_names

    paths = settings().paths
    found = list(suggested_native_names(_read_watchlist(None), paths) if scripts else suggested_edits(paths))
    for line in found:
        _print_line(line)
    if not found and scripts:
        logs.print("Nothing to suggest: no name has one spelling in another script only, and none was confirmed.")
    elif not found:
        logs.print("Nothing to suggest yet: `watchword review` confirms and dismisses hits.")
    return DONE


verbs.command(
    "cli.verbs.list_import:import_published_list",
    name="import",
    help="Turn a published list into a JSON-lines watchlist, and say what was taken and what was not.",
)


# ---------------------------------------------------------------- reading


def _read_watchlist(path: Path | None) -> Watchlist:
    """The watchlist of a file or folder, by default the configured one. Raises ConfigError."""
    from flows.run_config import config_files
    from matching.watchlist.loading import parse_watchlist

    files = config_files(settings().config_dir, "watchlist") if path is None else watchlist_files(path)
    return parse_watchlist([read_document(file) for file in files])


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


def _today() -> date:
    return datetime.now(UTC).date()


# ---------------------------------------------------------------- printing


def _print_line(line: str) -> None:
    sys.stdout.write(printing.printable(line) + "\n")


def _describe_size(listed: Watchlist) -> str:
    return f"{_pluralise(len(listed.active_actors), 'actor')}, {_pluralise(len(listed.active_schemes), 'scheme')}"


def _pluralise(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _hit_row(hit: Hit) -> dict[str, object]:
    """A hit as `try_watchlist` prints it: its best mention and its reasons."""
    best = hit.mentions[0] if hit.mentions else None
    return {
        "target": hit.target_id,
        "band": hit.band.value,
        "score": hit.score,
        "surface": best.surface if best else None,
        "method": best.method if best else None,
        "why": "; ".join(reason.text for reason in hit.reasons),
        "reasons": [{"code": reason.code, "text": reason.text, "facts": reason.facts} for reason in hit.reasons],
    }


def _print_example_results(results: Sequence[ExampleResult], *, json: bool) -> int:
    """Prints the examples that were not found and the counterexamples that alert; the exit code is 1 if any."""
    failed = [result for result in results if not result.passed]
    rows = [
        {
            "entry": result.entry,
            "expected": "found" if result.is_example else "no alert",
            "came": result.hit.band.value if result.hit else "nothing",
            "text": result.text,
        }
        for result in failed
    ]
    if json:
        printing.write_json(rows)
    elif rows:
        printing.write_table(("entry", "expected", "came", "text"), [list(row.values()) for row in rows])
    logs.print(f"{len(results) - len(failed)} of {len(results)} examples and counterexamples passed")
    return FAILED if failed else DONE
