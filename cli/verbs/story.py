"""`watchword story`: one story with its articles and what links them."""

from __future__ import annotations

import json as json_text
from typing import Any

from rich.console import Console
from rich.text import Text

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from core.errors import QueryError
from storage import queries


def story(story_id: str, *, json: bool = False) -> int:
    """One story: its articles, oldest first, the hits in them, and why they belong together.

    Args:
        story_id: The story's id or the id of one of its hits or articles; the first characters are enough.
        json: One JSON object instead of text.
    """
    try:
        found = queries.story(settings().paths, story_id)
    except QueryError as error:
        logs.print(str(error), style="red", markup=False)
        return BAD_USAGE
    if json:
        printing.write_json([found])
    else:
        _print_story(found)
    return DONE


def _print_story(found: dict[str, Any]) -> None:
    console = printing.stdout_console()
    console.print(Text(printing.cell_text(found["title"]), style="bold"))
    severity = f", {found['severity']} severity" if found["severity"] else ""
    first_seen = printing.cell_text(found["first_seen_at"])
    console.print(Text(f"story {found['story_id']}, first seen {first_seen} UTC{severity}"))
    console.print()
    articles = {one["article_id"]: one for one in found["members"]}
    columns = ("first_seen_at", "source", "title", "targets")
    rows = [one | {"source": printing.outlet(one)} for one in articles.values()]
    printing.write_table(columns, [[row[name] for name in columns] for row in rows])
    console.print()
    _print_events(console, json_text.loads(found["events"] or "[]"))
    for link in json_text.loads(found["links"]):
        here, there = (articles.get(link[end], {}).get("source", link[end]) for end in ("article_id", "other_id"))
        kind = link["kind"].replace("_", " ")
        console.print(Text(f"• {here}: {kind} {there}. {printing.printable(link['reason'])}"))


def _print_events(console: Console, events: list[dict[str, Any]]) -> None:
    """The steps of a case, if it has several."""
    if len(events) > 1:
        for number, event in enumerate(events, 1):
            articles = len(event["article_ids"])
            count = f"{articles} article{'s' if articles > 1 else ''}"
            console.print(Text(f"{number}. {printing.printable(event['title'] or 'without a headline')} ({count})"))
        console.print()
