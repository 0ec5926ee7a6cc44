from __future__ import annotations

import gzip
import json
import time
from datetime import UTC, datetime, timedelta

import pytest

from core.records import FeedKind
from extractors.feeds.contents import UpdateSchedule
from extractors.feeds.formats.sitemap import newest_sitemaps
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


def test_a_sitemap_index_lists_its_sitemaps_and_the_newest_come_first():
    days = (3, None, 21, 7, 14, 1, 20)
    index = "".join(
        f"<sitemap><loc>https://news.example.org/{day}.xml</loc>{f'<lastmod>2026-11-{day:02}</lastmod>' if day else ''}"
        "</sitemap>"
        for day in days
    )
    document = parsed(f"<sitemapindex>{index}</sitemapindex>")
    assert (document.problem, document.warnings, len(document.sitemaps)) == (None, (), 7)
    newest = [link.url.rpartition("/")[2] for link in newest_sitemaps(document.sitemaps, NOW)]
    assert newest == ["21.xml", "20.xml", "14.xml", "7.xml", "3.xml"]


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
    began = time.process_time()
    said = str(parsed(body))
    assert time.process_time() - began < 2
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


# ---------------------------------------------------------------- kinds that were read wrongly


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026.11.20 10:15", "2026-11-20T10:15"),
        ("2026. 11. 20. 오후 3:09", "2026-11-20T15:09"),
        ("2026年11月20日 下午3:09", "2026-11-20T15:09"),
        ("20261120T101500Z", "2026-11-20T10:15"),
        ("20 Nov 2026 12:05 AM", "2026-11-20T00:05"),
        ("Nov. 20, 2026, 3:09 p.m.", "2026-11-20T15:09"),
        ("10:15 AM ET, Fri November 20, 2026", "2026-11-20T15:15"),
        ("Fri, 20 Nov 2026 10:00:00 GMT-0330", "2026-11-20T13:30"),
        ("Fri, 20 Nov 2026 24:00:00 GMT", "2026-11-21T00:00"),
        ("20 de noviembre de 2026", "2026-11-20T00:00"),
        ("20 novembre 2026 à 10h15", "2026-11-20T10:15"),
        ("20. listopada 2026 10:15", "2026-11-20T10:15"),
        ("20 Kasım 2026 10:15", "2026-11-20T10:15"),
        ("20/11/2026 10:15", "2026-11-20T10:15"),
        ("2026-11-20 10:00 Asia/Seoul", "2026-11-20T01:00"),
        ("03/04/2026", None),
        ("20.11.26", None),
        ("November 2026", None),
        ("2026-11", None),
        ("10:15", None),
        ("yesterday", None),
        ("1795168800", "2026-11-20T10:00"),
        ("1795168800000", "2026-11-20T10:00"),
        ("۲۹ آبان ۱۴۰۵", "2026-11-20T00:00"),
        ("1405/08/29 10:15", "2026-11-20T10:15"),
        ("2026-13-20", None),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("20 Nov 2026 10:00 +2500", None),
    ],
)
def test_a_date_in_any_form_is_read_rightly_or_not_at_all(written, read):
    entry = only(parsed(rss(f"<item><title>t</title><pubDate>{written}</pubDate></item>")))
    assert (entry.published and entry.published.strftime("%Y-%m-%dT%H:%M")) == read
    assert (entry.date_flag is None) is (read is not None)


