"""Every command that README and docs show, and every one that the program prints, is run.

The folder has the data of the sample newsroom. The pages are read in their order. What is in capitals in a command is
filled in with something that is there.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from types import SimpleNamespace

import pytest

from cli.main import VERBS
from samples.newsroom.server import Newsroom
from tests.alerts.test_smtp import MailHandler, running
from tests.conftest import call_in_process
from tests.end_to_end.loopback import loopback_settings

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
TYPED_ELSEWHERE = ("getting-started.md", "operations.md")  # their shell blocks, by tests of their own beside this one
NOT_RUN = {
    r"up\b.*": "serves until Ctrl-C: test_up.py",
    r"demo": "test_demo.py",
    r"desk( --proxy-secret-file .*)?": "serves until Ctrl-C: tests/desk",
    r"service install( --run-as NAME)?": "writes to /etc, as root: tests/cli/test_service.py",
    r"WATCHWORD_TASK_RUNNER=dask:.* run": "a cluster on other machines: test_dask.py",
}
"""By a pattern for the whole command: why it is not run here, and which test runs it."""
NEEDS_WORDS = ("explain", "match", "query", "feeds discover", "unsubscribe", "digest send --test")
"""What is only named, without the words that it needs: its help page must be there."""
FINDS_TROUBLE = ("doctor", "run", "digest send", "feeds check")
"""These say what is wrong with the prepared folder: a feed fails, and a reader's address is refused."""

_VERB = "|".join(sorted(VERBS))
_CODE = re.compile(rf"(?:^|[\s(])((?:[A-Z_]+=\S+ +)*)(?:[\w./~-]*/)?watchword ((?:{_VERB})\b.*)$")
_INLINE = re.compile(r"`([^`]+)`")
_TABLE_OF = re.compile(r"\| `watchword (\w+) …` \|")
_OPTIONAL = re.compile(r"\[(--[^\]]*)\]")
_REST = re.compile(r"\s+[#>|]\s.*|\)\"(?:\s.*)?$")


def commands_of(page: Path) -> list[str]:
    """The commands of a page in their order, as they are written."""
    found, fence, table, prose = [], None, None, []
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("```"):
            fence = line[3:].strip() if fence is None else None
        elif fence is not None:
            if fence in ("", "sh") and not (fence == "sh" and page.name in TYPED_ELSEWHERE):
                found.append(line)
        elif line.startswith("    "):
            found.append(line.strip())
        elif line.startswith("|"):
            table = named[1] if (named := _TABLE_OF.match(line)) else table
            cells = _INLINE.findall(line.split("|")[1] if table else line)
            found += [f"watchword {table} {one}" if table else one for one in cells if "…" not in one]
        elif line:
            prose.append(line)
            continue
        table = table if line.startswith("|") else None
        found, prose = [*found, *_INLINE.findall(" ".join(prose))], []
    found += _INLINE.findall(" ".join(prose))
    return [one for line in found if (one := _command_in(line))]


def _command_in(line: str) -> str | None:
    if line.startswith("mkdir "):
        return line
    match = _CODE.search(line)
    return match[1] + _REST.sub("", match[2]) if match else None


_PRINTED = re.compile(rf"(?:[\w./~-]*/)?watchword ((?:{_VERB})\b(?: [^`\n<]*)?)")


def commands_in(said: str) -> set[str]:
    """The commands that a text of the program tells people to run."""
    spans = [one for one in re.findall(r"`([^`]+)`", said) if one.startswith(("watchword ", "/"))]
    lines = [line.partition(" http")[0] for line in said.splitlines() if "`" not in line and "Usage:" not in line]
    return {match[1].strip().rstrip(".") for one in (*spans, *lines) if (match := _PRINTED.search(one))}


