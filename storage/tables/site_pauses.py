"""Sites that asked for a pause when a page was asked for, by `Retry-After`; also the next cycles keep to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import duckdb

from core.records import ArticleOutcome
from core.urls import site_of
from storage.database import statements
from storage.database.columns import utc

_LONGEST = timedelta(hours=24)  # as of feeds


def save(db: duckdb.DuckDBPyConnection, outcomes: Iterable[ArticleOutcome], at: datetime) -> None:
    """Stores the pauses that began at `at`, and removes those that are over."""
    asked: dict[str, datetime] = {}
    for one in outcomes:
        site = one.pause and one.entry.url and site_of(one.entry.url)
        if site and one.pause:
            asked[site] = max(asked.get(site, at), at + min(one.pause, _LONGEST))
    if not asked:
        return
    db.execute("DELETE FROM site_pauses WHERE until <= ?", [utc(at)])
    rows = statements.table(site=list(asked), until=[utc(until) for until in asked.values()])
    statements.replace(db, "site_pauses", rows, ("site",))


def in_force(db: duckdb.DuckDBPyConnection, now: datetime) -> frozenset[str]:
    """The sites that are not to be asked now. A pause longer than any was reckoned by a clock that was ahead."""
    sql = "SELECT site FROM site_pauses WHERE until > $now AND until <= $latest"
    found = db.execute(sql, {"now": utc(now), "latest": utc(now + _LONGEST)}).fetchall()
    return frozenset(str(site) for (site,) in found)