def test_an_unreadable_date_gives_way_to_the_next_element():
    dates = "<pubDate>soon</pubDate><dc:date>2026-11-20T10:00:00Z</dc:date>"
    body = rss(f"<item><title>t</title>{dates}</item>").replace(
        "<rss", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>t</title><published>soon</published>
      <updated>2026-11-20T10:00:00Z</updated></entry></feed>"""
    json_feed = json.dumps({"items": [{"id": 1, "date_published": "soon", "date_modified": "2026-11-20T10:00:00Z"}]})
    for one in (atom, json_feed, body):
        assert only(parsed(one)).published == datetime(2026, 11, 20, 10, tzinfo=UTC)


LEGACY = "<item><title>{}</title></item>"


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("ks_c_5601-1987", "cp949", "똠방각하 기소"),
        ("windows-31j", "cp932", "第①回 髙橋"),
        ("gb2312", "gb18030", "镕基㐂说"),
        ("windows-874", "cp874", "นายกรัฐมนตรี “กล่าว”"),
        ("x-sjis", "cp932", "第①回"),
        ("iso-8859-1", "cp1252", "“Élodie” – 20 €"),
    ],
)
def test_labels_mean_their_supersets(label, codec, text):
    head = f'<?xml version="1.0" encoding="{label}"?>'
    body = (head + rss(LEGACY.format(text)).partition("?>")[2]).encode(codec)
    assert only(parsed(body)).title == text
    assert only(parsed(body, content_type="text/xml; charset=ISO-8859-1")).title == text  # servers send it by default
    undeclared = body.partition(b"?>")[2]
    assert only(parsed(undeclared, content_type=f"application/xml; charset={label}")).title == text


@pytest.mark.parametrize("label", ["utf-16", "utf-7", "idna", "nonsense"])
def test_a_label_that_cannot_be_true_is_ignored(label):
    body = f'<?xml version="1.0" encoding="{label}"?>' + rss(LEGACY.format("김광진")).partition("?>")[2]
    assert only(parsed(body)).title == "김광진"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_recognised(codec):
    assert only(parsed(rss(LEGACY.format("김광진")).encode(codec))).title == "김광진"


def test_a_bad_byte_among_few_letters_costs_only_itself():
    items = LEGACY.format("Müller") + LEGACY.format("caf?") + LEGACY.format("no more")
    document = parsed(rss(items).encode().replace(b"caf?", b"caf\xe9"))
    assert [entry.title for entry in document.entries] == ["Müller", "caf\ufffd", "no more"]
    assert document.warnings == ("An undecodable byte was lost.",)


def test_little_korean_among_much_markup_is_guessed():
    padding = "<!-- " + "x" * 40_000 + " -->"
    items = LEGACY.format("검찰은 북한 정보기술 노동자를 기소했다고 발표했다") + padding
    assert only(parsed(rss(items).encode("cp949"))).title.startswith("검찰은 북한")


def test_control_characters_become_spaces():
    assert only(parsed(rss(LEGACY.format("a\x0bb\x08c")))).title == "a b c"


def test_items_that_differ_only_in_a_later_edit_of_the_text_keep_their_keys():
    def keys(text):
        items = "".join(
            f"<item><link>/same</link><title>N{n}</title><description>{text}</description></item>" for n in "12"
        )
        return [entry.entry_key for entry in parsed(rss(items)).entries]

    assert keys("before") == keys("after")
    assert len(set(keys("before"))) == 2


@pytest.mark.parametrize("parameter", ["lang=en", "copy=1", "image=2", "reg=3", "para=4", "x", "=", "&b"])
def test_an_unescaped_ampersand_is_one(parameter):
    link = f"https://news.example.org/a?id=1&{parameter}"
    for body in (rss(f"<item><link>{link}</link></item>"), f"<urlset><url><loc>{link}</loc></url></urlset>"):
        assert only(parsed(body)).url == link
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="{link}"/></entry></feed>'
    assert only(parsed(atom)).url == link


def test_entities_of_html_are_read_and_cdata_is_left():
    entry = only(
        parsed(rss("<item><title>Caf&eacute;&nbsp;X</title><description><![CDATA[a &copy; b&x]]></description></item>"))
    )
    assert (entry.title, entry.summary) == ("Café\xa0X", "a &copy; b&x")


def test_the_address_of_a_link_is_its_href():
    body = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>
      <link uri="https://other.example/" href="https://news.example.org/1" url='x'/></entry></feed>"""
    assert only(parsed(body)).url == "https://news.example.org/1"


def test_an_id_that_is_an_address_stands_for_an_empty_link():
    body = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://news.example.org/1</id>
      <link rel="alternate" href=""></link><title>t</title></entry></feed>"""
    assert only(parsed(body)).url == "https://news.example.org/1"


@pytest.mark.parametrize("before", ["\ufeff\ufeff", "Notice: x\n", "<pre>Deprecated</pre>\n", "<!-- <rss> -->", "\n\n"])
def test_what_stands_before_the_feed_is_passed_over(before):
    assert only(parsed(before + rss(LEGACY.format("t")))).title == "t"


def test_a_page_that_shows_a_feed_is_none():
    page = (
        "<!doctype html><html><body><p>Use &lt;rss&gt;:</p><rss><channel><item><title>x</title></item></channel></rss>"
    )
    assert parsed(page).problem.cause == "html"


def test_only_the_news_of_a_sitemap_are_its_news():
    body = """<urlset><url><loc>https://news.example.org/1</loc><lastmod>2026-11-20</lastmod>
      <v:video><v:title>Clip</v:title><v:publication_date>2019-01-01</v:publication_date></v:video></url></urlset>"""
    entry = only(parsed(body))
    assert (entry.title, entry.published) == (None, datetime(2026, 11, 20, tzinfo=UTC))
