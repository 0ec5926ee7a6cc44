"""Flow runs are ended with their server, also those that only start; those of another server go on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.server.orphaned_runs import end_flow_runs

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="SKIPPED: finding runs needs /proc")
OURS, OTHER = "http://127.0.0.1:1/api", "http://127.0.0.1:2/api"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('on', flush=True); time.sleep(99)"
WITHIN_S = 60


def process(url, run="00000000-0000-0000-0000-000000000000", code=STUBBORN, **further):
    variables = {"PREFECT_API_URL": url} | ({"PREFECT__FLOW_RUN_ID": run} if run else {}) | further
    child = subprocess.Popen([sys.executable, "-c", code], env=os.environ | variables, stdout=subprocess.PIPE)
    assert child.stdout.readline()
    return child


def test_runs_of_the_server_end_and_others_go_on():
    plain = "import time; print('on', flush=True); time.sleep(600)"
    children = [process(OURS), process(OURS, code=plain), process(OTHER), process(OURS, run="")]
    try:
        end_flow_runs(OURS, grace_s=1.0)
        assert [one.wait(WITHIN_S) for one in children[:2]] == [-signal.SIGKILL, -signal.SIGTERM]
        assert [one.poll() for one in children[2:]] == [None, None]
    finally:
        for one in children:
            one.kill()
            one.wait()
            one.stdout.close()


def test_a_run_whose_worker_has_ended_before_it_began_ends_too():
    """Its parent is another process by then, which goes on."""
    code = "import time; from flows.server import parent_watch; print('on', flush=True); parent_watch.begin_in_worker()"
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    child = process(OURS, code=f"{code}; time.sleep(600)", _WATCHWORD_WORKER=str(ended.pid))
    try:
        assert child.wait(WITHIN_S) != 0
    finally:
        child.kill()
        child.stdout.close()


@pytest.mark.parametrize(("run", "mode"), [("00000000-0000-0000-0000-000000000000", "0o600"), ("", "0o644")])
def test_files_of_a_run_under_somebody_elses_worker_are_for_this_account_alone(tmp_path, run, mode):
    """`prefect worker start` of the native way has the umask of its shell."""
    code = (
        "import os; os.umask(0o022); from flows.server.parent_watch import begin_in_worker; begin_in_worker();"
        "open('made', 'w').close(); print(oct(os.stat('made').st_mode & 0o777))"
    )
    variables = os.environ | ({"PREFECT__FLOW_RUN_ID": run} if run else {})
    done = subprocess.run(
        [sys.executable, "-c", code], env=variables, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == mode, done.stderr
