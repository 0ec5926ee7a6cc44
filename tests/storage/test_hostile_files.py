"""What a stranger's statement, archive or Parquet file could do: read, write or run something. It cannot."""

from __future__ import annotations

import json
import os
import pickle
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.errors import QueryError, StorageError
from core.settings import DataPaths
from storage import queries
from storage.shared_folder import ask_archives
from storage.store import Store

WRITES = (
    "COPY (SELECT 1) TO '{snapshot}.wal' (FORMAT csv)",
    "COPY (SELECT 1) TO '{snapshot}.wal.recovery' (FORMAT csv)",
    "COPY (SELECT 1) TO '{snapshot}' (FORMAT csv, USE_TMP_FILE false)",
    "/* a */ COPY (PIVOT (SELECT 1 a, 2 b) ON a USING sum(b)) TO '{snapshot}.wal' (FORMAT csv)",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{snapshot}.wal' (FORMAT csv)",
    "EXPLAIN (ANALYZE, FORMAT json) COPY (SELECT 1) TO '{snapshot}.wal' (FORMAT csv)",
    "EXPLAIN /* a */ ANALYZE COPY (SELECT 1) TO '{snapshot}.wal' (FORMAT csv)",
    "COPY (SELECT 1) TO '{folder}/out.csv'",
    "EXPORT DATABASE '{folder}/out'",
    "ATTACH '{folder}/out.duckdb'",
    "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')",
    "CREATE TEMP TABLE t AS SELECT 1",
    "DROP TABLE hits_all",
    "WITH a AS (DELETE FROM hits_all RETURNING 1) FROM a",
    "SET enable_external_access = true",
    "SET secret_directory = '{folder}'",
    "PRAGMA profiling_output = '{folder}/out'",
    "CHECKPOINT",
)
READS = (
    "FROM read_text('{folder}/secret.csv')",
    "FROM '{folder}/secret.csv'",
    "FROM read_blob('/etc/passwd')",
    "FROM glob('{folder}/*')",
    "FROM read_text('{snapshot}.tmp/../secret.csv')",
    "SELECT * FROM query('FROM read_text(''{folder}/secret.csv'')')",
    "FROM sniff_csv('{folder}/secret.csv')",
    "FROM read_duckdb('{live}')",
    "ATTACH '{live}' AS live",
    "FROM 'https://example.org/x.csv'",
    "FROM paths",
)
LOADS = ("INSTALL httpfs", "LOAD httpfs", "LOAD '{folder}/evil.duckdb_extension'", "UPDATE EXTENSIONS")


@pytest.fixture
def filled(store, paths, make, tmp_path):
    store.articles.save("run", [make.outcome(make.entry("a"), "kim")], make.noon)
    store.publish_snapshot(make.noon, force=True)
    (tmp_path / "secret.csv").write_text("a\n1\n")
    return store


@pytest.mark.parametrize("sql", [*WRITES, *READS, *LOADS])
def test_a_statement_reads_the_views_and_does_nothing_else(filled, paths, tmp_path, sql):
    before = contents(tmp_path)
    with pytest.raises(QueryError):
        queries.ask(paths, sql.format(snapshot=paths.snapshot, folder=tmp_path, live=paths.live))
    assert contents(tmp_path) == before
    assert queries.ask(paths, "SELECT count(*) FROM hits").rows == ((1,),)


@pytest.mark.parametrize("sql", [*WRITES, *READS, *LOADS])
def test_neither_does_one_on_archives(filled, paths, tmp_path, make, sql):
    filled.archive(tmp_path / "archive", make.noon)
    before = contents(tmp_path)
    with pytest.raises(QueryError):
        ask_archives([str(tmp_path / "archive")], sql.format(snapshot=paths.snapshot, folder=tmp_path, live=paths.live))
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from hits",
        "-- how many\nFROM hits LIMIT 1",
        "WITH a AS (FROM hits) SELECT count(*) FROM a",
        "(SELECT 1)",
        "VALUES (1)",
        "DESCRIBE hits",
        "SHOW TABLES",
        "SUMMARIZE hits",
        "PIVOT hits ON band USING count(*)",
        "EXPLAIN FROM hits",
        "explain analyze FROM hits",
        "EXPLAIN (FORMAT json) SELECT 1",
    ],
)
def test_what_reads_is_run(filled, paths, sql):
    assert queries.ask(paths, sql).rows


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# ---------------------------------------------------------------- archives


@pytest.fixture
def archived(filled, tmp_path, make):
    folder = tmp_path / "archive"
    filled.archive(folder, make.noon)
    return folder


