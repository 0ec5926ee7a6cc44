"""Gates in front of the rest of an article are told from brief reports and from links to subscribe."""

import hashlib
from datetime import UTC, datetime

import pytest

from core.records import FeedEntry, FetchedPage, Quality
from extractors.pages.article import extract_article

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
OPENING = {
    "en": "The port authority of Selmar dismissed its director on Tuesday over barges that nobody had inspected.",
    "de": "Die Hafenbehörde von Selmar hat am Dienstag ihren Direktor entlassen, weil niemand die Kähne geprüft hatte.",
    "ja": "セルマル港湾局は火曜日、誰も検査していなかったはしけをめぐって局長を解任した。後任は未定という。",
    "ko": "셀마르 항만청은 화요일 아무도 검사하지 않은 바지선 문제로 청장을 해임했다고 밝혔으며 후임은 미정이다.",
    "ru": "Портовое управление Сельмара во вторник уволило директора из-за барж, которые никто никогда не проверял.",
    "ar": "أقالت سلطة ميناء سلمار مديرها يوم الثلاثاء بسبب صنادل لم يفتشها أحد منذ أكثر من ثلاث سنوات كاملة.",
}
GATES = {
    "en": "To continue reading, subscribe now.",
    "de": "Jetzt weiterlesen mit Hafenbote Plus",
    "ja": "この記事は会員限定です。残り 870文字",
    "ko": "이 기사는 유료회원 전용입니다",
    "ru": "Чтобы читать дальше, оформите подписку",
    "ar": "لمتابعة القراءة يرجى الاشتراك",
}


def quality_of(language, below, frame=""):
    html = (
        f"<html lang={language}><head><meta charset=utf-8><title>Hafenbote</title>"
        f"<meta property='article:published_time' content='2026-11-24'></head><body><header>{frame}</header><article>"
        f"<h1>Director of the port dismissed</h1><p>{OPENING[language]}</p><p>{OPENING[language]}</p>{below}"
        f"</article><footer>{frame}</footer></body></html>"
    ).encode()
    page = FetchedPage("", "", 200, (), html, NOW, hashlib.sha256(html).hexdigest())
    return extract_article(page, FeedEntry("f", "1", None, None, None, None, None, NOW)).quality


@pytest.mark.parametrize("language", GATES)
def test_a_gate_is_known_by_what_it_says(language):
    gate = f"<div class=x7><h3>{GATES[language]}</h3><p><a href=/login>Abo</a></p></div>"
    assert quality_of(language, gate) is Quality.PAYWALL


@pytest.mark.parametrize("language", GATES)
def test_the_same_words_in_the_frame_of_the_page_are_no_gate(language):
    assert quality_of(language, "", frame=f"<a href=/abo>{GATES[language]}</a>") is Quality.FULL


def test_a_labelled_element_with_a_few_lines_is_a_gate_in_any_language():
    assert quality_of("ar", "<div class=paywall><p>اختر خطتك</p></div>") is Quality.PAYWALL


def test_a_labelled_element_with_the_rest_of_the_article_is_no_gate():
    rest = "".join(f"<p>{OPENING['en']} {OPENING['en']}</p>" for _ in range(2))
    assert quality_of("en", f"<div class=paywall>{rest}</div>") is Quality.FULL


def test_a_box_for_a_newsletter_is_no_gate():
    assert (
        quality_of("en", "<div class=n><p>Subscribe to our newsletter for more from the port.</p></div>")
        is Quality.FULL
    )


def test_a_short_text_that_breaks_off_is_partial():
    assert quality_of("en", f"<p>{OPENING['en'][:70]} …</p>") is Quality.PARTIAL
