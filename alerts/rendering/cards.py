"""The view of a story's card: who is named, quotes with their sources, why it matched and what needs a check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from alerts.composing.notification_history import is_primary
from alerts.composing.severity import highest, severity_of
from alerts.config.subscriptions import Subscription
from alerts.rendering.limits import Limits
from alerts.rendering.quotes import Quote, is_verbatim, quotes_of, whole_words
from alerts.rendering.reader_links import ReaderLinks
from alerts.text.cleaning import one_line, safe_link
from alerts.text.wording import (
    clock,
    counted,
    headline_of,
    listed,
    method_words,
    needs_check,
    outlet_name,
    published_words,
)
from core.records import (
    Article,
    Band,
    CardStatus,
    Finding,
    MatchMethod,
    Mention,
    Quality,
    ReviewVerdict,
    StoryCard,
    Target,
    TargetKind,
)

_AS_LISTED = {method_words(MatchMethod.EXACT), method_words(MatchMethod.TERM)}
_SPELLINGS = 4  # most spellings of one entry in the table
_NAMED = 5  # further targets named in a command
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
    """A target's name; `check` is True if even its best evidence is uncertain."""

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
class WhyRow:
    """A spelling found in the text and how it was matched; `near` is True if a person should check it."""

    surface: str
    words: str
    near: bool


@dataclass(frozen=True, slots=True)
class WhyEntry:
    """A watchlist entry with the unlisted spellings found; `basis` is why it is listed, in its words, or empty."""

    name: str
    basis: str
    rows: tuple[WhyRow, ...]


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done, and how: by a command line or, where a desk is served, by links (text and address)."""

    purpose: str
    line: str
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything a card shows."""

    level: str
    label: str
    status: str
    headline: str
    url: str | None
    changes: tuple[str, ...]
    actors: tuple[Chip, ...]
    schemes: tuple[Chip, ...]
    articles: tuple[ArticleView, ...]
    same_words: tuple[OutletLink, ...]  # outlets with no other quotes than those shown
    others_line: str
    others: tuple[OutletLink, ...]
    checks_title: str
    checks: tuple[str, ...]
    as_listed: str  # the people found only as they are listed, in words; empty if there are none
    why: tuple[WhyEntry, ...]  # the others
    commands: tuple[Command, ...]


def card_view(
    card: StoryCard, subscription: Subscription, limits: Limits, now: datetime, links: ReaderLinks | None = None
) -> CardView:
    """The card's view, cut to `limits`; with the links of its reader if a desk is served."""
    severity = highest(severity_of(one) for one in card.findings)
    shown, others = _split(card, limits)
    lead = shown[0] if shown else card.articles[0]
    checks = _checks(card.findings)
    articles = _article_views(shown, card, subscription, limits, now)
    same_words = _same_words(shown, card, limits)
    quoted = set(_own_quotes(shown, card, limits)) | {one.article_id for one in same_words}
    others = [*(one for one in shown if one.article_id not in quoted), *others]
    as_listed, why = _why(card.findings, limits.why)
    return CardView(
        level=str(severity or "check"),
        label=str(severity).upper() if severity else "CHECK",
        status=status_line(card),
        headline=headline_of(lead)[0],
        url=safe_link(lead.url),
        changes=tuple(f"{line[:1].upper()}{one_line(line)[1:]}" for line in card.changes),
        actors=_chips(card.findings, TargetKind.ACTOR),
        schemes=_chips(card.findings, TargetKind.SCHEME),
        articles=articles,
        same_words=_outlet_links(same_words),
        others_line=f"Also in {counted(len(others), 'article')} of {counted(len(_sites(others)), 'outlet')}:",
        others=_outlet_links(others),
        checks_title=f"{counted(len(checks), 'point')} to check.",
        checks=checks,
        as_listed=as_listed,
        why=why,
        commands=_links(card, links) if links else _commands(card),
    )


def status_line(card: StoryCard) -> str:
    """`New story · 2 articles · 2 sources`."""
    sources = counted(len(_sites(card.articles)), "source")
    official = " · official source" if any(map(is_primary, card.findings)) else ""
    return f"{_STATUS[card.status]} · {counted(len(card.articles), 'article')} · {sources}{official}"


