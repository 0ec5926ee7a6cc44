"""A watch of the sample newsroom with any task runner, and programs that run beside it as on machines of their own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import duckdb

ROOT = Path(__file__).parents[2]
ENGINE_LINES = re.compile(r"distributed|dask\.|tornado|nanny|scheduler|raylet|gcs_", re.IGNORECASE)


@contextmanager
def child(folder, *arguments, environment=None):
    """A Python program in its own folder and home, whose environment has nothing of ours."""
    folder.mkdir(parents=True)
    variables = {"PATH": os.environ["PATH"], "HOME": str(folder)} | (environment or {})
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=folder, env=variables, stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Watch:
    """A configuration and data folder for the sample newsroom, run with one task runner."""

    def __init__(self, folder, newsroom, prefect_server, task_runner):
        self.folder = folder
        shutil.copytree(ROOT / "samples" / "config", folder / "config")
        (folder / "config" / "feeds.yaml").write_text(newsroom.feeds_yaml(), encoding="utf-8")
        self.environment = prefect_server | {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "WATCHWORD_CONFIG_DIR": str(folder / "config"),
            "WATCHWORD_DATA_DIR": str(folder / "data"),
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_HOST_SPACING_S": "0",
            "WATCHWORD_CONTACT": "test@localhost",
            "WATCHWORD_TASK_RUNNER": task_runner,
        }

    def start(self, **more):
        command = [str(Path(sys.executable).with_name("watchword")), "run", "--now"]
        return subprocess.Popen(
            command, env=self.environment | more, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def run(self, **more):
        process = self.start(**more)
        _, said = process.communicate(timeout=240)
        assert process.returncode == 0, said
        return said

    def ask(self, sql):
        with duckdb.connect(str(self.folder / "data" / "watchword.read.duckdb"), read_only=True) as db:
            return db.execute(sql).fetchall()

    def found(self):
        """All that was found, without the instants of finding it."""
        digests = [
            message_from_bytes(path.read_bytes(), policy=default).get_body(("plain",)).get_content()
            for path in sorted((self.folder / "data" / "outbox").glob("*.eml"))
        ]
        return {
            "hits": self.ask("SELECT hit_id, band, score, method, zone, reasons, status FROM hits_all ORDER BY hit_id"),
            "mentions": self.ask("SELECT * FROM mentions ORDER BY ALL"),
            "articles": self.ask(
                "SELECT article_id, feed_id, url, title, quality, language, published, text FROM articles ORDER BY ALL"
            ),
            "stories": self.ask("SELECT story_id, list_sort(list(article_id)) FROM articles GROUP BY 1 ORDER BY 2"),
            "digests": [re.sub(r"\b\d\d:\d\d\b", "HH:MM", one) for one in digests],
        }
