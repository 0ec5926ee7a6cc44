"""Updates stories after each batch: articles with hits of the open window, and those of the cases they belong to."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.isolation import attempt_in_halves
from core.records import Failure, Stage, Story, Target
from matching.stories.grouping import WINDOW, StoryArticle, group
from storage.results import SaveResult
from storage.store import Store

CASES = timedelta(days=90)
"""How old a story may be of which a new article is a development."""

_SHARE = 0.2  # of a cycle's time that grouping may take before its last batch


@dataclass(slots=True)
class Unpublished:
    """What a cycle has stored since stories were last updated, and whether it is time to do so again.

    All articles of the open window are grouped anew at each update: after each of fifty batches, that would take a
    flooded watch longer than reading them.
    """

    _saved: list[SaveResult] = field(default_factory=list)
    _updated: float = 0.0  # when the last update ended, by a monotonic clock in seconds
    _took: float = 0.0

    def add(self, saved: SaveResult) -> None:
        """Keeps it for the next update."""
        self._saved.append(saved)

    def is_due(self, now: float) -> bool:
        """True if an update that takes as long as the last one keeps to its share of the time since then."""
        return self._took <= _SHARE * (now - self._updated + self._took)

    @contextmanager
    def taken(self) -> Iterator[SaveResult]:
        """All of it, once; the block is the update, and is timed."""
        saved, self._saved = SaveResult.joined(self._saved), []
        begun = time.monotonic()
        yield saved
        self._updated = time.monotonic()
        self._took = self._updated - begun


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
        for member in store.stories.open(now - 2 * WINDOW, now - CASES)
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
        store.stories.save(stories, now)
    return tuple(failure for _, failure in failed)


def _url(one: StoryArticle) -> str:
    return one.article.url
