"""A local Ray runtime finds what threads find. Ray is large and has a lock of its own: `make scale` installs it."""

from __future__ import annotations

import importlib.util
from datetime import UTC, datetime

import pytest

from samples.newsroom.server import Newsroom
from tests.end_to_end.engine_watch import ENGINE_LINES, Watch

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is not installed: `make scale` installs it and runs this test"
)


def test_ray_finds_what_threads_find(tmp_path, prefect_server):
    with Newsroom(datetime.now(UTC)) as newsroom:
        in_threads = Watch(tmp_path / "threads", newsroom, prefect_server, "threads")
        on_ray = Watch(tmp_path / "ray", newsroom, prefect_server, "ray")
        in_threads.run()
        said = on_ray.run()
    assert not ENGINE_LINES.search(said), said
    assert "Cluster:" not in said
    expected, found = in_threads.found(), on_ray.found()
    assert len(expected["hits"]) > 70
    for what, values in expected.items():
        assert found[what] == values, what
