"""Items with a tag that is not closed or misspelt: neither they nor their neighbours are lost."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from extractors.feeds.formats.item_repair import with_closed_items
from extractors.feeds.parsing import parse_feed

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
LINK = "<link>https://n.example/b</link>"
BROKEN = {
    "a title without end": f"<item><title>Irsa Delmont{LINK}</item>",
    "a link without end": "<item><title>Irsa Delmont</title><link>https://n.example/b</item>",
    "a text without end": f"<item><title>Irsa Delmont</title><description>x{LINK}</item>",
    "a misspelt end": f"<item><title>Irsa Delmont</titel>{LINK}</item>",
    "an end too many": f"<item><title>Irsa Delmont</title></title>{LINK}</item>",
    "an item without end": f"<item><title>Irsa Delmont</title>{LINK}",
    "a section without end": f"<item><title><![CDATA[Irsa Delmont]></title>{LINK}</item>",
    "markup in a text": f"<item><title>Irsa Delmont</title><description><p>a<br>b<p>c</description>{LINK}</item>",
}
HOSTILE = {
    "nested": "<item><title>" + "<b>" * 300_000 + "</i>" * 300_000,
    "sections": "<item><title>" + "<![CDATA[" * 200_000,
    "comments": "<item><title>" + "<!--" * 300_000,
    "items": "<item><title>" * 100_000,
    "attributes": "<item " + "a='" * 500_000,
}


def item(title: str, address: str) -> str:
    return f"<item><title>{title}</title><link>{address}</link></item>"


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("end", ["</channel></rss>", ""], ids=["whole", "cut off"])
def test_a_broken_item_costs_no_other(broken, end):
    others = [item(f"Item {n}", f"https://n.example/{n}") for n in range(3)]
    feed = f"<rss version='2.0'><channel><title>K</title>{others[0]}{broken}{others[1]}{others[2]}{end}"
    document = parse_feed(feed.encode(), feed_id="f", url="https://n.example/f", seen_at=NOW)
    assert [(entry.title, entry.url) for entry in document.entries] == [
        ("Item 0", "https://n.example/0"),
        ("Irsa Delmont", "https://n.example/b"),
        ("Item 1", "https://n.example/1"),
        ("Item 2", "https://n.example/2"),
    ]
    assert "The XML is broken" in document.warnings[0]


@pytest.mark.parametrize("cut", ["<item", "<item>", "<item><title>Irsa Del", "<entry><title>Irsa Delmont</ti"])
def test_an_item_of_which_no_field_is_whole_is_none(cut):
    for before in ("", item("Item 0", "https://n.example/0")):
        feed = f"<rss version='2.0'><channel><title>K</title>{before}{cut}"
        mended = with_closed_items(feed.encode()).decode()
        assert "Irsa" not in mended
        assert mended.count("<item>") == bool(before)


@pytest.mark.parametrize(
    "literal",
    [
        "<![CDATA[An <item> in a <title> of </item> RSS]]>",
        "<!-- <item><title>Old</title></item> --> text",
        "<!-- </item> --> text",
    ],
)
def test_what_is_no_markup_divides_no_items(literal):
    whole = f"<item><title>Irsa Delmont</title><description>{literal}</description>{LINK}</item>"
    feed = f"<rss version='2.0'><channel><title>K</title>{whole}{BROKEN['a misspelt end']}</channel></rss>"
    document = parse_feed(feed.encode(), feed_id="f", url="https://n.example/f", seen_at=NOW)
    assert [entry.title for entry in document.entries] == ["Irsa Delmont"] * 2


@pytest.mark.parametrize("xml", HOSTILE.values(), ids=HOSTILE)
def test_the_mending_of_hostile_items_is_linear(xml):
    began = time.process_time()
    with_closed_items(xml.encode())
    assert time.process_time() - began < 10
