from __future__ import annotations

import gzip
import os
import zlib

import brotli
import pytest
import zstandard

from extractors.fetching.content_coding import decode
from extractors.fetching.errors import Fault, FaultKind

TEXT = b"Laptop farms and their keepers. " * 400


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKED = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


def fault_of(body, coding, limit=1_000_000):
    with pytest.raises(Fault) as caught:
        decode(body, coding, limit)
    return caught.value.kind


@pytest.mark.parametrize("coding", PACKED)
def test_each_coding_gives_its_bytes_back(coding):
    assert decode(PACKED[coding](TEXT), coding, len(TEXT)) == TEXT
    assert decode(PACKED[coding](b""), coding, 10) == b""


def test_names_are_folded_and_identity_is_none():
    assert decode(gzip.compress(TEXT), " X-GZip ", len(TEXT)) == TEXT
    assert decode(TEXT, "identity", len(TEXT)) == decode(TEXT, "", len(TEXT)) == TEXT
    assert decode(b"", "gzip", 10) == b""


def test_a_bare_deflate_stream_is_read():
    assert decode(raw_deflate(TEXT), "deflate", len(TEXT)) == TEXT


def test_members_and_frames_follow_each_other():
    halves = TEXT[:100], TEXT[100:]
    assert decode(b"".join(map(gzip.compress, halves)), "gzip", len(TEXT)) == TEXT
    assert decode(b"".join(map(PACKED["zstd"], halves)), "zstd", len(TEXT)) == TEXT
    assert decode(gzip.compress(TEXT) + b"\0" * 512, "gzip", len(TEXT)) == TEXT


@pytest.mark.parametrize("coding", PACKED)
def test_a_bomb_ends_at_the_limit(coding):
    quickly = {"br": lambda data: brotli.compress(data, quality=1)}
    bomb = quickly.get(coding, PACKED[coding])(bytes(50_000_000))
    assert fault_of(bomb, coding) is FaultKind.TOO_LARGE


@pytest.mark.parametrize("coding", PACKED)
def test_what_is_one_byte_over_the_limit_is_too_large(coding):
    assert fault_of(PACKED[coding](TEXT), coding, len(TEXT) - 1) is FaultKind.TOO_LARGE


@pytest.mark.parametrize("coding", PACKED)
def test_what_ends_early_is_truncated(coding):
    packed = PACKED[coding](os.urandom(5000))
    assert fault_of(packed[:-3], coding) is FaultKind.TRUNCATED
    assert fault_of(packed[:2000], coding) is FaultKind.TRUNCATED


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_something_else_is_badly_encoded(coding):
    assert fault_of(b"\xff<html>no such coding</html>", coding) in (FaultKind.BAD_ENCODING, FaultKind.TRUNCATED)


def test_unknown_and_layered_codings_are_refused():
    twice = gzip.compress(gzip.compress(TEXT))
    assert fault_of(twice, "gzip, gzip") is FaultKind.BAD_ENCODING
    assert fault_of(TEXT, "compress") is FaultKind.BAD_ENCODING


def test_thousands_of_empty_members_are_refused():
    assert fault_of(gzip.compress(b"") * 10_000, "gzip") is FaultKind.BAD_ENCODING
    assert fault_of(PACKED["zstd"](b"") * 10_000, "zstd") is FaultKind.BAD_ENCODING
