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


class FollowedFeed:
    """A feed over several polls, with the stored keys, the remembered state and the time."""

    def __init__(self, lab, fetching, pool, **source):
        self.lab, self.fetching, self.pool = lab, fetching, pool
        self.changes = source
        self.stored, self.states, self.now = set(), {}, NOW
        self.answers = {}

    def poll(self, answer=None, *, after=timedelta(hours=8), **options):
        """A poll that gets this answer (the last one again if None), some hours after the last poll."""
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
        """The state with the URLs of the new server: each poll has a server on another port."""
        moved = state.moved_to and server.url + "/" + state.moved_to.rpartition("/")[2]
        origin = state.validator_origin and server.url
        return replace(state, url=source.url, validator_origin=origin, moved_to=moved)

    def known(self, wanted):
        return {(feed_id, key) for feed_id, keys in wanted.items() for key in keys} & self.stored


@pytest.fixture
def followed(lab, fetching, pool):
    return FollowedFeed(lab, fetching, pool)


def new_keys(poll, before=()):
    return [entry.entry_key for entry in poll.entries if entry.entry_key not in before]


# ---------------------------------------------------------------- conditional requests


def test_validators_are_sent_and_a_304_is_unchanged(followed):
    first = followed.poll(reply(feed(item("a")), 'ETag: "one"', "Last-Modified: yesterday"))
    assert (first.status, first.http_status, first.failure) == (PollStatus.NEW, 200, None)
    second = followed.poll(reply(status="304 Not Modified"))
    assert (second.status, second.http_status, second.entries) == (PollStatus.UNCHANGED, 304, ())
    assert followed.visits[0].headers["if-none-match"] == '"one"'
    assert followed.visits[0].headers["if-modified-since"] == "yesterday"
    assert second.state.etag == b'"one"'


def test_once_a_day_a_feed_is_fetched_without_validators(followed):
    followed.poll(reply(feed(item("a")), 'ETag: "one"'))
    followed.poll(after=timedelta(hours=25))
    assert "if-none-match" not in followed.visits[0].headers
    followed.poll()
    assert "if-none-match" in followed.visits[0].headers


def test_the_same_body_with_another_etag_is_unchanged(followed):
    followed.poll(reply(feed(item("a")), 'ETag: "one"'))
    again = followed.poll(reply(feed(item("a")), 'ETag: "two"'))
    assert (again.status, again.http_status, again.entries) == (PollStatus.UNCHANGED, 200, ())


def test_an_etag_renewed_with_a_304_or_the_same_body_is_kept(followed):
    followed.poll(reply(feed(item("a")), 'ETag: "one"'))
    assert followed.poll(reply(b"", 'ETag: "two"', status="304 Not Modified")).state.etag == b'"two"'
    assert followed.poll(reply(feed(item("a")), 'ETag: "three"')).state.etag == b'"three"'


def test_204_means_nothing_new(followed):
    followed.poll(reply(feed(item("a")), 'ETag: "one"'))
    again = followed.poll(reply(status="204 No Content"))
    assert again.failure is None
    assert (again.status, again.failure, again.state.etag) == (PollStatus.UNCHANGED, None, b'"one"')


def sitemap(*names):
    urls = "".join(f"<url><loc>https://news.example.org/{name}</loc></url>" for name in names)
    return reply(f"<urlset>{urls}</urlset>".encode())


def index(lab_url, *names):
    links = "".join(f"<sitemap><loc>{lab_url}/{name}</loc></sitemap>" for name in names)
    return reply(f"<sitemapindex>{links}</sitemapindex>".encode())


