"""The phones of a folded word in another script than Latin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from matching.names.sounds.alphabets import (
    ARABIC,
    ARMENIAN,
    BENGALI,
    CHINESE,
    CYRILLIC,
    DEVANAGARI,
    ETHIOPIC_CONSONANTS,
    ETHIOPIC_VOWELS,
    GEORGIAN,
    GREEK,
    HANGUL_FINALS,
    HANGUL_INITIALS,
    HANGUL_VOWELS,
    HEBREW,
    JAPANESE,
    TAMIL,
    THAI,
)
from matching.names.sounds.latin import latin_phones
from matching.names.sounds.phones import SILENT, Phones, is_vowel
from matching.names.transliteration import latinise


class Script(Enum):
    """A script whose words are met by names in Latin letters, with the range of its letters."""

    CYRILLIC = "\u0400-\u052f"
    GREEK = "\u0370-\u03ff"
    ARMENIAN = "\u0530-\u058f"
    HEBREW = "\u0590-\u05ff"
    ARABIC = "\u0600-\u06ff"
    DEVANAGARI = "\u0900-\u097f"
    BENGALI = "\u0980-\u09ff"
    TAMIL = "\u0b80-\u0bff"
    OTHER_INDIC = "\u0a00-\u0b7f\u0c00-\u0d7f"  # Gurmukhi, Gujarati, Oriya, Telugu, Kannada, Malayalam
    ETHIOPIC = "\u1200-\u135a"
    THAI = "\u0e00-\u0e7f"
    GEORGIAN = "\u10a0-\u10ff"
    KATAKANA = "\u30a1-\u30fe"
    HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
    HANGUL = "\uac00-\ud7a3"

    __hash__ = object.__hash__  # by identity; that of an enumeration is computed in Python each time

    @property
    def is_syllabic(self) -> bool:
        """True if its signs are syllables, so that foreign names have additional vowels and lack an r at the end."""
        return self in _SYLLABIC


_SYLLABIC = frozenset({Script.KATAKANA, Script.HAN, Script.HANGUL})
_OF_SCRIPTS = re.compile("|".join(f"(?P<{script.name}>[{script.value}])" for script in Script))


def script_of(word: str) -> Script | None:
    """The script of the first letter of a folded word, None for Latin and all that is not covered."""
    found = _OF_SCRIPTS.match(word)
    return Script[found.lastgroup] if found and found.lastgroup else None


class _Alphabet:
    """Letters and their phones, the longest group of letters first; `^` is the beginning of a word."""

    def __init__(self, table: str) -> None:
        rows = (row.split("|") for row in table.split())
        self._phones: Mapping[str, tuple[str, ...]] = {letters: tuple(phones.split(",")) for letters, phones in rows}
        longest_first = sorted(self._phones, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def phones(self, word: str) -> list[str]:
        return [phone for letters in self._pattern.findall(word) for phone in self._phones[letters]]


_ALPHABETS = {
    Script.CYRILLIC: _Alphabet(CYRILLIC),
    Script.GREEK: _Alphabet(GREEK),
    Script.ARMENIAN: _Alphabet(ARMENIAN),
    Script.HEBREW: _Alphabet(HEBREW),
    Script.ARABIC: _Alphabet(ARABIC),
    Script.DEVANAGARI: _Alphabet(DEVANAGARI),
    Script.BENGALI: _Alphabet(f"{DEVANAGARI} {BENGALI}"),
    Script.TAMIL: _Alphabet(f"{DEVANAGARI} {TAMIL}"),
    Script.OTHER_INDIC: _Alphabet(DEVANAGARI),
    Script.THAI: _Alphabet(THAI),
    Script.GEORGIAN: _Alphabet(GEORGIAN),
    Script.KATAKANA: _Alphabet(JAPANESE),
    Script.HAN: _Alphabet(CHINESE),
}


_VOWEL_BEFORE = re.compile("([เแโใไ])([ก-ฮ])")  # Thai writes some vowels before the consonant that they follow
_BESIDE_DEVANAGARI = frozenset({Script.BENGALI, Script.TAMIL, Script.OTHER_INDIC})
_INITIALS, _VOWELS, _FINALS = (table.split() for table in (HANGUL_INITIALS, HANGUL_VOWELS, HANGUL_FINALS))

_ETHIOPIC_CONSONANTS, _ETHIOPIC_VOWELS = ETHIOPIC_CONSONANTS.split(), ETHIOPIC_VOWELS.split()


@lru_cache(maxsize=65_536)
def script_phones(word: str, script: Script) -> Phones:
    """The phones of a folded word in this script; letters that are not covered have none."""
    if script is Script.HANGUL:
        phones = [phone for syllable in word for phone in _hangul_phones(syllable)]
    elif script is Script.HAN:
        phones = [phone for character in word for phone in _chinese_phones(character)]
    elif script is Script.KATAKANA:
        phones = _ALPHABETS[script].phones(latinise(word))
    elif script is Script.ETHIOPIC:
        phones = [phone for syllable in word for phone in _ethiopic_phones(syllable)]
    elif script in _BESIDE_DEVANAGARI:
        phones = _ALPHABETS[script].phones(_in_devanagari(word))
    elif script is Script.THAI:
        phones = _ALPHABETS[script].phones(_VOWEL_BEFORE.sub(r"\2\1", word))
    else:
        phones = _ALPHABETS[script].phones(f"^{word}")
    return tuple(phone for phone in phones if phone != SILENT)


def count_consonants(word: str) -> int:
    """The number of consonants that are heard of a folded word, in Latin letters or another script."""
    script = script_of(word)
    phones = latin_phones(word) if script is None else script_phones(word, script)
    return sum(not is_vowel(phone) and SILENT not in phone for phone in phones)


def _in_devanagari(word: str) -> str:
    """The word in Devanagari: Unicode has the letters of the Indian scripts at the same places of their blocks."""
    return "".join(chr(0x0900 + (ord(letter) - 0x0900) % 0x80) for letter in word)


def _ethiopic_phones(syllable: str) -> list[str]:
    consonant, vowel = divmod(ord(syllable) - ord("ሀ"), 8)  # eight vowels to each consonant
    if not 0 <= consonant < len(_ETHIOPIC_CONSONANTS):
        return []
    before = _ETHIOPIC_CONSONANTS[consonant]
    return [*(before,) * (before != SILENT), *_ETHIOPIC_VOWELS[vowel].split(",")]


def _hangul_phones(syllable: str) -> list[str]:
    index = ord(syllable) - ord("가")
    if not 0 <= index < 11172:
        return []
    parts = (_INITIALS[index // 588], _VOWELS[index % 588 // 28], _FINALS[index % 28])
    return [phone for part in parts for phone in part.split(",")]


@lru_cache(maxsize=16_384)
def _chinese_phones(character: str) -> tuple[str, ...]:
    """The phones of one Han character by its Mandarin reading; "er" stands for l and r."""
    from anyascii import anyascii

    reading = anyascii(character).lower()
    if reading == "er":
        return ("lr",)
    if reading.startswith(("yi", "wu")):
        reading = reading[1:]  # the first letter is written and not said
    nasal = reading.endswith("ng")
    phones = _ALPHABETS[Script.HAN].phones(reading[:-2] if nasal else reading)
    return (*phones, "n", "g-") if nasal else tuple(phones)
