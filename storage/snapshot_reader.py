"""The read snapshot for a long-lived reader: many short questions, and verdicts that are visible before it has them."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import duckdb

from core.errors import QueryError, StorageError
from core.records import Review
from core.settings import DataPaths
from storage.database.columns import utc
from storage.database.instance import OFFLINE, literal

Version = tuple[int, int]
"""The file's inode and time of change: another pair is another snapshot."""


@dataclass(slots=True)
class _OpenSnapshot:
    """One published snapshot in a DuckDB instance of its own, which stays readable when the file is replaced."""

    version: Version
    db: duckdb.DuckDBPyConnection
    readers: int = 0
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class SnapshotReading:
    """One request's view of the data: all its questions are answered from the same snapshot."""

    db: duckdb.DuckDBPyConnection

    def ask(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """The rows as dictionaries; instants are naive datetimes in UTC. Raises StorageError if DuckDB fails."""
        try:
            cursor = self.db.execute(sql, parameters)
            names = [str(column[0]) for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except duckdb.Error as error:
            raise StorageError(str(error).strip()) from error

    def one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> dict[str, Any] | None:
        """The first row; None without rows."""
        return next(iter(self.ask(sql, parameters)), None)


@dataclass(slots=True)
class SnapshotReader:
    """Opens each published snapshot once, and shows with it the verdicts that it does not have yet.

    Requests may come from several threads. A snapshot that is replaced is closed with its last request.
    """

    paths: DataPaths
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _current: _OpenSnapshot | None = None
    _given: list[Review] = field(default_factory=list)  # that the published snapshot may lack
    _ticked: dict[str, tuple[datetime | None, str | None]] = field(default_factory=dict)  # URLs, the same

    @contextmanager
    def reading(self) -> Iterator[SnapshotReading]:
        """The newest snapshot for one request. Raises QueryError if there is none yet."""
        opened = self._acquire()
        try:
            cursor = opened.db.cursor()
            try:
                yield SnapshotReading(cursor)
            finally:
                cursor.close()
        finally:
            self._release(opened)

    def show(self, given: Sequence[Review]) -> None:
        """Shows these verdicts from the next request on; they are stored already."""
        with self._lock:
            self._given += given
            if self._current is not None:
                _insert(self._current.db.cursor(), given)

    def show_read_by_hand(self, url: str, at: datetime | None, reader: str | None) -> None:
        """Shows that a page was read by hand (with None, that it was not) until the next but one snapshot."""
        with self._lock:
            self._ticked[url] = (at, reader)
            if self._current is not None:
                _insert_ticked(self._current.db.cursor(), {url: (at, reader)})

    def close(self) -> None:
        """Closes the snapshot when its last request ends."""
        with self._lock:
            self._replace(None)

    def _acquire(self) -> _OpenSnapshot:
        with self._lock:
            version = self._published()
            if self._current is None or self._current.version != version:
                opened = _open(self.paths, version)
                self._given = _missing(opened.db, self._given)
                _insert(opened.db, self._given)
                ticked, self._ticked = self._ticked, {}  # this snapshot may have been begun before them
                _insert_ticked(opened.db, ticked)
                self._replace(opened)
            assert self._current is not None
            self._current.readers += 1
            return self._current

    def _published(self) -> Version:
        try:
            status = self.paths.snapshot.stat()
        except OSError as error:
            raise QueryError(f"no database in {self.paths.root} yet; `watchword run` makes one") from error
        return status.st_ino, status.st_mtime_ns

    def _replace(self, opened: _OpenSnapshot | None) -> None:
        before, self._current = self._current, opened
        if before is not None:
            before.replaced = True
            if before.readers == 0:
                before.db.close()

    def _release(self, opened: _OpenSnapshot) -> None:
        with self._lock:
            opened.readers -= 1
            if opened.replaced and opened.readers == 0:
                opened.db.close()


_SNAPSHOT = "snapshot"
_VERDICT_COLUMNS = (
    *("verdict", "note", "reviewer", "reviewed_at", "carried_from"),
    *("verdict_reason", "snoozed_until", "suppression_id"),
)


def _open(paths: DataPaths, version: Version) -> _OpenSnapshot:
    """The snapshot in an instance without access to any other file, and its tables by their own names."""
    db = duckdb.connect(":memory:", config=OFFLINE)
    try:
        db.execute(f"ATTACH {literal(str(paths.snapshot))} AS {_SNAPSHOT} (READ_ONLY)")
        db.execute("SET enable_external_access = false")
        db.execute("SET TimeZone = 'UTC'")
        _create_views(db)
    except duckdb.Error as error:
        db.close()
        first = str(error).split("\n", 1)[0]
        raise QueryError(f"{paths.snapshot}: {first}; the next cycle publishes it anew") from error
    return _OpenSnapshot(version, db)


def _create_views(db: duckdb.DuckDBPyConnection) -> None:
    """Views named as those of the snapshot; in `hits`, `hits_all` and `reviews` newer verdicts count."""
    db.execute(
        "CREATE TABLE given (hit_id VARCHAR, verdict VARCHAR, note VARCHAR, reviewer VARCHAR, reviewed_at TIMESTAMP, "
        "carried_from VARCHAR, verdict_reason VARCHAR, snoozed_until TIMESTAMP, suppression_id VARCHAR)"
    )
    db.execute("CREATE TABLE ticked (url VARCHAR, read_at TIMESTAMP, reader VARCHAR)")
    sql = "SELECT table_name FROM duckdb_tables() WHERE database_name = ? ORDER BY table_name"
    for (name,) in db.execute(sql, [_SNAPSHOT]).fetchall():
        if name not in ("hits_all", "reviews", "unread_pages"):
            db.execute(f'CREATE VIEW "{name}" AS FROM {_SNAPSHOT}.main."{name}"')
    newer = ", ".join(
        f"CASE WHEN given.hit_id IS NULL THEN old.{one} ELSE given.{one} END AS {one}" for one in _VERDICT_COLUMNS
    ).replace("ELSE given.verdict END", "ELSE nullif(given.verdict, 'open') END")
    db.execute(f"""
        CREATE VIEW hits_all AS SELECT old.* REPLACE ({newer}) FROM {_SNAPSHOT}.main.hits_all old LEFT JOIN (
            FROM given QUALIFY row_number() OVER (PARTITION BY hit_id ORDER BY reviewed_at DESC, rowid DESC) = 1
        ) given USING (hit_id)
    """)
    db.execute(f"""
        CREATE VIEW unread_pages AS SELECT old.* REPLACE (
            CASE WHEN ticked.url IS NULL THEN old.read_by_hand_at ELSE ticked.read_at END AS read_by_hand_at,
            CASE WHEN ticked.url IS NULL THEN old.read_by_hand_by ELSE ticked.reader END AS read_by_hand_by
        ) FROM {_SNAPSHOT}.main.unread_pages old LEFT JOIN ticked USING (url)
    """)
    db.execute("CREATE VIEW hits AS SELECT * EXCLUDE (status, closed_at, closed_reason) FROM hits_all "
               "WHERE status = 'open'")  # fmt: skip
    db.execute(f"""
        CREATE VIEW reviews AS FROM {_SNAPSHOT}.main.reviews UNION ALL BY NAME
        SELECT hit_id, target_id, target_name, story_id, given.verdict, given.note, given.reviewer, given.reviewed_at,
            given.carried_from, given.verdict_reason AS reason, given.snoozed_until AS until, given.suppression_id
        FROM given LEFT JOIN {_SNAPSHOT}.main.hits_all USING (hit_id)
    """)


def _insert_ticked(db: duckdb.DuckDBPyConnection, ticked: Mapping[str, tuple[datetime | None, str | None]]) -> None:
    for url, (at, reader) in ticked.items():
        db.execute("DELETE FROM ticked WHERE url = ?", [url])
        db.execute("INSERT INTO ticked VALUES (?, ?, ?)", [url, at and utc(at), reader])


def _missing(db: duckdb.DuckDBPyConnection, given: Collection[Review]) -> list[Review]:
    """Those of the verdicts that the snapshot does not have."""
    if not given:
        return []
    rows = db.execute(f"SELECT hit_id, reviewed_at FROM {_SNAPSHOT}.main.reviews").fetchall()
    published = set(rows)
    return [one for one in given if (one.hit_id, utc(one.reviewed_at)) not in published]


def _insert(db: duckdb.DuckDBPyConnection, given: Sequence[Review]) -> None:
    """Adds verdicts by lists of values: without external access an instance reads no Arrow tables of the process."""
    if given:
        db.execute(
            "INSERT INTO given SELECT unnest($hit_id), unnest($verdict), unnest($note::VARCHAR[]), "
            "unnest($reviewer::VARCHAR[]), unnest($reviewed_at), unnest($carried_from::VARCHAR[]), "
            "unnest($verdict_reason::VARCHAR[]), unnest($snoozed_until::TIMESTAMP[]), "
            "unnest($suppression_id::VARCHAR[])",
            {
                "hit_id": [one.hit_id for one in given],
                "verdict": [one.verdict.value for one in given],
                "note": [one.note for one in given],
                "reviewer": [one.reviewer for one in given],
                "reviewed_at": [utc(one.reviewed_at) for one in given],
                "carried_from": [one.carried_from for one in given],
                "verdict_reason": [one.reason and one.reason.value for one in given],
                "snoozed_until": [one.until and utc(one.until) for one in given],
                "suppression_id": [one.suppression_id for one in given],
            },
        )
