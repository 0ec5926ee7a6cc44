"""The only module that calls trafilatura: parsing, the main text as lines, and htmldate's date.

Everything else about a page is read from the same tree by our own modules; trafilatura supplies the main text, where
its recall is high. On markup that is no HTML, such as an SVG, trafilatura and htmldate raise whatever their parts
raise; here that means that they found nothing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection
from copy import copy
from itertools import islice
from typing import Any, TypeVar

from lxml import etree, html
from trafilatura import bare_extraction, load_html
from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
from trafilatura.main_extractor import extract_comments, extract_content
from trafilatura.metadata import find_date  # type: ignore[attr-defined]  # htmldate's, in the version it works with
from trafilatura.settings import Extractor
from trafilatura.utils import HTML_PARSER, RE_FILTER
from trafilatura.xml import xmltotxt
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH

from extractors.pages.layout.blocks import collapse_whitespace

_MAX_OF_LABEL = 4  # elements of a cell with one word
_USUAL_BEGIN = re.compile(r"\s{0,4}(?:<!doctype html ?>\s*)?<html(?:\s[^<>]*[^<>/])?>", re.IGNORECASE)
_FORBIDDEN = bytes(code for code in range(32) if code not in b"\t\n\r")  # in XML, and so in trees; and two more:
_NO_SIGNS = ("\ufffe", "\uffff")
_HIDDEN = etree.XPath("/descendant::*[@hidden]")
_COMPARED = Extractor(output_format="python")
_OWN_RULES = Extractor(output_format="python", fast=True)
_LONG_TEXT = 3_000  # code points, from which on trafilatura seeks no more, whatever share of the page it is
_LARGE_SHARE = 0.25  # of the page, likewise: a fifth of a page whose words it counts in another way
_APPENDED = re.compile("mvp|infinite|elementor")  # in the labels of other articles below this one
_COMMENTS = re.compile(r"omment|\b(?:social|comol|disqus|dsq)")
_POSTS = etree.XPath("boolean(.//script[@type='application/ld+json'][contains(., 'DiscussionForumPosting')])")
Found = TypeVar("Found")
Tree = Any
"""An `lxml.html.HtmlElement`; lxml ships no types."""

for _name in ("trafilatura", "htmldate", "courlan"):
    # Problems of a page are reported by our own assessment, not by a library's warnings.
    logging.getLogger(_name).setLevel(logging.CRITICAL)

# One class for all elements, which lxml finds without calling Python. The classes for forms are not needed.
HTML_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))


def parse_html(text: str) -> Tree | None:
    """The page as a tree without comments and processing instructions; None if it has no markup that can be parsed."""
    return _or_nothing(lambda: _parsed(text)) if text and not text.isspace() else None


def _parsed(text: str) -> Tree | None:
    """The tree; only what may need repair is left to trafilatura, which looks at every character for that."""
    if _USUAL_BEGIN.match(text) and not any(one in text for one in _NO_SIGNS):
        encoded = text.encode("utf-8", "surrogatepass")
        if len(encoded.translate(None, _FORBIDDEN)) == len(encoded):
            return html.document_fromstring(encoded, parser=HTML_PARSER)
    return load_html(text)


def remove_unseen(tree: Tree) -> None:
    """Removes what no reader sees: elements that bear `hidden`, templates, and ruby readings within names.

    Kept is what a reader can open (a tab or the part of an accordion that a button controls), what React sends later
    and its script then shows (`id="S:0"`), and what holds the headline.
    """
    unseen = list(tree.iter("rt", "rp"))
    for element in list(tree.iter("template")):
        if element.get("shadowrootmode"):  # which browsers show in place of the element around it
            element.drop_tag()
        else:
            unseen.append(element)
    etree.strip_tags(tree, "ruby", "rb", "rtc")  # linear, unlike `drop_tag` of each
    if hidden := _HIDDEN(tree):
        controlled = {one for value in tree.xpath("//@aria-controls") for one in value.split()}
        unseen += [one for one in hidden if not _can_be_shown(one, controlled)]
    for element in unseen:
        if element.getparent() is not None:
            element.drop_tree()


def _can_be_shown(element: Tree, controlled: set[str]) -> bool:
    """True for an element with `hidden` that a reader or the page's script may show."""
    is_part = element.get("id") in controlled or element.get("aria-labelledby") or element.get("role")
    return bool(is_part) or bool(element.xpath("descendant-or-self::*[self::h1 or starts-with(@id, 'S:')]"))


