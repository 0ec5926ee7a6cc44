"""What one mention of a name is worth alone, from how its words were met: the kinds of evidence as scores."""

from __future__ import annotations

from math import inf

from core.records import MatchMethod
from matching.index.variants.name_variant import NameVariant
from matching.mentions.alignment import Alignment
from matching.mentions.gaps import GapKind
from matching.names.iberian import shorter_form
from matching.names.parsing import VIETNAMESE, Name, Part, is_ambiguous, rarity
from matching.names.similarity import GLUED, LEAST_HEARD
from matching.names.sounds.scripts import count_consonants
from matching.names.transliteration import is_syllable
from matching.scoring.model import EvidenceKind, Worth
from matching.scoring.scale import Scale
from matching.tables.common_words import COMMON_WORDS
from matching.tables.name_parts import FUNCTION_WORDS
from matching.tables.numerals import is_numeral

_TWO, _THREE = 2, 3  # parts of a name
_ARABIC_ARTICLES = ("al", "el")
_PART_OF_NAMES = {GapKind.PARTICLE, GapKind.COMMA, GapKind.QUOTED}


def initials_worth(scale: Scale) -> Worth:
    """The worth of a family name with the initials of all given names: "K. J. Kim"."""
    return Worth(EvidenceKind.PARTIAL, scale.initials, "initials for the given names")


def full_worth(variant: NameVariant, scale: Scale, *, embedded: bool, alignment: Alignment | None = None) -> Worth:
    """The worth of the whole name. `embedded` is True inside a longer name; `alignment` is None word for word.

    A patronymic that is met counts as a third part: few people share given name, father and family. A name that is
    listed in another script only is worth no more than one that is met in another script.
    """
    worth = _listed_worth(variant, scale, embedded=embedded, alignment=alignment)
    if not variant.respelt:
        return worth
    note = worth.note or "listed in another script only"
    return Worth(EvidenceKind.FOREIGN, min(worth.score, scale.transliterated), note)


def _listed_worth(variant: NameVariant, scale: Scale, *, embedded: bool, alignment: Alignment | None) -> Worth:
    name = variant.name
    if variant.native and is_ambiguous(name):
        return Worth(EvidenceKind.FOREIGN, scale.native, "few characters, or one word: others bear it too")
    if variant.family_alone:
        return Worth(EvidenceKind.FOREIGN, scale.family_alone, "the family name alone")
    if variant.nickname:
        return _nickname_worth(name, scale, embedded=embedded)
    if name.full == 1:
        return _one_word_worth(variant, scale, embedded=embedded)
    if name.full + _has_patronymic(name, alignment, scale) >= _THREE or not variant.person:
        return Worth(EvidenceKind.FULL, scale.full_name)
    return _pair_worth(name, scale, embedded=embedded)


def _nickname_worth(name: Name, scale: Scale, *, embedded: bool) -> Worth:
    note = "a nickname for the given name, which others bear too"
    if embedded:
        return Worth(EvidenceKind.FOREIGN, scale.embedded_nickname, note)
    identifies = _rarity_of(name, scale) >= scale.common_rarity
    return Worth(EvidenceKind.FOREIGN, scale.nickname if identifies else scale.common_nickname, note)


def _one_word_worth(variant: NameVariant, scale: Scale, *, embedded: bool) -> Worth:
    if embedded:
        return Worth(EvidenceKind.FOREIGN, scale.embedded_word, "one word of a longer name")
    word = variant.name.words[variant.name.named[0]]
    is_rare = rarity(word) >= scale.rare_word_rarity and not variant.is_ordinary_word
    if variant.person or not is_rare or len(word) < scale.rare_word_letters:
        return Worth(EvidenceKind.FOREIGN, scale.one_rare_word if is_rare else scale.one_word, "a single word")
    return Worth(EvidenceKind.FULL, scale.rare_word)


