"""One listed name aligned with a stretch of text: which word is which, what is missing, what is in between.

A name is found in one of its orders as a chain of links from its words to words of the text. The cost of a chain is
that of its links, of what is left out of the name, and of the gaps between the links; the cheapest one is found by
dynamic programming. A word left out where the text has another word of the same kind is another person, not an
omission: no chain has such a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from core.records import MatchMethod
from matching.mentions.gaps import NOTHING_BETWEEN, GapKind, Gaps
from matching.mentions.tokens import Token, Tokens, TokenWindow
from matching.names.parsing import SAID_FIRST, Name, Part, rarity
from matching.names.similarity import DIVIDED, INITIAL, PARTICLE, Similarity
from matching.tables.name_parts import ABBREVIATED_PARTICLES, ARTICLES, CONJUNCTIONS, KUNYAS, SAINTS
from matching.tables.numerals import is_numeral
from matching.text.passage import Passage

_ALIKE = (
    (ARTICLES, PARTICLE),
    (KUNYAS, Similarity(MatchMethod.PARTICLE, 0.01)),
    (SAINTS, Similarity(MatchMethod.PARTICLE, 0.01)),
)
_ALIKE_WORDS = frozenset().union(*(alike for alike, _ in _ALIKE))
_SAME_WORD = (MatchMethod.EXACT, MatchMethod.PARTICLE, MatchMethod.JOINED)
_METHOD_OF_GAP = {
    GapKind.MIDDLE: MatchMethod.MIDDLE,
    GapKind.COORDINATED: MatchMethod.COORDINATED,
    GapKind.NICKNAME: MatchMethod.NICKNAME,
}
_IMPOSSIBLE = 99.0
_REAL = 0.2  # the price from which on something real was left out: an initial or a name
_AND_SIGN = "&"
_REDIVIDED = 0.5
_OMITTED = {Part.NAME: 2.5, Part.INITIAL: 0.2, Part.PATRONYMIC: 0.2, Part.PARTICLE: 0.05, Part.TITLE: 0.0}


class Link(NamedTuple):
    """Words of the name, by their place in the order that is tried, linked to words of the text."""

    position: int
    length: int
    word: int
    words: int
    similarity: Similarity


@dataclass(frozen=True, slots=True)
class Alignment:
    """A listed name in a passage, from word `first` to word `last`.

    `links` pair the indexes of the name's words with the words of the text; `omitted` are the indexes of identifying
    words that are not there; `gaps` are the kinds of what is in between; `turned` is True for another order than the
    listed one, `longer` if the text's name continues at one of the ends.
    """

    name: Name
    first: int
    last: int
    links: tuple[tuple[tuple[int, ...], tuple[int, ...], Similarity], ...]
    omitted: tuple[int, ...]
    gaps: tuple[GapKind, ...]
    turned: bool
    longer: bool
    cost: float

    @property
    def met(self) -> tuple[int, ...]:
        """The indexes of the identifying words that are there."""
        return tuple(index for index in self.name.named if index not in self.omitted)

    @property
    def worst(self) -> Similarity:
        """The costliest similarity of a word."""
        return max((similarity for _, _, similarity in self.links), key=lambda one: one.cost)

    @property
    def words_cost(self) -> float:
        """How much the words that are met differ, in letters."""
        return sum(similarity.cost for _, _, similarity in self.links)

    @property
    def rarity(self) -> float:
        """How much the words that are met identify: the sum of their rarities."""
        return sum(rarity(self.name.words[index]) for index in self.met)

    @property
    def is_partial(self) -> bool:
        """True if a part of the name is missing or a further name is inside."""
        return bool(self.omitted) or GapKind.MIDDLE in self.gaps

    @property
    def is_heard(self) -> bool:
        """True if a word in another script only sounds like one of the name."""
        return any(similarity.is_heard for _, _, similarity in self.links)

    @property
    def method(self) -> MatchMethod:
        """The one method that says best how the name differs: what weighs most."""
        worst = self.worst.method
        if worst not in _SAME_WORD:
            return worst
        if self.omitted:
            return MatchMethod.PARTIAL
        for kind, method in _METHOD_OF_GAP.items():
            if kind in self.gaps:
                return method
        if worst is MatchMethod.JOINED:
            return worst
        if self.turned:
            return MatchMethod.ORDER
        return MatchMethod.EXACT if self._is_whole else MatchMethod.PARTICLE

    @property
    def _is_whole(self) -> bool:
        """True if every word of the name is there as listed, with nothing in between: letters may be spelt out."""
        met = sum(len(indexes) for indexes, _, similarity in self.links if similarity.method is MatchMethod.EXACT)
        return met == len(self.name.words) and set(self.gaps) <= {GapKind.NOTHING}


class Piece(NamedTuple):
    """One word of the text, or two taken as one, with the words of the name that it may be.

    `single` by their index in the name, `joined` by the numbers of several words that are written as one.
    """

    word: int
    words: int
    single: Mapping[int, Similarity]
    joined: Mapping[tuple[int, ...], Similarity]


class Aligner:
    """Lays names over one passage; what does not depend on the name is looked up once."""

    def __init__(self, passage: Passage, tokens: Tokens) -> None:
        self.passage, self.tokens, self.gaps = passage, tokens, Gaps(passage)

    def align(self, name: Name, orders: Iterable[Sequence[int]], around: TokenWindow) -> Alignment | None:
        """The cheapest alignment of the name with the words `around` it, None if too much of the name is missing."""
        pieces = list(self._pieces(name, around))
        found = [self._chain(name, order, pieces, turned=turn > 0) for turn, order in enumerate(orders)]
        return min(filter(None, found), key=lambda one: one.cost, default=None)

    def _number(self, listed: str) -> int:
        return self.tokens.vocabulary.numbers[listed.encode()]

    def _pieces(self, name: Name, around: TokenWindow) -> Iterator[Piece]:
        """The words of the text, single or two taken as one, that may be words of the name."""
        numbers = list(map(self._number, name.words))
        has_letter = any(len(listed) == 1 for listed in name.words)
        for word, token in zip(around.words, around.tokens, strict=True):
            single: dict[int, Similarity] = {}
            if not token.single.keys().isdisjoint(numbers):
                single = {index: token.single[one] for index, one in enumerate(numbers) if one in token.single}
            if more := _by_kind(name, token, has_letter=has_letter):
                single = more | single
            if single or token.joined:
                yield Piece(word, 1, single, token.joined)
            if word + 1 in around.words and (number := self.tokens.divided(word)) in numbers:
                yield Piece(word, 2, {index: DIVIDED for index, one in enumerate(numbers) if one == number}, {})
            if as_one := around.as_one.get(word):
                heard = {index: as_one.single[one] for index, one in enumerate(numbers) if one in as_one.single}
                yield Piece(word, 2, heard, as_one.joined)

    def _chain(self, name: Name, order: Sequence[int], pieces: Iterable[Piece], *, turned: bool) -> Alignment | None:
        links = list(self._links(name, order, pieces))
        prices: list[tuple[float, int]] = []  # of the cheapest chain that ends with each link, and its predecessor
        for index, link in enumerate(links):
            price, before = self._left_out(name, order, 0, link.position), -1
            if turned and self.gaps.is_tail(link.word):
                price = _IMPOSSIBLE
            for earlier in range(index):
                step = prices[earlier][0] + self._step(name, order, links[earlier], link)
                if step < price:
                    price, before = step, earlier
            prices.append((price + link.similarity.cost, before))
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
        gaps = [self.gaps.between(one.word + one.words, two.word) for one, two in pairwise(chain)]
        return Alignment(
            name=name,
            first=chain[0].word,
            last=chain[-1].word + chain[-1].words - 1,
            links=tuple(
                (some, tuple(range(link.word, link.word + link.words)), link.similarity)
                for some, link in zip(indexes, chain, strict=True)
            ),
            omitted=tuple(index for index in name.named if index not in met),
            gaps=tuple(gap.kind for gap in gaps if gap and gap.kind is not GapKind.NOTHING),
            turned=turned,
            longer=self.gaps.stands_in_longer(chain[0].word, chain[-1].word + chain[-1].words - 1),
            cost=cost,
        )

    def _links(self, name: Name, order: Sequence[int], pieces: Iterable[Piece]) -> Iterator[Link]:
        for piece in pieces:
            for position, index in enumerate(order):
                if found := piece.single.get(index):
                    yield Link(position, 1, piece.word, piece.words, found)
                for length, run in self._runs(name, order, position) if piece.joined else ():
                    if joined := piece.joined.get(run):
                        yield Link(position, length, piece.word, piece.words, joined)

    def _runs(self, name: Name, order: Sequence[int], position: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Words of the name that follow each other, with particles or without, and how many that are."""
        run: list[int] = []
        whole: list[int] = []
        for length, index in enumerate(order[position : position + 5], 1):
            number = self._number(name.words[index])
            whole.append(number)
            if name.parts[index] is not Part.PARTICLE or not run:
                run.append(number)
                if len(run) > 1:
                    yield length, tuple(run)
                if len(whole) > len(run):
                    yield length, tuple(whole)

    def _has_foreign_letter(self, name: Name, skipped: Sequence[int], between: range) -> bool:
        """True if a v. or d. in between abbreviates no particle of the name: "Roe v. Doe" are two parties."""
        written = any(
            self.passage.folded.word(word) in ABBREVIATED_PARTICLES and not self.gaps.is_initial(word)
            for word in between
        )
        return written and all(name.parts[index] is not Part.PARTICLE for index in skipped)

    def _parts_two(self, name: Name, kind: GapKind, start: int, end: int) -> bool:
        """True if an "i" or "y" between a given and a family name parts two people: "Vera i Stanislav"."""
        if name.full > 2 or kind is not GapKind.PARTICLE:
            return False
        return any(
            self.passage.folded.word(word) in CONJUNCTIONS
            and not self.gaps.is_initial(word)
            and not self.gaps.is_tail(word)  # the Persian ezafe: Hassan-e Roe
            for word in range(start, end)
        )

    def _is_redivided(self, name: Name, skipped: Sequence[int], start: int, end: int) -> bool:
        """True if the words between are those of the name, divided otherwise."""
        listed = "".join(name.words[index] for index in skipped)
        return listed == "".join(self.passage.folded.word(word) for word in range(start, end))

    def _is_cut(self, name: Name, order: Sequence[int], chain: Sequence[Link]) -> bool:
        """True if the chain is a piece of another name: an end of the name is missing where the text's name goes on.

        Short names and turned ones keep both their ends.
        """
        ends = (*order[: chain[0].position], *order[chain[-1].position + chain[-1].length :])
        if not any(name.parts[index] is Part.NAME for index in ends):
            return False
        return (
            (name.full < 4 and not self._is_without_grandfather(name, order, chain))
            or order[0] != 0
            or self.gaps.stands_in_longer(chain[0].word, chain[-1].word + chain[-1].words - 1)
        )

    def _is_without_grandfather(self, name: Name, order: Sequence[int], chain: Sequence[Link]) -> bool:
        """True for the first two of three rare names: where the third is the grandfather's, people leave it out."""
        met = [order[link.position] for link in chain]
        if name.full != 3 or met != list(name.named[:2]) or any(link.similarity.cost for link in chain):
            return False
        return all(rarity(name.words[index]) >= 1 and len(name.words[index]) > 5 for index in met)

    def _left_out(self, name: Name, order: Sequence[int], start: int, end: int) -> float:
        return sum(_OMITTED[name.parts[index]] for index in order[start:end])

    def _is_and(self, start: int, end: int) -> bool:
        """True if the words are one "and", which a company's name may have as a sign."""
        return end == start + 1 and self.passage.folded.word(start) in CONJUNCTIONS

    def _step(self, name: Name, order: Sequence[int], earlier: Link, link: Link) -> float:
        """What it costs to go on from one link to the next."""
        if link.position < earlier.position + earlier.length or link.word < earlier.word + earlier.words:
            return _IMPOSSIBLE
        skipped = order[earlier.position + earlier.length : link.position]
        left_out = sum(_OMITTED[name.parts[index]] for index in skipped)
        start, end = earlier.word + earlier.words, link.word
        gap = self.gaps.between(start, end)
        if gap is None and _AND_SIGN in name.text and self._is_and(start, end):
            gap = NOTHING_BETWEEN
        if gap is None:
            return _IMPOSSIBLE
        if left_out >= _REAL and end > start:
            return _REDIVIDED if self._is_redivided(name, skipped, start, end) else _IMPOSSIBLE
        if self._has_foreign_letter(name, skipped, range(start, end)) or self._parts_two(name, gap.kind, start, end):
            return _IMPOSSIBLE
        if gap.kind is GapKind.COMMA and not _is_seam(name, order, link.position):
            return _IMPOSSIBLE
        return left_out + gap.cost


def _by_kind(name: Name, token: Token, *, has_letter: bool) -> dict[int, Similarity]:
    """Words of the name that this one may be by their kind: another article, another Abu or Saint, an initial.

    `has_letter` is True for a name with a word of one letter.
    """
    if token.written in _ALIKE_WORDS:
        alike, similarity = next(one for one in _ALIKE if token.written in one[0])
        return {index: similarity for index, listed in enumerate(name.words) if listed in alike}
    if not token.capital or not (len(token.written) == 1 or has_letter):
        return {}
    return {
        index: INITIAL
        for index, listed in enumerate(name.words)
        if min(len(listed), len(token.written)) == 1
        and listed[0] == token.written[0]
        and listed != token.written
        and not is_numeral(listed)
        and not (len(token.written) > 1 and is_numeral(token.written))
    }


def _is_seam(name: Name, order: Sequence[int], position: int) -> bool:
    """True if a comma may be before this position: between family and given names, "Wang, Zhenxing"."""
    if order[position - 1] > order[position]:  # where a turned name was cut
        return True
    said_first = name.words[name.named[0]] in SAID_FIRST
    return said_first and [index for index in order[:position] if index in name.named] == [name.named[0]]
