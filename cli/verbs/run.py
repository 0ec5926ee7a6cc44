"""`watchword run`: one cycle, then the digests that are due."""

from __future__ import annotations

from cli.app import BAD_USAGE, DONE, FAILED, logs, settings, warn_of_password_file
from cli.progress import show_progress
from cli.run_summary import print_cycle_summary, print_tick_summary
from core.records import CycleSummary, Stage, TickSummary
from core.settings import Settings
from flows import environment


def run(*, now: bool = False) -> int:
    """One cycle on the feeds that are due, then the digests that are due.

    Exits with 0 when the work was done (also with no feed due, or another run at work), with 1 when every feed
    failed or a digest could not be delivered, with 2 when a file of the configuration is wrong.

    Args:
        now: Ask every feed, due or not; Retry-After, pauses and feeds that are gone are still respected.
    """
    chosen = settings()
    if chosen.contact is None:
        logs.print("WATCHWORD_CONTACT is not set: the sites asked see no address to complain to.", style="dim")
    warn_of_password_file(chosen)
    if short := _shortage(chosen):
        return _tick_only(chosen, short)
    environment.prepare(chosen.paths, quiet=True)
    show_progress()
    cycle, tick = _idle_cycle(chosen, ignore_intervals=now) or _cycle_with_server(chosen, ignore_intervals=now)
    logs.rule(style="dim")
    print_cycle_summary(cycle)
    print_tick_summary(tick)
    if not cycle.holder:
        logs.print(f"Preview: {chosen.paths.outbox / 'preview.html'}   Database: {chosen.paths.snapshot}")
    return exit_code(cycle, tick)


def _shortage(chosen: Settings) -> str | None:
    from storage.database.disk import shortage

    return shortage(chosen.paths)


def _tick_only(chosen: Settings, short: str) -> int:
    """On a nearly full disk nothing is read, but what waits is sent, with a notice of the trouble; without Prefect."""
    from flows.tick import tick

    logs.print(short, style="red", markup=False)
    print_tick_summary(tick(chosen, preview=False))
    return FAILED


def _idle_cycle(chosen: Settings, *, ignore_intervals: bool) -> tuple[CycleSummary, TickSummary] | None:
    """The cycle if nothing is due, else None. Raises ConfigError if a file is wrong and has no last good version."""
    from flows.idle import idle_cycle

    return idle_cycle(chosen, ignore_intervals=ignore_intervals)


def _cycle_with_server(chosen: Settings, *, ignore_intervals: bool) -> tuple[CycleSummary, TickSummary]:
    start_server(chosen)
    return run_cycle(ignore_intervals=ignore_intervals)


def start_server(chosen: Settings) -> None:
    """Starts Prefect's embedded server, or checks the one in use. Raises ConfigError before that."""
    from flows.prefect_services import start_embedded_server
    from flows.run_config import load_run_config

    load_run_config(chosen)
    start_embedded_server(lambda line: logs.print(line, style="dim", markup=False))


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
