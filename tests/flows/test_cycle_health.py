"""Metrics, the ping and the note of the last run: counts and no names; what goes wrong fails no cycle."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest
from prometheus_client.parser import text_string_to_metric_families

from core.records import Band, CycleSummary, Failure, FailureKind, Stage
from core.settings import Settings
from flows.records.cycle_health import last_run, report_health
from tests.local_site import LocalSite, Reply

FAILURE = Failure(Stage.PAGE, "https://x.example/kim-kwang-jin", FailureKind.TRANSIENT, "timeout", "Kim Kwang-jin")
SUMMARY = CycleSummary(
    feeds_total=9,
    feeds_due=8,
    feeds_read=7,
    articles_new=3,
    hits=((Band.ALERT, 2),),
    failures=(FAILURE,),
    durations=(("feeds", 4.5),),
)
STARTED = datetime.now(UTC) - timedelta(seconds=60)


@pytest.fixture
def switch():
    """A dead man's switch on loopback."""
    with LocalSite(lambda request: Reply(status=500 if "broken" in request.path else 200)) as site:
        yield site


def settings(tmp_path, **changes):
    networks = (ip_network("127.0.0.0/8"),)
    return Settings(data_dir=tmp_path, config_dir=tmp_path / "config", allow_networks=networks, **changes)


def test_the_metrics_can_be_collected_and_name_nobody(tmp_path):
    path = tmp_path / "collector" / "watchword.prom"
    report_health(settings(tmp_path, metrics_file=path), SUMMARY, datetime.now(UTC) - timedelta(seconds=60))
    text = path.read_text()
    samples = {
        (one.name, *one.labels.values()): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }
    assert samples["watchword_feeds", "read"] == 7
    assert samples["watchword_hits", "alert"] == 2
    assert samples["watchword_failures", "page"] == 1
    assert samples["watchword_cycle_seconds", "feeds"] == 4.5
    assert 60 <= samples["watchword_cycle_seconds", "all"] < 120
    assert samples["watchword_last_cycle_complete",] == 1
    assert "kim" not in text.lower()
    assert path.stat().st_mode & 0o444 == 0o444
    assert list(path.parent.iterdir()) == [path], "no half-written file"


def test_only_a_complete_cycle_pings(tmp_path, switch):
    mine = settings(tmp_path, ping_url=f"{switch.base}/secret-id")
    report_health(mine, SUMMARY, STARTED)
    assert switch.paths() == ["/secret-id"]
    report_health(mine, CycleSummary(feeds_due=3), STARTED)
    assert switch.paths() == ["/secret-id"], "no feed answered"


@pytest.mark.parametrize("path", ["/broken-secret", None])
def test_a_ping_that_fails_fails_nothing_and_its_address_is_not_logged(tmp_path, switch, caplog, path):
    url = f"{switch.base}{path}" if path else "http://127.0.0.1:8998/broken-secret"
    report_health(settings(tmp_path, ping_url=url), SUMMARY, STARTED)
    assert "WATCHWORD_PING_URL" in caplog.text
    assert "broken-secret" not in caplog.text


def test_the_last_run_is_remembered(tmp_path):
    mine = settings(tmp_path)
    assert last_run(mine.paths) is None
    report_health(mine, SUMMARY, STARTED)
    noted = last_run(mine.paths)
    assert noted.config_dir == tmp_path / "config"
    assert not noted.is_attended
    mine.paths.last_run.write_text("{")
    assert last_run(mine.paths) is None


def test_a_folder_that_cannot_be_written_is_a_warning(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    report_health(settings(tmp_path, metrics_file=tmp_path / "file" / "x.prom"), SUMMARY, STARTED)
    assert "could not be written" in caplog.text


def test_a_link_at_a_name_that_can_be_foreseen_is_not_written_through(tmp_path):
    """In a folder that others may write into: the process and its threads have numbers that are easily tried."""
    path, target = tmp_path / "collector" / "watchword.prom", tmp_path / "private"
    target.write_text("mine")
    path.parent.mkdir()
    for draft in (path, *(path.with_name(f"{path.name}.{os.getpid()}.{one.ident}") for one in threading.enumerate())):
        draft.symlink_to(target)
    report_health(settings(tmp_path, metrics_file=path), SUMMARY, STARTED)
    assert target.read_text() == "mine"
    assert not path.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o644
