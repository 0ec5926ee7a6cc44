"""Pages arranged by tables: the cell with the article is a box, and tables of data stay."""

import hashlib
from datetime import UTC, date, datetime

from core.records import FeedEntry, FetchedPage, ZoneKind
from extractors.pages.article import extract_article

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
URL = "https://gazette.example/2004/harbour-court.html"
PARAGRAPHS = (
    "Prosecutors in the port city said that Marek Dolinsky had moved four million through three companies.",
    "The money came from the sale of machine tools to a buyer who was already on the list of sanctioned persons.",
    "His lawyer, Helga Brandvold, told the court that he had acted on the instructions of his former partner.",
    "The judge ordered that he remain in custody until the next hearing in the second week of December.",
)
TEASERS = "<a href=1>Mayor Ulla Sandqvist opens bridge</a><br><a href=2>Fish prices fall again this week</a>"
ROWS = "".join(
    f"<tr><td>{name}</td><td>{born}</td></tr>" for name, born in (("Orest Bilyk", "1971"), ("Zhao Lihua", "1980"))
)


def article_of(inside):
    body = f"<html><head><title>Harbour court holds trader</title></head><body>{inside}</body></html>".encode()
    page = FetchedPage(URL, URL, 200, (), body, NOW, hashlib.sha256(body).hexdigest())
    article = extract_article(page, FeedEntry("f", "1", URL, None, None, None, None, NOW))
    core = "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)
    return article, core


def arranged(text):
    head = "<b>Harbour court holds trader</b><br>17 November 2026<br><br>"
    return f"<table><tr><td>{TEASERS}</td><td>{head}{text}</td><td><img src=x></td></tr></table>"


def test_the_menu_in_another_cell_is_not_the_articles():
    article, core = article_of(arranged("<br><br>".join(PARAGRAPHS)))
    assert all(line in article.text.split("\n") for line in PARAGRAPHS)
    assert "Helga Brandvold" in core
    assert "Ulla Sandqvist" not in core
    assert article.published.at == date(2026, 11, 17)


def test_a_table_of_data_within_the_article_stays_a_table():
    table = f"<table>{ROWS}</table>"
    _, core = article_of(arranged("<br><br>".join(PARAGRAPHS[:2]) + table + "<br><br>".join(PARAGRAPHS[2:])))
    assert "| Orest Bilyk | 1971 |" in core


def test_a_page_of_nothing_but_data_stays_a_table():
    article, _ = article_of(f"<h1>Persons listed</h1><p>{PARAGRAPHS[1]}</p><table>{ROWS * 4}</table>")
    assert "| Orest Bilyk | 1971 |" in article.text
