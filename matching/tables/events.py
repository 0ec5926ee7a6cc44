"""Words for comparing reports of events: steps of a case, unspecific names, stop words. Own collection (Apache-2.0)."""

from __future__ import annotations

STEPS = {
    "accusation": ("charge", "indict", "accuse", "arrest", "detain", "기소", "체포", "구속", "起訴", "逮捕"),
    "plea": ("pleads", "pleaded", "guilty plea", "유죄 인정", "罪を認"),
    "verdict": ("convict", "acquit", "found guilty", "유죄 평결", "有罪評決"),
    "sentence": ("sentenc", "jailed", "prison term", "years in prison", "징역", "実刑", "懲役"),
    "sanction": ("sanction", "blacklist", "제재", "制裁"),
    "seizure": ("forfeit", "confiscat", "freezes", "frozen", "sues for", "몰수", "동결", "没収", "凍結"),
    "extradition": ("extradit", "송환", "引き渡"),
    "reward": ("reward", "bounty", "현상금", "懸賞"),
    "death": ("dies", "died", "has died", "funeral", "사망", "死亡"),
    "appeal": ("appeals", "appealed", "항소", "상고", "控訴"),
    "warning": ("warns", "warned", "advisory", "주의보", "注意喚起"),
}
"""Acts of courts, police and ministries, with the stems that name them in English, Korean and Japanese headlines.

A case goes through them one after the other, so two different ones are two events. Arrest and charge are one step:
they are mostly reported together."""

_UNSPECIFIC = """
january february march april may june july august september october november december jan feb mar apr jun jul aug sep
sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
north south korea korean koreans dprk america american americans us usa united states china chinese russia russian
japan japanese europe european asia asian
washington pyongyang seoul beijing moscow tokyo
federal bureau of investigation fbi justice state department treasury ministry government court judge district
attorney office prosecutor prosecutors police agency the and it ceo mr mrs ms dr
"""
UNSPECIFIC_NAMES = frozenset(_UNSPECIFIC.split())
"""Months, days, the countries of this beat with their capitals (which stand for governments), and offices: names that
most reports share."""

_STOP = """
a about after again against all also an and any are as at be been before being but by can could did do does for from
had has have he her him his how i if in into is it its more most new no not of on one or other our out over said say
says she should so some such than that the their them then there these they this those through to told two up was we
were what when where which while who whom whose will with would year years you
"""
STOP_WORDS = frozenset(_STOP.split())
"""English function words and verbs of reporting: two texts that share them have nothing in common."""