def keep_labels(tree: Tree) -> None:
    """Keeps trafilatura from dropping the cells and terms "E-mail", "Twitter", "PDF" …, which it takes for buttons.

    Buttons that share or print a page are links; a label beside a value is none. An invisible sign behind the word,
    which every reader of the tree leaves out, makes it another text.
    """
    for cell in tree.iter("td", "th", "dt"):
        nodes = list(islice(cell.iter(), _MAX_OF_LABEL + 1))
        words = [one for one in nodes if one.text and not one.text.isspace()]
        is_short = len(nodes) <= _MAX_OF_LABEL and not any(one.tag in ("a", "button") for one in nodes)
        if is_short and len(words) == 1 and RE_FILTER.match(words[0].text.strip()):
            words[0].text = f"{words[0].text.rstrip()}\u2060"


def main_text_lines(tree: Tree, *, compares: bool = True) -> tuple[str, ...]:
    """The non-empty lines of trafilatura's main text; `tree` is not modified.

    Unless it `compares` them with the texts that two other algorithms find, they are those of its own rules.
    """
    options = _COMPARED if compares else _OWN_RULES
    document = _or_nothing(lambda: bare_extraction(tree, options=options))
    assert not isinstance(document, dict), "bare_extraction returns a document unless a dict is asked for"
    return _lines_of((document.text if document else None) or "")


def lines_by_own_rules(tree: Tree, labels: Collection[str], page_size: int) -> tuple[str, ...]:
    """The same as `main_text_lines` without comparing, in two thirds of its time; empty where that may find more.

    It may where this is a small part of the page, which has `page_size` code points of text, or posts of a forum. To
    know that it is not, it copies the tree twice more and measures the page. `labels` are the words of the page's
    classes and ids.
    """
    return _or_nothing(lambda: _by_own_rules(tree, " ".join(labels), page_size)) or ()


def _by_own_rules(tree: Tree, labels: str, page_size: int) -> tuple[str, ...]:
    has_comments = _COMMENTS.search(labels)
    if has_comments and _POSTS(tree):
        return ()
    cleaned = copy(tree)
    if _APPENDED.search(labels):
        prune_unwanted_nodes(cleaned, RAW_TREE_PRUNE_XPATH)
    convert_tags(tree_cleaning(cleaned, _OWN_RULES), _OWN_RULES)
    if has_comments:
        extract_comments(cleaned, _OWN_RULES)  # which takes them out
    body, text = extract_content(cleaned, _OWN_RULES)
    is_all = len(text) >= max(_OWN_RULES.min_extracted_size, min(_LONG_TEXT, _LARGE_SHARE * page_size))
    return _lines_of(xmltotxt(body, include_formatting=False)) if is_all else ()


def _lines_of(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(collapse_whitespace, text.split("\n")) if line)


def find_markup_day(tree: Tree, url: str, latest: str) -> str | None:
    """The day of publication that htmldate reads from URL and markup (YYYY-MM-DD, not after `latest`), or None.

    Its extensive search is off: that takes any day in the text, and a third of those are not the day of publication.
    """
    found: str | None = _or_nothing(
        lambda: find_date(tree, url=url, original_date=True, extensive_search=False, max_date=latest)
    )
    return found


def _or_nothing(call: Callable[[], Found]) -> Found | None:
    """What the library returns, None if it fails."""
    try:
        return call()
    except Exception:  # noqa: BLE001 - the libraries have no list of what they raise on arbitrary markup
        return None
