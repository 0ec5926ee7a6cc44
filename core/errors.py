"""The errors of Watchword, at one glance.

    WatchwordError
    ├── ConfigError            a file a user edits is wrong: file, line, column, field, remedy
    ├── FetchError             bytes could not be had from outside
    │   ├── TransientFetchError    worth another try: time-out, connection, 429, 5xx
    │   └── PermanentFetchError    not worth one: bad address, refused network, 404
    ├── ExtractError           bytes could not be read as a feed or an article
    ├── StorageError           the database or the data folder
    │   ├── StorageBusyError       another process holds the lock (transient)
    │   ├── StorageDamagedError    a file is corrupt, newer than the program, or the disk is full
    │   └── QuestionError          nothing to ask yet, an unknown id, or SQL that does not parse
    └── DeliveryError          a message could not be handed over
        ├── TransientDeliveryError  4xx, time-out, connection
        └── PermanentDeliveryError  5xx, refused recipient, authentication, certificate

What one feed or page does wrong never travels as an exception: it becomes a `core.records.Failure`.
Exceptions are for what stops a whole step. Whether a step is tried again is read from the type, by
`is_transient`, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass


class WatchwordError(Exception):
    """Whatever Watchword raises on purpose."""

    transient: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file a user edits.

    `line` and `column` count from 1; None where the whole file is meant. `field` is the path of the
    value in dots and brackets (`actors[3].aliases[0].text`), empty for the file itself. `remedy` says
    what to type instead, empty if the message already does.
    """

    file: str
    message: str
    line: int | None = None
    column: int | None = None
    field: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        field = f" {self.field}:" if self.field else ""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}:{field} {self.message}{remedy}"


class ConfigError(WatchwordError):
    """A configuration file that cannot be used, with every problem that was found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))

    @classmethod
    def of(cls, problem: Problem) -> ConfigError:
        """An error with this one problem."""
        return cls((problem,))


class FetchError(WatchwordError):
    """Bytes could not be had from outside."""


class TransientFetchError(FetchError):
    """Another try may succeed."""

    transient = True


class PermanentFetchError(FetchError):
    """Another try will not help."""


class ExtractError(WatchwordError):
    """Bytes could not be read as what they claim to be."""


class StorageError(WatchwordError):
    """The database or the data folder failed."""


class StorageBusyError(StorageError):
    """Another process holds the lock; `holder` names it."""

    transient = True

    def __init__(self, holder: str) -> None:
        self.holder = holder
        super().__init__(f"held by {holder}")


class StorageDamagedError(StorageError):
    """A file is corrupt, newer than this program, or cannot be written; the message says what to do."""


class QueryError(StorageError):
    """A question that cannot be answered as it was asked; the message says why."""


class DeliveryError(WatchwordError):
    """A message could not be handed over."""


class TransientDeliveryError(DeliveryError):
    """Another try may succeed."""

    transient = True


class PermanentDeliveryError(DeliveryError):
    """Another try will not help."""


def is_transient(error: object) -> bool:
    """True if the step that raised `error` is worth another try."""
    return isinstance(error, WatchwordError) and error.transient
