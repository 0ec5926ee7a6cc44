"""The feeds of common sources of the trade, as these sources write them; all contents are invented."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

import pytest

from core.records import Quality
from extractors.feeds.parsing import parse_feed
from extractors.pages.article import read_feed_content
from extractors.pages.quality import QualityAssessment

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
MORNING = datetime(2026, 11, 28, 10, tzinfo=UTC)
NAME = "Velmar Odris Kantou"


def only_entry(body: str, encoding: str = "utf-8"):
    document = parse_feed(body.encode(encoding), feed_id="f", url="https://feeds.example.org/x", seen_at=NOW)
    assert (document.problem, document.warnings) == (None, ())
    (entry,) = document.entries
    return entry


def words_of(entry) -> tuple[str | None, str]:
    article = read_feed_content(entry, QualityAssessment(Quality.PARTIAL, ""))
    return article.title, article.text


def google_news(link: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><rss version="2.0"
      xmlns:media="http://search.yahoo.com/mrss/"><channel><generator>NFE/5.0</generator><title>"{NAME}" - Google News
      </title><link>https://news.google.com/search?q=x</link><language>en-US</language><item>
      <title>{NAME} charged in fraud case - The Courier</title><link>{link}</link>
      <guid isPermaLink="false">CBMiabc</guid><pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate>
      <description>&lt;a href="{link}" target="_blank"&gt;{NAME} charged in fraud case&lt;/a&gt;&amp;nbsp;&amp;nbsp;
      &lt;font color="#6f6f6f"&gt;The Courier&lt;/font&gt;</description>
      <source url="https://courier.example">The Courier</source></item></channel></rss>"""


def test_google_news_with_an_id_that_holds_the_address_leads_to_the_publisher():
    address = b"https://courier.example/news/fraud-case"
    message = b"\x08\x13\x22" + bytes([len(address)]) + address + b"\xd2\x01\x00"
    article_id = base64.urlsafe_b64encode(message).decode().rstrip("=")
    entry = only_entry(google_news(f"https://news.google.com/rss/articles/{article_id}?oc=5"))
    assert (entry.url, entry.published) == (address.decode(), MORNING)


def test_google_news_with_an_opaque_id_has_headline_and_words():
    link = "https://news.google.com/rss/articles/CBMiqAFBVV95cUxQ?oc=5"
    entry = only_entry(google_news(link))
    assert (entry.url, entry.entry_key) == (link, "CBMiabc")
    title, text = words_of(entry)
    assert NAME in title
    assert NAME in text


def test_google_alerts_leads_to_the_publisher():
    entry = only_entry(f"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:idx="urn:atom-extension:indexing"><id>
      tag:google.com,2005:reader/user/1/state/com.google/alerts/2</id><title>Google Alert - {NAME}</title>
      <updated>2026-11-28T10:00:00Z</updated><entry><id>tag:google.com,2013:googlealerts/feed:3</id>
      <title type="html">&lt;b&gt;{NAME}&lt;/b&gt; charged &amp;amp; arrested</title>
      <link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://courier.example/a%3Fid%3D1&amp;ct=ga"></link>
      <published>2026-11-28T10:00:00Z</published><updated>2026-11-28T10:00:00Z</updated>
      <content type="html">The board heard &lt;b&gt;{NAME}&lt;/b&gt; on Friday.</content></entry></feed>""")
    assert entry.url == "https://courier.example/a?id=1"
    assert words_of(entry) == (f"{NAME} charged & arrested", f"The board heard {NAME} on Friday.")


def test_youtube_has_the_description_of_the_video():
    entry = only_entry(f"""<?xml version="1.0" encoding="UTF-8"?><feed xmlns:yt="http://www.youtube.com/xml/schemas/2015"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><title>District TV</title>
      <entry><id>yt:video:abc123</id><yt:videoId>abc123</yt:videoId><title>Evening news</title>
      <link rel="alternate" href="https://www.youtube.com/watch?v=abc123"/><author><name>District TV</name></author>
      <published>2026-11-28T10:00:00+00:00</published><updated>2026-11-28T11:00:00+00:00</updated>
      <media:group><media:title>Evening news</media:title><media:content url="https://www.youtube.com/v/abc123"
      type="application/x-shockwave-flash" width="640" height="390"/><media:description>With {NAME} in the studio.
      </media:description></media:group></entry></feed>""")
    assert (entry.url, entry.published) == ("https://www.youtube.com/watch?v=abc123", MORNING)
    assert words_of(entry) == ("Evening news", f"With {NAME} in the studio.")


def test_reddit_has_the_text_of_the_post():
    entry = only_entry(f"""<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"
      xmlns:media="http://search.yahoo.com/mrss/"><category term="news" label="r/news"/><title>news</title><entry>
      <author><name>/u/reader</name><uri>https://www.reddit.com/user/reader</uri></author>
      <content type="html">&lt;!-- SC_OFF --&gt;&lt;div class=&quot;md&quot;&gt;&lt;p&gt;They found that {NAME} held the
      shares.&lt;/p&gt; &lt;/div&gt;&lt;!-- SC_ON --&gt; &amp;#32; submitted by &amp;#32; &lt;a href=&quot;x&quot;&gt;
      /u/reader &lt;/a&gt;</content><id>t3_1abc</id><link href="https://www.reddit.com/r/news/comments/1abc/who/"/>
      <updated>2026-11-28T10:00:00+00:00</updated><published>2026-11-28T10:00:00+00:00</published>
      <title>Who &lt;holds&gt; the shares?</title></entry></feed>""")
    title, text = words_of(entry)
    assert (entry.entry_key, title) == ("t3_1abc", "Who <holds> the shares?")
    assert f"They found that {NAME} held the shares." in text


def test_the_copy_of_a_telegram_channel_has_the_message():
    entry = only_entry(f"""<rss version="2.0"><channel><title>Desk - Telegram Channel</title><link>https://t.me/s/desk</link>
      <item><title>📷 Суд арестовал …</title><description><![CDATA[<p>Суд арестовал <b>{NAME}</b><br>Подробнее</p>]]>
      </description><link>https://t.me/desk/77</link><guid isPermaLink="false">https://t.me/desk/77</guid>
      <pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>""")
    assert entry.url == "https://t.me/desk/77"
    assert NAME in words_of(entry)[1]


def test_govdelivery_has_the_bulletin():
    entry = only_entry(f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel><title>Treasury Bulletins</title><link>https://content.govdelivery.example/accounts/X/bulletins</link>
      <item><title>Designations of the day</title><pubDate>Sat, 28 Nov 2026 04:00:00 -0600</pubDate>
      <link>https://content.govdelivery.example/accounts/X/bulletins/1f2e</link><description>
      &lt;html&gt;&lt;body&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;&lt;p&gt;The office added {NAME} to its list.&lt;/p&gt;
      &lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;&lt;/body&gt;&lt;/html&gt;</description></item></channel></rss>""")
    assert (entry.published, words_of(entry)[1]) == (MORNING, f"The office added {NAME} to its list.")


