"""Quotes: verbatim, at the stored offsets, with the matched words emphasised; or not shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from alerts.rendering.quotes import LONGEST, quotes_of
from alerts.text.wording import clock, counted, listed, method_words, published_words, zone_name
from core.records import Band, MatchMethod, Mention, Published, TextField, ZoneKind


def emphasised(quote):
    return "".join(f"[{one.emphasis}:{one.text}]" if one.emphasis else one.text for one in quote.fragments)


def test_a_quote_is_the_sentence_with_its_matches_emphasised(make):
    one = make.article()
    found = [make.finding(name, one) for name in ("kim-kwang-jin", "jong-pong-ju")]
    (quote,) = quotes_of(one, found, 3)
    assert emphasised(quote) == (
        "Four men, [exact:Kim Kwang-jin], Kang Tae-bok, [exact:Jong Pong-ju] and Chang Nam-il, are said to have "
        "taken remote jobs under borrowed names."
    )
    assert quote.text in one.text


def test_what_is_not_at_its_offsets_is_not_shown(make):
    one = make.article()
    found = make.finding("kim-kwang-jin", one)
    edited = replace(one, text=f"Now. {one.text}")
    assert quotes_of(edited, [found], 3) == ()


def test_few_quotes_show_as_many_targets_as_they_can(make):
    text = "Kim Kwang-jin was seen. He left. Kang Tae-bok met Jong Pong-ju. Kim Kwang-jin came back with Kang Tae-bok."
    one = make.article(text=text)
    found = [make.finding(name, one) for name in ("kim-kwang-jin", "kang-tae-bok", "jong-pong-ju")]
    assert [quote.text for quote in quotes_of(one, found, 1)] == ["Kang Tae-bok met Jong Pong-ju."]
    assert [quote.text for quote in quotes_of(one, found, 2)] == [
        "Kim Kwang-jin was seen.",
        "Kang Tae-bok met Jong Pong-ju.",
    ]


def test_a_long_sentence_is_cut_around_its_matches(make):
    one = make.article(text=f"{'so it went on, ' * 100}until Kim Kwang-jin came, {'and on it went, ' * 100}")
    (quote,) = quotes_of(one, [make.finding("kim-kwang-jin", one)], 1)
    assert len(quote.text) <= LONGEST
    assert "[exact:Kim Kwang-jin]" in emphasised(quote)
    assert quote.text.startswith("…")
    assert quote.text.endswith("…")


def test_initials_and_quoted_sentences_do_not_end_a_sentence_too_early(make):
    one = make.article(text='"He left." Then J. Q. Smith met Kim Kwang-jin of the U.S. office. All was quiet.')
    (quote,) = quotes_of(one, [make.finding("kim-kwang-jin", one)], 1)
    assert quote.text == "Then J. Q. Smith met Kim Kwang-jin of the U.S. office."


@pytest.mark.parametrize(
    "sentence",
    [
        "“Kim Kwang-jin fled.”",
        "„Kim Kwang-jin floh.“",
        "“Is Kim Kwang-jin guilty?” he asked.",
        "Sen. Kim Kwang-jin fled.",
    ],
)
def test_a_quote_is_the_whole_sentence(make, sentence):
    one = make.article(text=f"All was quiet. {sentence} Then it rained.")
    (quote,) = quotes_of(one, [make.finding("kim-kwang-jin", one)], 1)
    assert quote.text == sentence


def test_headlines_and_doubtful_text_are_labelled(make):
    one = make.article(title="Kim Kwang-jin wanted", text="Nothing. Read also: Kang Tae-bok seen.")
    title = Mention(TextField.TITLE, 0, 13, "Kim Kwang-jin", "Kim Kwang-jin", MatchMethod.EXACT, ZoneKind.CORE)
    teaser = replace(make.mention(one.text, "Kang Tae-bok", "Kang Tae-bok"), zone=ZoneKind.DOUBTFUL)
    found = [
        make.finding("kim-kwang-jin", one, title),
        make.finding("kang-tae-bok", one, teaser, band=Band.REVIEW),
    ]
    first, second = quotes_of(one, found, 5)
    assert (first.in_title, first.text) == (True, "Kim Kwang-jin wanted")
    assert second.doubtful


def test_a_starred_term_is_emphasised_to_the_end_of_its_word(make):
    one = make.article(text="They kept laptop farms in sheds. 가상화폐를 보냈다.")
    latin = make.finding("laptop-farm", one, make.mention(one.text, "laptop farm", "laptop farm*", "term"))
    assert "[term:laptop farms]" in emphasised(quotes_of(one, [latin], 1)[0])
    hangul = make.finding("currency", one, make.mention(one.text, "가상화폐", "가상화폐", "term"))
    assert emphasised(quotes_of(one, [hangul], 1)[0]) == "[term:가상화폐]를 보냈다."


@pytest.mark.parametrize("method", MatchMethod)
def test_every_method_has_words_and_near_spellings_are_named_so(method):
    assert method_words(method).startswith("near spelling: ") == method.is_near


def test_times_are_those_of_the_reader(make):
    now = make.now
    assert clock(now, ZoneInfo("Europe/London"), now) == "22 Nov, 08:00 GMT"
    assert clock(now.replace(month=7), ZoneInfo("Europe/London"), now) == "22 Jul, 09:00 BST"
    assert clock(now.replace(year=2025), ZoneInfo("Asia/Seoul"), now) == "22 Nov 2025, 17:00 KST"
    assert zone_name(now.astimezone(ZoneInfo("America/Sao_Paulo"))) == "UTC-03"
    at = datetime(2026, 11, 21, 20, 0, tzinfo=timezone(timedelta(hours=-5)))
    assert published_words(Published(at, "json-ld"), ZoneInfo("Asia/Seoul"), now) == "published 22 Nov, 10:00 KST"
    assert published_words(Published(date(2026, 11, 21), "url"), ZoneInfo("Asia/Seoul"), now) == "dated 21 Nov"
    assert published_words(None, ZoneInfo("Asia/Seoul"), now) == "no date given"


def test_counts():
    assert [counted(number, "story") for number in (0, 1, 2, 1200)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "1,200 stories",
    ]
    assert listed(["a", "b", "c"], 2) == "a, b +1"


def test_a_text_that_begins_with_its_headline_is_quoted_from_its_body(make):
    title = "Kim Kwang-jin charged"
    name = "Kim Kwang-jin"
    named_again = make.article(text=f"{title}\nPolice said that {name} had left.", title=title)
    first = make.mention(named_again.text, name, name)
    start = named_again.text.rindex(name)
    found = make.finding("kim-kwang-jin", named_again, first, replace(first, start=start, end=start + len(name)))
    assert [quote.text for quote in quotes_of(named_again, [found], 3)] == ["Police said that Kim Kwang-jin had left."]
    only_there = make.article(text=f"{title}\nPolice said that he had left.", title=title)
    found = make.finding("kim-kwang-jin", only_there)
    assert [quote.text for quote in quotes_of(only_there, [found], 3)] == [title]
