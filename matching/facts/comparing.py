"""What the article says of a person, compared with what the list says: comparisons that support or contradict.

An age is compared as the dates of birth that it leaves on the day of the article. It agrees if the listed date is among
them or within two months of them, for articles appear some time after what they report; it contradicts if every
possible date is more than a year off. In between, and for all that is unknown, there is no comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matching.facts.claims import Claim, FactComparison, FactKind, Weight
from matching.text.passage import Passage
from matching.watchlist.facts import Facts
from matching.watchlist.partial_dates import PartialDate, born_at_age, of_parts

_LATE_REPORT_DAYS = 61  # an age that was right so long before or after the article
_TOLERANCE_DAYS = 366
_WIDE_DAYS = 5 * 366  # a date known less exactly than this is weak support


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """When an article appeared. `day` is None if that is unknown; it was then at the latest on `latest`."""

    day: date | None
    latest: date


def comparisons(
    claims: Iterable[Claim], facts: Facts, passage: Passage, article: ArticleDate
) -> Iterator[FactComparison]:
    """The claims that agree with the facts or contradict them."""
    for claim in claims:
        compared = _compared(claim, facts, article)
        if compared is None or not (compared[0] or claim.firm):
            continue
        agrees, weight, listed = compared
        surface = passage.folded.text[claim.start : claim.end]
        yield FactComparison(claim, passage.field, surface, agrees, weight, listed)


def _compared(claim: Claim, facts: Facts, article: ArticleDate) -> tuple[bool, Weight, str] | None:
    """Whether the claim agrees, how much that counts, and what the list says; None if nothing follows from it."""
    if claim.kind is FactKind.AGE and facts.born:
        return _compared_age(claim, facts, article)
    if claim.kind is FactKind.BIRTH and facts.born:
        return _compared_dates(claim, facts.births, f"born {_either(facts.born)}")
    return None


def _compared_age(claim: Claim, facts: Facts, article: ArticleDate) -> tuple[bool, Weight, str] | None:
    if claim.ages is None:
        return None
    listed = f"born {_either(facts.born)}"
    low, high = claim.ages
    if article.day is None:
        oldest = born_at_age(low, _OLDEST_YEARS, article.latest)
        too_young = all((one.first - oldest.last).days > _TOLERANCE_DAYS + one.slack for one in facts.births)
        return (False, Weight.STRONG, listed) if too_young else None
    now = born_at_age(low, high, article.day)
    if any(now.days_from(one) <= _LATE_REPORT_DAYS for one in facts.births):
        is_exact = low == high and not all(map(_is_wide, facts.births))
        return True, Weight.STRONG if is_exact else Weight.WEAK, listed
    then = [
        PartialDate(of_parts(year - high - 1).first, of_parts(year - low).last)
        for year in claim.years
        if year < article.day.year
    ]
    is_off = all(_is_off(possible, one) for possible in (now, *then) for one in facts.births)
    return (False, Weight.STRONG, listed) if is_off else None


_OLDEST_YEARS = 120


def _compared_dates(claim: Claim, listed: Sequence[PartialDate], words: str) -> tuple[bool, Weight, str] | None:
    """A date of the article with the possible ones of the list."""
    pairs = [(said, one) for said in claim.dates for one in listed]
    if any(not said.days_from(one) for said, one in pairs):
        is_wide = all(map(_is_wide, listed)) or all(map(_is_wide, claim.dates))
        return True, Weight.WEAK if is_wide else Weight.STRONG, words
    return (False, Weight.STRONG, words) if all(_is_off(said, one) for said, one in pairs) else None


def _is_off(said: PartialDate, listed: PartialDate) -> bool:
    """True if the two differ by more than a year, or by more than they may be wrong."""
    return said.days_from(listed) > _TOLERANCE_DAYS + said.slack + listed.slack


def _is_wide(one: PartialDate) -> bool:
    return (one.last - one.first).days > _WIDE_DAYS


def _either(values: Sequence[str]) -> str:
    """`1987`, `1987 or 1988`; of many the first and the last."""
    return " or ".join(values) if len(values) <= 3 else f"{values[0]}, … or {values[-1]}"
