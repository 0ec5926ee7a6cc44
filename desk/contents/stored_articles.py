"""Stored articles as the matcher reads them, from rows of the snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from core.records import Article, Published, Quality, Zone
from matching.examples import article_of
from storage.database.columns import from_json


def article_in(row: Mapping[str, Any]) -> Article:
    """The article of a row of `articles` that has its text."""
    text = str(row["text"])
    return replace(
        article_of(text, row["title"]),
        zones=from_json(tuple[Zone, ...], row["zones"]),
        published=_published(row),
        quality=Quality(row["quality"]),
        language=row["language"],
        url=row["url"],
        site=row["site"],
    )


def _published(row: Mapping[str, Any]) -> Published | None:
    text = str(row["published"] or "")
    for kind in (date, datetime):
        with suppress(ValueError):
            return Published(kind.fromisoformat(text), str(row["published_source"]))
    return None
