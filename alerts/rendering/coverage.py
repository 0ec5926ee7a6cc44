"""The view of a digest's coverage: what was read and what was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.text.cleaning import one_line, safe_link
from alerts.text.wording import cause_words, clock, counted
from core.records import Coverage, FeedTrouble, UnreadPage

_NAMED = 3  # failing feeds named in the first line
_MOST = 12  # feeds, sites or causes listed in the section
_MOST_PAGES = 6


@dataclass(frozen=True, slots=True)
class PageView:
    """A page that was not read: its headline or address, a link if it is safe, and why."""

    text: str
    url: str | None
    cause: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The line on the first screen, the section's lines and pages; `whole` is True if everything was read."""

    line: str
    lines: tuple[str, ...]
    pages: tuple[PageView, ...]
    more_pages: str  # how many are left out, with the command that lists them; empty if none are
    whole: bool


def coverage_view(coverage: Coverage, zone: ZoneInfo, now: datetime) -> CoverageView:
    """The coverage in words, with times in `zone`."""
    return CoverageView(
        line=_line(coverage),
        lines=tuple(_lines(coverage, zone, now)),
        pages=tuple(map(_page, coverage.unread_pages[:_MOST_PAGES])),
        more_pages=_more(coverage.unread_pages, _MOST_PAGES, "watchword articles --unread"),
        whole=not coverage.failing and not coverage.undelivered and coverage.feeds_read == coverage.feeds_total,
    )


def _line(coverage: Coverage) -> str:
    """`Coverage: 24 of 26 feeds read. NOT read: justice.gov (bot check), …`."""
    read = f"Coverage: {coverage.feeds_read} of {counted(coverage.feeds_total, 'feed')} read."
    if coverage.undelivered:
        read += f" NOT delivered: {counted(len(coverage.undelivered), 'message')}."
    if not coverage.failing:
        return read
    named = [f"{_feed(one)} ({cause_words(one.cause)})" for one in _official_first(coverage.failing)]
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"{read} NOT read: {', '.join(named[:_NAMED])}{more}"


def _lines(coverage: Coverage, zone: ZoneInfo, now: datetime) -> Iterator[str]:
    yield f"{coverage.feeds_read} of {counted(coverage.feeds_total, 'feed')} answered"
    yield from _capped([_trouble("Not read", one, zone, now) for one in _official_first(coverage.failing)])
    yield from _capped([_trouble("Silent beyond its usual gap", one, zone, now) for one in coverage.silent])
    if coverage.walled and not _all_pages_are_listed(coverage):
        yield f"Behind a wall, only the opening was read: {_tally(coverage.walled)}"
    if coverage.unread and not _all_pages_are_listed(coverage):
        yield f"Pages that could not be read: {_tally(coverage.unread)}"
    yield from _capped(
        [
            f"Not delivered to {one_line(recipient, 80)} on {clock(at, zone, now)}: {one_line(error, 160)}"
            for recipient, error, at in coverage.undelivered
        ],
        "watchword outbox",
    )
    if coverage.config_problems:
        yield from _capped([f"Configuration: {one_line(line)}" for line in coverage.config_problems])
    last = coverage.last_complete_cycle
    yield f"Last complete cycle: {clock(last, zone, now) if last else 'none yet'}"


def _all_pages_are_listed(coverage: Coverage) -> bool:
    """True if every page that was not read is named, so that no counts are needed."""
    counted_pages = sum(number for _, number in (*coverage.walled, *coverage.unread))
    return counted_pages <= len(coverage.unread_pages) <= _MOST_PAGES


def _official_first(feeds: Sequence[FeedTrouble]) -> list[FeedTrouble]:
    return sorted(feeds, key=lambda one: (not one.primary, one.feed_id))


def _feed(trouble: FeedTrouble) -> str:
    return one_line(trouble.feed_id, 60)


def _trouble(what: str, trouble: FeedTrouble, zone: ZoneInfo, now: datetime) -> str:
    since = f" since {clock(trouble.since, zone, now)}" if trouble.since else ""
    official = " (official source)" if trouble.primary else ""
    return f"{what}: {_feed(trouble)}{official}{since}: {one_line(trouble.message, 160)}"


def _page(page: UnreadPage) -> PageView:
    """The page, for whoever can open it."""
    text = one_line(page.headline or "", 120) or one_line(page.url, 200)
    return PageView(text, safe_link(page.url), cause_words(page.cause))


def _tally(counts: Sequence[tuple[str, int]]) -> str:
    shown = ", ".join(f"{counted(number, 'page')} ({cause_words(name)})" for name, number in counts[:_MOST])
    return f"{shown} and {len(counts) - _MOST} more" if len(counts) > _MOST else shown


def _capped(lines: list[str], command: str = "watchword feeds health") -> Iterator[str]:
    yield from lines[:_MOST]
    if more := _more(lines, _MOST, command):
        yield more


def _more(items: Sequence[object], most: int, command: str) -> str:
    return f"and {len(items) - most:,} more ({command})" if len(items) > most else ""
