"""`watchword review`: what a person says of a hit is remembered, with who said it and when."""

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
        verdict: What you say of it.
        note: Why, for whoever asks later.
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
    """The name of whoever types; None where the machine has no name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return None
