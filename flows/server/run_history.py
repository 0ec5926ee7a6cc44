"""Prefect's record of runs: those of dead processes become crashed, late ones are dropped, old ones are deleted.

On our own server every run is ours. Another server may be shared: there, only the runs of our work pool and those with
our tag are touched.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from uuid import UUID

from prefect import tags
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterFlowRunId,
    FlowRunFilter,
    FlowRunFilterEndTime,
    FlowRunFilterNextScheduledStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
    FlowRunFilterTags,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Crashed

from core.settings import DataPaths, Settings
from flows.server.environment import is_own_server
from flows.server.work_pool import WORK_POOL
from storage.database.locks import holder_of

RUN_TAG = "watchword"
"""The tag of the runs that `watchword run` makes."""

_POOL = WorkPoolFilter(name=WorkPoolFilterName(any_=[WORK_POOL]))
_TAGGED = FlowRunFilterTags(all_=[RUN_TAG])
_AT_WORK = FlowRunFilterState(
    type=FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.PENDING, StateType.CANCELLING])
)
_SCHEDULED = FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED]))
_JUST_BEGUN = timedelta(seconds=10)  # a run that has not taken its lock yet
_LATE = timedelta(minutes=1)
_PAGE = 100
_FORGOTTEN_BY_A_RUN = 50


@contextmanager
def recorded_runs(settings: Settings) -> Iterator[None]:
    """In the block, flow runs of this process get our tag.

    After it, what a crash left behind is ended, and some of the runs are deleted that are older than the logs are kept,
    so that the database of a watch that is run by cron does not grow. Before it, the feeds would have to wait for that.
    """
    with tags(RUN_TAG), _without_heartbeat():
        yield
    now = datetime.now(UTC)
    with get_client(sync_client=True) as client:
        crash_dead_runs(client, settings.paths, now)
        forget_old_runs(client, now - timedelta(days=settings.keep_logs_days), most=_FORGOTTEN_BY_A_RUN)


def _without_heartbeat() -> AbstractContextManager[object]:
    """On our own server, which ends with this process, runs do not report that they are alive.

    Nobody could look at it afterwards, and Prefect's thread for it holds up the end of each run for up to a second.
    """
    if is_own_server(os.environ):
        return temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None})
    return nullcontext()


def crash_dead_runs(client: SyncPrefectClient, paths: DataPaths, now: datetime) -> int:
    """Sets runs that are shown as running, but whose process is gone, to crashed; returns how many.

    Every run at work holds a lock of the data folder; while one is held, nothing is touched. On our own server, a run
    that has just begun is given the time to take it: a watch that was killed may start again within seconds.
    """
    young = [one for one in _ours(client, FlowRunFilter(state=_AT_WORK)) if _began(one) >= now - _JUST_BEGUN]
    if young and is_own_server(os.environ) and not _is_at_work(paths):
        time.sleep(_JUST_BEGUN.total_seconds())
        now += _JUST_BEGUN
    return 0 if _is_at_work(paths) else _crash(client, now - _JUST_BEGUN, "its process is gone")


def _is_at_work(paths: DataPaths) -> bool:
    return holder_of(paths.run_lock) is not None or holder_of(paths.digest_lock) is not None


def _began(run: FlowRun) -> datetime:
    """When the run began, or should have; long ago if Prefect does not know."""
    return run.start_time or run.expected_start_time or datetime.min.replace(tzinfo=UTC)


def crash_stale_runs(client: SyncPrefectClient, before: datetime) -> int:
    """Sets runs that began before then and are still shown as running to crashed; returns how many."""
    return _crash(client, before, "no run takes this long: its process and its worker are gone")


def _crash(client: SyncPrefectClient, before: datetime, why: str) -> int:
    dead = [one for one in _ours(client, FlowRunFilter(state=_AT_WORK)) if _began(one) < before]
    for one in dead:
        state: State[None] = Crashed(message=f"still shown as {one.state_name}: {why}")
        client.set_flow_run_state(one.id, state, force=True)
    return len(dead)


def drop_late_runs(client: SyncPrefectClient, now: datetime) -> int:
    """Deletes scheduled runs whose time has passed, as after a downtime: one run does their work. Returns how many."""
    late = FlowRunFilterNextScheduledStartTime(before_=now - _LATE)
    runs = [
        one
        for one in _ours(client, FlowRunFilter(state=_SCHEDULED, next_scheduled_start_time=late))
        if one.auto_scheduled
    ]
    for one in runs:
        client.delete_flow_run(one.id)
    return len(runs)


def forget_old_runs(client: SyncPrefectClient, before: datetime, *, most: int) -> int:
    """Deletes runs that ended before then, with their logs and artifacts, at most `most`; returns how many."""
    old = FlowRunFilter(end_time=FlowRunFilterEndTime(before_=before))
    runs = list(_ours(client, old, most))
    for start in range(0, len(runs), _PAGE):
        ids = [one.id for one in runs[start : start + _PAGE]]
        of_them = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=ids))
        for artifact in client.read_artifacts(artifact_filter=of_them):
            client.delete_artifact(artifact.id)
        for run_id in ids:
            client.delete_flow_run(run_id)
    return len(runs)


def _ours(client: SyncPrefectClient, chosen: FlowRunFilter, most: int = 10_000) -> Iterator[FlowRun]:
    """The chosen runs that are ours, each once."""
    seen: set[UUID] = set()
    tagged = chosen.model_copy(update={"tags": _TAGGED})
    for runs, pool in ((chosen, None),) if is_own_server(os.environ) else ((chosen, _POOL), (tagged, None)):
        for offset in range(0, most, _PAGE):
            page = client.read_flow_runs(flow_run_filter=runs, work_pool_filter=pool, limit=_PAGE, offset=offset)
            for one in page[: most - len(seen)]:
                if one.id not in seen:
                    seen.add(one.id)
                    yield one
            if len(page) < _PAGE:
                break
