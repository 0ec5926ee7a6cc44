"""From a watchlist to its index: the words, phrases and pairs of every form.

Of a long list most actors are little but a name of ordinary words (`ordinary.py`), and go the short way; the others
are taken apart one after the other (`forms.py`). What concerns all words or names is computed at once at the end.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from matching.entries import Actor, Watchlist, adapter_of
from matching.forms import Form, forms
from matching.identifiers import phrases
from matching.index import END, Index, Numbers
from matching.pairs import index_pairs
from matching.phrases import METHODS, form_phrases
from matching.probing import probe_table
from matching.roster import Bare, as_json, rows_of
from matching.rules import compile_rules
from matching.scan import Phrase
from matching.sequences import heads_of
from matching.shapes import Shapes

_WITH_INITIALS = 5_000  # actors up to which initials are looked for; among more they fit too many people
_EXACT = METHODS.index("exact")


def build_index(watchlist: Watchlist) -> Index:
    """The watchlist compiled."""
    enabled = [row for row in rows_of(watchlist.actors) if isinstance(row, Bare) or row.enabled]
    with_vetoes = tuple(row for row in enabled if isinstance(row, Actor) and row.none)
    frame = replace(watchlist, actors=with_vetoes, hashes=())
    builder = _Builder(initials=len(enabled) <= _WITH_INITIALS)
    for number, row in enumerate(enabled):
        builder.add(number, row)
    for number, atom in enumerate(compile_rules(frame).atoms):
        builder.add_phrase(Phrase.of(atom.text, open_start=atom.open_start, open_end=atom.open_end), "term", number)
    return builder.build(adapter_of(Watchlist).dump_json(frame), "\n".join(map(as_json, enabled)).encode())


class _Numbers(dict[str, int]):
    """The number of each word, given in the order in which they are met."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _Builder:
    """Collects what is in a list, one actor after the other."""

    def __init__(self, *, initials: bool) -> None:
        self.initials = initials
        self.shapes = Shapes()
        self.numbers = _Numbers()
        self.patterns: dict[bytes, int] = {}
        self.uses = (array("I"), array("I"), array("I"))  # pattern, method, number
        self.form_actor, self.form_place = array("I"), array("I")
        self.identified_actor, self.identified_place = array("I"), array("I")
        self.named, self.named_counts = array("I"), array("I")
        self.korean: list[int] = []
        self.alone: set[int] = set()

    def add(self, number: int, row: Bare | Actor) -> None:
        if isinstance(row, Actor):
            self._add_actor(number, row)
        elif self.initials or not self._add_shaped(number, row):
            self._add_actor(number, row.actor())

    def _add_actor(self, number: int, actor: Actor) -> None:
        for place, form in enumerate(forms(number, actor)):
            self._add_form(form, number, place)
        for place, identifier in enumerate(actor.identifiers):
            for text in phrases(identifier):
                self.add_phrase(Phrase.of(text), "identifier", len(self.identified_actor))
            self.identified_actor.append(number)
            self.identified_place.append(place)

    def _add_shaped(self, number: int, row: Bare) -> bool:
        """As `_add_form`, for a name of a known shape; False for any other."""
        person = row.type == "person"
        words = self.shapes.words(row.name, person=person)
        if not words:
            return False
        shape = self.shapes.shape(words, person=person)
        if not person and len(shape.named) == 1 < len(words):
            return False  # a company that has a shorter name too
        self._add_use(_pattern(words), _EXACT, len(self.form_actor))
        for indexes in shape.phrases:
            self._add_use(_pattern([words[index] for index in indexes]), _EXACT, len(self.form_actor))
        numbers = list(map(self.numbers.__getitem__, words))
        named = numbers if len(shape.named) == len(numbers) else [numbers[index] for index in shape.named]
        if len(named) == 1 and shape.initials:
            self.alone.update(named)
        self._end_form(named, number, 0)
        return True

    def _add_form(self, form: Form, actor: int, place: int) -> None:
        for phrase, method in form_phrases(form, initials=self.initials):
            self.add_phrase(phrase, method, len(self.form_actor))
        words = [self.numbers[word] for word in form.name.words]
        named = [words[index] for index in form.name.named] if form.is_alphabetic else []
        if len(named) == 1 and form.name.initials:
            self.alone.update(named)
        if form.korean:
            self.korean += [*words, END]
        self._end_form(named, actor, place)

    def _end_form(self, named: Sequence[int], actor: int, place: int) -> None:
        self.named.extend(named)
        self.named_counts.append(len(named))
        self.form_actor.append(actor)
        self.form_place.append(place)

    def add_phrase(self, phrase: Phrase, method: str, number: int) -> None:
        if phrase.text:
            self._add_use(phrase.pattern, METHODS.index(method), number)

    def _add_use(self, pattern: bytes, method: int, number: int) -> None:
        patterns, methods, numbers = self.uses
        patterns.append(self.patterns.setdefault(pattern, len(self.patterns)))
        methods.append(method)
        numbers.append(number)

    def build(self, frame: bytes, actors: bytes) -> Index:
        words = list(self.numbers)
        pattern, method, number = map(_numbers, self.uses)
        order = np.argsort(pattern, kind="stable")
        named, counts = _numbers(self.named), _numbers(self.named_counts)
        pairs, owners = index_pairs(named, counts, words)
        korean = frozenset(self.korean) - {END}
        patterns = list(self.patterns)
        heads = heads_of(patterns)
        return Index(
            frame=frame,
            actors=actors,
            patterns=b"\n".join(patterns),
            words="\n".join(words).encode(),
            form_actor=_numbers(self.form_actor),
            form_place=_numbers(self.form_place),
            use_start=np.searchsorted(pattern[order], np.arange(len(patterns) + 1)).astype(np.uint32),
            use_method=method[order],
            use_number=number[order],
            identified_actor=_numbers(self.identified_actor),
            identified_place=_numbers(self.identified_place),
            named=named,
            named_start=np.append(0, counts.cumsum()).astype(np.uint32),
            korean=_numbers(self.korean),
            alone=_numbers(sorted(self.alone)),
            owners=owners,
            headed=heads.phrases,
            heads=heads.keys,
            firsts=heads.firsts,
            probes=probe_table(words, korean),
            pairs=pairs,
        )


def _numbers(values: Sequence[int]) -> Numbers:
    return np.array(values, np.uint32)


def _pattern(words: Sequence[str]) -> bytes:
    return f" {' '.join(words)} ".encode()
