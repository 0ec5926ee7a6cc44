"""The view of a story's card: who is named, quotes with their sources, why it matched and what needs a check."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from alerts.composing.notification_history import is_primary
from alerts.composing.severity import highest, severity_of
from alerts.config.subscriptions import Subscription
from alerts.rendering.commands import Command, commands_of, links_of
from alerts.rendering.evidence import WhyEntry, checks_of, facts_agreeing, listed_for, why_matched
from alerts.rendering.limits import Limits
from alerts.rendering.quotes import Quote, quotes_of
from alerts.rendering.reader_links import ReaderLinks
from alerts.text.cleaning import one_line, safe_link
from alerts.text.languages import foreign_language, with_language
from alerts.text.wording import clock, counted, day, headline_of, listed, outlet_name, published_words
from core.records import Article, Band, CardStatus, Finding, Quality, StoryCard, TargetKind

_EARLIER = 3  # most earlier events of a case that are named
_RECENT = timedelta(days=1)  # between publication and poll; after it both are shown
_NAME = 80  # longest name or surface shown, in code points
_QUALITY = {
    Quality.PAYWALL: "paywall: only the opening was read",
    Quality.CONSENT: "consent wall: the article was not read",
    Quality.PARTIAL: "read in part",
    Quality.EMPTY: "no text on the page",
    Quality.NOT_ARTICLE: "not an article page",
}
_STATUS = {
    CardStatus.NEW: "New story",
    CardStatus.UPDATE: "Update",
    CardStatus.CORRECTION: "Correction",
    CardStatus.COPY: "More outlets",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A name of targets, with their number if several have it; `check` is True if even its best find is uncertain."""

    name: str
    check: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with its quotes. `title` is empty where the card's headline is the same."""

    source: str
    title: str
    url: str | None
    facts: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class OutletLink:
    """An outlet's name and the address of its article, None if that is not a safe link."""

    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class EarlierEvent:
    """An earlier event of the case: its headline, the address of an article on it, and when it was published."""

    headline: str
    url: str | None
    facts: str


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything a card shows."""

    level: str
    label: str
    status: str
    headline: str
    url: str | None
    changes: tuple[str, ...]
    earlier: tuple[EarlierEvent, ...]
    actors: tuple[Chip, ...]
    schemes: tuple[Chip, ...]
    articles: tuple[ArticleView, ...]
    same_words: tuple[OutletLink, ...]  # outlets with no other quotes than those shown
    others_line: str
    others: tuple[OutletLink, ...]
    checks_title: str
    checks: tuple[str, ...]
    named: str  # the first people of the story, for the list of contents; without people the first scheme
    listed_for: str  # why the people are listed, in the words of the watchlist; empty if it says nothing
    facts: tuple[str, ...]  # by which the bearers of names were recognised, a sentence each
    as_listed: str  # the people found only as they are listed; empty if there are none
    why: tuple[WhyEntry, ...]  # the others
    commands: tuple[Command, ...]


def card_view(
    card: StoryCard, subscription: Subscription, limits: Limits, now: datetime, links: ReaderLinks | None = None
) -> CardView:
    """The card's view, cut to `limits`; with the links of its reader if a desk is served."""
    severity = highest(severity_of(one) for one in card.findings)
    shown, others = _split(card, limits)
    lead = shown[0] if shown else card.articles[0]
    checks = checks_of(card.findings)
    articles = _article_views(shown, card, subscription, limits, now)
    same_words = _same_words(shown, card, limits)
    quoted = set(_own_quotes(shown, card, limits)) | {one.article_id for one in same_words}
    others = [*(one for one in shown if one.article_id not in quoted), *others]
    as_listed, why = why_matched(card.findings, limits.why)
    return CardView(
        level=str(severity or "check"),
        label=str(severity).upper() if severity else "CHECK",
        status=status_line(card),
        headline=with_language(headline_of(lead)[0], lead),
        url=safe_link(lead.url),
        changes=tuple(f"{line[:1].upper()}{one_line(line)[1:]}" for line in card.changes),
        earlier=_earlier(card, lead, now),
        actors=_chips(card.findings, TargetKind.ACTOR),
        schemes=_chips(card.findings, TargetKind.SCHEME),
        articles=articles,
        same_words=_outlet_links(same_words),
        others_line=f"Also in {counted(len(others), 'article')} of {counted(len(_sites(others)), 'outlet')}:",
        others=_outlet_links(others),
        checks_title=f"{counted(len(checks), 'point')} to check.",
        checks=checks,
        named=_first_names(card.findings),
        listed_for=listed_for(card.findings),
        facts=facts_agreeing(card.findings),
        as_listed=as_listed,
        why=why,
        commands=links_of(card, links) if links else commands_of(card),
    )


