"""Verdicts while a real `watchword run` reads the sample newsroom in another process."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from storage import queries
from tests.desk.conftest import form_token, pairs
from tests.end_to_end.held_newsroom import PATIENT, HeldNewsroom

IN_THE_CYCLE = 8
"""So many verdicts are given while the cycle waits for its pages, the others while it goes on."""


def test_verdicts_during_a_cycle_are_stored_at_once_and_the_cycle_is_complete(desk, client):
    page = client.get("/", params={"order": "oldest"}).text
    judged = 0
    with HeldNewsroom(datetime.now(UTC)) as newsroom:
        feeds = Path(desk.settings.config_dir, "feeds.yaml")
        feeds.write_text(newsroom.feeds_yaml(), encoding="utf-8")
        command = [
            *(Path(sys.executable).with_name("watchword"), "run"),
            *("--data", desk.settings.data_dir, "--config", desk.settings.config_dir),
        ]
        log = Path(desk.settings.data_dir, "cycle.log")
        network = {"WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8", "WATCHWORD_HOST_SPACING_S": "0"} | PATIENT
        with (
            log.open("w") as said,
            subprocess.Popen(command, env=os.environ | network, stdout=said, stderr=said) as cycle,
        ):
            assert newsroom.is_read.wait(120)
            for number, (item, target) in enumerate(pairs(page)):
                if number == IN_THE_CYCLE:
                    assert cycle.poll() is None
                    newsroom.goes_on.set()
                fields = {"form_token": form_token(page), "item": item, "target": target, "verdict": "dismiss"}
                answer = client.post("/verdicts", data=fields, headers={"accept": "application/json"})
                assert answer.json()["verdict"] == "dismissed"
                assert (item, target) not in pairs(client.get("/").text), "its author sees it at once"
                judged += answer.json()["hits"]
            assert cycle.wait(240) in (0, 1), log.read_text()
    desk.store.publish_snapshot(datetime.now(UTC), force=True)
    kept = queries.ask(desk.settings.paths, "SELECT count(*) FROM reviews WHERE carried_from IS NULL").rows[0][0]
    assert kept >= judged > IN_THE_CYCLE
    runs = queries.ask(desk.settings.paths, "SELECT kind, articles_new, complete FROM runs ORDER BY started_at").rows
    assert runs[-1][1] > 10, runs
    assert runs[-1][2], runs
