"""Why a fetch failed: the kinds that `watchword fetch` shows, and the exception that carries one inside the fetcher."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FetchErrorKind(StrEnum):
    """The public error kinds of fetching; the words are a contract."""

    BAD_URL = "bad_url"
    REFUSED_ADDRESS = "refused_address"
    REFUSED_PORT = "refused_port"
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    BAD_ENCODING = "bad_encoding"
    TRUNCATED = "truncated"
    REDIRECT = "redirect"
    PROTOCOL = "protocol"
    HTTP_STATUS = "http_status"


_RETRYABLE = {
    FetchErrorKind.DNS,
    FetchErrorKind.CONNECT,
    FetchErrorKind.TIMEOUT,
    FetchErrorKind.TRUNCATED,
    FetchErrorKind.PROTOCOL,
}
_RETRYABLE_STATUS = {408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 527, 529, 530}


class FetchAttemptError(Exception):
    """Raised and caught inside the fetcher only."""

    def __init__(self, kind: FetchErrorKind, message: str) -> None:
        self.kind = kind
        self.message = message
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class FetchErrorDetails:
    """Why a fetch failed: `message` is a sentence for a person, `retryable` says whether another try may help."""

    kind: FetchErrorKind
    message: str
    retryable: bool

    @classmethod
    def of(cls, fault: FetchAttemptError) -> FetchErrorDetails:
        """The value of this exception."""
        return cls(fault.kind, fault.message, fault.kind in _RETRYABLE)

    @classmethod
    def of_status(cls, status: int, message: str) -> FetchErrorDetails:
        """An answer that is not the thing asked for."""
        return cls(FetchErrorKind.HTTP_STATUS, message, status in _RETRYABLE_STATUS)
