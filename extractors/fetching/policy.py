"""The policy of fetching: limits, politeness towards hosts, and the user agent.

What is tried again is in `retry_policy.py`, how a host is spared in `rate_limit.py` and `robots.py`.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx

from core.addresses import Network
from core.errors import ConfigError, Problem
from core.settings import Settings

ROBOTS_USER_AGENT = "Watchword"
"""Our user agent in a robots.txt."""

# Says what this crawler is and how to stop it; a reserved name until the project has a public home.
_ABOUT_URL = "https://watchword.example/bot"


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What a Fetcher may do, in seconds and bytes.

    `max_bytes` limits a body as sent and as decoded. `per_host` is the number of connections to one host at a time,
    with `spacing_s` between two requests; None lifts both. `connections` is the limit over all hosts. `authorities` are
    certificate authorities beside the well-known ones, in PEM.
    """

    timeout_s: float = 30.0
    max_bytes: int = 20 * 1024 * 1024
    allow_networks: Sequence[Network] = ()
    authorities: str = ""
    contact: str | None = None
    per_host: int | None = 1
    spacing_s: float = 2.0
    connections: int = 128
    max_redirects: int = 10

    @classmethod
    def from_settings(cls, settings: Settings) -> FetchPolicy:
        """The policy by the environment's settings, else the defaults. Raises ConfigError for an unreadable CA file."""
        return cls(
            timeout_s=settings.fetch_timeout_s,
            max_bytes=settings.fetch_max_bytes,
            allow_networks=settings.allow_networks,
            authorities=_authorities(settings.ca_file) if settings.ca_file else "",
            contact=settings.contact,
            spacing_s=settings.host_spacing_s,
        )

    @property
    def user_agent(self) -> str:
        """The User-Agent header: in the form of a browser's, because some servers refuse others."""
        contact = re.sub(r"[^ -~]|[()<>\\]", "", self.contact or "").strip()
        return f"Mozilla/5.0 (compatible; {ROBOTS_USER_AGENT}/0.1; +{_ABOUT_URL}{f'; {contact}' if contact else ''})"

    def tls_context(self) -> ssl.SSLContext:
        """A TLS context that verifies host names and certificates."""
        return _tls_context(self.authorities)


@cache
def _tls_context(authorities: str) -> ssl.SSLContext:
    """The context, made once: to read the certificates of all authorities takes 14 ms and 1 MB each time."""
    context = httpx.create_ssl_context(trust_env=False)
    if authorities:
        context.load_verify_locations(cadata=authorities)
    return context


def _authorities(file: Path) -> str:
    """The certificates of the file, read here because a worker on another machine does not have it."""
    try:
        text = file.read_text(encoding="ascii", errors="replace")
        ssl.create_default_context(cadata=text)
    except OSError as error:  # ssl.SSLError is one
        problem = Problem(str(file), f"cannot be read as certificates: {error}", field="WATCHWORD_CA_FILE")
        raise ConfigError.of(problem) from error
    return text
