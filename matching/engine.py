"""The matching engine: a compiled watchlist that reads articles.

    compile_watchlist(watchlist) ─► Matcher ─► match(article) ─► hits, each with mentions, score, band and reasons

An article is folded once (`folding.py`). One pass of the automaton finds every listed phrase word for word, identifiers
and the terms of rules (`scan.py`); the words with capitals are looked up for names that stand there with differences
(`candidates.py`, `alignment.py`). What was found is settled among the actors (`recognition.py`), weighed with what the
article says around it (`verdict.py`), and told with its reasons (`reasons.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.records import Article, Hit
from matching.candidates import Candidates, index_pairs
from matching.entries import Watchlist
from matching.forms import Form, forms
from matching.phrases import Identified, Use, uses
from matching.reading import Reading
from matching.recognition import Lexicon
from matching.rules import Rules, compile_rules
from matching.scan import Scanner
from matching.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled watchlist. Reading an article changes nothing but what is remembered about words."""

    watchlist: Watchlist
    rules: Rules
    lexicon: Lexicon
    scanner: Scanner
    uses: Sequence[tuple[Use, ...]]
    identified: Sequence[Identified]

    def match(self, article: Article) -> tuple[Hit, ...]:
        """The hits of one article, actors before schemes, each in the order of the list; never raises."""
        return Reading(self, article).hits()


def compile_watchlist(watchlist: Watchlist) -> Matcher:
    """The watchlist ready to read articles."""
    rules = compile_rules(watchlist)
    listed = [form for number, actor in enumerate(watchlist.active_actors) for form in forms(number, actor)]
    phrases, meanings, identified = uses(watchlist.active_actors, listed, rules.atoms)
    return Matcher(watchlist, rules, _lexicon(listed), Scanner(phrases), meanings, identified)


def _lexicon(listed: Sequence[Form]) -> Lexicon:
    words = dict.fromkeys(word for form in listed for word in form.name.words)
    number_of = {word: number for number, word in enumerate(words)}
    korean = [tuple(number_of[word] for word in form.name.words) for form in listed if form.korean]
    vocabulary = Vocabulary(words, korean)
    numbers = [tuple(number_of[word] for word in form.name.words) for form in listed]
    named = [
        [row[index] for index in form.name.named] if form.is_alphabetic else []
        for form, row in zip(listed, numbers, strict=True)
    ]
    alone = frozenset(row[0] for form, row in zip(listed, named, strict=True) if len(row) == 1 and form.name.initials)
    pairs, owners = index_pairs(named, vocabulary.words)
    return Lexicon(listed, numbers, vocabulary, Candidates(vocabulary, pairs, owners, alone))
