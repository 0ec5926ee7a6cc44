"""Formats of former times, vocabularies of other uses, and accidents of publishing; expected before they were read."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest

from extractors.feeds.parsing import parse_feed
from extractors.pages.plain_text import plain_title

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
DTD = '<!DOCTYPE rss [<!ENTITY who "Casimir Dobrowolski"><!ENTITY firm "Dobro &#38; S&#246;hne">]>'
LAUGHS = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def rss(item: str, *, prolog: str = "", head: str = "", namespaces: str = "") -> str:
    return f"{prolog}<rss version='2.0' {namespaces}><channel><title>K</title>{head}{item}</channel></rss>"


def item(title: str, more: str = "") -> str:
    return f"<item><title>{title}</title><link>https://n.example/a</link>{more}</item>"


def atom(entry: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><entry><id>1</id>{entry}</entry></feed>'


CASES = {  # the feed; the headline; words of summary and content
    "RSS 0.91 with its document type": (
        rss(item("Tregear indicted", "<description>By a &eacute;lite jury</description>"), prolog=DTD),
        "Tregear indicted",
        "élite jury",
    ),
    "RSS 0.90": (
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://my.netscape.com/rdf/simple/0.9/">'
            f"<channel><title>K</title></channel>{item('Bram Oosterwijk fined')}</rdf:RDF>"
        ),
        "Bram Oosterwijk fined",
        "",
    ),
    "Atom 0.3": (
        (
            '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>K</title><entry>'
            '<title mode="escaped" type="text/html">Pál &lt;b&gt;Zsigmond&lt;/b&gt; held</title>'
            "<summary>Short</summary>"
            '<link rel="alternate" href="https://n.example/a"/><issued>2026-11-20T08:00:00Z</issued></entry></feed>'
        ),
        "Pál Zsigmond held",
        "Short",
    ),
    "Atom with a prefix": (
        (
            '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>'
            '<a:title type="html">Nilufar &amp;amp; Sons</a:title>'
            '<a:link href="https://n.example/a"/><a:id>urn:1</a:id></a:entry></a:feed>'
        ),
        "Nilufar & Sons",
        "",
    ),
    "CDF": (
        (
            '<CHANNEL HREF="https://n.example/"><TITLE>K</TITLE><ITEM HREF="https://n.example/a"><TITLE>Fermín'
            "</TITLE><ABSTRACT>With Renzo Achterberg</ABSTRACT></ITEM></CHANNEL>"
        ),
        "Fermín",
        "Renzo Achterberg",
    ),
    "a title of a picture before that of the item": (
        rss(
            "<item><media:content url='p.jpg'><media:title>Picture</media:title></media:content>"
            "<title>Judge frees Mbovane</title><link>https://n.example/a</link></item>",
            namespaces='xmlns:media="http://search.yahoo.com/mrss/"',
        ),
        "Judge frees Mbovane",
        "",
    ),
    "summary and content": (
        rss(
            item("E", "<description>Teaser on Hrdličková</description><content:encoded>Body on Tighe</content:encoded>")
        ),
        "E",
        "Body on Tighe",
    ),
    "CDATA in CDATA": (rss(item("<![CDATA[Court ]]]]><![CDATA[> hears Farrow]]>")), "Court ]]> hears Farrow", ""),
    "CDATA that is escaped": (
        rss(item("&lt;![CDATA[Bail for Kertész]]&gt;", "<description>&lt;![CDATA[On Tighe]]&gt;</description>")),
        "Bail for Kertész",
        "On Tighe",
    ),
    "entities that the document declares": (
        rss(item("&who; indicted", "<description>Chief of &firm;</description>"), prolog=DTD),
        "Casimir Dobrowolski indicted",
        "Chief of Dobro & Söhne",
    ),
    "an entity that is a file": (
        rss(item("Novotňák &x;"), prolog='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "Novotňák &x;",
        "",
    ),
    "gzip in gzip": (gzip.compress(gzip.compress(rss(item("Quiñones")).encode())), "Quiñones", ""),
    "references to halves of a character": (
        rss(item("Held &#55357;&#xDEA8; Bakare &#55357;.")),
        "Held 🚨 Bakare \ufffd.",
        "",
    ),
    "references to no character": (rss(item("Ok Aune &#xFFFFFFF; &#0;")), "Ok Aune \ufffd \ufffd", ""),
    "markup in a title": (
        rss(item("<![CDATA[<em>Exclusive</em>: <a href='x'>Mahbub&nbsp;T.</a> &amp; sons]]>")),
        "Exclusive: Mahbub T. & sons",
        "",
    ),
    "a title in XHTML": (
        atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>Pemberley</b> trial</div></title>'),
        "The Pemberley trial",
        "",
    ),
    "the source of an item": (
        atom('<source><title>Blog</title><id>s</id></source><title>On Quentin Maddox</title><link href="/q"/>'),
        "On Quentin Maddox",
        "",
    ),
    "what a cache adds at the end": (rss(item("Ostrander")) + "<!-- 0.3 s --><script>x()</script>", "Ostrander", ""),
    "a declaration of UTF-16 before UTF-8": (
        rss(item("Ní Dhomhnaill"), prolog='<?xml version="1.0" encoding="utf-16"?>'),
        "Ní Dhomhnaill",
        "",
    ),
    "JSON Feed": (
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [{"id": "1", "title": "Šimkutė < acquitted", "content_text": "A <b> c"}],
            }
        ),
        "Šimkutė < acquitted",
        "A &lt;b&gt; c",
    ),
}


@pytest.mark.parametrize(("feed", "title", "words"), CASES.values(), ids=CASES)
def test_varieties(feed, title, words):
    body = feed if isinstance(feed, bytes) else feed.encode()
    document = parse_feed(body, feed_id="feed", url="https://n.example/feed.xml", seen_at=NOW)
    assert document.problem is None
    (entry,) = document.entries
    assert plain_title(entry.title) == title
    assert words in f"{entry.summary} {entry.content}"


def test_entities_that_multiply_are_left_as_they_are():
    feed = rss(item("Winterbourne &l9;"), prolog=f"<!DOCTYPE rss [{LAUGHS}]>")
    document = parse_feed(feed.encode(), feed_id="feed", url="https://n.example/feed.xml", seen_at=NOW)
    assert all(len(entry.title) < 100 for entry in document.entries)


def test_texts_put_in_for_entities_are_limited():
    prolog = f'<!DOCTYPE rss [<!ENTITY long "{"x" * 1000}">]>'
    feed = rss(item("&long;" * 100_000), prolog=prolog)
    document = parse_feed(feed.encode(), feed_id="feed", url="https://n.example/feed.xml", seen_at=NOW)
    assert [entry.title[:4] for entry in document.entries] == ["xxxx"]
