"""Small protocols that let a stage use what another one implements, without seeing it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.records import Article


@dataclass(frozen=True, slots=True)
class PostAnswer:
    """The answer to an outgoing request; `retry_after_s` is None unless the server named a time."""

    status: int
    retry_after_s: float | None = None


class Poster(Protocol):
    """Outgoing HTTP for channels: implemented in `extractors/fetching/client.py`, handed in by `flows`."""

    def post(self, url: str, body: bytes, headers: tuple[tuple[str, str], ...]) -> PostAnswer:
        """Posts `body` and returns the answer. Raises a transient or permanent FetchError without one."""
        ...


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The distinct folded words of an article; `likely` are those among them that may be a name misspelt."""

    words: frozenset[str]
    likely: frozenset[str]


class WordIndexer(Protocol):
    """How articles become words, and what like words have in common: implemented in `matching/presearch.py`."""

    @property
    def version(self) -> str:
        """Another one when the same article would become other words or marks."""
        ...

    def words(self, article: Article) -> ArticleWords:
        """The words of the title and the text."""
        ...

    def blocking_keys(self, word: str) -> frozenset[int]:
        """Checksums of 32 bits; words that are like each other share one."""
        ...


@dataclass(frozen=True, slots=True)
class WordQuery:
    """The words of an index that matter: these, those with these parts, and the likely ones with these marks."""

    words: frozenset[str]
    prefixes: frozenset[str]
    suffixes: frozenset[str]
    substrings: frozenset[str]
    blocking_keys: frozenset[int]


@dataclass(frozen=True, slots=True)
class WordRequirement:
    """One way to be named: at least `minimum` of the groups must have a word in the article."""

    groups: tuple[frozenset[str], ...]
    minimum: int


class Presearch(Protocol):
    """What an article must hold to be worth reading again: implemented in `matching/presearch.py`."""

    @property
    def version(self) -> str:
        """That of the indexer by whose rules it asks."""
        ...

    @property
    def word_query(self) -> WordQuery:
        """The words to look up first."""
        ...

    def requirements(self, words: Collection[str]) -> Sequence[WordRequirement]:
        """How an entry may be named, given the words that the lookups found; an article must go one of these ways."""
        ...
