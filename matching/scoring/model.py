"""What a mention is worth, alone and in its article."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from core.records import Mention, Reason
from matching.facts.claims import FactComparison
from matching.index.variants.name_variant import NameVariant
from matching.mentions.alignment import Alignment
from matching.rules.evaluation import ConditionMatch


class EvidenceKind(Enum):
    """What sort of evidence a mention is, best first. Only FULL evidence alerts alone.

    FULL     the listed name, in any order, spelling of hyphens, with nickname, title or initial
    FOREIGN  another romanisation, native script, transliteration, a common name, a nickname
    NEAR     a spelling that differs
    PARTIAL  a part of the name is missing, or a further name is inside
    """

    FULL = "full"
    FOREIGN = "foreign"
    NEAR = "near"
    PARTIAL = "partial"


class Worth(NamedTuple):
    """What a mention is worth alone. `note` says in words what lowered the score, empty if nothing did."""

    kind: EvidenceKind
    score: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScoredMention:
    """One place where an actor is named, with its worth alone.

    `first` and `last` number its words in its field. `is_shared` is True if other people's given names are inside.
    `alignment` is None where the variant was met word for word.
    """

    variant: NameVariant
    mention: Mention
    first: int
    last: int
    worth: Worth
    is_shared: bool = False
    alignment: Alignment | None = None

    @property
    def kind(self) -> EvidenceKind:
        """The sort of evidence that it is."""
        return self.worth.kind

    @property
    def score(self) -> int:
        """Its worth alone, 0 to 100."""
        return self.worth.score

    @property
    def is_heard(self) -> bool:
        """True if it is in another script and only sounds like the listed name."""
        return self.alignment is not None and self.alignment.is_heard

    @property
    def note(self) -> str:
        """What lowered the score, in words."""
        return self.worth.note


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What the rest of the article says about a mention.

    `contexts` are the contexts of its variant that hold where it is, with their evidence; `exclusion` is the exclusion
    term found there, None if there is none; `sentence` and `article` are the other actors named for certain in the same
    sentence and article; `comparisons` are of what the article says of the person with the facts of the entry.
    `identified` is True if an identifier of the actor is in the article.
    """

    contexts: Mapping[str, ConditionMatch] = field(default_factory=dict)
    exclusion: str | None = None
    sentence: Collection[int] = ()
    article: Collection[int] = ()
    comparisons: Sequence[FactComparison] = ()
    identified: bool = False


@dataclass(frozen=True, slots=True)
class WeighedMention:
    """A mention with its worth in its article, and the reasons for and against it."""

    scored: ScoredMention
    score: int
    reasons: tuple[Reason, ...]
