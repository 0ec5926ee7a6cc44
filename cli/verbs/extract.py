"""`watchword extract`: the extraction stage alone, HTML files to JSON lines."""

from __future__ import annotations

import asyncio
import hashlib
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.app import BAD_USAGE, DONE, logs
from cli.printing import json_line
from core.records import Article, FeedEntry, FetchedPage, Quality

if TYPE_CHECKING:
    from extractors.worker_pool import WorkerPool

_ENDINGS = (".html.gz", ".html")
_MAX_BYTES = 20 * 1024 * 1024  # decompressed; the limit of a fetched page
_BATCH = 256  # files read before their rows are written, in order
_WALL_S = 300.0  # generous: in practice the limits of CPU time and memory apply first
_GZIP = 31  # zlib's window bits for a gzip header


def extract(*paths: Path, processes: int | None = None) -> int:
    """Extract articles from HTML files, a JSON line each. Exits with 2 if a path does not exist; the others are read.

    Args:
        paths: Files (.html or .html.gz), or folders of them.
        processes: How many pages are read at the same time (default: the number of cores).
    """
    missing = [path for path in paths if not path.exists()]
    for path in missing:
        logs.print(f"{path}: there is no such file or folder", style="red", markup=False)
    found = list(_files(path for path in paths if path not in missing))
    asyncio.run(_extract_all(found, processes or os.cpu_count() or 1))
    return BAD_USAGE if missing else DONE


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(one for one in path.iterdir() if one.name.endswith(_ENDINGS)) if path.is_dir() else [path]


async def _extract_all(files: list[Path], processes: int) -> None:
    from extractors.worker_pool import WorkerPool

    with WorkerPool(min(processes, max(1, len(files))), wall_s=_WALL_S) as pool:
        for start in range(0, len(files), _BATCH):
            lines = await asyncio.gather(*(_extract_row(pool, file) for file in files[start : start + _BATCH]))
            sys.stdout.writelines(json_line(line) for line in lines)
            sys.stdout.flush()


async def _extract_row(pool: WorkerPool, file: Path) -> dict[str, Any]:
    """The file's row; an empty one, with a message on stderr, if it cannot be read or exceeds a limit."""
    from core.errors import ExtractError

    name = _id(file)
    try:
        raw = file.read_bytes()  # noqa: ASYNC240 - a local file, and nothing else waits for this loop
        article = await pool.run(_read, name, raw)
    except (OSError, ExtractError) as error:
        logs.print(f"{file}: {error}", style="yellow", markup=False)
        return _empty_row(name)
    return _article_row(name, article)


def _id(file: Path) -> str:
    return next((file.name.removesuffix(ending) for ending in _ENDINGS if file.name.endswith(ending)), file.name)


def _read(name: str, raw: bytes) -> Article:
    """The article in a file's bytes, without a feed; runs in a worker."""
    from core.errors import ExtractError
    from extractors.pages.article import extract_article

    try:
        body = _decompress(raw)
    except zlib.error as error:
        raise ExtractError(str(error)) from error
    now = datetime.now(UTC)
    entry = FeedEntry("", name, None, None, None, None, None, now)
    page = FetchedPage("", "", 200, (), body, now, hashlib.sha256(body).hexdigest())
    return extract_article(page, entry)


def _decompress(raw: bytes) -> bytes:
    """The page, decompressed if it starts with gzip's magic number, and cut at the limit."""
    if not raw.startswith(b"\x1f\x8b"):
        return raw[:_MAX_BYTES]
    return zlib.decompressobj(_GZIP).decompress(raw, _MAX_BYTES)


def _article_row(name: str, article: Article) -> dict[str, Any]:
    return {
        "id": name,
        "title": article.title,
        "text": article.text,
        "published_at": article.published.iso if article.published else None,
        "lang": article.language,
        "zones": [{"start": zone.start, "end": zone.end, "zone": zone.kind.value} for zone in article.zones],
        "quality": article.quality.value,
    }


def _empty_row(name: str) -> dict[str, Any]:
    return {"id": name, "title": None, "text": "", "published_at": None, "lang": None, "zones": []} | {
        "quality": Quality.EMPTY.value
    }
