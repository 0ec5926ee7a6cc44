"""Feeds, their states and polls, and the queue of entries to read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import duckdb
import pyarrow as pa

from core.identity import article_id, digest_of, entry_article_id
from core.records import FeedEntry, FeedPoll, FeedSource, FeedState, PendingEntry
from core.urls import canonical, site_of
from storage.database import statements
from storage.database.columns import aware, columns_of, table_of, utc
from storage.tables import rechecks

MAX_ATTEMPTS = 5
MAX_REREADS = 20  # bounds the work if a feed rewrites an entry at every poll
_REREAD_EVERY = timedelta(hours=1)  # beyond that: some feeds put all their news under one guid, and for ever
_FIRST_WAIT = timedelta(minutes=15)
_LONGEST_WAIT = timedelta(days=3)
_TAG_OR_NUMBER = re.compile(r"<[^<>]{1,2000}>|\d+")
_KEY = ("feed_id", "entry_key")
_NOT_STORED = ("every", "full_text", "first_poll")  # feeds.yaml alone decides how a feed is read


def sync(db: duckdb.DuckDBPyConnection, sources: Sequence[FeedSource]) -> bool:
    """Records which feeds are configured; the others become inactive. False, with nothing written, if none changed."""
    unique = {source.feed_id: source for source in sources}
    known = {source.feed_id: source for source in statements.select(db, FeedSource, "FROM feeds WHERE active")}
    if {key: _stored(source) for key, source in known.items()} == {key: _stored(one) for key, one in unique.items()}:
        return False
    db.execute("UPDATE feeds SET active = false WHERE active")
    rows = table_of(FeedSource, list(unique.values()), omit=_NOT_STORED, active=[True] * len(unique))
    statements.replace(db, "feeds", rows, ("feed_id",))
    return True


def _stored(source: FeedSource) -> tuple[object, ...]:
    return source.url, source.kind, source.title, source.tags, source.recheck, source.paused


def states(db: duckdb.DuckDBPyConnection) -> dict[str, FeedState]:
    """The state of every feed that was ever polled, by feed id."""
    return {state.feed_id: state for state in statements.select(db, FeedState, "FROM feed_states")}


def resume(db: duckdb.DuckDBPyConnection, feed_id: str) -> None:
    """Forgets why the feed is not polled, and that it failed."""
    db.execute(
        "UPDATE feed_states SET paused = NULL, failure_streak = 0, next_due_at = NULL "
        "WHERE feed_id = ? AND paused IS NOT NULL",
        [feed_id],
    )


def known_keys(db: duckdb.DuckDBPyConnection, wanted: Mapping[str, Collection[str]]) -> frozenset[tuple[str, str]]:
    """Those of the wanted entries (keys by feed id) that are stored, as (feed_id, entry_key)."""
    pairs = [(feed_id, key) for feed_id, keys in wanted.items() for key in keys]
    if not pairs:
        return frozenset()
    feed_ids, keys = zip(*pairs, strict=True)
    with statements.registered_columns(db, "wanted", feed_id=feed_ids, entry_key=keys):
        answer = db.execute("SELECT feed_id, entry_key FROM entries SEMI JOIN wanted USING (feed_id, entry_key)")
        return frozenset((str(feed_id), str(key)) for feed_id, key in answer.fetchall())


def queue(db: duckdb.DuckDBPyConnection, polls: Sequence[FeedPoll]) -> Counter[str]:
    """Queues the unknown and changed entries of these polls. Returns how many, by feed id."""
    entries = {(entry.feed_id, entry.entry_key): entry for poll in polls for entry in poll.entries}
    return Counter(entry.feed_id for entry in _queue(db, list(entries.values())))


def save_polls(db: duckdb.DuckDBPyConnection, rows: pa.Table) -> None:
    """Stores the rows of `poll_rows`: all in the log, and the last state of each feed."""
    last = {feed_id: index for index, feed_id in enumerate(rows.column("feed_id").to_pylist())}
    states = rows.select([column.name for column in columns_of(FeedState)]).take(list(last.values()))
    statements.replace(db, "feed_states", states, ("feed_id",))
    _log(db, rows.drop_columns([name for name in states.column_names if name != "feed_id"]))


def _log(db: duckdb.DuckDBPyConnection, batch: pa.Table) -> None:
    """Appends the polls that are not logged yet. Compares with the newer part of the log only, because it is long."""
    if batch.num_rows:
        db.execute("""
            INSERT INTO polls BY NAME FROM batch ANTI JOIN (
                FROM polls WHERE polled_at >= (SELECT min(polled_at) FROM batch)
            ) USING (run_id, feed_id, polled_at)
        """)


def poll_rows(run_id: str, polls: Sequence[FeedPoll], queued: Mapping[str, int]) -> pa.Table:
    """A row for each poll: the columns of the log and those of the feed's state after it."""
    failures = [poll.failure for poll in polls]
    log = table_of(
        FeedPoll,
        polls,
        omit=("state", "entries", "failure", "title"),
        run_id=[run_id] * len(polls),
        entries=[len(poll.entries) for poll in polls],
        new_entries=[queued.get(poll.feed_id, 0) for poll in polls],
        failure_kind=[failure and failure.kind for failure in failures],
        failure_cause=[failure and failure.cause for failure in failures],
        failure_message=[failure and failure.message for failure in failures],
    )
    states = table_of(FeedState, [poll.state for poll in polls], omit=("feed_id",))
    return pa.table(log.columns + states.columns, names=log.column_names + states.column_names)


