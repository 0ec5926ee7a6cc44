"""Visible days of publication: near the headline or after a label, in many languages."""

from datetime import UTC, date, datetime

import pytest

from extractors.pages.layout.blocks import build_layout
from extractors.pages.metadata.visible_dates import (
    find_last_change,
    find_only_day,
    find_published_day,
    find_updated_day,
    parse_written_day,
)
from extractors.pages.trafilatura_adapter import parse_html

LATEST = datetime(2026, 3, 20, tzinfo=UTC)
TEXT = (
    "The wall of the harbour, which two storms have hollowed, is mended before the tides of spring come back, said the "
)
TEXT += "mayor of the town on Monday evening when the council had met and had heard three engineers."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 1, 2026", "2026-03-01"),
        ("01-Mar-2026 / 18:02 CET", "2026-03-01"),
        ("令和8年3月1日", "2026-03-01"),
        ("平成元年", None),
        ("令和元年5月1日", "2019-05-01"),
        ("۱۰ اسفند ۱۴۰۴", "2026-03-01"),
        ("۱۴۰۴/۱۲/۱۰ - ۰۹:۳۰", "2026-03-01"),
        ("۳۰ اسفند ۱۴۰۳", "2025-03-20"),
        ("Sun, 1st March 2026, 10:00", "2026-03-01"),
        ("1. März 2026", "2026-03-01"),
        ("1er mars 2026", "2026-03-01"),
        ("1 de marzo de 2026", "2026-03-01"),
        ("1º de março de 2026", "2026-03-01"),
        ("domenica 1 marzo 2026", "2026-03-01"),
        ("1 maart 2026", "2026-03-01"),
        ("1 marca 2026", "2026-03-01"),
        ("1 Mart 2026", "2026-03-01"),
        ("1 марта 2026", "2026-03-01"),
        ("1 березня 2026", "2026-03-01"),
        ("2026년 3월 1일", "2026-03-01"),
        ("الأحد 1 مارس 2026", "2026-03-01"),
        ("۱ مارس ۲۰۲۶", "2026-03-01"),
        ("1 มี.ค. 2569 เวลา 10:00 น.", "2026-03-01"),
        ("1 मार्च 2026, 10:21 IST", "2026-03-01"),
        ("১ মার্চ ২০২৬", "2026-03-01"),
        ("1 Μαρτίου 2026, 10:21", "2026-03-01"),
        ("2026. március 1.", "2026-03-01"),
        ("1. března 2026", "2026-03-01"),
        ("1 במרץ 2026", "2026-03-01"),
        ("1 tháng 3 năm 2026", "2026-03-01"),
        ("2026 m. kovo 1 d.", "2026-03-01"),
        ("1 rue 2026", None),
        ("2026年3月1日", "2026-03-01"),
        ("2026. 3. 1. 오전 9:00", "2026-03-01"),
        ("01.03.2026", "2026-03-01"),
        ("13/03/2026", "2026-03-13"),
        ("03/13/2026", "2026-03-13"),
        ("01/03/2026", None),
        ("31. Februar 2026", None),
        ("1 March 2031", None),
        ("March 2026", None),
    ],
)
def test_written_days_are_parsed(text, expected):
    found = parse_written_day(text, LATEST)
    assert (found and found.isoformat()) == expected


def days(body):
    layout = build_layout(parse_html(f"<html><body>{body}</body></html>"), 1000)
    return find_published_day(layout, LATEST), find_updated_day(layout, LATEST)


def test_the_day_near_the_headline_is_that_of_publication():
    assert days(f"<h1>Wall</h1><p>By R. Alder</p><p>1 March 2026</p><p>{TEXT}</p>") == (date(2026, 3, 1), None)
    assert days(f"<p>1 March 2026</p><h1>Wall</h1><p>{TEXT}</p>")[0] == date(2026, 3, 1)
    assert days(f"<h1>Wall</h1><p>Porthaven, 1 March 2026 - {TEXT}</p>")[0] == date(2026, 3, 1)