def test_the_sitemaps_of_an_index_are_followed_at_each_poll(lab, fetching, pool):
    async def work():
        answers = {"/a.xml": sitemap("1", "2"), "/b.xml": reply(b"", status="500 Oops")}
        async with lab(answers) as server, fetching() as fetcher:
            answers["/feed"] = index(server.url, "a.xml", "b.xml")
            source = FeedSource("feed", server.url + "/feed")
            (first,) = await poll_feeds(fetcher, [source], {}, NOW, pool=pool)
            answers["/a.xml"] = sitemap("1", "2", "3")
            (second,) = await poll_feeds(fetcher, [source], {"feed": first.state}, NOW + timedelta(hours=1), pool=pool)
            answers["/a.xml"] = reply(b"", status="500 Oops")
            (third,) = await poll_feeds(fetcher, [source], {"feed": second.state}, NOW + timedelta(hours=2), pool=pool)
            return first, second, third

    first, second, third = asyncio.run(work())
    assert new_keys(first) == ["https://news.example.org/1", "https://news.example.org/2"]
    assert first.warnings == ("A sitemap of the index was not read: The server answered 500 Oops.",)
    assert new_keys(second, new_keys(first)) == ["https://news.example.org/3"]
    assert (third.status, third.failure.cause) == (PollStatus.FAILED, "http_status")


def test_a_changed_body_with_the_same_etag_is_parsed(followed):
    followed.poll(reply(feed(item("a")), 'ETag: "same"'))
    changed = followed.poll(reply(feed(item("b"), item("a")), 'ETag: "same"'))
    assert new_keys(changed)[:1] == ["b"]


def test_validators_of_another_origin_are_not_sent(followed):
    followed.poll(reply(feed(item("a")), 'ETag: "one"'))
    followed.states["feed"] = replace(followed.states["feed"], validator_origin=None)
    followed.poll()
    assert "if-none-match" not in followed.visits[0].headers


def test_a_truncated_feed_gives_its_entries_and_keeps_no_validators(followed):
    whole = feed(*(item(f"story-{number}") for number in range(9)))
    poll = followed.poll(reply(whole[:-200], 'ETag: "one"'))
    assert poll.entries
    assert (poll.state.etag, poll.state.body_sha256) == (None, None)
    assert poll.warnings
    assert followed.poll(reply(whole, 'ETag: "one"')).status is PollStatus.NEW


# ---------------------------------------------------------------- what is new


def test_entries_are_known_by_key_whatever_their_dates(followed):
    """Equal, missing, future and unsorted dates neither lose nor repeat an entry."""
    items = [item("a"), item("b"), item("c", None), item("d", timedelta(days=-9)), item("e", timedelta(days=2))]
    first = followed.poll(reply(feed(*items)))
    assert new_keys(first) == ["a", "b", "c", "d", "e"]
    second = followed.poll(reply(feed(item("f", None), *reversed(items), item("g", timedelta(days=40)))))
    assert new_keys(second, "abcde") == ["f", "g"]
    assert {entry.entry_key for entry in second.entries} == set("abcdefg")


def test_the_first_poll_is_a_baseline(followed):
    first = followed.poll(
        reply(feed(item("new"), item("old", timedelta(days=4)), item("undated", None))), after=timedelta(0)
    )
    assert [entry.origin for entry in first.entries] == [
        EntryOrigin.FRESH,
        EntryOrigin.FIRST_LOOK,
        EntryOrigin.FIRST_LOOK,
    ]
    second = followed.poll(reply(feed(item("undated later", None), item("new"))))
    assert second.entries[0].origin is EntryOrigin.FRESH


def test_a_feed_can_be_set_to_alert_from_its_first_poll(lab, fetching, pool):
    followed = FollowedFeed(lab, fetching, pool, first_poll=FirstPoll.ALERT)
    first = followed.poll(reply(feed(item("old", timedelta(days=400)))))
    assert first.entries[0].origin is EntryOrigin.FRESH


def test_a_replayed_archive_is_recognised(followed):
    followed.poll(reply(feed(item("a"))))
    archive = [item(f"old-{number}", timedelta(days=30 + number)) for number in range(15)]
    poll = followed.poll(reply(feed(item("b", timedelta(hours=-7)), *archive, item("a"))))
    origins = {entry.entry_key: entry.origin for entry in poll.entries}
    assert origins["b"] is EntryOrigin.FRESH
    assert {origins[f"old-{number}"] for number in range(15)} == {EntryOrigin.REPLAY}


