"""Feeds made to read files, to grow without end or to break a parser: an entry without the secret, or a cause."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from extractors.feeds.parsing import parse_feed

JSON = '{"version": "https://jsonfeed.org/version/1.1", "items": '
ITEM = "<title>t</title><link>https://a.example/1</link>"
LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
INCLUDE = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file://SECRET' parse='text'/>"
NAMES = " ".join(f"xmlns:n{number}='u{number}'" for number in range(3_000))
LINK = "<enclosure url='https://a.example/x'/>"


def rss(item, root="<rss>"):
    return f"{root}<channel><item>{item}</item></channel></rss>"


def sitemap(address, before):
    return f"{before}<urlset><url><loc>{address}</loc></url></urlset>"


FEEDS = {
    "a sitemap with a file": sitemap("https://a.example/&x;", "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file://SECRET'>]>"),
    "an outside declaration": rss("&x;", "<!DOCTYPE rss SYSTEM 'file://SECRET'><rss>"),
    "a parameter entity": rss(ITEM, "<!DOCTYPE rss [<!ENTITY % x SYSTEM 'file://SECRET'> %x;]><rss>"),
    "entities of entities": rss("<title>&l11;</title>", f"<!DOCTYPE rss [{LAUGHS}]><rss>"),
    "an included file": rss(f"<title>{INCLUDE}</title>"),
    "content elsewhere": "<feed><entry><id>1</id><content src='file://SECRET'/></entry></feed>",
    "deep JSON": JSON + "[" * 500_000 + "]" * 500_000 + "}",
    "a number of 100,000 digits": JSON + '[{"id": ' + "9" * 100_000 + "}]}",
    "no numbers": JSON + '[{"id": NaN, "content_text": "x"}, {"id": Infinity, "content_text": "\\ud800"}]}',
    "other types": JSON + '[{"id": 1, "content_text": {"a": [1]}, "url": ["x"], "date_published": {}}, 7, null]}',
    "deep XML": "<rss><channel>" + "<item>" * 20_000,
    "a huge attribute": rss(f"<b a='{'x' * 2_000_000}'/>{ITEM}"),
    "thousands of names": rss(ITEM, f"<rss {NAMES}>"),
    "thousands of links": rss(ITEM + LINK * 5_000),
    "a date without end": rss(f"{ITEM}<pubDate>{'1 ' * 100_000}</pubDate>"),
}


@pytest.mark.parametrize("feed", FEEDS.values(), ids=FEEDS)
def test_nothing_is_read_from_elsewhere_and_nothing_grows(tmp_path, feed):
    (tmp_path / "secret").write_text("hunter2")
    body, begun = feed.replace("SECRET", str(tmp_path / "secret")).encode(), time.process_time()
    document = parse_feed(body, feed_id="f", url="https://a.example/f", seen_at=datetime(2026, 11, 30, tzinfo=UTC))
    assert time.process_time() - begun < 15
    said = repr(document)
    assert "hunter2" not in said
    assert len(said) < len(body) + 2_000_000
    assert all(one.url is None or one.url.startswith("https://a.example/") for one in document.entries)
