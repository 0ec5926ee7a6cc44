"""What forms, lists of persons and reports write before a family and a given name, and before the members of a family.

Own collection (Apache-2.0), from the passports, court files and registers of these languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

_FAMILY = """
    surname, family name, last name, last, nachname, familienname, nom de famille, apellidos, apellido, cognome,
    nazwisko, sobrenome, apelido, achternaam, příjmení, priezvisko, prezime, фамилия, прізвище, презиме, soyadı, soyad,
    efternamn, etternavn, efternavn, sukunimi, vezetéknév, családi név, nume de familie, επώνυμο, اللقب, 姓, 성,
    nama keluarga, nama belakang, apelyido, jina la ukoo, uzvārds, pavardė, perekonnanimi, priimek, mbiemri, mbiemer,
    cognoms, abizenak, soyadi, фамилиясы, тегі, familiyasi, გვარი, ազգանուն, שם משפחה, نام خانوادگی, اسم العائلة,
    उपनाम, นามสกุล, eftirnafn, sloinne, familienavn, meno de familia
"""
FAMILY_LABELS = tuple(label.strip() for label in _FAMILY.split(","))
"""Before a family name."""

_GIVEN = """
    first names, first name, first, given names, given name, forenames, forename, christian name,
    first and middle names, vorname, vornamen, prénoms, prénom, nombres, nombre, nome, imię, imiona, voornamen,
    voornaam, jméno, křestní jméno, ime, имя, ім'я, adı, förnamn, fornavn, etunimi, keresztnév, utónév, prenume, όνομα,
    الاسم, 名, 이름, nama depan, unang pangalan, jina la kwanza, vārds, vardas, eesnimi, emri, izena, ady, аты,
    ismi, სახელი, անուն, שם פרטי, نام, नाम, ชื่อ, eiginnafn, ainm, krstné meno
"""
GIVEN_LABELS = tuple(label.strip() for label in _GIVEN.split(","))
"""Before a given name; some also mean the whole name, and then no family name follows."""

EITHER_LABELS = ("name", "nom", "naam", "navn", "namn")
"""Before the other of the two."""


class LabelKind(Enum):
    """The part of a name that a label announces."""

    FAMILY = "family"
    GIVEN = "given"
    EITHER = "either"


KIND_OF_LABEL: Mapping[str, LabelKind] = {
    **{label.casefold(): LabelKind.FAMILY for label in FAMILY_LABELS},
    **{label.casefold(): LabelKind.GIVEN for label in GIVEN_LABELS},
    **{label.casefold(): LabelKind.EITHER for label in EITHER_LABELS},
}
"""By the label as folded by `str.casefold`."""

SIBLINGS = "brothers|sisters|siblings|twins|bros|Brüder|Geschwister|Schwestern|Zwillinge"
"""Behind a family name: the members of the family follow."""
BEFORE_SIBLINGS = "frères|sœurs|hermanos|hermanas|fratelli|sorelle|irmãos|irmãs|bracia|братья|брати|сёстры"
"""Before a family name."""
AS_WELL_AS = (
    "and his brother|and her sister|and his sister|and her brother|and his twin brother|und sein Bruder|et son frère"
    "|y su hermano|e il fratello|e seu irmão|and|as well as|along with|und|sowie|et|ainsi que|y|e|ed|i|и|en|og|och"
)
"""Between two given names of one family."""
BORN_AS = (
    "née|nee|born|geb.|geborene|nata|nacida|nascida|z domu|rozená|rodená|född|født|урожденная|урождённая|урожд."
    "|formerly|previously|früher|dawniej|dříve|ранее|născută|szül.|o.s.|dzim.|в девичестве|з дому"
)
"""Between a woman's name and the family name that she had before."""
AND_RELATIVE = (
    "and his wife|and her husband|and his brother|and her brother|and his sister|and her sister|and his son"
    "|and her son|and his daughter|and her daughter|and his father|and his mother|and his twin brother|and wife"
    "|et sa femme|et son épouse|et son mari|et son frère|et sa sœur|et son fils|et sa fille|y su esposa"
    "|y su mujer|y su marido|y su hermano|y su hermana|y su hijo|y su hija|und seine Frau|und ihr Mann"
    "|und sein Bruder|und seine Schwester|und sein Sohn|e sua moglie|e la moglie|e il marito|e il fratello"
    "|e la sorella|e il figlio|e a esposa|e sua esposa|e seu irmão|e o irmão|e seu filho|en zijn vrouw"
    "|en zijn broer|i jego żona|i jego brat|и его жена|и его брат|и его сын|та його дружина|та його брат"
    "|his brother|her brother|his sister|her sister|his wife|her husband|his son|her son|his daughter|her daughter"
    "|his father|her father|his mother|her mother|his twin brother|her twin sister|his cousin|her cousin"
    "|son frère|sa sœur|sa femme|son épouse|son mari|son fils|sa fille|su hermano|su hermana|su esposa|su hijo|su hija"
    "|sein Bruder|seine Schwester|seine Frau|sein Sohn|seine Tochter|ihr Bruder|ihr Mann|ihr Sohn|suo fratello"
    "|sua sorella|sua moglie|suo figlio|seu irmão|sua irmã|sua esposa|seu filho|его брат|его сын|его жена|його брат"
    "|és felesége|és férje|és testvére|és fia|és lánya|ve eşi|ve karısı|ve kocası|ve kardeşi|ve oğlu|ve kızı"
    "|a jeho manželka|a jeho žena|a její manžel|a jej manžel|a jeho bratr|a jeho brat|a jeho syn|och hans fru"
    "|och hans hustru|och hennes man|och hans bror|och hans son|og hans kone|og hendes mand|og hans bror|og hans sønn"
    "|dan istrinya|dan suaminya|dan adiknya|dan kakaknya|dan anaknya|și soția sa|și soția lui|și soțul ei"
    "|și fratele său|și fiul său|i njegova supruga|i njegova žena|i njezin suprug|i njen muž|i njegov brat|i njegov sin"
    "|in njegova žena|in njegov brat"
    "|ja hänen vaimonsa|ja hänen miehensä|ja hänen veljensä|ja tema abikaasa|ja tema naine|ja tema vend"
    "|и съпругата му|и брат му|и синът му|και η σύζυγός του|και ο αδελφός του|και ο γιος του|i jej mąż|i jego syn"
    "|i jego siostra|oraz jego żona|e o marido|e a irmã|e a mulher|en haar man|en diens vrouw|en zijn zoon"
    "|und dessen Frau|und dessen Bruder|und seine Tochter|und ihr Bruder|і його дружина|та її чоловік|і його брат"
    "|и её муж|и её брат|и его супруга|ir jo žmona|ir jos vyras|ir jo brolis|un viņa sieva|un viņa brālis"
    "|i la seva dona|i el seu germà|dhe gruaja e tij|dhe vëllai i tij|and husband|and brother|and son|and daughter"
)
"""Behind a whole name: the relative's given name follows, and often the same family name is meant."""
SIDES = (
    "left", "right", "centre", "center", "links", "rechts", "mitte", "gauche", "droite", "izquierda", "derecha",
    "sinistra", "destra", "esquerda", "direita", "lewej", "prawej", "слева", "справа", "solda", "sağda", "kiri",
    "kanan",
)  # fmt: skip
"""Behind a name in a picture's caption, in brackets and perhaps behind a word or two: (left), (à gauche)."""
