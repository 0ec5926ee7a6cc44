"""`watchword feeds`: the feeds listed, checked, found, and their health; `feed_edits` holds the verbs that edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from cyclopts import App

from cli import checkups, printing
from cli.app import BAD_USAGE, DONE, FAILED, logs, settings
from cli.feeds_file import EditableFeeds, selected
from cli.verbs import feed_edits
from core.errors import QueryError
from core.records import FeedSource, FullText

if TYPE_CHECKING:
    from extractors.polling.checkup import Checkup

verbs = App(name="feeds", help="List, check, find, add, change and export feeds, and see their health.")

for verb in (
    feed_edits.add,
    feed_edits.remove,
    feed_edits.pause,
    feed_edits.resume,
    feed_edits.rename,
    feed_edits.export,
):
    verbs.command(verb)
verbs.command(feed_edits.import_opml, name="import")

_HEALTH = """
    SELECT feed_id AS feed, last_status AS status, last_success_at AS last_read,
        last_attempt_at AS last_asked, failure_streak AS streak,
        coalesce(paused, last_message, '') AS trouble, last_new_entry_at AS last_entry, usual_gap_s,
        new_entries_7d AS entries_7d, next_due_at AS next_due, moved_to
    FROM feed_health WHERE active ORDER BY failure_streak DESC, last_new_entry_at, feed_id
"""


_HEALTH_LEAST = (
    "moved_to",
    "silent",
    "usual_gap",
    "entries_7d",
    "silent_for",
    "next_due",
    "last_entry",
    "last_read",
    "last_asked",
)


@verbs.command(name="list")
def list_feeds(*, tag: str | None = None, json: bool = False) -> int:
    """List the feeds of feeds.yaml.

    Args:
        tag: Only those with this tag.
        json: JSON lines instead of a table.
    """
    file = _file()
    rows = [_listed(one) for one in file.sources if tag is None or tag in one.tags]
    if json:
        printing.write_json(rows)
    elif rows:
        printing.write_table(tuple(rows[0]), [tuple(row.values()) for row in rows], least=("kind", "every", "title"))
    else:
        known = ", ".join(sorted({one for source in file.sources for one in source.tags})) or "none"
        logs.print(
            f"No feed has the tag {tag}; the tags are {known}." if tag else "No feeds yet: `watchword feeds add URL`.",
            markup=False,
        )
    return DONE if rows or tag is None else BAD_USAGE


@verbs.command
def check(*feeds: str, json: bool = False) -> int:
    """Fetch and read feeds, and say what is wrong with each and what to do about it. Nothing is stored.

    Args:
        feeds: Ids of feeds.yaml, or addresses (default: all of feeds.yaml).
        json: One JSON object a line instead of a table.
    """
    sources = selected(_file(), feeds)
    if not sources:
        logs.print("No feeds yet: `watchword feeds add URL`.", markup=False)
    found = _with_advice(checkups.check(sources))
    checkups.print_checkups(found, json=json)
    return DONE if not sources or any(one.is_good for one in found) else FAILED


@verbs.command
def discover(url: str, *, json: bool = False) -> int:
    """Find the feeds of a site: those its page links to, else those at usual addresses.

    Args:
        url: The site's address, or that of one of its pages.
        json: One JSON object a line instead of a table.
    """
    discovery = checkups.discover(url)
    checkups.print_checkups(discovery.found, json=json)
    if discovery.problem:
        logs.print(discovery.problem, markup=False)
    return DONE if discovery.found else FAILED


@verbs.command
def health(*, json: bool = False) -> int:
    """Show each feed's last success, failures in a row, usual gap, silence, and next poll.

    Args:
        json: One JSON object a line instead of a table.
    """
    from storage.queries import ask

    now = datetime.now(UTC).replace(tzinfo=None)
    rows = [_health_row(row, now) for row in ask(settings().paths, _HEALTH).dicts()]
    if json:
        printing.write_json(rows)
    elif rows:
        printing.write_table(tuple(rows[0]), [tuple(row.values()) for row in rows], least=_HEALTH_LEAST)
    return DONE


def _with_advice(found: Sequence[Checkup]) -> list[Checkup]:
    """The checks, with what the pages read so far say about feeds; nothing where none was read."""
    from flows.textless_pages import advice
    from storage.queries import textless_pages

    try:
        counts = textless_pages(settings().paths)
    except QueryError:  # no run yet
        counts = {}
    said = [
        None if one.source.full_text is FullText.FEED else advice(*counts.get(one.source.feed_id, (0, 0)))
        for one in found
    ]
    return [
        replace(one, remarks=(*one.remarks, text) if text else one.remarks)
        for one, text in zip(found, said, strict=True)
    ]


# ---------------------------------------------------------------- rows


def _file() -> EditableFeeds:
    return EditableFeeds(settings().config_dir)


def _listed(source: FeedSource) -> dict[str, Any]:
    return {
        "feed": source.feed_id,
        "title": source.title,
        "url": source.url,
        "kind": source.kind.value,
        "every": _duration(source.every.total_seconds()),
        "tags": list(source.tags),
        "paused": "paused" if source.paused else None,
    }


def _health_row(row: dict[str, Any], now: datetime) -> dict[str, Any]:
    """The row with durations as text; a feed is silent after three times its usual gap, and a day at least."""
    gap, last = row.pop("usual_gap_s"), row["last_entry"]
    silence = (now - last).total_seconds() if last else None
    silent = bool(gap and silence and silence > max(3 * gap, 86_400))
    return row | {"usual_gap": _duration(gap), "silent_for": _duration(silence), "silent": silent}


def _duration(seconds: float | None) -> str | None:
    """The duration as `40m`, `7h` or `3d`."""
    if seconds is None:
        return None
    for unit, size in (("d", 86_400), ("h", 3_600)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f}{unit}"
    return f"{seconds / 60:.0f}m"
