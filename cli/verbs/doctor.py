"""`watchword doctor`: checks of the folders, the database and the configuration, with remedies."""

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
    """The result of one check."""

    name: str
    passed: bool
    message: str


def doctor() -> int:
    """Check the data folder, the database, the snapshot and the configuration."""
    checks = list(_checks(settings()))
    console = printing.stdout_console()
    for check in checks:
        symbol, style = ("ok", "green") if check.passed else ("!!", "bold red")
        console.print(Text.assemble((f"{symbol}  ", style), f"{check.name}: {printing.printable(check.message)}"))
    return DONE if all(check.passed for check in checks) else FAILED


def _checks(found: Settings) -> Iterator[Check]:
    for name, inspect in (
        ("folder", _check_folder),
        ("run lock", _check_lock),
        ("database", _check_database),
        ("snapshot", _check_snapshot),
        ("configuration", _check_configuration),
    ):
        yield _run_check(name, inspect, found)
    if found.smtp_password_file:
        yield _run_check("mail password", _check_password_file, found)


def _run_check(name: str, inspect: Callable[[Settings], str], found: Settings) -> Check:
    try:
        return Check(name, passed=True, message=inspect(found))
    except WatchwordError as error:
        return Check(name, passed=False, message=str(error))


def _check_folder(found: Settings) -> str:
    from storage.database.disk import check_folder

    check_folder(found.paths)
    return f"{found.paths.root} can be written and has room"


def _check_lock(found: Settings) -> str:
    from storage.database.locks import holder_of

    holder = holder_of(found.paths.run_lock)
    return f"held by {holder}" if holder else "free"


def _check_database(found: Settings) -> str:
    from core.errors import StorageDamagedError
    from storage.integrity import violations

    if not found.paths.live.exists():
        return "none yet; `watchword demo` or `watchword run` makes one"
    wrong = violations(found.paths)
    if wrong:
        summary = "; ".join(f"{one.rows} {one.what}" for one in wrong)
        raise StorageDamagedError(f"{summary}. Please report this; `watchword maintain archive` saves what there is")
    return f"{found.paths.live.stat().st_size / 2**20:.1f} MB, every key and reference holds"


def _check_snapshot(found: Settings) -> str:
    from storage import queries

    if not found.paths.live.exists():
        return "none yet"
    answer = queries.ask(found.paths, "SELECT published_at FROM snapshot_info")
    return f"published {printing.cell_text(answer.rows[0][0])} UTC"


def _check_configuration(found: Settings) -> str:
    from core.errors import StorageDamagedError
    from flows.run_config import load_run_config

    watch = load_run_config(found, keep=False)
    if watch.problems:
        raise StorageDamagedError("the last good version is in force, for: " + "; ".join(watch.problems))
    return f"{len(watch.sources)} feeds, {len(watch.watchlist.targets)} watchlist entries"


def _check_password_file(found: Settings) -> str:
    from alerts.smtp import check_password_file

    return check_password_file(found) or f"in {found.smtp_password_file}"
