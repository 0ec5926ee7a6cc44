"""Edits of an entry, tried on the judged articles before they are proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from itertools import count
from typing import Any

from core.records import Article, Band
from matching.engine import Matcher
from matching.namesakes.contrasting_terms import context_terms, contrasting_terms
from matching.namesakes.judged_mentions import JudgedMention, mentions_in
from matching.namesakes.stated_facts import stated_facts
from matching.single_entry import Entry, band_of, matcher_of_entry
from matching.watchlist.facts import Facts
from matching.watchlist.model import Actor, Clause, Context, ExclusionTerms, Scheme, Scope, Watchlist

_MOST_CONTEXTS = 20  # contexts of the list that are tried
_MOST_TRIED = 30  # articles of each verdict, the first ones, on which an edit is chosen
_LEAST_CONFIRMED = 2  # articles from which a new context is made
_SCOPES: tuple[Scope, ...] = ("sentence", "paragraph", "document")
_CONTEXT_SCOPES: tuple[Scope, ...] = ("paragraph", "document")
_RANKS = {Band.SUPPRESSED: 0, Band.REVIEW: 1, Band.ALERT: 2}


class EditedKey(StrEnum):
    """The key of an entry that an edit changes, in the order in which edits are proposed."""

    NONE = "none"
    REQUIRE = "require"
    FACTS = "facts"


MentionsByArticle = Sequence[Sequence[JudgedMention]]


@dataclass(frozen=True, slots=True)
class Edit:
    """A new value of one key. `value` is what YAML says of it; `because` is a clause for a person.

    `context` is one that the list lacks and the entry then requires, `context_value` what YAML says of it.
    """

    key: EditedKey
    value: Any
    because: str
    entry: Entry  # with the edit
    context: Context | None = None
    context_value: Any = None

    def applied_to(self, watchlist: Watchlist) -> Watchlist:
        """The list with the edit's context; its entry is edited apart."""
        added = () if self.context is None else (self.context,)
        return replace(watchlist, contexts=(*watchlist.contexts, *added))


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
        after = matcher_of_entry(edit.applied_to(watchlist), edit.entry)
        gain = 0 if any(_falls(after, entry.id, confirmed)) else sum(_falls(after, entry.id, dismissed))
        if gain > 0 and (edit.key not in best or gain > best[edit.key][0]):
            best[edit.key] = gain, edit
    return tuple(best[key][1] for key in EditedKey if key in best)


def _falls(after: Matcher, target_id: str, articles: Iterable[tuple[int, Article]]) -> Iterator[int]:
    """By how many bands the entry's hit falls in each article; its rank there was given. A rise counts as 0."""
    for rank, article in articles:
        yield max(0, rank - _RANKS[band_of(after, target_id, article)])


def _candidates(watchlist: Watchlist, entry: Entry, matcher: Matcher, judged: JudgedArticles) -> Iterator[Edit]:
    confirmed, dismissed = (
        [tuple(mentions_in(matcher, entry.id, article)) for article in some]
        for some in (judged.confirmed, judged.dismissed)
    )
    yield from _exclusions(entry, judged.companions, confirmed, dismissed)
    if isinstance(entry, Actor):
        yield from _requirements(watchlist, entry)
        yield from _new_requirements(watchlist, entry, confirmed, dismissed)
        found = stated_facts(entry.facts or Facts(), _flat(confirmed), _flat(dismissed))
        if found:
            yield Edit(EditedKey.FACTS, _plain(found.facts), found.because, replace(entry, facts=found.facts))


def _exclusions(
    entry: Entry,
    companions: Sequence[str],
    confirmed: MentionsByArticle,
    dismissed: MentionsByArticle,
) -> Iterator[Edit]:
    terms = contrasting_terms((*_names(entry), *companions), _flat(confirmed), dismissed)
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


def _new_requirements(
    watchlist: Watchlist, entry: Actor, confirmed: MentionsByArticle, dismissed: MentionsByArticle
) -> Iterator[Edit]:
    """A context of the words beside confirmed mentions; of one article alone they would be those of that article."""
    wanted = entry.require is None and len(confirmed) >= _LEAST_CONFIRMED
    terms = context_terms(_names(entry), _flat(dismissed), confirmed) if wanted else ()
    name = next(one for one in _context_ids(entry.id) if one not in {context.id for context in watchlist.contexts})
    because = f"beside confirmed mentions and beside no dismissed one: {', '.join(terms)}"
    for scope in _CONTEXT_SCOPES if terms else ():
        context = Context(name, (Clause(any=tuple((one,) for one in terms), within=scope),))
        value = {"any": list(terms), "within": scope}
        yield Edit(EditedKey.REQUIRE, name, because, replace(entry, require=name), context, value)


def _context_ids(target_id: str) -> Iterator[str]:
    yield f"about-{target_id}"
    yield from (f"about-{target_id}-{number}" for number in count(2))


def _flat(mentions: MentionsByArticle) -> list[JudgedMention]:
    return [one for some in mentions for one in some]


def _plain(facts: Facts) -> dict[str, Any]:
    """The facts that are given, as YAML has them."""
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(facts).items()}
    return {name: value for name, value in values.items() if value}
