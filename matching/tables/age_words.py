"""How newspapers write an age beside a name, as patterns; `N` stands for the number.

Own collection (Apache-2.0), from the usage of English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
Russian, Ukrainian, Turkish, Arabic, Korean, Japanese and Chinese news.
"""

from __future__ import annotations

from matching.tables.verb_signs import ENGLISH_PAST

NUMBER = r"(\d{1,3})(?!\d|[.,:/]\d)"
AND = "(?:and|und|et|y|e|en|i|и|та|ve)"

PHRASES = r"""
    (?:aged|age)\s*:?\s*(?:just\s+|only\s+|about\s+)?N(?!\s*(?:to|or|and|-|–)\s*\d)
    (?:who\s+is\s+)?(?:now\s+)?N\s*(?:years?|yrs?)\s+(?:old|of\s+age)\b
    (?:berusia|berumur|usia|umur)\s+N\s+(?:tahun|thn)\b
    lat\s+N\b
    l\.\s+N(?=\s*[),.;])
    N\s*y/?o\b
    an?\s+(?:[\w-]+\s+){1,2}(?<!group\s)(?<!team\s)(?<!crew\s)(?<!band\s)(?<!family\s)of\s+(?=[2-9]\d)N(?=\s*[,.;]|\s+(?:and|who|from|is|was|has)\b|$)
    a\s+(?:spry|sprightly|youthful|fit|healthy|vigorous|robust|hale|mere|ripe)\s+N(?=\s*[,.;]|$)
    (?:thought|believed|said|understood|reported)\s+to\s+be\s+(?:aged\s+)?(?:about\s+|around\s+)?N(?:\s+years?\s+old)?(?=\s*[,.;]|$)
    (?:nacid[oa]|née?|nascid[oa])\s+(?:[^,.;\d]{1,25}\s)?(?:hace|il\s+y\s+a|há)\s+N\s+(?:años|ans|anos)\b
    would\s+(?:have\s+(?:been|turned)|now\s+be)\s+N(?=\s*[,.]|\s+(?:today|now|next|this)\b|\s+on\s+(?!the\b|an?\b|our\b|that\b)|\s+in\s+(?:\d{4}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)|\s+years\s+old\b|$)
    N\s+Jahre\s+alt\b
    im\s+Alter\s+von\s+N(?:\s+Jahren)?
    âgée?s?\s+(?:de\s+|d['’]\s*)N\s+ans\b
    de\s+N\s+años\b
    (?:de|com)\s+N\s+anos\b
    di\s+N\s+anni\b
    N\s+jaar\s+oud\b
    w\s+wieku\s+N\s+lat\b
    в\s+возрасте\s+N\s+(?:лет|год\w*)
    котор(?:ому|ой)\s+(?:сейчас\s+|уже\s+)?N\s+(?:лет|год\w*)
    як(?:ому|ій)\s+(?:зараз\s+)?N\s+(?:рок\w+|рік)
    (?:віком|у\s+віці)\s+N\s+р\w+
    N\s+yaşında(?!ki|yken)\w*
    و?(?:بالغ|بالغة|يبلغ|تبلغ|البالغ|البالغة)\s+(?:من\s+العمر\s+)?N\s*(?:عام|سنة|سنوات)\w*
    من\s+العمر\s+N\s*(?:عام|سنة|سنوات)\w*
    و?عمر(?:ه|ها)\s+N\s*(?:عام|سنة|سنوات)\w*
    (?:올해|만|당시)?\s*(?:나이\s*)?N\s*(?:세|살)(?!에|부터|\s*(?:의\s*)?[가-힣]+(?:을|를|에게|의|과|와)(?![가-힣])|\s*(?:여성|남성|여자|남자|노인|청년|학생|주부|피해자)(?!으로|로|이다|인))
    N\s*(?:歳|才)(?!の(?!今)|で(?![、,])|から)
    (?:现年|現年|今年|年)?\s*N\s*[岁歲](?![的那起就])
"""
"""An age that says that it is one; it may follow a name without a comma."""

