"""Gender, nationality, signs of life, places and roles: what is said of the person, and what of somebody else."""

from __future__ import annotations

import pytest

from matching.facts.claims import FactKind
from matching.facts.excerpts import MentionExcerpt
from matching.facts.gender import genders
from matching.facts.life import signs_of_life
from matching.facts.nationality import nationalities
from matching.facts.terms import terms_said

NAME = "Robin Quill"


def excerpt(text: str, name: str = NAME) -> MentionExcerpt:
    start = text.index(name)
    return MentionExcerpt(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Ms Robin Quill spoke.", "female"),
        ("Businessman Robin Quill spoke.", "male"),
        ("Robin Quill said she was ill.", "female"),
        ("Robin Quill and his wife left.", "male"),
        ("Robin Quill left early. She was ill.", "female"),
        ("Der Händler Robin Quill sprach.", "male"),
        ("La directrice Robin Quill a parlé.", "female"),
        ("Robin Quill fue detenido ayer.", "male"),
        ("Robin Quill è stata arrestata.", "female"),
        ("İş adamı Robin Quill beraat etti.", "male"),
    ],
)
def test_the_gender_that_words_beside_the_name_say(text, gender):
    assert {claim.values[0] for claim in genders(excerpt(text))} == {gender}


@pytest.mark.parametrize(
    "text",
    [
        "Robin Quill's wife said she was ill.",
        "The lawyer of Robin Quill said she was ill.",
        "Robin Quill met Ms Ada Voss. She was late.",
        "Robin Quill spoke.",
        "L'avocate de Robin Quill a été entendue.",
    ],
)
def test_the_gender_of_somebody_else(text):
    assert not list(genders(excerpt(text)))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Ghanaian footballer Robin Quill signed.", ("gh",)),
        ("Robin Quill, a 34-year-old Kenyan runner, won.", ("ke",)),
        ("Australian tennis player Robin Quill won.", ("au",)),
        ("Norwegian Prime Minister Robin Quill left.", ("no",)),
        ("Robin Quill, niemiecki piłkarz, strzelił.", ("de",)),
        ("Robin Quill, a citizen of Peru, won.", ("pe",)),
        ("The Israeli-Russian businessman Robin Quill was held.", ("il", "ru")),
        ("El ciudadano chileno Robin Quill fue detenido.", ("cl",)),
        ("Robin Quill, ressortissant belge, a été arrêté.", ("be",)),
        ("Robin Quill, a banker and Canadian citizen, left.", ("ca",)),
    ],
)
def test_a_nationality(text, countries):
    [claim] = nationalities(excerpt(text))
    assert (claim.values, claim.firm) == (countries, True)


@pytest.mark.parametrize(
    "text",
    [
        "Robin Quill, who heads the Russian subsidiary, left.",
        "Robin Quill, a lecturer in Chinese history, left.",
        "Russian-speaking Robin Quill left.",
        "Robin Quill's Brazilian wife left.",
        "Italian police arrested Robin Quill.",
        "German prosecutors charged Robin Quill.",
        "The Spanish football federation hired Robin Quill.",
        "German embassy spokesman Robin Quill left.",
        "Robin Quill, a banker and Canadian citizen Ada Voss left.",
    ],
)
def test_what_is_no_nationality_of_the_person(text):
    assert not [claim for claim in nationalities(excerpt(text)) if claim.firm]


def test_signs_of_life():
    assert list(signs_of_life(excerpt("Robin Quill was sworn in on Monday.")))
    assert not list(signs_of_life(excerpt("A film about Robin Quill opens on Monday.")))
    assert not list(signs_of_life(excerpt("The late Robin Quill was honoured on Monday.")))


def test_terms_are_met_with_endings_and_not_behind_another_person():
    text = "Robin Quill, one of two bankers from Riga, left."
    [claim] = terms_said(excerpt(text), FactKind.ROLE, ["banker*"])
    assert text[claim.start : claim.end] == "bankers"
    assert not list(terms_said(excerpt("Robin Quill met Ada Voss, a banker."), FactKind.ROLE, ["banker*"]))
    assert not list(terms_said(excerpt("Robin Quill's lawyer, a banker, left."), FactKind.ROLE, ["banker*"]))
