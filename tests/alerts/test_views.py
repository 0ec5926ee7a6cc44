"""What a reader sees first: headings that are facts, few quotes, what was not reported in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.composing.digest import compose
from alerts.config.schedule import Window
from alerts.rendering.bodies import render
from alerts.rendering.limits import LADDER
from alerts.rendering.views import digest_view
from alerts.text.wording import sentence, unreported_words
from core.records import Band, DigestKind, Reason, ReasonCode


def digest_of(make, *findings, stories=(), **more):
    window = Window(make.now - timedelta(days=1), make.now, send_if_empty=True)
    return compose(make.subscription(), window, make.material(list(findings), *stories, **more), make.now)


def view_of(make, digest):
    return digest_view(digest, make.subscription(), LADDER[0])


def found(make, name, *, site="harbour-times.example", key="a", **more):
    text = "Prosecutors laid out the case. Kim Kwang-jin is said to have taken a remote job."
    article = make.article(text, site=site, key=key)
    return make.finding(name, article, make.mention(text, "Kim Kwang-jin", "Kim Kwang-jin"), **more)


def test_the_heading_is_a_fact(make):
    digest = digest_of(make, found(make, "kim-kwang-jin"), found(make, "kang-tae-bok", key="b"))
    assert view_of(make, digest).title == "2 names in 2 stories"
    immediate = replace(digest, kind=DigestKind.IMMEDIATE)
    assert view_of(make, immediate).title == "Kim Kwang-jin, Kang Tae-bok"


def test_more_outlets_are_not_called_quiet(make):
    card = digest_of(make, found(make, "kim-kwang-jin")).cards[0]
    digest = replace(digest_of(make), copies=(card,))
    rendered = render(digest, make.subscription())
    assert "quiet" not in rendered.text.lower()
    assert rendered.subject == "[Watchword] 1 story in more outlets"


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [
        ("support_missing", 5, "5 common names without support"),
        ("support_missing", 1, "1 common name without support"),
        ("doubtful_zone", 3, "3 only in teasers, fact boxes or comments"),
        (
            "fact_contradicts, age: aged 61 in the article; listed as born 1987",
            2,
            (
                "2 of somebody else of the name: the article contradicts the facts of the entry "
                "(fact_contradicts, age: aged 61 in the article; listed as born 1987)"
            ),
        ),
        ("dismissed in review", 2, "2 dismissed in review"),
    ],
)
def test_unreported_hits_are_said_in_words(code, number, words):
    assert unreported_words(code, number) == words


def test_unreported_hits_come_with_the_command_that_lists_them(make):
    text = render(digest_of(make, suppressed=[("name", 8), ("rule", 2)]), make.subscription()).text
    assert "10 hits not reported: 8 names alone, below the threshold, 2 schemes whose terms do not suffice." in text
    assert "Which: watchword hits --band suppressed --only\n" in text


def test_hits_dismissed_in_review_come_with_the_command_that_lists_those(make):
    text = render(digest_of(make, suppressed=[("dismissed in review", 2)]), make.subscription()).text
    assert "2 hits not reported: 2 dismissed in review. Which: watchword hits --verdict dismissed\n" in text


def test_a_sentence_ends_once():
    assert [sentence(text, 9) for text in ("to check", "to check.", "to check it")] == ["to check."] * 2 + ["to check…"]


def test_entries_of_one_name_share_a_chip_that_counts_them(make):
    article = make.article()
    findings = [make.finding(target, article) for target in ("kim-kwang-jin", "kang-tae-bok")]
    twin = replace(findings[0].target, target_id="ofac-1", name=findings[0].target.name.upper())
    findings.append(replace(findings[0], target=twin, hit=replace(findings[0].hit, target_id="ofac-1", hit_id="h9")))
    view = view_of(make, digest_of(make, *findings))
    assert [chip.name for chip in view.cards[0].actors] == ["Kim Kwang-jin (2 entries)", "Kang Tae-bok"]
    assert view.title == "2 names in 1 story"
    assert view.cards[0].as_listed == "Kim Kwang-jin, Kang Tae-bok"


def test_quotes_of_copies_stand_once_and_an_official_source_first(make):
    findings = [
        found(make, "kim-kwang-jin"),
        found(make, "kim-kwang-jin", site="meridian.example", key="b"),
        found(make, "kim-kwang-jin", site="ministry.example", key="c", source_tags=("primary",)),
    ]
    story = make.story(*(one.article for one in findings))
    (card,) = view_of(make, digest_of(make, *findings, stories=[story])).cards
    assert [one.source for one in card.articles] == ["ministry.example"]
    assert {one.text for one in card.same_words} == {"harbour-times.example", "meridian.example"}


def test_a_long_digest_has_contents_and_rows_with_a_quote_for_what_is_only_to_check(make):
    alerts = [found(make, "kim-kwang-jin", key=f"a{number}") for number in range(4)]
    checks = [found(make, "kang-tae-bok", key=f"c{number}", band=Band.REVIEW) for number in range(3)]
    digest = digest_of(make, *alerts, *checks)
    view = view_of(make, digest)
    assert len(view.cards) == 4
    (section,) = [one for one in view.sections if one.title == "More to check"]
    assert len(section.lines) == 3
    assert "Kim Kwang-jin is said" in section.lines[0].quote
    html = render(digest, make.subscription()).html
    assert 'href="#story-4"' in html
    assert 'id="story-4"' in html


def test_an_outlet_has_its_name_and_always_its_site(make):
    one = found(make, "kim-kwang-jin", site="justice-news.example")
    one = replace(one, article=replace(one.article, publisher="U.S. Department\u202e of\n Justice"))
    other = found(make, "kang-tae-bok", key="b")
    text = render(digest_of(make, one, other), make.subscription()).text
    assert "\nU.S. Department of Justice (justice-news.example)\n" in text
    assert "\nharbour-times.example\n" in text


def test_the_facts_that_agree_are_shown_with_what_the_list_says(make):
    finding = found(make, "kim-kwang-jin")
    fact = Reason(ReasonCode.FACT_AGREES, "aged 34 in the article; listed as born 1991", {})
    finding = replace(finding, hit=replace(finding.hit, reasons=(*finding.hit.reasons, fact)))
    rendered = render(digest_of(make, finding), make.subscription())
    assert "Kim Kwang-jin: aged 34 in the article; listed as born 1991." in rendered.text
    assert "aged 34 in the article; listed as born 1991" in rendered.html
