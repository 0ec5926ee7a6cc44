"""`watchword stories`: articles in, the story of each out, as JSON lines; no database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from cli.app import DONE, logs, settings
from cli.article_lines import ARTICLE_ERRORS, error_row, parse_article
from cli.printing import json_line
from core.records import Published, Story

if TYPE_CHECKING:
    from matching.engine import Matcher
    from matching.stories.grouping import StoryArticle


def stories(
    articles: Annotated[Path, Parameter(allow_leading_hyphen=True)] = Path("-"),
    /,
    *,
    watchlist: Path | None = None,
) -> int:
    """Group articles into stories and print the story and the event of each as JSON lines.

    Args:
        articles: JSON lines with article_id, title, text, lang and published_at; - for standard input.
        watchlist: A watchlist, a file or a folder of files: who is named in two articles counts too.
    """
    from cli.matcher_loading import load_matcher
    from matching.stories.grouping import group

    matcher = load_matcher(watchlist, settings().paths.cache) if watchlist else None
    with nullcontext(sys.stdin.buffer) if str(articles) == "-" else articles.open("rb") as lines:
        read = [_read_line(line, number, matcher) for number, line in enumerate(lines, 1) if line.strip()]
    if not read and str(articles) == "-":
        logs.print("No article came on standard input. The stories that are stored: `watchword query 'FROM stories'`.")
    rows = _rows_by_article(group([one for one in read if not isinstance(one, dict)], [], severities={}))
    for one in read:
        row = one if isinstance(one, dict) else rows[one.article.article_id]
        sys.stdout.write(json_line(row))
    return DONE


def _read_line(line: bytes, number: int, matcher: Matcher | None) -> StoryArticle | dict[str, Any]:
    """The article on this line with its hits, or a row with the error of an invalid line."""
    from matching.stories.grouping import StoryArticle

    try:
        row = json.loads(line)
        article = replace(parse_article(row), published=_published(row.get("published_at")))
    except ARTICLE_ERRORS as error:
        return error_row(number, error)
    return StoryArticle(article, tuple(matcher.match(article)) if matcher else ())


def _published(text: str | None) -> Published | None:
    """When an article was published, from an ISO instant or date (then noon, UTC). Raises ValueError or TypeError."""
    if not text:
        return None
    if len(text) == len("2026-11-30"):
        return Published(datetime.combine(date.fromisoformat(text), time(12), UTC), "published_at")
    at = datetime.fromisoformat(text)
    return Published(at if at.tzinfo else at.replace(tzinfo=UTC), "published_at")


def _rows_by_article(found: Iterable[Story]) -> dict[str, dict[str, Any]]:
    """A row for each article, by its id: the ids of its story and event, and what links it to an earlier article."""
    rows: dict[str, dict[str, Any]] = {}
    for story in found:
        for event in story.events:
            for key in event.article_ids:
                rows[key] = {"article_id": key, "story_id": story.story_id, "event_id": event.event_id, "link": None}
        for link in story.links:
            rows[link.article_id]["link"] = {"to": link.other_id, "kind": link.kind.value, "reason": link.reason}
    return rows
