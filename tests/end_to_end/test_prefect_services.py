"""A Prefect server, `prefect deploy --all` and a worker, which run a scheduled poll."""

import time

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.filters import FlowFilter, FlowFilterName

from flows import prefect_services


def test_a_scheduled_poll_runs(prefect_server, tmp_path, monkeypatch, request):
    root = request.config.rootpath
    soon = (root / "prefect.yaml").read_text().replace("interval: 900", "interval: 40")
    assert "interval: 40}" in soon
    prefect_file = tmp_path / "prefect.yaml"
    prefect_file.write_text(soon)
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text("feeds: [{id: gone, url: 'http://127.0.0.1:9/feed', every: 0s}]\n")
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
    data = tmp_path / "data"
    here = prefect_server | {"WATCHWORD_DATA_DIR": str(data), "WATCHWORD_CONFIG_DIR": str(config)}
    for name, value in here.items():
        monkeypatch.setenv(name, value)
    with prefect_services.running_worker(root, 0, print, str(prefect_file)):
        deadline = time.monotonic() + 150
        while not (completed := scheduled_polls(here["PREFECT_API_URL"])) and time.monotonic() < deadline:
            time.sleep(1)
    assert completed
    assert (data / "watchword.read.duckdb").exists()


def scheduled_polls(url):
    """Completed polls started by the schedule, not the one that `running_worker` starts."""
    with SyncPrefectClient(url) as client:
        polls = client.read_flow_runs(flow_filter=FlowFilter(name=FlowFilterName(any_=["poll"])))
    return [run for run in polls if run.auto_scheduled and run.state and run.state.is_completed()]
