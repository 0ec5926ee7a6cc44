"""A watch that reads and mails on loopback only: its settings, and a site for it to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.local_site import HTML, NOT_FOUND, LocalSite, Reply


def loopback_settings(smtp_port: int) -> dict[str, str]:
    """Environment variables: feeds and pages on 127.0.0.0/8 without a pause, and a mail server at this port."""
    return {
        "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
        "WATCHWORD_HOST_SPACING_S": "0",
        "WATCHWORD_CONTACT": "desk@example.org",
        "WATCHWORD_SMTP_HOST": "127.0.0.1",
        "WATCHWORD_SMTP_PORT": str(smtp_port),
        "WATCHWORD_SMTP_SECURITY": "none",
        "WATCHWORD_SMTP_FROM": "watch@example.org",
    }


@contextmanager
def served(pages: Callable[[str], bytes | None]) -> Iterator[str]:
    """A site with these bodies by path, 404 where there is none; `/feed` is XML, all else HTML. Yields its address."""

    def answer(request):
        body = pages(request.path)
        return NOT_FOUND if body is None else Reply(body, kind="application/xml" if request.path == "/feed" else HTML)

    with LocalSite(answer) as site:
        yield site.base
