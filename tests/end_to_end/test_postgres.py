"""Prefect on PostgreSQL: a server of its own that the watch is told of, and the watch's own server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.server import prefect_server
from flows.server.environment import access
from flows.server.server_secret import new_secret
from samples.newsroom.server import Newsroom
from tests.end_to_end.engine_watch import Watch

PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
ACCOUNT = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root

pytestmark = pytest.mark.skipif(
    PROGRAMS is None or (ACCOUNT is not None and shutil.which("runuser") is None),
    reason="PostgreSQL is not installed: `apt-get install postgresql`, nothing else needs it",
)


class PostgreSQL:
    """A cluster in a folder, reached through a socket in it."""

    def __init__(self, folder):
        self.folder = folder
        if ACCOUNT:
            shutil.chown(folder, ACCOUNT)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def call(self, program, *arguments):
        command = [str(PROGRAMS / program), *map(str, arguments)]
        as_account = ["runuser", "-u", ACCOUNT, "--"] if ACCOUNT else []
        done = subprocess.run(
            [*as_account, *command],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    def __enter__(self):
        self.call("initdb", "-D", self.folder / "db", "-U", "prefect", "-A", "trust", "--no-sync")
        options = f"-h 127.0.0.1 -p {self.port} -k {self.folder} -F"
        self.call("pg_ctl", "-D", self.folder / "db", "-w", "-l", self.folder / "log", "-o", options, "start")
        return self

    def __exit__(self, *_):
        self.call("pg_ctl", "-D", self.folder / "db", "-m", "immediate", "stop")

    def new_database(self, name):
        self.call("createdb", "-h", "127.0.0.1", "-p", self.port, "-U", "prefect", name)
        return f"postgresql+asyncpg://prefect@127.0.0.1:{self.port}/{name}"

    def ask(self, name, sql):
        return self.call("psql", "-h", "127.0.0.1", "-p", self.port, "-U", "prefect", "-Atc", sql, name).strip()

    def dump(self, name):
        return self.call("pg_dump", "-h", "127.0.0.1", "-p", self.port, "-U", "prefect", name)


@pytest.fixture(scope="module")
def postgres():
    with tempfile.TemporaryDirectory() as folder, PostgreSQL(Path(folder)) as running:  # pytest's are closed to others
        yield running


@pytest.fixture(scope="module")
def newsroom():
    with Newsroom(datetime.now(UTC)) as running:
        yield running


COMPLETED = "SELECT string_agg(DISTINCT state_type::text, ',') FROM flow_run"


def test_a_server_elsewhere_with_its_database_in_postgresql(postgres, newsroom, tmp_path):
    url = postgres.new_database("elsewhere")
    server = {
        "PREFECT_HOME": str(tmp_path / "server"),
        "PREFECT_SERVER_DATABASE_CONNECTION_URL": url,
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    with prefect_server.listening_at(0) as listener:
        reached = access(listener.getsockname()[1], new_secret(), {})
        with prefect_server.running_server(listener, os.environ | server | reached):
            names = ("PREFECT_API_URL", "PREFECT_API_AUTH_STRING", "PREFECT_CLIENT_CSRF_SUPPORT_ENABLED")
            watch = Watch(tmp_path / "watch", newsroom, {name: reached[name] for name in names}, "threads")
            said = watch.run()
    assert "29 new" in said
    assert postgres.ask("elsewhere", COMPLETED) == "COMPLETED"
    assert int(postgres.ask("elsewhere", "SELECT count(*) FROM task_run")) >= 3
    kept = postgres.dump("elsewhere")
    assert "Feeds read" in kept, "the artifact is there, so this is the right database"
    for words in ("Kwang", "Zhenxing", "laptop farm"):
        assert words not in kept


def test_the_own_server_with_its_database_in_postgresql(postgres, newsroom, tmp_path):
    url = postgres.new_database("own")
    watch = Watch(tmp_path / "watch", newsroom, {"PREFECT_SERVER_DATABASE_CONNECTION_URL": url}, "threads")
    assert "29 new" in watch.run()
    assert postgres.ask("own", COMPLETED) == "COMPLETED"
    assert not list((tmp_path / "watch" / "data" / "prefect").glob("prefect.db*"))
