"""Chinese and Korean names as the press in Czech and Polish spells them, with the letters of its own language.

    Zhang Weiqing  ─►  Čang Wej-čching        Kim Yong-chol  ─►  Kim Jong-čchol, Kim Jong Czol

The rules are those of the Czech transcription of Chinese (Oldřich Švarný, 1951) and of the usual ones for Korean.
Poland writes Chinese in Pinyin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from matching.names.parsing import EASTERN_FAMILY_NAMES
from matching.names.wade_giles import PINYIN, divisions
from matching.text.folding import fold_words

_Rules = tuple[tuple[re.Pattern[str], str], ...]
_GIVEN = 2  # syllables; with one a name is like too many others
_LETTERS_OF_PRESS = re.compile("[čšžťü]|cz|sz|dz|[bcdfghklmnprstvz]j")


def _rules(*rows: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rows)


_FINALS_IN_CZECH = _rules(
    (r"^yan$", "jen"),
    (r"^yong$", "jung"),
    (r"^ye$", "jie"),
    (r"^yi$", "i"),
    (r"^yu", "jü"),
    (r"^y", "j"),
    (r"iu$", "iou"),
    (r"ian$", "ien"),
    (r"ong$", "ung"),
    (r"ui$", "uej"),
    (r"(?<=[aeu])i$", "j"),
)
_INITIALS_IN_CZECH = {
    "b": "p",
    "p": "pch",
    "d": "t",
    "t": "tch",
    "g": "k",
    "k": "kch",
    "h": "ch",
    "j": "ť",
    "q": "čch",
    "x": "s",
    "zh": "č",
    "ch": "čch",
    "sh": "š",
    "r": "ž",
    "z": "c",
    "c": "cch",
    "s": "s",
}
_INITIAL = re.compile("[zcs]h|[bpdtgkhjqxrzcs]")
_PALATALS, _SIBILANTS = frozenset("jqx"), frozenset(("zh", "ch", "sh", "r", "z", "c", "s"))

_KOREAN_VOWELS = _rules(
    (r"^(?:lee|rhee|yi|ri)$", "i"),
    (r"^park$", "pak"),
    (r"woo|oo|eu", "u"),
    (r"ae", "e"),
    (r"eo", "o"),
    (r"^g", "k"),
    (r"^d", "t"),
    (r"^b", "p"),
)
_KOREAN_IN_CZECH = _rules((r"sh", "š"), (r"ch|j", "č"), (r"y", "j"))
_ASPIRATED_IN_CZECH = _rules((r"sh", "š"), (r"ch", "čch"), (r"j", "č"), (r"y", "j"))
_KOREAN_IN_POLISH = _rules((r"sh", "sz"), (r"ch", "cz"), (r"j", "dz"), (r"y", "j"))


def chinese_in_czech(words: Sequence[str]) -> Iterator[str]:
    """The Czech spelling of a name in Pinyin, family name first, with two syllables; `words` are folded.

    None where it may be the Pinyin of somebody else's name.
    """
    family, *given = words
    divided = [divisions(word) for word in given]
    if family not in PINYIN or not divided or not all(divided):
        return
    syllables = list(chain.from_iterable(some[0] for some in divided))
    spelt = [_in_czech(syllable) for syllable in (family, *syllables)]
    folded = ["".join(fold_words(one)) for one in spelt]
    may_be_pinyin = folded[0] in EASTERN_FAMILY_NAMES and all(one in PINYIN for one in folded)
    if len(syllables) == _GIVEN and not may_be_pinyin:
        yield _written(spelt)


def korean_in_czech_and_polish(words: Sequence[str]) -> Iterator[str]:
    """The spellings of a Korean name, family name first, which show by a letter that they are none in English."""
    vowels = [_rewritten(word, _KOREAN_VOWELS) for word in words]
    spellings = [
        [_rewritten(word, rules) for word in vowels]
        for rules in (_KOREAN_IN_CZECH, _ASPIRATED_IN_CZECH, _KOREAN_IN_POLISH)
    ]
    yield from dict.fromkeys(_written(spelt) for spelt in spellings if any(map(_LETTERS_OF_PRESS.search, spelt)))


def _written(words: Sequence[str]) -> str:
    family, *given = words
    return f"{family.capitalize()} {'-'.join(given).capitalize()}"


def _in_czech(syllable: str) -> str:
    """A syllable of Pinyin in the Czech transcription."""
    found = _INITIAL.match(syllable)
    initial = found[0] if found else ""
    final = syllable.removeprefix(initial)
    if initial in _PALATALS and final.startswith("u"):
        final = f"ü{final[1:]}"
    final = "’" if initial in _SIBILANTS and final == "i" else _rewritten(final, _FINALS_IN_CZECH)
    return _INITIALS_IN_CZECH.get(initial, initial) + final


def _rewritten(word: str, rules: _Rules) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word
