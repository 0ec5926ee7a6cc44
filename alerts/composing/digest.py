"""Composing a subscription's digest: findings are selected, reported once and sorted into sections. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.composing.notification_history import NotificationIndex, news_of
from alerts.composing.severity import highest, severity_of
from alerts.config.schedule import Window, next_at
from alerts.config.subscriptions import Subscription
from alerts.text.cleaning import one_line
from alerts.text.wording import DISMISSED, clock, counted
from core.identity import digest_of
from core.records import (
    Article,
    Band,
    CardStatus,
    Coverage,
    Digest,
    EntryOrigin,
    Finding,
    MissedHit,
    Notification,
    ReviewVerdict,
    Snooze,
    Story,
    StoryCard,
    Suppression,
)

LATE_COMMITS = timedelta(days=1)
"""How long before a window findings are read, so that a batch committed late is in the next digest."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a digest is composed from, as read from the store.

    `findings` reach from `LATE_COMMITS` before the window to its end; `edited` are findings already notified whose
    article got a new version in the window; `articles` holds the articles of each story, by its id; `suppressed` counts
    hits by reason; `notifications` are those of the stories and articles at hand.
    """

    findings: Sequence[Finding]
    stories: Sequence[Story]
    articles: Mapping[str, Sequence[Article]]
    notifications: Sequence[Notification]
    coverage: Coverage
    edited: Sequence[Finding] = ()
    suppressed: Sequence[tuple[str, int]] = ()
    missed: Sequence[MissedHit] = ()  # what the readers of this digest were not notified of, though it was tried
    snoozed: Sequence[Snooze] = ()  # targets of which these readers want to hear nothing for now
    suppressions: Sequence[Suppression] = ()  # that gave findings their verdict


@dataclass(frozen=True, slots=True)
class Sections:
    """Findings by the section of a digest that reports them."""

    news: tuple[Finding, ...]
    first_looks: tuple[Finding, ...]
    replays: tuple[Finding, ...]
    archive: tuple[Finding, ...]


def compose(subscription: Subscription, window: Window, material: Material, now: datetime) -> Digest | None:
    """The digest of the window; None if it would be empty and the window does not ask for an empty one.

    The changes of the watchlist are left to be added: nothing here depends on them.
    """
    material = replace(material, notifications=_arrived(material))
    chosen = select(subscription, material.findings)[0]
    wanted = not_snoozed(chosen, material.snoozed)
    edited = not_snoozed(select(subscription, material.edited)[0], material.snoozed)
    sections = by_section(_not_notified(wanted, window, material.notifications), material.notifications)
    cards, copies = cards_of(_with_edited(sections.news, edited), material)
    again = _missed_lines(material.missed, subscription, now)
    cards, copies = _with_lines(cards, again), _with_lines(copies, again)
    if not (cards or sections.first_looks or sections.replays or sections.archive or window.send_if_empty):
        return None
    return Digest(
        digest_id=digest_of("digest", subscription.subscription_id, window.key),
        subscription_id=subscription.subscription_id,
        window_start=window.start,
        window_end=window.end,
        composed_at=now,
        cards=cards,
        copies=copies,
        coverage=material.coverage,
        first_looks=sections.first_looks,
        replays=sections.replays,
        archive=sections.archive,
        suppressed=(*material.suppressed, *_dismissed_before_notified(subscription, window, material)),
        next_digest_at=next_at(subscription, now),
        notes=(
            *_snooze_notes(subscription, _in_window(chosen, window), material.snoozed, now),
            *_suppression_notes(subscription, _in_window(material.findings, window), material.suppressions, now),
        ),
    )


def _dismissed_before_notified(
    subscription: Subscription, window: Window, material: Material
) -> tuple[tuple[str, int], ...]:
    """How many hits of the window a reviewer dismissed before anybody was notified of them; empty if none."""
    notified = {one.hit_id for one in material.notifications}
    fresh = [one for one in _in_window(material.findings, window) if one.hit.hit_id not in notified]
    dismissed = select(subscription, fresh)[1]
    return ((DISMISSED, dismissed),) if dismissed else ()


def not_snoozed(findings: Iterable[Finding], snoozed: Iterable[Snooze]) -> list[Finding]:
    """The findings without those of snoozed targets."""
    asleep = {one.target_id for one in snoozed}
    return [one for one in findings if one.hit.target_id not in asleep]


def _in_window(findings: Iterable[Finding], window: Window) -> list[Finding]:
    return [one for one in findings if window.start <= one.found_at < window.end]


def _snooze_notes(
    subscription: Subscription, findings: Sequence[Finding], snoozed: Iterable[Snooze], now: datetime
) -> Iterator[str]:
    """A sentence for each snoozed target, with the number of its hits in the window."""
    for one in {snooze.target_id: snooze for snooze in snoozed}.values():
        mine = [finding for finding in findings if finding.hit.target_id == one.target_id]
        name = one_line(mine[0].target.name, 80) if mine else one.target_id
        until = clock(one.until, subscription.zone, now)
        yield (
            f"Snoozed until {until}: {name}, {counted(len(mine), 'hit')} not reported "
            f"(`watchword hits --target {one.target_id}`)"
        )


def _suppression_notes(
    subscription: Subscription, findings: Sequence[Finding], suppressions: Iterable[Suppression], now: datetime
) -> Iterator[str]:
    """A sentence for each suppression that held back hits for which the subscription asks."""
    asked = [one for one in findings if one.suppression_id and _asks_for(subscription, one)]
    for rule in suppressions:
        mine = [one for one in asked if one.suppression_id == rule.suppression_id]
        if not mine:
            continue
        spelling = f" as “{one_line(rule.alias, 60)}”" if rule.alias else ""
        context = f" beside “{one_line(rule.context, 60)}”" if rule.context else ""
        until = f" until {clock(rule.until, subscription.zone, now)}" if rule.until else ""
        yield (
            f"Suppressed{until}: {one_line(mine[0].target.name, 80)}{spelling}{context}, {counted(len(mine), 'hit')} "
            "not reported (`watchword suppressions`)"
        )


def _arrived(material: Material) -> list[Notification]:
    """The notifications without those that its readers missed."""
    missed = {(one.hit_id, one.digest_id) for one in material.missed}
    return [one for one in material.notifications if (one.hit_id, one.digest_id) not in missed]


def _missed_lines(missed: Iterable[MissedHit], subscription: Subscription, now: datetime) -> dict[str, str]:
    """For each missed hit the line that says so."""
    return {
        one.hit_id: f"not delivered on {clock(one.missed_at, subscription.zone, now)}: {one_line(one.reason, 120)}"
        for one in missed
    }


def _with_lines(cards: Sequence[StoryCard], lines: Mapping[str, str]) -> tuple[StoryCard, ...]:
    """The cards, each with the lines of its findings among its changes."""
    return tuple(
        replace(card, changes=tuple(dict.fromkeys((*card.changes, *_lines_of(card, lines))))) for card in cards
    )


def _lines_of(card: StoryCard, lines: Mapping[str, str]) -> Iterator[str]:
    return (lines[one.hit.hit_id] for one in card.findings if one.hit.hit_id in lines)


def select(subscription: Subscription, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
    """The findings that the subscription asks for, without those dismissed in review; and how many were dismissed.

    Those that a suppression holds back are counted by themselves (`_suppression_notes`).
    """
    asked = [one for one in findings if _asks_for(subscription, one)]
    kept = [one for one in asked if one.verdict not in (ReviewVerdict.DISMISSED, ReviewVerdict.SUPPRESSED)]
    by_rule = sum(one.suppression_id is not None for one in asked)
    return kept, len(asked) - len(kept) - by_rule


def _asks_for(subscription: Subscription, finding: Finding) -> bool:
    wanted = subscription.wants(finding.target.target_id, finding.target.tags)
    return wanted and finding.hit.band.rank >= subscription.min_band.rank


def _not_notified(findings: Iterable[Finding], window: Window, notifications: Iterable[Notification]) -> list[Finding]:
    """The findings of the window, and earlier ones not yet notified, which were committed late."""
    notified = {one.hit_id for one in notifications}
    return [
        one
        for one in findings
        if one.found_at < window.end and (one.found_at >= window.start or one.hit.hit_id not in notified)
    ]


def by_section(findings: Iterable[Finding], notifications: Iterable[Notification]) -> Sections:
    """The findings by section; those of the summarised sections that were notified before are left out."""
    notified = {one.hit_id for one in notifications}
    sections: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        name = _section_of(one)
        if name == "news" or one.hit.hit_id not in notified:
            sections[name].append(one)
    return Sections(*(tuple(sections[name]) for name in ("news", "first_looks", "replays", "archive")))


def _section_of(finding: Finding) -> str:
    if finding.hit.retroactive:
        return "archive"
    if finding.article.origin is EntryOrigin.FIRST_LOOK:
        return "first_looks"
    return "replays" if finding.article.origin in (EntryOrigin.REPLAY, EntryOrigin.FLOOD) else "news"


def _with_edited(news: Sequence[Finding], edited: Iterable[Finding]) -> tuple[Finding, ...]:
    known = {one.hit.hit_id for one in news}
    return (*news, *(one for one in edited if one.hit.hit_id not in known))


def cards_of(findings: Iterable[Finding], material: Material) -> tuple[tuple[StoryCard, ...], tuple[StoryCard, ...]]:
    """The cards with news, most severe first; and those with nothing new except more outlets."""
    stories = {article: story for story in material.stories for article in story.article_ids}
    groups: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        story = stories.get(one.article.article_id)
        groups[story.story_id if story else one.article.article_id].append(one)
    earlier = NotificationIndex(material.notifications)
    cards = [card for group in groups.values() if (card := _card(group, stories, material.articles, earlier))]
    ranked = sorted(cards, key=_rank)
    news = tuple(card for card in ranked if card.status is not CardStatus.COPY)
    return news, tuple(card for card in ranked if card.status is CardStatus.COPY)


def _card(
    findings: list[Finding],
    stories: Mapping[str, Story],
    articles: Mapping[str, Sequence[Article]],
    earlier: NotificationIndex,
) -> StoryCard | None:
    story = stories.get(findings[0].article.article_id) or _story_of_one(findings)
    news = news_of(story, findings, earlier)
    if news is None:
        return None
    shown = {one.article.article_id: one.article for one in news.findings}
    others = {one.article_id: one for one in articles.get(story.story_id, ()) if one.article_id not in shown}
    return StoryCard(story, news.status, news.findings, (*shown.values(), *others.values()), news.changes)


def _story_of_one(findings: Sequence[Finding]) -> Story:
    """A story for an article that is not grouped yet."""
    article = findings[0].article
    severity = highest(severity_of(one) for one in findings)
    seen = article.first_seen_at
    key = digest_of("story", article.article_id)
    return Story(key, (article.article_id,), (), severity, seen, seen, title=article.title)


def _rank(card: StoryCard) -> tuple[int, int, float, str]:
    """Sort key: the most severe first, then those with most certain hits, then the latest."""
    severity = highest(severity_of(one) for one in card.findings)
    certain = sum(one.hit.band is Band.ALERT for one in card.findings)
    return (-severity.rank if severity else 1, -certain, -card.story.last_seen_at.timestamp(), card.story.story_id)
