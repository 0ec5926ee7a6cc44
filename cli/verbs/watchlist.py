"""`watchword watchlist`: its verbs, by name; `watchlist_…` and `list_import` hold them."""

from __future__ import annotations

import sys

from cyclopts import App

from cli.app import DONE
from cli.verbs import watchlist_edits, watchlist_entries, watchlist_trials
from cli.verbs.list_import import import_published_list

verbs = App(name="watchlist", help="Check and try the watchlist.")

for verb in (
    watchlist_edits.accept,
    watchlist_edits.changes,
    watchlist_edits.check,
    watchlist_edits.diff,
    watchlist_edits.lint,
    watchlist_entries.add,
    watchlist_entries.remove,
    watchlist_entries.show,
    watchlist_trials.backtest,
    watchlist_trials.suggest,
):
    verbs.command(verb)
verbs.command(watchlist_entries.list_entries, name="list")
verbs.command(watchlist_trials.try_watchlist, name="test")
verbs.command(import_published_list, name="import")


@verbs.command
def schema() -> int:
    """Print the JSON Schema of watchlist.yaml, for editors."""
    from matching.watchlist.json_schema import schema_text

    sys.stdout.write(schema_text())
    return DONE
