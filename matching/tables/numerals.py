"""Roman numerals and the figures that stand for them: Sea Pearl II and Sea Pearl 2 are one ship, Sea Pearl III another.

Own collection (Apache-2.0).
"""

from __future__ import annotations

_ROMAN = "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
ARABIC_OF = {roman: str(value) for value, roman in enumerate(_ROMAN.split(), 2)}
"""The figure of each Roman numeral; I is left out, because it is also a word and an initial."""
ROMAN_OF = {figure: roman for roman, figure in ARABIC_OF.items()}


_SMALL_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _ordinals() -> dict[str, int]:
    """The English ordinals below a hundred, folded: the twenty first."""
    small = _SMALL_ORDINALS.split()
    found = {word: value for value, word in enumerate(small, 1)}
    for ten, word in enumerate(_TENS.split(), 2):
        found[f"{word.removesuffix('y')}ieth"] = 10 * ten
        found |= {f"{word} {one}": 10 * ten + value for value, one in enumerate(small[:9], 1)}
    return found


_CARDINALS = "two three four five six seven eight nine ten eleven twelve"
CARDINALS = {word: str(value) for value, word in enumerate(_CARDINALS.split(), 2)}
"""The figures of the English numbers from two to twelve. One is left out, which is also a pronoun."""

ORDINALS = _ordinals()
"""The value of each English ordinal below a hundred, of one word or two."""


def is_numeral(word: str) -> bool:
    """True for a folded word that counts: figures, or a Roman numeral from II on."""
    return word in ARABIC_OF or word.isdecimal()
