"""Feeds as publishers write them: charsets, addresses, dates and what stands around the XML, by kind.

The expected values were written before the feeds were read.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.feeds.parsing import parse_feed

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
HOME = "https://n.example/feed.xml"


def parse(body: bytes | str, **changes):
    body = body.encode() if isinstance(body, str) else body
    return parse_feed(body, **({"feed_id": "feed", "url": HOME, "seen_at": NOW} | changes))


def rss(items: str, *, head: str = "", declaration: str = "") -> str:
    return f"{declaration}<rss version='2.0'><channel><link>https://n.example/</link>{head}{items}</channel></rss>"


def titles(document) -> list[str | None]:
    return [entry.title for entry in document.entries]


# ---------------------------------------------------------------- charsets

DECLARED = [  # label, what text the codec on the right makes
    ("big5", "王小明被起訴", "big5"),
    ("big5-hkscs", "嘅啲咗嘢被捕", "big5hkscs"),
    ("gb2312", "镕基被起诉", "gb18030"),
    ("gb18030", "𠮷田被起诉", "gb18030"),
    ("windows-874", "นายสมชาย “ถูกจับ”", "cp874"),
    ("tis-620", "นายสมชาย ถูกจับ…", "cp874"),
    ("windows-1251", "Тарасенков обвинён", "cp1251"),
    ("x-cp1253", "Παπαδόπουλος", "cp1253"),
    ("koi8-r", "Тарасенков обвинён", "koi8-r"),
    ("koi8-u", "Ґудзь і Їжак", "koi8-u"),
    ("x-mac-cyrillic", "Тарасенков", "mac-cyrillic"),
    ("iso-8859-8-i", "שלום כהן נעצר", "iso8859-8"),
    ("windows-1256", "محمد اعتقل", "cp1256"),
    ("iso8859-1", "“Müller” – 20 €", "cp1252"),
    ("iso-8859-9", "Şahin “İğdır”", "cp1254"),
    ("iso-8859-2", "Łukasz Żółć Šíp", "iso8859-2"),
    ("windows-1257", "Žukauskas Šarūnas", "cp1257"),
    ("euc-jp", "金光進を起訴", "euc-jp"),
    ("x-sjis", "髙橋①起訴", "cp932"),
    ("iso-2022-jp", "金光進を起訴", "iso2022-jp"),
    ("ks_c_5601-1987", "똠방각하", "cp949"),
    ("unicode-1-1-utf-8", "Müller", "utf-8"),
]


@pytest.mark.parametrize(("label", "text", "codec"), DECLARED)
def test_a_declared_charset_is_read_as_browsers_read_it(label, text, codec):
    item = f"<item><title>{text}</title></item>"
    in_xml = rss(item, declaration=f'<?xml version="1.0" encoding="{label}"?>').encode(codec)
    assert titles(parse(in_xml)) == [text]
    assert titles(parse(rss(item).encode(codec), content_type=f'text/xml; charset="{label}"')) == [text]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"])
@pytest.mark.parametrize("label", ["utf-8", "utf-16", "iso-8859-1"])
def test_wide_encodings_are_recognised_whatever_is_declared(codec, label):
    text = rss("<item><title>Тарасенков 김광진</title></item>", declaration=f'<?xml version="1.0" encoding="{label}"?>')
    assert titles(parse(text.encode(codec))) == ["Тарасенков 김광진"]


@pytest.mark.parametrize("bad", [b"\xff", b"\xe9", b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"])
def test_only_the_damaged_place_is_lost(bad):
    body = rss("<item><title>caf@ 김광진</title></item><item><title>Олег</title></item>").encode()
    document = parse(body.replace(b"@", bad))
    assert [titles(document)[0].strip("\ufffd")[:3], titles(document)[0][-3:]] == ["caf", "김광진"]
    assert titles(document)[1] == "Олег"
    assert document.warnings


@pytest.mark.parametrize("codec", ["cp1250", "iso8859_2"])
def test_undeclared_letters_are_no_signs_within_words(codec):
    text = "Wspólniczka zamówiła plomby, a później wyszła; śledczy żądają wyjaśnień"
    assert titles(parse(rss(f"<item><title>{text}</title></item>").encode(codec))) == [text]


@pytest.mark.parametrize("where", ["<language>pl-PL</language>", ""])
def test_the_language_of_a_feed_decides_about_undeclared_latin_letters(where):
    head = where or "<description/>"
    body = rss("<item><title>Oskarżyła Łukasza Żółkiewskiego</title></item>", head=head)
    body = body if where else body.replace("<rss ", "<rss xml:lang='pl' ")
    assert titles(parse(body.encode("cp1250"))) == ["Oskarżyła Łukasza Żółkiewskiego"]


# ---------------------------------------------------------------- addresses

ADDRESSES = [
    ("<guid isPermaLink='true'>/a/1</guid>", None),
    ("<guid>urn:uuid:1</guid>", None),
    ("<link></link><guid>https://n.example/g</guid>", "https://n.example/g"),
    ("<link/><guid isPermaLink='false'>https://n.example/g</guid>", None),
    ("<link>?p=1</link>", "https://n.example/?p=1"),
    ("<link>//m.example/a</link>", "https://m.example/a"),
    ("<link>javascript:alert(1)</link>", None),
    ("<link>\n <![CDATA[ https://n.example/a?x=1&lang=en ]]>\n</link>", "https://n.example/a?x=1&lang=en"),
    ("<guid>https://n.example/?id=1&copy=2</guid>", "https://n.example/?id=1&copy=2"),
    ("<link>https://n.example/?id=1&order=2&amp;sect=3</link>", "https://n.example/?id=1&order=2&sect=3"),
]


@pytest.mark.parametrize(("item", "address"), ADDRESSES)
def test_the_address_of_an_item(item, address):
    (entry,) = parse(rss(f"<item><title>A</title>{item}</item>")).entries
    assert entry.url == address


def test_the_base_of_an_atom_entry_is_its_own():
    document = parse(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry xml:base='https://b.example/y/'><id>tag:a</id><title>A</title>"
        "<link href='a/1'/></entry><entry><id>tag:b</id><title>B</title><link href='b/1'/></entry></feed>"
    )
    assert [entry.url for entry in document.entries] == ["https://b.example/y/a/1", "https://n.example/b/1"]


# ---------------------------------------------------------------- dates

DATES = [
    ("2026. 11. 20.", "2026-11-20T00:00"),
    ("2026년 11월 20일 (금) 오후 3:05", "2026-11-20T15:05"),
    ("2026年11月20日(金) 午後3時05分", "2026-11-20T15:05"),
    ("令和8年11月20日", "2026-11-20T00:00"),
    ("民國115年11月20日", "2026-11-20T00:00"),
    ("20 พฤศจิกายน 2569", "2026-11-20T00:00"),
    ("20 ноября 2026 г. 15:05 МСК", "2026-11-20T12:05"),
    ("20 листопада 2026 року, 15:05", "2026-11-20T15:05"),
    ("2026 m. lapkričio 20 d.", "2026-11-20T00:00"),
    ("2026. november 20. 15:05", "2026-11-20T15:05"),
    ("Freitag, 20. November 2026, 15:05 Uhr", "2026-11-20T15:05"),
    ("20 novembre 2026 à 15h05", "2026-11-20T15:05"),
    ("20 de novembro de 2026 às 15h05", "2026-11-20T15:05"),
    ("٢٠ نوفمبر ٢٠٢٦", "2026-11-20T00:00"),
    ("20 בנובמבר 2026", "2026-11-20T00:00"),
    ("Posted: 20 Nov 2026", "2026-11-20T00:00"),
    ("11/20/2026 3:05:00 PM", "2026-11-20T15:05"),
    ("Fri Nov 20 2026 15:05:00 GMT+0900 (Korean Standard Time)", "2026-11-20T06:05"),
    ("2026-11-20T15:05:00+5:30", "2026-11-20T09:35"),
    ("5 Nov 2026 9:05 a.m. PT", "2026-11-05T17:05"),
    ("Fri, 20 Nov 2026 24:00:00 GMT", "2026-11-21T00:00"),
    ("03.04.2026", "2026-04-03T00:00"),
    ("03/04/2026", None),
    ("Fri, 31 Nov 2026 10:00:00 GMT", None),
    ("November 2026", None),
    ("3 hours ago", None),
    ("2046-11-20", None),
]


@pytest.mark.parametrize(("text", "instant"), DATES)
def test_dates(text, instant):
    (entry,) = parse(rss(f"<item><title>A</title><pubDate>{text}</pubDate></item>")).entries
    assert (entry.published and entry.published.strftime("%Y-%m-%dT%H:%M")) == instant
    assert (entry.date_flag is None) == (instant is not None)


# ---------------------------------------------------------------- around the XML

BEFORE = {
    "a notice of PHP": "<br />\n<b>Warning</b>: Undefined variable in <b>/var/www/feed.php</b> on line <b>3</b>\n",
    "a table of Xdebug": "<table class='xdebug-error'><tr><td>Deprecated</td></tr></table>",
    "a script": "<script>var a = 1;</script>",
    "a comment": "<!-- cached -->\n",
    "a declaration": '<?xml version="1.0"?>\n',
    "a document type": '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n',
    "a zero byte": "\x00",
}
BEHIND = {
    "a script": "<script>x</script>",
    "words": "\nWarning: x",
    "a second feed": "<rss></rss>",
    "zeros": "\x00\x00",
}
ONE = rss("<item><title>A</title></item>", declaration='<?xml version="1.0" encoding="UTF-8"?>')


@pytest.mark.parametrize("body", [*(text + ONE for text in BEFORE.values()), *(ONE + text for text in BEHIND.values())])
def test_what_stands_around_a_feed_does_not_hide_it(body):
    assert titles(parse(body)) == ["A"]
