"""`watchword config`: every setting, its value, and where that came from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cyclopts import App
from pydantic import SecretStr

from cli import printing
from cli.app import DONE, FROM_OPTIONS, logs, settings, warn_of_unknown_variables
from core.config import read_document
from core.errors import ConfigError
from core.settings import Settings
from flows.server import environment

if TYPE_CHECKING:
    from alerts.config.subscriptions import AlertsConfig, Mail

verbs = App(name="config", help="Show every setting, its value, and where that came from.")


class Setting(NamedTuple):
    """A row of the table."""

    setting: str
    value: str
    source: str  # default, environment, option or the file
    variable: str


@verbs.command
def show(*, json: bool = False) -> int:
    """Show every setting, its value, where that came from, and the variable that sets it. Secrets are not shown.

    Args:
        json: JSON lines instead of a table.
    """
    chosen = settings()
    warn_of_unknown_variables(chosen)
    alerts = _alerts(chosen)
    rows = [*_of_environment(chosen, alerts.mail if alerts else None), *_of_prefect(chosen), *_of_channels(alerts)]
    if json:
        printing.write_json(one._asdict() for one in rows)
    else:
        printing.write_table(Setting._fields, rows)
    return DONE


def _alerts(chosen: Settings) -> AlertsConfig | None:
    """What alerts.yaml says; None, with a message, if it cannot be read."""
    from alerts.config.alerts_file import parse_alerts
    from flows.run_config import machine_zone

    try:
        return parse_alerts(read_document(chosen.config_dir / "alerts.yaml"), machine_zone())
    except ConfigError as error:
        logs.print(f"Without alerts.yaml: {error.problems[0]}", style="red", markup=False)
        return None


_MAIL_FIELDS = {
    "smtp_host": "host",
    "smtp_port": "port",
    "smtp_user": "username",
    "smtp_from": "sender",
    "smtp_security": "security",
}


def _of_environment(chosen: Settings, mail: Mail | None) -> Iterator[Setting]:
    for name in type(chosen).model_fields:
        variable = f"WATCHWORD_{name.upper()}"
        value, source = getattr(chosen, name), "default"
        if name in chosen.model_fields_set:
            source = "option" if variable in FROM_OPTIONS else "environment"
        elif name in _MAIL_FIELDS and mail:
            value = getattr(mail, _MAIL_FIELDS[name])
            source = "default" if value == getattr(type(mail)(), _MAIL_FIELDS[name]) else "alerts.yaml"
        elif name == "cache_dir":
            value = chosen.paths.cache
        yield Setting(name, _shown(value), source, variable)


def _of_prefect(chosen: Settings) -> Iterator[Setting]:
    home = os.environ.get("PREFECT_HOME")
    yield Setting(
        "prefect_home", home or str(chosen.paths.prefect_home), "environment" if home else "default", "PREFECT_HOME"
    )
    url = environment.server_url()
    yield Setting("prefect_api_url", url or "", "environment" if url else "default", "PREFECT_API_URL")


def _of_channels(alerts: AlertsConfig | None) -> Iterator[Setting]:
    """The variables that channels name; their values are secrets."""
    for channel in alerts.channels if alerts else ():
        for variable in filter(None, (channel.url_env, channel.secret_env)):
            is_set = bool(os.environ.get(variable))
            source = "environment" if is_set else "alerts.yaml"
            yield Setting(f"channel {channel.channel_id}", _SECRET if is_set else "not set", source, variable)


_SECRET = "set, not shown"  # noqa: S105 - what is said instead of one


def _shown(value: object) -> str:
    if isinstance(value, SecretStr):
        return _SECRET
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
