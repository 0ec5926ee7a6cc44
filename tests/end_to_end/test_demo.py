"""`watchword demo`: the command, the database it fills and the digest it writes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
import pytest

from core.records import Band, Quality
from samples.newsroom.article_files import read_articles
from samples.newsroom.expected import read_expected
from samples.newsroom.publishers import PUBLISHERS

EXPECTED = read_expected()
KEY_OF_PATH = {PUBLISHERS[one.publisher].path_of(one): key for key, one in read_articles().items()}


@dataclass(frozen=True)
class Demo:
    stdout: str
    stderr: str
    code: int
    folder: Path

    def query(self, sql):
        with duckdb.connect(str(self.folder / "watchword.read.duckdb"), read_only=True) as db:
            return db.execute(sql).fetchall()

    def bands(self):
        """The band of each open hit, by article key and target id."""
        found = defaultdict(dict)
        for url, target, band in self.query("SELECT url, target_id, band FROM hits_all WHERE status = 'open'"):
            found[key_of(url)][target] = Band(band)
        return found


def key_of(url):
    parts = urlsplit(url)
    return KEY_OF_PATH[f"{parts.path}?{parts.query}" if parts.query else parts.path]


@pytest.fixture(scope="module")
def demo(prefect_server, tmp_path_factory):
    data = tmp_path_factory.mktemp("demo")
    command = [str(Path(sys.executable).with_name("watchword")), "demo", "--data", str(data)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("WATCHWORD_", "PREFECT_"))}
    done = subprocess.run(command, env=clean | prefect_server, capture_output=True, text=True, timeout=180, check=False)
    return Demo(done.stdout, done.stderr, done.returncode, data / "demo")


def test_it_succeeds_and_says_where_everything_is(demo):
    assert demo.code == 0, demo.stderr
    assert "Traceback" not in demo.stderr
    assert "nanobind" not in demo.stderr, "DuckDB reports what is left of its objects"
    for words in ("not read", "courier-business", "ledger-video", "watchword.read.duckdb", "outbox"):
        assert words in demo.stderr
    assert "Kim Kwang-jin" in demo.stdout


@pytest.mark.parametrize("key", EXPECTED)
def test_each_article_alerts_on_the_expected_targets_only(demo, key):
    wanted, found = EXPECTED[key].hits[1], demo.bands().get(key, {})
    alerts = {target for target, band in found.items() if band is Band.ALERT}
    assert alerts == {target for target, band in wanted.items() if band is Band.ALERT}
    assert {target for target, band in wanted.items() if band is Band.REVIEW} <= set(found)


def test_only_articles_alert(demo):
    loud = {key for key, bands in demo.bands().items() if Band.ALERT in bands.values()}
    assert not [key for key in loud if EXPECTED[key].quality not in (Quality.FULL, Quality.PARTIAL)]


def test_the_second_cycle_finds_the_update_and_nothing_else(demo):
    first, second = demo.query("SELECT run_id FROM runs WHERE kind = 'poll' ORDER BY started_at")
    later = demo.query(
        f"SELECT target_id FROM hits WHERE found_at >= (SELECT started_at FROM runs WHERE run_id = '{second[0]}')"
    )
    assert later == [("kejia-wang",)]
    assert first != second


def test_every_mention_is_at_its_offsets(demo):
    wrong = demo.query(
        """
        SELECT m.surface, a.text[start_offset + 1 : end_offset] FROM mentions m JOIN articles a USING (article_id)
        WHERE m.field = 'text' AND a.text IS NOT NULL AND m.surface != a.text[start_offset + 1 : end_offset]
        """
    )
    assert wrong == []


def test_the_wire_story_is_one_story_with_three_outlets(demo):
    rows = demo.query(
        "SELECT story_id, count(DISTINCT article_id) FROM hits WHERE target_id = 'kejia-wang' GROUP BY 1 ORDER BY 2"
    )
    assert rows[-1][1] >= 3


def test_the_digest_is_a_mail_with_names_and_what_was_not_read(demo):
    mails = sorted((demo.folder / "outbox").glob("*.eml"))
    assert mails
    message = message_from_bytes(mails[0].read_bytes(), policy=default)
    assert message["Subject"].startswith("[Watchword] HIGH")
    text = message.get_body(("plain",)).get_content()
    for words in ("Kim Kwang-jin", "Zhenxing Wang", "Chang Nam-il", "Change Nam II", "courier-business"):
        assert words in text
    assert len(mails[0].read_bytes()) <= 90_000
    assert list((demo.folder / "outbox").glob("*.html"))


def test_no_name_headline_or_quote_reaches_prefect(demo, prefect_server):
    home = Path(prefect_server["PREFECT_HOME"])
    kept = b"".join(path.read_bytes() for path in home.glob("prefect.db*"))
    assert b"Feeds read" in kept  # the artifact is there, so these are the right files
    for words in ("Kwang", "Zhenxing", "Chang Nam", "laptop farm", "Council finds money"):
        assert words.encode() not in kept
