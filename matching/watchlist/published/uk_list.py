"""The lists of the UK: OFSI's `ConList.csv`, and the UK Sanctions List as CSV and XML. A row or element a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from matching.watchlist.published.cells import Cells, rows_of, unread_columns
from matching.watchlist.published.party import ListedParty, basis_of, distinct, domain_of, joined
from matching.watchlist.published.xml_text import elements, text_at, texts_at, unread

_KINDS = {"individual": "person", "ship": "vessel"}
_NOT_HELD = {
    "address": ("Address 1", "Address Line 1"),
    "document of identity": (
        "Passport Number",
        "Passport number",
        "National Identification Number",
        "National Identifier number",
        "Business registration number (s)",
    ),
    "comment": ("Other Information", "UK Statement of Reasons"),
    "phone number": ("Phone number",),
    "title": ("Title",),
    "owner or parent": ("Parent company", "Current owner/operator (s)", "Previous owner/operator (s)"),
    "ship's particulars": ("Current believed flag of ship", "Type of ship", "Hull identification number (HIN)"),
}
"""What the columns say and an entry cannot hold."""

_KNOWN = re.compile(
    r"last updated|listed on|(?:.* )?date designated|(?:group|unique|ofsi group) id|un reference number|name .*"
    r"|alias .*|non-latin script.*|d\.?o\.?b\.?|town of birth|nationality.*|passport.*|national identif.*|position"
    r"|gender|individual_gender|imo number|ship_imo_number|email address|address.*|post/zip code|country|regime"
    r"|regime name|group type|designation (?:type|source)|sanctions imposed|website|"
    + "|".join(re.escape(one) for columns in _NOT_HELD.values() for one in columns),
    re.IGNORECASE,
)
"""The columns that are read, or counted above, or are about the entry in the list."""
_ELEMENTS = frozenset(
    ("LastUpdated", "DateDesignated", "UniqueID", "OFSIGroupID", "UNReferenceNumber", "Names", "NonLatinNames",
     "RegimeName", "IndividualEntityShip", "DesignationSource", "SanctionsImposed", "SanctionsImposedIndicators",
     "Addresses", "OtherInformation", "EmailAddresses", "DOBs", "Nationalities", "Genders", "Positions", "TownOfBirth",
     "Websites", "IMONumbers", "PassportDetails", "NationalIdentifierDetails")
)  # fmt: skip

_PARTS = (1, 2, 3, 4, 5, 6)  # the given names, then the family name or the whole name


def recognises_csv(start: str) -> bool:
    """True if the list begins like this: a line with the date, then the header."""
    first, _, rest = start.partition("\n")
    header = rest.partition("\n")[0]
    return first.startswith(("Last Updated", "Report Date")) and ("Group ID" in header or "Unique ID" in header)


def recognises_xml(start: str) -> bool:
    """True if the list begins like this."""
    return "<Designations" in start


def read_csv(text: str, _: str) -> Iterator[ListedParty]:
    """The people, organisations and ships of either CSV list."""
    groups: dict[str, list[Cells]] = defaultdict(list)
    for row in rows_of(text.partition("\n")[2]):
        groups[row.get("Group ID") or row.get("Unique ID") or ""].append(row)
    for number, rows in groups.items():
        yield _of_rows(number, rows)


def _of_rows(number: str, rows: Sequence[Cells]) -> ListedParty:
    def values(*columns: str) -> tuple[str, ...]:
        return distinct(row.get(column) for column in columns for row in rows)

    spelt = [
        (_name_in_row(row), _first(row, "Alias Type", "Name type"), _first(row, "Alias Quality", "Alias strength"))
        for row in rows
    ]
    names, weak = _sorted_names(spelt)
    domains, pages = _domains(values("Website"))
    kind = next(iter(values("Group Type", "Designation Type")), "").lower()
    return ListedParty(
        party_id=f"uk-{number}",
        name=next(iter(names), ""),
        kind=_KINDS.get(kind, "organisation"),
        names=(*names[1:], *values("Name Non-Latin Script", "Name non-latin script")),
        weak=weak,
        identifiers=(
            *(("imo", one) for one in values("IMO number", "Ship_IMO_Number")),
            *(("email", one) for one in values("Email address")),
            *(("domain", one) for one in domains),
        ),
        born=values("DOB", "D.O.B"),
        nationality=values("Nationality", "Nationality(/ies)"),
        gender=next(iter(values("Gender", "Individual_Gender")), None),
        places=values("Town of Birth", "Town of birth"),
        roles=values("Position"),
        tags=("uk",),
        basis=basis_of("UK", next(iter(values("Regime", "Regime Name")), None)),
        dropped=(
            *(what for what, columns in _NOT_HELD.items() for _ in values(*columns)),
            *pages,
            *unread_columns(rows, _KNOWN),
        ),
    )


def _domains(websites: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The domains of websites, and an item for each that is a page of a site, which may be shared by many."""
    found = [domain_of(one) for one in websites]
    return tuple(one for one in found if one), ("website",) * found.count(None)