def test_wordpress_has_excerpt_and_content():
    entry = only_entry(f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Blog</title><link>https://blog.example</link>
      <sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency> 1 </sy:updateFrequency><item>
      <title>Who&#8217;s on the board</title><link>https://blog.example/board/</link><dc:creator><![CDATA[An Author]]>
      </dc:creator><pubDate>Sat, 28 Nov 2026 10:00:00 +0000</pubDate><guid isPermaLink="false">https://blog.example/?p=7
      </guid><description><![CDATA[<p>A name in the excerpt: {NAME} [&#8230;]</p>]]></description>
      <content:encoded><![CDATA[<p>The board met on Tuesday in the hall of the district.</p>]]></content:encoded></item>
      </channel></rss>""")
    title, text = words_of(entry)
    assert (entry.entry_key, entry.author, title) == ("https://blog.example/?p=7", "An Author", "Who’s on the board")
    assert text.split("\n") == [
        f"A name in the excerpt: {NAME} […]",
        "The board met on Tuesday in the hall of the district.",
    ]


def test_mastodon_has_posts_without_headlines():
    entry = only_entry(f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Desk</title>
      <link>https://social.example/@desk</link><item><guid isPermaLink="true">https://social.example/@desk/11</guid>
      <link>https://social.example/@desk/11</link><pubDate>Sat, 28 Nov 2026 10:00:00 +0000</pubDate>
      <description>&lt;p&gt;{NAME} was named &lt;a href="https://social.example/tags/x"&gt;#&lt;span&gt;x&lt;/span&gt;&lt;/a&gt;
      &lt;/p&gt;</description></item></channel></rss>""")
    title, text = words_of(entry)
    assert (entry.url, title) == ("https://social.example/@desk/11", None)
    assert text.startswith(f"{NAME} was named")


@pytest.mark.parametrize("form", ["rss", "json"])
def test_gdelt_has_headlines_and_addresses(form):
    if form == "json":
        one = {"id": "https://courier.example/a", "url": "https://courier.example/a", "title": f"{NAME} charged"}
        body = {"version": "https://jsonfeed.org/version/1", "items": [one | {"date_published": "20261128T100000Z"}]}
        entry = only_entry(json.dumps(body))
    else:
        entry = only_entry(f"""<rss version="2.0"><channel><title>GDELT</title><item>
          <title>{NAME} charged</title><link>https://courier.example/a</link><guid>https://courier.example/a</guid>
          <pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>""")
    assert (entry.url, entry.published) == ("https://courier.example/a", MORNING)
    assert words_of(entry) == (f"{NAME} charged", "")


def test_edgar_has_filer_and_form():
    entry = only_entry(
        f"""<?xml version="1.0" encoding="ISO-8859-1" ?><feed xmlns="http://www.w3.org/2005/Atom"><title>Latest Filings
        </title><link rel="alternate" href="/cgi-bin/browse-edgar?action=getcurrent"/><entry>
        <title>8-K - {NAME} Société &amp; Co. (0001234567) (Filer)</title><link rel="alternate" type="text/html"
        href="https://www.sec.example/Archives/edgar/data/1/0001-index.htm"/><summary type="html">
        &lt;b&gt;Filed:&lt;/b&gt; 2026-11-28 &lt;b&gt;AccNo:&lt;/b&gt; 0001 &lt;b&gt;Size:&lt;/b&gt; 1 MB</summary>
        <updated>2026-11-28T05:00:00-05:00</updated><category scheme="x" label="form type" term="8-K"/>
        <id>urn:tag:sec.gov,2008:accession-number=0001</id></entry></feed>""",
        "latin-1",
    )
    assert (entry.url, entry.published) == ("https://www.sec.example/Archives/edgar/data/1/0001-index.htm", MORNING)
    assert words_of(entry)[0] == f"8-K - {NAME} Société & Co. (0001234567) (Filer)"
