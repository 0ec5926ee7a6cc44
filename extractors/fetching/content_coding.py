"""Undoes the content coding of a body (gzip, deflate, br or zstd), with a limit on the output."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TypeVar

import brotli
import zstandard

from extractors.fetching.errors import FetchAttemptError, FetchErrorKind

ACCEPTED_CODINGS = "gzip, deflate, br, zstd"
Buffer = TypeVar("Buffer", bytes, bytearray)

_CHUNK_BYTES = 64 * 1024
# The decoder of zstd takes no output limit, and 4 bytes of input can make a block of 128 KiB: so it gets few at a time.
_ZSTD_CHUNK_BYTES = 256
_MAX_STREAMS = 64  # concatenated in one body; servers send one
_MAX_ZSTD_WINDOW = 8 * 1024 * 1024  # the largest window that a server may use in HTTP (RFC 9659)


def decode_content(body: bytes | bytearray, coding: str, limit: int) -> bytes:
    """The body without its content coding (the header's value, empty for none).

    Raises:
        FetchAttemptError: `too_large` beyond `limit` bytes of output, `bad_encoding` for an unknown coding, more than
            one coding or invalid bytes, `truncated` for a body that ends too early.
    """
    layers = [layer for layer in (part.strip().lower() for part in coding.split(",")) if layer not in ("", "identity")]
    if len(layers) > 1:
        message = f"The body is coded {len(layers)} times over ({coding[:60]!r})."
        raise FetchAttemptError(FetchErrorKind.BAD_ENCODING, message)
    decoder = _DECODERS.get(layers[0]) if layers else _plain
    if decoder is None:
        raise FetchAttemptError(FetchErrorKind.BAD_ENCODING, f"The content coding {layers[0][:40]!r} is not known.")
    if layers and not body:
        return b""  # what servers send for an empty page, whatever the header says
    try:
        return decoder(body, limit)
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise FetchAttemptError(FetchErrorKind.BAD_ENCODING, f"The body is not valid {layers[0]} ({error}).") from error


def _plain(body: bytes | bytearray, limit: int) -> bytes:
    return _within(bytes(body), limit)


def _gzip(body: bytes | bytearray, limit: int) -> bytes:
    """All members of a gzip file. Other bytes after a member are ignored as padding, as browsers do."""
    output = bytearray()
    for _ in range(_MAX_STREAMS):
        decoder = zlib.decompressobj(wbits=31)
        output += decoder.decompress(body, max_length=limit - len(output) + 1)
        _within(output, limit)
        if not decoder.eof:
            raise _cut_off("gzip")
        body = decoder.unused_data
        if body[:2] != b"\x1f\x8b":
            return bytes(output)
    raise _too_many_streams()


def _deflate(body: bytes | bytearray, limit: int) -> bytes:
    """Zlib's format as the standard says, or a raw deflate stream as some servers send it."""
    wrapped = body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0  # RFC 1950, 2.2
    decoder = zlib.decompressobj(wbits=15 if wrapped else -15)
    output = _within(decoder.decompress(body, max_length=limit + 1), limit)
    if not decoder.eof:
        raise _cut_off("deflate")
    return output


def _brotli(body: bytes | bytearray, limit: int) -> bytes:
    decoder = brotli.Decompressor()
    output = bytearray(decoder.process(body, output_buffer_limit=_CHUNK_BYTES))
    while not decoder.is_finished():
        chunk = decoder.process(b"", output_buffer_limit=_CHUNK_BYTES)
        if not chunk and decoder.can_accept_more_data():
            raise _cut_off("brotli")
        output += chunk
        _within(output, limit)
    return bytes(_within(output, limit))


def _zstd(body: bytes | bytearray, limit: int) -> bytes:
    """One or several frames."""
    output = bytearray()
    for _ in range(_MAX_STREAMS):
        body = _zstd_frame(body, output, limit)
        if not body:
            return bytes(output)
    raise _too_many_streams()


def _zstd_frame(body: bytes | bytearray, output: bytearray, limit: int) -> bytes | bytearray:
    """Adds the first frame's content to `output` and returns what follows the frame."""
    decoder = zstandard.ZstdDecompressor(max_window_size=_MAX_ZSTD_WINDOW).decompressobj()
    for start in range(0, len(body), _ZSTD_CHUNK_BYTES):
        output += decoder.decompress(body[start : start + _ZSTD_CHUNK_BYTES])
        _within(output, limit)
        if decoder.eof:
            return decoder.unused_data + body[start + _ZSTD_CHUNK_BYTES :]
    raise _cut_off("zstd")


_DECODERS: dict[str, Callable[[bytes | bytearray, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}


def _within(output: Buffer, limit: int) -> Buffer:
    if len(output) > limit:
        raise FetchAttemptError(FetchErrorKind.TOO_LARGE, f"The body is larger than {limit:,} bytes.")
    return output


def _cut_off(coding: str) -> FetchAttemptError:
    return FetchAttemptError(FetchErrorKind.TRUNCATED, f"The {coding} body ends before it is complete.")


def _too_many_streams() -> FetchAttemptError:
    message = f"The body is made of more than {_MAX_STREAMS} compressed streams."
    return FetchAttemptError(FetchErrorKind.BAD_ENCODING, message)
