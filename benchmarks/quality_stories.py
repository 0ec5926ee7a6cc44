"""Grouping into stories: pairwise precision and recall on the labelled articles of `samples/stories`.

precision   share of the pairs in one story that are of one event
recall      share of the pairs of one event that are in one story
held_out_*  the same for the events on which no weight was set
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
SET = Path(__file__).parents[1] / "samples" / "stories" / "stories.jsonl"


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article of the set, with the event that it reports."""

    name: str
    event: str
    member: StoryArticle


@dataclass(frozen=True, slots=True)
class Score:
    """Pairwise precision and recall, and the wrong pairs: merged or missed."""

    precision: float
    recall: float
    merged: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]


def labelled(path: Path = SET) -> list[Labelled]:
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
    return Labelled(line["id"], line["event"], StoryArticle(article, (*actors, *schemes)))


def _hit(article: Article, target: str, kind: TargetKind, surfaces: list[str]) -> Hit:
    mentions = (mention for surface in surfaces for mention in _mentions(article, surface))
    return builders.hit(article, target, *mentions, kind=kind)


def _mentions(article: Article, surface: str) -> list[Mention]:
    return [
        builders.mention(text, surface, field=field)
        for field, text in ((TextField.TITLE, article.title or ""), (TextField.TEXT, article.text))
        if surface in text
    ]


def score(articles: list[Labelled]) -> Score:
    """The score of all articles grouped at once."""
    stories = group([one.member for one in articles], [], severities={})
    home = {key: story.story_id for story in stories for key in story.article_ids}
    right, merged, missed = 0, [], []
    for one, other in itertools.combinations(articles, 2):
        together = home[one.member.article.article_id] == home[other.member.article.article_id]
        same = one.event == other.event
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
    articles = labelled()
    every, held_out = score(articles), score([one for one in articles if one.event >= HELD_OUT])
    if show:
        print("    merged", *("~".join(pair) for pair in every.merged))
        print("    missed", *("~".join(pair) for pair in every.missed))
    return {
        "articles": len(articles),
        "events": len({one.event for one in articles}),
        "precision": round(every.precision, 3),
        "recall": round(every.recall, 3),
        "held_out_precision": round(held_out.precision, 3),
        "held_out_recall": round(held_out.recall, 3),
    }
