"""How newspapers write the age that somebody reaches on a birthday or reached at death; `N` stands for the number.

Own collection (Apache-2.0), in the languages of `age_words.py`. Patterns, one a line.
"""

from __future__ import annotations

BIRTHDAYS = r"""
    whose\s+N(?:st|nd|rd|th)\s+birthday
    de(?:ssen|ren)\s+N\.\s+Geburtstag
    بعيد\s+ميلاد(?:ه|ها)\s+(?:الـ?\s*)?N
    (?:celebrat\w+|mark|marked|marks|had|has|have|spend|spends|spent|turns?|turned)\s+(?:his|her)\s+N(?:st|nd|rd|th)\s+birthday
    (?:turns|turned|will\s+turn|is\s+turning)\s+N\b(?!\s*(?:down|into|over|%|percent|per\s|million|thousand|pounds|dollars|pages|of\b|to\b|[a-z]+s\b))
    (?:who\s+)?will\s+be\s+N\s+(?:next|in|on|this)\b
    (?:feiert\w*|beging|begeht|hatte)\s+(?:\w+\s+){0,3}?(?:seinen|ihren|den)\s+N\.\s+Geburtstag
    (?:(?:vergangene|letzte|vorige|diese)\w?\s+\w+\s+|kürzlich\s+|gerade\s+|jüngst\s+)N(?:\s+Jahre\s+alt)?\s+(?:geworden|wurde)\b
    (?:wird|wurde)\s+(?:\w+\s+){0,2}?N(?:\s+Jahre\s+alt)?(?=\s*[,.;]|$)
    (?:fête\w*|fêté|célèbre\w*|célébré|souffl\w+)\s+(?:\w+\s+)?ses\s+N\s+(?:ans|bougies)
    cumpl(?:e|ió|irá|ía)\s+(?:\w+\s+)?N\s+años
    (?:celebr\w+|festej\w+)\s+(?:\w+\s+)?su\s+N(?:º|\.º)?\s+cumpleaños
    (?:compie|compirà|compiva|(?:ha|aveva)\s+(?:appena\s+)?compiuto|(?:ha\s+)?festeggia(?:to)?(?:\s+i(?:\s+suoi)?)?)\s+(?:\w+\s+)?N\s+anni
    (?:complet(?:a|ou|ará|ava)|fez|faz|fará|festej\w+(?:\s+os(?:\s+seus)?)?)\s+N\s+anos(?!\s+de\s+(?!idade|vida))
    (?:vier\w+|viert)\s+(?:\w+\s+){0,3}?(?:zijn|haar)\s+N(?:e|ste|de)\s+verjaardag
    (?:wordt|werd)\s+(?:\w+\s+){0,2}?N(?:\s+jaar(?:\s+oud)?)?(?=\s*[,.;]|$)
    (?:skończył\w?|kończy|ukończył\w?)\s+(?:\w+\s+){0,2}?N\s+lata?
    (?:obchodz\w+|świętowa\w+|świętuje)\s+(?:\w+\s+){0,3}?N\.\s+urodziny
    (?:скоро\s+|в\s+\w+\s+)?(?:исполнил\w+|исполняется|исполнится)\s+(?:\w+\s+)?N(?:\s+(?:лет|год\w*)|(?=\s*[,.;]))
    (?:отме(?:тил|чает|тит)\w*|отпраздновал\w*|празднует)\s+(?:\w+\s+){0,2}?N(?:-летие|-й\s+день\s+рождения)(?=\s*[,.;]|\s+(?:в|со?|на)\s|$)
    (?:виповнил\w+|виповнюється|виповниться)\s+(?:\w+\s+)?N(?:\s+(?:рок\w+|рік)|(?=\s*[,.;]))
    (?:відзнач\w+|відсвяткува\w+|святкує)\s+(?:\w+\s+){0,2}?N(?:-річчя|-й\s+день\s+народження)(?=\s*[,.;]|\s+(?:у|в|з|із|на)\s|$)
    N\.?\s*(?:yaşını\s+(?:kutla\w+|doldur\w+)|yaş\s+gün\w+|yaşına\s+(?:gir|bas)\w+|doğum\s+gün\w+)
    (?:بلغ(?:ت)?|أتم(?:ت)?|أكمل(?:ت)?)\s+(?:عامه\s+ال|سن\s+ال)?N\s*(?:عام|سنة|سنوات)?
    N\s*(?:번째\s*생일|세\s*생일|살\s*생일)
    N\s*(?:歳の誕生日|岁生日|歲生日)
"""
"""Behind a name: the age that its bearer reaches."""

PAST_BIRTHDAYS = (
    r"(?:turned|had|celebrated|marked|spent|beging|hatte|wurde|feierte|fêta|célébra|soufflé|fêté|célébré|cumplió|cumplía|celebró|festejó"
    r"|compiva|(?:ha|aveva)\s+(?:appena\s+)?compiuto|festeggiato|completou|completava|fez|festejou|vierde|werd|skończył|ukończył|obchodził"
    r"|świętował|исполнил|отметил|отпраздновал|виповнил|відзначи|відсвяткува|بلغ|أتم|أكمل)"
)
"""The beginnings of those in a past tense, which may be long ago."""

