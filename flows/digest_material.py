"""What a message to a subscription is composed from, read from the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from alerts.composing.digest import LATE_COMMITS, Material
from alerts.config.schedule import Window
from alerts.config.subscriptions import Subscription
from core.records import EntryChange, Finding, MissedHit, Suppression
from flows.readership import Readership
from flows.run_config import RunConfig
from storage.store import Store


@dataclass(frozen=True, slots=True)
class MaterialSource:
    """Reads the material of digests, with the store and the configuration of one run."""

    store: Store
    config: RunConfig
    readership: Readership

    def of_window(
        self, subscription: Subscription, window: Window, now: datetime, *, with_changes: bool = True
    ) -> Material:
        """What the subscription's digest of this window is composed from.

        Without the changes of the watchlist where only the hits decide: after an import they are many.
        """
        missed = self.store.outbox.missed(subscription.subscription_id)
        found = self.store.findings.between(window.start - LATE_COMMITS, window.end)
        findings = self._with_missed(found, missed)
        return self.of_findings(subscription, findings, window, now, with_changes=with_changes)

    def of_findings(
        self,
        subscription: Subscription,
        findings: Sequence[Finding],
        window: Window,
        now: datetime,
        *,
        with_changes: bool = True,
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
            watchlist_changes=self._changes(subscription, window) if with_changes else (),
        )

    def _changes(self, subscription: Subscription, window: Window) -> Sequence[EntryChange]:
        """The changes of the entries that the subscription's readers may learn of."""
        changes = self.store.watchlists.changes(window.start, window.end)
        return [one for one in changes if subscription.wants(one.target_id, one.tags)]

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
