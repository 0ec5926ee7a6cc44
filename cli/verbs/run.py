"""`watchword run`: one cycle, then the digests that are due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TypeVar

from cli import printing
from cli.app import BAD_USAGE, DONE, FAILED, logs, settings, warn_of_environment
from cli.progress import shown_progress
from cli.run_summary import Amount, print_summary, summary_row
from core.memory import importing, share_arenas
from core.records import CycleSummary, Stage, TickSummary
from core.settings import Settings
from flows.server import environment

Result = TypeVar("Result")


def run(*, now: bool = False, quiet: bool = False, json: bool = False) -> int:
    """One cycle on the feeds that are due, then the digests that are due.

    Exits with 0 when the work was done (also with no feed due, or another run at work), with 1 when every feed
    failed or a digest could not be delivered, with 2 when a file of the configuration is wrong.

    Args:
        now: Ask every feed, due or not; Retry-After, pauses and feeds that are gone are still respected.
        quiet: Print only what went wrong, for cron; of a feed that fails again and again once a day.
        json: Print what was done as one JSON object on standard output.
    """
    chosen = settings()
    amount = Amount.PROBLEMS if quiet or json else Amount.ALL
    if chosen.contact is None and amount is Amount.ALL:
        logs.print(
            "WATCHWORD_CONTACT is not set: the sites asked see no address to complain to, such as desk@example.org.",
            style="dim",
        )
    cycle, tick, code = _short_of_room(chosen) or _full(chosen, ignore_intervals=now, quiet=quiet or json)
    printed = _printed_before(chosen, cycle) if quiet and not json and cycle else ()
    print_summary(cycle, tick, amount, printed)
    if json:
        printing.write_json([summary_row(cycle, tick) | {"exit_code": code}])
    elif amount is Amount.ALL and cycle and not cycle.holder:
        logs.print(f"Preview: {chosen.paths.outbox / 'preview.html'}   Database: {chosen.paths.snapshot}")
    return code


def _printed_before(chosen: Settings, cycle: CycleSummary) -> frozenset[str]:
    """The feeds whose failure the last runs have printed; none is looked up where no feed failed."""
    if not any(one.stage is Stage.FEED for one in cycle.failures):
        return frozenset()
    from cli.printed_failures import printed_before

    return printed_before(chosen.paths, cycle.failures, datetime.now(UTC))


def _warn(chosen: Settings) -> None:
    warn_of_environment(chosen)
    _warn_of_another_configuration(chosen)


def _warn_of_another_configuration(chosen: Settings) -> None:
    """Prints one line if the data folder was last run with other files: what these do not list is watched no longer."""
    from flows.records.cycle_health import last_run

    last, mine = last_run(chosen.paths), chosen.config_dir.absolute()
    if last is not None and last.config_dir != mine:
        said = f"{chosen.paths.root} was last run with {last.config_dir}; from now on {mine} is in force."
        logs.print(said, style="yellow", markup=False)


def _short_of_room(chosen: Settings) -> tuple[None, TickSummary, int] | None:
    """On a nearly full disk nothing is read, but what waits is sent, with a notice of the trouble; without Prefect.

    None if there is room.
    """
    from storage.database.disk import shortage

    short = shortage(chosen.paths)
    if short is None:
        return None
    from flows.tick import tick

    _warn(chosen)
    logs.print(short, style="red", markup=False)
    return None, tick(chosen, preview=False), FAILED


def _full(chosen: Settings, *, ignore_intervals: bool, quiet: bool) -> tuple[CycleSummary, TickSummary, int]:
    share_arenas()
    environment.prepare(chosen.paths, quiet=True)
    with shown_progress("looking for what is due", quiet=quiet):
        begin = partial(_idle_cycle, chosen, ignore_intervals=ignore_intervals)
        is_likely_due = ignore_intervals or not chosen.paths.live.exists()
        idle = start_server(begin) if is_likely_due else begin() or start_server()
        cycle, tick = idle or _recorded_cycle(chosen, ignore_intervals=ignore_intervals)
    return cycle, tick, exit_code(cycle, tick)


def _idle_cycle(chosen: Settings, *, ignore_intervals: bool) -> tuple[CycleSummary, TickSummary] | None:
    """The cycle if nothing is due, else None. Raises ConfigError if a file is wrong and has no last good version.

    First, warns of the environment: here, because what is imported for it takes longer than to begin Prefect's server.
    """
    _warn(chosen)
    from flows.idle import idle_cycle

    return idle_cycle(chosen, ignore_intervals=ignore_intervals)


def _recorded_cycle(chosen: Settings, *, ignore_intervals: bool) -> tuple[CycleSummary, TickSummary]:
    from flows.server.run_history import recorded_runs

    with recorded_runs(chosen):
        return run_cycle(ignore_intervals=ignore_intervals)


def start_server(begin: Callable[[], Result | None] = lambda: None) -> Result | None:
    """Starts Prefect's embedded server, or checks the one in use; returns what `begin` does meanwhile.

    The flows are imported meanwhile too, unless that is all there is to do.
    """
    from flows.server.prefect_server import start_embedded_server

    done: list[Result | None] = []

    def meanwhile() -> None:
        done.append(begin())
        if done == [None]:
            with importing():
                for name in ("flows.poll", "flows.digest"):
                    import_module(name)

    start_embedded_server(partial(logs.print, style="yellow", markup=False), meanwhile)
    return done[0]


def run_cycle(*, ignore_intervals: bool) -> tuple[CycleSummary, TickSummary]:
    """One cycle and one digest tick, through the Prefect flows."""
    from flows.digest import digest
    from flows.poll import poll

    cycle = poll(ignore_intervals=ignore_intervals)
    return cycle, digest(preview=True)


def exit_code(cycle: CycleSummary, tick: TickSummary) -> int:
    """2 for an invalid configuration file, 1 if no feed or not every digest came through, 0 otherwise."""
    if cycle.config_problems or tick.config_problems:
        return BAD_USAGE
    undelivered = any(one.stage is Stage.DELIVER for one in cycle.failures)
    return FAILED if cycle.nothing_answered or undelivered or tick.failures else DONE
