"""Told once: what of a story a subscription has heard, and what of it is news.

A story alerts once. It is told again only for a target not told before, a higher severity, the first official
source, or a publisher's correction; more outlets are a line in the next digest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alerts.severity import highest, severity_of
from core.records import Band, CardStatus, Digest, Finding, Notification, Section, Story

# How publishers open a notice of correction, in the languages of the watch; the notice stands in the headline, or
# opens or closes the text.
_NOTICE = re.compile(
    r"(?:^|\n|[.!?”\"]\s+|\[|\()\s*(?:correct(?:ion|ed)\b|clarification\b|editor[’']s note\b[^\n]{0,200}\bcorrect"
    r"|an earlier version of this (?:article|story|report)\b"
    r"|정정(?:보도|합니다|:|\s)|바로잡습니다|【?訂正(?:】|:|：|\s))",
    re.IGNORECASE,
)
_NOTICE_REACH = 600  # code points at either end of a text in which a notice may stand


@dataclass(frozen=True, slots=True)
class News:
    """What is to be told of a story: status new, update, correction or copy, and what changed, in words."""

    status: CardStatus
    findings: tuple[Finding, ...]
    changes: tuple[str, ...] = ()


def news_of(story: Story, findings: Sequence[Finding], notifications: Iterable[Notification]) -> News | None:
    """What of these findings, all of one story, the subscription has not heard; None if it has heard it all."""
    heard = [one for one in notifications if _concerns(one, story) and one.section in (Section.CARD, Section.COPY)]
    cards = [one for one in heard if one.section is Section.CARD]
    if not cards:
        return News(CardStatus.NEW, tuple(findings))
    changes = (*_new_targets(findings, cards), *_severity_rise(findings, cards), *_first_primary(findings, cards))
    corrections = [one for one in findings if _is_new_correction(one, cards)]
    versions = {(one.hit_id, one.article_version) for one in heard}
    fresh = tuple(one for one in findings if (one.hit.hit_id, one.hit.article_version) not in versions)
    if changes:
        return News(CardStatus.UPDATE, fresh or tuple(findings), changes)
    hits = {one.hit_id for one in heard}
    copies = tuple(one for one in fresh if one.hit.hit_id not in hits)
    if corrections:
        more = (one for one in copies if one not in corrections)
        return News(CardStatus.CORRECTION, (*corrections, *more), ("the publisher has printed a correction",))
    return News(CardStatus.COPY, copies) if copies else None


def _concerns(line: Notification, story: Story) -> bool:
    return line.story_id in (story.story_id, *story.merged_ids) or line.article_id in story.article_ids


def _new_targets(findings: Sequence[Finding], cards: Sequence[Notification]) -> tuple[str, ...]:
    """Targets not told before, or told only as a check and now found for certain."""
    known = {one.target_id for one in cards}
    certain = {one.target_id for one in cards if one.severity}
    new = [f"new on this story: {one.target.name}" for one in findings if one.hit.target_id not in known]
    surer = [
        f"now certain: {one.target.name}"
        for one in findings
        if one.hit.band is Band.ALERT and one.hit.target_id in known - certain
    ]
    return tuple(dict.fromkeys((*new, *surer)))


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
    return not reported and is_correction(finding)


def is_correction(finding: Finding) -> bool:
    """True if the article carries its publisher's notice of correction."""
    article = finding.article
    places = (article.title or "", article.text[:_NOTICE_REACH], article.text[-_NOTICE_REACH:])
    return any(_NOTICE.search(place) for place in places)


def is_primary(finding: Finding) -> bool:
    """True if the finding's feed is an official source."""
    return "primary" in finding.source_tags


def notifications_of(digest: Digest) -> tuple[Notification, ...]:
    """The lines that the digest adds to the told ledger."""
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
            correction=is_correction(one),
        )
        for section, findings in sections
        for one in findings
    )
