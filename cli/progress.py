"""Watchword's log lines on standard error, while the user waits."""

from __future__ import annotations

import logging

from rich.logging import RichHandler

from cli.app import logs


def show_progress() -> None:
    """Prints the messages of the `watchword` loggers without time or level, and none of other libraries."""
    logger = logging.getLogger("watchword")
    if logger.handlers:
        return
    handler = RichHandler(console=logs, show_time=False, show_level=False, show_path=False, markup=False)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
