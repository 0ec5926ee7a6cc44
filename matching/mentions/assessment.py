"""What one mention is worth: the bands of DESIGN section 5 as numbers.

FULL       the listed name, in any order, spelling of hyphens, with nickname, title or initial     up to 100
FOREIGN    another romanisation, native script, transliteration, a common name, a nickname         79 at most alone
NEAR       a spelling that differs                                                                 79 at most
PARTIAL    a part of the name is missing or a further name stands inside                           79 at most
FURTHER    the family name behind a full mention: never a hit of its own                           0
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.records import MatchMethod, Mention
from matching.index.name_variants import NameVariant
from matching.mentions.alignment import Alignment, informative
from matching.mentions.gaps import GapKind
from matching.names.parsing import Name, Part, rarity
from matching.names.transliteration import is_syllable
from matching.tables.common_words import COMMON_WORDS
from matching.tables.name_parts import FUNCTION_WORDS

_COMMON = 1.1  # the words of a name together tell less than this: many people bear it
_ORDINARY = 0.5  # what a word of the dictionary tells in a person's name
_SAME = 0.1  # a likeness of a word that costs less is the word itself
_FOREIGN = 70
_CEILING = 79  # of what must not alert alone


_METHOD_OF_GAP = {
    GapKind.MIDDLE: MatchMethod.MIDDLE,
    GapKind.COORDINATED: MatchMethod.COORDINATED,
    GapKind.NICKNAME: MatchMethod.NICKNAME,
}


class Kind(Enum):
    """What sort of evidence a mention is, best first."""

    FULL = "full"
    FOREIGN = "foreign"
    NEAR = "near"
    PARTIAL = "partial"
    FURTHER = "further"


Assessment = tuple[Kind, int, MatchMethod, str]


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a form's actor is named.

    `first` and `last` number its words in its field, `score` is its worth alone.
    `alignment` is None where the phrase stood there word for word. `note` says in words what lowered the score.
    """

    variant: NameVariant
    mention: Mention
    first: int
    last: int
    kind: Kind
    score: int
    alignment: Alignment | None = None
    note: str = ""

    @property
    def is_shared(self) -> bool:
        """True if other people's given names stand inside: "Kejia and Zhenxing Wang"."""
        return self.alignment is not None and GapKind.COORDINATED in self.alignment.gaps


def full_score(variant: NameVariant, *, embedded: bool, alignment: Alignment | None = None) -> tuple[Kind, int, str]:
    """The worth of the whole name, word for word. `embedded` tells that it stands inside a longer name.

    A patronymic that is there tells as much as a third name; few people share given name, father and family.
    """
    name = variant.name
    told = _told(name)
    if variant.native:
        return Kind.FOREIGN, 72, "others bear it too"
    if variant.nickname:
        worth = 35 if embedded else 60 if told >= _COMMON else 45
        return Kind.FOREIGN, worth, "a nickname for the given name, which others bear too"
    if name.full == 1:
        return _one_word(variant, embedded=embedded)
    if name.full + _has_patronymic(name, alignment) >= 3 or not variant.person:
        return Kind.FULL, 95, ""
    if told < _COMMON:
        return Kind.FOREIGN, 65 if not embedded else 57, "a common name"
    return (Kind.FOREIGN, 66, "inside a longer name") if embedded else (Kind.FULL, 90 if told > 1.5 else 85, "")


def _told(name: Name) -> float:
    """How much the words of a person's name tell together.

    An ordinary word of English tells no more than a short one; two syllables of Chinese or Korean are many people's
    whole name.
    """
    words = [name.words[index] for index in name.named]
    told = sum(min(rarity(word), _ORDINARY) if word in COMMON_WORDS else rarity(word) for word in words)
    return min(told, _ORDINARY * len(words)) if len(name.words) == 2 and all(map(is_syllable, words)) else told


def _has_patronymic(name: Name, alignment: Alignment | None) -> bool:
    """True if the name's patronymic was met letter for letter; without an alignment all of the name was."""
    if alignment is None:
        return Part.PATRONYMIC in name.parts
    met = {index for indexes, _, similarity in alignment.links for index in indexes if similarity.cost < _SAME}
    return any(name.parts[index] is Part.PATRONYMIC for index in met)


def _one_word(variant: NameVariant, *, embedded: bool) -> tuple[Kind, int, str]:
    word = variant.name.words[variant.name.named[0]]
    if embedded:
        return Kind.FOREIGN, 45, "one word of a longer name"
    if variant.person or rarity(word) < 1 or len(word) < 5:
        return Kind.FOREIGN, 60 if rarity(word) >= 1 else 56, "a single word"
    return Kind.FULL, 85, ""


def aligned_score(variant: NameVariant, alignment: Alignment, *, embedded: bool) -> Assessment | None:
    """Kind, worth, method and note of a name that stands there with differences; None if they are too many."""
    method = method_of(alignment)
    told = informative(alignment)
    if alignment.omitted or GapKind.MIDDLE in alignment.gaps:
        return _partial(variant, alignment, told, method, embedded=embedded)
    if variant.name.full == 1 and variant.name.initials and not _has_initial(alignment):
        return _without_initial(variant, told, method, embedded=embedded)
    return _whole(variant, alignment, told, method, embedded=embedded)


