"""What readers ask for, by command or by a link in a message: no more messages, or a target snoozed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.delivering.trouble import unsubscription_notice
from alerts.rendering.confirmation import Confirmation, Form, confirmation_page
from alerts.rendering.reader_links import TROUBLE, LinkAction
from core.records import RequestedBy, Snooze, Unsubscription
from flows.dispatcher import Dispatcher

SNOOZE_DAYS = (1, 7, 30, 90)
"""What the page offers; the command takes any number."""

_ONE_CLICK = ("List-Unsubscribe", "One-Click")
_NO_LONGER = Confirmation(
    "This link is not valid",
    ("It may be cut off, or made by another installation, or you are no longer a reader of this subscription.",),
)


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """An HTTP answer: status, headers and an HTML page."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def answer(dispatcher: Dispatcher, method: str, path: str, form: Mapping[str, str], now: datetime) -> PageAnswer:
    """The answer to a request for a reader's page; `path` is what follows `public_url`.

    GET and HEAD change nothing, since mail scanners follow links: they show a page that asks. POST acts at once; the
    token in the address is all it needs (RFC 8058). Other paths are 404, other methods 405.
    """
    if method not in ("GET", "HEAD", "POST"):
        return _answer(405, Confirmation("Only GET and POST", ()), {"Allow": "GET, HEAD, POST"})
    posted = form if method == "POST" else None
    match path.strip("/").split("/"):
        case [LinkAction.UNSUBSCRIBE, subscription_id, token]:
            shown = _unsubscribe_page(dispatcher, subscription_id, token, posted, now)
        case [LinkAction.SNOOZE, subscription_id, hit_id, token]:
            shown = _snooze_page(dispatcher, (subscription_id, hit_id, token), posted, now)
        case _:
            shown = None
    return _answer(200, shown) if shown else _answer(404, _NO_LONGER)


def _answer(status: int, shown: Confirmation, headers: Mapping[str, str] | None = None) -> PageAnswer:
    page = confirmation_page(shown)
    fixed = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": page.policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    return PageAnswer(status, {**fixed, **(headers or {})}, page.html.encode())


def _unsubscribe_page(
    dispatcher: Dispatcher, subscription_id: str, token: str, posted: Mapping[str, str] | None, now: datetime
) -> Confirmation | None:
    reader = _reader(dispatcher, LinkAction.UNSUBSCRIBE, subscription_id, token)
    if reader is None:
        return None
    of = "messages about the watch itself" if subscription_id == TROUBLE else f"messages of “{subscription_id}”"
    if posted is None:
        left = reader in dispatcher.readership.unsubscribed(subscription_id)
        ask = Form((("undo", "yes", "Get them again"),)) if left else Form((("confirm", "yes", "Unsubscribe"),))
        state = "gets no" if left else "gets"
        return Confirmation("Unsubscribe", (f"{reader} {state} {of}.",), ask)
    if "undo" in posted:
        dispatcher.store.readers.resubscribe(subscription_id, reader)
        return Confirmation("You are a reader again", (f"{reader} gets {of}.",))
    name, value = _ONE_CLICK
    via = RequestedBy.ONE_CLICK if posted.get(name) == value else RequestedBy.LINK
    unsubscribe(dispatcher, subscription_id, reader, via, now)
    undo = Form((("undo", "yes", "Undo"),))
    return Confirmation("You are unsubscribed", (f"{reader} gets no more {of}. Who runs the watch is told.",), undo)


def _snooze_page(
    dispatcher: Dispatcher, parts: tuple[str, str, str], posted: Mapping[str, str] | None, now: datetime
) -> Confirmation | None:
    subscription_id, hit_id, token = parts
    reader = _reader(dispatcher, LinkAction.SNOOZE, subscription_id, token, hit_id)
    found = dispatcher.store.findings.of_hits({hit_id}) if reader else ()
    if reader is None or not found:
        return None
    target = found[0].target
    offer = Form(tuple(("days", str(days), f"{days} day{'s' if days > 1 else ''}") for days in SNOOZE_DAYS))
    if posted is None:
        asked = f"{reader}, for how long do you want to hear nothing about {target.name} in “{subscription_id}”?"
        return Confirmation(f"Snooze {target.name}", (asked,), offer)
    if "undo" in posted:
        dispatcher.store.readers.end_snooze(subscription_id, reader, target.target_id)
        return Confirmation(f"{target.name} is no longer snoozed", ())
    days = posted.get("days", "")
    if days not in map(str, SNOOZE_DAYS):
        return Confirmation(f"Snooze {target.name}", ("Choose for how long.",), offer)
    until = now + timedelta(days=int(days))
    dispatcher.store.readers.snooze(Snooze(subscription_id, reader, target.target_id, until, now, RequestedBy.LINK))
    result = f"You hear nothing about this entry until {until:%d %b %Y}; each digest says how many hits that held back."
    return Confirmation(f"{target.name} is snoozed", (result,), Form((("undo", "yes", "Undo"),)))


def _reader(
    dispatcher: Dispatcher, action: LinkAction, subscription_id: str, token: str, about: str = ""
) -> str | None:
    """The reader for whom the link was made; None if it was made for nobody who is one now."""
    links = dispatcher.links
    readers = readers_of(dispatcher).get(subscription_id, ())
    return links.reader(action, subscription_id, readers, token, about) if links else None


def readers_of(dispatcher: Dispatcher) -> dict[str, tuple[str, ...]]:
    """The addresses of each subscription, and of `trouble`, also those that unsubscribed."""
    alerts = dispatcher.config.alerts
    return {**{one.subscription_id: one.to for one in alerts.subscriptions}, TROUBLE: alerts.trouble_recipients}


def unsubscribe(dispatcher: Dispatcher, subscription_id: str, recipient: str, via: RequestedBy, now: datetime) -> bool:
    """Stores that the reader wants no more messages, and queues a notice for the operators; False if it was stored."""
    left = Unsubscription(subscription_id, recipient, now, via)
    if not dispatcher.store.readers.unsubscribe(left):
        return False
    coverage = dispatcher.store.feeds.coverage(now, dispatcher.config.sources)
    channels = dispatcher.config.alerts.channels
    notice = unsubscription_notice(left, coverage, dispatcher.readership.operators(), dispatcher.sender, channels)
    dispatcher.store.outbox.enqueue(*notice, ())
    return True