ADJECTIVES = r"""
    (?:an?\s+|the\s+)?N[\s-]+years?[\s-]+old\b
    (?:(?:ein|der|die|dem|den|das)\w{0,2}\s+)?N-?\s?jährig\w*
    (?:(?:il|un|la|una)\s+)?N-?enne\b
    (?:(?:een|de)\s+)?N-jarige\b
    N-lat(?:ek|ka|ki|kiem|ką)\b
    N-letni\w*
    N(?:-|-?ти)?-?\s?летн\w+
    N-річн\w+
    N\s+yaşlı\w*
"""
"""An age as an adjective or a noun: behind a name only in an apposition, for it may be about the next word."""

WITH_UNIT = r"""
    N\s?yrs?\b
    (?=[2-9]\d)N\s+years(?=\s*[,)])(?!\s*,?\s*(?:in|for|of|after|and|with|to)\b|[^\n]*\b(?:years|sentence[ds]?|prison|jail|life|term|maximum|minimum|service)\b)
    N\s+J\.(?=\s*[,)])
    anni\s+N\b
    N\s+(?:tahun|thn)\b
    N\s+Jahre\b
    N\s+ans\b
    N\s+años\b
    N\s+anos\b
    N\s+anni\b
    N\s+jaar\b
    (?:lat\s+)N\b
    N\s+lata?\b(?=\s*[,.;:)(–—-]|\s+(?:i|oraz|a|ale|z|ze)\b|$)
    N\s+(?:лет|года?|годов)\b(?=\s*[,.;:)(–—-]|\s+(?:и|а|но|из|от\s*роду)\b|$)
    N\s+(?:років|роки|рік)\b(?=\s*[,.;:)(–—-]|\s+(?:і|й|та|а|але|з|із)\b|$)
    N\s*(?:عام|سنة|سنوات)\w*
    N\s+yaş\b
"""
"""A number of years, which is an age only beside a name, and only if nothing else of that length follows."""

NO_AGE_BEHIND = (
    r"(?!\s*(?:ferme\b|avec\s+sursis|requis|de\s+(?!edad|idade)|di\s+(?!et[àa])|d['’](?!âge|et)|of\b|in\b|im\b|en\b|à\s|a\s|ha\b|for\b|für\b|later\b"
    r"|ago\b|fa\b|après|après|después|depois|dopo\b|plus\b|später|lang\b|Haft|Gefängnis|Freiheits\w+|cel\b|gevang\w+"
    r"|geleden|więzieni\w+|pozbawieni\w+|temu|тюрьм\w+|лишени\w+|колони\w+|строг\w+|в\s+колони\w+|назад|тому|ув|позбавлен\w+|\w*(?:работ|служ|прожи|прац)\w+"
    r"|hapis|önce|징역|동안|전\b|懲役|監禁|禁錮|徒刑|有期|سجن\w*|من\s+السجن|حبس\w*|قبل|خلال))"
)
"""What follows a number of years that is a sentence, a service or a time ago."""

BEFORE_NAME = r"""
    N[\s-]+years?[\s-]+old
    N-?\s?jährig(?:e|er|en|em|es)
    N\s+Jahre\s+alte[nrms]?
    N-jarige
    N\s+jaar\s+oude
    N-?enne
    N-letni\w*
    N(?:-|-?ти)?-?\s?летн\w+
    N-річн\w+
    N\s+yaş(?:ların|ın)daki
    N\s+yaşında\s+olan
    mając(?:y|a|ego|ą|emu)\s+N\s+lata?
    licząc(?:y|a)\s+(?:sobie\s+)?N\s+lata?
    (?:올해|만)?\s*N\s*(?:세|살)(?:인|의|된)?
    N\s*(?:歳|才)の?
    N\s*[岁歲]的?
    aged?\s+N
    \b(?:man|woman)\s+of\s+N
    \b(?:man|woman|suspect|driver|teenager|boy|girl|mother|father|pensioner),\s+(?:aged\s+)?N
    \b(?:Mann|Frau)\s+\(N\)
    (?:de|d['’]environ)\s+N\s+(?:ans|años|anos)
    di\s+N\s+anni
    (?:البالغ|البالغة)\s+(?:من\s+العمر\s+)?N\s*(?:عام|سنة|سنوات)\w*
"""
"""An age that belongs to the name behind it, perhaps with a few words between."""

