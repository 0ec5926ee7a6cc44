"""Settings come from the environment, paths from settings."""

import ipaddress

import pytest
from pydantic import ValidationError

from core.settings import Settings


def test_default_settings():
    settings = Settings()
    assert settings.fetch_timeout_s == 30
    assert settings.fetch_max_bytes == 20 * 1024 * 1024
    assert settings.allow_networks == ()


def test_the_environment_wins_over_defaults(monkeypatch, tmp_path):
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("WATCHWORD_ALLOW_NETWORKS", "127.0.0.0/8, ::1")
    monkeypatch.setenv("WATCHWORD_CONTACT", "")
    settings = Settings()
    assert settings.paths.live == tmp_path / "live" / "watchword.duckdb"
    assert settings.paths.cache == tmp_path / "cache"
    assert settings.allow_networks == (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1"))
    assert settings.contact is None


def test_the_password_is_not_shown(monkeypatch):
    monkeypatch.setenv("WATCHWORD_SMTP_PASSWORD", "hunter2")
    assert "hunter2" not in repr(Settings())


def test_two_passwords_are_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("WATCHWORD_SMTP_PASSWORD_FILE", str(tmp_path / "password"))
    assert Settings().smtp_password_file == tmp_path / "password"
    monkeypatch.setenv("WATCHWORD_SMTP_PASSWORD", "hunter2")
    with pytest.raises(ValidationError, match="not both") as caught:
        Settings()
    assert "hunter2" not in str(caught.value)
