"""Verbatim quotes with the matched words emphasised, cut from an article at the stored offsets or not shown at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alerts.text.cleaning import one_line
from alerts.text.emphasis import Emphasis, emphasis_of, word_end
from core.records import Article, Band, Finding, Mention, TargetKind, TextField, ZoneKind
from core.sentences import sentence_around

LONGEST = 420
"""The most code points of a quote; a longer sentence is cut around its matches."""

_CONTEXT = 160  # code points kept on either side of a match in a sentence that is cut
_REACH = 2000  # code points searched on either side for the sentence's ends


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a quote with one emphasis."""

    text: str
    emphasis: Emphasis = Emphasis.NONE


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote in fragments. `doubtful` means that a match is in a zone that may not belong to the article."""

    fragments: tuple[Fragment, ...]
    in_title: bool = False
    doubtful: bool = False

    @property
    def text(self) -> str:
        """The quote without emphasis."""
        return "".join(fragment.text for fragment in self.fragments)


@dataclass(frozen=True, slots=True)
class _Match:
    """A mention in one field of the article; offsets are code points of that field."""

    start: int
    end: int
    emphasis: Emphasis
    target_id: str
    doubtful: bool
    word: str  # the listed spelling or term


def quotes_of(article: Article, findings: Sequence[Finding], most: int) -> tuple[Quote, ...]:
    """At most `most` quotes that together show as many targets as possible, in the order of the text.

    The headline is quoted, first, for targets that are named only there, or in a line of the text that repeats it, as
    on pages whose text begins with it. A mention whose surface is not at its offsets in this version of the article is
    left out.
    """
    in_title = list(_matches(article, findings, TextField.TITLE))
    matches = _without_headline(article, list(_matches(article, findings, TextField.TEXT)), in_title)
    spans = _merged(sentence_around(article.text, match.start, match.end, _REACH) for match in matches)
    chosen = _covering(spans, matches, most)
    quotes = [_quote(article.text, span, matches) for span in sorted(chosen)]
    shown = {match.target_id for match in matches}
    titles = [match for match in in_title if match.target_id not in shown]
    if titles and article.title:
        quotes.insert(0, _quote(article.title, (0, len(article.title)), titles, in_title=True))
    return tuple(quotes[:most])


def _matches(article: Article, findings: Iterable[Finding], field: TextField) -> Iterator[_Match]:
    for finding in findings:
        for mention in finding.hit.mentions:
            if mention.field is field and is_verbatim(article, mention):
                in_scheme = finding.hit.kind is TargetKind.SCHEME
                end = word_end(_field_text(article, mention), mention.end) if in_scheme else mention.end
                doubtful = mention.zone is ZoneKind.DOUBTFUL
                yield _Match(
                    mention.start,
                    end,
                    emphasis_of(finding.hit.kind, Band.ALERT, mention.method),
                    finding.hit.target_id,
                    doubtful,
                    mention.alias if in_scheme else "",
                )


def _without_headline(article: Article, found: Sequence[_Match], in_title: Sequence[_Match]) -> list[_Match]:
    """The matches in the order of the text, without those in a line that repeats the headline, if there are others."""
    others = [match for match in found if not _repeats_headline(article, match)]
    elsewhere = {match.target_id for match in (*others, *in_title)}
    only_there = [match for match in found if match.target_id not in elsewhere]
    return sorted((*others, *only_there), key=lambda match: match.start)


def _repeats_headline(article: Article, match: _Match) -> bool:
    """True if the line of the text that the match is in is the headline again."""
    start, end = article.text.rfind("\n", 0, match.start) + 1, article.text.find("\n", match.end)
    line = article.text[start : end if end >= 0 else len(article.text)]
    return bool(article.title) and one_line(line).casefold() == one_line(article.title or "").casefold()


def whole_words(article: Article, mention: Mention) -> str:
    """What stands in the text where the mention is, to the end of its last word."""
    text = _field_text(article, mention)
    return text[mention.start : word_end(text, mention.end)]


def is_verbatim(article: Article, mention: Mention) -> bool:
    """True if the mention's surface is at its offsets in this version of the article."""
    text = _field_text(article, mention)
    return mention.start < mention.end and text[mention.start : mention.end] == mention.surface


def _field_text(article: Article, mention: Mention) -> str:
    return (article.title or "") if mention.field is TextField.TITLE else article.text


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _covering(spans: Sequence[tuple[int, int]], matches: Sequence[_Match], most: int) -> list[tuple[int, int]]:
    """Greedy set cover: the sentence with most targets not yet shown; among equals the one that says most of them.

    That is the one with most different words found, and then the first in the text: a scheme's first term is often in
    a sentence about something else.
    """
    inside = {span: [match for match in matches if span[0] <= match.start < span[1]] for span in spans}
    targets = {span: {match.target_id for match in some} for span, some in inside.items()}
    words = {span: len({(match.target_id, match.word) for match in some}) for span, some in inside.items()}
    chosen: list[tuple[int, int]] = []
    shown: set[str] = set()
    while len(chosen) < most:
        best = max(targets, key=lambda span: (len(targets[span] - shown), words[span], -span[0]), default=None)
        if best is None or targets[best] <= shown:
            break
        shown |= targets[best]
        chosen.append(best)
    return chosen


def _quote(text: str, span: tuple[int, int], matches: Iterable[_Match], *, in_title: bool = False) -> Quote:
    inside = [match for match in matches if span[0] <= match.start and match.end <= span[1]]
    fragments = _shortened(list(_fragments(text, span, inside)))
    return Quote(fragments, in_title, doubtful=any(match.doubtful for match in inside))


def _fragments(text: str, span: tuple[int, int], matches: Iterable[_Match]) -> Iterator[Fragment]:
    """The span cut where the emphasis changes."""
    emphases = [Emphasis.NONE] * (span[1] - span[0])
    for match in sorted(matches, key=lambda match: match.emphasis.strength):
        emphases[match.start - span[0] : match.end - span[0]] = [match.emphasis] * (match.end - match.start)
    start = 0
    for end in range(1, len(emphases) + 1):
        if end == len(emphases) or emphases[end] != emphases[start]:
            yield Fragment(text[span[0] + start : span[0] + end], emphases[start])
            start = end


def _shortened(fragments: list[Fragment]) -> tuple[Fragment, ...]:
    """The fragments cleaned; in a long quote what is far from matches becomes "…"."""
    is_long = sum(len(fragment.text) for fragment in fragments) > LONGEST
    shown = [
        Fragment(_cleaned(_cut(fragment, index, len(fragments)) if is_long else fragment.text), fragment.emphasis)
        for index, fragment in enumerate(fragments)
    ]
    return tuple(fragment for fragment in shown if fragment.text)


def _cut(fragment: Fragment, index: int, count: int) -> str:
    """The text of the fragment with this index among `count`, cut at the ends that no match is beside."""
    text = fragment.text
    if fragment.emphasis:
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    if index == 0:
        return text if len(text) <= _CONTEXT else f"… {text[-_CONTEXT:].lstrip()}"
    if index == count - 1:
        return text if len(text) <= _CONTEXT else f"{text[:_CONTEXT].rstrip()} …"
    return text if len(text) <= 2 * _CONTEXT else f"{text[:_CONTEXT].rstrip()} … {text[-_CONTEXT:].lstrip()}"


def _cleaned(text: str) -> str:
    """One line of printable text that keeps a space at either end, which divides the words of two fragments."""
    core = one_line(text, limit=None)
    if not core:
        return " " if text else ""
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if before else ''}{core}{' ' if after else ''}"
