"""A name a line, as in OpenSanctions' `names.txt`: nothing says which names are one party's, or of what kind it is."""

from __future__ import annotations

from collections.abc import Iterator

from matching.names.legal_forms import has_legal_form
from matching.watchlist.published.party import ListedParty


def recognises(name: str) -> bool:
    """True for a file that is called so: `names.txt`, `my-names.txt`."""
    return name.lower().endswith("names.txt")


def read(text: str) -> Iterator[ListedParty]:
    """An actor for each name: an organisation if it has a legal form, else a person."""
    for line in text.lstrip("\ufeff").split("\n"):
        if name := " ".join(line.split()):
            yield ListedParty("", name, "organisation" if has_legal_form(name) else "person")
