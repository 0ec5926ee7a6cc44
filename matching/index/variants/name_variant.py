"""A name variant: one spelling by which an actor is met."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from matching.names.parsing import Name, family_index, orders
from matching.names.romanisations import Romanisation
from matching.tables.ordinary_words import ORDINARY_WORDS
from matching.text.scripts import starts_without_border


@dataclass(frozen=True)
class NameVariant:
    """One spelling of the name of actor number `actor`.

    `require` is the context without which it is no evidence; any of `contexts` supports it. `cased` is the text in the
    only case in which it counts, None if any case does. A variant that is `weak`, `native` or has a `nickname` for the
    given names never alerts alone; of the family name alone (`family_alone`) only a context makes an alert. One that is
    `respelt` is listed in another script only: it is worth no more than a transliteration. One that is `latin_only` is
    the spelling of a press, and is not heard in other scripts.
    """

    actor: int
    text: str
    name: Name
    order: str = "unknown"
    person: bool = True
    romanisation: Romanisation | None = None
    require: str | None = None
    contexts: tuple[str, ...] = ()
    cased: str | None = None
    weak: bool = False
    native: bool = False
    nickname: bool = False
    vessel: bool = False
    family_alone: bool = False
    respelt: bool = False
    latin_only: bool = False

    @cached_property
    def is_ordinary_word(self) -> bool:
        """True if the whole name is one ordinary word of English: Victory, Crown."""
        return self.name.full == 1 and self.name.words[self.name.named[0]] in ORDINARY_WORDS

    @property
    def is_met_in_cases(self) -> bool:
        """True for one word that is also met in a grammatical case: a family name, a company's name in Cyrillic."""
        return self.family_alone or (self.weak and not self.person and not self.name.words[0].isascii())

    @cached_property
    def orders(self) -> tuple[tuple[int, ...], ...]:
        """The orders in which the words of the name may be written, as indexes."""
        if not self.person or self.cased is not None:
            return (tuple(range(len(self.name.words))),)
        return orders(self.name, self.order)

    @property
    def is_alphabetic(self) -> bool:
        """True if the name is also looked for with differences: no nickname, no fixed case, not only Han characters."""
        return not self.nickname and self.cased is None and not all(map(is_character, self.name.words))

    @cached_property
    def family(self) -> str:
        """The folded family name, by which later sentences name the person."""
        return self.name.words[family_index(self.name, self.order)]


def is_character(word: str) -> bool:
    """True for a folded word that is one character of a script without word borders, such as Han."""
    return len(word) == 1 and starts_without_border(word)