def _pair_worth(name: Name, scale: Scale, *, embedded: bool) -> Worth:
    """The worth of a person's given and family name."""
    rarity_of_all = _rarity_of(name, scale)
    if rarity_of_all < scale.common_rarity:
        score = scale.embedded_common_pair if embedded else scale.common_pair
        return Worth(EvidenceKind.FOREIGN, score, "a common name")
    if embedded:
        return Worth(EvidenceKind.FOREIGN, scale.embedded_pair, "inside a longer name")
    is_distinctive = rarity_of_all > scale.distinctive_rarity
    return Worth(EvidenceKind.FULL, scale.distinctive_pair if is_distinctive else scale.pair)


def _rarity_of(name: Name, scale: Scale) -> float:
    """How much the words of a person's name identify together.

    An ordinary word of English identifies no more than a short one; two syllables of Chinese or Korean are many
    people's whole name.
    """
    words = [name.words[index] for index in name.named]
    most = scale.ordinary_word_rarity
    found = sum(min(rarity(word), most) if word in COMMON_WORDS else rarity(word) for word in words)
    return min(found, most * len(words)) if len(name.words) == _TWO and all(map(is_syllable, words)) else found


def _has_patronymic(name: Name, alignment: Alignment | None, scale: Scale) -> bool:
    """True if the name's patronymic was met to the letter; without an alignment all of the name was."""
    if alignment is None:
        return Part.PATRONYMIC in name.parts
    met = (indexes for indexes, _, similarity in alignment.links if similarity.cost < scale.same_word)
    return any(name.parts[index] is Part.PATRONYMIC for indexes in met for index in indexes)


def aligned_worth(
    variant: NameVariant, alignment: Alignment, scale: Scale, *, embedded: bool, other_reading: str | None = None
) -> Worth | None:
    """The worth of a name that is met with differences; None if they are too many.

    `other_reading` says whose name an inflected one may be as well, None if nobody's.
    """
    if alignment.is_heard:
        return _heard_worth(variant, alignment, scale, embedded=embedded)
    if not variant.person and any(similarity == GLUED for _, _, similarity in alignment.links):
        return None  # figures are part of the name of a thing
    to_the_letter = variant.is_met_in_cases or (variant.weak and variant.person)
    may_be_other = variant.weak and other_reading is not None
    if to_the_letter and (alignment.is_partial or alignment.worst.method.is_near or may_be_other):
        return None  # weak evidence counts only as it is listed
    if alignment.is_partial:
        return _partial_worth(variant, alignment, scale, embedded=embedded)
    if variant.name.full == 1 and variant.name.initials and not _has_initial(alignment):
        return _worth_without_initial(variant, alignment, scale, embedded=embedded)
    return _whole_worth(variant, alignment, scale, embedded=embedded, other_reading=other_reading)


def _whole_worth(
    variant: NameVariant, alignment: Alignment, scale: Scale, *, embedded: bool, other_reading: str | None
) -> Worth | None:
    """As `aligned_worth`, of a name without a part missing."""
    method = alignment.method
    if method in (MatchMethod.SOUND, MatchMethod.DIMINUTIVE) and _is_transcribed(alignment, scale):
        return Worth(EvidenceKind.FULL, scale.transcribed, "the given name in another form")
    if variant.person and _is_slip_in_long_name(alignment, scale):
        return Worth(EvidenceKind.FULL, scale.transcribed, "a slip in one word of a long name")
    if method.is_near:
        return _near_worth(variant, alignment, scale)
    if method is MatchMethod.INITIAL:
        identifies = alignment.rarity >= scale.common_rarity
        score = scale.one_initial if identifies else scale.common_initial
        return Worth(EvidenceKind.PARTIAL, score, "an initial for a name")
    full = full_worth(variant, scale, embedded=embedded, alignment=alignment)
    if full.kind is EvidenceKind.FULL and lacks_form(variant, sum(len(indexes) for indexes, _, _ in alignment.links)):
        full = without_form(scale)
    if method.is_foreign:
        return _foreign_worth(full, method, other_reading, scale)
    return full._replace(score=full.score - _less_for_order(method, scale))


def lacks_form(variant: NameVariant, met: int) -> bool:
    """True if the `met` words are a name of one word without its legal form: Al-Roe of Al-Roe Group."""
    words = [variant.name.words[index] for index in variant.name.named]
    is_one = len(words) == 1 or (not variant.person and len(words) == _TWO and words[0] in _ARABIC_ARTICLES)
    return is_one and met <= len(words) < len(variant.name.words)


