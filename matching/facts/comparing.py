"""What the article says of a person, compared with what the list says: comparisons that support or contradict.

An age is compared as the dates of birth that it leaves on the day of the article. It agrees if the listed date is among
them or within two months of them, for articles appear some time after what they report; it contradicts if every
possible date is more than a year off. In between, and for all that is unknown, there is no comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from matching.facts.claims import AgeTime, Claim, FactComparison, FactKind, Weight
from matching.text.passage import Passage
from matching.watchlist.facts import Facts
from matching.watchlist.partial_dates import PartialDate, born_at_age, of_parts

_LATE_REPORT_DAYS = 61  # an age that was right so long before or after the article
_AFTER_DEATH_DAYS = 92  # so long after a death, reports of what the dead did before have ceased
_TOLERANCE_DAYS = 366
_TOLERANCE = timedelta(days=_TOLERANCE_DAYS)
_NOT_NOW = (AgeTime.EARLIER, AgeTime.PERHAPS_EARLIER)
_WIDE_DAYS = 5 * 366  # a date known less exactly than this is weak support


Compared = tuple[bool, Weight, str]


def comparisons(
    claims: Iterable[Claim], facts: Facts, passage: Passage, article: date | None
) -> Iterator[FactComparison]:
    """The claims that agree with the facts or contradict them; `article` is its date, None if unknown.

    A contradiction that may be about somebody else has no weight of its own.
    """
    for claim in claims:
        compared = _compared(claim, facts, article)
        if compared is None:
            continue
        agrees, weight, listed = compared
        weight = weight if agrees or claim.firm else Weight.NONE
        surface = passage.folded.text[claim.start : claim.end]
        yield FactComparison(claim, passage.field, surface, agrees, weight, listed)


def _compared(claim: Claim, facts: Facts, article: date | None) -> Compared | None:
    """Whether the claim agrees, how much that counts, and what the list says; None if nothing follows from it."""
    return _COMPARISONS[claim.kind](claim, facts, article)


def _compared_birth(claim: Claim, facts: Facts, _: date | None) -> Compared | None:
    return _compared_dates(claim, facts.births, f"born {_either(facts.born)}") if facts.born else None


def _compared_gender(claim: Claim, facts: Facts, _: date | None) -> Compared | None:
    if facts.gender is None:
        return None
    agrees = facts.gender in claim.values
    return agrees, Weight.NONE if agrees else Weight.WEAK, facts.gender


def _compared_nationality(claim: Claim, facts: Facts, _: date | None) -> Compared | None:
    agrees = not set(facts.nationality).isdisjoint(claim.values)
    return (agrees, Weight.WEAK, f"a national of {' or '.join(facts.nationality)}") if facts.nationality else None


def _agreeing_term(claim: Claim, _: Facts, __: date | None) -> Compared | None:
    return True, Weight.WEAK, f"{claim.kind} “{claim.values[0]}”"


def _compared_death(claim: Claim, facts: Facts, article: date | None) -> Compared | None:
    """The date of a death; one without a year is of the month before the article.

    Lists say that people died who lived on, so a later death is a weak contradiction; an earlier one is strong.
    """
    dates = claim.dates
    if not dates and article is not None:
        dates = (PartialDate(article - timedelta(days=_LATE_REPORT_DAYS), article),)
    if not dates:
        return None
    if facts.births and all(one.last < min(born.first for born in facts.births) for one in dates):
        return False, Weight.STRONG, f"born {_either(facts.born)}"
    if not facts.deaths:
        return None
    compared = _compared_dates(replace(claim, dates=dates), facts.deaths, f"died {_either(facts.died)}")
    is_later = max(one.last for one in dates) > min(one.first for one in facts.deaths)
    if compared is None or compared[0] or not is_later:
        return compared
    return False, Weight.WEAK, compared[2]


def _compared_life(claim: Claim, facts: Facts, article: date | None) -> Compared | None:
    """Somebody acts in the article's present who had been dead for months; not in a sentence about an earlier year."""
    if not facts.died:
        return None
    last = max(one.last + timedelta(days=one.slack) for one in facts.deaths)
    is_later = article is not None and (article - last).days > _AFTER_DEATH_DAYS
    if not is_later or any(year <= last.year for year in claim.years):
        return None
    return False, Weight.WEAK, f"died {_either(facts.died)}"


def _compared_age(claim: Claim, facts: Facts, article: date | None) -> Compared | None:
    if claim.ages is None or article is None or not facts.born:
        return None
    listed = f"born {_either(facts.born)}"
    low, high = claim.ages
    now = born_at_age(low, high, article)
    if claim.when in _NOT_NOW and all(
        one.first - now.last > _TOLERANCE + timedelta(days=one.slack) for one in facts.births
    ):
        return False, Weight.STRONG, listed  # whoever was older once is older now
    if claim.when is AgeTime.EARLIER:
        return None
    if any(now.days_from(one) <= _LATE_REPORT_DAYS + one.slack for one in facts.births):
        is_exact = low == high and not all(map(_is_wide, facts.births))
        return True, Weight.STRONG if is_exact else Weight.WEAK, listed
    of_death = (
        {day.year for one in facts.deaths for day in (one.first, one.last)} if claim.when is AgeTime.AT_DEATH else set()
    )
    then = [
        PartialDate(of_parts(year - high - 1).first, of_parts(year - low).last)
        for year in {*claim.years, *of_death}
        if year < article.year
    ]
    if claim.when is AgeTime.PERHAPS_EARLIER:
        return None
    is_off = all(_is_off(possible, one) for possible in (now, *then) for one in facts.births)
    return (False, Weight.STRONG, listed) if is_off else None


def _compared_dates(claim: Claim, listed: Sequence[PartialDate], words: str) -> Compared | None:
    """A date of the article with the possible ones of the list."""
    pairs = [(said, one) for said in claim.dates for one in listed]
    if any(said.days_from(one) <= one.slack for said, one in pairs):
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


_COMPARISONS: Mapping[FactKind, Callable[[Claim, Facts, date | None], Compared | None]] = {
    FactKind.AGE: _compared_age,
    FactKind.BIRTH: _compared_birth,
    FactKind.DEATH: _compared_death,
    FactKind.LIFE: _compared_life,
    FactKind.GENDER: _compared_gender,
    FactKind.NATIONALITY: _compared_nationality,
    FactKind.PLACE: _agreeing_term,
    FactKind.ROLE: _agreeing_term,
}
