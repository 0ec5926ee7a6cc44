"""The one place that opens connections: an httpx transport over httpcore that dials only addresses it has judged.

A name is resolved once, every address it has is judged, and the socket is connected to one of the judged addresses:
there is no second look-up that a rebinding name server could answer differently. A connection serves one request at a
time and is closed in one synchronous step, whatever went wrong; after a complete answer it is kept for the next request
to the same place (`connection_pool.py`). httpcore's own pool loses its places when requests are cancelled
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

from extractors.fetching.addresses import BAD_PORTS, Address, Network, parse_address, refusal_reason
from extractors.fetching.connection_pool import ConnectionPool, Origin
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind

Resolver = Callable[[str, int], Sequence[str]]
"""The addresses of a host, in the order in which to try them. Raises OSError."""

_MAX_HEAD_BYTES = 256 * 1024  # answers before the body, all 1xx ones and the first read of the body included
_READ_CHUNK_BYTES = 64 * 1024
_MAX_ADDRESSES_TRIED = 4
_CONNECT_ATTEMPT_S = 5.0  # for an address that is not the last one to try
_BODILESS_STATUSES = {204, 304}
_DEFAULT_PORTS = {"http": 80, "https": 443}


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of the host by the system's resolver. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


@dataclass(frozen=True, slots=True)
class Dialler:
    """Connects to hosts: judged addresses only, TLS verified. `executor` runs the resolver, which blocks."""

    allowed: Sequence[Network]
    tls: ssl.SSLContext
    executor: Executor
    resolver: Resolver = resolve

    async def dial(self, scheme: str, host: str, port: int | None) -> SocketStream:
        """An open connection. Raises Fault: refused_port, refused_address, dns, connect or tls."""
        port = port or _DEFAULT_PORTS[scheme]
        if port in BAD_PORTS:
            raise FetchAttemptError(
                FetchErrorKind.REFUSED_PORT, f"Port {port} belongs to another service and is refused."
            )
        connected = await _connect_any(self._permitted(host, await self._addresses(host, port)), host, port)
        return await _open_stream(connected, self.tls if scheme == "https" else None, host)

    async def _addresses(self, host: str, port: int) -> Sequence[Address]:
        literal = parse_address(host)
        if literal is not None:
            return [literal]
        try:
            found = await asyncio.get_running_loop().run_in_executor(self.executor, self.resolver, host, port)
        except (OSError, UnicodeError) as error:
            raise FetchAttemptError(
                FetchErrorKind.DNS, f"The name {host} cannot be resolved ({_reason(error)})."
            ) from error
        return [address for address in map(parse_address, found) if address is not None]

    def _permitted(self, host: str, addresses: Sequence[Address]) -> list[Address]:
        refused = {address: refusal_reason(address, self.allowed) for address in addresses}
        good = [address for address, refusal in refused.items() if refusal is None]
        if good:
            return good[:_MAX_ADDRESSES_TRIED]
        if not refused:
            raise FetchAttemptError(FetchErrorKind.DNS, f"The name {host} has no address.")
        address, refusal = next(iter(refused.items()))
        shown = host if host == str(address) else f"{host} ({address})"
        raise FetchAttemptError(FetchErrorKind.REFUSED_ADDRESS, f"{shown} is not a public address: {refusal}.")


class Transport(httpx.AsyncBaseTransport):
    """Requests over judged connections, each used by one request at a time.

    Raises Fault where other transports raise httpx's errors.
    """

    def __init__(self, dialler: Dialler) -> None:
        self._dialler = dialler
        self._pool: ConnectionPool[_HttpConnection] = ConnectionPool()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response, its body still to be read; closing it gives the connection back, or ends it."""
        url = request.url
        origin = url.scheme, url.raw_host.decode("ascii"), url.port
        kept = self._pool.take(origin) if request.method == "GET" else None
        if kept is not None and await kept.is_silent():
            with suppress(
                FetchAttemptError
            ):  # closed by the server in the meantime; a fresh connection tells what is the matter
                return await self._answer(origin, kept, request)
        return await self._answer(origin, _HttpConnection.of(await self._dialler.dial(*origin), request.url), request)

    async def aclose(self) -> None:
        """Closes the connections that wait for another request."""
        self._pool.close()

    async def _answer(self, origin: Origin, connection: _HttpConnection, request: httpx.Request) -> httpx.Response:
        try:
            with _translate_errors(connection.stream):
                response = await connection.ask(_core_request(request))
                if response.status in _BODILESS_STATUSES:
                    await response.aread()
        except BaseException:
            connection.abort()
            raise
        connection.stream.begin_body()
        body = _Body(response, connection, origin, self._pool)
        return httpx.Response(response.status, headers=response.headers, stream=body, extensions=response.extensions)


@dataclass(frozen=True, slots=True)
class _HttpConnection:
    """A connection and what is known of the conversation on it."""

    stream: SocketStream
    http: httpcore.AsyncHTTP11Connection

    @classmethod
    def of(cls, stream: SocketStream, url: httpx.URL) -> _HttpConnection:
        return cls(stream, httpcore.AsyncHTTP11Connection(_core_url(url).origin, stream))

    async def ask(self, request: httpcore.Request) -> httpcore.Response:
        """The response with its head. Raises Fault for one that was sent before it was asked for."""
        self.stream.begin_head()
        response = await self.http.handle_async_request(request)
        if not self.stream.has_read:
            raise FetchAttemptError(FetchErrorKind.PROTOCOL, "The answer was sent before it was asked for.")
        return response

    def is_open(self) -> bool:
        return self.http.is_idle() and self.stream.is_open

    async def is_silent(self) -> bool:
        """False, and the connection closed, if the peer has sent or closed without being asked."""
        silent = False
        try:
            silent = await self.stream.is_silent()
        finally:
            if not silent:
                self.abort()
        return silent

    def abort(self) -> None:
        self.stream.abort()


