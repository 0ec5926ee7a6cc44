"""Titles, declared dates and JSON-LD."""

from datetime import UTC, date, datetime

import pytest

from extractors.pages.metadata.declared_dates import read_declared_date
from extractors.pages.metadata.json_ld import read_json_ld
from extractors.pages.metadata.reading import publisher_name
from extractors.pages.metadata.titles import choose_news_title, choose_title, strip_site_name

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headings", "claims", "expected"),
    [
        (("Harbour wall to be mended",), ("Harbour wall to be mended | Courier",), "Harbour wall to be mended"),
        (("The Courier", "Harbour wall to be mended"), ("Harbour wall to be mended",), "Harbour wall to be mended"),
        (("Latest", "Sport"), ("Harbour wall to be mended",), "Harbour wall to be mended"),
        (("Harbour wall to be mended",), (None,), "Harbour wall to be mended"),
        (("The Courier",), ("The Courier",), None),
        (("The town - Harbour wall to be mended",), ("Harbour wall to be mended",), "Harbour wall to be mended"),
        (("The town - Harbour wall to be mended",), ("Quay: Harbour wall to be mended",), "Harbour wall to be mended"),
        (("Four firms bid for the quay",), ("Tenders and what they mean",), "Four firms bid for the quay"),
        ((), (), None),
    ],
)
def test_the_title_is_the_heading_that_the_metadata_confirm(headings, claims, expected):
    assert choose_title(headings, claims, ("The Courier", None)) == expected


def test_a_json_ld_headline_wins_and_the_sharing_title_where_the_page_shows_another():
    assert choose_news_title(("Wall mended",), ("Wall mended", "The wall is mended"), ()) == "Wall mended"
    claims = ("The harbour wall is mended", "Council: the harbour wall is mended")
    assert choose_news_title(("Good news from the quay",), claims, ()) == claims[1]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Wall mended | The Courier", "Wall mended"),
        ("Wall mended - The Courier", "Wall mended"),
        ("The Courier: Wall mended", "The Courier: Wall mended"),
        ("Wall mended - Porthaven.example", "Wall mended"),
        ("Wall mended｜The Courier", "Wall mended"),
        ("Wall mended : The Courier", "Wall mended"),
        ("两人因虚假发票被起诉_社会_海登信使网", "两人因虚假发票被起诉"),
        ("两人因虚假发票被起诉-海登新闻网", "两人因虚假发票被起诉"),
        ("Wall mended by spring » Harbour » Bote", "Wall mended by spring"),
        ("방파제 봄까지 수리하기로 결정_사회_항만일보", "방파제 봄까지 수리하기로 결정"),
        ("港の防波堤を春までに修理 | 港湾新聞", "港の防波堤を春までに修理"),
        ("港湾新聞 | 港の防波堤を春までに修理", "港湾新聞 | 港の防波堤を春までに修理"),
        ("两人因虚假发票被起诉-检方", "两人因虚假发票被起诉-检方"),
        ("Kim Kwang-jin - the man and the case", "Kim Kwang-jin - the man and the case"),
    ],
)
def test_the_site_name_is_stripped_from_a_title(title, expected):
    assert strip_site_name(title, {"thecourier"}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-01T10:00:00+09:00", "2026-03-01T10:00:00+09:00"),
        ("2026-03-01T10:00:00.5Z", "2026-03-01T10:00:00.500000+00:00"),
        ("2026-03-01 10:00", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("Sun, 01 Mar 2026 10:00:00 +0100", "2026-03-01T10:00:00+01:00"),
        ("1772355600", "2026-03-01T09:00:00+00:00"),
        ("2026-02-30", None),
        ("2031-01-01", None),
        ("1969-12-31", None),
        ("9" * 500, None),
        (None, None),
    ],
)
def test_declared_dates_are_parsed_strictly(text, expected):
    found = read_declared_date(text, NOW)
    assert (found and found.isoformat()) == expected


def test_a_bare_day_may_be_one_day_ahead():
    assert read_declared_date("2026-03-03", NOW) == date(2026, 3, 3)


def test_malformed_json_ld_and_other_articles_are_ignored():
    article = '{"@type": ["NewsArticle"], "headline": "A &amp; B", "author": [{"name": "R. Alder"}, "I. Calloway"]}'
    listed = '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}'
    wrapped = f'<!--\n{{"@graph": [{article}, {listed}]}}\n-->'
    found = read_json_ld(["{broken", wrapped, "[" * 100_000, "null", '"text"', '[{"@type": 7}]'])
    assert found.headline == "A & B"
    assert found.authors == ("R. Alder", "I. Calloway")
    assert found.is_news
    assert not found.is_list


def test_of_several_articles_the_one_whose_headline_is_shown_counts():
    other = '{"@type": "NewsArticle", "headline": "Glass museum opens", "author": "A", "articleBody": "x"}'
    own = '{"@type": "NewsArticle", "headline": "Wall to be mended", "datePublished": "2026-03-01"}'
    assert read_json_ld([f"[{other}, {own}]"], "Wall to be mended - Courier").published == "2026-03-01"
    assert read_json_ld([f"[{other}, {own}]"], "Courier").headline == "Glass museum opens"


def test_the_updates_of_a_live_report_are_its_body():
    updates = ", ".join(f'{{"@type": "BlogPosting", "articleBody": "Update {n}"}}' for n in range(2))
    found = read_json_ld([f'{{"@type": "LiveBlogPosting", "headline": "Wall live", "liveBlogUpdate": [{updates}]}}'])
    assert (found.headline, found.body) == ("Wall live", "Update 0\nUpdate 1")


def test_names_of_sections_are_cut_off_but_are_headlines_too():
    title = choose_title((), ("Courts | Wall to be mended – Courts – Courier",), ("Courier",), ("Courts",))
    assert title == "Wall to be mended"
    assert choose_title(("Wall mended",), ("Wall mended",), ("Courier",), ("Wall mended",)) == "Wall mended"
    assert choose_title((), ("[Courier] Wall to be mended",), ("Courier",)) == "Wall to be mended"


def test_is_list_and_is_free_need_an_explicit_declaration():
    found = read_json_ld(['{"@type": "CollectionPage", "isAccessibleForFree": "False"}'])
    assert (found.is_list, found.is_free) == (True, False)
    assert read_json_ld([]).is_free is None


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (("The Porthaven Courier", "Courier Media Ltd", "Courier - all news"), "The Porthaven Courier"),
        ((None, "Courier  Media\nLtd"), "Courier Media Ltd"),
        ((None, None, "Courier - all news"), "Courier - all news"),
        (("courier.example", "The Porthaven Courier"), "The Porthaven Courier"),
        (("www.courier.example",), None),
        (("Justice.gov",), None),
        (("https://justice.gov/", "press@justice.gov", "x" * 61, " ", "C"), None),
        (("St. Petersburg Times",), "St. Petersburg Times"),
        (("해안신문",), "해안신문"),
    ],
)
def test_an_outlet_is_called_what_it_calls_itself_and_never_another_address(claims, expected):
    assert publisher_name(claims, "https://www.courier.example/wall") == expected
