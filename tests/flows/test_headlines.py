"""A headline is told at once, though its page cannot be read; the page replaces it later and nothing is told twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from core.config import parse_document
from core.records import FeedSource, Quality, TextField
from core.settings import Settings
from extractors.fetching.policy import FetchPolicy
from flows.extraction_pool import worker_pool
from flows.reading_feeds import save_polls
from flows.workers.received_lists import keep
from flows.workers.work import Batch, Shard, ask_shard, read_batch
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from storage.store import Store
from tests.local_site import NOT_FOUND, RSS, LocalSite, Reply

WATCHLIST = "version: 1\nactors:\n  - {id: kantou, name: Velmar Odris Kantou}\n"
FEED = """<rss version="2.0"><channel><title>Desk</title>
<item><title>Velmar Odris Kantou charged in the district</title><link>{base}/story</link>
<guid>{base}/story</guid></item>
<item><title>Velmar Odris Kantou named again</title></item></channel></rss>"""
SENTENCE = "The court of the district heard the case for two days and will come back to it in the spring of next year. "
PAGE = f"""<html><head><title>Velmar Odris Kantou charged</title></head><body><article>
<h1>Velmar Odris Kantou charged in the district</h1><p>{SENTENCE * 3}</p>
<p>Velmar Odris Kantou was charged on Monday. {SENTENCE * 3}</p></article></body></html>"""


@pytest.fixture
def desk():
    """A feed of two headlines; the page of the first is there once `pages` says so."""
    pages = {}

    def answer(request):
        if request.path == "/feed":
            return Reply(FEED.format(base=request.base), kind=RSS)
        return Reply(pages[request.path]) if request.path in pages else NOT_FOUND

    with LocalSite(answer) as site:
        yield SimpleNamespace(pages=pages, base=site.base)
    worker_pool().close()


def test_a_headline_is_news_once_and_its_page_replaces_it(desk, tmp_path):
    networks = {"allow_networks": "127.0.0.0/8", "host_spacing_s": 0}
    settings = Settings(data_dir=tmp_path, **networks)
    store, now = Store(settings.paths), datetime.now(UTC)
    store.prepare()
    source = FeedSource("desk", f"{desk.base}/feed")
    policy = FetchPolicy.from_settings(settings)
    keep("list", compile_watchlist(parse_watchlist([parse_document(WATCHLIST, "watchlist.yaml")])))

    def read(at):
        batch = Batch(store.feeds.pending(10, at), {"desk": source}, {}, policy, "list")
        return store.articles.save("run", batch.outcomes(read_batch(batch)), at)

    shard = Shard((source,), {}, policy)
    save_polls.fn(store, "run", shard, ask_shard(shard))
    first = read(datetime.now(UTC))
    assert [failure.cause for failure in first.failures] == ["http_status"]
    assert [hit.mentions[0].field for hit in first.new_hits] == [TextField.TITLE] * 2

    desk.pages["/story"] = PAGE
    second = read(now + timedelta(hours=1))
    assert (second.new_articles, second.new_versions, second.new_hits, second.closed_hits) == (0, 1, (), ())
    assert store.articles.find(f"{desk.base}/story").quality is Quality.FULL
    assert store.feeds.pending(10, now + timedelta(days=30)) == ()
    assert len(store.findings.between(now, now + timedelta(days=1))) == 2
