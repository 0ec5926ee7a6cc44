from __future__ import annotations

import json

import pytest

from tests.conftest import call_in_process

LIST = "version: 1\nactors:\n  - {id: kim, name: Kim Kwang-jin}\n"


@pytest.fixture
def run(tmp_path):
    (tmp_path / "watchlist.yaml").write_text(LIST, encoding="utf-8")

    def call(lines: bytes):
        done = call_in_process(
            "match", "--watchlist", tmp_path / "watchlist.yaml", "-", "--data", tmp_path / "data", stdin=lines
        )
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    return call


def test_articles_become_hits(run, tmp_path) -> None:
    text = "Related. Kim Kwang-jin was charged."
    zones = [{"start": 0, "end": 9, "zone": "core"}, {"start": 9, "end": len(text), "zone": "doubtful"}]
    rows = [
        {"article_id": "a", "title": None, "text": text, "lang": None, "zones": zones},
        {"article_id": "b", "title": "Kim Kwang-jin", "text": "", "lang": "en", "zones": None},
    ]
    code, lines, _ = run("\n".join(map(json.dumps, rows)).encode())
    assert code == 0
    assert [(line["article_id"], line["band"], line["kind"]) for line in lines] == [
        ("a", "review", "actor"),
        ("b", "alert", "actor"),
    ]
    mention = lines[0]["mentions"][0]
    assert text[mention["start"] : mention["end"]] == mention["surface"] == "Kim Kwang-jin"
    assert mention["zone"] == "doubtful"
    assert {"code", "text"} <= set(lines[0]["reasons"][0])
    assert any((tmp_path / "data" / "cache").iterdir())
    assert run(json.dumps(rows[0]).encode())[1] == lines[:1]


def test_an_invalid_article_is_reported_in_its_line(run) -> None:
    good = json.dumps({"article_id": "a", "title": None, "text": "Kim Kwang-jin"}).encode()
    bad = [b"{", b"[]", b'{"article_id": "x"}', b'{"article_id": "x", "text": 5}', b"\xff\xfe", b'"\\ud800"', b""]
    code, lines, _ = run(b"\n".join([*bad, good]))
    assert code == 0
    assert [line["error"]["kind"] for line in lines[:-1]] == ["bad_article"] * 6
    assert lines[-1]["target_id"] == "kim"


def test_an_invalid_watchlist_is_bad_usage(run, tmp_path) -> None:
    (tmp_path / "watchlist.yaml").write_text("actors: [", encoding="utf-8")
    code, lines, errors = run(b"")
    assert (code, lines) == (2, [])
    assert "watchlist.yaml" in errors
