"""Risks of a valid watchlist: entries that may alert on other people, or never."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from matching.names.family_names import rare_family_name
from matching.names.parsing import is_ambiguous, is_common, parse_name
from matching.tables.common_words import COMMON_WORDS
from matching.tables.name_parts import FUNCTION_WORDS
from matching.text.folding import fold_words
from matching.text.scripts import has_word_borders
from matching.watchlist.model import Actor, Alias, Clause, Scheme, Watchlist

_ORDINARY_WORDS = COMMON_WORDS | FUNCTION_WORDS
_SHORT = 4  # letters; a single word with fewer may be an abbreviation of something else


class Risk(NamedTuple):
    """A risky entry: its id, a stable code, what the risk is, and the remedy."""

    entry: str
    code: str
    message: str
    remedy: str


def risks(watchlist: Watchlist, today: date) -> tuple[Risk, ...]:
    """The risks of the enabled entries, entry by entry, then those between entries."""
    return tuple(
        chain(
            chain.from_iterable(_actor_risks(actor) for actor in watchlist.active_actors),
            chain.from_iterable(_scheme_risks(scheme) for scheme in watchlist.active_schemes),
            _overdue(watchlist, today),
            _overlaps(watchlist),
            _unused_contexts(watchlist),
            _unknown_associates(watchlist),
        )
    )


def _actor_risks(actor: Actor) -> Iterator[Risk]:
    supported = bool(actor.context or actor.require)
    if actor.type == "person" and not supported and not _has_decisive_facts(actor) and _is_common(actor.name):
        message = f"{actor.name} is a common name without facts and goes to review at most"
        yield Risk(actor.id, "common_name", message, "give it `facts`, such as `born`, or a `context`")
    for alias in (Alias(actor.name, actor.require), *actor.aliases):
        yield from _alias_risks(actor, alias)
    if actor.family_name_alone and rare_family_name(actor.name, actor.order) is None:
        message = f"the family name of {actor.name} is common or short, so it is not met alone"
        yield Risk(actor.id, "family_name_common", message, "remove `family_name_alone`, or give the actor a `context`")
    for alias in actor.native:
        name = parse_name(alias.text, person=actor.type == "person")
        if not (supported or alias.require) and is_ambiguous(name):
            message = f"{alias.text} alone goes to review at most"
            yield Risk(actor.id, "native_without_context", message, "give the actor a `context`")


def _alias_risks(actor: Actor, alias: Alias) -> Iterator[Risk]:
    words = fold_words(alias.text)
    if alias.require or alias.case or not has_word_borders(alias.text):
        return
    if len(words) > 1:
        if not actor.context and _ORDINARY_WORDS.issuperset(words):
            message = f"{alias.text} may also be ordinary words"
            yield Risk(actor.id, "ordinary_words", message, "give it `case: exact`, or `require` a context")
    elif words[0] in COMMON_WORDS:
        message = f"{alias.text} is an ordinary word: for review at most, where a capital says that it is a name"
        yield Risk(actor.id, "ordinary_word", message, _support_for(actor))
    elif len(words[0]) < _SHORT:
        message = f"{alias.text} is short and may stand for something else"
        yield Risk(actor.id, "short_alias", message, "give it `case: exact` or `require`")
    elif actor.type == "person":
        yield Risk(
            actor.id, "single_word", f"{alias.text} is a single word", "write the full name, or `require` a context"
        )


def _support_for(actor: Actor) -> str:
    """What would make a name that is an ordinary word alert."""
    if actor.type == "vessel":
        return "give it an `imo` number or a `context`; “the tanker X” alerts as it is"
    return "give it a `context`, `facts` or an identifier, or write the full name"


def _has_decisive_facts(actor: Actor) -> bool:
    """True if facts can lift the name to an alert: one strong one, or two weak ones."""
    facts = actor.facts
    if facts is None:
        return False
    return bool(facts.born or facts.associates) or sum(map(bool, (facts.nationality, facts.places, facts.roles))) > 1


def _unknown_associates(watchlist: Watchlist) -> Iterator[Risk]:
    """Associates whose entries are not in the list, so that they support nobody."""
    having = [(actor, actor.facts.associates) for actor in watchlist.active_actors if actor.facts]
    if not any(associates for _, associates in having):
        return
    known = {actor.id for actor in watchlist.active_actors}
    for actor, associates in having:
        for associate in associates:
            if associate not in known:
                message = f"its associate {associate} is no entry of the list"
                yield Risk(actor.id, "unknown_associate", message, "correct the id, or add the entry")


def _is_common(name: str) -> bool:
    parsed = parse_name(name)
    words = [parsed.words[index] for index in parsed.named]
    return 1 < len(words) < 3 and all(map(is_common, words))


def _scheme_risks(scheme: Scheme) -> Iterator[Risk]:
    loose = (clause for clause in scheme.match if _is_loose(clause))
    for term in chain.from_iterable(chain.from_iterable(clause.any for clause in loose)):
        if len(term.split()) == 1 and has_word_borders(term):
            message = f"{term} alone is enough, in any article"
            yield Risk(scheme.id, "single_word_term", message, "ask for a second term with near, all or at_least")
    if not scheme.examples or not scheme.counterexamples:
        missing = "examples" if not scheme.examples else "counterexamples"
        yield Risk(scheme.id, "untested", f"has no {missing}", "add some; `watchword watchlist test` runs them")


def _is_loose(clause: Clause) -> bool:
    return not (clause.all or clause.near or clause.at_least or clause.require)


def _overdue(watchlist: Watchlist, today: date) -> Iterator[Risk]:
    for entry in watchlist.entries:
        if entry.enabled and entry.review_by and entry.review_by < today:
            message = f"was to be reviewed by {entry.review_by}"
            yield Risk(entry.id, "overdue", message, "review it and set a new date")


def _overlaps(watchlist: Watchlist) -> Iterator[Risk]:
    """Actors with the same words in their names, in any order: each mention would be a hit for all of them."""
    owners: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for actor in watchlist.active_actors:
        names = dict.fromkeys((actor.name, *(alias.text for alias in (*actor.aliases, *actor.native))))
        for words, name in {tuple(sorted(fold_words(name))): name for name in names}.items():
            owners[words].append((actor.id, name))
    for (first, _), *others in owners.values():
        for other, name in others:
            yield Risk(other, "overlap", f"{name} also names {first}", "merge the two, or let one `require` a context")


def _unused_contexts(watchlist: Watchlist) -> Iterator[Risk]:
    used = {name for actor in watchlist.actors for name in _contexts_of(actor)}
    used |= {clause.require for scheme in watchlist.schemes for clause in scheme.match if clause.require}
    for context in watchlist.contexts:
        if context.id not in used:
            yield Risk(context.id, "unused_context", "no entry names this context", "remove it, or name it in an entry")


def _contexts_of(actor: Actor) -> Iterator[str]:
    named = (actor.context, actor.require, *(alias.require for alias in (*actor.aliases, *actor.native)))
    return (name for name in named if name)