BIRTHDAYS_BEFORE = r"""
    (?:исполнилось|исполняется|исполнится)\s+N\s+(?:лет|год\w*)
    N\s+(?:лет|год\w*)\s+(?:исполнилось|исполняется|исполнится)
    (?:виповнилося|виповнюється|виповниться)\s+N\s+(?:рок\w+|рік)
    N\s+(?:рок\w+|рік)\s+(?:виповнилося|виповнюється|виповниться)
    (?:cumple|cumplió)\s+N\s+años
    (?:compie|ha\s+compiuto)\s+N\s+anni
    (?:completa|completou|faz|fez)\s+N\s+anos
    N(?:st|nd|rd|th)\s+birthday\s+of
    N\.\s+Geburtstag\s+von
    N\.\s+urodziny(?:\s+obchodzi(?:ł|ła)?)?
    N(?:e|ste|de)\s+verjaardag\s+van
    N\.?\s*yaşına\s+(?:giren|basan)
    N\.?\s*yaşını\s+(?:kutlayan|dolduran)
"""
"""Right before a name: the age that its bearer reaches."""

AT_PRESENT = r"""
    (?:at\s+(?:just\s+|only\s+|the\s+ripe\s+)?(?:age\s+(?:of\s+)?)?|aged\s+)N\b(?!\s*(?:[ap]\.?m|%|[:.]\d))
    (?:mit\s+(?:seinen\s+|ihren\s+|knapp\s+|fast\s+)?|im\s+Alter\s+von\s+)N\s+Jahren
    à\s+(?:ses\s+|bientôt\s+)?N\s+(?:ans|printemps)
    (?:a\s+(?:sus\s+|los\s+)|con\s+(?:sus\s+)?)N\s+años
    (?:a|con\s+i\s+suoi|ai\s+suoi)\s+N\s+anni
    (?:aos|com(?:\s+seus)?)\s+(?:seus\s+)?N\s+anos
    op\s+(?:N-jarige\s+leeftijd)
    (?:mając|mimo\s+swoich|w\s+wieku)\s+N\s+lata?
    (?:в\s+(?:свои\s+)?|к\s+своим\s+)N\s+(?:лет|год\w*)
    (?:[ув]\s+(?:свої\s+)?)N\s+(?:рок\w+|рік)
    N\s+yaşında(?:ki|\s+olmasına\s+rağmen)?
    (?:في|عن)\s+(?:سن\s+)?(?:ال)?N\s*(?:عام|سنة)?\w*
    N\s*(?:歳|才)(?:の今|に?なった今)
    (?:年近|年过|以)?N\s*[岁歲](?:高龄)?
    N\s*(?:세|살)의\s*(?:나이|고령)
"""
"""An age that somebody has, in a sentence that says that something is still so."""

OTHER_SUBJECT = (
    r"(?<!\w)(?:he|she|they|i|we|er|sie|ich|wir|il|elle|ils|je|él|ella|yo|lui|lei|io|ele|ela|eu|hij|zij|ze|ik|on|ona|ja|он|она|я"
    r"|він|вона)(?!\w)|彼|她|他|그는|그녀"
)
"""A pronoun between an age and a name: it has the age."""

STILL = (
    r"(?<!\w)(?:still|is\s+(?:now\s+)?(?:the\s+|among\s+the\s+)?(?:youngest|oldest)|noch|immer\s+noch|weiterhin|encore|toujours|sigue|siguen|todavía|aún|ancora|tuttora|ainda|continua"
    r"|nog|nog\s+steeds|nadal|wciąż|jeszcze|ещё|еще|до\s+сих\s+пор|по-прежнему|досі|ще|й\s+досі|hâlâ|halen|لا\s+يزال|ما\s+زال"
    r"|в\s+свои(?=\s\d)|[ув]\s+свої(?=\s\d)|a\s+sus(?=\s\d)|mit\s+seinen(?=\s\d)|ai\s+suoi(?=\s\d)|à\s+ses(?=\s\d))"
    r"(?!\w)|今も|まだ|现在仍|仍|依然|还在|여전히|아직도|나이에도"
)
"""Words for what goes on in the present, and possessives of one's own age."""

AT_AGE = r"""
    (?:at\s+(?:the\s+)?age\s+(?:of\s+)|aged\s+)N\b
    im\s+Alter\s+von\s+N(?:\s+Jahren)?
    à\s+l['’]âge\s+de\s+N\s+ans
    a\s+la\s+edad\s+de\s+N\s+años
    all['’]età\s+di\s+N\s+anni
    (?:com|à)\s+a?\s*idade\s+de\s+N\s+anos
    op\s+N-jarige\s+leeftijd
    w\s+wieku\s+N\s+lata?
    в\s+возрасте\s+N\s+(?:лет|год\w*)
    [ув]\s+віці\s+N\s+(?:рок\w+|рік)
    """
"""An age at which somebody did something."""

