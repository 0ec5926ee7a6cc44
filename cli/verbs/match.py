"""`watchword match`: articles in, hits out, as JSON lines; no database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from cli.app import DONE, FAILED, logs, settings
from core.records import Article, Hit, Quality, TextField, Zone, ZoneKind

if TYPE_CHECKING:
    from matching.engine import Matcher

_MAX_LINE = 64 * 1024 * 1024  # bytes of one article


def match(
    articles: Annotated[Path, Parameter(allow_leading_hyphen=True)] = Path("-"),
    /,
    *,
    watchlist: Path,
) -> int:
    """Match articles against a watchlist and print the hits as JSON lines.

    Args:
        articles: JSON lines with article_id, title, text, lang and zones; - for standard input.
        watchlist: The watchlist, a file or a folder of files.
    """
    from cli.matcher_cache import compiled_watchlist

    matcher = compiled_watchlist(watchlist, settings().paths.cache)
    try:
        source = nullcontext(sys.stdin.buffer) if str(articles) == "-" else articles.open("rb")
    except OSError as error:
        logs.print(f"{articles} cannot be read: {error.strerror}", style="red", markup=False)
        return FAILED
    with source as lines:
        for number, line in enumerate(lines, 1):
            for answer in answers(matcher, line, number):
                sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return DONE


def answers(matcher: Matcher, line: bytes, number: int) -> Iterator[dict[str, Any]]:
    """The hits of the article in this line, or one line that says what is wrong with it."""
    if not line.strip():
        return
    try:
        article = _article(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        yield {"line": number, "error": {"kind": "bad_article", "message": f"{type(error).__name__}: {error}"}}
        return
    for hit in matcher.match(article):
        yield _answer(hit)


def _article(row: dict[str, Any]) -> Article:
    """The article of one line. Raises ValueError, TypeError or KeyError if it is none."""
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
        zones=tuple(_zones(row.get("zones") or (), len(text))),
        quality=Quality(row.get("quality") or Quality.FULL),
        quality_reason="",
        content_hash="",
        first_seen_at=datetime.now(UTC),
        language=row.get("lang"),
    )


def _zones(rows: Iterable[dict[str, Any]], length: int) -> Iterator[Zone]:
    for row in sorted(rows, key=lambda one: int(one["start"])):
        yield Zone(max(0, int(row["start"])), min(length, int(row["end"])), ZoneKind(row["zone"]))


def _answer(hit: Hit) -> dict[str, Any]:
    """The hit as the public contract has it."""
    return {
        "article_id": hit.article_id,
        "target_id": hit.target_id,
        "kind": hit.kind.value,
        "band": hit.band.value,
        "score": hit.score,
        "mentions": [
            {
                "field": TextField(mention.field).value,
                "start": mention.start,
                "end": mention.end,
                "surface": mention.surface,
                "method": mention.method,
                "zone": mention.zone.value,
                "alias": mention.alias,
            }
            for mention in hit.mentions
        ],
        "reasons": [{"code": one.code, "text": one.text, "facts": one.facts} for one in hit.reasons],
    }