@dataclass
class Prepared:
    """A folder in which the sample newsroom was read once, with its mail server."""

    folder: Path
    mail: MailHandler
    newsroom: Newsroom
    environment: dict[str, str]
    printed: set[str] = field(default_factory=set)

    def check(self, command: str) -> None:
        """Runs a command, unless it is one of those that cannot be run here, and looks whether it did its work."""
        if any(re.fullmatch(one, command) for one in NOT_RUN):
            return
        if command.startswith("mkdir "):
            subprocess.run(command, shell=True, check=True)
            return
        words = [*self.filled(command), *(["--help"] if command in NEEDS_WORDS else [])]
        words += ["--address"] if command.startswith("desk --host") else []  # which ends instead of serving
        while "=" in words[0]:
            name, _, value = words.pop(0).partition("=")
            os.environ[name] = value
        done = self.call(words)
        allowed = (0, 1) if command.startswith(FINDS_TROUBLE) else (0,)
        assert done.code in allowed, f"{command} -> {shlex.join(words)}: {done.code}\n{done.said}"
        assert done.said or command == "run --quiet", command

    @property
    def watchlist(self) -> Path:
        return next(self.folder.joinpath("config").rglob("watchlist.yaml"))

    def call(self, words: list[str]) -> SimpleNamespace:
        """Runs a command in this process, but for `run`, which needs a process of its own."""
        if words[0] == "run":
            command = [str(Path(sys.executable).with_name("watchword")), *words]
            done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=120, check=False)
        else:
            done = call_in_process(*words, stdin="{}\n")
        result = SimpleNamespace(code=done.returncode, said=done.stdout + done.stderr)
        self.printed |= commands_in(result.said)
        return result

    def rows(self, sql: str) -> list[dict]:
        return [json.loads(line) for line in self.call(["query", sql, "--format", "json"]).said.splitlines()]

    def filled(self, command: str) -> list[str]:
        """The words of a command, with what its capitals stand for."""
        first = "ORDER BY score DESC, target_id, title LIMIT 1"  # no id: they differ with the newsroom's ports
        hit = self.rows(f"SELECT hit_id, target_id, url, story_id FROM hits WHERE band = 'alert' {first}")[0]
        site, listed = self.newsroom.sites["courier"], str(self.watchlist)
        values = {
            "HIT": hit["hit_id"][:10], "HIT…": hit["hit_id"][:10], "STORY": str(hit["story_id"])[:10],
            "URL": hit["url"], "VERDICT": "confirm", "ENTRY": hit["target_id"], "ADDRESS": "desk@example.org",
            "NAME": "Jane Roe", "OLD": listed, "NEW": listed, "FILE": "sdn.csv", "FOLDER": "made", "…": hit["url"],
            "https://news.example/": f"{site}/", "~/watch": "mine", "~/watch/config": "config", "~/watch/data": "data",
            "$BACKUP/archive": "backup", "data/demo": "data", "/srv/news": "news",
        }  # fmt: skip
        if "--archive" in command:
            values |= {"FOLDER": "news", "…": "FROM hits"}
        if command.startswith("feeds"):
            values["URL"] = next(iter(self.newsroom.feeds.values()))
        values["ID"] = self._message() if command.startswith("outbox") else hit["target_id"]
        if command.startswith("unsubscribe") or "snooze" in command:
            command = _OPTIONAL.sub(r"\1", command)
            values["ID"] = "desk"
        return [values.get(one, one) for one in shlex.split(_OPTIONAL.sub("", command))]

    def _message(self) -> str:
        dead = self.call(["outbox", "--state", "dead", "--json"]).said.splitlines()
        return json.loads(dead[0])["delivery_id"][:8] if dead else "none"


