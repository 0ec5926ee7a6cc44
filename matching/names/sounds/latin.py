"""The phones of a folded word in Latin letters, in whatever language it is a name."""

from __future__ import annotations

import re
from functools import lru_cache

from matching.names.sounds.phones import Phones, without_doubles

_PLAIN = frozenset("bdfgkmnprt")  # letters that are their own sound, where no grapheme begins with them
_FRONT = "(?=[eiy])"
_GRAPHEMES = (
    # letters with what must be beside them, and their phones
    (r"tzsch|tsch|tch", "C"),
    (
        "|".join(f"^tr(?={rest}$)" for rest in ["an", "ang", "anh", "am", "inh", "iet", "ieu", "ong", "uong", "ung"]),
        "tC r-",
    ),  # Vietnamese
    (r"^ngu(?=yen$)", "n- gk uw"),
    (r"anh$", "a ij- nj"),
    (r"shch|szcz", "SC C-"),
    (r"sch", "Ss kC-"),
    (r"chs", "kx s"),
    (r"ch", "CkxSh"),
    (r"sh", "Ss"),
    (r"zh", "ZJCz"),
    (r"kh", "xkh"),
    (r"gh(?=t)|(?<=[aeiou])gh$", "-gkf"),
    (r"gh", "gh-x"),
    (r"ph", "fp"),
    (r"pf", "p- f"),
    (r"bv(?=re)", "b- v"),  # French
    (r"tth", "Tt"),
    (r"th", "Tt"),
    (r"ddh", "d"),
    (r"bbh", "b"),
    (r"kkh", "k"),
    (r"cch(?=[aeiou])", "Ck"),
    (r"dh", "dTz"),
    (r"bh", "bv"),
    (r"rh", "r h-xg"),
    (r"cc" + _FRONT, "Cks"),
    (r"cqu", "k wvu-"),
    (r"ck|cq", "k"),
    (r"cz", "C"),
    (r"sz", "Ss"),
    (r"^rz|rz(?=[aeiouy])", "Zr z-"),
    (r"dzh|dzs", "J"),
    (r"dz", "d- zqJ"),
    (r"dj", "Jd j-"),
    (r"dg" + _FRONT, "J"),
    (r"dt$", "d- t"),
    (r"tz|ts", "t- sczS"),
    (r"zz", "csz"),
    (r"tj", "Ct j-"),
    (r"sj|sk(?=j)", "Ss"),
    (r"gn", "gn nj-"),
    (r"ng", "n gk-"),
    (r"wh", "wvhf"),
    (r"^wr", "rv"),
    (r"^kn", "k- n"),
    (r"^ps", "p- s"),
    (r"mb$", "m b-"),
    (r"qu", "k vwu-"),
    (r"gu" + _FRONT, "g wvu-"),
    (r"^x", "zsSkx"),
    (r"(?<=[aeo][iu])x$", "sk-"),
    (r"x", "kSgh szSh-"),
    (r"sc" + _FRONT, "sS kC-"),
    (r"c" + _FRONT, "scCkJ"),
    (r"c", "kCcJs"),
    (r"gi(?=[aou])", "gJZhx ij-"),
    (r"g" + _FRONT, "gJZhx"),
    (r"ll", "lj"),
    (r"l", "l"),
    (r"j", "JjZxh"),
    (r"q", "kC"),
    (r"v", "vfbw"),
    (r"w", "wv"),
    (r"h", "h-xg"),
    (r"s", "szS"),
    (r"z", "zcZsT"),
    (r"eau(?:x$)?", "o"),
    (r"aye|ay|ai|ei|ey", "eai ij-"),
    (r"ough", "oua kgf-"),
    (r"oe", "uoae uw-"),
    (r"oo|ou", "uoa uw-"),
    (r"ier$", "ij ea r-"),
    (r"ee|ie", "ie e-i"),
    (r"ea", "iea ea-"),
    (r"ae", "eai ae-"),
    (r"au|aw|ow", "oau wv-u"),
    (r"oi|oy", "oua aij-"),
    (r"ew|eu", "juoe uvw-"),
    (r"uy|ui", "uai ij-"),
    (r"er$", "eia r~"),
    (r"ue$|e$", "e-"),
    (r"es$", "e-ia szS"),
    (r"a", "aeo"),
    (r"^e", "ei"),
    (r"e", "eia"),
    (r"i", "iae"),
    (r"o", "oaui"),
    (r"u", "uaoi"),
    (r"y", "ija"),
)
_CONDITION = re.compile(r"\^|\(\?<=.*?\)")  # what must be before a grapheme


def _by_first_letter() -> dict[str, tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]]:
    """For each letter the pattern of the graphemes that begin with it, one group each, and their phones."""
    rows: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for pattern, phones in _GRAPHEMES:
        for one in pattern.split("|"):
            rows.setdefault(_CONDITION.sub("", one)[0], []).append((f"({one})", tuple(phones.split())))
    return {
        letter: (re.compile("|".join(one for one, _ in some)), tuple(phones for _, phones in some))
        for letter, some in rows.items()
    }


_BY_FIRST_LETTER = _by_first_letter()
_FRENCH = re.compile("eau|eux|oux|ault|ois|que|ard$|ert$")
_SILENT_AT_END = re.compile("(?<=[aeiounrl])[tdsxz]$")


@lru_cache(maxsize=131_072)
def latin_phones(word: str) -> Phones:
    """The phones of a folded word in Latin letters; what is no Latin letter has none."""
    phones: list[str] = []
    place = 0
    while place < len(word):
        letter = word[place]
        pattern = _BY_FIRST_LETTER.get(letter)
        found = pattern and pattern[0].match(word, place)
        if pattern and found and found.lastindex:
            phones += pattern[1][found.lastindex - 1]
            place = found.end()
        else:
            if letter in _PLAIN:
                phones.append(letter)
            place += 1
    if len(phones) > 2 and _SILENT_AT_END.search(word) and "-" not in phones[-1]:
        phones[-1] += "-" if _FRENCH.search(word) else "~"
    return without_doubles(phones)
