"""Words for what a company is: in front in Romance and Slavic languages, behind in English, as in Almar Group."""

from __future__ import annotations

from matching.names.parsing import Name, Part

_IN_FRONT = {
    "group": "grupo gruppo groupe grupa grup gruppa skupina gruppe",
    "bank": "bank banco banca banque banka banku",
    "university": "universidad universidade universite universita universitat universitatea uniwersytet univerzita",
    "foundation": "fundacion fundacao fondation fondazione stiftung fundacja fundatia nadace zaklada",
}
_IN_ENGLISH = {word: english for english, words in _IN_FRONT.items() for word in words.split()}
KINDS_IN_FRONT = frozenset(_IN_ENGLISH)
"""Words for what a company is in the languages in which they are in front, folded."""
KIND_BEHIND = "bank"
"""The word that is also in front where English has it behind: Rostal Bank, Bank Rostal."""


def turned_kind(name: Name) -> tuple[str, ...] | None:
    """The words of a company's name with its kind at the other end; None if it is neither in front nor a bank's.

    English newspapers have it behind: Almar Group for Grupo Almar, S.A.
    """
    words = [word for word, part in zip(name.words, name.parts, strict=True) if part is not Part.TITLE]
    if len(words) > 1 and (english := _IN_ENGLISH.get(words[0])):
        return (*words[1:], english)
    return (KIND_BEHIND, words[0]) if len(words) == 2 and words[1] == KIND_BEHIND else None
