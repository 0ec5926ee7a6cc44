"""Languages whose words have several romanisations, each with a key in which all of them agree.

To add one: a `Romanisation` here and its name in `Actor.romanisation` (`watchlist/model.py`); the letters of its
script, if it has its own, in `transliteration.py`. The index, the look-up and the similarity of words take it from
here.

Korean: Revised Romanisation (2000), McCune-Reischauer (1939), the North Korean system (1992) and the customary
spellings of family names write the same syllable with k or g, t or d, p or b, ch or j, r or l, eo or o or u, ae or e;
the South drops an initial r or n before i and y and writes n elsewhere.

Arabic: names of two words with the article between them are written as one by the press of most countries, and the
article joins the first word, is assimilated to the second, or is lost: Nur al-Din is Noureddine, Nuruddin, Nouraldin;
Abd al-Qadir is Abdelkader, Abdulqader. Their short vowels are a matter of dialect. Names with such a compound
(`compounds.py`) are met in all these forms.
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
    them; `^` and `$` are the ends of a word. `joins` is True where words written as one change each other.
    """

    name: str
    rules: tuple[tuple[re.Pattern[str], str], ...]
    joins: bool = False

    @classmethod
    def of(cls, name: str, *rules: tuple[str, str], joins: bool = False) -> Romanisation:
        """The romanisation with these rules, each a pattern and its replacement."""
        compiled = tuple((re.compile(pattern, re.MULTILINE), replacement) for pattern, replacement in rules)
        return cls(name, compiled, joins)

    def key(self, word: str) -> str:
        """The key of a word in Latin letters, the same for all romanisations of one word."""
        return _cached_key(self, word)

    def keys(self, words: Sequence[str]) -> list[str]:
        """The `key` of each word; many at once take less time than one by one."""
        return self._rewritten("\n".join(words)).split("\n") if words else []

    def joined_key(self, words: Sequence[str]) -> str:
        """The key of these words written as one."""
        return self.key("".join(words)) if self.joins else "".join(map(self.key, words))

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
    (r"woo|wu", "u"),
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

ARABIC = Romanisation.of(
    "arabic",
    (r"['’]", ""),
    (r"ou(?=[aei])", "v"),  # French: Abdelouahid
    (r"ou|oo", "u"),
    (r"ee|ie|ij", "i"),
    (r"ei|ay|ey", "ai"),
    (r"ch", "sh"),  # French
    (r"dj", "j"),
    (r"g(?=[ei])", "j"),  # Egypt, and French
    (r"c(?=[aou])|ck|kh|gh|q", "k"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"w", "v"),
    (r"^saladin[oe]?$", "salahaldin"),  # the name of the sultan in Europe
    (r"^abd[aeiou]{0,2}(?:l(?!l?ah)|([rsztdn])(?=\1))?(.{3,})$", r"\2+abd"),
    (r"^[aeiou][dl]d(?:i|ai)n[aei]?$", "din"),
    (r"^(.{2,}?)[aeiou]{0,2}[dl]?d(?:i|ai)n[aei]?$", r"\1+din"),
    (r"^(.{2,}?)(?:[aeiou]ll?ah?|ull?oh?)$", r"\1+lah"),
    (r"[aeiouy](?=.*\+)", ""),  # the short vowels of a compound
    (r"sh(?=.*\+)", "s"),  # the Turkish ş, without its sign
    (r"([a-z])\1", r"\1"),
    (r"(?<=.{3})[eh]$", ""),
    (r"y|e", "i"),
    (r"o", "u"),
    joins=True,
)

ROMANISATIONS = (KOREAN, ARABIC)
"""All of them; their order is that of their numbers in the index."""


def romanisation_named(name: str | None) -> Romanisation | None:
    """The romanisation of that name, None for None."""
    return next((one for one in ROMANISATIONS if one.name == name), None)
