"""Words for comparing reports of events: steps of a case, stop words. Own collection (Apache-2.0)."""

from __future__ import annotations

STEPS = {
    "accusation": (
        "charge", "indict", "accuse", "arrest", "detain", "기소", "체포", "구속", "起訴", "逮捕", "обвин", "арест",
        "задерж", "起诉", "逮捕", "被捕", "angeklagt", "verhaftet", "festgenommen",
    ),
    "plea": (
        "pleads", "pleaded", "guilty plea", "admits guilt", "유죄 인정", "罪を認", "признал вину", "признала вину",
        "认罪", "gesteht",
    ),
    "verdict": (
        "convict", "acquit", "found guilty", "유죄 평결", "有罪評決", "признан виновн", "осужд", "оправда",
        "被判有罪", "schuldig gesprochen",
    ),
    "sentence": (
        "sentenc", "jailed", "prison term", "years in prison", "징역", "実刑", "懲役", "приговор", "лет тюрьмы",
        "判处", "有期徒刑", "haftstrafe",
    ),
    "sanction": ("sanction", "blacklist", "제재", "制裁", "санкци", "sanktion"),
    "seizure": (
        "forfeit", "confiscat", "freezes", "frozen", "sues for", "몰수", "동결", "没収", "凍結", "конфиск", "冻结",
        "没收", "beschlagnahm",
    ),
    "extradition": ("extradit", "송환", "引き渡", "экстради", "引渡", "ausgeliefert", "auslieferung"),
    "reward": ("reward", "bounty", "현상금", "懸賞", "вознагражд", "悬赏"),
    "death": ("dies", "died", "has died", "funeral", "사망", "死亡", "умер", "скончал", "去世", "gestorben"),
    "appeal": ("appeals", "appealed", "항소", "상고", "취소 소송", "控訴", "апелляц", "обжалов", "上诉", "berufung"),
    "warning": ("warns", "warned", "advisory", "주의보", "注意喚起", "предупред", "警告", "warnt"),
}  # fmt: skip
"""Acts of courts, police and ministries, with the stems that name them in English, Korean, Japanese, Russian, Chinese
and German headlines.

A case goes through them one after the other, so two different ones are two events. Arrest and charge are one step:
they are mostly reported together."""

PROCEEDINGS = frozenset(("accusation", "plea", "verdict", "sentence", "sanction", "seizure", "extradition", "appeal"))
"""The steps that follow from each other in one case; a death, a reward or a warning is news of its own."""

_STOP = """
a about after again against all also an and any are as at be been before being but by can could did do does for from
had has have he her him his how i if in into is it its more most new no not of on one or other our out over said say
says she should so some such than that the their them then there these they this those through to told two up was we
were what when where which while who whom whose will with would year years you
"""
STOP_WORDS = frozenset(_STOP.split())
"""English function words and verbs of reporting: two texts that share them have nothing in common."""
