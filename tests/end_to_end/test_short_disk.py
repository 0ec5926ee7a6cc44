"""A disk that is nearly full, and one that is: real processes on a small file system."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.chaos_watch import ROOT, World, check, cycle
from core.settings import DataPaths
from storage.database.disk import RESERVE_BYTES
from storage.store import Store
from tests.alerts.test_smtp import MailHandler, running
from tests.small_disk import MB, fill, mounted_at

ALERTS = """
mail: {trouble_to: [ops@example.org]}
subscriptions: [{id: desk, to: [desk@example.org], timezone: UTC}]
"""
FEEDS = "feeds: [{id: wire, url: 'http://127.0.0.1:9/feed'}]\n"
WATCHLIST = "version: 1\nactors: [{id: kim, name: Kim Kwang-jin}]\n"


@dataclass
class Disk:
    """A desk on a file system of 300 MB."""

    folder: Path
    mail: MailHandler
    environment: dict[str, str]

    @property
    def paths(self) -> DataPaths:
        return DataPaths(self.folder / "data", self.folder / "data" / "cache")

    def leave(self, free: int) -> None:
        """Fills the file system so that so many bytes are free."""
        fill(self.folder, free)


@pytest.fixture
def disk(tmp_path) -> Iterator[Disk]:
    folder, handler = tmp_path / "disk", MailHandler()
    with mounted_at(folder, "300m") as is_mounted:
        if not is_mounted:
            pytest.skip("a small file system can be mounted by root alone: DISK SHORT IS NOT TESTED HERE")
        config = folder / "config"
        config.mkdir()
        for name, text in (("feeds", FEEDS), ("watchlist", WATCHLIST), ("alerts", ALERTS)):
            (config / f"{name}.yaml").write_text(text)
        with running(handler) as controller:
            environment = {
                "WATCHWORD_CONFIG_DIR": str(config),
                "WATCHWORD_DATA_DIR": str(folder / "data"),
                "WATCHWORD_CONTACT": "desk@example.org",
                "WATCHWORD_SMTP_HOST": "127.0.0.1",
                "WATCHWORD_SMTP_PORT": str(controller.port),
                "WATCHWORD_SMTP_SECURITY": "none",
                "WATCHWORD_SMTP_FROM": "watch@example.org",
            }
            yield Disk(folder, handler, environment)


def test_below_the_threshold_all_but_the_cycle_works_and_somebody_hears_of_it(disk, watchword, in_process):
    Store(disk.paths).prepare()
    assert disk.paths.reserve.stat().st_size == RESERVE_BYTES
    disk.leave(5 * MB)
    for verb in (
        ("outbox",),
        ("hits",),
        ("query", "SELECT 1 AS one"),
        ("digest", "preview"),
        ("watchlist", "check"),
        ("rematch", "--target", "kim"),
        ("maintain", "retain"),
        ("maintain", "compact"),
        ("digest", "send"),
    ):
        done = in_process(*verb, environment=disk.environment)
        assert done.returncode == 0, (verb, done.stderr)
        assert "Traceback" not in done.stderr
    assert disk.paths.reserve.exists(), "taken again"
    done = watchword("run", environment=disk.environment)
    assert done.returncode == 1
    assert "MB free, 200 MB needed for a cycle" in done.stderr
    assert "Traceback" not in done.stderr
    notices = [body.decode() for to, body in disk.mail.accepted if to == ["ops@example.org"]]
    assert len(notices) == 1, "one notice a day"
    assert "The disk is nearly full" in notices[0]
    doctor = in_process("doctor", environment=disk.environment)
    assert doctor.returncode == 1
    assert "200 MB needed for a cycle" in doctor.stdout


VERBS = (
    ("run",),
    ("run", "--now"),
    ("hits",),
    ("explain", "abcdef"),
    ("story", "abcdef"),
    ("query", "SELECT 1"),
    ("report",),
    ("export", "DISK/x.csv"),
    ("export", "DISK/x.parquet"),
    ("review", "abcdef", "dismiss"),
    ("init", "DISK/new"),
    ("watchlist", "check"),
    ("watchlist", "test", "Kim Kwang-jin"),
    ("watchlist", "lint"),
    ("feeds", "health"),
    ("feeds", "export", "DISK/x.opml"),
    ("feeds", "add", "http://127.0.0.1:9/other"),
    ("digest", "preview"),
    ("digest", "send"),
    ("digest", "send", "--now"),
    ("outbox",),
    ("outbox", "retry", "--all"),
    ("rematch", "--target", "kim"),
    ("environment",),
    ("doctor",),
    ("maintain",),
    ("maintain", "retain"),
    ("maintain", "compact"),
    ("maintain", "archive"),
    ("extract", "DISK/config/feeds.yaml"),
    ("fetch", "http://127.0.0.1:9/"),
)


@pytest.mark.parametrize("database", [True, False], ids=["with a database", "without one"])
def test_without_a_free_byte_every_verb_ends_in_a_sentence(disk, watchword, in_process, database):
    if database:
        Store(disk.paths).prepare()
        disk.paths.reserve.unlink()
    disk.leave(0)
    for verb in VERBS:
        words = [word.replace("DISK", str(disk.folder)) for word in verb]
        call = watchword if verb[0] == "run" else in_process
        done = call(*words, environment=disk.environment)
        assert "Traceback" not in done.stderr, (verb, done.stderr)
        assert len(done.stderr.splitlines()) <= 12, (verb, done.stderr)
        assert done.returncode in (0, 1, 2), verb


FULL_WHEN = """
import sys
from pathlib import Path
from benchmarks.chaos_cycle import arm
import os, signal
from tests.small_disk import fill

kill = os.kill

def full_now(process, number):
    if process != os.getpid() or number != signal.SIGKILL:
        return kill(process, number)
    data = Path(os.environ["WATCHWORD_DATA_DIR"])
    if not (data / "filler").exists():
        fill(data, 0)

os.kill = full_now  # what would kill this cycle fills its disk
arm(*sys.argv[1:], 1)
sys.argv = ["watchword", "run"]
from cli.main import main
main()
"""
FILLS = {
    "before articles are stored": ("storage.store.articles:Articles.save", "before"),
    "behind queued mail": ("storage.store.outbox:Outbox.enqueue", "behind"),
    "when the server has accepted it": ("alerts.delivering.smtp:Mailer.send", "behind"),
    "before the snapshot is replaced": ("os:replace", "before"),
}


@pytest.mark.parametrize("at", FILLS)
def test_a_disk_that_fills_within_a_cycle_costs_nothing_once_there_is_room(tmp_path, at):
    with mounted_at(tmp_path / "disk", "320m") as is_mounted:
        if not is_mounted:
            pytest.skip("a small file system can be mounted by root alone: A DISK THAT FILLS IS NOT TESTED HERE")
        with World(tmp_path / "disk") as world:
            world.announce(2)
            cycle(world)
            world.announce(2)
            command = [sys.executable, "-c", FULL_WHEN, *FILLS[at]]
            done = subprocess.run(
                command, env=world.environment, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False
            )
            filler = tmp_path / "disk" / "data" / "filler"
            assert filler.exists(), done.stderr
            assert "Traceback" not in done.stderr
            if done.returncode:  # a file of the database had room left within its last page, or not
                assert done.returncode == 1
                assert "ree some space" in done.stderr
            filler.unlink()
            cycle(world)
            check(world, doubled=0)
