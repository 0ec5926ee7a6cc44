"""The examples and counterexamples of a watchlist, matched and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from core.identity import digest_of
from core.records import Article, Band, Hit, Published, Quality, Zone, ZoneKind
from matching.engine import Matcher
from matching.watchlist.model import Watchlist

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """The result of one example or counterexample. `hit` is the entry's hit in it, None without one."""

    entry: str
    text: str
    is_example: bool
    hit: Hit | None

    @property
    def passed(self) -> bool:
        """True for an example that was found, and for a counterexample that does not alert."""
        band = self.hit.band if self.hit else Band.SUPPRESSED
        return band is not Band.SUPPRESSED if self.is_example else band is not Band.ALERT


def article_of(text: str, title: str | None = None, published: date | None = None) -> Article:
    """The text as an article with one core zone, without URL or feed, first seen at the Unix epoch."""
    zones = (Zone(0, len(text), ZoneKind.CORE),) if text else ()
    content_hash = digest_of(title or "", text)
    return Article(
        article_id=content_hash,
        feed_id="",
        entry_key="",
        url="",
        site="",
        title=title,
        text=text,
        zones=zones,
        quality=Quality.FULL,
        quality_reason="",
        content_hash=content_hash,
        first_seen_at=_EPOCH,
        published=Published(published, "given") if published else None,
    )


def run_examples(matcher: Matcher, watchlist: Watchlist) -> Iterator[ExampleResult]:
    """The results of all examples and counterexamples of the enabled entries."""
    for entry in filter(lambda entry: entry.enabled, watchlist.entries):
        for text in entry.examples:
            yield _run_example(matcher, entry.id, text, is_example=True)
        for text in entry.counterexamples:
            yield _run_example(matcher, entry.id, text, is_example=False)


def _run_example(matcher: Matcher, entry: str, text: str, *, is_example: bool) -> ExampleResult:
    hits = matcher.match(article_of(text))
    return ExampleResult(entry, text, is_example, next((hit for hit in hits if hit.target_id == entry), None))