def status_line(card: StoryCard) -> str:
    """`New story · 2 articles · 2 outlets`; one article is not counted."""
    sources = counted(len(_sites(card.articles)), "outlet")
    official = " · official source" if any(map(is_primary, card.findings)) else ""
    size = f" · {counted(len(card.articles), 'article')} · {sources}" if len(card.articles) > 1 else ""
    return f"{_STATUS[card.status]}{size}{official}"


def _split(card: StoryCard, limits: Limits) -> tuple[list[Article], list[Article]]:
    """The articles shown with quotes, and the other articles.

    Official ones are first, then those in the language of most, then those with most evidence.
    """
    found: dict[str, int] = defaultdict(int)
    for one in card.findings:
        found[one.article.article_id] += 1 + 3 * (one.hit.band is Band.ALERT)
    official = {one.article.article_id for one in card.findings if is_primary(one)}
    languages = Counter(foreign_language(one) for one in card.articles if found[one.article_id])
    usual = min(languages, key=lambda one: (-languages[one], one), default="")
    ranked = sorted(
        card.articles,
        key=lambda one: (
            one.article_id not in official,
            foreign_language(one) != usual,
            -found[one.article_id],
            not one.title,
            one.first_seen_at,
            one.article_id,
        ),
    )
    shown = [one for one in ranked if found[one.article_id]][: limits.articles]
    return shown, [one for one in ranked if one not in shown]


def _sites(articles: Iterable[Article]) -> list[str]:
    return list(dict.fromkeys(one.site for one in articles))


def _outlet_links(articles: Sequence[Article]) -> tuple[OutletLink, ...]:
    """One link per outlet, so that every outlet is shown."""
    firsts = {one.site: one for one in reversed(articles)}
    return tuple(OutletLink(outlet_name(one), safe_link(one.url)) for one in reversed(firsts.values()))


def _chips(findings: Iterable[Finding], kind: TargetKind) -> tuple[Chip, ...]:
    """The names of this kind's targets, those with certain evidence first; lists that repeat each other share one."""
    best: dict[str, Finding] = {}
    for one in findings:
        known = best.get(one.hit.target_id)
        if one.hit.kind is kind and (known is None or one.hit.band.rank > known.hit.band.rank):
            best[one.hit.target_id] = one
    ranked = sorted(best.values(), key=lambda one: (-one.hit.band.rank, -one.target.severity.rank))
    bearers: dict[str, list[Finding]] = defaultdict(list)
    for one in ranked:
        bearers[one_line(one.target.name, _NAME).casefold()].append(one)
    return tuple(map(_chip, bearers.values()))


def _chip(bearers: Sequence[Finding]) -> Chip:
    """The chip of targets of one name, the most certain first."""
    first = bearers[0]
    number = f" ({len(bearers)} entries)" if len(bearers) > 1 else ""
    return Chip(f"{one_line(first.target.name, _NAME)}{number}", first.hit.band is not Band.ALERT)


def _first_names(findings: Sequence[Finding]) -> str:
    people = [one.name for one in _chips(findings, TargetKind.ACTOR)]
    schemes = [one.name for one in _chips(findings, TargetKind.SCHEME)]
    return listed(people, 2) if people else listed(schemes, 1)


