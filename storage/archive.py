"""The archive: the database as Parquet files, which any query engine can read and from which it can be restored.

archive/manifest.json                       schema version, time, rows per table
archive/hits/month=2026-11/data_0.parquet   hits by the month they were found in
archive/versions/month=2026-11/…            article versions with text, by the month they were first seen in
archive/<table>/data_0.parquet              all other tables, except logs and those derived from others
archive/views/<view>.parquet                the views of the read snapshot (docs/sql.md), to query archives together

In a folder that several instances share, each has an archive of its own, `instance=<name>`.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from core.errors import QueryError, StorageDamagedError
from core.settings import DataPaths
from storage.database import migrations
from storage.database.instance import literal
from storage.database.live_file import restoring, transaction
from storage.database.statements import scalar

MONTHLY: Mapping[str, str] = {"hits": "found_at", "versions": "first_seen_at", "pages": "fetched_at"}
"""Tables with a folder per month, and the column that decides the month."""

DERIVED = frozenset({"word_rules", "documents", "words", "word_marks", "postings"})
EXCLUDED = frozenset({"changes", "schema_migrations", "polls", "readings", "host_blocks", "rematch_queue", *DERIVED})
VIEWS = "views"
INSTANCE = "instance="
"""How the folder of an instance's archive begins; query engines read its name as a column."""
MANIFEST = "manifest.json"
MAX_MANIFEST_BYTES = 1024 * 1024
_FORMAT = "FORMAT parquet, COMPRESSION zstd"
_REFUSED = (
    duckdb.BinderException,
    duckdb.ConversionException,
    duckdb.ConstraintException,
    duckdb.InvalidInputException,
)


