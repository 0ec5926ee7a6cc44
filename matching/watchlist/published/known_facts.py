"""What lists say of a person, in their own spellings, as the facts of an entry."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from matching.tables.country_codes import COUNTRY_CODES
from matching.tables.demonyms import demonyms
from matching.tables.former_countries import OTHER_COUNTRY_NAMES
from matching.tables.months import MONTHS
from matching.tables.places import PLACES
from matching.watchlist.partial_dates import partial_date
from matching.watchlist.published.party import ListedParty

_ABOUT = re.compile(r"(?:(?:circa|approximately|approx\.?|about|around)\s+|ca?\.\s*|c(?=\d)|~\s*)", re.IGNORECASE)
_LABEL = re.compile(r"^(?:D\.?O\.?B\.?|born)\s*:?\s+", re.IGNORECASE)
_ABOUT_BEHIND = re.compile(r"\s*(?:\?|\((?:approximately|approx\.?|circa|about)\))$", re.IGNORECASE)
_VAGUE = re.compile(r"(?:early|late|mid|spring|summer|autumn|winter)[\s-]+(?=\d{4}$)", re.IGNORECASE)  # in a year
_DECADE = re.compile(r"(?:(?:early|late|mid)[\s-]+)?(\d{3})0['’]?s", re.IGNORECASE)
_SPAN = re.compile(r"(?:between\s+)?(?:.*\b)?(\d{4})\s*(?:to|and|or|-|–|/)\s*(?:.*\b)?(\d{4})", re.IGNORECASE)
_NAMED_MONTH = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([A-Za-z]{3,9})\.?[\s,-]+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-./](\d{4})")
_NUMBERS = re.compile(r"(\d{1,2}|dd|00)[./-](\d{1,2}|mm|00)[./-](\d{4})", re.IGNORECASE)  # the day first
_ISO = re.compile(r"(\d{4})(?:[-.](\d{2})(?:[-.](\d{2}))?)?(?:[T ]\d\d:.*)?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SEVERAL = re.compile(r"\s*(?:[;/&]|\bor\b|\band\b)\s*")
_LEADING = re.compile(  # what stands before a country without changing which it is
    r"(?:(?:possibly|probably|formerly|citizen\s+of|national\s+of|dual)\s+)?(?:(?:the\s+)?(?:(?:federal|islamic|arab|socialist)\s+)?"
    r"(?:republic|kingdom|sultanate|state|commonwealth)\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_MAX_TERM = 300  # characters

_OFFICIAL_NAMES = {
    "bolivia (plurinational state of)": "bo",
    "burma": "mm",
    "congo, democratic republic of the": "cd",
    "democratic people's republic of korea": "kp",
    "democratic republic of the congo": "cd",
    "iran (islamic republic of)": "ir",
    "iran, islamic republic of": "ir",
    "islamic republic of iran": "ir",
    "korea, north": "kp",
    "korea, south": "kr",
    "lao people's democratic republic": "la",
    "moldova, republic of": "md",
    "palestinian": "ps",
    "people's republic of china": "cn",
    "republic of china": "tw",
    "republic of korea": "kr",
    "russian federation": "ru",
    "state of palestine": "ps",
    "syrian arab republic": "sy",
    "tanzania, united republic of": "tz",
    "turkey": "tr",
    "united kingdom of great britain and northern ireland": "gb",
    "united republic of tanzania": "tz",
    "united states of america": "us",
    "venezuela (bolivarian republic of)": "ve",
    "viet nam": "vn",
}
"""Countries as the lists of the UN and OFAC write them, where that is not their everyday name."""


def facts_of(party: ListedParty, lost: Counter[str]) -> dict[str, Any]:
    """The facts of an entry; what cannot be read is counted in `lost`, by what it is."""
    born = [(text, date_of(text)) for text in party.born]
    countries = [(text, countries_of(text)) for text in party.nationality]
    lost["birth date that cannot be read"] += sum(found is None for _, found in born)
    lost["nationality that is no known country"] += sum(not found for _, found in countries)
    gender = (party.gender or "").strip().lower()
    known = {
        "born": list(dict.fromkeys(found for _, found in born if found)),
        "nationality": list(dict.fromkeys(code for _, found in countries for code in found)),
        "gender": {"m": "male", "f": "female"}.get(gender[:1], "") if gender[:1] in ("m", "f") else "",
        "places": _terms(party.places),
        "roles": _terms(party.roles),
    }
    return {key: value for key, value in known.items() if value}


def date_of(text: str) -> str | None:
    """A date of a list as an entry has it: `1970-04-18`, `1970-04`, `1970`, `circa 1970`, `1968 to 1972`; else None."""
    text = _LABEL.sub("", " ".join(text.split()).rstrip(" .,;"))
    is_about = _ABOUT.match(text) is not None or _ABOUT_BEHIND.search(text) is not None
    found = _plain_date(_VAGUE.sub("", _ABOUT_BEHIND.sub("", _ABOUT.sub("", text, count=1))))
    while found is not None and not _is_date(found):
        found = found.rpartition("-")[0] or None  # 31 June 1962 is said of somebody born in that month
    return f"circa {found}" if found and is_about and " to " not in found else found


def _is_date(text: str) -> bool:
    try:
        return partial_date(text) is not None
    except ValueError:
        return False


def _plain_date(text: str) -> str | None:
    return _numbered_date(text) or _worded_date(text)


def _worded_date(text: str) -> str | None:
    if found := _NAMED_MONTH.fullmatch(text) or _MONTH_FIRST.fullmatch(text):
        first, second, year = found.groups()
        day, month = (second, first) if found.re is _MONTH_FIRST else (first, second)
        number = MONTHS.get(month.lower())
        return _iso(year, str(number), day if day and int(day) else "") if number else None
    if found := _DECADE.fullmatch(text):
        return f"{found[1]}0 to {found[1]}9"
    if found := _SPAN.fullmatch(text):
        return found[1] if found[1] == found[2] else f"{found[1]} to {found[2]}"
    return None


def _numbered_date(text: str) -> str | None:
    if found := _NUMBERS.fullmatch(text):
        day, month, year = (part if part.isdigit() and int(part) else "" for part in found.groups())
        return _iso(year, month, day if month else "")
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return _iso(found[2], found[1] if int(found[1]) else "", "")
    if found := _ISO.fullmatch(text) or _DIGITS.fullmatch(text):
        year, month, day = (part if part and int(part) else "" for part in found.groups())
        return _iso(year, month, day if month else "")
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)]) if year else None


def countries_of(text: str) -> tuple[str, ...]:
    """The codes of a country by its code, its name or what its people are called, in small letters; none if unknown.

    A state that fell apart has those of its successors, and two countries have both.
    """
    if whole := _countries_of_one(text):
        return whole
    found = (
        _countries_of_one(part) or _countries_of_one(_LEADING.sub("", part)) for part in _SEVERAL.split(text.strip())
    )
    return _countries_of_one(_LEADING.sub("", text.strip())) or tuple(
        dict.fromkeys(code for some in found for code in some)
    )


def _countries_of_one(text: str) -> tuple[str, ...]:
    name = " ".join(text.split()).strip(" .").casefold().replace("’", "'")
    country, comma, kind = name.partition(", ")
    is_turned = bool(comma) and kind.endswith((" of", "the"))  # Somalia, Federal Republic of
    return _known_country(name) or (_known_country(country) if is_turned else ()) or _of_people(text.strip())


def _known_country(name: str) -> tuple[str, ...]:
    known = (name, _OFFICIAL_NAMES.get(name), PLACES.get(name))
    found = next((code for code in known if code and code.upper() in COUNTRY_CODES), None)
    return (found.lower(),) if found else OTHER_COUNTRY_NAMES.get(name, ())


def _of_people(text: str) -> tuple[str, ...]:
    pattern, groups = demonyms()
    found = pattern.fullmatch(text.title())
    return tuple(code.lower() for code in groups[(found.lastindex or 1) - 1]) if found else ()


def _terms(texts: tuple[str, ...]) -> list[str]:
    """The texts as terms of facts; a star would mean that a word may go on."""
    plain = (text.replace("*", " ").strip()[:_MAX_TERM] for text in texts)
    return list(dict.fromkeys(text for text in plain if any(map(str.isalnum, text))))
