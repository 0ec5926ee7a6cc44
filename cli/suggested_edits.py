"""Watchlist edits suggested by reviews: confirmed spellings as aliases, and a context for names of several people."""

from __future__ import annotations

import json
from collections.abc import Iterator

from core.settings import DataPaths
from storage.queries import ask

_SPELLINGS = """
    SELECT hits_all.target_id, mentions.surface, min(mentions.method), count(DISTINCT hit_id)
    FROM hits_all JOIN mentions USING (hit_id)
    WHERE verdict = 'confirmed' AND mentions.method NOT IN ('exact', 'identifier', 'term', 'further')
    GROUP BY ALL ORDER BY ALL
"""
_NAMESAKES = """
    SELECT target_id, count(*) FILTER (verdict = 'dismissed') AS dismissed, count(*) AS reviewed,
        min(quote) FILTER (verdict = 'dismissed') AS quote
    FROM hits_all WHERE verdict IN ('confirmed', 'dismissed')
    GROUP BY target_id HAVING dismissed >= 3 AND dismissed * 2 > reviewed ORDER BY target_id
"""


def suggested_edits(paths: DataPaths) -> Iterator[str]:
    """The suggested edits with their reasons, a line each. Raises QueryError without a database."""
    for target, surface, method, hits in ask(paths, _SPELLINGS).rows:
        text = json.dumps(" ".join(surface.split()), ensure_ascii=False)
        yield f"{target}: aliases: [{text}]   # confirmed {hits} x, found by {method}"
    for target, dismissed, reviewed, quote in ask(paths, _NAMESAKES).rows:
        yield (
            f"{target}: {dismissed} of {reviewed} reviewed hits were dismissed; give it `require`, or `none` with what "
            f"identifies the other person in: {' '.join((quote or '').split())}"
        )