def _queue(db: duckdb.DuckDBPyConnection, entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """Queues the entries that are unknown or have changed. Returns them."""
    if not entries:
        return []
    known = _known(db, entries)
    hashes = {_key(entry): entry_hash(entry) for entry in entries}
    fresh = [entry for entry in entries if _key(entry) not in known]
    changed = [
        entry
        for entry in entries
        if (old := known.get(_key(entry))) is not None
        and old.entry_hash not in (hashes[_key(entry)], _earlier_hash(entry))
        and old.rereads < MAX_REREADS + (entry.seen_at - old.first_seen_at) / _REREAD_EVERY
    ]
    rows = _entry_rows(fresh, [hashes[_key(entry)] for entry in fresh])
    statements.insert(db, "entries", rows)
    _update_hashes(db, changed, [hashes[_key(entry)] for entry in changed])
    _insert_pending(db, fresh + changed)
    return fresh + changed


def _key(entry: FeedEntry) -> tuple[str, str]:
    return entry.feed_id, entry.entry_key


def entry_hash(entry: FeedEntry) -> str:
    """A hash of what the entry says, without the tags and numbers in its text: those may be counters of readers."""
    words = _TAG_OR_NUMBER.sub("", f"{entry.summary or ''}\n{entry.content or ''}")
    return _hash_of(entry, words)


def _earlier_hash(entry: FeedEntry) -> str:
    """The hash of entries that were stored while only the length of their text counted: they are not all read again."""
    return _hash_of(entry, str(len(entry.content or entry.summary or "")))


def _hash_of(entry: FeedEntry, words: str) -> str:
    published = entry.published.isoformat() if entry.published else ""
    return digest_of(entry.url or "", entry.title or "", published, words, entry.revision or "")


class _StoredEntry(NamedTuple):
    """What is stored of an entry."""

    entry_hash: str
    first_seen_at: datetime
    rereads: int


def _known(db: duckdb.DuckDBPyConnection, entries: Sequence[FeedEntry]) -> dict[tuple[str, str], _StoredEntry]:
    """The known ones among the entries, by key."""
    feed_ids, keys = zip(*map(_key, entries), strict=True)
    with statements.registered_columns(db, "wanted", feed_id=feed_ids, entry_key=keys):
        answer = db.execute(
            "SELECT feed_id, entry_key, entry_hash, first_seen_at, rereads FROM entries "
            "SEMI JOIN wanted USING (feed_id, entry_key)"
        )
        return {
            (feed_id, key): _StoredEntry(hash_, aware(first), rereads)
            for feed_id, key, hash_, first, rereads in answer.fetchall()
        }


def _entry_rows(entries: Sequence[FeedEntry], hashes: Sequence[str]) -> pa.Table:
    return pa.table(
        {
            "feed_id": [entry.feed_id for entry in entries],
            "entry_key": [entry.entry_key for entry in entries],
            "entry_hash": hashes,
            "first_seen_at": pa.array([utc(entry.seen_at) for entry in entries], pa.timestamp("us")),
            "rereads": [0] * len(entries),
        }
    )


def _update_hashes(db: duckdb.DuckDBPyConnection, entries: Sequence[FeedEntry], hashes: Sequence[str]) -> None:
    if not entries:
        return
    feed_ids, keys = zip(*map(_key, entries), strict=True)
    with statements.registered_columns(db, "changed", feed_id=feed_ids, entry_key=keys, entry_hash=hashes):
        db.execute(
            "UPDATE entries SET entry_hash = changed.entry_hash, rereads = rereads + 1 FROM changed "
            "WHERE entries.feed_id = changed.feed_id AND entries.entry_key = changed.entry_key"
        )


def _insert_pending(db: duckdb.DuckDBPyConnection, entries: Sequence[FeedEntry]) -> None:
    seen = [entry.seen_at for entry in entries]
    rows = table_of(FeedEntry, entries, attempts=[0] * len(entries), next_attempt_at=seen)
    statements.replace(db, "pending", rows, _KEY)


def pending(db: duckdb.DuckDBPyConnection, limit: int, now: datetime) -> tuple[PendingEntry, ...]:
    """The entries to read now: the newest of each feed, then the second of each, and so on.

    A feed that announces thousands thus takes no other's place. A date in the future counts as the time of the poll.
    Attempts that wait longer than any wait were reckoned by a clock that was ahead, and are due.
    """
    sql = f"""
        WITH dated AS (
            SELECT *, least(coalesce(published, seen_at), seen_at) AS dated_at FROM pending WHERE {_IS_DUE}
        )
        SELECT * EXCLUDE (dated_at) FROM dated
        ORDER BY row_number() OVER (PARTITION BY feed_id ORDER BY dated_at DESC, entry_key), dated_at DESC, feed_id
        LIMIT $limit
    """
    rows = statements.rows_of(db, sql, _due_at(now) | {"limit": limit})
    entries = statements.records(FeedEntry, rows)
    stored = _article_ids(db, entries)
    again = rechecks.stored_pages(db, [one for one, row in zip(entries, rows, strict=True) if row["is_recheck"]])
    return tuple(
        PendingEntry(entry, row["attempts"], stored.get(_key(entry)), again.get(_key(entry)))
        for entry, row in zip(entries, rows, strict=True)
    )


_IS_DUE = "(next_attempt_at <= $now OR next_attempt_at > $latest)"


def _due_at(now: datetime) -> dict[str, datetime]:
    return {"now": utc(now), "latest": utc(now + _LONGEST_WAIT)}


def pending_count(db: duckdb.DuckDBPyConnection, now: datetime) -> int:
    """How many entries are to be read now."""
    return int(statements.scalar(db, f"SELECT count(*) FROM pending WHERE {_IS_DUE}", _due_at(now)))


def _article_ids(db: duckdb.DuckDBPyConnection, entries: Sequence[FeedEntry]) -> dict[tuple[str, str], str]:
    """By key, the stored article of each entry that has one: made of its own words, else of the page at its address.

    That of the page only if this entry led to it: other items may have the same address.
    """
    addresses = [canonical(entry.url) if entry.url else None for entry in entries]
    sites = {feed_id: site_of(url) for feed_id, url in db.execute("SELECT feed_id, url FROM feeds").fetchall()}
    of_words = [
        entry_article_id(address, *_key(entry), _foreign_site(sites.get(entry.feed_id), address))
        for entry, address in zip(entries, addresses, strict=True)
    ]
    of_pages = [article_id(address, *_key(entry)) for entry, address in zip(entries, addresses, strict=True)]
    feed_ids, keys = [entry.feed_id for entry in entries], [entry.entry_key for entry in entries]
    with statements.registered_columns(
        db, "wanted", feed_id=feed_ids, entry_key=keys, of_words=of_words, of_page=of_pages
    ):
        rows = db.execute("""
            SELECT feed_id, entry_key, of_page FROM wanted SEMI JOIN sightings
                ON sightings.article_id = of_page AND sightings.feed_id = wanted.feed_id
                AND sightings.entry_key = wanted.entry_key
            UNION ALL SELECT feed_id, entry_key, of_words FROM wanted SEMI JOIN versions ON article_id = of_words
        """).fetchall()
    return {(feed_id, key): found for feed_id, key, found in rows}


def _foreign_site(feed_site: str | None, address: str | None) -> str | None:
    """The site of a feed that speaks of another site's page, else None."""
    return feed_site if address and feed_site and feed_site != site_of(address) else None


def finish(db: duckdb.DuckDBPyConnection, keys: Collection[tuple[str, str]]) -> None:
    """Removes entries from the queue: they were read or given up."""
    if keys:
        feed_ids, entry_keys = zip(*keys, strict=True)
        statements.remove(db, "pending", statements.table(feed_id=feed_ids, entry_key=entry_keys), _KEY)


def postpone(db: duckdb.DuckDBPyConnection, keys: Collection[tuple[str, str]], now: datetime) -> None:
    """Counts a failed attempt. The next one is due after 15 minutes, then four times as long each; five at most."""
    if not keys:
        return
    feed_ids, entry_keys = zip(*keys, strict=True)
    with statements.registered_columns(db, "failed", feed_id=feed_ids, entry_key=entry_keys):
        db.execute(
            "UPDATE pending SET attempts = attempts + 1, next_attempt_at = ? + to_seconds(? * 4 ** attempts) "
            "FROM failed WHERE pending.feed_id = failed.feed_id AND pending.entry_key = failed.entry_key",
            [utc(now), _FIRST_WAIT.total_seconds()],
        )
    db.execute("DELETE FROM pending WHERE attempts >= ?", [MAX_ATTEMPTS])
