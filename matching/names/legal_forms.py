"""Whether a name is a company's, by the legal form that ends or begins it."""

from __future__ import annotations

from matching.tables.common_names import COMMON_NAMES
from matching.tables.legal_forms import LEGAL_FORMS
from matching.text.folding import fold_words

_LONGEST = max(map(len, LEGAL_FORMS))
_SHORTEST = 3  # letters: Sá and Co are family names


def has_legal_form(name: str) -> bool:
    """True if a legal form ends the name (`Harbour Freight Ltd`), or begins it and is no Latin word (`ООО Волна`)."""
    words = fold_words(name)
    lengths = range(1, min(_LONGEST, len(words) - 1) + 1)
    return any(_is_form(words[-length:]) for length in lengths) or any(
        _is_form(words[:length]) and (length > 1 or not words[0].isascii()) for length in lengths
    )


def _is_form(words: tuple[str, ...]) -> bool:
    is_like_a_name = len(words) == 1 and (len(words[0]) < _SHORTEST or words[0] in COMMON_NAMES)
    return words in LEGAL_FORMS and not is_like_a_name
