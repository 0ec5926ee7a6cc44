"""Chat services as carriers: each message is handed over by a process of its own (`chat_process.py`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from alerts.delivering.outbox import AccountError
from core.addresses import Network
from core.errors import PermanentDeliveryError, TransientDeliveryError
from core.records import Delivery

_KEPT = ("LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "TZ")
"""What such a process inherits: no password, no secret of another channel, no proxy."""
_WITHIN_S = 90.0


class ChatResult(StrEnum):
    """What became of a message."""

    SENT = "sent"
    NOT_TAKEN = "not_taken"  # by the service
    REFUSED_ADDRESS = "refused_address"  # by us
    UNKNOWN_ADDRESS = "unknown_address"  # to apprise


@dataclass(frozen=True, slots=True)
class ChatService:
    """A chat service, given by its apprise URL; `allowed` are further networks that it may be in."""

    url: str
    allowed: Sequence[Network] = ()

    def send(self, delivery: Delivery, title: str) -> None:
        """Hands one message over. Raises DeliveryError."""
        result, reason = self._handed_over(title, delivery.body.decode())
        if result is ChatResult.UNKNOWN_ADDRESS:
            raise AccountError(f"{delivery.recipient}: apprise does not know such an address")
        if result is ChatResult.REFUSED_ADDRESS:
            raise PermanentDeliveryError(f"{delivery.recipient}: its address is refused, because {reason}")
        if result is ChatResult.NOT_TAKEN:
            raise TransientDeliveryError(f"{delivery.recipient}: the service did not take the message")

    def _handed_over(self, title: str, body: str) -> tuple[ChatResult, str]:
        task = {"url": self.url, "title": title, "body": body, "allowed": [*map(str, self.allowed)]}
        command = [sys.executable, "-P", "-m", "alerts.delivering.chat_process"]
        variables = {name: os.environ[name] for name in _KEPT if name in os.environ}
        variables["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
        try:
            done = subprocess.run(  # noqa: S603 - our own words, no shell
                command,
                input=json.dumps(task),
                env=variables,
                capture_output=True,
                text=True,
                timeout=_WITHIN_S,
                check=True,
            )
            answer = json.loads(done.stdout)
            return ChatResult(answer["result"]), str(answer["reason"])
        except (OSError, subprocess.SubprocessError, ValueError, KeyError):
            return ChatResult.NOT_TAKEN, ""
