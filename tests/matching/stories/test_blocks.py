"""Thousands of articles are grouped in blocks: in time that grows with their number, and with the same stories."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from benchmarks.quality_stories import DEVELOPMENTS, labelled, score
from core.records import TextField
from matching.stories import grouping
from matching.stories.blocks import blocks_of
from matching.stories.grouping import StoryArticle, forget_articles, group
from matching.stories.terms import terms_within
from samples import builders

LETTERS = "abcdefghijklmnoprstuvw"


def flooding(count: int, said: str = "") -> list[StoryArticle]:
    """Articles on one person that have nothing else in common, or all the same text."""
    chance, members = random.Random(7), []
    for number in range(count):
        words = " ".join("".join(chance.choices(LETTERS, k=7)) for _ in range(60))
        article = builders.article(f"Kim Kwang Jin {said or words}.", title=said or words[:40], key=str(number))
        mention = builders.mention(article.text, "Kim Kwang Jin", field=TextField.TEXT)
        members.append(StoryArticle(article, (builders.hit(article, "kim-kwang-jin", mention),)))
    return members


def test_each_position_is_in_one_block_none_is_too_large_and_what_belongs_together_stays():
    chance = random.Random(1)
    weights = [{chance.choice("abcdefgh") * 3: 1.0, f"word{number % 40}": 2.0} for number in range(400)]
    blocks = blocks_of(weights, [[3, 399, 17], []], 25)
    assert sorted(at for block in blocks for at in block) == list(range(400))
    assert max(map(len, blocks)) <= 25
    assert any({3, 17, 399} <= set(block) for block in blocks)
    assert blocks_of([{}, {}], [], 25) == [(0,), (1,)]
    assert blocks_of([], [], 25) == []


@pytest.mark.parametrize("most", [8, 40])
def test_in_blocks_no_event_is_mixed_with_another_and_few_are_divided(monkeypatch, most):
    monkeypatch.setattr(grouping, "_AT_ONCE", most)
    found = score([*labelled(), *labelled(DEVELOPMENTS)])
    assert found.precision >= 0.98, found.merged
    assert found.recall >= 0.8, found.missed


def test_events_in_a_flood_are_found_as_without_it(monkeypatch):
    monkeypatch.setattr(grouping, "_AT_ONCE", 100)
    events = [one.member for one in labelled()]
    ids = {one.article.article_id for one in events}
    stories = group([*events, *flooding(500)], [], severities={})
    alone = {frozenset(one.article_ids) for one in group(events, [], severities={})}
    found = {frozenset(one.article_ids) for one in stories if not ids.isdisjoint(one.article_ids)}
    assert len(found & alone) >= 0.9 * len(alone)
    assert sum(len(one.article_ids) for one in stories) == len(events) + 500


def test_the_time_of_a_flood_grows_with_its_articles():
    times = []
    for count in (1_000, 4_000):
        *earlier, last = flooding(count)
        group([last], earlier, severities={})  # fills the caches of terms
        begun = time.process_time()
        group([last], earlier, severities={})
        times.append(time.process_time() - begun)
    assert times[1] < 8 * times[0], times


def test_a_story_of_a_thousand_articles_takes_no_more(monkeypatch):
    monkeypatch.setattr(grouping, "_FULL", 30)
    copies = flooding(40, "was arrested at the harbour on Monday with two others, the police of the port said")
    full = [replace(one, story_id="full", settled=True) for one in copies[:30]]
    (story,) = group(copies[30:], full, severities={})
    assert story.story_id != "full"
    assert len(story.article_ids) == 10


def test_what_was_compared_is_forgotten_after_a_cycle():
    group(flooding(3), [], severities={})
    assert terms_within.cache_info().currsize
    forget_articles()
    assert not terms_within.cache_info().currsize
