"""What a message to a subscription is composed from, read from the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial

from alerts.composing.digest import LATE_COMMITS, Material
from alerts.config.schedule import Window
from alerts.config.subscriptions import Subscription
from core.records import Digest, EntryChange, Finding, MissedHit, Suppression
from flows.readership import Readership
from flows.run_config import RunConfig
from storage.store import Store

Composer = Callable[[Material], Digest | None]
"""The digest of what it is given, None if there is nothing to say."""


@dataclass(frozen=True, slots=True)
class MaterialSource:
    """Reads the material of digests, with the store and the configuration of one run."""

    store: Store
    config: RunConfig
    readership: Readership

    def of_window(self, subscription: Subscription, window: Window, now: datetime) -> Material:
        """What the subscription's digest of this window is composed from."""
        missed = self.store.outbox.missed(subscription.subscription_id)
        found = self.store.findings.between(window.start - LATE_COMMITS, window.end)
        return self.of_findings(subscription, self._with_missed(found, missed), window, now)

    def of_findings(
        self, subscription: Subscription, findings: Sequence[Finding], window: Window, now: datetime
    ) -> Material:
        """These findings with all that a message about them is composed from."""
        store = self.store
        edited = store.findings.edited(window.start, window.end)
        article_ids = {one.article.article_id for one in (*findings, *edited)}
        stories = store.stories.of_articles(article_ids)
        coverage = store.feeds.coverage(now, self.config.sources, since=min(window.start, now))
        return Material(
            findings=findings,
            edited=edited,
            stories=stories,
            articles=store.stories.articles({story.story_id for story in stories}),
            notifications=store.outbox.notifications_about(subscription.subscription_id, stories, article_ids),
            coverage=replace(
                coverage, config_problems=self.config.problems, undelivered=self._undelivered(subscription, now)
            ),
            suppressed=store.findings.suppressed(window.start, window.end),
            suppressions=self._acting(findings),
        )

    def with_changes(self, make: Composer, subscription: Subscription, window: Window) -> Composer:
        """Adds the changes of the watchlist, of which its readers may learn, to the digests that `make` composes.

        They are read once, and only if there is something to say: after an import they are many.
        """
        changes = cache(partial(self._changes, subscription, window))

        def composed(material: Material) -> Digest | None:
            digest = make(material)
            return digest and replace(digest, watchlist_changes=changes())

        return composed

    def _changes(self, subscription: Subscription, window: Window) -> tuple[EntryChange, ...]:
        found = self.store.watchlists.changes(window.start, window.end)
        return tuple(one for one in found if subscription.wants(one.target_id, one.tags))

    def _acting(self, findings: Sequence[Finding]) -> tuple[Suppression, ...]:
        """The suppressions that hold back some of these findings."""
        ids = {one.suppression_id for one in findings if one.suppression_id}
        return self.store.reviews.suppressions_of(ids) if ids else ()

    def _with_missed(self, findings: Sequence[Finding], missed: Sequence[MissedHit]) -> tuple[Finding, ...]:
        """The findings, and those missed that are not among them."""
        wanted = {one.hit_id for one in missed} - {one.hit.hit_id for one in findings}
        return (*findings, *(self.store.findings.of_hits(wanted) if wanted else ()))

    def _undelivered(self, subscription: Subscription, now: datetime) -> tuple[tuple[str, str, datetime], ...]:
        """What the subscription's own readers refused."""
        return tuple(
            (one.recipient, one.last_error or "refused", one.finished_at or one.created_at)
            for one in self.readership.refused(now)
            if one.subscription_id == subscription.subscription_id
        )
