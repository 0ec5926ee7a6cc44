from __future__ import annotations

from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from matching.index.unlisted_words import UnlistedWords
from matching.text.folding import fold

_WORDS = st.lists(st.text("abB", min_size=1, max_size=20), min_size=1, max_size=30)


def others(unlisted: UnlistedWords, text: str) -> list[str]:
    folded = fold(text)
    found = unlisted.others(folded.cased, folded.borders[:-1], folded.borders[1:])
    return [folded.cased_word(word).decode() for word in found.tolist()]


@given(_WORDS, _WORDS)
def test_only_words_that_were_learnt_are_left_out(known, words) -> None:
    unlisted = UnlistedWords(together=1)
    unlisted.learn(word.encode() for word in known)
    left = others(unlisted, " ".join(words))
    assert [word for word in words if word not in known] == [word for word in left if word not in known]


def test_words_that_were_learnt_are_left_out_wherever_they_are() -> None:
    unlisted = UnlistedWords(together=1)
    unlisted.learn([b"Roe", b"Internationally", b"abcdefghabcdefgh"])
    assert others(unlisted, "Roe met Roe Internationally abcdefgh abcdefghabcdefgh roe") == ["met", "abcdefgh", "roe"]


def test_long_words_and_other_scripts_are_never_left_out() -> None:
    unlisted = UnlistedWords(together=1)
    unlisted.learn([b"Internationalities", b"Internationalitaet", "Роу".encode()])
    assert others(unlisted, "Internationalities Internationalitaet") == ["Internationalities", "Internationalitaet"]


def test_words_that_differ_in_two_letters_are_kept_apart() -> None:
    words = [f"Aaaaaaa{one}aaaaaaa{other}" for one in ascii_lowercase for other in ascii_lowercase]
    for known in words[::20]:
        unlisted = UnlistedWords(together=1)
        unlisted.learn([known.encode()])
        assert others(unlisted, " ".join(words)) == [word for word in words if word != known]


def test_words_are_entered_once_they_are_enough() -> None:
    unlisted = UnlistedWords(together=3)
    unlisted.learn([b"Roe", b"Doe"])
    assert others(unlisted, "Roe Doe Poe") == ["Roe", "Doe", "Poe"]
    unlisted.learn([b"Poe"])
    assert others(unlisted, "Roe Doe Poe") == []
