"""Which URLs may be fetched, and the host under which their requests are limited."""

from __future__ import annotations

import re

import httpx

from core.addresses import BAD_PORTS
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind

_HIGHEST_PORT = 65_535
# Parsers disagree on where such a host ends: RFC 3986 reads on to the next slash, browsers stop at the backslash.
_AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[/\\]*[^/?#]*")
_NOT_IN_AUTHORITY = re.compile(r"[\\\x00-\x20\x7f]")
_USERINFO = re.compile(r"[A-Za-z]+:[/\\]*[^/?#\\]*@")


def validated_url(text: str) -> httpx.URL:
    """The URL without its fragment, if it may be fetched.

    Raises:
        FetchAttemptError: `bad_url` for anything but an http or https URL with a host, and for one with credentials;
            `refused_port` for a port of another service.
    """
    authority = _AUTHORITY.match(text.strip())
    if authority and _NOT_IN_AUTHORITY.search(authority[0]):
        message = "A backslash or control character in an address hides which host it leads to."
        raise FetchAttemptError(FetchErrorKind.BAD_URL, message)
    try:
        url = httpx.URL(text.strip())
        host = url.host  # decodes the host, which fails for an invalid name
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


def host_key(url: httpx.URL) -> str:
    """The host as the rate limiter counts it: its name, and its port unless that is the scheme's default."""
    return url.netloc.decode("ascii")
