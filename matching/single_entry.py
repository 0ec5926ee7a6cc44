"""One entry of a list on its own: quick to compile, so that edits of it can be tried."""

from __future__ import annotations

from dataclasses import replace

from core.records import Article, Band, Hit
from matching.engine import Matcher, compile_watchlist
from matching.watchlist.model import Actor, Scheme, Watchlist

Entry = Actor | Scheme


def matcher_of_entry(watchlist: Watchlist, entry: Entry) -> Matcher:
    """A matcher of this entry alone, with the associates that its facts name and the contexts of the list."""
    if isinstance(entry, Scheme):
        return compile_watchlist(replace(watchlist, actors=(), schemes=(entry,), hashes=("",)))
    ids = set(entry.facts.associates) - {entry.id} if entry.facts else set()
    actors = (entry, *(one for one in watchlist.actors if one.id in ids))
    return compile_watchlist(replace(watchlist, actors=actors, schemes=(), hashes=("",) * len(actors)))


def band_of(matcher: Matcher, target_id: str, article: Article) -> Band:
    """The band of the entry's hit in the article; suppressed without one."""
    hit = hit_of(matcher, target_id, article)
    return hit.band if hit else Band.SUPPRESSED


def hit_of(matcher: Matcher, target_id: str, article: Article) -> Hit | None:
    """The entry's hit in the article; None without one."""
    return next((one for one in matcher.match(article) if one.target_id == target_id), None)
