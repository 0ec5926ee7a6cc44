"""Text of fixed width in `<pre>`, as exchanges, registers and courts file it, and code, which stays as it is."""

import time

import pytest

from extractors.pages.layout.preformatted import join_broken_lines, unfold_preformatted
from extractors.pages.trafilatura_adapter import parse_html

NOTICE = """
                          Directorate Change

Varna Shipping PLC (the "Company") announces that Mr Peregrine Thackwell
has informed the Board of his intention to step down as Chief Financial
Officer with effect from 31 December.

    Ms Anneliese Kowalczyk-Hart will be appointed as his successor, as
the Board decided on Monday. She joins from Quayside Partners.
    The notice was filed with the exchange on the same day, and it will be
published in the register.

Varna Shipping PLC         Tel: 020 0000 0000
"""
CODE = """
def summed(values):
    total = sum(value * 2 for value in values if value is not None and value > 0);
    return {"total": total, "count": len(values), "mean": total / len(values)};
    # one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve;
"""


def unfolded(text):
    tree = parse_html(f"<html><body><pre>{text}</pre><p>After.</p></body></html>")
    unfold_preformatted(tree)
    return tree


def test_lines_broken_by_hand_are_joined_to_paragraphs():
    paragraphs = [one.text for one in unfolded(NOTICE).iter("p")]
    assert paragraphs == [
        "Directorate Change",
        (
            'Varna Shipping PLC (the "Company") announces that Mr Peregrine Thackwell has informed the Board of his '
            "intention to step down as Chief Financial Officer with effect from 31 December."
        ),
        (
            "Ms Anneliese Kowalczyk-Hart will be appointed as his successor, as the Board decided on Monday. She joins "
            "from Quayside Partners."
        ),
        "The notice was filed with the exchange on the same day, and it will be published in the register.",
        "Varna Shipping PLC         Tel: 020 0000 0000",
        "After.",
    ]


@pytest.mark.parametrize("text", [CODE, f"<code>{NOTICE}</code>", "short", NOTICE.replace("\n", " ")])
def test_code_and_unbroken_text_stay(text):
    assert len(list(unfolded(text).iter("pre"))) == 1


def test_lines_drawn_of_signs_are_left_out():
    texts = [one.text for one in unfolded(f"{'=' * 70}\n{'-' * 70}\n\n{NOTICE}").iter("p")]
    assert texts[0] == "Directorate Change"


def blocks_of(markup):
    tree = parse_html(f"<html><body><div>{markup}</div></body></html>")
    join_broken_lines(tree)
    return "".join(tree.find("body/div").itertext()), len(list(tree.iter("br")))


def test_running_text_broken_by_elements_is_joined():
    lines = ["The former director, Oskar Lindqvale, denied any wrongdoing through"]
    lines += ["his lawyer. A clerk of the authority, whose name is <b>Ermenegilda</b>"]
    lines += ["Westerhoven, told the court that she had kept copies of all the", "invoices that were paid."]
    text, breaks = blocks_of("<br>\n".join([*lines, "", *lines]))
    assert "Ermenegilda Westerhoven, told" in " ".join(text.split())
    assert breaks == 2  # between the paragraphs


@pytest.mark.parametrize(
    "line",
    ["Irsa Delmont, director of the office for sanctions, Lorvik", "Lorvik", "a line that is longer than a hand " * 4],
)
def test_lists_addresses_and_long_lines_keep_their_breaks(line):
    assert blocks_of("<br>".join([line] * 6))[1] == 5


def test_a_long_text_broken_by_hand_is_joined_in_linear_time():
    tree = parse_html(
        "<html><body><p>" + "a line of sixty letters that goes on in lower case<br>" * 40_000 + "</p></body>"
    )
    began = time.process_time()
    join_broken_lines(tree)
    assert not list(tree.iter("br"))[:-1]
    assert time.process_time() - began < 10
