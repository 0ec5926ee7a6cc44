"""The HTTP client: all that Watchword fetches or posts goes through it.

A fetch has one time budget for all its redirects, follows them without reading their bodies, reads the raw body up to
a limit and undoes one content coding up to the same limit. Whatever a server does, the result is a `Fetched`. There are
no cookies, no credentials and no proxies from the environment, because httpx's own client is not used.
"""

from __future__ import annotations

import asyncio
import hashlib
import sys
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import TracebackType
from typing import Self

import httpx

from core.errors import PermanentFetchError, TransientFetchError
from core.protocols import PostAnswer
from core.records import Failure, FailureKind, FetchedPage, Stage
from extractors.fetching.content_coding import ACCEPTED_CODINGS, decode_content
from extractors.fetching.errors import FetchAttemptError, FetchErrorDetails, FetchErrorKind
from extractors.fetching.policy import FetchPolicy
from extractors.fetching.rate_limit import HostRateLimiter
from extractors.fetching.redirects import RedirectChain
from extractors.fetching.retry_policy import is_retryable, retry_after
from extractors.fetching.site_limits import SiteLimits
from extractors.fetching.transport import Dialler, Resolver, Transport, resolve
from extractors.fetching.url_validation import host_key, validated_url

ACCEPT_FEED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.2, */*;q=0.1"
)
ACCEPT_PAGE = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"

_HEADERS = (
    "age cache-control content-language content-type date etag expires last-modified link retry-after x-robots-tag"
)
_KEPT_HEADERS = frozenset(_HEADERS.split())
_HASHED_INLINE_BYTES = 64 * 1024  # larger bodies are hashed in a thread
_LARGE_BODY_BYTES = 256 * 1024
_LARGE_BODIES_AT_ONCE = 2  # bounds the memory
_MAX_VALIDATOR_BYTES = 1024
_NO_CONTENT = 204  # has no body; the transport has read its end already
_BUSY_STATUSES = (429, 503)
_CHUNKS_PER_TURN = 200  # then other tasks get a turn: a server may send its body byte by byte


@dataclass(frozen=True, slots=True)
class Request:
    """What to fetch. `etag` and `last_modified` are opaque validators, sent only to the origin of `url`.

    With `first_bytes`, a longer body is cut there instead of refused, unless it is compressed.
    """

    url: str
    etag: bytes | None = None
    last_modified: bytes | None = None
    accept: str = ACCEPT_PAGE
    first_bytes: int | None = None


class Outcome(StrEnum):
    """How a fetch ended."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The result of a fetch: a `page`, not modified, or an `error`.

    `status` and `final_url` are those of the last response, None without one; `etag` and `last_modified` are the
    validators that came with it. `retry_after` is how long the server asks us to stay away, None if it does not say.
    `moved_to` is the final URL if all redirects to it were permanent, None otherwise. `elapsed_s` leaves out the wait
    for the rate limiter.
    """

    url: str
    outcome: Outcome
    status: int | None = None
    final_url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    etag: bytes | None = None
    last_modified: bytes | None = None
    page: FetchedPage | None = field(default=None, repr=False)
    error: FetchErrorDetails | None = None
    retry_after: timedelta | None = None
    moved_to: str | None = None
    elapsed_s: float = 0.0

    def failure(self, stage: Stage, key: str) -> Failure | None:
        """The error as the record of the other stages, None without one."""
        if self.error is None:
            return None
        kind = FailureKind.TRANSIENT if self.error.retryable else FailureKind.PERMANENT
        return Failure(stage, key, kind, self.error.kind.value, self.error.message)


class Fetcher:
    """Fetches under one policy, many at a time in one event loop; an async context manager.

    `limits` bound what one site may take of all requests together, None for no bound. `now` is the time at which its
    clock starts, None for the system's. `resolver` looks up host names.
    """

    def __init__(
        self,
        policy: FetchPolicy,
        *,
        limits: SiteLimits | None = None,
        now: datetime | None = None,
        resolver: Resolver = resolve,
    ) -> None:
        self.policy = policy
        self.limits = limits or SiteLimits(float("inf"), float("inf"), sys.maxsize, sys.maxsize)
        self._rate_limiter = HostRateLimiter(policy.per_host, policy.spacing_s)
        self._epoch = (now or datetime.now(UTC)) - timedelta(seconds=time.monotonic())
        self._resolving_threads = ThreadPoolExecutor(16, "resolve")
        self._decoding_threads = ThreadPoolExecutor(2, "decode")
        dialler = Dialler(policy.allow_networks, policy.tls_context(), self._resolving_threads, resolver)
        self._transport = Transport(dialler)
        self._connection_slots = asyncio.Semaphore(policy.connections)
        self._large_body_slots = asyncio.Semaphore(_LARGE_BODIES_AT_ONCE)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.aclose()
        for threads in (self._resolving_threads, self._decoding_threads):
            threads.shutdown(wait=False, cancel_futures=True)

    async def fetch(self, request: Request) -> Fetched:
        """The result, after at most `timeout_s` seconds without the wait for the rate limiter. Does not raise."""
        chain = RedirectChain(self.policy.timeout_s, self.policy.max_redirects)
        try:
            fetched = await self._follow_redirects(request, chain)
        except FetchAttemptError as error:
            fetched = _failed(request, chain, error)
        except Exception as error:  # noqa: BLE001 - httpcore, h11, ssl and the decoders share no base class
            message = f"The answer could not be handled ({type(error).__name__}: {error})."
            fetched = _failed(request, chain, FetchAttemptError(FetchErrorKind.PROTOCOL, message))
        return replace(fetched, elapsed_s=chain.spent_s)

    async def post(self, url: str, body: bytes, headers: tuple[tuple[str, str], ...]) -> PostAnswer:
        """The answer to a POST; redirects are not followed. Raises TransientFetchError or PermanentFetchError."""
        chain = RedirectChain(self.policy.timeout_s, 0)
        try:
            target = validated_url(url)
            async with self._turn(target), chain.time_budget():
                given = [(name.encode("ascii"), value.encode()) for name, value in headers]
                own = self._request_headers("*/*")
                message = httpx.Request("POST", target, headers=[*own, *given], content=body)
                response = await self._transport.handle_async_request(message)
                await response.aclose()
        except FetchAttemptError as error:
            raised = TransientFetchError if is_retryable(error.kind) else PermanentFetchError
            raise raised(error.message) from error
        pause = retry_after(response.headers, self._now())
        return PostAnswer(response.status_code, pause.total_seconds() if pause else None)

    def slow_down(self, url: str, spacing_s: float) -> None:
        """Leaves at least `spacing_s` seconds between two requests to the host of `url` from now on."""
        self._rate_limiter.slow_down(host_key(validated_url(url)), spacing_s)

    @asynccontextmanager
    async def _turn(self, target: httpx.URL) -> AsyncIterator[None]:
        async with self._rate_limiter.visit(host_key(target)), self._connection_slots:
            yield

    async def _follow_redirects(self, request: Request, chain: RedirectChain) -> Fetched:
        """The result at the end of the redirects. The turn at one host ends before that at the next one is awaited."""
        target = validated_url(request.url)
        while True:
            host = host_key(target)
            async with self._turn(target):
                while host_key(target) == host:
                    self.limits.check(str(target))
                    before = chain.left_s
                    try:
                        async with chain.time_budget():
                            result = await self._request_once(target, request, chain)
                    finally:
                        self.limits.spend(str(target), seconds=before - chain.left_s)
                    if isinstance(result, Fetched):
                        return result
                    target = result

    async def _request_once(self, target: httpx.URL, request: Request, chain: RedirectChain) -> Fetched | httpx.URL:
        """The result of one request, or the URL to which it redirects."""
        chain.visit(target)
        validators = _validators(request) if chain.is_at_first_origin else []
        headers = [*self._request_headers(request.accept), *validators]
        response = await self._transport.handle_async_request(httpx.Request("GET", target, headers=headers))
        try:
            chain.status = response.status_code
            fetched = self._from_response(request, response, chain)
            if response.status_code == 304 and validators:
                return replace(fetched, outcome=Outcome.NOT_MODIFIED, error=None)
            next_url = chain.next_url(response)
            return next_url or (await self._with_page(fetched, response, request) if response.is_success else fetched)
        finally:
            await response.aclose()

    def _request_headers(self, accept: str) -> list[tuple[bytes, bytes]]:
        return [
            (b"User-Agent", self.policy.user_agent.encode("ascii")),
            (b"Accept", accept.encode("ascii")),
            (b"Accept-Encoding", ACCEPTED_CODINGS.encode("ascii")),
        ]

    def _from_response(self, request: Request, response: httpx.Response, chain: RedirectChain) -> Fetched:
        """The result for a status that is no success; `_request_once` replaces its outcome for the others."""
        kept = tuple((name, value) for name, value in response.headers.items() if name in _KEPT_HEADERS)
        pause = retry_after(response.headers, self._now())
        if response.status_code in _BUSY_STATUSES:
            self.limits.heed_pause(str(chain.current_url), pause)
        return Fetched(
            request.url,
            Outcome.FAILED,
            response.status_code,
            str(chain.current_url),
            headers=kept,
            etag=_validator(response, b"etag"),
            last_modified=_validator(response, b"last-modified"),
            error=_status_error(response),
            retry_after=pause,
            moved_to=chain.moved_to,
        )

    async def _with_page(self, fetched: Fetched, response: httpx.Response, request: Request) -> Fetched:
        if response.status_code == 206:
            message = "The server sent a part of the body that was not asked for."
            raise FetchAttemptError(FetchErrorKind.TRUNCATED, message)
        body, sha256 = await self._body(response, request.first_bytes)
        self.limits.spend(str(fetched.final_url), size=len(body))
        url, status, final_url = fetched.url, response.status_code, str(fetched.final_url)
        page = FetchedPage(url, final_url, status, fetched.headers, body, self._now(), sha256)
        return replace(fetched, outcome=Outcome.OK, error=None, page=page)

    async def _body(self, response: httpx.Response, first_bytes: int | None) -> tuple[bytes, str]:
        """The decoded body, or its beginning, and its SHA-256 in hex."""
        limit, coding = self.policy.max_bytes, response.headers.get("content-encoding", "")
        if response.status_code == _NO_CONTENT:
            return _decode_and_hash(bytearray(), "", limit)
        if first_bytes is not None and not coding:
            beginning = bytearray()
            await _read(response.aiter_raw(), beginning, first_bytes)
            return _decode_and_hash(beginning[:first_bytes], coding, limit)
        announced = response.headers.get("content-length", "")
        if announced.isdigit() and int(announced) > limit:
            message = f"The server announces {int(announced):,} bytes, more than {limit:,}."
            raise FetchAttemptError(FetchErrorKind.TOO_LARGE, message)
        raw = bytearray()
        chunks = response.aiter_raw()
        if await _read(chunks, raw, min(_LARGE_BODY_BYTES, limit)):
            return await self._decoded(raw, coding)
        async with self._large_body_slots:
            if len(raw) <= limit and await _read(chunks, raw, limit):
                return await self._decoded(raw, coding)
        raise FetchAttemptError(FetchErrorKind.TOO_LARGE, f"The body is larger than {limit:,} bytes.")

    async def _decoded(self, raw: bytearray, coding: str) -> tuple[bytes, str]:
        if not coding and len(raw) <= _HASHED_INLINE_BYTES:
            return _decode_and_hash(raw, coding, self.policy.max_bytes)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._decoding_threads, _decode_and_hash, raw, coding, self.policy.max_bytes)

    def _now(self) -> datetime:
        return self._epoch + timedelta(seconds=time.monotonic())


