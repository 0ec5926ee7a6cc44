"""The failure of a poll as a record: its cause, whether it is transient, and advice for a person.

When a failed feed is polled again is in `backoff.py`.
"""

from __future__ import annotations

from dataclasses import replace

from core.records import Failure, FailureKind, FeedSource, Stage
from core.urls import origin_of
from extractors.feeds.parsing import FeedDocument
from extractors.fetching.client import Fetched
from extractors.workers.errors import WorkerError

_STAGE = Stage.FEED
_TRANSIENT_CAUSES = {"captcha", "consent", "broken", "empty", "login"}  # often gone at the next poll
_STATUS_ADVICE = {
    401: "It wants a password; Watchword has none.",
    403: "It turns us away; set WATCHWORD_CONTACT to your address, such as desk@example.org, or read its terms.",
    404: "It may have moved: try `watchword feeds discover {site}`.",
    410: "It is gone for good and is not asked again; remove it or give its new address.",
    429: "It is asked too often; it is left alone for a while.",
}
_ADVICE_WITH_CONTACT = {
    403: "It turns robots away, also with an address to complain to; look for another of its feeds."
}
_DISCOVER_ADVICE = "Try `watchword feeds discover {site}`."
_CAUSE_ADVICE = {
    "captcha": "Robots are kept out; look for another address of this feed.",
    "consent": "Look for another address of this feed.",
    "html": _DISCOVER_ADVICE,
    "parked": "Remove the feed.",
    "not_a_feed": _DISCOVER_ADVICE,
}


def fetch_failure(fetched: Fetched, source: FeedSource, *, has_contact: bool) -> Failure | None:
    """The failure to fetch the feed, None if there was none; `has_contact` is True if the request named an address."""
    failure = fetched.failure(_STAGE, source.feed_id)
    all_advice = _STATUS_ADVICE | _ADVICE_WITH_CONTACT if has_contact else _STATUS_ADVICE
    advice = _advice(all_advice.get(fetched.status or 0), source)
    return replace(failure, message=f"{failure.message} {advice}") if failure and advice else failure


def document_failure(document: FeedDocument, source: FeedSource) -> Failure | None:
    """The failure that the response is no usable feed, None if it is one."""
    if document.problem is None:
        return None
    cause, clause = document.problem
    kind = FailureKind.TRANSIENT if cause in _TRANSIENT_CAUSES else FailureKind.PERMANENT
    message = f"No feed came: {clause}. {_advice(_CAUSE_ADVICE.get(cause), source)}".strip()
    return Failure(_STAGE, source.feed_id, kind, cause, message)


def _advice(text: str | None, source: FeedSource) -> str:
    """The advice with the address of the feed's site; empty without any."""
    return (text or "").format(site=f"{origin_of(source.url) or source.url}")


def parser_failure(error: WorkerError, source: FeedSource) -> Failure:
    """The failure of a feed whose parsing exceeded a limit or crashed."""
    kind = FailureKind.TRANSIENT if error.transient else FailureKind.PERMANENT
    return Failure(_STAGE, source.feed_id, kind, error.cause, f"The feed could not be parsed: {error}.")
