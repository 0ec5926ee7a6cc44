"""Names in Latin letters, met where the press writes in its own script, and the reverse; the people are invented."""

from __future__ import annotations

import pytest

from core.records import Band
from tests.matching.conftest import article, matcher_of

LIST = """
actors:
  - {id: venhorst, name: Aldric Venhorst}
  - {id: farwick, name: Nigel Farwick}
  - {id: qandilov, name: Yasir Qandilov}
  - {id: velten, name: Markus Velten}
  - {id: jones, name: David Jones}
  - {id: tran, name: Tran Quoc Hung}
  - {id: matsuki, name: Yasutaro Matsuki, order: given-first}
  - {id: gorchakov, name: Ramzan Gorchakov, context: fraud}
  - {id: cyrillic-only, name: "Прохор Журавчин"}
  - {id: arabic-only, name: "نادر الزهيري", native: ["نادر زهيري"]}
  - {id: hangul-only, name: "브랑코 테슬라"}
  - {id: with-article, name: "ياسين المطرودي"}
  - {id: one-word, name: "김광혁"}
  - {id: two-syllables, name: "독고영재"}
contexts:
  fraud: {any: ["фирм*"]}
"""


@pytest.fixture(scope="module")
def matcher():
    return matcher_of(LIST)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Найджъл Фаруик пристигна в София.", "farwick"),
        ("По словам Найджела Фарвика, договор готов.", "farwick"),
        ("Олдрик Венхорст не ответил.", "venhorst"),
        ("С Маркусом Вельтеном говорили вчера.", "velten"),
        ("Ο Μάρκους Βέλτεν δεν απάντησε.", "velten"),
        ("قال ماركوس فيلتن إن الاجتماع تأجل.", "velten"),
        ("اجتمعت اللجنة وماركوس فيلتن أمس.", "velten"),
        ("קנדילוב לא הגיב, אמר יאסר קנדילוב.", "qandilov"),
        ("השר נפגש עם מרקוס ולטן אתמול.", "velten"),
        ("השר נפגש אתמול ולמרקוס ולטן לא היה מה לומר.", "velten"),
        ("アルドリック・フェンホルスト氏が語った。", "venhorst"),
        ("어제 마르쿠스 벨텐에게 물었다.", "velten"),
        ("마쓰키 야스타로가 참석했다.", "matsuki"),
        ("მარკუს ველტენმა არ უპასუხა.", "velten"),
        ("Մարկուս Վելտենը չպատասխանեց։", "velten"),
        ("मार्कस वेल्टेन ने जवाब नहीं दिया।", "velten"),
        ("মার্কুস ভেল্টেন পদত্যাগ করেছেন।", "velten"),
        ("மார்கஸ் வெல்டன் கைது செய்யப்பட்டார்.", "velten"),
        ("మార్కస్ వెల్టెన్ రాజీనామా చేశారు.", "velten"),
        ("ማርኩስ ቬልተን ክሱን አስተባበለ።", "velten"),
        ("昨天，马库斯·韦尔滕抵达北京。", "velten"),
        ("Prohor Zhuravchin did not answer.", "cyrillic-only"),
        ("Nadir Zuhairi did not answer.", "arabic-only"),
        ("Branko Tesla did not answer.", "hangul-only"),
        ("Yassine al-Matroudi did not answer.", "with-article"),
        ("The company belongs to Yassine al-Matroudi.", "with-article"),
        ("チャン・クオック・フンは会社を設立した。", "tran"),
        ("เรือเป็นของมาร์คุส เฟลเทน", "velten"),
    ],
)
def test_a_name_in_another_script_is_offered_for_review(matcher, text, target):
    (hit,) = matcher.match(article(text))
    assert (hit.target_id, hit.band.value) == (target, "review")
    mention = hit.mentions[0]
    assert mention.method == "transliteration"
    assert text[mention.start : mention.end] == mention.surface


@pytest.mark.parametrize(
    "text",
    [
        "Маркус не ответил.",  # one word of the name
        "По словам маркус вельтен ничего не ясно.",  # no capitals where the script has them
        "Рамзану Горчаковой вручили повестку.",  # a woman
        "قال ماركوس أحمد فيلتن إن الاجتماع تأجل.",  # a further word inside, in a script without capitals
        "The board appointed ماركوس فيلتن الحداد on Monday.",  # a longer name in a text of another script
        "Мартин Веллер не ответил.",
        "昨天，马库斯·韦尔滕斯抵达北京。",  # a longer name
        "मार्कस वेल्टेनी ने जवाब नहीं दिया।",  # another vowel at the end
        "Олдрик Верхест не ответил.",
    ],
)
def test_another_name_is_left_alone(matcher, text):
    assert [hit for hit in matcher.match(article(text)) if hit.band != "suppressed"] == []


