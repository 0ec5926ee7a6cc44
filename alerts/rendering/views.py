"""The view of a digest that the templates print: strings are sanitised and cut, times are in the reader's zone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from alerts.composing.severity import highest, severity_of
from alerts.config.subscriptions import Subscription
from alerts.rendering.cards import CardView, card_view, status_line
from alerts.rendering.coverage import CoverageView, coverage_view
from alerts.rendering.limits import Limits
from alerts.rendering.quotes import quotes_of
from alerts.rendering.reader_links import ReaderLinks
from alerts.rendering.subject_lines import counts_of, subject, target_names
from alerts.text.cleaning import one_line, safe_link
from alerts.text.languages import with_language
from alerts.text.wording import (
    DISMISSED,
    clock,
    counted,
    distinct_names,
    headline_of,
    listed,
    outlet_name,
    published_words,
    sentence,
    unreported_words,
)
from core.records import CardStatus, Digest, DigestKind, Finding, StoryCard, TargetKind

Item = TypeVar("Item")

_FEW = 3  # stories
_QUOTES_OF_LATER_CARDS = 2
_MOST_NAMES = 5  # in a row
_WHICH_SUPPRESSED = "watchword hits --band suppressed --only"
_WHICH_DISMISSED = "watchword hits --verdict dismissed"


@dataclass(frozen=True, slots=True)
class LineView:
    """A row of a summarised section; `quote` is empty where none is shown."""

    label: str
    text: str
    url: str | None
    facts: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A summarised section; `more` says how many rows are left out, `command` lists them."""

    title: str
    intro: str
    lines: tuple[LineView, ...]
    more: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class DigestView:
    """Everything that the templates print."""

    subject: str
    kicker: str
    title: str
    counts: str
    news: str  # what is new since when, in one sentence
    coverage: CoverageView
    changes: tuple[str, ...]
    problems: tuple[str, ...]
    cards: tuple[CardView, ...]
    sections: tuple[SectionView, ...]
    unreported: str  # hits below the threshold, in words; empty if there are none
    footer: tuple[str, ...]
    unsubscribe: str | None  # the page on which its reader unsubscribes; None if no desk is served


def digest_view(
    digest: Digest, subscription: Subscription, limits: Limits, links: ReaderLinks | None = None
) -> DigestView:
    """The digest's view, cut to `limits`; with the links of its reader if a desk is served."""
    now, zone = digest.composed_at, subscription.zone
    return DigestView(
        subject=subject(digest, subscription),
        kicker=_kicker(digest, subscription),
        title=_title(digest),
        counts=" · ".join(counts_of(digest)),
        news=_news(digest, zone),
        coverage=coverage_view(digest.coverage, zone, now),
        changes=(*map(one_line, digest.notes), *_watchlist_changes(digest)),
        problems=tuple(f"Not in force: {one_line(line)}" for line in digest.coverage.config_problems),
        cards=tuple(
            card_view(card, subscription, _for_card(limits, digest, number), now, links)
            for number, card in enumerate(digest.cards[: _full_cards(digest, limits)])
        ),
        sections=tuple(section for section in _sections(digest, subscription, limits) if section.lines),
        unreported=_unreported(digest, limits),
        footer=tuple(_footer(digest, subscription)),
        unsubscribe=links.unsubscribe if links else None,
    )


def _news(digest: Digest, zone: ZoneInfo) -> str:
    """`Since 22 Nov, 08:00 GMT: 2 new stories, 1 update`."""
    return f"Since {clock(digest.window_start, zone, digest.composed_at)}: {', '.join(counts_of(digest))}"


_MAX_CHANGES = 10


def _watchlist_changes(digest: Digest) -> tuple[str, ...]:
    """A line for each changed entry; more than ten are a count with the command that lists them."""
    changes = digest.watchlist_changes
    if len(changes) <= _MAX_CHANGES:
        return tuple(f"Watchlist changed: {one_line(one.sentence)}" for one in changes)
    kinds = Counter(one.kind for one in changes)
    counts = ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common())
    return (f"Watchlist changed: {counts} (`watchword watchlist changes` names them)",)


def _title(digest: Digest) -> str:
    """A fact, not a headline: `3 names in 2 stories`; in immediate mail the names."""
    names = target_names(digest, TargetKind.ACTOR)
    schemes = target_names(digest, TargetKind.SCHEME)
    if digest.kind is DigestKind.IMMEDIATE and (names or schemes):
        return listed(names or schemes, 3)
    found = [counted(len(names), "name") if names else "", counted(len(schemes), "scheme") if schemes else ""]
    if names or schemes:
        what = " and ".join(part for part in found if part)
        return f"{what} in {counted(len(digest.cards), 'story')}"
    if digest.copies:
        return f"Nothing new; {counted(len(digest.copies), 'story')} reported before, now in more outlets"
    if digest.first_looks or digest.replays or digest.archive:
        return "Nothing new, some older finds"
    return "All quiet: the watch is running"


def _kicker(digest: Digest, subscription: Subscription) -> str:
    kind = "immediate mail" if digest.kind is DigestKind.IMMEDIATE else f"digest {subscription.schedule}"
    marking = f" · TLP:{subscription.tlp}" if subscription.tlp else ""
    return f"{subscription.subscription_id} · {kind}{marking}"


