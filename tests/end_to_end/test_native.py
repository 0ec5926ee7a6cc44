"""The native Prefect way: a server, `prefect deploy --all`, a worker, and a scheduled poll that fires by itself."""

import time

import duckdb
import pytest

from flows import native

pytestmark = pytest.mark.xdist_group("prefect")


def test_a_scheduled_poll_fires_by_itself(prefect_server, tmp_path, monkeypatch, request):
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
        deadline, polls = time.monotonic() + 150, 0
        while polls < 2 and time.monotonic() < deadline:  # the first is asked for at the start, the second is scheduled
            time.sleep(1)
            polls = ended_polls(data / "watchword.read.duckdb")
    assert polls >= 2


def ended_polls(snapshot):
    if not snapshot.exists():
        return 0
    with duckdb.connect(str(snapshot), read_only=True) as db:
        return db.execute("SELECT count(*) FROM runs WHERE kind = 'poll' AND ended_at IS NOT NULL").fetchone()[0]