LEAD_IN = (
    r"(?:(?:According\s+to|Nach\s+Angaben|Laut|Selon|D['’]après|Según|De\s+acuerdo\s+con|Secondo|Segundo|De\s+acordo\s+com"
    r"|Volgens|Według|Zdaniem)\s+[^,.;\d]{2,50},\s+"
    r"|(?:По\s+(?:данным|словам|версии|информации)|За\s+(?:даними|версією|інформацією)|Согласно)\s+[^,.;\d]{2,50},\s+"
    r"|(?:경찰|검찰)에?\s*따르면,?\s+|(?:警察|検察)によると、?)"
)
"""The source of what a sentence says, in front of it."""

NEXT_SENTENCE = r"""
    (?:Age|Alter|Âge|Edad|Età|Idade|Leeftijd|Wiek|Возраст|Вік|Yaş|Yaşı|العمر|나이|年齢|年龄|年齡)\s*[:：]\s*N
    (?:He|She)(?:\s+is|,)\s+(?:aged\s+)?N\b(?:\s+years\s+old)?(?=\s*[,.;]|\s+and\b|$)
    (?:The|This|That)\s+N-year-old\b(?=\s*[,.]|\s+(?:was|is|has|had|who|from|also|then|did|will|could|man|woman|suspect|defendant|\w+ed|PAST)\b)
    (?:Der|Die|Dem|Den|Des)\s+N-?\s?[Jj]ährige\w*(?!\s+[A-ZÄÖÜ])
    (?:Der|Die)\s+(?:Mann|Frau|Beschuldigte|Angeklagte|Verdächtige|Festgenommene)\s+ist\s+N(?:\s+Jahre\s+alt)?\b(?=\s*[,.;]|\s+und|$)
    The\s+(?:man|woman|suspect|defendant|accused)(?:\s+is|,)\s+(?:aged\s+)?N\b(?:\s+years\s+old)?(?=\s*[,.;]|\s+and\b|$)
    (?:Der|Die|The)\s+(?:Mann|Frau|Beschuldigte|Angeklagte|Verdächtige|Festgenommene|man|woman|suspect|defendant)\s*\(N\)
    (?:Er|Sie)\s+ist\s+N(?:\s+Jahre\s+alt)?\b(?=\s*[,.;]|\s+und|$)
    (?:Il|Elle)\s+(?:a|est\s+âgée?\s+de)\s+N\s+ans
    (?:L['’](?:homme|accusée?|intéressée?|suspecte?)|La\s+femme|Le\s+suspect)\s*,?\s*(?:âgée?\s+de\s+|de\s+)?N\s+ans
    Âgée?\s+de\s+N\s+ans,\s+(?:il|elle)\b
    Aged\s+N,\s+(?:he|she)\b
    De\s+N\s+años(?:\s+de\s+edad)?,\s
    (?:Él\s+|Ella\s+)?(?:Tiene|tiene)\s+N\s+años
    (?:El\s+hombre|La\s+mujer|El\s+\w+|La\s+\w+)\s*,?\s*de\s+N\s+años
    (?:Lui\s+|Lei\s+)?(?:Ha|ha)\s+N\s+anni
    (?:L['’]uomo|La\s+donna)\s*,?\s*(?:di\s+)?N\s+anni
    (?:Il|La)\s+N-?enne
    (?:Ele\s+|Ela\s+)?(?:Tem|tem)\s+N\s+anos
    (?:O\s+homem|A\s+mulher)\s*,?\s*de\s+N\s+anos
    De\s+N-jarige\b(?!\s+(?:jongen|meisje|slachtoffer))
    (?:Hij|Zij|Ze)\s+is\s+N(?:\s+jaar)?\b
    N-lat(?:ek|ka)\b
    (?:On\s+|Ona\s+)?[Mm]a\s+N\s+lata?\b
    (?:Ему|Ей)\s+(?:сейчас\s+)?N\s+(?:лет|год\w*)
    N(?:-ти)?-?летн\w+\s+(?:мужчин\w|женщин\w|обвиняем\w+|подозреваем\w+|задержанн\w+|подсудим\w+)
    (?:Йому|Їй)\s+N\s+(?:рок\w+|рік)
    N-річн\w+\s+(?:чоловік|жінка|обвинувачен\w+|підозрюван\w+|затриман\w+)
    N\s+yaşındaki\s+(?:şüpheli|zanlı|sanık|adam|kadın)
    (?:والمتهم|المتهم|المتهمة|المشتبه\s+به|الموقوف)\s+(?:البالغ\w*|يبلغ|تبلغ)\s+(?:من\s+العمر\s+)?N\s*(?:عام|سنة|سنوات)
    (?:ويبلغ|وتبلغ|يبلغ|تبلغ)\s+(?:من\s+العمر\s+)?N\s*(?:عام|سنة|سنوات)
    (?:그는|그녀는)\s*(?:올해\s*)?(?:만\s*)?N\s*(?:세|살)
    (?:男|女|彼|彼女|同容疑者|同被告)は?\s*N\s*(?:歳|才)
    (?:他|她|该男子|该女子|嫌疑人|被告人?)(?:今年|现年|，)?\s*N\s*岁
"""
NEXT_SENTENCE = NEXT_SENTENCE.replace("PAST", "|".join(ENGLISH_PAST.split()), 1)
"""An age in the sentence behind, of the person named before: it begins with a pronoun or with the age itself."""

