"""Why a story matched and what a person should check in it, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alerts.rendering.quotes import is_verbatim, whole_words
from alerts.text.cleaning import one_line
from alerts.text.wording import distinct_names, listed, method_words, needs_check, outlet_name, sentence
from core.records import Band, Finding, MatchMethod, Mention, ReasonCode, TargetKind

_AS_LISTED = {method_words(MatchMethod.EXACT), method_words(MatchMethod.TERM)}
_SPELLINGS = 4  # most spellings of one entry in the table
_MOST_NAMES = 5  # for which one reason is given
_FACTS = 6  # most facts of one card
_NAME = 80  # longest name or surface shown, in code points


@dataclass(frozen=True, slots=True)
class WhyRow:
    """A spelling found in the text and how it was matched; `near` is True if a person should check it."""

    surface: str
    words: str
    near: bool


@dataclass(frozen=True, slots=True)
class WhyEntry:
    """A watchlist entry with the unlisted spellings found."""

    name: str
    rows: tuple[WhyRow, ...]


def spellings_to_check(findings: Iterable[Finding]) -> set[tuple[str, str]]:
    """The (target id, spelling) pairs that a person should check."""
    return {
        (finding.hit.target_id, mention.surface)
        for finding in findings
        for mention in finding.hit.mentions
        if needs_check(mention.method) and is_verbatim(finding.article, mention)
    }


def checks_of(findings: Sequence[Finding]) -> tuple[str, ...]:
    """What a person should check, a sentence each: unlisted spellings, and hits uncertain for another reason."""
    return tuple(dict.fromkeys((*_spelling_checks(findings), *_uncertain_hit_checks(findings))))


def _spelling_checks(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        for mention in finding.hit.mentions:
            if needs_check(mention.method) and is_verbatim(finding.article, mention):
                surface, alias = one_line(mention.surface, _NAME), one_line(mention.alias, _NAME)
                source = outlet_name(finding.article)
                line = f"{source}: “{surface}” is taken for “{alias}”, {method_words(mention.method)}."
                yield f"{line}{_also_named(finding, findings)}"


def _also_named(finding: Finding, findings: Sequence[Finding]) -> str:
    """A sentence on which other actors the article names for certain, which supports an unlisted spelling; or empty."""
    others = dict.fromkeys(
        one_line(one.target.name, _NAME)
        for one in findings
        if one.article.article_id == finding.article.article_id
        and one.hit.kind is TargetKind.ACTOR
        and one.hit.band is Band.ALERT
        and one.hit.target_id != finding.hit.target_id
    )
    return f" The same article names {listed(list(others), 3)}." if others else ""


def _uncertain_hit_checks(findings: Sequence[Finding]) -> Iterator[str]:
    """A sentence for each source and reason, with the names that no other article of the story makes certain."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    certain = {one.hit.target_id for one in findings if one.hit.band is Band.ALERT}
    for finding in findings:
        deciding = finding.hit.deciding_reason
        if finding.hit.target_id not in certain and deciding:
            why = sentence(deciding.text, 200)
            names[outlet_name(finding.article), why].append(one_line(finding.target.name, _NAME))
    for (source, why), found in names.items():
        yield f"{source}: {listed(list(dict.fromkeys(found)), _MOST_NAMES)}: {why}"


def why_matched(findings: Sequence[Finding], most: int) -> tuple[str, tuple[WhyEntry, ...]]:
    """The names of the people found only as listed, and the other entries with the spellings that are not listed.

    The latter have `most` rows in all; no entry gets a second row before each has one.
    """
    spellings: dict[str, dict[tuple[str, str], WhyRow]] = defaultdict(dict)
    targets = {one.hit.target_id: one.target for one in findings}
    for finding in sorted(findings, key=lambda one: (one.hit.kind is TargetKind.SCHEME, -one.hit.band.rank)):
        for mention in finding.hit.mentions:
            if is_verbatim(finding.article, mention):
                row = _why_row(finding, mention)
                spellings[finding.hit.target_id].setdefault((row.surface.casefold(), row.words), row)
    plain = [key for key, rows in spellings.items() if all(row.words in _AS_LISTED for row in rows.values())]
    people = {one.hit.target_id for one in findings if one.hit.kind is TargetKind.ACTOR}
    as_listed = ", ".join(distinct_names(one_line(targets[key].name, _NAME) for key in plain if key in people))
    spellings = {
        key: {spelling: row for spelling, row in rows.items() if row.words not in _AS_LISTED}
        for key, rows in spellings.items()
        if key not in plain
    }
    spare = max(0, most - len(spellings))
    entries = []
    for target_id, rows in list(spellings.items())[:most]:
        kept = tuple(rows.values())[: 1 + min(spare, _SPELLINGS - 1)]
        spare -= len(kept) - 1
        entries.append(WhyEntry(one_line(targets[target_id].name, _NAME), kept))
    return as_listed, tuple(entries)


def facts_agreeing(findings: Iterable[Finding]) -> tuple[str, ...]:
    """What articles say as the list does, a line each: `Jane Roe: aged 34 in the article; listed as born 1987.`."""
    lines = (
        f"{one_line(finding.target.name, _NAME)}: {sentence(reason.text, 200)}"
        for finding in findings
        for reason in finding.hit.reasons
        if reason.code is ReasonCode.FACT_AGREES
    )
    return tuple(dict.fromkeys(lines))[:_FACTS]


def listed_for(findings: Iterable[Finding]) -> str:
    """`A, B: indicted in 2025; C: charged in 2026`: why the people are listed, those with one basis together."""
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for one in findings:
        if one.hit.kind is TargetKind.ACTOR and one.target.basis:
            names[one_line(one.target.basis, 120)][one_line(one.target.name, _NAME)] = None
    return "; ".join(f"{', '.join(some)}: {basis}" for basis, some in names.items())


def _why_row(finding: Finding, mention: Mention) -> WhyRow:
    in_scheme = finding.hit.kind is TargetKind.SCHEME
    surface = whole_words(finding.article, mention) if in_scheme else mention.surface
    return WhyRow(one_line(surface, _NAME), method_words(mention.method), needs_check(mention.method))
