"""Words that say that a person is a woman or a man: titles, occupations, endings of verbs and participles, pronouns.

Own collection (Apache-2.0), in the languages whose ages are read. Patterns, one a line.
"""

from __future__ import annotations

_NOMINALISED = (
    r"Angeklagte|Beschuldigte|Verdächtige|Tatverdächtige|Abgeordnete|Vorsitzende|Verurteilte|Festgenommene"
    r"|Gesuchte|Geschädigte|Gefangene|Inhaftierte|Angestellte|Beauftragte|Betroffene|Vermisste|Jugendliche"
    r"|Vertraute|Delegierte|Gesandte|Deutsche|Grüne|Liberale|Linke|Parteilose|Selbstständige"
    r"|Bevollmächtigte|Geschäftsführende|Überlebende|Studierende|Sachverständige"
)
"""German participles and adjectives that are nouns: their article says whether a woman or a man is meant."""

FEMALE_BEFORE = r"""
    (?:Ms|Mrs|Miss|Dame|Madam|Madame|Mme|Mlle|Frau|Sra|Srta|Dña|Dª|Dra|Bayan|Sig\.?ra|Dott\.?ssa|Mevrouw|Mw|Alhaja|Hajiya?|Ibu|Nyonya|Puan|г-жа|пані|госпожа)\.?
    (?i:la\s+)?(?i:señora|señorita|doña|signora|signorina|dottoressa|senhora|dona)
    (?i:pani|panią|panią|mevrouw)
    (?:Deputada|Senadora|Vereadora|Ministra|Prefeita|Governadora|Advogada|Diputada|Alcaldesa|Concejala|Abogada|Deputata|Senatrice)
    (?:السيدة|الآنسة|الدكتورة|الأستاذة|الممثلة|الوزيرة|المتحدثة|الناطقة|الرئيسة|المديرة|الصحفية|الصحافية|الفنانة|النائبة|المحامية|الطبيبة)
    (?i:\w*(?:woman|actress|heiress|hostess|waitress|stewardess|duchess|princess|baroness|businesswoman))
    (?i:actress|widow|housewife|nun|midwife|girl|lady|queen|mother|grandmother|schoolgirl|ballerina)
    (?:[Hh]is|[Tt]he|[Aa]|an|whose|and)\s+(?:\w+\s+)?(?:wife|girlfriend|daughter|sister|mother|widow|ex-wife|fiancée|niece|aunt),?
    [A-ZÄÖÜ]\w*(?:erin|istin|antin|entin|orin|ologin|chefin|frau|anwältin|ärztin|euse)
    (?:[Dd]ie|[Ee]ine)\s+\d{1,3}-?jährige(?:\s+\w+)?
    (?:[Dd]ie|[Ee]ine)\s+(?:[a-zäöüß]+e\s+)?(?:Mit)?(?:NOMINALISED)
    (?:[Ll]a|[Uu]ne)\s+(?:vice-)?(?:ministre|juge|maire|cheffe?|responsable|porte-parole|comptable|notaire|secrétaire|architecte|capitaine|commissaire|cadre|bénévole|psychologue|peintre|poète|gendarme|propriétaire|pilote|athlète)
    (?:Sister|Mother|Schwester|Mutter|Sœur|Soeur|Mère|Hermana|Suor|Irmã|Zuster|Siostra|Сестра|Мать)
    (?:[Ll]a|[Uu]ne|[Uu]na)\s+(?!vict|v[ií]ct|vitt|person|star|vedette|figur|guid|guard|estrell|leyend|band|familia|famille|société)[a-zà-ÿ-]+(?:trice|euse|ière|ienne|esse|essa|esa|ora|era|ista|iste|ente|ante|ata|ada|aria|ina|ica|ogue|oga|ée|ane)
    [Ll]['’](?:avocate|actrice|élue|députée|employée|accusée|adjointe|étudiante|experte|[a-zà-ÿ]+(?:trice|euse|ienne))
    (?:[Ll]a|[Uu]na)\s+\d{1,3}-?enne
    (?:[Ll]a|[Uu]na)\s+(?:juez|fiscal|concejal|portavoz|edil|general|chef|cónsul|policía|titular|líder|joven|modelo)
    و?(?:قالت|أعلنت|صرحت|أكدت|أضافت|كتبت|ذكرت|نشرت)\s+ال\w+ة(?:\s+ال\w+ة)?
    (?:[Ll]a|[Uu]na)\s+(?:sindaca|ministra|avvocata|maestra|alcaldesa|jueza|concejala|presidenta|jefa|prefetta|deputata|abogada|bambina|niña)
    (?:A|a|[Uu]ma)\s+(?!tempor|estr|entr|camad|jorn|morad|parad)[a-zà-ÿ]+(?:ada|eira|ária|dora|óloga|essa|triz|enta|cesa|ministra|advogada|médica|menina)
    \w*(?:niczka|czka|arka|elka|anka|ystka|istka|czyni|yni|posłanka|prezeska)(?:\s+[a-ząćęłńóśźż]+){0,2}
    \d{1,3}-(?:letnia|letnią|letniej)(?:\s+\w+)?
    \w*(?:ница|истка|ерка|анка|иса|ичка|госпожа|актриса|супруга|женщина)(?:\s+[а-яё]+){0,2}
    \d{1,3}-летн(?:яя|юю)(?:\s+\w+)?
    \w*(?:ниця|истка|істка|ерка|иня|акторка|дружина|жінка)(?:\s+[а-яіїєґ]+){0,2}
    \d{1,3}-річн(?:а|у)(?:\s+\w+)?
    (?:заявила|сообщила|сказала|рассказала|отметила|добавила|заявила|повідомила|сказала|розповіла)(?:\s+[^\W\d_]+){0,3}
    (?i:aktris|hemşire|kadın\s+\w+)
    [İi]ş\s?kadını
    (?:女優|女性|女子|女流|主婦|女演员|女子|妻|妻子|女企业家|女歌手)(?:の|、)?
    (?:여배우|여성|여가수|여자|주부|부인|아내)\s*
""".replace("NOMINALISED", _NOMINALISED)
"""Right before the name of a woman."""

