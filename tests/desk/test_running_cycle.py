"""Verdicts while a real `watchword run` reads the sample newsroom in another process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from samples.newsroom.server import Newsroom
from storage import queries
from tests.desk.conftest import form_token, pairs


def test_verdicts_during_a_cycle_are_stored_at_once_and_the_cycle_is_complete(desk, client):
    page = client.get("/", params={"order": "oldest"}).text
    judged, slowest = {}, 0.0
    with Newsroom(datetime.now(UTC)) as newsroom:
        feeds = Path(desk.settings.config_dir, "feeds.yaml")
        feeds.write_text(newsroom.feeds_yaml(), encoding="utf-8")
        command = [
            *(Path(sys.executable).with_name("watchword"), "run"),
            *("--data", desk.settings.data_dir, "--config", desk.settings.config_dir),
        ]
        log = Path(desk.settings.data_dir, "cycle.log")
        network = {"WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8", "WATCHWORD_HOST_SPACING_S": "0"}
        with (
            log.open("w") as said,
            subprocess.Popen(command, env=os.environ | network, stdout=said, stderr=said) as cycle,
        ):
            for item, target in pairs(page):
                fields = {"form_token": form_token(page), "item": item, "target": target, "verdict": "dismiss"}
                began = time.monotonic()
                answer = client.post("/verdicts", data=fields, headers={"accept": "application/json"})
                slowest = max(slowest, time.monotonic() - began)
                assert answer.json()["verdict"] == "dismissed"
                assert (item, target) not in pairs(client.get("/").text), "its author sees it at once"
                if cycle.poll() is None:
                    judged[item, target] = answer.json()["hits"]
                time.sleep(0.3)
            assert cycle.wait(240) in (0, 1), log.read_text()
    assert len(judged) >= 5, "the cycle went on meanwhile"
    assert slowest < 20
    desk.store.publish_snapshot(datetime.now(UTC), force=True)
    kept = queries.ask(desk.settings.paths, "SELECT count(*) FROM reviews WHERE carried_from IS NULL").rows[0][0]
    assert kept >= sum(judged.values())
    runs = queries.ask(desk.settings.paths, "SELECT kind, articles_new, complete FROM runs ORDER BY started_at").rows
    assert runs[-1][1] > 10, runs
    assert runs[-1][2], runs
