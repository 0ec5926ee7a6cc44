"""Words by which an article shows that somebody acts in its present, and those with which it remembers the dead.

Own collection (Apache-2.0), in the languages whose ages are read. Patterns, one a line.
"""

from __future__ import annotations

PRESENT = r"""
    (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?
    (?:today|yesterday|tonight|tomorrow|currently|nowadays|now)
    (?:this|last|next)\s+(?:week|weekend|month|morning|afternoon|evening|night|year|spring|summer|autumn|fall|winter)
    (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|heute|gestern|morgen|derzeit|zurzeit|aktuell)
    (?:vergangene|letzte|nächste|kommende|diese)[nrs]?\s+(?:Woche|Wochenende|Monat|Jahr)
    (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd['’]hui|hier|demain|actuellement)
    (?:la\s+semaine\s+(?:dernière|prochaine)|ce\s+(?:matin|soir|week-end)|cette\s+semaine|le\s+mois\s+(?:dernier|prochain))
    (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|ayer|mañana|actualmente)
    (?:la\s+semana\s+pasada|esta\s+(?:semana|mañana|tarde)|la\s+próxima\s+semana|el\s+(?:mes|fin\s+de\s+semana)\s+pasado)
    (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|oggi|ieri|domani|attualmente|stamattina|stasera)
    (?:la\s+scorsa\s+settimana|la\s+settimana\s+scorsa|questa\s+settimana|il\s+mese\s+scorso)
    (?:segunda|terça|quarta|quinta|sexta)(?:-feira)?
    (?:sábado|domingo|hoje|ontem|amanhã|atualmente|esta\s+semana|na\s+semana\s+passada|no\s+próximo\s+(?:mês|ano))
    (?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vandaag|gisteren|morgen|momenteel|vorige\s+week|deze\s+week|volgende\s+(?:week|maand))
    (?:poniedział\w+|wtor\w+|środ\w|czwart\w+|piąt\w+|sobot\w|niedziel\w|dzisiaj|dziś|wczoraj|jutro|obecnie|w\s+(?:zeszłym|przyszłym|tym)\s+(?:tygodniu|miesiącu))
    (?:понедельник\w*|вторник\w*|сред[ау]|четверг\w*|пятниц\w|суббот\w|воскресень\w|сегодня|вчера|завтра|сейчас|на\s+(?:прошлой|этой|следующей)\s+неделе|в\s+(?:этом|следующем)\s+месяце)
    (?:понеділ\w+|вівтор\w+|серед[ау]|четвер\w*|п['’ʼ]ятниц\w|субот\w|неділ\w|сьогодні|вчора|учора|завтра|зараз|минулого\s+тижня|цього\s+тижня)
    (?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|bugün|dün|yarın|şu\s+anda|geçen\s+(?:hafta|ay)|bu\s+(?:hafta|sabah|akşam)|gelecek\s+(?:hafta|ay))(?:\s+günü)?
    (?:يوم\s+)?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)
    (?:اليوم|أمس|غدا|حاليا|الأسبوع\s+(?:الماضي|المقبل|الجاري)|الشهر\s+(?:الماضي|المقبل|الجاري))
    """
PRESENT_WORDS = "|".join(
    (
        *(line.strip() for line in PRESENT.split("\n") if line.strip()),
        r"just|recently|kürzlich|soeben|gerade|vient\s+de|récemment|hace\s+poco|recientemente|acaba\s+de|appena|da\s+poco",
        r"recentemente|acabou\s+de|onlangs|pas|zojuist|niedawno|właśnie|недавно|только\s+что|нещодавно|щойно|geçenlerde|yakında|مؤخرا",
    )
)
"""Those of the days around the article, and words for what happened a short time ago."""
PRESENT_VERBS = r"""
    (?:has|have)\s+(?:just|not\s+yet|been)
    (?:will|is\s+(?:to|due|expected|expecting|planning))\b
    (?:is|are)\s+(?:on|in|at|currently|still|now|the|a|an)\b
    (?:says|wants|plans|hopes|lives|works|denies)
    """
