"""Kills whole cycles at named stages (`kill -9`), and `up` with its server, worker and flows; nothing may be lost.

    .venv/bin/python -m benchmarks.chaos_watch --kills 60 --seed 1

An outlet on loopback announces new articles with a watched name before each cycle, and a mail server takes the alerts.
A cycle is killed at its stage; the next cycle must end well, and then every article is stored once, every hit found
once and reported once, and Prefect shows the killed run as ended. A message may be sent twice only if the kill came
between the server's 250 and our record of it, and then with the same Message-ID. No child process survives ten
seconds.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

import duckdb
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from core.settings import Settings
from storage import integrity

ROOT = Path(__file__).parents[1]
ACCEPTED = "behind the server's 250"
STAGES = {
    "before polls are stored": ("storage.store.feeds:Feeds.save_polls", "before"),
    "behind polls": ("storage.store.feeds:Feeds.save_polls", "behind"),
    "before articles are stored": ("storage.store.articles:Articles.save", "before"),
    "behind articles": ("storage.store.articles:Articles.save", "behind"),
    "before stories are stored": ("storage.store.stories:Stories.save", "before"),
    "behind stories": ("storage.store.stories:Stories.save", "behind"),
    "before mail is queued": ("storage.store.outbox:Outbox.enqueue", "before"),
    "behind queued mail": ("storage.store.outbox:Outbox.enqueue", "behind"),
    "before mail is handed over": ("alerts.delivering.smtp:Mailer.send", "before"),
    ACCEPTED: ("alerts.delivering.smtp:Mailer.send", "behind"),
    "in the snapshot's publishing": ("os:replace", "before"),
    "behind the snapshot's publishing": ("os:replace", "behind"),
    "in a migration": ("storage.database.migrations:apply", "behind"),
    "in a re-match": ("storage.store.watchlists:Watchlists.save_rematch", "before"),
    "behind a re-match": ("storage.store.watchlists:Watchlists.save_rematch", "behind"),
}
"""By name: the function at which the process kills itself, and on which side of it."""
PROCESSES = ("up", "server", "worker", "flow", "up and worker", "server and worker", "worker and flow")
_GONE_WITHIN_S = 10.0
_LETTERS = "abcdefghijklmnoprstuvw"


def _words(number: int) -> list[str]:
    """Words that no other article has, so that each article is a story of its own."""
    chance = random.Random(number)
    return ["".join(chance.choices(_LETTERS, k=chance.randint(5, 9))) for _ in range(120)]


def _title(number: int) -> str:
    return " ".join(_words(number)[:6]).capitalize()


def _page(number: int) -> str:
    """An article with both names."""
    words = _words(number)
    one, two, three = (" ".join(words[start : start + 38]).capitalize() for start in (6, 44, 82))
    names = f"Kim Kwang Jin {words[0]} {words[1]}, and Leila Haddad-Morrow {words[2]} {words[3]}."
    body = f"<p>{one}.</p><p>{names} {two}.</p><p>{three}.</p>"
    return f"<html><body><article><h1>{_title(number)}</h1>{body}</article></body></html>"


@dataclass
class World:
    """The outlet, the mail server and the folders of one watch."""

    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)  # further ones, such as those of a server
    announced: int = 0
    slow_s: float = 0.0  # before an article is sent
    asked: int = 0  # articles
    mails: list[tuple[str, str]] = field(default_factory=list)  # Message-ID, body
    watched: list[str] = field(default_factory=lambda: ["Kim Kwang-jin"])

    def __enter__(self) -> Self:
        world = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = world.answer(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                pass

        self._outlet = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._outlet.serve_forever, daemon=True).start()
        self._office = Controller(self, hostname="127.0.0.1", port=_free_port())
        self._office.start()
        config = self.folder / "config"
        config.mkdir(parents=True)
        base = f"http://127.0.0.1:{self._outlet.server_port}"
        (config / "feeds.yaml").write_text(
            f"feeds: [{{id: outlet, url: '{base}/feed', every: 0s, first_poll: alert}}]\n"
        )
        (config / "alerts.yaml").write_text(
            f"mail: {{host: 127.0.0.1, port: {self._office.port}, security: none, from: watch@example.org}}\n"
            "subscriptions:\n"
            "  - {id: desk, to: [desk@example.org], timezone: UTC, immediate: {severity: high, cap: 99 a day}}\n"
        )
        self._write_list()
        return self

    def __exit__(self, *_: object) -> None:
        self._office.stop()
        self._outlet.shutdown()

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's
        """Accepts the message."""
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content)
        self.mails.append((str(message["Message-ID"]), str(message["Subject"])))
        return "250 accepted"

    def answer(self, path: str) -> str:
        """The feed, an article, or nothing."""
        base = f"http://127.0.0.1:{self._outlet.server_port}"
        if path == "/feed":
            items = "".join(
                f"<item><guid>{one}</guid><link>{base}/a/{one}</link><title>{_title(one)}</title></item>"
                for one in range(self.announced)
            )
            return f"<rss version='2.0'><channel><title>Outlet</title>{items}</channel></rss>"
        number = path.removeprefix("/a/")
        if number.isdigit():
            self.asked += 1
            time.sleep(self.slow_s)
        return _page(int(number)) if number.isdigit() else ""

    def announce(self, count: int) -> None:
        """Adds articles to the feed."""
        self.announced += count

    def watch_another(self) -> None:
        """Adds a name that stored articles contain, so that they are read again."""
        if len(self.watched) == 1:
            self.watched.append("Leila Haddad-Morrow")
            self._write_list()

    def _write_list(self) -> None:
        entries = "".join(
            f"  - {{id: name-{number}, name: {name}, severity: {'low' if number else 'high'}}}\n"
            for number, name in enumerate(self.watched)
        )
        (self.folder / "config" / "watchlist.yaml").write_text(f"version: 1\nactors:\n{entries}")

    @property
    def environment(self) -> dict[str, str]:
        """For the commands of this watch."""
        return os.environ | {
            "WATCHWORD_CONFIG_DIR": str(self.folder / "config"),
            "WATCHWORD_DATA_DIR": str(self.folder / "data"),
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_HOST_SPACING_S": "0",
            "CHAOS_FOLDER": str(self.folder),
            **self.variables,
        }


def _free_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


# ---------------------------------------------------------------- a cycle


def kill_in_cycle(world: World, stage: str, occasion: int) -> bool:
    """Runs a cycle that kills itself at the stage; False if it came to its end without reaching it."""
    command = [sys.executable, "-m", "benchmarks.chaos_cycle", *STAGES[stage], str(occasion)]
    done = subprocess.run(
        command, env=world.environment, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode in (-signal.SIGKILL, 0), done.stdout + done.stderr
    return done.returncode != 0


def cycle(world: World) -> None:
    """A cycle that nobody kills."""
    command = [str(Path(sys.executable).with_name("watchword")), "run"]
    done = subprocess.run(
        command, env=world.environment, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def check(world: World, *, doubled: int) -> None:
    """Asserts that all that was announced is there and was reported, once; `doubled` messages may be sent twice."""
    paths = Settings(data_dir=world.folder / "data").paths
    assert integrity.violations(paths) == (), integrity.violations(paths)
    with duckdb.connect(str(paths.snapshot), read_only=True) as db:
        ((articles, ids),) = db.execute("SELECT count(*), count(DISTINCT url) FROM articles").fetchall()
        assert articles == ids == world.announced, f"{articles} articles, {ids} addresses, {world.announced} announced"
        sql = "SELECT target_id, count(*), count(DISTINCT article_id) FROM hits GROUP BY ALL ORDER BY ALL"
        for target, hits, of_articles in db.execute(sql).fetchall():
            assert hits == of_articles == world.announced, f"{target}: {hits} hits in {of_articles} articles"
        high = "FROM notifications JOIN hits USING (hit_id) WHERE severity = 'high'"
        ((reported, once),) = db.execute(f"SELECT count(*), count(DISTINCT hit_id) {high}").fetchall()
        assert reported == once == world.announced, f"{reported} reports of {once} hits, {world.announced} announced"
        ((waiting,),) = db.execute("SELECT count(*) FROM deliveries WHERE state NOT IN ('sent', 'written')").fetchall()
        assert waiting == 0, f"{waiting} messages wait"
        ((sent,),) = db.execute("SELECT count(*) FROM deliveries WHERE state = 'sent'").fetchall()
    copies = Counter(message_id for message_id, _ in world.mails)
    assert len(copies) >= sent, f"{sent} recorded as sent, {len(copies)} arrived"
    twice = sum(count - 1 for count in copies.values())
    assert twice <= doubled, f"{twice} messages were sent twice, {doubled} may have been"


def check_runs(world: World) -> None:
    """Asserts that Prefect shows no run of a dead process as running, once the cycle after it has ended."""
    path = world.folder / "data" / "prefect" / "prefect.db"
    if world.variables and not path.exists():
        return  # a server of the tests: the next cycle begins within the seconds in which a run is not taken for dead
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        sql = "SELECT name, state_name FROM flow_run WHERE state_type IN ('RUNNING', 'PENDING', 'CANCELLING')"
        assert (at_work := db.execute(sql).fetchall()) == [], f"still shown as running: {at_work}"


def await_end(world: World, within_s: float = _GONE_WITHIN_S) -> None:
    """Asserts that no process of the watch is left after these seconds."""
    deadline = time.monotonic() + within_s
    while (left := processes_of(world.folder)) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not left, f"still there: {left}"


def processes_of(folder: Path) -> dict[int, str]:
    """The processes whose environment names the folder, with their command lines."""
    sought, found = f"CHAOS_FOLDER={folder}\0".encode(), {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if sought in (path / "environ").read_bytes() and int(path.name) != os.getpid():
                found[int(path.name)] = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
    return found


# ---------------------------------------------------------------- up


def kill_in_up(world: World, which: str, chance: random.Random) -> None:
    """Starts `watchword up`, and kills these of its processes at a random moment after it is on."""
    log = world.folder / "up.log"
    command = [str(Path(sys.executable).with_name("watchword")), "up", "--port", "0"]
    with log.open("w") as file:
        up = subprocess.Popen(
            command, env=world.environment, cwd=ROOT, stdout=file, stderr=file, start_new_session=True
        )
        deadline = time.monotonic() + 300
        while "The watch is on" not in log.read_text():
            assert up.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.1)
        time.sleep(chance.uniform(0, 10))
        victims = {"up": [up.pid]} | {
            name: [pid for pid, line in processes_of(world.folder).items() if part in line]
            for name, part in (
                ("server", "guarded_server"),
                ("worker", "worker start"),
                ("flow", "prefect.flow_engine"),
            )
        }
        for name in which.split(" and "):
            for pid in victims[name]:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
        if "up" not in which and which != "flow":
            assert up.wait(60) == 1, log.read_text()
        else:
            up.kill()
            up.wait()
    await_end(world)


# ---------------------------------------------------------------- the whole


def survive(world: World, stage: str, chance: random.Random) -> bool:
    """One kill and the cycle after it, with all checks; False if the stage was not reached."""
    world.announce(chance.randint(1, 3))
    if "re-match" in stage:  # of what is stored
        cycle(world)
        world.announce(1)
        world.watch_another()
    if stage in PROCESSES:
        kill_in_up(world, stage, chance)
        reached = True
    else:
        reached = kill_in_cycle(world, stage, 1)
        await_end(world)
    cycle(world)
    await_end(world)
    check_runs(world)
    check(world, doubled=int(stage == ACCEPTED or stage in PROCESSES))
    return reached


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=1, help="the number of the first kill, to go on after a stop")
    asked = parser.parse_args()
    stages = [*STAGES, *PROCESSES]
    reached: Counter[str] = Counter()
    for number in range(asked.first - 1, asked.kills):
        stage, chance = stages[number % len(stages)], random.Random(f"{asked.seed} {number}")
        with tempfile.TemporaryDirectory(prefix="watchword-kills-") as folder, World(Path(folder)) as world:
            if chance.random() < 0.5 and stage != "in a migration":  # else it is the first cycle
                world.announce(2)
                cycle(world)
            reached[stage] += survive(world, stage, chance)
        print(f"\r{number + 1} of {asked.kills} kills survived", end="", file=sys.stderr, flush=True)
    print(f"\nkills {asked.first} to {asked.kills}: nothing lost, doubled or left behind")
    for stage, count in reached.items():
        print(f"  {count} x {stage}")
    assert set(reached) == set(+reached), f"never reached: {set(reached) - set(+reached)}"


if __name__ == "__main__":
    main()
