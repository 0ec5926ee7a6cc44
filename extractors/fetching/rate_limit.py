"""The rate limit for each host: how many connections at a time, and how long between two requests."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore
    free_at: float = 0.0  # by the event loop's clock
    spacing_s: float = 0.0


@dataclass(slots=True)
class HostRateLimiter:
    """Admits at most `per_host` visits at a time to a host, each `spacing_s` seconds after the last one ended.

    With `per_host` None there is neither a limit nor spacing. Waiting visits are admitted in order.
    """

    per_host: int | None
    spacing_s: float
    _hosts: defaultdict[str, _Host] = field(init=False)

    def __post_init__(self) -> None:
        self._hosts = defaultdict(lambda: _Host(asyncio.Semaphore(self.per_host or 1), spacing_s=self.spacing_s))

    def slow_down(self, host: str, spacing_s: float) -> None:
        """Raises the spacing for this host to at least `spacing_s` seconds, as its robots.txt asks."""
        state = self._hosts[host]
        state.spacing_s = max(state.spacing_s, spacing_s)

    @asynccontextmanager
    async def visit(self, host: str) -> AsyncIterator[None]:
        """Waits for a turn at the host and holds it inside the block."""
        if self.per_host is None:
            yield
            return
        state, loop = self._hosts[host], asyncio.get_running_loop()
        async with state.slots:
            await asyncio.sleep(state.free_at - loop.time())
            try:
                yield
            finally:
                state.free_at = loop.time() + state.spacing_s
