"""Chinese names in the two romanisations of the Mandarin pronunciation: Pinyin and Wade-Giles.

    Xu Haozheng  <->  Hsu Hao-cheng        Cai Wenxiong  <->  Tsai Wen-hsiung

Wade-Giles, which Taiwan writes, leaves out its apostrophe in newspapers, so that one spelling stands for two syllables
of Pinyin: a name in either romanisation may be another person's in the other one. The rules are those of the tables of
conversion in library catalogues (Library of Congress, "New Chinese Romanization Guidelines", 1998).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, product

from matching.names.parsing import EASTERN_FAMILY_NAMES

_MOST = 4  # spellings of one name
_INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s"
_FINALS = """
    a ai an ang ao e ei en eng i ia ian iang iao ie in ing iong iu o ong ou u ua uai uan uang ue ui un uo
"""
_WITHOUT_INITIAL = """
    a ai an ang ao e en er ou wa wai wan wang wei wen weng wo wu ya yan yang yao ye yi yin ying yo yong you yu yuan yue
    yun
"""
_SIBILANTS, _PALATALS = ("zh", "ch", "sh", "r", "z", "c", "s"), ("j", "q", "x")
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^yi$", "i"),
        (r"^yan$", "yen"),
        (r"^(y|.*i)e$", r"\1eh"),
        (r"^you$", "yu"),
        (r"^yong$", "yung"),
        (r"^er$", "erh"),
        (r"^zi$", "tzu"),
        (r"^ci$", "tzu"),
        (r"^si$", "ssu"),
        (r"^(zh|ch|sh|r)i$", r"\1ih"),
        (r"ian$", "ien"),
        (r"iong$", "iung"),
        (r"ong$", "ung"),
        (r"ue$", "ueh"),
        (r"^([gkh])e$", r"\1o"),
        (r"^([gk])ui$", r"\1uei"),
        (r"^(?!g|k|h|sh)(.*)uo$", r"\1o"),
        (r"^b", "p"),
        (r"^d", "t"),
        (r"^g", "k"),
        (r"^[jq]", "ch"),
        (r"^x", "hs"),
        (r"^zh", "ch"),
        (r"^r", "j"),
        (r"^[zc](?!h)", "ts"),
    )
)


def _is_syllable(initial: str, final: str) -> bool:
    """True for the combinations that Mandarin has, roughly: palatals before i and u, sibilants not before ia and ie."""
    if initial in _PALATALS:
        return final[0] in "iu" and final not in ("ua", "uai", "uang", "ui", "uo")
    if initial in _SIBILANTS or initial in ("g", "k", "h", "f"):
        return final == "i" if final[0] == "i" and initial in _SIBILANTS else final[0] != "i"
    return final not in ("ua", "uai", "uang", "iong")


PINYIN = frozenset(
    (
        *_WITHOUT_INITIAL.split(),
        *(one + final for one in _INITIALS.split() for final in _FINALS.split() if _is_syllable(one, final)),
    )
)


def _in_wade_giles(syllable: str) -> str:
    for pattern, replacement in _RULES:
        syllable = pattern.sub(replacement, syllable)
    return syllable


def _reversed(table: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pinyin, spelt in table.items():
        found[spelt].append(pinyin)
    return {spelt: tuple(some) for spelt, some in found.items()}


_TO_WADE_GILES = {syllable: _in_wade_giles(syllable) for syllable in sorted(PINYIN)}
_TO_PINYIN = _reversed(_TO_WADE_GILES)


def is_mandarin(word: str) -> bool:
    """True for a syllable that Pinyin or Wade-Giles has: not Ki or Myong, which are Korean."""
    return word in PINYIN or word in _TO_PINYIN


def other_romanisations(words: Sequence[str]) -> Iterator[str]:
    """The name, family name first, in the other romanisation: spellings that differ from it, of up to four words.

    `words` are folded; syllables of a given name may be joined. Nothing for a name that is in neither.
    """
    if not 1 < len(words) <= _MOST:
        return
    family, *given = words
    yield from islice(dict.fromkeys(chain(_as_wade_giles(family, given), _as_pinyin(family, given))), _MOST)


def _as_wade_giles(family: str, given: Sequence[str]) -> Iterator[str]:
    if family not in _TO_WADE_GILES:
        return
    for syllables in product(*map(divisions, given)):
        spelt = "-".join(map(_TO_WADE_GILES.__getitem__, chain.from_iterable(syllables)))
        text = f"{_TO_WADE_GILES[family].title()} {spelt.capitalize()}"
        if text.replace("-", "").casefold() != "".join((family, " ", *given)):
            yield text


def divisions(word: str) -> list[tuple[str, ...]]:
    """The ways to read a word as one or two syllables of Pinyin."""
    if word in PINYIN:
        return [(word,)]
    return [(word[:cut], word[cut:]) for cut in range(1, len(word)) if {word[:cut], word[cut:]} <= PINYIN]


def _as_pinyin(family: str, given: Sequence[str]) -> Iterator[str]:
    """The readings of a name one of whose syllables only Wade-Giles has, with a family name that is frequent."""
    if not all(word in _TO_PINYIN for word in (family, *given)) or all(word in PINYIN for word in (family, *given)):
        return
    families = [one for one in _TO_PINYIN[family] if one in EASTERN_FAMILY_NAMES]
    for first, *rest in product(families, *(_TO_PINYIN[word] for word in given)):
        yield f"{first.title()} {''.join(rest).capitalize()}"
