"""Hits: one row for each, kept over all versions of its article and of the watchlist, and the history of its rows.

What happens to a hit when its article is matched again:

| before          | now                       | effect                                                            |
|-----------------|---------------------------|-------------------------------------------------------------------|
| unknown         | found                     | news: stored, found_at is now                                     |
| open            | in a higher band          | news: updated, found_at is now                                    |
| open            | in the same or lower band | updated, found_at unchanged                                       |
| open            | not found                 | closed if the match can be trusted; never deleted                 |
| closed          | found                     | news: reopened, found_at is now                                   |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

import duckdb
import pyarrow as pa

from core.records import Article, Hit, ReasonCode
from storage.database import statements
from storage.database.columns import record_from, table_of
from storage.tables.quotes import quote_of


class HitStatus(StrEnum):
    """Whether the target is still found in the article."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class StoredHit:
    """A row of the table `hits`."""

    hit: Hit
    found_at: datetime
    status: HitStatus
    closed_at: datetime | None  # None while open
    closed_reason: str | None  # None while open
    quote: str  # the sentence around the best mention
    quote_start: int  # its offset in that mention's field
    revised_at: datetime  # when this row was written


@dataclass(frozen=True, slots=True)
class MatchedArticle:
    """The hits that a matcher found in one article."""

    article: Article
    hits: tuple[Hit, ...]
    trusted: bool = True  # False if a name may be missing only because the page was not read completely


@dataclass(slots=True)
class HitChanges:
    """Changes to the hits of some articles, collected in memory and then written at once."""

    stored: Mapping[str, StoredHit]  # all hits of the articles, by id
    at: datetime  # the time of the changes
    retroactive: bool = False  # whether new hits come from re-matching
    rows: dict[str, StoredHit] = field(default_factory=dict)  # to write
    by_article: defaultdict[str, dict[str, StoredHit]] = field(default_factory=lambda: defaultdict(dict))
    superseded: dict[str, StoredHit] = field(default_factory=dict)  # for the history
    new: dict[str, Hit] = field(default_factory=dict)
    changed: dict[str, Hit] = field(default_factory=dict)
    closed: dict[str, Hit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Groups the stored hits by article."""
        for hit_id, row in self.stored.items():
            self.by_article[row.hit.article_id][hit_id] = row

    def apply(self, matched: MatchedArticle, scope: Collection[str] | None, reason: str) -> None:
        """Stores the article's hits and closes its open hits of targets in `scope` (None: all) that were not found."""
        for hit in matched.hits:
            self._add(hit, matched.article)
        if matched.trusted:
            found = {hit.hit_id for hit in matched.hits}
            self.close(matched.article.article_id, scope, found, reason)

    def close(self, article_id: str, scope: Collection[str] | None, kept: Collection[str], reason: str) -> None:
        """Closes the article's open hits of the targets in `scope` (None: all), except those with ids in `kept`."""
        for hit_id, old in list(self.by_article[article_id].items()):
            hit = old.hit
            in_scope = scope is None or hit.target_id in scope
            if old.status is HitStatus.OPEN and in_scope and hit_id not in kept:
                self._keep(
                    old,
                    replace(old, status=HitStatus.CLOSED, closed_at=self.at, closed_reason=reason, revised_at=self.at),
                )
                self.closed[hit_id] = hit

    def _add(self, hit: Hit, article: Article) -> None:
        old = self.by_article[article.article_id].get(hit.hit_id)
        if old is None or old.status is HitStatus.CLOSED or hit.band.rank > old.hit.band.rank:
            hit, found_at = replace(hit, retroactive=self.retroactive), self.at
            self.new[hit.hit_id] = hit
        else:
            hit, found_at = replace(hit, retroactive=old.hit.retroactive), old.found_at
            if _evidence(old.hit) != _evidence(hit):
                self.changed[hit.hit_id] = hit
        quote = quote_of(article, hit)
        self._keep(old, StoredHit(hit, found_at, HitStatus.OPEN, None, None, quote.text, quote.start, self.at))

    def _keep(self, old: StoredHit | None, row: StoredHit) -> None:
        if old is not None and (old.status, _evidence(old.hit)) != (row.status, _evidence(row.hit)):
            self.superseded.setdefault(row.hit.hit_id, old)
        self.rows[row.hit.hit_id] = self.by_article[row.hit.article_id][row.hit.hit_id] = row

    def write(self, db: duckdb.DuckDBPyConnection) -> None:
        """Writes the changed rows, and the earlier rows to the history."""
        statements.remove(db, "hits", statements.table(hit_id=self.rows.keys() & self.stored.keys()), ("hit_id",))
        for table, rows in (("hits", self.rows), ("hit_history", self.superseded)):
            if rows:
                statements.insert(db, table, _table(list(rows.values())))


def _evidence(hit: Hit) -> tuple[object, ...]:
    return hit.band, hit.score, hit.mentions


def _table(rows: Sequence[StoredHit]) -> pa.Table:
    found, added = table_of(Hit, [row.hit for row in rows]), table_of(StoredHit, rows, omit=("hit",))
    return pa.table(found.columns + added.columns, names=found.column_names + added.column_names)


def define_deciding_reason(db: duckdb.DuckDBPyConnection) -> None:
    """Creates the SQL macro `deciding_reason(reasons)`: the code of `Hit.deciding_reason`, NULL without reasons."""
    codes = ", ".join(f"'{code}'" for code in ReasonCode)
    db.execute(f"""
        CREATE OR REPLACE TEMP MACRO deciding_reason(reasons) AS list_extract(
            [{codes}],
            list_min(list_transform(reasons->>'$[*].code', lambda code: list_position([{codes}], code)))
        )
    """)


def stored(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, StoredHit]:
    """All hits of these articles, by id."""
    if not article_ids:
        return {}
    with statements.registered_columns(db, "wanted", article_id=article_ids):
        rows = statements.rows_of(db, "FROM hits SEMI JOIN wanted USING (article_id)")
    found = [record_from(StoredHit, row, hit=record_from(Hit, row)) for row in rows]
    return {one.hit.hit_id: one for one in found}


def open_hits(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, list[Hit]]:
    """The open hits of these articles by article, highest score first."""
    grouped: dict[str, list[Hit]] = {}
    with statements.registered_columns(db, "wanted", article_id=article_ids):
        sql = "FROM hits SEMI JOIN wanted USING (article_id) WHERE status = 'open' ORDER BY score DESC, hit_id"
        for hit in statements.select(db, Hit, sql):
            grouped.setdefault(hit.article_id, []).append(hit)
    return grouped


def close_targets(db: duckdb.DuckDBPyConnection, target_ids: Collection[str], at: datetime, reason: str) -> None:
    """Closes all open hits of these targets."""
    with statements.registered_columns(db, "gone", target_id=target_ids):
        sql = "SELECT DISTINCT article_id FROM hits SEMI JOIN gone USING (target_id) WHERE status = 'open'"
        article_ids = [row[0] for row in db.execute(sql).fetchall()]
    changes = HitChanges(stored(db, article_ids), at)
    for article_id in article_ids:
        changes.close(article_id, target_ids, (), reason)
    changes.write(db)
