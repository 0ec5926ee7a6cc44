"""Names that posts write in one word of small letters: @janeroe, #janeroe. One in capitals is a word like others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matching.index.vocabulary import Vocabulary
from matching.mentions.composed_name import ComposedName
from matching.names.similarity import JOINED

_SIGNS = "@#"
_WRITTEN = re.compile(r"[a-z][a-z_.]{7,39}[a-z](?![\w@])")
_LETTERS = re.compile(r"[^\W\d_]{5,140}+(?![\w@])")
_FEWEST_WORDS, _MOST_WORDS = 3, 7  # that only their capitals part: #FreeJaneRoe, #JusticeForJaneRoe
_SEAM = re.compile(r"(?<=[^\W\dA-Z_])(?=[A-Z])")
_MOST = 200  # signs of one text that are looked at


def names_in_handles(text: str, vocabulary: Vocabulary) -> Iterator[ComposedName]:
    """The handles and hashtags that are listed words written as one, as names at their place; not firm."""
    for start in _behind_signs(text):
        if (letters := _LETTERS.match(text, start)) and _FEWEST_WORDS <= len(_SEAM.split(letters[0])) <= _MOST_WORDS:
            yield ComposedName(_SEAM.sub(" ", letters[0]), start, letters.end(), firm=False, in_handle=True)
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
