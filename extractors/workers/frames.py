"""The wire format between the pool and a worker: frames with a length, and results as JSON of a known type.

What a worker sends is data of a stranger, for it has read hostile bytes: the parent never unpickles it. A frame is one
byte for its kind, eight for the length of its body, and the body; a result is validated against the type that the
task's function declares to return.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import re
import socket
import struct
import time
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum
from typing import get_type_hints

import orjson

MAX_RESULT_BYTES = 128 * 1024 * 1024
"""A longer answer is refused unread: the largest body that is parsed has 50 MiB."""

_HEAD = struct.Struct("!cQ")
_CHUNK = 1024 * 1024
_SURROGATE = re.compile("[\ud800-\udfff]")


class Kind(Enum):
    """What a frame is."""

    TASK = b"t"  # a pickled task, from parent to worker only
    RESULT = b"r"  # JSON
    REFUSED = b"x"  # the text of an ExtractError
    UNFORESEEN = b"e"  # `core.isolation.describe` of any other error
    MEMORY = b"m"  # the task met its memory limit


class FrameError(Exception):
    """The other side closed the connection, or sent no frame of ours."""


def send(channel: socket.socket, kind: Kind, body: bytes) -> None:
    """Sends one frame. Raises OSError if nobody reads it."""
    channel.sendall(_HEAD.pack(kind.value, len(body)))
    channel.sendall(body)


def receive(channel: socket.socket, deadline: float | None = None) -> tuple[Kind, bytearray]:
    """The next frame, by `deadline` on the monotonic clock. Raises FrameError, TimeoutError or OSError."""
    kind, length = _HEAD.unpack(_read(channel, _HEAD.size, deadline))
    if deadline is not None and length > MAX_RESULT_BYTES:
        raise FrameError("its answer is too long")
    try:
        return Kind(kind), _read(channel, length, deadline)
    except ValueError as error:
        raise FrameError("its answer has no known form") from error


def _read(channel: socket.socket, length: int, deadline: float | None) -> bytearray:
    """Exactly `length` bytes. Memory grows with what arrives, not with what was announced."""
    read = bytearray()
    while len(read) < length:
        if deadline is not None:
            channel.settimeout(max(0.001, deadline - time.monotonic()))
        chunk = channel.recv(min(_CHUNK, length - len(read)))
        if not chunk:
            raise FrameError("it closed the connection")
        read += chunk
    return read


def result_type(function: Callable[..., object]) -> type:
    """The type that the function declares to return, also behind `functools.partial`."""
    while isinstance(function, functools.partial):
        function = function.func
    return _declared(function)


@functools.cache
def _declared(function: Callable[..., object]) -> type:
    declared: type = get_type_hints(function)["return"]  # or a union, which pydantic takes as well
    return declared


def encode(value: object) -> bytes:
    """The value as JSON: dataclasses as objects, tuples and sets as arrays, times and durations in ISO 8601.

    Unpaired surrogates, which JSON in UTF-8 cannot hold, become U+FFFD each, so that offsets stay right.
    """
    try:
        return orjson.dumps(value, default=_plain)
    except orjson.JSONEncodeError:
        return _SURROGATE.sub("\ufffd", json.dumps(value, default=_plain, ensure_ascii=False)).encode()


def _plain(value: object) -> object:
    if isinstance(value, (tuple, frozenset)):
        return list(value)
    if isinstance(value, timedelta):
        return f"{'-' if value < timedelta(0) else ''}PT{abs(value).total_seconds():f}S"
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} is no type of a result")