def _sections(digest: Digest, subscription: Subscription, limits: Limits) -> Iterator[SectionView]:
    """The sections of rows: further stories, more outlets, first looks, replays, archive finds."""
    zone, now = subscription.zone, digest.composed_at
    further: dict[str, list[StoryCard]] = {title: [] for title in ("More alerts", "More to check", "More updates")}
    for card in digest.cards[_full_cards(digest, limits) :]:
        further[_further_title(card)].append(card)
    for title, cards in further.items():
        yield _rows(title, "", cards, _story_line, limits)
    yield _rows("Reported before, now also elsewhere", "", digest.copies, _story_line, limits)
    for title, intro, findings in (
        ("First look", "Older or undated entries of feeds that are read for the first time.", digest.first_looks),
        (
            "Announced again or in a flood",
            "Feeds that repeat their archive or send far more than usual.",
            digest.replays,
        ),
        ("From the archive", "Stored articles, read again after the watchlist changed.", digest.archive),
    ):
        yield _rows(title, intro, _by_article(findings), lambda mine: _finding_line(mine, zone, now), limits)


def _for_card(limits: Limits, digest: Digest, number: int) -> Limits:
    """The limits of this card: in a long digest the stories after the first have fewer quotes."""
    is_first = number == 0 or len(digest.cards) <= _FEW
    return limits if is_first else replace(limits, quotes=min(limits.quotes, _QUOTES_OF_LATER_CARDS))


def _full_cards(digest: Digest, limits: Limits) -> int:
    """How many stories get a whole card: all of a few, else those that alert; the others are rows with a quote."""
    if len(digest.cards) <= _FEW:
        return min(len(digest.cards), limits.cards)
    alerting = sum(highest(severity_of(one) for one in card.findings) is not None for card in digest.cards)
    return min(max(1, alerting), limits.cards)


def _further_title(card: StoryCard) -> str:
    if card.status in (CardStatus.UPDATE, CardStatus.CORRECTION):
        return "More updates"
    return "More alerts" if highest(severity_of(one) for one in card.findings) else "More to check"


def _rows(
    title: str, intro: str, items: Sequence[Item], line: Callable[[Item], LineView], limits: Limits
) -> SectionView:
    left = len(items) - limits.lines
    more = f"and {left:,} more" if left > 0 else ""
    return SectionView(title, intro, tuple(map(line, items[: limits.lines])), more, "watchword hits")


def _story_line(card: StoryCard) -> LineView:
    severity = highest(severity_of(one) for one in card.findings)
    names = distinct_names(one_line(one.target.name, 80) for one in card.findings)
    article = card.findings[0].article
    outlets = {one.article.site: outlet_name(one.article) for one in reversed(card.findings)}
    sites = ", ".join(reversed(outlets.values()))
    missed = [f" · {one_line(line)}" for line in card.changes if line.startswith("not delivered")]
    command = f"watchword story {card.story.story_id[:10]}"
    status = "" if card.status is CardStatus.NEW and len(card.articles) == 1 else f" · {status_line(card)}"
    facts = f"{listed(names, _MOST_NAMES)}{status} · {sites}{''.join(missed)} · {command}"
    label = str(severity).upper() if severity else "CHECK"
    deciding = None if severity else card.findings[0].hit.deciding_reason
    if deciding:
        facts = f"To check: {sentence(deciding.text, 160)} {facts}"
    found = quotes_of(article, [one for one in card.findings if one.article.article_id == article.article_id], 1)
    quote = one_line(found[0].text, 200) if found else ""
    headline = with_language(headline_of(article)[0], article)
    return LineView(label, headline, safe_link(article.url), facts, quote)


def _by_article(findings: Sequence[Finding]) -> list[list[Finding]]:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        groups[one.article.article_id].append(one)
    return list(groups.values())


def _finding_line(findings: Sequence[Finding], zone: ZoneInfo, now: datetime) -> LineView:
    """A row for an article, with every target named."""
    article = findings[0].article
    names = dict.fromkeys(
        f"{one_line(one.target.name, 80)}{'' if severity_of(one) else ' (check)'}" for one in findings
    )
    facts = f"{', '.join(names)} · {outlet_name(article)} · {published_words(article.published, zone, now)}"
    return LineView("", with_language(headline_of(article)[0], article), safe_link(article.url), facts)


def _unreported(digest: Digest, limits: Limits) -> str:
    """`8 hits not reported: 5 common names without support, 3 …`, and the command that lists them; empty if none is."""
    reasons = [unreported_words(*one) for one in digest.suppressed]
    if not reasons:
        return ""
    hits = counted(sum(number for _, number in digest.suppressed), "hit")
    which = dict.fromkeys(_WHICH_DISMISSED if code == DISMISSED else _WHICH_SUPPRESSED for code, _ in digest.suppressed)
    return f"{hits} not reported: {listed(reasons, limits.lines)}. Which: {', '.join(which)}"


def _footer(digest: Digest, subscription: Subscription) -> Iterator[str]:
    following = digest.next_digest_at
    then = f" Next digest: {clock(following, subscription.zone, digest.composed_at)}." if following else ""
    yield "A hit is a quotation, not a finding: it says that a name is in a text, not that the text is right."
    yield (
        f"You get this as a reader of “{subscription.subscription_id}” ({subscription.schedule}, "
        f"{subscription.zone.key}), which asks for {_asks(subscription)}.{then}"
    )
    yield (
        "Hours and readers are in alerts.yaml; `watchword snooze ENTRY --days 30` silences an entry. "
        "To stop these messages, answer this mail with “unsubscribe”."
    )


def _asks(subscription: Subscription) -> str:
    wanted = [*(f"#{tag}" for tag in sorted(subscription.tags)), *sorted(subscription.targets)]
    return listed(wanted, 6) if wanted else "everything on the watchlist"
