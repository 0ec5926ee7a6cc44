"""Assessment of pages: walls and lists are distinguished from articles, and the reason is given."""

import hashlib
from datetime import UTC, datetime

import pytest

from core.records import FeedEntry, FetchedPage, Quality, ZoneKind
from extractors.pages.article import extract_article

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SENTENCE = "The wall of the harbour, which two storms have hollowed, is mended before the tides of spring come back. "


def read(body, url="https://courier.example/news/harbour-wall-to-be-mended", head="", announced="T"):
    html = f"<html><head>{head}</head><body>{body}</body></html>".encode()
    page = FetchedPage(url, url, 200, (("content-type", "text/html"),), html, NOW, hashlib.sha256(html).hexdigest())
    return extract_article(page, FeedEntry("f", "1", url, announced, None, None, None, NOW))


def cards(count):
    return "".join(
        f"<article><h3><a href='/{n}'>Headline number {n} of the day</a></h3><p>{SENTENCE}</p>"
        f"<a href='/{n}'>Read it</a></article>"
        for n in range(count)
    )


def test_a_consent_wall_is_doubtful_as_a_whole():
    wall = "<h1>We value your privacy</h1><p>We and our 212 partners use cookies and ask for consent to store them.</p>"
    article = read(wall + "<p>Your consent can be taken back in the privacy settings; cookies stay for a year.</p>")
    assert article.quality is Quality.CONSENT
    assert {zone.kind for zone in article.zones} <= {ZoneKind.DOUBTFUL}


def test_a_page_that_is_not_shown_in_this_country_is_empty():
    refused = "<h1>451</h1><p>We recognize you are attempting to access this website from a country belonging to the "
    refused += "European Economic Area, and therefore access cannot be granted at this time.</p>"
    article = read(refused)
    assert article.quality is Quality.EMPTY
    assert "country" in article.quality_reason


def test_a_check_for_a_human_visitor_is_empty():
    challenge = (
        "<h1>One moment</h1><p>Please verify you are human before the Courier opens. This takes a few seconds.</p>"
    )
    article = read(challenge + "<p>The number of this request is 44 and you may quote it if you write to us.</p>")
    assert article.quality is Quality.EMPTY


def test_a_list_is_doubtful_as_a_whole():
    article = read(f"<main><h1>Security</h1>{cards(14)}</main>", "https://courier.example/security")
    assert article.quality is Quality.NOT_ARTICLE
    assert {zone.kind for zone in article.zones} == {ZoneKind.DOUBTFUL}
    assert article.quality_reason.startswith("a page that ")


SHORT_REPORTS = {
    "two English sentences": "The wall of the harbour is to be mended this spring, the council said on Monday. "
    "Two storms had hollowed it, and fishermen had asked for help since autumn.",
    "two German sentences": "Die Mauer am Hafen wird im Frühjahr ausgebessert, wie der Rat am Montag mitteilte. "
    "Zwei Stürme hatten sie unterspült, und die Fischer baten seit dem Herbst um Hilfe.",
    "Japanese": "港の防波堤が春までに修理されることになったと町議会が月曜日に発表した。"
    "二度の嵐で内部が空洞になっていた。漁業者は秋から修理を求めており、町長は会議の最後に全員と握手をして、工事を急ぐと約束した。費用は駐車場の売却で賄う。",
}


@pytest.mark.parametrize("name", SHORT_REPORTS)
@pytest.mark.parametrize("menu", [4, 25])
def test_a_short_report_with_a_dated_url_is_an_article(name, menu):
    links = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(menu))
    page = f"<nav><ul>{links}</ul></nav><article><h1>Harbour</h1><p>{SHORT_REPORTS[name]}</p></article>"
    article = read(page, "https://courier.example/2026/03/02/harbour-wall")
    assert article.quality is Quality.FULL, article.quality_reason


def test_a_short_report_without_other_links_is_an_article():
    article = read(f"<article><h1>Harbour</h1><p>{SENTENCE * 2}</p></article>", "https://courier.example/harbour-wall")
    assert article.quality is Quality.FULL, article.quality_reason


def test_a_shop_category_is_a_list():
    goods = "".join(
        f"<div class=card><a href='/{n}'>Anchor number {n} of steel</a><p>€ {n}9.90</p></div>" for n in range(20)
    )
    pager = "<div class=pagination><a href='?page=2'>Next</a></div>"
    article = read(f"<main><h1>Anchors</h1><p>{SENTENCE}</p>{goods}{pager}</main>", "https://shop.example/anchors")
    assert article.quality is Quality.NOT_ARTICLE


