"""docs/sql.md is correct, and an old DuckDB can read the snapshot."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.settings import DataPaths
from storage import queries
from storage.store import Store

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
OLD = "1.1.3"


@pytest.fixture(scope="module")
def paths(tmp_path_factory) -> DataPaths:
    root = tmp_path_factory.mktemp("data")
    return DataPaths(root, root / "cache")


@pytest.fixture(scope="module")
def filled(paths, make):
    store = Store(paths)
    store.prepare()
    store.watchlists.save("w1", [make.target(tags=("dprk",))], make.noon)
    store.feeds.save_polls("run", [make.poll(make.entry())])
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    store.publish_snapshot(make.noon)
    return store


def test_the_page_lists_every_view_and_every_column_of_hits(filled, paths):
    shown = {name for (name,) in queries.ask(paths, "SELECT table_name FROM information_schema.tables").rows}
    assert {name for name in shown if f"| `{name}` |" not in PAGE} == set()
    columns = queries.ask(paths, "FROM hits LIMIT 0").names
    assert [name for name in columns if f"`{name}`" not in PAGE] == []


@pytest.fixture(scope="module")
def old_duckdb(tmp_path_factory, request) -> Path:
    """A folder with DuckDB 1.1, kept for the next test runs, and whole: it is moved there when it is installed."""
    cache = getattr(request.config, "cache", None)  # pytest has none with `-p no:cacheprovider`
    kept = Path(cache.mkdir(f"duckdb-{OLD}") if cache else tmp_path_factory.mktemp("cache")) / "installed"
    if not kept.exists():
        folder = tmp_path_factory.mktemp("old") / "installed"
        command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder), f"duckdb=={OLD}"]
        try:
            subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        except subprocess.SubprocessError as error:
            said = (getattr(error, "stderr", None) or str(error)).strip().splitlines()[-1:]
            pytest.skip(f"DuckDB {OLD} cannot be installed here: {said}")
        shutil.move(folder, kept)
    return kept


def test_duckdb_1_1_can_query_every_view(filled, paths, old_duckdb):
    code = """
import duckdb, sys
with duckdb.connect(sys.argv[1], read_only=True) as db:
    views = [name for (name,) in db.execute("SELECT table_name FROM information_schema.tables").fetchall()]
    for view in views:
        db.execute(f"FROM {view}").fetchall()
    print(duckdb.__version__, len(views), db.execute("SELECT target_name, quote FROM hits").fetchall())
"""
    environment = {"PYTHONPATH": str(old_duckdb), "PATH": ""}
    command = [sys.executable, "-c", code, str(paths.snapshot)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.startswith(f"{OLD} 18 ")
    assert "Kim Kwang Jin was charged." in answer.stdout
