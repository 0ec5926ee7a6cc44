"""`watchword feeds`: check the configured feeds, find and add others, import and export lists."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from cyclopts import App, Parameter

from cli import printing
from cli.app import DONE, FAILED, logs, settings
from core.config import Document, parse_document, read_document
from core.errors import ConfigError, Problem
from core.records import FeedSource

if TYPE_CHECKING:
    from extractors.fetching.client import Fetcher
    from extractors.polling.checkup import Checkup
    from extractors.worker_pool import WorkerPool

verbs = App(name="feeds", help="Check, find, add and export feeds, and see their health.")

Result = TypeVar("Result")

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


@verbs.command
def check(*feeds: str, json: bool = False) -> int:
    """Fetch and read feeds, and say what is wrong with each and what to do about it. Nothing is stored.

    Args:
        feeds: Ids of feeds.yaml, or addresses (default: all of feeds.yaml).
        json: One JSON object a line instead of a table.
    """
    sources = _select_feeds(feeds)
    checkups = _with_fetcher(lambda fetcher, pool: _check(fetcher, pool, sources))
    _print_checkups(checkups, json=json)
    return DONE if not sources or any(one.is_good for one in checkups) else FAILED


@verbs.command
def discover(url: str, *, json: bool = False) -> int:
    """Find the feeds of a site: those its page links to, else those at usual addresses.

    Args:
        url: The site's address, or that of one of its pages.
        json: One JSON object a line instead of a table.
    """
    from extractors.polling.checkup import discover as find

    found = _with_fetcher(lambda fetcher, pool: find(fetcher, pool, url, datetime.now(UTC)))
    if not found:
        logs.print(f"No feed was found at {url}.", markup=False)
        return FAILED
    _print_checkups(found, json=json)
    return DONE


@verbs.command
def add(
    url: str,
    *,
    id: str | None = None,  # noqa: A002 - the key in feeds.yaml
    title: str | None = None,
    tag: Annotated[list[str] | None, Parameter(negative=())] = None,
) -> int:
    """Check a feed and, if it can be read, append it to feeds.yaml.

    Args:
        url: The feed's address.
        id: Its id (default: made of its title or address).
        title: Shown instead of the id.
        tag: A tag; may be given several times.
    """
    from extractors.feeds.config import parse_feeds
    from extractors.feeds.opml import new_id

    document = _read_feeds_file()
    taken = [source.feed_id for source in parse_feeds(document)]
    source = FeedSource(id or new_id(title or url, taken), url, title=title, tags=tuple(tag or ()))
    (checkup,) = _with_fetcher(lambda fetcher, pool: _check(fetcher, pool, [source]))
    _print_checkups([checkup])
    if not checkup.is_good:
        logs.print("Not added. `watchword feeds discover` may find its address.")
        return FAILED
    _append_feeds(document, [source])
    logs.print(f"Added to {document.name} as {source.feed_id}; active at the next cycle.", markup=False)
    return DONE


@verbs.command(name="import")
def import_opml(file: Path) -> int:
    """Append the feeds of an OPML file to feeds.yaml, except those that are there already.

    Args:
        file: An OPML file, as other feed readers export it.
    """
    from core.urls import canonical
    from extractors.feeds.config import parse_feeds
    from extractors.feeds.opml import read_opml

    document = _read_feeds_file()
    followed = parse_feeds(document)
    addresses = {canonical(source.url) for source in followed}
    try:
        body = file.read_bytes()
    except OSError as error:
        raise ConfigError.of(Problem(str(file), f"cannot be read: {error.strerror}")) from error
    listed = read_opml(body, str(file), [source.feed_id for source in followed])
    new = [source for source in listed if canonical(source.url) not in addresses]
    if new:
        _append_feeds(document, new)
    logs.print(f"{len(new)} of {len(listed)} feeds added to {document.name}.", markup=False)
    return DONE


@verbs.command
def export(file: Path | None = None) -> int:
    """Write the feeds of feeds.yaml as OPML.

    Args:
        file: Where to (default: standard output).
    """
    from extractors.feeds.opml import write_opml

    text = write_opml(_configured_feeds())
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


# ---------------------------------------------------------------- reading and writing


def _with_fetcher(work: Callable[[Fetcher, WorkerPool], Awaitable[Result]]) -> Result:
    """The result of `work`, called with a polite fetcher and a pool of one worker."""
    from extractors.fetching.client import Fetcher
    from extractors.fetching.policy import FetchPolicy
    from extractors.worker_pool import WorkerPool

    async def run() -> Result:
        async with Fetcher(FetchPolicy.from_settings(settings())) as fetcher:
            return await work(fetcher, pool)

    with WorkerPool(1) as pool:
        return asyncio.run(run())


async def _check(fetcher: Fetcher, pool: WorkerPool, sources: Sequence[FeedSource]) -> list[Checkup]:
    from extractors.polling.checkup import check_feeds

    return await check_feeds(fetcher, pool, sources, datetime.now(UTC))


def _read_feeds_file() -> Document:
    path = settings().config_dir / "feeds.yaml"
    return read_document(path) if path.exists() else parse_document("feeds:\n", str(path))


def _configured_feeds() -> tuple[FeedSource, ...]:
    from extractors.feeds.config import parse_feeds

    return parse_feeds(_read_feeds_file())


def _select_feeds(names: Iterable[str]) -> list[FeedSource]:
    """The feeds with these ids or addresses, all if none are given. Raises ConfigError for an unknown id."""
    wanted, followed = list(names), {source.feed_id: source for source in _configured_feeds()}
    if not wanted:
        return list(followed.values())
    chosen = []
    for name in wanted:
        if name not in followed and not re.match(r"https?://", name):
            raise ConfigError.of(Problem("feeds.yaml", f"no feed has the id {name!r}"))
        chosen.append(followed.get(name) or FeedSource(name, name))
    return chosen


def _append_feeds(document: Document, sources: Sequence[FeedSource]) -> None:
    """Appends feeds to feeds.yaml by replacing the file atomically."""
    from extractors.feeds.config import with_feeds

    path = Path(document.name)
    text = with_feeds(document, sources)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    os.replace(file.name, path)


# ---------------------------------------------------------------- printing


def _print_checkups(checkups: Iterable[Checkup], *, json: bool = False) -> None:
    rows = [_checkup_row(one) for one in checkups]
    if json:
        printing.write_json(rows)
    elif rows:
        printing.write_table(tuple(rows[0]), [tuple(row.values()) for row in rows])


def _checkup_row(checkup: Checkup) -> dict[str, Any]:
    source, poll = checkup.source, checkup.poll
    return {
        "feed": source.feed_id,
        "title": source.title,
        "state": poll.failure.cause if poll.failure else "ok",
        "http": poll.http_status,
        "entries": len(poll.entries),
        "newest": checkup.newest,
        "remarks": " ".join(checkup.remarks),
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