class Pickled:
    """What makes a file as soon as it is unpickled."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self):
        return Path.touch, (self._path,)


def hostile_table(table: pa.Table, owned: Path) -> pa.Table:
    """The table with a column of an Arrow extension type whose description is a pickle."""
    pickled = {
        b"ARROW:extension:name": b"arrow.py_extension_type",
        b"ARROW:extension:metadata": pickle.dumps(Pickled(owned)),
    }
    fields = [one.with_metadata(pickled) for one in table.schema]
    return table.cast(pa.schema(fields, metadata={b"pandas": pickle.dumps(Pickled(owned))}))


def test_a_pickle_in_a_parquet_file_is_never_read(archived, tmp_path, make):
    owned = tmp_path / "owned"
    for path in archived.rglob("*.parquet"):
        pq.write_table(hostile_table(pq.read_table(path), owned), path)
    ask_archives([str(archived)], "SELECT count(*) FROM hits")
    restored = Store(DataPaths(tmp_path / "other", tmp_path / "cache"))
    restored.restore(archived)
    restored.publish_snapshot(make.noon, force=True)
    assert not owned.exists()


def test_names_of_files_and_instances_are_no_sql(archived, tmp_path):
    views = archived / "views"
    evil = "hits AS SELECT 1; COPY (SELECT 1) TO 'owned'; --"
    (views / "hits.parquet").rename(views / f"{evil}.parquet")
    manifest = json.loads((archived / "manifest.json").read_text())
    instance = "a' AS instance; COPY (SELECT 1) TO 'owned'; --"
    (archived / "manifest.json").write_text(json.dumps(manifest | {"instance": instance}))
    before = contents(tmp_path)
    answer = ask_archives([str(archived)], "SELECT DISTINCT instance FROM articles")
    assert answer.rows == ((instance,),)
    with pytest.raises(QueryError, match="hits"):
        ask_archives([str(archived)], "FROM hits")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("table", ["hits", "versions", "runs"])
def test_a_table_of_other_columns_is_refused_and_nothing_is_left(archived, tmp_path, table):
    path = next((archived / table).rglob("*.parquet"), archived / table / "data_0.parquet")
    path.parent.mkdir(exist_ok=True)
    pq.write_table(pa.table({"evil": ["x"]}), path)
    manifest = json.loads((archived / "manifest.json").read_text())
    manifest["rows"][table] = 1
    (archived / "manifest.json").write_text(json.dumps(manifest))
    other = DataPaths(tmp_path / "other", tmp_path / "cache")
    with pytest.raises(QueryError, match="no archive of ours"):
        Store(other).restore(archived)
    assert not other.live.exists()


def test_a_truncated_file_is_refused_and_nothing_is_left(archived, tmp_path):
    path = next((archived / "hits").rglob("*.parquet"))
    path.write_bytes(path.read_bytes()[:-20])
    other = DataPaths(tmp_path / "other", tmp_path / "cache")
    with pytest.raises((QueryError, StorageError), match=r"archive|parquet"):
        Store(other).restore(archived)
    assert not other.live.exists()


def a_link_out(path):
    path.unlink()
    path.symlink_to("/etc/passwd")


def a_link_that_never_ends(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def a_pipe(path):
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("change", [a_link_out, a_link_that_never_ends, a_pipe])
@pytest.mark.parametrize("name", ["manifest.json", "runs/data_0.parquet", "views/hits.parquet", "hits/extra.parquet"])
def test_links_pipes_and_devices_in_an_archive_are_refused_and_not_read(archived, tmp_path, change, name):
    path = archived / name
    path.parent.mkdir(exist_ok=True)
    path.touch()
    change(path)
    other = DataPaths(tmp_path / "other", tmp_path / "cache")
    with pytest.raises(QueryError, match="link, pipe or device"):
        Store(other).restore(archived)
    assert not other.live.exists()
    with pytest.raises(QueryError, match=r"link, pipe or device|holds no archive"):
        ask_archives([str(archived)], "SELECT 1")


def test_a_folder_that_leads_out_of_an_archive_is_refused(archived, tmp_path):
    (tmp_path / "outside").mkdir()
    (archived / "pages").mkdir(exist_ok=True)
    (archived / "pages" / "month=1999-01").symlink_to(tmp_path / "outside")
    with pytest.raises(QueryError, match="link, pipe or device"):
        Store(DataPaths(tmp_path / "other", tmp_path / "cache")).restore(archived)