NEXT_SENTENCE_NOUN = r"""
    (?:The|Der|Die|Le|La|El|Il|O|A|De)\s+(?:[\w-]+\s+)?[\w-]+,\s+(?:who\s+is\s+)?N(?=,)
    (?:The|This)\s+N-year-old\s+(?:[a-z]+\s+)?[a-z-]*(?:er|or|ist|ian|man|woman|ant|ent|eer|yst|chief|boss|native|father|mother)\b
    (?:Der|Die|Dem|Den)\s+N-?\s?jährige\w?\s+[A-ZÄÖÜ][\w-]+
    De\s+N-jarige\s+[a-z-]+
    (?:Le|La|L['’])\s*[a-zà-ÿ-]+(?:\s+[a-zà-ÿ-]+)?,?\s+(?:âgée?\s+)?de\s+N\s+ans
    Cet?(?:te)?\s+[a-zà-ÿ-]+(?:\s+[a-zà-ÿ-]+)?\s+de\s+N\s+ans
    (?:Este|Esta|Questo|Questa|Este|Esta)\s+[a-zà-ÿ-]+(?:\s+[a-zà-ÿ-]+)?,?\s+d[ei]\s+N\s+(?:años|anni|anos)
    (?:El|La)\s+[a-zà-ÿ-]+(?:\s+[a-zà-ÿ-]+)?,?\s+de\s+N\s+años
    (?:Il|La|L['’])\s*[a-zà-ÿ-]+,?\s+(?:di\s+)?N\s?(?:anni|-?enne)
    (?:O|A)\s+[a-zà-ÿ-]+(?:\s+[a-zà-ÿ-]+)?,?\s+de\s+N\s+anos
    N-letni\w*\s+[a-ząćęłńóśźż-]+
    N(?:-ти)?-?летн\w+\s+[а-яё-]+
    N-річн\w+\s+[а-яіїєґ'’ʼ-]+
    N\s+yaşındaki\s+[a-zçğıöşü]+
    (?:올해\s*)?N\s*(?:세|살)(?:인|의)\s*[가-힣]+
    """
"""The same with a noun, which may be somebody else: it supports, and contradicts nothing."""

IN_RELATIVE_CLAUSE = r"""
    who\s+is\s+N
    who\s+(?:recently\s+|just\s+|has\s+)?turn(?:ed|s)\s+N(?:\s+this\s+year|\s+in\s+\w+)?
    d(?:er|ie)\s+N\s+(?:Jahre\s+alt\s+)?ist
    d(?:er|ie)\s+(?:am\s+\w+|gerade|kürzlich|jüngst|heute|gestern|diese\s+Woche|vergangene\s+Woche)\s+N\s+(?:Jahre\s+alt\s+)?(?:wurde|geworden\s+ist)
    qui\s+(?:a|aura)\s+N\s+ans
    que\s+tiene\s+N\s+años
    che\s+ha\s+N\s+anni
    que\s+tem\s+N\s+anos
    die\s+N\s+(?:jaar\s+)?(?:oud\s+)?is
    któr[ya]\s+ma\s+N\s+lata?
    котор(?:ому|ой)\s+N\s+(?:лет|год\w*)
    як(?:ому|ій)\s+N\s+(?:рок\w+|рік)
    """
