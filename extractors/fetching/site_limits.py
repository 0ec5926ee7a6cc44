"""How much of one cycle a single site may take: time to wait for its answers and to parse them, and bytes to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Lock

from core.urls import site_of
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind

_MEBIBYTE = 1024 * 1024
_SHORT_PAUSE = timedelta(seconds=5)


@dataclass(slots=True)
class SiteLimits:
    """The limits for the requests of one fetcher, whichever hosts of a site they go to and for whichever purpose.

    What has begun may go beyond them by its own limits. Waiting for the rate limiter and for workers does not count.
    """

    seconds: float = 90.0  # of waiting for answers
    parsing_seconds: float = 90.0  # of workers that parse them
    site_bytes: int = 40 * _MEBIBYTE
    all_bytes: int = 96 * _MEBIBYTE  # of all sites together
    heeds_pauses: bool = False  # whether a site that asks for a pause is asked for nothing more
    paused: Collection[str] = ()  # sites whose pause, asked for earlier, is not over
    _pauses: dict[str, timedelta] = field(default_factory=dict)
    _seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _bytes: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    _parsing: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _spending: Lock = field(default_factory=Lock)

    def check(self, url: str) -> None:
        """Raises FetchAttemptError (`site_limit`) if the site has had its share, or all of them together."""
        site = site_of(url) or ""
        if site in self._pauses or site in self.paused:
            self._refuse(f"{site} answered that it is asked too often; the rest waits until its pause is over.")
        if self._seconds[site] >= self.seconds:
            self._refuse(f"Answers of {site} took {self.seconds:g} s in this cycle; the rest waits for the next one.")
        if self._bytes[site] >= self.site_bytes:
            size = self.site_bytes // _MEBIBYTE
            self._refuse(f"{site} sent {size} MiB in this cycle; the rest waits for the next one.")
        self.check_parsing(url)
        if sum(self._bytes.values()) >= self.all_bytes:
            self._refuse("The pages read together are too large for one cycle; the rest waits for the next one.")

    def heed_pause(self, url: str, pause: timedelta | None) -> None:
        """Counts that the site asked for a pause, by `Retry-After`; one of a few seconds the rate limiter gives it."""
        if self.heeds_pauses and pause is not None and pause > _SHORT_PAUSE:
            with self._spending:
                self._pauses[site_of(url) or ""] = pause

    def pause_of(self, url: str) -> timedelta | None:
        """The pause for which the site has asked this fetcher; None if it has not."""
        return self._pauses.get(site_of(url) or "") if self._pauses else None

    def check_parsing(self, url: str) -> None:
        """Raises FetchAttemptError (`site_limit`) if what the site sent has kept the workers long enough."""
        site = site_of(url) or ""
        if self._parsing[site] >= self.parsing_seconds:
            took = f"What {site} sent took {self.parsing_seconds:g} s to parse in this cycle"
            self._refuse(f"{took}; the rest waits for the next one.")

    def spend(self, url: str, *, seconds: float = 0.0, parsing_seconds: float = 0.0, size: int = 0) -> None:
        """Counts what an answer of the site took; may be called in any thread."""
        site = site_of(url) or ""
        with self._spending:
            self._seconds[site] += seconds
            self._parsing[site] += parsing_seconds
            self._bytes[site] += size

    def _refuse(self, message: str) -> None:
        raise FetchAttemptError(FetchErrorKind.SITE_LIMIT, message)