class SocketStream(httpcore.AsyncNetworkStream):
    """A connected socket as httpcore wants it; counts what comes in before the body."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._head_left: int | None = _MAX_HEAD_BYTES
        self.has_read = False  # True once a read of the present answer has met something
        self.ended = False  # True once a read has met the end of what the peer sends

    @property
    def is_open(self) -> bool:
        """False once either side has closed the connection."""
        return not self._reader.at_eof() and not self._writer.transport.is_closing()

    @property
    def in_body(self) -> bool:
        """True once the response's head is complete."""
        return self._head_left is None

    def begin_head(self) -> None:
        """Begins the counting for another response."""
        self._head_left, self.has_read = _MAX_HEAD_BYTES, False

    async def is_silent(self) -> bool:
        """True if there is nothing to read, not even the end."""
        try:
            async with asyncio.timeout(0):
                await self._reader.read(1)
        except TimeoutError:
            return True
        except OSError:
            return False
        return False

    def begin_body(self) -> None:
        """Ends the counting: the body has limits of its own."""
        self._head_left = None

    def abort(self) -> None:
        """Closes the socket now: synchronous, so that no cancellation can come in between."""
        self._writer.transport.abort()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002, ASYNC109 - httpcore's
        """The next bytes, empty at the end. Time is limited by the whole fetch, not here."""
        try:
            data = await self._reader.read(min(max_bytes, _READ_CHUNK_BYTES))
        except OSError as error:
            raise httpcore.ReadError(_reason(error)) from error
        self.has_read, self.ended = True, not data
        if self._head_left is not None:
            self._head_left -= len(data)
            if self._head_left < 0:
                raise FetchAttemptError(
                    FetchErrorKind.PROTOCOL, f"The head of the answer is longer than {_MAX_HEAD_BYTES:,} bytes."
                )
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002, ASYNC109 - httpcore's
        """Sends all of `buffer`."""
        try:
            self._writer.write(buffer)
            await self._writer.drain()
        except OSError as error:
            raise httpcore.WriteError(_reason(error)) from error

    async def aclose(self) -> None:
        """As `abort`."""
        self.abort()

    def get_extra_info(self, info: str) -> object:
        """What asyncio knows of the socket (`ssl_object`, `peername` …)."""
        return self._writer.get_extra_info(info)


@dataclass(frozen=True, slots=True)
class _Body(httpx.AsyncByteStream):
    """A response's body that gives its connection back if it was read to its end, and else closes it."""

    response: httpcore.Response
    connection: _HttpConnection
    origin: Origin
    pool: ConnectionPool[_HttpConnection]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _translate_errors(self.connection.stream):
            async for chunk in self.response.aiter_stream():
                yield chunk

    async def aclose(self) -> None:
        try:
            await self.response.aclose()
        except BaseException:
            self.connection.abort()
            raise
        self.pool.keep(self.origin, self.connection)


def _core_request(request: httpx.Request) -> httpcore.Request:
    return httpcore.Request(request.method, _core_url(request.url), headers=request.headers.raw, content=request.stream)


def _core_url(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


@contextmanager
def _translate_errors(stream: SocketStream) -> Iterator[None]:
    """What httpcore raises, as a Fault; what ends within the body was cut off."""
    try:
        yield
    except (httpcore.ProtocolError, httpcore.NetworkError) as error:
        broken = isinstance(error, httpcore.NetworkError) or stream.ended
        if stream.in_body and broken:
            raise FetchAttemptError(
                FetchErrorKind.TRUNCATED, f"The connection ended within the body ({_reason(error)})."
            ) from error
        raise FetchAttemptError(FetchErrorKind.PROTOCOL, f"The answer is not valid HTTP ({_reason(error)}).") from error


async def _connect_any(addresses: Sequence[Address], host: str, port: int) -> socket.socket:
    """A socket connected to the first address that answers."""
    for address in addresses[:-1]:
        try:
            async with asyncio.timeout(_CONNECT_ATTEMPT_S):
                return await _connect(address, port)
        except OSError:  # TimeoutError is one
            continue
    try:
        return await _connect(addresses[-1], port)
    except OSError as error:
        raise FetchAttemptError(
            FetchErrorKind.CONNECT, f"{host} does not accept a connection ({_reason(error)})."
        ) from error


async def _connect(address: Address, port: int) -> socket.socket:
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    connecting = socket.socket(family, socket.SOCK_STREAM)
    try:
        connecting.setblocking(False)
        await asyncio.get_running_loop().sock_connect(connecting, (str(address), port))
    except BaseException:
        connecting.close()
        raise
    return connecting


async def _open_stream(connected: socket.socket, tls: ssl.SSLContext | None, host: str) -> SocketStream:
    """The connection after its TLS handshake, if it is to have one; the socket is closed if that fails."""
    name = host.rstrip(".") if tls else None
    try:
        return SocketStream(*await asyncio.open_connection(sock=connected, ssl=tls, server_hostname=name))
    except (OSError, ValueError) as error:  # ValueError: a name that cannot stand in a certificate
        connected.close()
        raise FetchAttemptError(
            FetchErrorKind.TLS, f"There is no secure connection to {host} ({_tls_error(error)})."
        ) from error
    except asyncio.CancelledError:
        connected.close()
        raise


def _tls_error(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    return _reason(error)


def _reason(error: BaseException) -> str:
    """The error in a few words."""
    return str(getattr(error, "strerror", None) or error or type(error).__name__)[:200]
