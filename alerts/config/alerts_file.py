"""alerts.yaml as people write it, read into subscriptions, channels and the mail server; errors name their place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from alerts.config.subscriptions import (
    AlertsConfig,
    Channel,
    ChannelKind,
    Immediate,
    Mail,
    SubjectStyle,
    Subscription,
    WhenEmpty,
)
from alerts.config.value_types import (
    Address,
    Cap,
    Clock,
    Hours,
    Id,
    Mailbox,
    Schedule,
    Weekly,
    Zone,
    switch,
)
from core.config import Document, located_error, parse_model
from core.plain_yaml import Location
from core.records import Band, Severity
from core.settings import MailSecurity


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class _MailText(_Strict):
    host: str | None = None
    port: int = Field(default=587, gt=0, lt=65536)
    security: MailSecurity = "starttls"
    username: str | None = None
    sender: Mailbox | None = Field(default=None, alias="from")
    trouble_to: tuple[Address, ...] = ()

    @model_validator(mode="after")
    def _sender_is_needed(self) -> Self:
        if self.host and not self.sender:
            raise ValueError('a mail server needs `from`, as in from: "Watchword <watch@example.org>"')
        return self


class _DigestText(_Strict):
    daily: Clock | None = None
    weekly: Weekly | None = None
    hourly: int | None = Field(default=None, ge=0, le=59)

    @model_validator(mode="after")
    def _exactly_one_schedule(self) -> Self:
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
    cap: Cap = 5


def _or_off(schema: dict[str, Any]) -> None:
    schema["anyOf"].append({"const": "off"})


class _SubscriptionText(_Strict):
    id: Id
    to: tuple[Address, ...] = ()
    targets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    min_band: Literal["alert", "review"] = "review"
    digest: _DigestText = _DigestText(daily="08:00")
    timezone: Zone | None = None
    immediate: Annotated[_ImmediateText | None, BeforeValidator(switch), Field(json_schema_extra=_or_off)] = None
    quiet_hours: Hours | None = None
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
    id: Id
    kind: ChannelKind
    subscription: str
    url: str | None = None
    url_env: str | None = None
    secret_env: str | None = None

    @model_validator(mode="after")
    def _address_and_key(self) -> Self:
        if (self.url is None) == (self.url_env is None):
            raise ValueError("needs either `url` or `url_env`, the name of the environment variable that holds it")
        if self.kind is ChannelKind.WEBHOOK and not self.secret_env:
            raise ValueError("a webhook needs `secret_env`, the name of the environment variable with its signing key")
        return self

    def channel(self) -> Channel:
        return Channel(self.id, self.kind, self.subscription, self.url, self.url_env, self.secret_env)


class AlertsFile(_Strict):
    """The file as people write it; `config/alerts.schema.json` is generated from it."""

    mail: _MailText | None = None
    subscriptions: tuple[_SubscriptionText, ...] | None = None
    channels: tuple[_ChannelText, ...] | None = None
    public_url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None


@dataclass(frozen=True, slots=True)
class KnownEntries:
    """The ids and tags of the watchlist."""

    ids: frozenset[str]
    tags: frozenset[str]


def parse_alerts(document: Document, machine_zone: ZoneInfo, known: KnownEntries | None = None) -> AlertsConfig:
    """The subscriptions, channels and mail server of alerts.yaml.

    `machine_zone` is the zone of subscriptions that name none; what they ask for must be `known`, unless that is None.
    Raises ConfigError with every problem at its place.
    """
    file = parse_model(document, AlertsFile)
    problems = [*_contradictions(file), *(_unknown_entries(file, known) if known else ())]
    if problems:
        raise located_error(document, problems)
    mail = file.mail or _MailText()
    return AlertsConfig(
        mail=Mail(mail.host, mail.port, mail.security, mail.username, mail.sender, mail.trouble_to),
        subscriptions=tuple(one.subscription(machine_zone) for one in file.subscriptions or ()),
        channels=tuple(one.channel() for one in file.channels or ()),
        public_url=file.public_url.rstrip("/") if file.public_url else None,
    )


def _contradictions(file: AlertsFile) -> Iterator[tuple[Location, str, str]]:
    """The errors across entries: duplicate ids, channels of unknown subscriptions, subscriptions without recipients."""
    subscriptions, channels = file.subscriptions or (), file.channels or ()
    for key, ids in (("subscriptions", [one.id for one in subscriptions]), ("channels", [one.id for one in channels])):
        for index, name in enumerate(ids):
            if name in ids[:index]:
                yield (key, index, "id"), f'"{name}" is used twice', "give each its own id"
    for index, channel in enumerate(channels):
        if channel.id == "mail":
            yield ("channels", index, "id"), '"mail" is the name of mail itself', "choose another id"
    known, reached = {one.id for one in subscriptions}, {one.subscription for one in channels}
    for index, channel in enumerate(channels):
        if channel.subscription not in known:
            yield ("channels", index, "subscription"), f'there is no subscription "{channel.subscription}"', ""
    for index, one in enumerate(subscriptions):
        if not one.to and one.id not in reached:
            yield ("subscriptions", index), f'"{one.id}" reaches nobody', "add `to: [you@example.org]` or a channel"


def _unknown_entries(file: AlertsFile, known: KnownEntries) -> Iterator[tuple[Location, str, str]]:
    """The tags and targets that no entry of the watchlist has: such a subscription would be quiet for ever."""
    for index, one in enumerate(file.subscriptions or ()):
        for number, tag in enumerate(one.tags):
            if tag not in known.tags:
                place: Location = ("subscriptions", index, "tags", number)
                yield place, f'no entry of the watchlist has the tag "{tag}"', _nearest(tag, known.tags, "tags")
        for number, target in enumerate(one.targets):
            if target not in known.ids:
                place = ("subscriptions", index, "targets", number)
                yield place, f'no entry of the watchlist has the id "{target}"', _nearest(target, known.ids, "ids")


def _nearest(word: str, known: frozenset[str], what: str) -> str:
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]}?"
    some = ", ".join(sorted(known)[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
    return f"the {what} are {some}" if known else f"the watchlist has no {what}"


_SHOWN = 12  # known tags or ids in a remedy


def alerts_schema() -> dict[str, Any]:
    """The JSON Schema of alerts.yaml, for editors."""
    return AlertsFile.model_json_schema(by_alias=True)
