"""A run's configuration: the settings and the three files that a user edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from tzlocal import get_localzone

from alerts.subscriptions import AlertsConfig, parse_alerts
from core.config import Document, watchlist_files
from core.errors import ConfigError
from core.last_good import read_or_last_good
from core.records import FeedSource
from core.settings import Settings
from extractors.feeds.config import parse_feeds
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Watchlist

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class RunConfig:
    """The configuration of one run. `problems` are the errors of files whose last good version is in force."""

    settings: Settings
    sources: tuple[FeedSource, ...]
    watchlist: Watchlist
    alerts: AlertsConfig
    problems: tuple[str, ...]


def load_run_config(settings: Settings, *, keep: bool = True) -> RunConfig:
    """The configuration in force. Raises ConfigError if a file is wrong and there is no last good version of it.

    Valid files become the last good version unless `keep` is False, as for a check, which writes nothing.
    """
    read = partial(_read, settings, keep=keep)
    sources, feed_problems = read("feeds", lambda documents: parse_feeds(documents[0]))
    watchlist, list_problems = read("watchlist", parse_watchlist)
    zone = machine_zone()
    alerts, alert_problems = read("alerts", lambda documents: parse_alerts(documents[0], zone))
    return RunConfig(settings, sources, watchlist, alerts, feed_problems + list_problems + alert_problems)


def _read(
    settings: Settings, name: str, parse: Callable[[Sequence[Document]], Value], *, keep: bool
) -> tuple[Value, tuple[str, ...]]:
    kept = settings.paths.last_good / name
    value, error = read_or_last_good(config_files(settings.config_dir, name), kept, parse, keep=keep)
    return value, _problems_of(error)


def config_files(config_dir: Path, name: str) -> tuple[Path, ...]:
    """The files of one kind: those of the folder `NAME/` if it exists, else `NAME.yaml`."""
    folder = config_dir / name
    return watchlist_files(folder) if folder.is_dir() else (config_dir / f"{name}.yaml",)


def _problems_of(error: ConfigError | None) -> tuple[str, ...]:
    return () if error is None else tuple(map(str, error.problems))


def machine_zone() -> ZoneInfo:
    """The machine's time zone; UTC if that has no name."""
    zone: tzinfo = get_localzone()
    return zone if isinstance(zone, ZoneInfo) and zone.key != "local" else ZoneInfo("UTC")
