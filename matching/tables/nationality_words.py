"""Words for citizenship, and what may stand between a word of nationality and a name.

Own collection (Apache-2.0), in the languages of `demonyms.py`.
"""

from __future__ import annotations

CITIZEN = (
    r"(?:\bcitizens?\b|\bnationals?\b|\bcitizenship\b|\bnationality\b|\bpassport\b|Staats(?:bürger|angehörig)\w*"
    r"|Staatsbürgerschaft|\bPass\b|\bcitoyen(?:ne)?\b|\bressortissante?\b|\bnationalité\b|\bciudadan[oa]\b|\bnacionalidad\b"
    r"|\bcittadin[oa]\b|\bcittadinanza\b|\bnazionalità\b|\bcidad[ãa](?:o)?\b|\bnacionalidade\b|\bstaatsburger\w*"
    r"|\bnationaliteit\b|\bobywatel\w*|\bnarodowości\b|граждан\w+|поддан\w+|громадян\w+|\bvatandaşı\w*|\buyruklu\w*"
    r"|(?:ال)?مواطن\w*|(?:ال)?جنسي\w*)"
)
CITIZENSHIP = r"\s+(?:citizenship|nationality|passports?|Staatsbürgerschaft|Staatsangehörigkeit|Pass\b)"
"""Behind an adjective of nationality: what somebody has."""
BEHIND_UNSPACED = (
    r"(?:\s*(?:국적|인|계|가수|배우|선수|작가|감독|기자|대통령|총리|대사)|人|籍|国籍|國籍|公民|男子|女子|歌手|演员|女演员|俳優|女優|商人"
    r"|作家|画家|导演|監督|球员|选手|選手|记者|記者|学者|艺术家|总统|大統領|首相|大使|外相|官员)"
)
"""What makes a country's name one of nationality in Korean, Japanese and Chinese."""

NOT_OF_PEOPLE = r"[\s-]+(?:born|speaking|language|backed|owned|made|controlled|based|led|style|born)\b|-\w+ed\b"
"""Behind an adjective that is then no nationality: "Russian-speaking"."""

OF_SUBJECTS = (
    r"\b(?:teacher|lecturer|professor|translator|interpreter|speaker|correspondent|scholar|history|literature|studies"
    r"|language|law|restaurant|takeaway|food|cuisine|wine|cars?|art|subsidiary|branch|embassy|consulate|company|firm|bank"
    r"|unit|arm|division|office|bureau|museum|institute|university|school|club|team|market|desk|mission|section|affairs"
    r"|Lehrer\w*|\w*tochter|Filiale|Botschafts\w*|Firmen\w*|filiale|filial|professeur|profesor\w*|professore)\b"
)
"""People who deal with a country, its language or its goods, and companies of it: they need not be from there."""

INSTITUTIONS = (
    r"(?:polic[eií]a?|polizia|polícia|justice|justiça|justicia|giustizia|tribuna\w*|gouvernement|gobierno|governo|armée|ej[eé]rcito"
    r"|esercito|exército|autorit\w+|autoridad\w*|autoridades|presse|prensa|stampa|imprensa|douane|aduana|dogana|alfândega|parquet"
    r"|fiscalía|procura|minist[eè]r[ei]o?|ministério|ambassade|embajada|ambasciata|embaixada|entreprise|empresa|azienda|société|sociedad"
    r"|società|sociedade|banque|banc[oa]|équipe|squadra|equipo|equipe|services|servicios|servizi|serviços|marine|marina|armada|guardia"
    r"|gendarmerie|carabinieri|diario|journal|giornale|jornal|revista"
    r"|polisi|makamları|mahkemesi|hükümeti|ordusu|basını|jandarması|savcılığı|gazetesi|takımı|şirketi|bankası|medyası|yetkilileri"
    r"|شرطة|سلطات|حكومة|جيش|محكمة|قوات|مخابرات|استخبارات|وزارة|صحيفة|قناة|شركة|سفارة|نيابة|أجهزة|جمارك|وكالة|إدارة|جامعة|رئاسة"
    r"|قيادة|بحرية|مؤسسة|لجنة|منظمة|هيئة|حدود|خارجية|داخلية)\s+$"
)
"""Right beside an adjective of nationality, which is then theirs and not that of the person with whom they deal."""

PERSON_NOUN = (
    r"(?:[a-z-]*(?:er|or|ist|ian|man|woman|ess|ant|ent|eer|yst|ete|chief|star|host|champion|ace|coach|boss|critic|judge|poet"
    r"|diplomat|ambassador|secretary)|Minister|President|Chancellor|Secretary)"
)
"""The last word of an English compound that names a person by an occupation; "charged" and "federation" are none."""

SMALL_WORDS = (
    r"(?:former|ex|young|old|late|senior|prominent|wealthy|alleged|suspected|convicted|ehemalig\w+|ancien(?:ne)?"
    r"|antigu[oa]|ex)"
)
HAS = r"(?:has|holds|hat|besitzt|a|possède|tiene|ostenta|posee|ha|tem|possui|heeft|bezit|ma|posiada|имеет|має)"
"""Before a citizenship or passport."""
ARTICLES = r"(?:an?|the|ein\w{0,2}|der|die|den|dem|une?|le|la|l['’]|el|il|lo|uno|una|o|um|uma|een|de|bir)"
