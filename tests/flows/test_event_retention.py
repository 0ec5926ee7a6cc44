"""Prefect's events, the largest part of its file, are deleted after a week, also where each run has its own server."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing

from flows.server.environment import access
from flows.server.prefect_database import empty_database, make_empty_database, provide_database
from flows.server.prefect_server import listening_at, running_server
from flows.server.server_secret import new_secret

EMBEDDED = {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
INSERT = """
    INSERT INTO events (id, event, occurred, resource_id, resource, related, related_resource_ids, payload, received,
                        recorded)
    VALUES (?, ?, ?, 'x', '{}', '[]', '[]', '{}', ?, ?)
"""


def events(home):
    with closing(sqlite3.connect(home / "prefect.db")) as db:
        return {name for (name,) in db.execute("SELECT event FROM events WHERE event LIKE '% days'")}


def test_events_of_more_than_a_week_go_when_a_run_starts_its_server(tmp_path):
    if not provide_database(tmp_path, empty_database()):
        make_empty_database(tmp_path / "prefect.db")
    with closing(sqlite3.connect(tmp_path / "prefect.db")) as db:
        for days in (2, 8):
            at = time.strftime("%Y-%m-%d %H:%M:%S.000000", time.gmtime(time.time() - days * 86_400))
            db.execute(INSERT, (f"00000000-0000-4000-8000-{days:012}", f"{days} days", at, at, at))
        db.commit()
    assert events(tmp_path) == {"2 days", "8 days"}
    with listening_at(0) as listener:
        variables = os.environ | access(listener.getsockname()[1], new_secret(), {}) | EMBEDDED
        with running_server(listener, variables | {"PREFECT_HOME": str(tmp_path)}):
            deadline = time.monotonic() + 120
            while "8 days" in events(tmp_path) and time.monotonic() < deadline:
                time.sleep(0.2)
    assert events(tmp_path) == {"2 days"}
