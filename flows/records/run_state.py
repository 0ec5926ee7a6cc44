"""How a run ends in Prefect: as completed, or under the name Degraded if something failed and the run went on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar, cast

from prefect.states import Completed

from core.records import CycleSummary, TickSummary

Summary = TypeVar("Summary", CycleSummary, TickSummary)
Result = TypeVar("Result")

DEGRADED = "Degraded"
"""The name of the state; its type is COMPLETED, since the run did all that it could."""


def run_name(what: str) -> Callable[[], str]:
    """The name of a flow run: what it does, and when it began."""

    def named() -> str:
        return f"{what} {datetime.now(UTC):%a %d %b %H:%M:%S} UTC"

    return named


def ended(summary: Summary) -> Summary:
    """What a flow returns: its summary, in a state named `DEGRADED` if anything failed."""
    return degraded(summary, len(summary.failures) + len(summary.config_problems))


def degraded(result: Result, problems: int) -> Result:
    """What a flow returns: its result, in a state named `DEGRADED` if there are problems.

    Prefect takes such a state as the run's, and hands the result in it to whoever called the flow.
    """
    if not problems:
        return result
    message = f"{problems} problem(s): see the run's log and its artifact."
    return cast("Result", Completed(name=DEGRADED, message=message, data=result))
