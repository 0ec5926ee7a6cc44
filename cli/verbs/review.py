"""`watchword review`: stores a reviewer's verdict on hits, with name and time."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

from cyclopts import Parameter, validators

from cli.app import BAD_USAGE, DONE, logs, settings
from core.errors import QueryError
from core.records import VERDICT_OF_WORD, ReviewVerdict, VerdictReason

_AFTER_DISMISSAL = (
    "This holds for the story. What tells a namesake apart in every other one: `facts` or `none` of the entry, or "
    "`watchword suppressions add ENTRY --context WORDS`."
)
# Mails of old say `dismissed`.
_BY_WORD = {**VERDICT_OF_WORD, **{verdict.value: verdict for verdict in VERDICT_OF_WORD.values()}}


def review(
    *words: str,
    target: str | None = None,
    note: str | None = None,
    reason: Literal["namesake", "other-word", "not-article", "known", "irrelevant", "checked"] | None = None,
    days: Annotated[int, Parameter(validator=validators.Number(gt=0))] = 7,
) -> int:
    """Confirm, dismiss or suppress hits, or undo that: `watchword review HIT… VERDICT`; without words, one by one.

    confirm: it is the listed person or scheme. dismiss: it is somebody or something else. suppress: it is right, and
    not wanted. snooze: it is to be judged later. undo: the hit is open again. The latest verdict counts, and all are
    kept. It also holds for the same entry in later articles of the story, unless these bring new evidence; a dismissed
    hit comes back in no message.

    Args:
        words: Ids of hits or stories, or their first characters, and then confirm, dismiss, suppress, snooze or undo.
        target: Of a story: the hits of this watchlist entry (its id).
        note: The reason in your words, for later readers.
        reason: The reason from the short list.
        days: How long a snoozed hit is not among the open ones.
    """
    from storage.store import Store

    if not words:
        return _review_queue()
    *identities, word = words
    verdict = _BY_WORD.get(word)
    if verdict is None or not identities:
        logs.print(
            f"Give ids and then a verdict, one of {', '.join(VERDICT_OF_WORD)}; not {word!r}.",
            style="red",
            markup=False,
        )
        return BAD_USAGE
    store, now = Store(settings().paths), datetime.now(UTC)
    store.require()
    try:
        found = store.reviews.save(
            identities,
            verdict,
            now,
            target_id=target,
            note=note,
            reviewer=reviewer(),
            reason=VerdictReason(reason.replace("-", "_")) if reason else None,
            until=now + timedelta(days=days) if verdict is ReviewVerdict.SNOOZED else None,
        )
    except QueryError as error:
        logs.print(
            f"{error}; `watchword hits` lists those of hits, `watchword hits --json` those of stories too.",
            style="red",
            markup=False,
        )
        return BAD_USAGE
    store.publish_snapshot(now)
    for full in found:
        logs.print(f"{full}: {verdict}.", markup=False)
    if verdict is ReviewVerdict.DISMISSED:
        logs.print(_AFTER_DISMISSAL)
    return DONE


def _review_queue() -> int:
    """The open hits one by one, on a terminal or from lines of standard input."""
    from cli.printing import stdout_console
    from cli.review_queue import review_queue
    from storage.store import Store

    paths = settings().paths
    store = Store(paths)
    store.require()
    given = review_queue(stdout_console(), paths, reviewer(), lambda: datetime.now(UTC))
    store.publish_snapshot(datetime.now(UTC))
    logs.print(f"{given} verdicts stored.")
    return DONE


def reviewer() -> str | None:
    """The name of the user; None if the machine knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return None
