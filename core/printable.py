"""Foreign text for terminals, logs and tables: no control or format character gets through."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_KEPT = frozenset("\n\u200c\u200d")  # joiners spell Persian and Indic words, and join emoji
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_PLAIN = re.compile(r"[ -~\n]*")


def printable(text: str) -> str:
    """The text with control and format characters, but for joiners, replaced by spaces: no terminal escape remains."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(" " if char not in _KEPT and unicodedata.category(char) in _UNPRINTABLE else char for char in text)


def printable_line(text: str, limit: int) -> str:
    """The same on one line of at most `limit` code points; what was cut is replaced by "…"."""
    line = " ".join(printable(text[: 4 * limit]).split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def harmless(text: str) -> str:
    """The text with what steers terminals or reorders text replaced by spaces; line breaks and joiners stay."""
    return _STEERING.sub(" ", text)
