"""Readings of a name in Latin letters: how it would be spelt in English if another country's press had written it.

    Choroschilow  ─►  khoroshilov, khorozhilov      German: sch is sh or zh, ch is kh
    Soerjadi      ─►  suryadi                       Indonesia before 1972: oe is u, dj is j, j is y
    Yushchenko    ─►  yuscenko                      Slavic and Baltic languages, whose carons are folded away

Sounds are compared later (`similarity.py`), so a reading need not be exact. A folded word has none in most cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple


class _Press(NamedTuple):
    """One of the `signs` shows the press; its letters are replaced in turn."""

    signs: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]


_KEPT = (("S", "shch"), ("C", "ch"))
_J_AND_W = (("j", "y"), ("w", "v"))
_PRESSES = (
    _Press(("sch",), (("schtsch", "S"), ("tsch", "C"), ("sch", "zh"), ("ch", "kh"), *_KEPT, *_J_AND_W)),  # German zh
    _Press(("cz", "sz"), (("szcz", "S"), ("cz", "C"), ("sz", "sh"), ("ch", "kh"), *_KEPT, *_J_AND_W)),  # Polish
    _Press(("dj",), (("dj", "d"),)),  # đ, folded to d
    _Press(
        ("sh", "zh", "kh", "ts"), (("shch", "sc"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "c"), ("ts", "c"))
    ),  # the English spelling as Slavic and Baltic languages have it, without carons
    _Press(("zh",), (("zh", "z"),)),  # Polish, whose ż is folded away
    _Press(("kh",), (("kh", "j"),)),  # Spanish: Mijaíl Jrushchov
    _Press(("kh",), (("kh", "h"),)),  # names that are not Russian, through Russian: Akhmed
    _Press(("oe", "dj", "tj"), (("dj", "J"), ("tj", "C"), ("j", "y"), ("oe", "u"), ("J", "j"), ("C", "c"))),  # Dutch
    _Press(("tx",), (("tx", "ch"), ("x", "sh"))),  # Catalan
    _Press(("x",), (("x", "kh"), ("q", "k"))),  # Azerbaijani, Uzbek
)
_GERMAN_Z = re.compile(r"(?<=[aeioulnr])s(?=[aeiou])")
_GERMAN_KH = re.compile(r"(?<![st])ch")
_C_ALONE = re.compile("c(?!h)")
_FRENCH_SH = re.compile(r"(?<![st])ch(?!t)")
_GREEK = re.compile(r"(?:^|(?<=[lr]))(mp|nt)|(gk)|(gg)|(g)i(?=[aeo])")
_GREEK_LETTERS = (("mp", "b"), ("nt", "d"), ("gk", "g"))
_OF_GREEK = {"mp": "b", "nt": "d", "gk": "g", "gg": "ng", "g": "y"}
_SIGNS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=[aeiou])j(?=[bdgklmnrstvz])"), "zh"),  # French: Berejnoï is Berezhnoy
    (_GREEK, lambda found: _OF_GREEK[next(filter(None, found.groups()))]),  # Gkolfis is Golfis
    (re.compile(r"(mp|nt)(?<=[aeo]..)(?=[aeiou][a-z]*(?:is|os|as|ou|aki)$)"), lambda found: _OF_GREEK[found[1]]),
    (re.compile("^(?:mp|nt|gk).*"), lambda found: replace_each(found[0], _GREEK_LETTERS)),  # Mpoumpoulis is Bouboulis
    (re.compile(r"(?<=[ae])w(?=[bdfghjklmnqrstz])"), "v"),  # German and Polish: Schurawljow, no diphthong
    (re.compile(r"(?<=[aeiou])e(?=va?$)"), "ye"),  # Dudaev, whose ae is no German or Danish letter
    (re.compile(r"^(?=.*sh).*[wj].*"), lambda found: replace_each(found[0], (("sh", "zh"), *_J_AND_W))),  # German zh
    (re.compile(r"(?<=[aeiou])s(?=[aeiou][a-z]*w)"), "z"),  # German: Jelisaweta
    (re.compile(r"aou(?=[abdfghijklmnrst])"), "aw"),  # French: Maoulaoui is Mawlawi
    (re.compile(r"^dy(?=[aeou])"), "dzh"),  # Spanish: Dyabraílov
    (re.compile(r"(?<=[sc]k)a$"), "aya"),  # Ukrainian and Polish women: Bilozerska is Belozerskaya
    (re.compile(r"(?<![bcdgkpstwz])h(?=[aeioulnr])"), "g"),  # Russian has г for h: Gadzhiev, Hajiyev
    (re.compile(r"^[ae]l(?=[bcdfghjkmnpqrstvwxyz][a-z]{5})"), ""),  # Alkhuraimi is al-Khuraymi; not Albert, Elbaz
    (re.compile(r"(?<=[a-z]{3})anka$"), "enko"),  # Belarusian: Kavalchanka is Kovalchenko
    (re.compile(r"(?<=sla)u$|(?<=[oe])u(?=sk[iy])"), "v"),  # Belarusian: Viachaslau Lisouski is Vyacheslav Lisovsky
)
_BALTIC_ENDING = re.compile(r"(?<=ov|ev|in)a?s$|(?<=ski|cki)s$")
_TURKISH_J = frozenset({"ca", "ce", "ci", "cu"})
_SHORTEST_WITH_ARTICLE = 5  # letters: Paul and Raul have none


def readings(word: str) -> Iterator[str]:
    """The other readings of a folded word in Latin letters; some may come twice."""
    for signs, letters in _PRESSES:
        if any(sign in word for sign in signs):
            yield replace_each(word, letters)
    if "ch" in word:
        yield from _with_kh(word)
    elif "j" in word:
        yield word.replace("c", "ts").replace("j", "y")
    for sign, replacement in _SIGNS:
        if (other := sign.sub(replacement, word)) != word:
            yield other
    if word[-1] == "s" and (stem := _BALTIC_ENDING.sub("", word)) != word:
        yield stem  # Ivanovs, Ivanovas
        yield from readings(stem)
    if word[:2] in _TURKISH_J:
        yield f"j{word[1:]}"  # Cemal is Jamal
    if word.endswith("ul") and len(word) > _SHORTEST_WITH_ARTICLE:
        yield word[:-2]  # Saiful Islam is Sayf al-Islam


def _with_kh(word: str) -> Iterator[str]:
    """German, Polish and Czech ch as kh, Chodorkowski, a French one as sh, Djahanchahi; a German s is also z."""
    with_kh = _GERMAN_KH.sub("kh", word)
    yield _C_ALONE.sub("ts", with_kh).replace("j", "y") if "j" in word else with_kh
    if with_kh != word:
        yield with_kh.replace("kh", "h")  # Czech without its carons: Chruscov
    if "dj" in word or "ou" in word or "tch" in word:
        yield _FRENCH_SH.sub("sh", word)
    if "sch" in word:
        yield _GERMAN_Z.sub("z", with_kh)


def replace_each(text: str, letters: tuple[tuple[str, str], ...]) -> str:
    """The text with each pair (old, new) replaced in turn; `str.translate` is slow where a letter is not ASCII."""
    for old, new in letters:
        text = text.replace(old, new)
    return text
