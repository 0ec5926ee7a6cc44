"""Which deployments have to be registered: only those that are missing or lead to another folder or flow.

What a user changes in Prefect (schedules, pauses, limits, tags, the pool) is theirs: registering anew would undo it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import DeploymentScheduleUpdate, DeploymentUpdate
from prefect.client.schemas.responses import DeploymentResponse
from prefect.exceptions import ObjectNotFound

from core.plain_yaml import read_plain


def to_register(client: SyncPrefectClient, prefect_file: Path, project: Path) -> dict[str, DeploymentResponse | None]:
    """By name, the deployments of the file that must be registered, each with what it is now; None if it is missing."""
    wanted = {one["name"]: one["entrypoint"] for one in read_plain(prefect_file.read_text("utf-8"))["deployments"]}
    known = {name: _read(client, name, entrypoint) for name, entrypoint in wanted.items()}
    return {
        name: now
        for name, now in known.items()
        if now is None or now.entrypoint != wanted[name] or _folder(now) != str(project)
    }


def elsewhere(client: SyncPrefectClient, prefect_file: Path) -> dict[str, str]:
    """The deployments of the file that a user gave to another work pool, by name, with that pool."""
    wanted = {one["name"]: one for one in read_plain(prefect_file.read_text("utf-8"))["deployments"]}
    known = {name: _read(client, name, one["entrypoint"]) for name, one in wanted.items()}
    return {
        name: now.work_pool_name or "none"
        for name, now in known.items()
        if now is not None and now.work_pool_name != wanted[name]["work_pool"]["name"]
    }


def keep_edits(client: SyncPrefectClient, before: Mapping[str, DeploymentResponse | None]) -> None:
    """Gives deployments that were registered anew what a user may have changed in Prefect."""
    for old in before.values():
        if old is not None:
            schedules = [
                DeploymentScheduleUpdate(schedule=one.schedule, active=one.active, parameters=one.parameters)
                for one in old.schedules
            ]
            kept: dict[str, Any] = {"paused": old.paused, "schedules": schedules, "tags": old.tags}
            limit = old.global_concurrency_limit
            kept |= {
                "concurrency_limit": limit.limit if limit else None,
                "concurrency_options": old.concurrency_options,
            }
            client.update_deployment(old.id, DeploymentUpdate(**kept))


def _read(client: SyncPrefectClient, name: str, entrypoint: str) -> DeploymentResponse | None:
    try:
        return client.read_deployment_by_name(f"{entrypoint.rpartition(':')[2]}/{name}")
    except ObjectNotFound:
        return None


def _folder(deployment: DeploymentResponse) -> str | None:
    """The folder that its runs work in."""
    for step in deployment.pull_steps or ():
        for options in step.values():
            if isinstance(options, dict) and "directory" in options:
                return str(options["directory"])
    return None
