"""Clean-up in Prefect: stale runs become crashed, old runs are deleted, those of other work pools are kept."""

from datetime import UTC, datetime, timedelta

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings
from prefect.states import Completed, Running

from flows.server.run_history import crash_stale_runs, forget_old_runs
from flows.server.work_pool import WORK_POOL

ALL = 10_000  # however many other tests have left on the server


@pytest.fixture
def client(bare_prefect_server):
    access = {setting: bare_prefect_server[setting.name] for setting in (PREFECT_API_URL, PREFECT_API_AUTH_STRING)}
    with temporary_settings(access), get_client(sync_client=True) as one:
        yield one


@flow
def anything():
    pass


def started(client, pool, state):
    """A run of a deployment in this work pool, in this state."""
    if not [one for one in client.read_work_pools() if one.name == pool]:
        client.create_work_pool(WorkPoolCreate(name=pool, type="process"))
    flow_id = client.create_flow(anything)
    deployment = client.create_deployment(flow_id, f"in {pool}", work_pool_name=pool)
    return client.create_flow_run_from_deployment(deployment, state=state).id


def test_a_stale_run_becomes_crashed_and_a_recent_one_does_not(client):
    now = datetime.now(UTC)
    crash_stale_runs(client, now + timedelta(hours=1))  # those of other tests, which use the same server
    ours, other = started(client, WORK_POOL, Running()), started(client, "others", Running())
    assert crash_stale_runs(client, now - timedelta(hours=1)) == 0
    assert crash_stale_runs(client, now + timedelta(hours=1)) == 1
    assert client.read_flow_run(ours).state.is_crashed()
    assert client.read_flow_run(other).state.is_running()


def test_old_runs_are_deleted_and_those_of_others_kept(client):
    runs = [started(client, pool, Running()) for pool in (WORK_POOL, "others")]
    for run in runs:
        client.set_flow_run_state(run, Completed(), force=True)
    now = datetime.now(UTC)
    assert forget_old_runs(client, now - timedelta(days=30), most=ALL) == 0
    assert forget_old_runs(client, now + timedelta(minutes=1), most=ALL) >= 1
    with pytest.raises(ObjectNotFound):
        client.read_flow_run(runs[0])
    assert client.read_flow_run(runs[1]).state.is_completed()
