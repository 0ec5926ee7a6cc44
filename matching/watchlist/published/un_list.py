"""The UN Security Council's consolidated list (XML): scsanctions.un.org, `consolidated.xml`."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from matching.watchlist.published.party import ListedParty, basis_of, distinct, given_first, joined
from matching.watchlist.published.xml_text import elements, text_at, texts_at, unread

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KNOWN = frozenset(
    ("DATAID", "VERSIONNUM", *_NAMES, "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "NAME_ORIGINAL_SCRIPT",
     "COMMENTS1", "NATIONALITY", "GENDER", "DESIGNATION", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY",
     "SORT_KEY_LAST_MOD", "SUBMITTED_BY", "SUBMITTED_ON", "QUALITY", "ALIAS_NAME", "INDIVIDUAL_DATE_OF_BIRTH", "CITY",
     "INDIVIDUAL_DOCUMENT", "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS")
)  # fmt: skip
"""The elements that are read, or counted with the documents and addresses, or are about the entry in the list."""
_KINDS = {"INDIVIDUAL": "person", "ENTITY": "organisation"}


def recognises(start: str) -> bool:
    """True if the list begins like this."""
    return "<CONSOLIDATED_LIST" in start


def read(text: str, name: str) -> Iterator[ListedParty]:
    """The people and organisations of the list. Raises ConfigError."""
    for one in elements(text, name, _KINDS):
        yield _party(one)


def _party(one: ET.Element) -> ListedParty:
    in_order = given_first if one.tag == "INDIVIDUAL" else str
    aliases = [
        (in_order(text_at(alias, "ALIAS_NAME")), text_at(alias, "QUALITY").lower())
        for alias in one.iter(f"{one.tag}_ALIAS")
    ]
    return ListedParty(
        party_id=f"un-{text_at(one, 'REFERENCE_NUMBER') or text_at(one, 'DATAID')}",
        name=joined(*(text_at(one, part) for part in _NAMES)),
        kind=_KINDS[one.tag],
        names=distinct(
            [*texts_at(one, "NAME_ORIGINAL_SCRIPT"), *(alias for alias, quality in aliases if quality != "low")]
        ),
        weak=distinct(alias for alias, quality in aliases if quality == "low"),
        born=distinct(_birth(date) for date in one.iter("INDIVIDUAL_DATE_OF_BIRTH")),
        nationality=texts_at(one, "NATIONALITY/VALUE"),
        gender=text_at(one, "GENDER") or None,
        places=texts_at(one, "INDIVIDUAL_PLACE_OF_BIRTH/CITY"),
        roles=texts_at(one, "DESIGNATION/VALUE"),
        tags=("un",),
        basis=basis_of("UN", text_at(one, "UN_LIST_TYPE")),
        dropped=(
            *("address" for _ in one.iter(f"{one.tag}_ADDRESS")),
            *("document of identity" for _ in texts_at(one, "INDIVIDUAL_DOCUMENT/NUMBER")),
            *("comment" for _ in texts_at(one, "COMMENTS1")),
            *unread(one, _KNOWN),
        ),
    )


def _birth(date: ET.Element) -> str:
    first, last = text_at(date, "FROM_YEAR"), text_at(date, "TO_YEAR")
    if first and last:
        return f"{first} to {last}"
    day = text_at(date, "DATE") or text_at(date, "YEAR") or text_at(date, "NOTE")  # "Nov. 1973" is in a note
    about = "approx" in text_at(date, "TYPE_OF_DATE").lower()
    return f"circa {day[:4]}" if about and day else day
