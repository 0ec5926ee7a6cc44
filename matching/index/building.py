"""From a watchlist to its index: the words, phrases and word pairs of every name variant.

Most actors of a long list are little more than a name of plain words (`name_shapes.py`), and those are worked on all at
once (`bulk_names.py`); the names of the others are parsed one by one (`name_variants.py`). Both ways give the same
index, in the order of the list. What concerns all words or names is computed at the end.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

import numpy as np

from core.records import MatchMethod
from matching.index.arrays import Item, Numbers, Places, Ragged, by_first_appearance, distinct, positions
from matching.index.bulk_names import bulk_names
from matching.index.compiled import END, WatchlistIndex
from matching.index.key_table import build_key_table
from matching.index.phrases import METHODS, is_acronym, variant_phrases
from matching.index.rolling_hash import phrase_heads
from matching.index.scanner import Phrase
from matching.index.variants.name_variant import NameVariant
from matching.index.variants.name_variants import name_variants
from matching.index.word_pairs import index_pairs
from matching.names.romanisations import ROMANISATIONS
from matching.rules.compiling import compile_rules
from matching.watchlist.identifiers import identifier_phrases
from matching.watchlist.model import Actor, Watchlist, adapter_of
from matching.watchlist.roster import Roster

_EXACT = METHODS.index(MatchMethod.EXACT)
_OF_VARIANTS = [
    number for number, method in enumerate(METHODS) if method not in {MatchMethod.TERM, MatchMethod.IDENTIFIER}
]


def build_index(watchlist: Watchlist) -> WatchlistIndex:
    """The compiled watchlist."""
    roster = Roster.of(watchlist.actors).enabled
    with_exclusions = tuple(actor for actor in roster.detailed.values() if actor.none)
    watchlist_head = replace(watchlist, actors=with_exclusions, hashes=())
    builder = _Builder(family_alone=watchlist.defaults.family_name_alone)
    builder.add_actors(roster)
    for number, atom in enumerate(compile_rules(watchlist_head).atoms):
        phrase = Phrase.of(atom.text, open_start=atom.open_start, open_end=atom.open_end)
        builder.add_phrase(phrase, END, MatchMethod.TERM, number)  # of no actor, so they come last
        if is_acronym(atom.text):
            builder.add_phrase(Phrase.of(" ".join(atom.text)), END, MatchMethod.TERM, number)
    return builder.build(adapter_of(Watchlist).dump_json(watchlist_head), "\n".join(roster.lines()).encode())


class _Builder:
    """Collects the variants and patterns of a list as they come; `build` numbers them in the order of the list."""

    def __init__(self, *, family_alone: bool) -> None:
        self.family_alone = family_alone
        self.words: dict[str, int] = {}
        self.variant_actor, self.variant_place = array("I"), array("I")
        self.variant_words, self.named = (array("I"), array("I")), (array("I"), array("I"))  # values and counts
        self.patterns: list[bytes] = []
        self.pattern_targets = (array("I"), array("I"), array("I"))  # of each pattern: actor, method, number
        self.identifier_actor, self.identifier_place = array("I"), array("I")
        self.romanised: list[tuple[int, list[int]]] = []  # the number of the romanisation, and the words
        self.alone: set[int] = set()

    def add_actors(self, roster: Roster) -> None:
        """Adds all actors."""
        for number in self._add_in_bulk(roster):
            self._add_actor(number, roster[number])

    def _add_in_bulk(self, roster: Roster) -> Sequence[int]:
        """Adds the actors whose names need no parsing, before all others. Returns the numbers of the others."""
        everyone = np.arange(len(roster))
        bare = np.delete(everyone, list(roster.detailed))
        if self.family_alone:  # a person's name then has a shorter form, which its words decide
            bare = bare[np.array([roster.types[number] != "person" for number in bare.tolist()], bool)]
        names = [roster.names[number] for number in bare.tolist()]
        found = bulk_names(names, np.array([kind == "person" for kind in roster.types], bool)[bare])
        actors = bare[found.rows]
        self.words.update(zip(found.vocabulary, count(), strict=False))
        _extend((self.variant_actor, self.variant_place), (actors, np.zeros_like(actors)))
        _extend(self.variant_words, found.words)
        _extend(self.named, found.named)
        self.patterns.extend(found.patterns)
        _extend(self.pattern_targets, (actors[found.owners], np.full_like(found.owners, _EXACT), found.owners))
        self.alone.update(found.alone.tolist())
        rest: list[int] = np.delete(everyone, actors).tolist()
        return rest

    def _add_actor(self, number: int, actor: Actor) -> None:
        for place, variant in enumerate(name_variants(number, actor, family_alone=self.family_alone)):
            self._add_variant(variant, number, place)
        for place, identifier in enumerate(actor.identifiers):
            for text in identifier_phrases(identifier):
                self.add_phrase(Phrase.of(text), number, MatchMethod.IDENTIFIER, len(self.identifier_actor))
            self.identifier_actor.append(number)
            self.identifier_place.append(place)

    def _add_variant(self, variant: NameVariant, actor: int, place: int) -> None:
        for phrase, method in variant_phrases(variant):
            self.add_phrase(phrase, actor, method, len(self.variant_actor))
        words = [self.words.setdefault(word, len(self.words)) for word in variant.name.words]
        named = [words[index] for index in variant.name.named] if variant.is_alphabetic else []
        if len(named) == 1 and (variant.name.initials or variant.is_met_in_cases):
            self.alone.update(named)
        if variant.romanisation is not None:
            self.romanised.append((ROMANISATIONS.index(variant.romanisation), words))
        for (values, counts), row in ((self.variant_words, words), (self.named, named)):
            values.extend(row)
            counts.append(len(row))
        self.variant_actor.append(actor)
        self.variant_place.append(place)

    def add_phrase(self, phrase: Phrase, actor: int, method: str, number: int) -> None:
        """Adds a phrase of an actor; `number` is that of its name variant, rule atom or identifier."""
        if phrase.text:
            self.patterns.append(phrase.pattern)
            for column, value in zip(self.pattern_targets, (actor, METHODS.index(method), number), strict=True):
                column.append(value)

    def build(self, watchlist_head: bytes, actors: bytes) -> WatchlistIndex:
        """The index of everything that was added."""
        order = np.argsort(_numbers(self.variant_actor), kind="stable")
        words_in_order = by_first_appearance(_ragged(self.variant_words).take(order).values)
        words, number_of = _chosen(list(self.words), words_in_order), positions(words_in_order, len(self.words))
        identifying = _ragged(self.named).take(order)
        named, counts = _numbers(number_of[identifying.values]), _numbers(identifying.counts)
        pairs, owners = index_pairs(named, counts, words)
        romanised = [(system, number_of[name].tolist()) for system, name in self.romanised]
        patterns, start, method, number = self._targets_by_pattern(positions(order, len(order)))
        heads = phrase_heads(patterns)
        return WatchlistIndex(
            watchlist_head=watchlist_head,
            actors=actors,
            patterns=b"\n".join(patterns),
            words="\n".join(words).encode(),
            variant_actor=_numbers(self.variant_actor)[order],
            variant_place=_numbers(self.variant_place)[order],
            target_start=start,
            target_method=method,
            target_number=number,
            identifier_actor=_numbers(self.identifier_actor),
            identifier_place=_numbers(self.identifier_place),
            named=named,
            named_start=_numbers(np.append(0, counts.cumsum())),
            romanised=_numbers([number for system, name in romanised for number in (system, *name, END)]),
            alone=_numbers(np.sort(number_of[list(self.alone)])),
            owners=owners,
            head_phrases=heads.phrases,
            head_keys=heads.keys,
            first_word_keys=heads.first_word_keys,
            key_table=build_key_table(words, [(ROMANISATIONS[system], name) for system, name in romanised]),
            pairs=pairs,
        )

    def _targets_by_pattern(self, new_numbers: Places) -> tuple[list[bytes], Numbers, Numbers, Numbers]:
        """The distinct patterns, where the targets of each start and end, and the method and number of each target.

        `new_numbers` are those of the name variants in the order of the list.
        """
        actor, method, number = map(_numbers, self.pattern_targets)
        of_variant = np.isin(method, _OF_VARIANTS)
        number[of_variant] = new_numbers[number[of_variant]]
        order = np.argsort(actor, kind="stable")
        patterns, pattern = distinct(_chosen(self.patterns, order))
        by_pattern = np.argsort(pattern, kind="stable")
        start = np.searchsorted(pattern[by_pattern], np.arange(len(patterns) + 1))
        return patterns, _numbers(start), method[order][by_pattern], number[order][by_pattern]


def _extend(columns: Iterable[array[int]], values: Iterable[Places]) -> None:
    for column, some in zip(columns, values, strict=True):
        column.frombytes(_numbers(some).tobytes())


def _ragged(columns: tuple[array[int], array[int]]) -> Ragged:
    return Ragged(*(np.array(column, np.intp) for column in columns))


def _numbers(values: Sequence[int] | Places) -> Numbers:
    return np.array(values, np.uint32)


def _chosen(items: Sequence[Item], numbers: Places) -> list[Item]:
    return [items[number] for number in numbers.tolist()]