def test_a_daily_archive_is_a_list():
    article = read(f"<main><h1>Monday</h1>{cards(14)}</main>", "https://courier.example/2026/03/02")
    assert article.quality is Quality.NOT_ARTICLE


def test_a_dated_article_among_teasers_is_an_article():
    text = f"<article><h1>Wall</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p></article>"
    dated = '<meta property="article:published_time" content="2026-03-01T10:00:00Z">'
    assert read(text + cards(14), "https://courier.example/wall", dated).quality is Quality.FULL


def test_a_paywall_is_detected():
    wall = "<div class=paywall><h2>For members</h2><p>Subscribe to read on, or log in if you are a member.</p></div>"
    article = read(f"<article><h1>Wall</h1><p>{SENTENCE * 3}</p>{wall}</article>")
    assert article.quality is Quality.PAYWALL
    assert "Subscribe" not in "".join(article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.CORE)


def test_a_page_that_needs_javascript_says_so():
    assert "JavaScript" in read("<p>Please enable JavaScript to view this page.</p>").quality_reason


ADDRESSES = [
    "https://courier.example/story.php?id=48213",
    "https://courier.example/news/harbour/5982601/story.html",
    "https://courier.example/news/Harbour+wall+to+be+mended/88213/index.html",
    "https://courier.example/local",
]
PARAGRAPHS = "".join(f"<p>{n}. {SENTENCE}</p>" for n in range(3))


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_text_under_a_headline_is_an_article_whatever_stands_around_it(url):
    around = "".join(f"<h3><a href='/{n}'>Headline number {n} of the day</a></h3>" for n in range(40))
    title = "<title>Wall of the harbour is to be mended in spring - Courier</title>"
    article = read(f"<div class=t>{PARAGRAPHS}</div><div class=r>{around}</div>", url, title)
    assert article.quality is Quality.FULL, article.quality_reason


def test_a_section_with_a_description_is_a_list():
    article = read(
        f"<h1>Security</h1><div>{PARAGRAPHS}</div>{cards(14)}",
        "https://courier.example/security",
        "<title>Security and all other news from the Courier</title>",
    )
    assert article.quality is Quality.NOT_ARTICLE


def test_the_lead_of_a_list_that_a_feed_announced_stays_core():
    page = f"<main><h1>Security</h1>{cards(14)}</main>"
    article = read(page, "https://courier.example/security", announced="Four charged over missing tokens of a company")
    assert article.quality is Quality.NOT_ARTICLE
    assert {zone.kind for zone in article.zones} == {ZoneKind.CORE, ZoneKind.DOUBTFUL}


def test_a_report_on_consent_is_no_wall():
    text = "".join(
        f"<p>{start} that the consent dialogue of the paper hid the way to refuse cookies and its privacy notice.</p>"
        for start in ("The court said", "The man who had complained said", "An expert found")
    )
    head = "<meta property='article:published_time' content='2026-03-01T10:00:00Z'>"
    assert read(f"<article><h1>Fine for a cookie banner</h1>{text}</article>", head=head).quality is Quality.FULL


def test_the_first_of_several_pages_is_partial():
    pages = "<div>Page 1 of 3 <a rel=next href='?page=2'>Next</a></div>"
    article = read(f"<article><h1>Harbour wall to be mended</h1>{PARAGRAPHS}{pages}</article>")
    assert article.quality is Quality.PARTIAL
    assert "3 pages" in article.quality_reason


def test_a_short_report_in_chinese_among_linked_headings_is_an_article():
    lines = (
        "塞尔马港务局星期二宣布解除局长的职务，理由是没有人检查过港内的那四十艘驳船。",
        "部委的一名发言人说，调查从去年春天开始，检查记录上的签名全部出自同一个人。",
        "法院将于下个月审理此案，局长的律师拒绝就这些指控发表评论。",
    )
    text = "".join(f"<p>{line}</p>" for line in lines)
    headings = "".join(f"<h3><a href=/{n}>玻璃博物馆时隔两年重新开放{n}</a></h3>" for n in range(12))
    article = read(
        f"<div><h1>塞尔马港务局局长被解职</h1>{text}</div><div>{headings}</div>",
        "https://bote.example/n/n3f8a2c9d77b1",
        "<title>塞尔马港务局局长被解职 - 使报</title>",
        "",
    )
    assert article.quality is Quality.FULL


def test_numbered_pages_make_the_first_one_partial():
    pages = "<ul class=pagination><li><span>1</span> <a rel=next href='?p=2'>2</a> <a href='?p=3'>3</a></li></ul>"
    article = read(
        f"<article><h1>Harbour wall to be mended</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p>{pages}</article>"
    )
    assert (article.quality, article.quality_reason) == (Quality.PARTIAL, "the first of 3 pages")
