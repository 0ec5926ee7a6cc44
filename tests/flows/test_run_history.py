"""Prefect's record of runs after crashes, downtimes and a year of runs by cron."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from prefect import flow, tags
from prefect.artifacts import create_markdown_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, get_current_settings, temporary_settings
from prefect.states import Completed, Running, Scheduled

from core.settings import Settings
from flows.server import run_history
from flows.server.prefect_database import compact_database
from flows.server.run_history import RUN_TAG, crash_dead_runs, drop_late_runs, forget_old_runs, recorded_runs
from storage.database.locks import run_lock

ALL = 10_000  # however many other tests have left on the server


@pytest.fixture
def client(bare_prefect_server):
    access = {setting: bare_prefect_server[setting.name] for setting in (PREFECT_API_URL, PREFECT_API_AUTH_STRING)}
    with temporary_settings(access), get_client(sync_client=True) as one:
        yield one


@pytest.fixture
def paths(tmp_path):
    return Settings(data_dir=tmp_path).paths


@flow
def reporting():
    create_markdown_artifact("said", key="said")


def run_of(client, state, *, tagged=True):
    run = client.create_flow_run(reporting, tags=[RUN_TAG] if tagged else [], state=state)
    if not state.is_scheduled():
        client.set_flow_run_state(run.id, state, force=True)
    return run.id


def test_a_run_whose_process_is_gone_has_crashed_unless_something_is_at_work(client, paths):
    crash_dead_runs(client, paths, datetime.now(UTC) + timedelta(minutes=1))  # those that other tests left
    ours, other = run_of(client, Running()), run_of(client, Running(), tagged=False)
    soon = datetime.now(UTC) + timedelta(minutes=1)
    with run_lock(paths, "run"):
        assert crash_dead_runs(client, paths, soon) == 0
    assert crash_dead_runs(client, paths, datetime.now(UTC)) == 0, "it may be about to take its lock"
    assert crash_dead_runs(client, paths, soon) >= 1
    assert client.read_flow_run(ours).state.is_crashed()
    assert client.read_flow_run(other).state.is_running(), "on a shared server"


def test_runs_do_not_wait_for_a_sign_of_life_on_a_server_that_ends_with_them(client, tmp_path, monkeypatch):
    settings = Settings(data_dir=tmp_path)
    with recorded_runs(settings):
        assert get_current_settings().flows.heartbeat_frequency, "others may watch the runs of a shared server"
    monkeypatch.setenv("PREFECT_SERVER_API_AUTH_STRING", "ours")
    with recorded_runs(settings):
        assert get_current_settings().flows.heartbeat_frequency is None


def test_what_a_crash_left_behind_is_ended_after_the_next_run(client, tmp_path, monkeypatch):
    monkeypatch.setattr(run_history, "_JUST_BEGUN", timedelta(0))
    killed = run_of(client, Running())
    with recorded_runs(Settings(data_dir=tmp_path)):
        assert client.read_flow_run(killed).state.is_running(), "its feeds do not wait for that"
    assert client.read_flow_run(killed).state.is_crashed()


def test_on_our_own_server_every_run_is_ours(client, paths, monkeypatch):
    monkeypatch.setenv("PREFECT_SERVER_API_AUTH_STRING", "watchword:x")
    untagged = run_of(client, Running(), tagged=False)
    crash_dead_runs(client, paths, datetime.now(UTC) + timedelta(minutes=1))
    assert client.read_flow_run(untagged).state.is_crashed()


def test_a_run_that_was_killed_seconds_ago_has_crashed_at_the_next_start(client, paths, monkeypatch):
    monkeypatch.setenv("PREFECT_SERVER_API_AUTH_STRING", "watchword:x")
    monkeypatch.setattr(run_history, "_JUST_BEGUN", timedelta(seconds=1))
    killed = run_of(client, Running())
    assert crash_dead_runs(client, paths, datetime.now(UTC)) >= 1
    assert client.read_flow_run(killed).state.is_crashed()


def test_old_runs_go_with_their_artifacts(client):
    with tags(RUN_TAG):
        state = reporting(return_state=True)
    run_id = state.state_details.flow_run_id
    mine = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run_id]))
    assert client.read_artifacts(artifact_filter=mine)
    other = run_of(client, Completed(), tagged=False)
    assert forget_old_runs(client, datetime.now(UTC) - timedelta(days=30), most=ALL) == 0
    assert forget_old_runs(client, datetime.now(UTC) + timedelta(minutes=1), most=ALL) >= 1
    with pytest.raises(ObjectNotFound):
        client.read_flow_run(run_id)
    assert not client.read_artifacts(artifact_filter=mine)
    assert client.read_flow_run(other).state.is_completed()


def test_only_runs_that_the_schedule_made_are_dropped_when_late(client):
    asked = run_of(client, Scheduled(scheduled_time=datetime.now(UTC) - timedelta(hours=3)))
    assert drop_late_runs(client, datetime.now(UTC)) == 0
    assert client.read_flow_run(asked).state.is_scheduled()


def test_the_file_shrinks_when_half_of_it_is_empty(tmp_path):
    path = tmp_path / "prefect.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE log (message BLOB)")
        database.executemany("INSERT INTO log VALUES (zeroblob(10000))", [()] * 200)
        assert not compact_database(tmp_path, above=0), "nothing is free"
        database.execute("DELETE FROM log")
    full = path.stat().st_size
    assert not compact_database(tmp_path), "too small to be worth it"
    assert compact_database(tmp_path, above=0)
    assert path.stat().st_size < full / 10
    assert not compact_database(tmp_path / "none")
