"""Times as options give them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.errors import ConfigError, Problem

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "w": "weeks"}


def parse_since(text: str, now: datetime) -> datetime:
    """The time of a `--since` option: `90d` or `24h` before `now`, or a date or time, in UTC unless it has an offset.

    Raises ConfigError naming the option.
    """
    try:
        if text[-1:] in _UNITS and text[:-1].isdigit():
            return now - timedelta(**{_UNITS[text[-1]]: int(text[:-1])})
        at = datetime.fromisoformat(text)
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        remedy = "write 90d, 24h, 2026-11-01 or 2026-11-01T08:00Z"
        raise ConfigError.of(Problem("--since", f"{text!r} is not a time", remedy=remedy)) from error
