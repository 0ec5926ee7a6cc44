"""Grouping into stories: pairwise precision and recall on the labelled articles of `samples/stories`.

precision          share of the pairs in one story that are of one case
recall             share of the pairs of one case that are in one story
event_*            the same for the events inside the stories
held_out_*         stories of the events on which no weight was set
developments_*     stories of the second file, written before it was first run: reports in several languages, and
                   cases with their developments
"""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from core.records import Article, Hit, Mention, Published, TargetKind, TextField
from matching.stories.grouping import StoryArticle, group
from samples import builders

HELD_OUT = "e11"
SETS = Path(__file__).parents[1] / "samples" / "stories"
DEVELOPMENTS = SETS / "developments.jsonl"


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article of the set, with the event that it reports and the case that this is a step of."""

    name: str
    event: str
    case: str
    member: StoryArticle


@dataclass(frozen=True, slots=True)
class Score:
    """Pairwise precision and recall, and the wrong pairs: merged or missed."""

    precision: float
    recall: float
    merged: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]


def labelled(path: Path = SETS / "stories.jsonl") -> list[Labelled]:
    return [_labelled(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _labelled(line: dict[str, Any]) -> Labelled:
    text, published = line["text"], datetime.fromisoformat(line["published"])
    article = builders.article(
        text,
        title=line["title"],
        key=line["id"],
        feed_id=line["site"],
        site=line["site"],
        seen_at=published,
        published=Published(published, "meta"),
        language=line["language"],
    )
    actors = [_hit(article, target, TargetKind.ACTOR, spelt) for target, spelt in line["actors"].items()]
    schemes = [_hit(article, target, TargetKind.SCHEME, []) for target in line["schemes"]]
    return Labelled(
        line["id"], line["event"], line.get("case", line["event"]), StoryArticle(article, (*actors, *schemes))
    )


def _hit(article: Article, target: str, kind: TargetKind, surfaces: list[str]) -> Hit:
    mentions = (mention for surface in surfaces for mention in _mentions(article, surface))
    return builders.hit(article, target, *mentions, kind=kind)


def _mentions(article: Article, surface: str) -> list[Mention]:
    return [
        builders.mention(text, surface, field=field)
        for field, text in ((TextField.TITLE, article.title or ""), (TextField.TEXT, article.text))
        if surface in text
    ]


def score(articles: list[Labelled], *, by_event: bool = False) -> Score:
    """The score of all articles grouped at once: their stories by case, or the events inside these by event."""
    stories = group([one.member for one in articles], [], severities={})
    events = {key: event.event_id for story in stories for event in story.events for key in event.article_ids}
    cases = {key: story.story_id for story in stories for key in story.article_ids}
    home = events if by_event else cases
    right, merged, missed = 0, [], []
    for one, other in itertools.combinations(articles, 2):
        together = home[one.member.article.article_id] == home[other.member.article.article_id]
        same = one.event == other.event if by_event else one.case == other.case
        right += together and same
        if together and not same:
            merged.append((one.name, other.name))
        if same and not together:
            missed.append((one.name, other.name))
    return Score(
        precision=right / max(1, right + len(merged)),
        recall=right / max(1, right + len(missed)),
        merged=tuple(merged),
        missed=tuple(missed),
    )


def measure(*, show: bool) -> dict[str, float]:
    first, second = labelled(), labelled(DEVELOPMENTS)
    scores = {
        "": score([*first, *second]),
        "event_": score([*first, *second], by_event=True),
        "held_out_": score([one for one in first if one.event >= HELD_OUT]),
        "developments_": score(second),
    }
    if show:
        for name, one in scores.items():
            print(f"    {name}merged", *("~".join(pair) for pair in one.merged))
            print(f"    {name}missed", *("~".join(pair) for pair in one.missed))
    figures: dict[str, float] = {
        "articles": len(first) + len(second),
        "events": len({one.event for one in (*first, *second)}),
    }
    for name, one in scores.items():
        figures[f"{name}precision"] = round(one.precision, 3)
        figures[f"{name}recall"] = round(one.recall, 3)
    return figures
