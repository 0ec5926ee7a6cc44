"""Stories: copies and reports of one event together, two events of one person apart, in any order of articles."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from benchmarks.quality_stories import DEVELOPMENTS, labelled, score
from core.records import Band, LinkKind, Severity
from matching.stories.grouping import WINDOW, StoryArticle, group

SEVERITIES = {"kim-kwang-jin": Severity.HIGH, "laptop-farm": Severity.MEDIUM}


@pytest.fixture(scope="module")
def events():
    return labelled()


@pytest.fixture(scope="module")
def developments():
    return labelled(DEVELOPMENTS)


def of(events, *names) -> list[StoryArticle]:
    return [one.member for one in events if one.name in names]


def homes(stories) -> dict[str, str]:
    return {key: story.story_id for story in stories for key in story.article_ids}


def test_precision_and_recall_on_the_labelled_sets(events, developments):
    found = score([*events, *developments])
    assert len(events) + len(developments) >= 105
    assert found.precision >= 0.98, found.merged
    assert found.recall >= 0.97, found.missed


def test_steps_of_a_case_are_events_of_one_story(developments):
    found = score(developments, by_event=True)
    assert found.precision >= 0.98, found.merged
    assert found.recall >= 0.97, found.missed
    (story,) = group(of(developments, "h03-1", "h03-2", "h03-3", "h03-4"), [], severities={})
    assert [len(event.article_ids) for event in story.events] == [2, 2]
    assert story.events[1].title == "Jong Pong-ju convicted in absentia of Lootus Bank breach"
    assert [link.kind for link in story.links] == [LinkKind.SAME_EVENT, LinkKind.SAME_CASE, LinkKind.SAME_EVENT]


def test_two_cases_of_one_person_on_one_day_are_two_stories(developments):
    stories = group(of(developments, "h01-1", "h01-3", "h02-1", "h02-2"), [], severities={})
    assert sorted(len(story.article_ids) for story in stories) == [2, 2]


def test_reports_in_five_languages_of_two_thefts_on_one_day_are_two_stories(developments):
    names = [one.name for one in developments if one.event in ("g04", "g05")]
    stories = group(of(developments, *names), [], severities={})
    assert sorted(len(story.article_ids) for story in stories) == [3, 4]
    reasons = [link.reason for story in stories for link in story.links]
    assert any("the figures 212, 18,600,000" in reason and "Zagreb" in reason for reason in reasons)


def test_a_copy_and_a_rewrite_each_say_why_they_are_linked(events):
    (story,) = group(of(events, "e05-1", "e05-2", "e05-4"), [], severities=SEVERITIES)
    assert [link.kind for link in story.links] == [LinkKind.COPY_OF, LinkKind.SAME_EVENT]
    assert "same text" in story.links[0].reason
    assert "the figures" in story.links[1].reason
    assert "14" in story.links[1].reason
    assert story.title == "Agents search laptop farms in 14 states"
    assert story.severity is Severity.MEDIUM


def test_two_events_of_one_person_in_one_week_stay_apart(events):
    stories = group(of(events, "e11-1", "e12-1"), [], severities={})
    assert len(stories) == 2


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


def test_a_settled_story_keeps_its_id_and_lists_those_merged_into_it(events):
    copies = of(events, "e05-1", "e05-2", "e05-4")
    first, second, third = (
        replace(one, story_id=name, settled=bool(name)) for one, name in zip(copies, ("a", "b", None), strict=True)
    )
    (story,) = group([third], [first, second], severities={})
    assert (story.story_id, story.merged_ids) == ("a", ("b",))
    assert len(story.article_ids) == 3


def test_a_settled_story_never_splits_and_another_is_grouped_anew(events):
    wrong = [replace(one, story_id="s") for one in of(events, "e11-1", "e12-1")]
    assert len(group([], wrong, severities={})) == 2
    (kept,) = group(of(events, "e11-2"), [replace(one, settled=True) for one in wrong], severities={})
    assert kept.story_id == "s"
    assert len(kept.article_ids) == 3


def test_a_story_that_did_not_change_is_not_returned(events):
    (story,) = group(of(events, "e05-1", "e05-2"), [], severities={})
    known = [replace(one, story_id=story.story_id) for one in of(events, "e05-1", "e05-2")]
    assert group([], known, severities={}) == ()
    (other,) = group(of(events, "e07-1"), known, severities={})
    assert other.title == "Harbourline halts withdrawals after $31 million theft"


def test_the_same_text_beyond_the_window_is_another_event_and_no_copy(events):
    (one,) = of(events, "e05-1")
    later = one.article.first_seen_at + WINDOW + timedelta(hours=1)
    again = replace(one.article, article_id="again", first_seen_at=later, published=None)
    (story,) = group([one, StoryArticle(again, one.hits)], [], severities={})
    assert len(story.events) == 2
    assert [link.kind for link in story.links] == [LinkKind.SAME_CASE]


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
