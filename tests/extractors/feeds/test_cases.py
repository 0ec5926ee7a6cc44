"""The feeds of `../shared/data/feeds/cases`, one test each: what is right stands in the README beside them.

They are samples of kinds; the kinds themselves are tested in the other files, with feeds of our own making.
"""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest

from core.config import parse_document
from core.records import FeedSource, FeedState, PendingEntry, PollStatus, TextField
from extractors.article_reader import read_entries
from extractors.feeds.parsing import parse_feed
from extractors.polling.cycle import poll_feeds
from extractors.worker_pool import WorkerPool
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from tests.extractors.conftest import reply

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
HOME = "https://news.example.org/feed.xml"
WATCHLIST = """
version: 1
actors:
  - {id: kantou, name: Velmar Odris Kantou}
  - {id: hong, name: Hong Gil-seop, romanisation: korean, native: ["홍길섭"]}
"""
GENERAL_PAGE = (
    b"<html><head><title>Notices of the office</title></head><body><article><h1>Notices of the office</h1>"
    + b"<p>The office publishes the notices of the day on this page, and keeps them for as long as the law asks.</p>"
    * 6
    + b"</article></body></html>"
)


@pytest.fixture
def case(shared):
    """The bytes of the case whose name starts with this number."""

    def read(number: int) -> bytes:
        (path,) = (shared / "data/feeds/cases").glob(f"{number:02}-*.xml")
        return path.read_bytes()

    return read


@pytest.fixture
def parsed(case):
    def parse(number: int, **changes):
        return parse_feed(case(number), **({"feed_id": "feed", "url": HOME, "seen_at": NOW} | changes))

    return parse


def titles(document):
    return [entry.title for entry in document.entries]


def urls(document):
    return [entry.url for entry in document.entries]


# ---------------------------------------------------------------- encodings


def test_01_one_bad_byte(parsed):
    document = parsed(1)
    assert titles(document)[:2] == ["김광진 기소", "Олег Тарасенков обвинён"]
    assert titles(document)[2].startswith("Street caf\ufffd op")
    assert document.warnings


def test_02_utf8_said_to_be_windows_1252(parsed):
    assert titles(parsed(2)) == ["Élodie Müller — 20 €"]
    assert titles(parsed(2, content_type="text/xml; charset=windows-1252")) == ["Élodie Müller — 20 €"]


def test_03_euc_kr_with_cp949(parsed):
    assert titles(parsed(3)) == ["김광진 기소", "똠양꿍 식당"]


def test_04_shift_jis_with_cp932(parsed):
    assert titles(parsed(4)) == ["金光進を起訴", "第①回"]


def test_05_euc_kr_unsaid(parsed):
    assert titles(parsed(5)) == ["김광진 기소", "검찰은 북한 정보기술 노동자를 기소했다고 발표했다"]


# ---------------------------------------------------------------- identity


@pytest.mark.parametrize("number", [10, 11, 12])
def test_10_to_12_different_items_are_different_entries(parsed, number):
    document = parsed(number)
    assert titles(document) == ["Notice 1", "Notice 2", "Notice 3"]
    assert len({entry.entry_key for entry in document.entries}) == 3


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize("number", [20, 21, 22])
def test_20_to_22_dates(parsed, number):
    wrong = []
    for entry in parsed(number).entries:
        is_right = entry.published and entry.published.strftime("%Y-%m-%dT%H:%M:%S").startswith(entry.title)
        wrong += [] if is_right else [(entry.entry_key, entry.title, entry.published, entry.date_flag)]
    assert wrong == []


# ---------------------------------------------------------------- addresses


def test_30_plain_guid_no_link(parsed):
    assert urls(parsed(30)) == [None, None]


def test_31_empty_href_xml_base(parsed):
    assert urls(parsed(31)) == [None, None]


def test_32_atom_link_types(parsed):
    assert urls(parsed(32)) == [f"https://news.example.org/a/{number}" for number in (1, 2, 3)]


def test_34_rss_unescaped_ampersand(parsed):
    assert urls(parsed(34)) == [
        "https://news.example.org/a/1?id=1&lang=en",
        "https://news.example.org/a/2?id=1&copy=2&image=3",
    ]


