"""No page and no feed becomes an official source, or another outlet, by what it says of itself."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest

from alerts.composing.notification_history import is_primary
from core.records import FeedEntry, PendingEntry
from core.settings import Settings
from extractors.article_reader import read_entries
from extractors.fetching.client import Fetcher
from extractors.fetching.policy import FetchPolicy
from extractors.worker_pool import WorkerPool
from flows.dispatcher import Dispatcher
from flows.run_config import load_run_config
from flows.stories import update_stories
from matching.engine import compile_watchlist
from samples import builders
from storage.store import Store
from tests.local_site import LocalSite, Reply

NOW = datetime.now(UTC)
NAME = "Ministry of Justice of the United Harbours"
SENTENCE = "Kim Kwang Jin was charged on Monday over the wall of the harbour, which two storms have hollowed out. "
BODY = f"<article><h1>Charges over a wall</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p></article>"
CLAIMS = {
    "canonical": "<link rel=canonical href='{official}/charges'>",
    "address": "<meta property=og:url content='{official}/charges'>",
    "name": f"<meta property=og:site_name content='{NAME}'><meta name=application-name content='{NAME}'>",
    "publisher": '<script type="application/ld+json">{{"@type":"NewsArticle","url":"{official}/charges",'
    f'"publisher":{{{{"@type":"Organization","name":"{NAME}","url":"{{official}}"}}}}}}}}</script>',
    "amp": "<link rel=amphtml href='{official}/charges'>",
    "refresh": "<meta http-equiv=refresh content='0;url={official}/charges'>",
    "base": "<base href='{official}/'>",
}


@pytest.fixture
def outlets():
    """An official source at 127.0.0.1; an outlet at 127.0.0.66 whose pages claim to be it."""

    def answer(request):
        is_hostile = request.headers["Host"].startswith("127.0.0.66")
        claims = CLAIMS.get(request.path.strip("/"), "").format(official=request.base) if is_hostile else ""
        if is_hostile and request.path == "/redirect":
            return Reply(status=302, headers={"Location": f"{request.base}/charges"})
        page = f"<html><head>{claims}</head><body>{BODY}</body></html>"
        return Reply(page, 404 if request.path == "/robots.txt" else 200)

    with LocalSite(answer, "0.0.0.0") as site:
        yield site.port


@pytest.fixture
def watch(tmp_path, outlets):
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text(
        f"feeds:\n  - {{id: ministry, url: 'http://127.0.0.1:{outlets}/feed', tags: [primary]}}\n"
        f"  - {{id: imitator, url: 'http://127.0.0.66:{outlets}/feed', title: '{NAME}'}}\n"
    )
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: kim, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org], timezone: UTC}]\n")
    settings = Settings(data_dir=tmp_path / "data", config_dir=config)
    store = Store(settings.paths)
    store.prepare()
    return Dispatcher(store, load_run_config(settings))


def read_one(watch, feed_id, url, **changes):
    """Reads, matches and stores one entry; returns its finding."""
    entry = replace(FeedEntry(feed_id, url, url, None, None, None, NOW, NOW), **changes)
    policy = FetchPolicy(allow_networks=(ip_network("127.0.0.0/8"),), spacing_s=0)
    sources = {one.feed_id: one for one in watch.config.sources}

    async def read():
        with WorkerPool(1) as pool:
            async with Fetcher(policy) as fetcher:
                return await read_entries(
                    fetcher, [PendingEntry(entry)], sources=sources, host_memory={}, pool=pool, now=NOW
                )

    (outcome,) = asyncio.run(read())
    store, matcher = watch.store, compile_watchlist(watch.config.watchlist)
    store.feeds.sync(watch.config.sources)
    store.watchlists.save(watch.config.watchlist.version, watch.config.watchlist.targets, NOW)
    store.feeds.save_polls("run", [builders.poll(entry, feed_id=feed_id, at=NOW)])
    store.articles.save("run", [replace(outcome, hits=matcher.match(outcome.article))], NOW)
    assert update_stories(store, watch.config.watchlist.targets, NOW) == ()
    return next(
        one
        for one in store.findings.between(NOW.min.replace(tzinfo=UTC), NOW.max.replace(tzinfo=UTC))
        if one.article.article_id == outcome.article.article_id
    )


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_page_that_claims_to_be_the_official_source_is_shown_as_its_own_site(watch, outlets, claim):
    finding = read_one(watch, "imitator", f"http://127.0.0.66:{outlets}/{claim}")
    assert not is_primary(finding)
    digest = watch.preview(NOW + timedelta(seconds=1))
    assert "official source" not in digest
    assert digest.count(NAME) == digest.count(f"{NAME} (127.0.0.66:{outlets})"), "a name, but never without the host"
    if claim not in ("amp", "refresh"):  # those lead to a page of the other site, whose text it is
        assert finding.article.site == f"127.0.0.66:{outlets}"
        assert f"127.0.0.66:{outlets}" in digest


def test_a_page_behind_a_strangers_redirect_is_its_sites_and_official_only_if_its_feed_says_so(watch, outlets):
    official = f"http://127.0.0.1:{outlets}/charges"
    finding = read_one(watch, "imitator", f"http://127.0.0.66:{outlets}/redirect")
    assert (finding.article.site, is_primary(finding)) == (f"127.0.0.1:{outlets}", False)
    assert is_primary(read_one(watch, "ministry", official))
    assert "official source" in watch.preview(NOW + timedelta(seconds=1))


def test_a_feed_that_lists_an_official_page_with_words_of_its_own_is_not_official(watch, outlets):
    official = f"http://127.0.0.1:{outlets}/charges"
    assert is_primary(read_one(watch, "ministry", official))
    words = "Kim Kwang Jin has confessed to everything, the ministry says. " * 5
    finding = read_one(watch, "imitator", official, title="Kim Kwang Jin confesses", content=words)
    stored = watch.store.articles.find(official)
    assert "confess" not in f"{stored.title} {stored.text}"
    if "confess" in finding.article.text:
        assert (finding.article.site, is_primary(finding)) == (f"127.0.0.66:{outlets}", False)
