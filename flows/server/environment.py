"""Prefect's environment variables, which must be set before Prefect is imported and reads its settings.

With `PREFECT_API_URL` the user names a running server, which is then used, with whatever else is set. Without it the
server is our own, and of the inherited variables only those in `_KEPT` are in force.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from core.errors import StorageDamagedError
from core.settings import DataPaths

_KEPT = (
    "PREFECT_HOME",
    "PREFECT_LOGGING_",
    "PREFECT_API_DATABASE_",
    "PREFECT_SERVER_DATABASE_",
    "PREFECT_SERVER_LOGGING_",
    "PREFECT_SERVER_SERVICES_",
    "PREFECT_WORKER_",
)
"""How the inherited variables begin that our own server, worker and client may see: none that opens the server."""

_DEFAULTS = {
    # Prefect would start an embedded server without a secret; ours is started by `prefect_server`.
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
    # No telemetry: that at start-up ends in a logged "database is locked".
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "DO_NOT_TRACK": "1",
    # Results contain articles and stay in memory.
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_SERVER_DATABASE_TIMEOUT": "60",
    # Prefect deletes runs after 90 days, with their logs and artifacts; `maintain` does after WATCHWORD_KEEP_LOGS_DAYS.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "true",
}


_OTHER_DATABASE = re.compile(r"PREFECT_(?:API|SERVER)_DATABASE_(?:CONNECTION_URL|DRIVER|HOST|NAME)")


def has_other_database() -> bool:
    """True if variables name a database for our own server, so that it does not keep one in its home."""
    return any(map(_OTHER_DATABASE.fullmatch, os.environ))


def prepare(paths: DataPaths, *, quiet: bool, json_logs: bool = False) -> None:
    """Sets what is unset: Prefect's home in the data folder, no telemetry. Our own server inherits only `_KEPT`.

    `quiet` turns Prefect's log off, for interactive runs, whose errors reach the command as exceptions. `json_logs`
    makes it one JSON object a line. Raises StorageDamagedError if that home cannot be made.
    """
    if not server_url():
        for name in [name for name in os.environ if name.startswith("PREFECT_") and not name.startswith(_KEPT)]:
            del os.environ[name]
    for name, value in defaults(paths).items():
        os.environ.setdefault(name, value)
    os.environ["PREFECT_HOME"] = str(Path(os.environ["PREFECT_HOME"]).absolute())  # children run in other folders
    home = Path(os.environ["PREFECT_HOME"])
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"{home}: {error.strerror}; the data folder must be writable (choose another with --data DIR)"
        raise StorageDamagedError(message) from error
    if json_logs:
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_FORMATTER", "json")
    if quiet:
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    else:
        os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "watchword")


def server_url() -> str | None:
    """The address of the running server that the user names, None if we start our own."""
    return os.environ.get("PREFECT_API_URL") or None


def is_own_server(variables: Mapping[str, str]) -> bool:
    """True if the server that the variables lead to is ours alone: they also hold what it is started with."""
    return bool(variables.get("PREFECT_SERVER_API_AUTH_STRING"))


def defaults(paths: DataPaths) -> dict[str, str]:
    """What we set where the user has set nothing."""
    installed = find_spec("prefect")  # finds it without importing it
    package = Path(installed.origin).parent if installed and installed.origin else None
    return {"PREFECT_HOME": str(paths.prefect_home)} | _DEFAULTS | pages_elsewhere(package, paths.prefect_home)


def pages_elsewhere(package: Path | None, home: Path) -> dict[str, str]:
    """Where Prefect keeps its pages if it cannot write into its own package, as in a container; empty if it can.

    It unpacks them at the first start, and serves none if it cannot.
    """
    can_unpack = package is not None and os.access(package / "server", os.W_OK)
    return {} if can_unpack else {"PREFECT_UI_STATIC_DIRECTORY": str(home / "pages")}


def access(port: int, secret: str, inherited: Mapping[str, str]) -> dict[str, str]:
    """The variables that close our own server at `port` on loopback, and give its worker and clients the secret.

    Each wins over a profile, a `.env` or a `prefect.toml`. The names are those that Prefect reads first.
    """
    place = f"http://127.0.0.1:{port}"
    past_proxy = (inherited.get("no_proxy") or inherited.get("NO_PROXY") or "").split(",")
    bypass = ",".join(dict.fromkeys(filter(None, [*past_proxy, "127.0.0.1"])))
    return {
        "PREFECT_API_URL": f"{place}/api",
        "PREFECT_API_AUTH_STRING": secret,
        "PREFECT_CLIENT_CSRF_SUPPORT_ENABLED": "true",
        "PREFECT_SERVER_API_AUTH_STRING": secret,
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS": place,
        "PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED": "true",
        "PREFECT_SERVER_UI_API_URL": f"{place}/api",  # the page sends the secret here, and nowhere else
        # Prefect's clients follow HTTP_PROXY, which would be handed the secret.
        "NO_PROXY": bypass,
        "no_proxy": bypass,
    }
