"""feeds.yaml: which feeds are polled, and how."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, field_validator

from core.config import Document, located_error, parse_document, parse_model
from core.errors import ConfigError, Problem
from core.plain_yaml import Location, Places
from core.records import FeedKind, FeedSource, FirstPoll, FullText, Recheck
from core.urls import canonical, host_of

MIN_INTERVAL, MAX_INTERVAL = timedelta(minutes=15), timedelta(hours=6)
"""The bounds of the time between two polls of a feed, unless it is always due."""

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def _parse_interval(value: Any) -> timedelta:  # noqa: ANN401 - whatever YAML holds
    """The interval of `30m`, `2h` or `0s`. Raises ValueError, with the end of a sentence about the value."""
    match = re.fullmatch(r"\s*(\d{1,6})\s*([smhd])\s*", "0s" if value == 0 else str(value))
    if match is None:
        raise ValueError("is a number with a unit: 30m, 2h, or 0s for always")
    span = timedelta(seconds=int(match[1]) * _UNITS[match[2]])
    if span and not MIN_INTERVAL <= span <= MAX_INTERVAL:
        raise ValueError("is at least 15m and at most 6h, or 0s for always")
    return span


class Feed(BaseModel):
    """One entry of `feeds:`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$", description="short and stable: a-z 0-9 . _ -")]
    url: Annotated[str, Field(description="the feed's address, http or https")]
    kind: FeedKind = FeedKind.AUTO
    title: Annotated[str | None, Field(description="shown instead of the id")] = None
    tags: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    every: Annotated[
        timedelta,
        BeforeValidator(_parse_interval),
        Field(description="least time between two polls: 15m to 6h, default 30m; 0s for always"),
        WithJsonSchema({"type": "string", "pattern": r"^\d{1,6}[smhd]$", "examples": ["30m", "2h", "0s"]}),
    ] = timedelta(minutes=30)
    full_text: FullText = FullText.AUTO
    first_poll: FirstPoll = FirstPoll.BASELINE
    recheck: Annotated[Recheck, Field(description="pages read again for silent edits: hits (default), all, off")] = (
        Recheck.HITS
    )
    paused: Annotated[bool, Field(description="true: the feed is not polled, until you change it")] = False

    @field_validator("url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        if host_of(url) is None or "@" in url.split("/")[2]:
            raise ValueError("is an http or https address without a user name")
        return url

    def source(self) -> FeedSource:
        """The record of the other stages."""
        fields = self.model_dump(exclude={"id"})
        return FeedSource(feed_id=self.id, **fields)


class FeedsFile(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    feeds: tuple[Feed, ...] = ()

    @field_validator("feeds", mode="before")
    @classmethod
    def _may_be_empty(cls, value: object) -> object:
        return () if value is None else value


def schema() -> dict[str, Any]:
    """The JSON schema of the file, for editors; `config/feeds.schema.json` holds a copy."""
    generated = FeedsFile.model_json_schema()
    generated["$defs"]["Feed"]["properties"]["every"]["default"] = "30m"
    return generated


def parse_feeds(document: Document) -> tuple[FeedSource, ...]:
    """The feeds in the file's order. Raises ConfigError with every problem at its line, duplicates included."""
    feeds = parse_model(document, FeedsFile).feeds
    repeated = [
        *_duplicates("id", ((feed.id, index) for index, feed in enumerate(feeds))),
        *_duplicates("url", ((canonical(feed.url) or feed.url, index) for index, feed in enumerate(feeds))),
    ]
    if repeated:
        raise _repeated(document, repeated)
    return tuple(feed.source() for feed in feeds)


def _duplicates(field: str, values: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    """The field, its feed and the first feed that has the same value, for each but the first."""
    first: dict[str, int] = {}
    for value, index in values:
        if value in first:
            yield field, index, first[value]
        first.setdefault(value, index)


def _repeated(document: Document, repeated: Iterable[tuple[str, int, int]]) -> ConfigError:
    places = Places(document.text)
    found: list[tuple[Location, str, str]] = []
    for field, index, first in repeated:
        line = places.place(("feeds", first, field)).line
        found.append(
            (("feeds", index, field), f"the {field} of feeds[{first}] in line {line} again", "remove one of the two")
        )
    return located_error(document, found)


def with_feeds(document: Document, sources: Sequence[FeedSource]) -> str:
    """The text of the file with these feeds appended and nothing else changed.

    Raises ConfigError if the file is invalid or does not end with its list of feeds.
    """
    before = parse_feeds(document)
    stem = re.sub(r"^feeds:\s*(?:\[\s*\])?\s*$", "feeds:", document.text, flags=re.MULTILINE).rstrip()
    head = stem if re.search(r"^feeds:", stem, re.MULTILINE) else f"{stem}\nfeeds:".lstrip()
    text = "\n\n".join([head, *map(_as_yaml, sources)]) + "\n"
    after = parse_feeds(parse_document(text, document.name))
    if [one.url for one in after] != [one.url for one in (*before, *sources)]:
        raise ConfigError.of(Problem(document.name, "does not end with its list of feeds; add the feed by hand"))
    return text


def _as_yaml(source: FeedSource) -> str:
    lines = [f"  - id: {json.dumps(source.feed_id)}", f"    url: {json.dumps(source.url)}"]
    if source.title:
        lines.append(f"    title: {json.dumps(source.title, ensure_ascii=False)}")
    if source.kind is not FeedKind.AUTO:
        lines.append(f"    kind: {source.kind}")
    if source.tags:
        lines.append(f"    tags: {json.dumps(list(source.tags), ensure_ascii=False)}")
    return "\n".join(lines)
