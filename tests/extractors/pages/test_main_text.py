"""The main text: by trafilatura's own rules where they find what the page is about, else by its comparison."""

from __future__ import annotations

import pytest

from extractors.pages.layout.blocks import build_layout
from extractors.pages.main_text import find_text_lines
from extractors.pages.metadata.html_head import read_html_head
from extractors.pages.metadata.json_ld import JsonLd
from extractors.pages.trafilatura_adapter import lines_by_own_rules, main_text_lines, parse_html

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
APPENDED = "<div class='infinite-scroll'><h2>Another article</h2><p>It is about a bridge in the south.</p></div>"
COMMENTS = "<div class='comment-list'><p>A reader writes that the crates came from somewhere else.</p></div>"
POSTS = "<script type='application/ld+json'>{'@type': 'DiscussionForumPosting'}</script>"


@pytest.mark.parametrize("name", PAGES)
def test_the_text_is_that_of_the_comparison(name: str) -> None:
    tree = parse_html(f"<html><head><title>Crates in the depot</title></head><body>{PAGES[name]}</body></html>")
    assert tree is not None

    found = find_text_lines(tree, build_layout(tree, 10_000), JsonLd(), read_html_head(tree, URL))

    assert tuple(found) == main_text_lines(tree)
    assert set(SENTENCES) <= {one.strip() for one in found}


def test_own_rules_may_find_the_smaller_part() -> None:
    """Without which the comparison would not be needed."""
    tree = parse_html(f"<html><body>{PAGES['a body in a widget']}</body></html>")
    assert tree is not None

    assert not set(SENTENCES) & set(main_text_lines(tree, compares=False))


@pytest.mark.parametrize("around", ["", APPENDED, COMMENTS, MENU])
@pytest.mark.parametrize("name", PAGES)
def test_own_rules_are_those_of_trafilatura(name: str, around: str) -> None:
    """Whose steps are called one by one, without those that change nothing."""
    tree = parse_html(f"<html><body>{PAGES[name]}{around}</body></html>")
    assert tree is not None
    layout = build_layout(tree, 10_000)
    labels = set[str]().union(*(one.labels for one in layout.containers))

    found = lines_by_own_rules(tree, labels, sum(len(one.text) for one in layout.blocks))

    assert found in {(), main_text_lines(tree, compares=False)}
    assert found or not name.startswith("an article")


@pytest.mark.parametrize("page", [f"{BODY}{COMMENTS}{POSTS}", "<article><p>A ship sank.</p></article>"])
def test_more_may_be_found_than_by_own_rules(page: str) -> None:
    """Posts of a forum, which are labelled as comments, and what is around a fragment."""
    tree = parse_html(f"<html><body>{page}</body></html>")

    assert lines_by_own_rules(tree, {"comment", "list"}, page_size=100) == ()
