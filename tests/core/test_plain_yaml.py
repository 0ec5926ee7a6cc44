"""Plain YAML: the same values as the safe loader, or a refusal with its line and column."""

from __future__ import annotations

import math

import pytest
import ruamel.yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from core.plain_yaml import Place, Places, PlainYamlError, read_plain

SCALARS = (
    "true\nFalse\nyes\nNo\non\nnull\n~\n007\n-5\n+5\n1e3\n.5\n5.\n-.inf\n12:30\n5e\n+\n1.2.3\n'5'\n\"a\\nb\"\nR&D\nx!\n"
)


def test_scalars_are_what_the_safe_loader_makes_of_them():
    text = "".join(f"- {scalar}\n" for scalar in SCALARS.splitlines())
    assert read_plain(text) == ruamel.yaml.YAML(typ="safe").load(text)


def test_dates_and_hexadecimal_numbers_stay_text():
    assert read_plain("[2027-06-30, 2027-02-30, 0x12, 0o7]") == ["2027-06-30", "2027-02-30", "0x12", "0o7"]
    assert math.isnan(read_plain(".nan"))
    assert read_plain("9" * 5000) == "9" * 5000


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n...\n", "\ufeff"])
def test_an_empty_text_is_none(text):
    assert read_plain(text) is None
    assert Places(text).place(("a", 0)).path in {"", "a"}


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\nb: !!str 5", 2, 4, "tag"),
        ("a: &x 1", 1, 4, "anchor"),
        ("a: *x", 1, 4, "alias"),
        ("a: {b: 1,\n b: 2}", 2, 2, "duplicate"),
        ("? [a]\n: b", 1, 3, "as a key"),
        ("a: 1\n---\nb: 2", 2, 1, "second document"),
        ("[" * 51, 1, 51, "deeper"),
        ("a: b: c", 1, 5, "second colon"),
        ("a: 1\nb: \x01", 2, 4, "control characters"),
    ],
)
def test_a_refusal_has_line_and_column(text, line, column, words):
    with pytest.raises(PlainYamlError) as refused:
        read_plain(text)
    assert (refused.value.line, refused.value.column) == (line, column)
    assert words in refused.value.message


def test_places_of_values():
    places = Places("a:\n  - name: x\n  - {name: y}\n")
    assert places.place(("a", 1, "name")) == Place(3, 6, "a[1].name")
    assert places.place(("a", 0, "size")) == Place(2, 5, "a[0].size")
    assert places.place(("a", "branch", 0, "name")) == Place(2, 5, "a[0].name")


@given(st.text(alphabet="ab:-[]{}#'\"\\|>&*!%@ \n\t,?1.~\x00é김", max_size=40))
def test_any_text_is_read_like_the_safe_loader_or_refused(text):
    try:
        value = read_plain(text)
    except PlainYamlError:
        return
    try:
        expected = ruamel.yaml.YAML(typ="safe").load(text)
    except (YAMLError, ValueError):  # the loader also makes dates and merges keys
        return
    assert repr(value) == repr(expected) or "0" in text
