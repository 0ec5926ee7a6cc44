"""Whether a description before a name is that of somebody else, who does something to the person named.

"A 78-year-old nurse saw Jane Roe": signs of it are a verb between the two, and cases that do not agree.
"""

from __future__ import annotations

import re
from functools import cache

from matching.tables import verb_signs


def is_of_subject(described: str, between: str, *, oblique: bool = False) -> bool:
    """True if the description is the subject's, and the name somebody else's.

    `described` is the description up to its end, `between` what stands between it and the name, `oblique` says whether
    the name is in another case than the nominative.
    """
    if oblique and _compiled(verb_signs.NOMINATIVE_AGE).search(f"{described}{between}"):
        return True
    if _compiled(verb_signs.POSTPOSED_AGE).search(described.rstrip()):
        return re.fullmatch(verb_signs.NAMED, between, re.IGNORECASE) is None
    return _has_verb(described, between)


def _has_verb(described: str, between: str) -> bool:
    if re.search(verb_signs.GERMAN_VERB, between) and re.search(r"jährig\w*\s*$", described):
        return True
    return _compiled(verb_signs.VERBS).search(f"{described[-12:]} {between}") is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
