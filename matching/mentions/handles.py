"""Names that posts write in one word of small letters: @janeroe, #janeroe. One in capitals is a word like others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matching.index.vocabulary import Vocabulary
from matching.mentions.composed_name import ComposedName
from matching.names.similarity import JOINED

_SIGNS = "@#"
_WRITTEN = re.compile(r"[a-z][a-z_.]{7,39}[a-z](?![\w@])")
_OF_WORDS = re.compile(r"(?:[^\W\d_]{1,20}(?<![A-Z])(?=[A-Z])){2,6}[^\W\d_]{2,20}(?![\w@])")
"""Three words and more that only their capitals part: #FreeJaneRoe, #JusticeForJaneRoe."""
_SEAM = re.compile(r"(?<=[^\W\dA-Z_])(?=[A-Z])")
_MOST = 200  # signs of one text that are looked at


def names_in_handles(text: str, vocabulary: Vocabulary) -> Iterator[ComposedName]:
    """The handles and hashtags that are listed words written as one, as names at their place; not firm."""
    for start in _behind_signs(text):
        if found := _OF_WORDS.match(text, start):
            yield ComposedName(_SEAM.sub(" ", found[0]), start, found.end(), firm=False, in_handle=True)
        elif (found := _WRITTEN.match(text, start)) is not None:
            written = re.sub("[_.]", "", found[0]).capitalize()
            if any(one.similarity == JOINED for one in vocabulary[written.encode()]):
                yield ComposedName(written, start, found.end(), firm=False, in_handle=True)


def _behind_signs(text: str) -> Iterator[int]:
    """The offsets behind the signs that begin a word."""
    for sign in _SIGNS:
        at, count = text.find(sign), 0
        while at >= 0 and count < _MOST:
            if at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "._"):
                yield at + 1
            at, count = text.find(sign, at + 1), count + 1
