"""The only module that opens connections: an httpx transport over httpcore that connects to checked addresses only.

A name is resolved once, each of its addresses is checked, and the socket is connected to one that passed: there is no
second look-up that a rebinding name server could answer differently. A connection serves one request at a time and is
closed in one synchronous step, whatever went wrong; after a complete response it is kept for the next request to the
same origin (`connection_pool.py`). httpcore's own pool is not used: it leaks connections when requests are cancelled
(encode/httpcore#1093).
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import httpcore
import httpx

from core.addresses import BAD_PORTS, Address, Network, parse_address, refusal_reason
from extractors.fetching.connection_pool import ConnectionPool, Origin
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind

Resolver = Callable[[str, int], Sequence[str]]
"""Looks up the addresses of a host, in the order in which to try them. Raises OSError."""

_MAX_HEAD_BYTES = 256 * 1024  # before the body, with all 1xx responses and the first read of the body
_READ_CHUNK_BYTES = 64 * 1024
_MAX_ADDRESSES_TRIED = 4
_CONNECT_ATTEMPT_S = 5.0  # for each address but the last
_BODILESS_STATUSES = {204, 304}
_DEFAULT_PORTS = {"http": 80, "https": 443}


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of the host by the system's resolver. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


@dataclass(frozen=True, slots=True)
class Dialler:
    """Connects to hosts: allowed addresses only, TLS verified. `executor` runs the resolver, which blocks."""

    allowed_networks: Sequence[Network]
    tls: ssl.SSLContext
    executor: Executor
    resolver: Resolver = resolve

    async def dial(self, scheme: str, host: str, port: int | None) -> SocketStream:
        """An open connection. Raises FetchAttemptError: refused_port, refused_address, dns, connect or tls."""
        port = port or _DEFAULT_PORTS[scheme]
        if port in BAD_PORTS:
            message = f"Port {port} belongs to another service and is refused."
            raise FetchAttemptError(FetchErrorKind.REFUSED_PORT, message)
        connected = await _connect_any(self._allowed_addresses(host, await self._addresses(host, port)), host, port)
        return await _open_stream(connected, self.tls if scheme == "https" else None, host)

    async def _addresses(self, host: str, port: int) -> Sequence[Address]:
        literal = parse_address(host)
        if literal is not None:
            return [literal]
        try:
            found = await asyncio.get_running_loop().run_in_executor(self.executor, self.resolver, host, port)
        except (OSError, UnicodeError) as error:
            message = f"The name {host} cannot be resolved ({_reason(error)})."
            raise FetchAttemptError(FetchErrorKind.DNS, message) from error
        return [address for address in map(parse_address, found) if address is not None]

    def _allowed_addresses(self, host: str, addresses: Sequence[Address]) -> list[Address]:
        refused = {address: refusal_reason(address, self.allowed_networks) for address in addresses}
        good = [address for address, refusal in refused.items() if refusal is None]
        if good:
            return good[:_MAX_ADDRESSES_TRIED]
        if not refused:
            raise FetchAttemptError(FetchErrorKind.DNS, f"The name {host} has no address.")
        address, refusal = next(iter(refused.items()))
        shown = host if host == str(address) else f"{host} ({address})"
        raise FetchAttemptError(FetchErrorKind.REFUSED_ADDRESS, f"{shown} is not a public address: {refusal}.")


class Transport(httpx.AsyncBaseTransport):
    """Requests over the dialler's connections, each used by one request at a time.

    Raises FetchAttemptError where other transports raise httpx's errors.
    """

    def __init__(self, dialler: Dialler) -> None:
        self._dialler = dialler
        self._pool: ConnectionPool[_HttpConnection] = ConnectionPool()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response with its body unread; closing it returns the connection to the pool, or closes it."""
        url = request.url
        origin = url.scheme, url.raw_host.decode("ascii"), url.port
        kept = self._pool.take(origin) if request.method == "GET" else None
        if kept is not None and await kept.is_reusable():
            with suppress(FetchAttemptError):  # the server may just have closed it; a new connection decides
                return await self._send(origin, kept, request)
        return await self._send(origin, _HttpConnection.of(await self._dialler.dial(*origin), request.url), request)

    async def aclose(self) -> None:
        """Closes the idle connections."""
        self._pool.close()

    async def _send(self, origin: Origin, connection: _HttpConnection, request: httpx.Request) -> httpx.Response:
        try:
            with _fetch_errors(connection.stream):
                response = await connection.send(_core_request(request))
                if response.status in _BODILESS_STATUSES:
                    await response.aread()
        except BaseException:  # a cancelled request too: its connection is of no use to another
            connection.abort()
            raise
        connection.stream.start_body()
        body = _Body(response, connection, origin, self._pool)
        return httpx.Response(response.status, headers=response.headers, stream=body, extensions=response.extensions)


