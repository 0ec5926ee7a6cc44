"""Prefect's environment, set before Prefect is imported, for that is when it reads its settings.

What the user has set wins: a `PREFECT_API_URL` means that a server is running, and it is used.
"""

from __future__ import annotations

import os

from core.settings import DataPaths

_QUIET_AND_OWN = {
    # A cold home takes a server 20 to 50 s; Prefect's own limit of 20 s then ends the run.
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",
    # The start-up telemetry ends in a logged "database is locked", and the watch tells nobody what it does.
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "DO_NOT_TRACK": "1",
    # Results hold articles: they stay in memory.
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_SERVER_DATABASE_TIMEOUT": "60",
}


def prepare(paths: DataPaths, *, quiet: bool) -> None:
    """Sets what is unset: Prefect's home below the data folder, patient start-up, no telemetry.

    `quiet` leaves Prefect's own log lines out: for runs that a person watches. What stops such a run reaches the
    command as an exception.
    """
    paths.prefect_home.mkdir(parents=True, exist_ok=True)
    for name, value in ({"PREFECT_HOME": str(paths.prefect_home)} | _QUIET_AND_OWN).items():
        os.environ.setdefault(name, value)
    if quiet:
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    else:
        os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "watchword")
