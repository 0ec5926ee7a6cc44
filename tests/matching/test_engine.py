from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from string import ascii_lowercase

import pytest

from core.records import Band, Quality, Zone, ZoneKind
from matching.index import listed_words, vocabulary
from matching.text.scripts import is_word_fragment
from tests.matching.conftest import article, matcher_for, matcher_of

CASE = ("Kim Kwang-jin", "Kang Tae-bok", "Jong Pong-ju", "Chang Nam-il", "Zhenxing Wang", "Kejia Wang")


@pytest.fixture(scope="module")
def case():
    return matcher_for(*CASE)


def best(matcher, text, title=None):
    """The method, band and surface of each hit, by the listed name."""
    return {
        CASE[int(hit.target_id[1:])]: (hit.mentions[0].method, hit.band.value, hit.mentions[0].surface)
        for hit in matcher.match(article(text, title))
    }


@pytest.mark.parametrize(
    ("text", "surface", "method"),
    [
        ("Police want Kim Kwang Jin.", "Kim Kwang Jin", "exact"),
        ("Police want KIM KWANG-JIN's laptop.", "KIM KWANG-JIN", "exact"),
        ("Police want Kim Kwang-\njin.", "Kim Kwang-\njin", "exact"),
        ("Police want kim kwang jin.", "kim kwang jin", "exact"),
        ("Police want Kwang-jin Kim.", "Kwang-jin Kim", "order"),
        ("Police want Kim, Kwang-jin.", "Kim, Kwang-jin", "exact"),
        ("Police want Kim Kwangjin.", "Kim Kwangjin", "joined"),
        ("Police want Kimkwangjin.", "Kimkwangjin", "joined"),
        ("Police want Kim “Peter” Kwang-jin.", "Kim “Peter” Kwang-jin", "nickname"),
    ],
)
def test_a_name_alone_matches_its_variants(case, text, surface, method) -> None:
    assert best(case, text)["Kim Kwang-jin"] == (method, "alert", surface)


@pytest.mark.parametrize(
    ("text", "surface", "method"),
    [
        ("Police want Kim Kwang-jinn.", "Kim Kwang-jinn", "edit:1"),
        ("Police want Kim Kwnag-jin.", "Kim Kwnag-jin", "edit:1"),
        ("Police want K. J. Kim.", "K. J. Kim", "initial"),
        ("Police want KJ Kim.", "KJ Kim", "initial"),
        ("Police want Kim Kwang-j1n.", "Kim Kwang-j1n", "visual"),
    ],
)
def test_a_spelling_that_differs_is_a_check(case, text, surface, method) -> None:
    assert best(case, text)["Kim Kwang-jin"] == (method, "review", surface)


@pytest.mark.parametrize(
    "text",
    ["Kim Kwang-il left.", "Kim Jong-chul left.", "Jong Pong-il left.", "Chang Nam-ju left.", "Kim Kwang-min left.",
     "The choir sang for Kim. Kwang-jin Park played.", "Kim Kwang won.", "Kejia Li met Ann Wang.",
     "Jane Kejia. Wang left."],
)  # fmt: skip
def test_other_people_are_left_alone(case, text) -> None:
    assert not [hit for hit in case.match(article(text)) if hit.band is not Band.SUPPRESSED]


def test_change_nam_ii_is_a_check_alone_and_an_alert_in_company(case) -> None:
    assert best(case, "They want Change Nam II.")["Chang Nam-il"] == ("edit:1", "review", "Change Nam II")
    text = "They want Kim Kwang Jin, Kang Tae Bok, Jong Pong Ju, and Change Nam II."
    found = best(case, text)
    assert found["Chang Nam-il"] == ("edit:1", "alert", "Change Nam II")
    assert len(found) == 4
    (hit,) = [hit for hit in case.match(article(text)) if hit.target_id == "n3"]
    assert any("spelling to check" in reason.text for reason in hit.reasons)
    assert any(reason.code == "company" for reason in hit.reasons)


def test_two_people_share_a_family_name(case) -> None:
    found = best(case, "Kejia and Zhenxing Wang set up companies.")
    assert found["Kejia Wang"] == ("coordinated", "alert", "Kejia and Zhenxing Wang")
    assert found["Zhenxing Wang"] == ("exact", "alert", "Zhenxing Wang")


