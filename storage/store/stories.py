"""Stories and their articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from core.records import Article, Story
from storage.database.live_file import transaction
from storage.results import StoryMember
from storage.store.store_part import StorePart
from storage.tables import reviews, runs, stories


class Stories(StorePart):
    """Stories and their articles."""

    def window(self, since: datetime) -> tuple[StoryMember, ...]:
        """The articles first seen or changed since then, oldest first, with their open hits and story."""
        with transaction(self.paths) as db:
            return stories.window(db, since)

    def open(self, since: datetime, case_since: datetime) -> tuple[StoryMember, ...]:
        """The articles with open hits first seen or changed since then, and those that may be of their cases.

        These are the other articles of their stories, and those first seen since `case_since` in which one of their
        people was found. Oldest first, with their open hits and story.
        """
        with transaction(self.paths) as db:
            return stories.open_members(db, since, case_since)

    def save(self, found: Sequence[Story], at: datetime) -> None:
        """Stores these stories, replacing those with the same ids and those merged into them.

        Verdicts on their targets are carried to the hits that have none, as of `at`.
        """
        with transaction(self.paths) as db:
            stories.save(db, found)
            if found:
                reviews.carry(db, [one.story_id for one in found], at)
                runs.touch(db)

    def of_articles(self, article_ids: Collection[str]) -> tuple[Story, ...]:
        """The stories that contain any of these articles."""
        with transaction(self.paths) as db:
            return stories.of_articles(db, article_ids)

    def articles(self, story_ids: Collection[str]) -> dict[str, tuple[Article, ...]]:
        """The articles of these stories, oldest first; without those whose hits are all suppressed or dismissed."""
        with transaction(self.paths) as db:
            return stories.members(db, story_ids)
