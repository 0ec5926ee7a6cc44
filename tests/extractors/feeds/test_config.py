from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from core.config import parse_document, read_document
from core.errors import ConfigError
from core.records import FeedKind, FirstPoll, FullText
from extractors.feeds.config import parse_feeds, schema

CONFIG = Path(__file__).parents[3] / "config" / "feeds.yaml"


def problems_of(text):
    with pytest.raises(ConfigError) as caught:
        parse_feeds(parse_document(text, "feeds.yaml"))
    return caught.value.problems


def test_all_keys_of_a_feed_are_read():
    text = """
feeds:
  - id: example
    url: https://example.org/feed
  - {id: slow, url: "https://example.org/slow", kind: json, title: Slow, tags: [primary, korea], every: 2h,
     full_text: feed, first_poll: alert}
  - {id: always, url: "http://127.0.0.1:8000/feed", every: 0s}
"""
    plain, full, always = parse_feeds(parse_document(text, "feeds.yaml"))
    assert (plain.feed_id, plain.kind, plain.every) == ("example", FeedKind.AUTO, timedelta(minutes=30))
    assert (plain.full_text, plain.first_poll, plain.tags) == (FullText.AUTO, FirstPoll.BASELINE, ())
    assert (full.kind, full.title, full.every, full.is_primary) == (FeedKind.JSON, "Slow", timedelta(hours=2), True)
    assert (full.full_text, full.first_poll) == (FullText.FEED, FirstPoll.ALERT)
    assert always.every == timedelta(0)


def test_an_empty_file_has_no_feeds():
    assert parse_feeds(parse_document("", "feeds.yaml")) == ()
    assert parse_feeds(parse_document("feeds: []", "feeds.yaml")) == ()


@pytest.mark.parametrize(
    ("line", "field", "word"),
    [
        ("id: Bad Id", "feeds[0].id", "a-z 0-9"),
        ("every: 5m", "feeds[0].every", "15m"),
        ("every: 7h", "feeds[0].every", "6h"),
        ("every: often", "feeds[0].every", "30m, 2h"),
        ("kind: html", "feeds[0].kind", "'rss'"),
        ("full_text: maybe", "feeds[0].full_text", "'page'"),
        ("evry: 30m", "feeds[0].evry", "unknown key"),
        ("url: ftp://example.org/", "feeds[0].url", "http"),
        ("url: https://user:secret@example.org/", "feeds[0].url", "user name"),
    ],
)
def test_mistakes_are_reported_at_their_line(line, field, word):
    key = line.partition(":")[0]
    lines = {"id": "id: a", "url": "url: https://example.org/"} | {key: line}
    text = "feeds:\n  - " + "\n    ".join(lines.values()) + "\n"
    (problem,) = problems_of(text)
    assert (problem.file, problem.field) == ("feeds.yaml", field)
    assert problem.line == text[: text.index(line)].count("\n") + 1
    assert word in problem.message


def test_duplicate_feeds_are_reported():
    text = """feeds:
  - {id: a, url: "https://example.org/feed"}
  - {id: a, url: "https://example.org/other"}
  - {id: b, url: "HTTPS://Example.org:443/feed?utm_source=x"}
"""
    assert [(one.line, one.field) for one in problems_of(text)] == [(3, "feeds[1].id"), (4, "feeds[2].url")]


def test_the_shipped_feeds_are_valid_and_each_has_its_evidence():
    sources = parse_feeds(read_document(CONFIG))
    assert len(sources) >= 25
    assert sum(source.is_primary for source in sources) >= 10
    entries = [line for line in CONFIG.read_text("utf-8").splitlines() if line.startswith("  - id: ")]
    assert len(entries) == len(sources)
    assert all("# evidence" in line for line in entries)


def test_the_shipped_schema_is_that_of_the_model():
    written = json.loads(CONFIG.with_suffix(".schema.json").read_text("utf-8"))
    assert written == schema()
