"""What `doctor` finds out about the running watch: who is at work, when, with which configuration."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from cli.printing import cell_text
from core.errors import WatchwordError
from core.settings import Settings

CYCLE_OVERDUE = timedelta(hours=2)
_CLOCK_SLACK = timedelta(minutes=5)
_NAMED = 5


class FoundError(WatchwordError):
    """What a check found, with the remedy."""


def configuration_of_last_run(found: Settings) -> tuple[Settings, str | None]:
    """The settings with the configuration folder that the data folder was last run with; and a word if it is another.

    That configuration made what is in the folder: another one would be blamed for it. Raises FoundError if it is gone.
    """
    from flows.records.cycle_health import last_run

    last = last_run(found.paths)
    if last is None or last.config_dir == found.config_dir.absolute():
        return found, None
    if not last.config_dir.is_dir():
        raise FoundError(
            f"{found.paths.root} was last run with {last.config_dir}, which is gone; checked is {found.config_dir}"
        )
    word = f"checked is {last.config_dir}, with which {found.paths.root} was last run, and not {found.config_dir}"
    return found.model_copy(update={"config_dir": last.config_dir}), word


def check_watch(found: Settings) -> str:
    """Whether `watchword up` is on, or who runs cycles instead. Raises FoundError if the watch has ended."""
    from flows.records.cycle_health import last_run
    from storage.database.locks import holder_of

    holder = holder_of(found.paths.up_lock)
    if holder:
        return f"on: {holder}"
    last = last_run(found.paths)
    if last is None:
        return "off"
    if last.by_worker:
        raise FoundError(f"off, and its last cycle ended {cell_text(last.at)} UTC: start `watchword up` again")
    return "off; cycles are run by `watchword run`"


def check_clock(newest: datetime | None) -> str:
    """Whether the clock has gone back: `newest` is the last time in the database, naive in UTC."""
    now = datetime.now(UTC).replace(tzinfo=None)
    if newest is not None and newest > now + _CLOCK_SLACK:
        raise FoundError(
            f"it went back: the last cycle ended {cell_text(newest)} UTC, and now it is {cell_text(now)}. Set it, if "
            "it is wrong now; nothing waits for it, but what was found then sorts as newest"
        )
    return f"{now:%Y-%m-%d %H:%M} UTC"


def check_cycle_age(found: Settings, ended: datetime, now: datetime) -> str:
    """When the last complete cycle ended, `ended` naive in UTC; FoundError if it is overdue and none runs by hand."""
    from flows.records.cycle_health import last_run

    last = last_run(found.paths)
    said = f"ended {cell_text(ended)} UTC"
    if now.replace(tzinfo=None) - ended <= CYCLE_OVERDUE:
        return said
    if last is not None and last.is_attended:
        return f"{said}, by hand; nothing runs on a schedule: `watchword up`, or `watchword service install`"
    raise FoundError(
        f"{said}, more than two hours ago: is anything running? `watchword up`, or `watchword run` on a schedule"
    )


def listed(items: Iterable[str]) -> str:
    """The first few of the items, and how many more there are."""
    all_of_them = list(items)
    more = f" and {len(all_of_them) - _NAMED} more" if len(all_of_them) > _NAMED else ""
    return ", ".join(all_of_them[:_NAMED]) + more
