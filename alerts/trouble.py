"""Trouble of the watch itself: what counts as trouble, and its notice by mail, at most one a day for each cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.cleaning import one_line
from alerts.message import Sender, build_message
from alerts.outbox import mail_deliveries
from alerts.rendering import Rendered, render_notice
from alerts.subject_lines import subject_line
from alerts.wording import clock, counted
from core.identity import digest_of
from core.records import Coverage, Delivery, DeliveryState, Digest, DigestKind, FeedTrouble

REPEAT_AFTER = timedelta(days=1)
"""How long after a notice the same cause may be notified again."""

_CYCLE_OVERDUE_AFTER = timedelta(hours=2)
_FEED_DOWN_AFTER = timedelta(hours=6)
_STUCK_AFTER = timedelta(hours=1)
_MAX_LINES = 20


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps the watch from working: a stable cause, a headline, and lines with details and what to do."""

    cause: str
    title: str
    lines: tuple[str, ...]

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


def troubles_of(health: Health) -> tuple[Trouble, ...]:
    """All current troubles, notified before or not."""
    return (*_configuration(health), *_cycle(health), *_feeds(health), *_outbox(health))


def _configuration(health: Health) -> Iterator[Trouble]:
    problems = health.coverage.config_problems
    if problems:
        lines = ("The last good version of the file is in force. What is wrong:", *problems[:_MAX_LINES])
        yield Trouble("configuration", "Your last edit is not active", lines)


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
    down = [feed for feed in health.coverage.failing if _is_down(feed, health)]
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


def _is_down(feed: FeedTrouble, health: Health) -> bool:
    """True if the feed was not read for six hours; for one never read these start with the first complete cycle."""
    since = feed.since or health.first_complete
    return since is not None and health.now - since >= _FEED_DOWN_AFTER


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
        yield Trouble("outbox", f"{counted(len(stuck), 'message')} waiting for more than an hour", lines)


def notice_of(
    trouble: Trouble, last: datetime | None, health: Health, recipients: Sequence[str], sender: Sender
) -> tuple[Digest, tuple[Delivery, ...]] | None:
    """The mail about a trouble; None within a day of the last one, which was at `last` (None for never)."""
    if last is not None and health.now - last < REPEAT_AFTER:
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
    messages = ((one, rendered.subject, build_message(rendered, digest, one, sender)) for one in recipients)
    return digest, mail_deliveries(digest, messages, sender, health.now)


def _rendered(trouble: Trouble) -> Rendered:
    lines = tuple(one_line(line, 400) for line in trouble.lines)
    return render_notice(subject_line(("TROUBLE", trouble.title), None), trouble.title, lines)
