"""What the command is doing, on a terminal, while the user waits; nothing in pipes and logs of cron."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rich.status import Status

from cli.app import logs

_LOGGER = logging.getLogger("watchword")


@contextmanager
def shown_progress(first: str, *, quiet: bool = False) -> Iterator[None]:
    """Shows the latest message of Watchword's loggers on one line that is redrawn, with `first` before there is one.

    Nothing else of their messages is printed meanwhile; what went wrong is in the summary.
    """
    before = _LOGGER.propagate, _LOGGER.level
    _LOGGER.propagate = False
    try:
        if quiet or not logs.is_terminal:
            _LOGGER.setLevel(logging.CRITICAL)
            yield
        else:
            _LOGGER.setLevel(logging.INFO)
            with logs.status(first) as status, _shown_on(status):
                yield
    finally:
        _LOGGER.propagate = before[0]
        _LOGGER.setLevel(before[1])


@contextmanager
def _shown_on(status: Status) -> Iterator[None]:
    handler = _StatusHandler(status)
    _LOGGER.addHandler(handler)
    try:
        yield
    finally:
        _LOGGER.removeHandler(handler)


class _StatusHandler(logging.Handler):
    """Shows each message in place of the one before."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self._status = status

    def emit(self, record: logging.LogRecord) -> None:
        """Shows the record's message."""
        self._status.update(record.getMessage().replace("[", r"\["))
