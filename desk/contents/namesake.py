"""Proposed edits of an entry that hold its namesakes back, each with its difference of the file and its backtest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.records import Article, Band
from desk.contents.listed_entry import in_yaml, listed_entry
from desk.contents.stored_articles import article_in
from matching.engine import Matcher
from matching.namesakes.proposing import Edit, JudgedArticles, proposed_edits
from matching.single_entry import band_of, matcher_of_entry
from matching.watchlist.model import Watchlist
from storage.snapshot_reader import SnapshotReading

MOST = 100
"""Hits of each verdict, the newest, on which an edit is tried."""

_VERDICTS = ("dismissed", "confirmed", "open")
_HITS = f"""
    WITH mine AS (
        SELECT hit_id, article_id, found_at, coalesce(verdict, 'open') AS verdict, title AS hit_title,
            coalesce(publisher, source) AS outlet
        FROM hits WHERE target_id = ?
            AND list_contains({list(_VERDICTS)}, coalesce(verdict, 'open'))
    )
    SELECT mine.* EXCLUDE (article_id), articles.* FROM mine JOIN articles USING (article_id)
    WHERE text IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY verdict ORDER BY found_at DESC, hit_id) <= {MOST}
    ORDER BY found_at DESC, hit_id
"""

_COMPANIONS = """
    SELECT DISTINCT other.target_name, other.surface FROM hits mine JOIN hits other USING (article_id)
    WHERE mine.target_id = $target AND other.target_id != $target AND other.kind = 'actor' LIMIT 2000
"""


@dataclass(frozen=True, slots=True)
class Moves:
    """Of the hits of one verdict: how many, how many alert and are to check before and after, and those that fall."""

    verdict: str
    hits: int
    before: Mapping[Band, int]
    after: Mapping[Band, int]
    fallen: tuple[Mapping[str, Any], ...]  # rows, with the new band


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edit, its difference of the file (empty if it is to be written by hand), and what it does to stored hits."""

    edit: Edit
    difference: str
    moves: tuple[Moves, ...]

    @property
    def value(self) -> str:
        """The key and value as one line of YAML, and a line for the context that it needs."""
        contexts = _contexts(self.edit)
        added = f"contexts: {in_yaml(contexts)}\n" if contexts else ""
        return f"{added}{self.edit.key}: {in_yaml(self.edit.value)}"


@dataclass(frozen=True, slots=True)
class NamesakePage:
    """What was proposed, from how many hits of each verdict; `file` is the one that the differences are of."""

    proposals: tuple[Proposal, ...]
    counts: Mapping[str, int]
    file: Path | None


def namesake_page(
    reading: SnapshotReading, config_dir: Path, watchlist: Watchlist, target_id: str
) -> NamesakePage | None:
    """The proposals for an entry of the watchlist in force; None if it has none with this id."""
    entry = next((one for one in watchlist.entries if one.id == target_id), None)
    if entry is None:
        return None
    rows = reading.ask(_HITS, [target_id])
    tried = [(row, article_in(row)) for row in rows]
    counts = {verdict: sum(row["verdict"] == verdict for row in rows) for verdict in _VERDICTS}
    judged = JudgedArticles(
        _distinct(tried, "confirmed"), _distinct(tried, "dismissed"), _companions(reading, target_id)
    )
    listed, before = listed_entry(config_dir, target_id), matcher_of_entry(watchlist, entry)
    proposals = tuple(
        Proposal(
            edit,
            listed.difference(edit.key, edit.value, _contexts(edit)) if listed else "",
            _moves(tried, before, matcher_of_entry(edit.applied_to(watchlist), edit.entry), target_id),
        )
        for edit in proposed_edits(watchlist, entry, judged)
    )
    return NamesakePage(proposals, counts, listed.file if listed else None)


def _contexts(edit: Edit) -> Mapping[str, Any]:
    """The contexts that the edit adds to the list, by id."""
    return {} if edit.context is None else {edit.context.id: edit.context_value}


def _companions(reading: SnapshotReading, target_id: str) -> tuple[str, ...]:
    """The names of other entries found in articles with this one, as they are listed and as they are written there."""
    return tuple(text for row in reading.ask(_COMPANIONS, {"target": target_id}) for text in row.values() if text)


def _distinct(tried: Sequence[tuple[Mapping[str, Any], Article]], verdict: str) -> tuple[Article, ...]:
    """The articles of this verdict, each text once: copies say nothing new."""
    return tuple({article.content_hash: article for row, article in tried if row["verdict"] == verdict}.values())


def _moves(
    tried: Sequence[tuple[Mapping[str, Any], Article]], before: Matcher, after: Matcher, target_id: str
) -> tuple[Moves, ...]:
    bands = [(row, band_of(before, target_id, article), band_of(after, target_id, article)) for row, article in tried]
    order = {Band.SUPPRESSED: 0, Band.REVIEW: 1, Band.ALERT: 2}
    made = []
    for verdict in _VERDICTS:
        mine = [(row, old, new) for row, old, new in bands if row["verdict"] == verdict]
        fallen = tuple({**row, "was": old.value, "now": new.value} for row, old, new in mine if order[new] < order[old])
        olds, news = [old for _, old, _ in mine], [new for _, _, new in mine]
        made.append(
            Moves(
                verdict,
                len(mine),
                {band: olds.count(band) for band in Band},
                {band: news.count(band) for band in Band},
                fallen,
            )
        )
    return tuple(made)
