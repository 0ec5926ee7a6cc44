"""Verbatim quotes with the evidence marked, cut from an article at the stored offsets or not shown at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alerts.cleaning import one_line
from alerts.wording import needs_check
from core.records import Article, Finding, Mention, TargetKind, TextField, ZoneKind

LONGEST = 420
"""Longest quote, in code points; a longer sentence is cut around its evidence."""

_CONTEXT = 160  # code points kept on either side of evidence in a sentence that is cut
_ENDS = re.compile(r"(?<=[.!?])[\"'”’»)]*\s+(?=[\"'“‘«(\[]?[^\Wa-z])|(?<=[。！？])[」』”]?|\n+")
_REST = re.compile(r"[a-z’']{0,20}(?<=[a-z])")
# An initial or an abbreviated title before the point.
_SHORT = re.compile(r"(?<!\w)(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|No|Jr|vs)\.$")
_REACH = 2000  # code points searched on either side for the sentence's ends

# How loudly a mark stands out where marks overlap: certain evidence wins.
_PRECEDENCE = {"": 0, "term": 1, "near": 2, "exact": 3}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a quote; `emphasis` is exact, near (a spelling to check), term (of a scheme) or empty."""

    text: str
    emphasis: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote in pieces. `doubtful` tells that it stands outside the certain part of the article."""

    fragments: tuple[Fragment, ...]
    in_title: bool = False
    doubtful: bool = False

    @property
    def text(self) -> str:
        """The quote without its marks."""
        return "".join(fragment.text for fragment in self.fragments)


@dataclass(frozen=True, slots=True)
class _MatchedSpan:
    start: int
    end: int
    emphasis: str
    target: str
    doubtful: bool


def quotes_of(article: Article, findings: Sequence[Finding], most: int) -> tuple[Quote, ...]:
    """At most `most` quotes that together show as many targets as possible, in the order of the text.

    A mention whose surface is not at its offsets in this version of the article is not evidence and is left out.
    """
    evidence = sorted(_evidence(article, findings, TextField.TEXT), key=lambda one: one.start)
    spans = _merged([_sentence(article.text, one) for one in evidence])
    chosen = _covering(spans, evidence, most)
    quotes = [_quote(article.text, span, evidence) for span in sorted(chosen)]
    shown = {one.target for one in evidence}
    titles = [one for one in _evidence(article, findings, TextField.TITLE) if one.target not in shown]
    if titles and article.title:
        quotes.insert(0, _quote(article.title, (0, len(article.title)), titles, in_title=True))
    return tuple(quotes[:most])


def _evidence(article: Article, findings: Iterable[Finding], field: TextField) -> Iterator[_MatchedSpan]:
    for finding in findings:
        for mention in finding.hit.mentions:
            if mention.field is field and is_verbatim(article, mention):
                scheme = finding.hit.kind is TargetKind.SCHEME
                emphasis = "near" if needs_check(mention.method) else "term" if scheme else "exact"
                end = _word_end(article, mention) if scheme else mention.end
                doubtful = mention.zone is ZoneKind.DOUBTFUL
                yield _MatchedSpan(mention.start, end, emphasis, finding.hit.target_id, doubtful)


def _word_end(article: Article, mention: Mention) -> int:
    """Where the word ends in which the mention does: a term with a star is met in the middle of a word."""
    text = (article.title or "") if mention.field is TextField.TITLE else article.text
    rest = _REST.match(text, mention.end)
    return rest.end() if rest else mention.end


def is_verbatim(article: Article, mention: Mention) -> bool:
    """True if the article says what the mention claims at its offsets."""
    text = (article.title or "") if mention.field is TextField.TITLE else article.text
    return mention.start < mention.end and text[mention.start : mention.end] == mention.surface


def _sentence(text: str, evidence: _MatchedSpan) -> tuple[int, int]:
    """The span of the sentence around the evidence."""
    low, high = max(0, evidence.start - _REACH), min(len(text), evidence.end + _REACH)
    ends = (found.span() for found in _ENDS.finditer(text, low, high))
    breaks = [span for span in ends if not _SHORT.search(text, max(low, span[0] - 8), span[0])]
    start = max((end for _, end in breaks if end <= evidence.start), default=low)
    return start, min((begin for begin, _ in breaks if begin >= evidence.end), default=high)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _covering(spans: Sequence[tuple[int, int]], evidence: Sequence[_MatchedSpan], most: int) -> list[tuple[int, int]]:
    """Greedy set cover: the sentence with most targets not yet shown, the first in the text among equals."""
    targets = {span: {one.target for one in evidence if span[0] <= one.start < span[1]} for span in spans}
    chosen: list[tuple[int, int]] = []
    shown: set[str] = set()
    while len(chosen) < most:
        best = max(targets, key=lambda span: (len(targets[span] - shown), -span[0]), default=None)
        if best is None or targets[best] <= shown:
            break
        shown |= targets[best]
        chosen.append(best)
    return chosen


def _quote(text: str, span: tuple[int, int], evidence: Iterable[_MatchedSpan], *, in_title: bool = False) -> Quote:
    inside = [one for one in evidence if span[0] <= one.start and one.end <= span[1]]
    fragments = _shortened(list(_fragments(text, span, inside)))
    return Quote(fragments, in_title, doubtful=any(one.doubtful for one in inside))


def _fragments(text: str, span: tuple[int, int], evidence: Iterable[_MatchedSpan]) -> Iterator[Fragment]:
    """The span cut where marks begin and end; where marks overlap the strongest holds."""
    marks = [""] * (span[1] - span[0])
    for one in sorted(evidence, key=lambda one: _PRECEDENCE[one.emphasis]):
        marks[one.start - span[0] : one.end - span[0]] = [one.emphasis] * (one.end - one.start)
    start = 0
    for at in range(1, len(marks) + 1):
        if at == len(marks) or marks[at] != marks[start]:
            yield Fragment(text[span[0] + start : span[0] + at], marks[start])
            start = at


def _shortened(fragments: list[Fragment]) -> tuple[Fragment, ...]:
    """Cleaned pieces; in a long quote what lies far from evidence becomes "…"."""
    long = sum(len(fragment.text) for fragment in fragments) > LONGEST
    shown = [
        Fragment(_plain(_cut(fragment, at, len(fragments)) if long else fragment.text), fragment.emphasis)
        for at, fragment in enumerate(fragments)
    ]
    return tuple(fragment for fragment in shown if fragment.text)


def _cut(fragment: Fragment, at: int, count: int) -> str:
    text = fragment.text
    if fragment.emphasis:
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    if at == 0:
        return text if len(text) <= _CONTEXT else f"… {text[-_CONTEXT:].lstrip()}"
    if at == count - 1:
        return text if len(text) <= _CONTEXT else f"{text[:_CONTEXT].rstrip()} …"
    return text if len(text) <= 2 * _CONTEXT else f"{text[:_CONTEXT].rstrip()} … {text[-_CONTEXT:].lstrip()}"


def _plain(text: str) -> str:
    """Cleaned without losing the spaces at the ends, which separate words from marks."""
    core = one_line(text, limit=None)
    if not core:
        return " " if text else ""
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if before else ''}{core}{' ' if after else ''}"
