"""Updates stories after each batch: only articles with hits, only within the time window of one event."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from core.records import Target
from matching.stories.grouping import StoryArticle, group
from matching.stories.same_event import WINDOW
from storage.store import Store


def update_stories(store: Store, targets: Collection[Target], now: datetime, *, reread: Collection[str] = ()) -> int:
    """Groups new and changed articles into stories; returns how many stories are new or changed.

    These are the articles in no story yet, and those in `reread` (article ids), whose hits or text have changed.
    """
    members = [
        StoryArticle(member.article, member.hits, member.story_id)
        for member in store.story_window(now - 2 * WINDOW)
        if member.hits
    ]
    fresh = [one for one in members if one.story_id is None or one.article.article_id in reread]
    if not fresh:
        return 0
    new = {one.article.article_id for one in fresh}
    earlier = [one for one in members if one.article.article_id not in new]
    stories = group(fresh, earlier, severities={target.target_id: target.severity for target in targets})
    store.save_stories(stories)
    return len(stories)
