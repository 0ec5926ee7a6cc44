"""Ids: short hashes of what a thing is, so that the same thing always has the same id."""

from __future__ import annotations

import hashlib

_SEPARATOR = "\x1f"  # the ASCII unit separator, which does not occur in the parts
_LENGTH = 20  # hex digits, 80 bits: no collision expected below 10**11 things


def digest_of(*parts: str) -> str:
    """The first 20 hex digits of SHA-256 over the parts, in order. Unpaired surrogates are allowed."""
    joined = _SEPARATOR.join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:_LENGTH]


def article_id(canonical_url: str | None, feed_id: str, entry_key: str) -> str:
    """The article's id, from its canonical URL or, if that is None, from its place in a feed."""
    return digest_of("url", canonical_url) if canonical_url else digest_of("entry", feed_id, entry_key)


def entry_article_id(canonical_url: str | None, feed_id: str, entry_key: str, feed_site: str | None = None) -> str:
    """The id of the article that is made of what a feed says of an item.

    Several items of one address are several articles; one item that two feeds of a site list under one guid is one.
    An item whose key is its address has the id of the page there. `feed_site` is the site of a feed that speaks of
    another site's page: its words are an article of its own, never that page's.
    """
    if canonical_url is not None and feed_site is not None:
        return digest_of("foreign", feed_site, canonical_url, entry_key)
    if canonical_url is None or entry_key == canonical_url:
        return article_id(canonical_url, feed_id, entry_key)
    return digest_of("item", canonical_url, entry_key)


def story_id(first_article: str) -> str:
    """The id of a story that begins with this article; it keeps it when an earlier article joins later."""
    return digest_of("story", first_article)


def hit_id(article: str, target: str) -> str:
    """The hit's id, from the ids of its article and target; the same for all versions of both."""
    return digest_of("hit", article, target)
