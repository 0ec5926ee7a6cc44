"""Types of single values in watchlist.yaml, which several entries share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import ConfigDict, StringConstraints

STRICT = ConfigDict(extra="forbid")

Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=2000)]
Name = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=300)]
Id = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]*$", min_length=1, max_length=100)
]


def as_list(value: object) -> object:
    """A single text or mapping as a list of it; every other value as it is."""
    return [value] if isinstance(value, str | Mapping) else value


def as_text(value: object) -> object:
    """A whole number as text: a ship's number and a year need no quotes."""
    return str(value) if type(value) is int else value
