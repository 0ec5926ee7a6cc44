"""Ages in words, where a language writes them as one word: thirty-nine-year-old, neununddreißigjährig, octogénaire.

Own collection (Apache-2.0) from the numerals of English, German, Dutch, Italian, Polish, Russian, Ukrainian, Turkish,
Korean, Japanese and Chinese, and from the words for people of a decade in French, Spanish, Italian, Portuguese, German,
Dutch and English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_NUMERALS = """
en: one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen | twenty thirty forty fifty sixty seventy eighty ninety
de: ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
        achtzehn neunzehn | zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
nl: een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
        achttien negentien | twintig dertig veertig vijftig zestig zeventig tachtig negentig
it: uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
        diciassette diciotto diciannove | venti trenta quaranta cinquanta sessanta settanta ottanta novanta
pl: jedno dwu trzy cztero pięcio sześcio siedmio ośmio dziewięcio dziesięcio jedenasto dwunasto trzynasto
        czternasto piętnasto szesnasto siedemnasto osiemnasto dziewiętnasto | dwudziesto trzydziesto czterdziesto
        pięćdziesięcio sześćdziesięcio siedemdziesięcio osiemdziesięcio dziewięćdziesięcio
ru: одно двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати
        пятнадцати шестнадцати семнадцати восемнадцати девятнадцати | двадцати тридцати сорока пятидесяти
        шестидесяти семидесяти восьмидесяти девяносто
uk: одно дво три чотири п'яти шести семи восьми дев'яти десяти одинадцяти дванадцяти тринадцяти чотирнадцяти
        п'ятнадцяти шістнадцяти сімнадцяти вісімнадцяти дев'ятнадцяти | двадцяти тридцяти сорока п'ятдесяти
        шістдесяти сімдесяти вісімдесяти дев'яносто
