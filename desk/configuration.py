"""The configuration for the pages that need it, read again when a file has changed."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

from core.settings import Settings
from flows.run_config import RunConfig, load_run_config

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Configuration:
    """The configuration in force; it writes nothing."""

    settings: Settings
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _read: tuple[Stamp, RunConfig] | None = None

    def current(self) -> RunConfig:
        """The configuration. Raises ConfigError if a file is wrong and there is no last good version of it."""
        with self._lock:
            stamp = self._stamp()
            if self._read is None or self._read[0] != stamp:
                self._read = (stamp, load_run_config(self.settings, keep=False))
            return self._read[1]

    def _stamp(self) -> Stamp:
        """Names, sizes and times of change of the files."""
        folder = self.settings.config_dir
        files = sorted({*folder.glob("*.yaml"), *folder.glob("watchlist/*")})
        return tuple((str(one), *_size_and_time(one)) for one in files)


def _size_and_time(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns
