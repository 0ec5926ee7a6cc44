"""What alerts.yaml says, as values: subscriptions, channels and the mail server."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from alerts.config.value_types import QuietHours, Schedule
from core.records import Band, Severity
from core.settings import MailSecurity


class ChannelKind(StrEnum):
    """What takes a channel's messages."""

    WEBHOOK = "webhook"  # signed JSON
    SLACK = "slack"
    TEAMS = "teams"
    TELEGRAM = "telegram"
    NTFY = "ntfy"
    DISCORD = "discord"
    MATTERMOST = "mattermost"
    MATRIX = "matrix"
    APPRISE = "apprise"  # any other service that apprise knows


class WhenEmpty(StrEnum):
    """When an empty digest is sent."""

    WEEKLY = "weekly"  # once a week, to show that the watch is alive
    ALWAYS = "always"
    NEVER = "never"


class SubjectStyle(StrEnum):
    """What subject lines contain."""

    NAMES = "names"
    COUNTS = "counts"  # names only in the message's body


@dataclass(frozen=True, slots=True)
class Immediate:
    """Immediate mail, right after the batch that found a hit of at least `severity`; at most `cap` a day."""

    severity: Severity
    cap: int


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who gets which findings, and when. Empty `targets` and `tags` mean everything on the watchlist."""

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

    def wants(self, target_id: str, tags: Iterable[str]) -> bool:
        """True if its readers asked for this entry of the watchlist, and may therefore learn of it."""
        everything = not self.targets and not self.tags
        return everything or target_id in self.targets or not self.tags.isdisjoint(tags)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel other than mail. Its address is `url` or in the variable `url_env`; its key is in `secret_env`."""

    channel_id: str
    kind: ChannelKind
    subscription_id: str
    url: str | None
    url_env: str | None
    secret_env: str | None


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail server as in alerts.yaml, which the environment overrides. Without `host`, mail is written to files."""

    host: str | None = None
    port: int = 587
    security: MailSecurity = "starttls"
    username: str | None = None
    sender: str | None = None
    trouble_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertsConfig:
    """All of alerts.yaml. `public_url` is where readers reach the desk, None if it is not served to them."""

    mail: Mail
    subscriptions: tuple[Subscription, ...]
    channels: tuple[Channel, ...] = ()
    public_url: str | None = None

    @property
    def trouble_recipients(self) -> tuple[str, ...]:
        """Who gets trouble notices: those named, else everyone who gets digests."""
        everyone = (address for one in self.subscriptions for address in one.to)
        return self.mail.trouble_to or tuple(dict.fromkeys(everyone))
