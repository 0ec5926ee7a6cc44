"""Trouble of the watch itself: what counts as trouble, and its notice by mail, at most one a day for each cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.config.subscriptions import Channel
from alerts.delivering.channels import notice_delivery
from alerts.delivering.outbox import mail_deliveries
from alerts.rendering.bodies import Rendered, render_notice
from alerts.rendering.message import Sender, build_message
from alerts.rendering.subject_lines import subject_line
from alerts.text.cleaning import one_line
from alerts.text.wording import clock, counted
from core.identity import digest_of
from core.records import (
    PAUSED_BY_HAND,
    Coverage,
    Delivery,
    DeliveryState,
    Digest,
    DigestKind,
    FeedTrouble,
    RequestedBy,
    Unsubscription,
)

REPEAT_AFTER = timedelta(days=1)
"""How long after a notice the same cause may be notified again."""

_CYCLE_OVERDUE_AFTER = timedelta(hours=2)
_FEED_DOWN_AFTER = timedelta(hours=6)
_OFFICIAL_DOWN_AFTER = timedelta(days=1)
_MAX_OWN_NOTICES = 5  # of official sources
_STUCK_AFTER = timedelta(hours=1)
_MAX_LINES = 20


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps the watch from working: a stable cause, a headline, and lines with details and what to do."""

    cause: str
    title: str
    lines: tuple[str, ...]
    is_of_delivery: bool = False  # then its notice also goes to the channels, for mail may be what fails

    @property
    def history_id(self) -> str:
        """The subscription id under which the store keeps this cause's notices."""
        return f"trouble:{self.cause}"


@dataclass(frozen=True, slots=True)
class Health:
    """What troubles are derived from. `first_complete` is the end of the first complete cycle, None before it."""

    coverage: Coverage
    waiting: Sequence[Delivery]
    first_complete: datetime | None
    now: datetime
    zone: ZoneInfo
    refused: Sequence[Delivery] = ()  # the latest message to each recipient that refuses
    disk_shortage: str | None = None  # what is free and what a cycle needs; None if there is room


def troubles_of(health: Health) -> tuple[Trouble, ...]:
    """All current troubles, notified before or not."""
    kinds = (_disk, _configuration, _cycle, _feeds, _official_feeds, _outbox, _refused)
    return tuple(trouble for find in kinds for trouble in find(health))


def _disk(health: Health) -> Iterator[Trouble]:
    if health.disk_shortage:
        lines = (health.disk_shortage, "Nothing is read until there is room; nothing that is stored is lost.")
        yield Trouble("disk", "The disk is nearly full: nothing is read", lines)


def _configuration(health: Health) -> Iterator[Trouble]:
    problems = health.coverage.config_problems
    if problems:
        yield Trouble("configuration", "Your last edit is not fully in force", problems[:_MAX_LINES])


def _cycle(health: Health) -> Iterator[Trouble]:
    last = health.coverage.last_complete_cycle
    if last and health.now - last >= _CYCLE_OVERDUE_AFTER:
        when = clock(last, health.zone, health.now)
        lines = (
            f"The last complete cycle ended on {when}.",
            "Look at `watchword doctor`, and at the log of `watchword up`.",
        )
        yield Trouble("cycle", "No complete cycle for two hours", lines)


def _feeds(health: Health) -> Iterator[Trouble]:
    own = {feed.feed_id for feed in _long_down(health)}
    down = [feed for feed in health.coverage.failing if _is_down(feed, health) and feed.feed_id not in own]
    official = [feed for feed in down if feed.primary]
    if not official and 4 * len(down) < max(1, health.coverage.feeds_total):
        return
    title = (
        f"{counted(len(official), 'official source')} not read for six hours"
        if official
        else f"{len(down)} of {counted(health.coverage.feeds_total, 'feed')} not read for six hours"
    )
    lines = [f"{feed.feed_id}: {feed.message}" for feed in [*official, *(one for one in down if not one.primary)]]
    yield Trouble("feeds", title, (*lines[:_MAX_LINES], "`watchword feeds health` lists all of them."))


def _official_feeds(health: Health) -> Iterator[Trouble]:
    """A notice of its own for each official source that was not read for a day."""
    for feed in _long_down(health):
        since = f"since {clock(feed.since, health.zone, health.now)}" if feed.since else "since it was added"
        lines = (
            f"{feed.feed_id}: {feed.message}",
            f"{feed.url} was not read {since}.",
            f"`watchword feeds check {feed.url}` tries it; if it has moved, correct its address in feeds.yaml.",
        )
        yield Trouble(f"feed-{feed.feed_id}", f"Official source {feed.feed_id} not read for a day", lines)


def _long_down(health: Health) -> list[FeedTrouble]:
    """The official sources that were not read for a day; of many only the first, the others are in the joint notice."""
    official = (feed for feed in health.coverage.failing if feed.primary)
    return [feed for feed in official if _is_down(feed, health, _OFFICIAL_DOWN_AFTER)][:_MAX_OWN_NOTICES]


