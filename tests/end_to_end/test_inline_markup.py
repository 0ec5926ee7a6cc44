"""Names and terms with markup inside them are found, from the bytes of the page to the hit."""

from __future__ import annotations

from dataclasses import replace

from core.config import parse_document
from extractors.pages.article import extract_article
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from samples import builders

PAGE = """
<html lang="en"><head><title>Two men held over farm</title></head><body><article><h1>Two men held over farm</h1>
<p>Police in Arden searched a <b>lap</b>top <a href="/t">farm</a> on Monday and took forty computers from a flat, a
spokesman said.</p>
<p>The flat was rented by Kim <i>Kwang</i>-<b>jin</b>, 34, and by <a href="/w"><strong>Zhen</strong>xing</a> Wang, who
is said to have answered calls for men abroad.</p>
<p>It is<span> </span>the third such case in the county this year, and the police say that more<br>will follow;
crypto<wbr>currency was found on two of the machines and a third was wiped.</p>
<p>A court in Arden will hear the case in June. Their lawyer did not answer a message left at her office.</p>
</article></body></html>
"""
LIST = """
version: 1
actors:
  - {id: kim, name: Kim Kwang-jin, order: family-first}
  - {id: wang, name: Zhenxing Wang}
schemes:
  - {id: farm, label: Laptop farms, match: {any: ["laptop farm*"]}}
  - {id: coin, label: Coins, match: {any: [cryptocurrency]}}
"""


def test_names_and_terms_divided_by_markup_are_found():
    entry = replace(builders.entry("farm"), title="Two men held over farm")
    article = extract_article(builders.page(entry.url, PAGE.encode()), entry)
    matcher = compile_watchlist(parse_watchlist([parse_document(LIST, "watchlist.yaml")]))
    found = {hit.target_id: (hit.band.value, hit.mentions[0].surface) for hit in matcher.match(article)}
    assert found == {
        "kim": ("alert", "Kim Kwang-jin"),
        "wang": ("alert", "Zhenxing Wang"),
        "farm": ("alert", "laptop farm"),
        "coin": ("alert", "cryptocurrency"),
    }
