"""What the main text lacks: sections of a page, quotations in boxes, headings with links; and what stays out."""

import hashlib
import time
from datetime import UTC, datetime

import pytest
from lxml import html as lxml_html

from core.records import FeedEntry, FetchedPage, ZoneKind
from extractors.pages.article import extract_article
from extractors.pages.layout.blocks import build_layout
from extractors.pages.layout.lines import locate_lines

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


def test_a_list_that_the_article_announces_is_the_articles():
    persons = "<ul><li>Orest Bilyk</li><li>Farrukh Nazarov (<a href=/n>profile</a>)</li><li>Zhao Lihua</li></ul>"
    body = f"<p>The following persons are designated today:</p>{persons}"
    _, core = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{body}{text(PARAGRAPHS[3:])}</div>")
    assert all(name in core for name in ("Orest Bilyk", "Farrukh Nazarov", "Zhao Lihua"))


def test_a_list_of_links_below_a_colon_is_none_of_it():
    links = "".join(f"<li><a href=/{n}>Minister Arvid Holmstrand resigns {n}</a></li>" for n in range(4))
    body = f"<p>You may also like to read these:</p><ul>{links}</ul>"
    _, core = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{body}{text(PARAGRAPHS[3:])}</div>")
    assert "Holmstrand" not in core


def test_the_caption_of_a_quotation_names_its_speaker():
    quote = "<blockquote><p>Nobody at the bank asked a single question about it.</p></blockquote>"
    figure = f"<figure>{quote}<figcaption><a href=/x>Ingeborg Falkenrath</a>, former auditor</figcaption></figure>"
    _, core = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{figure}{text(PARAGRAPHS[3:])}</div>")
    assert "Ingeborg Falkenrath" in core


def test_the_lead_may_stand_above_byline_and_picture():
    lead = "A trader with ties to Gunnar Ostrowski has bought two tankers in a case that reaches far beyond the port."
    head = f"<div class=x1><p>{lead}</p></div><div class=x2>By Nora Aldwin</div><div class=x3>2 March 2026</div>"
    _, core = zones_of(f"{head}<div class=body>{text(PARAGRAPHS)}</div>")
    assert "Gunnar Ostrowski" in core


def test_what_presents_the_author_is_no_lead():
    author = "Nora Aldwin has been a reporter of the Courier for eleven years and writes about ships and their owners."
    _, core = zones_of(f"<div class=author><div>{author}</div></div><div class=body>{text(PARAGRAPHS)}</div>")
    assert "Nora Aldwin" not in core


def test_a_heading_whose_words_also_occur_in_a_sentence_is_kept():
    sentence = PARAGRAPHS[3] + " It was the Varna shipping register that gave her away."
    body = f"{text(PARAGRAPHS[:3])}<h3>Varna shipping register</h3><p>{sentence}</p>{text(PARAGRAPHS[4:])}"
    _, core = zones_of(f"<div class=body>{body}</div>")
    assert "Varna shipping register\n" in core


def test_lines_between_two_lines_of_the_text_in_one_box_are_the_articles():
    names = "<p>Leontine Vasquez</p><p>Ottavio Brandt</p><p>Casimir Oduya</p>"
    _, core = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{names}{text(PARAGRAPHS[3:])}</div>")
    assert all(name in core for name in ("Leontine Vasquez", "Ottavio Brandt", "Casimir Oduya"))


def test_the_footer_of_a_quotation_names_its_speaker():
    quote = "<blockquote><p>Nobody asked.</p><footer>— <cite>Ingeborg Falkenrath</cite>, auditor</footer></blockquote>"
    _, core = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{quote}{text(PARAGRAPHS[3:])}</div>")
    assert "Ingeborg Falkenrath" in core


@pytest.mark.parametrize("label", ["standfirst", "subtitle", "entry-excerpt"])
def test_a_labelled_lead_in_a_header_of_its_own_is_the_articles(label):
    lead = f"<header><h1>{TITLE}</h1><p class={label}>What Leontine Vasquez found in the ledgers of Varna</p></header>"
    html = f"<article>{lead}<section class=body>{text(PARAGRAPHS)}</section></article>"
    html = f"<html lang=en><head><title>{TITLE}</title></head><body>{html}</body></html>"
    page = FetchedPage(URL, URL, 200, (), html.encode(), NOW, hashlib.sha256(html.encode()).hexdigest())
    article = extract_article(page, FeedEntry("f", "1", URL, TITLE, None, None, None, NOW))
    core = "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)
    assert "Leontine Vasquez" in core


def test_the_main_points_above_the_text_are_read():
    points = ("Leontine Vasquez paid for both tankers in cash", "The yard in Varna has no record of the sale")
    box = f"<div class=points><ul>{''.join(f'<li>{point}</li>' for point in points)}</ul></div>"
    found, _ = zones_of(f"<div class=body>{box}<div>{text(PARAGRAPHS)}</div></div>")
    assert "Leontine Vasquez" in found


def test_links_above_the_text_are_no_main_points():
    link = "<li><a href=/k>Leontine Vasquez opens a yard in Varna</a></li>"
    box = f"<ul>{link}<li>Ships of the coast in old pictures</li></ul>"
    _, core = zones_of(f"<div class=body><div>{box}</div><div>{text(PARAGRAPHS)}</div></div>")
    assert "Leontine Vasquez" not in core


def test_the_speaker_below_a_quotation_is_read_with_it():
    said = "<p>We were told to sign and not to read.</p><cite>Leontine Vasquez, clerk</cite>"
    quote = f"<figure><blockquote>{said}</blockquote></figure>"
    _, core = zones_of(f"<div class=body>{text(PARAGRAPHS[:3])}{quote}{text(PARAGRAPHS[3:])}</div>")
    assert "Leontine Vasquez" in core


def test_joiners_within_words_are_kept():
    persian = [
        "مدیر مالی پیشین، اسفندیار نیک‌آیین، اتهام‌ها را رد کرد و گفت در ماه مارس به هیئت‌مدیره کتباً هشدار داده است.",
        "سخنگوی وزارتخانه، پریچهر سلحشور، تأیید کرد که سه کارمند از کار معلق شده‌اند و تحقیق ادامه دارد.",
    ]
    found, _ = zones_of(f"<article>{text(persian)}<ul><li>{persian[0]}</li></ul></article>")
    assert "نیک‌آیین" in found
    assert "شده‌اند" in found


def test_joiners_in_a_paragraph_of_thousands_of_lines_are_kept_in_linear_time():
    lines = [f"خط شماره {number} از متن که کارمند آن را نوشته\u200cاند" for number in range(3_000)]
    layout = build_layout(lxml_html.fromstring(f"<body><p>{'<br>'.join(lines)}</p></body>"), 100)
    began = time.process_time()
    located = locate_lines([line.replace("\u200c", "") for line in lines], layout)
    assert time.process_time() - began < 5
    assert [line.text for line in located] == lines
