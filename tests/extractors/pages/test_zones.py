"""Zones: the article is core, and what surrounds it is doubtful."""

import hashlib
from datetime import UTC, datetime
from itertools import permutations

import pytest

from core.records import FeedEntry, FetchedPage, ZoneKind
from extractors.pages.article import extract_article
from extractors.pages.layout.blocks import comparison_key
from extractors.pages.layout.line_classifier import doubtful_reason
from extractors.pages.layout.markers import is_marker
from extractors.pages.layout.zones import block_hash

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
URL = "https://courier.example/news/harbour-wall-to-be-mended"
BODY = [
    f"{start} the wall of the harbour, which two storms have hollowed, is mended before the tides of spring come back."
    for start in (
        "On Monday the council heard why",
        "Engineers from three firms had explained in the summer how",
        "Nobody in the market hall disagreed that it is time and that",
        "The treasurer, who found the money, expects as most people do that",
        "Fishermen who moor their boats there told the council that they want that",
        "At the end of the evening the mayor shook every hand and promised that",
    )
]
TEASER = "Prosecutors say Kim Kwang-jin took four jobs under four names and left with the tokens of a young company."


def markup(lines, tag="p"):
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


def zones_of(inside, host_memory=frozenset(), after="", head=""):
    html = (
        f"<html lang=en><head><title>Harbour wall</title>{head}</head><body><main><article><h1>Harbour wall</h1>"
        f"{inside}</article>{after}</main></body></html>"
    )
    body = html.encode()
    page = FetchedPage(URL, URL, 200, (("content-type", "text/html"),), body, NOW, hashlib.sha256(body).hexdigest())
    article = extract_article(page, FeedEntry("f", "1", URL, "Harbour wall", None, None, None, NOW), host_memory)
    found = {ZoneKind.CORE: "", ZoneKind.DOUBTFUL: ""}
    for zone in article.zones:
        found[zone.kind] += article.text[zone.start : zone.end] + "\n"
    return found[ZoneKind.CORE], {zone.reason for zone in article.zones if zone.reason}


