from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from core.records import EntryOrigin, FailureKind, FeedSource, FeedState, FirstPoll, PollStatus
from extractors.polling.cycle import poll_feeds
from extractors.polling.new_entries import MAX_NEW_PER_POLL
from extractors.polling.schedule import due_feeds
from extractors.worker_pool import WorkerPool
from tests.extractors.conftest import reply

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FRESH = [EntryOrigin.FRESH]


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1, wall_s=5.0, cpu_s=4.0) as workers:
        yield workers


def item(key, age=timedelta(hours=1), now=NOW):
    date = "" if age is None else f"<pubDate>{format_datetime(now - age)}</pubDate>"
    return f"<item><guid isPermaLink='false'>{key}</guid><title>{key}</title>{date}</item>"


def feed(*items, channel=""):
    return f"<rss version='2.0'><channel><title>T</title>{channel}{''.join(items)}</channel></rss>".encode()


class Desk:
    """A feed followed over several polls: what is stored, what is remembered, and what time it is."""

    def __init__(self, lab, fetching, pool, **source):
        self.lab, self.fetching, self.pool = lab, fetching, pool
        self.changes = source
        self.stored, self.states, self.now = set(), {}, NOW
        self.answers = {}

    def poll(self, answer=None, *, after=timedelta(hours=8), **options):
        """The poll of a feed that answers so, some hours after the last one."""
        if answer is not None:
            self.answers = {"/feed": answer}
        return asyncio.run(self._poll(after, options))

    async def _poll(self, after, options):
        self.now += after
        async with self.lab(self.answers) as server, self.fetching(**options) as fetcher:
            source = FeedSource("feed", server.url + "/feed", **self.changes)
            states = {key: self._at(state, source, server) for key, state in self.states.items()}
            (poll,) = await poll_feeds(fetcher, [source], states, self.now, known=self.known, pool=self.pool)
            self.visits = server.visits
        self.states["feed"] = poll.state
        self.stored |= {(entry.feed_id, entry.entry_key) for entry in poll.entries}
        return poll

    @staticmethod
    def _at(state, source, server):
        """The state as if the server had kept its port."""
        moved = state.moved_to and server.url + "/" + state.moved_to.rpartition("/")[2]
        origin = state.validator_origin and server.url
        return replace(state, url=source.url, validator_origin=origin, moved_to=moved)

    def known(self, wanted):
        return {(feed_id, key) for feed_id, keys in wanted.items() for key in keys} & self.stored


@pytest.fixture
def desk(lab, fetching, pool):
    return Desk(lab, fetching, pool)


def new_keys(poll, before=()):
    return [entry.entry_key for entry in poll.entries if entry.entry_key not in before]


# ---------------------------------------------------------------- conditional requests


def test_validators_are_sent_back_and_a_304_is_unchanged(desk):
    first = desk.poll(reply(feed(item("a")), 'ETag: "one"', "Last-Modified: yesterday"))
    assert (first.status, first.http_status, first.failure) == (PollStatus.NEW, 200, None)
    second = desk.poll(reply(status="304 Not Modified"))
    assert (second.status, second.http_status, second.entries) == (PollStatus.UNCHANGED, 304, ())
    assert desk.visits[0].headers["if-none-match"] == '"one"'
    assert desk.visits[0].headers["if-modified-since"] == "yesterday"
    assert second.state.etag == b'"one"'


def test_now_and_then_a_feed_is_asked_without_validators(desk):
    desk.poll(reply(feed(item("a")), 'ETag: "one"'))
    desk.poll(after=timedelta(hours=25))
    assert "if-none-match" not in desk.visits[0].headers
    desk.poll()
    assert "if-none-match" in desk.visits[0].headers


def test_the_same_bytes_are_not_parsed_again_whatever_the_etag(desk):
    desk.poll(reply(feed(item("a")), 'ETag: "one"'))
    again = desk.poll(reply(feed(item("a")), 'ETag: "two"'))
    assert (again.status, again.http_status, again.entries) == (PollStatus.UNCHANGED, 200, ())