def test_a_nickname_between_the_names(case) -> None:
    found = best(case, "the arrest of Zhenxing 'Danny' Wang of New Jersey and of Kejia “Tony” Wang")
    assert found["Zhenxing Wang"] == ("nickname", "alert", "Zhenxing 'Danny' Wang")
    assert found["Kejia Wang"] == ("nickname", "alert", "Kejia “Tony” Wang")


def test_the_family_name_alone_is_a_further_mention_only_after_the_full_name(case) -> None:
    text = "Wang spoke. Zhenxing Wang was arrested. Wang and his partners denied it. Mei Wang did not."
    (hit,) = case.match(article(text))
    assert [(mention.surface, mention.method, mention.start) for mention in hit.mentions] == [
        ("Zhenxing Wang", "exact", 12),
        ("Wang", "further", text.index("Wang and")),
    ]
    assert not case.match(article("Wang and his partners denied it."))


def test_the_family_name_is_somebody_elses_once_they_were_named(case) -> None:
    (hit,) = case.match(article("Zhenxing Wang was arrested. Mei Wang paid. Wang denied it."))
    assert [mention.surface for mention in hit.mentions] == ["Zhenxing Wang"]


def test_offsets_are_those_of_the_original(case) -> None:
    text = "😀 é e\u0301 “Ｋim Kwang‑jin”\u200b, İstanbul; Straße: Kang\xa0Tae\xadbok"
    hits = case.match(article(text))
    assert {mention.surface for hit in hits for mention in hit.mentions} == {"Ｋim Kwang‑jin", "Kang\xa0Tae\xadbok"}
    assert all(text[one.start : one.end] == one.surface for hit in hits for one in hit.mentions)


def test_the_title_is_core_and_weighs_more(case) -> None:
    (plain,) = case.match(article("Kejia Wang left."))
    (titled,) = case.match(article("He left.", "Kejia Wang leaves"))
    assert titled.mentions[0].field == "title"
    assert titled.score > plain.score


def test_evidence_in_doubtful_zones_is_a_check_at_most(case) -> None:
    text = "Nothing here. Kim Kwang-jin was charged."
    zones = [Zone(0, 13, ZoneKind.CORE), Zone(13, len(text), ZoneKind.DOUBTFUL, "related")]
    (hit,) = case.match(article(text, zones=zones))
    assert hit.band is Band.REVIEW
    assert hit.mentions[0].zone is ZoneKind.DOUBTFUL
    assert hit.reasons[-2].code == "doubtful_zone"
    (core,) = case.match(article(text, "Kim Kwang-jin charged", zones=zones))
    assert core.band is Band.ALERT


def test_an_identifier_in_a_doubtful_zone_is_a_check_whatever_a_name_beside_it_is_worth() -> None:
    listed = (
        "{id: a, name: Marten Soft Inc., type: organisation, identifiers: [{kind: domain, value: marten-soft.com}]}"
    )
    text = "Nothing here. whois marten-soft.com"
    zones = [Zone(0, 13, ZoneKind.CORE), Zone(13, len(text), ZoneKind.DOUBTFUL, "code")]
    (hit,) = matcher_of(f"actors: [{listed}]").match(article(text, zones=zones))
    assert (hit.band, hit.mentions[0].surface) == (Band.REVIEW, "marten-soft.com")


@pytest.mark.parametrize(
    ("quality", "band"),
    [(Quality.PAYWALL, Band.REVIEW), (Quality.NOT_ARTICLE, Band.REVIEW), (Quality.CONSENT, Band.SUPPRESSED)],
)
def test_pages_that_are_no_articles_never_alert(case, quality, band) -> None:
    text = "Kim Kwang-jin was charged."
    (hit,) = case.match(article(text, zones=[Zone(0, len(text), ZoneKind.CORE)], quality=quality))
    assert hit.band is band
    assert "page" in {reason.code for reason in hit.reasons}


def test_a_list_whose_lead_is_doubtful_hides_its_names(case) -> None:
    text = "Kim Kwang-jin was charged."
    zones = [Zone(0, len(text), ZoneKind.DOUBTFUL, "not_article")]
    (hit,) = case.match(article(text, zones=zones, quality=Quality.NOT_ARTICLE))
    assert hit.band is Band.SUPPRESSED