CARD = f"<h3><a href='/a'>Four charged over missing tokens</a></h3><p>{TEASER}</p>"
SURROUNDINGS = {
    "section of cards": markup(BODY) + f"<section class='related'><h2>Related articles</h2>{CARD}</section>",
    "aside": markup(BODY[:3]) + f"<aside><p>{TEASER}</p></aside>" + markup(BODY[3:]),
    "after a marker": markup([*BODY, "Related articles", "Four charged over missing tokens", TEASER]),
    "after a German marker": markup([*BODY, "Mehr zum Thema", "Four charged over missing tokens", TEASER]),
    "plain headlines": markup(
        [*BODY, "Four charged over missing tokens", TEASER, "Ferries stay in port again", BODY[0][40:]]
    ),
    "plain cards with ages": markup([*BODY, "The Courier", "14 hours ago", "Four charged over missing tokens", TEASER]),
    "Korean ages": markup([*BODY, "부산일보", "3시간 전", "Four charged over missing tokens", TEASER]),
    "headlines, one of them a question": markup(
        [*BODY, "Four charged over missing tokens", TEASER, "Who is the man in the photograph?", "Ferries stay in port"]
    ),
    "headlines under days": markup(
        [*BODY, "March 1, 2026", "Four charged over missing tokens", TEASER, "March 2, 2026", "Ferries stay in port"]
    ),
    "headlines that begin with a day": markup(
        [*BODY, "1 March 2026 - Four charged over missing tokens", "2 March 2026 - Ferries stay in port"]
    ),
    "after other news": markup([*BODY, "Also in the news:", "Four charged over missing tokens"]),
    "Korean marker after line breaks": f"<div>{'<br>'.join([*BODY, '[관련기사]', '▶ Four charged over tokens'])}</div>",
    "a list of links under a marker of any language": markup(BODY[:3])
    + "<p><b>Lexoni edhe</b></p><ul><li><a href=/1>Four charged over missing tokens, Kim Kwang-jin says</a></li>"
    + "<li><a href=/2>Ferries stay in port again this week</a></li></ul>"
    + markup(BODY[3:]),
    "a label of any language and a link": markup(
        [*BODY[:3], "Shikoni: <a href=/1>Four charged over tokens with Kim Kwang-jin</a>", *BODY[3:]]
    ),
    "a caption beside its picture": markup(BODY[:3])
    + "<div><img src=x><p>Kim Kwang-jin on Tuesday (Photo: A. Brand/Courier)</p></div>"
    + markup(BODY[3:]),
    "a quoted link": markup(BODY[:3])
    + "<blockquote class=x><a href=/1>Four charged over tokens with Kim Kwang-jin</a></blockquote>"
    + markup(BODY[3:]),
    "a series of cards": markup(BODY)
    + "".join(
        f"<section class=c><h3><a href=/{n}>Four charged over tokens {n}</a></h3><p>{TEASER}</p></section>"
        for n in "12"
    ),
    "terms that are links": markup(BODY)
    + "<dl>"
    + "".join(f"<dt><a href=/{n}>Four charged over missing tokens</a></dt><dd>{TEASER}</dd>" for n in "12")
    + "</dl>",
    "a note in italics": markup(
        [*BODY[:3], "<em>Kim Kwang-jin's newsletter tells you more: <a href=/n>sign up here</a>.</em>", *BODY[3:]]
    ),
    "who writes about it": markup(BODY)
    + "<div class=who><p>Kim Kwang-jin writes about harbours for the Courier.</p></div>",
    "what a style hides": markup(BODY) + f"<div style='display: none'><p>{TEASER}</p><p>{TEASER}</p></div>",
    "read more": markup([*BODY[:3], "<strong>ALSO READ: Four charged over tokens</strong>", *BODY[3:]]),
    "read more as a link": markup([*BODY[:3], "(Lire aussi : <a href=/a>Four charged over tokens</a>)", *BODY[3:]]),
    "Japanese read more": markup([*BODY[:3], "【関連記事】Four charged over tokens", *BODY[3:]]),
    "a line that is a link": markup([*BODY[:3], "<b><a href=/a>Four charged over missing tokens</a></b>", *BODY[3:]]),
    "fact box": markup(BODY[:3]) + f"<div class='factbox'><h3>The case</h3><p>{TEASER}</p></div>" + markup(BODY[3:]),
    "comments": markup(BODY) + f"<div class='comments'><p>{TEASER}</p></div>",
    "author box": markup(BODY) + f"<div class='author-bio'><p>{TEASER}</p></div>",
    "links": markup(BODY) + f"<p><a href='/a'>{TEASER}</a></p>",
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_of_the_article_are_not_core(name):
    core, _ = zones_of(SURROUNDINGS[name])
    assert TEASER not in core
    assert "four charged" not in core.lower()
    assert "Kim Kwang-jin" not in core
    assert [paragraph for paragraph in BODY if paragraph not in core] == []


def test_cards_above_the_headline_are_doubtful():
    cards = "".join(
        f"<div><h2><a href=/{n}>Four charged over missing tokens {n}</a></h2><p>{TEASER}</p></div>" for n in range(4)
    )
    title = "Harbour wall to be mended"
    text = f"<div><h1>{title}</h1>{markup(BODY)}</div>"
    html = f"<html lang=en><head><title>{title}</title></head><body>{cards}{text}</body></html>".encode()
    page = FetchedPage(URL, URL, 200, (), html, NOW, hashlib.sha256(html).hexdigest())
    article = extract_article(page, FeedEntry("f", "1", URL, None, None, None, None, NOW))
    core = "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)
    assert TEASER not in core
    assert [paragraph for paragraph in BODY if paragraph not in core] == []


def test_short_lines_of_thai_are_no_headlines():
    lines = [
        "การท่าเรือเซลมาร์ปลดผู้อำนวยการเมื่อวันอังคารเพราะไม่มีใครตรวจสอบเรือบรรทุกสินค้าตั้งแต่ปีที่แล้ว",
        "กระทรวงกล่าวว่าจะแต่งตั้งผู้อำนวยการคนใหม่ภายในสองสัปดาห์และจะตรวจสอบเรือทั้งสี่สิบลำอีกครั้ง",
        "ผู้อำนวยการคนเดิมปฏิเสธที่จะให้ความเห็น",
        "ศาลจะพิจารณาคดีในเดือนหน้า",
    ]
    core, _ = zones_of(markup(lines))
    assert [line for line in lines if line not in core] == []


def test_an_article_loaded_below_is_doubtful():
    other = f"<article><h1>Tokens</h1>{markup([TEASER, *(one.replace('wall', 'token') for one in BODY)])}</article>"
    core, reasons = zones_of(markup(BODY), after=other)
    assert TEASER not in core
    assert [paragraph for paragraph in BODY if paragraph not in core] == []
    assert "other_article" in reasons


def test_an_article_in_chunks_is_core_as_a_whole():
    chunks = "".join(f"<div class=chunk><div class=text>{markup(BODY[n : n + 2])}</div></div>" for n in (0, 2, 4))
    core, _ = zones_of(chunks.replace("</div></div><div", "</div></div><div class=ad>Buy this</div><div"))
    assert [paragraph for paragraph in BODY if paragraph not in core] == []


def test_the_article_goes_on_below_a_list_of_links():
    items = "".join(f"<li><p><a href=/{n}>The book of harbours by Author {n}</a></p></li>" for n in range(3))
    core, _ = zones_of(markup(BODY[:3]) + f"<ol>{items}</ol>" + markup(BODY[3:]))
    assert [paragraph for paragraph in BODY if paragraph not in core] == []


@pytest.mark.parametrize(
    ("beside", "is_core"), [("A wall that nobody wanted", False), ("A tower that all wanted", True)]
)
def test_a_line_that_a_link_beside_the_article_repeats_is_the_headline_of_another(beside, is_core):
    aside = f"<aside><ol><li><a href=/other>{beside}</a></li></ol></aside>"
    text = "<br><br>".join([*BODY, "A wall that nobody wanted"])
    core, _ = zones_of(f"<div>{text}</div>", after=aside)
    assert ("A wall that nobody wanted" in core) == is_core
    assert [paragraph for paragraph in BODY if paragraph not in core] == []


def test_soft_hyphens_are_removed():
    core, _ = zones_of(markup([BODY[0].replace("harbour", "har\u00adbour"), *BODY[1:]]))
    assert BODY[0] in core


def test_the_article_resumes_after_a_marker():
    core, reasons = zones_of(markup([*BODY[:2], "Read also", "A wall that nobody wanted", *BODY[2:]]))
    assert [paragraph for paragraph in BODY if paragraph not in core] == []
    assert "wanted" not in core
    assert "after_marker" in reasons


def test_questions_of_an_interview_are_core():
    interview = [line for paragraph in BODY for line in ("What does the council want to do now?", paragraph)]
    core, _ = zones_of(markup([*interview, "Interview by the staff of the Courier"]))
    assert [line for line in interview if line not in core] == []


def test_an_article_of_short_paragraphs_resumes_after_a_marker():
    short = [paragraph[:70] + "." for paragraph in BODY]
    core, _ = zones_of(markup([*short[:2], "Mehr zum Thema", "A wall that nobody wanted", *short[2:]]))
    assert [paragraph for paragraph in short if paragraph not in core] == []
    assert "wanted" not in core


def test_a_main_text_in_one_line_is_split_into_paragraphs():
    paragraphs = [
        "港の防波堤が春までに修理されると、町議会が月曜日の夜に開いた会議の後で発表した。",
        "漁業者は秋から修理を求めていた。工事の費用は駐車場を売って賄うという。",
    ]
    listed = "<div class=tail><p>関連記事</p><ul><li><a href=/1>暗号資産を盗んだ四人を起訴</a></li></ul></div>"
    core, _ = zones_of(markup(paragraphs) + listed)
    assert [paragraph for paragraph in paragraphs if paragraph not in core] == []
    assert "暗号資産" not in core


def test_sentences_about_reading_are_core():
    said = "Read the letter again and see also what it leaves out, the mayor told the council: it is about the wall."
    core, _ = zones_of(markup([*BODY[:3], said, *BODY[3:]]))
    assert said in core


def test_the_json_ld_body_decides_between_core_and_doubtful():
    odd = "Visit the shop of the harbour museum, which sells calendars and cups to friends of the sea every single day."
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{" ".join(BODY)}"}}</script>'
    core, _ = zones_of(f"<div class=promo-box><p>{odd}</p></div>" + markup(BODY), head=data)
    assert odd not in core
    assert [paragraph for paragraph in BODY if paragraph not in core] == []


def test_blocks_repeated_on_the_host_are_doubtful_at_the_ends_of_an_article():
    notice = (
        "The Courier is printed on paper from the woods of the north and delivered by people on bicycles each morning."
    )
    memory = frozenset({block_hash(comparison_key(notice)), block_hash(comparison_key(BODY[2]))})
    core, reasons = zones_of(markup([*BODY, notice]), memory)
    assert notice not in core
    assert "repeated" in reasons
    assert BODY[2] in core, "a repeated paragraph within the article is core"


def test_a_lead_that_the_main_text_lacks_is_recovered():
    lead = "A town by the sea sells its car park and mends its wall, and not everybody thinks that it is a bargain."
    header = f"<header><h1>Harbour wall</h1><p class=standfirst>{lead}</p></header>"
    core, _ = zones_of(f"{header}<div>{markup(BODY)}</div>", head=f'<meta name=description content="{lead}">')
    assert lead in core


@pytest.mark.parametrize(
    "line",
    ["Related articles", "MOST READ", "Lesen Sie auch:", "À lire aussi", "관련 기사", "関連記事", "Читайте также"],
)
def test_markers(line):
    assert is_marker(line)


@pytest.mark.parametrize(
    "line", ["Related companies were charged on Monday.", "More than forty people saw it", "전 직원"]
)
def test_sentences_are_not_markers(line):
    assert not is_marker(line)


SHORT = [f"The wall {deed} in the year {1990 + n}." for n, deed in enumerate(("broke", "was mended", "stood", "fell"))]
INTERRUPTED = {
    f"{label} between {length}": markup(lines[:2]) + markup([label]) + markup(lines[2:])
    for label in ("Advertisement", "Anzeige", "Sponsored", "Publicité", "Publicidad", "광고", "広告", "广告", "Реклама")
    for length, lines in (("long paragraphs", BODY), ("short ones", SHORT))
} | {
    "a box of one link": markup(BODY[:3]) + f"<div class=inset>{markup(['Related'])}<p><a href=/a>Tokens</a></p></div>"
    f"{markup(BODY[3:])}",
    "a box before the last paragraph": markup(BODY[:5]) + "<div class=inset><h4>See also</h4><ul><li><a href=/a>Four "
    f"charged over tokens</a></li></ul></div>{markup(BODY[5:])}",
    "a list before a dialogue": markup([*BODY, "Read also"])
    + "<ul><li><a href=/a>Four charged over tokens</a></li></ul>"
    + markup(["“Who asked?” said the mayor.", "“I did,” he said.", "She wrote it down.", "Nobody laughed."]),
}


@pytest.mark.parametrize("name", INTERRUPTED)
def test_the_article_goes_on_behind_an_interruption(name):
    core, _ = zones_of(INTERRUPTED[name])
    expected = SHORT if "short" in name else BODY
    assert [paragraph for paragraph in expected if paragraph not in core] == []
    assert "charged" not in core
    assert "dialogue" not in name or "Nobody laughed." in core


FOREIGN = {
    "a box that names its sponsor": f"<div><b>Sponsored by Alpenfonds</b><h4>A way</h4><p>{TEASER}</p></div>",
    "what the content management system left over": f'<p>[button link="https://c.example/"]{TEASER}[/button]</p>',
}


@pytest.mark.parametrize("between", FOREIGN.values(), ids=FOREIGN)
def test_what_stands_between_paragraphs_may_be_foreign(between):
    core, _ = zones_of(markup(BODY[:3]) + between + markup(BODY[3:]))
    assert "Kim Kwang-jin" not in core
    assert BODY[2] in core
    assert BODY[3] in core


def test_a_line_of_nothing_but_addresses_is_no_text():
    core, reasons = zones_of(markup([*BODY[:3], "https://courier.example/a https://courier.example/b", *BODY[3:]]))
    assert "courier.example" not in core
    assert "linked" in reasons


def test_a_source_with_its_address_is_text():
    source = "Brandvold, H. (2025): Ships without flags. <a href='https://x.example/f'>https://x.example/f</a>"
    core, _ = zones_of(markup([*BODY[:3], source, *BODY[3:]]))
    assert "Brandvold" in core


def test_a_contact_with_an_e_mail_address_is_the_articles():
    contact = "For more information please write to Laura Bosman, head of the harbour office, laura@harbour.example."
    core, _ = zones_of(markup([*BODY, contact]))
    assert "Laura Bosman" in core


@pytest.mark.parametrize("end", ["(Reporting by Leo Ferencz; editing by Agatha Broome)", "Editing by Agatha Broome"])
def test_who_worked_on_a_report_is_not_whom_it_is_about(end):
    core, reasons = zones_of(markup([*BODY, end]))
    assert "Agatha Broome" not in core
    assert "author" in reasons


def test_what_a_page_opens_only_on_a_click_is_doubtful():
    box = f"<amp-lightbox layout=nodisplay><p>{TEASER}</p></amp-lightbox>"
    core, _ = zones_of(markup(BODY) + box)
    assert "Kim Kwang-jin" not in core


@pytest.mark.parametrize("features", list(permutations(("outside", "role_embed", "first"))))
def test_weights_that_add_to_zero_are_core_in_any_order(features):
    assert doubtful_reason(features) == ""


def test_the_caption_in_a_paragraph_with_a_picture_is_doubtful():
    caption = "<p><img src=a.jpg><br><small>Lawyer Marmaduke Sills outside the court. Photo: AFP</small></p>"
    html = f"<html><head><title>The wall</title></head><body><article><h1>The wall</h1>{caption}"
    html += "".join(f"<p>{line}</p>" for line in BODY) + "</article></body></html>"
    page = FetchedPage(URL, URL, 200, (), html.encode(), NOW, hashlib.sha256(html.encode()).hexdigest())
    article = extract_article(page, FeedEntry("f", "1", URL, "The wall", None, None, None, NOW))
    core = "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)
    assert "Marmaduke Sills" not in core
    assert "the mayor shook every hand" in core
