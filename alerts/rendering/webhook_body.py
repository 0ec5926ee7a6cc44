"""A digest as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from alerts.composing.severity import highest, severity_of
from alerts.rendering.quotes import quotes_of
from alerts.rendering.reader_links import LinkKey
from alerts.text.cleaning import one_line, safe_link
from alerts.text.wording import headline_of
from core.records import Article, Digest, StoryCard

_MAX_PAGES = 50  # unread pages in a message


def webhook_body(digest: Digest, links: LinkKey | None = None) -> bytes:
    """The digest as JSON, keys sorted, in ASCII; with the stories' addresses on the desk if one is served."""
    whole = {
        "type": f"watchword.{digest.kind}",
        "digest_id": digest.digest_id,
        "subscription": digest.subscription_id,
        "window": [digest.window_start.isoformat(), digest.window_end.isoformat()],
        "stories": [_story(card, links) for card in digest.cards],
        "coverage": {
            "feeds_total": digest.coverage.feeds_total,
            "feeds_read": digest.coverage.feeds_read,
            "pages_not_read": [
                {"url": one.url, "headline": one.headline, "feed": one.feed_id, "cause": one.cause}
                for one in digest.coverage.unread_pages[:_MAX_PAGES]
            ],
            "not_delivered": [
                {"recipient": to, "error": error, "at": at.isoformat()} for to, error, at in digest.coverage.undelivered
            ],
            "not_read": [[one.feed_id, one.cause] for one in digest.coverage.failing],
        },
    }
    return json.dumps(whole, sort_keys=True, ensure_ascii=True).encode()


def _story(card: StoryCard, links: LinkKey | None) -> dict[str, Any]:
    articles = {one.article.article_id: one.article for one in card.findings}
    return {
        "story_id": card.story.story_id,
        "desk_url": links.story(card.story.story_id) if links else None,
        "status": card.status,
        "changes": list(card.changes),
        "severity": highest(severity_of(one) for one in card.findings),
        "targets": [
            {
                "id": one.hit.target_id,
                "name": one.target.name,
                "band": one.hit.band,
                "score": one.hit.score,
                "severity": severity_of(one),
                "hit_id": one.hit.hit_id,
                "article_id": one.article.article_id,
            }
            for one in card.findings
        ],
        "articles": [_article(article, card) for article in articles.values()],
    }


def _article(article: Article, card: StoryCard) -> dict[str, Any]:
    findings = [one for one in card.findings if one.article.article_id == article.article_id]
    return {
        "article_id": article.article_id,
        "url": safe_link(article.url),
        "site": one_line(article.site, 80),
        "publisher": one_line(article.publisher, 60) if article.publisher else None,
        "title": headline_of(article)[0],
        "published": article.published.iso if article.published else None,
        "quotes": [quote.text for quote in quotes_of(article, findings, 3)],
    }
