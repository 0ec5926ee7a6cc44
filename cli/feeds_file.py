"""feeds.yaml as the `feeds` verbs read and edit it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from cli.nearness import nearest
from core.atomic_files import replace_file
from core.config import Document, parse_document, read_document
from core.errors import ConfigError, Problem
from core.plain_yaml import Location
from core.records import FeedSource
from core.yaml_edits import UneditableError, with_value, without_item, without_key
from extractors.feeds.config import parse_feeds, with_feeds


class EditableFeeds:
    """The file `feeds.yaml` of a configuration folder; only the file may be missing. Edits leave all else as it is."""

    def __init__(self, config_dir: Path) -> None:
        """Reads the file. Raises ConfigError if it cannot be read or is invalid."""
        self.path = config_dir / "feeds.yaml"
        is_new = config_dir.is_dir() and not self.path.exists()
        self._document = parse_document("feeds:\n", str(self.path)) if is_new else read_document(self.path)
        self.sources = parse_feeds(self._document)

    def named(self, feed_id: str) -> FeedSource:
        """The feed with this id. Raises ConfigError, with ids that are like it, if there is none."""
        return self.sources[self._index(feed_id)]

    def append(self, sources: Sequence[FeedSource]) -> None:
        """Appends feeds to the file. Raises ConfigError if that is not possible."""
        self._write(with_feeds(self._document, sources))

    def remove(self, feed_id: str) -> None:
        """Removes a feed from the file. Raises ConfigError."""
        self._edit(feed_id, without_item, without=feed_id)

    def rename(self, feed_id: str, title: str) -> None:
        """Sets the title of a feed. Raises ConfigError."""
        value = json.dumps(title, ensure_ascii=False)
        self._edit(feed_id, lambda text, place: with_value(text, (*place, "title"), value))

    def pause(self, feed_id: str) -> None:
        """Writes that a feed is not to be polled. Raises ConfigError."""
        self._edit(feed_id, lambda text, place: with_value(text, (*place, "paused"), "true"))

    def resume(self, feed_id: str) -> None:
        """Removes that a feed is paused, if it is. Raises ConfigError."""
        if self.named(feed_id).paused:
            self._edit(feed_id, lambda text, place: without_key(text, (*place, "paused")))

    def _index(self, feed_id: str) -> int:
        ids = [one.feed_id for one in self.sources]
        if feed_id not in ids:
            problem = Problem(str(self.path), f"no feed has the id {feed_id!r}{nearest(feed_id, ids)}")
            raise ConfigError.of(problem)
        return ids.index(feed_id)

    def _edit(self, feed_id: str, change: Callable[[str, Location], str], *, without: str | None = None) -> None:
        """Writes the changed text if it lists the same feeds as before, but for the one without which it is to be."""
        place: Location = ("feeds", self._index(feed_id))
        expected = [one.feed_id for one in self.sources if one.feed_id != without]
        try:
            changed = change(self._document.text, place)
            listed = [one.feed_id for one in parse_feeds(parse_document(changed, str(self.path)))]
        except (UneditableError, ConfigError) as error:
            raise self._uneditable(feed_id) from error
        if listed != expected:
            raise self._uneditable(feed_id)
        self._write(changed)

    def _uneditable(self, feed_id: str) -> ConfigError:
        problem = Problem(str(self.path), f"the entry {feed_id!r} is written in a way that only you can edit")
        return ConfigError.of(problem)

    def _write(self, text: str) -> None:
        self._document = Document(str(self.path), text, None)
        replace_file(self.path.resolve(), text.encode())


def selected(file: EditableFeeds, names: Iterable[str]) -> list[FeedSource]:
    """The feeds with these ids or addresses, all if none are given. Raises ConfigError for an unknown id."""
    wanted = list(names)
    if not wanted:
        return list(file.sources)
    return [FeedSource(name, name) if "://" in name else file.named(name) for name in wanted]
