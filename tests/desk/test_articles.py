"""The page of an article in its story: mentions at their offsets, doubtful zones, versions, evidence, bad input."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.text.emphasis import Emphasis
from core.records import ArticleOutcome, MatchMethod, Zone, ZoneKind
from desk.contents.comparison import compared
from desk.contents.passages import PART, MentionSpan, blocks_of, pieces_of
from samples import builders
from storage import queries
from tests.desk.conftest import form_token


def article_of(settings, where: str) -> dict:
    sql = f"SELECT * EXCLUDE (text, zones) FROM articles WHERE {where} ORDER BY ALL LIMIT 1"
    return queries.ask(settings.paths, sql).dicts()[0]


def store_one(desk, article, *mentions, hours=1, **hit):
    found = builders.hit(article, "kejia-wang", *mentions, **hit)
    at = builders.NOON + timedelta(hours=hours)
    page = builders.page(article.url, b"\xff\xfe broken \x80 bytes")
    outcome = ArticleOutcome(builders.entry_of(article), article, page, (found,))
    desk.store.articles.save(desk.store.runs.begin("poll", at), [outcome], at)
    desk.store.publish_snapshot(at, force=True)
    return found


def test_every_mention_is_highlighted_at_its_offsets(quiet_desk, quiet_client):
    for row in queries.ask(quiet_desk.settings.paths, "SELECT DISTINCT article_id FROM hits").dicts():
        page = quiet_client.get(f"/articles/{row['article_id']}").text
        marked = "".join(re.findall(r"<mark[^>]*>([^<]*)</mark>", page))
        surfaces = queries.ask(
            quiet_desk.settings.paths,
            "SELECT surface FROM mentions WHERE article_id = ? AND status = 'open'",
            [row["article_id"]],
        ).rows
        for (surface,) in surfaces:
            for word in surface.split():
                assert html.escape(word) in marked or word in html.unescape(marked)
        assert "not highlighted" not in page


def test_doubtful_parts_are_set_apart_with_their_reason(quiet_desk, quiet_client):
    row = queries.ask(
        quiet_desk.settings.paths,
        "SELECT article_id FROM articles WHERE zones LIKE '%teaser%' AND text IS NOT NULL ORDER BY ALL LIMIT 1",
    ).rows[0]
    page = quiet_client.get(f"/articles/{row[0]}").text
    assert "may not belong to the article: teaser" in page


def test_a_story_shows_its_outlets_once_per_wording(quiet_desk, quiet_client):
    sql = "SELECT story_id FROM stories ORDER BY articles DESC, story_id LIMIT 1"
    story = queries.ask(quiet_desk.settings.paths, sql).rows[0][0]
    page = quiet_client.get(f"/stories/{story}").text
    assert "Outlets" in page
    assert "the same words:" in page


def test_the_story_says_why_and_that_nobody_was_notified(quiet_desk, quiet_client):
    page = quiet_client.get(f"/articles/{article_of(quiet_desk.settings, 'text IS NOT NULL')['article_id']}").text
    assert "Why, in this article" in page
    assert "Nobody yet." in page
    assert "sha256" in page


def test_an_article_without_a_hit_is_read_from_the_store(quiet_desk, quiet_client):
    row = article_of(quiet_desk.settings, "text IS NULL")
    page = quiet_client.get(f"/articles/{row['article_id']}")
    assert page.status_code == 200
    assert "No entry of the watchlist was found." in page.text
    assert '<p dir="auto">' in page.text


@pytest.mark.parametrize(
    "path",
    ["/stories/unknown", "/articles/unknown", "/articles/unknown/changes", "/articles/unknown/page/x", "/articles/",
     "/stories/%00", "/articles/..%2f..%2fetc", "/articles/" + "x" * 3000, "/stories/%F0%28%8C%BC", "/nowhere"],
)  # fmt: skip
def test_unknown_ids_are_not_found(quiet_client, path):
    answer = quiet_client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>\u202egnp.exe\x07\u200b{{7*7}} ]]>'


def test_hostile_titles_and_texts_are_text(desk, client):
    text = f"{HOSTILE} Kejia Wang </p></article><form action=/verdicts>"
    article = builders.article(text, title=HOSTILE, key="hostile", site="</a><b>evil</b>")
    article = replace(article, author=HOSTILE, url="javascript:alert(1)", quality_reason=HOSTILE)
    store_one(desk, article, builders.mention(text, "Kejia Wang"), reason=HOSTILE)
    for path in (f"/articles/{article.article_id}", "/?order=newest", f"/articles/{article.article_id}/changes"):
        page = client.get(path).text
        for markup in (
            "<script>alert",
            "<img",
            "<b>evil",
            "</article><form",
            'href="javascript',
            "\u202e",
            "\x07",
            "\u200b",
        ):
            assert markup not in page, path
        assert "[U+202E]" in page
        assert "{{7*7}}" in page


def test_the_stored_page_comes_back_byte_by_byte(desk, client):
    article = builders.article("Kejia Wang.", key="bytes")
    store_one(desk, article, builders.mention(article.text, "Kejia Wang"))
    answer = client.get(f"/articles/{article.article_id}/page/{article.content_hash}")
    assert answer.content == b"\xff\xfe broken \x80 bytes"


def test_a_text_of_ten_megabytes_comes_in_parts(desk, client):
    filler = "word " * 2_000_000
    text = f"{filler}Kejia Wang was named here. {filler[:1000]}"
    article = builders.article(text, key="long", title="t" * 100_000)
    store_one(desk, article, builders.mention(text, "Kejia Wang"))
    answer = client.get(f"/articles/{article.article_id}")
    assert answer.status_code == 200
    assert len(answer.content) < 8 * PART
    assert "<mark" in answer.text, "the part with the first mention is shown"
    assert "part 167 of 167" in answer.text
    for part in ("1", "167", "9999", "0", "x"):
        assert client.get(f"/articles/{article.article_id}?part={part}").status_code == 200
    assert client.get("/?order=newest").elapsed < timedelta(seconds=10)


def test_mentions_of_another_version_are_counted_and_not_drawn(desk, client):
    article = builders.article("Somebody else entirely.", key="moved")
    wrong = builders.mention("Kejia Wang was here.", "Kejia Wang")
    store_one(desk, article, wrong)
    page = client.get(f"/articles/{article.article_id}").text
    assert "1 mention of an earlier version is not highlighted" in page


def test_versions_are_compared_side_by_side(desk, client):
    first = builders.article("One.\nKejia Wang was charged.\nThree.", key="edited", title="Old headline")
    store_one(desk, first, builders.mention(first.text, "Kejia Wang"))
    second = builders.article("One.\nKejia Wang was acquitted.\nThree.", key="edited", title="New headline")
    store_one(desk, second, builders.mention(second.text, "Kejia Wang"), hours=2)
    page = client.get(f"/articles/{first.article_id}").text
    assert "2 versions: what changed" in page
    changes = client.get(f"/articles/{first.article_id}/changes").text
    assert "<del>charged.</del>" in changes
    assert "<ins>acquitted.</ins>" in changes
    assert "Old headline" in changes
    same = client.get(f"/articles/{first.article_id}/changes?from={second.content_hash}&to={second.content_hash}").text
    assert "The texts are the same." in same


def test_ten_thousand_hits_in_one_story(desk, client):
    articles = [builders.article(f"Kejia Wang {n}.", key=f"s{n}", title=f"TextPiece {n}") for n in range(5000)]
    at = builders.NOON + timedelta(hours=1)
    outcomes = []
    for one in articles:
        mention = builders.mention(one.text, "Kejia Wang")
        hits = (builders.hit(one, "kejia-wang", mention), builders.hit(one, "zhenxing-wang", mention))
        outcomes.append(ArticleOutcome(builders.entry_of(one), one, None, hits))
    desk.store.articles.save(desk.store.runs.begin("poll", at), outcomes, at)
    desk.store.stories.save([builders.story(*articles)], at)
    desk.store.publish_snapshot(at, force=True)
    page = client.get(f"/stories/{'5' * 20}")
    assert page.status_code == 200
    assert len(page.content) < 200_000
    assert "5000 articles" in page.text or "5,000 articles" in page.text
    fields = {"form_token": form_token(page.text), "item": "5" * 20, "target": "kejia-wang", "verdict": "dismiss"}
    answer = client.post("/verdicts", data=fields, headers={"accept": "application/json"})
    assert answer.json() == {"verdict": "dismissed", "hits": 5000}
    shown = client.get(f"/stories/{'5' * 20}").text
    assert "dismissed" in shown


def test_overlapping_mentions_keep_every_letter():
    text = "abcdefghij"
    spans = [
        MentionSpan(1, 5, Emphasis.TERM, "t", "t"),
        MentionSpan(3, 8, Emphasis.EXACT, "e", "e"),
        MentionSpan(3, 4, Emphasis.NEAR, "n", "n"),
    ]
    pieces = pieces_of(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    assert [(piece.text, piece.emphasis.value) for piece in pieces] == [
        ("a", ""), ("bc", "term"), ("d", "exact"), ("e", "exact"), ("fgh", "exact"), ("ij", ""),
    ]  # fmt: skip
    assert "".join(piece.text for piece in pieces_of(text, spans, 4, 6)) == "ef"


def test_zones_with_gaps_and_overlaps_lose_nothing():
    text = "one\ntwo\nthree\nfour"
    zones = [Zone(2, 9, ZoneKind.DOUBTFUL, "teaser"), Zone(8, 12, ZoneKind.CORE)]
    blocks = blocks_of(text, zones, [], 0, len(text))
    words = "".join(piece.text for block in blocks for line in block.paragraphs for piece in line)
    assert words == text.replace("\n", "")
    assert [block.is_doubtful for block in blocks] == [False, True, False]


def test_texts_that_are_too_long_to_compare_say_so():
    assert compared("\n" * 5000, "x").too_long
    assert compared("", "").pairs == ()
    one = compared("a b c", "a x c")
    assert [(part.text, part.is_changed) for part in one.pairs[0].new] == [("a", False), ("x", True), ("c", False)]


def test_methods_of_a_later_release_are_shown_as_they_are():
    from desk.rendering.page import how_matched

    assert how_matched("by-smell") == "by-smell"
    assert how_matched(MatchMethod.EXACT) == "exact"
