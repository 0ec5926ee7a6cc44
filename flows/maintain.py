"""The maintain flow: retention and compaction of the store, and clean-up of Prefect's crashed and old runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterEndTime,
    FlowRunFilterStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import State, StateType
from prefect.states import Crashed

from core.errors import StorageBusyError
from core.settings import Settings
from flows.parent_watch import end_with_worker
from flows.work_pool import WORK_POOL
from storage.database.disk import reserve_released
from storage.database.locks import run_lock
from storage.maintenance import Retention
from storage.store import Store

STALE_AFTER = timedelta(hours=6)
"""No run takes this long; one still shown as running has died together with its worker."""


@flow(name="maintain", validate_parameters=False)
def maintain() -> str:
    """What was done, in words. Leaves the store alone while another run holds the lock."""
    end_with_worker()
    settings = Settings()
    try:
        with run_lock(settings.paths, "maintain"), reserve_released(settings.paths):
            said = _maintain_store(settings)
    except StorageBusyError as busy:
        said = f"Store left alone: {busy.holder} holds the lock."
    now = datetime.now(UTC)
    crashed, deleted = crash_stale_runs(now), delete_old_runs(now - timedelta(days=settings.keep_logs_days))
    report = f"{said}\n\nPrefect: {crashed} run(s) marked as crashed, {deleted} old run(s) deleted."
    create_markdown_artifact(report, key="maintain")
    return report


def _maintain_store(settings: Settings) -> str:
    store, now = Store(settings.paths), datetime.now(UTC)
    store.prepare(needed=0)
    run_id = store.begin_run("maintain", now)
    report = store.maintain(now, retention_of(settings))
    store.end_run(run_id, datetime.now(UTC), {})
    return str(report)


def retention_of(settings: Settings) -> Retention:
    """How long things are kept, according to the settings."""
    return Retention(
        pages=timedelta(days=settings.keep_pages_days),
        text=timedelta(days=settings.keep_text_days),
        deliveries=timedelta(days=settings.keep_deliveries_days),
        logs=timedelta(days=settings.keep_logs_days),
    )


_DELETED_AT_ONCE = 1_000
_OURS = WorkPoolFilter(name=WorkPoolFilterName(any_=[WORK_POOL]))  # the server may be shared


def crash_stale_runs(now: datetime) -> int:
    """Sets runs that Prefect still shows as running after `STALE_AFTER` to crashed; returns how many."""
    stale = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.RUNNING])),
        start_time=FlowRunFilterStartTime(before_=now - STALE_AFTER),
    )
    with get_client(sync_client=True) as client:
        runs = client.read_flow_runs(flow_run_filter=stale, work_pool_filter=_OURS)
        return sum(_set_crashed(client, run.id) for run in runs)


def delete_old_runs(before: datetime) -> int:
    """Deletes runs that ended before then from Prefect, at most `_DELETED_AT_ONCE`; returns how many."""
    old = FlowRunFilter(end_time=FlowRunFilterEndTime(before_=before))
    with get_client(sync_client=True) as client:
        for count in range(_DELETED_AT_ONCE):
            page = client.read_flow_runs(flow_run_filter=old, work_pool_filter=_OURS, limit=1)
            if not page:
                return count
            client.delete_flow_run(page[0].id)
    return _DELETED_AT_ONCE


def _set_crashed(client: SyncPrefectClient, run_id: UUID) -> bool:
    state: State[None] = Crashed(message="still running after six hours: its process and its worker are gone")
    client.set_flow_run_state(run_id, state, force=True)
    return True
