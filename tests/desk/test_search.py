"""Search of all stored articles, with and without the word index, and a text tried against the watchlist."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from core.records import ArticleOutcome
from core.settings import Settings
from desk.pages.search import parsed, snippet_of
from flows.archive import index_words
from samples import builders
from storage.store import Store
from storage.tables.search import LOOKED_THROUGH, SearchQuery, WordPart
from tests.desk.conftest import form_token

TEXTS = {
    "ferry": ("Late ferry returns", "The ferry Ólavur sailed to the sea wall. Kim Kwang Jin was not on board."),
    "korean": ("야간 버스", "한빛시의회가 야간 버스 예산을 통과시켰다."),
    "chinese": ("夜间巴士", "北京市议会通过了夜间巴士预算。"),
    "russian": ("Паром", "Поздний паром вернулся на остров."),
    "walls": ("Walls", "Wallets and walls were found. The wall   of\nthe sea stands."),
}


@pytest.fixture(params=["indexed", "not indexed"])
def store(request, tmp_path) -> Store:
    made = Store(Settings(data_dir=tmp_path).paths)
    made.prepare()
    at = builders.NOON
    outcomes = []
    for number, (key, (title, text)) in enumerate(TEXTS.items()):
        seen = at + timedelta(hours=number)
        article = builders.article(text, title=title, key=key, site=f"{key}.example", seen_at=seen)
        outcomes.append(ArticleOutcome(builders.entry_of(article), article, builders.page(article.url), ()))
    made.articles.save(made.runs.begin("poll", at), outcomes, at)
    if request.param == "indexed":
        assert index_words(made) == ()
    return made


def found(store, text, **filters) -> list[str]:
    words, phrases = parsed(text)
    result = store.articles.search(replace(SearchQuery(words, phrases), **filters), 25)
    assert result.total == len(result.articles)
    return [one.site.partition(".")[0] for one in result.articles]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferry", ["ferry"]),
        ("FERRY wall", ["ferry"]),
        ("wall", ["walls", "ferry"]),
        ("wall*", ["walls", "ferry"]),
        ("walle*", ["walls"]),
        ('"sea wall"', ["ferry"]),
        ('"the wall of the sea"', ["walls"]),
        ("паром", ["russian"]),
        ("absent", []),
        ("ferry absent", []),
        ('"wall the"', []),
    ],
)
def test_words_and_phrases(store, query, expected):
    assert found(store, query) == expected


@pytest.mark.parametrize(("query", "expected"), [("버스", "korean"), ("巴士", "chinese"), ("夜间巴士", "chinese")])
def test_words_of_scripts_without_borders(store, query, expected):
    assert found(store, query) == [expected]


def test_filters(store):
    assert found(store, "wall", source="ferry.example") == ["ferry"]
    assert found(store, "wall", since=builders.NOON + timedelta(hours=2)) == ["walls"]
    assert found(store, "wall", before=builders.NOON + timedelta(hours=2)) == ["ferry"]
    assert found(store, "wall", target_id="kim") == []


def test_queries_in_words():
    words, phrases = parsed('Ferry wall* "Kim Kwang-Jin" "" "')
    assert ("wall", WordPart.BEGINNING) in words
    assert ("ferry", WordPart.WHOLE) in words
    assert phrases == ("Kim Kwang-Jin",)
    assert parsed('*** "" -') == ((), ()) or parsed('*** ""')[1] == ()


def test_snippets_are_around_the_first_find():
    text = f"{'x ' * 200}Kim Kwang Jin{' y' * 200}"
    one = snippet_of(text, ["absent", "kim kwang jin"])
    assert one.found == "Kim Kwang Jin"
    assert one.before.startswith("…")
    assert one.after.endswith("…")
    assert snippet_of("İstanbul ferry", ["ferry"]).found == "ferry"
    assert snippet_of("", ["x"]).before == ""


def test_a_phrase_of_common_words_is_looked_for_in_the_newest(tmp_path):
    store = Store(Settings(data_dir=tmp_path).paths)
    store.prepare()
    articles = [builders.article(f"the sea {n}", key=f"k{n}") for n in range(LOOKED_THROUGH + 5)]
    outcomes = [ArticleOutcome(builders.entry_of(one), one, None, ()) for one in articles]
    store.articles.save(store.runs.begin("poll", builders.NOON), outcomes, builders.NOON)
    words, phrases = parsed('"the sea"')
    result = store.articles.search(SearchQuery(words, phrases), 25)
    assert (result.total, result.is_cut) == (LOOKED_THROUGH, True)


def test_the_page_finds_articles_without_a_hit(quiet_client):
    page = html.unescape(quiet_client.get('/search?q="late ferry"').text)
    assert "1 article" in page
    assert re.search("<mark>[Ll]ate ferry</mark>", page) or "Late ferry returns" in page
    link = re.search(r"/articles/\w+", page)[0]
    assert quiet_client.get(link).status_code == 200


@pytest.mark.parametrize(
    "query",
    ["", "q=", "q=%00", "q=" + "x" * 5000, "q=%22", "q=***", "q=' OR 1", "since=never&q=ferry", "before=9999-12-31&q=a",
     "q=ferry&page=999", "source=x", "target=kejia-wang", "since=2020-01-01"],
)  # fmt: skip
def test_queries_that_nobody_made_are_harmless(quiet_client, query):
    assert quiet_client.get(f"/search?{query}").status_code == 200


def test_a_text_is_tried_and_not_stored(quiet_client):
    page = quiet_client.get("/try").text
    form = {"form_token": form_token(page), "title": "Kejia Wang", "text": "Change Nam Il <b>and</b>\r\nKejia Wang."}
    answer = quiet_client.post("/try", data=form)
    assert answer.status_code == 200
    assert '<mark class="exact"' in answer.text
    assert "<b>and</b>" not in answer.text
    assert "Nothing was found." in quiet_client.post("/try", data=form | {"title": "", "text": "Nobody."}).text
    assert quiet_client.post("/try", data=form | {"text": ""}).status_code == 200
