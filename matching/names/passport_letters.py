"""Letters as machine-readable passports, and lists made of them, spell them out.

By the table of transliterations of ICAO Doc 9303, part 3, section 6: ä is AE, ö and ø are OE, ü is UE, å is AA and ə is
E. Its other Latin letters (ß, æ, œ, þ, ð, ł, ñ …) are spelt so by folding already.
"""

from __future__ import annotations

import re
import unicodedata

_SPELT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ø": "oe",
        "ü": "ue",
        "å": "aa",
        "ə": "e",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ø": "Oe",
        "Ü": "Ue",
        "Å": "Aa",
        "Ə": "E",
    }
)
_LETTERS = re.compile("[äöøüåəÄÖØÜÅƏ]|[aouAOU]\u0308|[aA]\u030a")
_SIGNS = "äöøüåəÄÖØÜÅƏ\u0308\u030a"


def may_have_passport_letters(text: str) -> bool:
    """False if no letter of the text is one that passports spell out; much faster for a long text."""
    return not text.isascii() and any(sign in text for sign in _SIGNS)


def has_passport_letters(text: str) -> bool:
    """True if the text has a letter that passports spell out, composed or not."""
    return not text.isascii() and _LETTERS.search(text) is not None


def as_in_passports(text: str) -> str:
    """The text with these letters spelt out: "Jürgen Kößler" as "Juergen Koeßler"."""
    return unicodedata.normalize("NFC", text).translate(_SPELT)


_PINYIN_U = re.compile("(?<=[LlNn])[üÜ](?=e?\\b)")


def has_pinyin_u(text: str) -> bool:
    """True if the text has the ü of a Chinese name, as in Lü and Nüe."""
    return not text.isascii() and _PINYIN_U.search(text) is not None


def with_pinyin_u_respelt(text: str) -> tuple[str, ...]:
    """The text as passports and keyboards write that ü: Lü is LYU, LUE, LV and LU."""
    return tuple(_PINYIN_U.sub(letters, text) for letters in ("yu", "ue", "v", "u"))