def test_a_common_name_needs_company_or_context() -> None:
    matcher = matcher_of(
        "contexts: {case: {any: [virtual currency], within: paragraph}}\n"
        "actors:\n  - {id: miller, name: David Miller, context: case}\n  - {id: other, name: Zhenxing Castellane}\n"
    )
    bands = {
        text: next(hit.band for hit in matcher.match(article(text)) if hit.target_id == "miller")
        for text in (
            "David Miller won.",
            "David Miller stole virtual currency.",
            "David Miller met Zhenxing Castellane.",
        )
    }
    assert list(bands.values()) == [Band.REVIEW, Band.ALERT, Band.ALERT]


def test_an_alias_that_requires_a_context_is_no_evidence_without_it() -> None:
    matcher = matcher_of(
        "contexts: {case: {any: [해커], within: document}}\n"
        "actors:\n  - {id: kim, name: Kim Kwang-jin, native: [{text: 김관진, require: case}]}\n"
    )
    (without,) = matcher.match(article("김관진은 장관이었다."))
    assert without.band is Band.SUPPRESSED
    assert without.reasons[1].facts["context"] == "case"
    (within,) = matcher.match(article("해커 김관진은 기소됐다."))
    assert within.band is Band.ALERT
    assert within.mentions[0].surface == "김관진"


def test_an_exclusion_term_excludes_a_mention() -> None:
    matcher = matcher_of("actors:\n  - {id: kim, name: Kim Kwang-jin, none: [minister of defence]}\n")
    (vetoed,) = matcher.match(article("Kim Kwang-jin, the minister of defence, spoke."))
    assert vetoed.band is Band.SUPPRESSED
    assert "minister of defence" in vetoed.reasons[1].text
    (both,) = matcher.match(article("Kim Kwang-jin, the minister of defence, spoke. The FBI wants Kim Kwang-jin."))
    assert both.band is Band.ALERT
    assert both.mentions[0].start > 40


def test_an_excluded_namesake_supports_nobody() -> None:
    matcher = matcher_of(
        "actors:\n  - {id: kim, name: Kim Kwang-jin, none: [minister of defence]}\n  - {id: dm, name: David Miller}\n"
    )
    hits = {hit.target_id: hit.band for hit in matcher.match(
        article("Kim Kwang-jin, the minister of defence, met David Miller.")
    )}  # fmt: skip
    assert hits == {"kim": Band.SUPPRESSED, "dm": Band.REVIEW}


def test_a_longer_listed_name_explains_a_shorter_one() -> None:
    matcher = matcher_for("Zhenxing Wang Castellane", "Zhenxing Wang")
    hits = {hit.target_id: hit for hit in matcher.match(article("Zhenxing Wang Castellane left."))}
    assert hits["n0"].band is Band.ALERT
    assert hits["n1"].band is Band.SUPPRESSED
    assert "another name listed" in hits["n1"].reasons[0].text


