"""Hands one message to a chat service, in a process of its own: `python -m alerts.delivering.chat_process`.

apprise connects to whatever a URL names, through several HTTP libraries. An audit hook judges every address at the
moment of connecting, after the name was resolved, and stays for the life of the process: that is why it is one. The
only module that imports apprise.

Reads `{"url", "title", "body", "allowed": [network …]}` from standard input; prints a `ChatResult` and why.
"""

from __future__ import annotations

import ipaddress
import json
import sys
from collections.abc import Sequence

import apprise

from alerts.delivering.chat_service import ChatResult
from core.addresses import Network, parse_address, refusal_reason

_PROGRAM_EVENTS = ("subprocess.Popen", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system")


class _Guard:
    """The audit hook; keeps why it refused something."""

    def __init__(self, allowed: Sequence[Network]) -> None:
        self._allowed = allowed
        self.refusals: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Raises PermissionError for a connection to a refused address, and for the start of a program."""
        if event in _PROGRAM_EVENTS:
            self._refuse("it would start a program")
        elif event in ("socket.connect", "socket.sendto"):
            host = arguments[1][0] if isinstance(arguments[1], tuple) else None
            address = parse_address(str(host))
            reason = "no internet address" if address is None else refusal_reason(address, self._allowed)
            if reason:
                self._refuse(f"it leads to {host} ({reason}); WATCHWORD_ALLOW_NETWORKS can allow that network")

    def _refuse(self, reason: str) -> None:
        self.refusals.append(reason)
        raise PermissionError(reason)


def main() -> None:
    """Sends the message and prints the result."""
    task = json.load(sys.stdin)
    guard = _Guard(tuple(ipaddress.ip_network(one) for one in task["allowed"]))
    result = _send(task["url"], task["title"], task["body"], guard)
    json.dump({"result": result, "reason": guard.refusals[0] if guard.refusals else ""}, sys.stdout)


def _send(url: str, title: str, body: str, guard: _Guard) -> ChatResult:
    service = apprise.Apprise()
    if not service.add(url):
        return ChatResult.UNKNOWN_ADDRESS
    for one in service:
        one.redirects = False  # they could lead anywhere, with what the service's address authorises
    sys.addaudithook(guard)
    if service.notify(title=title, body=body, body_format=apprise.NotifyFormat.TEXT):
        return ChatResult.SENT
    return ChatResult.REFUSED_ADDRESS if guard.refusals else ChatResult.NOT_TAKEN


if __name__ == "__main__":
    main()