def test_a_lying_etag_hides_nothing_for_longer_than_a_day(desk):
    desk.poll(reply(feed(item("a")), 'ETag: "same"'))
    changed = desk.poll(reply(feed(item("b"), item("a")), 'ETag: "same"'))
    assert new_keys(changed)[:1] == ["b"]


def test_validators_of_another_origin_are_not_sent(desk):
    desk.poll(reply(feed(item("a")), 'ETag: "one"'))
    desk.states["feed"] = replace(desk.states["feed"], validator_origin=None)
    desk.poll()
    assert "if-none-match" not in desk.visits[0].headers


def test_a_truncated_feed_gives_its_entries_and_keeps_no_validators(desk):
    whole = feed(*(item(f"story-{number}") for number in range(9)))
    poll = desk.poll(reply(whole[:-200], 'ETag: "one"'))
    assert poll.entries
    assert (poll.state.etag, poll.state.body_sha256) == (None, None)
    assert poll.warnings
    assert desk.poll(reply(whole, 'ETag: "one"')).status is PollStatus.NEW


# ---------------------------------------------------------------- what is new


def test_entries_are_known_by_key_whatever_their_dates(desk):
    """Equal, absent, future and unsorted dates: nothing is lost and nothing repeated."""
    items = [item("a"), item("b"), item("c", None), item("d", timedelta(days=-9)), item("e", timedelta(days=2))]
    first = desk.poll(reply(feed(*items)))
    assert new_keys(first) == ["a", "b", "c", "d", "e"]
    second = desk.poll(reply(feed(item("f", None), *reversed(items), item("g", timedelta(days=40)))))
    assert new_keys(second, "abcde") == ["f", "g"]
    assert {entry.entry_key for entry in second.entries} == set("abcdefg")


def test_the_first_poll_is_a_baseline(desk):
    first = desk.poll(
        reply(feed(item("new"), item("old", timedelta(days=4)), item("undated", None))), after=timedelta(0)
    )
    assert [entry.origin for entry in first.entries] == [
        EntryOrigin.FRESH,
        EntryOrigin.FIRST_LOOK,
        EntryOrigin.FIRST_LOOK,
    ]
    second = desk.poll(reply(feed(item("undated later", None), item("new"))))
    assert second.entries[0].origin is EntryOrigin.FRESH


def test_a_feed_can_alert_at_once(lab, fetching, pool):
    desk = Desk(lab, fetching, pool, first_poll=FirstPoll.ALERT)
    first = desk.poll(reply(feed(item("old", timedelta(days=400)))))
    assert first.entries[0].origin is EntryOrigin.FRESH


def test_an_archive_told_again_is_a_replay(desk):
    desk.poll(reply(feed(item("a"))))
    archive = [item(f"old-{number}", timedelta(days=30 + number)) for number in range(15)]
    poll = desk.poll(reply(feed(item("b", timedelta(hours=-7)), *archive, item("a"))))
    origins = {entry.entry_key: entry.origin for entry in poll.entries}
    assert origins["b"] is EntryOrigin.FRESH
    assert {origins[f"old-{number}"] for number in range(15)} == {EntryOrigin.REPLAY}


def test_a_flood_is_five_times_the_usual(desk):
    for number in range(4):
        desk.poll(reply(feed(*(item(f"{number}-{one}", now=desk.now) for one in range(4)))))
    flood = desk.poll(reply(feed(*(item(f"flood-{one}", now=desk.now) for one in range(60)))))
    assert {entry.origin for entry in flood.entries} == {EntryOrigin.FLOOD}
    calm = desk.poll(reply(feed(*(item(f"calm-{one}", now=desk.now) for one in range(5)))))
    assert {entry.origin for entry in calm.entries} == {EntryOrigin.FRESH}


