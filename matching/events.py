"""What an article reports, in a form in which two reports can be compared: who, what, how much, in which words.

News is written with the event first (the inverted pyramid): the headline and the opening name the new event, the
body retells the old ones. So what happened is read from the headline and the opening only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.records import Article, Band, Hit, TargetKind, ZoneKind
from matching.fingerprints import Fingerprint, fingerprint_of, words_of

WINDOW = timedelta(hours=72)
"""How far apart two reports of one event may be published."""

_OPENING_WORDS = 80

# What courts, police and ministries do, one after the other: two different steps are two different events.
# Stems in English, Korean and Japanese.
_STEPS = {
    "charge": ("charg", "indict", "accus", "기소", "起訴"),
    "arrest": ("arrest", "detain", "custody", "체포", "구속", "逮捕"),
    "plea": ("plead", "pleaded", "guilty plea", "유죄 인정", "罪を認"),
    "sentence": ("sentenc", "jailed", "prison term", "선고", "判決", "実刑"),
    "verdict": ("convict", "acquit", "jury", "유죄 평결", "有罪評決"),
    "sanction": ("sanction", "blacklist", "designat", "제재", "制裁"),
    "seizure": ("seiz", "forfeit", "confiscat", "압수", "몰수", "押収", "没収"),
    "extradition": ("extradit", "송환", "인도 결정", "送還", "引き渡"),
    "reward": ("reward", "bounty", "현상금", "懸賞"),
    "death": ("dies", "died", "dead", "funeral", "사망", "死亡"),
    "appeal": ("appeal", "항소", "상고", "控訴"),
    "theft": ("hack", "heist", "stole", "stolen", "drained", "탈취", "해킹", "流出", "盗"),
    "warning": ("warn", "advisory", "alert", "경고", "주의보", "警告", "注意喚起"),
}

_NUMBER = re.compile(r"(?<![\w.])[$€£¥₩]?\d[\d.,]*\d(?![\w])|(?<![\w.])[$€£¥₩]\d+")
_NAME = re.compile(r"(?:[A-Z][\w’'-]+)(?: (?:of |de |van |bin |al-)?[A-Z][\w’'-]+)+")

# Words so frequent in English that sharing them says nothing (function words, and the verbs of reporting).
_STOP_WORDS = """
a about after again against all also an and any are as at be been before being but by can could did do does for from
had has have he her his how i if in into is it its more most new no not of on one or other our out over said say says
she should so some such than that the their them then there these they this those through to told two up was we were
what when which while who will with would year years you
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Report:
    """What is compared of one article. `at` is when it was published, else first seen; `numbers` leave out years."""

    article_id: str
    at: datetime
    fingerprint: Fingerprint
    actors: frozenset[str]
    schemes: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    steps: frozenset[str]
    headline: frozenset[str]
    opening: frozenset[str]


def report_of(article: Article, hits: Iterable[Hit]) -> Report:
    """The comparable part of an article: its core text and its hits that are at least worth a check."""
    core = core_text(article)
    title = article.title or ""
    opening = f"{title}\n{' '.join(core.split()[:_OPENING_WORDS])}"
    told = [hit for hit in hits if hit.band is not Band.SUPPRESSED]
    return Report(
        article_id=article.article_id,
        at=_published(article),
        fingerprint=fingerprint_of(core),
        actors=frozenset(hit.target_id for hit in told if hit.kind is TargetKind.ACTOR),
        schemes=frozenset(hit.target_id for hit in told if hit.kind is TargetKind.SCHEME),
        names=frozenset(name.casefold().replace("-", " ") for name in _NAME.findall(opening)),
        numbers=_numbers(core),
        steps=_steps(title) or _steps(opening),
        headline=_content(title),
        opening=_content(opening),
    )


def core_text(article: Article) -> str:
    """The article's text without its doubtful zones."""
    return "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)


def _published(article: Article) -> datetime:
    """When it was published if that is known to the minute, else when it was first seen."""
    at = article.published.at if article.published else None
    return at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo else article.first_seen_at


def _numbers(text: str) -> frozenset[str]:
    found = (number.strip("$€£¥₩.,").replace(",", "") for number in _NUMBER.findall(text))
    return frozenset(number for number in found if not re.fullmatch(r"(?:19|20)\d\d|\d", number))


def _steps(text: str) -> frozenset[str]:
    folded = text.casefold()
    return frozenset(step for step, stems in _STEPS.items() if any(stem in folded for stem in stems))


def _content(text: str) -> frozenset[str]:
    return frozenset(words_of(text)) - _STOP


def same_event(first: Report, second: Report) -> str | None:
    """Why two reports are of one event, None if they are not."""
    actors, schemes = first.actors & second.actors, first.schemes & second.schemes
    if not actors and not schemes:
        return None
    if first.steps and second.steps and not first.steps & second.steps:
        return None
    numbers = first.numbers & second.numbers
    words = _overlap(first.opening, second.opening)
    headline = _overlap(first.headline, second.headline)
    points = min(len(actors), 3) + 0.5 * min(len(schemes), 2) + min(len(numbers), 3) + 6 * words + 3 * headline
    if points < _ENOUGH:
        return None
    shared = f"{len(actors) + len(schemes)} shared targets, {len(numbers)} shared figures"
    return f"{shared}, {words:.0%} of the opening's words"


_ENOUGH = 4.5


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words by the shorter list, 0..1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
