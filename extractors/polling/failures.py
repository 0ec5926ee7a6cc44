"""What goes wrong with a feed: told in words a person can act on, graded, and backed off from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.records import Failure, FailureKind, FeedSource, FeedState
from extractors.feeds.parsing import FeedDocument
from extractors.fetching.client import Fetched
from extractors.polling.schedule import scheduled_after_failure
from extractors.worker_pool import WorkerError

_STAGE = "feed"
_LONGEST_RETRY_AFTER = timedelta(hours=24)
_TRANSIENT_CAUSES = {"captcha", "consent", "broken", "empty", "no_entries", "login"}  # often gone at the next poll
_STATUS_ADVICE = {
    401: "It wants a password; Watchword has none.",
    403: "It turns us away; set WATCHWORD_CONTACT, or read its terms.",
    404: "It may have moved: try `watchword feeds discover` with the site's address.",
    410: "It is gone for good and is not asked again; remove it or give its new address.",
    429: "It is asked too often; it is left alone for a while.",
}
_DISCOVER_ADVICE = "Try `watchword feeds discover` with the site's address."
_CAUSE_ADVICE = {
    "captcha": "Robots are kept out; look for another address of this feed.",
    "consent": "Look for another address of this feed.",
    "html": _DISCOVER_ADVICE,
    "parked": "Remove the feed.",
    "not_a_feed": _DISCOVER_ADVICE,
}


def fetch_failure(fetched: Fetched, source: FeedSource) -> Failure | None:
    """The failure to fetch the feed, None if it answered."""
    failure = fetched.failure(_STAGE, source.feed_id)
    advice = _STATUS_ADVICE.get(fetched.status or 0)
    return replace(failure, message=f"{failure.message} {advice}") if failure and advice else failure


def document_failure(document: FeedDocument, source: FeedSource) -> Failure | None:
    """The failure that the answer is no usable feed, None if it is one."""
    if document.problem is None:
        return None
    cause, what = document.problem
    kind = FailureKind.TRANSIENT if cause in _TRANSIENT_CAUSES else FailureKind.PERMANENT
    return Failure(_STAGE, source.feed_id, kind, cause, f"No feed came: {what}. {_CAUSE_ADVICE.get(cause, '')}".strip())


def parser_failure(error: WorkerError, source: FeedSource) -> Failure:
    """The failure that the feed broke its parser's limits."""
    kind = FailureKind.TRANSIENT if error.transient else FailureKind.PERMANENT
    return Failure(_STAGE, source.feed_id, kind, error.cause, f"The feed could not be parsed: {error}.")


def failed(state: FeedState, source: FeedSource, failure: Failure, fetched: Fetched, now: datetime) -> FeedState:
    """The state after a failed poll: graded, paused at once by 410, backed off, `Retry-After` kept.

    A new address that fails is given up for the old one.
    """
    pause = fetched.retry_after if fetched.status in (429, 503) else None
    graded = replace(
        state,
        failure_streak=state.failure_streak + 1,
        failure_points=state.failure_points + _grade(failure, fetched),
        last_failure=f"{failure.cause}: {failure.message}",
        retry_after_at=now + min(pause, _LONGEST_RETRY_AFTER) if pause else None,
        paused=f"410 Gone on {now:%Y-%m-%d}" if fetched.status == 410 else state.paused,
        moved_seen=state.moved_seen if fetched.url == source.url else 0,
    )
    return scheduled_after_failure(graded, source, now)


def _grade(failure: Failure, fetched: Fetched) -> float:
    """Media Cloud's grades: what looks final counts 1, what may pass 0.5, what the server excuses 0.25."""
    if fetched.status in (429, 503):
        return 0.25
    return 0.5 if failure.kind is FailureKind.TRANSIENT else 1.0