def test_35_content_base_leaks(parsed):
    assert urls(parsed(35)) == ["https://news.example.org/a/1"]


# ---------------------------------------------------------------- sitemaps


def test_40_sitemap_image_before_news(parsed):
    document = parsed(40)
    assert urls(document) == [f"https://news.example.org/a/{number}" for number in (1, 2, 3)]
    assert titles(document) == ["Headline"] * 3
    assert {entry.published for entry in document.entries} == {datetime(2026, 11, 28, 10, tzinfo=UTC)}


def test_41_sitemap_unescaped_ampersand(parsed):
    document = parsed(41)
    assert urls(document) == ["https://news.example.org/a/?id=1&cat=2"]
    assert titles(document) == ["AT & T and others"]


def test_42_sitemap_undeclared_prefix(parsed):
    (entry,) = parsed(42).entries
    assert (entry.title, entry.published) == ("Headline", datetime(2026, 11, 28, 10, tzinfo=UTC))


# ---------------------------------------------------------------- polling


@pytest.fixture
def polled(lab, fetching, case):
    """Two polls of a case, one after the other."""

    def poll(number: int):
        async def work():
            async with (
                lab({"/feed": reply(case(number), "Content-Type: application/xml")}) as site,
                fetching() as client,
            ):
                source = FeedSource("feed", f"{site.url}/feed")
                (first,) = await poll_feeds(client, [source], {}, NOW)
                states: dict[str, FeedState] = {"feed": first.state}
                (second,) = await poll_feeds(client, [source], states, NOW + timedelta(hours=1))
                return first, second

        return asyncio.run(work())

    return poll


def test_60_skipdays_all(polled):
    first, _ = polled(60)
    assert first.status is PollStatus.NEW
    assert first.state.next_due_at - NOW < timedelta(hours=7)


def test_61_empty_alert_feed(polled):
    first, second = polled(61)
    assert (first.status, second.status) == (PollStatus.NEW, PollStatus.UNCHANGED)
    assert (first.failure, second.failure) == (None, None)
    assert first.state.next_due_at - NOW < timedelta(hours=2)


def test_62_php_warning_before(parsed):
    assert titles(parsed(62)) == ["Notice"]


def test_63_two_boms(parsed):
    assert titles(parsed(63)) == ["Notice"]


# ---------------------------------------------------------------- words


@pytest.fixture
def matched(lab, fetching, case):
    """The outcomes of reading a case's entries over HTTP, each with the hits of its article."""

    def match(number: int):
        matcher = compile_watchlist(parse_watchlist([parse_document(WATCHLIST, "w.yaml")]))

        async def work():
            answers = {"/general-page": reply(GENERAL_PAGE, "Content-Type: text/html")}
            async with lab(answers) as site, fetching() as client:
                body = re.sub(rb"http://127\.0\.0\.1:\d+", site.url.encode(), case(number))
                document = parse_feed(body, feed_id="feed", url=HOME, seen_at=NOW)
                pending = [PendingEntry(entry) for entry in document.entries]
                with WorkerPool(1, wall_s=120) as pool:
                    return await read_entries(client, pending, sources={}, host_memory={}, pool=pool, now=NOW)

        return [(one, matcher.match(one.article) if one.article else ()) for one in asyncio.run(work())]

    return match


def bands(outcomes):
    return [[hit.band.value for hit in hits] for _, hits in outcomes]


def test_70_title_only(matched):
    outcomes = matched(70)
    assert bands(outcomes) == [["alert"], ["alert"]]
    assert {hit.mentions[0].field for _, hits in outcomes for hit in hits} == {TextField.TITLE}


def test_71_one_page_for_all(matched):
    outcomes = matched(71)
    assert bands(outcomes) == [["alert"]] * 3
    assert len({outcome.article.article_id for outcome, _ in outcomes}) == 3


def test_72_title_in_angle_brackets(matched):
    outcomes = matched(72)
    assert bands(outcomes) == [["alert"], ["review"]]  # a native Korean name alone is to be checked
    assert "<홍길섭>" in outcomes[1][0].article.title


def test_73_name_in_the_shorter_text(matched):
    assert bands(matched(73)) == [["alert"]]
