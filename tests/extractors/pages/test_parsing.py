"""Parsing: the tree of a page that needs no repair is that which trafilatura makes of it."""

from __future__ import annotations

import pytest
from lxml import etree
from trafilatura import load_html

from extractors.pages.trafilatura_adapter import parse_html

USUAL = (
    "<!doctype html>\n<html lang='uk'><head><title>Склад</title></head><body><p>Crates &amp; 木箱 <b>é</b></p></html>"
)
PAGES = {
    "usual": USUAL,
    "declared in another charset": USUAL.replace("<title>", "<meta charset='iso-8859-1'><title>"),
    "XHTML": USUAL.replace("<!doctype html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "a/b.dtd">'),
    "first tag closed in itself": USUAL.replace("<html lang='uk'>", "<html lang='uk'/>"),
    "control characters": USUAL.replace("Crates", "Cra\x0btes\x1f"),
    "no characters": USUAL.replace("Crates", "Cra\uffffte\ufffes"),
    "cut off": USUAL[:90],
    "nothing but its beginning": "<!doctype html>\n<html>\n",
    "text": "Crates",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_tree_is_that_of_trafilatura(name: str) -> None:
    found, expected = parse_html(PAGES[name]), load_html(PAGES[name])

    assert (found is None) == (expected is None)
    assert found is None or etree.tostring(found) == etree.tostring(expected)
    assert found is None or not {"\x0b", "\x1f", "\uffff", "\ufffe"} & set(found.text_content())