def without_form(scale: Scale) -> Worth:
    """The worth of such a name."""
    return Worth(EvidenceKind.FOREIGN, scale.one_rare_word, "a single word, without its legal form")


def _less_for_order(method: MatchMethod, scale: Scale) -> int:
    """What a whole name is worth less if its words are there, but not as they are listed."""
    if method is MatchMethod.EXACT:  # with letters spelt out
        return 0
    return scale.reordered if method in (MatchMethod.ORDER, MatchMethod.COORDINATED) else scale.altered


def _foreign_worth(full: Worth, method: MatchMethod, other_reading: str | None, scale: Scale) -> Worth:
    """The worth of a whole name in another case, romanisation or script; none of them makes a name less common.

    In another case it is worth what the name is, where no other name looks the same.
    """
    most = scale.transliterated if method is MatchMethod.TRANSLITERATION else scale.foreign
    if full.score < most:
        return full._replace(kind=EvidenceKind.FOREIGN)
    if method is MatchMethod.INFLECTION and other_reading is None:
        return full._replace(score=full.score - scale.altered)
    return Worth(EvidenceKind.FOREIGN, most, other_reading or "another way to write it")


def _heard_worth(variant: NameVariant, alignment: Alignment, scale: Scale, *, embedded: bool) -> Worth | None:
    """The worth of a name that is heard in another script; a common one is shown only if it is clear.

    With a part missing, or a further name inside, each word must sound the same.
    """
    if alignment.is_partial:
        same = alignment.worst.cost <= LEAST_HEARD + scale.heard_same
        return _partial_worth(variant, alignment, scale, embedded=embedded) if same else None
    share = _heard_share(alignment, scale)
    if share > 1:
        return None
    full = full_worth(variant, scale, embedded=embedded, alignment=alignment)
    kind = EvidenceKind.FOREIGN if share <= scale.heard_clearly else EvidenceKind.NEAR
    if full.score >= scale.transliterated:
        return Worth(kind, scale.transliterated if kind is EvidenceKind.FOREIGN else scale.heard_near, "by its sound")
    score = scale.heard_common if share <= scale.heard_common_share else scale.heard_unclear
    return Worth(kind, min(full.score, score), full.note)


def _heard_share(alignment: Alignment, scale: Scale) -> float:
    """How far a name in another script is from what is written, as a share of what its consonants allow.

    Above 1, or infinite for a single word or one with something in between, it is another name.
    """
    words = [alignment.name.words[index] for index in alignment.name.named]
    if len(words) < _TWO or not set(alignment.gaps) <= _PART_OF_NAMES:
        return inf
    met = [
        similarity for indexes, _, similarity in alignment.links if not set(indexes).isdisjoint(alignment.name.named)
    ]
    distance = sum(max(0.0, similarity.cost - LEAST_HEARD) for similarity in met) / len(met)
    consonants = sum(map(count_consonants, words))
    return distance / (scale.farthest_heard(consonants) - scale.heard_turned * alignment.turned)


def _has_initial(alignment: Alignment) -> bool:
    parts = alignment.name.parts
    return any(parts[index] is Part.INITIAL for indexes, _, _ in alignment.links for index in indexes)


def _worth_without_initial(variant: NameVariant, alignment: Alignment, scale: Scale, *, embedded: bool) -> Worth:
    """The worth of the one word of a name that has only initials beside it, where they are missing.

    A common word is anybody's name then, and a word that differs is another one.
    """
    note = "a single word, no initial"
    full = full_worth(variant, scale, embedded=embedded)
    if alignment.method.is_near or alignment.rarity < scale.rare_word_rarity:
        kind = EvidenceKind.NEAR if alignment.method.is_near else full.kind
        return Worth(kind, min(full.score, scale.initial_missing), note)
    return Worth(full.kind, full.score - scale.altered, note)


