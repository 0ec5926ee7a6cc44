"""A name a line, as in OpenSanctions' `names.txt`: nothing says which names are one party's, or of what kind it is."""

from __future__ import annotations

from collections.abc import Iterator

from matching.tables.legal_forms import LEGAL_FORMS
from matching.text.folding import fold_words
from matching.watchlist.published.party import ListedParty

_LONGEST = 3  # words of a legal form


def recognises(name: str) -> bool:
    """True for a file that is called so: `names.txt`, `my-names.txt`."""
    return name.lower().endswith("names.txt")


def read(text: str) -> Iterator[ListedParty]:
    """An actor for each name: an organisation if a legal form ends or begins it, else a person."""
    for line in text.lstrip("\ufeff").split("\n"):
        if name := " ".join(line.split()):
            yield ListedParty("", name, "organisation" if _has_legal_form(name) else "person")


def _has_legal_form(name: str) -> bool:
    words = fold_words(name)
    lengths = range(1, min(_LONGEST, len(words) - 1) + 1)
    return any(part in LEGAL_FORMS for length in lengths for part in (words[:length], words[-length:]))
