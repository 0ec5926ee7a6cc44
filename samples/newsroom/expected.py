"""The hits expected of the newsroom's pages (`expected.yaml`), and how a result differs from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.config import read_document
from core.records import Band, Hit, Quality, ZoneKind

FILE = Path(__file__).parent / "expected.yaml"

_ARTICLES = {Quality.FULL, Quality.PARTIAL}


@dataclass(frozen=True, slots=True)
class Expected:
    """The result expected of one page: `hits` by cycle (band by target), quality, and why it is not read, if so."""

    hits: tuple[Mapping[str, Band], Mapping[str, Band]]
    quality: Quality = Quality.FULL
    unread: str | None = None


def read_expected(path: Path = FILE) -> dict[str, Expected]:
    """The expected results by article key."""
    return {key: _expected(fields) for key, fields in read_document(path).data.items()}


def _expected(fields: Mapping[str, Any]) -> Expected:
    first = _bands(fields.get("hits", {}))
    second = _bands(fields["second"]) if "second" in fields else first
    return Expected((first, second), Quality(fields.get("quality", Quality.FULL)), fields.get("unread"))


def _bands(hits: Mapping[str, str]) -> dict[str, Band]:
    return {target: Band(band) for target, band in hits.items()}


def differences(expected: Expected, cycle: int, quality: Quality, hits: Iterable[Hit]) -> Iterator[str]:
    """The differences of an article's quality and hits from those expected in cycle 1 or 2, one sentence each."""
    found = {hit.target_id: hit for hit in hits}
    if not _same_quality(expected.quality, quality):
        yield f"is {quality}, not {expected.quality}"
    wanted = expected.hits[cycle - 1]
    for target, band in wanted.items():
        got = found[target].band if target in found else None
        if got is not band:
            yield f"{target}: {got or 'not found'}, not {band}"
    for target, hit in found.items():
        if target not in wanted and _is_unwanted(hit, expected.quality):
            yield f"{target}: {hit.band}, though the article does not say it: {hit.mentions[0].surface!r}"


def _same_quality(expected: Quality, got: Quality) -> bool:
    return got in _ARTICLES if expected in _ARTICLES else got is expected


def _is_unwanted(hit: Hit, quality: Quality) -> bool:
    """True for an alert, and for a review based on core text of an article."""
    in_core = any(mention.zone is ZoneKind.CORE for mention in hit.mentions)
    return hit.band is Band.ALERT or (hit.band is Band.REVIEW and in_core and quality in _ARTICLES)
