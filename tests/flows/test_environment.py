"""Prefect's environment: our defaults where the user has set nothing."""

import os

from core.settings import Settings
from flows import environment


def test_prefect_lives_below_the_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    environment.prepare(Settings().paths, quiet=True)
    assert os.environ["PREFECT_HOME"] == str(tmp_path / "data" / "prefect")
    assert int(os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"]) >= 180
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert (tmp_path / "data" / "prefect").is_dir()


def test_what_the_user_has_set_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "mine"))
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    environment.prepare(Settings().paths, quiet=True)
    assert os.environ["PREFECT_HOME"] == str(tmp_path / "mine")
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
