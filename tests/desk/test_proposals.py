"""Edits that would hold namesakes back, and what would have changed a hit's band."""

from __future__ import annotations

import html
import re
import subprocess

import pytest

from core.config import read_document
from desk.contents.listed_entry import listed_entry
from matching.watchlist.loading import parse_watchlist
from storage import queries
from tests.desk.conftest import form_token, pairs

LIST = """\
actors:
  # the first
  - id: roe
    name: Rosalind Roe
    none: [chef,   "render farm"]  # a comment
    aliases:
      - text: Rose Roe

  - {id: doe, name: "Jörg Doe"}
schemes:
  - id: farm
    label: Laptop farms
    match:
      any: [laptop farm]
"""


@pytest.fixture
def config(tmp_path):
    (tmp_path / "watchlist.yaml").write_text(LIST, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("entry", "key", "value", "line"),
    [
        ("roe", "require", "banking", '+    require: "banking"'),
        ("roe", "none", ["chef", "render farm", "Rovers"], '+    none: ["chef", "render farm", "Rovers"]  # a comment'),
        ("doe", "facts", {"born": ["1986"]}, '+  - {id: doe, name: "Jörg Doe", facts: {"born": ["1986"]}}'),
        ("farm", "none", {"any": ["a: b"], "within": "document"}, '+    none: {"any": ["a: b"], "within": "document"}'),
    ],
)
def test_the_difference_is_of_the_file_and_applies(config, entry, key, value, line):
    difference = listed_entry(config, entry).difference(key, value)
    assert line in difference.splitlines()
    done = subprocess.run(
        ["git", "apply"], check=False, input=f"{difference}\n", cwd=config, text=True, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    assert listed_entry(config, entry).difference(key, value) == ""
    assert len((config / "watchlist.yaml").read_text("utf-8").splitlines()) - len(LIST.splitlines()) in (0, 1)


@pytest.mark.parametrize(
    ("contexts", "lines"),
    [
        ("", ['+contexts: {"about-roe": {"any": ["Rovers"], "within": "paragraph"}}']),
        ("contexts:\n  banking:\n    any: [bank]\n", ['+  about-roe: {"any": ["Rovers"], "within": "paragraph"}']),
        ("contexts: {banking: {any: [bank]}}\n",
         ['+contexts: {banking: {any: [bank]}, about-roe: {"any": ["Rovers"], "within": "paragraph"}}']),
    ],
)  # fmt: skip
def test_the_difference_has_the_context_that_the_entry_then_requires(config, contexts, lines):
    (config / "watchlist.yaml").write_text(LIST + contexts, encoding="utf-8")
    context = {"about-roe": {"any": ["Rovers"], "within": "paragraph"}}
    difference = listed_entry(config, "roe").difference("require", "about-roe", context)
    assert {*lines, '+    require: "about-roe"'} <= set(difference.splitlines())
    done = subprocess.run(
        ["git", "apply"], check=False, input=f"{difference}\n", cwd=config, text=True, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    assert parse_watchlist([read_document(config / "watchlist.yaml")]).actors[0].require == "about-roe"


def test_an_entry_in_no_file_has_no_place(config):
    assert listed_entry(config, "nobody") is None
    (config / "watchlist.yaml").write_text("actors: [", encoding="utf-8")
    assert listed_entry(config, "roe") is None


def judge(client, target, verdict, item=""):
    page = client.get("/", params={"target": target, "state": "open"}).text
    found = [one for one in pairs(page) if one[1] == target and item in ("", one[0])]
    fields = {"form_token": form_token(page), "item": found[0][0], "target": target, "verdict": verdict, "back": "/"}
    assert client.post("/verdicts", data=fields).status_code == 303
    return found[0][0]


def test_what_sets_namesakes_apart_is_proposed_with_its_difference_and_backtest(desk, client):
    before = client.get("/targets/zhenxing-wang/namesake").text
    assert "Nothing of this entry was dismissed" in before
    judge(client, "zhenxing-wang", "confirm")
    judge(client, "zhenxing-wang", "dismiss")
    page = html.unescape(client.get("/targets/zhenxing-wang/namesake").text)
    plain = re.sub(r"</?(?:ins|del)>", "", page)
    assert "+++ b/watchlist.yaml" in plain
    assert re.search(r"^\+    none: [\[{]", plain, re.MULTILINE)
    assert 'href="/targets/zhenxing-wang/namesake"' in client.get("/targets/zhenxing-wang").text
    rows = re.findall(r'<th scope="row">(\w+)</th>((?:<td class="n">.*?</td>)+)', page)
    moved = {
        name: [int(re.sub(r"\D", "", one)) for one in re.findall(r"<td.*?</td>", cells)] for name, cells in rows[:3]
    }
    assert moved["confirmed"][1] == moved["confirmed"][2]
    assert moved["dismissed"][1] > moved["dismissed"][2]
    assert client.get("/targets/nobody/namesake").status_code == 404


def test_a_hit_says_what_would_have_changed_its_band(quiet_desk, quiet_client):
    sql = "SELECT hit_id FROM hits WHERE band = 'review' AND method = 'near' AND kind = 'actor' ORDER BY ALL LIMIT 1"
    alert = "band = 'alert' AND target_id = 'kejia-wang' AND method = 'exact'"
    exact = f"SELECT hit_id FROM hits WHERE {alert} ORDER BY ALL LIMIT 1"
    pages = [
        html.unescape(quiet_client.get(f"/hits/{row[0]}").text)
        for one in (sql, exact)
        for row in queries.ask(quiet_desk.settings.paths, one).rows
    ]
    assert all("What would have changed the band" in page for page in pages)
    assert "in a part that may not belong to the article</td><td>check" in pages[-1]
    assert "80 and more alerts, 55 and more is to be checked" in pages[-1]
