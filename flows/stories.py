"""Updates stories after each batch: only articles with hits, only within the time window of one event."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from core.isolation import attempt_in_halves
from core.records import Failure, Stage, Target
from matching.stories.grouping import StoryArticle, group
from matching.stories.same_event import WINDOW
from storage.store import Store


def update_stories(
    store: Store, targets: Collection[Target], now: datetime, *, reread: Collection[str] = ()
) -> tuple[Failure, ...]:
    """Groups new and changed articles into stories, and returns the failures to do so.

    These are the articles in no story yet, and those in `reread` (article ids), whose hits or text have changed. An
    article that cannot be grouped is in no story; the others are grouped without it.
    """
    members = [
        StoryArticle(member.article, member.hits, member.story_id)
        for member in store.story_window(now - 2 * WINDOW)
        if member.hits
    ]
    fresh = [one for one in members if one.story_id is None or one.article.article_id in reread]
    new = {one.article.article_id for one in fresh}
    earlier = [one for one in members if one.article.article_id not in new]
    severities = {target.target_id: target.severity for target in targets}
    grouped, failed = attempt_in_halves(
        Stage.GROUP, fresh, lambda one: one.article.url, lambda some: group(some, earlier, severities=severities)
    )
    for stories in grouped:
        store.save_stories(stories, now)
    return tuple(failure for _, failure in failed)