def test_more_than_the_cap_is_carried_over_and_never_dropped(desk):
    total = MAX_NEW_PER_POLL * 2 + 7
    body = reply(feed(*(item(f"e{number}", timedelta(days=9)) for number in range(total))), 'ETag: "one"')
    counts = []
    for _ in range(4):
        before = len(desk.stored)
        poll = desk.poll(body)
        counts.append(len(desk.stored) - before)
        assert {entry.origin for entry in poll.entries[: counts[-1]]} <= {EntryOrigin.FIRST_LOOK}
    assert counts == [MAX_NEW_PER_POLL, MAX_NEW_PER_POLL, 7, 0]
    assert desk.states["feed"].etag == b'"one"'


def test_without_a_memory_everything_is_handed_on(lab, fetching, pool):
    async def scenario():
        async with lab({"/feed": reply(feed(item("a")))}) as server, fetching() as fetcher:
            source = FeedSource("feed", server.url + "/feed")
            return await poll_feeds(fetcher, [source], {}, NOW, pool=pool)

    (poll,) = asyncio.run(scenario())
    assert new_keys(poll) == ["a"]


# ---------------------------------------------------------------- moved, gone, busy, broken


def test_a_permanent_redirect_is_adopted_after_repeated_sightings(desk):
    body = reply(feed(item("a")))
    moved = reply(b"", "Location: /moved", status="301 Moved Permanently")
    desk.answers = {"/feed": moved, "/moved": body}
    paths = []
    for _ in range(5):
        poll = desk.poll()
        paths.append([visit.path for visit in desk.visits])
    assert paths == [["/feed", "/moved"]] * 3 + [["/moved"]] * 2
    assert poll.state.moved_to.endswith("/moved")
    desk.answers = {"/feed": body}
    assert desk.poll().failure.cause == "http_status"
    assert desk.poll().failure is None  # asked at its old address again


def test_a_temporary_redirect_is_never_adopted(desk):
    desk.answers = {"/feed": reply(b"", "Location: /moved", status="302 Found"), "/moved": reply(feed(item("a")))}
    polls = [desk.poll() for _ in range(5)]
    assert polls[-1].state.moved_to is None


def test_a_gone_feed_is_paused_at_once(desk):
    poll = desk.poll(reply(status="410 Gone"))
    assert poll.state.paused.startswith("410 Gone")
    assert poll.failure.kind is FailureKind.PERMANENT
    source = FeedSource("feed", poll.state.url, every=timedelta(0))
    assert due_feeds([source], {"feed": poll.state}, NOW + timedelta(days=99), ignore_intervals=True) == ()


def test_retry_after_is_kept(desk):
    poll = desk.poll(reply(b"", "Retry-After: 7200", status="429 Too Many Requests"))
    assert poll.state.retry_after_at == desk.now + timedelta(hours=2)
    assert poll.failure.kind is FailureKind.TRANSIENT
    assert desk.poll(reply(feed(item("a")))).state.retry_after_at is None


def test_failures_are_counted_and_forgiven(desk):
    for status in ("500 Broken", "404 Not Found", "500 Broken"):
        poll = desk.poll(reply(status=status))
    assert (poll.state.failure_streak, poll.state.failure_points) == (3, 2.0)
    assert poll.state.last_failure.startswith("http_status")
    healed = desk.poll(reply(feed(item("a")))).state
    assert (healed.failure_streak, healed.failure_points, healed.last_failure) == (0, 1.0, None)


def test_a_first_refusal_is_asked_again(lab, fetching, pool):
    async def shy(visit):
        shy.asked = getattr(shy, "asked", 0) + 1
        await visit.send(reply(status="403 Forbidden") if shy.asked == 1 else reply(feed(item("a"))))

    assert Desk(lab, fetching, pool).poll(shy).failure is None


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (b"", "empty"),
        (feed(), "no_entries"),
        (b"<!doctype html><html><body>Hello</body></html>", "html"),
        (b"<html><head><title>Just a moment...</title></head></html>", "captcha"),
        (b"<rss><channel><item>", "no_entries"),
    ],
)
def test_a_body_without_entries_is_a_failure(desk, body, cause):
    poll = desk.poll(reply(body, 'ETag: "one"'))
    assert (poll.status, poll.failure.cause, poll.failure.stage) == (PollStatus.FAILED, cause, "feed")
    assert poll.state.etag is None


