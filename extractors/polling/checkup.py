"""`watchword feeds check` and `discover`: what is wrong with a feed, and which feeds a site has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.errors import ExtractError
from core.records import FeedPoll, FeedSource
from core.urls import canonical
from extractors.feeds.discovery import FeedCandidate, conventional_feeds, linked_feeds
from extractors.fetching.client import Fetcher, Request
from extractors.polling.cycle import poll_feeds
from extractors.worker_pool import WorkerPool

_STALE_DAYS = 30
_MAX_CANDIDATES_CHECKED = 12  # of one site; each is a request


@dataclass(frozen=True, slots=True)
class Checkup:
    """The check of one feed: `newest` is its newest date, None if no entry has one; `remarks` are for a person."""

    source: FeedSource
    poll: FeedPoll
    newest: datetime | None
    remarks: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """True if the feed could be read."""
        return self.poll.failure is None


async def check_feeds(
    fetcher: Fetcher, pool: WorkerPool, sources: Sequence[FeedSource], now: datetime
) -> list[Checkup]:
    """The check of each feed, polled as if for the first time; nothing is stored."""
    polls = await poll_feeds(fetcher, sources, {}, now, pool=pool)
    return [_checkup(source, poll, now) for source, poll in zip(sources, polls, strict=True)]


@dataclass(frozen=True, slots=True)
class Discovery:
    """The readable feeds at an address, or of its site if the address itself did not answer with a page.

    `problem` is a sentence about what is wrong with the address, None if it is a feed or links to one.
    """

    found: tuple[Checkup, ...]
    problem: str | None = None


async def discover(fetcher: Fetcher, pool: WorkerPool, url: str, now: datetime) -> Discovery:
    """The readable feeds at `url`: that URL itself, else those its page links to, else those at conventional URLs."""
    given = await check_feeds(fetcher, pool, [_source(FeedCandidate(url))], now)
    if given[0].is_good:
        return Discovery(tuple(given))
    fetched = await fetcher.fetch(Request(url))
    if fetched.status is None and fetched.error is not None:
        return Discovery((), fetched.error.message)
    page = fetched.page
    try:
        linked = await pool.run(linked_feeds, page.body, page.final_url, key=page.sha256) if page else ()
    except ExtractError:
        linked = ()
    for candidates in (linked, conventional_feeds(fetched.final_url or url)):
        sources = [_source(candidate) for candidate in candidates[:_MAX_CANDIDATES_CHECKED]]
        good = [one for one in await check_feeds(fetcher, pool, sources, now) if one.is_good]
        if good:
            return Discovery(tuple(good), fetched.error.message if fetched.error else None)
    refusal = f": {fetched.error.message}" if fetched.error else "."
    return Discovery((), f"No feed was found at {url}{refusal}")


def _source(candidate: FeedCandidate) -> FeedSource:
    return FeedSource(candidate.url, candidate.url, title=candidate.title)


def _checkup(source: FeedSource, poll: FeedPoll, now: datetime) -> Checkup:
    dates = [entry.published for entry in poll.entries if entry.published is not None]
    newest = max(dates, default=None)
    remarks = [poll.failure.message] if poll.failure else [*poll.warnings, *_remarks(poll, newest, now)]
    moved_to = poll.state.moved_to
    if moved_to and canonical(moved_to) != canonical(source.url):
        remarks.append(f"It has moved for good: write {moved_to} into feeds.yaml.")
    return Checkup(source, poll, newest, tuple(remarks))


def _remarks(poll: FeedPoll, newest: datetime | None, now: datetime) -> list[str]:
    """Problems of a readable feed."""
    entries, remarks = poll.entries, []
    undated = sum(entry.published is None for entry in entries)
    if undated:
        remarks.append(f"{undated} of {len(entries)} entries have no usable date: a first poll only shows them.")
    if newest is not None and (now - newest).days >= _STALE_DAYS:
        remarks.append(f"Its newest entry is {(now - newest).days} days old.")
    unlinked = sum(entry.url is None for entry in entries)
    if unlinked:
        remarks.append(f"{unlinked} of {len(entries)} entries have no link; only their own text is read.")
    return remarks