@dataclass(frozen=True, slots=True)
class _HttpConnection:
    """An HTTP/1.1 connection and its socket."""

    stream: SocketStream
    http: httpcore.AsyncHTTP11Connection

    @classmethod
    def of(cls, stream: SocketStream, url: httpx.URL) -> _HttpConnection:
        return cls(stream, httpcore.AsyncHTTP11Connection(_core_url(url).origin, stream))

    async def send(self, request: httpcore.Request) -> httpcore.Response:
        """The response, its head read. Raises FetchAttemptError for one that was sent before the request."""
        self.stream.start_head()
        response = await self.http.handle_async_request(request)
        if not self.stream.has_read:
            raise FetchAttemptError(FetchErrorKind.PROTOCOL, "The answer was sent before it was asked for.")
        return response

    def is_open(self) -> bool:
        return self.http.is_idle() and self.stream.is_open

    async def is_reusable(self) -> bool:
        """False, and the connection closed, if the peer has sent anything or closed it since the last response."""
        reusable = False
        try:
            reusable = await self.stream.has_nothing_to_read()
        finally:
            if not reusable:
                self.abort()
        return reusable

    def abort(self) -> None:
        self.stream.abort()


class SocketStream(httpcore.AsyncNetworkStream):
    """A connected socket with httpcore's interface; limits what is read before the body."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._head_left: int | None = _MAX_HEAD_BYTES
        self.has_read = False  # True once the current response was read from
        self.at_end = False  # True once a read has reached the end of the stream

    @property
    def is_open(self) -> bool:
        """False once either side has closed the connection."""
        return not self._reader.at_eof() and not self._writer.transport.is_closing()

    @property
    def in_body(self) -> bool:
        """True once the head of the response is complete."""
        return self._head_left is None

    def start_head(self) -> None:
        """Resets the limit for the head of another response."""
        self._head_left, self.has_read = _MAX_HEAD_BYTES, False

    async def has_nothing_to_read(self) -> bool:
        """True if neither data nor the end of the stream has arrived."""
        try:
            async with asyncio.timeout(0):
                await self._reader.read(1)
        except TimeoutError:
            return True
        except OSError:
            return False
        return False

    def start_body(self) -> None:
        """Lifts the limit: the body has limits of its own."""
        self._head_left = None

    def abort(self) -> None:
        """Closes the socket now; synchronous, so that it cannot be cancelled half way."""
        self._writer.transport.abort()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002, ASYNC109 - httpcore's
        """The next bytes, empty at the end. The fetch as a whole limits the time, not this call."""
        try:
            data = await self._reader.read(min(max_bytes, _READ_CHUNK_BYTES))
        except OSError as error:
            raise httpcore.ReadError(_reason(error)) from error
        self.has_read, self.at_end = True, not data
        if self._head_left is not None:
            self._head_left -= len(data)
            if self._head_left < 0:
                message = f"The head of the answer is longer than {_MAX_HEAD_BYTES:,} bytes."
                raise FetchAttemptError(FetchErrorKind.PROTOCOL, message)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002, ASYNC109 - httpcore's
        """Sends all of `buffer`."""
        try:
            self._writer.write(buffer)
            await self._writer.drain()
        except OSError as error:
            raise httpcore.WriteError(_reason(error)) from error

    async def aclose(self) -> None:
        """The same as `abort`."""
        self.abort()

    def get_extra_info(self, info: str) -> object:
        """Asyncio's information about the socket (`ssl_object`, `peername` …)."""
        return self._writer.get_extra_info(info)


