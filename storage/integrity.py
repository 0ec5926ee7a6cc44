"""Integrity checks of the live database, which has no constraints. `doctor` runs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.settings import DataPaths
from storage.database.live_file import transaction
from storage.database.statements import scalar

_KEYS: Mapping[str, str] = {
    "runs": "run_id",
    "feeds": "feed_id",
    "feed_states": "feed_id",
    "entries": "feed_id, entry_key",
    "pending": "feed_id, entry_key",
    "versions": "article_id, content_hash",
    "sightings": "article_id, feed_id, entry_key",
    "tombstones": "article_id",
    "pages": "article_id, content_hash",
    "host_blocks": "site, block_hash",
    "targets": "target_id, since",
    "rematch_jobs": "job_id",
    "rematch_queue": "job_id, article_id",
    "hits": "hit_id",
    "stories": "story_id",
    "story_articles": "article_id",
    "digests": "digest_id",
    "deliveries": "delivery_id",
    "told": "subscription_id, hit_id, article_version, story_id",
    "rechecks": "feed_id, entry_key",
    "missed": "subscription_id, channel, recipient, hit_id, digest_id",
    "unsubscribed": "subscription_id, recipient",
    "snoozes": "subscription_id, recipient, target_id",
    "site_pauses": "site",
}

_CHECKS: Mapping[str, str] = {
    "articles without exactly one current version": """
        SELECT count(*) FROM (SELECT article_id FROM versions GROUP BY article_id HAVING count_if(is_current) <> 1)
    """,
    "hits whose article is gone": "SELECT count(*) FROM hits ANTI JOIN versions USING (article_id)",
    "hits whose target was never listed": """
        SELECT count(*) FROM hits ANTI JOIN targets USING (target_id) WHERE EXISTS (FROM targets)
    """,
    "mentions that do not stand where they say": """
        WITH listed AS (
            SELECT hit_id, article_id, article_version AS content_hash,
                unnest(from_json(mentions, '[{"field": "VARCHAR", "start": "BIGINT", "end": "BIGINT",
                    "surface": "VARCHAR"}]'), recursive := true) FROM hits
        )
        SELECT count(DISTINCT hit_id) FROM listed JOIN versions USING (article_id, content_hash)
        WHERE surface <> (CASE field WHEN 'title' THEN title ELSE text END)[start + 1:"end"]
    """,
    "pending entries that were never seen": "SELECT count(*) FROM pending ANTI JOIN entries USING (feed_id, entry_key)",
    "targets with more than one wording in force": """
        SELECT count(*) FROM (SELECT target_id FROM targets WHERE until IS NULL GROUP BY target_id HAVING count(*) > 1)
    """,
    "members of stories that do not exist": "SELECT count(*) FROM story_articles ANTI JOIN stories USING (story_id)",
    "deliveries of digests that do not exist": "SELECT count(*) FROM deliveries ANTI JOIN digests USING (digest_id)",
    "purged articles that came back": "SELECT count(*) FROM versions SEMI JOIN tombstones USING (article_id)",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """A check that found something."""

    what: str  # what is wrong, in words
    rows: int  # how many rows it concerns


def violations(paths: DataPaths) -> tuple[Violation, ...]:
    """What is wrong in the live database; empty if nothing is."""
    duplicates = {f"keys of {table} that several rows share": _duplicates(table, key) for table, key in _KEYS.items()}
    with transaction(paths) as db:
        counted = {what: int(scalar(db, sql)) for what, sql in (duplicates | dict(_CHECKS)).items()}
    return tuple(Violation(what, rows) for what, rows in counted.items() if rows)


def _duplicates(table: str, key: str) -> str:
    """SQL that counts the keys of a table that more than one row has."""
    return f"SELECT count(*) FROM (SELECT 1 FROM {table} GROUP BY {key} HAVING count(*) > 1)"
