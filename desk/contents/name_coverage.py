"""Whether a name could have been found in the last month: what was read in the languages it is written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from matching.watchlist.model import Actor, Clause, Scheme
from storage.snapshot_reader import SnapshotReading

DAYS = 30

LATIN = "LATIN"
_LANGUAGES_OF_SCRIPT: Mapping[str, tuple[str, ...]] = {
    "ARABIC": ("ar", "fa", "ur", "ps", "ckb", "ug"),
    "ARMENIAN": ("hy",),
    "BENGALI": ("bn",),
    "CJK": ("zh", "ja", "yue"),
    "CYRILLIC": ("ru", "uk", "bg", "be", "kk", "ky", "mk", "mn", "sr", "tg"),
    "DEVANAGARI": ("hi", "mr", "ne"),
    "ETHIOPIC": ("am",),
    "GEORGIAN": ("ka",),
    "GREEK": ("el",),
    "GUJARATI": ("gu",),
    "HANGUL": ("ko",),
    "HEBREW": ("he", "yi"),
    "KANA": ("ja",),
    "KHMER": ("km",),
    "LAO": ("lo",),
    "MYANMAR": ("my",),
    "SINHALA": ("si",),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "THAI": ("th",),
}
"""By script, as Unicode names its letters, the languages whose press writes it, the most read one first.

After CLDR's likely subtags; every other language is written in Latin letters.
"""
_NOT_LATIN = frozenset(language for some in _LANGUAGES_OF_SCRIPT.values() for language in some)
_KANA = frozenset({"HIRAGANA", "KATAKANA"})
_NAMED = 2  # languages of a script that are named where none of them is read

_FEEDS = """
    WITH counted AS (
        SELECT feed_id, language, count(*) AS stored,
            count(*) FILTER (first_seen_at >= $since AND quality IN ('full', 'partial', 'paywall')) AS articles
        FROM articles WHERE language IS NOT NULL GROUP BY feed_id, language
    ),
    written AS (
        FROM counted SEMI JOIN (FROM feed_health WHERE active) USING (feed_id)
        QUALIFY stored >= 0.1 * sum(stored) OVER (PARTITION BY feed_id)
    ),
    unread AS (SELECT feed_id, count(*) AS pages FROM unread_pages WHERE since >= $since GROUP BY feed_id)
    SELECT language, count(*) AS feeds, count(*) FILTER (articles > 0) AS feeds_read,
        sum(articles)::BIGINT AS articles, coalesce(sum(pages), 0)::BIGINT AS unread
    FROM written LEFT JOIN unread USING (feed_id) GROUP BY language ORDER BY articles DESC, language
"""
"""A feed is in a language if a tenth of its stored articles are: single ones may be taken for another language."""

_FOUND = """
    SELECT coalesce(language, '') AS language, count(*) AS hits FROM hits
    WHERE target_id = $target AND found_at >= $since AND band != 'suppressed' GROUP BY 1
"""
_UNRECOGNISED = """
    SELECT count(*) AS articles FROM articles
    WHERE language IS NULL AND first_seen_at >= $since AND quality IN ('full', 'partial', 'paywall')
"""


class Covered(StrEnum):
    """What can be said of a name in one language."""

    HIT = "hit"
    NOTHING = "nothing"
    NOT_READ = "not read"
    NOT_COVERED = "not covered"


@dataclass(frozen=True, slots=True)
class LanguageCoverage:
    """What was read in the language (a code), by feeds in it; `languages` are several where no feed is in any of them.

    They are empty if the name is written in Latin letters and no feed is in a language that is.
    """

    languages: tuple[str, ...]
    hits: int = 0
    articles: int = 0
    feeds: int = 0
    feeds_read: int = 0
    unread: int = 0  # pages of these feeds that could not be read

    @property
    def covered(self) -> Covered:
        """What this says of the name."""
        if self.hits:
            return Covered.HIT
        if not self.feeds:
            return Covered.NOT_COVERED
        return Covered.NOTHING if self.articles else Covered.NOT_READ


@dataclass(frozen=True, slots=True)
class NameCoverage:
    """The last DAYS days for one name; `unrecognised` articles are in a language that nobody recognised."""

    hits: int
    languages: tuple[LanguageCoverage, ...]
    unrecognised: int


def coverage_of(reading: SnapshotReading, target_id: str, scripts: Iterable[str], now: datetime) -> NameCoverage:
    """The coverage of an entry that is listed in these scripts."""
    since = now - timedelta(days=DAYS)
    hits = {row["language"]: row["hits"] for row in reading.ask(_FOUND, {"target": target_id, "since": since})}
    feeds = {row["language"]: row for row in reading.ask(_FEEDS, {"since": since})}
    found = [one for script in scripts for one in _in_script(script, feeds, hits)]
    found += [_coverage(one, feeds, hits) for one in hits if one and all(one not in row.languages for row in found)]
    unrecognised = reading.one(_UNRECOGNISED, {"since": since}) or {"articles": 0}
    distinct = dict.fromkeys(found)
    return NameCoverage(sum(hits.values()), tuple(distinct), unrecognised["articles"])


def _in_script(
    script: str, feeds: Mapping[str, Mapping[str, Any]], hits: Mapping[str, int]
) -> Iterator[LanguageCoverage]:
    """The languages of the script that a feed is in; if there is none, its first languages as not covered."""
    languages = _languages_of(script, feeds)
    if languages:
        yield from (_coverage(one, feeds, hits) for one in languages)
    elif not any(one in hits for one in _LANGUAGES_OF_SCRIPT.get(script, ())):
        yield LanguageCoverage(_LANGUAGES_OF_SCRIPT.get(script, ())[:_NAMED])


def _languages_of(script: str, feeds: Iterable[str]) -> Sequence[str]:
    if script == LATIN:
        return [one for one in feeds if one not in _NOT_LATIN]
    return [one for one in feeds if one in _LANGUAGES_OF_SCRIPT.get(script, ())]


def _coverage(language: str, feeds: Mapping[str, Mapping[str, Any]], hits: Mapping[str, int]) -> LanguageCoverage:
    read = feeds.get(language, {"articles": 0, "feeds": 0, "feeds_read": 0, "unread": 0})
    return LanguageCoverage(
        (language,), hits.get(language, 0), read["articles"], read["feeds"], read["feeds_read"], read["unread"]
    )


def scripts_of(entry: Actor | Scheme) -> tuple[str, ...]:
    """The scripts in which the entry is listed, or in which it is found by the romanisation that it names."""
    if isinstance(entry, Scheme):
        return tuple(dict.fromkeys(script_of(term) for clause in entry.match for term in _terms(clause)))
    names = (entry.name, *(alias.text for alias in (*entry.aliases, *entry.native)))
    original = {"korean": ("HANGUL",), "arabic": ("ARABIC",)}.get(entry.romanisation or "", ())
    return tuple(dict.fromkeys((*(script_of(name) for name in names), *original)))


def _terms(clause: Clause) -> Iterator[str]:
    near, at_least = clause.near.terms if clause.near else (), clause.at_least.of if clause.at_least else ()
    for group in (*clause.any, *clause.all, *near, *at_least):
        yield from group


def script_of(name: str) -> str:
    """The script of the first letter, by its Unicode name: LATIN, HANGUL, KANA, CJK for Chinese characters.

    LATIN without a letter.
    """
    letter = next((one for one in name if one.isalpha()), "")
    script = unicodedata.name(letter, LATIN).partition(" ")[0] if letter else LATIN
    return "KANA" if script in _KANA else script
