"""What people type in their first hours: commands from mails, dashes for standard input, help pages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cli.main import VERBS
from tests.conftest import call_in_process

WATCHWORD = Path(sys.executable).with_name("watchword")
LIST = "version: 1\nactors:\n  - {id: velmar, name: Anton Velmar-Szabo}\n"


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """Runs a command in an empty folder with a watchlist; returns its exit code and both streams."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "watchlist.yaml").write_text(LIST)

    monkeypatch.chdir(tmp_path)
    return lambda *words, given="": call_in_process(*words, stdin=given)


@pytest.mark.parametrize("words", [["-"], ["--text", "-"]])
def test_a_dash_reads_the_text_from_standard_input(typed, words):
    done = typed("watchlist", "test", *words, "--json", given="Prosecutors charged Anton Velmar-Szabo.")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["target"] == "velmar"


def test_a_dash_reads_the_statement_from_standard_input(typed):
    assert "no database" in typed("query", "-", given="FROM hits").stderr


def test_a_question_without_data_names_the_demo_where_there_is_one(typed, tmp_path):
    done = typed("query", "FROM hits")
    assert (done.returncode, "--data" in done.stderr) == (2, False)
    (tmp_path / "data" / "demo").mkdir(parents=True)
    (tmp_path / "data" / "demo" / "watchword.read.duckdb").touch()
    done = typed("query", "FROM hits")
    assert done.returncode == 2
    assert f"--data {tmp_path / 'data' / 'demo'}" in " ".join(done.stderr.split())


@pytest.mark.parametrize("word", ["dismissed", "confirm", "suppressed", "snooze", "snoozed"])
def test_verdicts_are_taken_as_they_are_given_and_as_they_are_shown(typed, word):
    for words in (["review", "abcdef", word], ["hits", "--verdict", word]):
        said = typed(*words).stderr
        assert "Choose from" not in said
        assert "Give ids" not in said


@pytest.fixture
def help_pages(monkeypatch):
    """Returns the help page of a verb, and those of its own verbs, by the words that ask for them."""
    monkeypatch.setenv("COLUMNS", "80")

    def page(*words):
        return call_in_process(*words, "--help").stdout

    def help_pages(verb):
        first = page(verb)
        below = re.search(r"─ Commands ─.*?╰", first, re.DOTALL)
        names = re.findall(r"^│ ([a-z]+) ", below[0], re.MULTILINE) if below else []
        return {(verb,): first} | {(verb, name): page(verb, name) for name in names}

    return help_pages


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_help_page_says_no_more_than_one_needs(help_pages, verb):
    for words, page in help_pages(verb).items():
        assert page.startswith("Usage: "), words
        assert max(map(len, page.splitlines())) <= 80, words
        assert not re.search(r"\[default: (?:None|\(\)|\[\]|False)\]|--empty-", page), words
        negatives = set(re.findall(r"--no-([a-z-]+)", page))
        assert negatives <= {"desk"}, "what is off by default needs no option to switch it off"


def test_no_help_page_speaks_of_its_neighbour(help_pages):
    for words, page in help_pages("maintain").items():
        assert not re.search(r"\b[Tt]he same\b", page), words


def test_an_edit_that_finds_no_space_leaves_the_file_and_nothing_else(tmp_path):
    folder = tmp_path / "config"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can be mounted by root alone")
    try:
        text = "feeds: [{id: wire, url: 'https://wire.example/feed'}]\n"
        (folder / "feeds.yaml").write_text(text)
        with suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
            while filler.write(bytes(4096)):
                pass
        command = [WATCHWORD, "feeds", "pause", "wire", "--config", folder, "--data", tmp_path / "data"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, "No space left" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
        assert (folder / "feeds.yaml").read_text() == text
        assert sorted(one.name for one in folder.iterdir()) == ["feeds.yaml", "filler"]
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
