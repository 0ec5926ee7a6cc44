"""Given names that a list has cut to their first letters before a full stop: Chr. Roe, Alex. Roe, Gmo. Roe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from matching.tables.diminutives import DIMINUTIVES
from matching.tables.name_parts import HONORIFICS, PARTICLES, SUFFIXES
from matching.text.folding import fold_words

_CUT = re.compile(r"(?<![^\s,-])([^\W\d_][^\W\d_]{1,6})\.(?=[\s-]|$)")
_LEAST_KNOWN = 3  # letters with which a cut name is that of any known name that begins so
_MOST = 8  # full names of one cut name
_NO_NAMES = HONORIFICS | PARTICLES | SUFFIXES
_KNOWN = tuple(sorted({name for pair in DIMINUTIVES for name in pair}))


def has_cut_name(text: str) -> bool:
    """True if a word with a full stop that is no title is in a listed person's name."""
    return any(_folded(found) not in _NO_NAMES for found in _CUT.finditer(text))


def with_full_names(text: str) -> Iterator[str]:
    """The listed name with its first cut name in full, in all ways that are known, up to a number of them."""
    for found in _CUT.finditer(text):
        if _folded(found) not in _NO_NAMES:
            for name in _full_names(_folded(found)):
                yield f"{text[: found.start(1)]}{name.title()}{text[found.end() :]}"
            return


def _folded(found: re.Match[str]) -> str:
    return "".join(fold_words(found[1]))


@lru_cache(maxsize=1024)
def _full_names(cut: str) -> tuple[str, ...]:
    pairs = sorted({other for pair in DIMINUTIVES if cut in pair for other in pair if other != cut}, key=len)
    longer = [name for name in _KNOWN if len(cut) >= _LEAST_KNOWN and name.startswith(cut) and len(name) > len(cut) + 1]
    return tuple(dict.fromkeys((*longer, *pairs)))[:_MOST]
