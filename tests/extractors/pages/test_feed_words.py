"""Whether a page holds what its feed said of it."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from core.records import FeedEntry
from extractors.pages.feed_words import holds_words

NOW = datetime(2026, 11, 29, tzinfo=UTC)
GENERAL = (
    "Notices of the office. The office publishes the notices of today on this page, and keeps them as long as the law "
    "asks. A director is named in each notice that the office has listed."
)


def held(page, title=None, summary=None):
    return holds_words(FeedEntry("f", "k", "https://e.example/a", title, summary, None, None, NOW), "", page)


@pytest.mark.parametrize(
    ("page", "title", "summary"),
    [
        ("Marta Kovač was named director of Veltra on Monday.", "Veltra names Kovač director", None),
        ("Суд арестовал Олега Тарасенкова на два месяца.", "Олег Тарасенков арестован", None),
        ("검찰은 김광진을 기소했다고 밝혔다.", "김광진 기소", None),
        ("金光進を起訴したと発表した。", "金光進を起訴", None),
        (
            "Two storms have hollowed the wall of the harbour.",
            "Something else entirely",
            "Storms hollowed a harbour wall.",
        ),
        ("Any page at all.", None, None),
    ],
)
def test_a_page_that_tells_the_item_holds_it(page, title, summary):
    assert held(page, title, summary)


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Notice 1: Velmar Odris Kantou listed", "The notice of today names Velmar Odris Kantou as a director."),
        ("Veltra names Kovač director", None),
        ("김광진 기소", None),
        ("金光進を起訴", "検察は金光進を起訴した。"),
    ],
)
def test_one_page_for_all_holds_none(title, summary):
    assert not held(GENERAL, title, summary)


@pytest.mark.parametrize("page", ["." * 2_000_000, "Word " * 400_000, "글" * 2_000_000, "x" * 5_000_000])
def test_hostile_pages_take_no_time(page):
    began = time.process_time()
    held(page, "Kim Kwang-jin charged", page)
    assert time.process_time() - began < 3
