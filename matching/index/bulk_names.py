"""The names of a long list that are nothing but words, all at once: what can be is done by word or by shape of name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from matching.index.arrays import Flags, Places, Ragged, distinct, lengths, split
from matching.index.name_shapes import Shape, is_plain, shape_of, sign_of
from matching.text.folding import fold_all
from matching.text.scripts import goes_on, starts_anywhere

_LINE_BREAK, _PERSON, _THING, _FIRST_SIGN = b"\nPT "  # letters of the text of a shape


class Ordinary(NamedTuple):
    """Names in columns, words by number in the `vocabulary`.

    `rows` tells which of the names they are, `alone` the words that identify by themselves beside initials. Each of the
    `patterns` is of the name that `owners` tells, counted among these.
    """

    vocabulary: list[str]
    rows: Places
    words: Ragged
    named: Ragged
    alone: Places
    patterns: list[bytes]
    owners: Places


def ordinary_names(names: Sequence[str], persons: Flags) -> Ordinary:
    """Those of the names that need not be taken apart; the vocabulary has some words of others too."""
    vocabulary, rows, words = _words(names, persons)
    shapes, shape = _shapes(words, persons[rows], vocabulary)
    whole = (~np.array([one.shortened for one in shapes], bool)[shape]).nonzero()[0]
    rows, words, shape = rows[whole], words.take(whole), shape[whole]
    named = words.where(Ragged.of([one.named for one in shapes]).take(shape).values > 0)
    alone = np.array([one.alone for one in shapes], bool)[shape].nonzero()[0]
    phrases, owners = _phrases(words, [one.phrases for one in shapes], shape)
    texts = [names[row] for row in rows[owners].tolist()]
    patterns = _opened(_patterns(phrases, vocabulary), texts)
    return Ordinary(vocabulary, rows, words, named, named.take(alone).values, patterns, owners)


def _words(names: Sequence[str], persons: Flags) -> tuple[list[str], Places, Ragged]:
    """The vocabulary of all names, the rows of those that are nothing but words, and the words of each."""
    known, pieces = split(names)
    folded = fold_all(known)
    vocabulary, words = split(folded)
    plain = np.fromiter(chain.from_iterable(map(is_plain, known, folded)), bool)
    spoilt = pieces.rows[~plain[2 * pieces.values + persons[pieces.rows]]]
    counts = words.take(pieces.values).merged(pieces.counts).counts
    counts[spoilt] = 0
    rows = counts.nonzero()[0]
    chosen = pieces.take(rows)
    return vocabulary, rows, words.take(chosen.values).merged(chosen.counts)


def _shapes(words: Ragged, persons: Flags, vocabulary: Sequence[str]) -> tuple[list[Shape], Places]:
    """The shapes of names of these words, and which of them each has.

    Names of one shape have one text: a letter for what is named, and one for the sign of each word.
    """
    signs, numbers = distinct(map(sign_of, vocabulary))
    count = len(words.counts)
    lines = np.full(len(words.values) + 2 * count, _LINE_BREAK, np.uint32)
    lines[words.starts + 2 * np.arange(count)] = np.where(persons, _PERSON, _THING)
    lines[np.arange(len(words.values)) + 2 * words.rows + 1] = numbers[words.values] + _FIRST_SIGN
    texts, shape = distinct(lines.tobytes().decode("utf-32-le", "surrogatepass").split("\n")[:-1])
    shapes = [
        shape_of(tuple(signs[ord(letter) - _FIRST_SIGN] for letter in text[1:]), person=ord(text[0]) == _PERSON)
        for text in texts
    ]
    return shapes, shape


def _phrases(words: Ragged, shorter: Sequence[tuple[tuple[int, ...], ...]], shape: Places) -> tuple[Ragged, Places]:
    """The words of each phrase, and whose it is: first the whole names, then what each shape has besides."""
    indexes = Ragged.of(list(chain.from_iterable(shorter)))
    numbers = Ragged(np.arange(len(indexes.counts)), lengths(shorter)).take(shape)
    owners, chosen = numbers.rows, indexes.take(numbers.values)
    values = words.values[np.repeat(words.starts[owners], chosen.counts) + chosen.values]
    both = Ragged(np.append(words.values, values), np.append(words.counts, chosen.counts))
    return both, np.append(np.arange(len(words.counts)), owners)


def _patterns(phrases: Ragged, vocabulary: Sequence[str]) -> list[bytes]:
    """The words of each phrase between spaces: lines of one long text, for which a word is also known at their end."""
    ends = np.cumsum(phrases.counts) - 1
    numbers = phrases.values.copy()
    numbers[ends] += len(vocabulary)
    texts = [*vocabulary, *(f"{word} \n" for word in vocabulary)]
    return f" {' '.join(map(texts.__getitem__, numbers.tolist()))}".encode().split(b"\n")[:-1]


def _opened(patterns: Sequence[bytes], names: Sequence[str]) -> list[bytes]:
    """The patterns of these names, without the space where an end of the name need not be the border of a word."""
    return [
        pattern if name.isascii() else pattern[starts_anywhere(name) : len(pattern) - goes_on(name)]
        for pattern, name in zip(patterns, names, strict=True)
    ]
