"""The configuration of a process, read again only when a file has changed: a cycle asks for it three times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from core.settings import Settings
from flows.run_config import RunConfig, load_run_config, machine_zone

_Stamp = tuple[str, tuple[tuple[str, bytes], ...]]


@dataclass(frozen=True, slots=True)
class _Loaded:
    stamp: _Stamp
    config: RunConfig


_latest: list[_Loaded] = []


def current_config(settings: Settings) -> RunConfig:
    """As `load_run_config`; the same value again as long as the settings and the content of every file are the same."""
    if _latest and _latest[0].config.settings == settings and _latest[0].stamp == _stamp(settings):
        return _latest[0].config
    _latest.clear()
    config = load_run_config(settings)
    if not config.problems:
        _latest.append(_Loaded(_stamp(settings), config))
    return config


def _stamp(settings: Settings) -> _Stamp:
    """The time zone, and the files of the configuration and of what is kept of it, each with a hash of its bytes."""
    folder = settings.config_dir
    files = sorted({*folder.glob("*.yaml"), *folder.glob("watchlist/*"), *settings.paths.last_good.rglob("*")})
    return machine_zone().key, tuple(_hashes(files))


def _hashes(files: Iterable[Path]) -> Iterable[tuple[str, bytes]]:
    for file in files:
        if file.is_file():
            try:
                yield str(file), sha256(file.read_bytes()).digest()
            except OSError:
                yield str(file), b""