AT_DEATH = r"""
    (?:at\s+(?:the\s+)?age\s+(?:of\s+)?|at\s+|aged\s+|age\s+)N\b(?!\s*(?:[ap]\.?m|%|[:.]\d|(?:in|on)\s+the\s+(?:morning|evening)))
    (?:im\s+(?:hohen\s+)?Alter\s+von\s+|mit\s+)N(?:\s+Jahren)
    N-jährig
    (?:à\s+l['’]âge\s+de\s+|à\s+|dans\s+sa\s+)N(?:e\s+année|\s+ans)
    (?:a\s+los\s+|con\s+|a\s+la\s+edad\s+de\s+)N\s+años
    (?:a\s+|all['’]età\s+di\s+|aveva\s+)N\s+anni
    (?:aos\s+|com\s+|à\s+idade\s+de\s+)N\s+anos
    op\s+N-jarige\s+leeftijd
    op\s+de\s+leeftijd\s+van\s+N(?:\s+jaar)?
    (?:w\s+wieku\s+|w\s+wieku\s+zaledwie\s+|mając\s+)N\s+lata?
    в\s+возрасте\s+N\s+(?:лет|год\w*)
    (?:у|в)\s+віці\s+N\s+(?:рок\w+|рік)
    N\s+yaşında(?!ki)
    عن\s+(?:عمر\s+)?(?:(?:ي?ناهز|يبلغ)\s+)?(?:ال)?N\s*(?:عام|سنة|سنوات)\w*
    향년\s*(?:만\s*)?N\s*(?:세|살)?
    享年\s*N\s*(?:歳|岁|歲|才)?
    (?:终年|終年)\s*N\s*[岁歲]
    N\s*(?:歳|才)で
    (?:死去|逝去|死亡)[、,]\s*N\s*(?:歳|才)
"""
"""The age at which somebody dies, in a sentence that says so."""

AFTER_DEATH = r"""
    (?:He|She)\s+was\s+(?:just\s+|only\s+)?(?:aged\s+)?N\b(?:\s+years\s+old)?(?=\s*[.,;]|$)
    (?:Er|Sie)\s+(?:wurde|war)\s+N(?:\s+Jahre(?:\s+alt)?)?(?=\s*[.,;]|$)
    (?:Il|Elle)\s+avait\s+N\s+ans
    (?:Él\s+|Ella\s+)?Tenía\s+N\s+años
    (?:Lui\s+|Lei\s+)?Aveva\s+N\s+anni
    (?:Ele\s+|Ela\s+)?Tinha\s+N\s+anos
    (?:Hij|Zij|Ze)\s+(?:was|werd)\s+N(?:\s+jaar)?(?=\s*[.,;]|$)
    Miał[a]?\s+N\s+lata?
    (?:Ему|Ей)\s+было\s+N(?:\s+(?:лет|год\w*))?
    (?:Йому|Їй)\s+було\s+N(?:\s+(?:рок\w+|рік))?
    N\s+yaşındaydı
    N\s*(?:歳|才)だった
    (?:享年|终年|終年)\s*N
    향년\s*N
    """
"""The age of somebody whose death the sentence before gives."""

IN_YEAR_OF_LIFE = r"""
    на\s+N-?(?:м|ом|ому)\s+год[уе]\s+жизни
    на\s+N-?(?:му|ому|м)\s+році\s+життя
    in\s+(?:his|her)\s+N(?:st|nd|rd|th)\s+year
    im\s+N\.\s+Lebensjahr
    w\s+N\.\s+roku\s+życia
"""
"""The year of life that was not completed: it is one more than the age."""

DEATHS = (
    r"(?<!\w)(?:died|dies|dead|passed\s+away|passing|death|obituary|gestorben|verstorben|verstarb|starb|stirbt|entschlafen|verschied"
    r"|mort[e]?|meurt|décédée?|décès|décède|disparaît|éteint[e]?|murió|muere|muri[oó]|falleci\w+|fallece\w*|fallecimiento|mort[oa]"
    r"|muore|morì|scompars[oa]|deceduto|deceduta|si\s+è\s+spent[oa]|morreu|morre|faleceu|falece|falecimento|morte|overleden"
    r"|overleed|overlijdt|gestorven|zmarł[aey]?|umarł[ay]?|odszedł|odeszła|nie\s+żyje|умер(?:ла)?|умира\w+|скончал\w+"
    r"|уш(?:ёл|ел|ла)\s+из\s+жизни|не\s+стало|помер(?:ла)?|пішов\s+з\s+життя|пішла\s+з\s+життя|не\s+стало|öldü|öldü|vefat"
    r"|hayatını\s+kaybet\w+|yaşamını\s+yitir\w+|و?توفي(?:ت)?|و?رحل(?:ت)?|وفاة|رحيل)(?!\w)"
    r"|별세|타계|사망|숨졌|숨진|숨을\s*거|향년|享年|死去|逝去|死亡|亡くな|去世|逝世|病逝|离世|辞世|终年|終年"
)
"""Words for the death of somebody, anywhere in a sentence."""
