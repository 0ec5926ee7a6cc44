"""Prefect's page shows what a run does, when it began, and how far long work has come."""

import re

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings

from flows.records.progress_bar import ProgressBar
from flows.records.run_state import run_name


@pytest.fixture
def client(prefect_server):
    access = {setting: prefect_server[setting.name] for setting in (PREFECT_API_URL, PREFECT_API_AUTH_STRING)}
    with temporary_settings(access), get_client(sync_client=True) as one:
        yield one


@flow(flow_run_name=run_name("read feeds and pages"))
def working(total: int):
    bar = ProgressBar("pages", "Pages that are read", total)
    bar.advance_to(total // 4)


@pytest.mark.parametrize(("total", "bars"), [(400, [25.0]), (20, [])])
def test_long_work_has_a_bar_and_each_run_a_name(client, total, bars):
    state = working(total, return_state=True)
    run_id = state.state_details.flow_run_id
    found = client.read_artifacts(artifact_filter=ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run_id])))
    assert [one.data for one in found] == bars
    name = client.read_flow_run(run_id).name
    assert re.fullmatch(r"read feeds and pages [A-Z]\w\w \d\d \w{3} \d\d:\d\d:\d\d UTC", name)
