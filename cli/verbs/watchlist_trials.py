"""`watchword watchlist test`, `backtest`, `suggest`: the watchlist tried on texts, articles and verdicts."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from cli import printing
from cli.app import DONE, FAILED, logs, settings
from cli.configured_watchlist import print_line, read_watchlist
from core.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cli.suggested_edits import NativeNames
    from core.records import Hit
    from matching.examples import ExampleResult

_MOST_NAMED = 5  # entries without a proposal, for each reason
_MAX_QUOTES = 5  # of new hits, for each target of a back-test


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

    listed = read_watchlist(watchlist)
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


def backtest(*, watchlist: Path | None = None, days: int = 30, json: bool = False) -> int:
    """Match the stored articles against the edited watchlist, and show what would change; nothing is stored.

    Args:
        watchlist: A file or folder (default: the one of the configuration folder).
        days: Articles first seen in so many days before now.
        json: JSON lines, one a target with the quotes of its new hits, instead of a table.
    """
    from cli.backtest import Backtest
    from matching.engine import compile_watchlist
    from storage.store import Store

    listed, paths = read_watchlist(watchlist), settings().paths
    if not paths.live.exists():
        raise QueryError(f"no database in {paths.root} yet; `watchword run` makes one")
    members = Store(paths).stories.window(datetime.now(UTC) - timedelta(days=days))
    result = Backtest.of(compile_watchlist(listed), members)
    logs.print(f"{len(members):,} stored articles of the last {days} days read")
    columns = ("target", "alerts", "checks", "new", "gone")
    if json:
        quotes = list(result.quotes(_MAX_QUOTES))
        rows = (dict(zip(columns, row, strict=True)) for row in result.rows())
        printing.write_json(row | {"quotes": [text for of, text in quotes if of == row["target"]]} for row in rows)
        return DONE
    printing.write_table(columns, result.rows())
    for target, quote in result.quotes(_MAX_QUOTES):
        print_line(f"new: {target}: {quote}")
    return DONE


def suggest(*, scripts: bool = False, json: bool = False) -> int:
    """Suggest edits from reviews: spellings to list, and entries that need a context.

    Args:
        scripts: Propose names in their own script instead, as YAML to paste into entries.
        json: JSON lines instead of text (not with --scripts, which prints YAML).
    """
    from cli.suggested_edits import suggested_edits, suggested_native_names

    listed, paths = read_watchlist(None), settings().paths
    if scripts:
        _print_native_names(suggested_native_names(listed, paths))
        return DONE
    found = list(suggested_edits(listed, paths))
    if json:
        printing.write_json(map(asdict, found))
        return DONE
    for one in found:
        print_line(str(one))
    if not found:
        logs.print("Nothing to suggest yet: `watchword review` confirms and dismisses hits.")
    return DONE


def _print_native_names(names: NativeNames) -> None:
    """Prints the lines to paste, and for which entries there are none, and why."""
    for line in names.lines:
        print_line(line)
    if not names.lines:
        logs.print("Nothing to suggest: no name has one spelling in another script only, and none was confirmed.")
    for why, ids in names.without.items():
        some = ", ".join(ids[:_MOST_NAMED]) + (", …" if len(ids) > _MOST_NAMED else "")
        logs.print(f"{len(ids):,} without a proposal: {why} ({some})")
    if names.without:
        logs.print("A spelling that a hit was found by is proposed once `watchword review` has confirmed the hit.")


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
