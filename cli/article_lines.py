"""Articles as the single stages read them: a JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from core.records import Article, Published, Quality, Zone, ZoneKind

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
        published=_published(row.get("published_at")),
    )


def _published(value: object) -> Published | None:
    """The date of publication: an ISO 8601 date, or a date with a time of day; None if there is none."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError("published_at must be a text, such as 2026-10-05")
    at = date.fromisoformat(value) if len(value) == len("2026-10-05") else datetime.fromisoformat(value)
    return Published(at, "given")


def _parse_zones(rows: Iterable[dict[str, Any]], length: int) -> Iterator[Zone]:
    for row in sorted(rows, key=lambda one: int(one["start"])):
        yield Zone(max(0, int(row["start"])), min(length, int(row["end"])), ZoneKind(row["zone"]))