def _near_worth(variant: NameVariant, alignment: Alignment, scale: Scale) -> Worth | None:
    letters = sum(len(variant.name.words[index]) for index in variant.name.named)
    cost = alignment.words_cost
    if cost > max(1.0, letters / scale.near_letters) or not _has_firm_word(alignment, scale):
        return None
    score = round(scale.near - scale.near_cost * max(0.0, cost - scale.near_free))
    if alignment.rarity < scale.common_rarity and len(alignment.met) < _THREE and cost >= 1:
        score = min(score, scale.near_common)
    return Worth(EvidenceKind.NEAR, max(score, scale.near_least), "a spelling to check")


def _is_transcribed(alignment: Alignment, scale: Scale) -> bool:
    """True if only a given name is heard alike, and the patronymic and the family name are met to the letter.

    One Russian name has several Latin spellings (Aleksandr, Alexander; Sergei, Sergey), and the other two words leave
    almost certainly identify him.
    """
    name = alignment.name
    differing = {
        index for indexes, _, similarity in alignment.links if similarity.cost >= scale.same_word for index in indexes
    }
    return differing == {name.named[0]} and not alignment.longer and _has_patronymic(name, alignment, scale)


def _is_slip_in_long_name(alignment: Alignment, scale: Scale) -> bool:
    """True for four words and more of which one has a slip, and the others, met to the letter, identify alone.

    A letter doubled or exchanged, or another spelling of the sound, is a slip; another letter may be another name.
    """
    name = alignment.name
    differing = {
        index: similarity.cost
        for indexes, _, similarity in alignment.links
        if similarity.cost >= scale.same_word
        for index in indexes
    }
    if name.full < scale.long_name or len(differing) != 1 or alignment.longer or alignment.turned or alignment.is_heard:
        return False
    rest = [name.words[index] for index in name.named if index not in differing]
    return max(differing.values()) <= scale.slip and sum(map(rarity, rest)) >= scale.distinctive_rarity


def _has_firm_word(alignment: Alignment, scale: Scale) -> bool:
    """True if some word agrees, or all differ by doubled or exchanged letters only."""
    named = [similarity for indexes, _, similarity in alignment.links if set(indexes) & set(alignment.name.named)]
    return any(one.cost < scale.firm_word for one in named) or all(one.cost <= 1.0 for one in named)


def _partial_worth(variant: NameVariant, alignment: Alignment, scale: Scale, *, embedded: bool) -> Worth | None:
    cost = alignment.words_cost
    met, omitted = len(alignment.met), len(alignment.omitted)
    if met < _TWO or alignment.first == alignment.last or alignment.rarity < scale.common_rarity or omitted > met:
        return None
    if omitted and not _may_omit(variant, alignment):
        return None
    most = scale.partial_pair_omitted_cost if omitted else scale.partial_pair_cost
    if met < _THREE and (alignment.longer or cost > most):
        return None  # two words of somebody's longer name, or too little of this one
    score = scale.partial - scale.partial_cost * round(cost) - scale.partial_omitted * max(0, omitted - 1)
    score -= scale.partial_embedded * embedded
    score -= scale.partial_common * (alignment.rarity < scale.partial_rarity)
    return Worth(EvidenceKind.PARTIAL, score, "not the whole name")


def _lacks_fathers_name(variant: NameVariant, alignment: Alignment) -> bool:
    """True for a Spanish or Portuguese name without the family name that its bearer is known by."""
    shorter = shorter_form(alignment.name) if variant.person else None
    return shorter is not None and shorter.family in alignment.omitted


def _may_omit(variant: NameVariant, alignment: Alignment) -> bool:
    """False for a name that is turned round, and for Korean and Chinese ones: their syllables are never left out.

    Of a longer name people keep the first or the last word; a company without a word inside is another company.
    """
    name = alignment.name
    named = name.named
    words = [name.words[index] for index in named]
    ends = {named[0], named[-1]}
    inside = [name.words[index] for index in alignment.omitted if index not in ends]
    if any(is_numeral(name.words[index]) for index in alignment.omitted) or _lacks_fathers_name(variant, alignment):
        return False
    if alignment.turned and variant.person and words[0] in VIETNAMESE and not is_syllable(words[-1]):
        return ends.isdisjoint(alignment.omitted)  # Given Family, as abroad
    kept = not ends <= set(alignment.omitted) if variant.person else FUNCTION_WORDS.issuperset(inside)
    return kept and not alignment.turned and not all(map(is_syllable, words))
