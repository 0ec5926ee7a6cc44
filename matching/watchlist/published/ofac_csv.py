"""OFAC's list of specially designated nationals as CSV: `sdn.csv`, with `alt.csv` (aliases) and `add.csv` (addresses).

None has a header, `-0-` stands for an empty cell, and what is known of a person is in the remarks, in the last column.
Source: sanctionslist.ofac.treas.gov.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from matching.watchlist.published.cells import lines_of
from matching.watchlist.published.party import ListedParty, basis_of, distinct, domain_of, given_first

ALIASES, ADDRESSES = "alt.csv", "add.csv"
"""The files that belong to the list, by their names in small letters."""

_COLUMNS = 12
_KINDS = {"individual": "person", "vessel": "vessel", "aircraft": "asset", "-0-": "organisation"}
_IMO = re.compile(r"IMO (\d{7})")
_WALLET = re.compile(r"Digital Currency Address - [A-Z0-9]{2,6} ([A-Za-z0-9]{20,120})")
_EMAIL = re.compile(r"Email Address ([^\s;]+@[^\s;]*[^\s;.])")
_WEBSITE = re.compile(r"(?:alt\. )?Website (\S+)")
_WEAK = re.compile(r"a\.k\.a\. '([^']+)'")
_REMARKS = {
    "born": re.compile(r"(?:alt\. )?DOB (.+)"),
    "nationality": re.compile(r"(?:alt\. )?(?:nationality|citizen) (.+)"),
    "gender": re.compile(r"Gender (\w+)"),
    "places": re.compile(r"(?:alt\. )?POB ([^,]+)"),
}
_DOCUMENT = re.compile(
    r"(?:Passport|National ID|Identification Number|Tax ID|Registration|D-U-N-S|SWIFT)", re.IGNORECASE
)
_TAKEN = re.compile(r"DOB|POB|nationality|citizen|Gender|Digital Currency|Email Address|a\.k\.a\.|IMO \d")


def recognises(start: str) -> bool:
    """True if the list begins like this."""
    cells = next(csv.reader([start.partition("\n")[0]]), [])
    return len(cells) >= _COLUMNS and cells[2].strip().lower() in _KINDS


def read(text: str, further: Mapping[str, str]) -> Iterator[ListedParty]:
    """The entries of the list; `further` holds the texts of the files beside it, by name."""
    aliases, addresses = _by_number(further.get(ALIASES, "")), _by_number(further.get(ADDRESSES, ""))
    for cells in csv.reader(lines_of(text)):
        if len(cells) >= _COLUMNS:
            number = cells[0].strip()
            yield _party([cell.strip() for cell in cells], aliases.get(number, ()), addresses.get(number, ()))


def stray_aliases(text: str, further: Mapping[str, str]) -> int:
    """How many aliases are of an entry that the list lacks: the two files are of different days then."""
    numbers = {cells[0].strip() for cells in csv.reader(lines_of(text)) if cells}
    aliases = _by_number(further.get(ALIASES, ""))
    return sum(len(rows) for number, rows in aliases.items() if number not in numbers)


def _by_number(text: str) -> Mapping[str, list[Sequence[str]]]:
    rows: dict[str, list[Sequence[str]]] = defaultdict(list)
    for cells in csv.reader(lines_of(text)):
        if len(cells) >= 4:
            rows[cells[0].strip()].append([cell.strip() for cell in cells])
    return rows


def _party(cells: Sequence[str], aliases: Sequence[Sequence[str]], addresses: Sequence[Sequence[str]]) -> ListedParty:
    number, name, kind, programme, title = cells[:5]
    remarks = [one.strip(" .") for one in cells[-1].split(";") if one.strip(" .") not in ("", "-0-")]

    def said(what: str) -> tuple[str, ...]:
        return distinct(found[1] for one in remarks if (found := _REMARKS[what].match(one)))

    is_person = kind == "individual"
    sites = {one: domain_of(found[1]) for one in remarks if (found := _WEBSITE.fullmatch(one))}
    left = [one for one in remarks if not (_TAKEN.search(one) or sites.get(one))]
    programmes = ", ".join(re.split(r"\]\s*\[", programme.strip("[]")))
    return ListedParty(
        party_id=f"ofac-{number}",
        name=given_first(name) if is_person else name,
        kind=_KINDS.get(kind, ""),
        names=distinct(given_first(one[3]) if is_person else one[3] for one in aliases),
        weak=tuple(_WEAK.findall(cells[-1])),
        identifiers=(
            *(("imo", digits) for digits in _IMO.findall(cells[-1])),
            *(("wallet", address) for address in _WALLET.findall(cells[-1])),
            *(("email", address) for address in _EMAIL.findall(cells[-1])),
            *(("domain", domain) for domain in sites.values() if domain),
        ),
        born=said("born"),
        nationality=said("nationality"),
        gender=next(iter(said("gender")), None),
        places=distinct([*said("places"), *filter(None, map(_city, addresses))]) if is_person else (),
        roles=(title,) if is_person and title != "-0-" else (),
        tags=("ofac",),
        basis=basis_of("OFAC SDN", programmes if programme != "-0-" else None),
        dropped=(
            *("ship's particulars" for one in cells[5:11] if one != "-0-"),
            *("document of identity" if _DOCUMENT.search(one) else "remark" for one in left),
        ),
    )


def _city(address: Sequence[str]) -> str | None:
    """The city of an address, without its post code; None if it has none."""
    city = re.split(r"[\d,(]", address[3])[0].strip(" -")
    return city if city and city != "-0-" else None
