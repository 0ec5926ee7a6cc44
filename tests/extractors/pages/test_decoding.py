"""Bytes that say nothing or something wrong of how they are encoded."""

import pytest

from extractors.pages.decoding.charset import decode_text

PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body>{}</body></html>"
RUSSIAN = "Таможня закрыла склад, где нашли четыре тысячи поддельных пломб. " * 40


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_byte_order_is_known_by_its_beginning(codec):
    page = PAGE.format(RUSSIAN)
    assert decode_text(page.encode(codec)) == page


@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1"])
@pytest.mark.parametrize("text", ["Müller, Özgür und Fußé", "d’été à “Łódź”", "김광진 기소", "Олег"])
def test_text_that_was_encoded_twice_is_decoded_twice(text, taken_for):
    page = PAGE.format(text)
    twice = "".join(
        bytes([byte]).decode(taken_for) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in page.encode()
    )
    assert decode_text(twice.encode()) == page


@pytest.mark.parametrize("text", ["Müller Özgür Fußé", "Ã is a letter, Ã© was meant as Ã© and Ã¼", "São Â Ã 김"])
def test_text_that_was_encoded_once_is_left(text):
    page = PAGE.format(text) if "meant" not in text else PAGE.format(text + " é")
    assert decode_text(page.encode()) == page


SENTENCES = {
    "Turkish": ("cp1254", "Savcılık, Şükrü Güneş ile ortağı Çağrı Öztürk hakkında soruşturma başlattığını açıkladı."),
    "Japanese (EUC)": ("euc_jp", "検察は火曜日、貿易商の佐々木健一容疑者が三社を通じて資金を移したと発表した。"),
    "Japanese (Shift_JIS)": ("cp932", "検察は火曜日、貿易商の佐々木健一容疑者が三社を通じて資金を移したと発表した。"),
    "Chinese (GBK)": ("gbk", "检方周二表示，商人马立克通过三家公司转移了四百多万欧元。"),
    "Chinese (Big5)": ("big5", "檢方週二表示，商人馬立克透過三家公司移轉四百多萬歐元。"),
    "Korean": ("euc_kr", "검찰은 화요일 무역업자 김도현 씨가 유령회사 세 곳을 통해 돈을 옮겼다고 밝혔다."),
    "French": ("cp1252", "Rémi Léautaud a été condamné à Orléans."),
    "Portuguese": ("cp1252", "Juiz prende João Pereira"),
    "Danish": ("cp1252", "Søren Madsen fængslet"),
    "Spanish": ("cp1252", "La Fiscalía acusó el martes a Íñigo Núñez de blanquear dinero a través de tres compañías."),
    "Polish": ("iso8859_2", "Prokuratura zarzuca Łukaszowi Dębińskiemu pranie pieniędzy za pośrednictwem spółek."),
    "Lithuanian": ("cp1257", "Prokuratūra įtaria Žygimantą Šliažą plovus pinigus per tris įmones, kurias jis įsteigė."),
    "Ukrainian": ("cp1251", "Прокуратура звинувачує Євгена Їжакевича у відмиванні грошей через три компанії."),
    "Swedish": ("cp1252", "Åklagaren anklagar Åke Sjögren för penningtvätt genom tre bolag på ön."),
}


@pytest.mark.parametrize(("charset", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_one_sentence_without_a_declaration_is_enough(charset, sentence):
    assert sentence in decode_text(f"<rss><item><title>{sentence}</title></item></rss>".encode(charset), "text/xml")
    among_markup = "<div class=x></div>" * 5_000
    page = f"<html><body>{among_markup}<p>{sentence}</p>{among_markup}</body></html>"
    assert sentence in decode_text(page.encode(charset), "text/html")
