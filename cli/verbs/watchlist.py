"""`watchword watchlist`: check an edit, test it on texts and stored articles, and import published lists."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from cli import printing
from cli.app import DONE, FAILED, logs, settings
from core.config import MAX_LIST_BYTES, read_document, read_text, watchlist_files
from core.errors import QueryError
from storage.queries import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.records import Hit
    from matching.examples import ExampleResult
    from matching.watchlist.model import Watchlist

verbs = App(name="watchlist", help="Check and try the watchlist.")

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
    if changes is None:
        _print_line(f"OK: {_describe_size(listed)}; active at the next cycle")
    elif not str(changes):
        _print_line(f"OK: nothing changed ({_describe_size(listed)})")
    else:
        again = f"; {_stored_count():,} stored articles will be read again" if changes.added or changes.changed else ""
        _print_line(f"OK: {changes}; active at the next cycle{again}")
    if found := len(risks(listed, _today())):
        logs.print(
            f"Risky: {found}, which may alert on others, or never; `watchword watchlist lint` says which and why."
        )
    return DONE


@verbs.command(name="test")
def try_watchlist(text: str | None = None, *, watchlist: Path | None = None, json: bool = False) -> int:
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
def suggest() -> int:
    """Suggest edits from reviews: spellings to list as aliases, and entries that need a context."""
    from cli.suggested_edits import suggested_edits

    found = list(suggested_edits(settings().paths))
    for line in found:
        _print_line(line)
    if not found:
        logs.print("Nothing to suggest yet: `watchword review` confirms and dismisses hits.")
    return DONE


@verbs.command(name="import")
def import_published_list(
    source: Path, *, output: Path | None = None, tag: Annotated[tuple[str, ...], Parameter(negative=())] = ()
) -> int:
    """Turn a published list into a JSON-lines watchlist.

    Formats: OpenSanctions' targets.simple.csv, FollowTheMoney JSON lines, OFAC's sdn.csv, and any CSV with names.

    Args:
        source: The list, as downloaded.
        output: The file to write, such as config/watchlist/sdn.jsonl (default: standard output).
        tag: A tag for every entry; may be repeated.
    """
    from matching.watchlist.importers import as_json_lines, import_list

    imported = import_list(read_text(source, max_bytes=MAX_LIST_BYTES), str(source))
    rows = [row | {"tags": [*row.get("tags", ()), *tag]} if tag else row for row in imported.rows]
    if output is None:
        sys.stdout.write(as_json_lines(rows))
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(as_json_lines(rows), encoding="utf-8")
    left_out = "".join(f"; left out: {count:,} x {why}" for why, count in imported.left_out.items())
    logs.print(_pluralise(len(rows), "actor") + left_out)
    return DONE if rows else FAILED


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
