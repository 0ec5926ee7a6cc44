"""A database of every earlier version, with rows in each of its tables, is upgraded step by step and loses none."""

from __future__ import annotations

import duckdb
import pytest

from storage import integrity
from storage.database import migrations
from storage.store import Store

STEPS = [one.version for one in migrations.shipped()]
NOT_KEPT = {"schema_migrations", "changes", "word_rules", "documents", "words", "word_marks", "postings"}
"""Bookkeeping, and what is derived from other tables."""


def tables(db):
    rows = db.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY 1").fetchall()
    return [name for (name,) in rows]


def columns(db):
    sql = "SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
    return db.execute(sql).fetchall()


def value(kind, number):
    """A literal of this type."""
    if kind.endswith("[]"):
        return "[]"
    simple = {"VARCHAR": f"'v{number}'", "BOOLEAN": "false", "BLOB": "'x'::BLOB", "TIMESTAMP": "'2026-01-02 03:04:05'"}
    return simple.get(kind, str(number))


def fill(db, table):
    """Adds two rows to a table."""
    described = db.execute(f"DESCRIBE {table}").fetchall()
    for number in (1, 2):
        cells = ", ".join(value(kind, number) for _, kind, *_ in described)
        db.execute(f"INSERT INTO {table} VALUES ({cells})")


def counts(db):
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in tables(db)}


@pytest.mark.parametrize("begun_with", STEPS)
def test_no_step_loses_a_row_and_the_result_is_as_new(paths, tmp_path, begun_with):
    paths.live.parent.mkdir(parents=True)
    with duckdb.connect(str(paths.live)) as db:
        migrations.version_of(db)
        migrations.apply(db, migrations.shipped()[:begun_with])
        for name in set(tables(db)) - NOT_KEPT:
            fill(db, name)
        before = counts(db)
        for step in migrations.shipped()[begun_with:]:
            migrations.apply(db, (step,))
            after = counts(db)
            lost = {name: rows for name, rows in before.items() if name not in NOT_KEPT and after.get(name, 0) < rows}
            assert not lost, f"{step.name} lost rows of {lost}"
            before = after
        upgraded = columns(db)
    with duckdb.connect(str(tmp_path / "new.duckdb")) as new:
        migrations.version_of(new)
        migrations.apply(new, migrations.shipped())
        assert {row[:3] for row in upgraded} == {row[:3] for row in columns(new)}


@pytest.mark.parametrize("version", STEPS[:-1])
def test_a_folder_of_an_earlier_version_is_opened_read_and_written(paths, make, version):
    paths.live.parent.mkdir(parents=True)
    with duckdb.connect(str(paths.live)) as db:
        migrations.version_of(db)
        migrations.apply(db, migrations.shipped()[:version])
        db.execute("INSERT INTO runs VALUES ('old', 'poll', '2026-01-01', '2026-01-01', true, '{}')")
    store = Store(paths)
    store.prepare()
    assert paths.live.with_name(f"{paths.live.stem}.schema-{version}.duckdb").exists()
    store.watchlists.save("w1", [make.target()], make.noon)
    store.feeds.save_polls("run", [make.poll(make.entry("a"))])
    store.articles.save("run", [make.outcome(make.entry("a"), "kim")], make.noon)
    store.publish_snapshot(make.noon, force=True)
    assert integrity.violations(paths) == ()
    with duckdb.connect(str(paths.snapshot), read_only=True) as db:
        assert db.execute("SELECT count(*) FROM hits").fetchall() == [(1,)]
        assert ("old",) in db.execute("SELECT run_id FROM runs").fetchall()
