"""Words of other scripts in Latin letters, letter by letter; the syllables of Korean and Chinese.

Alphabets: what is common to the systems used in the press (BGN/PCGN for Cyrillic, ELOT 743 for Greek, the national
systems of Georgia and Armenia, Hepburn for kana); Arabic and Hebrew leave out short vowels and are not covered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from matching.names.presses import readings, replace_each

_KOREAN_SYLLABLE = re.compile(
    r"(?:kk|tt|pp|ss|jj|tch|ch|sh|[kgtdpbrlmnshj])?"
    r"(?:yeo|yae|yoo|you|ye|ya|yo|yu|yi|wae|wai|weo|woo|wo|wa|we|wi|wu|eui|eo|eu|ui|oe|oo|ou|ee|ae|ai|oi|[aeiou])"
    r"(?:ngh|ng|ck|[kgtdpblrmn])?"
)
_PINYIN_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|ts|hs|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iao|ian|iang|iong|uai|uan|uang|ao|ai|ei|ou|ia|ie|iu|ua|ui|uo|ue|ong|[aeiou])(?:ng|n|r)?"
)

_CYRILLIC_REST = "i i ie g u dj c lj nj dz j gj kj dz e a g k n o u u h"
_ALPHABETS = (
    ("абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўђћљњџјѓќѕёәғқңөұүһ",
     f"a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya {_CYRILLIC_REST}"),
    ("αβγδεζηθικλμνξοπρστυφχψω", "a v g d e z i th i k l m n x o p r s t y f ch ps o"),
    ("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
     "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"),
    ("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
     "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev"),
    ("アイウエオァィゥェォヴー", "a i u e o a i u e o v -"),
    ("カキクケコガギグゲゴサシスセソザジズゼゾ", "ka ki ku ke ko ga gi gu ge go sa shi su se so za ji zu ze zo"),
    ("タチツテトダヂヅデドナニヌネノ", "ta chi tsu te to da ji zu de do na ni nu ne no"),
    ("ハヒフヘホバビブベボパピプペポ", "ha hi fu he ho ba bi bu be bo pa pi pu pe po"),
    ("マミムメモラリルレロヤユヨャュョワヲンッ", "ma mi mu me mo ra ri ru re ro ya yu yo ya yu yo wa o n -"),
)  # fmt: skip
_GREEK_PAIRS = (("ου", "ou"), ("ευ", "ev"), ("αυ", "av"), ("γγ", "ng"))
_LATIN = {
    letter: latin.replace("-", "")
    for letters, latins in _ALPHABETS
    for letter, latin in zip(letters, latins.split(), strict=True)
}
_WITH_LATIN = frozenset(chain(map(chr, range(128)), (letter for letter, latin in _LATIN.items() if latin)))
_ONLY_SERBIAN = frozenset("ђјљњћџ")
_IN_GAJ = frozenset("жчшцх")
_GAJ = _LATIN | dict(zip("жчшцхђјљњћџ", ("z", "c", "s", "c", "h", "d", "j", "lj", "nj", "c", "dz"), strict=True))
_HANGUL_INITIALS = ("k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "jj", "ch", "k", "t", "p", "h")
_VOWELS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i"
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
_HANGUL_VOWELS = tuple(_VOWELS.split())
_HANGUL_FINALS = tuple(_FINALS.replace("-", "").split(" "))


@lru_cache(maxsize=65_536)
def is_syllable(word: str) -> bool:
    """True if the word is one well-formed syllable of romanised Korean or Chinese."""
    return len(word) <= 6 and bool(_KOREAN_SYLLABLE.fullmatch(word) or _PINYIN_SYLLABLE.fullmatch(word))


def is_hangul(word: str) -> bool:
    """True for a word that begins with a Hangul syllable."""
    return "가" <= word[:1] <= "힣"


def is_kana(word: str) -> bool:
    """True for a word that begins with katakana, in which Japanese writes foreign names."""
    return "ァ" <= word[:1] <= "ヿ"


@lru_cache(maxsize=65_536)
def latinise(word: str) -> str:
    """The folded word in Latin letters, as the English press writes it; letters of other scripts than these stay."""
    if word.isascii():
        return word
    if "α" <= word[0] <= "ω":
        word = replace_each(word, _GREEK_PAIRS)
    return "".join(_latin_letter(letter) for letter in word)


def has_latin(word: str) -> bool:
    """True if a letter of the folded word is Latin, or has a Latin one in `latinise`."""
    return not _WITH_LATIN.isdisjoint(word) or any("가" <= letter <= "힣" for letter in word)


@lru_cache(maxsize=65_536)
def other_readings(word: str) -> tuple[str, ...]:
    """The folded word in Latin letters as other languages write it; empty if that is no different.

    Of a word in Latin letters they are its `presses.readings`. A Cyrillic word has its Serbian Latin spelling, in which
    libraries and the Baltic press also write Russian (Жељко, Željko), or h for г, as in Ukrainian and in foreign names
    (Гнатюк, Hnatiuk; Гамид, Hamid).
    """
    if word.isascii():
        return tuple(readings(word))
    if "г" in word and _ONLY_SERBIAN.isdisjoint(word):
        return (latinise(word.replace("г", "һ")),)
    is_other = not (_ONLY_SERBIAN | _IN_GAJ).isdisjoint(word)
    return ("".join(_GAJ.get(letter, letter) for letter in word),) if is_other else ()


def _latin_letter(letter: str) -> str:
    if "가" <= letter <= "힣":
        index = ord(letter) - ord("가")
        return _HANGUL_INITIALS[index // 588] + _HANGUL_VOWELS[index % 588 // 28] + _HANGUL_FINALS[index % 28]
    return _LATIN.get(letter, letter)
