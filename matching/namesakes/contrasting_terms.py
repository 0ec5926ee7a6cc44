"""Words beside the mentions of some articles that are beside no mention of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from matching.namesakes.judged_mentions import JudgedMention
from matching.tables.common_words import COMMON_WORDS
from matching.text.folding import fold, fold_words
from matching.text.scripts import has_word_borders

MOST_TERMS = 4
"""Terms that exclude, at most."""

MOST_CONTEXT_TERMS = 8
"""Terms of a context, at most."""

_LEAST_LETTERS = 4  # of a word that is proposed


def contrasting_terms(
    names: Collection[str], absent: Iterable[JudgedMention], present: Sequence[Sequence[JudgedMention]]
) -> tuple[str, ...]:
    """Few terms as they are written, of as many articles of `present` as possible and of none of `absent`.

    `present` has the mentions by article; words of `names` are no terms. Scripts without spaces give none.
    """
    return _covering(_terms_by_article(names, absent, present))


def context_terms(
    names: Collection[str], absent: Iterable[JudgedMention], present: Sequence[Sequence[JudgedMention]]
) -> tuple[str, ...]:
    """As `contrasting_terms`, and further words of several articles: a context that knows more misses less."""
    articles = _terms_by_article(names, absent, present)
    written = {term: text for one in articles for term, text in one.items()}
    counts = Counter(term for one in articles for term in one if " " not in term)
    shared = sorted((term for term, number in counts.items() if number > 1), key=lambda term: (-counts[term], term))
    return tuple(dict.fromkeys((*_covering(articles), *(written[one] for one in shared))))[:MOST_CONTEXT_TERMS]


def _terms_by_article(
    names: Collection[str], absent: Iterable[JudgedMention], present: Sequence[Sequence[JudgedMention]]
) -> list[Mapping[str, str]]:
    """The terms beside the mentions of each article, folded and as they are written."""
    listed = {word for name in names for word in fold_words(name)}
    unwanted = {term for one in absent for term in terms_of(one.sentence)}
    by_article: list[Mapping[str, str]] = []
    for mentions in present:
        written: dict[str, str] = {}
        for one in mentions:
            written |= terms_of(one.sentence)
        kept = {
            term: text for term, text in written.items() if term not in unwanted and listed.isdisjoint(term.split())
        }
        by_article.append(kept)
    return by_article


def terms_of(sentence: str) -> Mapping[str, str]:
    """Folded terms, each as it is written: a word, or two with one space between.

    Common words and numbers identify nothing; with another capitalised word they may ("Harbour Rovers").
    """
    found: dict[str, str] = {}
    for line in sentence.split("\n"):
        folded = fold(line)
        spans = [folded.span(number, number) for number in range(folded.count)]
        words = [_Word(folded.word(number), line[start:end]) for number, (start, end) in enumerate(spans)]
        found |= {one.folded: one.written for one in words if one.identifies}
        for left, right, (_, end), (start, _) in zip(words, words[1:], spans, spans[1:], strict=False):
            if line[end:start] == " " and _identify(left, right):
                found[f"{left.folded} {right.folded}"] = f"{left.written} {right.written}"
    return found


class _Word(NamedTuple):
    folded: str
    written: str

    @property
    def is_word(self) -> bool:
        return len(self.folded) >= _LEAST_LETTERS and self.folded.isalpha() and has_word_borders(self.folded)

    @property
    def identifies(self) -> bool:
        return self.is_word and self.folded not in COMMON_WORDS


def _identify(left: _Word, right: _Word) -> bool:
    """True for two words that identify, or two with capitals of which one does."""
    capitals = left.is_word and right.is_word and left.written[0].isupper() and right.written[0].isupper()
    return (left.identifies and right.identifies) or (capitals and (left.identifies or right.identifies))


def _covering(articles: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """Few terms that together are in as many articles as possible; among equals two words, which say more.

    A term of one article alone may be chance: it is taken if there is no other.
    """
    left = list(articles)
    chosen: list[str] = []
    while left and len(chosen) < MOST_TERMS:
        counts = Counter(term for one in left for term in one)
        best = max(counts, key=lambda term: (counts[term], " " in term, len(term), term), default=None)
        if best is None or (counts[best] == 1 and chosen):
            break
        chosen.append(next(one[best] for one in left if best in one))
        left = [one for one in left if best not in one]
    return tuple(chosen)
