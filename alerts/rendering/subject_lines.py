"""The subject line of a digest or notice, and the counts and names that it shares with the digest's head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from alerts.composing.severity import highest, severity_of
from alerts.config.subscriptions import SubjectStyle, Subscription
from alerts.rendering.evidence import spellings_to_check
from alerts.text.cleaning import one_line
from alerts.text.wording import counted, distinct_names, listed
from core.records import CardStatus, Digest, TargetKind

_MAX_SUBJECT = 160
"""The longest subject, in code points."""


def subject(digest: Digest, subscription: Subscription) -> str:
    """The subject line: names, or only counts if the subscription asks for that."""
    if not digest.cards:
        older = digest.copies or digest.first_looks or digest.replays or digest.archive
        quiet = ("All quiet", f"{counted(digest.coverage.feeds_total, 'feed')} watched")
        return subject_line(counts_of(digest) if older else quiet, subscription.tlp)
    severity = highest(severity_of(one) for card in digest.cards for one in card.findings)
    level = str(severity).upper() if severity else "CHECK"
    if subscription.subject is SubjectStyle.COUNTS:
        return subject_line((level, *counts_of(digest)[:3]), subscription.tlp)
    names = listed(target_names(digest, TargetKind.ACTOR), 2)
    schemes = listed(target_names(digest, TargetKind.SCHEME), 1)
    return subject_line((level, names, schemes), subscription.tlp)


def subject_line(parts: Iterable[str], tlp: str | None) -> str:
    """`[Watchword] HIGH · names · schemes`, on one line of at most 160 code points."""
    marking = f"[TLP:{tlp}] " if tlp else ""
    return one_line(f"[Watchword] {marking}{' · '.join(part for part in parts if part)}", _MAX_SUBJECT)


def target_names(digest: Digest, kind: TargetKind) -> list[str]:
    """The targets of the cards, each once: certain ones first, then by severity, then by their number of articles."""
    findings = [one for card in digest.cards for one in card.findings if one.hit.kind is kind]
    articles = Counter(one.hit.target_id for one in findings)
    ranked = sorted(
        findings, key=lambda one: (-one.hit.band.rank, -one.target.severity.rank, -articles[one.hit.target_id])
    )
    return distinct_names(one_line(one.target.name, 80) for one in ranked)


def counts_of(digest: Digest) -> tuple[str, ...]:
    """`1 new story`, `2 articles`, `6 names`, `1 spelling to check`, `2 stories in more outlets`."""
    status = Counter(card.status for card in digest.cards)
    findings = [one for card in digest.cards for one in card.findings]
    articles = {one.article.article_id for one in findings}
    to_check = len(spellings_to_check(findings))
    other = len(digest.first_looks) + len(digest.replays) + len(digest.archive)
    parts = [
        counted(status[CardStatus.NEW], "new story", "new stories") if status[CardStatus.NEW] else "",
        counted(status[CardStatus.UPDATE], "update") if status[CardStatus.UPDATE] else "",
        counted(status[CardStatus.CORRECTION], "correction") if status[CardStatus.CORRECTION] else "",
        counted(len(articles), "article") if articles else "",
        counted(len(target_names(digest, TargetKind.ACTOR)), "name") if findings else "",
        counted(to_check, "spelling to check", "spellings to check") if to_check else "",
        counted(len(digest.copies), "story in more outlets", "stories in more outlets") if digest.copies else "",
        counted(other, "older find") if other else "",
    ]
    return tuple(part for part in parts if part) or ("nothing new",)
