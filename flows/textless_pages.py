"""Feeds whose pages have no text, such as those of films or drawn by script: the feed's own words are the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from core.records import ArticleOutcome, Quality

_LEAST = 3  # pages; fewer may be an accident
_SHARE = 0.8  # of a feed's pages


def advice(textless: int, pages: int) -> str | None:
    """What to do about a feed of whose pages so many have no text; None if these are few."""
    if textless < max(_LEAST, _SHARE * pages):
        return None
    return (
        f"{textless} of {pages} pages have no text, and only the feed's own words are read: with `full_text: feed` in "
        "feeds.yaml its pages are not asked for, and not listed as not read."
    )


class TextlessPages:
    """The pages without text among those that were read, by feed."""

    def __init__(self) -> None:
        self._pages: Counter[str] = Counter()
        self._textless: Counter[str] = Counter()

    def add(self, outcomes: Iterable[ArticleOutcome]) -> None:
        """Counts these."""
        for one in outcomes:
            self._pages[one.entry.feed_id] += 1
            self._textless[one.entry.feed_id] += _has_words_of_feed_alone(one)

    def warnings(self) -> tuple[tuple[str, str], ...]:
        """The advice about each feed that needs one, by feed id."""
        said = ((feed_id, advice(self._textless[feed_id], pages)) for feed_id, pages in sorted(self._pages.items()))
        return tuple((feed_id, text) for feed_id, text in said if text)


def _has_words_of_feed_alone(outcome: ArticleOutcome) -> bool:
    article, failure = outcome.article, outcome.failure
    if article is None or failure is None:
        return False
    return article.quality is Quality.PARTIAL and failure.cause == Quality.EMPTY.value
