"""Who may use the desk: the addresses that it answers at, its token, sessions and form tokens.

Other accounts of the machine reach loopback too, so a request needs a secret: the token, which is in the printed
address and is exchanged for a cookie, or that of a proxy which has authenticated the person.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

SESSION = timedelta(days=7)
"""How long a session lasts; then the printed address opens another."""

PROXY_SECRET_HEADER = "x-watchword-proxy-secret"  # noqa: S105 - the header's name
PROXY_USER_HEADER = "x-forwarded-user"


@dataclass(frozen=True, slots=True)
class Access:
    """What a request must show. `origins` are the addresses of the desk, such as `http://127.0.0.1:4210`.

    With `proxy_secret`, a request must carry it and the person's name in headers, and sessions are not used.
    """

    token: str = field(repr=False)
    origins: tuple[str, ...]
    person: str | None  # who reviews with the token; None if the machine knows no name
    proxy_secret: str | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """The desk's first address, without the token."""
        return self.origins[0]

    @property
    def address_with_token(self) -> str:
        """The address that opens a session."""
        return f"{self.address}/?token={self.token}"

    @property
    def hosts(self) -> frozenset[str]:
        """The values of `Host` that are the desk's."""
        return frozenset(urlsplit(origin).netloc for origin in self.origins)

    @property
    def is_encrypted(self) -> bool:
        """True if browsers reach the desk over TLS alone."""
        return all(origin.startswith("https:") for origin in self.origins)

    @property
    def cookie(self) -> str:
        """The name of the session's cookie. Browsers send cookies to all ports of a host, so it has the port."""
        prefix = "__Host-" if self.is_encrypted else ""
        return f"{prefix}watchword-desk-{urlsplit(self.address).port or 443}"

    def accepts_token(self, offered: str) -> bool:
        """True for the token."""
        return _same(offered, self.token)

    def accepts_proxy(self, offered: str) -> bool:
        """True for the proxy's secret; False if there is none."""
        return self.proxy_secret is not None and _same(offered, self.proxy_secret)

    def new_session(self, now: datetime) -> str:
        """The value of the cookie of a session that starts now."""
        unsigned = f"{int((now + SESSION).timestamp())}.{secrets.token_urlsafe(16)}"
        return f"{unsigned}.{self._signature('session', unsigned)}"

    def is_session(self, cookie: str, now: datetime) -> bool:
        """True for the cookie of a session that was opened here and has not expired."""
        unsigned, _, signature = cookie.rpartition(".")
        if not _same(signature, self._signature("session", unsigned)):
            return False
        return now < datetime.fromtimestamp(int(unsigned.partition(".")[0]), UTC)

    def form_token(self, session: str) -> str:
        """What each form of this session sends along, which no other page knows."""
        return self._signature("form", session)

    def accepts_form(self, offered: str, session: str) -> bool:
        """True for the form token of this session."""
        return _same(offered, self.form_token(session))

    @property
    def atom_token(self) -> str:
        """What opens the Atom feed of stories for a feed reader, and nothing else."""
        return self._signature("atom", "")

    def accepts_atom(self, offered: str) -> bool:
        """True for the token of the Atom feed."""
        return _same(offered, self.atom_token)

    def _signature(self, purpose: str, text: str) -> str:
        key, message = self.token.encode(), f"{purpose}\x1f{text}".encode(errors="replace")
        return hmac.new(key, message, hashlib.sha256).hexdigest()


def _same(offered: str, wanted: str) -> bool:
    """Compares in a time that does not depend on where the two differ."""
    return hmac.compare_digest(offered.encode(errors="replace"), wanted.encode())
