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
