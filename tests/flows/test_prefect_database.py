"""The file that Prefect's server begins with: the installation's copy, if there is one of this version of Prefect."""

import sqlite3
from contextlib import closing

import pytest

from flows.server.prefect_database import (
    empty_database,
    make_empty_database,
    provide_database,
    set_damaged_aside,
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A database that Prefect has just made."""
    path = tmp_path_factory.mktemp("share") / "prefect.db"
    make_empty_database(path)
    return path


def rows(path):
    with closing(sqlite3.connect(path)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: found for name in tables if (found := database.execute(f'SELECT * FROM "{name}"').fetchall())}


def test_the_empty_database_holds_its_schema_and_nothing_else(empty):
    assert set(rows(empty)) == {"alembic_version"}, "no key, no name, nothing that two data folders would share"
    assert [one.name for one in empty.parent.iterdir()] == [empty.name], "no log beside it, no folder left"


def test_what_the_installation_keeps_is_what_prefect_makes_today(empty):
    if not empty_database().exists():
        pytest.skip("this installation keeps none: `make setup` makes it")
    assert rows(empty_database()) == rows(empty)


def test_a_new_home_begins_with_a_copy(empty, tmp_path):
    assert provide_database(tmp_path, empty)
    assert (tmp_path / "prefect.db").read_bytes() == empty.read_bytes()
    assert (tmp_path / "prefect.db").stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["prefect.db"]


def test_a_database_that_is_there_stays(empty, tmp_path):
    (tmp_path / "prefect.db").write_bytes(b"runs")
    assert not provide_database(tmp_path, empty)
    assert (tmp_path / "prefect.db").read_bytes() == b"runs"


def test_without_one_prefect_makes_its_own(tmp_path):
    assert not provide_database(tmp_path, tmp_path / "none.db")
    assert not list(tmp_path.iterdir())


def spoilt(whole, how):
    middle = len(whole) // 2 // 4096 * 4096
    return {
        "garbage": bytes(range(256)) * 400,
        "cut": whole[:middle],
        "a page": whole[:middle] + bytes([7]) * 16_384 + whole[middle + 16_384 :],
    }[how]


@pytest.mark.parametrize("how", ["garbage", "cut", "a page"])
def test_a_damaged_database_is_set_aside_and_a_new_one_begun(empty, tmp_path, how):
    harm = spoilt(empty.read_bytes(), how)
    (tmp_path / "prefect.db").write_bytes(harm)
    (tmp_path / "prefect.db-wal").write_bytes(b"of the damaged one")
    assert set_damaged_aside(tmp_path) == tmp_path / "prefect.db.damaged"
    assert (tmp_path / "prefect.db.damaged").read_bytes() == harm
    assert provide_database(tmp_path, empty)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["prefect.db", "prefect.db.damaged"]


def test_damage_that_cannot_even_be_named_is_damage(tmp_path):
    path = tmp_path / "prefect.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("CREATE TABLE runs(state)")
        database.execute("INSERT INTO runs VALUES (NULL)")
        database.execute("PRAGMA writable_schema = 1")
        database.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE runs(state NOT NULL)'")
    path.write_bytes(path.read_bytes().replace(b"runs", b"\xff\xfe\xff\xfe"))
    assert set_damaged_aside(tmp_path) == tmp_path / "prefect.db.damaged"


def test_a_sound_locked_or_missing_database_stays_where_it_is(empty, tmp_path):
    assert set_damaged_aside(tmp_path) is None
    provide_database(tmp_path, empty)
    assert set_damaged_aside(tmp_path) is None
    with closing(sqlite3.connect(tmp_path / "prefect.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert set_damaged_aside(tmp_path) is None
    assert [one.name for one in tmp_path.iterdir()] == ["prefect.db"]