"""Behind a name that is their subject."""
BETWEEN_SUBJECT_AND_VERB = (
    r"(?:\s*,[^;.!?]{1,80},|\s+(?:and\s+[A-Z]\w+(?:\s+[A-Z]\w+)?|Jr\.?|Sr\.?))?"
    r"(?:\s+(?:now|also|still|himself|herself))?\s+$"
)
CLAUSE_BORDER = (
    r"(?<!\w)(?:that|who|which|whom|whether|how|why|dass|ob|wie|que|qui|che|como|cómo|dat|wie|że|którym?|кто|что"
    r"|который|котор\w+|хто|що|який|أن)(?!\w)"
    r"(?!\s+(?:he|she|er|sie|il|elle|él|ella|lui|lei|ele|ela|hij|zij|ze|on|ona|он|она|він|вона)\b)"
)
"""Between a day and a name: what happened on that day is then said in another clause."""
WHERE = (
    r"(?:where|in\s+which|wo|où|donde|dove|onde|waar|gdzie|где|де|в\s+котор\w+|у\s+як\w+|dans\s+lequel|en\s+(?:el|la)\s+que"
    r"|in\s+cui)"
)
"""The name behind it is in a clause about a place."""
PRESENT_UNSPACED = (
    r"(?:[월화수목금토일]요일|오늘|어제|내일|현재|지난주|이번\s?주|다음\s?(?:주|달)|지난달|(?<!월\s)(?<!월)(?<!\d)\d{1,2}일(?=[\s,에은])"
    r"|[月火水木金土日]曜|今日|昨日|明日|本日|現在|先週|今週|来週|来月|(?<!月)(?<!\d)\d{1,2}日(?=[、,にのは])"
    r"|周[一二三四五六日]|星期[一二三四五六日天]|今天|昨天|明天|目前|近日|日前|上周|本周|下周|下月|本月|(?<!月)(?<!\d)\d{1,2}日)"
)
REMEMBERED = r"""
    (?:the\s+late|late\s+(?:president|leader|founder|husband|father|wife)|died|dead|death|deceased|dying|posthumous\w*|killed|murder\w*|assassinat\w+|slain|memor\w+|anniversar\w+|commemorat\w+|named\s+(?:after|for))
    (?:remember\w*|tribute\w*|grave|tomb|buried|burial|funeral|exhum\w+|estate|heirs?|inherit\w+|will\s+of|widow\w*|legacy|archive\w*|biograph\w+|museum|statue|monument|documentary|film\s+about|play|novel|hero\s+of|character|song|once|former\s+house|belonged|era|centenary|auction\w*|file\s+on|obituary|ashes|remains)
    (?:verstorben\w*|gestorben|tot|tote\w?|tod|todes\w*|ermordet\w*|getötet|gedenk\w+|gedacht\w*|grab|begraben|beerdig\w+|nachlass\w*|erbe\w?|erben|witwe\w?|denkmal\w*|museum\w*|biograf\w+|jahrestag\w*|nachruf)
    (?:feu|défunte?|mort|morte|décès|décédée?|tuée?|assassin\w+|mémoire|hommage|tombe|obsèques|enterr\w+|succession|héritiers?|veuve|veuf|anniversaire|posthume|biographie|musée)
    (?:difunt\w+|fallecid\w+|muert[oea]s?|falleci\w+|asesinat\w+|asesinad\w+|memoria|homenaje|tumba|funeral|entierro|herencia|herederos?|viud[ao]|aniversario|póstum\w+|biografía|museo)
    (?:defunt\w+|mort[oeai]|uccis\w+|assassin\w+|memoria|omaggio|tomba|funeral\w+|eredità|eredi|vedov\w|anniversario|postum\w+|biografia|museo)
    (?:falecid\w+|mort[oea]|morreu|assassinad\w+|assassinato|memória|homenagem|túmulo|funeral|herança|herdeir\w+|viúv[ao]|aniversário|póstum\w+|biografia|museu)
    (?:wijlen|overleden|dood|vermoord\w*|gedood|herdenk\w+|herdacht|graf|begra\w+|uitvaart|nalatenschap|erfgena\w+|weduwe|sterfdag|biografie|museum)
    (?:zmarł\w*|śmier\w+|nieżyj\w+|zabit\w+|zabójstw\w+|zamordowan\w+|pamię\w+|rocznic\w+|grób|grob\w+|pogrzeb\w*|spad\w+|wdow\w+|biografi\w+|muze\w+)
    (?:покойн\w+|умер\w*|скончал\w+|смерт\w+|погиб\w*|убит\w*|убийств\w+|памят\w+|годовщин\w+|могил\w+|похорон\w+|наслед\w+|вдов\w+|биографи\w+|музе\w+|посмертн\w+)
    (?:покійн\w+|помер\w*|смерт\w+|загин\w+|загибел\w+|вбит\w+|вбивств\w+|пам['’ʼ]ят\w+|річниц\w+|могил\w+|похорон\w*|спадщин\w+|спадкоєм\w+|вдов\w+|біографі\w+|музе\w+)
    (?:merhum\w*|rahmetli|ölen|öldü|öldürül\w+|ölüm\w*|vefat\w*|anıldı|anma|mezar\w*|cenaze\w*|miras\w*|varis\w*|dul\s+eşi|yıl\s?dönümü\w*|biyografi\w*|müze\w*)
    (?:الراحل\w*|المرحوم\w*|المتوفى|وفاة|توفي|مقتل|اغتيال|ذكرى|قبر|جنازة|ورثة|تركة|أرملة|متحف|سيرة)
    """
REMEMBERED_UNSPACED = (
    r"(?:고인|고\s|故|사망|별세|숨진|타계|추모|추도|기일|주기|묘|장례|유족|유산|미망인|기념관|전기|故人|死去|死亡|亡くな|逝去|追悼|命日|墓|葬儀"
    r"|遺族|遺産|未亡人|記念館|伝記|没後|已故|去世|逝世|遇害|纪念|悼念|墓|葬礼|遗产|遗孀|遗属|博物馆|传记|忌日)"
)
THINGS_OF = (
    r"\s+(?:Foundation|Prize|Award|Stiftung|case|affair|archives?|papers|museum|memorial|trial|era|family|estate|collection"
    r"|Street|School|Airport|Institute|University)\b"
)
"""What is named after somebody or about somebody."""
