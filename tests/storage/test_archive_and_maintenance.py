"""Retention, compaction, and the archive from which everything can be restored."""

from __future__ import annotations

import json
import shutil

import pyarrow.parquet as pq
import pytest

from core.errors import QueryError, StorageDamagedError
from core.settings import DataPaths
from storage import integrity, queries
from storage.database.live_file import transaction
from storage.maintenance import Retention
from storage.queries import Filters
from storage.store import Store

KEEP = Retention()


def tables(paths) -> dict[str, list]:
    """The rows of every table that an archive contains."""
    with transaction(paths) as db:
        names = [name for (name,) in db.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        kept = {"schema_migrations", "changes", "polls", "readings", "host_blocks", "rematch_queue"}
        return {name: db.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in names if name not in kept}


@pytest.fixture
def aged(store, make):
    """A store with an article with a hit and one without, both of one feed."""
    store.watchlists.save("w1", [make.target()], make.noon)
    store.feeds.save_polls("run", [make.poll(make.entry("hit"), make.entry("none"))])
    outcomes = [make.outcome(make.entry("hit"), "kim"), make.outcome(make.entry("none"))]
    store.articles.save("run", outcomes, make.noon)
    return store


def days_later(make, days):
    return make.noon + 24 * days * make.hour


def test_a_page_without_a_hit_is_removed_after_30_days_and_its_text_after_400(aged, make):
    assert aged.maintain(days_later(make, 29), KEEP).removed == {}
    assert aged.maintain(days_later(make, 31), KEEP).removed == {"pages": 1, "polls": 1, "readings": 2}
    assert aged.maintain(days_later(make, 399), KEEP).removed == {}
    assert aged.maintain(days_later(make, 401), KEEP).removed == {"articles": 1}


def test_articles_with_a_hit_are_kept_for_ever(aged, make):
    aged.maintain(days_later(make, 5000), KEEP)
    (finding,) = aged.findings.between(make.noon, make.noon + make.hour)
    assert finding.article.text.startswith("Kim Kwang Jin")
    with transaction(aged.paths) as db:
        assert db.execute("SELECT count(*) FROM pages").fetchall() == [(1,)]


def test_a_purged_article_is_not_stored_again(aged, make):
    later = days_later(make, 401)
    aged.maintain(later, KEEP)
    assert aged.feeds.save_polls("run", [make.poll(make.entry("hit"), make.entry("none"))]) == 0
    saved = aged.articles.save("run", [make.outcome(make.entry("none"), "kim")], later)
    assert (saved.new_articles, saved.new_hits) == (0, ())
    assert integrity.violations(aged.paths) == ()


def test_compaction_frees_space_and_loses_nothing(store, paths, make):
    with transaction(paths) as db:
        db.execute("CREATE TABLE ballast AS SELECT md5(range::VARCHAR) AS filler FROM range(300000)")
    store.articles.save("run", [make.outcome(make.entry(f"e{number}"), "kim") for number in range(50)], make.noon)
    with transaction(paths) as db:
        db.execute("DROP TABLE ballast")
    before = tables(paths)
    report = store.maintain(make.noon, KEEP, compact=True)
    assert report.compacted
    assert report.bytes_after < report.bytes_before / 2
    assert tables(paths) == before


def test_a_file_with_few_free_blocks_is_not_compacted(aged, make):
    assert not aged.maintain(make.noon, KEEP).compacted


def test_a_restored_archive_has_every_row(aged, paths, make, tmp_path):
    archive = tmp_path / "archive"
    counts = aged.archive(archive, make.noon)
    assert (counts["hits"], counts["versions"], counts["entries"]) == (1, 2, 2)
    before = tables(paths)
    shutil.rmtree(paths.live.parent)
    restored = Store(paths)
    assert restored.restore(archive) == counts
    assert tables(paths) == before
    restored.publish_snapshot(make.noon, force=True)
    assert len(queries.hits(paths, Filters()).rows) == 1
    assert integrity.violations(paths) == ()


def test_the_archive_is_readable_parquet_by_month(aged, make, tmp_path):
    aged.archive(tmp_path / "archive", make.noon)
    rows = pq.read_table(tmp_path / "archive" / "hits").to_pylist()
    assert [(row["target_id"], str(row["month"])) for row in rows] == [("kim", "2026-11")]


def test_an_archive_replaces_an_older_one(aged, make, tmp_path):
    aged.archive(tmp_path / "archive", make.noon)
    aged.articles.save("run", [make.outcome(make.entry("more"), "kim")], make.noon)
    aged.archive(tmp_path / "archive", make.noon)
    assert json.loads((tmp_path / "archive" / "manifest.json").read_text())["rows"]["hits"] == 2
    assert [path.name for path in tmp_path.glob("archive*")] == ["archive"]


def test_an_archive_that_cannot_be_written_is_reported(aged, make, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageDamagedError, match="nothing was archived"):
        aged.archive(tmp_path / "file" / "archive", make.noon)


def test_restore_overwrites_nothing(aged, paths, make, tmp_path):
    aged.archive(tmp_path / "archive", make.noon)
    with pytest.raises(QueryError, match="in the way"):
        aged.restore(tmp_path / "archive")


def test_restore_refuses_an_incomplete_archive(aged, make, tmp_path):
    elsewhere = Store(DataPaths(tmp_path / "other", tmp_path / "cache"))
    with pytest.raises(QueryError, match="no archive"):
        elsewhere.restore(tmp_path / "nowhere")
    aged.archive(tmp_path / "archive", make.noon)
    manifest = json.loads((tmp_path / "archive" / "manifest.json").read_text())
    manifest["rows"]["hits"] += 1
    (tmp_path / "archive" / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(QueryError, match="not whole"):
        elsewhere.restore(tmp_path / "archive")
    assert not elsewhere.paths.live.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rows": {"versions SELECT 1; COPY (SELECT 1) TO '/tmp/owned'; --": 1}}, "no archive of ours"),
        ({"rows": {"../../../etc": 1}}, "no archive of ours"),
        ({"rows": {"versions": "1; DROP TABLE hits"}}, "no counts"),
        ({"rows": ["versions"]}, "no counts"),
        ({"schema": 9_999}, "a newer version"),
        ({"schema": "1; ATTACH '/etc/passwd'"}, "not one of"),
        ({"schema": True}, "not one of"),
    ],
)
def test_restore_trusts_no_manifest(aged, make, tmp_path, change, said):
    aged.archive(tmp_path / "archive", make.noon)
    path = tmp_path / "archive" / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    empty = DataPaths(tmp_path / "empty", tmp_path / "cache")
    with pytest.raises(QueryError, match=said):
        Store(empty).restore(tmp_path / "archive")
    assert not empty.live.exists()