def test_other_romanisations_only_where_asked_for() -> None:
    korean = matcher_of("actors:\n  - {id: j, name: Jong Pong-ju, order: family-first, romanisation: korean}\n")
    for text in ("Jeong Bong-ju", "Jung Bongju", "Chong Pong Ju", "Jung Bong-joo", "정봉주"):
        (hit,) = korean.match(article(f"They want {text}."))
        assert (hit.band, hit.mentions[0].method) == (Band.REVIEW, "romanisation"), text
    assert not matcher_for("Jong Pong-ju").match(article("They want Jeong Bong-joo."))


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Владимир Зеленко", "Владимира Зеленко"),
        ("Volodymyr Zelenko", "Володимир Зеленко"),
        ("Κωνσταντίνος Λάμπρου", "Κωνσταντινος Λαμπρου"),
        ("محمود الخالدي", "مَحمُود الخالدي"),
        ("贺兰明", "记者见到贺兰明先生"),
        ("Barack Obama", "バラク・オバマ"),
        ("Muammar Kaddafi", "Moammar Qaddafi"),
        ("Abd al-Aziz al-Nuristani", "Abdul Aziz Nooristani"),
        ("Ayman Castellane", "Dr. Ayman Castellane"),
        ("CASTELLANE, Dr. Ayman", "Ayman Castellane"),
        ("Hans J Castellane", "Hans Joachim Castellane"),
        ("Aleksandr Petrovich Tarasenkov", "Alexander Tarasenkov"),
        ("Castellane Holdings Ltd", "Castellane Holdings"),
    ],
)
def test_names_of_many_languages(listed, written) -> None:
    (hit,) = matcher_for(listed).match(article(f"{written}."))
    assert hit.band is not Band.SUPPRESSED


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Hans O Castellane", "Hans Joachim Castellane"),
        ("Murad Iraklievich Margov", "Murad Khasanovich Margov"),
        ("Nessim Ben Romdhane Sahraoui", "Nessim Ben Ali Sahraoui"),
        ("Salman Bin Muhammad Castellane", "Muhammad Bin Salman Castellane"),
        ("David Miller", "David Millar"),
        ("Mohammad Castellane", "Mahmoud Castellane"),
    ],
)
def test_another_name_in_its_place_is_another_person(listed, written) -> None:
    hits = matcher_for(listed).match(article(f"They met {written}."))
    assert all(hit.band is Band.SUPPRESSED for hit in hits)


def test_reasons_say_word_by_word_what_was_met(case) -> None:
    hit = next(hit for hit in case.match(article("They want Change Nam II.")) if hit.target_id == "n3")
    facts = hit.reasons[0].facts
    assert facts["alias"] == "Chang Nam-il"
    assert [(word["listed"], word["method"]) for word in facts["words"]] == [
        ("chang", "edit:1"),
        ("nam", "exact"),
        ("il", "visual"),
    ]
    assert "two other listed actors" in hit.reasons[1].text


def test_a_page_that_is_no_article_does_not_alert_on_its_title_alone(case) -> None:
    for quality in (Quality.CONSENT, Quality.NOT_ARTICLE, Quality.EMPTY):
        for text in ("", "We value your privacy."):
            zones = [Zone(0, len(text), ZoneKind.DOUBTFUL, "consent")] if text else []
            (hit,) = case.match(article(text, "Kim Kwang-jin charged", zones=zones, quality=quality))
            assert hit.band is Band.SUPPRESSED


def test_the_title_of_a_list_that_a_feed_announced_comes_to_review(case) -> None:
    zones = [Zone(0, 20, ZoneKind.CORE)]
    page = article("The harbour is shut.", "Kim Kwang-jin charged", zones=zones, quality=Quality.NOT_ARTICLE)
    (hit,) = case.match(page)
    assert hit.band is Band.REVIEW


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The laptop, farms say, is broken.", False),
        ("He sold the laptop. Farms say so.", False),
        ("One thing about the laptop: farms want it.", False),
        ("A “laptop,” farms say.", False),
        ("He has a laptop – farms do not.", False),
        ("A laptop-farm and a “laptop” farm.", True),
        ("A laptop\nfarm.", True),
        ("It held 1,000 phones.", True),
        ("He fled to Rason, North Korea.", True),
        ("暗号資産、を盗む", False),
        ("暗号資産を盗む", True),
    ],
)
def test_the_words_of_a_phrase_are_in_one_clause(text, found) -> None:
    terms = '["laptop farm*", "1 000 phones", "Rason, North Korea", 暗号資産を盗]'
    matcher = matcher_of(f"schemes:\n  - {{id: farm, label: Farms, match: {{any: {terms}}}}}\n")
    assert bool(matcher.match(article(text))) is found


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("They want Kim, Kwang Jin.", Band.ALERT),
        ("They want Kim, Kwang Jin (41), and Park, Min Ho.", Band.ALERT),
        ("The wanted poster says: General Kim, Kwang Jin.", Band.ALERT),
        ("Wanted:\nPark, Min Ho\nKim, Kwang Jin\nLee, Chol Su", Band.ALERT),
        ("Lee Kim, Kwang Jin Park and a friend came.", Band.SUPPRESSED),
        ("Lee Kim, Kwang Jin and a friend came.", Band.SUPPRESSED),
        ("Yesterday Kim, Kwang Jin Park and a friend came.", Band.SUPPRESSED),
        ("They want Wang, Zhenxing, and others.", Band.ALERT),
        ("Ann Wang, Zhenxing Li and a friend came.", Band.SUPPRESSED),
    ],
)
def test_a_comma_is_a_names_own_only_between_family_and_given_name(case, text, band) -> None:
    (hit,) = case.match(article(text))
    assert hit.band is band


