"""Wording in mail: match methods, counts, times in a reader's zone, headlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from alerts.text.cleaning import one_line
from core.records import Article, MatchMethod, Published, ReasonCode

# What mail calls each match method; scores are only in SQL and `explain`.
_METHODS = {
    MatchMethod.EXACT: "exact",
    MatchMethod.PARTICLE: "apart from titles or punctuation",
    MatchMethod.JOINED: "words joined or divided",
    MatchMethod.ORDER: "other order of names",
    MatchMethod.NICKNAME: "with nickname",
    MatchMethod.COORDINATED: "shared surname",
    MatchMethod.INITIAL: "initials",
    MatchMethod.MIDDLE: "a further name inside",
    MatchMethod.PARTIAL: "part of the name",
    MatchMethod.ROMANISATION: "another romanisation",
    MatchMethod.NATIVE: "native script",
    MatchMethod.TRANSLITERATION: "another script",
    MatchMethod.INFLECTION: "another grammatical case",
    MatchMethod.VISUAL: "look-alike letters",
    MatchMethod.SOUND: "same sound",
    MatchMethod.DIMINUTIVE: "another form of a given name",
    MatchMethod.EDIT_1: "1 letter",
    MatchMethod.EDIT_2: "2 letters",
    MatchMethod.IDENTIFIER: "identifier",
    MatchMethod.TERM: "term of the scheme",
    MatchMethod.FURTHER: "short form, named in full elsewhere",
}

DISMISSED = "dismissed in review"
"""The reason, in a digest, of hits that a reviewer dismissed before they were reported."""

# What mail says of hits that were not reported, after how many: one, several.
_UNREPORTED: dict[str, tuple[str, str]] = {
    ReasonCode.PAGE: ("on a page that is not the whole article", "on pages that are not the whole article"),
    ReasonCode.VETO: ("somebody else: an exclusion term is beside the name",) * 2,
    ReasonCode.FACT_CONTRADICTS: (
        "somebody else of the name: the article contradicts the facts of the entry",
        "of somebody else of the name: the article contradicts the facts of the entry",
    ),
    ReasonCode.CONTEXT_MISSING: (
        "name without the context that it counts in",
        "names without the context they count in",
    ),
    ReasonCode.WEAK: ("too little of a name",) * 2,
    ReasonCode.DOUBTFUL_ZONE: ("only in a teaser, a fact box or a comment", "only in teasers, fact boxes or comments"),
    ReasonCode.WEAK_ALIAS: ("alias that is listed as weak", "aliases that are listed as weak"),
    ReasonCode.SUPPORT_MISSING: ("common name without support", "common names without support"),
    ReasonCode.NAME: ("name alone, below the threshold", "names alone, below the threshold"),
    ReasonCode.RULE: ("scheme whose terms do not suffice", "schemes whose terms do not suffice"),
    DISMISSED: (DISMISSED,) * 2,
}


# What mail says of why a feed or page was not read; other codes are words already.
_CAUSES = {
    "bad_encoding": "compression that cannot be read",
    "connect": "no connection",
    "consent": "consent wall",
    "dns": "name not found",
    "empty": "no text",
    "html": "no feed there",
    "http_status": "error answer",
    "no_longer_whole": "no longer the whole article",
    "not_article": "not an article",
    "partial": "read in part",
    "protocol": "no valid answer",
    "redirect": "redirects without end",
    "redirected_home": "leads to the front page",
    "refused_address": "address not allowed",
    "robots": "robots.txt forbids it",
    "robots_unread": "robots.txt cannot be read",
    "timeout": "no answer in time",
    "tls": "no valid certificate",
    "too_large": "too large",
    "truncated": "cut off",
    "workers_died": "its worker processes ended",
}


def cause_words(code: str) -> str:
    """Why a feed or page was not read, for a reader: `no answer in time`."""
    return _CAUSES.get(code) or one_line(code.replace("_", " "), 60)


def unreported_words(code: str, number: int) -> str:
    """What `number` hits with this deciding reason are: `5 common names without support`; other reasons as they are.

    What follows the code behind a comma names the rule more closely and goes in brackets behind the words:
    `1 of somebody else … (fact_contradicts, age: aged 61 in the article; listed as born 1987)`.
    """
    reason, _, detail = code.partition(", ")
    if detail and reason in _UNREPORTED:
        return f"{number:,} {_UNREPORTED[reason][number > 1]} ({one_line(code, 160)})"
    known = _UNREPORTED.get(code)
    if known is None:
        return f"{counted(number, 'hit')}: {one_line(code.replace('_', ' '), 160)}"
    return f"{number:,} {known[number > 1]}"


def sentence(text: str, limit: int) -> str:
    """The text on one line with a full stop, or cut at `limit` with "…"."""
    line = one_line(text, limit)
    return line if line.endswith("…") else f"{line.rstrip('.')}."


def needs_check(method: MatchMethod) -> bool:
    """True if a person should check the spelling, which is not on the list."""
    return method.is_near or method is MatchMethod.ROMANISATION


def method_words(method: MatchMethod) -> str:
    """How the mention was matched, in words."""
    return f"near spelling: {_METHODS[method]}" if method.is_near else _METHODS[method]


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 story`, `2 stories`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {plural or _plural(noun)}"


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def distinct_names(names: Iterable[str]) -> list[str]:
    """The names in their order, each as it is written first: lists differ in capitals and repeat each other."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return list(first.values())


def listed(words: Sequence[str], most: int) -> str:
    """`a, b +4`."""
    shown = ", ".join(words[:most])
    return f"{shown} +{len(words) - most}" if len(words) > most else shown


def clock(at: datetime, zone: ZoneInfo, now: datetime) -> str:
    """`22 Nov, 03:40 GMT`, with the year if it is not the current one."""
    local = at.astimezone(zone)
    year = "" if local.year == now.astimezone(zone).year else f" {local.year}"
    return f"{local.day} {local:%b}{year}, {local:%H:%M} {zone_name(local)}"


def day(at: date, now: datetime) -> str:
    """`22 Nov`, with the year if it is not the current one."""
    return f"{at.day} {at:%b}{'' if at.year == now.year else f' {at.year}'}"


def zone_name(local: datetime) -> str:
    """The zone's abbreviation, or its offset (`UTC+04`) if it has none."""
    name = local.tzname() or "UTC"
    return f"UTC{name}" if name[0] in "+-" else name


def published_words(published: Published | None, zone: ZoneInfo, now: datetime) -> str:
    """When the article appeared, according to its publisher."""
    if published is None:
        return "no date given"
    if not isinstance(published.at, datetime):
        return f"dated {day(published.at, now)}"
    at = published.at if published.at.tzinfo else published.at.replace(tzinfo=UTC)
    return f"published {clock(at, zone, now)}"


def outlet_name(article: Article) -> str:
    """`Harbour Times (harbour-times.example)`: what the outlet calls itself with its site, or the site alone.

    Anybody can claim a name, so the site always stands beside it.
    """
    name, site = one_line(article.publisher or "", 60), one_line(article.site, 80)
    return f"{name} ({site})" if name else site


def headline_of(article: Article) -> tuple[str, bool]:
    """The headline and True; without one, the beginning of the text and False."""
    title = one_line(article.title or "")
    if title:
        return title, True
    return one_line(article.text, 120) or "(no text)", False
