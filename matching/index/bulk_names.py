"""The names of a long list that consist of words only, worked on all at once: by distinct word and by shape of name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from matching.index.arrays import Flags, Places, Ragged, distinct, lengths, split_words
from matching.index.name_shapes import NameShape, is_only_words, shape_of, symbol_of
from matching.text.folding import fold_all
from matching.text.scripts import may_continue, starts_without_border

_LINE_BREAK, _PERSON, _THING, _FIRST_SYMBOL = b"\nPT "  # code points in the text of a shape


class BulkNames(NamedTuple):
    """Parsed names as arrays, with words by their number in `vocabulary`.

    `rows` are the positions of these names among all, `words` their words, `named` the identifying ones, and `alone`
    the words that identify a name alone, beside initials. Pattern n is of the name at position `owners[n]` of these.
    """

    vocabulary: list[str]
    rows: Places
    words: Ragged
    named: Ragged
    alone: Places
    patterns: list[bytes]
    owners: Places


def bulk_names(names: Sequence[str], persons: Flags) -> BulkNames:
    """Those of the names that need not be parsed one by one; the vocabulary also holds words of other names."""
    vocabulary, rows, words = _words(names, persons)
    shapes, shape = _shapes(words, persons[rows], vocabulary)
    chosen = (~np.array([one.shortened for one in shapes], bool)[shape]).nonzero()[0]
    rows, words, shape = rows[chosen], words.take(chosen), shape[chosen]
    named = words.filtered(Ragged.of([one.named for one in shapes]).take(shape).values > 0)
    alone = np.array([one.alone for one in shapes], bool)[shape].nonzero()[0]
    phrases, owners = _phrases(words, [one.phrases for one in shapes], shape)
    texts = [names[row] for row in rows[owners].tolist()]
    patterns = _with_open_ends(_patterns(phrases, vocabulary), texts)
    return BulkNames(vocabulary, rows, words, named, named.take(alone).values, patterns, owners)


def _words(names: Sequence[str], persons: Flags) -> tuple[list[str], Places, Ragged]:
    """The vocabulary of all names, the positions of those that consist of words only, and the words of each."""
    texts, pieces = split_words(names)
    folded = fold_all(texts)
    vocabulary, words = split_words(folded)
    only_words = np.fromiter(chain.from_iterable(map(is_only_words, texts, folded)), bool)
    rejected = pieces.rows[~only_words[2 * pieces.values + persons[pieces.rows]]]
    counts = words.take(pieces.values).merged(pieces.counts).counts
    counts[rejected] = 0
    rows = counts.nonzero()[0]
    chosen = pieces.take(rows)
    return vocabulary, rows, words.take(chosen.values).merged(chosen.counts)


def _shapes(words: Ragged, persons: Flags, vocabulary: Sequence[str]) -> tuple[list[NameShape], Places]:
    """The distinct shapes of names with these words, and the position of each name's shape.

    A shape is found as a text: a letter for person or thing, and one for the symbol of each word.
    """
    symbols, numbers = distinct(map(symbol_of, vocabulary))
    count = len(words.counts)
    lines = np.full(len(words.values) + 2 * count, _LINE_BREAK, np.uint32)
    lines[words.starts + 2 * np.arange(count)] = np.where(persons, _PERSON, _THING)
    lines[np.arange(len(words.values)) + 2 * words.rows + 1] = numbers[words.values] + _FIRST_SYMBOL
    texts, shape = distinct(lines.tobytes().decode("utf-32-le", "surrogatepass").split("\n")[:-1])
    shapes = [
        shape_of(tuple(symbols[ord(letter) - _FIRST_SYMBOL] for letter in text[1:]), person=ord(text[0]) == _PERSON)
        for text in texts
    ]
    return shapes, shape


def _phrases(words: Ragged, shorter: Sequence[tuple[tuple[int, ...], ...]], shape: Places) -> tuple[Ragged, Places]:
    """The words of each phrase and the name it is of: first the whole names, then the shorter phrases of each shape."""
    indexes = Ragged.of(list(chain.from_iterable(shorter)))
    numbers = Ragged(np.arange(len(indexes.counts)), lengths(shorter)).take(shape)
    owners, chosen = numbers.rows, indexes.take(numbers.values)
    values = words.values[np.repeat(words.starts[owners], chosen.counts) + chosen.values]
    both = Ragged(np.append(words.values, values), np.append(words.counts, chosen.counts))
    return both, np.append(np.arange(len(words.counts)), owners)


def _patterns(phrases: Ragged, vocabulary: Sequence[str]) -> list[bytes]:
    """The pattern of each phrase: its words between spaces.

    All are joined at once in one text with a phrase a line; last words are numbered anew, to those with a line break.
    """
    ends = np.cumsum(phrases.counts) - 1
    numbers = phrases.values.copy()
    numbers[ends] += len(vocabulary)
    texts = [*vocabulary, *(f"{word} \n" for word in vocabulary)]
    return f" {' '.join(map(texts.__getitem__, numbers.tolist()))}".encode().split(b"\n")[:-1]


def _with_open_ends(patterns: Sequence[bytes], names: Sequence[str]) -> list[bytes]:
    """The patterns of these names, without the space where an end of the name need not be a word border."""
    return [
        pattern if name.isascii() else pattern[starts_without_border(name) : len(pattern) - may_continue(name)]
        for pattern, name in zip(patterns, names, strict=True)
    ]
