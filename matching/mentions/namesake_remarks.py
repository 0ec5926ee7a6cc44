"""Does a text say that somebody bears the name only: "no relation to Jane Roe", "another Jane Roe"?"""

from __future__ import annotations

from itertools import chain

from matching.text.folding import fold_words
from matching.text.passage import Passage, Separator

_BEFORE = """
    no relation to|no relation of|no kin to|no kin of|not related to|unrelated to|confused with|mistaken for
    another|a different|namesake of
    nicht verwandt mit|verwechseln mit|verwechselt mit|ein anderer|eine andere|namensvetter von
    sans lien avec|confondre avec|un autre|une autre|homonyme de
    sin relación con|confundir con|otro|otra|homónimo de|tocayo de
    sem relação com|confundir com|um outro|uma outra|xará de
    confondere con|un altro|un'altra|omonimo di|omonima di
    een andere|naamgenoot van|verwarren met|niet verwant aan
    niespokrewniony z|niespokrewniona z|mylić z|inny|inna
    bir başka|başka bir
    однофамилец|однофамилица|тезка|другой|другая|не путать с|інший|інша|тезко
"""
_BEHIND = """
    no relation|not related|unrelated|not to be confused|nicht verwandt|nicht zu verwechseln
    sans lien|à ne pas confondre|sin relación|sin parentesco|no confundir|sem relação|não confundir
    da non confondere|geen familie|niet te verwarren
    ile karıştırılmamalı|nie mylić|не путать|однофамилец|однофамилица
"""


def _phrases(lines: str) -> dict[str, list[tuple[str, ...]]]:
    """The folded phrases by their last word."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lines.replace("\n", "|").split("|"):
        if words := fold_words(phrase):
            phrases.setdefault(words[-1], []).append(words)
    return phrases


_BY_LAST = _phrases(_BEFORE)
_WHOLE = frozenset(chain.from_iterable(_phrases(_BEHIND).values()))
_STARTS = frozenset(words[0] for words in _WHOLE)
_LONGEST = max(map(len, _WHOLE))


def says_other_bearer(passage: Passage, first: int, last: int) -> bool:
    """True if right before or behind the name from word `first` to `last` somebody else is said to bear it.

    Behind it the remark is in brackets or between commas: Jane Roe (no relation), Jane Roe, no relation to him.
    """
    word = passage.folded.word
    if first > 0 and (phrases := _BY_LAST.get(word(first - 1))) and passage.separator(first - 1) is Separator.NOTHING:
        for phrase in phrases:
            start = first - len(phrase)
            if start >= 0 and phrase == tuple(map(word, range(start, first))):
                return True
    behind = last + 1
    if behind >= passage.folded.count or word(behind) not in _STARTS:
        return False
    if passage.separator(last) not in (Separator.COMMA, Separator.QUOTE):
        return False
    words = tuple(map(word, range(behind, min(behind + _LONGEST, passage.folded.count))))
    return any(words[:count] in _WHOLE for count in range(1, len(words) + 1))
