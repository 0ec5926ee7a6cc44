"""The policy of fetching: limits, politeness towards hosts, and the user agent.

What is tried again is in `retry_policy.py`, how a host is spared in `rate_limit.py` and `robots.py`.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
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
    with `spacing_s` between two requests; None lifts both. `connections` is the limit over all hosts. `ca_file` adds
    certificate authorities to the well-known ones.
    """

    timeout_s: float = 30.0
    max_bytes: int = 20 * 1024 * 1024
    allow_networks: Sequence[Network] = ()
    ca_file: Path | None = None
    contact: str | None = None
    per_host: int | None = 1
    spacing_s: float = 2.0
    connections: int = 128
    max_redirects: int = 10

    @classmethod
    def from_settings(cls, settings: Settings) -> FetchPolicy:
        """The policy by the environment's settings, else the defaults."""
        return cls(
            timeout_s=settings.fetch_timeout_s,
            max_bytes=settings.fetch_max_bytes,
            allow_networks=settings.allow_networks,
            ca_file=settings.ca_file,
            contact=settings.contact,
            spacing_s=settings.host_spacing_s,
        )

    @property
    def user_agent(self) -> str:
        """The User-Agent header: in the form of a browser's, because some servers refuse others."""
        contact = re.sub(r"[^ -~]|[()<>\\]", "", self.contact or "").strip()
        return f"Mozilla/5.0 (compatible; {ROBOTS_USER_AGENT}/0.1; +{_ABOUT_URL}{f'; {contact}' if contact else ''})"

    def tls_context(self) -> ssl.SSLContext:
        """A TLS context that verifies host names and certificates. Raises ConfigError for an unreadable CA file."""
        context = httpx.create_ssl_context(trust_env=False)
        try:
            if self.ca_file is not None:
                context.load_verify_locations(self.ca_file)
        except OSError as error:  # ssl.SSLError is one
            problem = Problem(str(self.ca_file), f"cannot be read as certificates: {error}", field="WATCHWORD_CA_FILE")
            raise ConfigError.of(problem) from error
        return context
