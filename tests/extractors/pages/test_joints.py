"""Inline elements that touch: two things get a space between them, parts of a word do not."""

import pytest

from extractors.pages.layout.blocks import build_layout
from extractors.pages.layout.joints import separate_words
from extractors.pages.trafilatura_adapter import parse_html

APART = {
    "links to different addresses": (
        "<a href=/in>LinkedIn</a><a href=/wz>Wei Zheng</a><a href=/x>online</a>",
        "LinkedIn Wei Zheng online",
    ),
    "pages of an article": ("<b>1</b><a href=/2>2</a><a href=/3>3</a>", "1 2 3"),
    "labels": ("<span>Customs</span><span>Irsa Delmont</span><span>Lorvik</span>", "Customs Irsa Delmont Lorvik"),
    "a name and its role": ("<b>Irsa Delmont</b>Director of Lorvik", "Irsa Delmont Director of Lorvik"),
    "a day and a time of day": ("<b>4 May 2022</b><span><time>07:59</time></span>", "4 May 2022 07:59"),
    "a time before a name": ("<time>20 Nov</time><a href=/i>Irsa Delmont</a>", "20 Nov Irsa Delmont"),
    "names without capitals": ("<a href=/a>أحمد سالم</a><a href=/b>نورة علي</a>", "أحمد سالم نورة علي"),
    "elements displayed as blocks": (
        "<span style='display: inline-block'>IRSA</span><i>delmont</i>",
        "IRSA delmont",
    ),
}
TOGETHER = {
    "a drop cap": ("<b>W</b>atch officers", "Watch officers"),
    "a drop cap that is a link": ("<a href=/w>W</a>hen she came", "When she came"),
    "letters one by one": ("<i>V</i><i>e</i><i>l</i><i>m</i><i>a</i><i>r</i>", "Velmar"),
    "capitals within a word": ("<b>Mac</b>Kantou and <a href=/l>De</a>Lorvik", "MacKantou and DeLorvik"),
    "an ending behind a link": (
        "the <a href=/c>container</a>s of <b>Delmont</b>-seals",
        "the containers of Delmont-seals",
    ),
    "an apostrophe": ("l’<a href=/o>Office</a> d’<b>Irsa</b>", "l’Office d’Irsa"),
    "a link in two pieces": ("<a href=/d>ware</a><a href=/d>house</a>", "warehouse"),
    "a number of a note": ("Velmar Kantou<sup>1</sup>, who", "Velmar Kantou1, who"),
    "words without spaces": ("<a href=/b>ベルマル</a><b>カントウ</b>氏", "ベルマルカントウ氏"),
}


def text_of(markup):
    tree = parse_html(f"<html><body><p>{markup}</p></body></html>")
    separate_words(tree)
    (block,) = build_layout(tree, 10).blocks
    return block.text


@pytest.mark.parametrize(("markup", "text"), APART.values(), ids=APART)
def test_two_things(markup, text):
    assert text_of(markup) == text


@pytest.mark.parametrize(("markup", "text"), TOGETHER.values(), ids=TOGETHER)
def test_parts_of_a_word(markup, text):
    assert text_of(markup) == text
