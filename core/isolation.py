"""The border around one item of a batch: whatever happens to it is its own failure, and the others go on.

Parsers, extractors, the matcher, the grouping of stories and the rendering of digests work on what strangers wrote, and
no list of exceptions says how they may fail. Each batch therefore calls them through `attempt` or `attempt_in_halves`,
in one place a stage. Errors that concern the whole step (`WatchwordError.stops_step`: a full disk, a held lock) are
raised, because the next item would meet them too.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from core.errors import WatchwordError
from core.records import Failure, FailureKind, Stage

Item = TypeVar("Item")
Result = TypeVar("Result")

INTERNAL_ERROR = "internal_error"
"""The cause of a failure that nobody foresaw."""

_ROOT = Path(__file__).resolve().parents[1]


def attempt(stage: Stage, key: str, work: Callable[[], Result]) -> Result | Failure:
    """The result of `work`, or the failure of the item `key`. Raises only what stops the whole step."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - see the module: no list of errors exists
        return _failure_of(stage, key, error)


async def attempt_async(stage: Stage, key: str, work: Awaitable[Result]) -> Result | Failure:
    """As `attempt`, of something awaited."""
    try:
        return await work
    except Exception as error:  # noqa: BLE001 - see the module: no list of errors exists
        return _failure_of(stage, key, error)


def attempt_in_halves(
    stage: Stage, items: Sequence[Item], key_of: Callable[[Item], str], work: Callable[[Sequence[Item]], Result]
) -> tuple[list[Result], list[tuple[Item, Failure]]]:
    """The results of `work` on all items together, or on halves of them where it fails, down to single items.

    Also returns the items that fail alone, with their failures. Results are in the order of the items.
    """
    if not items:
        return [], []
    found = attempt(stage, key_of(items[0]), lambda: work(items))
    if not isinstance(found, Failure):
        return [found], []
    if len(items) == 1:
        return [], [(items[0], found)]
    middle = len(items) // 2
    first, failed_first = attempt_in_halves(stage, items[:middle], key_of, work)
    second, failed_second = attempt_in_halves(stage, items[middle:], key_of, work)
    return [*first, *second], [*failed_first, *failed_second]


def _failure_of(stage: Stage, key: str, error: Exception) -> Failure:
    """The failure for an error of one item; raises it again if it stops the whole step.

    It is transient: an upgrade may cure it, and how often an item is tried again is bounded.
    """
    if isinstance(error, WatchwordError) and error.stops_step:
        raise error
    return Failure(stage, key, FailureKind.TRANSIENT, INTERNAL_ERROR, describe(error))


def describe(error: BaseException) -> str:
    """What to report of an unforeseen error: its type and the innermost place in our code, never its text."""
    return f"An error in Watchword, please report it: {type(error).__name__} in {_place_of(error)}."


def _place_of(error: BaseException) -> str:
    """The innermost place in our own code that the error passed, as `path:line`."""
    frames = [(frame.filename, frame.lineno or 0) for frame in extract_tb(error.__traceback__)]
    ours = [(Path(name), line) for name, line in frames if Path(name).is_relative_to(_ROOT) and ".venv" not in name]
    inner = [(path, line) for path, line in ours if path != Path(__file__).resolve()]
    path, line = inner[-1] if inner else (Path("unknown place"), 0)
    return f"{path.relative_to(_ROOT)}:{line}" if path.is_absolute() else str(path)