MALE_BEFORE = r"""
    (?:Mr|Sir|Lord|Alhaji|Pak|Bapak|Tuan|Encik|Herr|Herrn|Sr|M|Sig|г-н|господин|пан|Bay)\.?
    (?i:(?:el\s+)?(?:señor|don)|(?:il\s+)?signor|(?:o\s+)?senhor|monsieur|meneer)
    (?i:pan|pana|panu|panem|ksiądz)
    (?:Deputado|Senador|Vereador|Prefeito|Governador|Advogado|Diputado|Alcalde|Concejal|Deputato|Senatore)
    (?:السيد|الدكتور|الأستاذ|الشيخ|الوزير|المتحدث|الممثل|الصحفي|الصحافي|الفنان|النائب|المحامي|الطبيب)
    (?i:\w*(?:businessman|congressman|policeman|fireman|fisherman|spokesman|gunman|salesman|cameraman|frontman|sportsman))
    (?i:widower|monk|boy|gentleman|king|prince|duke|father|grandfather|schoolboy)
    (?:[Hh]er|[Tt]he|[Aa]|an|whose|and)\s+(?:\w+\s+)?(?:husband|boyfriend|son|brother|father|ex-husband|nephew|uncle),?
    (?:[A-ZÄÖÜ]\w*)?(?i:mann|sprecher|unternehmer|händler|banker|minister|politiker|manager)
    [Dd]er\s+\d{1,3}-?jährige(?:\s+\w+)?
    Der\s+(?:[a-zäöüß]+e\s+)?(?:Mit)?(?:NOMINALISED)
    (?:[Ll]e|[Uu]n)\s+(?!profess|doct|procur|aut|défens|lead|gouvern|mann|dossi|atel|chanti|quarti|quotidi|courri|papi|march|bât)[a-zà-ÿ-]+(?:eur|ier|ien|iste|ant)
    (?:Brother|Father|Bruder|Pater|Vater|Frère|Père|Hermano|Fray|Frei|Irmão|Broeder|Ojciec|Брат|Отец)
    (?:[Ee]l|[Uu]n)\s+(?!testigo|personaje|bebé|genio|miembro)[a-zà-ÿ-]+(?:or|ero|ista|ente|ante|ado|ario|ico|ino|ogo)
    (?:[Ii]l|[Uu]n)\s+(?!membro|personaggio|testimone|genio)[a-zà-ÿ-]+(?:ore|ere|ista|ente|ante|ato|ario|ico|ino|ogo)
    (?:[Ii]l|[Uu]n)\s+\d{1,3}-?enne
    (?:[Oo]|[Uu]m)\s+(?!membr|testemunh|partid|govern|jornal|banc|ser\b)[a-zà-ÿ-]+(?:dor|tor|sor|eiro|ário|ado|ico|ino|ogo|cês|guês)
    (?:[Ee]l|[Uu]n)\s+(?:juez|fiscal|concejal|portavoz|edil|general|chef|cónsul|policía|titular|alcalde|jefe|capitán|joven)
    و?(?:قال|أعلن|صرح|أكد|أضاف|كتب|ذكر|نشر)\s+ال\w+(?<!ة)
    \d{1,3}-(?:letni|letniego)(?:\s+\w+)?
    \d{1,3}-летний(?:\s+\w+)?
    \d{1,3}-річний(?:\s+\w+)?
    (?:супруг|мужчина|бизнесмен|предприниматель|чоловік|бізнесмен)
    (?:заявил|сообщил|сказал|рассказал|отметил|добавил|заявив|повідомив|сказав|розповів)(?:\s+[^\W\d_]+){0,3}
    (?:[İi]ş\s?adamı|erkek\s+\w+)
    (?:男性|男子|会社員の男)(?:の|、)?
    (?:남성|남자|남편)\s*
""".replace("NOMINALISED", _NOMINALISED)
"""Right before the name of a man."""

