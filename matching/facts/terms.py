"""Places and roles of the list that an article names with a person: in the same sentence, or at the start of the next.

Terms are written as in contexts: a phrase, with a * for any ending of its last word. A term is said of the person if
nobody else is named between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from matching.facts.claims import Claim, FactKind
from matching.facts.excerpts import POSSESSIVE, MentionExcerpt, names_another
from matching.facts.forms import lines_of_form
from matching.tables.demonyms import country_with_ending
from matching.tables.people import related
from matching.text.folding import Folded, fold, fold_words
from matching.text.scripts import may_continue

_COUNTRYS = re.compile(r"(?<![\w-])([A-Z]\w+(?:\s[A-Z]\w+)?)['’]s\s")


def terms_said(excerpt: MentionExcerpt, kind: FactKind, terms: Sequence[str]) -> Iterator[Claim]:
    """The first of the terms that is said of the person: one claim or none."""
    if not terms:
        return
    start, end = excerpt.sentence
    _, last = excerpt.following
    stretches = [(start, excerpt.start)]
    if not POSSESSIVE.match(excerpt.after):
        stretches += [(excerpt.end, end), (end, last)]
    fields = lines_of_form(excerpt)
    for term in terms:
        for stretch_start, stretch_end in (*stretches, *fields):
            for first, stop in _places(fold(excerpt.text[stretch_start:stretch_end]), term):
                begin, finish = stretch_start + first, stretch_start + stop
                if (stretch_start, stretch_end) in fields or not _is_of_another(excerpt, begin, finish):
                    yield Claim(kind, begin, finish, f"“{excerpt.text[begin:finish]}”", values=(term,))
                    return


def _is_of_another(excerpt: MentionExcerpt, start: int, end: int) -> bool:
    """True if somebody else is named between the person and the words at `[start, end)`."""
    before_name = excerpt.text[end : excerpt.start]
    between = before_name if end <= excerpt.start else excerpt.text[excerpt.end : start]
    between = _COUNTRYS.sub(lambda one: "" if country_with_ending(one[1]) else one[0], between)
    return names_another(between) or related().search(between) is not None


def _places(folded: Folded, term: str) -> Iterator[tuple[int, int]]:
    """Where a term is in a folded stretch, as offsets of the original."""
    listed, is_open = _words_of(term)
    if not listed:
        return
    words = [folded.word(number) for number in range(folded.count)]
    for first in range(len(words) - len(listed) + 1):
        last = first + len(listed) - 1
        ends = words[last].startswith(listed[-1]) if is_open else words[last] == listed[-1]
        if ends and words[first:last] == list(listed[:-1]):
            yield folded.span(first, last)


@cache
def _words_of(term: str) -> tuple[tuple[str, ...], bool]:
    body = term.removesuffix("*").strip()
    return fold_words(body), term.endswith("*") or may_continue(body)
