"""Prefect's environment: our defaults where the user has set nothing, and nothing inherited that opens our server."""

import json
import os
import subprocess
import sys
import textwrap

import pytest

from core.settings import Settings
from flows.server import environment


def test_prefect_lives_below_the_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    environment.prepare(Settings().paths, quiet=True)
    assert os.environ["PREFECT_HOME"] == str(tmp_path / "data" / "prefect")
    assert os.environ["PREFECT_SERVER_EPHEMERAL_ENABLED"] == "false"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert (tmp_path / "data" / "prefect").is_dir()


def test_what_the_user_has_set_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "mine"))
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    environment.prepare(Settings().paths, quiet=True)
    assert os.environ["PREFECT_HOME"] == str(tmp_path / "mine")
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"


def test_pages_are_unpacked_in_the_data_folder_where_the_package_cannot_be_written(tmp_path):
    (tmp_path / "server").mkdir()
    assert environment.pages_elsewhere(tmp_path, tmp_path / "home") == {}
    closed = {"PREFECT_UI_STATIC_DIRECTORY": str(tmp_path / "home" / "pages")}
    for package in (tmp_path / "read-only", None):
        assert environment.pages_elsewhere(package, tmp_path / "home") == closed


def test_our_own_server_inherits_nothing_that_is_not_meant_for_it(monkeypatch, tmp_path):
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    kept = {"PREFECT_LOGGING_LEVEL": "DEBUG", "PREFECT_SERVER_DATABASE_CONNECTION_URL": "sqlite+aiosqlite:///x.db"}
    dropped = ("PREFECT_API_AUTH_STRING", "PREFECT_API_KEY", "PREFECT_PROFILE", "PREFECT_SERVER_API_HOST", "PREFECT__X")
    for name, value in (kept | dict.fromkeys(dropped, "x") | {"PREFECT_API_URL": ""}).items():
        monkeypatch.setenv(name, value)
    environment.prepare(Settings().paths, quiet=False)
    assert not set(dropped) & set(os.environ)
    assert "PREFECT_API_URL" not in os.environ
    assert {name: os.environ[name] for name in kept} == kept


def test_with_a_server_of_the_users_all_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    theirs = {"PREFECT_API_URL": "http://prefect.example.org/api", "PREFECT_API_AUTH_STRING": "me:mine"}
    for name, value in theirs.items():
        monkeypatch.setenv(name, value)
    environment.prepare(Settings().paths, quiet=True)
    assert {name: os.environ[name] for name in theirs} == theirs


def test_the_secret_is_not_sent_through_a_proxy():
    assert environment.access(4200, "a:b", {"NO_PROXY": "example.org"})["no_proxy"] == "example.org,127.0.0.1"
    assert environment.access(4200, "a:b", {"no_proxy": "127.0.0.1"})["NO_PROXY"] == "127.0.0.1"


OPEN = {
    "PREFECT_API_URL": "http://evil.example/api",
    "PREFECT_API_AUTH_STRING": "",
    "PREFECT_CLIENT_CSRF_SUPPORT_ENABLED": "false",
    "PREFECT_SERVER_API_AUTH_STRING": "",
    "PREFECT_SERVER_API_HOST": "0.0.0.0",
    "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": "*",
    "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "false",
    "PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED": "false",
    "PREFECT_UI_API_URL": "http://evil.example/api",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
}
TOML = """
[api]
url = "http://evil.example/api"
auth_string = ""
[server.api]
auth_string = ""
host = "0.0.0.0"
cors_allowed_origins = "*"
csrf_protection_enabled = false
[server.ui]
api_url = "http://evil.example/api"
[server.ephemeral]
enabled = true
[client]
csrf_support_enabled = false
"""
READ = """
    import json
    from prefect.settings import get_current_settings
    found = get_current_settings()
    api = found.server.api
    print(json.dumps([
        found.api.url, found.api.auth_string.get_secret_value(), found.client.csrf_support_enabled,
        api.auth_string.get_secret_value(), api.host, api.cors_allowed_origins, api.csrf_protection_enabled,
        found.server.ui.api_url, found.server.ephemeral.enabled,
    ]))
"""


@pytest.mark.parametrize("place", ["environment", ".env", "prefect.toml", "profiles.toml"])
def test_no_other_setting_of_prefects_opens_the_server(monkeypatch, tmp_path, place):
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    lines = "".join(f'{name} = "{value}"\n' for name, value in OPEN.items())
    if place == ".env":
        (tmp_path / place).write_text(lines)
    elif place == "prefect.toml":
        (tmp_path / place).write_text(TOML)
    elif place == "profiles.toml":
        (tmp_path / "data" / "prefect").mkdir(parents=True)
        (tmp_path / "data" / "prefect" / place).write_text(f'active = "open"\n[profiles.open]\n{lines}')
    else:
        for name in set(OPEN) - {"PREFECT_API_URL"}:
            monkeypatch.setenv(name, OPEN[name])
    environment.prepare(Settings().paths, quiet=True)
    variables = os.environ | environment.access(4200, "watchword:x", os.environ)
    command = [sys.executable, "-c", textwrap.dedent(READ)]
    done = subprocess.run(command, env=variables, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
    url = "http://127.0.0.1:4200"
    closed = [f"{url}/api", "watchword:x", True, "watchword:x", "127.0.0.1", url, True, f"{url}/api", False]
    assert json.loads(done.stdout) == closed


@pytest.mark.parametrize("zone", ["CET-1CEST", "Nowhere/Nothing", ":/etc/nothing"])
def test_a_time_zone_without_a_name_is_utc(zone):
    code = "from flows.run_config import machine_zone; print(machine_zone())"
    variables = os.environ | {"TZ": zone}
    done = subprocess.run([sys.executable, "-c", code], env=variables, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "UTC", done.stderr
