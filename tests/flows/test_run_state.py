"""A degraded run is not plain green in Prefect: a real server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowFilter, FlowFilterName
from core.records import Failure, FailureKind, Stage, TickSummary
from flows.records.run_state import ended

@flow(name="tried", validate_parameters=False)
def tried(summary):
    return ended(summary)

failure = Failure(Stage.DELIVER, "desk", FailureKind.PERMANENT, "refused", "550 no such user")
for summary in (TickSummary(), TickSummary(failures=(failure,)), TickSummary(config_problems=("alerts.yaml:1: no",))):
    assert tried(summary) == summary, "whoever calls the flow gets its summary"
with get_client(sync_client=True) as client:
    runs = client.read_flow_runs(flow_filter=FlowFilter(name=FlowFilterName(any_=["tried"])))
    states = [run.state for run in sorted(runs, key=lambda run: run.created)]
    print(*(f"{state.name} {state.type.value}" for state in states), sep="\\n")
"""


def test_a_run_with_failures_ends_under_another_name(prefect_server):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=os.environ | prefect_server | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["Completed COMPLETED", "Degraded COMPLETED", "Degraded COMPLETED"]
