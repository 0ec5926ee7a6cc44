"""Arabic names of two words that are also written as one: Abd al-Qadir and Abdelkader, Nur al-Din and Noureddine.

A servant's name (Abd) takes one of God's names behind it; Din ("of the faith") and Allah stand behind any noun.
`romanisations.ARABIC` has the key in which all their forms agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.names.similarity import is_abd

_FAITH_OR_GOD = "din dine deen dien deyn eddin eddine uddin aldin addin eldin uddeen allah ullah ulla"
_SECOND = frozenset(_FAITH_OR_GOD.split())
_ABD = re.compile(r"abd[aeiou]{1,2}(?:l|([rsztdn])(?=\1))?(?!l?lah)([a-z]{4,})")
_DIN = re.compile(r"([a-z]{3,}?)(?:[aeiou]{1,2}[dl]|ou|u)(d(?:i|ee|ie|ey)n+e?)")
_ALLAH = re.compile(r"([a-z]{3,}?)[aeou]{1,2}ll?ah?")
_END = -6  # where Din or Allah begins at the latest
_LONG = 7  # letters of a word from which on it may be two


def has_compound(words: Sequence[str]) -> bool:
    """True if a folded name has such a compound, written apart."""
    return any(
        (is_abd(one) and len(words) > place + 1) or (place > 0 and one in _SECOND) for place, one in enumerate(words)
    )


def written_apart(words: Sequence[str]) -> tuple[str, ...] | None:
    """The words of a folded name with each compound that is written as one in its parts; None if there is none."""
    apart = [part for word in words for part in _parts(word)]
    return tuple(apart) if len(apart) > len(words) else None


def may_be_compound(word: str) -> bool:
    """True if a folded word is a compound written as one, or a word that is only in compounds."""
    return len(_parts(word)) > 1 or word in _SECOND or is_abd(word)


def _parts(word: str) -> tuple[str, ...]:
    if len(word) < _LONG:
        return (word,)
    if found := _ABD.fullmatch(word):
        return "abd", "al", found[2]
    if "d" in word[_END:] and (found := _DIN.fullmatch(word)):
        return found[1], "al", found[2]
    return (found[1], "allah") if "la" in word[_END:] and (found := _ALLAH.fullmatch(word)) else (word,)
