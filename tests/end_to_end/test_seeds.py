"""The two seed documents as pages of a news site with a feed: every listed name is found, at its offsets, and nothing
alerts because of the teasers beside the articles.

The documents are read from `../shared/data/seeds`; without that folder these tests are skipped. The teasers come in
three forms: a section of cards, all their lines as bare paragraphs, and their headlines and texts as bare paragraphs.
`test_newsroom_hits.py` tests the same with invented articles.
"""

import asyncio
import html
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path

import pytest

from core.config import read_document
from core.records import Band, FeedEntry, FeedSource, MatchMethod, PendingEntry, ZoneKind
from extractors.article_reader import read_entries
from extractors.fetching.client import Fetcher
from extractors.fetching.policy import FetchPolicy
from extractors.pages.article import extract_article
from extractors.polling.cycle import poll_feeds
from extractors.worker_pool import WorkerPool
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from samples import builders
from tests.end_to_end.loopback import served

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

FIRST_ACTORS = {"zhenxing-wang", "kim-kwang-jin", "kang-tae-bok", "jong-pong-ju", "chang-nam-il"}
SECOND_ACTORS = FIRST_ACTORS | {"kejia-wang"}
SCHEMES = {
    "dprk-it-worker-fraud",
    "identity-theft-remote-jobs",
    "export-controlled-data-theft",
    "virtual-currency-theft",
}
SURFACES = {
    "first": {
        "zhenxing-wang": ["Zhenxing 'Danny' Wang"],
        "kim-kwang-jin": ["Kim Kwang-jin"],
        "kang-tae-bok": ["Kang Tae-bok"],
        "jong-pong-ju": ["Jong Pong-ju"],
        "chang-nam-il": ["Chang Nam-il"],
    },
    "second": {
        "zhenxing-wang": ["Zhenxing Wang"],
        "kejia-wang": ["Kejia “Tony” Wang"],
        "kim-kwang-jin": ["Kim Kwang Jin"],
        "kang-tae-bok": ["Kang Tae Bok"],
        "jong-pong-ju": ["Jong Pong Ju"],
        "chang-nam-il": ["Change Nam II"],
    },
}


@pytest.fixture(scope="module")
def first_seed(shared):
    """The first document: title, paragraphs of the article, and teasers as lists of lines."""
    lines, _, rest = next(shared.glob("data/seeds/000_*.txt")).read_text("utf-8").strip().partition("Hashtags")
    title, *body = [line for line in lines.splitlines() if line.strip()]
    related = rest.partition("Related Articles")[2].strip()
    teasers = [[line.removeprefix("- ") for line in block.splitlines()] for block in related.split("\n\n\n")]
    assert len(body) > 10
    assert len(teasers) >= 3
    return title, body, teasers


@pytest.fixture(scope="module")
def second_seed(shared):
    """The paragraphs of the second document, which has no title."""
    return next(shared.glob("data/seeds/002_*.txt")).read_text("utf-8").strip().splitlines()


@pytest.fixture(scope="module")
def matcher():
    return compile_watchlist(parse_watchlist([read_document(ROOT / "samples/config/watchlist.yaml")]))


def as_cards(teasers):
    cards = "".join(
        f'<article class="card"><h3><a href="/story/{number}">{html.escape(headline)}</a></h3>'
        f"<span>{html.escape(source)}</span> <time>{html.escape(age)}</time>{paragraphs(text)}</article>"
        for number, (source, age, _, headline, *text) in enumerate(teasers)
    )
    return f'<section class="related"><h2>Related Articles</h2><div class="cards">{cards}</div></section>'


def as_siblings(teasers):
    return paragraphs(line for teaser in teasers for line in teaser)


def as_headlines(teasers):
    return paragraphs(line for _, _, _, *headline_and_text in teasers for line in headline_and_text)


def paragraphs(lines):
    return "".join(f"<p>{html.escape(line, quote=False)}</p>\n" for line in lines)


def page_of(title, body, beside, *, inside):
    """A page with these teasers inside the article's element or after it."""
    heading = html.escape(title)
    article = paragraphs(body) + (beside if inside else "")
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{heading}</title></head><body>"
        '<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/tech">Tech</a></nav>'
        f"<main><article><h1>{heading}</h1>\n{article}</article>{'' if inside else beside}</main>"
        "<footer><p>All rights reserved. Terms. Privacy.</p></footer></body></html>"
    ).encode()


def read_page(title, body, beside, *, inside):
    """The article extracted from such a page."""
    page = builders.page("https://daily.example/stories/1", page_of(title, body, beside, inside=inside))
    return extract_article(page, FeedEntry("daily", "1", page.url, title, None, None, NOW, NOW))


def alerted(hits):
    return {hit.target_id for hit in hits if hit.band is Band.ALERT}


def check_offsets(article, hits):
    """Asserts that the offsets of every mention give its surface, in title or text."""
    for hit in hits:
        for mention in hit.mentions:
            field = article.title if mention.field == "title" else article.text
            assert field[mention.start : mention.end] == mention.surface


def check_surfaces(hits, surfaces):
    found = {hit.target_id: {mention.surface for mention in hit.mentions} for hit in hits}
    for target, expected in surfaces.items():
        assert set(expected) <= found[target], target


