"""Whether two articles report one event, from what they have in common: who, what, how much, in which words.

News puts the event first (the inverted pyramid): the new event is in the headline and the opening, older ones in the
body. So only headline and opening are compared. People on the watchlist are in many events: common targets alone are
never enough.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.records import Article, Band, Hit, TargetKind, ZoneKind
from matching.stories.figures import figures_of, significant_digits
from matching.stories.minhash import Fingerprint, fingerprint_of, words_of
from matching.tables.events import STEPS, STOP_WORDS, UNSPECIFIC_NAMES

WINDOW = timedelta(hours=72)
"""How far apart two reports of one event may be published."""

_OPENING_WORDS = 150  # four to six paragraphs
_ENOUGH = 3.4  # points for one event: set on events e01 to e10 of samples/stories, checked on the others
_CHANCE = 0.06  # words that reports of two events of one beat have in common, as a share
_INCOMPARABLE = 1.75  # points for words in different scripts: a little more than half of the most points for words
_STEM = 6  # first letters of a word, compared as a rough stem

_NAME = re.compile(r"(?<![.!?:“\"‘'\n] )(?<!^)(?<![.!?\n])\b[A-Z][\w’]*(?:[- ](?:of |de |van |bin )?[A-Z][\w’]*)*")
_LATIN = re.compile(r"[A-Za-z]")
_HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class Report:
    """The parts of one article that are compared.

    `at` is when it was published, else first seen, in UTC; `script` is latin, hangul or han. `actors` and `schemes`
    are target ids; `names` are proper names that are not on the watchlist; `steps` are the keys of `STEPS` that the
    headline names; `headline` and `words` are the stems of headline and opening.
    """

    article_id: str
    at: datetime
    script: str
    fingerprint: Fingerprint
    actors: frozenset[str]
    schemes: frozenset[str]
    names: frozenset[str]
    figures: frozenset[float]
    steps: frozenset[str]
    headline: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two reports have in common.

    `words` is Dice's coefficient of their openings, None where they are in different scripts; `contradict` means that
    something rules one event out.
    """

    actors: int
    schemes: int
    names: frozenset[str]
    figures: frozenset[float]
    words: float | None
    apart: timedelta
    contradict: bool

    @property
    def points(self) -> float:
        """The evidence for one event; targets alone never reach `_ENOUGH`."""
        targets = min(1.5, 0.5 * self.actors + 0.25 * self.schemes)
        names = min(2.5, sum(1.25 if " " in name else 0.75 for name in self.names))
        figures = min(2.5, sum(_weight(figure) for figure in self.figures))
        words = _INCOMPARABLE if self.words is None else min(3.0, 8.0 * max(0.0, self.words - _CHANCE))
        return targets + names + figures + words - 0.5 * (self.apart / WINDOW)


def report_of(article: Article, hits: Iterable[Hit]) -> Report:
    """The report of an article, from its core text and its hits of the review and alert bands."""
    core, title = core_text(article), article.title or ""
    opening = f"{title}\n{_opening(core)}"
    shown = [hit for hit in hits if hit.band is not Band.SUPPRESSED]
    listed = frozenset(words_of(" ".join(mention.surface for hit in shown for mention in hit.mentions)))
    return Report(
        article_id=article.article_id,
        at=_published(article),
        script=_script(opening),
        fingerprint=fingerprint_of(core),
        actors=frozenset(hit.target_id for hit in shown if hit.kind is TargetKind.ACTOR),
        schemes=frozenset(hit.target_id for hit in shown if hit.kind is TargetKind.SCHEME),
        names=_names(_opening(core), listed),
        figures=figures_of(opening),
        steps=_steps(title),
        headline=_content(title, listed),
        words=_content(opening, listed),
    )


def same_event(first: Report, second: Report) -> str | None:
    """Why two reports are of one event, as a sentence for a person; None if they are not."""
    comparison = comparison_of(first, second)
    agree = comparison.names or comparison.figures or comparison.words
    if comparison.contradict or not agree or comparison.points < _ENOUGH:
        return None
    return reason_of(comparison)


def comparison_of(first: Report, second: Report) -> Comparison:
    """What two reports have in common, and whether something rules one event out."""
    return Comparison(
        actors=len(first.actors & second.actors),
        schemes=len(first.schemes & second.schemes),
        names=first.names & second.names,
        figures=first.figures & second.figures,
        words=_dice(first.words, second.words) if first.script == second.script else None,
        apart=abs(first.at - second.at),
        contradict=_differ_in_step(first, second) or _is_roundup(first, second),
    )


def _differ_in_step(first: Report, second: Report) -> bool:
    """True if the headlines name different steps of a case."""
    return bool(first.steps and second.steps and not first.steps & second.steps)


def _is_roundup(first: Report, second: Report) -> bool:
    """True if one report names at least two more listed people and the headlines share less than two words.

    Such an article looks back on several events and would merge them into one story.
    """
    return abs(len(first.actors) - len(second.actors)) >= 2 and len(first.headline & second.headline) < 2


def reason_of(comparison: Comparison) -> str:
    """The comparison as a sentence for a person."""
    parts = [
        f"{comparison.actors + comparison.schemes} watchlist entries in common",
        f"the names {', '.join(sorted(comparison.names))}" if comparison.names else "",
        f"the figures {', '.join(f'{figure:,g}' for figure in sorted(comparison.figures))}"
        if comparison.figures
        else "",
        f"{comparison.words:.0%} of the opening's words" if comparison.words else "",
        f"{comparison.apart / timedelta(hours=1):.0f} hours apart",
    ]
    return ", ".join(part for part in parts if part)


def core_text(article: Article) -> str:
    """The article's text without its doubtful zones."""
    return "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)


def _opening(core: str) -> str:
    """The first 150 words of the text, within its first 1,200 characters: the limit for unspaced scripts."""
    return " ".join(core[: 8 * _OPENING_WORDS].split(maxsplit=_OPENING_WORDS)[:_OPENING_WORDS])


def _published(article: Article) -> datetime:
    """When the article was published if the time of day and zone are known, else when it was first seen; in UTC."""
    at = article.published.at if article.published else None
    return at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo else article.first_seen_at


def _script(text: str) -> str:
    if 2 * len(_LATIN.findall(text)) > len(text):
        return "latin"
    return "hangul" if _HANGUL.search(text) else "han"


def _names(text: str, listed: frozenset[str]) -> frozenset[str]:
    """Capitalised words within sentences, without the `listed` and the unspecific ones."""
    known = listed | UNSPECIFIC_NAMES
    names = (" ".join(word for word in words_of(found) if word not in known) for found in _NAME.findall(text))
    return frozenset(name for name in names if len(name) > 2 and not name.isdigit())


def _steps(title: str) -> frozenset[str]:
    folded = title.casefold()
    return frozenset(step for step, stems in STEPS.items() if any(stem in folded for stem in stems))


def _content(text: str, listed: frozenset[str]) -> frozenset[str]:
    """Stems of content words without the `listed` ones; of single characters (Chinese …) pairs of neighbours."""
    words = [word for word in words_of(text) if word not in listed]
    pairs = {f"{one}{other}" for one, other in itertools.pairwise(words) if len(one) == len(other) == 1}
    return frozenset(word[:_STEM] for word in words if len(word) > 1 and word not in STOP_WORDS) | pairs


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient: shared words by the mean number of words, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _weight(figure: float) -> float:
    """The points for a shared figure: round figures are shared by chance."""
    return (0.5, 0.75, 1.25)[min(significant_digits(figure), 3) - 1]
