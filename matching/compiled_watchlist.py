"""A compiled watchlist as one value: everything that reading an article looks things up in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from matching.index.candidates import CandidateFinder
from matching.index.compiled import WatchlistIndex
from matching.index.lexicon import FamilyNames, Lexicon
from matching.index.phrases import PatternTarget
from matching.index.rolling_hash import PhraseHeads
from matching.index.scanner import Scanner
from matching.index.sounds.joined_names import joined_names
from matching.index.sounds.script_words import spelt_without_latin
from matching.index.vocabulary import Vocabulary
from matching.mentions.composed import SIGNS_IN_PLAIN
from matching.rules.compiling import Rules, compile_rules
from matching.scoring.scale import Scale
from matching.watchlist.model import Actor, Watchlist


@dataclass(frozen=True, slots=True)
class CompiledWatchlist:
    """The watchlist ready to be matched. Reading an article changes nothing except what is remembered about words.

    `head` is the watchlist without most of its actors; `actors` are all that are enabled. `pattern_targets` say for
    each pattern of the scanner what it belongs to.
    """

    index: WatchlistIndex = field(repr=False)
    head: Watchlist = field(repr=False)
    actors: Sequence[Actor] = field(repr=False)
    rules: Rules = field(repr=False)
    lexicon: Lexicon = field(repr=False)
    scanner: Scanner = field(repr=False)
    pattern_targets: Sequence[tuple[PatternTarget, ...]] = field(repr=False)
    scale: Scale = field(repr=False)

    @classmethod
    def of(cls, index: WatchlistIndex) -> CompiledWatchlist:
        """The watchlist of this index."""
        head, actors = index.watchlist, index.lazy_actors()
        words = index.words.decode().split("\n") if index.words else []
        without_latin = spelt_without_latin(index.named, index.named_start, index.variant_actor, words)
        joined = partial(joined_names, index.named, index.named_start, words)
        vocabulary = Vocabulary(words, index.romanised_names(), index.key_table, without_latin, joined)
        candidates = CandidateFinder(vocabulary, index.pairs, index.owners, frozenset(index.alone.tolist()))
        heads = PhraseHeads(index.head_keys, index.head_phrases, index.first_word_keys)
        return cls(
            index=index,
            head=head,
            actors=actors,
            rules=compile_rules(head),
            lexicon=Lexicon(index, index.lazy_variants(actors), vocabulary, candidates, FamilyNames(index)),
            scanner=Scanner(index.patterns.split(b"\n") if index.patterns else [], heads, SIGNS_IN_PLAIN),
            pattern_targets=index.lazy_pattern_targets(),
            scale=Scale.of(head.defaults),
        )
