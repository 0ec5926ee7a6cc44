"""The main text: by trafilatura's own rules where they find what the page is about, else by its comparison."""

from __future__ import annotations

import pytest

from extractors.pages.layout.blocks import build_layout
from extractors.pages.main_text import find_text_lines
from extractors.pages.metadata.html_head import read_html_head
from extractors.pages.metadata.json_ld import JsonLd
from extractors.pages.trafilatura_adapter import main_text_lines, parse_html

URL = "https://news.example/a/1"
SENTENCES = [
    f"Inspectors opened hall {n} of the depot on Monday, and found crates from a port in the north." for n in range(12)
]
BODY = "".join(f"<p>{one}</p>" for one in SENTENCES)
NOTICE = "<p>The depot lies behind the old harbour, where trains from the coast are unloaded every night.</p>" * 3
MENU = "".join(f"<li><a href='/s/{n}'>Section {n}</a></li>" for n in range(30))
PAGES = {
    "an article": f"<article><h1>Crates in the depot</h1>{BODY}</article>",
    "an article below a menu": f"<nav><ul>{MENU}</ul></nav><main><h1>Crates in the depot</h1><div>{BODY}</div></main>",
    "a body in a widget": f"<article><div>{NOTICE}</div><div class='widget'>{BODY}</div></article>",
    "lines divided by breaks": f"<div><h1>Crates in the depot</h1>{'<br><br>'.join(SENTENCES)}</div>",
    "cards": "".join(f"<div><h3><a href='/{n}'>Card {n}</a></h3><p>{one}</p></div>" for n, one in enumerate(SENTENCES)),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_text_is_that_of_the_comparison(name: str) -> None:
    tree = parse_html(f"<html><head><title>Crates in the depot</title></head><body>{PAGES[name]}</body></html>")
    assert tree is not None

    found = find_text_lines(tree, URL, build_layout(tree, 10_000), JsonLd(), read_html_head(tree, URL))

    assert tuple(found) == main_text_lines(tree, URL)
    assert set(SENTENCES) <= {one.strip() for one in found}


def test_own_rules_may_find_the_smaller_part() -> None:
    """Without which the comparison would not be needed."""
    tree = parse_html(f"<html><body>{PAGES['a body in a widget']}</body></html>")
    assert tree is not None

    assert not set(SENTENCES) & set(main_text_lines(tree, URL, compares=False))
