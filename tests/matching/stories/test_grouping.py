"""Stories: copies and reports of one event together, two events of one person apart, in any order of articles."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from benchmarks.quality_stories import labelled, score
from core.records import Band, LinkKind, Severity
from matching.stories.grouping import StoryArticle, group
from matching.stories.same_event import WINDOW

SEVERITIES = {"kim-kwang-jin": Severity.HIGH, "laptop-farm": Severity.MEDIUM}


@pytest.fixture(scope="module")
def events():
    return labelled()


def of(events, *names) -> list[StoryArticle]:
    return [one.member for one in events if one.name in names]


def homes(stories) -> dict[str, str]:
    return {key: story.story_id for story in stories for key in story.article_ids}


def test_precision_and_recall_on_the_labelled_set(events):
    found = score(events)
    assert len(events) >= 60
    assert len({one.event for one in events}) >= 20
    assert found.precision >= 0.95, found.merged
    assert found.recall >= 0.85, found.missed


def test_a_copy_and_a_rewrite_each_say_why_they_are_linked(events):
    (story,) = group(of(events, "e05-1", "e05-2", "e05-4"), [], severities=SEVERITIES)
    assert [link.kind for link in story.links] == [LinkKind.COPY_OF, LinkKind.SAME_EVENT]
    assert "same text" in story.links[0].reason
    assert "the figures 14" in story.links[1].reason
    assert story.title == "Agents search laptop farms in 14 states"
    assert story.severity is Severity.MEDIUM


def test_two_events_of_one_person_in_one_week_stay_apart(events):
    stories = group(of(events, "e11-1", "e12-1"), [], severities={})
    assert len(stories) == 2


def test_headlines_of_two_steps_of_a_case_are_two_events(events):
    (one,) = of(events, "e02-1")
    sentenced = replace(one.article, article_id="x", title="Zhenxing Wang sentenced to seven years", text="Short.")
    assert len(group([one, StoryArticle(sentenced, one.hits)], [], severities={})) == 2


@pytest.mark.parametrize("seed", range(5))
def test_order_and_batches_do_not_matter(events, seed):
    at_once = homes(group([one.member for one in events], [], severities={}))
    members = [one.member for one in events]
    random.Random(seed).shuffle(members)
    known: dict[str, StoryArticle] = {}
    while members:
        batch, members = members[:7], members[7:]
        for story in group(batch, list(known.values()), severities={}):
            for key in story.article_ids:
                member = known.get(key) or next(one for one in batch if one.article.article_id == key)
                known[key] = replace(member, story_id=story.story_id)
    stepwise = {key: one.story_id for key, one in known.items()}
    assert partition(stepwise) == partition(at_once)


def partition(homes: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(key for key, home in homes.items() if home == story) for story in homes.values()}


def test_a_story_keeps_its_id_and_lists_those_merged_into_it(events):
    copies = of(events, "e05-1", "e05-2", "e05-4")
    first, second, third = (replace(one, story_id=name) for one, name in zip(copies, ("a", "b", None), strict=True))
    (story,) = group([third], [first, second], severities={})
    assert (story.story_id, story.merged_ids) == ("a", ("b",))
    assert len(story.article_ids) == 3


def test_the_same_text_beyond_the_window_is_another_story(events):
    (one,) = of(events, "e05-1")
    later = one.article.first_seen_at + WINDOW + timedelta(hours=1)
    again = replace(one.article, article_id="again", first_seen_at=later, published=None)
    assert len(group([one, StoryArticle(again, one.hits)], [], severities={})) == 2


def test_only_alerts_give_a_story_a_severity(events):
    (one,) = of(events, "e11-1")
    checked = replace(one, hits=tuple(replace(hit, band=Band.REVIEW) for hit in one.hits))
    severities = {"jong-pong-ju": Severity.HIGH, "dprk-it-workers": Severity.LOW}
    assert group([one], [], severities=severities)[0].severity is Severity.HIGH
    assert group([checked], [], severities=severities)[0].severity is None


def test_nothing_breaks_on_articles_without_text_or_title(events):
    (one,) = of(events, "e11-1")
    empty = replace(one.article, article_id="empty", text="", title=None, zones=())
    assert (
        len(group([StoryArticle(empty, ()), StoryArticle(replace(empty, article_id="other"), ())], [], severities={}))
        == 2
    )
