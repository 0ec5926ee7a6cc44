"""A name in a headline alone is found, whatever its page answers."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from core.config import parse_document
from core.records import PendingEntry, Quality
from extractors.article_reader import read_entries
from extractors.feeds.parsing import parse_feed
from extractors.worker_pool import WorkerPool
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from tests.extractors.conftest import reply

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
NAME = "Velmar Odris Kantou"
WATCHLIST = f"version: 1\nactors:\n  - {{id: kantou, name: {NAME}}}\n"
HTML = "Content-Type: text/html; charset=utf-8"
PARAGRAPH = (
    "<p>The office publishes the notices of the day on this page, and keeps them for as long as the law asks.</p>"
)
CHART = b'<svg xmlns="http://www.w3.org/2000/svg"><title>Chart</title><text>hello</text></svg>'


def page(body: str, head: str = "", status: str = "200 OK") -> bytes:
    text = f"<!DOCTYPE html><html><head><title>Site</title>{head}</head><body>{body}</body></html>"
    return reply(text.encode(), HTML, status=status)


PAGES = {
    "forbidden": reply(b"no", HTML, status="403 Forbidden"),
    "missing": page(PARAGRAPH, status="404 Not Found"),
    "login-asked": reply(b"", HTML, "WWW-Authenticate: Basic", status="401 Unauthorized"),
    "legal": reply(b"", HTML, status="451 Unavailable For Legal Reasons"),
    "challenge": page(
        "<div id='challenge-running'>Checking your browser before accessing</div>", status="403 Forbidden"
    ),
    "captcha": page("<h1>Are you a robot?</h1><p>Please confirm that you are not.</p><div class='g-recaptcha'></div>"),
    "script-drawn": page("<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>"),
    "paywall": page("<article><h1>A</h1><p>To read this article, subscribe now.</p></article>"),
    "consent": page(
        "<h2>We value your privacy</h2><p>We and our 842 partners store cookies. Accept all. Reject all.</p>"
    ),
    "front-page": reply(b"", HTML, "Location: /", status="302 Found"),
    "refreshed-to-front-page": page("", head="<meta http-equiv='refresh' content='0;url=/'>"),
    "about-something-else": page(f"<article><h1>Weather</h1>{PARAGRAPH * 8}</article>"),
    "list": page("".join(f"<li><a href='/x{number}'>Another headline {number}</a></li>" for number in range(40))),
    "not-found-in-words": page("<h1>Page not found</h1><p>The page that you were looking for does not exist.</p>"),
    "sign-in": page("<form><h1>Sign in</h1><input name=user><input name=pass type=password></form>"),
    "other-country": page(
        "<h1>Unavailable</h1><p>This content is not available in your country for legal reasons.</p>"
    ),
    "pdf": reply(b"%PDF-1.7\n...", "Content-Type: application/pdf"),
    "picture": reply(b"\x89PNG\r\n\x1a\n00", "Content-Type: image/png"),
    "drawing": reply(CHART, "Content-Type: image/svg+xml"),
    "drawing-said-to-be-html": reply(CHART, HTML),
    "frames": reply(b"<html><frameset><frame src='/a'></frameset></html>", HTML),
    "json": reply(b'{"error": 1}', "Content-Type: application/json"),
    "bad-coding": reply(b"\x1f\x8bno", HTML, "Content-Encoding: gzip"),
    "no-content": reply(b"", HTML, status="204 No Content"),
    "nothing": reply(b"", HTML),
    "loop": reply(b"", HTML, "Location: /loop", status="302 Found"),
    "private-address": reply(b"", HTML, "Location: http://169.254.169.254/x", status="302 Found"),
    "members/only": page(PARAGRAPH),
}
LATER = {
    "error": reply(b"", HTML, status="500 Internal Server Error"),
    "busy": reply(b"", HTML, "Retry-After: 60", status="429 Too Many Requests"),
    "overloaded": reply(b"", HTML, status="503 Service Unavailable"),
}
NOT_REPLACED = {"refreshed-to-front-page", "about-something-else", "list"}


def outcomes_of(lab, fetching, pages, *, attempts=0) -> dict[str, object]:
    """The outcome for each page, after so many failed attempts."""

    async def work():
        robots = reply(b"User-agent: *\nDisallow: /members/\n", "Content-Type: text/plain")
        answers = {f"/{name}": answer for name, answer in pages.items()}
        answers |= {"/": page(f"<h1>Home</h1>{PARAGRAPH * 5}"), "/robots.txt": robots}
        async with lab(answers) as site, fetching() as client:
            items = "".join(f"<item><title>{NAME}: {one}</title><link>{site.url}/{one}</link></item>" for one in pages)
            body = f"<rss version='2.0'><channel>{items}</channel></rss>".encode()
            entries = parse_feed(body, feed_id="f", url="https://n.example/f", seen_at=NOW).entries
            pending = [PendingEntry(entry, attempts) for entry in entries]
            with WorkerPool(1, wall_s=120) as pool:
                return await read_entries(client, pending, sources={}, host_memory={}, pool=pool, now=NOW)

    return dict(zip(pages, asyncio.run(work()), strict=True))


def found(outcome) -> list[str]:
    matcher = compile_watchlist(parse_watchlist([parse_document(WATCHLIST, "w.yaml")]))
    return (
        [f"{hit.band} in {hit.mentions[0].field}" for hit in matcher.match(outcome.article)] if outcome.article else []
    )


def test_a_page_that_cannot_be_read_hides_no_headline_and_is_asked_for_again(lab, fetching):
    outcomes = outcomes_of(lab, fetching, PAGES)
    assert {name: found(outcome) for name, outcome in outcomes.items()} == {name: ["alert in title"] for name in PAGES}
    assert {outcome.article.quality for outcome in outcomes.values()} == {Quality.PARTIAL}
    assert {name for name, outcome in outcomes.items() if not outcome.retry} == NOT_REPLACED
    assert all(outcome.failure for outcome in outcomes.values() if outcome.retry)


def test_a_page_that_fails_for_a_while_is_waited_for_until_the_second_attempt(lab, fetching):
    first, second = (outcomes_of(lab, fetching, LATER, attempts=attempts) for attempts in (0, 1))
    assert [found(outcome) for outcome in first.values()] == [[]] * 3
    assert [found(outcome) for outcome in second.values()] == [["alert in title"]] * 3
    assert all(outcome.failure for outcome in (*first.values(), *second.values()))
