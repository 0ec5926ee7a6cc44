"""What a digest reports, and what it does not report again."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from alerts.composing.corrections import correction_notice
from alerts.composing.digest import compose
from alerts.composing.immediate import compose_immediate
from alerts.composing.notification_history import notifications_of
from alerts.config.schedule import Window
from alerts.config.subscriptions import Immediate
from alerts.config.value_types import QuietHours
from core.records import Band, DigestKind, EntryOrigin, ReviewVerdict, Section, Severity

HOUR = timedelta(hours=1)


@pytest.fixture
def window(make):
    return Window(make.now - timedelta(days=1), make.now)


def notifications_after(make, window, *findings, stories):
    """The notifications that a digest of these findings makes."""
    digest = compose(make.subscription(), window, make.material(list(findings), *stories), make.now)
    return notifications_of(digest)


def next_window(make):
    return Window(make.now, make.now + timedelta(days=1))


def test_a_story_is_reported_once(make, window):
    one = make.article()
    story, found = make.story(one), [make.finding("kim-kwang-jin", one), make.finding("kang-tae-bok", one)]
    digest = compose(make.subscription(), window, make.material(found, story), make.now)
    assert digest is not None
    (card,) = digest.cards
    assert (card.status, len(card.findings)) == ("new", 2)
    again = make.material(found, story, notifications=notifications_of(digest))
    for later in (window, next_window(make)):
        assert compose(make.subscription(), later, again, make.now + HOUR) is None


def test_more_copies_are_a_line_in_the_next_digest_and_cause_none(make, window):
    one, copy = make.article(), make.article(site="other.example")
    story, first = make.story(one, copy), make.finding("kim-kwang-jin", one)
    earlier = notifications_after(make, window, first, stories=[story])
    more = make.finding("kim-kwang-jin", copy, found=make.now + HOUR)
    later = next_window(make)
    assert compose(make.subscription(), later, make.material([more], story, notifications=earlier), later.end) is None
    other = make.article(site="third.example", text=f"Elsewhere: {make.text}")
    news = make.finding("kang-tae-bok", other, found=make.now + HOUR)
    digest = compose(make.subscription(), later, make.material([more, news], story, notifications=earlier), later.end)
    assert [card.status for card in digest.cards] == ["new"]
    assert [card.findings[0].article.site for card in digest.copies] == ["other.example"]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda make, one: make.finding("jong-pong-ju", one), "new on this story: Jong Pong-ju"),
        (
            lambda make, one: make.finding("kim-kwang-jin", one, source_tags=("primary",)),
            "first official source: other.example",
        ),
    ],
)
def test_a_reported_story_is_reported_again_only_for_news(make, window, change, word):
    one, second = make.article(), make.article(site="other.example")
    story = make.story(one, second)
    earlier = notifications_after(make, window, make.finding("kim-kwang-jin", one), stories=[story])
    news = replace(change(make, second), found_at=make.now + HOUR)
    digest = compose(
        make.subscription(), next_window(make), make.material([news], story, notifications=earlier), make.now + 2 * HOUR
    )
    (card,) = digest.cards
    assert (card.status, card.changes) == ("update", (word,))


def test_a_higher_severity_and_a_check_that_became_certain_are_news(make, window):
    one, second = make.article(), make.article(site="other.example")
    story = make.story(one, second)
    check = make.finding("kim-kwang-jin", one, band=Band.REVIEW)
    earlier = notifications_after(
        make, window, check, make.finding("kang-tae-bok", one, severity=Severity.LOW), stories=[story]
    )
    certain = make.finding("kim-kwang-jin", second, found=make.now + HOUR)
    digest = compose(
        make.subscription(),
        next_window(make),
        make.material([certain], story, notifications=earlier),
        make.now + 2 * HOUR,
    )
    assert digest.cards[0].changes == ("now certain: Kim Kwang-jin", "severity was low, is high")


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: the sum was wrong.",
        "An earlier version of this article named another town.",
        "정정합니다. 금액이 틀렸습니다.",
    ],
)
def test_a_publishers_correction_is_reported_once(make, window, notice):
    one = make.article()
    story, found = make.story(one), make.finding("kim-kwang-jin", one)
    earlier = notifications_after(make, window, found, stories=[story])
    corrected = make.article(text=f"{make.text}\n{notice}")
    edited = make.finding("kim-kwang-jin", corrected)
    later = next_window(make)
    digest = compose(
        make.subscription(), later, make.material([], story, notifications=earlier, edited=[edited]), later.end
    )
    assert digest.cards[0].status == "correction"
    again = make.material([], story, notifications=(*earlier, *notifications_of(digest)), edited=[edited])
    assert compose(make.subscription(), later, again, later.end) is None


def test_a_correction_is_quoted_also_beside_other_news(make, window):
    one = make.article()
    story, found = make.story(one), make.finding("kim-kwang-jin", one)
    earlier = notifications_after(make, window, found, stories=[story])
    corrected = make.article(text=f"{make.text}\nCorrection: an earlier version gave another sum.")
    edited = [make.finding(target, corrected) for target in ("kim-kwang-jin", "kang-tae-bok")]
    later = next_window(make)
    digest = compose(
        make.subscription(), later, make.material([], story, notifications=earlier, edited=edited), later.end
    )
    assert digest.cards[0].status == "update"
    assert digest.cards[0].changes == (
        "new on this story: Kang Tae-bok",
        f"a correction by {one.site}: “Correction: an earlier version gave another sum.”",
    )


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("Er kam.\nBerichtigung: Er kam am Dienstag.", "Berichtigung: Er kam am Dienstag."),
        ("Korrektur\n\nEr kam am Dienstag.", "Korrektur Er kam am Dienstag."),
        ("Il est venu. Rectificatif : il est venu mardi.", "Rectificatif : il est venu mardi."),
        ("Vino.\nFe de errores: vino el martes.", "Fe de errores: vino el martes."),
        ("Он приехал.\nИсправление: во вторник.", "Исправление: во вторник."),
        ("她来了。更正：是星期二。", "更正：是星期二。"),
        ("訂正：火曜日でした。", "訂正：火曜日でした。"),
        ("He came.\nCorrection, June 5: it was Tuesday.", "Correction, June 5: it was Tuesday."),
        ("He came.\nCorrection (June 5): it was Tuesday.", "Correction (June 5): it was Tuesday."),
        ("He came.\nThis article was amended on 5 June.", "This article was amended on 5 June."),
        ("갔다.\n[정정] 화요일이었다.", "정정] 화요일이었다."),
        ("He fled. Correction officials said so.\nCorrected for inflation, it fell.\nClarification was sought.", ""),
        ("Stocks fell. Correction territory was near. Correction-fluid makers gained.", ""),
        ("정정 불안이 이어지는 아이티에서 총격이 났다.", ""),
        ("Поправка – часть закона о банках. Korrektur-Software half.", ""),
        ("Die Korrektur des Kurses half.\nCorrection officers came. Er sprach von Berichtigung.", ""),
    ],
)
def test_correction_notices_of_several_languages(make, text, notice):
    assert correction_notice(make.article(text=text)) == notice


def test_the_notice_is_quoted_rather_than_the_headline_that_speaks_of_it(make):
    title = "Two charged (corrected)"
    marked = make.article(text=f"{title}\nTwo were charged.", title=title)
    assert correction_notice(marked) == title
    explained = make.article(text=f"{title}\nTwo were charged.\nCorrection: it was Tuesday.", title=title)
    assert correction_notice(explained) == "Correction: it was Tuesday."


def test_an_edit_without_a_correction_notice_is_not_reported(make, window):
    one = make.article()
    story, found = make.story(one), make.finding("kim-kwang-jin", one)
    earlier = notifications_after(make, window, found, stories=[story])
    edited = make.finding("kim-kwang-jin", make.article(text=f"{make.text} The corrected sum is larger."))
    later = next_window(make)
    assert (
        compose(make.subscription(), later, make.material([], story, notifications=earlier, edited=[edited]), later.end)
        is None
    )


def test_windows_are_half_open_and_late_commits_are_in_the_next_digest(make, window):
    one, other = make.article(), make.article(site="other.example")
    at_end = make.finding("kim-kwang-jin", one, found=window.end)
    late = make.finding("kang-tae-bok", other, found=window.end - timedelta(seconds=1))
    assert compose(make.subscription(), window, make.material([at_end]), make.now) is None
    later = next_window(make)
    digest = compose(make.subscription(), later, make.material([late, at_end]), later.end)
    assert {one.target.target_id for card in digest.cards for one in card.findings} == {"kim-kwang-jin", "kang-tae-bok"}


def test_first_looks_replays_floods_and_archive_finds_have_their_own_sections(make, window):
    found = [
        make.finding("kim-kwang-jin", make.article(key=origin, origin=origin))
        for origin in (EntryOrigin.FIRST_LOOK, EntryOrigin.REPLAY, EntryOrigin.FLOOD)
    ]
    old = make.finding("kang-tae-bok", make.article(key="old"), retroactive=True)
    digest = compose(make.subscription(), window, make.material([*found, old]), make.now)
    assert digest.cards == ()
    assert [len(part) for part in (digest.first_looks, digest.replays, digest.archive)] == [1, 2, 1]
    earlier = notifications_of(digest)
    assert {line.section for line in earlier} == {Section.FIRST_LOOK, Section.REPLAY, Section.ARCHIVE}
    again = make.material([*found, old], notifications=earlier)
    assert compose(make.subscription(), window, again, make.now) is None


def test_a_subscription_gets_what_it_asks_for(make, window):
    one = make.article()
    found = [
        make.finding("kim-kwang-jin", one, tags=("dprk",)),
        make.finding("kang-tae-bok", one, band=Band.REVIEW),
        make.finding("jong-pong-ju", one, verdict=ReviewVerdict.DISMISSED),
    ]

    def targets(**wishes):
        digest = compose(make.subscription(**wishes), window, make.material(found), make.now)
        return {one.target.target_id for card in digest.cards for one in card.findings} if digest else set()

    assert targets() == {"kim-kwang-jin", "kang-tae-bok"}
    assert targets(min_band=Band.ALERT) == {"kim-kwang-jin"}
    assert targets(tags=frozenset({"dprk"})) == {"kim-kwang-jin"}
    assert targets(targets=frozenset({"kang-tae-bok"})) == {"kang-tae-bok"}
    assert targets(tags=frozenset({"elsewhere"})) == set()
    digest = compose(make.subscription(), window, make.material(found, suppressed=[("namesake", 3)]), make.now)
    assert digest.suppressed == (("namesake", 3), ("dismissed in review", 1))


def test_nothing_makes_no_mail_unless_it_is_asked_for(make, window):
    assert compose(make.subscription(), window, make.material([]), make.now) is None
    digest = compose(make.subscription(), replace(window, send_if_empty=True), make.material([]), make.now)
    assert digest.cards == ()
    assert digest.coverage.feeds_total == 26


def test_two_ticks_compose_the_same_digest(make, window):
    material = make.material([make.finding("kim-kwang-jin", make.article())])
    first = compose(make.subscription(), replace(window, first=True), material, make.now)
    second = compose(make.subscription(), Window(window.start + HOUR, make.now + HOUR, first=True), material, make.now)
    assert first.digest_id == second.digest_id
    assert compose(make.subscription(), window, material, make.now).digest_id != first.digest_id


def test_more_severe_stories_come_first(make, window):
    articles = [make.article(key=key, site=f"{key}.example") for key in "abc"]
    found = [
        make.finding("kim-kwang-jin", articles[0], band=Band.REVIEW),
        make.finding("kang-tae-bok", articles[1], severity=Severity.LOW),
        make.finding("jong-pong-ju", articles[2], severity=Severity.HIGH),
    ]
    digest = compose(make.subscription(), window, make.material(found), make.now)
    assert [card.findings[0].target.target_id for card in digest.cards] == [
        "jong-pong-ju",
        "kang-tae-bok",
        "kim-kwang-jin",
    ]


def test_immediate_mail_is_limited_by_its_rules(make):
    one = make.article()
    material = make.material([make.finding("kim-kwang-jin", one)], make.story(one))
    desk = make.subscription(immediate=Immediate(Severity.HIGH, 2))
    digest = compose_immediate(desk, material, make.now, sent_today=1)
    assert digest.kind is DigestKind.IMMEDIATE
    assert compose_immediate(desk, material, make.now, sent_today=2) is None
    assert compose_immediate(make.subscription(), material, make.now, sent_today=0) is None
    after = make.material([make.finding("kim-kwang-jin", one)], make.story(one), notifications=notifications_of(digest))
    assert compose_immediate(desk, after, make.now, sent_today=0) is None
    assert compose(desk, Window(make.now - 24 * HOUR, make.now), after, make.now) is None, (
        "reported once, by either mail"
    )


@pytest.mark.parametrize(
    ("severity", "hour", "sent"), [(Severity.MEDIUM, 3, False), (Severity.HIGH, 3, True), (Severity.MEDIUM, 12, True)]
)
def test_quiet_hours_hold_all_but_high_severity(make, severity, hour, sent):
    now = make.now.replace(hour=hour)
    desk = make.subscription(immediate=Immediate(Severity.MEDIUM, 5), quiet_hours=QuietHours(time(22), time(7)))
    material = make.material([make.finding("kim-kwang-jin", make.article(), severity=severity)])
    assert (compose_immediate(desk, material, now, sent_today=0) is not None) is sent


@pytest.mark.parametrize(
    "change",
    [{"origin": EntryOrigin.FIRST_LOOK}, {"origin": EntryOrigin.REPLAY}, {"origin": EntryOrigin.FLOOD}],
)
def test_old_news_is_never_immediate(make, change):
    desk = make.subscription(immediate=Immediate(Severity.LOW, 5))
    material = make.material([make.finding("kim-kwang-jin", make.article(**change))])
    assert compose_immediate(desk, material, make.now, sent_today=0) is None
    checks = make.material([make.finding("kim-kwang-jin", make.article(), band=Band.REVIEW)])
    assert compose_immediate(desk, checks, make.now, sent_today=0) is None


def test_a_hit_that_was_reported_and_then_dismissed_is_not_counted_as_unreported(make, window):
    one, other = make.article(), make.article(key="b")
    found = make.finding("kim-kwang-jin", one)
    earlier = notifications_after(make, window, found, stories=[make.story(one)])
    dismissed = replace(found, verdict=ReviewVerdict.DISMISSED)
    later = replace(next_window(make), send_if_empty=True)
    news = make.finding("kang-tae-bok", other, found=make.now + HOUR, verdict=ReviewVerdict.DISMISSED)
    quiet = compose(make.subscription(), later, make.material([dismissed], notifications=earlier), later.end)
    assert quiet.suppressed == ()
    counted = compose(make.subscription(), later, make.material([dismissed, news], notifications=earlier), later.end)
    assert counted.suppressed == (("dismissed in review", 1),)