"""Behind an apposition."""

ANOTHER_TIME_BEFORE = (
    r"(?:\bthen[\s-]+(?:aged\s+)?|\bformerly\s+|\bdamals\s+|\balors\s+(?:âgée?\s+de\s+)?|\bentonces\s+(?:de\s+)?"
    r"|\ballora\s+|\bentão\s+(?:com\s+)?|\btoen\s+|\bwówczas\s+|\bwtedy\s+|тогда\s+|тоді\s+|o\s+(?:zaman|sırada|tarihte|dönemde|yıl)\s+|آنذاك\s*|当時|當時"
    r"|当时|時年|时年|당시\s*(?:만\s*)?)$"
)
ANOTHER_TIME_BEHIND = (
    r"[^,.;()（）、，]{0,14}?(?:,?\s*(?:at\s+the\s+time|back\s+then|at\s+that\s+time)|\s+when\b|\s+als\s+(?:er|sie)\b"
    r"|\s+damals\b|,?\s*à\s+l['’]époque|\s+(?:lorsqu|quand\b)|,?\s*en\s+(?:ese|aquel)\s+(?:entonces|momento)|\s+cuando\b"
    r"|,?\s*all['’]epoca|\s+quando\b|,?\s*(?:à|na)\s+(?:época|altura)|,?\s*destijds|\s+toen\b|\s+(?:gdy|kiedy)\b"
    r"|\s+(?:wówczas|wtedy)|\s+на\s+тот\s+момент|\s+когда\b|\s+коли\b|\s+на\s+той\s+час|\s+iken\b|\s*آنذاك|\s*حينها"
    r"|\s*عندما|\s*(?:だった|のとき|の時)|\s*때|[岁歲]?时|時[,，、])"
)
"""Signs that an age was that of another time."""

AFTER_GLUE = (
    r"(?:['’][^\W\d_]{1,6}(?=[\s,(（]))?(?:,?\s(?:Jr|Sr)\.?)?"
    r"(?:\s?(?:씨|님|군|양)(?![가-힣]{2})|\s?[가-힣]{0,4}(?:의원|대표|회장|사장|장관|피의자|피고인)"
    r"|\s?(?:無職|会社員)?(?:容疑者|被告人|被告|受刑者|死刑囚|さん|氏|様|君|選手|社長|会長|議員|先生|女士|嫌疑人|犯))?"
    r"(?:은|는|이|가|을|를|의|과|와|도|は|が|を|と)?"
)
"""What is written onto a name: endings behind an apostrophe, a generation, titles, particles of Korean and Japanese."""

SEX_AND_AGE = rf"[\s,(]+[mf]\s?/\s?{NUMBER}(?!\w)"
"""The sex and the age as police write them: M/34."""

SEX = r"(?:(?:[男女남여]성?|[mfwM]|male|female|man|woman|мужчина|женщина)\s*[,，、·/]\s*)?"
"""The sex before an age in brackets: （男，39岁）."""

BETWEEN_AGE_AND_NAME = (
    r"(?:(?!(?:{stop})\b)[\w'’&-]+\s+){{0,5}}?"
    r"(?:,?\s*(?:named|called|identified|namens)(?:\s+by\s+(?:the\s+)?\w+)?(?:\s+as)?\s+)?"
)
"""A few words without a comma between an age and the name that it belongs to: "47-year-old dock worker"."""

STOP_WORDS = (
    "of|and|or|who|whose|with|by|for|to|from|against|in|on|at|as|is|was|said|von|und|mit|der|des|dem|den|die|das|wie|"
    "et|de|du|des|la|le|les|à|avec|par|qui|y|e|o|con|del|della|di|da|do|dos|das|por|que|che|van|en|met|het|door|die|"
    "i|oraz|z|ze|w|od|który|która|и|с|со|у|в|на|от|к|который|та|з|із|до|від|який|ve|ile"
)
"""Words behind which another person is meant: "the 12-year-old daughter of"."""