def spellings_to_check(findings: Iterable[Finding]) -> set[tuple[str, str]]:
    """The (target id, spelling) pairs that a person should check."""
    return {
        (finding.hit.target_id, mention.surface)
        for finding in findings
        for mention in finding.hit.mentions
        if needs_check(mention.method) and is_verbatim(finding.article, mention)
    }


def _split(card: StoryCard, limits: Limits) -> tuple[list[Article], list[Article]]:
    """The articles shown with quotes, official ones and those with most evidence first; and the other articles."""
    found: dict[str, int] = defaultdict(int)
    for one in card.findings:
        found[one.article.article_id] += 1 + 3 * (one.hit.band is Band.ALERT)
    official = {one.article.article_id for one in card.findings if is_primary(one)}
    ranked = sorted(
        card.articles,
        key=lambda one: (
            one.article_id not in official,
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
    """The targets of this kind, those with certain evidence first."""
    best: dict[str, Finding] = {}
    for one in findings:
        known = best.get(one.hit.target_id)
        if one.hit.kind is kind and (known is None or one.hit.band.rank > known.hit.band.rank):
            best[one.hit.target_id] = one
    ranked = sorted(best.values(), key=lambda one: (-one.hit.band.rank, -one.target.severity.rank))
    return tuple(Chip(one_line(one.target.name, _NAME), one.hit.band is not Band.ALERT) for one in ranked)


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
    facts = [
        published_words(article.published, subscription.zone, now),
        f"seen {clock(article.first_seen_at, subscription.zone, now)}",
        "" if is_title else "headline missing, first sentence shown",
        _QUALITY.get(article.quality, ""),
    ]
    return ArticleView(
        source=outlet_name(article),
        title="" if lead else title,
        url=safe_link(article.url),
        facts=" · ".join(fact for fact in facts if fact),
        quotes=quotes,
    )


def _checks(findings: Sequence[Finding]) -> tuple[str, ...]:
    """What a person should check, a sentence each: unlisted spellings, and hits uncertain for another reason."""
    return tuple(dict.fromkeys((*_spelling_checks(findings), *_uncertain_hit_checks(findings))))


def _spelling_checks(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        for mention in finding.hit.mentions:
            if needs_check(mention.method) and is_verbatim(finding.article, mention):
                surface, alias = one_line(mention.surface, _NAME), one_line(mention.alias, _NAME)
                source = outlet_name(finding.article)
                line = f"“{surface}” ({source}) is taken for “{alias}”: {method_words(mention.method)}."
                yield f"{line}{_also_named(finding, findings)}"


def _also_named(finding: Finding, findings: Sequence[Finding]) -> str:
    """A sentence on which other actors the article names for certain, which supports an unlisted spelling; or empty."""
    others = dict.fromkeys(
        one_line(one.target.name, _NAME)
        for one in findings
        if one.article.article_id == finding.article.article_id
        and one.hit.kind is TargetKind.ACTOR
        and one.hit.band is Band.ALERT
        and one.hit.target_id != finding.hit.target_id
    )
    return f" The same article names {listed(list(others), 3)}." if others else ""


def _uncertain_hit_checks(findings: Sequence[Finding]) -> Iterator[str]:
    """A sentence for each source and reason, with all names that it holds for."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for finding in findings:
        deciding = finding.hit.deciding_reason
        if finding.hit.band is not Band.ALERT and deciding:
            why = one_line(deciding.text, 200).rstrip(".")
            names[outlet_name(finding.article), why].append(one_line(finding.target.name, _NAME))
    for (source, why), found in names.items():
        yield f"{', '.join(dict.fromkeys(found))} ({source}): {why}."


def _why(findings: Sequence[Finding], most: int) -> tuple[str, tuple[WhyEntry, ...]]:
    """The names of the people found only as listed, and the other entries with the spellings that are not listed.

    The latter have `most` rows in all; no entry gets a second row before each has one.
    """
    spellings: dict[str, dict[tuple[str, str], WhyRow]] = defaultdict(dict)
    targets = {one.hit.target_id: one.target for one in findings}
    for finding in sorted(findings, key=lambda one: (one.hit.kind is TargetKind.SCHEME, -one.hit.band.rank)):
        for mention in finding.hit.mentions:
            if is_verbatim(finding.article, mention):
                row = _why_row(finding, mention)
                spellings[finding.hit.target_id].setdefault((row.surface.casefold(), row.words), row)
    plain = [key for key, rows in spellings.items() if all(row.words in _AS_LISTED for row in rows.values())]
    people = {one.hit.target_id for one in findings if one.hit.kind is TargetKind.ACTOR}
    as_listed = _with_basis([targets[key] for key in plain if key in people])
    spellings = {
        key: {spelling: row for spelling, row in rows.items() if row.words not in _AS_LISTED}
        for key, rows in spellings.items()
        if key not in plain
    }
    spare = max(0, most - len(spellings))
    entries = []
    for target_id, rows in list(spellings.items())[:most]:
        kept = tuple(rows.values())[: 1 + min(spare, _SPELLINGS - 1)]
        spare -= len(kept) - 1
        target = targets[target_id]
        entries.append(WhyEntry(one_line(target.name, _NAME), one_line(target.basis or "", 120), kept))
    return as_listed, tuple(entries)


def _with_basis(found: Iterable[Target]) -> str:
    """`A, B (indicted in 2025), C`: the names, those with one basis together."""
    names: dict[str, list[str]] = defaultdict(list)
    for target in found:
        names[one_line(target.basis or "", 120)].append(one_line(target.name, _NAME))
    return ", ".join(f"{', '.join(some)} ({basis})" if basis else ", ".join(some) for basis, some in names.items())


def _why_row(finding: Finding, mention: Mention) -> WhyRow:
    in_scheme = finding.hit.kind is TargetKind.SCHEME
    surface = whole_words(finding.article, mention) if in_scheme else mention.surface
    return WhyRow(one_line(surface, _NAME), method_words(mention.method), needs_check(mention.method))


def _commands(card: StoryCard) -> tuple[Command, ...]:
    """Commands that name the story, and the entry of the watchlist in all of it."""
    story, best = card.story.story_id, _best_of_each_target(card)
    lead, *others = best
    also = f" (or {', '.join(one.hit.target_id for one in others[:_NAMED])})" if others else ""
    shown = (
        Command("The whole story", f"watchword story {story}"),
        Command(f"Why {one_line(lead.target.name, _NAME)} was found", f"watchword explain {lead.hit.hit_id}"),
    )
    if lead.verdict is ReviewVerdict.CONFIRMED:
        return shown
    dismissed = f"watchword review {story} dismiss --target {lead.hit.target_id}"
    return (*shown, Command("Not who is listed", f"{dismissed}{also}"))


def _links(card: StoryCard, links: ReaderLinks) -> tuple[Command, ...]:
    """The same as links, and one for each target to hear nothing about it for some days."""
    named = [(one_line(one.target.name, _NAME), one.hit.hit_id) for one in _best_of_each_target(card)[: 1 + _NAMED]]
    return (
        Command("", "", (("Read and judge the whole story", links.key.story(card.story.story_id)),)),
        Command("Why found", "", tuple((name, links.key.hit(hit_id)) for name, hit_id in named)),
        Command("Snooze", "", tuple((name, links.snooze(hit_id)) for name, hit_id in named)),
    )


def _best_of_each_target(card: StoryCard) -> list[Finding]:
    """For each target the finding with most evidence; the surest first, and among equals those without a verdict."""
    ranked = sorted(card.findings, key=lambda one: (-one.hit.band.rank, -one.hit.score, one.hit.hit_id))
    first = {one.hit.target_id: one for one in reversed(ranked)}
    return sorted(
        first.values(),
        key=lambda one: (one.verdict is ReviewVerdict.CONFIRMED, -one.hit.band.rank, -one.hit.score, one.hit.hit_id),
    )
