"""Headlines and texts of feeds with brackets, tags and entities."""

from __future__ import annotations

import time

import pytest

from extractors.pages.plain_text import is_plain_text, plain_title, text_as_markup, with_text_brackets


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("[단독] <홍길섭> 인터뷰", "[단독] <홍길섭> 인터뷰"),
        ("[Interview] <Velmar Odris Kantou> speaks", "[Interview] <Velmar Odris Kantou> speaks"),
        ("<Kantou>", "<Kantou>"),
        ("<Map of the district> shown", "<Map of the district> shown"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("<b>노트북</b> AT&amp;T", "노트북 AT&T"),
        ("<I class='x'>Name</I>s", "Names"),
        ("one<br/>two", "one two"),
        ("<!-- x --> a", "a"),
        ("x &lt;b&gt; y", "x <b> y"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("<o:p>a</o:p><my-tag>b</my-tag>", "ab"),
        ("", None),
        (None, None),
    ],
)
def test_tags_go_and_other_brackets_stay(given, plain):
    assert plain_title(given) == plain


def test_plain_text_is_a_page_of_paragraphs():
    text = "Seals <new> & sold\n\nThe office\nclosed a hall.\n \nIrsa Delmont was heard."
    assert is_plain_text(text, "text/plain; charset=utf-8")
    assert text_as_markup(text) == (
        "<html><head><title>Seals &lt;new&gt; &amp; sold</title></head><body><h1>Seals &lt;new&gt; &amp; sold</h1>"
        "<p>The office closed a hall.</p><p>Irsa Delmont was heard.</p></body></html>"
    )
    assert not is_plain_text(text, "text/html")
    assert not is_plain_text("<!DOCTYPE html><p>Seals", "text/plain")


def test_brackets_in_markup_are_written_as_text():
    assert with_text_brackets("<p>Von <Kantou> & <홍길섭></p><!-- <x> -->") == (
        "<p>Von &lt;Kantou> & &lt;홍길섭></p><!-- &lt;x> -->"
    )


@pytest.mark.parametrize(
    "text", ["<" * 500_000, "<a " * 200_000, "<!--" * 200_000, "<![CDATA[" * 100_000, "</" * 300_000]
)
def test_hostile_texts_take_no_time(text):
    began = time.process_time()
    with_text_brackets(text)
    plain_title(text)
    assert time.process_time() - began < 2
