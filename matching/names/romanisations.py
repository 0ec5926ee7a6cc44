"""Languages whose words have several romanisations, each with a key in which all of them agree.

To add one: a `Romanisation` here and its name in `Actor.romanisation` (`watchlist/model.py`); the letters of its
script, if it has its own, in `transliteration.py`. The index, the look-up and the similarity of words take it from
here.

Korean: Revised Romanisation (2000), McCune-Reischauer (1939), the North Korean system (1992) and the customary
spellings of family names write the same syllable with k or g, t or d, p or b, ch or j, r or l, eo or o or u, ae or e;
the South drops an initial r or n before i and y and writes n elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, eq=False)
class Romanisation:
    """A language whose words are romanised in several ways.

    `name` is its value in the watchlist. `rules` are applied to romanised words one after the other, each to all of
    them; `^` and `$` are the ends of a word.
    """

    name: str
    rules: tuple[tuple[re.Pattern[str], str], ...]

    @classmethod
    def of(cls, name: str, *rules: tuple[str, str]) -> Romanisation:
        """The romanisation with these rules, each a pattern and its replacement."""
        return cls(name, tuple((re.compile(pattern, re.MULTILINE), replacement) for pattern, replacement in rules))

    def key(self, word: str) -> str:
        """The key of a word in Latin letters, the same for all romanisations of one word."""
        return _cached_key(self, word)

    def keys(self, words: Sequence[str]) -> list[str]:
        """The `key` of each word; many at once take less time than one by one."""
        return self._rewritten("\n".join(words)).split("\n") if words else []

    def _rewritten(self, words: str) -> str:
        for pattern, replacement in self.rules:
            words = pattern.sub(replacement, words)
        return words


@lru_cache(maxsize=65_536)
def _cached_key(romanisation: Romanisation, word: str) -> str:
    return romanisation.keys([word])[0]


KOREAN = Romanisation.of(
    "korean",
    (r"'", ""),
    (r"^(?:lee|rhee|yi|ri|ree|li)$", "i"),
    (r"^(?:park|bak|pak|bark)$", "pak"),
    (r"^(?:choe|choi|chwe)$", "coi"),
    (r"^(?:woo|wu)$", "u"),
    (r"^(?:noh|roh|no|ro)$", "no"),
    (r"^(?:yoo|yu|ryu|ryoo|you)$", "iu"),
    (r"^(?:im|rim|lim|yim)$", "im"),
    (r"^[rln](?=y)", ""),  # the South drops or changes what the North keeps at the beginning: Ryang, Yang
    (r"^[rl](?=[aou])", "n"),
    (r"sh(?=[aeiouyw])", "s"),
    (r"(?<=[tp])h", ""),  # the North marks an aspirated t or p: Thae, Phyo
    (r"tch|ch|jj|j", "c"),
    (r"kk|gg|ck|g", "k"),
    (r"tt|dd|d", "t"),
    (r"pp|bb|b", "p"),
    (r"ss", "s"),
    (r"ll|r", "l"),
    (r"y(?:eo|ou|oo|u|o)", "io"),
    (r"y(?:ae|e|ai)", "ie"),
    (r"y", "i"),
    (r"w(?:eo|o|u)", "uo"),
    (r"w(?:ae|e)|oe|oi", "ue"),
    (r"w", "u"),
    (r"eui|ui|ee", "i"),
    (r"eo|eu|oo|ou|u", "o"),
    (r"ae|ai|ey", "e"),
    (r"(?<=[aeio])h(?![aeiou])", ""),
)

ROMANISATIONS = (KOREAN,)
"""All of them; their order is that of their numbers in the index."""


def romanisation_named(name: str | None) -> Romanisation | None:
    """The romanisation of that name, None for None."""
    return next((one for one in ROMANISATIONS if one.name == name), None)
