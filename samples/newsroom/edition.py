"""The newsroom at one moment: the address, text and dates of every article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from samples.newsroom.article_files import SampleArticle
from samples.newsroom.publishers import PUBLISHERS, Publisher, SampleFeed


@dataclass(frozen=True, slots=True)
class Edition:
    """The content of all four sites in cycle 1 or 2, for a newsroom that started at `start`.

    `bases` are the sites' addresses by publisher, without a trailing slash.
    """

    start: datetime
    cycle: int
    bases: Mapping[str, str]
    articles: Mapping[str, SampleArticle]

    def publisher(self, article: SampleArticle) -> Publisher:
        """The article's publisher."""
        return PUBLISHERS[article.publisher]

    def url(self, article: SampleArticle) -> str:
        """The article's absolute address."""
        return self.bases[article.publisher] + self.publisher(article).path_of(article)

    def body(self, article: SampleArticle) -> tuple[str, ...]:
        """The article's paragraphs (HTML) in this cycle."""
        return article.bodies[self.cycle - 1]

    def published(self, article: SampleArticle) -> datetime | None:
        """The time of publication, with the publisher's offset; None for a page without a date."""
        return None if article.age is None else self._local(article, article.age)

    def modified(self, article: SampleArticle) -> datetime | None:
        """The time of the last change: `start` for an article that the second cycle has updated."""
        updated = article.is_updated and self.cycle == 2
        return self._local(article, timedelta()) if updated else self.published(article)

    def carried_by(self, feed: SampleFeed) -> tuple[SampleArticle, ...]:
        """The feed's articles, newest first, those without a date last."""
        carried = (article for article in self.articles.values() if article.feed == feed.feed_id)
        return tuple(sorted(carried, key=lambda article: (article.age is None, article.age or timedelta())))

    def _local(self, article: SampleArticle, age: timedelta) -> datetime:
        return (self.start - age).replace(microsecond=0).astimezone(self.publisher(article).offset)
