"""Greek spellings of words in Latin letters, where only one is possible.

Latin letters do not tell ι from η, υ, ει and οι, ο from ω, or ε from αι. So a family name is spelt only if it is a stem
without these vowels before one of the endings that Greek family names have, whose spelling is known; a given name only
if it is a common one, letter for letter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from matching.names.sounds.scripts import Script, script_of
from matching.names.transliteration import latinise
from matching.tables.common_native_names import COMMON_NATIVE_NAMES

_ENDING_ROWS = """
    opoulos|οπουλος opoulou|οπουλου akis|ακης aki|ακη idis|ιδης idou|ιδου iadis|ιαδης iadou|ιαδου
    oglou|ογλου atos|ατος atou|ατου akos|ακος akou|ακου eas|εας ellis|ελλης elli|ελλη
    """
_LETTER_ROWS = """
    th|θ ch|χ ps|ψ tz|τζ ts|τσ ou|ου mp|μπ b|μπ nt|ντ gk|γκ
    a|α v|β g|γ d|δ z|ζ k|κ l|λ m|μ n|ν x|ξ p|π r|ρ s|σ t|τ f|φ
    """
_ENDINGS = dict(row.split("|") for row in _ENDING_ROWS.split())
_LETTERS = dict(row.split("|") for row in _LETTER_ROWS.split())
_GRAPHEME = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))
_FAMILY = re.compile(
    rf"(?P<stem>(?:{_GRAPHEME.pattern}){{2,}})(?P<ending>{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})"
)


def greek_spelling(word: str) -> str | None:
    """A small Latin word in Greek letters without accents; None if several spellings are possible."""
    if common := _common().get(word):
        return common
    found = _FAMILY.fullmatch(word)
    if found is None:
        return None
    return _GRAPHEME.sub(lambda letters: _LETTERS[letters[0]], found["stem"]) + _ENDINGS[found["ending"]]


@cache
def _common() -> Mapping[str, str]:
    """The common names in Greek letters by their Latin ones, where only one has them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in COMMON_NATIVE_NAMES.split():
        if script_of(name) is Script.GREEK:
            found[latinise(name.replace("ς", "σ")).replace("oy", "ou")].add(name)
    return {latin: next(iter(names)) for latin, names in found.items() if len(names) == 1}
