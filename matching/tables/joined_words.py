"""Words that are written as one with their neighbour in a name, or apart from it, as the writer likes.

Own collection (Apache-2.0), from general knowledge of Persian, Arabic, Hebrew, Turkic languages and Russian. Persian
family names end in nouns and roots of verbs (son, born, descent, radiance, new, friend); given names of the Muslim
world begin with a saint's name, a title or Abd, "servant of". Those in scripts are folded.
"""

from __future__ import annotations

import re

_BEFORE = (
    "m[aou]h?[ao]m+[aei]d|ali|am[ie]{1,2}r|emir|g?h?[ou]l+am|abd[aeiou]{0,2}[lnrszdt]?|sa?[ei]y+[aei]d|seid|shah?"
    "|fat[aei]*m[aei]h?|abu|abou|ibn|ben|bin|bar|bat|jean|mari[ae]|ann[ae]?"
)
_BEHIND = (
    "p[ou]{1,2}r|zad(?:eh?|ah)|ne[jz]h?ad|fard|far|ni[iy]?a|kh[aw]{1,2}h|d[ou]{1,2}st|man[ei]?sh|yan|oglu|o[gh]{1,2}l[iyu]"
    "|[kgq][iy]z[iy]|[au]ll?ah?"
)
_BEHIND_ARTICLE = "(?:[aeu][dl])?(d[iey]{1,2}ne?)|([ie]slam|dowleh|molk|haq+)"
_IS_BEFORE, _IS_BEHIND = re.compile(_BEFORE), re.compile(f"{_BEHIND}|{_BEHIND_ARTICLE}")
_HAS_ARTICLE_BEFORE = re.compile(_BEHIND_ARTICLE)

_BEFORE_IN_SCRIPTS = """
    محمد علي امير غلام عبد سيد شاه ابو ابا ابي بن ابن بو ام نور سيف شمس جمال كمال صلاح علاء عز فخر ضياء بهاء جلال محي
    בן בת בר אבו אבן אבי
    аль эль бин бен ибн абу абд абдул абдель
"""
BEFORE_IN_SCRIPTS = frozenset(_BEFORE_IN_SCRIPTS.split())
"""Those that are one with the next word or apart from it: Muhammad, Ali, Abd, Abu; Ben, Bar; al-, bin."""

_BEHIND_IN_SCRIPTS = """
    پور زاده نژاد فرد فر نيا خواه دوست منش يان الدين الله الاسلام رضا حسين زهرا
    заде оглы оглу огли кызы гызы уулу зода
"""
BEHIND_IN_SCRIPTS = frozenset(_BEHIND_IN_SCRIPTS.split())
"""Those that are one with the word before or apart from it: -zadeh, -oglu and other ends of family names; al-Din."""


def is_joined_before(word: str) -> bool:
    """True for a folded word in Latin letters that other scripts may join to the next word of a name."""
    return _IS_BEFORE.fullmatch(word) is not None


def is_joined_behind(word: str) -> bool:
    """True for a folded word in Latin letters that other scripts may join to the word before it in a name."""
    return _IS_BEHIND.fullmatch(word) is not None


def with_article(word: str) -> str | None:
    """What has an article of its own behind a noun, with it as Arabic writes it: aldin, of Din, Eddin and Uddin."""
    found = _HAS_ARTICLE_BEFORE.fullmatch(word)
    return f"al{found[1] or found[2]}" if found else None
