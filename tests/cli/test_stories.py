"""`watchword stories`: one line an article in the order of the lines, whatever that order is."""

from __future__ import annotations

import json
import random

import pytest

from benchmarks.quality_stories import DEVELOPMENTS
from tests.conftest import call_in_process

LIST = "version: 1\nactors:\n  - {id: maddox, name: Priya Anne Maddox}\n"


@pytest.fixture
def run(tmp_path):
    def call(lines: bytes, *options: str):
        done = call_in_process("stories", "-", *options, "--data", tmp_path / "data", stdin=lines)
        return done.returncode, [json.loads(line) for line in done.stdout.split("\n") if line]

    return call


def rows() -> list[dict[str, object]]:
    read = [json.loads(line) for line in DEVELOPMENTS.read_text("utf-8").split("\n") if line]
    return [
        {"article_id": one["id"], "title": one["title"], "text": one["text"], "lang": one["language"],
         "published_at": one["published"]}
        for one in read
    ]  # fmt: skip


def packed(some) -> bytes:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in some).encode()


def test_every_article_has_a_story_and_an_event_and_says_why(run) -> None:
    code, lines = run(packed(rows()))
    assert code == 0
    assert [line["article_id"] for line in lines] == [one["article_id"] for one in rows()]
    stories = {line["article_id"]: line["story_id"] for line in lines}
    events = {line["article_id"]: line["event_id"] for line in lines}
    assert len({stories[name] for name in ("g02-1", "g02-2", "g02-3")}) == 1, "in English, Russian and Korean"
    assert stories["h03-1"] == stories["h03-3"], "charged, then convicted"
    assert events["h03-1"] != events["h03-3"]
    assert stories["g04-1"] != stories["g05-1"], "two thefts on one day"
    link = next(line["link"] for line in lines if line["article_id"] == "g02-2")
    assert link["to"] == "g02-1"
    assert "31,400" in link["reason"]


def test_the_order_of_lines_changes_nothing(run) -> None:
    shuffled = rows()
    random.Random(7).shuffle(shuffled)
    by_id = [{line["article_id"]: line for line in run(packed(some))[1]} for some in (rows(), shuffled)]
    assert by_id[0] == by_id[1]


def test_bad_lines_are_reported_and_one_article_is_a_story(run, tmp_path) -> None:
    (tmp_path / "list.yaml").write_text(LIST, "utf-8")
    bad = [b"{", b'{"article_id": "x"}', b'{"article_id": "y", "text": "a", "published_at": "soon"}']
    good = [
        {"article_id": "a", "title": None, "text": "", "lang": None, "published_at": None},
        {"article_id": "b", "title": None, "text": "Priya Anne Maddox.", "published_at": "2026-11-30"},
    ]
    code, lines = run(b"\n".join([*bad, packed(good), b""]), "--watchlist", str(tmp_path / "list.yaml"))
    assert code == 0
    assert [line["error"]["kind"] for line in lines[:3]] == ["bad_article"] * 3
    assert len({line["story_id"] for line in lines[3:]}) == 2
    assert run(b"") == (0, [])
