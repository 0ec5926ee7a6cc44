"""Ages of articles and comments ("14 hours ago") in the languages of online news.

After the relative-time patterns of Unicode CLDR 46 (dateFields, past; Unicode licence), seconds to months.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,3}|an?|one|ein(?:e[mr]?)?|une?|un[ao]?|één|en|et)"
_AGES = rf"""
    {_NUMBER}\ ?(?:s|m|min|mins|h|hr|hrs|d|w|mo|seconds?|minutes?|hours?|days?|weeks?|months?)\.?\ ago
    vor\ {_NUMBER}\ (?:sekunden?|minuten?|min\.?|stunden?|std\.?|tag(?:en)?|wochen?|monat(?:en)?)
    il\ y\ a\ {_NUMBER}\ (?:secondes?|minutes?|min|heures?|h|jours?|semaines?|mois)
    hace\ {_NUMBER}\ (?:segundos?|minutos?|min|horas?|h|días?|semanas?|mes(?:es)?)
    há\ {_NUMBER}\ (?:segundos?|minutos?|horas?|dias?|semanas?|mês|meses)
    {_NUMBER}\ (?:secondi|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei])\ fa
    {_NUMBER}\ (?:seconden|minuten?|uur|uren|dag(?:en)?|weken|week|maand(?:en)?)\ geleden
    (?:for\ )?{_NUMBER}\ (?:sekunder|minutt?er|minutt?|timer?|dag(?:er|e)?|uker?)\ siden
    (?:för\ )?{_NUMBER}\ (?:sekunder|minuter?|timm(?:e|ar)|dag(?:ar)?|vecka|veckor)\ sedan
    \d{{1,3}}\ (?:sekuntia|minuuttia|min|tuntia|t|päivää|viikkoa|kuukautta)\ sitten
    {_NUMBER}\ (?:minut[yę]?|godzin[yaę]?|dzień|dni|tydzień|tygodni[ea]?)\ temu
    (?:před|pred)\ \d{{0,3}}\ ?(?:sekund|minút|minut|hodin|ur|dn|týdn|týžd|měsíc|mesiac)\w*
    \d{{1,3}}\ (?:másodperc|perc|órá|óra|nap|h[eé]t|hónap)\w*(?:\ ezelőtt|(?<=[jt][ae]))
    acum\ {_NUMBER}?\ ?(?:de\ )?(?:secunde|minute?|or[eăa]|zile?|zi|săptămân[iă]|luni|lună)
    (?:преди|пре)\ \d{{0,3}}\ ?(?:секунд|минут|час|сат|ден|дан|дн|седмиц|недељ|месец)\w*
    (?:prije|pre)\ \d{{0,3}}\ ?(?:minut|sat|dan|tjed|nedelj|mjesec|mesec)\w*
    {_NUMBER}\ (?:dakika|saat|gün|hafta|ay)\ önce
    \d{{0,3}}\ ?(?:минут[уы]?|час(?:а|ов)?|день|дня|дней|недел[юиь]|хвилин[уи]?|годин[уи]?|дні|днів)\ (?:назад|тому)
    πριν\ (?:από\ )?\d{{0,3}}\ ?(?:δευτερόλεπτ|λεπτ|ώρ|ημέρ|μέρ|εβδομάδ|μήν)\w*
    (?:prieš|pirms)\ \d{{1,3}}\ (?:sek|min|val|stund|dien|savait|ned|mėn|mēn)\w*
    (?:قبل|منذ)\ \d{{0,3}}\ ?(?:ثانية|ثوان|دقيقة|دقائق|دقيقتين|ساعة|ساعات|ساعتين)
    (?:قبل|منذ)\ \d{{0,3}}\ ?(?:يوم|يومين|أيام|أسبوع|أسابيع|شهر|أشهر|شهور)
    \d{{1,3}}\ (?:ثانیه|دقیقه|ساعت|روز|هفته|ماه|منٹ|گھنٹے|گھنٹہ|دن|ہفتے)\ (?:پیش|قبل|پہلے)
    לפני\ (?:כ-?)?\d{{0,3}}\ ?(?:שניות|דקות|דקה|שעות|שעה|שעתיים|ימים|יום|יומיים|שבועות|שבוע|חודשים|חודש)
    \d{{1,3}}\ (?:सेकंड|मिनट|घंटे|घंटा|घण्टे|दिन|हफ़्ते|हफ्ते|सप्ताह|महीने|माह)\ पहले
    \d{{1,3}}\ (?:সেকেন্ড|মিনিট|ঘণ্টা|ঘন্টা|দিন|সপ্তাহ|মাস)\ আগে
    \d{{1,3}}\ (?:giây|phút|giờ|ngày|tuần|tháng)\ trước
    \d{{1,3}}\ (?:detik|menit|minit|jam|hari|minggu|bulan)\ (?:yang\ )?lalu
    \d{{1,3}}\ ?(?:วินาที|นาที|ชั่วโมง|ชม\.|วัน|สัปดาห์|เดือน)(?:\ ?ที่แล้ว|\ ?ที่ผ่านมา|\ ?ก่อน)
    \d{{1,3}}\ (?:րոպե|ժամ|օր)\w*\ առաջ
    \d{{1,3}}\ (?:წუთის|საათის|დღის|კვირის)\ წინ
    (?:dakika|saa|siku)\ \d{{1,3}}\ zilizopita
    ከ\d{{1,3}}\ (?:ደቂቃ|ሰዓት|ቀን)\w*\ በፊት
    \d{{1,3}}\ ?(?:초|분|시간|일|주|개월|달)\ ?전
    \d{{1,3}}\ ?(?:秒|分|分钟|分鐘|小时|小時|時間|日|天|周|週間|か月|个月|個月)(?:前|以前)
"""
_AGE = re.compile("|".join(line for line in map(str.strip, _AGES.splitlines()) if line), re.IGNORECASE | re.VERBOSE)
# What every age has besides number and unit; by it, most lines are known to be none.
_SIGN = re.compile(
    r"ago\b|vor (?:\d|ein)|il y a|hace (?:\d|un)|há (?:\d|um)|\bfa\b|geleden|siden|sedan|sitten|temu|před|pred \d"
    r"|\d (?:másodp|perc|ór[aá]|nap|h[eé]t|hónap)|acum\b|преди|пре \d|pri?j?e \d|önce|назад|тому|πριν|prieš|pirms"
    r"|قبل|منذ|پیش|پہلے|לפני|पहले|আগে|trước|lalu|แล้ว|ผ่านมา|ก่อน|առաջ|წინ|zilizopita|በፊት|전|前"
)


def find_age(text: str) -> re.Match[str] | None:
    """The age in the text, such as "14 hours ago"; None without one."""
    return _AGE.search(text) if _SIGN.search(text.lower()) else None
