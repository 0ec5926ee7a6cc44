"""How likely a line belongs to the article: facts about the line, and what each of them is worth.

An additive score of yes-or-no facts, each a fact of HTML or of language that holds for any publisher. The weights are
log-odds, fitted by logistic regression (ridge) on the lines of 470 annotated pages and judged on publishers that were
not in the fit (benchmarks/bench_extraction.py); a line is core if the sum is not below zero.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.anatomy import HEADINGS, Anatomy
from extractors.blocks import Block
from extractors.lines import Line
from extractors.teasers import is_running

_WORD = re.compile(r"\w{5,}")
_RARE, _MINOR = 0.03, 0.1  # shares of the article's text
_RUNNING = 120  # characters of a line that is surely running text
_LONG, _SHORT = 25, 5  # words
_FEW_LINES = 10
_READ = 2_000  # characters of a line that are looked at

# Calls to the reader, in the languages of the web's news: they promote the publication, and tell nothing.
_CALLS = re.compile(
    r"newsletter|subscri|sign up|log ?in\b|follow us|whatsapp|telegram|app store|podcast|click here|read more"
    r"|download|cookies?\b|donat|abonn|registr|iscriv|suscr|inscrev|spende|support us|unterstütz|nieuwsbrief|nyhetsbrev"
    r"|구독|뉴스레터|購読|メルマガ|订阅|訂閱|подпис|підпис|bülten",
    re.IGNORECASE,
)
# Words for reader and house: an article speaks of others.
_ADDRESS = re.compile(
    r"\b(?:our|your|you|us|ihre?n?|ihnen|votre|vos|vous|nous|usted|nuestr[oa]s?|vostr[oae]|nostr[oaie])\b",
    re.IGNORECASE,
)
# Who wrote, edited, photographed or owns it.
_CREDIT = re.compile(
    r"^\W*(?:\w+ ){0,4}(?:reporting|editing|written|compiled|translated|edited|reported) (?:by|from)\b|©|\(c\)"
    r"|^\W*(?:photos?|fotos?|image|source|quelle|picture|bild|video|credit|fuente|fonte|crédits?)\s?(?:by|von|:|/)"
    r"|\bgetty images\b|/(?:ap|afp|epa|reuters|dpa)\b|\((?:ap|afp|reuters|picture: .*|photo: .*)\)",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Ý][\w.’-]+(?: [A-ZÀ-Ý][\w.’-]+){1,3}"
_BIOGRAPHY = re.compile(rf"^\W*{_NAME},? (?:is|was|ist|est|es|è|covers|writes|reports|has|works|joined)\b")
_CONTACT = re.compile(r"@\w|https?://|\bwww\.")

WEIGHTS = {
    # Where the line stands on the page.
    "outside": -2.65,  # not in the container of most of the text
    "boxed": -0.92,  # in a box of its own within it
    "boxed_deep": -0.44,  # three or more of them
    "rare_shape": -0.78,  # boxes around it as around less than 3 % of the text
    "minor_shape": -0.71,  # less than 10 %
    "rare_style": -0.88,  # an element with tag and classes of less than 3 % of the text
    "above_title": -0.85,
    "linked": -2.09,  # four fifths of it are links
    "linked_half": -0.95,
    "linked_some": -0.56,
    "piece": -0.62,  # only a part of its block
    "unplaced": -1.3,  # joined from several blocks
    "heading": 0.74,
    "cell": -0.72,
    "code": -1.76,
    "role_box": -2.1,  # a class or id says so, and likewise below
    "role_endnote": -1.31,
    "role_promotion": -1.27,
    "role_embed": -1.08,
    "role_related": -1.27,
    # Where it stands in the text.
    "first": 0.76,
    "near_end": -0.97,
    "last": -1.33,
    "before_text": -0.44,  # above the first running paragraph
    "after_text": -0.87,  # below the last one
    # What it says.
    "described": 0.54,  # the page's own description
    "titled": 1.43,  # the title
    "unconfirmed": -1.23,  # not in the article's body as structured data give it
    "long": 0.68,
    "short": -0.3,
    "lonely": -0.65,  # hardly a word of it is used elsewhere in the article
    "calls": -0.77,  # newsletter, subscribe, follow us
    "addresses": -0.44,  # you and us
    "credit": -1.28,
    "biography": -0.94,
    "contact": -0.81,
    "capitals": -0.66,
}
INTERCEPT = 3.03


def facts_of(
    lines: Sequence[Line], anatomy: Anatomy, description: Sequence[str], title: str, body: str
) -> list[set[str]]:
    """For each line the names of the facts that hold.

    Args:
        lines: The article's lines in order.
        anatomy: The page around them.
        description: Keys of what the page gives as its description.
        title: Key of the page's title.
        body: Key of the article's body in structured data; empty if there is none to trust.
    """
    witness = _Witness(lines, anatomy, description, title, body)
    return [
        witness.of_place(line) | witness.of_order(number) | witness.of_words(line) for number, line in enumerate(lines)
    ]


def doubt_of(facts: set[str]) -> str:
    """Empty if a line with these facts is taken for the article's; else the fact that weighs most against it."""
    if INTERCEPT + sum(WEIGHTS.get(fact, 0.0) for fact in facts) >= 0:
        return ""
    return min(facts, key=lambda fact: (WEIGHTS.get(fact, 0.0), fact))


