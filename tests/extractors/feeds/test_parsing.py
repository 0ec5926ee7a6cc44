from __future__ import annotations

import gzip
import json
import time
from datetime import UTC, datetime, timedelta

import pytest

from core.records import FeedKind
from extractors.feeds.contents import UpdateSchedule
from extractors.feeds.parsing import detect_format, parse_feed

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOME = "https://news.example.org/feeds/all.xml"


def parsed(body, **changes):
    data = body.encode() if isinstance(body, str) else body
    return parse_feed(data, **{"feed_id": "feed", "url": HOME, "seen_at": NOW} | changes)


def rss(items, channel="<title>Farm News</title><link>https://news.example.org/</link>"):
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{channel}{items}</channel></rss>'


def only(document):
    assert document.problem is None
    (entry,) = document.entries
    return entry


# ---------------------------------------------------------------- formats


def test_rss_with_full_content():
    namespaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    item = """<item><title>Keeper &amp; farm</title><link>https://news.example.org/a?id=1</link>
      <guid isPermaLink="false">story-1</guid><pubDate>Sat, 21 Nov 2026 10:00:00 -0500</pubDate>
      <dc:creator>A. Reporter</dc:creator><description>&lt;p&gt;Short.&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>Long <script>x()</script> text.</p>]]></content:encoded></item>"""
    body = rss(item, "<title>Farm News</title><language>en-gb</language>").replace("<rss", f"<rss {namespaces}")
    document = parsed(body)
    entry = only(document)
    assert (document.kind, document.title) == (FeedKind.RSS, "Farm News")
    assert (entry.entry_key, entry.url, entry.title) == ("story-1", "https://news.example.org/a?id=1", "Keeper & farm")
    assert (entry.summary, entry.content) == ("<p>Short.</p>", "<p>Long <script>x()</script> text.</p>")
    assert entry.published == datetime(2026, 11, 21, 15, tzinfo=UTC)
    assert (entry.author, entry.language, entry.seen_at) == ("A. Reporter", "en-gb", NOW)


def test_atom():
    document = parsed("""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko"><title>농장</title><entry>
      <id>tag:example.org,2026:1</id><title type="html">&lt;b&gt;노트북&lt;/b&gt;</title>
      <link rel="self" href="https://news.example.org/self"/><link href="https://news.example.org/1"/>
      <updated>2026-11-21T19:00:00+09:00</updated><content type="html">본문</content></entry></feed>""")
    entry = only(document)
    assert document.kind is FeedKind.ATOM
    assert (entry.entry_key, entry.url) == ("tag:example.org,2026:1", "https://news.example.org/1")
    assert (entry.title, entry.content, entry.language) == ("<b>노트북</b>", "본문", "ko")
    assert entry.published == datetime(2026, 11, 21, 10, tzinfo=UTC)


def test_rdf():
    document = parsed("""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel rdf:about="https://news.example.org/"><title>RDF</title><sy:updatePeriod>hourly</sy:updatePeriod>
      <sy:updateFrequency>2</sy:updateFrequency></channel>
      <item rdf:about="https://news.example.org/1"><title>One</title><link>https://news.example.org/1</link>
      <dc:date>2026-11-21T10:00:00Z</dc:date></item></rdf:RDF>""")
    assert only(document).published == datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert document.update_schedule.min_interval == timedelta(minutes=30)


@pytest.mark.parametrize("version", ["0.91", "0.92", "2.0"])
def test_older_rss(version):
    body = rss("<item><title>One</title><link>https://news.example.org/1</link></item>").replace("2.0", version)
    assert only(parsed(body)).entry_key == "https://news.example.org/1"


