"""Articles from pages: metadata, versions, and an assessment for every kind of bad input."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from core.records import FeedEntry, FetchedPage, Quality, ZoneKind
from extractors.pages.article import content_hash, extract_article, read_feed_content, read_page
from extractors.pages.quality import QualityAssessment

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
URL = "https://courier.example/news/harbour-wall-to-be-mended"
ENTRY = FeedEntry("courier", "1", URL, "Harbour wall to be mended", None, None, None, NOW)
PARAGRAPHS = (
    "The harbour wall will be mended before the spring tides, the council of the town decided on Monday evening.",
    "Engineers found in the summer that two of its eleven sections are hollow, and that the sea washes through them.",
    "The work costs four million, which the town raises by selling the car park behind the market hall to a builder.",
    "Ines Calloway, who keeps a shop on the quay, said that the wall should have been mended when she was a girl.",
)


def page_of(body, url=URL, content_type="text/html; charset=utf-8"):
    return FetchedPage(url, url, 200, (("content-type", content_type),), body, NOW, hashlib.sha256(body).hexdigest())


def document(head="", paragraphs=PARAGRAPHS, before="", after=""):
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><main><article><h1>Harbour wall to be mended</h1>"
        f"{before}{text}{after}</article></main></body></html>"
    ).encode()


def read(body, **entry):
    return extract_article(page_of(body), replace(ENTRY, **entry))


def test_metadata_come_from_the_page():
    head = """
        <title>Harbour wall to be mended | The Courier</title>
        <link rel=canonical href="/news/harbour-wall-to-be-mended?utm_source=feed">
        <meta property="og:site_name" content="The Courier">
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour wall to be mended",
        "datePublished": "2026-03-02T07:15:00+01:00", "author": {"name": "Ruth Alder"}, "inLanguage": "en-GB"}</script>
    """
    article = read(document(head))
    assert article.title == "Harbour wall to be mended"
    assert article.published.at == datetime(2026, 3, 2, 7, 15, tzinfo=timezone(timedelta(hours=1)))
    assert article.published.source == "json-ld"
    assert (article.author, article.language, article.site) == ("Ruth Alder", "en", "courier.example")
    assert article.url == URL
    assert article.quality is Quality.FULL
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)


def test_missing_metadata_come_from_the_feed_or_are_none():
    article = read(document(), published=datetime(2026, 3, 1, 8, tzinfo=UTC), author="Ruth Alder")
    assert (article.published.source, article.author) == ("feed", "Ruth Alder")
    assert read(document()).author is None


def test_zones_cover_the_text_and_offsets_are_code_points():
    article = read(
        document(paragraphs=("\U0001f6a2 " + PARAGRAPHS[0], *PARAGRAPHS[1:]), after="<aside>Buy this</aside>")
    )
    assert article.zones[0].start == 0
    assert article.zones[-1].end == len(article.text)
    assert all(one.end == other.start for one, other in zip(article.zones, article.zones[1:], strict=False))


def test_the_content_hash_changes_with_words_and_not_with_white_space_case_or_compatibility_forms():
    article = read(document())
    reset = read(document(paragraphs=tuple(one.replace(" ", "\n  ") for one in PARAGRAPHS)))
    edited = read(document(paragraphs=(*PARAGRAPHS, "The treasurer, Mr Wang, resigned on Tuesday over the sale.")))
    assert reset.content_hash == article.content_hash
    assert edited.content_hash != article.content_hash
    assert edited.article_id == article.article_id
    assert content_hash("Ａ  title", "Straße") == content_hash("a title", "STRASSE")


def test_a_canonical_url_on_another_site_or_the_front_page_is_ignored():
    for canonical in ("https://other.example/story", "https://courier.example/", "javascript:alert(1)"):
        assert read(document(f'<link rel=canonical href="{canonical}">')).url == URL


def test_alternate_urls_are_refresh_print_and_amp():
    head = '<link rel=amphtml href="/amp/wall"><meta http-equiv=refresh content="0; url=/news/whole">'
    head += '<link rel=alternate media=print href="/print/wall"><link rel=alternate hreflang=de href="/de/wall">'
    reading = read_page(page_of(document(head)), ENTRY)
    paths = [url.removeprefix("https://courier.example") for url in reading.alternate_urls]
    assert paths == ["/news/whole", "/print/wall", "/amp/wall"]


def test_the_feeds_own_text_becomes_an_article():
    content = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    entry = replace(ENTRY, content=content, title="Harbour &amp; wall", entry_key=URL)
    article = read_feed_content(entry, QualityAssessment(Quality.PARTIAL, "the feed's own text"))
    assert article.text.split("\n") == list(PARAGRAPHS)
    assert article.title == "Harbour & wall"
    assert article.article_id == read(document()).article_id
    of_item = read_feed_content(replace(entry, entry_key="guid"), QualityAssessment(Quality.PARTIAL, ""))
    assert of_item.article_id != article.article_id  # several items may have one address
    assert read_feed_content(replace(ENTRY, title=None), QualityAssessment(Quality.PARTIAL, "nothing")) is None


def test_a_headline_alone_is_an_article():
    article = read_feed_content(replace(ENTRY, title="<b>Wall</b> breached"), QualityAssessment(Quality.FULL, "403"))
    assert (article.title, article.text, article.zones) == ("Wall breached", "", ())
    assert (article.quality, article.quality_reason) == (Quality.PARTIAL, "headline only: 403")


def test_the_summary_stands_above_a_content_that_lacks_it():
    content = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    assessment = QualityAssessment(Quality.FULL, "")
    both = read_feed_content(replace(ENTRY, content=content, summary="Kim Kwang-jin &lt;54&gt; was there."), assessment)
    assert both.text.split("\n") == ["Kim Kwang-jin <54> was there.", *PARAGRAPHS]
    assert both.zones[0].kind is ZoneKind.CORE
    once = read_feed_content(replace(ENTRY, content=content, summary=PARAGRAPHS[0]), assessment)
    assert once.text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("cp949", "euc-kr"),
        ("cp932", "shift_jis"),
        ("gb18030", "gb2312"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-8"),
        ("cp1252", ""),
    ],
)
def test_charsets_are_detected(encoding, declared):
    words = {"cp949": "부산항", "cp932": "横浜港", "gb18030": "上海港"}.get(encoding, "Café zur Brücke")
    body = document(paragraphs=(f"{words}: {PARAGRAPHS[0]}", *PARAGRAPHS[1:])).decode()
    raw = body.encode(encoding)
    content_type = f"text/html; charset={declared}" if declared else "text/html"
    assert words in extract_article(page_of(raw, content_type=content_type), ENTRY).text


@pytest.mark.parametrize(
    ("language", "encoding", "declared", "words"),
    [
        ("pl", "iso8859_2", "", "Urząd portowy zwolnił dyrektora, bo nikt nie sprawdził łodzi"),
        ("cs", "cp1250", "", "Přístav propustil ředitele, protože nikdo lodě neprověřil"),
        ("tr", "cp1254", "utf-8", "Gümrük müdürlüğü şüpheli gemiyi bağladı"),
        ("de", "cp1252", "utf-8", "Die Behörde prüfte die Kähne nicht"),
        ("en", "iso2022_jp", "", "港湾局は局長を解任した"),
    ],
)
def test_charsets_follow_the_language_where_none_or_a_wrong_one_is_declared(language, encoding, declared, words):
    meta = f"<meta charset={declared}>" if declared else ""
    text = "".join(f"<p>{one}</p>" for one in (words, *PARAGRAPHS))
    body = f"<html lang={language}><head>{meta}<title>T</title></head><body><article>{text}</article></body></html>"
    assert words in extract_article(page_of(body.encode(encoding), content_type="text/html"), ENTRY).text


def test_ruby_readings_do_not_split_names():
    name = "<ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp></ruby><ruby>田<rt>だ</rt></ruby>太郎氏"
    body = document(paragraphs=(f"{name}: {PARAGRAPHS[0]}", *PARAGRAPHS[1:]))
    assert f"山田太郎氏: {PARAGRAPHS[0]}" in extract_article(page_of(body), ENTRY).text


def test_a_text_in_an_aside_below_the_headline_is_read():
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    body = f"<html><body><section><h1>Wall</h1><p>1 March 2026</p><aside>{text}</aside></section></body></html>"
    article = extract_article(page_of(body.encode()), ENTRY)
    assert [one for one in PARAGRAPHS if one not in article.text] == []


DEEP = b'<script type="application/ld+json">' + b'{"a":[' * 50_000 + b"]}" * 50_000 + b"</script>"
BAD = {
    "empty": (b"", Quality.EMPTY),
    "nul": (b"\x00" * 1000, Quality.EMPTY),
    "pdf": (b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF", Quality.EMPTY),
    "json": (b'{"headline": "no page"}', Quality.EMPTY),
    "frames": (b'<html><frameset><frame src="a"></frameset></html>', Quality.EMPTY),
    "shell": (
        b"<html><body><noscript>Please enable JavaScript.</noscript><div id=app></div></body></html>",
        Quality.EMPTY,
    ),
    "cut": (document(paragraphs=PARAGRAPHS * 3)[:-400], Quality.FULL),
    "nul within": (document().replace(b"harbour", b"har\x00bour"), Quality.FULL),
    "xhtml": (b'<?xml version="1.0" encoding="utf-8"?>' + document(), Quality.FULL),
    "deep data": (document(DEEP.decode()), Quality.FULL),
    "deep markup": (b"<html><body>" + b"<div>" * 50_000 + b"x", Quality.EMPTY),
    "bad dates": (document('<meta property="article:published_time" content="2026-13-45T99:00">'), Quality.FULL),
    "one long line": (b"<html><body><p>" + b"word " * 200_000, Quality.FULL),
    "many paragraphs": (document(paragraphs=PARAGRAPHS[:1] * 20_000), Quality.FULL),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_an_assessment_and_never_an_exception(name):
    body, quality = BAD[name]
    article = extract_article(page_of(body), ENTRY)
    assert (article.quality, bool(article.quality_reason)) == (quality, True)
    assert article.article_id


@pytest.mark.parametrize("stamp", ["2026-13-45", "0001-01-01", "2031-01-01T00:00:00Z", "yesterday", ""])
def test_an_implausible_date_is_ignored(stamp):
    article = read(document(f'<meta property="article:published_time" content="{stamp}">'))
    assert article.published is None


def test_a_time_without_an_offset_gives_only_the_day():
    article = read(document('<meta property="article:published_time" content="2026-03-01 23:30">'))
    assert article.published.at == date(2026, 3, 1)


def test_an_instant_is_given_in_utc_where_only_then_its_day_is_the_printed_one():
    declared = '<meta property="article:published_time" content="2026-02-27T21:00:00-05:00">'
    shown = read(document(declared, before="<p>28 February 2026</p>")).published
    assert shown.at == datetime(2026, 2, 28, 2, 0, tzinfo=UTC)
    assert shown.iso.startswith("2026-02-28")
    assert read(document(declared)).published.iso.startswith("2026-02-27")


def test_the_day_that_readers_see_goes_before_a_date_of_the_document():
    declared = '<meta name="dcterms.date" content="2025-12-20T11:02:44+01:00">'
    found = read(document(declared, before="<p>27.02.2026</p>")).published
    assert (found.at, found.source) == (date(2026, 2, 27), "text")
    assert read(document(declared)).published.source == "meta"


@pytest.mark.parametrize(
    ("body", "content_type", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Length 3>>", "application/octet-stream", "a PDF, which is not read"),
        (b"PK\x03\x04\x14\x00", "application/zip", "an office document or an archive"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4", "a film"),
        (b"\x01\x02", "text/html", "no markup that can be parsed"),
    ],
)
def test_a_file_that_is_no_page_is_named(body, content_type, words):
    article = extract_article(page_of(body, content_type=content_type), ENTRY)
    assert article.quality is Quality.EMPTY
    assert words in article.quality_reason