@pytest.mark.parametrize("text", ["Chang Nam-iI", "Chang Nam-lI", "Chang Nam-1l", "Chang Nam-II"])
def test_letters_that_look_alike_behind_a_hyphen_are_a_check(case, text) -> None:
    assert best(case, f"They want {text}.")["Chang Nam-il"] == ("visual", "review", text)


@pytest.mark.parametrize("text", ["O. V. Tarasenkov", "O.V. Tarasenkov", "Tarasenkov O. V."])
def test_a_patronymic_has_its_initial(text) -> None:
    matcher = matcher_for("Oleg Viktorovich Tarasenkov")
    (hit,) = matcher.match(article(f"They met {text} there."))
    assert (hit.band, hit.mentions[0].method) == (Band.REVIEW, "initial")
    assert not matcher.match(article("They met O. P. Tarasenkov there."))


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Police want Miguel O.", Band.REVIEW),
        ("Police want Miguel.", Band.SUPPRESSED),
        ("Police want Migel.", Band.SUPPRESSED),
    ],
)
def test_a_first_name_without_its_initial_is_anybodys(text, band) -> None:
    assert [hit.band for hit in matcher_for("Miguel O").match(article(text))] == [band]


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Aleksandr Petrovich Morozov", Band.ALERT),
        ("Morozov, Aleksandr Petrovich", Band.ALERT),
        ("Alexander Petrovich Morozov", Band.ALERT),
        ("Morozov, Alexander Petrovich", Band.ALERT),
        ("Aleksandr Morozov", Band.REVIEW),
        ("Alexander Morozov", Band.REVIEW),
        ("Alexander Petrovich Morozovsky", None),
        ("Alexander Pavlovich Morozov", None),
        ("Aleksei Petrovich Morozov", None),
    ],
)
def test_a_patronymic_counts_as_a_third_name(text, band) -> None:
    hits = matcher_for("Aleksandr Petrovich Morozov").match(article(f"They want {text} (born 1961)."))
    assert [hit.band for hit in hits if hit.band is not Band.SUPPRESSED] == [band] * (band is not None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Danny Wang opened a bar.", {"zw": Band.SUPPRESSED}),
        ("DANNY WANG OPENED A BAR.", {"zw": Band.SUPPRESSED}),
        ("Wolf Castellane opened a bar.", {"wc": Band.REVIEW}),
        ("Wolf Castellane set up shell companies with Danny Wang.", {"zw": Band.ALERT, "wc": Band.REVIEW}),
        ("Danny Wang set up shell companies.", {"zw": Band.ALERT}),
        ("Danny Wang met Wolfgang Castellane.", {"zw": Band.ALERT, "wc": Band.ALERT}),
        ("Peter Kim met Wolfgang Castellane.", {"kim": Band.ALERT, "wc": Band.ALERT}),
        ("Zhenxing 'Danny' Wang left.", {"zw": Band.ALERT}),
        ("They met Mei “Danny” Wang.", {}),
        ("They met Daniel Danny Wang.", {}),
        ("They met Danny Wang Li and Wolfgang Castellane.", {"zw": Band.SUPPRESSED, "wc": Band.ALERT}),
        ("They met Danny, Wang and Li.", {}),
        ("They met Danny Wong.", {}),
        ("They met D. Wang and Danny.", {}),
        ("A danny wang is a thing. It is no name, says the dictionary.", {}),
    ],
)
def test_a_nickname_in_the_place_of_the_given_name_is_doubtful(text, found) -> None:
    matcher = matcher_of(
        "contexts: {case: {any: ['shell compan*'], within: paragraph}}\n"
        "actors:\n"
        "  - {id: zw, name: Zhenxing Wang, nicknames: [Danny], context: case}\n"
        "  - {id: kim, name: Kim Kwang-jin, order: family-first, nicknames: [Peter]}\n"
        "  - {id: wc, name: Wolfgang Castellane, nicknames: [Wolf]}\n"
    )
    hits = matcher.match(article(text))
    assert {hit.target_id: hit.band for hit in hits} == found
    assert all(hit.mentions[0].method == "nickname" for hit in hits if hit.target_id != "wc")


