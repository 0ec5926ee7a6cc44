"""One fetch on its way: the address it is at, the redirects it took, the time it has left."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from extractors.fetching.addresses import BAD_PORTS
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind

_PERMANENT = {301, 308}
_REDIRECTS = {301, 302, 303, 307, 308}
_HIGHEST_PORT = 65_535
_USERINFO = re.compile(r"[A-Za-z]+:[/\\]*[^/?#\\]*@")


@dataclass(slots=True)
class RedirectChain:
    """What one fetch has behind it; `left_s` is what remains of its `budget_s` seconds."""

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
        """Where we are now if only permanent redirects led here, None otherwise or if there was none."""
        return str(self.current_url) if self.is_permanent and len(self.visited) > 1 else None

    @property
    def spent_s(self) -> float:
        """The seconds worked so far, without the waiting for a turn."""
        return round(self.budget_s - self.left_s, 4)

    @asynccontextmanager
    async def time_budget(self) -> AsyncIterator[None]:
        """Work on the budget's time. Raises Fault when it is used up."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        try:
            async with asyncio.timeout(self.left_s):
                yield
        except TimeoutError as error:
            raise FetchAttemptError(
                FetchErrorKind.TIMEOUT, f"There was no complete answer within {self.budget_s:g} s."
            ) from error
        finally:
            self.left_s = max(0.0, self.left_s - (loop.time() - started))

    @property
    def is_at_first_origin(self) -> bool:
        """True while we are at the origin where the trip began."""
        return self.current_url is not None and _origin(self.current_url) == self._first_origin

    def visit(self, target: httpx.URL) -> None:
        """Notes the stop. Raises Fault for a loop and for one redirect too many."""
        if target in self.visited:
            raise FetchAttemptError(FetchErrorKind.REDIRECT, f"The redirects run in a circle, back to {target}.")
        if len(self.visited) > self.max_redirects:
            raise FetchAttemptError(FetchErrorKind.REDIRECT, f"There are more than {self.max_redirects} redirects.")
        if not self.visited:
            self._first_origin = _origin(target)
        self.visited.add(target)
        self.current_url = target

    def next_url(self, response: httpx.Response) -> httpx.URL | None:
        """Where this response sends us, None if it is no redirect. Raises Fault if nobody can go there."""
        if response.status_code not in _REDIRECTS or self.current_url is None:
            return None
        location = response.headers.get("location", "")
        if not location:
            raise FetchAttemptError(
                FetchErrorKind.REDIRECT, f"The server answered {response.status_code} and does not say where to."
            )
        self.is_permanent = self.is_permanent and response.status_code in _PERMANENT
        try:
            return validated_url(str(self.current_url.join(location)))
        except (FetchAttemptError, httpx.InvalidURL, ValueError) as error:
            if isinstance(error, FetchAttemptError) and error.kind is not FetchErrorKind.BAD_URL:
                raise
            raise FetchAttemptError(
                FetchErrorKind.REDIRECT, f"The server sends us to an unusable address ({error})."
            ) from error


def validated_url(text: str) -> httpx.URL:
    """The address, without its fragment, if it is one to fetch.

    Raises:
        Fault: `bad_url` for what is no http or https address with a host, or carries credentials; `refused_port`.
    """
    try:
        url = httpx.URL(text.strip())
        host = url.host  # decoding it shows what is no name
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchAttemptError(FetchErrorKind.BAD_URL, f"This is no address: {error}.") from error
    port = url.port or 0
    if url.scheme not in ("http", "https") or not host or b"%" in url.raw_host or port > _HIGHEST_PORT:
        raise FetchAttemptError(FetchErrorKind.BAD_URL, "Only http and https addresses with a host can be fetched.")
    if _USERINFO.match(text.strip()):
        raise FetchAttemptError(FetchErrorKind.BAD_URL, "An address with a user name in it is refused.")
    if url.port in BAD_PORTS:
        raise FetchAttemptError(FetchErrorKind.REFUSED_PORT, f"Port {port} belongs to another service and is refused.")
    return url.copy_with(fragment=None) if url.fragment else url


def _origin(url: httpx.URL) -> tuple[str, bytes, int | None]:
    """Scheme, host and port: what validators belong to."""
    return url.scheme, url.raw_host, url.port


def host_key(url: httpx.URL) -> str:
    """The host as manners count it: by name, with its port if that is an uncommon one."""
    return url.netloc.decode("ascii")
