"""Prefect's environment variables, which must be set before Prefect is imported and reads its settings.

What the user has set is kept: `PREFECT_API_URL` names a running server, which is then used.
"""

from __future__ import annotations

import os

from core.settings import DataPaths

_DEFAULTS = {
    # A server's first start takes 20 to 50 s; Prefect's default limit of 20 s would end the run.
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",
    # No telemetry: that at start-up ends in a logged "database is locked".
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "DO_NOT_TRACK": "1",
    # Results contain articles and stay in memory.
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_SERVER_DATABASE_TIMEOUT": "60",
}


def prepare(paths: DataPaths, *, quiet: bool) -> None:
    """Sets what is unset: Prefect's home in the data folder, a long start-up limit, no telemetry.

    `quiet` turns Prefect's log off, for interactive runs, whose errors reach the command as exceptions.
    """
    paths.prefect_home.mkdir(parents=True, exist_ok=True)
    for name, value in ({"PREFECT_HOME": str(paths.prefect_home)} | _DEFAULTS).items():
        os.environ.setdefault(name, value)
    if quiet:
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    else:
        os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "watchword")