@pytest.mark.parametrize(
    ("listed", "text", "surface"),
    [
        ("Boris Ulanovsky", "boris ulanowsky was seen in cyprus with friends", "boris ulanowsky"),
        ("Boris Ulanovsky", "follow @boris_ulanovsky for more", "boris_ulanovsky"),
        ("Aktham Tall", "A. Tall was named.", "A. Tall"),
        ("Aktham Bilal Tall", "A B Tall was named.", "A B Tall"),
        ("蓝海星国际贸易有限公司", "蓝海星国际贸易公司昨天被制裁。", "蓝海星国际贸易"),
        ("陈伟光", "陳偉光先生表示", "陳偉光"),
        ("澤田黒人", "沢田黑人容疑者を逮捕", "沢田黑人"),
        ("株式会社ミナトヤ商事", "ミナトヤ商事の社長を逮捕した。", "ミナトヤ商事"),
        ("ООО «Полярная Волна»", "Компания «Полярная волна» закрыта.", "Полярная волна"),
        ("สมชาย วงศ์ประเสริฐ", "นายสมชาย วงศ์ประเสริฐถูกจับ", "สมชาย วงศ์ประเสริฐ"),
        ("マイケル・ブラント", "容疑者マイケル・ブラント氏は", "マイケル・ブラント"),
        ("Tovarna Lipa d.o.o.", "Tovarna Lipa was fined.", "Tovarna Lipa"),
        ("MV Grace Star", "The tanker Grace Star sailed.", "Grace Star"),
        ("MV Grace Star", "The M/V Grace Star sailed.", "Grace Star"),
        ("Marks & Levinson LLP", "Police searched Marks and Levinson today.", "Marks and Levinson"),
        ("M V S. A.", "The M V S A was named.", "M V S A"),
        ("Banco Lima y Sur", "Police searched Banco Lima & Sur today.", "Banco Lima & Sur"),
    ],
)
def test_names_in_posts_and_in_scripts_without_word_borders(listed, text, surface) -> None:
    kind = "organisation" if any(sign in listed for sign in ("司", "社", "О", ".", "&", "M", " y ")) else "person"
    matcher = matcher_of(f"actors:\n  - {{id: one, name: '{listed}', type: {kind}}}\n")
    (hit,) = matcher.match(article(text))
    assert hit.band != Band.SUPPRESSED
    assert hit.mentions[0].surface == surface


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Aktham Tall", "A Tall Order for Police"),
        ("Aktham Tall", "A TALL ORDER FOR POLICE"),
        ("マイケル・ブラント", "マイケル・ブラントン氏は"),
        ("マイケル・ブラント", "カーマイケル・ブラント氏は"),
        ("ООО «Полярная Волна»", "ООО «Южный Ветер» закрыто."),
    ],
)
def test_pieces_of_longer_words_and_legal_forms_are_no_names(listed, text) -> None:
    kind = "organisation" if listed.startswith("О") else "person"
    matcher = matcher_of(f"actors:\n  - {{id: one, name: '{listed}', type: {kind}}}\n")
    assert all(hit.band == Band.SUPPRESSED for hit in matcher.match(article(text)))


def test_text_without_capitals_is_read_like_any_other(case) -> None:
    text = "Police want Kim Kwang-jin, Chnag Nam-il and Zhenxing Wang; others named Kang Tae-hyun are not wanted."
    assert set(best(case, text)) == set(best(case, text.lower())) == set(CASE[:1] + CASE[3:5])


def test_a_vowel_sign_belongs_to_its_consonant() -> None:
    assert is_word_fragment("", "ประเสริฐก", "ุล")
    assert not is_word_fragment("นาย", "สมชาย", "")


