"""`watchword service`: the watch as a service of the system or of your account."""

from __future__ import annotations

import getpass
import shutil
import sys
from typing import Annotated

from cyclopts import App, Parameter, validators

from cli.app import DONE, FAILED, logs, settings
from cli.service_unit import Service

verbs = App(name="service")

Port = Annotated[int, Parameter(validator=validators.Number(gte=1, lte=65535))]


@verbs.command
def install(*, user: bool = False, port: Port = 4200, run_as: str | None = None, force: bool = False) -> int:
    """Write a systemd unit for this configuration and data folder, and say the next step.

    Args:
        user: For your own account, which needs no rights; else for the system, as root.
        port: The port of Prefect's server on loopback.
        run_as: The account of a service of the system (default: yours).
        force: Write over a unit that is there already.
    """
    service = _service(user=user, port=port, run_as=run_as)
    if service.path.exists() and service.path.read_text("utf-8") != service.unit() and not force:
        logs.print(f"{service.path} is there already and differs; --force writes over it.", style="red", markup=False)
        return FAILED
    try:
        service.path.parent.mkdir(parents=True, exist_ok=True)
        service.path.write_text(service.unit(), "utf-8")
        service.path.chmod(0o644)
    except PermissionError:
        again = f"sudo {sys.argv[0]} service install --run-as {service.user}"
        logs.print(f"{service.path} cannot be written: `{again}`, or --user.", style="red", markup=False)
        return FAILED
    service.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    _say_next_step(service)
    return DONE


@verbs.command
def show(*, user: bool = False, port: Port = 4200, run_as: str | None = None) -> int:
    """Print the unit that `install` would write.

    Args:
        user: For your own account.
        port: The port of Prefect's server on loopback.
        run_as: The account of a service of the system (default: yours).
    """
    sys.stdout.write(_service(user=user, port=port, run_as=run_as).unit())
    return DONE


def _service(*, user: bool, port: int, run_as: str | None) -> Service:
    return Service.of(settings(), port, None if user else run_as or getpass.getuser())


def _say_next_step(service: Service) -> None:
    scope = "" if service.user else " --user"
    logs.print(f"Written: {service.path}", markup=False)
    if shutil.which("systemctl") is None:
        logs.print("There is no systemd here; docs/operations.md has lines for launchd and cron.", style="yellow")
    lines = [f"systemctl{scope} daemon-reload", f"systemctl{scope} enable --now watchword"]
    if not service.user:
        lines.append(f"loginctl enable-linger {getpass.getuser()}   # it also runs while you are not logged in")
    logs.print("Next:", *(f"  {line}" for line in lines), sep="\n", markup=False)
    logs.print(
        f"Passwords go into {service.config / 'watchword.env'}, a line NAME=value each, mode 0600.", markup=False
    )
