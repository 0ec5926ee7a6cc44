"""alerts.yaml as values: who is told what, when, and by which way; mistakes come back with their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from core.config import Document, Location, located, parse_model
from core.records import Band, Severity

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CHANNEL_KINDS = ("webhook", "slack", "teams", "telegram", "ntfy", "discord", "mattermost", "matrix", "apprise")


class WhenEmpty(StrEnum):
    """What goes out when there is nothing to tell."""

    WEEKLY = "weekly"  # a digest that proves the watch is alive, once a week
    ALWAYS = "always"
    NEVER = "never"


class SubjectStyle(StrEnum):
    """What a subject line may say."""

    NAMES = "names"
    COUNTS = "counts"  # no name leaves the message's body


@dataclass(frozen=True, slots=True)
class Schedule:
    """Wall-clock times: every day at `at`; with `weekday` (0 is Monday) only then; `hourly` at `at`'s minute."""

    at: time
    weekday: int | None = None
    hourly: bool = False

    def __str__(self) -> str:
        if self.hourly:
            return f"every hour at minute {self.at.minute}"
        day = "every day" if self.weekday is None else f"every {WEEKDAYS[self.weekday].capitalize()}"
        return f"{day} at {self.at:%H:%M}"


@dataclass(frozen=True, slots=True)
class Immediate:
    """Mail right after the batch that found a hit of at least `severity`, at most `cap` a day."""

    severity: Severity
    cap: int


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Wall-clock times `[start, end)` in which only high severity is mailed at once; may span midnight."""

    start: time
    end: time

    def hold(self, at: time) -> bool:
        """True if `at` lies within them."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who is told what, and when. Empty `targets` and `tags` mean everything on the watchlist."""

    subscription_id: str
    to: tuple[str, ...]
    schedule: Schedule
    zone: ZoneInfo
    targets: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    min_band: Band = Band.REVIEW
    immediate: Immediate | None = None
    quiet_hours: QuietHours | None = None
    when_empty: WhenEmpty = WhenEmpty.WEEKLY
    subject: SubjectStyle = SubjectStyle.NAMES
    tlp: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """Another way than mail. `url` or the environment variable `url_env` holds the address, `secret_env` the key."""

    channel_id: str
    kind: str
    subscription_id: str
    url: str | None
    url_env: str | None
    secret_env: str | None


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail server as alerts.yaml names it; the environment may say otherwise. No host: files, not mail."""

    host: str | None = None
    port: int = 587
    security: str = "starttls"
    username: str | None = None
    sender: str | None = None
    trouble_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertsConfig:
    """All of alerts.yaml. `public_url` is the address of a served `data/public/`, None without one."""

    mail: Mail
    subscriptions: tuple[Subscription, ...]
    channels: tuple[Channel, ...] = ()
    public_url: str | None = None

    @property
    def trouble_recipients(self) -> tuple[str, ...]:
        """Who hears that the watch itself is in trouble: those named, else everyone who gets digests."""
        everyone = (address for one in self.subscriptions for address in one.to)
        return self.mail.trouble_to or tuple(dict.fromkeys(everyone))


# ---------------------------------------------------------------- the file

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def _clock(text: object) -> object:
    found = _CLOCK.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise ValueError('must be a time like "08:00"')
    return time(int(found[1]), int(found[2]))


def _weekly(text: object) -> object:
    day, _, clock = str(text).partition(" ")
    if day.lower()[:3] not in WEEKDAYS:
        raise ValueError('must be a day and a time like "mon 08:00"')
    return Schedule(at=time.fromisoformat(str(_clock(clock.strip()))), weekday=WEEKDAYS.index(day.lower()[:3]))


def _hours(text: object) -> object:
    start, dash, end = str(text).partition("-")
    if not dash:
        raise ValueError('must be a span of time like "22:00-07:00"')
    return QuietHours(*(time.fromisoformat(str(_clock(part.strip()))) for part in (start, end)))


def _cap(text: object) -> object:
    found = re.fullmatch(r"(\d+)(?: (?:a|per) day)?", str(text))
    if not found:
        raise ValueError('must be a number of mails like "5 a day"')
    return int(found[1])


def _zone(name: object) -> object:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f'"{name}" is no time zone; write one like Europe/London or Asia/Seoul') from error


def _switch(value: object) -> object:
    """`off` reads as a word in YAML 1.2 and as false in YAML 1.1."""
    return None if value in ("off", False) else value


# One addr-spec as people write it: no spaces, quotes, commas or angle brackets, one @.
_SPEC = r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\[\]\\]{1,255}"
_SENDER = re.compile(rf"{_SPEC}|[^<>\x00-\x1f\x7f]{{0,100}}<{_SPEC}>")


def _address(text: object) -> object:
    if not re.fullmatch(_SPEC, str(text)):
        raise ValueError("must be an address like desk@example.org")
    return text


def _mailbox(text: object) -> object:
    if not _SENDER.fullmatch(str(text)):
        raise ValueError('must be a sender like "Watchword <watch@example.org>"')
    return text


_Address = Annotated[str, BeforeValidator(_address)]
_Mailbox = Annotated[str, BeforeValidator(_mailbox)]
_Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$")]
_Time = Annotated[time, BeforeValidator(_clock)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class _MailText(_Strict):
    host: str | None = None
    port: int = Field(default=587, gt=0, lt=65536)
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: str | None = None
    sender: _Mailbox | None = Field(default=None, alias="from")
    trouble_to: tuple[_Address, ...] = ()

    @model_validator(mode="after")
    def _sender_is_needed(self) -> Self:
        if self.host and not self.sender:
            raise ValueError('a mail server needs `from`, as in from: "Watchword <watch@example.org>"')
        return self


class _DigestText(_Strict):
    daily: _Time | None = None
    weekly: Annotated[Schedule, BeforeValidator(_weekly)] | None = None
    hourly: int | None = Field(default=None, ge=0, le=59)

    @model_validator(mode="after")
    def _one_rhythm(self) -> Self:
        if sum(given is not None for given in (self.daily, self.weekly, self.hourly)) != 1:
            raise ValueError('needs one of daily: "08:00", weekly: "mon 08:00" and hourly: 15')
        return self

    def schedule(self) -> Schedule:
        if self.weekly:
            return self.weekly
        if self.hourly is not None:
            return Schedule(at=time(0, self.hourly), hourly=True)
        assert self.daily is not None
        return Schedule(at=self.daily)


class _ImmediateText(_Strict):
    severity: Severity = Severity.HIGH
    cap: Annotated[int, BeforeValidator(_cap)] = 5


class _SubscriptionText(_Strict):
    id: _Id
    to: tuple[_Address, ...] = ()
    targets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    min_band: Literal["alert", "review"] = "review"
    digest: _DigestText = _DigestText(daily="08:00")
    timezone: Annotated[ZoneInfo, BeforeValidator(_zone)] | None = None
    immediate: Annotated[_ImmediateText | None, BeforeValidator(_switch)] = None
    quiet_hours: Annotated[QuietHours, BeforeValidator(_hours)] | None = None
    when_empty: WhenEmpty = WhenEmpty.WEEKLY
    subject: SubjectStyle = SubjectStyle.NAMES
    tlp: Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"] | None = None

    def subscription(self, machine_zone: ZoneInfo) -> Subscription:
        now = self.immediate
        return Subscription(
            subscription_id=self.id,
            to=tuple(dict.fromkeys(self.to)),
            schedule=self.digest.schedule(),
            zone=self.timezone or machine_zone,
            targets=frozenset(self.targets),
            tags=frozenset(self.tags),
            min_band=Band(self.min_band),
            immediate=Immediate(now.severity, now.cap) if now else None,
            quiet_hours=self.quiet_hours,
            when_empty=self.when_empty,
            subject=self.subject,
            tlp=self.tlp,
        )


class _ChannelText(_Strict):
    id: _Id
    kind: Literal[CHANNEL_KINDS]  # type: ignore[valid-type]  # mypy wants the words spelt out a second time
    subscription: str
    url: str | None = None
    url_env: str | None = None
    secret_env: str | None = None

    @model_validator(mode="after")
    def _address_and_key(self) -> Self:
        if (self.url is None) == (self.url_env is None):
            raise ValueError("needs either `url` or `url_env`, the name of the environment variable that holds it")
        if self.kind == "webhook" and not self.secret_env:
            raise ValueError("a webhook needs `secret_env`, the name of the environment variable with its signing key")
        return self

    def channel(self) -> Channel:
        return Channel(self.id, self.kind, self.subscription, self.url, self.url_env, self.secret_env)


class AlertsFile(_Strict):
    """The file as people write it; `config/alerts.schema.json` is made from it."""

    mail: _MailText | None = None
    subscriptions: tuple[_SubscriptionText, ...] | None = None
    channels: tuple[_ChannelText, ...] | None = None
    public_url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None


def parse_alerts(document: Document, machine_zone: ZoneInfo) -> AlertsConfig:
    """The subscriptions, channels and mail server of alerts.yaml.

    `machine_zone` holds for subscriptions that name none. Raises ConfigError with every problem located.
    """
    file = parse_model(document, AlertsFile)
    problems = [*_contradictions(file)]
    if problems:
        raise located(document, problems)
    mail = file.mail or _MailText()
    return AlertsConfig(
        mail=Mail(mail.host, mail.port, mail.security, mail.username, mail.sender, mail.trouble_to),
        subscriptions=tuple(one.subscription(machine_zone) for one in file.subscriptions or ()),
        channels=tuple(one.channel() for one in file.channels or ()),
        public_url=file.public_url.rstrip("/") if file.public_url else None,
    )


def _contradictions(file: AlertsFile) -> Iterator[tuple[Location, str, str]]:
    """What no single value shows: ids given twice, channels of nobody, subscriptions that reach nobody."""
    subscriptions, channels = file.subscriptions or (), file.channels or ()
    for key, ids in (("subscriptions", [one.id for one in subscriptions]), ("channels", [one.id for one in channels])):
        for index, name in enumerate(ids):
            if name in ids[:index]:
                yield (key, index, "id"), f'"{name}" is used twice', "give each its own id"
    known, reached = {one.id for one in subscriptions}, {one.subscription for one in channels}
    for index, channel in enumerate(channels):
        if channel.subscription not in known:
            yield ("channels", index, "subscription"), f'there is no subscription "{channel.subscription}"', ""
    for index, one in enumerate(subscriptions):
        if not one.to and one.id not in reached:
            yield ("subscriptions", index), f'"{one.id}" reaches nobody', "add `to: [you@example.org]` or a channel"


def alerts_schema() -> dict[str, Any]:
    """The JSON Schema of alerts.yaml, for editors."""
    return AlertsFile.model_json_schema(by_alias=True)
