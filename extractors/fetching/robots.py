"""What robots.txt allows us to fetch (RFC 9309). The only module that imports protego."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from protego import Protego

from core.records import Failure, FailureKind, Stage
from core.urls import origin_of
from extractors.fetching.client import Fetched, Fetcher, Outcome, Request
from extractors.fetching.errors import FetchErrorKind
from extractors.fetching.policy import ROBOTS_USER_AGENT

_MAX_BYTES = 500 * 1024  # RFC 9309, 2.5: the rest may be ignored
_REFUSED = (FetchErrorKind.REFUSED_ADDRESS, FetchErrorKind.REFUSED_PORT, FetchErrorKind.BAD_URL)
_MAX_LINES = 20_000  # the rest is ignored
_MAX_CRAWL_DELAY_S = 30.0  # a site that asks for more gets this


@dataclass(frozen=True, slots=True)
class _SiteRules:
    """The rules of one site, or why they could not be read; without either everything is allowed."""

    rules: Protego | None = None
    failure: str | None = None
    cause: str = "robots_unread"


class Robots:
    """The rules of all sites in one run; each robots.txt is fetched once, by the fetcher of the pages."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._requested: dict[str, asyncio.Task[_SiteRules]] = {}

    async def refusal_of(self, url: str) -> Failure | None:
        """Why the page may not be fetched, None if it may.

        A site without a robots.txt (4xx) allows everything. One whose robots.txt cannot be read (429, 5xx, no answer)
        allows nothing for now: the failure is transient.
        """
        origin = origin_of(url)
        if origin is None:
            return None
        if origin not in self._requested:
            self._requested[origin] = asyncio.create_task(self._fetch_rules(origin))
        site = await asyncio.shield(self._requested[origin])
        if site.failure is not None:
            message = f"Its site's robots.txt could not be read: {site.failure}"
            return Failure(Stage.PAGE, url, FailureKind.TRANSIENT, site.cause, message)
        if site.rules is None or site.rules.can_fetch(url, ROBOTS_USER_AGENT):
            return None
        return Failure(Stage.PAGE, url, FailureKind.PERMANENT, "robots", f"{origin}/robots.txt keeps robots out of it.")

    async def _fetch_rules(self, origin: str) -> _SiteRules:
        request = Request(f"{origin}/robots.txt", accept="text/plain, */*;q=0.1", first_bytes=_MAX_BYTES)
        fetched = await self._fetcher.fetch(request)
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
    if fetched.error is None:
        return _SiteRules(failure="it did not answer.")
    if fetched.status is None and fetched.error.kind in _REFUSED:
        return _SiteRules()  # the page at the same address will be refused for what it is
    is_limited = fetched.error.kind is FetchErrorKind.SITE_LIMIT
    return _SiteRules(failure=fetched.error.message, cause=fetched.error.kind.value if is_limited else "robots_unread")
