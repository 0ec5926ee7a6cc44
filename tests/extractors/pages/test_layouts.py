"""Typical layouts of sites: quality, headline, day, and core zones."""

import hashlib
import json
from datetime import UTC, date, datetime

import pytest

from core.records import FeedEntry, FetchedPage, Quality, ZoneKind
from extractors.pages.article import extract_article

NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
URL = "https://post.example/news/forty-million-moved-court-hears"
TITLE = "Forty million moved, court hears"
TEXT = [
    "The court in Porthaven heard on Monday that the company had moved forty million through three banks by night.",
    "Ines Calloway, who directs the office for sanctions, said that the accounts were frozen after two requests.",
    "The ship left the harbour in the night and was seen two days later off the coast, under another name and flag.",
    "A lawyer for the accused man said that his client denies all charges and will appeal against the order next week.",
]
TEASER = "Kim Kwang-jin and three others are charged over the tokens of a young company."
CARD = f"<a href=/k><h3>Kim Kwang-jin charged over missing tokens</h3></a><p>{TEASER}</p>"
RUSSIAN = [
    "Суд в Портхейвене заслушал в понедельник, что компания перевела сорок миллионов через три банка за одну ночь.",
    "Инес Каллоуэй, которая руководит управлением по санкциям, сообщила, что счета заморожены по двум запросам.",
]
ARABIC = [
    "أعلنت الوزارة يوم الاثنين أن السفينة غادرت الميناء ليلا وأنها شوهدت بعد يومين قبالة الساحل حيث غيرت اسمها وعلمها."
]
KOREAN = (
    "검찰은 월요일 포트헤이븐 법원에서 이 회사가 세 은행을 통해 4천만 달러를 옮겼다고 밝혔다. 변호인은 혐의를 부인했다."
)


