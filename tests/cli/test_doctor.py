"""`watchword doctor` on the running watch: who is at work, when, and with which configuration."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import duckdb
import pytest

from core.records import FeedSource
from core.settings import Settings
from samples import builders
from storage.database.locks import run_lock, up_lock, write_lock
from storage.store import Store

NOW = datetime.now(UTC)


@pytest.fixture
def folder(tmp_path):
    """A data folder with one cycle, and a configuration with which it was run."""
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text("feeds: [{id: one, url: 'https://x.example/feed'}]\n")
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
    (tmp_path / "data").mkdir()
    return tmp_path


@pytest.fixture
def make_poll():
    def make_poll(feed_id, **state):
        poll = builders.poll(feed_id=feed_id, at=NOW)
        return replace(poll, state=replace(poll.state, **state))

    return make_poll


def cycle(folder, ended, **note):
    paths = Settings(data_dir=folder / "data").paths
    store = Store(paths)
    store.prepare()
    run = store.runs.begin("poll", ended - timedelta(minutes=1))
    store.runs.end(run, ended, {}, complete=True)
    store.publish_snapshot(ended, force=True)
    noted = {"config_dir": str(folder / "config"), "at": ended.isoformat(), "is_attended": False, "by_worker": False}
    paths.last_run.write_text(json.dumps(noted | note))
    return paths


def test_it_judges_the_configuration_that_made_the_folder(in_process, folder):
    cycle(folder, NOW)
    other = folder / "other"
    other.mkdir()
    (other / "feeds.yaml").write_text("feeds: [{id: wrong, url: nonsense}]\n")
    done = in_process("doctor", "--data", folder / "data", "--config", other)
    assert "1 feed, 1 watchlist entry" in done.stdout
    assert f"checked is {folder / 'config'}, with which" in done.stdout
    assert "nonsense" not in done.stdout


def test_a_configuration_that_is_gone_is_said(in_process, folder):
    cycle(folder, NOW, config_dir=str(folder / "gone"))
    done = in_process("doctor", "--data", folder / "data", "--config", folder / "config")
    assert done.returncode == 1
    assert "gone" in done.stdout


@pytest.mark.parametrize(
    ("ended", "note", "code", "said"),
    [
        (NOW, {}, 0, "off; cycles are run by `watchword run`"),
        (NOW - timedelta(hours=5), {}, 1, "more than two hours ago"),
        (NOW - timedelta(hours=5), {"is_attended": True}, 0, "by hand; nothing runs on a schedule"),
        (NOW, {"by_worker": True}, 1, "start `watchword up` again"),
        (NOW + timedelta(hours=5), {}, 1, "it went back"),
    ],
)
def test_what_it_says_of_the_last_cycle_the_watch_and_the_clock(in_process, folder, ended, note, code, said):
    cycle(folder, ended, **note)
    done = in_process("doctor", "--quick", "--data", folder / "data", "--config", folder / "config")
    assert said in done.stdout
    assert done.returncode == code, done.stdout


def test_the_quick_check_waits_for_no_lock(watchword, folder):
    paths = cycle(folder, NOW)
    with write_lock(paths), run_lock(paths, "run"), up_lock(paths):
        done = watchword("doctor", "--quick", "--data", folder / "data")
    assert done.returncode == 0, done.stdout
    assert "watch: on: watchword up" in done.stdout
    assert "run lock: held by watchword run" in done.stdout


@pytest.mark.parametrize("name", ["data", "config", "."])
def test_a_folder_into_which_every_account_can_write_is_said(in_process, folder, name):
    cycle(folder, NOW)
    places = ("--data", folder / "data", "--config", folder / "config")
    assert in_process("doctor", *places).returncode == 0
    (folder / name).chmod(0o777)
    done = in_process("doctor", *places)
    assert done.returncode == 1
    assert f"chmod o-w {(folder / name).resolve()}" in " ".join(done.stdout.split())
    if name == ".":  # as /tmp, where nobody may rename what is another's
        folder.chmod(0o1777)
        assert in_process("doctor", *places).returncode == 0


def test_feeds_that_are_gone_or_have_moved_are_said(in_process, folder, make_poll):
    (folder / "config" / "feeds.yaml").write_text(
        "feeds: [{id: one, url: 'https://x.example/feed'}, {id: two, url: 'https://y.example/feed'}]\n"
    )
    paths = cycle(folder, NOW)
    store = Store(paths)
    store.feeds.sync([FeedSource("one", "https://x.example/feed"), FeedSource("two", "https://y.example/feed")])
    store.feeds.save_polls("run", [make_poll("one", moved_to="https://new.example/feed"), make_poll("two")])
    store.publish_snapshot(NOW, force=True)
    ask = ("doctor", "--data", folder / "data", "--config", folder / "config")
    assert "moved for good: one to https://new.example/feed: write that into feeds.yaml" in in_process(*ask).stdout
    store.feeds.save_polls("again", [make_poll("two", paused="410 Gone on 2026-11-30", next_due_at=NOW)])
    store.publish_snapshot(NOW, force=True)
    done = in_process(*ask)
    assert "!!  feeds: not read: two (410 Gone on 2026-11-30)." in done.stdout
    health = in_process("feeds", "health", "--json", "--data", folder / "data").stdout.splitlines()
    (gone,) = [row for row in map(json.loads, health) if row["feed"] == "two"]
    assert gone["next_due"] is None, "it is not asked again"


def test_a_mistake_in_the_watchlist_hides_neither_other_mistakes_nor_the_mail(watchword, folder):
    (folder / "config" / "watchlist.yaml").write_text("actors: [{id: a, nam: X}]\n")
    (folder / "config" / "feeds.yaml").write_text("feeds: [{id: wrong, url: nonsense}]\n")
    done = watchword("doctor", "--data", folder / "data", "--config", folder / "config")
    assert done.returncode == 1
    assert "actors[0].nam: unknown key" in done.stdout
    assert "feeds[0].url" in done.stdout
    assert "ok  mail: no mail server" in done.stdout
    assert "ok  channels: none" in done.stdout
    rows = watchword("doctor", "--json", "--data", folder / "data", "--config", folder / "config").stdout.splitlines()
    assert {"name": "channels", "passed": True, "message": "none"} in map(json.loads, rows)


def test_a_variable_that_is_no_setting_is_said(watchword, folder):
    (folder / "config" / "alerts.yaml").write_text(
        "subscriptions: [{id: desk, to: [desk@example.org]}]\n"
        "channels: [{id: room, kind: slack, subscription: desk, url_env: WATCHWORD_ROOM}]\n"
    )
    set_here = {"WATCHWORD_CONTCAT": "desk@example.org", "WATCHWORD_ROOM": "https://hooks.example/x"}
    done = watchword("doctor", "--data", folder / "data", "--config", folder / "config", environment=set_here)
    assert "environment: WATCHWORD_CONTCAT is no setting; did you mean WATCHWORD_CONTACT" in done.stdout
    assert "WATCHWORD_ROOM is no setting" not in done.stdout
    shown = watchword("config", "show", "--config", folder / "config", environment=set_here)
    assert "did you mean WATCHWORD_CONTACT" in shown.stderr


def test_a_feed_that_was_not_read_for_six_hours_is_named_however_seldom_it_was_asked(in_process, folder, make_poll):
    paths = cycle(folder, NOW)
    store = Store(paths)
    store.feeds.sync([FeedSource("one", "https://one.example/feed"), FeedSource("two", "https://two.example/feed")])
    failing = {"failure_streak": 2, "last_failure": "http_status: no", "last_attempt_at": NOW}
    long = make_poll("one", **failing | {"last_success_at": NOW - timedelta(hours=7)})
    short = make_poll("two", **failing | {"last_success_at": NOW - timedelta(hours=1)})
    store.feeds.save_polls("run", [long, short])
    store.publish_snapshot(NOW, force=True)
    (line,) = [one for one in in_process("doctor", "--data", paths.root).stdout.splitlines() if "feeds:" in one]
    assert (line[:2], "one (2 times in a row" in line, "two (" in line) == ("!!", True, False)


@pytest.mark.parametrize(("severity", "never"), [("medium", True), ("high", False)])
def test_immediate_mail_that_no_entry_can_cause_is_named(in_process, folder, severity, never):
    config = folder / "config"
    (config / "watchlist.yaml").write_text(f"actors: [{{id: a, name: Kim Kwang-jin, severity: {severity}}}]\n")
    (config / "alerts.yaml").write_text(
        "subscriptions: [{id: desk, to: [desk@example.org], immediate: {severity: high}}]\n"
    )
    done = in_process("doctor", "--data", folder / "data", "--config", config)
    assert ("no immediate mail can leave, since no entry has the severity: desk (high)" in done.stdout) is never


def test_the_snapshot_of_an_earlier_version_is_no_problem(in_process, folder):
    paths = cycle(folder, NOW)
    with duckdb.connect(str(paths.snapshot)) as db:
        db.execute("DROP TABLE unread_pages")
        db.execute("UPDATE snapshot_info SET schema_version = 2")
    places = ("--data", folder / "data", "--config", folder / "config")
    done = in_process("doctor", *places)
    assert done.returncode == 0, done.stdout
    assert "published by another version of Watchword; the next cycle publishes it anew" in " ".join(
        done.stdout.split()
    )
    asked = in_process("articles", "--unread", "--data", folder / "data")
    assert asked.returncode == 2
    assert "another version" in asked.stderr
