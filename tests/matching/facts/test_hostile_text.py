"""Text made to be slow to read costs no more than other text."""

from __future__ import annotations

import time

import pytest

from matching.facts.excerpts import MentionExcerpt
from matching.facts.reading import claims
from matching.watchlist.facts import Facts

NAME = "Tobias Quill"
ALL = Facts(
    born=("1987",), died=("2015",), gender="male", nationality=("kp",), places=("Riga",), roles=("banker*",)
)  # fmt: skip
UNITS = (
    "and ",
    "и ",
    ", ",
    "a, ",
    "Aa and ",
    "34, ",
    "1987 ",
    "de la ",
    " born ",
    "Russian-",
    "ница а ",
    "’",
    "\t",
    ".",
)


@pytest.mark.parametrize("unit", UNITS)
def test_repeated_words_and_signs(unit):
    many = (unit * 400)[:400]
    list(claims(MentionExcerpt(f"{NAME} paid.", 0, len(NAME)), ALL))  # compiles the patterns
    start = time.process_time()
    for text in (f"{NAME}{many}.", f"{many} {NAME}", f"{NAME}. {many}"):
        place = text.index(NAME)
        list(claims(MentionExcerpt(text, place, place + len(NAME)), ALL))
    assert time.process_time() - start < 5  # 0.3 s of CPU