@dataclass(frozen=True, slots=True)
class _Body(httpx.AsyncByteStream):
    """A response's body. Closing it returns the connection to the pool if all was read, and closes it otherwise."""

    response: httpcore.Response
    connection: _HttpConnection
    origin: Origin
    pool: ConnectionPool[_HttpConnection]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _fetch_errors(self.connection.stream):
            async for chunk in self.response.aiter_stream():
                yield chunk

    async def aclose(self) -> None:
        try:
            await self.response.aclose()
        except BaseException:  # cancelled while closing, too
            self.connection.abort()
            raise
        self.pool.keep(self.origin, self.connection)


def _core_request(request: httpx.Request) -> httpcore.Request:
    return httpcore.Request(request.method, _core_url(request.url), headers=request.headers.raw, content=request.stream)


def _core_url(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


@contextmanager
def _fetch_errors(stream: SocketStream) -> Iterator[None]:
    """Turns httpcore's errors into FetchAttemptError: `truncated` if the connection ended in the body."""
    try:
        yield
    except (httpcore.ProtocolError, httpcore.NetworkError) as error:
        broken = isinstance(error, httpcore.NetworkError) or stream.at_end
        if stream.in_body and broken:
            message = f"The connection ended within the body ({_reason(error)})."
            raise FetchAttemptError(FetchErrorKind.TRUNCATED, message) from error
        raise FetchAttemptError(FetchErrorKind.PROTOCOL, f"The answer is not valid HTTP ({_reason(error)}).") from error


async def _connect_any(addresses: Sequence[Address], host: str, port: int) -> socket.socket:
    """A socket connected to the first address that accepts."""
    for address in addresses[:-1]:
        try:
            async with asyncio.timeout(_CONNECT_ATTEMPT_S):
                return await _connect(address, port)
        except OSError:  # TimeoutError is one
            continue
    try:
        return await _connect(addresses[-1], port)
    except OSError as error:
        message = f"{host} does not accept a connection ({_reason(error)})."
        raise FetchAttemptError(FetchErrorKind.CONNECT, message) from error


async def _connect(address: Address, port: int) -> socket.socket:
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    connecting = socket.socket(family, socket.SOCK_STREAM)
    try:
        connecting.setblocking(False)
        await asyncio.get_running_loop().sock_connect(connecting, (str(address), port))
    except BaseException:  # the time for this address may end, which cancels
        connecting.close()
        raise
    return connecting


async def _open_stream(connected: socket.socket, tls: ssl.SSLContext | None, host: str) -> SocketStream:
    """The stream, after the TLS handshake if `tls` is given; the socket is closed if that fails."""
    name = host.rstrip(".") if tls else None
    try:
        return SocketStream(*await asyncio.open_connection(sock=connected, ssl=tls, server_hostname=name))
    except (OSError, ValueError) as error:  # ValueError: a name that no certificate can hold
        connected.close()
        message = f"There is no secure connection to {host} ({_tls_error(error)})."
        raise FetchAttemptError(FetchErrorKind.TLS, message) from error
    except asyncio.CancelledError:
        connected.close()
        raise


def _tls_error(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    return _reason(error)


def _reason(error: BaseException) -> str:
    """The error's own words, at most 200 code points."""
    return str(getattr(error, "strerror", None) or error or type(error).__name__)[:200]
