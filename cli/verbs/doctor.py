"""`watchword doctor`: what is wrong with the folders, the database and the configuration, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.text import Text

from cli import printing
from cli.app import DONE, FAILED, settings
from core.errors import WatchwordError
from core.settings import Settings


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, and a sentence."""

    name: str
    well: bool
    message: str


def doctor() -> int:
    """Check the data folder, the database, the snapshot and the configuration."""
    checks = list(_checks(settings()))
    screen = printing.screen()
    for check in checks:
        mark, style = ("ok", "green") if check.well else ("!!", "bold red")
        screen.print(Text.assemble((f"{mark}  ", style), f"{check.name}: {printing.printable(check.message)}"))
    return DONE if all(check.well for check in checks) else FAILED


def _checks(found: Settings) -> Iterator[Check]:
    for name, look in (
        ("folder", _folder),
        ("run lock", _lock),
        ("database", _database),
        ("snapshot", _snapshot),
        ("configuration", _configuration),
    ):
        yield _checked(name, look, found)


def _checked(name: str, look: Callable[[Settings], str], found: Settings) -> Check:
    try:
        return Check(name, well=True, message=look(found))
    except WatchwordError as error:
        return Check(name, well=False, message=str(error))


def _folder(found: Settings) -> str:
    from storage.database.live import check_folder

    check_folder(found.paths)
    return f"{found.paths.root} can be written and has room"


def _lock(found: Settings) -> str:
    from storage.database.locks import holder_of

    holder = holder_of(found.paths.run_lock)
    return f"held by {holder}" if holder else "free"


def _database(found: Settings) -> str:
    from core.errors import StorageDamagedError
    from storage.integrity import faults

    if not found.paths.live.exists():
        return "none yet; `watchword demo` or `watchword run` makes one"
    wrong = faults(found.paths)
    if wrong:
        told = "; ".join(f"{fault.rows} {fault.what}" for fault in wrong)
        raise StorageDamagedError(f"{told}. Please report this; `watchword maintain archive` saves what there is")
    return f"{found.paths.live.stat().st_size / 2**20:.1f} MB, every key and reference holds"


def _snapshot(found: Settings) -> str:
    from storage import questions

    if not found.paths.live.exists():
        return "none yet"
    answer = questions.ask(found.paths, "SELECT published_at FROM snapshot_info")
    return f"published {printing.shown(answer.rows[0][0])} UTC"


def _configuration(found: Settings) -> str:
    from core.errors import StorageDamagedError
    from flows.watch import open_watch

    watch = open_watch(found)
    if watch.problems:
        raise StorageDamagedError("the last good version is in force, for: " + "; ".join(watch.problems))
    return f"{len(watch.sources)} feeds, {len(watch.watchlist.targets)} watchlist entries"
