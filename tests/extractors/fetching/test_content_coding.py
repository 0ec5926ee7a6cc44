from __future__ import annotations

import gzip
import os
import zlib

import brotli
import pytest
import zstandard

from extractors.fetching.content_coding import decode_content
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind

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


def error_kind_of(body, coding, limit=1_000_000):
    with pytest.raises(FetchAttemptError) as caught:
        decode_content(body, coding, limit)
    return caught.value.kind


@pytest.mark.parametrize("coding", PACKED)
def test_each_coding_is_undone(coding):
    assert decode_content(PACKED[coding](TEXT), coding, len(TEXT)) == TEXT
    assert decode_content(PACKED[coding](b""), coding, 10) == b""


def test_coding_names_ignore_case_and_identity_is_no_coding():
    assert decode_content(gzip.compress(TEXT), " X-GZip ", len(TEXT)) == TEXT
    assert decode_content(TEXT, "identity", len(TEXT)) == decode_content(TEXT, "", len(TEXT)) == TEXT
    assert decode_content(b"", "gzip", 10) == b""


def test_a_raw_deflate_stream_is_read():
    assert decode_content(raw_deflate(TEXT), "deflate", len(TEXT)) == TEXT


def test_concatenated_members_and_frames_are_read():
    halves = TEXT[:100], TEXT[100:]
    assert decode_content(b"".join(map(gzip.compress, halves)), "gzip", len(TEXT)) == TEXT
    assert decode_content(b"".join(map(PACKED["zstd"], halves)), "zstd", len(TEXT)) == TEXT
    assert decode_content(gzip.compress(TEXT) + b"\0" * 512, "gzip", len(TEXT)) == TEXT


@pytest.mark.parametrize("coding", PACKED)
def test_a_decompression_bomb_is_stopped_at_the_limit(coding):
    quickly = {"br": lambda data: brotli.compress(data, quality=1)}
    bomb = quickly.get(coding, PACKED[coding])(bytes(50_000_000))
    assert error_kind_of(bomb, coding) is FetchErrorKind.TOO_LARGE


@pytest.mark.parametrize("coding", PACKED)
def test_one_byte_over_the_limit_is_too_large(coding):
    assert error_kind_of(PACKED[coding](TEXT), coding, len(TEXT) - 1) is FetchErrorKind.TOO_LARGE


@pytest.mark.parametrize("coding", PACKED)
def test_a_body_that_ends_early_is_truncated(coding):
    packed = PACKED[coding](os.urandom(5000))
    assert error_kind_of(packed[:-3], coding) is FetchErrorKind.TRUNCATED
    assert error_kind_of(packed[:2000], coding) is FetchErrorKind.TRUNCATED


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_bytes_of_another_coding_are_badly_encoded(coding):
    assert error_kind_of(b"\xff<html>no such coding</html>", coding) in (
        FetchErrorKind.BAD_ENCODING,
        FetchErrorKind.TRUNCATED,
    )


def test_unknown_and_layered_codings_are_refused():
    twice = gzip.compress(gzip.compress(TEXT))
    assert error_kind_of(twice, "gzip, gzip") is FetchErrorKind.BAD_ENCODING
    assert error_kind_of(TEXT, "compress") is FetchErrorKind.BAD_ENCODING


def test_thousands_of_empty_members_are_refused():
    assert error_kind_of(gzip.compress(b"") * 10_000, "gzip") is FetchErrorKind.BAD_ENCODING
    assert error_kind_of(PACKED["zstd"](b"") * 10_000, "zstd") is FetchErrorKind.BAD_ENCODING
