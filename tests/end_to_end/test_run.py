"""`watchword run` on configured feeds: a bad feed fails alone, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from core.settings import Settings
from storage.store import Store
from tests.local_site import NOT_FOUND, RSS, LocalSite, Reply

WATCHLIST = """
version: 1
actors:
  - {id: kim-kwang-jin, name: Kim Kwang-jin, severity: high}
"""
ALERTS = "subscriptions: [{id: desk, to: [desk@example.org], timezone: Europe/London}]\n"
PARAGRAPH = (
    "The court heard on Tuesday that a company in the port district had paid wages to people it had never met, "
    "and that the money had gone on to accounts abroad within hours of each payment, the statements said. "
)
PAGE = f"""<html><head><title>Wages paid to people never met</title></head><body><article>
<h1>Wages paid to people never met</h1><p>{PARAGRAPH}</p><p>Kim Kwang Jin was named by the prosecution as the man who
opened the accounts. {PARAGRAPH}</p><p>{PARAGRAPH}</p></article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Own</title><link>{base}</link>
<description>x</description>
<item><title>Wages paid to people never met</title><link>{base}/story</link><guid>1</guid>
<description>A court heard.</description></item></channel></rss>"""


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>Chart</title><text>hello</text></svg>'
HOSTILE = {
    "svg": SVG.encode(),
    "deep": b"<div>" * 200_000,
    "nothing": b"",
    "zeros": b"\x00" * 1000,
    "binary": bytes(range(256)) * 40,
    "pdf": b"%PDF-1.7\n" + bytes(range(256)) * 9,
    "xml": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    "mathml": b"<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math>",
    "comment": b"<!-- " + b"-" * 5000,
    "attribute": b"<p " + b"a" * 100_000 + b"='",
    "json": b"{" * 5000,
    "stops": b"<p>" + b"." * 150_000 + b"</p>",
    "capitals": b"<article><p>" + b" ".join(b"Xa%d" % number for number in range(60_000)) + b"</p></article>",
}
"""Pages that broke a parser once, or may, by name."""


class Site:
    """A loopback site: good, missing, wrong, broken, empty and hanging feeds."""

    def __init__(self):
        self.server = LocalSite(lambda request: self.answer(request.path))
        self.base = self.server.base

    def answer(self, path):
        answers = {
            "/feed": Reply(FEED.format(base=self.base), kind=RSS),
            "/story": Reply(PAGE),
            "/html": Reply(PAGE),
            "/broken": Reply("<rss><channel><item><title>x", kind=RSS),
            "/empty": Reply(kind=RSS),
            "/hostile": Reply(self.hostile_feed(), kind=RSS),
            "/busy": Reply(FILMS.replace("BASE/film", f"{self.base}/busy"), kind=RSS),
            **{f"/busy/{number}": Reply(status=429, headers={"Retry-After": "3600"}) for number in range(4)},
            "/films": Reply(FILMS.replace("BASE", self.base), kind=RSS),
            **{f"/film/{number}": Reply(PLAYER, kind="text/html") for number in range(4)},
            **{f"/page/{name}": Reply(body, kind="text/html") for name, body in HOSTILE.items()},
        }
        return answers.get(path, NOT_FOUND)

    def hostile_feed(self) -> bytes:
        """A feed of all hostile pages, with the good one in their middle."""
        links = [f"{self.base}/page/{name}" for name in HOSTILE]
        links.insert(len(links) // 2, f"{self.base}/story")
        items = "".join(f"<item><title>Item {link[-8:]}</title><link>{link}</link></item>" for link in links)
        return f"<rss version='2.0'><channel><title>Hostile</title>{items}</channel></rss>".encode()


_FILM = (
    "<item><title>Film {0}</title><link>BASE/film/{0}</link>"
    "<description>What was filmed in the harbour.</description></item>"
)
FILMS = f"<rss version='2.0'><channel><title>F</title>{''.join(map(_FILM.format, range(4)))}</channel></rss>"
PLAYER = "<html><head><title>Film</title></head><body><div id=player></div><script>play()</script></body></html>"


@contextmanager
def served():
    site = Site()
    try:
        yield site
    finally:
        site.server.close()


@pytest.fixture(scope="module")
def site():
    with served() as one:
        yield one


@pytest.fixture
def desk(tmp_path, site, prefect_server):
    return Desk(tmp_path, site, prefect_server)


class Desk:
    def __init__(self, folder: Path, site: Site, prefect: dict[str, str]):
        self.config, self.data, self.site = folder / "config", folder / "data", site
        self.config.mkdir()
        self.environment = prefect | {
            "WATCHWORD_CONFIG_DIR": str(self.config),
            "WATCHWORD_DATA_DIR": str(self.data),
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_HOST_SPACING_S": "0",
            "WATCHWORD_FETCH_TIMEOUT_S": "5",
        }
        self.feeds("feed")
        (self.config / "watchlist.yaml").write_text(WATCHLIST)
        (self.config / "alerts.yaml").write_text(ALERTS)

    def feeds(self, *paths):
        lines = [f"  - {{id: {path}, url: '{self.site.base}/{path}', every: 0s}}\n" for path in paths]
        (self.config / "feeds.yaml").write_text("feeds:\n" + "".join(lines))

    def hits(self):
        return self.query("SELECT target_id, band, surface FROM hits")

    def query(self, sql):
        with duckdb.connect(str(self.data / "watchword.read.duckdb"), read_only=True) as db:
            return db.execute(sql).fetchall()


def test_a_good_feed_among_bad_ones(desk, watchword):
    desk.feeds("feed", "missing", "html", "broken", "empty")
    done = watchword("run", environment=desk.environment)
    assert done.returncode == 0, done.stderr
    for name in ("missing", "html", "broken", "empty"):
        assert f"not read {name}" in done.stderr
    assert "Traceback" not in done.stderr
    assert desk.hits() == [("kim-kwang-jin", "alert", "Kim Kwang Jin")]
    assert (desk.data / "outbox" / "preview.html").is_file()
    again = watchword("run", environment=desk.environment)
    assert "Articles: 0 new, 0 changed" in again.stderr
    assert desk.hits() == [("kim-kwang-jin", "alert", "Kim Kwang Jin")]


def test_a_quiet_run_says_only_what_went_wrong_and_json_says_everything(desk, watchword):
    desk.feeds("feed", "missing")
    done = watchword("run", "--json", environment=desk.environment)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["feeds_total"], found["feeds_read"], found["articles_new"]) == (2, 1, 1)
    assert (found["hits"], found["exit_code"]) == ({"suppressed": 0, "review": 0, "alert": 1}, 0)
    assert [(one["stage"], one["key"], one["cause"]) for one in found["failures"]] == [
        ("feed", "missing", "http_status")
    ]
    assert [one["subscription_id"] for one in found["upcoming"]] == ["desk"]
    silent = desk.environment | {"PREFECT_LOGGING_LEVEL": "CRITICAL"}  # as it is by default
    quiet = watchword("run", "--now", "--quiet", environment=silent)
    assert (quiet.returncode, quiet.stdout) == (0, "")
    (line,) = quiet.stderr.splitlines()
    assert "not read missing" in line
    again = watchword("run", "--now", "--quiet", environment=silent)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", ""), "once a day"


def test_a_feed_whose_pages_have_no_text_is_said_with_what_to_do(desk, watchword):
    desk.feeds("films")
    said = "4 of 4 pages have no text, and only the feed's own words are read: with `full_text: feed`"
    done = watchword("run", environment=desk.environment)
    assert f"films: {said}" in done.stderr
    check = watchword("feeds", "check", "--json", environment=desk.environment)
    assert said in json.loads(check.stdout)["remarks"]
    assert said not in watchword("run", environment=desk.environment).stderr, "nothing new was read"
    feeds = desk.config / "feeds.yaml"
    feeds.write_text(feeds.read_text().replace("every:", "full_text: feed, every:"))
    check = watchword("feeds", "check", "--json", environment=desk.environment)
    assert "no text" not in json.loads(check.stdout)["remarks"]


def test_a_site_that_asks_for_a_pause_is_not_asked_for_another_page_by_the_next_run(desk, watchword):
    desk.feeds("busy")

    def asked():
        return len([path for path in desk.site.server.paths() if path.startswith("/busy/")])

    assert "3 entries wait for the next cycle" in watchword("run", environment=desk.environment).stderr
    assert asked() == 1
    assert "3 entries wait for the next cycle" in watchword("run", environment=desk.environment).stderr
    assert asked() == 1


def test_a_run_with_nothing_due_is_complete_without_prefect(desk, watchword):
    (desk.config / "feeds.yaml").write_text((desk.config / "feeds.yaml").read_text().replace("0s", "30m"))
    assert watchword("run", environment=desk.environment).returncode == 0
    complete = "SELECT count(*) FROM runs WHERE kind = 'poll' AND complete"
    preview = desk.data / "outbox" / "preview.html"
    preview.unlink()
    done = watchword("run", environment=desk.environment | {"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == 0
    assert "0 read, 0 not read, 1 not due, of 1" in done.stderr
    assert not [line for line in done.stderr.splitlines() if line.rsplit("|", 1)[-1].strip() == "prefect"]
    assert preview.is_file()
    shutil.copytree(desk.config, desk.config.with_name("other"))
    done = watchword("run", "--config", desk.config.with_name("other"), "--quiet", environment=desk.environment)
    assert f"was last run with {desk.config}; from now on" in " ".join(done.stderr.split())
    assert watchword("run", "--quiet", environment=desk.environment).stderr.count("was last run with") == 1
    with Store(Settings(data_dir=desk.data).paths) as store:
        store.publish_snapshot(datetime.now(UTC), force=True)
    assert desk.query(complete) == [(4,)]


def test_hostile_pages_cost_only_themselves_and_the_watch_goes_on(desk, watchword):
    desk.feeds("hostile")
    done = watchword("run", environment=desk.environment)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert desk.hits() == [("kim-kwang-jin", "alert", "Kim Kwang Jin")]
    assert "pages not read: " in done.stderr
    again = watchword("run", environment=desk.environment)
    assert again.returncode == 0, again.stderr
    assert "Articles: 0 new" in again.stderr


def test_a_run_in_which_no_feed_is_read_fails(desk, watchword):
    desk.feeds("missing")
    done = watchword("run", environment=desk.environment)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_an_edit_is_matched_against_the_archive_and_a_bad_one_is_reported(desk, watchword):
    (desk.config / "watchlist.yaml").write_text("version: 1\nactors: [{id: other, name: Somebody Unheardof}]\n")
    assert watchword("run", environment=desk.environment).returncode == 0
    assert desk.hits() == []

    (desk.config / "watchlist.yaml").write_text(WATCHLIST)
    done = watchword("run", environment=desk.environment)
    assert done.returncode == 0
    assert "Found in the archive after a watchlist edit: 1" in done.stderr
    assert desk.query("SELECT target_id, retroactive FROM hits") == [("kim-kwang-jin", True)]

    (desk.config / "watchlist.yaml").write_text(WATCHLIST + "  - {id: two, nmae: Kang Tae-bok}\n")
    done = watchword("run", environment=desk.environment)
    assert done.returncode == 2
    assert "watchlist.yaml:5:" in done.stderr
    assert "1 read" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_run_exits_cleanly_and_readers_are_never_blocked(desk, watchword):
    """Two concurrent runs, and a reader that opens the database all the time."""
    assert watchword("run", environment=desk.environment).returncode == 0
    codes, failures, done = [], [], threading.Event()

    def read_on():
        while not done.wait(0.02):
            try:
                desk.hits()
            except duckdb.Error as error:
                failures.append(error)

    def run():
        codes.append(watchword("run", environment=desk.environment))

    reader, runs = threading.Thread(target=read_on), [threading.Thread(target=run) for _ in range(2)]
    for thread in (reader, *runs):
        thread.start()
    for thread in runs:
        thread.join()
    done.set()
    reader.join()
    assert [one.returncode for one in codes] == [0, 0]
    assert failures == []
