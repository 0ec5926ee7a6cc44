"""Types of the values in alerts.yaml: times, spans, addresses, zones; an error says what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Schedule:
    """Wall-clock times: every day at `at`; only on `weekday` (0 is Monday) if given; if `hourly`, at `at`'s minute."""

    at: time
    weekday: int | None = None
    hourly: bool = False

    def __str__(self) -> str:
        if self.hourly:
            return f"every hour at minute {self.at.minute}"
        day = "every day" if self.weekday is None else f"every {WEEKDAYS[self.weekday].capitalize()}"
        return f"{day} at {self.at:%H:%M}"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Wall-clock times `[start, end)` in which only high severity is mailed immediately; may span midnight."""

    start: time
    end: time

    def hold(self, at: time) -> bool:
        """True if `at` is within the quiet hours."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def _clock(text: object) -> time:
    found = _CLOCK.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise ValueError('must be a time like "08:00"')
    return time(int(found[1]), int(found[2]))


def _weekly(text: object) -> Schedule:
    day, _, clock = str(text).partition(" ")
    if day.lower()[:3] not in WEEKDAYS:
        raise ValueError('must be a day and a time like "mon 08:00"')
    return Schedule(at=_clock(clock.strip()), weekday=WEEKDAYS.index(day.lower()[:3]))


def _hours(text: object) -> QuietHours:
    start, dash, end = str(text).partition("-")
    if not dash:
        raise ValueError('must be a span of time like "22:00-07:00"')
    return QuietHours(_clock(start.strip()), _clock(end.strip()))


def _cap(text: object) -> int:
    found = re.fullmatch(r"(\d+)(?: (?:a|per) day)?", str(text))
    if not found:
        raise ValueError('must be a number of mails like "5 a day"')
    return int(found[1])


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f'"{name}" is no time zone; write one like Europe/London or Asia/Seoul') from error


def switch(value: object) -> object:
    """None for `off`, which is a string in YAML 1.2 and false in YAML 1.1; any other value as it is."""
    return None if value in ("off", False) else value


# An addr-spec (RFC 5322) as people write it: ASCII, no spaces, quotes, commas or angle brackets, one @.
_SPEC = r"[^\s@<>,;:\"()\[\]\\\x00-\x1f\x7f-\uffff]{1,64}@[A-Za-z0-9.-]{1,255}"
_SENDER = re.compile(rf"{_SPEC}|[^<>\x00-\x1f\x7f]{{0,100}}<{_SPEC}>")


def _address(text: object) -> object:
    if not re.fullmatch(_SPEC, str(text)):
        raise ValueError("must be an address like desk@example.org")
    return text


def is_address(text: str) -> bool:
    """True for an address like desk@example.org."""
    return re.fullmatch(_SPEC, text) is not None


def _mailbox(text: object) -> object:
    if not _SENDER.fullmatch(str(text)):
        raise ValueError('must be a sender like "Watchword <watch@example.org>"')
    return text


def _words(example: str) -> WithJsonSchema:
    """The JSON Schema that editors use: a string, with an example."""
    return WithJsonSchema({"type": "string", "examples": [example]})


Address = Annotated[str, BeforeValidator(_address), _words("desk@example.org")]
Mailbox = Annotated[str, BeforeValidator(_mailbox), _words("Watchword <watch@example.org>")]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$")]
Clock = Annotated[time, BeforeValidator(_clock), _words("08:00")]
Weekly = Annotated[Schedule, BeforeValidator(_weekly), _words("mon 08:00")]
Hours = Annotated[QuietHours, BeforeValidator(_hours), _words("22:00-07:00")]
Cap = Annotated[int, BeforeValidator(_cap), _words("5 a day")]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone), _words("Europe/London")]
