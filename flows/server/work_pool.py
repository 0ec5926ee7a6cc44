"""The work pool, whose jobs are fixed: no deployment, flow run or schedule can name what the worker executes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import WorkPoolCreate, WorkPoolUpdate
from prefect.exceptions import ObjectNotFound

from core.errors import WatchwordError

WORK_POOL = "watchword"

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_DROPPED = frozenset({"command"})
"""What the pool does not say either: the worker's default, Prefect's flow engine, is the only command."""

Template = Mapping[str, Any]


class WorkPoolError(WatchwordError):
    """The work pool in Prefect is none that our worker serves."""


def ensure_locked_pool(client: SyncPrefectClient) -> None:
    """Creates the pool with a locked job template, or locks that of the existing one and leaves the rest as it is.

    Raises WorkPoolError if the pool is for runs in containers or elsewhere.
    """
    try:
        pool = client.read_work_pool(WORK_POOL)
    except ObjectNotFound:
        client.create_work_pool(WorkPoolCreate(name=WORK_POOL, type="process", base_job_template=locked({})))
        return
    if pool.type != "process":
        raise WorkPoolError(
            f"Prefect's work pool {WORK_POOL} is of the type {pool.type}, and the watch needs one of the type process: "
            "delete or rename it, and start again"
        )
    template = locked(pool.base_job_template)
    if template != pool.base_job_template:
        client.update_work_pool(WORK_POOL, WorkPoolUpdate(base_job_template=template))


def locked(template: Template) -> dict[str, Any]:
    """The job template without variables: each has the fixed value that was its default, `command` none.

    What is fixed in `template` stays, so a locked template is returned as it is.
    """
    defaults = {
        name: attributes["default"]
        for name, attributes in template.get("variables", {}).get("properties", {}).items()
        if attributes.get("default") is not None
    }
    fixed = {
        name: _without_variables(value, defaults)
        for name, value in template.get("job_configuration", {}).items()
        if name not in _DROPPED
    }
    configuration = {"stream_output": True} | {name: value for name, value in fixed.items() if value is not None}
    return {
        "job_configuration": configuration,
        "variables": {"type": "object", "properties": {}, "additionalProperties": False},
    }


def _without_variables(value: object, defaults: Mapping[str, object]) -> object:
    """`value` with the default in place of a variable; None, and left out of a mapping, if it has none."""
    if isinstance(value, Mapping):
        kept = {name: _without_variables(one, defaults) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one is not None}
    if not isinstance(value, str) or not _PLACEHOLDER.search(value):
        return value
    default = defaults.get(value.strip().removeprefix("{{").removesuffix("}}").strip())
    return None if isinstance(default, str) and _PLACEHOLDER.search(default) else default
