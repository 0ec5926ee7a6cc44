"""Edits of an entry, tried on the judged articles before they are proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from core.records import Article, Band
from matching.engine import Matcher
from matching.namesakes.exclusion_terms import exclusion_terms
from matching.namesakes.judged_mentions import JudgedMention, mentions_in
from matching.namesakes.stated_facts import stated_facts
from matching.single_entry import Entry, band_of, matcher_of_entry
from matching.watchlist.facts import Facts
from matching.watchlist.model import Actor, ExclusionTerms, Scheme, Scope, Watchlist

_MOST_CONTEXTS = 20  # contexts of the list that are tried
_MOST_TRIED = 30  # articles of each verdict, the first ones, on which an edit is chosen
_SCOPES: tuple[Scope, ...] = ("sentence", "paragraph", "document")
_RANKS = {Band.SUPPRESSED: 0, Band.REVIEW: 1, Band.ALERT: 2}


class EditedKey(StrEnum):
    """The key of an entry that an edit changes, in the order in which edits are proposed."""

    NONE = "none"
    REQUIRE = "require"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Edit:
    """A new value of one key. `value` is what YAML says of it; `because` is a clause for a person."""

    key: EditedKey
    value: Any
    because: str
    entry: Entry  # with the edit


@dataclass(frozen=True, slots=True)
class JudgedArticles:
    """The articles with hits of an entry, by what a person said of them.

    `companions` are the names of other entries that were found in them: company speaks for a mention, never against it.
    """

    confirmed: Sequence[Article]
    dismissed: Sequence[Article]
    companions: Sequence[str] = ()


def proposed_edits(watchlist: Watchlist, entry: Entry, judged: JudgedArticles) -> tuple[Edit, ...]:
    """The best edit of each key: with it no confirmed hit falls to a lower band, and dismissed ones do.

    They are chosen by the first `_MOST_TRIED` articles of each verdict. Of several that do the same the first counts,
    as one that ignores sentences before one that ignores articles.
    """
    before, best = matcher_of_entry(watchlist, entry), dict[EditedKey, tuple[int, Edit]]()
    confirmed, dismissed = (
        [(_RANKS[band_of(before, entry.id, article)], article) for article in some[:_MOST_TRIED]]
        for some in (judged.confirmed, judged.dismissed)
    )
    for edit in _candidates(watchlist, entry, before, judged) if judged.dismissed else ():
        after = matcher_of_entry(watchlist, edit.entry)
        gain = 0 if any(_falls(after, entry.id, confirmed)) else sum(_falls(after, entry.id, dismissed))
        if gain > 0 and (edit.key not in best or gain > best[edit.key][0]):
            best[edit.key] = gain, edit
    return tuple(best[key][1] for key in EditedKey if key in best)


def _falls(after: Matcher, target_id: str, articles: Iterable[tuple[int, Article]]) -> Iterator[int]:
    """By how many bands the entry's hit falls in each article; its rank there was given. A rise counts as 0."""
    for rank, article in articles:
        yield max(0, rank - _RANKS[band_of(after, target_id, article)])


def _candidates(watchlist: Watchlist, entry: Entry, matcher: Matcher, judged: JudgedArticles) -> Iterator[Edit]:
    confirmed = [one for article in judged.confirmed for one in mentions_in(matcher, entry.id, article)]
    dismissed = [tuple(mentions_in(matcher, entry.id, article)) for article in judged.dismissed]
    yield from _exclusions(entry, judged.companions, confirmed, dismissed)
    if isinstance(entry, Actor):
        yield from _requirements(watchlist, entry)
        found = stated_facts(entry.facts or Facts(), confirmed, [one for some in dismissed for one in some])
        if found:
            yield Edit(EditedKey.FACTS, _plain(found.facts), found.because, replace(entry, facts=found.facts))


def _exclusions(
    entry: Entry,
    companions: Sequence[str],
    confirmed: Sequence[JudgedMention],
    dismissed: Sequence[Sequence[JudgedMention]],
) -> Iterator[Edit]:
    terms = exclusion_terms((*_names(entry), *companions), confirmed, dismissed)
    listed = entry.none.any if entry.none else ()
    because = f"beside dismissed mentions and beside no confirmed one: {', '.join(terms)}"
    scopes = (entry.none.within,) if entry.none else _SCOPES
    for scope in scopes if terms else ():
        exclusion = ExclusionTerms(any=(*listed, *((one,) for one in terms)), within=scope)
        plain = [one[0] if len(one) == 1 else list(one) for one in exclusion.any]
        value = plain if scope == "sentence" else {"any": plain, "within": scope}
        yield Edit(EditedKey.NONE, value, because, replace(entry, none=exclusion))


def _names(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Scheme):
        return (entry.label,)
    return (entry.name, *entry.nicknames, *(one.text for one in (*entry.aliases, *entry.native)))


def _requirements(watchlist: Watchlist, entry: Actor) -> Iterator[Edit]:
    """Each context of the list in turn, unless the entry requires one already."""
    for context in watchlist.contexts[:_MOST_CONTEXTS] if entry.require is None else ():
        because = f"the context {context.id} holds where hits were confirmed, and not where they were dismissed"
        yield Edit(EditedKey.REQUIRE, context.id, because, replace(entry, require=context.id))


def _plain(facts: Facts) -> dict[str, Any]:
    """The facts that are given, as YAML has them."""
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(facts).items()}
    return {name: value for name, value in values.items() if value}
