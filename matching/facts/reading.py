"""What a passage says of the person whom a mention names, claim by claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.ages import ages
from matching.facts.births import births_and_deaths
from matching.facts.claims import Claim, FactKind
from matching.facts.excerpts import MentionExcerpt
from matching.facts.forms import stated_in_form
from matching.facts.gender import genders
from matching.facts.life import signs_of_life
from matching.facts.nationality import nationalities
from matching.facts.terms import terms_said
from matching.watchlist.facts import Facts


def claims(excerpt: MentionExcerpt, facts: Facts) -> Iterator[Claim]:
    """What is said of the mentioned person about those facts that the list gives.

    Nothing is taken of a person who is introduced as somebody else of the same name.
    """
    if is_other_bearer(excerpt):
        return
    if facts.born:
        yield from ages(excerpt)
    if facts.born or facts.died:
        yield from births_and_deaths(excerpt)
    if facts.died:
        yield from signs_of_life(excerpt)
    if facts.gender:
        yield from genders(excerpt)
    if facts.nationality:
        yield from nationalities(excerpt)
    if facts.born or facts.gender or facts.nationality:
        yield from stated_in_form(excerpt)
    yield from terms_said(excerpt, FactKind.PLACE, facts.places)
    yield from terms_said(excerpt, FactKind.ROLE, facts.roles)


def is_other_bearer(excerpt: MentionExcerpt) -> bool:
    """True for "another John Smith", "not to be confused with John Smith"."""
    return _other_bearer().search(excerpt.before) is not None


@cache
def _other_bearer() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:another|a\s+different|a\s+second|the\s+other|namesake|no\s+relation\s+(?:to|of)|unrelated\s+to"
        r"|(?:be\s+)?confused\s+with|also\s+(?:named|called)|,\s+also|not\s+the|ein\s+anderer|eine\s+andere|Namensvetter\w*"
        r"|verwechseln\s+mit|un\s+autre|une\s+autre|homonyme|otr[oa]|tocayo|un\s+altr[oa]['’]?|omonim[oa]|outr[oa]|homónimo"
        r"|een\s+andere|naamgenoot|inny|inna|imienni\w+)|друг(?:ой|ая|ого)|тёзка|тезка|однофамил\w+|інш(?:ий|а|ого)|тезко"
        r"|başka\s+bir|adaşı|동명이인(?:인)?|또\s*다른|同姓同名の?|別の|另一(?:个|名|位)|同名的?)[\s,:]*$",
        re.IGNORECASE,
    )
