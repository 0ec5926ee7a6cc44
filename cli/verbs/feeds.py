"""`watchword feeds`: list, check, find, add, change, import and export feeds, and see their health."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cyclopts import App

from cli import checkups, printing
from cli.app import BAD_USAGE, DONE, FAILED, logs, settings
from cli.feeds_file import EditableFeeds, selected
from core.errors import ConfigError, Problem
from core.records import FeedSource

if TYPE_CHECKING:
    from extractors.polling.checkup import Checkup, Discovery

verbs = App(name="feeds", help="List, check, find, add, change and export feeds, and see their health.")

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
        logs.print(f"No feed has the tag {tag}; the tags are {known}." if tag else "No feeds yet.", markup=False)
    return DONE if rows or tag is None else BAD_USAGE


@verbs.command
def check(*feeds: str, json: bool = False) -> int:
    """Fetch and read feeds, and say what is wrong with each and what to do about it. Nothing is stored.

    Args:
        feeds: Ids of feeds.yaml, or addresses (default: all of feeds.yaml).
        json: One JSON object a line instead of a table.
    """
    sources = selected(_file(), feeds)
    found = checkups.check(sources)
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
def add(
    url: str,
    *,
    id: str | None = None,  # noqa: A002 - the key in feeds.yaml
    title: str | None = None,
    tag: tuple[str, ...] = (),
) -> int:
    """Check a feed and, if it can be read, append it to feeds.yaml. Of a site's address, its feed is found.

    Args:
        url: The feed's address, or that of a site with one feed.
        id: Its id (default: made of its title or address).
        title: Shown instead of the id (default: what the feed calls itself).
        tag: A tag; may be repeated.
    """
    from core.urls import canonical

    file = _file()
    discovery = checkups.discover(url)
    if len(discovery.found) != 1 or discovery.problem:
        return _say_not_added(discovery)
    (found,) = discovery.found
    known = next((one for one in file.sources if canonical(one.url) == canonical(found.source.url)), None)
    if known:
        logs.print(f"{known.url} is in {file.path} already, as {known.feed_id}.", markup=False)
        return BAD_USAGE
    source = _source_of(found, file.sources, id, title, tag)
    checkups.print_checkups([replace(found, source=source)])
    file.append([source])
    logs.print(f"Added to {file.path} as {source.feed_id}; active at the next cycle.", markup=False)
    return DONE


def _say_not_added(discovery: Discovery) -> int:
    """Prints the feeds of which one is to be chosen, or why there is none."""
    checkups.print_checkups(discovery.found)
    why = discovery.problem or "There are several feeds."
    choose = " Add the one you want by its own address." if discovery.found else ""
    logs.print(f"Not added. {why}{choose}", markup=False)
    return BAD_USAGE if discovery.found else FAILED


def _source_of(
    found: Checkup, listed: Iterable[FeedSource], wanted: str | None, title: str | None, tags: tuple[str, ...]
) -> FeedSource:
    from extractors.feeds.opml import new_id

    name = title or found.poll.title or found.source.title
    feed_id = wanted or new_id(name or found.source.url, [one.feed_id for one in listed])
    return replace(found.source, feed_id=feed_id, title=name, tags=tags)


@verbs.command
def remove(feed: str) -> int:
    """Remove a feed from feeds.yaml. What was read of it stays stored.

    Args:
        feed: Its id.
    """
    file = _file()
    file.remove(feed)
    logs.print(f"Removed from {file.path}: {feed}. What was read of it stays stored.", markup=False)
    if len(file.sources) == 1:
        logs.print("That was the only feed: `watchword watchlist accept feeds`, or it stays in force.")
    return DONE


@verbs.command
def pause(feed: str) -> int:
    """Stop polling a feed; digests and `feeds list` say that it is paused.

    Args:
        feed: Its id.
    """
    file = _file()
    if file.named(feed).paused:
        logs.print(f"{feed} is paused already.", markup=False)
    else:
        file.pause(feed)
        logs.print(f"Paused in {file.path}: {feed}. `watchword feeds resume ID` ends that.", markup=False)
    return DONE


@verbs.command
def resume(feed: str) -> int:
    """Poll a feed again that was paused by hand, or because it had answered 410 Gone.

    Args:
        feed: Its id.
    """
    from storage.store import Store

    file = _file()
    if file.named(feed).paused:
        file.resume(feed)
    paths = settings().paths
    if paths.live.exists():
        with Store(paths) as store:
            store.resume_feed(feed)
    logs.print(f"{feed} is polled again, from the next cycle on.", markup=False)
    return DONE


@verbs.command
def rename(feed: str, title: str) -> int:
    """Set the title of a feed. Its id stays, for what was read of it is stored under that.

    Args:
        feed: Its id.
        title: Shown instead of the id.
    """
    file = _file()
    file.rename(feed, title)
    logs.print(f"{feed} is shown as {title}.", markup=False)
    return DONE


@verbs.command(name="import")
def import_opml(path: Path) -> int:
    """Append the feeds of an OPML file to feeds.yaml, except those that are there already.

    Args:
        path: An OPML file, as other feed readers export it.
    """
    from core.urls import canonical
    from extractors.feeds.opml import read_opml

    file = _file()
    addresses = {canonical(source.url): source.feed_id for source in file.sources}
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ConfigError.of(Problem(str(path), f"cannot be read: {error.strerror}")) from error
    listed, passed_over = read_opml(body, str(path), [source.feed_id for source in file.sources])
    new = [source for source in listed if canonical(source.url) not in addresses]
    if new:
        file.append(new)
    for source in listed:
        if known := addresses.get(canonical(source.url)):
            logs.print(f"  passed over {source.url}: it is there already, as {known}", markup=False)
    for name, why in passed_over:
        logs.print(f"  passed over {name}: {why}", markup=False)
    logs.print(f"{len(new)} of {len(listed) + len(passed_over)} feeds added to {file.path}.", markup=False)
    return DONE


@verbs.command
def export(file: Path | None = None) -> int:
    """Write the feeds of feeds.yaml as OPML.

    Args:
        file: Where to (default: standard output).
    """
    from extractors.feeds.opml import write_opml

    text = write_opml(_file().sources)
    if file is None:
        sys.stdout.write(text.decode())
    else:
        file.write_bytes(text)
    return DONE


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
