"""`watchword environment`: the variables for a Prefect server, worker and client that are started by hand."""

from __future__ import annotations

import os
import shlex
import sys

from cli.app import DONE, settings
from flows.server import environment as prefect_environment
from flows.server.server_secret import kept_secret


def environment(*, port: int = 4200) -> int:
    """Print what a shell must set before `prefect server start`, `prefect worker start` and other prefect commands.

    Use it as `eval "$(watchword environment)"`, in each terminal. It contains the secret of the server, which is made
    if there is none yet.

    Args:
        port: The port of Prefect's server on loopback.
    """
    chosen = settings()
    folders = {
        "WATCHWORD_CONFIG_DIR": str(chosen.config_dir.absolute()),
        "WATCHWORD_DATA_DIR": str(chosen.paths.root),
    }
    if chosen.smtp_password_file:
        folders["WATCHWORD_SMTP_PASSWORD_FILE"] = str(chosen.smtp_password_file.absolute())
    secret = kept_secret(chosen.paths.server_secret)
    variables = folders | prefect_environment.defaults(chosen.paths)
    variables |= prefect_environment.access(port, secret, os.environ)
    sys.stdout.writelines(f"export {name}={shlex.quote(value)}\n" for name, value in variables.items())
    return DONE
