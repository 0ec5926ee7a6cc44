"""What systemd is told about the watch (sd_notify(3)): that it is ready, and that it still works."""

from __future__ import annotations

import os
import socket


def tell_manager(state: str) -> None:
    """Sends the state, such as `READY=1`, to the service manager; nothing where there is none."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    name = f"\0{address[1:]}" if address.startswith("@") else address
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.sendto(state.encode(), name)


def watchdog_interval(default_s: float) -> float:
    """How often to say that the watch works, in seconds: three times within what the manager allows."""
    allowed = os.environ.get("WATCHDOG_USEC", "")
    return min(default_s, int(allowed) / 3e6) if allowed.isdigit() else default_s
