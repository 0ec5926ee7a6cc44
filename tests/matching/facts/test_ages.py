"""Ages as newspapers write them beside a name, and numbers that are no age of the person."""

from __future__ import annotations

import pytest

from matching.facts.ages import ages
from matching.facts.claims import AgeTime
from matching.facts.excerpts import MentionExcerpt

OWN = [
    ("Marta Quill, 34, was charged.", "Marta Quill", 34),
    ("Police arrested Marta Quill (34) at dawn.", "Marta Quill", 34),
    ("Marta Quill, aged 34, and two others were charged.", "Marta Quill", 34),
    ("Marta Quill, a former dock worker, 34, was charged.", "Marta Quill", 34),
    ("Marta Quill, who is 34, was charged.", "Marta Quill", 34),
    ("A 34-year-old dock worker named Marta Quill was charged.", "Marta Quill", 34),
    ("Marta Quill is 34 years old.", "Marta Quill", 34),
    ("Police arrested Marta Quill at dawn. The 34-year-old was alone.", "Marta Quill", 34),
    ("Police arrested Marta Quill at dawn. She is 34.", "Marta Quill", 34),
    ("Die 34-jährige Händlerin Marta Quill wurde verhaftet.", "Marta Quill", 34),
    ("Marta Quill (34 Jahre) wurde verhaftet.", "Marta Quill", 34),
    ("Marta Quill, âgée de 34 ans, a été arrêtée.", "Marta Quill", 34),
    ("Marta Quill, de 34 años, fue detenida.", "Marta Quill", 34),
    ("La commerciante Marta Quill, 34 anni, è stata arrestata.", "Marta Quill", 34),
    ("La 34enne Marta Quill è stata arrestata.", "Marta Quill", 34),
    ("Marta Quill, 34 anos, foi detida.", "Marta Quill", 34),
    ("De 34-jarige Marta Quill is aangehouden.", "Marta Quill", 34),
    ("Zatrzymano 34-letnią Martę Quill.", "Martę Quill", 34),
    ("Marta Quill (34 l.) została zatrzymana.", "Marta Quill", 34),
    ("Задержана 34-летняя Марта Квилл.", "Марта Квилл", 34),
    ("Марте Квилл 34 года, она живёт в Омске.", "Марте Квилл", 34),
    ("Затримано 34-річну Марту Квілл.", "Марту Квілл", 34),
    ("34 yaşındaki Marta Quill tutuklandı.", "Marta Quill", 34),
    ("أوقفت الشرطة مارتا كويل البالغة من العمر 34 عاما.", "مارتا كويل", 34),
    ("أوقفت الشرطة مارتا كويل (٣٤ عاما).", "مارتا كويل", 34),
    ("경찰은 김하늘바다(34)씨를 체포했다.", "김하늘바다", 34),
    ("34세 김하늘바다 씨가 체포됐다.", "김하늘바다", 34),
    ("東京地検は九条院光容疑者（34）を起訴した。", "九条院光", 34),
    ("34歳の九条院光さんが受賞した。", "九条院光", 34),
    ("嫌疑人欧阳慕云（女，34岁）被刑事拘留。", "欧阳慕云", 34),
    ("现年34岁的欧阳慕云出席了会议。", "欧阳慕云", 34),
    ("Marta Quill of Hull, 34, was charged.", "Marta Quill", 34),
    ("Marta Quill, who runs a bakery in Leeds, is 34.", "Marta Quill", 34),
    ("Marta Quill turned 34 last week.", "Marta Quill", 34),
    ("Marta Quill was arrested. The accountant, 34, said nothing.", "Marta Quill", 34),
    ("Marta Quill aus Hagen, 34, schwieg.", "Marta Quill", 34),
    ("Ada Voss and Marta Quill, aged 52 and 34 respectively, were charged.", "Marta Quill", 34),
    ("Ada Voss and Marta Quill, aged 52 and 34 respectively, were charged.", "Ada Voss", 52),
    ("Marta Quill, of Harbour Road, Hull, sold boats. The 34-year-old spoke only once.", "Marta Quill", 34),
    ("Se busca a Marta Quill, vecina de Cádiz de 34 años y pintora.", "Marta Quill", 34),
    ("Арестована Марта Квилл. По данным следствия, 34-летняя художница бежала.", "Марта Квилл", 34),
    ("傘寿を迎えた九条院光さんは、今も大工だ。", "九条院光", 80),
    ("九条院光さんが死去した。93歳だった。", "九条院光", 93),
    ("Marta Quill died on Sunday. She was 93.", "Marta Quill", 93),
    ("أنكرت مارتا كويل، وهي محاسبة في الثانية والأربعين من عمرها، التهم.", "مارتا كويل", 42),
    ("At just 19, Marta Quill is the youngest councillor.", "Marta Quill", 19),
    ("Marta Quill, alias La Rubia, de 34 años, fue localizada.", "Marta Quill", 34),
    ("Marta Quill, pensionata 81enne, è stata truffata.", "Marta Quill", 81),
    ("Marta Quill | 34 | Hull | fined £300", "Marta Quill", 34),
    ("Marta Quill, a great-grandmother of 79, was fined.", "Marta Quill", 79),
    ("Marta Quill, die vergangene Woche 34 geworden ist, schwieg.", "Marta Quill", 34),
    ("画家の九条院光さんが死去、91歳。", "九条院光", 91),
    ("Marta Quill, a Year 9 pupil aged 13, designed it.", "Marta Quill", 13),
    ("Desapareceu Marta Quill, jovem de 17 anos de Beja.", "Marta Quill", 17),
    ("Name: Marta Quill. Age: 34.", "Marta Quill", 34),
    ("Marta Quill, a retired nurse who is 71, swims daily.", "Marta Quill", 71),
    ("Marta Quill celebrated her 34th birthday in a cell.", "Marta Quill", 34),
    ("Marta Quill feierte am Montag ihren 34. Geburtstag.", "Marta Quill", 34),
    ("Marta Quill a fêté ses 34 ans.", "Marta Quill", 34),
    ("Marta Quill cumplió 34 años en mayo.", "Marta Quill", 34),
    ("Marta Quill skończyła wczoraj 34 lata.", "Marta Quill", 34),
    ("В мае Марте Квилл исполнилось 34 года.", "Марте Квилл", 34),
    ("Marta Quill 34. yaşını kutladı.", "Marta Quill", 34),
    ("Im Alter von 83 Jahren ist am Sonntag Marta Quill gestorben.", "Marta Quill", 83),
    ("Fallece a los 83 años la pintora Marta Quill.", "Marta Quill", 83),
    ("На 84-м году жизни скончалась Марта Квилл.", "Марта Квилл", 83),
    ("توفيت مارتا كويل عن عمر ناهز 83 عاما.", "مارتا كويل", 83),
    ("九条院光氏が死去、享年83。", "九条院光", 83),
    ("At 81, Marta Quill still runs the shop.", "Marta Quill", 81),
    ("В свои 81 год Марта Квилл водит трактор.", "Марта Квилл", 81),
    ("The thirty-four-year-old dock worker Marta Quill was charged.", "Marta Quill", 34),
    ("Die vierunddreißigjährige Händlerin Marta Quill schwieg.", "Marta Quill", 34),
    ("In carcere la trentaquattrenne Marta Quill.", "Marta Quill", 34),
    ("Zatrzymano trzydziestoczteroletnią Martę Quill.", "Martę Quill", 34),
    ("Задержана тридцатичетырёхлетняя Марта Квилл.", "Марта Квилл", 34),
    ("现年三十四岁的欧阳慕云出席了会议。", "欧阳慕云", 34),
    ("L'octogénaire Marta Quill cultive sa vigne.", "Marta Quill", 80),
    ("Marta Quill, Mitte siebzig, sammelt Uhren.", "Marta Quill", 73),
]
NOT_OWN = [
    ("김하늘바다의 67세 어머니가 증언했다.", "김하늘바다"),
    ("The wife of the banker Marta Quill, Lisa, 34, was questioned.", "Marta Quill"),
    ("L’épouse du banquier Marta Quill, 29 ans, a été entendue.", "Marta Quill"),
    ("De vrouw van bankier Marta Quill, de 61-jarige Ilse, is gehoord.", "Marta Quill"),
    ("أدلت زوجة المصرفي مارتا كويل البالغة من العمر 29 عاما بشهادتها.", "مارتا كويل"),
    ("At 29, she is the youngest judge ever to try Marta Quill.", "Marta Quill"),
    ("Marta Quill 19 yaşındayken İzmir'e taşındı.", "Marta Quill"),
    ("九条院光は19歳で上京した。", "九条院光"),
    ("欧阳慕云19岁那年离开了家乡。", "欧阳慕云"),
    ("Marta Quill shot dead a friend. She was 85.", "Marta Quill"),
    ("Марта Квилл, 25 лет возглавлявшая порт, уходит.", "Марта Квилл"),
    ("Marta Quill ma 25 lat doświadczenia.", "Marta Quill"),
    ("رفض محامي مارتا كويل، البالغ من العمر 65 عاما، التعليق.", "مارتا كويل"),
    ("As a teenager Marta Quill moved to Hull.", "Marta Quill"),
    ("Marta Quill hit a 24-year-old waiter. The 24-year-old is in hospital.", "Marta Quill"),
    ("Marta Quill, 22 of her friends and three firms were listed.", "Marta Quill"),
    ("Marta Quill's lawyer, 60, objected.", "Marta Quill"),
    ("Marta Quill robbed a 72-year-old pensioner.", "Marta Quill"),
    ("Marta Quill, mother of a girl, 9, was charged.", "Marta Quill"),
    ("Marta Quill, 34 months in prison already, appealed.", "Marta Quill"),
    ("Marta Quill, 34 Green Street, was charged.", "Marta Quill"),
    ("Marta Quill, 34, rue des Lilas, n'a pas répondu.", "Marta Quill"),
    ("Marta Quill (34') scored twice.", "Marta Quill"),
    ("Marta Quill was sentenced to 34 months under section 52.", "Marta Quill"),
    ("Marta Quill, then 24, left the firm.", "Marta Quill"),
    ("Marta Quill, 24 at the time, left the firm.", "Marta Quill"),
    ("Marta Quill, 20 años de cárcel por delante, apeló.", "Marta Quill"),
    ("Marta Quill, 12 ans de prison, fait appel.", "Marta Quill"),
    ("Marta Quill wurde zu 12 Jahren Haft verurteilt.", "Marta Quill"),
    ("The 12-year-old daughter of Marta Quill was there.", "Marta Quill"),
    ("78-летняя мать Марты Квилл живёт в Омске.", "Марты Квилл"),
    ("Marta Quill struck a cyclist. The 72-year-old died.", "Marta Quill"),
    ("Ada Voss, 52, and Marta Quill were charged.", "Marta Quill"),
    ("Marta Quill was jailed. The 46-year-old law is strict.", "Marta Quill"),
    ("Marta Quill, who has a son aged 12, left.", "Marta Quill"),
    ("Marta Quill, 46 kg, won.", "Marta Quill"),
    ("Marta Quill and 46 others were held.", "Marta Quill"),
    ("Marta Quill, 34 of whom nobody knew anything.", "Marta Quill"),
    ("At 19, Marta Quill joined the army.", "Marta Quill"),
    ("Die Mutter von Marta Quill, 78, weinte.", "Marta Quill"),
    ("Marta Quill attended the funeral of Ada Voss, who died at 83.", "Marta Quill"),
    ("Obrońca Marty Quill, 62-letni mecenas Jan Brzoza, złożył apelację.", "Marty Quill"),
    ("Marta Quill turned 34 pages.", "Marta Quill"),
    ("Marta Quill, mère de deux filles de 14 et 17 ans, nie tout.", "Marta Quill"),
    ("欧阳慕云18岁时去了美国。", "欧阳慕云"),
    ("Marta Quill, 34.5 points, came second.", "Marta Quill"),
    ("김하늘바다 씨는 징역 34개월을 선고받았다.", "김하늘바다"),
]


def read(text: str, name: str) -> list[int | None]:
    """The ages that are not those of another time."""
    start = text.index(name)
    found = ages(MentionExcerpt(text, start, start + len(name)))
    return [claim.ages and claim.ages[0] for claim in found if claim.when is not AgeTime.EARLIER]


@pytest.mark.parametrize(("text", "name", "age"), OWN)
def test_an_age_beside_the_name(text, name, age):
    assert read(text, name) == ([age] if age else [])


@pytest.mark.parametrize(("text", "name"), NOT_OWN)
def test_the_age_of_somebody_else_and_other_numbers(text, name):
    assert read(text, name) == []


def test_the_place_of_the_age():
    text = "Marta Quill, aged 34, was charged."
    [claim] = ages(MentionExcerpt(text, 0, 11))
    assert text[claim.start : claim.end] == "34"
    assert claim.said == "aged 34"


def test_an_age_in_round_numbers():
    text = "Marta Quill, a woman in her early forties, was charged."
    [claim] = ages(MentionExcerpt(text, 0, 11))
    assert claim.ages == (40, 44)
