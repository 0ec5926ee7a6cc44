"""What a watchlist must not hold although its form is right: each mistake with its place and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from core.plain_yaml import Location
from matching.tables.common_words import COMMON_WORDS
from matching.text.folding import fold_words
from matching.text.scripts import has_word_borders
from matching.watchlist.identifiers import fault
from matching.watchlist.model import Actor, Alias, Clause, Defaults, Scheme, Slot, Veto


class Refusal(NamedTuple):
    """One mistake: the path of the value within its entry, what is wrong with it, and the remedy."""

    location: Location
    message: str
    remedy: str = ""


LETTERS = "A-Za-zÀ-ÖØ-öø-žА-яء-غف-ي가-힣"
"""Letters that folding leaves."""
_TWO_WORDS = re.compile(f"[{LETTERS}] [{LETTERS}]")  # and so no common word
_NOTHING = ("holds no letter or digit, so nothing can match it", "write the name as it stands in the news")


def refuse_defaults(defaults: Defaults) -> Iterator[Refusal]:
    """Bands that contradict each other."""
    if defaults.review >= defaults.alert:
        message = f"review ({defaults.review}) must be below alert ({defaults.alert})"
        yield Refusal(("review",), message, "lower review or raise alert")


def doubtful(names: Sequence[str]) -> list[int]:
    """The places of names that may be wrong by themselves; most of a long list are surely right."""
    is_sure = _TWO_WORDS.search
    return [place for place, name in enumerate(names) if not is_sure(name) and _fault_of_name(name, required=False)]


def refuse_actor(actor: Actor, contexts: Collection[str]) -> Iterator[Refusal]:
    """What is wrong with an actor beyond its form."""
    if wrong := _fault_of_name(actor.name, required=actor.require is not None):
        yield Refusal(("name",), *wrong)
    for field, context in (("require", actor.require), ("context", actor.context)):
        if context is not None:
            yield from _refuse_require(context, contexts, (field,))
    for index, nickname in enumerate(actor.nicknames):
        if not _says_something(nickname):
            yield Refusal(("nicknames", index), *_NOTHING)
    if actor.aliases or actor.native:
        yield from _refuse_aliases(actor.aliases, "aliases", contexts)
        yield from _refuse_aliases(actor.native, "native", contexts)
    for index, identifier in enumerate(actor.identifiers):
        if wrong := fault(identifier):
            yield Refusal(("identifiers", index, "value"), *wrong)
    if actor.none:
        yield from _refuse_veto(actor.none, ("none",))


def refuse_scheme(scheme: Scheme, contexts: Collection[str]) -> Iterator[Refusal]:
    """What is wrong with a scheme beyond its form."""
    yield from _refuse_clauses(scheme.match, ("match",), contexts)
    yield from _refuse_veto(scheme.none, ("none",))


def refuse_context(clauses: Iterable[Clause]) -> Iterator[Refusal]:
    """What is wrong with a context beyond its form."""
    for index, clause in enumerate(clauses):
        if clause.require is not None:
            message = "a context cannot require another context"
            yield Refusal((index, "require"), message, "repeat its terms here")
        yield from _refuse_clause(clause, (index,))


def _refuse_aliases(aliases: Iterable[Alias], field: str, contexts: Collection[str]) -> Iterator[Refusal]:
    for index, alias in enumerate(aliases):
        if wrong := _fault_of_name(alias.text, required=alias.require is not None):
            yield Refusal((field, index, "text"), *wrong)
        yield from _refuse_require(alias.require, contexts, (field, index, "require"))


def _fault_of_name(text: str, *, required: bool) -> tuple[str, str] | None:
    if not _says_something(text):
        return _NOTHING
    if not required and text.strip(" .,'\"").casefold() in COMMON_WORDS:
        message = f"{text!r} is a single common word and would match ordinary news"
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
    yield from _refuse_slots(clause.any, (*location, "any"))
    yield from _refuse_slots(clause.all, (*location, "all"))
    if clause.near:
        yield from _refuse_slots(clause.near.terms, (*location, "near", "terms"))
    if clause.at_least:
        yield from _refuse_slots(clause.at_least.of, (*location, "at_least", "of"))
        if clause.at_least.count > len(clause.at_least.of):
            message = f"asks for {clause.at_least.count} of {len(clause.at_least.of)} terms"
            yield Refusal((*location, "at_least", "count"), message, "lower the count or add terms")
    yield from _refuse_veto(clause.none, (*location, "none"))


def _refuse_veto(veto: Veto | None, location: Location) -> Iterator[Refusal]:
    if veto is None:
        return
    if not veto.any:
        yield Refusal(location, "says nothing to look for", "list the terms, or leave `none` out")
    yield from _refuse_slots(veto.any, (*location, "any"))


def _refuse_slots(slots: Iterable[Slot], location: Location) -> Iterator[Refusal]:
    for row, slot in enumerate(slots):
        for column, term in enumerate(slot):
            if wrong := _fault_of_term(term):
                yield Refusal((*location, row, column), *wrong)


def _fault_of_term(term: str) -> tuple[str, str] | None:
    body = term.removesuffix("*")
    if not _says_something(body):
        return _NOTHING[0], "write a phrase, with a * after it if its last word may go on"
    if "*" in body:
        return "a * may only end a term", "write several terms instead"
    stem = body.split()[-1]
    if term.endswith("*") and has_word_borders(stem) and len(stem) < 3:
        return f"{stem}* is too short a beginning", "at least three letters before the *"
    return None


def _says_something(text: str) -> bool:
    """True if folding leaves a word; the slow way is taken where a letter may be one that folding drops."""
    return (text.isascii() and any(map(str.isalnum, text))) or bool(fold_words(text))
