"""No name in the code bears a word that the glossary of CONTRIBUTING.md has retired."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_docs import FOLDERS, ROOT

PUBLIC = {"told_at"}  # a column of the views
PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def retired() -> set[str]:
    """The words in the first column of the glossary."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    glossary = text.partition("## Words")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in glossary.splitlines() if line.startswith("| `")]
    return {word for row in rows for word in re.findall(r"`(\w+)`", row)}


def defined(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The names that a module defines: classes, functions, parameters, variables and attributes it sets."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id if isinstance(node, ast.Name) else node.attr


def words(name: str) -> set[str]:
    return {part.lower() for part in PARTS.findall(name)}


def modules() -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]


def test_the_glossary_is_found():
    assert {"likeness", "naming", "doubt"} <= retired()


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_name_bears_a_retired_word(folder):
    unwanted = retired()
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        names = [(0, path.stem), *defined(tree)]
        found += [
            f"{path.relative_to(ROOT)}:{line}: {name}"
            for line, name in names
            if name not in PUBLIC and words(name) & unwanted
        ]
    assert found == []


def test_no_two_classes_share_a_name():
    seen: dict[str, list[str]] = {}
    for path in modules():
        if path.relative_to(ROOT).parts[0] in {"tests", "benchmarks", "samples"}:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                seen.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert {name: places for name, places in seen.items() if len(places) > 1} == {}
