"""Configuration files: every mistake with its line and column, and nothing but plain data."""

from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from core.config import cut_values, keep_last_good, parse_document, parse_model, read_document
from core.errors import ConfigError


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    size: int = 0


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    items: list[Inner]


def problems(text: str):
    with pytest.raises(ConfigError) as caught:
        parse_model(parse_document(text, "things.yaml"), Outer)
    return caught.value.problems


def test_a_valid_file_becomes_a_model():
    model = parse_model(parse_document("items:\n  - {name: a}\n  - {name: b, size: 2}\n", "things.yaml"), Outer)
    assert [(one.name, one.size) for one in model.items] == [("a", 0), ("b", 2)]


@pytest.mark.parametrize(
    ("text", "line", "column", "field", "words"),
    [
        ("items:\n  - name: a\n    size: many\n", 3, 5, "items[0].size", "integer"),
        ("items:\n  - name: a\n  - name: b\n    colour: red\n", 4, 5, "items[1].colour", "unknown key"),
        ("items:\n  - size: 1\n", 2, 5, "items[0].name", "missing"),
        ("items: 3\n", 1, 1, "items", "list"),
        ("items: one\n", 1, 1, "items", "should be a list (in brackets, as in [one])"),
        ("items: [{name: a, size:3}]\n", 1, 23, "", "a space after it if it ends a key"),
    ],
)
def test_a_wrong_value_is_reported_with_its_place(text, line, column, field, words):
    (problem,) = problems(text)
    assert (problem.file, problem.line, problem.column, problem.field) == ("things.yaml", line, column, field)
    assert words in str(problem)


def test_all_problems_of_a_file_are_reported_at_once():
    assert len(problems("items:\n  - {size: x}\n  - {name: 1}\n")) == 3


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("items: [\n", 2, "the text ends here"),
        ("items: []\nitems: []\n", 2, "duplicate"),
        ("items: &a []\n", 1, "anchor"),
        ("items: !!python/object:os.system []\n", 1, "tag"),
        ("a: &a [x,x]\nb: [*a,*a]\n", 1, "anchor"),
    ],
)
def test_tags_anchors_and_duplicate_keys_are_refused(text, line, words):
    with pytest.raises(ConfigError) as caught:
        parse_document(text, "things.yaml")
    (problem,) = caught.value.problems
    assert problem.line == line
    assert words in problem.message


def test_yaml_signs_in_comments_and_quotes_are_text():
    assert parse_document("a: 'R&D' # really!\nb: \"*star\"\nc: x&y\n", "t").data == {
        "a": "R&D",
        "b": "*star",
        "c": "x&y",
    }


def test_deep_nesting_is_an_error_not_a_crash():
    with pytest.raises(ConfigError):
        parse_document("[" * 100_000, "t")


def test_files_that_cannot_be_read_are_reported(tmp_path: Path):
    with pytest.raises(ConfigError, match="No such file"):
        read_document(tmp_path / "absent.yaml")
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("a: 1\nname: Müller\n".encode("latin-1"))
    with pytest.raises(ConfigError, match="not UTF-8") as caught:
        read_document(latin)
    assert caught.value.problems[0].line == 2
    with pytest.raises(ConfigError, match="larger"):
        read_document(latin, max_bytes=3)


def test_the_last_good_text_is_kept(tmp_path: Path):
    document = parse_document("a: 1\n", str(tmp_path / "feeds.yaml"))
    keep_last_good(document, tmp_path / "kept")
    assert read_document(tmp_path / "kept" / "feeds.yaml").text == "a: 1\n"
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["feeds.yaml"]


def test_a_hash_that_cuts_a_value_is_found_and_a_comment_is_not():
    text = """items:
  - name: Depot #4
    note: a comment  # behind a space
    other: "Depot #5"
    # name: Depot #6
    fourth: Depot#7
"""
    (said,) = cut_values(parse_document(text, "list.yaml"))
    assert said.startswith("list.yaml:2: #4 is a comment and not in the value (put the whole value in quotes")


class Kind(StrEnum):
    LOW = "low"


class Sorted(BaseModel):
    kind: Kind


@pytest.mark.parametrize(
    ("model", "text", "remedy"),
    [
        (Outer, "items:\n  - Jane Roe\n", "give it its keys, at least name"),
        (Outer, "items:\n  name: Jane Roe\n", "write a dash and a space before each of its entries"),
        (Sorted, "kind: ‘low’\n", "write it without the curly quotes"),
        (Sorted, "kind: Low\n", "not 'Low'"),
        (Sorted, "kind: ''\n", "not ''"),
    ],
)
def test_a_value_of_another_shape_has_a_remedy(model, text, remedy):
    with pytest.raises(ConfigError) as caught:
        parse_model(parse_document(text, "things.yaml"), model)
    assert [one.remedy for one in caught.value.problems] == [remedy]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_said_to_be_no_utf_8(tmp_path: Path, encoding):
    (tmp_path / "a.yaml").write_bytes("items: []\n".encode(encoding))
    with pytest.raises(ConfigError, match=r"a.yaml:1: is not UTF-8 text \(save the file as UTF-8\)"):
        read_document(tmp_path / "a.yaml")