def archive(paths: DataPaths, folder: Path, now: datetime, instance: str | None = None) -> dict[str, int]:
    """Writes the archive to `folder`, replacing an older one. Returns the number of rows per table.

    With `instance`, the name of this watch among several, the archive has a place of its own in `folder`. Raises
    StorageDamagedError if it cannot be written, QueryError where another database has its archive; an older archive is
    then unchanged.
    """
    folder = place_of(folder, instance)
    building = folder.with_name(f"{folder.name}.new")
    try:
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir(parents=True)
        manifest = _write(paths, building, now) | {"instance": instance}
        check_owner(str(folder), _earlier(folder / MANIFEST), manifest)
        (building / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        _swap(building, folder)
    except (OSError, duckdb.IOException) as error:
        detail = getattr(error, "strerror", None) or str(error).split("\n", 1)[0]
        message = f"{folder}: {detail}; nothing was archived, choose a folder that can be written and has room"
        raise StorageDamagedError(message) from error
    return dict(manifest["rows"])


def place_of(folder: Path, instance: str | None) -> Path:
    """Where the archive of this instance is in the folder: the folder itself without a name."""
    return folder / f"{INSTANCE}{instance}" if instance else folder


def check_owner(place: str, earlier: Mapping[str, Any], manifest: Mapping[str, Any]) -> None:
    """Raises QueryError if an archive of another database is at this place of a shared folder."""
    if manifest["instance"] and earlier and earlier.get("database") != manifest["database"]:
        raise QueryError(
            f"{place} is the archive of another database. Give each instance a WATCHWORD_INSTANCE of its own; remove "
            "that archive first if this database takes its place"
        )


def _earlier(manifest: Path) -> dict[str, Any]:
    return manifest_of(manifest.read_bytes()) if manifest.exists() else {}


def _write(paths: DataPaths, folder: Path, now: datetime) -> dict[str, Any]:
    """Writes tables and views; returns the manifest, in which `database` changes when it is restored elsewhere."""
    with transaction(paths) as db:
        counts = {table: _export(db, table, folder) for table in _tables(db)}
        born = scalar(db, "SELECT min(applied_at) FROM schema_migrations")
        version = migrations.version_of(db)
    _export_views(paths, folder / VIEWS)
    return {"schema": version, "archived_at": now.isoformat(), "database": str(born), "rows": counts}


def _export_views(paths: DataPaths, folder: Path) -> None:
    """Writes every table and view of the published snapshot."""
    folder.mkdir()
    with duckdb.connect(str(paths.snapshot), read_only=True) as db:
        sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'"
        for (name,) in db.execute(sql).fetchall():
            db.execute(f"COPY (FROM {name}) TO {literal(str(folder / f'{name}.parquet'))} ({_FORMAT})")


def _tables(db: duckdb.DuckDBPyConnection) -> list[str]:
    sql = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() ORDER BY table_name"
    return [name for (name,) in db.execute(sql).fetchall() if name not in EXCLUDED]


def _export(db: duckdb.DuckDBPyConnection, table: str, folder: Path) -> int:
    target = folder / table
    if table in MONTHLY:
        rows = f"SELECT *, strftime({MONTHLY[table]}, '%Y-%m') AS month FROM {table}"
        options = f"{_FORMAT}, PARTITION_BY (month)"
    else:
        target.mkdir()
        target, rows, options = target / "data_0.parquet", f"FROM {table}", _FORMAT
    return int(scalar(db, f"COPY ({rows}) TO {literal(str(target))} ({options})"))


def _swap(building: Path, folder: Path) -> None:
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(building, folder)
    shutil.rmtree(old, ignore_errors=True)


def restore(paths: DataPaths, folder: Path) -> dict[str, int]:
    """Fills a data folder without a live database from an archive. Returns the number of rows per table.

    Raises QueryError if there is no archive, if it is incomplete, or if a live database exists already.
    """
    check_files(folder)
    try:
        with (folder / MANIFEST).open("rb") as file:
            schema, counts = _manifest(json.loads(file.read(MAX_MANIFEST_BYTES)))
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        shared = ", ".join(sorted(one.parent.name for one in folder.glob(f"{INSTANCE}*/{MANIFEST}")))
        remedy = f"; name one of {shared}" if shared else ""
        detail = getattr(error, "strerror", None) or error
        raise QueryError(f"{folder} holds no archive ({MANIFEST}: {detail}){remedy}") from error
    if paths.live.exists():
        raise QueryError(f"{paths.live} is in the way; move the folder {paths.live.parent} aside first")
    with restoring(paths, schema) as db:
        if unknown := sorted(set(counts) - set(_tables(db))):
            raise QueryError(f"{folder} is no archive of ours: it has a table {unknown[0][:80]!r}")
        return {table: _import(db, table, folder, rows) for table, rows in counts.items()}


def check_files(folder: Path) -> None:
    """Raises QueryError for a link, pipe or device in an archive, which leads out of it or never ends."""
    for parent, folders, files in os.walk(folder):
        for path in (Path(parent, name) for name in (*folders, *files)):
            mode = path.lstat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise QueryError(f"{path} is a link, pipe or device: an archive has files only, remove it")


def _manifest(found: Any) -> tuple[int, dict[str, int]]:  # noqa: ANN401 - JSON of a stranger
    """The schema version and the rows by table; ValueError for anything else. Table names are still to be checked."""
    schema, rows = found["schema"], found["rows"]
    newest = len(migrations.shipped())
    if type(schema) is not int or not 0 < schema <= newest:
        raise ValueError(f"schema {schema!r:.80} is not one of 1 to {newest}; a newer version of Watchword may read it")
    if not isinstance(rows, dict) or any(type(count) is not int for count in rows.values()):
        raise ValueError("its rows are no counts")
    return schema, rows


def manifest_of(text: str | bytes) -> dict[str, Any]:
    """The manifest that was written so; empty if it is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _import(db: duckdb.DuckDBPyConnection, table: str, folder: Path, rows: int) -> int:
    if not rows:
        return 0
    files = literal(str(folder / table / "**" / "*.parquet"))
    sql = f"INSERT INTO {table} BY NAME FROM read_parquet({files}, hive_partitioning = false)"
    try:
        read = int(scalar(db, sql))
    except _REFUSED as error:
        detail = str(error).split("\n", 1)[0]
        raise QueryError(
            f"{folder / table} holds no rows of that table ({detail}): this is no archive of ours"
        ) from error
    if read != rows:
        raise QueryError(f"{folder / table} holds {read} rows, its manifest says {rows}: the archive is not whole")
    return read
