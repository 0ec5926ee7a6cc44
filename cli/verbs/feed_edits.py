"""`watchword feeds add`, `remove`, `pause`, `resume`, `rename`, `import`, `export`: feeds.yaml edited for you."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cli import checkups
from cli.app import BAD_USAGE, DONE, FAILED, logs, settings
from cli.feeds_file import EditableFeeds
from core.errors import ConfigError, Problem
from core.records import FeedSource

if TYPE_CHECKING:
    from extractors.polling.checkup import Checkup, Discovery


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
    from extractors.feeds.opml import name_for_id, new_id

    name = title or found.poll.title or found.source.title
    feed_id = wanted or new_id(name_for_id(name, found.source.url), [one.feed_id for one in listed])
    return replace(found.source, feed_id=feed_id, title=name, tags=tags)


def _edited(change: Callable[[EditableFeeds], object], said: str) -> EditableFeeds:
    """feeds.yaml after the change, which is said; `{file}` in the sentence is its path."""
    file = _file()
    change(file)
    logs.print(said.replace("{file}", str(file.path)), markup=False)
    return file


def remove(feed: str) -> int:
    """Remove a feed from feeds.yaml. What was read of it stays stored.

    Args:
        feed: Its id.
    """
    said = f"Removed from {{file}}: {feed}. What was read of it stays stored."
    if len(_edited(lambda file: file.remove(feed), said).sources) == 1:
        logs.print("That was the only feed: `watchword watchlist accept feeds`, or it stays in force.")
    return DONE


def pause(feed: str) -> int:
    """Stop polling a feed; digests and `feeds list` say that it is paused.

    Args:
        feed: Its id.
    """
    if _file().named(feed).paused:
        logs.print(f"{feed} is paused already.", markup=False)
    else:
        said = f"Paused in {{file}}: {feed}. `watchword feeds resume {feed}` ends that."
        _edited(lambda file: file.pause(feed), said)
    return DONE


def resume(feed: str) -> int:
    """Poll a feed again that was paused by hand, or because it had answered 410 Gone.

    Args:
        feed: Its id.
    """
    from storage.store import Store

    paths = settings().paths
    if paths.live.exists() and _file().named(feed):
        with Store(paths) as store:
            store.feeds.resume(feed)
    said = f"{feed} is polled again, from the next cycle on."
    _edited(lambda file: file.resume(feed), said)
    return DONE


def rename(feed: str, title: str) -> int:
    """Set the title of a feed. Its id stays, for what was read of it is stored under that.

    Args:
        feed: Its id.
        title: Shown instead of the id.
    """
    _edited(lambda file: file.rename(feed, title), f"{feed} is shown as {title}.")
    return DONE


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


def _file() -> EditableFeeds:
    return EditableFeeds(settings().config_dir)