def test_more_than_five_times_the_usual_number_is_a_flood(followed):
    for number in range(4):
        followed.poll(reply(feed(*(item(f"{number}-{one}", now=followed.now) for one in range(4)))))
    flood = followed.poll(reply(feed(*(item(f"flood-{one}", now=followed.now) for one in range(60)))))
    assert {entry.origin for entry in flood.entries} == {EntryOrigin.FLOOD}
    calm = followed.poll(reply(feed(*(item(f"calm-{one}", now=followed.now) for one in range(5)))))
    assert {entry.origin for entry in calm.entries} == {EntryOrigin.FRESH}


def test_entries_above_the_cap_are_deferred_and_never_dropped(followed):
    total = MAX_NEW_PER_POLL * 2 + 7
    body = reply(feed(*(item(f"e{number}", timedelta(days=9)) for number in range(total))), 'ETag: "one"')
    counts = []
    for _ in range(4):
        before = len(followed.stored)
        poll = followed.poll(body)
        counts.append(len(followed.stored) - before)
        assert {entry.origin for entry in poll.entries[: counts[-1]]} <= {EntryOrigin.FIRST_LOOK}
    assert counts == [MAX_NEW_PER_POLL, MAX_NEW_PER_POLL, 7, 0]
    assert followed.states["feed"].etag == b'"one"'


def test_without_stored_keys_all_entries_are_returned(lab, fetching, pool):
    async def scenario():
        async with lab({"/feed": reply(feed(item("a")))}) as server, fetching() as fetcher:
            source = FeedSource("feed", server.url + "/feed")
            return await poll_feeds(fetcher, [source], {}, NOW, pool=pool)

    (poll,) = asyncio.run(scenario())
    assert new_keys(poll) == ["a"]


# ---------------------------------------------------------------- moved, gone, busy, broken


def test_a_permanent_redirect_is_adopted_after_three_polls(followed):
    body = reply(feed(item("a")))
    moved = reply(b"", "Location: /moved", status="301 Moved Permanently")
    followed.answers = {"/feed": moved, "/moved": body}
    paths = []
    for _ in range(5):
        poll = followed.poll()
        paths.append([visit.path for visit in followed.visits])
    assert paths == [["/feed", "/moved"]] * 3 + [["/moved"]] * 2
    assert poll.state.moved_to.endswith("/moved")
    followed.answers = {"/feed": body}
    assert followed.poll().failure.cause == "http_status"
    assert followed.poll().failure is None  # fetched at its old URL again


def test_a_temporary_redirect_is_never_adopted(followed):
    followed.answers = {"/feed": reply(b"", "Location: /moved", status="302 Found"), "/moved": reply(feed(item("a")))}
    polls = [followed.poll() for _ in range(5)]
    assert polls[-1].state.moved_to is None


def test_a_gone_feed_is_paused_at_once(followed):
    poll = followed.poll(reply(status="410 Gone"))
    assert poll.state.paused.startswith("410 Gone")
    assert poll.failure.kind is FailureKind.PERMANENT
    source = FeedSource("feed", poll.state.url, every=timedelta(0))
    assert due_feeds([source], {"feed": poll.state}, NOW + timedelta(days=99), ignore_intervals=True) == ()


def test_retry_after_is_kept(followed):
    poll = followed.poll(reply(b"", "Retry-After: 7200", status="429 Too Many Requests"))
    assert poll.state.retry_after_at == followed.now + timedelta(hours=2)
    assert poll.failure.kind is FailureKind.TRANSIENT
    assert followed.poll(reply(feed(item("a")))).state.retry_after_at is None


def test_failure_points_add_up_and_a_success_halves_them(followed):
    for status in ("500 Broken", "404 Not Found", "500 Broken"):
        poll = followed.poll(reply(status=status))
    assert (poll.state.failure_streak, poll.state.failure_points) == (3, 2.0)
    assert poll.state.last_failure.startswith("http_status")
    healed = followed.poll(reply(feed(item("a")))).state
    assert (healed.failure_streak, healed.failure_points, healed.last_failure) == (0, 1.0, None)


