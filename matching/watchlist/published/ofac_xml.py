"""OFAC's lists as XML: the plain `sdn.xml` and `consolidated.xml`, and the advanced `sdn_advanced.xml`.

The advanced format refers to everything by number; what the numbers mean is in its ReferenceValueSets. Source:
sanctionslist.ofac.treas.gov.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from xml.etree import ElementTree as ET

from matching.watchlist.published.party import ListedParty, basis_of, distinct, domain_of, joined
from matching.watchlist.published.xml_text import elements, text_at, texts_at, unread

_KINDS = {
    "individual": "person",
    "entity": "organisation",
    "vessel": "vessel",
    "aircraft": "asset",
    "transport": "vessel",
}
_IMO = re.compile(r"IMO\D{0,3}(\d{7})")
_LEI = re.compile(r"[A-Z0-9]{18}\d{2}")
_CURRENCY = "Digital Currency Address"
_EMAIL, _WEBSITE = "Email Address", "Website"
_PLAIN = frozenset(
    ("uid", "firstName", "lastName", "title", "sdnType", "remarks", "programList", "idList", "akaList", "addressList",
     "nationalityList", "citizenshipList", "dateOfBirthList", "placeOfBirthList")
)  # fmt: skip
"""The elements of an entry that are read, or counted by what they are."""
_HAN_OR_HANGUL = re.compile("[\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_ORDER = {"last name": 1, "maiden name": 2, "matronymic": 2}
"""The place of a part of a name where it is not among the given names, which come first."""


def recognises_plain(start: str) -> bool:
    """True if the list begins like this."""
    return "<sdnList" in start


def recognises_advanced(start: str) -> bool:
    """True if the list begins like this."""
    return "<Sanctions" in start and (
        "ADVANCED_XML" in start or "<ReferenceValueSets" in start or "<DateOfIssue" in start
    )


# ---------------------------------------------------------------- the plain format


def read_plain(text: str, name: str) -> Iterator[ListedParty]:
    """The entries of the plain list. Raises ConfigError."""
    for one in elements(text, name, {"sdnEntry"}):
        yield _plain_party(one)


def _plain_party(one: ET.Element) -> ListedParty:
    documents = [(text_at(each, "idType"), text_at(each, "idNumber")) for each in one.iterfind("idList/id")]
    akas = [
        (joined(text_at(aka, "firstName"), text_at(aka, "lastName")), text_at(aka, "category"))
        for aka in one.iterfind("akaList/aka")
    ]
    taken = [one for one in documents if one[0] == "Gender" or _identifier(*one)]
    return ListedParty(
        party_id=f"ofac-{text_at(one, 'uid')}",
        name=joined(text_at(one, "firstName"), text_at(one, "lastName")),
        kind=_KINDS.get(text_at(one, "sdnType").lower(), ""),
        names=distinct(aka for aka, category in akas if category != "weak"),
        weak=distinct(aka for aka, category in akas if category == "weak"),
        identifiers=tuple(found for kind, number in documents if (found := _identifier(kind, number))),
        born=texts_at(one, "dateOfBirthList/dateOfBirthItem/dateOfBirth"),
        nationality=distinct(
            [
                *texts_at(one, "nationalityList/nationality/country"),
                *texts_at(one, "citizenshipList/citizenship/country"),
            ]
        ),
        gender=next((number for kind, number in documents if kind == "Gender"), None),
        places=distinct(
            place.partition(",")[0] for place in texts_at(one, "placeOfBirthList/placeOfBirthItem/placeOfBirth")
        ),
        roles=texts_at(one, "title"),
        tags=("ofac",),
        basis=basis_of("OFAC SDN", *texts_at(one, "programList/program")),
        dropped=(
            *("address" for _ in one.iterfind("addressList/address")),
            *("document of identity" for _ in range(len(documents) - len(taken))),
            *("remark" for _ in texts_at(one, "remarks")),
            *unread(one, _PLAIN),
        ),
    )


def _identifier(kind: str, number: str) -> tuple[str, str] | None:
    """The kind and value of an identifier that is searched for; None for any other document."""
    if kind.startswith(_CURRENCY):
        return "wallet", number
    if kind == _EMAIL:
        return "email", number
    if kind == _WEBSITE:
        domain = domain_of(number)
        return ("domain", domain) if domain else None
    if kind == "Legal Entity Number" and _LEI.fullmatch(number):
        return "lei", number
    found = _IMO.search(number)
    return ("imo", found[1]) if found else None


# ---------------------------------------------------------------- the advanced format


class _References:
    """What the numbers of the advanced format mean: `word("Country", "11007")`."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], str] = {}
        self._party_types: dict[str, str] = {}

    def add(self, sets: ET.Element) -> None:
        """Takes over the element ReferenceValueSets."""
        for one in sets.iter():
            if one.get("ID") and one.text and one.text.strip():
                self._words[one.tag, str(one.get("ID"))] = " ".join(one.text.split())
            if party_type := one.get("PartyTypeID"):
                self._party_types[str(one.get("ID"))] = party_type

    def word(self, kind: str, number: str | None) -> str:
        """The word for a number; empty if it has none."""
        return self._words.get((kind, number or ""), "")

    def party_type(self, subtype: str | None) -> str:
        """`Individual`, `Entity` or `Transport` for the number of a subtype of parties; empty if it has none."""
        return self.word("PartyType", self._party_types.get(subtype or ""))


