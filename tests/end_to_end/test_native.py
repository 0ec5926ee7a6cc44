"""The native Prefect way: a server, `prefect deploy --all`, a worker, and a scheduled poll that fires by itself."""

import os
import time

import pytest

from flows import native

pytestmark = pytest.mark.xdist_group("prefect")


def test_a_scheduled_poll_fires_by_itself(prefect_server, tmp_path, monkeypatch, request, watchword):
    root = request.config.rootpath
    soon = (root / "prefect.yaml").read_text().replace("interval: 900", "interval: 10")
    assert "interval: 10}" in soon
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
    with native.running(root, 0, print, str(prefect_file)):
        deadline = time.monotonic() + 90
        rows = ""
        while "poll" not in rows and time.monotonic() < deadline:
            time.sleep(1)
            if (data / "watchword.read.duckdb").exists():
                rows = watchword("query", "SELECT kind FROM runs WHERE ended_at IS NOT NULL", environment=here).stdout
    assert "poll" in rows
    assert "PREFECT_HOME" in os.environ
