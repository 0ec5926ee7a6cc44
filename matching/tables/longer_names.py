"""What stands behind a name in scripts without capitals and makes it a longer one, or does not.

Own collection (Apache-2.0), from general knowledge of the languages; folded.
"""

from __future__ import annotations

GIVEN_NAMES_END = frozenset("郎朗彦雄夫助吉太")
"""Han characters with which many Japanese given names end that have a shorter one in front: 健三郎, 純一郎."""

GIVEN_NAMES_MAY_END = frozenset("子美男一二三六代世之平治史江介司士志人惠仁树辅")
"""Others that do, but also begin words: 代表, 美国."""

ARABIC_ARTICLE = "ال"
_NO_NAMES = """
    الذي التي الذين اللذين اللواتي اليوم الان الى الي الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد الماضي الماضية
    المقبل المقبلة الجاري القادم السابق السابقة الحالي الحالية المتهم الرئيس الوزير المدير الكاتب البالغ الملقب المعروف
    """
NO_ARABIC_NAMES = frozenset(_NO_NAMES.split())
"""Words with the article that are no names: relative pronouns, days, what is said of a person."""

GIVEN_NAMES_END_IN_TWO = frozenset(["次郎", "太郎", "三郎", "四郎", "五郎", "之助", "之介", "之進", "之丞", "兵衛"])
"""Two characters with which given names end: 恭平次郎."""