class _Advanced(NamedTuple):
    references: _References
    documents: dict[str, list[tuple[str, str]]]  # by identity: kind and number
    countries: dict[str, str]  # of locations
    programmes: dict[str, list[str]]  # by profile


def read_advanced(text: str, name: str) -> Iterator[ListedParty]:
    """The parties of the advanced list. Raises ConfigError."""
    known = _Advanced(_References(), defaultdict(list), {}, defaultdict(list))
    parties: list[ListedParty] = []
    tags = {"ReferenceValueSets", "IDRegDocument", "Location", "DistinctParty", "SanctionsEntry"}
    for one in elements(text, name, tags):
        if one.tag == "ReferenceValueSets":
            known.references.add(one)
        elif one.tag == "IDRegDocument":
            kind = known.references.word("IDRegDocType", one.get("IDRegDocTypeID"))
            known.documents[str(one.get("IdentityID"))].append((kind, text_at(one, "IDRegistrationNo")))
        elif one.tag == "Location":
            known.countries[str(one.get("ID"))] = _country(one, known.references)
        elif one.tag == "SanctionsEntry":
            known.programmes[str(one.get("ProfileID"))] += texts_at(one, "SanctionsMeasure/Comment")
        elif one.find("Profile") is not None:
            parties.append(_advanced_party(one, known))
    for party in parties:  # the entries with the programmes come last
        programmes = known.programmes.get(party.party_id.removeprefix("ofac-"), ())
        yield replace(party, basis=basis_of("OFAC", *dict.fromkeys(programmes)))


def _country(location: ET.Element, references: _References) -> str:
    """The country of a place, or the code of its area, which is that of a country for all but a few regions."""
    country = next((each.get("CountryID") for each in location.iter("LocationCountry")), None)
    area = next((each.get("AreaCodeID") for each in location.iter("LocationAreaCode")), None)
    return references.word("Country", country) or references.word("AreaCode", area)


def _advanced_party(party: ET.Element, known: _Advanced) -> ListedParty:
    profile = next(party.iter("Profile"))
    spelt = sorted(_spellings(profile, known.references), key=lambda one: (not one[1], not one[0][:1].isascii()))
    names = distinct(name for name, _, weak in spelt if not weak) or distinct(name for name, _, _ in spelt)
    features = list(_features(profile, known))
    documents = [
        each for identity in profile.iter("Identity") for each in known.documents.get(str(identity.get("ID")), ())
    ]
    subtype = known.references.word("PartySubType", profile.get("PartySubTypeID")).lower()
    party_type = known.references.party_type(profile.get("PartySubTypeID")).lower()
    is_transport = party_type == "transport"  # whose subtype says of what kind, or its names do
    kind = (
        _KINDS.get(subtype)
        or ("" if is_transport else _KINDS.get(party_type))
        or _kind_of_party(profile, known.references)
    )

    def values(*what: str) -> tuple[str, ...]:
        return distinct(value for feature, value in features if feature.startswith(what))

    wallets = [("wallet", value) for feature, value in features if feature.startswith(_CURRENCY)]
    mail = [("email", value) for feature, value in features if feature == _EMAIL]
    sites = [("domain", domain) for feature, value in features if feature == _WEBSITE and (domain := domain_of(value))]
    unused = [(feature, value) for feature, value in features if feature and not feature.startswith(_USED)]
    numbers = [found for kind, number in documents if (found := _identifier(kind, number))]
    return ListedParty(
        party_id=f"ofac-{profile.get('ID')}",
        name=next(iter(names), ""),
        kind=kind,
        names=names[1:],
        weak=tuple(one for one in distinct(name for name, _, weak in spelt if weak) if one not in names),
        identifiers=(*wallets, *mail, *sites, *numbers),
        born=values("Birthdate"),
        nationality=values("Nationality Country", "Citizenship Country"),
        gender=next(iter(values("Gender")), None),
        places=distinct(place.partition(",")[0] for place in values("Place of Birth")),
        roles=values("Title"),
        tags=("ofac",),
        dropped=(
            *("document of identity" for _ in range(len(documents) - len(numbers))),
            *(f"feature: {feature}" for feature, value in unused if not (feature == _WEBSITE and domain_of(value))),
        ),
    )


