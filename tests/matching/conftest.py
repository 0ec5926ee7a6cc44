from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest

from core.config import parse_document
from core.records import Article, Hit, Quality, Zone
from matching.engine import Matcher, compile_watchlist
from matching.watchlist.loading import parse_watchlist
from samples import builders


def article(
    text: str, title: str | None = None, zones: Sequence[Zone] = (), quality: Quality = Quality.FULL
) -> Article:
    return builders.article(text, title=title, zones=zones, quality=quality)


def matcher_of(yaml: str) -> Matcher:
    return compile_watchlist(parse_watchlist([parse_document(f"version: 1\n{yaml}", "watchlist.yaml")]))


def matcher_for(*names: str) -> Matcher:
    rows = "".join(f"  - id: n{number}\n    name: {json.dumps(name)}\n" for number, name in enumerate(names))
    return matcher_of(f"actors:\n{rows}")


@pytest.fixture
def bands() -> Callable[[Matcher, str], dict[str, str]]:
    """The band of each target found in a text, suppressed ones left out."""

    def read(matcher: Matcher, text: str) -> dict[str, str]:
        return {hit.target_id: hit.band.value for hit in matcher.match(article(text)) if hit.band != "suppressed"}

    return read


@pytest.fixture
def only_hit() -> Callable[[Matcher, Article], Hit]:
    def read(matcher: Matcher, read_article: Article) -> Hit:
        (hit,) = matcher.match(read_article)
        return hit

    return read


def band_of(bands, listed: str, text: str, kind: str = "organisation") -> str | None:
    matcher = matcher_of(f"actors:\n  - id: a\n    name: {json.dumps(listed)}\n    type: {kind}\n")
    return bands(matcher, text).get("a")
