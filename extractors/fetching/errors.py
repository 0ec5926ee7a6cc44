"""Why a fetch failed: the kinds that `watchword fetch` prints, and the exception inside the fetcher."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.printable import printable_line

_MAX_MESSAGE = 500  # code points


class FetchErrorKind(StrEnum):
    """The kinds of fetch errors. The values are public: `watchword fetch` prints them."""

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
    SITE_LIMIT = "site_limit"  # in a cycle only


class FetchAttemptError(Exception):
    """Raised and caught inside the fetcher only: its callers get a `FetchErrorDetails`.

    Its message may quote a server: it is one line without control characters.
    """

    def __init__(self, kind: FetchErrorKind, message: str) -> None:
        self.kind = kind
        self.message = printable_line(message, _MAX_MESSAGE)
        super().__init__(self.message)


@dataclass(frozen=True, slots=True)
class FetchErrorDetails:
    """Why a fetch failed: `message` is a sentence for a person, `retryable` is True if another try may succeed."""

    kind: FetchErrorKind
    message: str
    retryable: bool
