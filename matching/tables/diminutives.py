"""Short forms of given names that the press uses for the full ones.

Compiled for this project from general knowledge; folded. A short form may stand for several names.
"""

from __future__ import annotations

_PAIRS = """
    abe abraham, al albert, alex alexander, alex aleksandr, alex alexandra, alex alejandro, andy andrew, art
    arthur, barb barbara, becky rebecca, ben benjamin, bernie bernard, bert albert, beth elizabeth, bill
    william, billy william, bob robert, bobby robert, brad bradley, carl carlos, cathy catherine, charlie
    charles, chris christopher, chris christian, chuck charles, cindy cynthia, dan daniel, danny daniel, dave
    david, debbie deborah, dick richard, dima dmitri, dima dmitry, don donald, doug douglas, drew andrew, ed
    edward, eddie edward, fred frederick, fred frederik, gabe gabriel, gene eugene, geoff geoffrey, greg
    gregory, hank henry, harry harold, jack john, jake jacob, jeff jeffrey, jen jennifer, jenny jennifer, jerry
    gerald, jim james, jimmy james, joe joseph, johnny john, jon jonathan, josh joshua, kate katherine, kathy
    katherine, katya ekaterina, ken kenneth, kolya nikolai, larry lawrence, lena elena, leo leonard, liz
    elizabeth, lou louis, maggie margaret, mandy amanda, marty martin, matt matthew, max maximilian, max maksim,
    meg margaret, mike michael, mick michael, misha mikhail, nate nathan, nate nathaniel, ned edward, nick
    nicholas, nick nikolai, pam pamela, pat patrick, pat patricia, pepe jose, paco francisco, pete peter, phil
    philip, phil phillip, ray raymond, rich richard, rick richard, rob robert, ron ronald, sam samuel, sandy
    alexander, sasha aleksandr, sasha alexander, sergei sergey, serge sergei, steve steven, steve stephen, sue
    susan, tanya tatiana, ted edward, ted theodore, terry terence, tim timothy, tom thomas, tommy thomas, tony
    anthony, tony antonio, vic victor, vlad vladimir, vova vladimir, volodya vladimir, will william, zach
    zachary
"""
DIMINUTIVES = frozenset(tuple(pair.split()) for pair in _PAIRS.split(","))
"""(short form, full name)."""