class _Witness:
    """What is known of all lines together."""

    def __init__(
        self, lines: Sequence[Line], anatomy: Anatomy, description: Sequence[str], title: str, body: str
    ) -> None:
        self._lines, self._anatomy = lines, anatomy
        self._description, self._title, self._body = description, title, body
        blocks, containers = anatomy.layout.blocks, anatomy.layout.containers
        running = [number for number, line in enumerate(lines) if self._is_running(line)]
        self._first, self._last = (running[0], running[-1]) if running else (0, len(lines) - 1)
        self._is_long = len(lines) > _FEW_LINES  # the end of a brief report is a good part of it
        self._vocabulary = Counter(word for number in running for word in set(_words(lines[number].text)))
        self._styles: Counter[tuple[str, frozenset[str]]] = Counter()
        for line in lines:
            if line.block is not None:
                one = containers[blocks[line.block].container]
                self._styles[one.tag, one.labels] += len(line.text)
        headings = (n for n, block in enumerate(blocks) if containers[block.container].tag == "h1")
        self._heading = next(headings, 0)

    def _is_running(self, line: Line) -> bool:
        if line.block is None or (len(line.text) <= _RUNNING and not is_running(line.text)):
            return False
        block = self._anatomy.layout.blocks[line.block]
        return block.linked < 0.3 * len(block.text)

    def of_place(self, line: Line) -> set[str]:
        """Facts of where on the page the line stands."""
        if line.block is None:
            return {"unplaced"}
        anatomy = self._anatomy
        block = anatomy.layout.blocks[line.block]
        own = anatomy.layout.containers[block.container]
        of_kind = anatomy.share_of_kind(block.container)
        is_inside = anatomy.inside[block.container]
        depth = anatomy.depth_in_body(block.container) if is_inside else 0
        linked = block.linked / len(block.text)
        role = anatomy.roles.get(block.container)
        named = {
            f"role_{role}": role is not None,
            "outside": not is_inside,
            "boxed": depth > 0,
            "boxed_deep": depth >= 3,
            "rare_shape": of_kind < _RARE,
            "minor_shape": _RARE <= of_kind < _MINOR,
            "rare_style": self._styles[own.tag, own.labels] < _RARE * anatomy.total,
            "linked_some": 0.25 < linked <= 0.5,
            "linked_half": 0.5 < linked <= 0.8,
            "linked": linked > 0.8,
            "piece": len(line.key) < 0.6 * len(block.key),
            "heading": _is_heading(own.tag, block),
            "cell": own.tag in {"td", "th"},
            "code": own.tag == "pre",
            "above_title": line.block < self._heading,
        }
        return {name for name, holds in named.items() if holds}

    def of_order(self, number: int) -> set[str]:
        """Facts of where in the text the line stands."""
        behind = len(self._lines) - 1 - number
        named = {
            "first": number == 0,
            "last": self._is_long and behind == 0,
            "near_end": self._is_long and 0 < behind <= 2,
            "before_text": number < self._first,
            "after_text": self._is_long and number > self._last,
            "biography": self._is_long and behind <= 2 and _BIOGRAPHY.search(self._lines[number].text) is not None,
        }
        return {name for name, holds in named.items() if holds}

    def of_words(self, line: Line) -> set[str]:
        """Facts of what the line says."""
        text, key = line.text[:_READ], line.key
        count = len(text.split())
        words = set(_words(text))
        own = self._is_running(line)
        shared = sum(self._vocabulary[word] > own for word in words) / len(words) if words else 0.0
        named = {
            "long": count >= _LONG,
            "short": count < _SHORT,
            "lonely": self._is_long and count >= 8 and shared < 0.25,
            "unconfirmed": bool(self._body) and key not in self._body,
            "described": len(key) > 25 and any(one[:40] == key[:40] for one in self._description),
            "titled": len(key) > 10 and (key in self._title or self._title[:200] in key if self._title else False),
            "capitals": text.isupper() and count > 1,
            "calls": _CALLS.search(text) is not None,
            "addresses": _ADDRESS.search(text) is not None,
            "credit": _CREDIT.search(text) is not None,
            "contact": _CONTACT.search(text) is not None,
        }
        return {name for name, holds in named.items() if holds}


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text[:_READ])]


def _is_heading(tag: str, block: Block) -> bool:
    return tag in HEADINGS or (block.bold > 0.9 * len(block.text) and len(block.text.split()) < 15)
