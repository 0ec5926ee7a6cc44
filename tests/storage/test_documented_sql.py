"""Every SQL statement that README, docs and the program show runs, on a data folder and on archives."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.verbs import demo, query
from core.records import (
    Band,
    DeliveryState,
    DigestKind,
    EntryOrigin,
    MatchMethod,
    PollStatus,
    Quality,
    Section,
    ZoneKind,
)
from core.settings import DataPaths
from storage import queries
from storage.shared_folder import ask_archives
from storage.store import Store

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
_BLOCK = re.compile(r"```sql\n(.*?)```", re.DOTALL)
_TYPED = re.compile(r"watchword query ([^\"\n]*)\"([^\"]+)\"")
_PLAIN = re.compile(r"^    (SELECT .*?;)$", re.DOTALL | re.MULTILINE)  # of another program, in an indented block


def statements() -> dict[str, bool]:
    """The statements, and whether each is one on archives."""
    found: dict[str, bool] = {f"SELECT * FROM ({demo._QUESTION})": False}
    for page in PAGES:
        text = page.read_text("utf-8")
        found |= dict.fromkeys(_BLOCK.findall(text), False)
        found |= {sql: "--archive" in options for options, sql in _TYPED.findall(text)}
        found |= dict.fromkeys(_PLAIN.findall(text), True)
    shown = re.findall(r"\"((?:SELECT|FROM) [^\"]+)\"", query.query.__doc__ or "")
    return found | dict.fromkeys(shown, False) | {"FROM hits LIMIT 5": False}


@pytest.fixture(scope="module")
def filled(tmp_path_factory, make):
    root = tmp_path_factory.mktemp("data")
    store = Store(DataPaths(root, root / "cache"))
    store.prepare()
    store.watchlists.save("w1", [make.target(tags=("dprk",))], make.noon)
    store.feeds.save_polls("run", [make.poll(make.entry())])
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    store.publish_snapshot(make.noon)
    return store


@pytest.fixture(scope="module")
def archives(filled, make, tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    filled.archive(folder, make.noon, "europe")
    return folder


def test_statements_are_found():
    assert len(statements()) >= 15
    assert any(statements().values())
    assert any("ORDER BY found_at DESC" in one for one in statements()), "of README"


@pytest.mark.parametrize("sql", [sql for sql, is_archive in statements().items() if not is_archive])
def test_a_statement_runs(filled, sql):
    assert queries.ask(filled.paths, sql).names


@pytest.mark.parametrize("sql", [sql for sql, is_archive in statements().items() if is_archive])
def test_a_statement_on_archives_finds_their_hit(archives, sql):
    if "read_parquet" in sql:
        import duckdb

        rows = duckdb.sql(sql.replace("/srv/news", str(archives))).fetchall()
    else:
        rows = list(ask_archives([str(archives)], sql).rows)
    assert len(rows) == 1
    assert rows[0][0] == "europe"


def test_the_python_of_the_docs_runs(filled, tmp_path):
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "sql.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "data").symlink_to(filled.paths.root)
    (tmp_path / "clients.csv").write_text("watchlist_id,client\nkim,A\n")
    shown = "print(hits.num_rows, len(clients.fetchall()))"
    done = subprocess.run([sys.executable, "-c", f"{code}{shown}"], cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout.decode().split() == ["1", "1"], done.stderr.decode()
    assert (tmp_path / "hits.parquet").is_file()


def test_every_column_and_each_word_of_the_short_lists_is_documented(filled):
    words = set(re.findall(r"\w+(?::\d)?", (ROOT / "docs" / "sql.md").read_text("utf-8")))
    sql = "SELECT table_name || '.' || column_name, column_name FROM duckdb_columns() WHERE NOT internal"
    columns = queries.ask(filled.paths, sql).rows
    assert [name for name, column in columns if column not in words] == []
    lists = (Band, DeliveryState, DigestKind, EntryOrigin, MatchMethod, PollStatus, Quality, Section, ZoneKind)
    assert [one for kind in lists for one in kind if one.value not in words] == []
