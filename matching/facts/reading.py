"""What a passage says of the person whom a mention names, claim by claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.ages import ages
from matching.facts.births import births_and_deaths
from matching.facts.claims import Claim
from matching.facts.excerpts import MentionExcerpt


def claims(excerpt: MentionExcerpt) -> Iterator[Claim]:
    """What is said of the mentioned person; nothing of one who is introduced as somebody else of the same name."""
    if _is_other_bearer(excerpt):
        return
    yield from ages(excerpt)
    yield from births_and_deaths(excerpt)


def _is_other_bearer(excerpt: MentionExcerpt) -> bool:
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