def test_the_south_writes_no_r_at_the_beginning() -> None:
    matcher = matcher_of("actors:\n  - {id: one, name: Ryang Kwang-chol, order: family-first, romanisation: korean}\n")
    assert [hit.mentions[0].method for hit in matcher.match(article("Yang Gwang-cheol was named."))] == ["romanisation"]


def test_a_capital_that_every_sentence_has_makes_no_name() -> None:
    matcher = matcher_of("actors:\n  - {id: one, name: Sapphire Sleet, type: organisation}\n")
    ordinary = matcher.match(article("Snow came. Sapphire sleet fell on the town of Arden and on Mr Lee."))
    quoted = matcher.match(article("Snow came. “Sapphire sleet” is what Mr Lee calls the group."))
    assert [hit.band for hit in ordinary] == [Band.REVIEW]
    assert [hit.band for hit in quoted] == [Band.ALERT]


@pytest.mark.parametrize(
    ("listed", "text", "surface"),
    [
        ("Завод «Радиоприбор-Восток»", "На заводе «Радиоприбор-Восток» обыск.", "Радиоприбор-Восток"),
        ('Plant "Steel Shield" Ltd', "Steel Shield has sent men.", "Steel Shield"),
        ("Rosvektorika JSC", "Rosvektorika sued the ministry.", "Rosvektorika"),
    ],
)
def test_a_company_without_what_it_is_goes_to_review(listed, text, surface) -> None:
    matcher = matcher_of(f"actors:\n  - {{id: one, name: '{listed}', type: organisation}}\n")
    (hit,) = matcher.match(article(text))
    assert (hit.band, hit.mentions[0].surface) == (Band.REVIEW, surface)


@pytest.mark.parametrize(
    ("listed", "text"), [("Orange SA", "Orange is a colour."), ('Shop "Lux" Ltd', "Lux is light.")]
)
def test_a_short_name_that_identifies_little_is_none(listed, text) -> None:
    matcher = matcher_of(f"actors:\n  - {{id: one, name: '{listed}', type: organisation}}\n")
    assert matcher.match(article(text)) == ()


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Виктор Анатольевич Мышкинцев", "В. А. Мышкинцев арестован."),
        ("Виктор Анатольевич Мышкинцев", "Viktor Myschkinzew wurde verhaftet."),
        ("Anatoly Borisovich Krivoshapko", "Anatolij Krywoszapko został zatrzymany."),
        ("Олександр Гнатюшенко", "Oleksandr Hnatiushenko was held."),
        ("Hamid Barwanov", "Гамид Барванов задержан."),
    ],
)
def test_names_between_scripts_as_others_transcribe_them(listed, text) -> None:
    assert [hit.band for hit in matcher_for(listed).match(article(text))] == [Band.REVIEW]


def test_a_list_with_every_misspelling_of_a_common_name_hides_no_other_name() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    like = [f"Ole{letter}g Viktor{letter}ovich Aaaa{letter}" for letter in letters] + [
        f"Ol{letter}eg Vikt{letter}orovich Bbbb{letter}" for letter in letters
    ]
    matcher = matcher_for("Oleg Viktorovich Tarasenkov", *like)
    hits = matcher.match(article("Oleg Viktorovich Tarasenkow has a yacht."))
    assert [(hit.target_id, hit.band) for hit in hits] == [("n0", Band.REVIEW)]


def test_a_small_syllable_may_be_misspelt_though_another_listed_word_is_spelt_so() -> None:
    matcher = matcher_for("Kim Kwang-jin", "Jinn Baseel")
    assert [hit.target_id for hit in matcher.match(article("Prosecutors want Kim Kwang-jinn."))] == ["n0"]


def test_articles_that_are_read_in_threads_are_matched_while_a_full_cache_is_emptied(monkeypatch) -> None:
    for module in (listed_words, vocabulary):
        monkeypatch.setattr(module, "MAX_CACHED_WORDS", 20)
    matcher = matcher_for("Anselm Corvane")
    words = [f"Word{one}{other}" for one in ascii_lowercase for other in ascii_lowercase]
    texts = [f"{' '.join(words[first : first + 60])} met Anselm Corvane." for first in range(600)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda text: len(matcher.match(article(text))), texts))
    finally:
        sys.setswitchinterval(interval)
    assert found == [1] * len(texts)
