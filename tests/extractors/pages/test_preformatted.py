"""Text of fixed width in `<pre>`, as exchanges, registers and courts file it, and code, which stays as it is."""

import pytest

from extractors.pages.layout.preformatted import unfold_preformatted
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