FEMALE_BEHIND = r"""
    ,?\s+(?:[a-z]+\s+){0,2}herself\b
    (?:\s?(?:씨|さん|氏))?\s*[(（,，、;]\s*(?:女|여|[fFw]|female|a\s+woman)(?=[性]?[,，、;)）·/\s])
    \s*(?:女士|小姐|女史|\s양(?![가-힣]))
    \s+Hanım\b
    \s+(?:won|wins|took|takes|claimed|finished\s+\w+\s+in)\s+(?:\w+\s+in\s+)?(?:the\s+)?women['’]s\b
    (?:,\s+\d+,?)?\s+(?:,\s+)?(?:who\s+)?(?:gave\s+birth|(?:is|was)\s+(?:\w+\s+months\s+)?pregnant)\b
    (?:,\s+\d+)?,\s+who\s+(?:gave\s+birth|(?:is|was)\s+(?:\w+\s+months\s+)?pregnant)\b
    \s+\w+(?:\s+off|\s+up)?\s+her\s+(?:pregnancy|maiden\s+name)\b
    ,\s+(?:\d+,\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,2}?\w*(?:woman|actress|heiress|waitress|mother|grandmother|widow|housewife|wife|daughter|sister)\b
    ,\s+(?:eine?|die)\s+(?:\S+\s+)?[A-ZÄÖÜ]\w*(?:erin|istin|antin|entin|orin|chefin|frau)\b
    ,\s+(?:née|âgée|nata|nacida|nascida|urodzona|родившаяся|мать|madre|mère|mãe)\b
    (?:\s*,[^,.;]{2,40},)?\s+(?:a\s+été|est|était|s['’]est|s['’]était)\s+(?:\w+ée|dite|mise|prise|surprise)\b
    \s+(?:ist|war|wurde|arbeitet\s+als)\s+(?:eine?\s+)?(?:[a-zäöü]+\s+)?[A-ZÄÖÜ]\w*(?:erin|istin|antin|entin|orin|ologin|frau)\b
    (?:\s*,[^,.;]{2,40},)?\s+(?:è|era|viene)\s+(?:stata\s+)?(?!stata\b)\w+(?:at|it|ut|s|tt)a\b
    (?:\s*,[^,.;]{2,40},)?\s+(?:fue|ha\s+sido|es|foi|está)\s+\w+(?:ada|ida)\b
"""
"""Right behind the name of a woman."""

MALE_BEHIND = r"""
    ,?\s+(?:[a-z]+\s+){0,2}himself\b
    (?:\s?(?:씨|さん|氏))?\s*[(（,，、;]\s*(?:男|남|[mM]|male|a\s+man)(?=[性]?[,，、;)）·/\s])
    \s*(?:先生|\s군(?![가-힣]))
    \s+Bey\b
    \s+(?:won|wins|took|takes|claimed|finished\s+\w+\s+in)\s+(?:\w+\s+in\s+)?(?:the\s+)?men['’]s\b
    \s+\w+(?:\s+off)?\s+his\s+(?:beard|moustache|mustache)\b
    ,\s+(?:\d+,\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:man|businessman|father|grandfather|widower|husband|son|brother|policeman|fisherman|salesman)\b
    ,\s+(?:nato|nacido|nascido|urodzony|родившийся|отец|né|âgé|padre|père|pai)\b(?!e)
    (?:\s*,[^,.;]{2,40},)?\s+(?:a\s+été|est|était|s['’]est|s['’]était)\s+(?:\w+é|dit|mis|pris|surpris)\b(?!e)
    (?:\s*,[^,.;]{2,40},)?\s+(?:è|era|viene)\s+(?:stato\s+)?(?!stato\b)\w+(?:at|it|ut|s|tt)o\b
    (?:\s*,[^,.;]{2,40},)?\s+(?:fue|ha\s+sido|foi|está)\s+\w+(?:ado|ido)\b
"""
"""Right behind the name of a man."""

