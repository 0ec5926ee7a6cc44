"""`watchword up`: Prefect's server, the scheduled deployments and a worker, with one command and one Ctrl-C."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

from cyclopts import Parameter, validators

from cli.app import DONE, FAILED, logs, settings, warn_of_environment
from core.errors import StorageBusyError
from core.memory import share_arenas
from flows.server import environment

PROJECT = Path(__file__).parents[2]


Port = Annotated[int, Parameter(validator=validators.Number(gte=0, lte=65535))]


def up(
    *, port: Port = 4200, desk: Annotated[bool, Parameter(negative="--no-desk")] = True, desk_port: Port = 4210
) -> int:
    """Run the watch until Ctrl-C: polls every 15 minutes, digests when they are due, upkeep at night.

    Args:
        port: The port of Prefect's server and its pages, on loopback; 0 takes a free one. Not used where
            PREFECT_API_URL names a server.
        desk: Serve the desk too, on loopback.
        desk_port: The port of the desk; 0 takes a free one.
    """
    chosen = settings()
    logs.as_json = chosen.log_format == "json"
    # The worker runs in the project's folder, so relative paths would lead elsewhere.
    os.environ["WATCHWORD_CONFIG_DIR"] = str(chosen.config_dir.absolute())
    os.environ["WATCHWORD_DATA_DIR"] = str(chosen.paths.root)
    if chosen.smtp_password_file:
        os.environ["WATCHWORD_SMTP_PASSWORD_FILE"] = str(chosen.smtp_password_file.absolute())
    warn_of_environment(chosen)
    share_arenas()
    environment.prepare(chosen.paths, quiet=False, json_logs=chosen.log_format == "json")
    signal.signal(signal.SIGTERM, _interrupt)
    from cli.verbs.desk import desk_beside
    from flows.run_config import load_run_config

    load_run_config(chosen)  # a wrong file is said here, before anything starts
    from flows.server.prefect_worker import keep_watch, running_worker
    from storage.database.locks import up_lock

    try:
        with (
            up_lock(chosen.paths),
            running_worker(PROJECT, port, chosen.paths, _say) as children,
            desk_beside(chosen, desk_port, wanted=desk),
        ):
            logs.print(f"The watch is on. Database: {chosen.paths.snapshot}   Ctrl-C ends it.", markup=False)
            ended = keep_watch(children)
    except StorageBusyError as busy:
        logs.print(f"The watch is on already for {chosen.paths.root}: {busy.holder}.", style="red", markup=False)
        return FAILED
    except KeyboardInterrupt:
        logs.print("The watch is off; nothing is lost, the next start goes on where this one stopped.")
        return DONE
    logs.print(f"The watch is off, because {ended} ended unexpectedly; its last messages are above.", style="red")
    return FAILED


def _say(line: str) -> None:
    logs.print(line, markup=False)


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
