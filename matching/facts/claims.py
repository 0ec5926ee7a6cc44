"""What an article says of a mentioned person, and how it compares with the list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.records import TextField
from matching.watchlist.partial_dates import PartialDate


class FactKind(StrEnum):
    """What a claim is about. The values are public: the reasons of hits show them."""

    AGE = "age"
    BIRTH = "birth"
    DEATH = "death"  # when the person died
    LIFE = "life"  # that the person acts in the article's present
    GENDER = "gender"
    NATIONALITY = "nationality"
    PLACE = "place"
    ROLE = "role"
    ASSOCIATE = "associate"


class AgeTime(StrEnum):
    """When somebody had the age that an article gives."""

    NOW = "now"
    PERHAPS_EARLIER = (
        "perhaps earlier"  # "turned 30": it supports, and only a higher age than the listed one contradicts
    )
    EARLIER = "earlier"  # "then 30": only a higher age than the listed one says something
    AT_DEATH = "at death"  # whenever that was


class Weight(StrEnum):
    """How much a comparison counts."""

    STRONG = "strong"
    WEAK = "weak"
    NONE = "none"  # it only tells two listed bearers of one name apart


@dataclass(frozen=True, slots=True)
class Claim:
    """What the article says of the mentioned person, at `[start, end)` of a passage.

    `said` is it in words, behind which "in the article" may follow. `ages` are the possible ages in years, `years` past
    years in which they may have been meant; `dates` are the possible dates of birth or death; `values` a gender,
    country codes or terms. A claim that is not `firm` may be about somebody else: it supports, and contradicts nothing.
    """

    kind: FactKind
    start: int
    end: int
    said: str
    ages: tuple[int, int] | None = None
    years: tuple[int, ...] = ()
    dates: tuple[PartialDate, ...] = ()
    values: tuple[str, ...] = ()
    firm: bool = True
    when: AgeTime = AgeTime.NOW  # of an age


@dataclass(frozen=True, slots=True)
class FactComparison:
    """A claim that agrees with a fact of the entry, or contradicts it. `listed` is what the list says, in words."""

    claim: Claim
    field: TextField
    surface: str
    agrees: bool
    weight: Weight
    listed: str

    @property
    def contradicts(self) -> bool:
        """True if the article says something else than the list."""
        return not self.agrees
