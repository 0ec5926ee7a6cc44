"""The command: its verbs, shared options and exit codes."""

import json
import os
import re
import subprocess
from importlib import import_module

import pytest
from cyclopts import App

from cli.app import logs, take_shared_options
from cli.main import VERBS
from core.settings import Settings
from storage.store import Store


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_can_be_imported(name):
    module, _, attribute = VERBS[name].target.partition(":")
    verb = getattr(import_module(module), attribute)
    assert isinstance(verb, App) or (callable(verb) and verb.__doc__)


@pytest.mark.parametrize(
    ("arguments", "left", "data"),
    [
        (["hits", "--data", "here", "--json"], ["hits", "--json"], "here"),
        (["--data=here", "fetch", "-"], ["fetch", "-"], "here"),
        (["query", "--", "--data", "x"], ["query", "--", "--data", "x"], None),
        (["hits", "--data"], ["hits", "--data"], None),
    ],
)
def test_shared_options_may_be_anywhere(arguments, left, data, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert take_shared_options(arguments) == left
    assert os.environ.get("WATCHWORD_DATA_DIR") == (str(tmp_path / data) if data else None)


def imported_by(done) -> set[str]:
    """The modules that a command imported, run with PYTHONPROFILEIMPORTTIME."""
    return {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}


def test_starting_the_command_imports_no_heavy_library(watchword):
    done = watchword("--help", environment={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == 0
    assert not imported_by(done) & {"prefect", "duckdb", "httpx", "trafilatura", "numpy", "pyarrow"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["hits"],
        ["explain", "none"],
        ["story", "none"],
        ["query", "SELECT 1"],
        ["report"],
        ["export"],
        ["outbox"],
        ["feeds", "list"],
        ["feeds", "health"],
        ["watchlist", "list"],
        ["digest", "preview"],
        ["doctor"],
    ],
)
def test_questions_import_no_heavy_library(watchword, arguments, tmp_path):
    with Store(Settings(data_dir=tmp_path).paths):
        done = watchword(*arguments, "--data", tmp_path, environment={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "Traceback" not in done.stderr
    assert "core.settings" in imported_by(done)
    assert not imported_by(done) & {"prefect", "trafilatura", "feedparser", "ahocorasick_rs"}


@pytest.mark.parametrize("arguments", [["no-such-verb"], ["hits", "--no-such-option"], ["fetch"]])
def test_bad_usage_exits_with_2(in_process, arguments, tmp_path):
    assert in_process(*arguments, "--data", tmp_path).returncode == 2


def test_help_can_be_asked_for_as_people_type_it(in_process):
    assert in_process("help", "hits").stdout == in_process("hits", "--help").stdout
    assert in_process("-V").stdout == in_process("--version").stdout
    for verb in ("run", "hits", "query", "feeds add", "digest send"):
        page = in_process(*verb.split(), "--help").stdout
        assert not re.search(r"--no-|\(\)\]|default: None|--sql", page)


def test_a_path_that_does_not_exist_is_no_empty_article(in_process, tmp_path):
    (tmp_path / "page.html").write_text("<html><title>x</title></html>")
    done = in_process("extract", tmp_path / "none.html", tmp_path / "page.html")
    assert done.returncode == 2
    assert "none.html: there is no such file" in done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["page"]


def test_letters_that_a_terminal_lacks_are_escaped(watchword, tmp_path):
    (tmp_path / "watchlist.yaml").write_text("actors: [{id: a, name: 김광진 Kößler}]\n", encoding="utf-8")
    plain = {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}
    done = watchword("watchlist", "list", "--config", tmp_path, environment=plain)
    assert done.returncode == 0, done.stderr
    assert "K\\xf6\\xdfler" in done.stdout


def test_an_invalid_setting_is_named(in_process, tmp_path):
    done = in_process("hits", "--data", tmp_path, environment={"WATCHWORD_FETCH_TIMEOUT_S": "soon"})
    assert done.returncode == 2
    assert "WATCHWORD_FETCH_TIMEOUT_S" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_run_without_any_valid_configuration_fails_at_once(watchword, tmp_path):
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text("feeds: [{id: a}]\n")
    done = watchword("run", "--config", config, "--data", tmp_path / "data")
    assert done.returncode == 2
    assert "feeds.yaml:1:9" in done.stderr
    assert "Traceback" not in done.stderr


def test_init_makes_a_config_folder_once(in_process, tmp_path):
    assert in_process("init", tmp_path / "mine").returncode == 0
    assert (tmp_path / "mine" / "config" / "watchlist.yaml").is_file()
    assert in_process("init", tmp_path / "mine").returncode == 2


def test_what_names_the_watched_is_private_and_an_edit_keeps_a_files_mode(in_process, tmp_path):
    folder = tmp_path / "mine"
    assert in_process("init", folder).returncode == 0
    for path in (folder / "config", folder / "data", *(folder / "config").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path
    shared = folder / "config" / "watchlist.yaml"
    shared.chmod(0o640)
    assert in_process("watchlist", "add", "Jane Roe", "--config", folder / "config").returncode == 0
    assert shared.stat().st_mode & 0o777 == 0o640


def test_the_commands_that_init_prints_work_as_printed(watchword, tmp_path):
    done = watchword("init", tmp_path / "my watch", "--empty")
    for name in ("feeds", "watchlist", "alerts"):
        first = (tmp_path / "my watch" / "config" / f"{name}.yaml").read_text("utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=./{name}.schema.json"
    assert done.returncode == 0, done.stderr
    lines = [line.strip() for line in done.stderr.splitlines() if line.startswith("  ")]
    script = [line for line in lines if not line.endswith((" run", "URL"))]
    assert len(script) == 3
    result = subprocess.run(["sh", "-ec", "\n".join(script)], capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 0, result.stderr
    assert "OK: 1 actor, 0 schemes" in result.stdout


def test_what_up_says_can_be_json_objects(monkeypatch, capsys):
    monkeypatch.setattr(logs, "as_json", True)
    logs.print("[bold]ready[/] \x1b[31m")
    logs.print("[1] is off", style="red", markup=False)
    rows = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [row["severity"] for row in rows] == ["INFO", "ERROR"]
    assert rows[0]["message"].startswith("ready ")
    assert "\x1b" not in rows[0]["message"]
    assert rows[1]["message"] == "[1] is off"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("watchlist", "suggest", "kim"), "watchword watchlist suggest takes no kim"),
        (("watchlist", "diff"), "watchword watchlist diff lacks OLD"),
        (("evidence",), "watchword evidence lacks HIT"),
    ],
)
def test_words_too_many_or_too_few_are_named_with_where_the_help_is(in_process, words, said):
    done = in_process(*words)
    text = " ".join(done.stderr.replace("│", " ").split())
    assert (done.returncode, said in text, "--help` lists what it takes" in text) == (2, True, True)
