"""Detection of teasers for other articles among an article's paragraphs, where no markup says so.

Two conventions identify them. Teaser cards have the age of their article on a separate line ("14 hours ago"), which
prose never has. And where cards are plain paragraphs, the text ends in headlines that are not heading elements and have
no full stop, each alone or with one paragraph under it, while nothing before them looks like that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.pages.layout.ages import find_age
from extractors.pages.layout.blocks import Block, Layout
from extractors.pages.layout.lines import MIN_KEY_LENGTH, Line
from extractors.pages.layout.markers import is_read_more_line, sponsor_labels
from extractors.pages.layout.writing import count_words, ends_sentence, has_words, lacks_stops

_QUESTION = re.compile(r"""[?？؟՞፧][\"”»’'」』]?\s*$""")
# A date alone on its line, with a year or all in figures.
_DATE_LINE = re.compile(r"\D{0,20}\d{1,2}\D{1,20}(?:19|20)\d\d\W*|(?:19|20)\d\d\D{1,3}\d{1,2}\D{1,3}\d{1,2}\D{0,3}")
_COMMAS = re.compile(r"[,、，،;；]")
_MIN_HEADLINE_WORDS, _MAX_HEADLINE_WORDS = 4, 25
_MIN_PARAGRAPH_WORDS = 25
_MIN_PROSE_WORDS = 10
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LABEL_ENDS = (":", "：", "»", ">", "|", "→", "►")
_MAX_LABEL = 40  # code points before a link
_MAX_WORDS_BESIDE_AGE = 4  # the line with a card's age may name its source as well


def first_teaser_line(lines: Sequence[Line], layout: Layout) -> int:
    """The number of the line at which teasers of other articles begin; the number of lines if there are none."""
    return min(_first_card(lines), _first_plain_headline(lines, layout))


def _first_card(lines: Sequence[Line]) -> int:
    """The first line of the first card: the lines without a full stop above the first age after a paragraph."""
    start = next((number for number, line in enumerate(lines) if is_paragraph(line.text)), len(lines))
    age = next((n for n in range(start + 1, len(lines)) if _is_age(lines[n].text)), None)
    if age is None:
        return len(lines)
    above = range(age - 1, start, -1)
    return next((n + 1 for n in above if ends_sentence(lines[n].text)), start + 1)


def _is_age(text: str) -> bool:
    found = find_age(text) if len(text) <= 60 else None
    return found is not None and len((text[: found.start()] + text[found.end() :]).split()) <= _MAX_WORDS_BESIDE_AGE


def is_paragraph(text: str) -> bool:
    """True for a full paragraph: at least 25 words, with the end of a sentence."""
    return len(text) >= 2 * _MIN_PARAGRAPH_WORDS and has_words(text, _MIN_PARAGRAPH_WORDS) and ends_sentence(text)


def is_prose(text: str) -> bool:
    """True for a paragraph, also a short one: at least ten words, with the end of a sentence."""
    return len(text) >= 2 * _MIN_PROSE_WORDS and has_words(text, _MIN_PROSE_WORDS) and ends_sentence(text)


def _first_plain_headline(lines: Sequence[Line], layout: Layout) -> int:
    """The first of at least two unmarked headlines at the end of the text, if there are none before them.

    A question may be a headline or a sentence: questions count if there are at least as many other headlines.
    """
    plain = [_is_plain_headline(line, layout) for line in lines]
    questions = [_QUESTION.search(line.text) is not None and _may_be_headline(line, layout) for line in lines]
    begin, paragraphs = len(lines), 0
    for number in range(len(lines) - 1, 0, -1):
        if plain[number] or questions[number]:
            begin, paragraphs = number, 0
        elif _DATE_LINE.fullmatch(lines[number].text):  # a card's date, above or below its headline
            begin = number if paragraphs == 0 else begin
        elif paragraphs or not _is_plain_paragraph(lines[number], layout):
            break
        else:
            paragraphs = 1
    certain, possible = sum(plain[begin:]), sum(questions[begin:])
    is_tail = certain + possible >= 2 and certain >= max(1, possible) and not any(plain[1:begin])
    return begin if is_tail else len(lines)


def _is_plain_headline(line: Line, layout: Layout) -> bool:
    return not ends_sentence(line.text) and not lacks_stops(line.text) and _may_be_headline(line, layout)


def _may_be_headline(line: Line, layout: Layout) -> bool:
    is_list_item = line.text[0] in "-–—•·*►▪" or len(_COMMAS.findall(line.text)) > 3
    is_date = _DATE_LINE.fullmatch(line.text) is not None
    return (
        _MIN_HEADLINE_WORDS <= count_words(line.text) <= _MAX_HEADLINE_WORDS
        and not (is_list_item or is_date)
        and _is_plain_paragraph(line, layout)
    )


def linked_headlines(layout: Layout) -> frozenset[str]:
    """The comparison keys of headlines that lead to other pages, wherever on the page they are.

    A line of the text that says the same word for word is the headline of that other page, link or not.
    """
    return frozenset(
        block.key
        for block in layout.blocks
        if len(block.key) >= MIN_KEY_LENGTH and block.is_link and _is_headline(block.text)
    )


