"""Every command that a mail, a message or a page of the documentation shows is one that `watchword` takes."""

from __future__ import annotations

import ast
import re
import shlex
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from cyclopts import MissingArgumentError

from cli.app import app, take_shared_options
from tests.conftest import know_all_verbs

ROOT = Path(__file__).parents[2]
COMMAND = re.compile(r"`(watchword [^`]*)`|\"(watchword (?:story|explain|review|hits|outbox|feeds|articles)[^\"]*)\"")
SAMPLES = {"VERDICT": "dismiss", "N": "3"}
_OPTIONS = re.compile(r"\s*\[[^\]]*\]")


@cache
def printed() -> frozenset[str]:
    """The commands in the strings of the program, with values for what is filled in."""
    found = set()
    for folder in ("alerts", "cli", "flows", "storage", "core", "extractors", "matching"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            parts = {id(one) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for one in node.values}
            for node in ast.walk(tree):
                if id(node) in parts:
                    continue
                text = _text(node).strip()
                if "(process" in text:  # the holder of a lock, no command
                    continue
                found |= {one for pair in COMMAND.findall(text) for one in pair if one}
                if text.startswith("watchword "):
                    found.add(text)
    return frozenset(found)


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "abcdef1234" for one in node.values)
    return ""


def test_commands_are_found():
    assert len(printed()) > 10
    assert any("review" in one for one in printed())


@pytest.fixture(scope="module", autouse=True)
def verbs():
    know_all_verbs()


@pytest.mark.parametrize("command", sorted(printed()))
def test_a_printed_command_is_one_that_is_taken(command):
    words = shlex.split(_OPTIONS.sub("", command).replace("…", ""))[1:]
    words = [re.sub(r"^[A-Z][A-Z]+$", lambda found: SAMPLES.get(found[0], "abcdef1234"), one) for one in words]
    words = take_shared_options(words)
    with suppress(MissingArgumentError):  # a verb that is only named
        app.parse_args(words, exit_on_error=False, print_error=False)


INLINE = re.compile(r"`(?:\.venv/bin/)?watchword ([^`\n]+)`")
TYPED = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?watchword (.+?)(?:\s+[#>|].*)?$")


def documented() -> set[str]:
    """The commands in the blocks for a shell, and in the sentences, of README and docs."""
    found = set()
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        fence = None
        for line in page.read_text("utf-8").splitlines():
            if line.startswith("```"):
                fence = line[3:].strip() if fence is None else None
            elif fence is None:
                found.update(INLINE.findall(line))
            elif fence in ("", "sh") and (typed := TYPED.match(line)):
                found.add(typed[1])
    return {one for one in found if "…" not in one}


def test_documented_commands_are_found():
    assert len(documented()) > 40


@pytest.mark.parametrize("command", sorted(documented()))
def test_a_documented_command_is_one_that_is_taken(command):
    words = shlex.split(_OPTIONS.sub("", command))
    words = [re.sub(r"^[A-Z][A-Z]+$", lambda found: SAMPLES.get(found[0], "abcdef1234"), one) for one in words]
    with suppress(MissingArgumentError):  # a verb that is only named
        app.parse_args(take_shared_options(words), exit_on_error=False, print_error=False)
