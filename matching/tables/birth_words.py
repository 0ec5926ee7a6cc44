"""How articles, notices and registers write that somebody was born or died, as patterns beside a date.

Own collection (Apache-2.0), from the usage of English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
Russian, Ukrainian, Turkish, Arabic, Korean, Japanese and Chinese.
"""

from __future__ import annotations

BORN_BEFORE_DATE = r"""
    \b(?:was\s+)?born\b(?!\s+(?:of|out)\b)
    \*(?=\s*\d)
    \bb\.
    \bD\.?O\.?B\b\.?
    \bdate\s+of\s+birth(?:\s+(?:is|was)(?:\s+(?:given|listed|recorded|stated)(?:\s+as)?)?)?\b
    \bbirth\s?date\b
    \byear\s+of\s+birth\b
    \bGeburtsjahr\b
    \bannée\s+de\s+naissance\b
    \baño\s+de\s+nacimiento\b
    \banno\s+di\s+nascita\b
    \bano\s+de\s+nascimento\b
    \bdata\s+d[ie]\s+nas\w+
    \bdate\s+de\s+naissance\b
    \b(?:data|rok)\s+urodzenia\b
    \bгод\s+рождения\b
    \bрік\s+народження\b
    \bdoğum\s+yılı\b
    \bgeboren\b
    \bgeb\.
    \bJahrgang\b
    \bJg\.
    \bGeburtsdatum\b
    \bnée?\b
    \bnacid[oa]\b
    \bnació\b
    \bfecha\s+de\s+nacimiento\b
    \bnat[oa]\b
    \bclasse(?=\s+(?:19|20)\d\d)
    \bnascid[oa]\b
    \bnasceu\b
    \bgeb(?:oortedatum)?\b
    \bgeboortedatum\b
    \burodzon\w+
    \burodził\w*
    \brocznik(?=\s+(?:19|20)\d\d)
    \bur\.
    роди(?:л|вш)\w+
    рождённ\w+|рожденн\w+
    \bдата\s+рождения\b
    народи(?:вся|лася|вшийся)
    народжен\w+
    \bдата\s+народження\b
    \bdoğum\s+tarihi\b
    (?:وال)?مولود(?:ة)?
    (?:من\s+)?مواليد
    (?:و|الذي\s+|التي\s+)?ولد(?:ت)?
    تاريخ\s+الميلاد
    생년월일
    生年月日
    出生日期
    生于
    出生于
    """
BORN_BEHIND_DATE = r"""
    \s+(?:(?:in|im|zu|bei|te|nabij)\s+[^,.;\d]{1,30}\s)?(?:geboren|zur\s+Welt|ter\s+wereld)\b
    -born\b
    (?:\s+\w{3,15})?\s*doğumlu
    \s*г(?:ода|\.)?\s*(?:рождения|р\.)
    \s*р(?:оку|\.)?\s*(?:народження|н\.)
    \s*(?:생|출생|에?\s*태어난|에?\s*태어났)
    (?:、[^。、]{1,8})?\s*生まれ
    \s*生(?![a-z])
    \s*出生
    """
OTHER_CLAUSE = (
    r"(?<!\w)(?:and\s+(?:bred|raised)|since|until|has|had|is|was|were|joined|moved|came|who|seit|bis|ist|war|hat|wurde|depuis|est"
    r"|desde|fue|dal|dalla|è|sinds|heeft|jest|był|была?|стал\w*)(?!\w)"
)
"""Between a word for born and a date: the date is then that of something else."""
DIED_BEFORE_DATE = r"""
    \bdied\b
    †(?=\s*\d)
    \bd\.
    \bdate\s+of\s+death\b
    \b(?:ver)?storben\b
    \bstarb\b
    \bgest\.
    \b(?:est\s+)?mort[e]?\b
    \bdécédée?\b
    \bmurió\b
    \bfalleci(?:ó|d[oa])\b
    \bè\s+mort[oa]\b
    \bmorì\b
    \bmorreu\b
    \bfaleceu\b
    \boverle(?:den|ed)\b
    \bzmarł[ay]?\b
    умер(?:ла|ший|шая)?\b
    скончал\w+
    помер(?:ла)?\b
    (?:و)?توفي(?:ت)?
    사망
    """
DIED_BEHIND_DATE = r"""
    \s*(?:에?\s*사망|에?\s*숨진|에?\s*숨졌)
    \s*に?(?:死去|死亡|亡くな)
    \s*(?:去世|逝世|病逝|死亡)
    \s+(?:yılında\s+|tarihinde\s+)?(?:öldü|vefat|hayatını)
    """
BEFORE_DIED = r"(?:\s*,)?\s*(?:(?:who|has|der|die|ist|qui|est|que|ha|è|a|zijn|который|которая)\s+){0,2}"
DIED = (
    r"(?P<died>died|passed\s+away|gestorben|verstorben|starb|mort[e]?|décédée?|murió|falleció|fallecido|morto|morta|morreu"
    r"|faleceu|overleden|overleed|zmarł[ay]?|умер(?:ла)?|скончал(?:ся|ась)|помер(?:ла)?|öldü|vefat\s+etti|توفي(?:ت)?"
    r"|(?:씨|님)?(?:가|이|은|는)?\s*(?:별세|사망)했?|(?:氏|さん)?(?:が|は)[^。]{0,12}(?:死去|亡くなった)|[^。，]{0,6}(?:去世|逝世|病逝))"
)
"""Right behind a name: a death without a date."""
DIES = r"(?:dies|stirbt|meurt|muere|fallece|muore|morre|falece|sterft|umiera|умирает|помирає)"
"""The same in the present tense of headlines."""
CIRCA = (
    r"(?:circa|ca?\.|about|around|approximately|etwa|um|vers|hacia|alrededor\s+de|intorno\s+al|por\s+volta\s+de"
    r"|rond|około|ok\.|около|примерно|близько)"
)
