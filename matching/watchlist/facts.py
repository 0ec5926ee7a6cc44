"""What a watchlist entry may say of its bearer, by which an article tells a namesake from the listed person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints

from matching.tables.country_codes import COUNTRY_CODES
from matching.watchlist.field_types import STRICT, Id, Name, as_list, as_text
from matching.watchlist.partial_dates import PartialDate, partial_date


def _check_date(value: str) -> str:
    partial_date(value)
    return value


def _check_country(value: str) -> str:
    if value.upper() not in COUNTRY_CODES:
        raise ValueError(f"{value!r} is no country code of ISO 3166-1: write two letters, such as kp")
    return value.lower()


Date = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True),
    BeforeValidator(as_text, json_schema_input_type=str | int),
    AfterValidator(_check_date),
]
Country = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, max_length=20), AfterValidator(_check_country)
]
Dates = Annotated[
    tuple[Date, ...],
    Field(max_length=100),
    BeforeValidator(lambda value: as_list(as_text(value)), json_schema_input_type=str | int | list[str | int]),
]
Countries = Annotated[tuple[Country, ...], BeforeValidator(as_list, json_schema_input_type=str | list[str])]
Terms = Annotated[tuple[Name, ...], BeforeValidator(as_list, json_schema_input_type=Name | list[Name])]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list, json_schema_input_type=Id | list[Id])]


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about the bearer of a name; each is optional, and empty means unknown.

    `born` and `died` are the possible dates, as the list gives them (`partial_dates.py`); `nationality` has country
    codes of ISO 3166-1 in small letters; `places` and `roles` are terms as in contexts; `associates` are ids of actors.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    born: Dates = ()
    died: Dates = ()
    gender: Literal["male", "female"] | None = None
    nationality: Countries = ()
    places: Terms = ()
    roles: Terms = ()
    associates: Ids = ()

    @property
    def births(self) -> tuple[PartialDate, ...]:
        """The possible dates of birth."""
        return tuple(map(partial_date, self.born))

    @property
    def deaths(self) -> tuple[PartialDate, ...]:
        """The possible dates of death."""
        return tuple(map(partial_date, self.died))
