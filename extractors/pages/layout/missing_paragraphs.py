"""Recovery of paragraphs that the main text lacks: the lead in the header, and siblings of extracted paragraphs.

A block is added as certain only if the page itself confirms it: by its description, its JSON-LD body, a label for
leads, or a position among the article's own paragraphs. Sentences between those paragraphs in boxes of their own, such
as quotations, are added for the classifier to judge. So is all running text of a page built of sections, of which the
main text has only some.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from extractors.pages.layout.announced_lists import find_announced_lists, find_lists_of_points
from extractors.pages.layout.blocks import HEADINGS, Block, comparison_key
from extractors.pages.layout.indicators import bears_indicator, find_indicator_lists, is_indicator_of_article
from extractors.pages.layout.line_classifier import addresses_reader
from extractors.pages.layout.lines import MIN_KEY_LENGTH, KnownLines, Line
from extractors.pages.layout.markers import LEAD_WORDS, is_marker
from extractors.pages.layout.structure import PageStructure, are_in_one_quotation, is_speaker
from extractors.pages.layout.tables import Row, find_rows
from extractors.pages.layout.teasers import is_prose
from extractors.pages.layout.writing import count_words, ends_sentence, extent

_LONG_LINE = 100  # Latin letters; a longer line is a paragraph of the article
_MAX_LINK_SHARE, _MAX_PROSE_LINK_SHARE = 0.4, 0.6  # of a block's characters
_PARAGRAPH_TAGS = frozenset({"p", "div", "blockquote", "li"})
_MIN_WORDS = 4  # fewer prove nothing
_MIN_SENTENCE_WORDS, _MAX_SPEAKER_WORDS = 5, 8
_MIN_BOX_SHARE = 0.1  # of the article, in a box whose other paragraphs belong to it as well
_MIN_PATH_SHARE = 0.3  # the same for boxes of one path
_MIN_HEADING_PATH_SHARE = 0.03  # the same for the heading right above a line of the article
_MIN_TITLE_WORDS = 2
_MAX_LABELS = 5  # blocks between a headline and its lead: topic, byline, day
_MAX_LEAD = 400  # Latin letters
_NOT_LEAD = frozenset({"author", "carousel", "gallery", "image", "media", "photo", "picture", "slide", "slideshow"})
_MIN_ITEM_KEY = 4  # letters of an item that is announced, and of a speaker
_MIN_SECTIONS_SHARE = 0.5  # of the main text, in sentences that it lacks
_MIN_SECTION_PARAGRAPHS = 5
_DESCRIPTION_PREFIX = 40  # letters and digits that a lead and a description have in common


def add_missing_paragraphs(
    lines: Sequence[Line],
    structure: PageStructure,
    descriptions: Sequence[str],
    body: str,
    foreign: Container[int] = (),
) -> tuple[Line, ...]:
    """The lines including recovered ones, in page order.

    Args:
        lines: The main text's lines, in order.
        structure: The page around them.
        descriptions: Comparison keys of the page's descriptions.
        body: Comparison key of the article's body in JSON-LD; empty without one that can be trusted.
        foreign: Numbers of the blocks that are known to be something else.
    """
    blocks = structure.layout.blocks
    located = ((line.block, line.text) for line in lines if line.block is not None)
    paragraphs = [block for block, text in located if extent(text) > _LONG_LINE or is_prose(text)]
    if not paragraphs:
        return tuple(lines)
    finder = _MissingParagraphs(structure, min(paragraphs), max(paragraphs), descriptions, body, foreign)
    known = KnownLines(lines)
    found: dict[str, Line] = {}
    for number, text, is_confirmed in finder.find({line.block for line in lines}):
        key = blocks[number].key if text is blocks[number].text else comparison_key(text)
        if key not in found and not known.have(key):
            found[key] = Line(text, number, key, is_confirmed)
    own = [replace(line, is_confirmed=True) if finder.is_lead(line.block) else line for line in lines]
    return _merged(own, tuple(found.values()))


def _merged(lines: Sequence[Line], found: Sequence[Line]) -> tuple[Line, ...]:
    """The recovered lines inserted, each before the first line that comes from a later block."""
    merged: list[Line] = []
    waiting = list(reversed(found))
    for line in lines:
        while waiting and line.block is not None and (waiting[-1].block or 0) < line.block:
            merged.append(waiting.pop())
        merged.append(line)
    return (*merged, *reversed(waiting))


class _MissingParagraphs:
    """Finds blocks of the article that are not in the text, whose paragraphs span the blocks `first` to `last`."""

    def __init__(
        self,
        structure: PageStructure,
        first: int,
        last: int,
        descriptions: Sequence[str],
        body: str,
        foreign: Container[int],
    ) -> None:
        self._structure = structure
        self._blocks = structure.layout.blocks
        self._first = first
        self._last = last
        self._descriptions = [one for one in descriptions if len(one) >= MIN_KEY_LENGTH]
        self._body = body
        self._foreign = foreign
        self._quotations = structure.quotations
        self._heading = self._last_heading()
        self._lists: set[int | None] = set()  # those with a line of the text
        self._spans: dict[int, tuple[int, int]] = {}
        self._lists_of_points = find_lists_of_points(structure.layout, self._heading or 0, first)
        self._taken: set[int | None] = set()
        self._announced: set[int] = set()  # those that a line of the text announces, or that hold indicators

    def find(self, taken: set[int | None]) -> Iterator[tuple[int, str, bool]]:
        """The numbers of the blocks that may belong to the article but are not in `taken`, in order.

        With each its text, which for the first block of a row of a table is that of the row, and whether the page
        confirms it.
        """
        self._lists = {self._list_of(self._blocks[number]) for number in taken if number is not None} - {None}
        self._announced = find_announced_lists(self._structure, self._first, self._last, taken)
        self._announced |= find_indicator_lists(self._structure, self._first)
        self._spans = self._spans_of(taken)
        rows = find_rows(self._structure.layout)
        cells = {number for row in rows for number in row.blocks}
        others = cells.union(number for number in taken if number is not None)
        eligible = [n for n, block in enumerate(self._blocks) if n not in others and self._is_eligible(block)]
        sections = self._sections(eligible)
        self._taken = taken
        possible = (self._is_within, self._is_beside, self._is_key_point, self._is_title_of)
        found = [(row.blocks[0], row.text, True) for row in rows if self._is_row(row, taken)]
        for number in eligible:
            block = self._blocks[number]
            is_confirmed = self._belongs(number, block) or self._is_heading_of(number, block, taken)
            is_part = self._is_announced(block) or (
                number > self._first and is_indicator_of_article(block, self._structure)
            )
            if is_confirmed or is_part or self._is_quoted_speaker(number, block):
                found.append((number, block.text, True))
            elif number in sections or any(holds(number, block) for holds in possible):
                found.append((number, block.text, False))
        yield from sorted(found, key=lambda one: one[0])

    def is_lead(self, number: int | None) -> bool:
        """True for the block of a lead by its label, right below the headline."""
        if number is None or self._heading is None or not self._heading < number <= self._heading + _MAX_LABELS:
            return False
        block = self._blocks[number]
        return block.container not in self._structure.roles and self._is_labelled_lead(block)

    def _is_row(self, row: Row, taken: set[int | None]) -> bool:
        """True for a row of a table between the paragraphs of the article that is not in the text."""
        is_between = self._first < row.blocks[0] < self._last and self._structure.is_in_body[row.container]
        role = self._structure.roles.get(row.container, "embed")
        return is_between and role == "embed" and taken.isdisjoint(row.blocks)

    def _is_heading_of(self, number: int, block: Block, taken: set[int | None]) -> bool:
        """True for a heading right above a line of the text, in a box like those of the article.

        One that is nothing but a link leads elsewhere.
        """
        is_above = self._first <= number + 1 in taken and not block.is_link
        is_heading = self._structure.layout.containers[block.container].tag in HEADINGS
        share = self._structure.box_path_share(block.container)
        has_role = block.container in self._structure.roles
        return is_above and is_heading and not has_role and share >= _MIN_HEADING_PATH_SHARE

    def _is_within(self, number: int, block: Block) -> bool:
        """True for a sentence between the article's paragraphs, in the body but in no list, as offers are."""
        is_in_body = self._structure.is_in_body[block.container]
        is_between = self._first < number < self._last
        is_apart = block.container in self._structure.roles or self._list_of(block) is not None
        is_sentence = count_words(block.text) >= _MIN_SENTENCE_WORDS and ends_sentence(block.text)
        return is_in_body and is_between and not is_apart and is_sentence

    def _is_beside(self, number: int, block: Block) -> bool:
        """True for what is without links between two lines of the text in one box; also for a speaker's name."""
        if block.linked_chars or block.container in self._structure.roles:
            return self._is_speaker(number, block)
        first, last = self._spans.get(self._structure.layout.box_of(block.container), (number, number))
        return first < number < last or self._is_speaker(number, block)

    def _is_key_point(self, number: int, block: Block) -> bool:
        """True for an item of a list without links between headline and text: the article's main points."""
        is_apart = not self._structure.is_in_body[block.container] or block.container in self._structure.roles
        return self._is_above_text(number) and not is_apart and self._list_of(block) in self._lists_of_points

    def _is_title_of(self, number: int, block: Block) -> bool:
        """True for a few words without a link right above a line of the text, in a box like those of the article."""
        is_above = self._first < number < self._last and number + 1 in self._taken
        is_short = _MIN_TITLE_WORDS <= count_words(block.text) <= _MAX_SPEAKER_WORDS and not is_marker(block.text)
        is_apart = block.linked_chars or block.container in self._structure.roles or self._list_of(block) is not None
        share = self._structure.box_path_share(block.container)
        return is_above and is_short and not is_apart and share >= _MIN_PATH_SHARE

    def _spans_of(self, taken: set[int | None]) -> dict[int, tuple[int, int]]:
        """By box, the first and the last of its blocks that are in the text."""
        spans: dict[int, tuple[int, int]] = {}
        for number in sorted(one for one in taken if one is not None):
            box = self._structure.layout.box_of(self._blocks[number].container)
            spans[box] = (spans[box][0] if box in spans else number, number)
        return spans

    def _is_speaker(self, number: int, block: Block) -> bool:
        """True for a few words that share a box with a sentence within the article, such as the name of who says it."""
        if count_words(block.text) > _MAX_SPEAKER_WORDS or number + 1 >= len(self._blocks):
            return False
        box, following = self._structure.layout.box_of(block.container), self._blocks[number + 1]
        is_beside = self._structure.layout.box_of(following.container) == box != self._structure.body
        return is_beside and block.linked_chars == 0 and self._is_within(number + 1, following)

    def _is_quoted_speaker(self, number: int, block: Block) -> bool:
        """True for the caption of a quotation within the article, or a few words below what it quotes."""
        is_within = self._first < number < self._last and self._structure.is_in_body[block.container]
        return is_within and (self._is_caption_of_quotation(block) or self._ends_quotation(number, block))

    def _ends_quotation(self, number: int, block: Block) -> bool:
        above = self._blocks[number - 1]
        if block.linked_chars or count_words(block.text) > _MAX_SPEAKER_WORDS or not ends_sentence(above.text):
            return False
        return are_in_one_quotation(self._structure.layout, block.container, above.container, self._quotations)

    def _is_caption_of_quotation(self, block: Block) -> bool:
        return bool(self._quotations) and is_speaker(self._structure.layout, block.container, self._quotations)

    def _is_announced(self, block: Block) -> bool:
        return bool(self._announced) and self._list_of(block) in self._announced

    def _sections(self, eligible: Sequence[int]) -> frozenset[int]:
        """The sentences outside the main text, if there are so many that it can be only a part of the article.

        A widget of a page's editor may hold a part of it; sentences in other roles and in cards are something else. A
        box with a single paragraph is a teaser.
        """
        roles, layout = self._structure.roles, self._structure.layout
        prose = [
            number
            for number in eligible
            if number not in self._foreign
            and roles.get(self._blocks[number].container, "embed") == "embed"
            and is_prose(self._blocks[number].text)
        ]
        by_box = Counter(layout.box_of(self._blocks[number].container) for number in prose)
        found = [number for number in prose if by_box[layout.box_of(self._blocks[number].container)] > 1]
        size = sum(extent(self._blocks[number].text) for number in found)
        is_most = len(found) >= _MIN_SECTION_PARAGRAPHS and size >= _MIN_SECTIONS_SHARE * self._structure.total
        return frozenset(found if is_most else ())

    def _last_heading(self) -> int | None:
        """The number of the last `<h1>` block before the text; None without one."""
        containers = self._structure.layout.containers
        before = [n for n in range(self._first + 1) if containers[self._blocks[n].container].tag == "h1"]
        return before[-1] if before else None

    def _is_eligible(self, block: Block) -> bool:
        """True for a block with enough text of its own, not in an `<h1>` and, but for headings, not mostly links."""
        tag = self._structure.layout.containers[block.container].tag
        linked = block.linked_chars / len(block.text)
        if self._is_announced(block) or self._is_caption_of_quotation(block):
            return len(block.key) >= _MIN_ITEM_KEY
        is_text = (
            tag in HEADINGS or linked <= _MAX_LINK_SHARE or (linked <= _MAX_PROSE_LINK_SHARE and is_prose(block.text))
        )
        is_long = len(block.key) >= MIN_KEY_LENGTH or (len(block.key) >= _MIN_ITEM_KEY and bears_indicator(block.text))
        return is_long and tag != "h1" and is_text

    def _belongs(self, number: int, block: Block) -> bool:
        if self._is_above_text(number) and (self._is_described(block) or self._is_lead_by_place(number, block)):
            return True
        is_apart = block.container in self._structure.roles
        if is_apart or block.linked_chars > _MAX_PROSE_LINK_SHARE * len(block.text):
            return False
        if self._body and block.key in self._body and count_words(block.text) >= _MIN_WORDS:
            return True
        if self._is_above_text(number) and self._is_labelled_lead(block):
            return True
        if number > self._first and self._structure.is_in_body[block.container] and self._list_of(block) in self._lists:
            return block.linked_chars == 0  # the main text lacks some items of a list, or what is first in them
        return self._is_sibling(number, block)

    def _list_of(self, block: Block) -> int | None:
        return self._structure.layout.list_around(block.container)

    def _is_above_text(self, number: int) -> bool:
        return (self._heading or 0) <= number < self._first

    def _is_described(self, block: Block) -> bool:
        """True if it begins like a description of the page, whatever the labels of its box."""
        return any(block.key[:_DESCRIPTION_PREFIX] == one[:_DESCRIPTION_PREFIX] for one in self._descriptions)

    def _is_lead_by_place(self, number: int, block: Block) -> bool:
        """True for a paragraph right above the text in a box beside it, whose label calls it a teaser of the text.

        Or, in a box without a label, for the first paragraph below the headline: byline and picture may follow it.
        """
        role = self._structure.roles.get(block.container, "related")
        is_said = is_prose(block.text) and not addresses_reader(block.text)
        if role != "related" or block.linked_chars or not is_said:
            return False
        if number == self._first_below_headline() and block.container not in self._structure.roles:
            return extent(block.text) <= _MAX_LEAD and self._labels_around(block).isdisjoint(_NOT_LEAD)
        if number + 1 != self._first:
            return False
        layout = self._structure.layout
        own, text = (layout.box_of(one) for one in (block.container, self._blocks[self._first].container))
        return layout.containers[own].parent == layout.containers[text].parent

    def _first_below_headline(self) -> int | None:
        """The number of the first block of sentences below the headline; None without a headline."""
        if self._heading is None:
            return None
        near = range(self._heading + 1, min(self._heading + 1 + _MAX_LABELS, self._first))
        prose = (number for number in near if is_prose(self._blocks[number].text))
        return next((number for number in prose if self._list_of(self._blocks[number]) is None), None)

    def _is_labelled_lead(self, block: Block) -> bool:
        is_labelled = not LEAD_WORDS.isdisjoint(self._labels_around(block))
        return self._heading is not None and count_words(block.text) > _MIN_WORDS and is_labelled

    def _labels_around(self, block: Block) -> frozenset[str]:
        """The labels of the block's container and of the two around it."""
        return frozenset().union(*(one.labels for one in self._structure.layout.nearest(block.container, 3)))

    def _is_sibling(self, number: int, block: Block) -> bool:
        """True for a block in a box, or a paragraph on a box path, that holds a good part of the article.

        Pages divide an article into chunks with advertisements in between; chunks have boxes of the same path.
        """
        structure, is_within, has_prose = self._structure, self._first < number < self._last, is_prose(block.text)
        tag = structure.layout.containers[block.container].tag
        if (
            number < self._last
            and structure.box_shares.get(structure.layout.box_of(block.container), 0.0) >= _MIN_BOX_SHARE
        ):
            return is_within or has_prose
        is_below_heading = number >= (self._heading or 0)
        is_part = (has_prose and (is_within or tag in _PARAGRAPH_TAGS)) or (is_within and tag in HEADINGS)
        return is_below_heading and is_part and structure.box_path_share(block.container) >= _MIN_PATH_SHARE
