"""Validation beyond the schema: each mistake with its location and remedy."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from core.plain_yaml import Location
from matching.tables.common_words import COMMON_WORDS
from matching.tables.name_parts import FUNCTION_WORDS
from matching.text.folding import fold_words
from matching.text.scripts import has_word_borders
from matching.watchlist.facts import Facts
from matching.watchlist.identifiers import check_identifier
from matching.watchlist.model import Actor, Alias, Alternatives, Clause, Defaults, ExclusionTerms, Scheme


class Refusal(NamedTuple):
    """One mistake: the path of the value within its entry, what is wrong, and the remedy."""

    location: Location
    message: str
    remedy: str = ""


LETTERS = "A-Za-zÀ-ÖØ-öø-žА-яء-غف-ي가-힣"
"""Letters that folding keeps, as the inside of a character class."""
_TWO_WORDS = re.compile(f"[{LETTERS}] [{LETTERS}]")  # two words are never a single common word
_GRAMMAR = COMMON_WORDS & FUNCTION_WORDS
_EMPTY = ("holds no letter or digit, so nothing can match it", "write the name as it appears in the news")


def refuse_defaults(defaults: Defaults) -> Iterator[Refusal]:
    """What is wrong with the thresholds."""
    if defaults.review >= defaults.alert:
        message = f"review ({defaults.review}) must be below alert ({defaults.alert})"
        yield Refusal(("review",), message, "lower review or raise alert")


def names_to_check(names: Sequence[str]) -> list[int]:
    """The indexes of names that may be refused; a fast pre-check, since most names of a long list are valid."""
    is_valid = _TWO_WORDS.search
    return [index for index, name in enumerate(names) if not is_valid(name) and _check_name(name, required=False)]


def refuse_actor(actor: Actor, contexts: Collection[str]) -> Iterator[Refusal]:
    """What is wrong with an actor that fits the schema; `contexts` are the ids defined."""
    if wrong := _check_name(actor.name, required=actor.require is not None):
        yield Refusal(("name",), *wrong)
    for field, context in (("require", actor.require), ("context", actor.context)):
        if context is not None:
            yield from _refuse_require(context, contexts, (field,))
    for index, nickname in enumerate(actor.nicknames):
        if not _has_word(nickname):
            yield Refusal(("nicknames", index), *_EMPTY)
    if actor.aliases or actor.native:
        yield from _refuse_aliases(actor.aliases, "aliases", contexts)
        yield from _refuse_aliases(actor.native, "native", contexts)
    for index, identifier in enumerate(actor.identifiers):
        if wrong := check_identifier(identifier):
            yield Refusal(("identifiers", index, "value"), *wrong)
    yield from _refuse_facts(actor.facts)
    if actor.none:
        yield from _refuse_exclusion(actor.none, ("none",))


def refuse_scheme(scheme: Scheme, contexts: Collection[str]) -> Iterator[Refusal]:
    """What is wrong with a scheme that fits the schema; `contexts` are the ids defined."""
    yield from _refuse_clauses(scheme.match, ("match",), contexts)
    yield from _refuse_exclusion(scheme.none, ("none",))


def refuse_context(clauses: Iterable[Clause]) -> Iterator[Refusal]:
    """What is wrong with a context that fits the schema."""
    for index, clause in enumerate(clauses):
        if clause.require is not None:
            message = "a context cannot require another context"
            yield Refusal((index, "require"), message, "repeat its terms here")
        yield from _refuse_clause(clause, (index,))


def _refuse_facts(facts: Facts | None) -> Iterator[Refusal]:
    if facts is None:
        return
    for key, terms in (("places", facts.places), ("roles", facts.roles)):
        for index, term in enumerate(terms):
            if wrong := _check_term(term):
                yield Refusal(("facts", key, index), *wrong)
    if facts.born and facts.died and min(one.first for one in facts.births) > max(one.last for one in facts.deaths):
        yield Refusal(("facts", "died"), "is before the birth", "correct one of the two dates")


def _refuse_aliases(aliases: Iterable[Alias], field: str, contexts: Collection[str]) -> Iterator[Refusal]:
    for index, alias in enumerate(aliases):
        if wrong := _check_name(alias.text, required=alias.require is not None):
            yield Refusal((field, index, "text"), *wrong)
        yield from _refuse_require(alias.require, contexts, (field, index, "require"))


def _check_name(text: str, *, required: bool) -> tuple[str, str] | None:
    if not _has_word(text):
        return _EMPTY
    if not required and text.strip(" .,'\"").casefold() in _GRAMMAR:
        message = f"{text!r} is a word of grammar and would match any news"
        return message, "give it a context with `require`, or write the full name"
    return None


def _refuse_require(require: str | None, contexts: Collection[str], location: Location) -> Iterator[Refusal]:
    if require is not None and require not in contexts:
        known = ", ".join(sorted(contexts)) or "none is defined"
        yield Refusal(location, f"no context {require!r} is defined", f"known contexts: {known}")


def _refuse_clauses(clauses: Iterable[Clause], location: Location, contexts: Collection[str]) -> Iterator[Refusal]:
    for index, clause in enumerate(clauses):
        yield from _refuse_require(clause.require, contexts, (*location, index, "require"))
        yield from _refuse_clause(clause, (*location, index))


def _refuse_clause(clause: Clause, location: Location) -> Iterator[Refusal]:
    if not (clause.any or clause.all or clause.near or clause.at_least):
        yield Refusal(location, "says nothing to look for", "give it any, all, near or at_least")
    yield from _refuse_terms(clause.any, (*location, "any"))
    yield from _refuse_terms(clause.all, (*location, "all"))
    if clause.near:
        yield from _refuse_terms(clause.near.terms, (*location, "near", "terms"))
    if clause.at_least:
        yield from _refuse_terms(clause.at_least.of, (*location, "at_least", "of"))
        if clause.at_least.count > len(clause.at_least.of):
            message = f"asks for {clause.at_least.count} of {len(clause.at_least.of)} terms"
            yield Refusal((*location, "at_least", "count"), message, "lower the count or add terms")
    yield from _refuse_exclusion(clause.none, (*location, "none"))


def _refuse_exclusion(exclusion: ExclusionTerms | None, location: Location) -> Iterator[Refusal]:
    if exclusion is None:
        return
    if not exclusion.any:
        yield Refusal(location, "says nothing to look for", "list the terms, or leave `none` out")
    yield from _refuse_terms(exclusion.any, (*location, "any"))


def _refuse_terms(groups: Iterable[Alternatives], location: Location) -> Iterator[Refusal]:
    for row, group in enumerate(groups):
        for column, term in enumerate(group):
            if wrong := _check_term(term):
                yield Refusal((*location, row, column), *wrong)


_CURLY = "“”„‟‘’"


def _check_term(term: str) -> tuple[str, str] | None:
    body = term.removesuffix("*")
    if not _has_word(body):
        return _EMPTY[0], "write a phrase, with a * after it if its last word may go on"
    if body[0] in _CURLY or body[-1] in _CURLY:
        return "these quotes are letters of the term, not YAML's", 'write " in their place'
    if "*" in body:
        return "a * may only end a term", "write several terms instead"
    stem = body.split()[-1]
    if term.endswith("*") and has_word_borders(stem) and len(stem) < 3:
        return f"{stem}* is too short a beginning", "at least three letters before the *"
    return None


def _has_word(text: str) -> bool:
    """True if folding leaves a word; only text that may consist of dropped characters is folded to find out."""
    return (text.isascii() and any(map(str.isalnum, text))) or bool(fold_words(text))