def _is_down(feed: FeedTrouble, health: Health, after: timedelta = _FEED_DOWN_AFTER) -> bool:
    """True if the feed was not read for so long; for one never read that starts with the first complete cycle.

    A feed that is paused by hand is no trouble.
    """
    if feed.cause == PAUSED_BY_HAND:
        return False
    since = feed.since or health.first_complete
    return since is not None and health.now - since >= after


def _outbox(health: Health) -> Iterator[Trouble]:
    stuck = [
        one
        for one in health.waiting
        if one.state is DeliveryState.QUEUED and health.now - one.created_at >= _STUCK_AFTER
    ]
    if stuck:
        errors = dict.fromkeys(one.last_error or "not tried yet" for one in stuck)
        lines = (
            *list(errors)[:5],
            "`watchword outbox` lists them, `watchword digest send --test ADDRESS` tries the server.",
        )
        title = f"{counted(len(stuck), 'message')} waiting for more than an hour"
        yield Trouble("outbox", title, lines, is_of_delivery=True)


def _refused(health: Health) -> Iterator[Trouble]:
    """Messages refused for good. Another recipient that refuses makes it another cause, which is notified at once."""
    if not health.refused:
        return
    named = [
        f"{one.recipient} (subscription {one.subscription_id}): {one.last_error or 'refused'}" for one in health.refused
    ]
    who = digest_of("refused", *sorted({f"{one.channel} {one.recipient}" for one in health.refused}))
    lines = (
        *named[:_MAX_LINES],
        "What they did not get is in their next digest, marked. Correct the address in alerts.yaml, or the server.",
        "`watchword outbox` lists the messages, `watchword outbox retry --all` sends them again.",
    )
    title = f"Mail is refused for good by {counted(len(named), 'recipient')}"
    yield Trouble(f"refused-{who[:8]}", title, lines, is_of_delivery=True)


def notice_of(
    trouble: Trouble,
    last: datetime | None,
    health: Health,
    recipients: Sequence[str],
    sender: Sender,
    channels: Sequence[Channel] = (),
) -> tuple[Digest, tuple[Delivery, ...]] | None:
    """The notice of a trouble; None within a day of the last one, which was at `last` (None for never).

    It goes by mail to the recipients that do not refuse mail; one of delivery goes to the other channels too.
    """
    if (
        last is not None and timedelta(0) <= health.now - last < REPEAT_AFTER
    ):  # a clock that was ahead counts for nothing
        return None
    digest = Digest(
        digest_id=digest_of("trouble", trouble.cause, last.isoformat() if last else "first"),
        subscription_id=trouble.history_id,
        window_start=last or health.now,
        window_end=health.now,
        composed_at=health.now,
        cards=(),
        coverage=health.coverage,
        kind=DigestKind.TROUBLE,
    )
    rendered = _rendered(trouble)
    refusing = {(one.channel, one.recipient) for one in health.refused}
    readers = [one for one in recipients if ("mail", one) not in refusing] or recipients
    messages = ((one, rendered.subject, build_message(rendered, digest, one, sender)) for one in readers)
    others = [one for one in channels if trouble.is_of_delivery and (one.channel_id, one.channel_id) not in refusing]
    notices = [notice_delivery(digest, one, rendered.subject, _lines(trouble), health.now) for one in others]
    return digest, (*mail_deliveries(digest, messages, sender, health.now), *notices)


def _rendered(trouble: Trouble) -> Rendered:
    return render_notice(subject_line(("TROUBLE", trouble.title), None), trouble.title, _lines(trouble))


def _lines(trouble: Trouble) -> tuple[str, ...]:
    return tuple(one_line(line, 400) for line in trouble.lines)


def unsubscription_notice(
    left: Unsubscription, coverage: Coverage, recipients: Sequence[str], sender: Sender, channels: Sequence[Channel]
) -> tuple[Digest, tuple[Delivery, ...]]:
    """The notice that a reader unsubscribed: by mail to these recipients, other than the reader, and to channels."""
    now = left.unsubscribed_at
    digest = Digest(
        digest_id=digest_of("unsubscribed", left.subscription_id, left.recipient, now.isoformat()),
        subscription_id="trouble:unsubscribed",
        window_start=now,
        window_end=now,
        composed_at=now,
        cards=(),
        coverage=coverage,
        kind=DigestKind.TROUBLE,
    )
    title = f"{one_line(left.recipient, 80)} unsubscribed from “{left.subscription_id}”"
    lines = (
        f"{_VIA[left.via]}. Nothing more of this subscription is sent to that address.",
        f"`watchword unsubscribe {left.recipient} --subscription {left.subscription_id} --undo` takes it back.",
        "`watchword readers` lists all readers.",
    )
    rendered = render_notice(subject_line(("READERS", title), None), title, lines, "READERS")
    others = [one for one in recipients if one != left.recipient]
    messages = ((one, rendered.subject, build_message(rendered, digest, one, sender)) for one in others)
    notices = [notice_delivery(digest, one, rendered.subject, lines, now) for one in channels]
    return digest, (*mail_deliveries(digest, messages, sender, now), *notices)


_VIA = {
    RequestedBy.COMMAND: "By `watchword unsubscribe`",
    RequestedBy.LINK: "By the link in a message",
    RequestedBy.ONE_CLICK: "By the mail program's unsubscribe button",
}
