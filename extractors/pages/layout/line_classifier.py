"""A linear classifier of lines: does a line belong to the article?

The features are binary, each a property of HTML or language that holds for any publisher. The weights are log-odds,
fitted by ridge logistic regression on the lines of 470 annotated pages and evaluated on publishers outside the fit
(benchmarks/bench_extraction.py). A line is core if the sum is not below zero. Feature names are stored with articles
as reasons of their zones.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extractors.pages.layout.blocks import HEADINGS, Block
from extractors.pages.layout.lines import Line
from extractors.pages.layout.structure import PageStructure
from extractors.pages.layout.teasers import is_paragraph
from extractors.pages.layout.writing import count_words, extent, has_spaces

_WORD = re.compile(r"\w+")
_MIN_WORD = 5  # letters of a word by which lines are compared
_RARE, _MINOR = 0.03, 0.1  # shares of the article's text
_PARAGRAPH_CHARS = 120  # a longer line is a paragraph
_LONG, _SHORT = 25, 5  # words
_FEW_LINES = 10
_DECIMALS = 6  # of the weights there are two
MIN_NAME_LENGTH = 6  # letters of the shortest name that identifies itself
_MAX_CHARS = 2_000  # of a line, that are examined

# The next four patterns are matched against lower-case text.
# Calls to action that promote the publication, in the main languages of online news.
_CALLS_TO_ACTION = re.compile(
    r"newsletter|subscri|sign up|log ?in\b|follow us|whatsapp|telegram|app store|podcast|click here|read more"
    r"|download|cookies?\b|donat|abonn|registr|iscriv|suscr|inscrev|spende|support us|unterstütz|nieuwsbrief|nyhetsbrev"
    r"|구독|뉴스레터|購読|メルマガ|订阅|訂閱|подпис|підпис|bülten",
)
# First and second person: the publisher addresses its reader.
_ADDRESS_WORDS = """
    our your you us ihr ihre ihrn ihren ihnen votre vos vous nous usted nuestro nuestros nuestra nuestras
    vostro vostra vostre nostro nostra nostri nostre
