"""Records into columns and back, and the sentence around a mention."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.records import Article, FeedState, Published, Zone
from storage.database import migrations
from storage.database.columns import columns_of, from_json, table_of, to_json
from storage.database.live_file import transaction
from storage.database.statements import insert, select
from storage.tables.quotes import LIMIT, excerpt_around

TOKYO = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    "at", [date(2026, 1, 2), datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 2, 3, 4, tzinfo=TOKYO)]
)
def test_publication_keeps_its_precision_and_offset(at):
    back = from_json(Published, to_json(Published(at, "meta")))
    assert (back.at, type(back.at), back.iso) == (at, type(at), at.isoformat())


def test_json_of_an_older_program_takes_defaults_and_drops_what_is_unknown():
    assert from_json(tuple[Zone, ...], '[{"start": 0, "end": 3, "kind": "core", "colour": "red"}]') == (
        Zone(0, 3, "core"),
    )


def test_every_field_of_a_feed_state_has_its_column(store, paths):
    state = FeedState(
        "wire", "https://wire.example/", etag=b"\xff\x00", interval=timedelta(minutes=30), failure_points=0.5
    )
    with transaction(paths) as db:
        insert(db, "feed_states", table_of(FeedState, [state]))
        assert select(db, FeedState, "FROM feed_states") == [state]


def test_unpaired_surrogates_do_not_move_offsets():
    table = table_of(Zone, [Zone(0, 1, "core", "a\ud800b")])
    assert table.column("reason").to_pylist() == ["a\ufffdb"]


def test_unpaired_surrogates_within_nested_values_do_not_either(store, make):
    text = "Kim \ud800 Kwang Jin was charged."
    article = make.article(text=text)
    hit = make.hit(article, surface="Kim \ud800 Kwang Jin")
    store.articles.save("run", [replace(make.outcome(), article=article, hits=(hit,))], make.noon)
    (found,) = store.findings.between(make.noon, make.noon + make.hour)
    mention = found.hit.mentions[0]
    assert found.article.text[mention.start : mention.end] == mention.surface == "Kim \ufffd Kwang Jin"


@pytest.mark.parametrize("record", [Article, FeedState])
def test_columns_are_in_the_order_of_the_fields(record):
    assert [column.name for column in columns_of(record)] == list(record.__dataclass_fields__)


def test_migrations_say_what_their_columns_mean():
    for step in migrations.shipped():
        assert step.sql.startswith("--")


@pytest.mark.parametrize(
    ("text", "named", "sentence"),
    [
        ("He left. Kim Kwang Jin was charged! He fled.", "Kim", "Kim Kwang Jin was charged!"),
        ("Mr. Kim, of D.C. fame, met J. Kim there. Then he left.", "Kim", "Mr. Kim, of D.C. fame, met J. Kim there."),
        ("Headline\nKim fled\nMore", "Kim", "Kim fled"),
        ("昨日。金光鎮は逃げた。今日。", "金光鎮", "金光鎮は逃げた。"),
        ("“Kim fled.” She said so.", "Kim", "“Kim fled.”"),
        ("„Kim floh.“ Dann kam Pak.", "Pak", "Dann kam Pak."),
        ("“Is Kim guilty?” he asked. No.", "Kim", "“Is Kim guilty?” he asked."),
        ("At Acme Inc. Chairman Kim left. Yes.", "Kim", "At Acme Inc. Chairman Kim left."),
        ("Kim", "Kim", "Kim"),
    ],
)
def test_the_quote_is_the_sentence(text, named, sentence):
    start = text.index(named)
    quote = excerpt_around(text, start, start + len(named))
    assert quote.text == sentence
    assert text[quote.start : quote.start + len(quote.text)] == quote.text


@given(st.text(alphabet='ab .\n。"', max_size=1500), st.integers(0, 1499), st.integers(1, 60))
def test_a_quote_is_short_and_verbatim_and_holds_the_mention(text, start, length):
    start = min(start, len(text))
    end = min(len(text), start + length)
    quote = excerpt_around(text, start, end)
    assert len(quote.text) <= LIMIT + 2
    assert text[quote.start : quote.start + len(quote.text)] == quote.text
    assert text[start:end].strip() in quote.text
