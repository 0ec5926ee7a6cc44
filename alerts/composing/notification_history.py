"""A subscription's notification history: what it was notified of, and what of a story is still news to it.

Each story is reported once. It is reported again only for a new event of its case, a new target, a target that was only
to be checked and is now certain, a higher severity, the first official source, or a publisher's correction; more
outlets are a line in the next digest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alerts.composing.corrections import correction_notice
from alerts.composing.severity import highest, severity_of
from alerts.text.cleaning import one_line
from core.records import Band, CardStatus, Digest, Finding, Notification, Section, Story

_LONGEST_NOTICE = 240  # code points of a correction that are quoted


@dataclass(frozen=True, slots=True)
class News:
    """What of a story is news to a subscription: its status, the findings to report, and what changed, in words."""

    status: CardStatus
    findings: tuple[Finding, ...]
    changes: tuple[str, ...] = ()


class NotificationIndex:
    """Notifications by their stories and articles: a digest of thousands of stories asks for those of each."""

    def __init__(self, notifications: Iterable[Notification]) -> None:
        self._all = tuple(notifications)
        self._places: dict[str, list[int]] = defaultdict(list)  # by the id of a story or an article
        for place, one in enumerate(self._all):
            for key in {one.story_id, one.article_id}:
                self._places[key].append(place)

    def about(self, story: Story) -> list[Notification]:
        """Those of the story, of stories merged into it, and of its articles, in their order."""
        keys = (story.story_id, *story.merged_ids, *story.article_ids)
        places = {place for key in keys for place in self._places.get(key, ())}
        return [self._all[place] for place in sorted(places)]


def news_of(story: Story, findings: Sequence[Finding], notifications: NotificationIndex) -> News | None:
    """The news in these findings, all of one story; None if there is none."""
    earlier = [one for one in notifications.about(story) if one.section in (Section.CARD, Section.COPY)]
    cards = [one for one in earlier if one.section is Section.CARD]
    if not cards:
        return News(CardStatus.NEW, tuple(findings))
    changes = (
        *_developments(story, findings, earlier),
        *_new_targets(findings, cards),
        *_severity_rise(findings, cards),
        *_first_primary(findings, cards),
    )
    corrections = [one for one in findings if _is_new_correction(one, cards)]
    corrected = tuple(dict.fromkeys(_correction_words(one) for one in corrections))
    versions = {(one.hit_id, one.article_version) for one in earlier}
    fresh = tuple(one for one in findings if (one.hit.hit_id, one.hit.article_version) not in versions)
    if changes:
        return News(CardStatus.UPDATE, fresh or tuple(findings), (*changes, *corrected))
    hits = {one.hit_id for one in earlier}
    copies = tuple(one for one in fresh if one.hit.hit_id not in hits)
    if corrections:
        more = (one for one in copies if one not in corrections)
        return News(CardStatus.CORRECTION, (*corrections, *more), corrected)
    return News(CardStatus.COPY, copies) if copies else None


def _developments(story: Story, findings: Iterable[Finding], earlier: Iterable[Notification]) -> tuple[str, ...]:
    """A line if the findings report an event of the story of which no article was notified yet."""
    notified = {one.article_id for one in earlier}
    found = {one.article.article_id for one in findings}
    known = [event for event in story.events if not notified.isdisjoint(event.article_ids)]
    new = [event for event in story.events if event not in known and not found.isdisjoint(event.article_ids)]
    if not known or not new:
        return ()
    return ("a development of the case",)


def _new_targets(findings: Sequence[Finding], cards: Sequence[Notification]) -> tuple[str, ...]:
    """Lines for targets not notified before, and for those notified only as a check and now certain."""
    known = {one.target_id for one in cards}
    certain = {one.target_id for one in cards if one.severity}
    new = [f"new on this story: {one.target.name}" for one in findings if one.hit.target_id not in known]
    now_certain = [
        f"now certain: {one.target.name}"
        for one in findings
        if one.hit.band is Band.ALERT and one.hit.target_id in known - certain
    ]
    return tuple(dict.fromkeys((*new, *now_certain)))


def _severity_rise(findings: Sequence[Finding], cards: Sequence[Notification]) -> tuple[str, ...]:
    before = highest(one.severity for one in cards)
    now = highest(severity_of(one) for one in findings)
    risen = before and now and now.rank > before.rank
    return (f"severity was {before}, is {now}",) if risen else ()


def _first_primary(findings: Sequence[Finding], cards: Sequence[Notification]) -> tuple[str, ...]:
    if any(one.primary for one in cards):
        return ()
    sources = dict.fromkeys(one.article.site for one in findings if is_primary(one))
    return tuple(f"first official source: {site}" for site in list(sources)[:1])


def _is_new_correction(finding: Finding, cards: Sequence[Notification]) -> bool:
    reported = any(one.correction and one.article_id == finding.article.article_id for one in cards)
    return not reported and bool(correction_notice(finding.article))


def _correction_words(finding: Finding) -> str:
    """`a correction by harbour.example: “Correction: it was Tuesday.”`."""
    return f"a correction by {finding.article.site}: “{one_line(correction_notice(finding.article), _LONGEST_NOTICE)}”"


def is_primary(finding: Finding) -> bool:
    """True if the finding's feed is an official source."""
    return "primary" in finding.source_tags


def notifications_of(digest: Digest) -> tuple[Notification, ...]:
    """The notifications that the digest makes, one per hit."""
    sections = (
        (Section.CARD, [one for card in digest.cards for one in card.findings]),
        (Section.COPY, [one for card in digest.copies for one in card.findings]),
        (Section.FIRST_LOOK, digest.first_looks),
        (Section.REPLAY, digest.replays),
        (Section.ARCHIVE, digest.archive),
    )
    stories = {one.hit.hit_id: card.story.story_id for card in (*digest.cards, *digest.copies) for one in card.findings}
    return tuple(
        Notification(
            subscription_id=digest.subscription_id,
            hit_id=one.hit.hit_id,
            story_id=stories.get(one.hit.hit_id) or one.story_id or "",
            article_id=one.article.article_id,
            article_version=one.hit.article_version,
            target_id=one.hit.target_id,
            severity=severity_of(one),
            section=section,
            digest_id=digest.digest_id,
            told_at=digest.composed_at,
            primary=is_primary(one),
            correction=bool(correction_notice(one.article)),
        )
        for section, findings in sections
        for one in findings
    )