def is_teaser_link(line: Line, layout: Layout, link_lists: frozenset[int]) -> bool:
    """True for a line that leads to another article, at any position.

    It begins with a label such as "Read more:", it is a label of any language with a colon and a link behind it, or it
    is a paragraph or an item of a list of links that is entirely a link. Like a headline, the link has no full stop:
    links within prose are words of a sentence.
    """
    if is_read_more_line(line.text):
        return True
    if line.block is None:
        return False
    block = layout.blocks[line.block]
    if _list_of(layout, block) in link_lists:
        return layout.containers[block.container].tag in {"dt", "dd"} or (
            block.key == line.key and _is_headline(line.text)
        )
    if 2 * block.linked_chars < len(block.text):
        return False
    if not block.is_link:
        label = block.text[: len(block.text) - block.linked_chars].rstrip()
        is_labelled = len(label) <= _MAX_LABEL and label.endswith(_LABEL_ENDS)
        return is_labelled and block.key.endswith(line.key) and _is_headline(block.text[len(label) :])
    tags = [one.tag for one in layout.nearest(block.container, 2)]
    is_paragraph_element = tags[0] in {"p", "div", "blockquote"} and "li" not in tags
    return is_paragraph_element and block.key == line.key and _is_headline(line.text)


def find_link_lists(layout: Layout) -> frozenset[int]:
    """The numbers of lists with at least two items that are nothing but links; of terms with texts, the terms are."""
    linked: dict[int, list[bool]] = {}
    for block in layout.blocks:
        tag = layout.containers[block.container].tag
        number = _list_of(layout, block) if tag not in {"p", "div", "dd"} else None
        if number is not None:
            linked.setdefault(number, []).append(block.is_link)
    return frozenset(number for number, items in linked.items() if len(items) > 1 and all(items))


def _list_of(layout: Layout, block: Block) -> int | None:
    return layout.list_around(block.container)


def _is_headline(text: str) -> bool:
    is_sentence = ends_sentence(text) and not (_QUESTION.search(text) or lacks_stops(text))
    return _MIN_HEADLINE_WORDS <= count_words(text) <= _MAX_HEADLINE_WORDS and not is_sentence


def find_cards(layout: Layout, title: str) -> set[int]:
    """The numbers of the blocks of cards: boxes with a linked heading, which lead to other articles.

    Those are cards above the headline, and those of a series of like boxes, unless they hold most of the
    page's sentences: then they are what the page is about. `title` is the comparison key of the page's title, which
    holds the headline.
    """
    blocks, containers = layout.blocks, layout.containers
    headed = [(n, layout.box_of(one.container)) for n, one in enumerate(blocks) if _is_card_heading(one, layout)]
    if not headed:
        return set()
    h1s = (n for n, one in enumerate(blocks) if containers[one.container].tag == "h1" and len(one.key) > 10)
    headline = next((number for number in h1s if blocks[number].key in title), 0)
    above = {box for number, box in headed if number < headline}
    above.difference_update(layout.ancestors_or_self(blocks[headline].container))
    series = Counter(_kind_of_box(layout, box) for _, box in headed)
    own = Counter(box for _, box in headed)
    alike = {box for _, box in headed if series[_kind_of_box(layout, box)] > 1 and own[box] == 1}
    inside = layout.blocks_in(alike)
    sizes = [(number in inside, len(one.text)) for number, one in enumerate(blocks) if is_prose(one.text)]
    is_main = 2 * sum(size for is_inside, size in sizes if is_inside) > sum(size for _, size in sizes)
    return layout.blocks_in(above) | (set() if is_main else inside)


def find_sponsored(layout: Layout) -> set[int]:
    """The numbers of the blocks in boxes that begin with the name of a sponsor, unless most of the page is in them."""
    blocks = layout.blocks
    labels = sponsor_labels(one.text for one in blocks)
    if not labels:
        return set()
    boxes = {layout.box_of(one.container): n for n, one in enumerate(blocks) if one.text in labels}
    found: set[int] = set()
    letters = sum(len(block.text) for block in blocks)
    for box, label in boxes.items():
        inside = layout.blocks_in({box})
        if label == min(inside) and 2 * sum(len(blocks[number].text) for number in inside) < letters:
            found |= inside
    return found


def _is_card_heading(block: Block, layout: Layout) -> bool:
    is_linked = block.is_link
    is_heading = layout.containers[block.container].tag in _HEADINGS
    return is_linked and is_heading and count_words(block.text) >= _MIN_HEADLINE_WORDS


def _kind_of_box(layout: Layout, box: int) -> tuple[int, str, frozenset[str]]:
    return layout.containers[box]


def _is_plain_paragraph(line: Line, layout: Layout) -> bool:
    """True if the line is the whole text of a `<p>` or `<div>` and not mostly bold."""
    if line.block is None:
        return False
    block = layout.blocks[line.block]
    is_text_element = layout.containers[block.container].tag in {"p", "div"}
    return is_text_element and block.bold_chars * 2 < len(block.text) and block.key == line.key
