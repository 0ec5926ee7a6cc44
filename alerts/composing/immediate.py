"""Composing immediate mails: which hits are severe enough now, and which wait for the next digest. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from alerts.composing.digest import Material, by_section, cards_of, not_snoozed, select
from alerts.composing.severity import highest, severity_of
from alerts.config.schedule import next_at
from alerts.config.subscriptions import Immediate, Subscription
from alerts.text.wording import clock
from core.identity import digest_of
from core.records import Digest, DigestKind, HeldHits, Severity, StoryCard


def compose_immediate(
    subscription: Subscription, material: Material, now: datetime, *, sent_today: int
) -> Digest | None:
    """The immediate mail; None if nothing is severe enough, the day's cap is reached or quiet hours hold it back.

    `material.findings` are those of the article batch just stored. What is held back is in the next digest.
    """
    rule = subscription.immediate
    if rule is None or sent_today >= rule.cap:
        return None
    cards = _immediate_cards(subscription, material, _floor(subscription, rule, now))
    if not cards:
        return None
    hits = sorted(one.hit.hit_id for card in cards for one in card.findings)
    return Digest(
        digest_id=digest_of("immediate", subscription.subscription_id, *hits),
        subscription_id=subscription.subscription_id,
        window_start=min(one.found_at for card in cards for one in card.findings),
        window_end=now,
        composed_at=now,
        cards=cards,
        coverage=material.coverage,
        next_digest_at=next_at(subscription, now),
        kind=DigestKind.IMMEDIATE,
        notes=_last_of_the_day(subscription, rule, now) if sent_today + 1 >= rule.cap else (),
    )


def held_hits(subscription: Subscription, material: Material, now: datetime, *, sent_today: int) -> HeldHits | None:
    """The hits for which there would be an immediate mail but for the day's cap or quiet hours; None if there are none.

    `material.findings` are those of the article batch just stored, as for `compose_immediate`.
    """
    rule = subscription.immediate
    if rule is None:
        return None
    wanted = _hit_ids(_immediate_cards(subscription, material, rule.severity))
    if sent_today < rule.cap:
        wanted -= _hit_ids(_immediate_cards(subscription, material, _floor(subscription, rule, now)))
    if not wanted:
        return None
    reason = f"{rule.cap} mails a day" if sent_today >= rule.cap else "quiet hours"
    return HeldHits(subscription.subscription_id, reason, len(wanted), next_at(subscription, now))


def _hit_ids(cards: Iterable[StoryCard]) -> set[str]:
    return {one.hit.hit_id for card in cards for one in card.findings}


def _last_of_the_day(subscription: Subscription, rule: Immediate, now: datetime) -> tuple[str, ...]:
    following = clock(next_at(subscription, now), subscription.zone, now)
    last = f"This is the last immediate mail of today (at most {rule.cap} a day)"
    return (f"{last}: further news is in the digest of {following}.",)


def _floor(subscription: Subscription, rule: Immediate, now: datetime) -> Severity:
    """The lowest severity that is worth an immediate mail now."""
    if subscription.quiet_hours and subscription.quiet_hours.hold(now.astimezone(subscription.zone).time()):
        return Severity.HIGH
    return rule.severity


def _immediate_cards(subscription: Subscription, material: Material, floor: Severity) -> tuple[StoryCard, ...]:
    wanted = not_snoozed(select(subscription, material.findings)[0], material.snoozed)
    news, _ = cards_of(by_section(wanted, material.notifications).news, material)
    return tuple(card for card in news if _reaches(card, floor))


def _reaches(card: StoryCard, floor: Severity) -> bool:
    found = highest(severity_of(one) for one in card.findings)
    return found is not None and found.rank >= floor.rank
