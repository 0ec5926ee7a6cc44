"""The newsroom proves the case without anything outside the repository: each page leads to what a careful reader
would take from it, in both cycles, and to nothing else.
"""

import hashlib
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from core.config import read_document
from core.records import Band, FeedEntry, FetchedPage, Quality, ZoneKind
from extractors.pages.article import extract_article
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from samples.newsroom.articles import read_articles
from samples.newsroom.expected import complaints, read_expected
from samples.newsroom.publishers import PUBLISHERS
from samples.newsroom.server import Newsroom

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
EXPECTED = read_expected()
READ = [key for key, expected in EXPECTED.items() if expected.unread is None]
WHOLE = [key for key in READ if EXPECTED[key].quality is Quality.FULL]


@pytest.fixture(scope="module")
def newsroom():
    with Newsroom(START) as running:
        yield running


@pytest.fixture(scope="module")
def matcher():
    return compile_watchlist(parse_watchlist([read_document(ROOT / "samples/config/watchlist.yaml")]))


@pytest.fixture(scope="module")
def read(newsroom):
    """The article behind a key, as it is extracted without any memory of its site."""
    return cache(lambda key: extract_article(*fetched(newsroom, key)))


def fetched(newsroom, key):
    article = newsroom.edition.articles[key]
    publisher = PUBLISHERS[article.publisher]
    answer = newsroom.answer(publisher, publisher.path_of(article))
    url, headers = newsroom.edition.url(article), (("content-type", answer.content_type),)
    published = newsroom.edition.published(article)
    page = FetchedPage(url, url, 200, headers, answer.body, START, hashlib.sha256(answer.body).hexdigest())
    return page, FeedEntry(article.feed, key, url, article.headline, article.summary, None, published, START)


def words(text):
    return " ".join(re.findall(r"\w+", text))


def paragraphs_of(key):
    return read_articles()[key].paragraphs(1)


def core_of(article):
    return words(" ".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE))


@pytest.mark.parametrize("key", READ)
def test_the_first_cycle_tells_what_a_careful_reader_would(read, matcher, key):
    article = read(key)
    assert [*complaints(EXPECTED[key], 1, article.quality, matcher.match(article))] == []


def test_the_second_cycle_tells_one_name_more(newsroom, read, matcher):
    key = "courier/how-shell-companies-fed-the-scheme"
    with Newsroom(START) as later:
        later.advance()
        article = extract_article(*fetched(later, key))
    assert [*complaints(EXPECTED[key], 2, article.quality, matcher.match(article))] == []
    assert article.content_hash != read(key).content_hash


def test_mentions_stand_where_they_say(read, matcher):
    for key in READ:
        article = read(key)
        for hit in matcher.match(article):
            for mention in hit.mentions:
                field = article.title if mention.field == "title" else article.text
                assert field[mention.start : mention.end] == mention.surface


@pytest.mark.parametrize("key", WHOLE)
def test_the_whole_article_is_read(read, key):
    text = words(read(key).text)
    assert [paragraph for paragraph in paragraphs_of(key) if words(paragraph) not in text] == []


def test_nearly_all_of_the_articles_may_alert(read):
    """Zones are a judgement: a paragraph in twenty may be taken for something else, a name in it is then `review`."""
    certain = [
        words(paragraph) in core for key in WHOLE for core in [core_of(read(key))] for paragraph in paragraphs_of(key)
    ]
    assert sum(certain) >= 0.95 * len(certain)


@pytest.mark.parametrize("key", WHOLE)
def test_what_stands_beside_an_article_is_not_taken_for_it(read, key):
    articles = read_articles()
    core = core_of(read(key))
    beside = [articles[other] for other in articles[key].cards + articles[key].plain]
    assert [other.headline for other in beside if words(other.headline) in core] == []
    assert [comment for comment in articles[key].comments if words(comment) in core] == []


@pytest.mark.parametrize("key", WHOLE)
def test_title_date_and_language_are_the_publishers(newsroom, read, key):
    article, written = read(key), newsroom.edition.articles[key]
    assert article.title == written.headline
    assert article.language == written.language
    assert (article.published and article.published.at) == newsroom.edition.published(written)


def test_a_namesake_says_why_it_was_not_reported(read, matcher):
    hits = {hit.target_id: hit for hit in matcher.match(read("nuri/night-bus-member"))}
    politician = hits["kim-kwang-jin"]
    assert politician.band is Band.SUPPRESSED
    assert "assemblyman" in " ".join(str(reason) for reason in politician.reasons).lower()
