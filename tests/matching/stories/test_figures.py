"""Figures as numbers, in the notations of the press."""

from __future__ import annotations

import pytest

from matching.stories.figures import figures_of, significant_digits


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("$5 million and 500万ドル and 5,000,000", {5_000_000}),
        ("worth $915,000 on Monday", {915_000}),
        ("약 91만5000달러 상당", {915_000}),
        ("約1億2千万円に上る", {120_000_000}),
        ("a $5-million reward", {5_000_000}),
        ("sixty-one interviews, Twenty-nine accounts, nine years", {61, 29}),
        ("$1.62 billion, 1,140 developers", {1_620_000_000, 1140}),
        ("기업 47곳", {47}),
        ("in 2026, since 1998, 9 people", set()),
        ("£31m, 7.4bn", {31_000_000, 7_400_000_000}),
        ("version 3.8.8 and A320 and 20mm", set()),
    ],
)
def test_figures(text, figures):
    assert figures_of(text) == figures


@pytest.mark.parametrize(("figure", "digits"), [(5_000_000, 1), (915_000, 3), (61, 2), (1_620_000_000, 3), (7.5, 2)])
def test_significant_digits(figure, digits):
    assert significant_digits(figure) == digits
