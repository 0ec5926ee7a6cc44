"""The numbers from 10 to 99 in words, as ages are written in several words: thirty-four, trente-quatre ans, otuz dört.

Own collection (Apache-2.0) from the numerals of English, German, Dutch, French, Spanish, Italian, Portuguese, Polish,
Russian, Ukrainian, Turkish, Arabic, Korean and Chinese; with cases where an age stands in one.
"""

from __future__ import annotations

import re
from functools import cache

# A line: language and how tens and ones are joined | ones from 1 | numbers from 10 to 19 | tens from 20.
# A slash parts forms of one number; + stands for the ones, ~ for the tens.
_NUMERALS = """
en ~[-\\s]+ | one two three four five six seven eight nine | ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen | twenty thirty forty fifty sixty seventy eighty ninety
de +und~ | ein zwei drei vier fünf sechs sieben acht neun | zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn | zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig
nl +[eë]n~ | een twee drie vier vijf zes zeven acht negen | tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien | twintig dertig veertig vijftig zestig zeventig tachtig negentig
fr ~[-\\s](?:et[-\\s])?+ | un deux trois quatre cinq six sept huit neuf | dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf | vingt trente quarante cinquante soixante septante/soixante-dix quatre-vingt/quatre-vingts/huitante/octante nonante/quatre-vingt-dix
es ~\\sy\\s+ | un/uno dos tres cuatro cinco seis siete ocho nueve | diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve | veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa
it ~+ | uno/un due tre/tré quattro cinque sei sette otto nove | dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove | venti/vent trenta/trent quaranta/quarant cinquanta/cinquant sessanta/sessant settanta/settant ottanta/ottant novanta/novant
pt ~\\se\\s+ | um dois/duas três quatro cinco seis sete oito nove | dez onze doze treze catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove | vinte trinta quarenta cinquenta sessenta setenta oitenta noventa
pl ~\\s+ | jeden/jednego dwa/dwóch trzy/trzech cztery/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu | dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście | dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu dziewięćdziesiąt/dziewięćdziesięciu
ru ~\\s+ | один/одного два/двух три/трёх/трех четыре/четырёх/четырех пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти | десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать | двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста
uk ~\\s+ | один/одного два/двох три/трьох чотири/чотирьох п'ять/п'яти шість/шести сім/семи вісім/восьми дев'ять/дев'яти | десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять | двадцять/двадцяти тридцять/тридцяти сорок/сорока п'ятдесят/п'ятдесяти шістдесят/шістдесяти сімдесят/сімдесяти вісімдесят/вісімдесяти дев'яносто
tr ~\\s?+ | bir iki üç dört beş altı yedi sekiz dokuz | on on\\sbir on\\siki on\\süç on\\sdört on\\sbeş on\\saltı on\\syedi on\\ssekiz on\\sdokuz | yirmi otuz kırk elli altmış yetmiş seksen doksan
ar +\\s?و\\s?~ | واحد/واحدة/واحدا/واحدًا اثنين/اثنان/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني/ثمان تسعة/تسع | | عشرين/عشرون ثلاثين/ثلاثون أربعين/أربعون خمسين/خمسون ستين/ستون سبعين/سبعون ثمانين/ثمانون تسعين/تسعون
ko ~\\s?+ | 한 두 세 네 다섯 여섯 일곱 여덟 아홉 | 열 열한 열두 열세 열네 열다섯 열여섯 열일곱 열여덟 열아홉 | 스물/스무 서른 마흔 쉰 예순 일흔 여든 아흔
zh ~+ | 一 二 三 四 五 六 七 八 九 | 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 | 二十 三十 四十 五十 六十 七十 八十 九十
"""  # noqa: E501
_SCORES_IN_FRENCH = {"soixante": 60, "quatre-vingt": 80}
_SPACES = re.compile(r"[-\s]+")


def _forms(cell: str) -> list[list[str]]:
    return [one.split("/") for one in cell.split()]


