"""The configuration is read once as long as nothing of it changes."""

import pytest

from core.errors import ConfigError
from core.settings import Settings
from flows.current_config import current_config
from flows.run_config import load_run_config


@pytest.fixture
def settings(tmp_path, monkeypatch):
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text("feeds: [{id: one, url: 'http://127.0.0.1:9/feed'}]\n")
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org], timezone: UTC}]\n")
    monkeypatch.setenv("WATCHWORD_CONFIG_DIR", str(config))
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    return Settings()


def test_it_is_the_same_value_until_a_file_changes(settings):
    first = current_config(settings)
    assert current_config(Settings()) is first
    (settings.config_dir / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jan}]\n")
    second = current_config(settings)
    assert second is not first
    assert second.watchlist.version == load_run_config(settings).watchlist.version != first.watchlist.version


def test_other_settings_are_read_anew(settings, monkeypatch):
    first = current_config(settings)
    monkeypatch.setenv("WATCHWORD_REMATCH_DAYS", "7")
    assert current_config(Settings()).settings != first.settings


def test_mistakes_are_said_each_time(settings):
    first = current_config(settings)
    assert first.problems == ()
    (settings.config_dir / "feeds.yaml").write_text("feeds: nothing\n")
    assert current_config(settings).problems == current_config(settings).problems != ()


def test_what_was_accepted_since_is_in_force(settings):
    first = current_config(settings)
    (settings.paths.last_good / "accepted.json").write_text("{}")
    assert current_config(settings) is not first


def test_nothing_is_kept_of_a_configuration_that_cannot_be_read(settings):
    (settings.config_dir / "feeds.yaml").unlink()
    for _ in range(2):
        with pytest.raises(ConfigError):
            current_config(settings)
