"""A week of two desks, replayed: what each reader got, and what each command said.

A refused recipient, a feed that fails, a wall, a copy, a silent edit, a late entry, an emptied file, a full disk and a
reboot. Real processes, pages, mail and files on loopback; between two days all stored times are moved a day back.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from email.utils import format_datetime
from pathlib import Path

import duckdb
import pytest

from core.settings import DataPaths
from tests.alerts.test_smtp import MailHandler, running
from tests.conftest import call_in_process
from tests.end_to_end.loopback import loopback_settings
from tests.local_site import NOT_FOUND, RSS, LocalSite, Reply, Request
from tests.small_disk import MB, fill, mounted_at

WATCHLIST = """version: 1
actors:
  - {id: velmar, name: Anton Velmar-Szabo, tags: [bank], severity: high}
  - {id: morrow, name: Leila Haddad-Morrow, tags: [bank], severity: high}
  - {id: kestrel, name: Silver Kestrel, type: vessel, tags: [sea], severity: high}
  - {id: other-1, name: Orsolya Brandt-Keleti, tags: [bank]}
  - {id: other-2, name: Tiberius Ostrander-Nagy, tags: [bank]}
"""
LATE = "  - {id: dawn, name: Ostara Dawn Shipping, type: organisation, tags: [sea]}\n"
ALERTS = """
mail: {trouble_to: [ops@example.org]}
subscriptions:
  - {id: bank, to: [a@example.org, b@example.org], tags: [bank], timezone: UTC, immediate: {severity: high},
     when_empty: never}
  - {id: sea, to: [sea@example.org], tags: [sea], timezone: UTC, when_empty: never}