@pytest.mark.parametrize("version", ["1", "1.1"])
def test_json_feed(version):
    one = {
        "id": 7,
        "url": "/seven",
        "title": "Seven",
        "content_html": "<p>7</p>",
        "summary": "s",
        "language": "ja",
        "date_published": "2026-11-21T10:00:00+09:00",
        "author": {"name": "A"},
        "authors": [{"name": "B"}],
    }
    feed = {"version": f"https://jsonfeed.org/version/{version}", "title": "J", "items": [one, "no item", {}]}
    document = parsed(json.dumps(feed))
    entry = only(document)
    assert (document.kind, document.title, document.warnings) == (FeedKind.JSON, "J", ())
    assert (entry.entry_key, entry.url, entry.title) == ("7", "https://news.example.org/seven", "Seven")
    assert (entry.content, entry.summary, entry.author, entry.language) == ("<p>7</p>", "s", "B", "ja")
    assert entry.published == datetime(2026, 11, 21, 1, tzinfo=UTC)


def test_news_sitemap():
    document = parsed("""<?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc> https://news.example.org/1 </loc><news:news><news:publication><news:name>N</news:name>
      <news:language>en</news:language></news:publication><news:publication_date>2026-11-21</news:publication_date>
      <news:title>Head &amp; line</news:title></news:news></url></urlset>""")
    entry = only(document)
    assert document.kind is FeedKind.SITEMAP
    assert (entry.entry_key, entry.title, entry.language) == ("https://news.example.org/1", "Head & line", "en")
    assert entry.published == datetime(2026, 11, 21, tzinfo=UTC)


def test_a_gzipped_sitemap_is_read():
    urls = b"<urlset><url><loc>https://news.example.org/1</loc></url></urlset>"
    assert only(parsed(gzip.compress(urls))).url == "https://news.example.org/1"
    assert parsed(gzip.compress(urls)[:-9]).problem.cause == "not_a_feed"


def test_a_sitemap_index_names_its_sitemaps():
    index = "<sitemapindex><sitemap><loc>https://news.example.org/sitemap-1.xml</loc></sitemap></sitemapindex>"
    problem = parsed(index).problem
    assert problem.cause == "sitemap_index"
    assert "https://news.example.org/sitemap-1.xml" in problem.message


# ---------------------------------------------------------------- identity and links


def test_relative_links_are_resolved_against_their_base():
    item = "<item><title>t</title><link>/story</link></item>"
    assert only(parsed(rss(item))).url == "https://news.example.org/story"
    elsewhere = rss(item, "<link>https://www.example.net/blog/</link>")
    assert only(parsed(elsewhere)).url == "https://www.example.net/story"
    assert only(parsed(rss("<item><link>story</link></item>", ""))).url == "https://news.example.org/feeds/story"
    based = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example.net/x/">
      <entry xml:base="y/"><id>1</id><link href="story"/></entry></feed>"""
    assert only(parsed(based)).url == "https://base.example.net/x/y/story"


def test_only_a_permalink_guid_is_the_link():
    assert only(parsed(rss("<item><guid>https://news.example.org/1</guid></item>"))).url == "https://news.example.org/1"
    opaque = rss('<item><guid isPermaLink="false">https://news.example.org/1</guid><title>t</title></item>')
    assert only(parsed(opaque)).url is None


def test_without_a_guid_the_canonical_address_is_the_key():
    item = "<item><link>https://News.example.org:443/1?utm_source=rss&amp;b=1&amp;a=2#top</link></item>"
    assert only(parsed(rss(item))).entry_key == "https://news.example.org/1?a=2&b=1"
    assert only(parsed(rss(item))).url.endswith("#top")


def test_without_guid_and_link_a_hash_of_the_text_is_the_key():
    keys = [only(parsed(rss(f"<item><title>{title}</title></item>"))).entry_key for title in ("a", "b", "a")]
    assert keys[0] == keys[2] != keys[1]


def test_the_original_link_of_feedburner_is_used():
    item = """<item><link>https://feedproxy.example.com/~r/x</link>
      <feedburner:origLink>https://news.example.org/1</feedburner:origLink></item>"""
    body = rss(item).replace("<rss", '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"')
    assert only(parsed(body)).url == "https://news.example.org/1"


