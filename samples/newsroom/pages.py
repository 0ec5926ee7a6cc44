"""The pages of the sample newsroom: HTML files with named slots (`string.Template`), filled from an article.

Each publisher has a folder in `templates/`: whole pages (`page.html`, `paywall.html` …) and the fragments repeated in
them (`paragraph.html`, `card.html`, `plain.html`, `comment.html`, `date_head.html`, `date_line.html`).
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from samples.newsroom.article_files import SampleArticle, plain_text
from samples.newsroom.edition import Edition

FOLDER = Path(__file__).parent / "templates"

Slots = Mapping[str, str]


@cache
def template(publisher: str, name: str) -> Template:
    """The publisher's page or fragment with this name; empty if there is none."""
    path = FOLDER / publisher / f"{name}.html"
    return Template(path.read_text("utf-8") if path.exists() else "")


def render_page(article: SampleArticle, edition: Edition) -> str:
    """The HTML page of the article."""
    slots = article_slots(article, edition) | {
        "body": _paragraphs(article, edition),
        "cards": _teasers("card", article.cards, article, edition),
        "plain": _teasers("plain", article.plain, article, edition),
        "comments": "".join(fill(article, "comment", {"comment": html.escape(text)}) for text in article.comments),
        "json_ld": json.dumps(json_ld(article, edition), ensure_ascii=False, indent=1).replace("</", "<\\/"),
    }
    dated = {name: fill(article, name, slots) if article.age else "" for name in ("date_head", "date_line")}
    return fill(article, article.template, slots | dated)


def fill(article: SampleArticle, name: str, slots: Slots) -> str:
    """The fragment `name` of the article's publisher with its slots filled."""
    return template(article.publisher, name).substitute(slots)


def article_slots(article: SampleArticle, edition: Edition) -> dict[str, str]:
    """The slots of a page or teaser that describe an article, escaped for HTML."""
    publisher, published, modified = edition.publisher(article), edition.published(article), edition.modified(article)
    plain = {
        "headline": article.headline,
        "summary": article.summary,
        "author": article.author or "Staff",
        "section": article.section,
        "language": article.language,
        "site_name": publisher.name,
        "base": edition.bases[article.publisher],
        "url": edition.url(article),
        "age": age_text(article.age, article.language),
    }
    times = {} if published is None or modified is None else time_slots(published, modified)
    return {name: html.escape(text) for name, text in (plain | times).items()}


def time_slots(published: datetime, modified: datetime) -> dict[str, str]:
    """The times of publication and last change in the formats of the four publishers."""
    return {
        "published_iso": published.isoformat(),
        "modified_iso": modified.isoformat(),
        "published_long": f"{published:%A} {published.day} {published:%B %Y, %H:%M}",
        "published_us": f"{published:%B} {published.day}, {published.year}",
        "published_dots": f"{published:%Y.%m.%d %H:%M}",
        "modified_dots": f"{modified:%Y.%m.%d %H:%M}",
    }


def age_text(age: timedelta | None, language: str) -> str:
    """An article's age as teasers print it ("3 hours ago"); empty for None."""
    if age is None:
        return ""
    hours = max(1, round(age / timedelta(hours=1)))
    number, unit, korean = (hours, "hour", "시간") if hours < 24 else (hours // 24, "day", "일")
    return f"{number}{korean} 전" if language == "ko" else f"{number} {unit}{'s' * (number > 1)} ago"


def _paragraphs(article: SampleArticle, edition: Edition) -> str:
    return "\n".join(fill(article, "paragraph", {"paragraph": text}) for text in edition.body(article))


def _teasers(fragment: str, keys: tuple[str, ...], article: SampleArticle, edition: Edition) -> str:
    others = (article_slots(edition.articles[key], edition) for key in keys)
    return "\n".join(fill(article, fragment, slots) for slots in others)


def json_ld(article: SampleArticle, edition: Edition) -> dict[str, Any]:
    """The article as a schema.org NewsArticle; with `articleBody` only if the article is set so."""
    published, modified = edition.published(article), edition.modified(article)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "description": article.summary,
        "mainEntityOfPage": edition.url(article),
        "author": [{"@type": "Person", "name": article.author or "Staff"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": edition.publisher(article).name},
        "isAccessibleForFree": article.template != "paywall",
    }
    if published and modified:
        data |= {"datePublished": published.isoformat(), "dateModified": modified.isoformat()}
    if article.body_in_json_ld:
        data["articleBody"] = "\n\n".join(plain_text(paragraph) for paragraph in edition.body(article))
    return data
