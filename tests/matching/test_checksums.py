from __future__ import annotations

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from matching.checksums import checksums, checksums_without_a_letter

LINES = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12), min_size=1)


@given(LINES)
def test_checksums_are_those_of_each_text(texts: list[str]) -> None:
    assert checksums(texts).tolist() == [crc32(text.encode()) for text in texts]


@given(LINES)
def test_every_letter_is_left_out_once(texts: list[str]) -> None:
    sums, owners = checksums_without_a_letter(texts)
    left = [(text[:at] + text[at + 1 :], number) for number, text in enumerate(texts) for at in range(len(text))]
    assert list(zip(sums.tolist(), owners.tolist(), strict=True)) == [(crc32(t.encode()), n) for t, n in left]