"""
_ADDRESSES = frozenset(_ADDRESS_WORDS.split())
# Credits: who wrote, edited, photographed or owns it.
_CREDIT_AT_BEGIN = re.compile(
    r"\W*(?:(?:\w+ ){0,4}(?:reporting|editing|written|compiled|translated|edited|reported) (?:by|from)\b"
    r"|(?:photos?|fotos?|image|source|quelle|picture|bild|video|credit|fuente|fonte|crédits?)\s?(?:by|von|:|/))",
)
_CREDIT_WITHIN = re.compile(  # every alternative begins with a sign or a letter, by which a search is fast
    r"©|\(c\)|[.)|–-]\s*(?:photos?|fotos?|image|picture|bild|credit|crédits?|fuente|foto)\s?(?:by|von|:|/)[^.]{2,40}$"
    r"|getty images\b|/(?:ap|afp|epa|reuters|dpa)\b|\((?:ap|afp|reuters|picture: .*|photo: .*)\)",
)
# Legal notices of a page.
_LEGAL = re.compile(
    r"privacy polic|terms (?:of|and) (?:service|use|conditions)|recaptcha|all rights reserved|affiliate|personal data"
    r"|third[- ]part(?:y|ies) (?:content|cookies|platforms)|datenschutz|personenbezogene daten|drittplattform"
    r"|externe[nrs]? inhalt|provision\b|données personnelles|contenus? (?:externe|tiers)|politique de confidentialité"
    r"|datos personales|contenido externo|política de privacidad|dados pessoais|dati personali|contenut[oi] estern"
    r"|informativa|persoonsgegevens|externe inhoud|dane osobowe|개인정보|무단 ?전재|無断転載|个人信息|персональн",
)
_NAME = r"[A-ZÀ-Ý][\w.’-]+(?: [A-ZÀ-Ý][\w.’-]+){1,3}"
_BIOGRAPHY = re.compile(rf"^\W*{_NAME},? (?:is|was|ist|est|es|è|covers|writes|reports|has|works|joined)\b")
# The same with an occupation, which leaves no doubt.
_STAFF = re.compile(
    rf"^\W*(?P<name>{_NAME}),? (?:is|was|ist|est|es|è|jest|covers|writes|reports|works)\b[^.]{{0,80}}"
    r"\b(?:reporter|journalist|correspondent|editor|columnist|writer|redakteur(?:in)?|korrespondent(?:in)?|journaliste"
    r"|rédact(?:eur|rice)|correspondante?|periodista|redactora?|corresponsal|giornalista|redattrice|redattore|jornalista"
    r"|repórter|redactrice|verslaggever|dziennikar(?:z|ka))\b",
)
# Or the subject that a person writes about.
_SUBJECT = re.compile(
    rf"^\W*(?P<name>{_NAME}),? (?:(?:writes|reports) (?:about|on)|covers|(?:schreibt|berichtet) über|écrit sur|couvre"
    r"|escribe sobre|cubre|scrive di|escreve sobre|schrijft over|pisze o|пишет о)\b",
)
# Who else took part in a report, as agencies sign theirs.
_CONTRIBUTION = re.compile(
    r"\b(?:contributed (?:to this (?:report|story|article)|reporting)|reported from [A-Z]|mitarbeit(?:et haben)?:"
    r"|(?:avec|mit material von|con información de|com informações (?:de|da|do))\s+(?:afp|ap|dpa|efe|reuters)\b"
    r"|^\W{0,3}(?:additional |with )?(?:reporting|writing|editing) by [A-Z]|; (?:editing|edited) by [A-Z]"
    r"|(?:a|ont) contribué à cet article|contribuy(?:ó|eron) (?:a|con) este (?:informe|artículo))",
    re.IGNORECASE,
)
# Handles and addresses of pages; an e-mail address is that of a person or office of whom the text speaks.
_CONTACT = re.compile(r"(?<![\w.+-])@\w|https?://|\bwww\.")

_SIGNS_OF_CONTACT = ("@", "://", "www.")

WEIGHTS = {
    # Position on the page.
    "outside": -2.64,  # not in the body, the container with most of the text
    "boxed": -0.91,  # in a box of its own in the body
    "boxed_deep": -0.56,  # in three or more nested boxes
    "rare_shape": -1.11,  # its box path holds less than 3 % of the text
    "minor_shape": -0.86,  # less than 10 %
    "rare_style": -0.61,  # elements of its tag and classes hold less than 3 % of the text
    "above_title": 0.26,
    "linked": -2.13,  # more than 80 % of it is links
    "linked_half": -1.14,  # more than 50 %
    "linked_some": -0.52,  # more than 25 %
    "piece": -0.89,  # less than 60 % of its block
    "unplaced": -0.65,  # not located in a block
    "heading": 0.5,
    "cell": -0.19,
    "code": -1.51,
    "role_box": -1.34,  # by tag, class or id, like the following roles
    "role_factbox": -2.93,
    "role_endnote": -1.44,
    "role_promotion": -3.19,
    "role_embed": -0.85,
    "role_related": -0.24,
    # Position in the text.
    "first": 0.49,
    "near_end": -0.76,
    "last": -1.03,
    "before_text": -0.29,  # above the first paragraph
    "after_text": -0.94,  # below the last paragraph
    # Wording.
    "described": 0.56,  # begins like a description of the page
    "titled": 1.48,  # is part of the title, or contains it
    "unconfirmed": -1.04,  # not in the articleBody of the JSON-LD
    "long": 0.6,
    "short": -0.14,
    "lonely": -0.55,  # hardly a word of it occurs elsewhere in the article
    "calls": -0.73,  # newsletter, subscribe, follow us
    "addresses": -0.39,  # first or second person
    "credit": -0.78,
    "biography": -0.44,
    "contact": -0.82,
    "legal": -1.17,
    "italic": -1.1,
    "named": -1.67,  # first or near the end, with the name of an author or the publication
    "beyond_article": -2.02,  # outside the `<article>` with headline and text
    "capitals": -0.57,
}
INTERCEPT = 3.0  # one less than fitted: a wrongly doubtful line is still shown, a wrongly core one may alert


@dataclass(frozen=True, slots=True)
class PageClaims:
    """What the page says about its own article, as comparison keys; `body` is empty if it cannot be trusted.

    `names` are the names of authors and publication.
    """

    title: str
    descriptions: tuple[str, ...]
    body: str
    names: tuple[str, ...] = ()


def line_features(lines: Sequence[Line], structure: PageStructure, claims: PageClaims) -> list[set[str]]:
    """For each line the names of the features that hold."""
    extractor = _FeatureExtractor(lines, structure, claims)
    return [
        extractor.position_features(line) | extractor.order_features(number) | extractor.text_features(number, line)
        for number, line in enumerate(lines)
    ]


def addresses_reader(text: str) -> bool:
    """True if the text speaks of its publisher or to its reader, in the first or second person."""
    return not _ADDRESSES.isdisjoint(_WORD.findall(text.lower()))


def doubtful_reason(features: Collection[str]) -> str:
    """Empty if a line with these features is core; else the feature that weighs most against it."""
    weight = math.fsum(WEIGHTS.get(name, 0.0) for name in features)  # the same in any order
    if round(INTERCEPT + weight, _DECIMALS) >= 0:
        return ""
    return min(features, key=lambda name: (WEIGHTS.get(name, 0.0), name))


class _FeatureExtractor:
    """Computes the features of each line from the page and all lines together."""

    def __init__(self, lines: Sequence[Line], structure: PageStructure, claims: PageClaims) -> None:
        self._lines, self._structure, self._claims = lines, structure, claims
        blocks, containers = structure.layout.blocks, structure.layout.containers
        paragraphs = [number for number, line in enumerate(lines) if self._is_unlinked_paragraph(line)]
        self._paragraphs = frozenset(paragraphs)
        self._first, self._last = (paragraphs[0], paragraphs[-1]) if paragraphs else (0, len(lines) - 1)
        self._is_long = len(lines) > _FEW_LINES  # in a short report the end is a good part of the article
        self._written = [_WORD.findall(line.text[:_MAX_CHARS].lower()) for line in lines]
        self._words = [frozenset(word for word in words if len(word) >= _MIN_WORD) for words in self._written]
        self._vocabulary = Counter(word for number in paragraphs for word in self._words[number])
        self._styles: Counter[tuple[str, frozenset[str]]] = Counter()
        for line in lines:
            if line.block is not None:
                one = containers[blocks[line.block].container]
                self._styles[one.tag, one.labels] += len(line.text)
        headings = (n for n, block in enumerate(blocks) if containers[block.container].tag == "h1")
        self._heading = next(headings, 0)

    def _is_unlinked_paragraph(self, line: Line) -> bool:
        if line.block is None or (extent(line.text) <= _PARAGRAPH_CHARS and not is_paragraph(line.text)):
            return False
        block = self._structure.layout.blocks[line.block]
        return block.linked_chars < 0.3 * len(block.text)

    def position_features(self, line: Line) -> set[str]:
        """Features of the line's position on the page."""
        if line.block is None:
            return {"unplaced"}
        structure = self._structure
        block = structure.layout.blocks[line.block]
        own = structure.layout.containers[block.container]
        path_share = structure.box_path_share(block.container)
        is_inside = structure.is_in_body[block.container]
        depth = structure.depth_in_body(block.container) if is_inside else 0
        linked = block.linked_chars / len(block.text)
        ancestors = structure.layout.ancestors_or_self(block.container) if structure.article is not None else []
        role = structure.roles.get(block.container)
        features = {
            f"role_{role}": role is not None,
            "outside": not is_inside,
            "boxed": depth > 0,
            "boxed_deep": depth >= 3,
            "rare_shape": path_share < _RARE,
            "minor_shape": _RARE <= path_share < _MINOR,
            "rare_style": self._styles[own.tag, own.labels] < _RARE * structure.total,
            "linked_some": 0.25 < linked <= 0.5,
            "linked_half": 0.5 < linked <= 0.8,
            "linked": linked > 0.8,
            "piece": len(line.key) < 0.6 * len(block.key),
            "heading": _is_heading(own.tag, block),
            "cell": own.tag in {"td", "th"},
            "code": own.tag == "pre" and 2 * structure.chars[block.container] < structure.total,
            "above_title": line.block < self._heading,
            "italic": block.italic_chars > 0.9 * len(block.text),
            "beyond_article": structure.article is not None and structure.article not in ancestors,
            "pictured": self._is_beside_picture(line.block),
            "other_article": structure.is_in_other_article(block.container),
        }
        return {name for name, holds in features.items() if holds}

    def _is_beside_picture(self, number: int) -> bool:
        """True for a block that is the only text in a box with a picture, or in a paragraph with a picture."""
        layout = self._structure.layout
        if layout.blocks[number].container in layout.pictured:
            return True
        box = layout.box_of(layout.blocks[number].container)
        if box not in layout.pictures:
            return False
        others = (layout.blocks[one] for one in (number - 1, number + 1) if 0 <= one < len(layout.blocks))
        return not any(box in layout.ancestors_or_self(one.container) for one in others)

    def order_features(self, number: int) -> set[str]:
        """Features of the line's position in the text."""
        remaining, names = len(self._lines) - 1 - number, self._claims.names
        features = {
            "first": number == 0,
            "last": self._is_long and remaining == 0,
            "near_end": self._is_long and 0 < remaining <= 2,
            "before_text": number < self._first,
            "after_text": self._is_long and number > self._last,
            "named": (remaining <= 2 or number == 0) and any(name in self._lines[number].key for name in names),
            "biography": self._is_long and remaining <= 2 and _BIOGRAPHY.search(self._lines[number].text) is not None,
            "staff": remaining <= 2 and self._presents_author(number),
        }
        return {name for name, holds in features.items() if holds}

    def _presents_author(self, number: int) -> bool:
        """True if the line says who took part in the report.

        Or what work a person does for the press of whom the rest of the text says nothing.
        """
        text = self._lines[number].text[:_MAX_CHARS]
        if _CONTRIBUTION.search(text):
            return True
        found = _STAFF.search(text) or _SUBJECT.search(text)
        family_name = found["name"].split()[-1] if found else ""
        return found is not None and not any(
            family_name in line.text for line in self._lines[1:number] if line.text != found["name"]
        )

    def text_features(self, number: int, line: Line) -> set[str]:
        """Features of the line's wording."""
        text, key, title = line.text[:_MAX_CHARS], line.key, self._claims.title
        lower = text.lower()
        count = count_words(text)
        words = self._words[number]
        own = number in self._paragraphs
        shared = sum(self._vocabulary[word] > own for word in words) / len(words) if words else 0.0
        features = {
            "long": count >= _LONG,
            "short": count < _SHORT,
            "lonely": self._is_long and count >= 8 and shared < 0.25 and has_spaces(text),
            "unconfirmed": bool(self._claims.body) and key not in self._claims.body,
            "described": len(key) > 25 and any(one[:40] == key[:40] for one in self._claims.descriptions),
            "titled": len(key) > 10 and bool(title) and (key in title or title[:200] in key),
            "capitals": text.isupper() and count > 1,
            "calls": _CALLS_TO_ACTION.search(lower) is not None,
            "addresses": not _ADDRESSES.isdisjoint(self._written[number]),
            "credit": _CREDIT_AT_BEGIN.match(lower) is not None or _CREDIT_WITHIN.search(lower) is not None,
            "legal": _LEGAL.search(lower) is not None,
            "contact": any(sign in text for sign in _SIGNS_OF_CONTACT) and _CONTACT.search(text) is not None,
        }
        return {name for name, holds in features.items() if holds}


def _is_heading(tag: str, block: Block) -> bool:
    return tag in HEADINGS or (block.bold_chars > 0.9 * len(block.text) and count_words(block.text) < 15)