def core_of(article):
    return "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)


@pytest.fixture(params=[as_cards, as_siblings, as_headlines])
def read_beside(request):
    """Reads an article with teasers in one of the forms: cards after the article, or paragraphs at its end."""
    form = request.param
    return lambda title, body, teasers: read_page(title, body, form(teasers), inside=form is not as_cards)


def test_the_first_document_alerts_on_its_five_actors_and_the_schemes(matcher, first_seed, read_beside):
    title, body, teasers = first_seed
    article = read_beside(title, body, teasers)
    hits = matcher.match(article)
    assert alerted(hits) == FIRST_ACTORS | SCHEMES | {"laptop-farm"}
    check_offsets(article, hits)
    check_surfaces(hits, SURFACES["first"])


def test_the_second_document_alerts_on_its_six_actors_and_the_schemes(matcher, first_seed, second_seed, read_beside):
    article = read_beside("The ministry answers", second_seed, first_seed[2])
    hits = matcher.match(article)
    assert alerted(hits) == SECOND_ACTORS | SCHEMES
    check_offsets(article, hits)
    check_surfaces(hits, SURFACES["second"])


def test_a_shared_family_name_counts_for_both_people(matcher, second_seed):
    article = read_page("The ministry answers", second_seed, "", inside=True)
    kejia = next(hit for hit in matcher.match(article) if hit.target_id == "kejia-wang")
    shared = [mention for mention in kejia.mentions if mention.method == "coordinated"]
    assert [article.text[mention.start :].startswith("Kejia and Zhenxing Wang") for mention in shared] == [True]


def test_a_misread_spelling_is_not_an_exact_match(matcher, second_seed):
    article = read_page("The ministry answers", second_seed, "", inside=True)
    chang = next(hit for hit in matcher.match(article) if hit.target_id == "chang-nam-il")
    assert {mention.surface for mention in chang.mentions} == {"Change Nam II"}
    assert all(mention.method is not MatchMethod.EXACT for mention in chang.mentions)


def test_the_whole_article_is_core_text(first_seed, read_beside):
    title, body, teasers = first_seed
    core = core_of(read_beside(title, body, teasers))
    assert [paragraph for paragraph in body if paragraph not in core] == []


def test_no_core_mention_of_an_alert_is_in_a_teaser(matcher, first_seed, read_beside):
    title, body, teasers = first_seed
    article = read_beside(title, body, teasers)
    core = core_of(article)
    assert [headline for _, _, _, headline, *_ in teasers if headline in core] == []
    end = article.text.index(body[-1]) + len(body[-1])
    alerting = [mention for hit in matcher.match(article) if hit.band is Band.ALERT for mention in hit.mentions]
    core_mentions = [mention for mention in alerting if mention.field == "text" and mention.zone is ZoneKind.CORE]
    assert [mention.surface for mention in core_mentions if mention.end > end] == []


def test_the_documents_as_teasers_of_another_article_alert_nobody(matcher, first_seed, second_seed, read_beside):
    """The first teaser becomes the article, and the two documents become teasers beside it."""
    title, body, teasers = first_seed
    source, age, again, headline, *text = teasers[0]
    reply = "The ministry in Pyongyang answers the charges"
    swapped = [[source, age, again, title, " ".join(body)], [source, age, again, reply, " ".join(second_seed)]]
    article = read_beside(headline, text, [*swapped, *teasers[1:]])
    assert alerted(matcher.match(article)) == set()


def feed_of(titles):
    items = "".join(
        f"<item><title>{html.escape(title)}</title><link>/{key}</link></item>" for key, title in titles.items()
    )
    return f'<rss version="2.0"><channel><title>Daily</title>{items}</channel></rss>'.encode()


async def poll_and_read(address):
    """The articles of the site's feed by title, polled and fetched over HTTP."""
    source = FeedSource("daily", f"{address}/feed")
    policy = FetchPolicy(allow_networks=(ip_network("127.0.0.0/8"),), spacing_s=0)
    with WorkerPool(1) as pool:
        async with Fetcher(policy) as fetcher:
            (poll,) = await poll_feeds(fetcher, [source], {}, NOW, pool=pool)
            pending = [PendingEntry(entry) for entry in poll.entries]
            outcomes = await read_entries(
                fetcher, pending, sources={"daily": source}, host_memory={}, pool=pool, now=NOW
            )
    return {outcome.article.title: outcome.article for outcome in outcomes}


def test_both_documents_are_found_through_feed_and_network(matcher, first_seed, second_seed):
    title, body, teasers = first_seed
    pages = {
        "/first": page_of(title, body, as_cards(teasers), inside=False),
        "/second": page_of("The ministry answers", second_seed, as_siblings(teasers), inside=True),
        "/feed": feed_of({"first": title, "second": "The ministry answers"}),
    }
    with served(pages.get) as address:
        articles = asyncio.run(poll_and_read(address))
    assert alerted(matcher.match(articles[title])) == FIRST_ACTORS | SCHEMES | {"laptop-farm"}
    assert alerted(matcher.match(articles["The ministry answers"])) == SECOND_ACTORS | SCHEMES