def test_a_logo_and_the_day_of_today_beside_it_are_not_the_headline():
    logo = "<h1>Porthaven World</h1><div>Friday, 20 March 2026</div><div>Politics</div>"
    assert days(f"{logo}<h1>Wall to be mended</h1><p>1 March 2026</p><p>{TEXT}</p>")[0] == date(2026, 3, 1)
    other = "<h2>Music</h2><p>3 February 2026</p>"
    assert days(f"<h1>Porthaven World</h1>{'<div>x</div>' * 25}<h1>Wall</h1><p>1 March 2026</p><p>{TEXT}</p>{other}")[
        0
    ] == date(2026, 3, 1)


def test_a_labelled_day_is_found_anywhere():
    tail = "<p>Other news</p><p>2 February 2026</p><p>Veröffentlicht am 01.03.2026</p>"
    assert days(f"<h1>Wall</h1><p>{TEXT}</p>{tail}")[0] == date(2026, 3, 1)


def test_an_update_is_not_a_publication():
    assert days(f"<h1>Wall</h1><p>Updated 5 March 2026</p><p>{TEXT}</p>") == (None, date(2026, 3, 5))
    both = f"<h1>Wall</h1><p>Published 1 March 2026, updated 5 March 2026</p><p>{TEXT}</p>"
    assert days(both) == (date(2026, 3, 1), date(2026, 3, 5))
    other = f"<h1>Wall</h1><p>Stand: 05.03.2026 09:00 Uhr, veröffentlicht 01.03.2026</p><p>{TEXT}</p>"
    assert days(other)[0] == date(2026, 3, 1)


def test_the_day_of_today_above_a_menu_is_that_of_the_page():
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("World", "Courts", "Money"))
    assert days(f"<div>Thursday, 19 March 2026</div><ul>{menu}</ul><h1>Wall</h1><p>{TEXT}</p>")[0] is None
    assert days(f"<div>Thursday, 19 March 2026</div><h1>Wall</h1><p>{TEXT}</p>")[0] == date(2026, 3, 19)


def test_the_only_day_of_a_page_is_that_of_the_article():
    def only(after):
        return find_only_day(
            build_layout(parse_html(f"<p>{TEXT}</p><div>1 March 2026, 10:00</div>{after}"), 100), LATEST
        )

    assert only("") == only("<p>The storm came on 3 January 2026.</p>") == date(2026, 3, 1)
    assert only("<div>2 March 2026</div>") is None


def test_the_day_of_a_dateline_is_not_cut():
    head = "The wall of the harbour is to be mended this very spring 2026-03-14"
    assert days(f"<h2>News</h2><p>{head} {TEXT}</p>")[0] == date(2026, 3, 14)


def test_a_day_within_the_text_is_ignored():
    assert days(f"<h1>Wall</h1><p>{TEXT}</p><p>The storm came on 3 January 2026.</p>") == (None, None)


def test_the_byline_may_stand_below_the_lead_and_far_from_the_headline():
    assert days(f"<h1>Wall</h1><p>{TEXT}</p><p>By R. Alder</p><p>1 March 2026</p><p>{TEXT}</p>")[0] == date(2026, 3, 1)
    menu = "".join(f"<div><a href=/{n}>Topic {n}</a></div>" for n in range(30))
    assert days(f"<h1>Wall</h1>{menu}<p>1 March 2026</p><p>{TEXT}</p>")[0] == date(2026, 3, 1)


def test_a_labelled_day_goes_before_that_of_printing():
    printed = "<p>Printed from the Courier on 19 March 2026</p><p>Published: 1 March 2026</p>"
    assert days(f"<h1>Wall</h1>{printed}<p>{TEXT}</p>")[0] == date(2026, 3, 1)


def test_the_last_change_of_a_page_stands_anywhere():
    markup = f"<body><h1>Wall</h1><p>{TEXT}</p><p>{TEXT}</p><div>Last updated: March 1, 2026</div></body>"
    layout = build_layout(parse_html(f"<html>{markup}</html>"), 1000)
    assert find_last_change(layout, LATEST) == date(2026, 3, 1)
    assert find_updated_day(layout, LATEST) is None


def test_a_day_that_the_first_sentence_is_about_is_no_dateline():
    assert days(f"<h1>Wall</h1><p>On 3 March 2021 the first storm came, and after it {TEXT}</p>") == (None, None)
    assert days(f"<h1>Wall</h1><p>PORTHAVEN, March 1, 2026 (Courier) - {TEXT}</p>")[0] == date(2026, 3, 1)
