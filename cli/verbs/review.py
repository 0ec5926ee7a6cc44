"""`watchword review`: stores a reviewer's verdict on a hit, with name and time."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Literal

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from core.records import ReviewVerdict

_VERDICTS = {
    "confirm": ReviewVerdict.CONFIRMED,
    "dismiss": ReviewVerdict.DISMISSED,
    "suppress": ReviewVerdict.SUPPRESSED,
}


def review(hit: str, verdict: Literal["confirm", "dismiss", "suppress"], *, note: str | None = None) -> int:
    """Confirm, dismiss or suppress a hit; the latest verdict counts, and all are kept.

    Args:
        hit: The hit's id, or its first characters.
        verdict: Your verdict.
        note: The reason, for later readers.
    """
    from storage.store import Store

    store, now = Store(settings().paths), datetime.now(UTC)
    full = store.save_review(hit, _VERDICTS[verdict], now, note=note, reviewer=_reviewer())
    if full is None:
        logs.print(f"No single hit has an id that starts with {printing.printable(hit)}.", style="red", markup=False)
        return BAD_USAGE
    store.publish_snapshot(now)
    logs.print(f"{full}: {_VERDICTS[verdict]}.", markup=False)
    return DONE


def _reviewer() -> str | None:
    """The name of the user; None if the machine knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return None
