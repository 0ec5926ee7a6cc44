"""Technical indicators in reports on attacks: in lists, tables, boxes and code, below the last paragraph too."""

import hashlib
import re
from datetime import UTC, datetime

import pytest

from core.records import FeedEntry, FetchedPage, ZoneKind
from extractors.pages.article import extract_article
from extractors.pages.layout.indicators import bears_indicator

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
URL = "https://lab.example/blog/tracking-amber-stoat"
PARAGRAPHS = (
    "The campaign has been running since spring. The operators apply for jobs under borrowed names, and get laptops.",
    "We worked with two firms and describe below what we saw, so that others can look for it in their own logs.",
    "Defenders should look for accounts that log in from one address, and for interviews in which the camera is off.",
    "Both firms had hired through one agency, which has since closed its site and answers neither mail nor telephone.",
)
INDICATORS = ("marten-soft[.]com", "ab[.]com", "0123456789abcdef0123456789abcdef", "hxxps://files.marten[.]example/a")
SHAPES = {
    "list": "<h2>IOCs</h2><ul>{}</ul>|<li>{}</li>",
    "definitions": "<h2>IOCs</h2><dl>{}</dl>|<dt>Host</dt><dd>{}</dd>",
    "rows of boxes": "<h2>IOCs</h2><div class=iocs>{}</div>|<div class=row><span>Host</span> <span>{}</span></div>",
    "code": "<h2>IOCs</h2><pre><code>{}</code></pre>|{}\n",
    "table": "<h2>IOCs</h2><figure><table>{}</table></figure>|<tr><td>{}</td><td>C2</td></tr>",
    "details": "<details><summary>More</summary><ul>{}</ul></details>|<li>{}</li>",
}
PAGES = {
    "article": "<main><article><h1>Amber Stoat</h1><div class=entry-content>{}</div></article></main>",
    "bare": "<div class=wrap><h1>Amber Stoat</h1>{}</div>",
    "flat": "<h1>Amber Stoat</h1>{}",
}


def article_of(body):
    html = f"<html lang=en><head><title>Amber Stoat</title></head><body>{body}</body></html>"
    page = FetchedPage(URL, URL, 200, (), html.encode(), NOW, hashlib.sha256(html.encode()).hexdigest())
    return extract_article(page, FeedEntry("f", "1", URL, "Amber Stoat", None, None, None, NOW))


def core_of(article):
    return "\n".join(article.text[one.start : one.end] for one in article.zones if one.kind is ZoneKind.CORE)


@pytest.mark.parametrize("paragraphs", [1, 3])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_indicators_below_the_last_paragraph_are_the_articles(shape, page, paragraphs):
    around, each = SHAPES[shape].split("|")
    below = around.format("".join(each.format(one) for one in INDICATORS))
    above = "".join(f"<p>{one}</p>" for one in (" ".join(PARAGRAPHS),) * (paragraphs == 1) or PARAGRAPHS)
    core = core_of(article_of(PAGES[page].format(above + below)))
    assert [one for one in INDICATORS if one not in core] == []


def test_handles_in_a_list_with_indicators_are_the_articles():
    items = "<dt>Handle</dt><dd>@amberstoat77</dd><dt>Wallet</dt><dd>TJRabPrwbZy45sbavfcjinPJC18kjpRTv8</dd>"
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    assert "@amberstoat77" in core_of(article_of(f"<div class=wrap><h1>Amber Stoat</h1>{text}<dl>{items}</dl></div>"))


@pytest.mark.parametrize("label", ["E-mail", "Twitter", "<b>Reddit</b>", "<p>PDF</p>"])
@pytest.mark.parametrize(
    "shape",
    [
        "<table><tr><th>Kind</th><th>Value</th></tr><tr><td>{}</td><td>amber_stoat</td></tr></table>",
        "<dl><dt>{}</dt><dd>amber_stoat</dd></dl>",
    ],
)
def test_labels_that_are_also_the_names_of_buttons_are_kept_beside_their_values(shape, label):
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    core = core_of(article_of(PAGES["article"].format(f"{text}{shape.format(label)}{text[::-1]}")))
    words = re.sub("<[^>]+>", "", label)
    assert re.search(rf"{words}\W+amber_stoat", core)
    assert "\u2060" not in core


def test_buttons_to_share_a_page_stay_out():
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    row = "".join(f"<td><a href=/share>{one}</a></td>" for one in ("E-mail", "Twitter", "Print"))
    assert "Twitter" not in article_of(PAGES["article"].format(f"{text}<table><tr>{row}</tr></table>")).text


@pytest.mark.parametrize("around", ["{}", "<form>{}</form>", "<div class=iocs>{}</div>"])
@pytest.mark.parametrize("page", PAGES)
def test_indicators_in_a_text_area_are_the_articles(page, around):
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    area = f"<h2>IOCs</h2>{around.format('<textarea readonly>{}</textarea>')}"
    core = core_of(article_of(PAGES[page].format(text + area.format("\n".join(INDICATORS)))))
    assert [one for one in INDICATORS if one not in core] == []
    embed = '&lt;iframe src="https://films.example/e/0123456789abcdef0123456789abcdef">&lt;/iframe>'
    for other in ("Your message to us", embed):
        assert other[:20] not in article_of(PAGES[page].format(text + area.format(other))).text


def test_lists_of_links_and_menus_stay_out():
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    links = "".join(f"<li><a href=/{n}>Report number {n} on other weasels</a></li>" for n in range(4))
    menu = "<nav><ul><li>marten-soft[.]com</li><li>Products</li></ul></nav>"
    found = article_of(f"{menu}<div class=wrap><h1>Amber Stoat</h1>{text}<ul>{links}</ul></div>").text
    assert "marten-soft" not in found
    assert "other weasels" not in found


@pytest.mark.parametrize(
    ("text", "bears"),
    [
        ("it called evil[.]example", True),
        ("it called evil[.example", True),
        ("it called evil.]example", True),
        ("as said [in 2.] Then", False),
        ("name[at]host[dot]example", True),
        ("hxxp://a.example/b", True),
        ("wallet bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 was used", True),
        ("he said [...] that it was", False),
        ("see note [1] (at the end)", False),
        ("https://news.example/2026/aVeryLongSlugWithDigits12345678", False),
        ("Donaudampfschifffahrtsgesellschaftskapitän", False),
        ("evil.example is a plain address", False),
    ],
)
def test_what_bears_an_indicator(text, bears):
    assert bears_indicator(text) is bears
