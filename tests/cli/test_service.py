"""The systemd unit: what systemd itself says of it, and what the verb says next."""

import os
import re
import shutil
import socket
import subprocess
import textwrap
from pathlib import Path

import pytest

from flows.server.service_manager import tell_manager, watchdog_interval

ODD = "a b \"c\" 'd' 100% $HOME \\x41 ünï 감시"  # a folder that has all that systemd would read otherwise
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="SKIPPED: no systemd-analyze here")


def unit_of(watchword, tmp_path, *options):
    done = watchword(
        "service", "show", *options, "--data", tmp_path / ODD / "data", "--config", tmp_path / ODD / "config"
    )
    assert done.returncode == 0, done.stderr
    path = tmp_path / "watchword.service"
    path.write_text(done.stdout)
    (tmp_path / ODD / "data").mkdir(parents=True, exist_ok=True)
    return path


@needs_systemd
@pytest.mark.parametrize("options", [("--run-as", "root"), ("--user",)])
def test_systemd_finds_nothing_wrong(watchword, tmp_path, options):
    path = unit_of(watchword, tmp_path, *options)
    scope = ["--user"] if options == ("--user",) else []
    environment = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)}
    command = ["systemd-analyze", *scope, "verify", path]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "watchword" not in done.stderr, done.stderr


@needs_systemd
def test_systemd_takes_the_credential_as_the_page_adds_it(watchword, tmp_path):
    path = unit_of(watchword, tmp_path, "--run-as", "root")
    page = Path("docs/operations.md").read_text("utf-8")
    (lines,) = re.findall(r"(?m)((?:^    (?:\[Service\]|LoadCredential=.*|Environment=.*)\n)+)", page)
    added = tmp_path / "watchword.service.d"
    added.mkdir()
    (added / "override.conf").write_text(textwrap.dedent(lines))
    environment = os.environ | {"SYSTEMD_UNIT_PATH": f"{tmp_path}:"}
    command = ["systemd-analyze", "verify", path.name]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "override.conf" not in done.stderr, done.stderr


@needs_systemd
def test_the_service_of_the_system_is_confined(watchword, tmp_path):
    path = unit_of(watchword, tmp_path, "--run-as", "nobody")
    command = ["systemd-analyze", "security", "--offline=yes", "--threshold=40", "--no-pager", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_install_writes_the_unit_of_the_account_and_says_the_next_step(watchword, tmp_path):
    home = {"HOME": str(tmp_path)}
    places = ("--data", tmp_path / "data", "--config", tmp_path / "config")
    done = watchword("service", "install", "--user", *places, environment=home)
    assert done.returncode == 0, done.stderr
    path = tmp_path / ".config" / "systemd" / "user" / "watchword.service"
    assert f'--data "{tmp_path / "data"}"' in path.read_text()
    assert "systemctl --user enable --now watchword" in done.stderr
    assert watchword("service", "install", "--user", *places, environment=home).returncode == 0, "the same again"
    other = ("service", "install", "--user", "--port", "4300", *places)
    refused = watchword(*other, environment=home)
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    assert watchword(*other, "--force", environment=home).returncode == 0
    assert "--port 4300" in path.read_text()


def test_the_manager_gets_the_state(tmp_path, monkeypatch):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        tell_manager("READY=1")
        assert manager.recv(100) == b"READY=1"
    monkeypatch.setenv("WATCHDOG_USEC", "60000000")
    assert watchdog_interval(30.0) == 20.0
    monkeypatch.delenv("NOTIFY_SOCKET")
    tell_manager("WATCHDOG=1")