FEMALE_VERBS = r"""
    \s+[а-яёіїєґ]{2,}(?:ала|ила|іла|їла|ела|ула|ыла|яла|ола|шла|гла|сла|зла)(?:сь|ся)?\b
    \s+[a-ząćęłńóśźż]{2,}(?:ała|iła|yła|ęła|eła|uła)\b
    \s+(?:قالت|أعلنت|صرحت|ولدت|أكدت|كانت)\b
"""
"""Behind a name that begins a clause: the verb of which it is the subject."""

MALE_VERBS = r"""
    \s+[а-яё]{2,}(?:ал|ил|ел|ул|ыл|ял|ёл|ол)(?:ся)?\b
    \s+(?:при|у|вы|во|по|про|пере|подо|зашё|на|до|со|обо|за|ра?зо|и)?(?:ш[её]л|нёс|вёз|мог|лёг|пас)(?:ся)?\b
    \s+[а-яіїєґ]{2,}(?:ав|ив|ів|їв|ув|яв|йшов)(?:ся)?\b
    \s+[a-ząćęłńóśźż]{2,}(?:ał|ił|ył|ął|uł)\b
"""
"""Behind a name that begins a clause: the verb of which it is the subject."""

_PUBLIC = (
    r"(?:the\s+)?(?:\w+\s+)?(?:(?-i:[A-Z]{2,})|[a-z]*court|jury|police|reporters|journalists|parliament|lawmakers|senators"
    r"|investigators|detectives|officers|prosecutors|magistrates|inquiry|inquest|hearing|tribunal|committee|commission"
    r"|newspaper|radio|television|paper|agency|voters|fans|supporters|investors|shareholders|viewers)"
)
"""Whom somebody tells what he thinks of himself; behind "told a colleague she" the pronoun may be the colleague's."""

SAID_PRONOUN = (
    r"(?:\s*,[^,.;]{0,30},)?\s+(?:"
    rf"(?:\w+ed|said|says|told\s+{_PUBLIC}|thinks|thought|knew|swore|wrote|insists|claims|believes)\s+(?:that\s+)?(?P<en>he|she)"
    r"|(?:sagt\w?|erklärt\w?|meint\w?|betont\w?|versichert\w?|beteuert\w?)\s*,?\s+(?:dass\s+)?(?P<de>er|sie)"
    r"|(?:a\s+)?(?:dit|déclaré?|affirmé?|assuré?|annoncé?|expliqué?)\s+(?:\w+\s+)?qu['’](?P<fr>il|elle)"
    r"|(?:zegt|zei|verklaarde|stelt|vertelde)\s+(?:\w+\s+)?dat\s+(?P<nl>hij|zij|ze)"
    r"|(?:заявил\w*|сказал\w*|сообщил\w*)\s*,\s+что\s+(?P<ru>он|она)"
    r"|(?:заяви\w+|сказа\w+|повідоми\w+)\s*,\s+що\s+(?P<uk>він|вона))\b"
)
"""A pronoun bound to the name in the clause that it begins: "Roe said he"."""

OWN_RELATIVE = (
    r"(?:\s+and|\s+(?:\w+\s+){0,2}?(?:told|asked|met|left|married|joined|and|with|sued|thanked|accused))\s+(?P<pronoun>his|her)\s+"
    r"(?:\w+\s+)?(?:wife|husband|son|daughter|children|mother|father|brother|sister|lawyer|family|partner|girlfriend|boyfriend"
    r"|fiancée?|parents|widow|widower)\b"
)
"""A possessive pronoun bound to the name: "Roe and his wife"."""

FEMALE_PRONOUNS = frozenset({"she", "her", "sie", "elle", "zij", "ze", "она", "вона"})
"""The pronouns of a woman among those of the two patterns."""

PRONOUNS = {
    "female": ("She", "Elle", "Ella", "Lei", "Ela", "Zij", "Ze", "Ona", "Она", "Вона", "彼女は", "她", "그녀는"),
    "male": ("He", "Il", "Él", "Lui", "Ele", "Hij", "Er", "On", "Он", "Він", "彼は", "他", "그는"),
}
"""At the beginning of the next sentence, if the sentence of the name names nobody else."""
