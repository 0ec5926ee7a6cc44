"""What lists say of a person, in their own spellings, as the facts of an entry."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from matching.tables.country_codes import COUNTRY_CODES
from matching.tables.months import MONTHS
from matching.tables.places import PLACES
from matching.watchlist.partial_dates import partial_date
from matching.watchlist.published.party import ListedParty

_ABOUT = re.compile(r"(?:circa|approximately|approx\.?|about|c\.)\s+", re.IGNORECASE)
_SPAN = re.compile(r"(?:between\s+)?(?:.*\b)?(\d{4})\s*(?:to|and|-|/)\s*(?:.*\b)?(\d{4})", re.IGNORECASE)
_NAMED_MONTH = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})")
_NUMBERS = re.compile(r"(\d{1,2}|dd|00)[./](\d{1,2}|mm|00)[./](\d{4})", re.IGNORECASE)  # the day first
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d\d:.*)?")
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
    countries = [(text, country_of(text)) for text in party.nationality]
    lost["birth date that cannot be read"] += sum(found is None for _, found in born)
    lost["nationality that is no known country"] += sum(found is None for _, found in countries)
    gender = (party.gender or "").strip().lower()
    known = {
        "born": list(dict.fromkeys(found for _, found in born if found)),
        "nationality": list(dict.fromkeys(found for _, found in countries if found)),
        "gender": {"m": "male", "f": "female"}.get(gender[:1], "") if gender[:1] in ("m", "f") else "",
        "places": _terms(party.places),
        "roles": _terms(party.roles),
    }
    return {key: value for key, value in known.items() if value}


def date_of(text: str) -> str | None:
    """A date of a list as an entry has it: `1970-04-18`, `1970-04`, `1970`, `circa 1970`, `1968 to 1972`; else None."""
    text = " ".join(text.split())
    about = _ABOUT.match(text)
    found = _plain_date(text[about.end() :] if about else text)
    try:
        if found is None or partial_date(found) is None:
            return None
    except ValueError:
        return None
    return f"circa {found}" if about and " to " not in found else found


def _plain_date(text: str) -> str | None:
    if found := _NUMBERS.fullmatch(text):
        day, month, year = (part if part.isdigit() and int(part) else "" for part in found.groups())
        return _iso(year, month, day if month else "")
    if found := _NAMED_MONTH.fullmatch(text):
        number = MONTHS.get(found[2].lower())
        return _iso(found[3], str(number), found[1] or "") if number else None
    if found := _ISO.fullmatch(text):
        year, month, day = (part if part and int(part) else "" for part in found.groups())
        return _iso(year, month, day if month else "")
    if found := _SPAN.fullmatch(text):
        return f"{found[1]} to {found[2]}"
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)]) if year else None


def country_of(text: str) -> str | None:
    """The code of a country by its code or name, in small letters; None if it is unknown."""
    name = " ".join(text.split()).strip(" .").casefold().replace("’", "'")
    if name.upper() in COUNTRY_CODES:
        return name
    found = _OFFICIAL_NAMES.get(name) or PLACES.get(name, "")
    return found.lower() if found.upper() in COUNTRY_CODES else None


def _terms(texts: tuple[str, ...]) -> list[str]:
    """The texts as terms of facts; a star would mean that a word may go on."""
    plain = (text.replace("*", " ").strip()[:_MAX_TERM] for text in texts)
    return list(dict.fromkeys(text for text in plain if any(map(str.isalnum, text))))