def _pattern_of(line: str) -> str:
    head, ones, teens, tens = (cell.strip() for cell in line.split("|"))
    language, _, joint = head.partition(" ")
    some = "|".join(sorted((one for forms in _forms(ones) for one in forms), key=len, reverse=True))
    ten = "|".join(sorted((one for forms in _forms(tens) for one in forms), key=len, reverse=True))
    small = "|".join(sorted((one for forms in _forms(teens) for one in forms), key=len, reverse=True))
    if language == "fr":
        some = f"{small}|{some}"
    if language == "es":
        ten = f"veinti(?:{some}|ún|dós|trés|séis)|{ten}"
    before, after = joint.split("~")
    in_front = f"(?:(?:{some}){before[1:]})?(?:{ten})"
    joined = in_front if "+" in before else f"(?:{ten})(?:{after[:-1]}(?:{some}))?"
    return f"{joined}|{small}" if small else joined


def _lines() -> list[str]:
    return [line for line in _NUMERALS.strip().split("\n") if line]


SPELT_NUMBER = rf"(?<![\w-])(?:{'|'.join(map(_pattern_of, _lines()))})(?![^\W\d_岁歲歳세살])"
"""A pattern for a number from 10 to 99 in words; in small letters, to be used without regard to case."""


@cache
def _values() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in _lines():
        head, ones, teens, tens = line.split("|")
        language = head.split()[0]
        small = {one: value for value, forms in enumerate(_forms(ones), 1) for one in forms}
        teen = {_plain(one): value for value, forms in enumerate(_forms(teens), 10) for one in forms}
        found |= teen
        for value, forms in zip(range(20, 100, 10), _forms(tens), strict=True):
            for ten in forms:
                found[_plain(ten)] = value
                for one, unit in small.items():
                    found.update(dict.fromkeys(_joined(language, ten, one), value + unit))
                for one, unit in teen.items() if ten in _SCORES_IN_FRENCH else ():
                    found.update(dict.fromkeys(_joined(language, ten, one), value + unit))
    return found


def _joined(language: str, ten: str, one: str) -> list[str]:
    ten, one = _plain(ten), _plain(one)
    if language == "de":
        return [f"{one}und{ten}"]
    if language == "nl":
        return [f"{one}en{ten}", f"{one}ën{ten}"]
    if language == "ar":
        return [f"{one}و{ten}"]
    link = {"fr": "et", "es": "y", "pt": "e"}.get(language)
    accented = {"dos": "dós", "tres": "trés", "seis": "séis", "un": "ún"}
    veinti = [f"veinti{one}", f"veinti{accented.get(one, one)}"] if ten == "veinte" else []
    return [ten + one, *([f"{ten}{link}{one}"] if link else []), *veinti]


def _plain(words: str) -> str:
    return _SPACES.sub("", words.replace(r"\s", "")).replace("’", "'").replace("ʼ", "'")


def value_of(number: str) -> int:
    """The number that is written in figures or words."""
    if number.isdecimal():
        return int(number)
    return _values()[_plain(number.casefold())]


_ARABIC_ONES = ["حادية", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة"]
_ARABIC_TENS = ["عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
ARABIC_ORDINAL = (
    rf"(?:ال(?P<ones>{'|'.join(_ARABIC_ONES)})\s+(?:عشرة?|وال(?P<tens>{'|'.join(_ARABIC_TENS)}))"
    rf"|ال(?P<alone>{'|'.join(_ARABIC_TENS)}))"
)
"""A year of life as Arabic counts it: الثانية والأربعين is the forty-second."""


def value_of_ordinal(found: re.Match[str]) -> int:
    """The number that `ARABIC_ORDINAL` met."""
    tens = found["tens"] or found["alone"]
    ten = _ARABIC_TENS.index(tens) * 10 + 20 if tens else 10
    return ten + (_ARABIC_ONES.index(found["ones"]) + 1 if found["ones"] else 0)
