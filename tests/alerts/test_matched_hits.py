"""What mail says about hits that come from the matcher."""

from __future__ import annotations

import pytest

from alerts.rendering.cards import card_view
from alerts.rendering.limits import LADDER
from alerts.text.wording import needs_check
from core.config import parse_document
from core.records import Article, Band, CardStatus, Finding, Quality, ReasonCode, StoryCard, Target, TargetKind
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist

WATCHLIST = """
version: 1
actors:
  - {id: husayn, name: Sabir Husayn Qadirov}
  - {id: nikolai, name: Nikolai Zhiltsovsky}
  - {id: common, name: Juan Garcia}
  - {id: roe, name: Janet Ambrose Roe}
schemes:
  - {id: farm, label: Laptop farms, match: {near: {terms: [laptop farm*, remote], words: 10}}}
"""


@pytest.fixture(scope="module")
def matcher():
    return compile_watchlist(parse_watchlist([parse_document(WATCHLIST, "watchlist.yaml")]))


@pytest.fixture
def card(matcher, make):
    def view_of(text: str, quality: Quality = Quality.FULL):
        one: Article = make.article(text=text, quality=quality)
        hits = matcher.match(one)
        findings = tuple(
            Finding(hit, Target(hit.target_id, hit.target_id, TargetKind.ACTOR), one, make.now) for hit in hits
        )
        card = StoryCard(make.story(one), CardStatus.NEW, findings, (one,))
        return hits, card_view(card, make.subscription(), LADDER[0], make.now)

    return view_of


@pytest.mark.parametrize(
    ("text", "method", "words"),
    [
        ("Police look for Sabir Hussein Qadirov in Riga.", "sound", "near spelling: same sound"),
        ("Police look for Mykola Zhiltsovsky in Riga.", "diminutive", "near spelling: another form of a given name"),
    ],
)
def test_another_sound_or_form_of_a_name_is_a_spelling_to_check(card, text, method, words):
    (hit,), view = card(text)
    assert hit.mentions[0].method == method
    assert needs_check(hit.mentions[0].method)
    assert [row.words for entry in view.why for row in entry.rows] == [words]
    assert any(words in line for line in view.checks)


@pytest.mark.parametrize(
    ("text", "quality", "code", "words"),
    [
        ("Police look for Juan Garcia in Riga.", Quality.FULL, ReasonCode.SUPPORT_MISSING, "it would alert with"),
        ("Janet Ambrose Roe was seen in Riga.", Quality.PAYWALL, ReasonCode.PAGE, "the page is paywall"),
        ("Janet Ambrose Roe was seen in Riga.", Quality.NOT_ARTICLE, ReasonCode.PAGE, "the page is not article"),
    ],
)
def test_a_check_says_what_needs_one(card, text, quality, code, words):
    (hit,), view = card(text, quality)
    assert hit.band is not Band.ALERT
    assert hit.deciding_reason.code is code
    (line,) = view.checks
    assert words in line
    assert "mention" not in line


def test_an_alert_is_decided_by_what_supports_it(card):
    (hit,), _ = card("Janet Ambrose Roe was seen in Riga.")
    assert hit.band is Band.ALERT
    assert hit.deciding_reason.code is ReasonCode.NAME
