"""What the main text lacks: sections of a page, quotations in boxes, headings with links; and what stays out."""

import hashlib
from datetime import UTC, datetime

import pytest

from core.records import FeedEntry, FetchedPage, ZoneKind
from extractors.pages.article import extract_article

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
URL = "https://courier.example/news/kalpert-shipping-in-four-chapters"
TITLE = "Kalpert Shipping in four chapters"
STARTS = ("In the first year", "By the next summer", "After the war", "Some say that", "Later that month", "In the end")
PARAGRAPHS = [
    f"{start} Ottoline Grabe bought two tankers from a yard in Varna, paid in cash, and sailed both under a flag."
    for start in STARTS
]


def zones_of(body, after=""):
    html = f"<html lang=en><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>{body}</main>{after}"
    html += "</body></html>"
    page = FetchedPage(URL, URL, 200, (), html.encode(), NOW, hashlib.sha256(html.encode()).hexdigest())
    article = extract_article(page, FeedEntry("f", "1", URL, TITLE, None, None, None, NOW))
    core = "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)
    return article.text, core


def text(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("quote", ["figure class=quote-block", "div class=special-container", "section class=pull"])
def test_a_quotation_in_a_box_of_its_own_between_paragraphs_is_the_articles(quote):
    said = "We never asked who owned the cargo, said Leontine Vasquez, because nobody in the port of Varna ever did."
    box = f"<{quote}><div>{said}</div></{quote.split()[0]}>"
    found, _ = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{box}{text(PARAGRAPHS[3:])}</div>")
    assert "Leontine Vasquez" in found


def test_a_heading_with_a_link_above_a_paragraph_is_the_articles():
    heading = "<h3><a href=/films>Ships of Varna</a> Grabe Television</h3>"
    _, core = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{heading}{text(PARAGRAPHS[3:])}</div>")
    assert "Ships of Varna Grabe Television" in core


def test_rows_of_a_table_between_paragraphs_are_the_articles():
    names = ("Kim Un", "Ottoline Grabe", "Odo P.")
    rows = "".join(f"<tr><td>{name}</td><td>{n} ships</td></tr>" for n, name in enumerate(names))
    table = f"<div class=w-embed><table><tr><th>Owner</th><th>Fleet</th></tr>{rows}</table></div>"
    found, _ = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{table}{text(PARAGRAPHS[3:])}</div>")
    assert "Kim Un | 0 ships" in found
    assert "Odo P. | 2 ships" in found


def test_who_is_quoted_in_a_box_is_read_with_the_quotation():
    boxes = "".join(
        f"<div class=q><b>{name}</b><p>“{said}.”</p></div>"
        for name, said in (
            ("Leontine Vasquez", "We never asked for any names"),
            ("Odo Pellham", "All of it was paid for"),
        )
    )
    found, _ = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{boxes}{text(PARAGRAPHS[3:])}</div>")
    assert "Leontine Vasquez" in found
    assert "Odo Pellham" in found


def test_a_teaser_of_the_text_itself_is_its_lead():
    lead = "Ottoline Grabe, who owned four ships, never told anybody in Varna where the money for them had come from."
    _, core = zones_of(f"<div class=teaser-text><p>{lead}</p></div><div class=news-text>{text(PARAGRAPHS)}</div>")
    assert lead in core


def test_sections_that_outweigh_the_main_text_are_read():
    chapters = [
        f"<div class=s{n}><div class=w{n}><div class=i{n}><p>{n}. {PARAGRAPHS[n]}</p>"
        f"<p>{n}. Odile Brandt {PARAGRAPHS[-n]}</p></div></div></div>"
        for n in range(1, 5)
    ]
    body = f"<div class=body>{text(PARAGRAPHS[:3])}</div>" + "".join(chapters)
    found, _ = zones_of(body)
    assert "Odile Brandt" in found


def test_boxes_with_a_single_paragraph_are_teasers():
    teasers = "".join(f"<div class=box><p>Rufus Adeyemi{n} {line}</p></div>" for n, line in enumerate(PARAGRAPHS))
    _, core = zones_of(f"<div class=body>{text(PARAGRAPHS)}</div>", f"<div class=grid>{teasers}</div>")
    assert "Rufus" not in core


def test_a_table_of_contents_leads_to_no_other_article():
    contents = "".join(f"<li><a href='#c{n}'>What Ottoline Grabe did {line}</a></li>" for n, line in enumerate(STARTS))
    chapters = "".join(f"<h2 id=c{n}>What Ottoline Grabe did {STARTS[n]}</h2><p>{PARAGRAPHS[n]}</p>" for n in range(6))
    _, core = zones_of(f"<div class=body><ul>{contents}</ul>{chapters}</div>")
    assert [line for line in PARAGRAPHS if line not in core] == []
    assert "What Ottoline Grabe did In the end" in core