def _name_in_row(row: Cells) -> str:
    return joined(*(row.get(f"Name {number}") for number in _PARTS))


def _first(row: Cells, *columns: str) -> str:
    return next((value.lower() for column in columns if (value := row.get(column))), "")


def _sorted_names(spelt: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names, primary ones first, and the weak ones, of (name, type, quality)."""
    primary_first: Callable[[tuple[str, str, str]], bool] = lambda one: not one[1].startswith("primary")  # noqa: E731
    in_order = sorted(spelt, key=primary_first)
    weak = distinct(name for name, _, quality in in_order[1:] if "low" in quality or "weak" in quality)
    return tuple(one for one in distinct(name for name, _, _ in in_order) if one not in weak), weak


def read_xml(text: str, name: str) -> Iterator[ListedParty]:
    """The people, organisations and ships of the UK Sanctions List. Raises ConfigError."""
    for one in elements(text, name, {"Designation"}):
        yield _of_element(one)


def _of_element(one: ET.Element) -> ListedParty:
    spelt = [
        (
            joined(*(text_at(spelling, f"Name{number}") for number in _PARTS)),
            text_at(spelling, "NameType").lower(),
            text_at(spelling, "AliasStrength").lower(),
        )
        for spelling in one.iterfind("Names/Name")
    ]
    names, weak = _sorted_names(spelt)
    domains, pages = _domains(texts_at(one, "Websites/Website"))
    return ListedParty(
        party_id=f"uk-{text_at(one, 'UniqueID') or text_at(one, 'OFSIGroupID')}",
        name=next(iter(names), ""),
        kind=_KINDS.get(text_at(one, "IndividualEntityShip").lower(), "organisation"),
        names=(*names[1:], *texts_at(one, "NonLatinNames/NonLatinName/NameNonLatinScript")),
        weak=weak,
        identifiers=(
            *(("imo", number) for number in texts_at(one, ".//IMONumbers/IMONumber")),
            *(("email", address) for address in texts_at(one, "EmailAddresses/EmailAddress")),
            *(("domain", domain) for domain in domains),
        ),
        born=texts_at(one, ".//DOBs/DOB"),
        nationality=texts_at(one, ".//Nationalities/Nationality"),
        gender=next(iter(texts_at(one, ".//Genders/Gender")), None),
        places=texts_at(one, ".//BirthDetails/Location/TownOfBirth"),
        roles=texts_at(one, ".//Positions/Position"),
        tags=("uk",),
        basis=basis_of("UK", text_at(one, "RegimeName")),
        dropped=(
            *("address" for _ in one.iterfind("Addresses/Address")),
            *("document of identity" for _ in texts_at(one, ".//PassportNumber")),
            *("document of identity" for _ in texts_at(one, ".//NationalIdentifierNumber")),
            *("comment" for _ in texts_at(one, "OtherInformation")),
            *pages,
            *unread(one, _ELEMENTS),
        ),
    )
