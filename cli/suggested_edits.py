"""Suggested watchlist edits: confirmed spellings, a context for names of several people, names in their own script."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from core.settings import DataPaths
from matching.names.native_spellings import cyrillic_spelling
from matching.watchlist.model import Watchlist
from storage.queries import ask

_SPELLINGS = """
    SELECT hits_all.target_id, mentions.surface, min(mentions.method), count(DISTINCT hit_id)
    FROM hits_all JOIN mentions USING (hit_id)
    WHERE verdict = 'confirmed' AND mentions.method NOT IN ('exact', 'identifier', 'term', 'further')
    GROUP BY ALL ORDER BY ALL
"""
_IN_OTHER_SCRIPTS = """
    SELECT hits_all.target_id, mentions.surface, count(DISTINCT hit_id)
    FROM hits_all JOIN mentions USING (hit_id)
    WHERE verdict = 'confirmed' AND mentions.method = 'transliteration'
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


def suggested_native_names(watchlist: Watchlist, paths: DataPaths) -> Iterator[str]:
    """Names in their own script for entries that do not list them, as YAML to paste: confirmed, or letter by letter."""
    confirmed: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for target, surface, hits in ask(paths, _IN_OTHER_SCRIPTS).rows if paths.live.exists() else ():
        confirmed[target].append((" ".join(surface.split()), f"confirmed {hits} x"))
    for actor in watchlist.actors:
        listed = {alias.text for alias in actor.native}
        spelt = cyrillic_spelling(actor.name) if actor.type == "person" and not listed else None
        proposed = [*confirmed.get(actor.id, ()), *([(spelt, "letter by letter")] if spelt else [])]
        for text, why in {text: why for text, why in reversed(proposed) if text not in listed}.items():
            yield f"- id: {actor.id}"
            yield f"  native: [{json.dumps(text, ensure_ascii=False)}]  # {why}"
