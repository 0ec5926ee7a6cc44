"""A file that is emptied or cut by mistake never switches the watch off in silence."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from cli.accepting import removed_ids
from core.errors import ConfigError
from core.settings import Settings
from flows.removals import AcceptedRemovals
from flows.run_config import load_run_config

FEEDS = "feeds: [{id: wire, url: 'https://wire.example/feed'}]\n"
ALERTS = "subscriptions: [{id: desk, to: [desk@example.org], tags: [maritime]}]\n"
CONTEXT = "contexts: {ports: {any: [port, harbour]}}\n"


def actors(*names):
    lines = [f"  - {{id: {name}, name: {name.title()} Velmar, tags: [maritime]}}\n" for name in names]
    return f"version: 1\n{CONTEXT}actors:\n{''.join(lines)}"


class Files:
    def __init__(self, folder):
        self.config = folder / "config"
        self.config.mkdir()
        self.settings = Settings(config_dir=self.config, data_dir=folder / "data")
        self.write("feeds", FEEDS)
        self.write("alerts", ALERTS)
        self.write("watchlist", actors(*"abcdefgh"))

    def write(self, name, text):
        (self.config / f"{name}.yaml").write_text(text)

    def load(self, **more):
        return load_run_config(self.settings, **more)

    def ids(self):
        return sorted(one.target_id for one in self.load().watchlist.targets)

    def accept(self, kind="watchlist"):
        removed = removed_ids(self.settings, kind)
        record = AcceptedRemovals(self.settings.paths.last_good)
        record.record(kind, removed, "jane", datetime.now(UTC))
        return removed


@pytest.fixture
def files(tmp_path):
    made = Files(tmp_path)
    assert made.load().problems == ()
    return made


@pytest.mark.parametrize("text", ["", "\n# all gone\n", "version: 1\n", "version: 1\nactors: []\n", "actors:\n"])
def test_an_emptied_watchlist_is_refused_and_said(files, text):
    files.write("watchlist", text)
    (problem,) = files.load().problems
    assert "holds no entry, and the version in force has 8" in problem
    assert "watchword watchlist accept" in problem
    assert files.ids() == [*"abcdefgh"]
    assert files.ids() == [*"abcdefgh"], "the last good version was not replaced"
    assert files.accept() == [*"abcdefgh"]
    assert files.ids() == []


@pytest.mark.parametrize(("kind", "text"), [("feeds", ""), ("feeds", "feeds: []\n"), ("alerts", "")])
def test_emptied_feeds_and_alerts_are_refused_until_accepted(files, kind, text):
    files.write(kind, text)
    found = files.load()
    assert f"watchword watchlist accept {kind}" in found.problems[0]
    assert [one.feed_id for one in found.sources] == ["wire"]
    assert [one.subscription_id for one in found.alerts.subscriptions] == ["desk"]
    files.accept(kind)
    assert files.load().problems == ()
    files.write(kind, FEEDS if kind == "feeds" else ALERTS)
    files.load()
    files.write(kind, text)
    assert files.load().problems, "accepted once is not accepted for ever"


def test_many_removed_entries_wait_while_additions_count_at_once(files):
    files.write("watchlist", actors(*"abcde", "new"))
    found = files.load()
    (problem,) = found.problems
    assert "3 of 8 entries were removed (f, g, h)" in problem
    assert found.waiting == ("f", "g", "h")
    assert files.ids() == [*"abcdefgh", "new"]
    files.write("watchlist", actors(*"abcde", "new", "newer"))
    assert files.ids() == [*"abcdefgh", "new", "newer"], "further edits count, the removed still wait"
    assert files.accept() == ["f", "g", "h"]
    assert files.ids() == [*"abcde", "new", "newer"]
    assert files.load().problems == ()
    history = (files.settings.paths.last_good / "accepted.jsonl").read_text().splitlines()
    assert [(one["kind"], one["ids"], one["by"]) for one in map(json.loads, history)] == [
        ("watchlist", ["f", "g", "h"], "jane")
    ]


def test_entries_put_back_need_no_accepting(files):
    files.write("watchlist", actors(*"abcde"))
    assert files.load().problems
    files.write("watchlist", actors(*"abcdefgh"))
    assert files.load().problems == ()


def test_a_fifth_may_go_at_once(files):
    files.write("watchlist", actors(*"abcdefg"))
    assert files.load().problems == ()
    assert files.ids() == [*"abcdefg"]


def test_a_typing_error_after_a_removal_leaves_both_in_force(files):
    files.write("watchlist", actors(*"abcde", "new"))
    files.load()
    files.write("watchlist", "actors: [")
    assert files.load().problems
    files.write("watchlist", actors(*"abcde", "new"))
    assert files.ids() == [*"abcdefgh", "new"]


def test_a_context_that_removed_entries_need_stays_with_them(tmp_path):
    made = Files(tmp_path)
    needing = "".join(
        f"  - {{id: {name}, name: {name.title()} Velmar, tags: [maritime], aliases: [{{text: Vel, require: ports}}]}}\n"
        for name in "abcdefgh"
    )
    made.write("watchlist", f"version: 1\n{CONTEXT}actors:\n{needing}")
    made.load()
    made.write("watchlist", "version: 1\nactors: [{id: a, name: A Velmar, tags: [maritime]}]\n")
    assert [one.id for one in made.load().watchlist.contexts] == ["ports"]


def test_a_check_writes_nothing(files):
    before = sorted(path.name for path in files.settings.paths.last_good.rglob("*"))
    files.write("watchlist", actors(*"abcde", "new"))
    assert files.load(keep=False).problems
    assert sorted(path.name for path in files.settings.paths.last_good.rglob("*")) == before


def test_a_file_beside_a_folder_is_an_error_with_both_remedies(files):
    (files.config / "watchlist").mkdir()
    (files.config / "watchlist" / "big.jsonl").write_text('{"id": "z", "name": "Zeta Velmar"}\n')
    (problem,) = files.load().problems
    assert "both there" in problem
    assert "`mv " in problem
    assert "move the folder away" in problem
    assert files.ids() == [*"abcdefgh"]
    (files.config / "watchlist.yaml").rename(files.config / "watchlist" / "watchlist.yaml")
    assert files.load().problems == ()
    assert files.ids() == [*"abcdefgh", "z"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tags: [martime]", 'no entry of the watchlist has the tag "martime" (did you mean maritime?)'),
        ("targets: [nope]", 'no entry of the watchlist has the id "nope" (the ids are a, b, c'),
    ],
)
def test_a_subscription_that_asks_for_nothing_on_the_list_is_an_error(files, line, said):
    files.write("alerts", ALERTS.replace("tags: [maritime]", line))
    (problem,) = files.load().problems
    assert said in problem
    assert "alerts.yaml:1:" in problem
    assert files.load().alerts.subscriptions[0].tags == {"maritime"}


def test_at_the_first_start_such_a_subscription_is_refused(tmp_path):
    made = Files(tmp_path)
    made.write("alerts", ALERTS.replace("maritime", "martime"))
    with pytest.raises(ConfigError, match="did you mean maritime"):
        made.load()


def test_a_first_empty_list_is_no_error(tmp_path):
    made = Files(tmp_path)
    made.write("watchlist", "version: 1\n")
    assert made.load().problems == ()
