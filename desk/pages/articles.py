"""The pages of a story and of an article, of what changed between two versions, and the stored page as evidence."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desk.contents.comparison import compared
from desk.contents.stories import best_article, current_story, story_page
from desk.state import Desk

_PLAIN_ID = re.compile(r"[0-9a-zA-Z_-]{1,64}")


def show_story(desk: Desk, request: Request) -> Response:
    """The story's page, with the article that has its strongest open hit; of a merged story, the way to the new one."""
    story = request.path_params["story"]
    with desk.reader.reading() as reading:
        article = best_article(reading, story)
        current = current_story(reading, story) if article is None else None
    if current is not None:
        return RedirectResponse(f"/stories/{current}", 303)
    if article is None:
        raise HTTPException(404, "No story with this id is stored.")
    return _article_page(desk, request, article)


def show_article(desk: Desk, request: Request) -> Response:
    """The article's page, in its story."""
    return _article_page(desk, request, request.path_params["article"])


def _article_page(desk: Desk, request: Request, article_id: str) -> Response:
    query = request.query_params
    with desk.reader.reading() as reading:
        outlets = number_of(query.get("outlets")) or 1
        page = story_page(reading, desk.store, article_id, part=number_of(query.get("part")), outlets_page=outlets)
    if page is None:
        raise HTTPException(404, "No article with this id is stored.")
    return desk.page(request, "story.html.jinja", page=page)


def show_changes(desk: Desk, request: Request) -> Response:
    """Two versions of an article side by side: by default the last two."""
    article_id = request.path_params["article"]
    versions = desk.store.articles.versions(article_id)
    if not versions:
        raise HTTPException(404, "No article with this id is stored.")
    by_hash = {one.content_hash: one for one in versions}
    new = by_hash.get(request.query_params.get("to", ""), versions[-1])
    old = by_hash.get(request.query_params.get("from", ""), versions[-2] if len(versions) > 1 else new)
    return desk.page(
        request, "changes.html.jinja", article=versions[-1], versions=versions, old=old, new=new,
        comparison=compared(old.text, new.text),
    )  # fmt: skip


def send_stored_page(desk: Desk, request: Request) -> Response:
    """The bytes as they were fetched, to save. Never shown by the browser: they are a foreign page."""
    article_id, version = request.path_params["article"], request.path_params["version"]
    found = desk.store.articles.page(article_id, version)
    if found is None or not _PLAIN_ID.fullmatch(article_id):
        raise HTTPException(404, "The page of this version is no longer stored.")
    headers = {
        "content-disposition": f'attachment; filename="{article_id}-{found.sha256[:12]}.txt"',
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(found.body, media_type="text/plain", headers=headers)


def number_of(text: str | None) -> int | None:
    """A positive number in an address; None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 and int(text) else None
