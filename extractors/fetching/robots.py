"""What a site's robots.txt allows us to read (RFC 9309), by protego, whose one door this is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from protego import Protego

from core.records import Failure, FailureKind
from core.urls import origin_of
from extractors.fetching.client import Fetched, Fetcher, Outcome, Request
from extractors.fetching.policy import ROBOTS_USER_AGENT

_MAX_BYTES = 500 * 1024  # bytes; RFC 9309, 2.5: the rest may be passed over
_MAX_LINES = 20_000  # rules of a longer file are beyond these
_MAX_CRAWL_DELAY_S = 30.0  # seconds; a site that asks for more distance gets this much


@dataclass(frozen=True, slots=True)
class _SiteRules:
    """One site's answer: its rules, or the failure that stands in their way; neither means that all is allowed."""

    rules: Protego | None = None
    failure: str | None = None


class Robots:
    """The rules of all sites met in one run, each asked for once, through the same fetcher as the pages."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._requested: dict[str, asyncio.Task[_SiteRules]] = {}

    async def refusal_of(self, url: str) -> Failure | None:
        """Why the page may not be read, None if it may.

        A site without robots.txt (4xx) allows everything; one that cannot be asked (5xx, no answer) allows nothing for
        now: that failure is transient.
        """
        origin = origin_of(url)
        if origin is None:
            return None
        if origin not in self._requested:
            self._requested[origin] = asyncio.create_task(self._fetch_rules(origin))
        site = await asyncio.shield(self._requested[origin])
        if site.failure is not None:
            message = f"Its site's robots.txt could not be read: {site.failure}"
            return Failure("page", url, FailureKind.TRANSIENT, "robots_unread", message)
        if site.rules is None or site.rules.can_fetch(url, ROBOTS_USER_AGENT):
            return None
        return Failure("page", url, FailureKind.PERMANENT, "robots", f"{origin}/robots.txt keeps robots out of it.")

    async def _fetch_rules(self, origin: str) -> _SiteRules:
        fetched = await self._fetcher.fetch(Request(f"{origin}/robots.txt", accept="text/plain, */*;q=0.1"))
        site = _parse_rules(fetched)
        delay = site.rules.crawl_delay(ROBOTS_USER_AGENT) if site.rules else None
        if delay:
            self._fetcher.slow_down(origin, min(float(delay), _MAX_CRAWL_DELAY_S))
        return site


def _parse_rules(fetched: Fetched) -> _SiteRules:
    if fetched.outcome is Outcome.OK and fetched.page is not None:
        text = fetched.page.body[:_MAX_BYTES].decode("utf-8", "replace")
        return _SiteRules(Protego.parse("\n".join(text.splitlines()[:_MAX_LINES])))
    if fetched.status is not None and 400 <= fetched.status < 500 and fetched.status != 429:
        return _SiteRules()
    return _SiteRules(failure=fetched.error.message if fetched.error else "it did not answer.")
