"""The language of an article, by its page and by its text."""

import asyncio
import hashlib
from datetime import UTC, datetime

import pytest

from core.records import FeedEntry, FetchedPage
from extractors.pages.article import read_page
from extractors.pages.metadata.html_head import read_html_head
from extractors.pages.metadata.json_ld import JsonLd
from extractors.pages.metadata.language import read_language
from extractors.pages.metadata.language_model import load_detector, unpack_model
from extractors.pages.trafilatura_adapter import parse_html
from extractors.worker_pool import WorkerPool

TEXTS = {
    "de": "Die Hafenbehörde von Selmar hat am Dienstag ihren Direktor entlassen, weil niemand die Kähne geprüft hatte.",
    "nl": "Het havenbedrijf van Selmar ontsloeg dinsdag zijn directeur omdat niemand de schuiten had geïnspecteerd.",
    "pt": "A autoridade portuária de Selmar demitiu na terça-feira o diretor por barcaças que ninguém inspecionou.",
    "uk": "Портове управління Сельмара у вівторок звільнило директора через баржі, які ніхто не перевіряв.",
    "fa": "سازمان بندر سلمار روز سه‌شنبه مدیر خود را به خاطر قایق‌هایی که کسی بازرسی نکرده بود برکنار کرد.",
    "hi": "सेलमार बंदरगाह प्राधिकरण ने मंगलवार को अपने निदेशक को उन नावों के कारण हटा दिया जिनकी किसी ने जांच नहीं की थी।",
    "ja": "セルマル港湾局は火曜日、誰も検査していなかったはしけをめぐって局長を解任した。",
    "zh": "塞尔马港务局星期二解除了局长的职务，因为没有人检查过那些驳船。",
}


def language_of(text, attribute="", feed=None):
    head = read_html_head(parse_html(f"<html{attribute}><body><p>x</p></body></html>"), "https://bote.example/")
    return read_language(head, JsonLd(), FeedEntry("f", "1", None, None, None, None, None, NOW, language=feed), text)


NOW = datetime(2026, 11, 29, tzinfo=UTC)


@pytest.mark.parametrize("language", TEXTS)
def test_the_text_says_it_where_the_page_does_not(language):
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
def test_the_text_says_it_where_the_page_bears_the_language_of_its_template(language):
    assert language_of(TEXTS[language], " lang=en-US") == language


def test_one_written_language_has_several_codes():
    assert (
        language_of("Havnevesenet i Selmar sa opp direktøren tirsdag fordi ingen hadde sjekket lekterne.", " lang=nb")
        == "nb"
    )
    assert (
        language_of(
            "Lučka uprava Selmara u utorak je smijenila direktora jer nitko nije pregledao teglenice.", " lang=sr"
        )
        == "sr"
    )


def test_a_few_words_do_not_contradict_the_page():
    assert language_of("Selmar: Direktor Odin Tarr", " lang=en") == "en"
    assert language_of("", "", "pl-PL") == "pl"
    assert language_of("") is None


def test_a_confined_worker_process_detects_it_as_well():
    html = f"<html lang=en><body><article><h1>Selmar</h1><p>{TEXTS['de']}</p></article></body></html>".encode()
    page = FetchedPage("", "", 200, (), html, NOW, hashlib.sha256(html).hexdigest())
    with WorkerPool(1) as pool:
        entry = FeedEntry("f", "1", None, None, None, None, None, NOW)
        result = asyncio.run(pool.run(read_page, page, entry, frozenset(), key="k"))
    assert result.article.language == "de"


def test_the_unpacked_model_says_what_the_packed_one_says(tmp_path):
    folder = tmp_path / "share" / "model"
    packed = load_detector(folder)
    unpack_model(folder)
    before = {one.name: one.stat().st_ino for one in folder.iterdir()}
    unpack_model(folder)
    assert {one.name: one.stat().st_ino for one in folder.iterdir()} == before, "processes may have mapped them"
    assert [one.name for one in folder.parent.iterdir()] == ["model"]
    unpacked = load_detector(folder)
    for text in TEXTS.values():
        assert unpacked.classify(text) == packed.classify(text)


def test_a_damaged_model_is_not_used(tmp_path):
    unpack_model(tmp_path / "model")
    (tmp_path / "model" / "ptc.npy").write_bytes(b"\x93NUMPY")
    assert load_detector(tmp_path / "model").classify(TEXTS["de"])[0] == "de"
