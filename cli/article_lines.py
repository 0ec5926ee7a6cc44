"""Articles as the single stages read them: a JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from core.records import Article, Quality, Zone, ZoneKind

ARTICLE_ERRORS = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What an invalid line raises."""


def error_row(number: int, error: Exception) -> dict[str, Any]:
    """The row that stands for an invalid line."""
    return {"line": number, "error": {"kind": "bad_article", "message": f"{type(error).__name__}: {error}"}}


def parse_article(row: dict[str, Any]) -> Article:
    """The article of one row. Raises ValueError, TypeError, KeyError or AttributeError if it is invalid."""
    text, title = row["text"], row.get("title")
    if not isinstance(text, str) or not isinstance(title, str | None):
        raise TypeError("title and text must be texts")
    return Article(
        article_id=str(row["article_id"]),
        feed_id="",
        entry_key="",
        url="",
        site="",
        title=title,
        text=text,
        zones=tuple(_parse_zones(row.get("zones") or (), len(text))),
        quality=Quality(row.get("quality") or Quality.FULL),
        quality_reason="",
        content_hash="",
        first_seen_at=datetime.now(UTC),
        language=row.get("lang"),
    )


def _parse_zones(rows: Iterable[dict[str, Any]], length: int) -> Iterator[Zone]:
    for row in sorted(rows, key=lambda one: int(one["start"])):
        yield Zone(max(0, int(row["start"])), min(length, int(row["end"])), ZoneKind(row["zone"]))
