"""Updates stories after each batch: articles with hits of the open window, and those of the cases they belong to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from core.isolation import attempt_in_halves
from core.records import Failure, Stage, Story, Target
from matching.stories.grouping import WINDOW, StoryArticle, group
from storage.store import Store

CASES = timedelta(days=90)
"""How old a story may be of which a new article is a development."""


def update_stories(
    store: Store, targets: Collection[Target], now: datetime, *, reread: Collection[str] = ()
) -> tuple[Failure, ...]:
    """Groups new and changed articles into stories, and returns the failures to do so.

    These are the articles in no story yet, and those in `reread` (article ids), whose hits or text have changed. The
    articles of the open window are grouped anew with them; stories that readers were notified of only grow. An article
    that cannot be grouped is in no story; the others are grouped without it.
    """
    members = [
        StoryArticle(member.article, member.hits, member.story_id, member.settled)
        for member in store.open_stories(now - 2 * WINDOW, now - CASES)
    ]
    fresh = [one for one in members if one.story_id is None or one.article.article_id in reread]
    new = {one.article.article_id for one in fresh}
    earlier = [one for one in members if one.article.article_id not in new]
    severities = {target.target_id: target.severity for target in targets}

    def grouped(some: Sequence[StoryArticle]) -> tuple[Story, ...]:
        return group(some, earlier, severities=severities)

    found, failed = attempt_in_halves(Stage.GROUP, fresh, _url, grouped)
    if failed:
        bad = {one.article.article_id for one, _ in failed}
        good = [one for one in fresh if one.article.article_id not in bad]
        found, _ = attempt_in_halves(Stage.GROUP, good, _url, grouped)
    for stories in found:
        store.save_stories(stories, now)
    return tuple(failure for _, failure in failed)


def _url(one: StoryArticle) -> str:
    return one.article.url