def test_a_guid_shared_by_different_links_is_no_key():
    items = "".join(f"<item><guid isPermaLink='false'>same</guid><link>/{n}</link></item>" for n in range(3))
    keys = [entry.entry_key for entry in parsed(rss(items)).entries]
    assert keys == [f"https://news.example.org/{n}" for n in range(3)]


def test_a_repeated_item_is_one_entry():
    item = "<item><guid isPermaLink='false'>same</guid><link>/1</link></item>"
    assert len(parsed(rss(item * 3)).entries) == 1


@pytest.mark.parametrize("link", ["javascript:alert(1)", "mailto:a@example.org", "file:///etc/passwd", "http://", ""])
def test_links_of_other_schemes_are_ignored(link):
    assert only(parsed(rss(f"<item><title>t</title><link>{link}</link></item>", ""))).url is None


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("Sat, 21 Nov 2026 10:00:00 GMT", 10),
        ("Sat, 21 Nov 2026 10:00:00 -04:00", 14),
        ("Sat, 21 Nov 2026 10:00:00 EST", 15),
        ("Sat, 21 Nov 2026 10:00:00 KST", 1),
        ("Sat, 21 Nov 2026 10:00:00", 10),
        ("21 Nov 2026 10:00 +0100", 9),
        ("2026-11-21T10:00:00Z", 10),
        ("2026-11-21 10:00:00+09:00", 1),
        ("2026-11-21T10:00:00.123456", 10),
    ],
)
def test_dates_in_the_formats_of_feeds_are_read(written, hour):
    entry = only(parsed(rss(f"<item><title>t</title><pubDate>{written}</pubDate></item>")))
    assert (entry.published.date().isoformat(), entry.published.hour) == ("2026-11-21", hour)
    assert entry.date_flag is None


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        ("", None),
        ("soon", "unreadable: soon"),
        ("Fri, 31 Dec 9999 23:59:59 -0500", "unreadable: Fri"),
        ("2031-01-01T00:00:00Z", "in the future"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "too early"),
        ("0001-01-01T00:00:00+14:00", "unreadable: 0001"),
    ],
)
def test_absurd_dates_are_only_a_flag(written, flag):
    entry = only(parsed(rss(f"<item><title>t</title><pubDate>{written}</pubDate></item>")))
    assert entry.published is None
    assert entry.date_flag == flag if flag is None else entry.date_flag.startswith(flag)


def test_a_date_later_today_is_kept_and_flagged():
    entry = only(parsed(rss("<item><title>t</title><pubDate>Sun, 22 Nov 2026 20:00:00 GMT</pubDate></item>")))
    assert (entry.published.hour, entry.date_flag) == (20, "ahead of its time")


# ---------------------------------------------------------------- update schedule


def test_the_update_schedule_is_read():
    channel = """<ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours>
      <skipDays><day>Sunday</day></skipDays>"""
    document = parsed(rss("<item><title>t</title></item>", channel))
    assert document.update_schedule == UpdateSchedule(timedelta(minutes=90), frozenset({0, 3}), frozenset({6}))


@pytest.mark.parametrize("channel", ["<ttl>often</ttl>", "<ttl></ttl>", "<skipHours><hour>x</hour></skipHours>"])
def test_invalid_update_schedules_are_ignored(channel):
    assert parsed(rss("<item><title>t</title></item>", channel)).update_schedule == UpdateSchedule()


# ---------------------------------------------------------------- broken and foreign bodies


@pytest.mark.parametrize(
    "body",
    [
        b"\n\n  " + rss("<item><title>t</title></item>").encode(),
        b"\xef\xbb\xbf" + rss("<item><title>t</title></item>").encode(),
        b"Notice: line 3\n" + rss("<item><title>t</title></item>").encode(),
        rss("<item><title>t</title></item>").replace("?>", ' encoding="utf-16"?>').encode("utf-16"),
        b"<!-- made by hand --><!DOCTYPE rss>" + rss("<item><title>t</title></item>").encode(),
        rss("<item><title>t & u</title><x></item>").encode(),
    ],
)
def test_odd_beginnings_and_small_mistakes_are_tolerated(body):
    assert only(parsed(body)).title.startswith("t")