def _whole(
    variant: NameVariant, alignment: Alignment, told: float, method: MatchMethod, *, embedded: bool
) -> Assessment | None:
    """As `aligned_score`, of a name of which nothing is missing."""
    if method in {MatchMethod.SOUND, MatchMethod.DIMINUTIVE} and _is_transcribed(alignment):
        return Kind.FULL, 84, method, "the given name in another form"
    if method.is_near:
        return _near(variant, alignment, told, method)
    if method == MatchMethod.INITIAL:
        return Kind.PARTIAL, 66 if told >= _COMMON else 50, method, "an initial stands for a name"
    kind, score, note = full_score(variant, embedded=embedded, alignment=alignment)
    if method.is_foreign:
        common = method == MatchMethod.INFLECTION and score < _FOREIGN  # an ending more makes no name less common
        return Kind.FOREIGN, score if common else _FOREIGN, method, note if common else "another way to write it"
    return kind, score - (3 if method in {MatchMethod.ORDER, MatchMethod.COORDINATED} else 1), method, note


def _has_initial(alignment: Alignment) -> bool:
    parts = alignment.name.parts
    return any(parts[index] is Part.INITIAL for indexes, _, _ in alignment.links for index in indexes)


def _without_initial(variant: NameVariant, told: float, method: MatchMethod, *, embedded: bool) -> Assessment:
    """The worth of the one word of a name that has but initials beside it, where they are missing.

    A common word is anybody's name then, and a word that differs is another one.
    """
    kind, score, _ = full_score(variant, embedded=embedded)
    if method.is_near or told < 1:
        return Kind.NEAR if method.is_near else kind, min(score, 45), method, "a single word, no initial"
    return kind, score - 1, method, "a single word, no initial"


def method_of(alignment: Alignment) -> MatchMethod:
    """The one word for how the name differs: what weighs most."""
    worst = alignment.worst
    if worst.method not in {MatchMethod.EXACT, MatchMethod.PARTICLE, MatchMethod.JOINED}:
        return worst.method
    if alignment.omitted:
        return MatchMethod.PARTIAL
    for kind, method in _METHOD_OF_GAP.items():
        if kind in alignment.gaps:
            return method
    if worst.method == MatchMethod.JOINED:
        return MatchMethod.JOINED
    if alignment.turned:
        return MatchMethod.ORDER
    return MatchMethod.PARTICLE


def _letters(name: Name) -> int:
    return sum(len(name.words[index]) for index in name.named)


def _near(variant: NameVariant, alignment: Alignment, told: float, method: MatchMethod) -> Assessment | None:
    price = sum(similarity.cost for _, _, similarity in alignment.links)
    if price > max(1.0, _letters(variant.name) / 6) or not _has_firm_word(alignment):
        return None
    score = round(_CEILING - 8 * max(0.0, price - 0.5))
    if told < _COMMON and len(alignment.met) < 3 and price >= 1:
        score = min(score, 50)  # two common names and a wrong letter: likelier another person
    return Kind.NEAR, max(score, 50), method, "a spelling to check"


def _is_transcribed(alignment: Alignment) -> bool:
    """True if only a given name is heard alike, and the patronymic and the family name are there letter for letter.

    One Russian name has several Latin spellings (Aleksandr, Alexander; Sergei, Sergey), and the other two words leave
    little doubt whose it is.
    """
    name = alignment.name
    differing = {index for indexes, _, similarity in alignment.links if similarity.cost >= _SAME for index in indexes}
    return differing == {name.named[0]} and not alignment.longer and _has_patronymic(name, alignment)


def _has_firm_word(alignment: Alignment) -> bool:
    """True if some word agrees, or all differ by doubled or exchanged letters only."""
    named = [similarity for indexes, _, similarity in alignment.links if set(indexes) & set(alignment.name.named)]
    return any(one.cost < 0.5 for one in named) or all(one.cost <= 1.0 for one in named)


def _partial(
    variant: NameVariant, alignment: Alignment, told: float, method: MatchMethod, *, embedded: bool
) -> Assessment | None:
    price = sum(similarity.cost for _, _, similarity in alignment.links)
    met, omitted = len(alignment.met), len(alignment.omitted)
    if met < 2 or alignment.first == alignment.last or told < _COMMON or omitted > met:
        return None
    if omitted and not _may_omit(variant, alignment):
        return None
    if met < 3 and (alignment.longer or price > (0.5 if omitted else 1.0)):
        return None  # two words of somebody's longer name, or too little of this one
    score = 74 - 6 * round(price) - (8 if embedded else 0) - 4 * max(0, omitted - 1)
    return Kind.PARTIAL, score if told >= 1.3 else score - 12, method, "not the whole name"


def _may_omit(variant: NameVariant, alignment: Alignment) -> bool:
    """False for a name that is turned round, and for Korean and Chinese ones: their syllables are never left out.

    Of a longer name people keep the first or the last word; a company without a word inside is another company.
    """
    name = alignment.name
    named = name.named
    words = [name.words[index] for index in named]
    ends = {named[0], named[-1]}
    inside = [name.words[index] for index in alignment.omitted if index not in ends]
    kept = not ends <= set(alignment.omitted) if variant.person else FUNCTION_WORDS.issuperset(inside)
    return kept and not alignment.turned and not all(map(is_syllable, words))