def markup(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


PAGES = {
    "WordPress": (
        (
            f"<article class='post hentry'><h1>{TITLE}</h1><time class='entry-date published'>March 2, 2026</time>"
            f"<div class=entry-content>{markup(TEXT)}<div class=jp-relatedposts><h3>Related</h3>{CARD}</div></div>"
            f"</article><ol class=comment-list><li><p>{TEASER}</p></li></ol>"
        ),
        TEXT,
    ),
    "newsletter": (
        f"<article><h1>{TITLE}</h1><h3>Three banks</h3><div>Mar 02, 2026</div>{markup(TEXT)}</article>",
        TEXT,
    ),
    "tables": (
        f"<h1>{TITLE}</h1><table><tr><td><a href=/>Home</a><td><p>Published: 2 March 2026</p>{markup(TEXT)}</table>",
        TEXT,
    ),
    "hashed class names": (
        f"<div class=css-1x2><h1 class=css-7q>{TITLE}</h1><span>Published 2 March 2026</span>"
        + "".join(f"<div class=css-p{n}k><p>{line}</p></div>" for n, line in enumerate(TEXT))
        + f"<div class=css-9z><h2>More from Porthaven Post</h2>{CARD}</div></div>",
        TEXT,
    ),
    "live page": (
        f"<main><h1>{TITLE}</h1><p>2 March 2026</p>"
        + "".join(f"<article><h2>Update {n}</h2><p>{line}</p></article>" for n, line in enumerate(TEXT))
        + "</main>",
        TEXT,
    ),
    "endless scrolling": (
        (
            f"<article><h1>{TITLE}</h1><p>2 March 2026</p>{markup(TEXT)}</article>"
            f"<article><h1>Tokens</h1><p>{TEASER}</p><p>{TEXT[0][:40]} and other words.</p></article>"
        ),
        TEXT,
    ),
    "Russian": (
        f"<h1>{TITLE}</h1><div>2 марта 2026, 10:00</div>{markup(RUSSIAN * 2)}<p>Читайте также</p><p>{TEASER}</p>",
        RUSSIAN,
    ),
    "Arabic": (f"<article dir=rtl><h1>{TITLE}</h1><p>02.03.2026</p>{markup(ARABIC * 3)}</article>", ARABIC),
    "Korean": (
        (
            f"<h1>{TITLE}</h1><span>입력 2026.03.02. 오전 10:00</span><div>{'<br><br>'.join([KOREAN] * 3)}</div>"
            f"<div><h3>많이 본 뉴스</h3><ul><li><a href=/k>{TEASER}</a></li></ul></div>"
        ),
        [KOREAN],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_articles_in_many_layouts(name):
    inside, paragraphs = PAGES[name]
    article = read(inside)
    core = " ".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)
    assert (article.quality, article.title) == (Quality.FULL, TITLE)
    assert article.published.at == date(2026, 3, 2)
    assert [line for line in paragraphs if line not in core] == []
    assert TEASER not in core


def test_search_results_are_not_an_article():
    items = "".join(
        f"<li><a href=/n/{n}>The tokens of a young company, part {n}</a><br>{TEXT[n % 4][:60]}…</li>" for n in range(20)
    )
    article = read(f"<h1>Results</h1><ul>{items}</ul>", "https://post.example/search?q=tokens")
    assert article.quality is Quality.NOT_ARTICLE


def read(inside, url=URL):
    body = f"<html><head><title>{TITLE}</title></head><body>{inside}</body></html>".encode()
    page = FetchedPage(url, url, 200, (("content-type", "text/html"),), body, NOW, hashlib.sha256(body).hexdigest())
    return extract_article(page, FeedEntry("f", "1", url, None, None, None, None, NOW))


def core_of(article):
    return "".join(article.text[zone.start : zone.end] for zone in article.zones if not zone.reason)


def test_a_text_in_an_aside_is_the_article():
    page = f"<aside><h1>{TITLE}</h1>{markup(TEXT)}</aside><div><p>We use cookies. Partner: Klee Media.</p></div>"
    assert [line for line in TEXT if line not in core_of(read(page))] == []


@pytest.mark.parametrize("form", ["html", "paragraphs"])
def test_the_body_in_the_data_of_a_page_drawn_by_script_is_core(form):
    body = {"body": markup(TEXT)} if form == "html" else {"blocks": [{"type": "p", "text": line} for line in TEXT]}
    data = json.dumps({"props": {"pageProps": {"article": {"headline": TITLE, **body}}}})
    article = read(f"<div id=root></div><script id=__NEXT_DATA__ type='application/json'>{data}</script>")
    assert article.quality is Quality.FULL
    assert [line for line in TEXT if line not in core_of(article)] == []


def test_hidden_text_and_ruby_readings_are_no_text():
    name = "<ruby>金<rt>キム</rt>光進<rp>(</rp><rt>グァンジン</rt><rp>)</rp></ruby>"
    line = f"大臣は{name}氏が月曜日に四千万円を動かしたと述べた。"
    article = read(f"<article><h1>{TITLE}</h1>{markup([*TEXT, line])}<p hidden>{TEASER}</p></article>")
    assert "金光進氏" in core_of(article)
    assert TEASER not in article.text


def test_the_note_on_a_reporter_is_not_core():
    note = "Kim Kwang-jin is a reporter at the Post and covers courts."
    assert note not in core_of(read(f"<article><h1>{TITLE}</h1>{markup([*TEXT, note])}</article>"))
    person = "Ines Calloway is a reporter as well, she said."
    assert person in core_of(read(f"<article><h1>{TITLE}</h1>{markup([*TEXT, person])}</article>"))


def test_a_charset_declared_below_long_scripts_is_read():
    script = f"<script>{'var a=1;' * 2000}</script>"
    html = f"<html><head>{script}<meta charset=euc-kr><title>{TITLE}</title></head><body><p>{KOREAN}</p></body></html>"
    page = FetchedPage(URL, URL, 200, (), html.encode("cp949"), NOW, "0")
    assert KOREAN[:20] in extract_article(page, FeedEntry("f", "1", URL, None, None, None, None, NOW)).text