@pytest.mark.parametrize("encoding", ["euc-kr", "shift_jis", "windows-1251", "latin-1", "utf-8"])
def test_declared_encodings_are_used(encoding):
    title = {"euc-kr": "노트북", "shift_jis": "農場", "windows-1251": "Ферма"}.get(encoding, "Ferme été")
    body = rss(f"<item><title>{title}</title></item>").replace("?>", f' encoding="{encoding}"?>', 1)
    assert only(parsed(body.encode(encoding))).title == title


def test_a_truncated_feed_gives_its_entries_and_is_flagged():
    whole = rss("".join(f"<item><guid>https://news.example.org/{n}</guid></item>" for n in range(10)))
    document = parsed(whole[: len(whole) * 7 // 10])
    assert 5 <= len(document.entries) < 10
    assert document.truncated
    assert document.warnings
    assert not parsed(whole).truncated


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        ('{"error": "no such feed"}', "not_a_feed"),
        ('{"items": [', "broken"),
        ("plain words", "not_a_feed"),
        ("<svg><g/></svg>", "not_a_feed"),
        ("<!doctype html><html><body>Welcome</body></html>", "html"),
        ("<html><head><title>Just a moment...</title></head></html>", "captcha"),
        ("<html><script src='https://ct.captcha-delivery.com/c.js'></script></html>", "captcha"),
        ("<!DOCTYPE html><html><head><title>Before you continue</title></head></html>", "consent"),
        ("<html><body>This domain is for sale!</body></html>", "parked"),
        ("<html><form><input name=p type='password'></form></html>", "login"),
    ],
)
def test_a_body_that_is_no_usable_feed_has_a_cause(body, cause):
    document = parsed(body)
    assert (document.entries, document.problem.cause) == ((), cause)
    assert document.problem.message


@pytest.mark.parametrize(
    "body",
    [
        rss(""),
        "<feed xmlns='http://www.w3.org/2005/Atom'/>",
        "<urlset></urlset>",
        '{"version":"https://jsonfeed.org/version/1","items":[]}',
    ],
)
def test_a_feed_without_entries_is_read_with_a_warning(body):
    document = parsed(body)
    assert (document.entries, document.problem) == ((), None)
    assert document.warnings == ("The feed holds no entries.",)


def test_a_feed_cut_off_before_its_first_entry_is_broken():
    assert parsed(rss("")[:-20]).problem.cause == "broken"


def test_entities_are_neither_fetched_nor_expanded(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read me")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY l0 "ha">{laughs}]>'
    body = head + rss("<item><title>&x;&l11;!</title></item>").partition("?>")[2]
    began = time.perf_counter()
    said = str(parsed(body))
    assert time.perf_counter() - began < 2
    assert "do not read me" not in said
    assert len(said) < 10_000


def test_huge_texts_are_cut():
    entry = only(
        parsed(rss(f"<item><title>{'t' * 2_000_000}</title><description>{'d' * 500_000}</description></item>"))
    )
    assert (len(entry.title), len(entry.summary)) == (1_000, 100_000)


def test_thousands_of_entries_are_all_read():
    document = parsed(rss("".join(f"<item><guid isPermaLink='false'>{n}</guid></item>" for n in range(3_000))))
    assert len({entry.entry_key for entry in document.entries}) == 3_000


def test_characters_that_no_database_stores_are_replaced():
    entry = only(parsed(json.dumps({"items": [{"id": "a\x00b", "title": "x\ud800y\x00"}]})))
    assert (entry.entry_key, entry.title) == ("ab", "x\ufffdy\ufffd")


def test_the_format_is_detected_by_the_root_element():
    assert detect_format(b"<?xml version='1.0'?><!-- c --><rss>") is FeedKind.RSS
    assert detect_format(b"<rdf:RDF>") is FeedKind.RSS
    assert detect_format(b"<a:feed>") is FeedKind.ATOM
    assert detect_format(b'  {"version":') is FeedKind.JSON
    assert detect_format(b"<html>") is None
