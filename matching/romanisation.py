"""Names of other scripts in Latin letters: Korean syllables in any romanisation, alphabets letter by letter.

Korean: Revised Romanisation (2000), McCune-Reischauer (1939), the North Korean system (1992) and the customary spellings
of family names write the same syllable with k or g, t or d, p or b, ch or j, r or l, eo or o or u, ae or e.
Alphabets: the common part of the systems used in the press (BGN/PCGN for Cyrillic, ELOT 743 for Greek, the national
systems of Georgia and Armenia, Hepburn for kana); Arabic and Hebrew leave out short vowels and are not covered.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KOREAN_SYLLABLE = re.compile(
    r"(?:kk|tt|pp|ss|jj|tch|ch|sh|[kgtdpbrlmnshj])?"
    r"(?:yeo|yae|yoo|you|ye|ya|yo|yu|yi|wae|wai|weo|woo|wo|wa|we|wi|wu|eui|eo|eu|ui|oe|oo|ou|ee|ae|ai|oi|[aeiou])"
    r"(?:ngh|ng|ck|[kgtdpblrmn])?"
)
_PINYIN_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|ts|hs|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iao|ian|iang|iong|uai|uan|uang|ao|ai|ei|ou|ia|ie|iu|ua|ui|uo|ue|ong|[aeiou])(?:ng|n|r)?"
)

_KOREAN = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"'", ""),
        (r"^(?:lee|rhee|yi|ri|ree|li)$", "i"),
        (r"^(?:park|bak|pak|bark)$", "pak"),
        (r"^(?:choe|choi|chwe)$", "coi"),
        (r"^(?:woo|wu)$", "u"),
        (r"^(?:noh|roh|no|ro)$", "no"),
        (r"^(?:yoo|yu|ryu|ryoo|you)$", "iu"),
        (r"^(?:im|rim|lim|yim)$", "im"),
        (r"sh(?=[aeiouyw])", "s"),
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
)

_LETTERS = {
    **dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўђћљњџјѓќѕёәғқңөұүһ",
            "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i i ie g u dj c lj nj dz j gj kj dz "
            "e a g k n o u u h".replace("-", "\0").split(),
            strict=True,
        )
    ),
    **dict(
        zip(
            "αβγδεζηθικλμνξοπρστυφχψω",
            ["a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "y", "f", "ch", "ps", "o"],
            strict=True,
        )
    ),
    **dict(
        zip(
            "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
            ["a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t", "u", "p", "k", "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h"],
            strict=True,
        )
    ),
    **dict(
        zip(
            "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
            ["a", "b", "g", "d", "e", "z", "e", "y", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch", "m", "y", "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "v", "p", "k", "o", "f", "ev"],
            strict=True,
        )
    ),
}
_LETTERS = {letter: latin.replace("\0", "") for letter, latin in _LETTERS.items()}
_KANA_VOWELS = dict(
    zip("アイウエオァィゥェォヴー", ["a", "i", "u", "e", "o", "a", "i", "u", "e", "o", "v", ""], strict=True)
)
_KANA_ROWS = {
    "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ", "t": "タチツテト", "d": "ダヂヅデド",
    "n": "ナニヌネノ", "h": "ハヒフヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ",
}  # fmt: skip
_KANA = {
    **_KANA_VOWELS,
    **{kana: row + vowel for row, kanas in _KANA_ROWS.items() for kana, vowel in zip(kanas, "aiueo", strict=True)},
    **dict(zip("ヤユヨャュョワヲンッ", ["ya", "yu", "yo", "ya", "yu", "yo", "wa", "o", "n", ""], strict=True)),
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji",
}
_HANGUL_INITIALS = ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "-", "ch", "jj", "ch", "k", "t", "p", "h"]
_HANGUL_VOWELS = ["a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"]
_HANGUL_FINALS = ["-", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"]


def is_syllable(word: str) -> bool:
    """True if the word is one well-formed syllable of romanised Korean or Chinese."""
    return len(word) <= 6 and bool(_KOREAN_SYLLABLE.fullmatch(word) or _PINYIN_SYLLABLE.fullmatch(word))


def is_hangul(word: str) -> bool:
    """True for a word that begins with a Korean syllable."""
    return "가" <= word[:1] <= "힣"


def is_kana(word: str) -> bool:
    """True for katakana, in which Japanese writes foreign names."""
    return "ァ" <= word[:1] <= "ヿ"


@lru_cache(maxsize=65_536)
def korean_key(word: str) -> str:
    """A spelling of the romanised word in which all romanisations of the same Korean syllables agree."""
    for pattern, replacement in _KOREAN:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=65_536)
def latinise(word: str) -> str:
    """The folded word in Latin letters, as the press writes it; letters of scripts that are not covered stay."""
    if word.isascii():
        return word
    return "".join(_latin_letter(letter) for letter in word)


def _latin_letter(letter: str) -> str:
    if "가" <= letter <= "힣":
        index = ord(letter) - ord("가")
        parts = (_HANGUL_INITIALS[index // 588], _HANGUL_VOWELS[index % 588 // 28], _HANGUL_FINALS[index % 28])
        return "".join(parts).replace("-", "")
    return _LETTERS.get(letter) or _KANA.get(letter, "" if letter in _LETTERS else letter)
