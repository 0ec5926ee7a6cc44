"""A feed of fifty thousand entries costs its own poll some seconds and takes no more than its share."""

import asyncio
import time
from datetime import UTC, datetime
from ipaddress import ip_network

import pytest

from core.records import FeedSource, PollStatus
from extractors.fetching.client import Fetcher
from extractors.fetching.policy import FetchPolicy
from extractors.polling.cycle import poll_feeds
from extractors.polling.new_entries import MAX_NEW_PER_POLL
from extractors.worker_pool import WorkerPool
from tests.local_site import LocalSite, Reply

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MANY = 50_000


def flood(kind: str) -> bytes:
    if kind == "sitemap":
        places = "".join(f"<url><loc>https://x.example/{number}</loc></url>" for number in range(MANY))
        return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{places}</urlset>".encode()
    items = ",".join(f'{{"id":"{number}","url":"https://x.example/{number}"}}' for number in range(MANY))
    return f'{{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{items}]}}'.encode()


@pytest.fixture
def outlet():
    bodies = {f"/{kind}": flood(kind) for kind in ("sitemap", "json")}
    bodies["/million"] = b"<rss version='2.0'><channel>" + b"<item><guid>1</guid></item>" * 1_000_000
    honest = (
        b"<rss version='2.0'><channel><title>x</title><item><guid>1</guid><title>Wall</title></item></channel></rss>"
    )

    with LocalSite(lambda request: Reply(bodies.get(request.path, honest))) as site:
        yield site.base


def test_a_flood_is_taken_in_parts_and_the_other_feed_is_read(outlet):
    sources = [FeedSource(name, f"{outlet}/{name}") for name in ("sitemap", "json", "honest")]
    policy = FetchPolicy(allow_networks=(ip_network("127.0.0.0/8"),), per_host=None)

    async def ask():
        with WorkerPool(2) as pool:
            async with Fetcher(policy) as fetcher:
                return await poll_feeds(fetcher, sources, {}, NOW, known=lambda _: (), pool=pool)

    begun = time.process_time()
    polls = asyncio.run(ask())
    assert time.process_time() - begun < 20, "in our own process; the parsers have limits of their own"
    assert polls[-1].status is PollStatus.NEW
    assert len(polls[-1].entries) == 1
    for one in polls[:-1]:
        if one.status is PollStatus.FAILED:
            assert one.failure.cause in ("cpu", "timeout", "memory"), one.failure
        else:
            assert len(one.entries) == MAX_NEW_PER_POLL
            assert any("taken by the next polls" in warning for warning in one.warnings)


def test_a_feed_of_a_million_entries_is_too_large_and_said(outlet):
    policy = FetchPolicy(allow_networks=(ip_network("127.0.0.0/8"),), per_host=None)

    async def ask():
        with WorkerPool(1) as pool:
            async with Fetcher(policy) as fetcher:
                source = FeedSource("million", f"{outlet}/million")
                return await poll_feeds(fetcher, [source], {}, NOW, known=lambda _: (), pool=pool)

    (poll,) = asyncio.run(ask())
    assert (poll.status, poll.failure.cause) == (PollStatus.FAILED, "too_large")
    assert "20 MiB" in poll.failure.message or "20971520" in poll.failure.message.replace(",", "")
