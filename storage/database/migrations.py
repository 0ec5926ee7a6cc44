"""Schema migrations: numbered SQL files, each applied once, in order, and never changed afterwards."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path

import duckdb

from core.errors import StorageDamagedError
from storage.database.columns import utc

_CREATE = """
CREATE TABLE schema_migrations (
    version INTEGER NOT NULL, name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered SQL file."""

    version: int  # from 1
    name: str  # of the file
    sql: str

    @property
    def sha256(self) -> str:
        """The hash of the SQL text in hex, recorded when the migration is applied."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


@cache
def shipped() -> tuple[Migration, ...]:
    """The migrations of this version of the program, in order."""
    files = (file for file in resources.files("storage").joinpath("migrations").iterdir() if file.name.endswith(".sql"))
    found = (Migration(_number(file.name), file.name, file.read_text(encoding="utf-8")) for file in files)
    return tuple(sorted(found, key=lambda migration: migration.version))


def _number(name: str) -> int:
    match = re.match(r"(\d{4})_", name)
    assert match, name
    return int(match[1])


def applied(db: duckdb.DuckDBPyConnection) -> dict[int, str]:
    """The hash of each migration applied to the open database, by number; empty for a new database."""
    try:
        return dict(db.execute("SELECT version, sha256 FROM schema_migrations").fetchall())
    except duckdb.CatalogException:
        db.execute(_CREATE)
        return {}


def version_of(db: duckdb.DuckDBPyConnection) -> int:
    """The schema version of the open database; 0 if it is new."""
    return max(applied(db), default=0)


def missing(found: Mapping[int, str], path: Path) -> tuple[Migration, ...]:
    """The migrations that a database to which those in `found` were applied still lacks.

    Raises StorageDamagedError if a newer program wrote it, or if an applied migration differs from the shipped one.
    """
    steps, version = shipped(), max(found, default=0)
    if version > steps[-1].version:
        raise StorageDamagedError(
            f"{path} has schema {version}, this program knows {steps[-1].version}: a newer Watchword wrote it; "
            "update the program, or use another data folder"
        )
    for step in steps:
        if found.get(step.version, step.sha256) != step.sha256:
            raise StorageDamagedError(
                f"{path}: migration {step.name} is not the one that was applied; restore the program's own file"
            )
    return tuple(step for step in steps if step.version not in found)


def apply(db: duckdb.DuckDBPyConnection, steps: tuple[Migration, ...]) -> None:
    """Applies the steps, each in its own transaction."""
    for step in steps:
        db.execute("BEGIN")
        db.execute(step.sql)
        row = [step.version, step.name, step.sha256, utc(datetime.now(UTC))]
        db.execute("INSERT INTO schema_migrations VALUES (?, ?, ?, ?)", row)
        db.execute("COMMIT")
