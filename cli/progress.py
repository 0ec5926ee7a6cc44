"""The watch's own log lines on standard error, while a person waits."""

from __future__ import annotations

import logging

from rich.logging import RichHandler

from cli.app import logs


def show_progress() -> None:
    """Shows what the `watchword` loggers say, plainly, and nothing of any other library."""
    logger = logging.getLogger("watchword")
    if logger.handlers:
        return
    handler = RichHandler(console=logs, show_time=False, show_level=False, show_path=False, markup=False)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
