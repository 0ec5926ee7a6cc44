from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matching.index.checksums import Lines

LINES = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12), min_size=1)


def checksum(text: str) -> int:
    return int(Lines([text]).checksums()[0])


@given(LINES)
def test_a_text_has_the_same_checksum_wherever_it_stands(texts: list[str]) -> None:
    assert Lines(texts).checksums().tolist() == [checksum(text) for text in texts]


@given(st.lists(st.text("abcdefgh", max_size=6), unique=True))
def test_other_texts_have_other_checksums(texts: list[str]) -> None:
    assert len(set(map(checksum, texts))) == len(texts)


@given(LINES, st.data())
def test_every_letter_is_left_out_once(texts: list[str], data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(texts)))
    deletions = Lines(texts).deletions(count)
    places = [(number, at) for number, text in enumerate(texts[:count]) for at in range(len(text))]
    assert list(zip(deletions.texts.tolist(), deletions.places.tolist(), strict=True)) == places
    assert deletions.checksums.tolist() == [checksum(texts[n][:at] + texts[n][at + 1 :]) for n, at in places]
    assert deletions.first_bytes.tolist() == [texts[n][at].encode()[0] for n, at in places]