def _article_views(
    shown: Sequence[Article], card: StoryCard, subscription: Subscription, limits: Limits, now: datetime
) -> tuple[ArticleView, ...]:
    """The views of the articles that have a quote of their own, or no quote at all."""
    own = _own_quotes(shown, card, limits)
    return tuple(
        _article_view(one, own[one.article_id], subscription, now, lead=one is shown[0])
        for one in shown
        if one.article_id in own
    )


def _own_quotes(shown: Sequence[Article], card: StoryCard, limits: Limits) -> dict[str, tuple[Quote, ...]]:
    """The quotes of each article that no article before it has, in all as many as the limit for a story.

    Articles with no quote left are not in the result.
    """
    known: set[str] = set()
    own: dict[str, tuple[Quote, ...]] = {}
    for article in shown:
        quotes = _quotes(article, card, limits)
        fresh = tuple(one for one in quotes if one.text not in known)
        left = limits.quotes - len(known)
        if (fresh and left > 0) or not quotes:
            own[article.article_id] = fresh[: max(left, 0)]
        known.update(one.text for one in fresh[: max(left, 0)])
    return own


def _same_words(shown: Sequence[Article], card: StoryCard, limits: Limits) -> list[Article]:
    """The articles whose quotes all stand under another one."""
    own = _own_quotes(shown, card, limits)
    known = {quote.text for quotes in own.values() for quote in quotes}
    left = [one for one in shown if one.article_id not in own]
    return [one for one in left if {quote.text for quote in _quotes(one, card, limits)} <= known]


def _quotes(article: Article, card: StoryCard, limits: Limits) -> tuple[Quote, ...]:
    findings = [one for one in card.findings if one.article.article_id == article.article_id]
    return quotes_of(article, findings, limits.quotes)


def _article_view(
    article: Article, quotes: tuple[Quote, ...], subscription: Subscription, now: datetime, *, lead: bool
) -> ArticleView:
    title, is_title = headline_of(article)
    shown = tuple(one for one in quotes if not (lead and one.in_title))
    facts = [
        "named in the headline" if len(shown) < len(quotes) else "",
        published_words(article.published, subscription.zone, now),
        "" if _is_fresh(article) else f"seen {clock(article.first_seen_at, subscription.zone, now)}",
        "" if is_title else "headline missing, first sentence shown",
        _QUALITY.get(article.quality, ""),
    ]
    return ArticleView(
        source=outlet_name(article),
        title="" if lead else with_language(title, article),
        url=safe_link(article.url),
        facts=" · ".join(fact for fact in facts if fact),
        quotes=shown,
    )


def _is_fresh(article: Article) -> bool:
    """True if the article was seen within a day of the instant at which it was published."""
    at = article.published.at if article.published else None
    if not isinstance(at, datetime):
        return False
    return article.first_seen_at - (at if at.tzinfo else at.replace(tzinfo=UTC)) < _RECENT


def _earlier(card: StoryCard, lead: Article, now: datetime) -> tuple[EarlierEvent, ...]:
    """The events of the case before the one that the card is about, the latest first."""
    ids = [set(event.article_ids) for event in card.story.events]
    about = next((number for number, one in enumerate(ids) if lead.article_id in one), 0)
    articles = {one.article_id: one for one in card.articles}
    before = card.story.events[:about][::-1][:_EARLIER]
    firsts = (next((articles[key] for key in event.article_ids if key in articles), None) for event in before)
    return tuple(
        EarlierEvent(with_language(headline_of(one)[0], one), safe_link(one.url), _day_and_outlet(one, now))
        for one in firsts
        if one is not None
    )


def _day_and_outlet(article: Article, now: datetime) -> str:
    at = article.published.at if article.published else article.first_seen_at
    return f"{day(at.date() if isinstance(at, datetime) else at, now)}, {outlet_name(article)}"