@dataclass(frozen=True, slots=True)
class HttpPoster:
    """`core.protocols.Poster` by a `Fetcher`; may be called inside and outside an event loop."""

    policy: FetchPolicy

    def post(self, url: str, body: bytes, headers: tuple[tuple[str, str], ...]) -> PostAnswer:
        """Posts `body` and returns the answer. Raises TransientFetchError or PermanentFetchError without one."""
        with ThreadPoolExecutor(1, "post") as thread:
            return thread.submit(asyncio.run, self._post(url, body, headers)).result()

    async def _post(self, url: str, body: bytes, headers: tuple[tuple[str, str], ...]) -> PostAnswer:
        async with Fetcher(self.policy) as fetcher:
            return await fetcher.post(url, body, headers)


def _failed(request: Request, chain: RedirectChain, error: FetchAttemptError) -> Fetched:
    final_url = str(chain.current_url) if chain.current_url else None
    details = FetchErrorDetails(error.kind, error.message, is_retryable(error.kind))
    return Fetched(request.url, Outcome.FAILED, chain.status, final_url, error=details)


def _status_error(response: httpx.Response) -> FetchErrorDetails:
    kind, status = FetchErrorKind.HTTP_STATUS, response.status_code
    error = FetchAttemptError(kind, f"The server answered {status} {response.reason_phrase}".strip() + ".")
    return FetchErrorDetails(kind, error.message, is_retryable(kind, status))


def _validators(request: Request) -> list[tuple[bytes, bytes]]:
    given = ((b"If-None-Match", request.etag), (b"If-Modified-Since", request.last_modified))
    return [(name, value) for name, value in given if value]


def _validator(response: httpx.Response, name: bytes) -> bytes | None:
    """The header's bytes, None if it is missing or too long to be sent back with every poll."""
    value = next((value for key, value in response.headers.raw if key.lower() == name), b"")
    return value if 0 < len(value) <= _MAX_VALIDATOR_BYTES else None


async def _read(chunks: AsyncIterator[bytes], raw: bytearray, limit: int) -> bool:
    """Adds chunks to `raw` until it is longer than `limit`; True if the body ended first."""
    count = 0
    async for chunk in chunks:
        raw += chunk
        count += 1
        if len(raw) > limit:
            return False
        if count % _CHUNKS_PER_TURN == 0:
            await asyncio.sleep(0)
    return True


def _decode_and_hash(raw: bytearray, coding: str, limit: int) -> tuple[bytes, str]:
    body = decode_content(raw, coding, limit)
    return body, hashlib.sha256(body).hexdigest()
