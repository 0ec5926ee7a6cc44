"""The sample newsroom itself: four sites, feeds of every kind, hard cases for matching and extraction, one update."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from core.config import parse_document, read_document
from core.records import Band, Quality, ZoneKind
from matching.watchlist.loading import parse_watchlist
from samples import builders
from samples.newsroom.article_files import parse_age, parse_article, read_articles
from samples.newsroom.expected import Expected, differences, read_expected
from samples.newsroom.publishers import FEEDS, PUBLISHERS
from samples.newsroom.server import Newsroom

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict
    text: str


@pytest.fixture
def newsroom():
    with Newsroom(START) as running:
        yield running


def get(url, **headers):
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return Reply(answer.status, dict(answer.headers), answer.read().decode())
    except urllib.error.HTTPError as answer:
        with answer:
            return Reply(answer.code, dict(answer.headers), answer.read().decode())


def pages(newsroom):
    return {key: get(newsroom.edition.url(article)).text for key, article in newsroom.edition.articles.items()}


def quick_feeds(newsroom):
    slow = {feed.feed_id for feed in FEEDS if feed.delay_s}
    return {name: get(url).text for name, url in newsroom.feeds.items() if name not in slow}


def test_four_sites_have_an_address_each(newsroom):
    assert set(newsroom.sites) == set(PUBLISHERS)
    assert len(set(newsroom.sites.values())) == 4


@pytest.mark.parametrize(
    ("feed", "items"),
    [
        ("courier-world", "{http://www.w3.org/2005/Atom}entry"),
        ("courier-local", "channel/item"),
        ("ledger", "channel/item"),
        ("nuri", "{http://www.sitemaps.org/schemas/sitemap/0.9}url"),
        ("nuri-english", "{http://purl.org/rss/1.0/}item"),
    ],
)
def test_xml_feeds_carry_their_articles(newsroom, feed, items):
    carried = [article for article in newsroom.edition.articles.values() if article.feed == feed]
    root = ET.fromstring(get(newsroom.feeds[feed]).text)
    assert len(root.findall(items)) == len(carried) >= 3


def test_the_json_feed_carries_its_articles_and_no_date_where_there_is_none(newsroom):
    feed = json.loads(get(newsroom.feeds["meridian"]).text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    undated = [item["id"] for item in feed["items"] if "date_published" not in item]
    assert undated == ["meridian/wanted-notice"]


def test_every_article_is_in_a_feed_and_at_its_address(newsroom):
    feeds = "".join(get(url).text for url in newsroom.feeds.values())
    for key, article in newsroom.edition.articles.items():
        url = newsroom.edition.url(article)
        assert url in feeds, key
        assert get(url).status == article.status
        assert get(f"{url}{'&' if '?' in url else '?'}utm_source=rss").status == article.status


def test_one_feed_fails_one_is_a_page_and_one_is_slow(newsroom):
    assert get(newsroom.feeds["courier-business"]).status == 500
    assert get(newsroom.feeds["ledger-video"]).text.startswith("<!doctype html>")
    started = time.monotonic()
    assert get(newsroom.feeds["courier-local"]).status == 200
    assert time.monotonic() - started >= 2


@pytest.mark.parametrize("address", ["/feed/", "/oat-milk-margins/"])
def test_a_current_copy_is_not_sent_again(newsroom, address):
    url = newsroom.sites["ledger"] + address
    got = get(url)
    assert get(url, If_None_Match=got.headers["ETag"]).status == 304
    assert get(url, If_Modified_Since=got.headers["Last-Modified"]).status == 304
    assert get(url, If_None_Match='"another"', If_Modified_Since=got.headers["Last-Modified"]).status == 200


def test_advancing_changes_one_article_and_its_feed(newsroom):
    before, feeds_before = pages(newsroom), quick_feeds(newsroom)
    newsroom.advance()
    after, feeds_after = pages(newsroom), quick_feeds(newsroom)
    changed = [key for key in before if before[key] != after[key]]
    assert changed == ["courier/how-shell-companies-fed-the-scheme"]
    assert [name for name in feeds_before if feeds_before[name] != feeds_after[name]] == ["courier-world"]
    assert "Kejia Wang" not in before[changed[0]]
    assert "Kejia Wang" in after[changed[0]]


def test_pages_state_their_dates_with_the_offset_of_their_publisher(newsroom):
    page = get(newsroom.sites["ledger"] + "/oat-milk-margins/").text
    assert (START - timedelta(hours=13)).strftime("%Y-%m-%d") in page
    assert "-05:00" in page
    assert "2026-" not in get(newsroom.sites["meridian"] + "/article/wanted-notice.html").text


def test_the_pages_contain_every_hard_case(newsroom):
    whole = " ".join(pages(newsroom).values())
    spellings = ("Kim Kwang Jin", "Kim Kwang-jin", "‘Danny’", "“Tony”", "Kejia and Zhenxing Wang", "Wang, Zhenxing")
    rare = ("Change Nam II", "Jong Pongju", "Kwang&#8209;jin", "KANG TAE BOK", "김광진", "Kim Kwang-il", "정봉주 의장")
    chrome = ("cookie-banner", "author-box", "newsletter-box", "breadcrumbs", "share-bar", "jp-relatedposts")
    formats = ("application/ld+json", '"articleBody"', 'itemprop="articleBody"', "og:title", "WordPress", 'lang="ko"')
    for case in spellings + rare + chrome + formats:
        assert case in whole, case


def test_articles_have_teasers_as_cards_and_as_bare_paragraphs(newsroom):
    articles = newsroom.edition.articles
    carded = [article for article in articles.values() if article.cards]
    bare = [article for article in articles.values() if article.plain]
    assert len(carded) >= 10
    assert len(bare) >= 4
    page = get(newsroom.edition.url(articles["courier/council-budget"])).text
    teaser = articles["courier/four-charged-over-missing-tokens"]
    assert f"<p>{teaser.headline}</p>\n      <p>{teaser.summary}</p>" in page
    assert teaser.headline not in "".join(articles["courier/council-budget"].paragraphs(1))


def test_a_wire_story_is_copied_by_three_publishers_with_small_edits():
    articles = read_articles()
    original = set(articles["meridian/shell-companies-and-salaries"].paragraphs(1))
    for key in ("courier/two-men-accused-of-fronting", "ledger/fronting-for-programmers", "nuri/two-men-accused"):
        copied = articles[key].paragraphs(1)
        assert len(original & set(copied)) >= 2
        assert set(copied) != original


def test_expected_results_cover_every_article_and_target_of_the_sample_watchlist():
    watchlist = parse_watchlist([read_document(ROOT / "samples/config/watchlist.yaml")])
    targets = {target.target_id for target in watchlist.targets}
    expected = read_expected()
    assert set(expected) == set(read_articles())
    assert {target for one in expected.values() for hits in one.hits for target in hits} == targets


def test_the_feeds_file_names_every_feed_at_its_served_address(newsroom):
    feeds = parse_document(newsroom.feeds_yaml(), "feeds.yaml").data["feeds"]
    assert {feed["id"]: feed["url"] for feed in feeds} == newsroom.feeds
    assert len(feeds) == len(FEEDS)


def test_the_server_runs_as_a_program_controlled_by_its_input():
    program = subprocess.Popen(
        [sys.executable, str(ROOT / "samples/newsroom/server.py"), "--start", START.isoformat()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    said = json.loads(program.stdout.readline())
    assert get(said["sites"]["courier"] + "/feeds/world.atom").status == 200
    program.stdin.write("advance\n")
    program.stdin.flush()
    assert json.loads(program.stdout.readline()) == {"cycle": 2}
    program.communicate(timeout=10)
    assert program.returncode == 0


@pytest.mark.parametrize("text", ["no front matter", "---\nheadline: x\n---\n"])
def test_a_file_without_article_fields_is_refused(text):
    with pytest.raises((ValueError, TypeError)):
        parse_article("courier/broken", text)


def test_a_text_that_is_not_an_age_is_refused():
    assert parse_age("40m") == timedelta(minutes=40)
    with pytest.raises(ValueError, match="not an age"):
        parse_age("soon")


def hit(target, band, zone):
    article = builders.article("Wang was named.")
    return builders.hit(article, target, builders.mention(article.text, "Wang", zone=zone), band=band)


@pytest.mark.parametrize(
    ("hits", "said"),
    [
        ([hit("kejia-wang", Band.ALERT, ZoneKind.CORE)], []),
        ([hit("kejia-wang", Band.REVIEW, ZoneKind.CORE)], ["kejia-wang: review, not alert"]),
        ([], ["kejia-wang: not found, not alert"]),
    ],
)
def test_differences_from_the_expected_hits_are_listed(hits, said):
    expected = Expected(({"kejia-wang": Band.ALERT}, {}))
    assert [*differences(expected, 1, Quality.FULL, hits)] == said


def test_an_unexpected_hit_may_reach_review_only_outside_core_text():
    nothing = Expected(({}, {}))
    assert [*differences(nothing, 1, Quality.FULL, [hit("x", Band.REVIEW, ZoneKind.DOUBTFUL)])] == []
    assert len([*differences(nothing, 1, Quality.FULL, [hit("x", Band.REVIEW, ZoneKind.CORE)])]) == 1
    assert len([*differences(nothing, 1, Quality.FULL, [hit("x", Band.ALERT, ZoneKind.DOUBTFUL)])]) == 1
    assert [*differences(nothing, 1, Quality.CONSENT, [])] == ["is consent, not full"]
