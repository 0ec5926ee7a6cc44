"""Protocols by which one package uses what another implements, without importing it; `flows` hands it in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from core.records import Article


@dataclass(frozen=True, slots=True)
class PostAnswer:
    """The answer to an outgoing request; `retry_after_s` is None if the server named no time."""

    status: int
    retry_after_s: float | None = None


class Poster(Protocol):
    """Outgoing HTTP for channels, implemented in `extractors/fetching/client.py`."""

    def post(self, url: str, body: bytes, headers: tuple[tuple[str, str], ...]) -> PostAnswer:
        """Posts `body` and returns the answer. Raises a transient or permanent FetchError if there is none."""
        ...


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The distinct folded words of an article; `likely` are those that may be a misspelt name."""

    words: frozenset[str]
    likely: frozenset[str]


@dataclass(frozen=True, slots=True)
class WordKeys:
    """The blocking keys of some words: `keys[n]`, a 32-bit checksum, is a key of the word numbered `words[n]`.

    Similar words share one.
    """

    keys: npt.NDArray[np.uint32]
    words: npt.NDArray[np.intp]


class WordIndexer(Protocol):
    """The words of an article and their blocking keys, implemented in `matching/presearch.py`."""

    @property
    def version(self) -> str:
        """Changes when the same article would get other words or blocking keys."""
        ...

    def words(self, article: Article) -> ArticleWords:
        """The words of title and text."""
        ...

    def blocking_keys(self, words: Sequence[str]) -> WordKeys:
        """The blocking keys of these words of a text, each pair of word and key once."""
        ...


@dataclass(frozen=True, slots=True)
class WordQuery:
    """Which words of an index to return: those that are, begin with, end with or contain one of these texts.

    And the likely ones that have one of the blocking keys.
    """

    words: frozenset[str]
    prefixes: frozenset[str]
    suffixes: frozenset[str]
    substrings: frozenset[str]
    blocking_keys: frozenset[int]


@dataclass(frozen=True, slots=True)
class WordRequirement:
    """A condition on the words of an article: it must have a word of at least `minimum` of the groups."""

    groups: tuple[frozenset[str], ...]
    minimum: int


class Presearch(Protocol):
    """Which stored articles are worth reading again for some entries, implemented in `matching/presearch.py`."""

    @property
    def version(self) -> str:
        """The version of the word indexer that it was made for."""
        ...

    @property
    def word_query(self) -> WordQuery:
        """The words to look up in the index."""
        ...

    def requirements(self, words: Collection[str]) -> Sequence[WordRequirement]:
        """The requirements of which an article must meet at least one, given the words that the query found."""
        ...