ALERTS = """
mail: {trouble_to: [ops@example.org]}
subscriptions:
  - {id: desk, to: [desk@example.org, gone@example.org], timezone: UTC, immediate: {severity: high}}
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, prefect_server):
    folder, handler = tmp_path_factory.mktemp("watch"), MailHandler()
    handler.answers["gone@example.org"] = "550 5.1.1 no such user"
    before, here = dict(os.environ), Path.cwd()
    with Newsroom(datetime.now(UTC)) as newsroom, running(handler) as controller:
        (folder / "config").mkdir()
        (folder / "config" / "feeds.yaml").write_text(newsroom.feeds_yaml().replace("every: 0s", "every: 1h"))
        (folder / "config" / "watchlist.yaml").write_text((ROOT / "samples/config/watchlist.yaml").read_text("utf-8"))
        (folder / "config" / "alerts.yaml").write_text(ALERTS)
        (folder / "sdn.csv").write_text(
            '9639,"NASRIN, Tariq","individual","IRAN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
        )
        (folder / "config" / "watchlist").mkdir()
        environment = prefect_server | {
            "HOME": str(folder),
            "COLUMNS": "100",
            **loopback_settings(controller.port),
        }
        os.environ.update(environment)
        os.chdir(folder)
        watch = Prepared(folder, handler, newsroom, environment)
        (folder / "config" / "watchlist").rmdir()
        first = watch.call(["run", "--now"])
        assert first.code == 1, f"one reader's address is refused: {first.said}"
        os.environ.clear()
        os.environ.update(before)
        yield watch
        os.chdir(here)


@pytest.fixture(autouse=True)
def in_its_environment(prepared):
    os.environ.update(prepared.environment)


def test_commands_of_every_kind_are_found():
    found = {page.name: commands_of(page) for page in PAGES}
    assert sum(map(len, found.values())) > 100
    assert (
        "query --data data/demo \"SELECT target_name, surface, source FROM hits WHERE band = 'alert'\""
        in found["README.md"]
    )
    assert "doctor --quick" in found["operations.md"]
    assert "run --quiet" in found["operations.md"], "in a crontab"
    assert "watchlist changes --since 7d" in found["watchlist.md"], "in a table of verbs"
    assert "WATCHWORD_TASK_RUNNER=dask:tls://10.0.0.5:8786 run" in found["scale.md"]
    assert commands_in("!! x: `watchword doctor` says\nWhich: watchword hits --only") == {"doctor", "hits --only"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_of_a_page_work(prepared, page):
    for command in dict.fromkeys(commands_of(page)):
        prepared.check(command)


MISTAKES = """
hits --data nowhere; hits --target chang-nam; hits --band alert --since 1h --feed ledger-world; story 0000000000;
query --archive nowhere SELECT; query --data nowhere SELECT; review 0000000000 dismiss; review;
outbox retry none; outbox retry --all; explain 0000000000; explain --target lampropoulou --article SITE/no;
feeds check SITE/feeds/business.rss; feeds add SITE/; feeds discover SITE/; feeds pause courier-world;
feeds list; doctor; digest preview; watchlist suggest; watchlist lint; watchlist check; rematch --target no;
maintain restore; snooze kim; unsubscribe nobody@example.org; unsubscribe desk@example.org; articles --unread;
desk --address; feeds resume courier-world; init mine; init empty --empty; suppressions; report; evidence no;
snooze kang-tae-bok; readers; feeds health; run; export nowhere/x.csv; config show; watchlist accept
"""
"""Questions and mistakes whose answers name other commands, separated by semicolons."""


def test_the_commands_that_the_program_prints_work(prepared):
    """Those in the output of the commands above, of mistakes, of a list that loses entries, and in mails."""
    for words in MISTAKES.split(";"):
        prepared.call(shlex.split(words.replace("SITE", prepared.newsroom.sites["courier"])))
    whole = prepared.watchlist.read_text("utf-8")
    for less in (whole[: whole.index("  - id: chang-nam-il")] + whole[whole.index("contexts:") :], ""):
        prepared.watchlist.write_text(less)
        for words in ("watchlist check", "doctor", "digest send"):
            prepared.call(words.split())
    prepared.watchlist.write_text(whole)
    for _, body in prepared.mail.accepted:
        message = message_from_bytes(body, policy=default)
        prepared.printed |= commands_in(message.get_body(("plain",)).get_content())
    named = {"hits", "story", "explain", "review", "outbox", "watchlist", "feeds"}
    assert {one.split()[0] for one in prepared.printed} >= named
    for command in sorted(prepared.printed):
        prepared.check(command)
