"""The temporary folder of a watch's worker."""

from __future__ import annotations

import tempfile
from pathlib import Path

from core.settings import DataPaths
from flows.server import prefect_worker


def test_what_a_killed_watch_left_is_removed_at_the_next_start_and_nothing_of_others(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    mine, other = (DataPaths(tmp_path / name, tmp_path / name) for name in ("mine", "other"))
    killed, running = prefect_worker._work_folder(mine), prefect_worker._work_folder(other)
    (Path(killed.name) / "runner_storage").mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = Path(f"{killed.name}2")
    link.symlink_to(elsewhere)
    with prefect_worker._work_folder(mine) as own:
        there = {path.name for path in tmp_path.iterdir()}
    assert there == {Path(own).name, Path(running.name).name, link.name, "elsewhere"}
    running.cleanup()