tr: bir iki üç dört beş altı yedi sekiz dokuz on | yirmi otuz kırk elli altmış yetmiş seksen doksan
ko: 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 | 스물 서른 마흔 쉰 예순 일흔 여든 아흔
"""
"""The numerals from 1 on, and behind a bar the tens from 20 on, in the form that they have in ages."""
_DECADES = """
    30 trentenaire* trentañer* treintañer* trintão dertiger*
    40 quadragénaire* cuarentón* quarentão veertiger*
    50 quinquagénaire* quincuagenari* cincuentón* cinquentão vijftiger*
    60 sexagénaire* sexagenari* sexagenári* zestiger*
    70 septuagénaire* septuagenari* septuagenári* septuagenarian* zeventiger*
    80 octogénaire* octogenari* octogenári* octogenarian* ottuagenari* tachtiger*
    90 nonagénaire* nonagenari* nonagenári* nonagenarian* negentiger*
    100 centenarian* centenaire* centenari* centenári* stulat* hundertjährig*
    """
_YOUTHS = {
    (13, 19): "teenager teenage teenagerin tiener adolescent adolescente nastolatek nastolatka",
    (5, 19): "schoolboy schoolgirl écolier écolière scolaro colegial",
}
_PARTS_OF_DECADES = {"anfang": (0, 4), "mitt": (3, 7), "end": (6, 9)}
_GERMAN_DECADES = {
    "zwanziger": 20,
    "dreissiger": 30,
    "vierziger": 40,
    "fünfziger": 50,
    "sechziger": 60,
    "siebziger": 70,
    "achtziger": 80,
}
_ABOUT = {"trent": 30, "quarant": 40, "cinquant": 50, "soixant": 60, "sessant": 60, "settant": 70, "ottant": 80}
_HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
AGE_WORD = (
    r"(?P<word>[^\W\d_][\w'’ʼ-]*?)(?:[\s-]years?[\s-]old|jährig\w{0,2}|jarige|enne|enni|letni\w{0,3}|летн\w{2,3}"
    r"|річн\w{1,3}|\s+yaşındaki|\s*(?:(?:살|세)[의인]?|인))(?!\w)"
)
"""An age in one word with the ending that makes it one; the word is to be looked up."""
NAMED_AGES = {
    "還暦": (60, 60),
    "古希": (70, 70),
    "古稀": (70, 70),
    "喜寿": (77, 77),
    "傘寿": (80, 80),
    "米寿": (88, 88),
    "卒寿": (90, 90),
    "白寿": (99, 99),
    "而立之年": (29, 33),
    "不惑之年": (39, 44),
    "知天命之年": (49, 54),
    "花甲": (59, 66),
    "耳顺之年": (59, 66),
    "耄耋": (78, 92),
    "期颐": (97, 103),
    "환갑": (60, 60),
    "회갑": (60, 60),
    "고희": (69, 70),
    "칠순": (69, 70),
    "팔순": (79, 80),
    "구순": (89, 90),
}
"""Ages that have names in Japanese, Chinese and Korean; a Korean or Chinese one may count the year before birth."""
NAMED_AGE = (
    rf"(?:今年|まもなく|もうすぐ|올해)?(?P<named>{'|'.join(NAMED_AGES)})"
    r"(?:老人|の|を過ぎた|を迎える|を迎えた|になる|になった|之年的?|高龄的?|\s*노인|의|을\s*(?:맞은|넘긴|앞둔)|를\s*(?:맞은|넘긴|앞둔))"
)
HAN_DECADE = r"(?P<near>年近|将近|近|年过|年逾|已过|年届)?(?P<decades>[三四五六七八九])旬的?"
HAN_AGE = r"(?P<han>[一二三四五六七八九]?十[一二三四五六七八九]?)\s*(?:岁的?|歲的?|歳の?)"
DECADE_PHRASE = (
    r"(?:(?P<part>Anfang|Mitte|Ende)\s+(?P<tens>zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig)"
    r"|(?:la\s+|d['’]une\s+|sulla\s+|de\s+una\s+)(?P<about>trentaine|quarantaine|cinquantaine|soixantaine|trentina|quarantina"
    r"|cinquantina|sessantina|settantina|ottantina))(?!\w)"
)
"""A decade of life behind a name: Mitte siebzig, la soixantaine."""
AGED_WORD = r"aged\s+(?:just\s+|only\s+)?(?P<aged>[a-z]+(?:-[a-z]+)?)(?![\w-])"
DECADE_WORD = r"(?P<decade>[a-zà-ÿA-ZÀ-ß]{7,20})(?!\w)"


@cache
def _numbers() -> dict[str, int]:
    """The numbers from 1 to 99 by their words, in small letters and without hyphens and spaces."""
    found: dict[str, int] = {}
    for line in _NUMERALS.strip().replace("\n    ", " ").split("\n"):
        language, _, numerals = line.partition(": ")
        ones, tens = numerals.split("|")
        small = {word: value for value, word in enumerate(ones.split(), 1)}
        found |= small
        for value, ten in zip(range(20, 100, 10), tens.split(), strict=True):
            found[ten] = value
            for one, unit in list(small.items())[:9]:
                found |= dict.fromkeys(_joined(language, ten, one), value + unit)
        if language in ("tr", "ko"):
            ten = ones.split()[-1]
            found |= {ten + one: 10 + unit for one, unit in list(small.items())[:9]}
    return {word.casefold().replace("ё", "е"): value for word, value in found.items()}


def _joined(language: str, ten: str, one: str) -> Iterator[str]:
    if language == "de":
        yield f"{one}und{ten}"
    elif language == "nl":
        yield f"{one}ën{ten}" if one.endswith("e") else f"{one}en{ten}"
    elif language == "it":
        yield (ten[:-1] if one[0] in "uo" else ten) + one
    else:
        yield ten + one


def age_of_decades(near: str | None, decades: str) -> tuple[int, int]:
    """The ages that 年近八旬, 年过八旬 and 八旬 leave: shortly below 80, beyond it, in the seventies or eighties."""
    tens = _HAN[decades] * 10
    if near and "近" in near:
        return tens - 4, tens
    return tens - (near is None), tens + 9


@cache
def _decades() -> tuple[tuple[str, int], ...]:
    lines = (line.split() for line in _DECADES.strip().split("\n"))
    return tuple((word.rstrip("*"), int(value)) for value, *words in lines for word in words)


def age_in_words(word: str) -> tuple[int, int] | None:
    """The lowest and the highest age that the word of an age leaves; None if it is no number."""
    article = re.sub(r"^(?:l|dell|all|un)['’]", "", word.casefold())
    plain = re.sub(r"[\s-]", "", article).replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    age = _numbers().get(plain)
    if age is not None:
        return age, age
    if plain.startswith("ultra") and (least := age_in_words(plain.removeprefix("ultra"))):
        return least[0], least[0] + 10
    elided = [plain + vowel for vowel in "aieou"]  # Italian: trent-enne, trentanov-enne
    found = next((_numbers()[one] for one in elided if one in _numbers()), None)
    if found is None:
        return None
    return (found, found + 9) if found >= 20 and found % 10 == 0 else (found, found)


def age_of_han(signs: str) -> int:
    """The number of up to two digits that is written as 三十九."""
    tens, _, ones = signs.partition("十")
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)


def decade_of(word: str) -> tuple[int, int] | None:
    """The ages of a person of a decade (octogénaire, Mittsiebziger); None if the word says none."""
    plain = word.casefold()
    about = next((value for stem, value in _ABOUT.items() if plain.startswith(stem)), None)
    if about is not None:
        return about - 1, about + (13 if plain == "soixantaine" else 9)
    for part, (low, high) in _PARTS_OF_DECADES.items():
        value = _GERMAN_DECADES.get(plain.removeprefix(part).rstrip("ns").removesuffix("in"))
        if plain.startswith(part) and value is not None:
            return value + low, value + high
    young = next((ages for ages, words in _YOUTHS.items() if plain in words.split()), None)
    if young is not None:
        return young
    return next(((value, value + 9) for stem, value in _decades() if plain.startswith(stem)), None)
