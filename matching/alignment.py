"""One listed name laid over a stretch of text: which word is which, what is missing, what stands in between.

A name is found in one of its orders as a chain of links from its words to words of the text. The price of a chain is
what its links cost, plus what is left out of the name, plus what stands between the links. A word left out where the
text has another word of the same kind is no omission but another person: such a chain does not exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matching.likeness import DIVIDED, Likeness
from matching.names import SAID_FIRST, Name, Part, rarity
from matching.passage import Gap, Passage
from matching.tables.name_parts import (
    ALIAS_WORDS,
    ARTICLES,
    CONJUNCTIONS,
    FUNCTION_WORDS,
    HONORIFICS,
    PARTICLES,
    SUFFIXES,
)
from matching.vocabulary import Vocabulary

_IMPOSSIBLE = 99.0
_REAL = 0.2  # the price from which on something real was left out: an initial or a name
_REDIVIDED = 0.5
_MAX_BETWEEN = 6  # words between two parts of one name
_CLOSE = {Gap.NOTHING, Gap.HYPHEN, Gap.STOP}
_ASIDE = {Gap.COMMA, Gap.QUOTE}
_OMITTED = {Part.NAME: 2.5, Part.INITIAL: 0.2, Part.PATRONYMIC: 0.2, Part.PARTICLE: 0.05, Part.TITLE: 0.0}


class Link(NamedTuple):
    """Words of the name, by their place in the order tried, that words of the text are."""

    position: int
    length: int
    word: int
    words: int
    likeness: Likeness


class Bridge(NamedTuple):
    """What stands between two links: by which method it belongs into a name, and its price."""

    method: str
    cost: float


NOTHING_BETWEEN = Bridge("", 0.0)


@dataclass(frozen=True, slots=True)
class Alignment:
    """A listed name in a passage, from word `first` to word `last`.

    `links` pair the indexes of the name's words with the words of the text; `omitted` are the indexes of identifying
    words that are not there; `bridges` the methods by which what stands between belongs; `turned` is True for another
    order than the listed one, `longer` if the text's name goes on at one of the ends.
    """

    name: Name
    first: int
    last: int
    links: tuple[tuple[tuple[int, ...], tuple[int, ...], Likeness], ...]
    omitted: tuple[int, ...]
    bridges: tuple[str, ...]
    turned: bool
    longer: bool
    cost: float

    @property
    def met(self) -> tuple[int, ...]:
        """The indexes of the identifying words that are there."""
        return tuple(index for index in self.name.named if index not in self.omitted)

    @property
    def worst(self) -> Likeness:
        """The costliest likeness of a word."""
        return max((likeness for _, _, likeness in self.links), key=lambda one: one.cost)


class Aligner:
    """Lays names over one passage."""

    def __init__(self, page: Passage, vocabulary: Vocabulary) -> None:
        self.page, self.vocabulary = page, vocabulary
        self._bridges: dict[tuple[int, int], Bridge | None] = {}

    def align(self, name: Name, orders: Iterable[Sequence[int]], around: range) -> Alignment | None:
        """The cheapest way in which the name stands in the words `around`, None if it does not."""
        numbers = [self.vocabulary.numbers[word.encode()] for word in name.words]
        best: Alignment | None = None
        likes = [(word, words, candidates) for word, words, candidates in self._likes(around)]
        for turn, order in enumerate(orders):
            found = self._chain(name, numbers, order, likes, turned=turn > 0)
            if found and (best is None or found.cost < best.cost):
                best = found
        return best

    def _likes(self, around: range) -> Iterator[tuple[int, int, dict[tuple[int, ...], Likeness]]]:
        """Every word, and every two neighbours taken as one, with the listed words that they may be."""
        page, vocabulary = self.page, self.vocabulary
        for word in around:
            yield word, 1, self._single(word, around)
            if word + 1 in around and page.gap(word) in _CLOSE:
                pair = page.folded.cased_word(word) + page.folded.cased_word(word + 1)
                number = vocabulary.numbers.get(pair.decode().casefold().encode())
                if number is not None:
                    yield word, 2, {(number,): DIVIDED}

    def _single(self, word: int, around: range) -> dict[tuple[int, ...], Likeness]:
        """The listed words that a word may be. Behind a hyphen a small letter is a capital, and l is seen for I."""
        cased = self.page.folded.cased_word(word)
        found = {one.words: one.likeness for one in reversed(self.vocabulary[cased]) if one.words}
        if found or self.page.is_capital(word):
            return found
        tied = word - 1 in around and self.page.gap(word - 1) is Gap.HYPHEN
        like = self.vocabulary[cased.capitalize()] if tied or cased[:1] == b"l" else ()
        return {one.words: one.likeness for one in like if one.words and (tied or one.likeness.method == "visual")}

    def _chain(
        self,
        name: Name,
        numbers: Sequence[int],
        order: Sequence[int],
        likes: Sequence[tuple[int, int, dict[tuple[int, ...], Likeness]]],
        *,
        turned: bool,
    ) -> Alignment | None:
        links = list(self._links(name, numbers, order, likes))
        prices: list[
            tuple[float, int]
        ] = []  # the price of the cheapest chain that ends with each link, and its predecessor
        for index, link in enumerate(links):
            price, before = self._left_out(name, order, 0, link.position), -1
            if turned and self._is_tail(link.word):
                price = _IMPOSSIBLE
            for earlier in range(index):
                step = prices[earlier][0] + self._step(name, order, links[earlier], link)
                if step < price:
                    price, before = step, earlier
            prices.append((price + link.likeness.cost, before))
        return self._best(name, order, links, prices, turned=turned)

    def _best(
        self,
        name: Name,
        order: Sequence[int],
        links: Sequence[Link],
        prices: Sequence[tuple[float, int]],
        *,
        turned: bool,
    ) -> Alignment | None:
        best, last = _IMPOSSIBLE, -1
        for index, link in enumerate(links):
            rest = self._left_out(name, order, link.position + link.length, len(order))
            if prices[index][0] + rest < best:
                best, last = prices[index][0] + rest, index
        if last < 0:
            return None
        chain = []
        while last >= 0:
            chain.append(links[last])
            last = prices[last][1]
        chain.reverse()
        if self._is_cut(name, order, chain):
            return None
        return self._alignment(name, order, chain, best, turned=turned)

    def _alignment(
        self, name: Name, order: Sequence[int], chain: Sequence[Link], cost: float, *, turned: bool
    ) -> Alignment:
        indexes = [tuple(order[link.position : link.position + link.length]) for link in chain]
        met = {index for some in indexes for index in some}
        bridges = [self._between(one.word + one.words, two.word) for one, two in zip(chain, chain[1:], strict=False)]
        return Alignment(
            name=name,
            first=chain[0].word,
            last=chain[-1].word + chain[-1].words - 1,
            links=tuple(
                (some, tuple(range(link.word, link.word + link.words)), link.likeness)
                for some, link in zip(indexes, chain, strict=True)
            ),
            omitted=tuple(index for index in name.named if index not in met),
            bridges=tuple(bridge.method for bridge in bridges if bridge and bridge.method),
            turned=turned,
            longer=self.stands_in_longer(chain[0].word, chain[-1].word + chain[-1].words - 1),
            cost=cost,
        )

    def _links(
        self,
        name: Name,
        numbers: Sequence[int],
        order: Sequence[int],
        likes: Sequence[tuple[int, int, dict[tuple[int, ...], Likeness]]],
    ) -> Iterator[Link]:
        for word, words, candidates in likes:
            for position, index in enumerate(order):
                found = candidates.get((numbers[index],)) or (self._by_kind(name, index, word) if words == 1 else None)
                if found:
                    yield Link(position, 1, word, words, found)
                for length, run in _runs(name, numbers, order, position):
                    if joined := candidates.get(run):
                        yield Link(position, length, word, words, joined)

    def _by_kind(self, name: Name, index: int, word: int) -> Likeness | None:
        """Articles stand for one another, and an initial for a name that begins with it."""
        listed, written = name.words[index], self.page.folded.word(word)
        if name.parts[index] is Part.PARTICLE:
            return Likeness("particle", 0.05) if listed in ARTICLES and written in ARTICLES else None
        short = min(len(listed), len(written))
        if short == 1 and listed[0] == written[0] and listed != written and self.page.is_capital(word):
            return Likeness("initial", 0.4)
        return None

    def _left_out(self, name: Name, order: Sequence[int], start: int, end: int) -> float:
        return sum(_OMITTED[name.parts[index]] for index in order[start:end])

    def _step(self, name: Name, order: Sequence[int], earlier: Link, link: Link) -> float:
        """What it costs to go on from one link to the next."""
        if link.position < earlier.position + earlier.length or link.word < earlier.word + earlier.words:
            return _IMPOSSIBLE
        skipped = order[earlier.position + earlier.length : link.position]
        left_out = sum(_OMITTED[name.parts[index]] for index in skipped)
        bridge = self._between(earlier.word + earlier.words, link.word)
        if bridge is None:
            return _IMPOSSIBLE
        start, end = earlier.word + earlier.words, link.word
        if left_out >= _REAL and end > start:
            return _REDIVIDED if self._is_redivided(name, skipped, start, end) else _IMPOSSIBLE
        if bridge.method == "comma" and not _is_seam(name, order, link.position):
            return _IMPOSSIBLE
        return left_out + bridge.cost

    def _is_redivided(self, name: Name, skipped: Sequence[int], start: int, end: int) -> bool:
        """True if the words between are those of the name, divided otherwise."""
        listed = "".join(name.words[index] for index in skipped)
        return listed == "".join(self.page.folded.word(word) for word in range(start, end))

    def _between(self, start: int, end: int) -> Bridge | None:
        """How the words from `start` to `end` (exclusive) belong into one name, None if they do not."""
        if (start, end) not in self._bridges:
            self._bridges[start, end] = self._bridge(start, end)
        return self._bridges[start, end]

    def _bridge(self, start: int, end: int) -> Bridge | None:
        if end - start > _MAX_BETWEEN:
            return None
        gaps = [self.page.gap(word) for word in range(start - 1, end)]
        if Gap.BORDER in gaps:
            return None
        if start == end:
            return {Gap.COMMA: Bridge("comma", 0.1), Gap.QUOTE: Bridge("quoted", 0.1)}.get(gaps[0], NOTHING_BETWEEN)
        words = [self.page.folded.word(word) for word in range(start, end)]
        if gaps[0] is Gap.QUOTE and gaps[-1] is Gap.QUOTE and len(words) <= 3 and not CONJUNCTIONS & set(words):
            return Bridge("nickname", 0.05)
        if words[0] in ALIAS_WORDS and gaps[0] in _ASIDE and gaps[-1] in _ASIDE:
            return Bridge("nickname", 0.1)
        if self._coordinates(words, gaps, start):
            return Bridge("coordinated", 0.1)
        if Gap.COMMA in gaps or Gap.QUOTE in gaps:
            return None
        return self._inner(words, start)

    def _inner(self, words: Sequence[str], start: int) -> Bridge | None:
        """Particles, titles and initials inside a name cost next to nothing, one or two further names something."""
        further = 0
        for number, word in enumerate(words, start):
            if word in PARTICLES or word in HONORIFICS or word in SUFFIXES:
                continue
            if not self.page.is_capital(number):
                return None
            further += len(word) > 1
        if further > 2:
            return None
        return Bridge("middle", 0.4 * further) if further else Bridge("particle", 0.1)

    def _coordinates(self, words: Sequence[str], gaps: Sequence[Gap], start: int) -> bool:
        """True for "and Zhenxing" in "Kejia and Zhenxing Wang": other given names under one family name.

        A name that follows the first without a comma is its own family name: "Kejia Li and Zhenxing Wang".
        """
        joints = [place for place, word in enumerate(words) if word in CONJUNCTIONS]
        if not joints or joints[-1] == len(words) - 1 or len(words) - joints[-1] > 4:
            return False
        if joints[0] > 0 and gaps[0] not in {Gap.COMMA, Gap.QUOTE}:
            return False
        names = [number for number, word in enumerate(words, start) if word not in CONJUNCTIONS]
        return gaps[-1] in _CLOSE | {Gap.QUOTE} and all(map(self.page.is_capital, names))

    def _is_cut(self, name: Name, order: Sequence[int], chain: Sequence[Link]) -> bool:
        """True if the chain is a piece of another name: an end of the name is missing where the text's name goes on.

        Short names and turned ones keep both their ends.
        """
        ends = (*order[: chain[0].position], *order[chain[-1].position + chain[-1].length :])
        if not any(name.parts[index] is Part.NAME for index in ends):
            return False
        return (
            name.full < 4 or order[0] != 0 or self.stands_in_longer(chain[0].word, chain[-1].word + chain[-1].words - 1)
        )

    def stands_in_longer(self, first: int, last: int) -> bool:
        """True if the text's name goes on before word `first` or behind word `last`."""
        return self._runs_on(first - 1, first) or self._runs_on(last + 1, last)

    def _is_tail(self, word: int) -> bool:
        """True if a hyphen ties the word to the one before it."""
        return word > 0 and self.page.gap(word - 1) is Gap.HYPHEN

    def _runs_on(self, word: int, neighbour: int) -> bool:
        """True if the text's name goes on with this word beside `neighbour`, which is the last one that was linked."""
        if not 0 <= word < self.page.folded.count:
            return False
        gap = self.page.gap(min(word, neighbour))
        if gap is Gap.HYPHEN:
            return True
        text = self.page.folded.word(word)
        if text in HONORIFICS or text in CONJUNCTIONS or text in FUNCTION_WORDS or not self.page.is_capital(word):
            return False
        return gap in {Gap.NOTHING, Gap.QUOTE}


def _runs(
    name: Name, numbers: Sequence[int], order: Sequence[int], position: int
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Two or three words of the name that follow each other from `position`, particles passed over, and how many."""
    run: list[int] = []
    for length, index in enumerate(order[position : position + 5], 1):
        if name.parts[index] is not Part.PARTICLE or not run:
            run.append(numbers[index])
            if len(run) > 1:
                yield length, tuple(run)


def _is_seam(name: Name, order: Sequence[int], position: int) -> bool:
    """True if a comma may stand before this position: between family and given names, "Wang, Zhenxing"."""
    if order[position - 1] > order[position]:  # where a turned name was cut
        return True
    said_first = name.words[name.named[0]] in SAID_FIRST
    return said_first and [index for index in order[:position] if index in name.named] == [name.named[0]]


def informative(alignment: Alignment) -> float:
    """How much the words that were met tell about who is meant: the sum of their rarities."""
    return sum(rarity(alignment.name.words[index]) for index in alignment.met)
