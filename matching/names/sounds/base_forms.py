"""What a word of a text may be without prefixes, particles and case endings, as a name in Latin letters has none.

ולדימיר  למקרון      and Vladimir, to Macron (Hebrew; Arabic likewise, also with its article)
트럼프에게           to Trump
Джонсона, Терезой    cases, of which only the likeliest basic forms are tried

Endings and prefixes are those of the languages that news in these scripts are written in most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matching.names.parsing import is_common
from matching.names.sounds.scripts import Script
from matching.names.transliteration import latinise
from matching.tables.common_native_names import ALSO_WOMENS
from matching.tables.korean_particles import KOREAN_PARTICLES
from matching.tables.words_in_scripts import WORDS_IN_SCRIPTS
from matching.text.folding import fold_words

_NO_NAMES = frozenset(fold_words(WORDS_IN_SCRIPTS))
_LEAST = 3  # letters of a basic form; two syllables in Hangul
_LEAST_SYLLABLES = 2
_PREFIXES = {
    Script.ARABIC: re.compile("(?:[وفبلك]?ال|لل|[وفبلك])"),
    Script.HEBREW: re.compile("ו[לבמש]|[ולבהמשכ]ה?"),
    Script.ETHIOPIC: re.compile("[የለበከ]"),
}
_THAI_TITLES = """
    นายกรัฐมนตรี รัฐมนตรี ประธานาธิบดี ประธาน ผู้อำนวยการ ผู้ว่าการ เจ้าหน้าที่ ทนายความ โฆษก ศาสตราจารย์ พลเอก พลโท พลตรี
    นางสาว นาง นาย คุณ ดร
    ของ กับ โดย จาก แก่ ต่อ และ จับกุม จับ ควบคุมตัว ฟ้อง พบ
"""
_THAI_VERBS = """
    กล่าว เมื่อ ระบุ เปิดเผย เผย ยืนยัน ประกาศ เดินทาง ตอบ ไม่ ได้ จะ เป็น และ ซึ่ง ถูก ให้ ใน ที่ ว่า มา เข้า ร่วม
"""
_THAI_TITLE = re.compile(f".*(?:{'|'.join(fold_words(_THAI_TITLES))})")
_THAI_VERB = re.compile("|".join(fold_words(_THAI_VERBS)))
_Endings = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


def _endings(*rows: tuple[str, str]) -> _Endings:
    """Endings, separated by spaces, each with what takes their place; a hyphen stands for nothing."""
    return tuple(
        (re.compile(f"(?:{'|'.join(endings.split())})$"), tuple(base.replace("-", "") for base in bases.split()))
        for endings, bases in rows
    )


_ENDINGS: Mapping[Script, _Endings] = {
    Script.CYRILLIC: _endings(
        ("ского скому ским ском ського ському ським", "скии"),
        ("ои ою еи ею", "а"),
        ("ы и і е у ю", "- а"),
        ("ул ур уль", "-"),
        ("а я ом ем єм ові еві єві ым им", "-"),
    ),
    Script.GREEK: _endings(("ου ο ον", "οσ"), ("α", "ασ -"), ("η", "ησ"), ("ασ", "α"), ("ησ", "η")),
    Script.GEORGIAN: _endings(
        ("ისთვის ისთან სთვის სთან ის მა ით ად თან", "-"), ("ი ს ო მ", "-"), ("ში ზე", "-"), ("იმ ისა", "-")
    ),
    Script.OTHER_INDIC: _endings(("એ ને ના ની નો થી ను ని కు తో ನನು ಗೆ യെ", "-")),
    Script.TAMIL: _endings(("ககு யை ை ின", "-")),
    Script.BENGALI: _endings(("য়ের কে ের র তে য়", "-")),
    Script.ARMENIAN: _endings(("ին ից ով ում", "-"), ("ը ի ն", "-")),
}


@lru_cache(maxsize=65_536)
def base_forms(word: str, script: Script) -> tuple[str, ...]:
    """The basic forms that a folded word may have, the word itself first; none for a word that is no name."""
    forms = tuple(dict.fromkeys((word, *_base_forms(word, script))))
    if word in _NO_NAMES or not (is_common(word) or _NO_NAMES.isdisjoint(forms)):
        return ()
    common = tuple(filter(is_common, forms))
    return forms if not common or any(map(_is_mans_too, common)) else common  # Ольги is a case of Ольга only


def _is_mans_too(form: str) -> bool:
    """True for a woman's name that is also a case of a man's: Евгения."""
    latin = latinise(form)
    return latin.removesuffix("ya") in ALSO_WOMENS or latin.removesuffix("a") in ALSO_WOMENS


def _base_forms(word: str, script: Script) -> Iterator[str]:
    if script is Script.HANGUL:
        cuts = range(_LEAST_SYLLABLES, len(word))
        yield from (word[:cut] for cut in cuts if word[cut:] in KOREAN_PARTICLES)
    elif script is Script.THAI:
        yield from _without_thai_words(word)
    elif prefix := _PREFIXES.get(script):
        if (found := prefix.match(word)) and len(word) - found.end() >= _LEAST:
            yield word[found.end() :]
    else:
        for ending, bases in _ENDINGS.get(script, ()):
            if (found := ending.search(word)) and found.start() >= _LEAST:
                yield from (word[: found.start()] + base for base in bases)


def _without_thai_words(word: str) -> Iterator[str]:
    """The word without a title, a preposition or a verb before it and a verb behind it: Thai has no spaces there."""
    title, verb = _THAI_TITLE.match(word), _THAI_VERB.search(word, _LEAST)
    start, end = title.end() if title else 0, verb.start() if verb else len(word)
    for first, last in ((start, len(word)), (0, end), (start, end)):
        if (first, last) != (0, len(word)) and last - first >= _LEAST:
            yield word[first:last]
