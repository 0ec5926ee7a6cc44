"""A session with a mail server that ends, whatever the server sends.

smtplib grants every byte of an answer its timeout anew, and keeps an answer of any number of lines: a server that drips
would hold a digest for days, and one that never stops would take all memory.
"""

from __future__ import annotations

import smtplib
import socket
import time
from ssl import SSLContext

_MAX_BYTES = 256 * 1024  # of all answers of one session; a real one has about a kilobyte
_CHUNK_BYTES = 4096
_TIMEOUTS_IN_ALL = 4


class MailSession(smtplib.SMTP):
    """smtplib's session: a whole one takes at most four times `timeout`, and answers of at most 256 KiB."""

    def __init__(self, host: str, port: int, timeout: float) -> None:
        self._answers = _Answers(timeout)
        super().__init__(host, port, timeout=timeout)

    def getreply(self) -> tuple[int, bytes]:
        """The next answer. Raises SMTPServerDisconnected beyond the limits."""
        if self.file is None:  # at the start, and after STARTTLS: what was sent before it in plain text is forgotten
            self.file = self._answers.of(self.sock)
        return super().getreply()


class TlsMailSession(MailSession, smtplib.SMTP_SSL):
    """The same, encrypted from the first byte."""

    def __init__(self, host: str, port: int, timeout: float, context: SSLContext) -> None:
        self._answers = _Answers(timeout)
        smtplib.SMTP_SSL.__init__(self, host, port, timeout=timeout, context=context)


class _Answers:
    """What the server says, line by line, as the file from which smtplib reads."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._end = time.monotonic() + _TIMEOUTS_IN_ALL * timeout
        self._left = _MAX_BYTES
        self._socket: socket.socket | None = None
        self._read = b""

    def of(self, connected: socket.socket | None) -> _Answers:
        """The lines from this socket on, under the same limits."""
        self._socket, self._read = connected, b""
        return self

    def readline(self, limit: int) -> bytes:
        """The next line, at most `limit` bytes of it; empty at the end. Raises OSError beyond the limits."""
        while b"\n" not in self._read and len(self._read) < limit:
            chunk = self._receive()
            if not chunk:
                break
            self._read += chunk
        end = min(self._read.find(b"\n") + 1 or len(self._read), limit)
        line, self._read = self._read[:end], self._read[end:]
        return line

    def _receive(self) -> bytes:
        left_s = self._end - time.monotonic()
        if self._socket is None or left_s <= 0:
            raise TimeoutError("the session took too long")
        if self._left <= 0:
            raise OSError("its answers do not end")
        self._socket.settimeout(min(self._timeout, left_s))
        chunk = self._socket.recv(_CHUNK_BYTES)
        self._left -= len(chunk)
        self._socket.settimeout(self._timeout)
        return chunk

    def close(self) -> None:
        """Forgets the socket, which smtplib closes itself."""
        self._socket = None
