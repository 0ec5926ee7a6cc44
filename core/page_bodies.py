"""The bytes of a page once it is read: packed as a Zstandard frame, a fifth as long, in memory and in the database.

The checksum of a page is that of its bytes as they came, so it says whether they are packed.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import zstandard

from core.records import FetchedPage

_LEVEL = 1  # higher ones take longer and save little


def with_packed_body(page: FetchedPage) -> FetchedPage:
    """The page with its body packed; as it is if that was done."""
    if not _is_as_it_came(page.body, page.sha256):
        return page
    return replace(page, body=zstandard.ZstdCompressor(level=_LEVEL).compress(page.body))


def unpacked_body(body: bytes, sha256: str) -> bytes:
    """The bytes as they came, whose checksum is `sha256`."""
    return body if _is_as_it_came(body, sha256) else zstandard.ZstdDecompressor().decompressobj().decompress(body)


def _is_as_it_came(body: bytes, sha256: str) -> bool:
    return hashlib.sha256(body).hexdigest() == sha256