def test_a_common_name_is_shown_only_if_it_is_clear(matcher):
    (hit,) = matcher.match(article("Дэвид Джонс не ответил."))
    assert (hit.target_id, hit.band.value, hit.score) == ("jones", "review", 57)


@pytest.mark.parametrize("text", ["Kim Kwang-hyok did not answer.", "Kim Gwanghyeok did not answer."])
def test_a_korean_name_listed_in_one_hangul_word(matcher, text):
    (hit,) = matcher.match(article(text))
    assert (hit.target_id, hit.band.value) == ("one-word", "review")
    assert matcher.match(article("Kim Kwang-jin did not answer.")) == ()


def test_a_korean_family_name_of_two_syllables(matcher):
    (hit,) = matcher.match(article("Dokgo Young-jae did not answer."))
    assert (hit.target_id, hit.band.value) == ("two-syllables", "review")


def test_its_context_lifts_a_name_in_another_script(matcher):
    (hit,) = matcher.match(article("Рамзан Горчаков основал три фирмы."))
    assert (hit.target_id, hit.band.value) == ("gorchakov", "alert")


def test_the_entry_that_is_met_to_the_letter_is_the_one():
    matcher = matcher_of(
        'actors:\n  - {id: a, name: Ember Radd}\n  - {id: b, name: Amber Rudd, native: ["Амбър Ръд"]}\n'
    )
    hits = {hit.target_id: hit.band.value for hit in matcher.match(article("Амбър Ръд подаде оставка."))}
    assert hits == {"a": "suppressed", "b": "alert"}


def test_two_people_joined_by_a_conjunction_are_not_one_name(matcher):
    assert matcher.match(article("Mówili o tym Velten i Markus.")) == ()


def test_the_word_for_son_counts_as_a_word_of_a_name_in_arabic_script():
    matcher = matcher_of("actors:\n  - {id: a, name: احمد بن ناصر}\n")
    (hit,) = matcher.match(article("غادر احمد بن ناصف البلاد أمس."))
    assert hit.band is Band.REVIEW


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mohammad Javad Karim Pour", "محمدجواد کریم\u200cپور بازداشت شد."),
        ("Alireza Hosseinzadeh", "علی رضا حسین زاده بازداشت شد."),
        ("Mostafa Hadizadeh", "مصطفي هادي زاده بازداشت شد."),
        ("Abdulrahman Qahtoush", "اعتقلت الشرطة عبد الرحمن القحطوش أمس."),
        ("Abd al-Rahman Qahtoush", "اعتقلت الشرطة عبدالرحمن القحطوش أمس."),
        ("Salah Eddine Ferkoussi", "غادر صلاح الدين فركوسي البلاد."),
        ("Khaled bin Fahd Muraikhi", "وقع خالد بن فهد المريخي الاتفاق."),
        ("Tamar Benshalgi", "תמר בן־שלגי נעצרה."),
        ("Jean Mary Holsworth", "ジャンメアリー・ホルスワースが会見した。"),
        ("علیرضا حسین\u200cزاده", "The minister met Ali Reza Hosseinzadeh in Doha."),
        ("خالد بن فهد المريخي", "The minister met Khaled bin Fahd Muraikhi in Doha."),
        ("خالد بن فهد المريخي", "The minister met Khalid Fahad al-Muraikhi in Doha."),
        ("بهروز کاظمی فرد", "The minister met Behrouz Kazemifard in Doha."),
    ],
)
def test_words_of_a_name_may_be_written_as_one_or_apart(name, text):
    matcher = matcher_of(f"actors:\n  - {{id: a, name: {name}}}\n")
    assert [hit.target_id for hit in matcher.match(article(text)) if hit.band is Band.REVIEW] == ["a"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mohammad Javad Karim Pour", "محمدرضا کریم\u200cپور بازداشت شد."),
        ("Mohammad Javad Karim Pour", "محمد کریم\u200cپور بازداشت شد."),
        ("Alireza Hosseinzadeh", "علی حسین زاده بازداشت شد."),
        ("Mehrdad Rostami-nejad", "مهرداد رستمی بازداشت شد."),
        ("Javad Karimi", "جوادکریمی بازداشت شد."),
        ("Abdulrahman Qahtoush", "اعتقلت الشرطة عبد الكريم القحطوش أمس."),
    ],
)
def test_a_name_with_another_part_or_none_is_another_person(name, text):
    matcher = matcher_of(f"actors:\n  - {{id: a, name: {name}}}\n")
    assert not [hit for hit in matcher.match(article(text)) if hit.band is not Band.SUPPRESSED]
