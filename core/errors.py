"""The errors of Watchword.

    WatchwordError
    ├── ConfigError            a file that a user edits is wrong: file, line, column, field, remedy
    ├── FetchError             a request failed
    │   ├── TransientFetchError    worth a retry: timeout, connection, 429, 5xx
    │   └── PermanentFetchError    not worth a retry: bad address, refused network, 404
    ├── ExtractError           a body could not be read as a feed or an article
    ├── StorageError           the database or the data folder failed
    │   ├── StorageBusyError       another process holds the lock (transient)
    │   ├── StorageDamagedError    a file is corrupt, newer than the program, or the disk is full
    │   │   └── DiskShortError         less space is free than a cycle needs
    │   └── QueryError             no snapshot or archive, an unknown id, or invalid SQL
    │       └── OtherVersionError      the snapshot is that of another version, until the next cycle
    └── DeliveryError          a message could not be delivered
        ├── TransientDeliveryError  4xx, timeout, connection
        └── PermanentDeliveryError  5xx, refused recipient, authentication, certificate

A problem with one feed or page is never raised: it becomes a `core.records.Failure`. Exceptions stop a whole step.
Whether the step is retried depends on the exception's type alone; `is_transient` is the only place that decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.printable import printable_line

_MAX_QUOTED = 500  # code points of a message that quotes a server


class WatchwordError(Exception):
    """The base of all errors that Watchword raises.

    `stops_step` is True for an error that the next item of a batch would meet too; any other error of one item is that
    item's failure (`core/isolation.py`).
    """

    transient: bool = False
    stops_step: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file that a user edits."""

    file: str
    message: str
    line: int | None = None  # from 1; None for the whole file
    column: int | None = None  # from 1; None for the whole file or line
    field: str = ""  # the path of the value, such as `actors[3].aliases[0].text`; empty for the file itself
    remedy: str = ""  # what to type instead; empty if the message already says so

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        field = f" {self.field}:" if self.field else ""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}:{field} {self.message}{remedy}"


class ConfigError(WatchwordError):
    """A configuration file that cannot be used, with every problem found in it."""

    stops_step = True

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))

    @classmethod
    def of(cls, problem: Problem) -> ConfigError:
        """An error with this one problem."""
        return cls((problem,))


class FetchError(WatchwordError):
    """A request failed."""


class TransientFetchError(FetchError):
    """A retry may succeed."""

    transient = True


class PermanentFetchError(FetchError):
    """A retry will not help."""


class ExtractError(WatchwordError):
    """A body could not be read as a feed or an article."""


class StorageError(WatchwordError):
    """The database or the data folder failed."""


class StorageBusyError(StorageError):
    """Another process holds the lock; `holder` names it."""

    stops_step = True

    transient = True

    def __init__(self, holder: str) -> None:
        self.holder = holder
        super().__init__(f"held by {holder}")


class StorageDamagedError(StorageError):
    """A file is corrupt, newer than this program, or cannot be written; the message says what to do."""

    stops_step = True


class DiskShortError(StorageDamagedError):
    """Less space is free than a cycle needs; the message says how much, and what makes room."""


class QueryError(StorageError):
    """A query that cannot be answered; the message says why."""


class OtherVersionError(QueryError):
    """A query for something that the read snapshot lacks because another version of the program published it."""


class DeliveryError(WatchwordError):
    """A message could not be delivered. What it says may quote a server: one line without control characters."""

    def __init__(self, message: str) -> None:
        super().__init__(printable_line(message, _MAX_QUOTED))


class TransientDeliveryError(DeliveryError):
    """A retry may succeed."""

    transient = True


class PermanentDeliveryError(DeliveryError):
    """A retry will not help."""


def is_transient(error: object) -> bool:
    """True if the step that raised `error` is worth a retry."""
    return isinstance(error, WatchwordError) and error.transient
