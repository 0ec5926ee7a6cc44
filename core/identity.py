"""Identities: short hashes of what a thing is, so that meeting it again changes nothing."""

from __future__ import annotations

import hashlib

_SEPARATOR = "\x1f"  # the ASCII unit separator; it is stripped from no input, but none of ours holds it by itself
_LENGTH = 20  # 80 bits: no collision to be expected below 10**11 things


def digest_of(*parts: str) -> str:
    """20 hex digits of SHA-256 over the parts, in order; unpaired surrogates are allowed."""
    joined = _SEPARATOR.join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:_LENGTH]


def article_id(canonical_url: str | None, feed_id: str, entry_key: str) -> str:
    """The article's identity: its canonical URL, or its place in a feed where it has none."""
    return digest_of("url", canonical_url) if canonical_url else digest_of("entry", feed_id, entry_key)


def hit_id(article: str, target: str) -> str:
    """The hit's identity: one article and one target, whatever the versions."""
    return digest_of("hit", article, target)
