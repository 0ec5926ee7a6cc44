"""`watchword match`: articles in, hits out, as JSON lines; no database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from cli.app import DONE, settings
from cli.article_lines import ARTICLE_ERRORS, error_row, parse_article
from cli.printing import json_line
from core.records import Hit, TextField

if TYPE_CHECKING:
    from matching.engine import Matcher


def match(
    articles: Annotated[Path, Parameter(allow_leading_hyphen=True)] = Path("-"),
    /,
    *,
    watchlist: Path,
) -> int:
    """Match articles against a watchlist and print the hits as JSON lines.

    Args:
        articles: JSON lines with article_id, title, text, lang, zones and published_at; - for standard input.
        watchlist: The watchlist, a file or a folder of files.
    """
    from cli.matcher_loading import load_matcher

    matcher = load_matcher(watchlist, settings().paths.cache)
    with nullcontext(sys.stdin.buffer) if str(articles) == "-" else articles.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            for row in _match_line(matcher, line, number):
                sys.stdout.write(json_line(row))
    return DONE


def _match_line(matcher: Matcher, line: bytes, number: int) -> Iterator[dict[str, Any]]:
    """The rows of the hits in the article on this line, or one row with the error of an invalid line."""
    if not line.strip():
        return
    try:
        article = parse_article(json.loads(line))
    except ARTICLE_ERRORS as error:
        yield error_row(number, error)
        return
    for hit in matcher.match(article):
        yield _hit_row(hit)


def _hit_row(hit: Hit) -> dict[str, Any]:
    """The hit as the public JSON-lines format has it."""
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
