"""Roman numerals and the figures that stand for them: Sea Pearl II and Sea Pearl 2 are one ship, Sea Pearl III another.

Own collection (Apache-2.0).
"""

from __future__ import annotations

_ROMAN = "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
ARABIC_OF = {roman: str(value) for value, roman in enumerate(_ROMAN.split(), 2)}
"""The figure of each Roman numeral; I is left out, because it is also a word and an initial."""
ROMAN_OF = {figure: roman for roman, figure in ARABIC_OF.items()}


def is_numeral(word: str) -> bool:
    """True for a folded word that counts: figures, or a Roman numeral from II on."""
    return word in ARABIC_OF or word.isdecimal()
