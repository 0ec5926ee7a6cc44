"""Migrations: each applied once, a copy kept before an upgrade, newer and changed ones refused."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import duckdb
import pytest

from core.errors import StorageDamagedError
from storage.database import migrations
from storage.database.live_file import transaction
from storage.store import Store


def old_database(paths, version):
    paths.live.parent.mkdir(parents=True)
    with duckdb.connect(str(paths.live)) as db:
        migrations.version_of(db)
        migrations.apply(db, migrations.shipped()[:version])
        db.execute("INSERT INTO runs VALUES ('old', 'poll', '2026-01-01', NULL, false, NULL)")


def test_migrations_are_numbered_without_a_gap():
    assert [step.version for step in migrations.shipped()] == list(range(1, len(migrations.shipped()) + 1))


def test_an_older_database_is_upgraded_and_a_copy_kept(paths):
    old_database(paths, 1)
    Store(paths).prepare()
    with transaction(paths) as db:
        assert migrations.version_of(db) == len(migrations.shipped())
        assert db.execute("SELECT run_id FROM runs").fetchall() == [("old",)]
    with duckdb.connect(str(paths.live.with_name("watchword.schema-1.duckdb"))) as copy:
        assert copy.execute("SELECT run_id FROM runs").fetchall() == [("old",)]


def test_the_copy_in_place_of_the_database_is_what_the_version_before_knew(paths):
    """Going back by the commands of docs/operations.md; a later upgrade keeps a copy again."""
    old_database(paths, 1)
    page = Path("docs/operations.md").read_text("utf-8")
    commands = "\n".join(re.findall(r"(?m)^    ((?:rm -f|mv) DATA/live.*)$", page))
    assert commands.count("\n") == 1
    for _ in range(2):
        Store(paths).prepare()
        script = commands.replace("DATA", shlex.quote(str(paths.root))).replace("-N", "-1")
        subprocess.run(["bash", "-euc", script], check=True)
        with duckdb.connect(str(paths.live)) as db:
            assert migrations.version_of(db) == 1
            assert db.execute("SELECT run_id FROM runs").fetchall() == [("old",)]


def test_a_database_of_a_newer_program_is_refused(store, paths):
    with transaction(paths) as db:
        db.execute("INSERT INTO schema_migrations VALUES (99, '0099_future.sql', 'x', '2030-01-01')")
    with pytest.raises(StorageDamagedError, match="newer Watchword"):
        store.feeds.states()


def test_a_migration_that_was_changed_is_refused(store, paths):
    with transaction(paths) as db:
        db.execute("UPDATE schema_migrations SET sha256 = 'other' WHERE version = 1")
    with pytest.raises(StorageDamagedError, match="0001_initial"):
        store.feeds.states()


def test_a_step_that_fails_leaves_nothing_behind(paths):
    paths.live.parent.mkdir(parents=True)
    broken = migrations.Migration(2, "0002_broken.sql", "CREATE TABLE half (a INTEGER); SELECT nonsense;")
    with duckdb.connect(str(paths.live)) as db:
        migrations.version_of(db)
        with pytest.raises(duckdb.Error):
            migrations.apply(db, (broken,))
        db.execute("ROLLBACK")
        assert db.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'").fetchall() == [(0,)]
        assert migrations.version_of(db) == 0
