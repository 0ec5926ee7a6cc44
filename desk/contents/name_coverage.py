"""Whether a name could have been found in the last month: which scripts it is written in, and what was read in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.snapshot_reader import SnapshotReading

DAYS = 30

# Languages by the script that their press writes (ISO 15924 names in CLDR's likely subtags); all others are Latin.
_SCRIPT_OF_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), "ARABIC"),
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "CYRILLIC"),
    **dict.fromkeys(("zh", "ja", "yue"), "CJK"),
    "ko": "HANGUL",
    "he": "HEBREW",
    "yi": "HEBREW",
    "el": "GREEK",
    "th": "THAI",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    **dict.fromkeys(("hi", "mr", "ne"), "DEVANAGARI"),
    "bn": "BENGALI",
    "ta": "TAMIL",
    "te": "TELUGU",
    "km": "KHMER",
    "lo": "LAO",
    "my": "MYANMAR",
    "am": "ETHIOPIC",
}
_JAPANESE = frozenset({"HIRAGANA", "KATAKANA"})

_READ = """
    SELECT coalesce(language, '') AS language, count(*) AS articles, list(DISTINCT feed_id) AS feeds FROM articles
    WHERE first_seen_at >= ? AND quality IN ('full', 'partial', 'paywall') GROUP BY 1
"""
_UNREAD = "SELECT count(*) AS pages FROM unread_pages WHERE since >= ?"
_FOUND = "SELECT count(*) AS hits FROM hits WHERE target_id = ? AND found_at >= ? AND band != 'suppressed'"


@dataclass(frozen=True, slots=True)
class ScriptCoverage:
    """What was read in one script in which the name is written."""

    script: str
    articles: int
    feeds: int
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage30:
    """The last DAYS days for one name: hits, and what was read by script of the name."""

    hits: int
    scripts: tuple[ScriptCoverage, ...]
    unread: int  # pages that could not be read, in any language


def coverage_of(reading: SnapshotReading, target_id: str, names: Iterable[str], now: datetime) -> Coverage30:
    """The coverage of an entry with these spellings."""
    since = now - timedelta(days=DAYS)
    read = reading.ask(_READ, [since])
    scripts = []
    for script in sorted({script_of(name) for name in names if name.strip()}):
        rows = [row for row in read if _SCRIPT_OF_LANGUAGE.get(row["language"], "LATIN") == script]
        languages = tuple(row["language"] or "unknown" for row in rows)
        articles, feeds = sum(row["articles"] for row in rows), {feed for row in rows for feed in row["feeds"]}
        scripts.append(ScriptCoverage(script.capitalize(), articles, len(feeds), languages))
    found = reading.one(_FOUND, [target_id, since]) or {"hits": 0}
    unread = reading.one(_UNREAD, [since]) or {"pages": 0}
    return Coverage30(found["hits"], tuple(scripts), unread["pages"])


def script_of(name: str) -> str:
    """The script of the first letter, by its Unicode name: LATIN, HANGUL, CJK for Chinese and Japanese.

    LATIN without a letter.
    """
    letter = next((one for one in name if one.isalpha()), "")
    script = unicodedata.name(letter, "LATIN").partition(" ")[0] if letter else "LATIN"
    return "CJK" if script in _JAPANESE else script
