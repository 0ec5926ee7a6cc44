"""Risky entries are reported, safe ones are not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.config import parse_document, read_document
from matching.watchlist.lint import risks
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Watchlist

SHIPPED = Path(__file__).parents[3] / "config" / "watchlist.yaml"


def parsed(text: str) -> Watchlist:
    return parse_watchlist([parse_document(text, "list.yaml")])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("actors: [{id: a, name: David Miller}]", "common_name"),
        ("actors: [{id: a, name: David Miller, facts: {gender: male, nationality: [gb]}}]", "common_name"),
        ("actors: [{id: a, name: Jane Zyrkova, facts: {associates: [nobody]}}]", "unknown_associate"),
        ("actors: [{id: a, name: Jane Zyrkova, aliases: [Xyq]}]", "short_alias"),
        ("actors: [{id: a, name: Zyrkova}]", "single_word"),
        ("actors: [{id: a, name: Victory, type: vessel}]", "ordinary_word"),
        ("actors: [{id: a, name: Crown}]", "ordinary_word"),
        ("actors: [{id: a, name: Jane Roe, family_name_alone: true, facts: {born: 1987}}]", "family_name_common"),
        ("actors: [{id: a, name: Hope Market}]", "ordinary_words"),
        ("actors: [{id: a, name: Global Market, type: organisation}]", "ordinary_words"),
        ("actors: [{id: a, name: Jane Zyrkova, native: [김광진]}]", "native_without_context"),
        ("actors: [{id: a, name: Jane Zyrkova, review_by: 2026-01-01}]", "overdue"),
        ("actors: [{id: a, name: Jane Zyrkova}, {id: b, name: 'Zyrkova, Jane'}]", "overlap"),
        ("contexts: {c: {any: [token]}}", "unused_context"),
        (
            "schemes: [{id: s, label: S, match: {any: [fraud]}, examples: [x], counterexamples: [y]}]",
            "single_word_term",
        ),
        ("schemes: [{id: s, label: S, match: {any: [wire fraud]}, examples: [x]}]", "untested"),
    ],
)
def test_a_risky_entry_is_reported(text, code):
    [risk] = risks(parsed(text), date(2026, 11, 22))
    assert risk.code == code
    assert risk.message
    assert risk.remedy


@pytest.mark.parametrize(
    "text",
    [
        "actors: [{id: a, name: Jane Quixley Zyrkova, review_by: 2027-01-01}]",
        "contexts: {c: {any: [token]}}\nactors: [{id: a, name: David Miller, context: c}]",
        "actors: [{id: a, name: Jane Zyrkova, aliases: [{text: JZQ, case: exact}]}]",
        "actors: [{id: a, name: David Miller, enabled: false}]",
        "actors: [{id: a, name: David Miller, facts: {born: 1987}}]",
        "actors: [{id: a, name: David Miller, facts: {nationality: [gb], roles: [banker]}}]",
    ],
)
def test_a_safe_entry_is_not_reported(text):
    assert risks(parsed(text), date(2026, 11, 22)) == ()


def test_the_shipped_list_has_no_risky_entry():
    assert risks(parse_watchlist([read_document(SHIPPED)]), date(2026, 11, 22)) == ()
