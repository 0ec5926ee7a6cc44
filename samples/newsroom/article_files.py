"""The articles of the sample newsroom, read from files that a person can edit.

A file is YAML front matter between `---` lines and then paragraphs, one blank line apart; inline HTML is allowed.
A line `=== second cycle` opens the body that replaces the first one in the newsroom's second cycle. The teasers beside
an article on its page are named in the front matter, by the keys of the articles they announce.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from core.config import parse_document

FOLDER = Path(__file__).parent / "articles"
SECOND_CYCLE = "=== second cycle"

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)
_AGE = re.compile(r"(\d+)([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One page of the newsroom.

    `key` is "publisher/slug". `age` is the time from publication to the newsroom's start, None for a page without a
    date. `bodies` are the paragraphs (HTML) in the first and in the second cycle. `cards` and `plain` are the keys of
    the articles announced beside it, as cards and as bare paragraphs; `comments` are readers' comments below it.
    `template` names the page's template, `status` its HTTP status, `feed` the feed that lists it.
    """

    key: str
    headline: str
    summary: str
    feed: str
    bodies: tuple[tuple[str, ...], tuple[str, ...]]
    age: timedelta | None
    path: str = ""
    section: str = "News"
    author: str = ""
    template: str = "page"
    status: int = 200
    language: str = "en"
    body_in_json_ld: bool = False
    body_in_feed: bool = False
    cards: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def publisher(self) -> str:
        """The publisher's id."""
        return self.key.partition("/")[0]

    @property
    def slug(self) -> str:
        """The article's name within its publisher."""
        return self.key.partition("/")[2]

    @property
    def is_updated(self) -> bool:
        """True if the second cycle has another body than the first."""
        return self.bodies[0] != self.bodies[1]

    def paragraphs(self, cycle: int) -> tuple[str, ...]:
        """The body in cycle 1 or 2 as plain text, one string for each paragraph."""
        return tuple(plain_text(paragraph) for paragraph in self.bodies[cycle - 1])


def plain_text(markup: str) -> str:
    """Inline HTML as text, with runs of white space collapsed to one space."""
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def read_articles(folder: Path = FOLDER) -> dict[str, SampleArticle]:
    """All articles below `folder` by key, sorted by key."""
    paths = sorted(folder.glob("*/*.md"))
    articles = (parse_article(f"{path.parent.name}/{path.stem}", path.read_text("utf-8")) for path in paths)
    return {article.key: article for article in articles}


def parse_article(key: str, text: str) -> SampleArticle:
    """The article in the text of its file. Raises ValueError without front matter, TypeError for an unknown field."""
    match = _FRONT_MATTER.fullmatch(text)
    if match is None:
        raise ValueError(f"{key}: no front matter")
    fields: dict[str, Any] = parse_document(match[1], key).data
    first, _, second = match[2].partition(SECOND_CYCLE)
    bodies = (_paragraphs(first), _paragraphs(second) or _paragraphs(first))
    return SampleArticle(key=key, bodies=bodies, age=parse_age(fields.pop("age", None)), **_frozen(fields))


def parse_age(text: str | None) -> timedelta | None:
    """The duration written as "40m", "5h" or "20d"; None for None. Raises ValueError for other text."""
    if text is None:
        return None
    match = _AGE.fullmatch(text)
    if match is None:
        raise ValueError(f"not an age: {text!r}")
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def _frozen(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
