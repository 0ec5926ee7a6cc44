"""The redirects that one fetch follows, within one time budget."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from extractors.fetching.errors import FetchAttemptError, FetchErrorKind
from extractors.fetching.url_validation import validated_url

_PERMANENT = {301, 308}
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(slots=True)
class RedirectChain:
    """The URLs that one fetch has visited; `left_s` is what remains of its `budget_s` seconds.

    `status` is that of the last response, None before the first. `is_permanent` is False after any temporary redirect.
    """

    budget_s: float
    max_redirects: int
    left_s: float = field(init=False)
    status: int | None = None
    current_url: httpx.URL | None = None
    is_permanent: bool = True
    visited: set[httpx.URL] = field(default_factory=set)
    _first_origin: tuple[str, bytes, int | None] | None = None

    def __post_init__(self) -> None:
        self.left_s = self.budget_s

    @property
    def moved_to(self) -> str | None:
        """The current URL if only permanent redirects led to it, None otherwise and without a redirect."""
        return str(self.current_url) if self.is_permanent and len(self.visited) > 1 else None

    @property
    def spent_s(self) -> float:
        """The seconds spent inside `time_budget`."""
        return round(self.budget_s - self.left_s, 4)

    @property
    def is_at_first_origin(self) -> bool:
        """True while the current URL has the origin of the first one."""
        return self.current_url is not None and _origin(self.current_url) == self._first_origin

    @asynccontextmanager
    async def time_budget(self) -> AsyncIterator[None]:
        """Counts the time inside the block. Raises FetchAttemptError (`timeout`) when the budget is spent."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        try:
            async with asyncio.timeout(self.left_s):
                yield
        except TimeoutError as error:
            message = f"There was no complete answer within {self.budget_s:g} s."
            raise FetchAttemptError(FetchErrorKind.TIMEOUT, message) from error
        finally:
            self.left_s = max(0.0, self.left_s - (loop.time() - started))

    def visit(self, target: httpx.URL) -> None:
        """Makes `target` the current URL. Raises FetchAttemptError (`redirect`) for a loop or one redirect too many."""
        if target in self.visited:
            raise FetchAttemptError(FetchErrorKind.REDIRECT, f"The redirects run in a circle, back to {target}.")
        if len(self.visited) > self.max_redirects:
            raise FetchAttemptError(FetchErrorKind.REDIRECT, f"There are more than {self.max_redirects} redirects.")
        if not self.visited:
            self._first_origin = _origin(target)
        self.visited.add(target)
        self.current_url = target

    def next_url(self, response: httpx.Response) -> httpx.URL | None:
        """The target of this redirect, None if the response is no redirect.

        Raises FetchAttemptError if the target is missing or may not be fetched.
        """
        if response.status_code not in _REDIRECTS or self.current_url is None:
            return None
        location = response.headers.get("location", "")
        if not location:
            message = f"The server answered {response.status_code} and does not say where to."
            raise FetchAttemptError(FetchErrorKind.REDIRECT, message)
        self.is_permanent = self.is_permanent and response.status_code in _PERMANENT
        try:
            return validated_url(str(self.current_url.join(location)))
        except (FetchAttemptError, httpx.InvalidURL, ValueError) as error:
            if isinstance(error, FetchAttemptError) and error.kind is not FetchErrorKind.BAD_URL:
                raise
            message = f"The server sends us to an unusable address ({error})."
            raise FetchAttemptError(FetchErrorKind.REDIRECT, message) from error


def _origin(url: httpx.URL) -> tuple[str, bytes, int | None]:
    """Scheme, host and port: validators are valid for one origin only."""
    return url.scheme, url.raw_host, url.port
