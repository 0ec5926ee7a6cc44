"""Why and why not, the entries, what was not read, feeds, messages, runs, list changes, and links in messages."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from core.config import read_document
from desk.contents.name_coverage import script_of, scripts_of
from desk.contents.name_parts import name_parts
from desk.rendering.charts import scale
from matching.watchlist.loading import parse_watchlist
from samples import builders
from storage import queries
from tests.desk.conftest import ROOT, START, form_token, running_desk
from tests.desk.test_inbox import save


def text_of(answer) -> str:
    assert answer.status_code == 200, answer.text[-2000:]
    return html.unescape(answer.text)


def one(settings, sql):
    return queries.ask(settings.paths, sql).rows[0][0]


def test_a_hit_says_every_step(quiet_desk, quiet_client):
    sql = "SELECT hit_id FROM hits WHERE target_id = 'kejia-wang' AND method = 'exact' ORDER BY ALL LIMIT 1"
    page = text_of(quiet_client.get(f"/hits/{one(quiet_desk.settings, sql)}"))
    assert "Name against text" in page
    assert "word for word" in page
    assert "Nobody yet." in page


def test_a_near_name_is_shown_part_by_part(quiet_desk, quiet_client):
    sql = "SELECT hit_id FROM hits WHERE surface = 'Change Nam II' ORDER BY ALL LIMIT 1"
    page = text_of(quiet_client.get(f"/hits/{one(quiet_desk.settings, sql)}"))
    cells = [re.sub(r"<[^>]+>", " ", row).split() for row in re.findall(r"<tr>(.*?)</tr>", page)]
    assert ["chang", "Change", "near", "spelling:", "1", "letter", "1.0"] in cells
    assert ["nam", "Nam", "exact"] in cells
    assert '"words"' not in page


def test_parts_that_are_missing_are_named():
    facts = {"surface": "Kim, Jin", "words": [{"listed": "kim", "words": [0], "method": "exact", "cost": 0.0}]}
    found = name_parts([{"code": "name", "text": "", "facts": facts | {"omitted": ["kwang"]}}])
    assert [(part.listed, part.found, part.cost) for part in found] == [("kim", "Kim", 0.0), ("kwang", "", None)]
    assert name_parts([{"code": "rule", "text": "", "facts": {}}]) == ()


def test_the_evidence_of_a_hit_is_a_file_that_needs_nothing_else(quiet_desk, quiet_client, tmp_path, in_process):
    sql = "SELECT hit_id FROM hits WHERE target_id = 'kejia-wang' AND band = 'alert' ORDER BY ALL LIMIT 1"
    hit = one(quiet_desk.settings, sql)
    answer = quiet_client.get(f"/hits/{hit}/evidence")
    page = text_of(answer)
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="watchword-{hit}-')
    assert "sandbox" in answer.headers["content-security-policy"]
    sql = "SELECT article_id, article_version FROM hits WHERE hit_id = ?"
    body = quiet_desk.store.articles.page(*queries.ask(quiet_desk.settings.paths, sql, [hit]).rows[0])
    assert body.sha256 in page
    for words in ("Kejia Wang", "first seen in a feed", "SHA-256 of the text", "jane", "2026-11-22 09:30 UTC"):
        assert words in page
    for asks in ("src=", "<link", "<script", "@import", "url("):
        assert asks not in answer.text
    assert quiet_client.get("/hits/unknown/evidence").status_code == 404
    data = quiet_desk.settings.data_dir
    done = in_process("evidence", hit[:8], "--out", tmp_path / "case.html", "--data", data)
    assert done.returncode == 0, done.stderr
    assert body.sha256 in (tmp_path / "case.html").read_text("utf-8")
    assert in_process("evidence", "ffffffff", "--data", data).returncode == 2


def test_all_that_was_weighed_and_what_is_found_now(quiet_desk, quiet_client):
    article = one(
        quiet_desk.settings, "SELECT article_id FROM hits WHERE target_id = 'kejia-wang' ORDER BY ALL LIMIT 1"
    )
    page = text_of(quiet_client.get(f"/articles/{article}/weighed?now=yes"))
    then, _, now = page.partition("What the watchlist finds in it now")
    assert "Kejia Wang" in then
    assert "Kejia Wang" in now


def test_the_command_says_all_that_was_weighed_in_an_article(quiet_desk, in_process):
    url = one(quiet_desk.settings, "SELECT url FROM hits WHERE target_id = 'kejia-wang' ORDER BY ALL LIMIT 1")
    data = quiet_desk.settings.data_dir
    done = in_process("explain", "--article", url, "--data", data)
    assert done.returncode == 0, done.stderr
    assert "kejia-wang" in done.stdout
    assert "word for word" in done.stdout
    rows = [
        json.loads(line)
        for line in in_process("explain", "--article", url, "--json", "--data", data).stdout.splitlines()
    ]
    assert {"kejia-wang", "zhenxing-wang"} <= {row["target_id"] for row in rows}
    assert in_process("explain", "--article", "https://nowhere.example/", "--data", data).returncode == 2


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("chang-nam-il", "the article has none of its words"),
        ("nobody", "No entry of the watchlist in force has the id"),
    ],
)
def test_why_not(quiet_desk, quiet_client, target, expected):
    article = one(quiet_desk.settings, "SELECT article_id FROM articles WHERE title LIKE 'Oat milk%'")
    assert expected in text_of(quiet_client.get(f"/articles/{article}/weighed?target={target}"))


def test_the_entries_are_listed_and_searched(quiet_client):
    everything = text_of(quiet_client.get("/targets"))
    assert "Chang Nam-il" in everything
    found = text_of(quiet_client.get("/targets?words=kejia"))
    assert "Kejia Wang" in found
    assert "Chang Nam-il" not in found


def test_an_entry_has_its_history(quiet_desk, quiet_client):
    page = text_of(quiet_client.get("/targets/chang-nam-il"))
    for words in ("Hits by week", "Spellings met", "Named with", "watchlist.yaml, line", "id: chang-nam-il", "Korean"):
        assert words in page


def test_hits_over_time_are_a_chart_with_a_name_and_a_table_of_the_same_numbers(quiet_client):
    page = text_of(quiet_client.get("/targets/chang-nam-il"))
    chart = re.search(r"<svg.*?</svg>", page)[0]
    for unwanted in ("style=", "<style", "<script", "<!--", 'id="', "<desc"):
        assert unwanted not in chart
    alerts, reviews = map(
        int, re.search(r'aria-label="Hits by week: (\d+) to alert and (\d+) to check"', chart).groups()
    )
    assert f"<title>week of 16 Nov 2026: {alerts} to alert, {reviews} to check</title>" in chart
    assert f'<td>2026-11-16</td><td class="n">{alerts}</td><td class="n">{reviews}</td>' in page
    assert chart.count('<g class="bar">') == (alerts > 0) + (reviews > 0)
    assert ">Jan 2026</text>" in chart


@pytest.mark.parametrize(
    ("highest", "lines"),
    [(0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (5, [0, 2, 4, 6]), (31, [0, 20, 40]), (1234, [0, 500, 1000, 1500])],
)
def test_the_scale_of_a_chart_has_few_round_numbers(highest, lines):
    assert scale(highest) == lines


def test_an_entry_in_a_language_of_no_feed_is_not_covered(desk, client):
    desk.store.watchlists.save("w2", [builders.target("amal", "أمل")], desk.now)
    desk.store.publish_snapshot(desk.now, force=True)
    page = text_of(client.get("/targets/amal"))
    assert 'Arabic, Persian: <b>not covered</b> <span class="facts">no feed in them' in page
    assert "English" not in page
    assert "no longer listed" in text_of(client.get("/targets/kejia-wang"))


def test_coverage_is_by_the_languages_of_the_feeds(desk, client):
    desk.store.watchlists.save(
        "w2", [builders.target("park", "박서준"), builders.target("roe", "Rosalind Roe")], desk.now
    )
    desk.store.publish_snapshot(desk.now, force=True)
    desk.now = START
    assert re.search(r"Korean: nothing in \d+ articles of 1 feed", text_of(client.get("/targets/park")))
    latin = text_of(client.get("/targets/roe"))
    assert re.search(r"English: nothing in \d+ articles of 5 feeds", latin)
    assert "Korean" not in latin
    desk.now = START + timedelta(days=31)
    with desk.reader() as later:  # the session has ended
        assert "Korean: <b>not read</b>" in text_of(later.get("/targets/park"))


def test_a_single_article_taken_for_another_language_makes_no_feed_in_it(desk, client):
    odd = replace(builders.article("Kort tekst over schepen.", key="odd"), language="nl")
    others = [replace(builders.article(f"Ship number {n} sailed.", key=f"en-{n}"), language="en") for n in range(20)]
    save(desk.store, [(one, []) for one in (odd, *others)])
    page = text_of(client.get("/targets/kejia-wang"))
    assert "English:" in page
    assert "Dutch" not in page


def test_scripts_by_their_letters():
    assert [script_of(one) for one in ("Kim", "김광진", "金", "キム", "Ким", "...", "أمل")] == [
        "LATIN", "HANGUL", "CJK", "KANA", "CYRILLIC", "LATIN", "ARABIC",
    ]  # fmt: skip


def test_an_entry_is_in_the_scripts_of_its_spellings_and_terms():
    listed = parse_watchlist([read_document(ROOT / "samples/config/watchlist.yaml")])
    scripts = {one.id: scripts_of(one) for one in listed.entries}
    assert scripts["kim-kwang-jin"] == ("LATIN", "HANGUL")
    assert scripts["kejia-wang"] == ("LATIN",)
    assert scripts["dprk-it-worker-fraud"] == ("LATIN", "HANGUL", "CJK")


def test_a_page_is_ticked_as_read_by_hand(client, settings):
    page = client.get("/unread").text
    url = html.unescape(re.search(r'name="url" value="([^"]+)"', page)[1])
    before = page.count('name="url"')
    data = {"form_token": form_token(page), "url": url, "is_read": "yes", "back": "/unread?all=yes"}
    answer = client.post("/unread", data=data)
    assert answer.headers["location"] == "/unread?all=yes"
    assert client.get("/unread").text.count('name="url"') == before - 1
    assert "jane" in client.get("/unread?all=yes").text
    client.post("/unread", data=data | {"is_read": "no"})
    assert client.get("/unread").text.count('name="url"') == before
    assert client.post("/unread", data=data | {"url": "https://elsewhere.example"}).status_code == 409


def test_ticks_are_published(settings):
    with running_desk(settings) as desk, desk.reader() as client:
        page = client.get("/unread").text
        url = html.unescape(re.search(r'name="url" value="([^"]+)"', page)[1])
        client.post("/unread", data={"form_token": form_token(page), "url": url, "is_read": "yes"})
    sql = "SELECT url, read_by_hand_by FROM unread_pages WHERE read_by_hand_at IS NOT NULL"
    assert queries.ask(settings.paths, sql).rows == ((url, "jane"),)


@pytest.mark.parametrize("path", ["/feeds", "/messages", "/runs", "/list-changes", "/unread?cause=x&all=yes"])
def test_lists_are_shown_and_turned(quiet_client, path):
    text_of(quiet_client.get(path))
    join = "&" if "?" in path else "?"
    for page in ("2", "0", "-1", "x", "999999", "99999999999999"):
        assert quiet_client.get(f"{path}{join}page={page}").status_code == 200


@pytest.mark.parametrize("path", ["/hits/unknown", "/targets/unknown", "/articles/unknown/weighed"])
def test_unknown_ids_are_not_found(quiet_client, path):
    assert quiet_client.get(path).status_code == 404


def test_the_addresses_in_messages_lead_to_the_pages(quiet_desk, quiet_client):
    story = one(quiet_desk.settings, "SELECT story_id FROM hits WHERE story_id IS NOT NULL ORDER BY ALL LIMIT 1")
    hit = one(quiet_desk.settings, "SELECT hit_id FROM hits ORDER BY ALL LIMIT 1")
    assert quiet_client.get(f"/story/{story}").headers["location"] == f"/stories/{story}"
    assert quiet_client.get(f"/hit/{hit}").headers["location"] == f"/hits/{hit}"