_USED = (
    "Birthdate",
    "Nationality Country",
    "Citizenship Country",
    "Gender",
    "Place of Birth",
    "Title",
    _CURRENCY,
    _EMAIL,
)


def _kind_of_party(profile: ET.Element, references: _References) -> str:
    """A person, if a name has a part that only people's have; else an organisation, a vessel or an aircraft."""
    parts = {
        references.word("NamePartType", one.get("NamePartTypeID")).lower() for one in profile.iter("NamePartGroup")
    }
    if parts & {"last name", "first name"}:
        return "person"
    return "vessel" if "vessel name" in parts else "asset" if "aircraft name" in parts else "organisation"


def _spellings(profile: ET.Element, references: _References) -> Iterator[tuple[str, bool, bool]]:
    """The names: text, whether it is the primary one, whether the list calls it of low quality."""
    for identity in profile.iter("Identity"):
        parts = {
            str(one.get("ID")): references.word("NamePartType", one.get("NamePartTypeID")).lower()
            for one in identity.iter("NamePartGroup")
        }
        for alias in identity.iter("Alias"):
            for documented in alias.iter("DocumentedName"):
                values = [
                    (parts.get(str(one.get("NamePartGroupID")), ""), one.text or "")
                    for one in documented.iter("NamePartValue")
                ]
                yield _in_order(values), alias.get("Primary") == "true", alias.get("LowQuality") == "true"


def _in_order(parts: Sequence[tuple[str, str]]) -> str:
    """The given names, then the family name, of parts and their kinds; Chinese and Korean signs the other way round."""
    if any(_HAN_OR_HANGUL.search(text) for _, text in parts):
        return "".join(text.strip() for _, text in sorted(parts, key=lambda one: one[0] not in _ORDER))
    return joined(*(text for _, text in sorted(parts, key=lambda one: _ORDER.get(one[0], 0))))


def _features(profile: ET.Element, known: _Advanced) -> Iterator[tuple[str, str]]:
    """What is known of the party: kind and value."""
    for feature in profile.iter("Feature"):
        kind = known.references.word("FeatureType", feature.get("FeatureTypeID"))
        for period in feature.iter("DatePeriod"):
            about = "circa " if any(side.get("Approximate") == "true" for side in period) else ""
            yield kind, f"{about}{_period(period)}"
        for detail in feature.iter("VersionDetail"):
            yield kind, known.references.word("DetailReference", detail.get("DetailReferenceID")) or joined(detail.text)
        for location in feature.iter("VersionLocation"):
            yield kind, known.countries.get(str(location.get("LocationID")), "")


def _period(period: ET.Element) -> str:
    """`1970-04-18` for one day, `1970` for a year, `1968 to 1972` for more."""
    first, last = (_day(period.find(side)) for side in ("Start/From", "End/To"))
    if first == last or not last:
        return first
    if first[:4] == last[:4]:
        return first[:7] if first[:7] == last[:7] else first[:4]
    return f"{first[:4]} to {last[:4]}"


def _day(element: ET.Element | None) -> str:
    if element is None:
        return ""
    year, month, day = (text_at(element, part) for part in ("Year", "Month", "Day"))
    return "-".join([year.zfill(4), month.zfill(2) or "01", day.zfill(2) or "01"]) if year else ""
