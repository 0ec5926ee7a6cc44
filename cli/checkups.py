"""Feeds that are asked once, to say what is wrong with them; nothing is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from cli import printing
from cli.app import settings
from core.records import FeedSource

if TYPE_CHECKING:
    from extractors.fetching.client import Fetcher
    from extractors.polling.checkup import Checkup, Discovery
    from extractors.worker_pool import WorkerPool

Result = TypeVar("Result")

_LEAST = ("http", "title", "newest", "entries")


def check(sources: Sequence[FeedSource]) -> list[Checkup]:
    """The check of each feed."""
    from extractors.polling.checkup import check_feeds

    return _with_fetcher(lambda fetcher, pool: check_feeds(fetcher, pool, sources, datetime.now(UTC)))


def discover(url: str) -> Discovery:
    """The feeds at an address; one without a scheme is taken for https."""
    from extractors.polling.checkup import discover as find

    address = url if "://" in url else f"https://{url}"
    return _with_fetcher(lambda fetcher, pool: find(fetcher, pool, address, datetime.now(UTC)))


def _with_fetcher(work: Callable[[Fetcher, WorkerPool], Awaitable[Result]]) -> Result:
    """The result of `work`, called with a polite fetcher and a pool of one worker."""
    from extractors.fetching.client import Fetcher
    from extractors.fetching.policy import FetchPolicy
    from extractors.worker_pool import WorkerPool

    async def run() -> Result:
        async with Fetcher(FetchPolicy.from_settings(settings())) as fetcher:
            return await work(fetcher, pool)

    with WorkerPool(1) as pool:
        return asyncio.run(run())


def print_checkups(checkups: Iterable[Checkup], *, json: bool = False) -> None:
    """Prints a row a feed to standard output."""
    rows = [_row(one) for one in checkups]
    if json:
        printing.write_json(rows)
    elif rows:
        printing.write_table(tuple(rows[0]), [tuple(row.values()) for row in rows], least=_LEAST)


def _row(checkup: Checkup) -> dict[str, Any]:
    source, poll = checkup.source, checkup.poll
    return {
        "feed": source.feed_id,
        "title": source.title or poll.title,
        "state": poll.failure.cause if poll.failure else "ok",
        "http": poll.http_status,
        "entries": len(poll.entries),
        "newest": checkup.newest,
        "remarks": " ".join(checkup.remarks),
    }