"""
PORT = (
    "The harbour court heard on Tuesday that the company had paid wages to people it had never met, and that the money "
    "had gone on to accounts abroad within hours of each payment, according to the statements read out. "
)
COUNCIL = (
    "The council voted late on Wednesday to widen the canal bridge, after three years of argument about noise, about "
    "the old lime trees along the bank, and about who would pay for the diversion of the evening buses. "
)


def page(title: str, text: str) -> bytes:
    paragraphs = "".join(f"<p>{one}</p>" for one in text.split("\n"))
    head = f"<head><title>{title}</title></head>"
    return f"<html>{head}<body><article><h1>{title}</h1>{paragraphs}</article></body></html>".encode()


WALL = b"""<html><head><title>Ferry inquiry opens</title></head><body><article><h1>Ferry inquiry opens</h1>
<p>The inquiry into the ferry began on Thursday.</p></article>
<div class=paywall><h2>For members</h2><p>Subscribe to read on, or log in if you are a member.</p></div></body>
</html>"""


@dataclass
class Outlet:
    """A publisher on an address of loopback, with one feed."""

    host: str
    pages: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # title and body by path
    dates: dict[str, str] = field(default_factory=dict)  # when each was published
    broken: bool = False
    is_read: threading.Event = field(default_factory=threading.Event)  # set when a page of an article is asked for

    def __post_init__(self):
        self.site = LocalSite(self.answer, self.host)
        self.base = self.site.base

    def answer(self, request: Request) -> Reply:
        if request.path == "/feed":
            return Reply("broken", 500) if self.broken else Reply(self.feed(), kind=RSS)
        if request.path not in self.pages:
            return NOT_FOUND
        self.is_read.set()
        return Reply(self.pages[request.path][1])

    def feed(self) -> bytes:
        for path in self.pages:
            self.dates.setdefault(path, format_datetime(datetime.now(UTC)))
        items = "".join(
            f"<item><title>{title}</title><link>{self.base}{path}</link><guid>{path}</guid><pubDate>{self.dates[path]}</pubDate></item>"
            for path, (title, _) in self.pages.items()
        )
        return f"<rss version='2.0'><channel><title>{self.host}</title>{items}</channel></rss>".encode()

    def publish(self, path: str, title: str, text: str) -> None:
        self.pages[path] = (title, page(title, text))


@dataclass
class Week:
    """The two desks with their files, their mail server and the outlets that they follow."""

    folder: Path
    environment: dict[str, str]
    mail: MailHandler
    wire: Outlet
    port: Outlet
    courier: Outlet
    is_small_disk: bool

    @property
    def paths(self) -> DataPaths:
        return DataPaths(self.folder / "data", self.folder / "data" / "cache")

    @property
    def watchlist(self) -> Path:
        return self.folder / "config" / "watchlist.yaml"

    def call(self, *words: str) -> subprocess.CompletedProcess[str]:
        os.environ |= self.environment
        return call_in_process(*words)

    def run(self, code: int = 0) -> str:
        command = [str(Path(sys.executable).with_name("watchword")), "run", "--now"]
        environment = os.environ | self.environment
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        sys.stdout.write(done.stderr)  # shown when the week goes wrong
        assert done.returncode == code, done.stderr
        return " ".join(done.stderr.split())

    def rows(self, *words: str) -> list[dict]:
        return [json.loads(line) for line in self.call(*words, "--json").stdout.splitlines()]

    def mails(self, reader: str) -> list[str]:
        """The messages that a reader got since the last call, oldest first: subject and text."""
        mine = [body for to, body in self.mail.accepted if to == [reader]]
        self.mail.accepted[:] = [one for one in self.mail.accepted if one[0] != [reader]]
        parsed = [message_from_bytes(body, policy=default) for body in mine]
        return [f"{one['subject']}\n{one.get_body(('plain',)).get_content()}" for one in parsed]

    def a_day_passes(self) -> None:
        """Moves every stored time a day back."""
        with duckdb.connect(str(self.paths.live)) as db:
            columns = db.execute(
                "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND data_type = 'TIMESTAMP'"
            ).fetchall()
            for table, column in columns:
                db.execute(f'UPDATE "{table}" SET "{column}" = "{column}" - INTERVAL 1 DAY')


@pytest.fixture
def week(tmp_path, prefect_server):
    folder, handler = tmp_path / "disk", MailHandler()
    with ExitStack() as stack:
        is_mounted = stack.enter_context(mounted_at(folder, "700m"))
        outlets = [Outlet(f"127.0.0.{number}") for number in (11, 12, 13)]
        for one in outlets:
            stack.callback(one.site.close)
        named = zip(("wire", "port", "courier"), outlets, strict=True)
        feeds = [f"  - {{id: {name}, url: '{one.base}/feed'}}\n" for name, one in named]
        config = folder / "config"
        config.mkdir()
        (config / "feeds.yaml").write_text("feeds:\n" + "".join(feeds))
        (config / "watchlist.yaml").write_text(WATCHLIST)
        (config / "alerts.yaml").write_text(ALERTS)
        controller = stack.enter_context(running(handler))
        environment = prefect_server | {
            "PREFECT_LOGGING_LEVEL": "CRITICAL",
            "WATCHWORD_CONFIG_DIR": str(config),
            "WATCHWORD_DATA_DIR": str(folder / "data"),
            **loopback_settings(controller.port),
        }
        yield Week(folder, environment, handler, *outlets, is_mounted)


def test_a_week_of_two_desks(week):
    for day in (monday, tuesday, wednesday, thursday, friday, saturday, sunday):
        day(week)
        week.a_day_passes()


def monday(week: Week) -> None:
    """A recipient refuses the first alert."""
    week.wire.publish("/bridge", "Canal bridge to be widened", "\n".join([COUNCIL] * 3))
    week.wire.publish("/wages", "Wages paid to people never met", f"{PORT}\nAnton Velmar-Szabo was charged.\n{PORT}")
    week.mail.answers["a@example.org"] = "550 5.1.1 no such user"
    said = week.run(code=1)
    assert "Hits: 1 to alert" in said
    assert "Immediate messages: 2 sent" in said, "to b, and the notice to ops"
    assert "1 message refused for good" in said
    assert len(week.mails("b@example.org")) == 1
    (notice,) = week.mails("ops@example.org")
    assert "a@example.org" in notice
    assert "Velmar" not in notice
    doctor = week.call("doctor")
    assert doctor.returncode == 1
    assert re.search(r"a@example\.org \(\d refused for good", doctor.stdout), "the alert and the first digest"
    assert {row["state"] for row in week.rows("outbox") if row["recipient"] == "a@example.org"} == {"dead"}


def tuesday(week: Week) -> None:
    """The reader is back; a feed fails, and a page is behind a wall."""
    del week.mail.answers["a@example.org"]
    week.port.broken = True
    week.wire.pages["/ferry"] = ("Ferry inquiry opens", WALL)
    said = week.run()
    assert "not read port: The server answered 500" in said
    (missed,) = week.mails("a@example.org")
    assert "Anton Velmar-Szabo" in missed
    assert "Not delivered on" in missed
    assert week.mails("b@example.org") == [], "b knows it"
    assert week.mails("sea@example.org") == [], "nothing of theirs"
    assert any("port: The server answered 500" in mail for mail in week.mails("ops@example.org"))
    (failing,) = [row for row in week.rows("feeds", "health") if row["streak"]]
    assert (failing["feed"], failing["status"]) == ("port", "failed")
    (unread,) = week.rows("articles", "--unread")
    assert (unread["headline"], unread["url"]) == ("Ferry inquiry opens", f"{week.wire.base}/ferry")


def wednesday(week: Week) -> None:
    """Another outlet has a copy; a hit is dismissed, and stays so in the next copy."""
    week.port.broken = False
    title, body = week.wire.pages["/wages"]
    week.port.pages["/copy"] = (title, body)
    said = week.run()
    assert "Hits: 1 to alert" in said
    stories = {row["story_id"] for row in week.rows("hits", "--target", "velmar")}
    assert len(stories) == 1
    for reader in ("a@example.org", "b@example.org"):
        assert all("New story" not in mail for mail in week.mails(reader)), "the same story"
    hit = week.rows("hits", "--target", "velmar")[0]["hit_id"]
    assert week.call("review", hit[:10], "dismiss", "--note", "another Velmar").returncode == 0
    week.courier.pages["/again"] = (title, body)
    week.run()
    assert week.rows("hits", "--target", "velmar", "--open") == []
    for reader in ("a@example.org", "b@example.org"):
        assert week.mails(reader) == [], "a dismissed hit comes back in no mail"


def thursday(week: Week) -> None:
    """A page is edited, and the feed says nothing."""
    week.port.publish("/kestrel", "Ship seen off the cape", f"{PORT}\nThe Silver Kestrel lay at anchor.\n{PORT}")
    assert "Hits: 1 to alert" in week.run()
    title, edited = "Ship seen off the cape", "The Silver Kestrel lay at anchor. Leila Haddad-Morrow owns it."
    week.port.pages["/kestrel"] = (title, page(title, f"{PORT}\n{edited}\n{PORT}"))
    assert "Hits: 0 to alert" in week.run(), "not looked at again yet"
    week.a_day_passes()
    said = week.run()
    assert "1 changed" in said
    assert "Hits: 1 to alert" in said
    assert any("Leila Haddad-Morrow" in mail for mail in week.mails("b@example.org"))
    (sea,) = [mail for mail in week.mails("sea@example.org") if "Silver Kestrel" in mail]
    assert "Watchlist changed" not in sea


def friday(week: Week) -> None:
    """An entry is added late; then the list is emptied by mistake."""
    named = "Ostara Dawn Shipping has a new office."
    week.courier.publish("/dawn", "Shipping firm moves", f"{COUNCIL}\n{named}\n{COUNCIL}")
    week.run()
    week.watchlist.write_text(WATCHLIST + LATE)
    assert "+ dawn (Ostara Dawn Shipping)" in week.call("watchlist", "check").stdout
    assert "Found in the archive after a watchlist edit: 1" in week.run()
    week.call("digest", "send", "--now")
    (sea,) = week.mails("sea@example.org")
    assert "Ostara Dawn" in sea
    assert all("Ostara" not in mail for mail in week.mails("b@example.org")), "another desk's name"
    week.watchlist.write_text("")
    said = week.run(code=2)
    assert "holds no entry, and the version in force has 6" in said
    assert any("Your last edit is not fully in force" in mail for mail in week.mails("ops@example.org"))
    assert len(week.rows("hits", "--target", "dawn")) == 1
    week.watchlist.write_text(WATCHLIST + LATE)
    assert week.call("watchlist", "check").returncode == 0
    edited = f"{COUNCIL}\n{named} So has Tiberius Ostrander-Nagy.\n{COUNCIL}"
    week.courier.pages["/dawn"] = ("Shipping firm moves", page("Shipping firm moves", edited))


def saturday(week: Week) -> None:
    """The page with the late entry has changed, and the feed said nothing; then the disk is full."""
    week.mails("ops@example.org")
    said = week.run()
    assert "Hits: 0 to alert, 1 to check" in said or "Hits: 1 to alert" in said, "the name that the edit added"
    (hit,) = week.rows("hits", "--target", "other-2")
    assert hit["title"] == "Shipping firm moves"
    if not week.is_small_disk:
        return  # a small file system can be mounted by root alone
    fill(week.folder, 5 * MB)
    assert "needed for a cycle" in week.run(code=1)
    assert any("disk is nearly full" in mail for mail in week.mails("ops@example.org"))
    assert len(week.rows("hits")) > 0
    assert week.call("maintain", "retain").returncode == 0
    (week.folder / "filler").unlink()
    assert "Feeds: 3 read" in week.run()


def sunday(week: Week) -> None:
    """The machine goes down in the middle of a run; the next one has everything, once."""
    for number in range(20):
        week.wire.publish(f"/n{number}", f"Notes from the canal {number}", f"{COUNCIL}\nPart {number}.\n{COUNCIL}")
    week.wire.is_read.clear()
    week.wire.publish("/last", "Court date set", f"{COUNCIL}\nOrsolya Brandt-Keleti was named.\n{PORT}")
    command = [str(Path(sys.executable).with_name("watchword")), "run", "--now"]
    with subprocess.Popen(command, env=os.environ | week.environment, stderr=subprocess.DEVNULL) as process:
        assert week.wire.is_read.wait(120)
        process.send_signal(signal.SIGKILL)
    week.run()
    week.run()
    (hit,) = week.rows("hits", "--target", "other-1")
    assert hit["title"] == "Court date set"
    week.call("digest", "send", "--now")
    mails = week.mails("b@example.org")
    assert len([mail for mail in mails if "Court date set" in mail]) == 1
    assert len([mail for mail in mails if "Tiberius Ostrander-Nagy" in mail]) == 1, "of the silent edit"
    assert week.mails("b@example.org") == []
    doctor = week.call("doctor")
    assert "every key and reference holds" in doctor.stdout
