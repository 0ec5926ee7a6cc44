"""What would have put a hit into another band: each condition is tried by reading the article again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.records import Article, Band, Hit, Quality, TextField, Zone, ZoneKind
from matching.single_entry import Entry, hit_of, matcher_of_entry
from matching.watchlist.model import Actor, Watchlist


@dataclass(frozen=True, slots=True)
class BandTrial:
    """The band and score (0 without a hit) of the entry under a condition, such as `with the name as it is listed`."""

    condition: str
    band: Band
    score: int


def band_trials(watchlist: Watchlist, entry: Entry, article: Article) -> tuple[BandTrial, tuple[BandTrial, ...]]:
    """The entry on its own in the article as it is, and the conditions under which its band is another."""
    as_it_is = _trial(watchlist, entry, article, "on its own, without the other entries")
    tried = (
        _trial(watchlist, changed, read, condition)
        for condition, changed, read in _conditions(watchlist, entry, article)
    )
    return as_it_is, tuple(one for one in tried if one.band is not as_it_is.band)


def _trial(watchlist: Watchlist, entry: Entry, article: Article, condition: str) -> BandTrial:
    hit = hit_of(matcher_of_entry(watchlist, entry), entry.id, article)
    return BandTrial(condition, hit.band if hit else Band.SUPPRESSED, hit.score if hit else 0)


def _conditions(watchlist: Watchlist, entry: Entry, article: Article) -> Iterator[tuple[str, Entry, Article]]:
    whole = (Zone(0, len(article.text), ZoneKind.CORE),) if article.text else ()
    doubtful = (Zone(0, len(article.text), ZoneKind.DOUBTFUL, "tried"),) if article.text else ()
    if article.quality is not Quality.FULL:
        yield "with the whole article read", entry, replace(article, quality=Quality.FULL)
    if any(zone.kind is ZoneKind.DOUBTFUL for zone in article.zones):
        yield "with all of the text surely the article's", entry, replace(article, zones=whole)
    yield "in a part that may not belong to the article", entry, replace(article, title=None, zones=doubtful)
    if entry.none is not None:
        yield "without the entry's `none`", replace(entry, none=None), article
    if not isinstance(entry, Actor):
        return
    if entry.require is not None:
        yield f"without the entry's `require: {entry.require}`", replace(entry, require=None), article
    if entry.facts is not None:
        yield "without the entry's `facts`", replace(entry, facts=None), article
    hit = hit_of(matcher_of_entry(watchlist, entry), entry.id, article)
    listed = _as_listed(article, hit) if hit else article
    if listed != article:
        yield "with the name written as it is listed", entry, listed
    weak = tuple(replace(one, weak=False) for one in entry.aliases)
    if weak != entry.aliases:
        yield "without `weak` aliases", replace(entry, aliases=weak), article


def _as_listed(article: Article, hit: Hit) -> Article:
    """The article with the listed spelling at each mention of the hit; its zones by the same changes."""
    title, text, zones = article.title, article.text, list(article.zones)
    for one in sorted(hit.mentions, key=lambda one: -one.start):
        if one.field is TextField.TITLE:
            title = f"{(title or '')[: one.start]}{one.alias}{(title or '')[one.end :]}"
            continue
        longer = len(one.alias) - (one.end - one.start)
        text = f"{text[: one.start]}{one.alias}{text[one.end :]}"
        zones = [
            replace(
                zone,
                start=zone.start + (longer if zone.start >= one.end else 0),
                end=zone.end + (longer if zone.end >= one.end else 0),
            )
            for zone in zones
        ]
    return replace(article, title=title, text=text, zones=tuple(zones))
