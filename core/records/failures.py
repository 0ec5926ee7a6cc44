"""Problems with one feed, page or message, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.printable import printable_line

ALL_MESSAGES = "outbox"
"""The key of failures to deliver that are about no message alone."""

_MAX_MESSAGE = 1000  # code points


class FailureKind(StrEnum):
    """Whether another attempt may succeed."""

    TRANSIENT = "transient"
    PERMANENT = "permanent"


class Stage(StrEnum):
    """Where in the way of the data one item failed."""

    FEED = "feed"
    PAGE = "page"  # fetching it
    EXTRACT = "extract"
    MATCH = "match"
    STORE = "store"
    GROUP = "group"  # into stories
    INDEX = "index"  # of the words of stored articles
    COMPOSE = "compose"  # a digest
    DELIVER = "deliver"
    CLUSTER = "cluster"  # of workers on other machines; the work is then done on this one


@dataclass(frozen=True, slots=True)
class Failure:
    """A problem with one feed, page or message. It does not affect the others.

    Its message may quote a server: it becomes one line without control characters, whoever made it.
    """

    stage: Stage
    key: str  # the feed id, URL, subscription or recipient
    kind: FailureKind
    cause: str  # a short, stable code to group by: timeout, http_status, not_a_feed, paywall …
    message: str  # a sentence that a person can act on

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", printable_line(self.message, _MAX_MESSAGE))