def test_a_feed_that_breaks_the_parser_costs_only_itself(lab, fetching):
    nested = b"<rss><channel><item><description>" + b"<b>" * 200_000 + b"</description></item></channel></rss>"

    async def scenario():
        with WorkerPool(2, wall_s=20.0, cpu_s=1.0) as workers:
            async with lab({"/bad": reply(nested), "/good": reply(feed(item("a")))}) as server, fetching() as fetcher:
                sources = [FeedSource(name, f"{server.url}/{name}") for name in ("bad", "good")]
                return await poll_feeds(fetcher, sources, {}, NOW, pool=workers)

    bad, good = asyncio.run(scenario())
    assert good.failure is None
    assert (bad.failure.stage, bad.failure.cause) == ("feed", "cpu")
    assert "parsed" in bad.failure.message


# ---------------------------------------------------------------- rhythm and outages


def test_what_the_feed_and_its_server_ask_for_is_remembered(desk):
    channel = "<ttl>60</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Monday</day></skipDays>"
    state = desk.poll(reply(feed(item("a"), channel=channel), "Cache-Control: max-age=7200")).state
    assert (state.wanted_gap, state.skip_hours, state.skip_days) == (timedelta(hours=2), 1 << 3, 1)
    assert state.next_due_at - desk.now >= timedelta(hours=2)
    assert desk.poll().state.wanted_gap == timedelta(hours=2)


def test_polls_of_one_host_keep_their_distance(lab, fetching, pool):
    async def scenario():
        answers = {f"/{number}": reply(feed(item("a"))) for number in range(3)}
        async with lab(answers) as server, fetching(per_host=1, spacing_s=0.2) as fetcher:
            sources = [FeedSource(f"feed-{number}", f"{server.url}/{number}") for number in range(3)]
            began = time.monotonic()
            polls = await poll_feeds(fetcher, sources, {}, NOW, pool=pool)
            return polls, time.monotonic() - began

    polls, took = asyncio.run(scenario())
    assert [poll.failure for poll in polls] == [None] * 3
    assert took >= 0.4


def outage(fetching, pool, urls, states=None):
    async def scenario():
        async with fetching(resolver=unresolving, timeout_s=0.5) as fetcher:
            sources = [FeedSource(f"feed-{number}", url) for number, url in enumerate(urls)]
            return await poll_feeds(fetcher, sources, states or {}, NOW, pool=pool)

    return asyncio.run(scenario())


def unresolving(host, port):
    raise OSError("no name server answers")


def test_when_nearly_everything_fails_it_is_the_network_here(fetching, pool):
    before = FeedState("feed-0", "https://site-0.example.org/", failure_streak=2, failure_points=1.5)
    urls = [f"https://site-{number}.example-{number}.org/" for number in range(9)]
    polls = outage(fetching, pool, urls, {"feed-0": replace(before, url=urls[0])})
    assert {poll.failure.cause for poll in polls} == {"network"}
    assert {poll.status for poll in polls} == {PollStatus.FAILED}
    assert (polls[0].state.failure_streak, polls[0].state.failure_points) == (2, 1.5)
    assert all(poll.state.failure_points == 0 for poll in polls[1:])
    assert all(poll.state.next_due_at - NOW < timedelta(minutes=17) for poll in polls)


def test_few_feeds_or_one_site_may_really_be_down(fetching, pool):
    few = outage(fetching, pool, [f"https://site.example-{number}.org/" for number in range(3)])
    one_site = outage(fetching, pool, [f"https://site-{number}.example.org/" for number in range(9)])
    assert {poll.failure.cause for poll in (*few, *one_site)} == {"dns"}
