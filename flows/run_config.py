"""A run's configuration: the settings and the three files that a user edits."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from tzlocal import get_localzone

from alerts.config.alerts_file import KnownEntries, parse_alerts
from alerts.config.subscriptions import AlertsConfig
from core.config import Document, parse_document, read_document, read_text, watchlist_files
from core.errors import ConfigError, Problem
from core.last_good import keep_all, kept_files, read_or_last_good
from core.records import FeedSource
from core.settings import Settings
from extractors.feeds.config import parse_feeds
from flows.removals import AcceptedRemovals, emptied_error, must_wait, waiting_problem
from matching.watchlist.loading import parse_watchlist, with_entries_of
from matching.watchlist.model import Watchlist
from matching.watchlist.roster import ids_of, tags_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class RunConfig:
    """The configuration of one run.

    `problems` say what of an edit is not in force: mistakes in a file, and removals that wait to be accepted.
    `waiting` are the ids of the entries of the watchlist that were removed and stay in force.
    """

    settings: Settings
    sources: tuple[FeedSource, ...]
    watchlist: Watchlist
    alerts: AlertsConfig
    problems: tuple[str, ...]
    waiting: tuple[str, ...] = ()

    @classmethod
    def without_list(cls, settings: Settings, alerts: AlertsConfig) -> RunConfig:
        """For messages that need neither feeds nor watchlist, which may have mistakes."""
        return cls(settings, (), Watchlist(""), alerts, ())


def load_run_config(settings: Settings, *, keep: bool = True) -> RunConfig:
    """The configuration in force. Raises ConfigError if a file is wrong and there is no last good version of it.

    The error has the mistakes of all such files. Valid files become the last good version unless `keep` is False, as
    for a check, which writes nothing.
    """
    loading = _Loading(settings, keep=keep)
    feeds, listed = _tried(loading.feeds), _tried(loading.watchlist)
    alerts = _tried(lambda: loading.alerts(None if isinstance(listed, ConfigError) else listed[0]))
    if isinstance(feeds, ConfigError) or isinstance(listed, ConfigError) or isinstance(alerts, ConfigError):
        wrong = [one for one in (feeds, listed, alerts) if isinstance(one, ConfigError)]
        raise ConfigError(tuple(problem for one in wrong for problem in one.problems))
    problems = feeds[1] + listed[2] + alerts[1]
    return RunConfig(settings, feeds[0], listed[0], alerts[0], problems, listed[1])


def _tried(read: Callable[[], Value]) -> Value | ConfigError:
    try:
        return read()
    except ConfigError as error:
        return error


def load_alerts(settings: Settings) -> AlertsConfig:
    """What alerts.yaml says, or its last good version; whether the watchlist has what it asks for is not looked at.

    Raises ConfigError if there is neither.
    """
    return _Loading(settings, keep=False).alerts(None)[0]


@dataclass(frozen=True, slots=True)
class _Loading:
    settings: Settings
    keep: bool

    def feeds(self) -> tuple[tuple[FeedSource, ...], tuple[str, ...]]:
        def parse(documents: Sequence[Document]) -> tuple[FeedSource, ...]:
            return parse_feeds(documents[0])

        return self._read("feeds", parse, parse, lambda found: [one.feed_id for one in found], "feed")

    def alerts(self, watchlist: Watchlist | None) -> tuple[AlertsConfig, tuple[str, ...]]:
        zone, known = machine_zone(), known_entries(watchlist) if watchlist else None
        return self._read(
            "alerts",
            lambda documents: parse_alerts(documents[0], zone, known),
            lambda documents: parse_alerts(documents[0], zone),
            lambda found: [one.subscription_id for one in found.subscriptions],
            "subscription",
        )

    def watchlist(self) -> tuple[Watchlist, tuple[str, ...], tuple[str, ...]]:
        """The watchlist in force, the ids of removed entries that stay in it, and what is to be said."""
        read: list[Document] = []

        def parse(documents: Sequence[Document]) -> Watchlist:
            read[:] = documents
            return parse_watchlist(documents)

        earlier = self._earlier_lists()
        listed, problems = self._read("watchlist", parse, parse_watchlist, ids_of, "entry", keep=False)
        if problems:
            return listed, (), problems
        removed, before = self._removed(listed, earlier, read)
        if self.keep:
            self._keep_watchlist(read, earlier if removed else ())
        if before is None or not removed:
            return listed, (), ()
        folder = self.settings.config_dir / "watchlist"
        name = str(folder if folder.is_dir() else folder.with_suffix(".yaml"))
        problem = waiting_problem(name, removed, len(before.entries))
        return with_entries_of(listed, before, set(removed)), removed, (str(problem),)

    def _removed(
        self, listed: Watchlist, earlier: Sequence[Document], read: Sequence[Document]
    ) -> tuple[tuple[str, ...], Watchlist | None]:
        """The entries whose removal waits to be accepted, and the list in which they stood."""
        if [one.text for one in earlier] == [one.text for one in read]:
            return (), None
        try:
            read_earlier = [parse_document(one.text, one.name) for one in earlier]
            before = parse_watchlist(read_earlier) if earlier else None
        except ConfigError:  # written by another version of the program
            before = None
        if before is None:
            return (), None
        old, now = ids_of(before), set(ids_of(listed))
        removed = tuple(one for one in old if one not in now)
        waits = must_wait(len(old), removed, self._accepted.read().get("watchlist", ()))
        return (removed, before) if waits else ((), None)

    def _keep_watchlist(self, read: Sequence[Document], waiting: Sequence[Document]) -> None:
        """Makes these files the last good version; the ones from which removals wait are kept beside it."""
        if waiting:
            keep_all(waiting, self._waiting)
        else:
            shutil.rmtree(self._waiting, ignore_errors=True)
            self._take_over("watchlist")
        keep_all(read, self.settings.paths.last_good / "watchlist")

    def _earlier_lists(self) -> tuple[Document, ...]:
        """The list that edits are compared with: the one from which removals wait, else the last good version.

        Its files are only read, for mostly they are those of today.
        """
        files = kept_files(self._waiting) or kept_files(self.settings.paths.last_good / "watchlist")
        try:
            return tuple(Document(str(file), read_text(file), None) for file in files)
        except ConfigError:
            return ()

    @property
    def _waiting(self) -> Path:
        return self.settings.paths.last_good / "watchlist-waiting"

    @property
    def _accepted(self) -> AcceptedRemovals:
        return AcceptedRemovals(self.settings.paths.last_good)

    def _take_over(self, kind: str) -> None:
        with suppress(OSError):
            self._accepted.take_over(kind)

    def _read(
        self,
        kind: str,
        parse: Callable[[Sequence[Document]], Value],
        parse_kept: Callable[[Sequence[Document]], Value],
        ids_of: Callable[[Value], Collection[str]],
        what: str,
        *,
        keep: bool = True,
    ) -> tuple[Value, tuple[str, ...]]:
        """The value in force and the problems; an emptied file counts as one, unless that was accepted."""
        kept = self.settings.paths.last_good / kind

        def parse_filled(documents: Sequence[Document]) -> Value:
            found = parse(documents)
            if ids_of(found) or not kept_files(kept):
                return found
            try:
                before = ids_of(parse_kept([read_document(file) for file in kept_files(kept)]))
            except ConfigError:  # written by another version of the program
                return found
            if before and not set(before) <= set(self._accepted.read().get(kind, ())):
                raise emptied_error(documents[0].name, what, len(before))
            return found

        value, error = read_or_last_good(
            lambda: config_files(self.settings.config_dir, kind),
            kept,
            parse_filled,
            parse_kept,
            keep=keep and self.keep,
        )
        if error is None and keep and self.keep:
            self._take_over(kind)
        return value, () if error is None else _problems(error)


def _problems(error: ConfigError) -> tuple[str, ...]:
    """The mistakes in a file, a line each; the last line says what is in force instead."""
    *first, last = map(str, error.problems)
    return (*first, f"{last}; the last good version of the file is in force")


def known_entries(watchlist: Watchlist) -> KnownEntries | None:
    """What subscriptions can ask for; None for a watchlist without entries."""
    ids = frozenset(ids_of(watchlist))
    return KnownEntries(ids, tags_of(watchlist)) if ids else None


def config_files(config_dir: Path, name: str) -> tuple[Path, ...]:
    """The file `NAME.yaml`; for the watchlist also those of the folder `watchlist/`, if that is there instead.

    Raises ConfigError if both are there, for one of them would silently not count.
    """
    folder, file = config_dir / name, config_dir / f"{name}.yaml"
    if name != "watchlist" or not folder.is_dir():
        return (file,)
    if file.exists():
        message = f"and the folder {folder}/ are both there, and only one of them can be the watchlist"
        remedy = f"to use all lists: `mv {file} {folder}/`; to use the file alone: move the folder away"
        raise ConfigError.of(Problem(str(file), message, remedy=remedy))
    return watchlist_files(folder)


def machine_zone() -> ZoneInfo:
    """The machine's time zone; UTC if that has no name, as with TZ=CET-1CEST."""
    try:
        zone: tzinfo = get_localzone()
    except (KeyError, ValueError, OSError):  # as the library refuses what TZ may hold
        return ZoneInfo("UTC")
    return zone if isinstance(zone, ZoneInfo) and zone.key != "local" else ZoneInfo("UTC")
