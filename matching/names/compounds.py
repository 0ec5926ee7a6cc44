"""Arabic names of two words that are also written as one: Abd al-Qadir and Abdelkader, Nur al-Din and Noureddine.

A servant's name (Abd) takes one of God's names behind it; Din ("of the faith") and Allah stand behind any noun.
`romanisations.ARABIC` has the key in which all their forms agree. Abu Bakr, of the first caliph, is a given name from
Senegal to Malaysia, mostly in one word: Aboubacar, Abubakar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.names.similarity import is_abd

_FAITH_OR_GOD = "din dine deen dien deyn eddin eddine uddin aldin addin eldin uddeen allah ullah ulla ulloh ullo"
_SECOND = frozenset(_FAITH_OR_GOD.split())
_ABD = re.compile(r"abd[aeiou]{1,2}(?:l|([rsztdn])(?=\1))?(?!l?lah)([a-z]{4,})")
_DIN = re.compile(r"([a-z]{3,}?)(?:[aeiou]{1,2}[dl]|ou|u|r?e)(d(?:i|ee|ie|ey)n+e?)")
_ALLAH = re.compile(r"([a-z]{3,}?)(?:[aeou]{1,2}ll?ah?|ull?oh?)")
_KUNYA, _OF_KUNYA = ("abu", "abou", "aboo"), ("bakr", "bakar", "bakir", "baker", "bacar", "bekr")
_AS_ONE = "abubakar"
_WITH_KUNYA = re.compile(r"a?(?:b[ou]u?|boo)ba(?:k|c|kk|cc)[aei]?r")
_DHU, _DHULFIQAR = ("dhu", "zu", "thu", "du", "dhou", "zou"), "zulfiqar"
_FIQAR = re.compile("f[aei]?[qk]+h?[ae]r")
_SPELLINGS = "muhammad mohammad mohammed muhammed mohamed mohamad muhamad mohamed mohd muhd mohammod"
MUHAMMAD = frozenset(_SPELLINGS.split())
"""Spellings of the name of the Prophet. Before another given name it is mostly left out."""
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


def with_given_kunya(words: Sequence[str]) -> tuple[str, ...] | None:
    """The words of a folded name with Abu Bakr in one word for two or the reverse, Dhu al-Fiqar in one; else None."""
    for place, word in enumerate(words):
        if word in _KUNYA and words[place + 1 : place + 2] and words[place + 1] in _OF_KUNYA:
            return (*words[:place], _AS_ONE, *words[place + 2 :])
        if word in _DHU and words[place + 2 :] and words[place + 1] == "al" and _FIQAR.fullmatch(words[place + 2]):
            return (*words[:place], _DHULFIQAR, *words[place + 3 :])
        if _WITH_KUNYA.fullmatch(word):
            return (*words[:place], _KUNYA[0], _OF_KUNYA[0], *words[place + 1 :])
    return None


def may_be_compound(word: str) -> bool:
    """True if a folded word is a compound written as one, or a word that is only in compounds."""
    if len(_parts(word)) > 1 or word in _SECOND or is_abd(word):
        return True
    return word in _OF_KUNYA or _FIQAR.fullmatch(word) is not None or _WITH_KUNYA.fullmatch(word) is not None


def _parts(word: str) -> tuple[str, ...]:
    if len(word) < _LONG:
        return (word,)
    if found := _ABD.fullmatch(word):
        return "abd", "al", found[2]
    if "d" in word[_END:] and (found := _DIN.fullmatch(word)):
        return found[1], "al", found[2]
    return (
        (found[1], "allah")
        if ("la" in word[_END:] or "lo" in word[_END:]) and (found := _ALLAH.fullmatch(word))
        else (word,)
    )
