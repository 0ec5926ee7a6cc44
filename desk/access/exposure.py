"""Where a desk may listen: on loopback with its token, elsewhere with TLS or behind a proxy that signs people in."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from core.errors import ConfigError, Problem

SHORTEST_SECRET = 24
"""Characters; 32 random bytes in base64 are 43."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """How a desk is reached. `public_url` is the address that people type, None if that is where it listens."""

    host: str
    public_url: str | None = None
    has_certificate: bool = False
    has_proxy: bool = False


def refusal_of(exposure: Exposure) -> str | None:
    """Why a desk may not be reached in this way; None if it may."""
    if exposure.public_url and not _is_address(exposure.public_url):
        return f"--public-url {exposure.public_url} is no address such as https://desk.example.org."
    if exposure.host in ("0.0.0.0", "::", "") and not exposure.public_url:  # noqa: S104 - what is looked for
        return f"{exposure.host} is every address of this machine: give the one that people type with --public-url."
    if exposure.has_certificate or exposure.has_proxy or _is_loopback(exposure.host):
        return None
    return (
        f"{exposure.host} is not loopback: the token and everything that the desk shows would cross the network "
        "unencrypted. Give --certificate and --key, or put a proxy before it that signs people in, with "
        "--proxy-secret-file; docs/desk.md has both."
    )


def origins_of(exposure: Exposure, port: int) -> tuple[str, ...]:
    """The addresses at which the desk answers, the one to print first."""
    if exposure.public_url:
        parts = urlsplit(exposure.public_url)
        return (f"{parts.scheme}://{parts.netloc}",)
    scheme = "https" if exposure.has_certificate else "http"
    host = f"[{exposure.host}]" if ":" in exposure.host else exposure.host
    return (f"{scheme}://{host}:{port}",)


def secret_in(path: Path) -> str:
    """The proxy's secret in a file. Raises ConfigError if there is none, or one that can be guessed."""
    try:
        secret = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        raise ConfigError.of(Problem(str(path), f"the proxy's secret cannot be read: {error}")) from error
    if len(secret) < SHORTEST_SECRET or not secret.isascii():
        message = f"the proxy's secret needs at least {SHORTEST_SECRET} ASCII characters"
        raise ConfigError.of(Problem(str(path), message, remedy="openssl rand -base64 32 makes one"))
    return secret


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
