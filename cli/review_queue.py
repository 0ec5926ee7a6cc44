"""The inbox of the desk on the terminal: one entry in one story after the other, a verdict for each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from rich.console import Console
from rich.text import Text

from cli.printing import printable
from core.errors import QueryError
from core.records import ReviewVerdict
from core.settings import DataPaths
from desk.contents.inbox import InboxFilter, inbox
from storage.snapshot_reader import SnapshotReader
from storage.store import Store

_KEYS = {
    "c": ReviewVerdict.CONFIRMED,
    "d": ReviewVerdict.DISMISSED,
    "s": ReviewVerdict.SUPPRESSED,
    "z": ReviewVerdict.SNOOZED,
}
_HELP = "c confirm, d dismiss, s suppress, z later (a week), enter skip, q end; words behind the letter are the note"
_SNOOZE = timedelta(days=7)


def review_queue(console: Console, paths: DataPaths, reviewer: str | None, clock: Callable[[], datetime]) -> int:
    """Asks about each open entry of each story, the most severe first; returns how many verdicts were given."""
    store, reader, given = Store(paths), SnapshotReader(paths), 0
    try:
        with reader.reading() as reading:
            first = inbox(reading, InboxFilter(), None)
            console.print(f"{first.totals['hits']} open hits in {first.totals['stories']} stories. {_HELP}")
        for story, pair in list(_pairs(reader)):
            _print_pair(console, story, pair)
            answer = _asked(console)
            if answer is None:
                break
            letter, _, note = answer.strip().partition(" ")
            verdict = _KEYS.get(letter)
            if verdict is None:
                continue
            until = clock() + _SNOOZE if verdict is ReviewVerdict.SNOOZED else None
            try:
                hits = store.reviews.save(
                    [story["item"] if story["is_story"] else pair["best"]["hit_id"]],
                    verdict,
                    clock(),
                    target_id=pair["target_id"],
                    note=note.strip() or None,
                    reviewer=reviewer,
                    until=until,
                )
            except QueryError as error:
                console.print(Text(f"Not stored: {error}", style="red"))
                continue
            given += 1
            console.print(f"{verdict}: {len(hits)} {'hit' if len(hits) == 1 else 'hits'}")
    finally:
        reader.close()
    return given


def _pairs(reader: SnapshotReader) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every story with each of its open entries, page by page, as they are now."""
    number = 1
    while True:
        with reader.reading() as reading:
            page = inbox(reading, InboxFilter(page=number), None)
        for story in page.stories:
            for pair in story["pairs"]:
                yield dict(story), pair
        if number >= page.pages:
            return
        number += 1


def _print_pair(console: Console, story: dict[str, Any], pair: dict[str, Any]) -> None:
    best = pair["best"]
    band = "check" if best["band"] == "review" else best["band"]
    title = printable(str(story["title"] or "(no headline)"))[:200]
    console.print()
    console.print(Text.assemble((printable(pair["target_name"]), "bold"), f"  {band} {pair['score']}  {title}"))
    quote = Text(f"“{printable(best['quote'])}” {printable(str(best['source']))}")
    if best["surface"]:
        quote.highlight_words([printable(best["surface"])], "bold yellow")
    console.print(quote)


def _asked(console: Console) -> str | None:
    """What was typed; None to end."""
    console.print("> ", end="")
    line = sys.stdin.readline()
    return None if not line or line.strip().casefold() in ("q", "quit") else line.strip()