@pytest.mark.parametrize(("contact", "advised"), [(None, True), ("desk@example.org", False)])
def test_the_advice_for_a_403_is_not_what_was_done_already(followed, contact, advised):
    failure = followed.poll(reply(status="403 Forbidden"), contact=contact).failure
    assert ("WATCHWORD_CONTACT" in failure.message) is advised


def test_a_403_is_requested_a_second_time(lab, fetching, pool):
    async def refuse_once(visit):
        refuse_once.asked = getattr(refuse_once, "asked", 0) + 1
        await visit.send(reply(status="403 Forbidden") if refuse_once.asked == 1 else reply(feed(item("a"))))

    assert FollowedFeed(lab, fetching, pool).poll(refuse_once).failure is None


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (b"", "empty"),
        (b"<!doctype html><html><body>Hello</body></html>", "html"),
        (b"<html><head><title>Just a moment...</title></head></html>", "captcha"),
        (b"<rss><channel><item>", "broken"),
    ],
)
def test_a_body_without_entries_is_a_failure(followed, body, cause):
    poll = followed.poll(reply(body, 'ETag: "one"'))
    assert (poll.status, poll.failure.cause, poll.failure.stage) == (PollStatus.FAILED, cause, "feed")
    assert poll.state.etag is None


def test_a_feed_that_exceeds_a_parser_limit_fails_alone(lab, fetching):
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


# ---------------------------------------------------------------- update schedules and outages


def test_the_schedule_that_feed_and_server_ask_for_is_remembered(followed):
    channel = "<ttl>60</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Monday</day></skipDays>"
    state = followed.poll(reply(feed(item("a"), channel=channel), "Cache-Control: max-age=7200")).state
    assert (state.wanted_gap, state.skip_hours, state.skip_days) == (timedelta(hours=2), 1 << 3, 1)
    assert state.next_due_at - followed.now >= timedelta(hours=2)
    assert followed.poll().state.wanted_gap == timedelta(hours=2)


def test_polls_of_one_host_are_spaced(lab, fetching, pool):
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
        async with fetching(resolver=unresolving) as fetcher:
            sources = [FeedSource(f"feed-{number}", url) for number, url in enumerate(urls)]
            return await poll_feeds(fetcher, sources, states or {}, NOW, pool=pool)

    return asyncio.run(scenario())


def unresolving(host, port):
    raise OSError("no name server answers")


def test_when_almost_no_feed_is_reached_it_is_a_network_outage(fetching, pool):
    before = FeedState("feed-0", "https://site-0.example.org/", failure_streak=2, failure_points=1.5)
    urls = [f"https://site-{number}.example-{number}.org/" for number in range(9)]
    polls = outage(fetching, pool, urls, {"feed-0": replace(before, url=urls[0])})
    assert {poll.failure.cause for poll in polls} == {"network"}
    assert {poll.status for poll in polls} == {PollStatus.FAILED}
    assert (polls[0].state.failure_streak, polls[0].state.failure_points) == (2, 1.5)
    assert all(poll.state.failure_points == 0 for poll in polls[1:])
    assert all(poll.state.next_due_at - NOW < timedelta(minutes=17) for poll in polls)


def test_a_few_feeds_or_one_site_are_no_network_outage(fetching, pool):
    few = outage(fetching, pool, [f"https://site.example-{number}.org/" for number in range(3)])
    one_site = outage(fetching, pool, [f"https://site-{number}.example.org/" for number in range(9)])
    assert {poll.failure.cause for poll in (*few, *one_site)} == {"dns"}


def test_the_feeds_name_is_that_of_the_outlet_for_its_own_site_only(lab, fetching, pool):
    items = (
        "<item><title>a</title><link>/a</link></item>",
        "<item><title>b</title><link>https://b.example/</link></item>",
    )
    own, other = FollowedFeed(lab, fetching, pool).poll(reply(feed(*items))).entries
    assert (own.publisher, other.publisher) == ("T", None)
    named = FollowedFeed(lab, fetching, pool, title="The Harbour Times").poll(reply(feed(*items))).entries
    assert named[0].publisher == "The Harbour Times"
