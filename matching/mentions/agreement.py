"""Given names in a case that is another name once it is folded: Annę Kowalską, Annie Kowalskiej, Roberta Lisowicza.

Two things say that it is a case: its last letter, with which no Polish or Czech name ends in the nominative, and a
family name in the same case.
"""

from __future__ import annotations

from dataclasses import replace

from core.records import MatchMethod
from matching.index.variants.name_variant import NameVariant
from matching.mentions.alignment import Alignment
from matching.names.similarity import INFLECTED, Similarity
from matching.text.folding import Folded

_OTHER_NAME = frozenset({MatchMethod.DIMINUTIVE, MatchMethod.EDIT_1, MatchMethod.SOUND})
_ONLY_IN_CASES = ("ę", "ą", "ě")


def in_one_case(variant: NameVariant, alignment: Alignment, folded: Folded) -> Alignment:
    """The alignment with such a given name as inflected; the same one where there is none."""
    named = variant.name.named
    if not variant.person or alignment.worst.method not in _OTHER_NAME or len(named) == 1:
        return alignment
    family = next((one for indexes, _, one in alignment.links if named[-1] in indexes), None)
    agrees = family is not None and family.method is MatchMethod.INFLECTION
    links = tuple(
        (indexes, words, INFLECTED)
        if _is_case(variant, indexes, words, similarity, folded, agrees=agrees)
        else (indexes, words, similarity)
        for indexes, words, similarity in alignment.links
    )
    saved = alignment.words_cost - sum(similarity.cost for _, _, similarity in links)
    return replace(alignment, links=links, cost=alignment.cost - saved) if saved else alignment


def ends_in_case(alignment: Alignment, folded: Folded) -> bool:
    """True if a word of the name ends with a letter that Polish and Czech names have in other cases only."""
    return any(_original(folded, word).endswith(_ONLY_IN_CASES) for _, words, _ in alignment.links for word in words)


def _is_case(
    variant: NameVariant,
    indexes: tuple[int, ...],
    words: tuple[int, ...],
    similarity: Similarity,
    folded: Folded,
    *,
    agrees: bool,
) -> bool:
    if similarity.method not in _OTHER_NAME or len(words) > 1 or indexes[-1] == variant.name.named[-1]:
        return False
    listed, written = variant.name.words[indexes[-1]], folded.word(words[0])
    agrees = agrees and listed.endswith("a") is variant.name.words[variant.name.named[-1]].endswith("a")
    if not listed.endswith("a"):
        return agrees and written == f"{listed}a"
    if written == f"{listed[:-1]}e":
        return _original(folded, words[0]).endswith(_ONLY_IN_CASES)
    return agrees and written == f"{listed[:-1]}ie"


def _original(folded: Folded, word: int) -> str:
    start, end = folded.span(word, word)
    return folded.text[start:end].casefold()
