"""Suggested watchlist edits: confirmed spellings, a context for names of several people, names in their own script."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.settings import DataPaths
from matching.names.proposed_spellings import ProposedSpelling, WhyNone, proposed_spellings
from matching.watchlist.model import Actor, Watchlist
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


@dataclass(frozen=True, slots=True)
class NativeNames:
    """Names in their own script: lines of YAML to paste, and the entries without a proposal, by the reason."""

    lines: Sequence[str]
    without: Mapping[WhyNone, Sequence[str]]


def suggested_native_names(watchlist: Watchlist, paths: DataPaths) -> NativeNames:
    """The names in other scripts that confirmed hits had or that are the only possible ones.

    Of an entry that lists names in its script already, only confirmed ones are proposed.
    """
    confirmed: defaultdict[str, list[ProposedSpelling]] = defaultdict(list)
    for target, surface, hits in ask(paths, _IN_OTHER_SCRIPTS).rows if paths.live.exists() else ():
        confirmed[target].append(ProposedSpelling(" ".join(surface.split()), f"confirmed {hits} x"))
    lines: list[str] = []
    without: defaultdict[WhyNone, list[str]] = defaultdict(list)
    for actor in watchlist.actors:
        spelt = proposed_spellings(actor.name) if actor.type == "person" and not actor.native else []
        if isinstance(spelt, WhyNone) and actor.id not in confirmed:
            without[spelt].append(actor.id)
        lines += _native_lines(actor, [*confirmed[actor.id], *(() if isinstance(spelt, WhyNone) else spelt)])
    return NativeNames(lines, without)


def _native_lines(actor: Actor, proposals: Sequence[ProposedSpelling]) -> Iterator[str]:
    """The entry's `native` line with what is proposed; nothing if nothing is new."""
    listed = [alias.text for alias in actor.native]
    new = {one.text: one.why for one in reversed(proposals) if one.text not in listed}
    if new:
        why = ", ".join(dict.fromkeys(reversed(new.values()))) + "; beside those listed" * bool(listed)
        yield f"- id: {actor.id}"
        yield f"  native: {json.dumps([*reversed(new)], ensure_ascii=False)}  # {why}"
