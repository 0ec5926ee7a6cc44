"""Small protocols that let a stage use what another one implements, without seeing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PostAnswer:
    """The answer to an outgoing request; `retry_after_s` is None unless the server named a time."""

    status: int
    retry_after_s: float | None = None


class Poster(Protocol):
    """Outgoing HTTP for channels: implemented in `extractors/fetch.py`, handed in by `flows`."""

    def post(self, url: str, body: bytes, headers: tuple[tuple[str, str], ...]) -> PostAnswer:
        """Posts `body` and returns the answer. Raises a transient or permanent FetchError without one."""
        ...
