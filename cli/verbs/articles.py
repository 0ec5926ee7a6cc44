"""`watchword articles`: what was read, and what could not be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from cyclopts import Parameter, validators

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.nearness import unknown_ids
from cli.times import parse_since
from storage import queries

_LEAST = ("attempts", "published", "quality", "source", "feed")  # the columns that a narrow terminal leaves out first


def articles(
    *,
    unread: bool = False,
    feed: tuple[str, ...] = (),
    since: str | None = None,
    text: str | None = None,
    limit: Annotated[int, Parameter(name=("--limit", "-n"), validator=validators.Number(gte=0))] = 50,
    json: bool = False,
) -> int:
    """Articles that were read, newest first, or with --unread the pages that could not be.

    Args:
        unread: The pages that could not be read, or of which only the opening was: open them by hand.
        feed: Only from this feed (its id); may be repeated.
        since: First seen since then: 90d, 24h, 2026-11-01.
        text: Only articles with these words in the headline or, where a name was found, in the text.
        limit: At most so many.
        json: JSON lines instead of a table.
    """
    after, paths = parse_since(since, datetime.now(UTC)) if since else None, settings().paths
    if said := unknown_ids(paths, (), feed):
        logs.print(said, style="red", markup=False)
        return BAD_USAGE
    ask = queries.unread_pages if unread else queries.articles
    rows = ask(paths, feeds=feed, since=after, text=text, limit=limit).dicts()
    if json:
        printing.write_json(rows)
    elif rows:
        printing.write_table(tuple(rows[0]), [tuple(row.values()) for row in rows], least=_LEAST)
    else:
        logs.print("Every page that was asked for could be read." if unread else "No such article.")
    return DONE
