"""Words for what is named after people: behind or before a name they make it a street, a prize or a ship.

Own collection (Apache-2.0), from general knowledge of the languages; folded. Words that are also names, or ordinary
English words beside a name (Park, Hall, "via"), are left out.
"""

from __future__ import annotations

_NAMESAKES = """
    street road avenue boulevard square highway bridge tunnel airport station stadium arena university college school
    academy institute hospital clinic library museum theatre theater auditorium foundation endowment prize award medal
    trophy memorial monument tournament scholarship fellowship lecture building cathedral mosque kindergarten refinery
    strasse allee platz brucke universitat schule gymnasium stiftung preis haus stadion klinik straat laan plein brug
    gatan gade vej gata caddesi sokagi bulvari havalimani universitesi lisesi koprusu vakfi utca katu
    center centre cup drive way lane terrace crescent parkway freeway expressway turnpike airfield airbase elementary
    preparatory act law bill amendment doctrine plan rule syndrome disease test scale chair professorship prize prizes
    awards marathon classic invitational regatta derby rally gallery collection archive archives fund trust charity
    observatory telescope planetarium laboratory laboratories cemetery mausoleum statue plaza mall pier wharf dam lock
    reservoir reserve sanctuary trail peak glacier crater barracks camp fort base battalion brigade regiment division
    dormitory residence pavilion stage field grounds racecourse speedway velodrome gym gymnasium pool rink complex
    orphanage madrasa mosque synagogue temple shrine festival orchestra choir award debate symposium conference
    weg gasse ring ufer promenade halle saal krankenhaus flughafen bahnhof akademie institut bibliothek pokal medaille
    orden grundschule realschule kaserne denkmal stiftungspreis singel gracht kade
    ziekenhuis luchthaven vagen torget bron skolan sjukhus flygplats pris priset stipendium stiftelse
    mahallesi okulu ortaokulu ilkokulu parki meydani hastanesi stadyumu kupasi odulu ter korhaz iskola
    alapitvany repuloter tie silta koulu sairaala saatio palya stadion sugarut korut gimnazium dij emlekmu
    plass veien veg bro gymnas hojskole hospital hospitalet fond fonden legatet park parken torv torvet museet
    polis academy hangar terminal garage parkade ballpark coliseum dome fieldhouse natatorium rink interchange overpass
    viaduct causeway ferry academies conservatory seminary monastery hospice infirmary polyclinic sanatorium institute
    initiative project programme program partnership society association club league championship championships open
    masters grandprix invitational bowl shield plate vase ribbon star order badge crater asteroid comet mountain mount
    ridge island bay cape strait river creek falls canyon valley desert forest
    skatepark garden gardens tower towers mansion courthouse town township circle roundabout promenade esplanade walk
    heights estates campus faculty department zoo aquarium arboretum boathouse lifeboat locomotive biopic biography
    documentary musical stamp plaque mural portrait fountain chapel abbey leisure lounge suite lab labs wing annex
    playground fairgrounds waterfront boardwalk natatorium velodrome racetrack raceway showground theorem constant
    equation conjecture bursary internship residency chairmanship fellowships grants grant honours honors
    trio quartet quintet sextet septet octet band ensemble
    ground church birthplace homestead ranch sanctuary shelter
    sporthalle turnhalle mehrzweckhalle sportplatz freibad hallenbad bucherei volkshochschule kindertagesstatte kita
    altenheim pflegeheim siedlung hof brunnen turm sporthal zwembad sportpark zorgcentrum basisschool park
    hallen garden parken idrottsplats bibliotek scenen hallen minnefond sal bibliotek
    merkezi stadi baraji tuneli meydan kulliyesi kongre salonu yurdu
    setany rakpart hid sportcsarnok muvelodesi konyvtar altalanos terem halli palkinto
    """
NAMESAKES = frozenset(_NAMESAKES.split())
"""Capitalised words behind a name, in English, German, Dutch, the Scandinavian languages, Turkish and Hungarian."""

_SMALL = """
    teren terre tere uton utja utjan utra hidon hidja setanyon rakparton kozben iskolaja korhazban parkban terem hazban
    utca utcai utcaban utcan utcaba korut koruton sugarut iskola iskolaban gimnazium
    caddesi caddesinde sokagi sokaginda bulvari bulvarinda mahallesi havalimani universitesi lisesi koprusu vakfi
    hastanesi stadyumu meydani iela ielas iela gatve gatves gatveje tanav tanaval kalea kalean katu kadulla kadun
    katuaukio disease syndrome foundation stadium museum prize trophy scholarship mausoleum highway
    lecture lectures effect theorem church cathedral memorial fellowship bridge street avenue tunnel library tournament
    marathon statue monument auditorium award trio quartet quintet sextet impersonator
    impersonators lookalike aukio aukiolla puisto silta sillan koulu
    """
SMALL_NAMESAKES = frozenset(_SMALL.split())
"""The same in languages that write them small behind a name: Hungarian, Turkish, Latvian, Lithuanian, Estonian, Basque
and Finnish; and English ones that are nothing else behind a name."""

SMALL_AFTER_POSSESSIVE = frozenset({"syndrome", "disease", "theorem"})
"""What is called after a person in the possessive, without a capital too."""

AFTER_POSSESSIVE = frozenset({"law", "act", "syndrome", "disease", "theorem", "rule"})
"""What is called after a person in the possessive, with a capital: Jane Roe's Law."""

_ADJECTIVES = """
    internacional internazionale international internationaal nacional nazionale national municipal municipale comunale
    provincial provinciale regional regionale central centrale general public publico publica pubblica estatal estadual
    judetean judeteana gimnaziala nationala tehnologic teoretic teoretica orasenesc anadolu fen
    federal superior memorial departemental intercommunal primaria secundaria primario secundario superiore statale
"""
ADJECTIVES_OF_NAMESAKES = frozenset(_ADJECTIVES.split())
"""Between such a word and the name in the Romance languages: aeropuerto internacional Jane Roe."""

ADJECTIVE_ENDINGS = ("ico", "ario", "ivo", "ique", "aire", "ale", "elle")
"""With which other adjectives there end, and few verbs do: liceo scientifico, premio literario, prix littéraire."""

SEVERAL_WORDS = frozenset(
    tuple(phrase.split())
    for phrase in (
        "high school", "middle school", "primary school", "secondary school", "elementary school", "public school",
        "international airport", "regional airport", "municipal airport", "national airport", "memorial hospital",
        "community college", "state university", "public library", "recreation center", "convention center",
        "cultural center", "medical center", "training center", "research center", "presidential library", "world cup",
        "peace prize", "national park", "state park", "memorial park", "concert hall", "lecture hall", "town hall",
        "residence hall", "performing arts", "business school", "law school", "medical school", "art museum",
    )
)  # fmt: skip
"""Two words behind a name, each of which may also be another thing there."""

_CLUBS = "fc afc cfc rfc sc cf ac bc cc fk sk sv bk if hc cd ud sd"
CLUBS = frozenset(_CLUBS.split())
"""Abbreviations behind the name of a sports club: Football Club, Sportverein, Club Deportivo …"""

NAMESAKE_ENDINGS = ("strasse", "straat", "gatan", "platz", "allee", "brucke", "schule", "weg", "gasse", "preis", "haus")
"""Endings that are joined to the last part of a name, or to a number: Nobelstrasse."""

_IN_HANGUL = """
    공항 거리 대로 광장 대학교 대학 학교 고등학교 중학교 초등학교 병원 재단 기념관 박물관 도서관 경기장 체육관
    다리 대교 공원 상 컵 배 로
    """
IN_HANGUL = tuple(_IN_HANGUL.split())
_IN_HAN = """
    机场 國際機場 国际机场 機場 空港 大街 大道 广场 廣場 大学 大學 中学 小学 医院 醫院 基金会 基金會
    纪念馆 紀念館 记念館 博物馆 博物館
    图书馆 圖書館 体育场 體育場
    大桥 公园 通り 賞 杯 記念 財団 病院 奖
    """
IN_HAN = tuple(_IN_HAN.split())
"""The same in Korean, Chinese and Japanese, behind a name without a space or with one."""

_BEFORE = """
    rue avenue boulevard quai lycee college ecole hopital stade calle avenida plaza paseo colegio instituto estadio
    universidad universidade rua praca escola viale piazza liceo scuola ospedale ulica ulicy aleja szkola улица улице
    улицу улицы проспект проспекте площадь площади бульвар вулиця вулиці имени імені
    place pont parc allee cours impasse chemin route passage esplanade prix coupe trophee fondation musee
    bibliotheque mediatheque college gymnase universite institut salle auditorium clinique theatre aeroport gare bourse
    loi premio copa trofeo fundacion museo biblioteca instituto hospital centro clinica teatro aeropuerto estacion
    puente barrio parque medalla ley catedra beca escuela viale corso largo vicolo ponte stadio coppa trofeo premio
    fondazione museo istituto universita aeroporto stazione teatro legge cattedra borsa palazzetto parco
    avenida travessa largo ponte estadio aeroporto estacao fundacao premio trofeu taca medalha museu lei bolsa
    instituto parque viaduto rodovia praceta alameda ulica plac skwer rondo aleja nagroda szpital lotnisko
    uniwersytet fundacja muzeum biblioteka stadion ulice namesti nemocnice letiste nadace muzeum knihovna trg
    bulevar bolnica skola zadruga ulici ulicou премия премии премию фонд фонда школа школе аэропорт аэропорту больница
    больнице университет университета институт институте музей музея стадион стадионе мост аллея сквер парк переулок
    набережная станция вулиці площа проспект лікарня школі премія аеропорт музею стадіон jalan lapangan
    stichting stiftelsen stiftung straat carrer avinguda placa passeig strada bulevardul soseaua
    piata liceul colegiul spitalul universitatea fundatia aeroportul stadionul rruga shkolla universiteti spitali
    polideportivo pabellon velodromo hipodromo coliseo complejo residencia mercado terminal carretera autopista glorieta
    torneo maraton certamen gimnasio auditorio plazuela jardin jardines urbanizacion colonia fraccionamiento villa casa
    character personnage personaje personaggio personagem romanfigur racehorse colt filly stallion gelding greyhound
    ehpad ecomusee maternelle lotissement residences quartier cite foyer clos
    patinoire piscine creche maison residence square promenade sentier voie tournoi challenge marathon espace complexe
    caserne centre palasport palestra piscina circolo rifugio asilo sala caserma molo lungomare galleria giardino
    giardini sentiero rotonda ginasio complexo praia jardim passarela tunel estrada auditorio torneio campeonato corrida
    comenda creche basisschool sporthal zaal liceum przedszkole osiedle bulwar hala sala stadionul sala scoala gradinita
    арена арене арены дворец дворце завод заводе завода лицей лицее гимназия гимназии центр центре турнир турнире
    yayasan bandara universitas masjid gedung lapangan jembatan barangay
    kalye paaralan sraid bulvar bulvaris ulitsa ulitse prospekt prospekte ploshchad pereulok bulvar vulytsia vulytsi
    prospekti instituti fondi kuca zaklada zaklade zakladu dvorana nagrada nagrade nagradu cesta cesti trga
    trgu nabrezi nabrezie divadlo skola skole gymnazium medaile klinika
    οδος οδο λεωφορος πλατεια βραβειο ιδρυμα شارع مطار ميدان جامعة جامعه مدرسه مستشفي جائزه
    موسسه ملعب مسجد خیابان خيابان بيمارستان دانشگاه ورزشگاه רחוב כיכר שדרות
    """
_IN_FRONT = """
    piala gelora rsud rsup rsu pelabuhan taman lebuhraya lorong persiaran muzium kolej sekolah ysgol heol stryd
    ffordd sraid bothar makarantar makaranta titin asibitin strazii scolii scoala colegiului liceului spitalului
    bulevardului pietei podul podului aeroportului stadionului teatrul biblioteca premiul premiului rruges rrugen
    shkolles shkollen sheshi bulevardi aerodromio γηπεδο σταδιο σχολειο νοσοκομειο αεροδρομιο λεωφορο βιβλιοθηκη
    بزرگراه فرودگاه ورزشگاه بنياد بیمارستان مدرسه جسر مركز مؤسسه موسسه
"""
_SHIPS = """
    ship vessel tanker supertanker freighter trawler yacht superyacht ferry frigate destroyer corvette submarine cruiser
    icebreaker liner schooner steamer steamship motorship bulker carrier tug tugboat barge lighter boat warship
    uss hms mv mt ss ms fv rv msc
    schiff frachter containerschiff motorschiff dampfer fahre segelschiff fregatte zerstorer kreuzer tankschiff kutter
    navire petrolier cargo porte-conteneurs conteneurs paquebot chalutier vraquier methanier fregate remorqueur voilier
    buque barco petrolero carguero granelero pesquero fragata crucero yate remolcador portacontenedores
    navio petroleiro cargueiro graneleiro barco iate fragata rebocador embarcacion embarcacao
    nave petroliera portacontainer motonave piroscafo peschereccio traghetto fregata nave cargo rimorchiatore panfilo
    schip vrachtschip containerschip veerboot sleepboot jacht trawler
    skip skib skipet skibet fartyget fartoyet tankfartyg lastfartyg bulkskip farja ferge faerge laiva tankkeri
    statek tankowiec masowiec kontenerowiec prom jacht kuter frachtowiec lod brod trajekt
    gemi gemisi tankeri tanker yuk feribot sileb kapal
    судно танкер теплоход корабль пароход сухогруз балкер газовоз яхта яхту паром ледокол фрегат траулер буксир
    танкера танкере танкером танкеру теплохода теплоходе судна судне судном сухогруза сухогрузе корабля балкера
    πλοιο δεξαμενοπλοιο τανκερ
    سفينه السفينه ناقله الناقله نفتكش کشتی كشتي
    """
SHIPS = frozenset(_SHIPS.split())
"""Kinds and prefixes of ships, before their names; some in the grammatical cases in which they stand there."""

BEFORE_NAMESAKES = frozenset((*_BEFORE.split(), *_IN_FRONT.split())) | SHIPS
"""Words before a name in the Romance, Slavic and Celtic languages, Albanian, Greek, Arabic, Persian, Indonesian, Malay
and Hausa, and kinds of ships."""

PAIRS_BEFORE = frozenset(
    tuple(pair.split())
    for pair in (
        "rumah sakit", "sakit umum", "bandar udara", "dai hoc", "trung hoc", "tieu hoc", "benh vien", "cong vien",
        "quang truong", "san bay", "giai thuong", "dai lo", "san van", "nha hat",
    )
)  # fmt: skip
"""Two words before a name in Indonesian and Vietnamese, each of which is another thing alone."""

_OF = """
    calle avenida plaza paseo estadio aeropuerto premio trofeo copa estacion rua praca avenida travessa aeroporto
    estacao rodovia viaduto taca trofeu universidad universidade carrer placa shule uwanja barabara hospitali daraja
    chuo ospital paaralan kalye tulay liwasan estadyo
"""
OF_NAMESAKES = frozenset(_OF.split())
"""Words before "of" and a name that are then named after somebody: calle de Jane Roe, shule ya Jane Roe."""
OF = frozenset({"de", "del", "do", "da", "ya", "wa", "ng"})
"""“Of” in Spanish, Portuguese, Swahili and the Philippines."""

CALLED = frozenset({"called", "named", "nicknamed", "dubbed", "namens", "llamado", "llamada", "chamado", "chamada"})
"""Between a word for what is named and its name: a ship called Jane Roe."""
_ANIMALS = "horse racehorse mare pony dog puppy cat kitten parrot elephant gorilla panda"
ANIMALS = frozenset(_ANIMALS.split())
"""What has people's names besides."""

NAMED_AFTER = (
    r"(?<!was )(?<!were )(?<!be )(?<!been )named (?:after|for)|called after"
    r"|benannt nach|(?:ver|ge)noemd naar|op+ka(?:l|ll)[dt] (?:efter|etter)"
    r"|uppkalla[dt] efter|intitolat[oaie] a|nazvan\w* po|pojmenovan\w* po|nazwan\w* (?:imieniem|po)|imienia|dinamai"
    r"|(?:port|llev|lev|receb)\w* (?:le|el|o|il) (?:nom|nombre|nome) (?:de|do|da|di|del|d)|bear(?:s|ing) the name of"
    r"|нос\w+ (?:имя|імя)|назван\w* (?:в честь|именем)"
)
"""Right before the name, in folded words: the bridge named after Jane Roe, le pont qui porte le nom de Jane Roe.

A sentence that says that something was named after her is about her."""
_LAST = "after for nach naar efter etter a po imieniem imienia dinamai de do da di del d of имя імя честь именем"
LAST_OF_NAMED_AFTER = frozenset(_LAST.split())
"""The last words of these."""
BEHIND_NAMED_AFTER = ("adini tasiyan", "nevet viselo", "nimea kantava", "nimeline", "nimea kantav", "benannt")
"""Right behind the name: Jane Roe adını taşıyan köprü, die nach Jane Roe benannte Brücke."""

_TURKISH = """
    kutuphanesi muzesi odulu camii camisi tesisleri merkezi ormani cesmesi fakultesi kampusu istasyonu anaokulu
    ilkogretim konagi koleji turnuvasi parki hastanesi universitesi lisesi caddesi sokagi bulvari meydani stadyumu
    koprusu havalimani okulu ortaokulu ilkokulu mahallesi kupasi vakfi tuneli baraji
"""
TURKISH_NAMESAKES = tuple(_TURKISH.split())
"""Turkish nouns behind a name, which take case endings: Jane Roe Kütüphanesi'nde."""

_FINNISH = "stadion stadio katu kadu koulu palkin silta silla aukio halli puisto saati museo laiva areena kirjasto"
FINNISH_NAMESAKES = tuple(_FINNISH.split())
"""Beginnings of Finnish words that a hyphen behind a space ties to a name of several words: Jane Roe -stadionilla."""

_ALSO_VERBS = """
    bill plan test drive stage field lock rule base fund trust camp ring place classic rally open order shield project
    program star plate bowl ground band
    """
ALSO_VERBS = frozenset(_ALSO_VERBS.split())
"""Of these words, those that a headline in capitals also has as verbs or for other things."""

_BEFORE_VIA = "in di da a la della alla dalla nella tra fra e su sulla"
BEFORE_VIA = frozenset(_BEFORE_VIA.split())
"""What stands before the Italian "via"; in other languages that word is no street."""

_ABBREVIATED = """
    im ul al pl os nam tr av avda bd blvd bld bul cad sok r str ст им ул пр просп пл бул бульв пер вул обл
"""
ABBREVIATED_NAMESAKES = frozenset(_ABBREVIATED.split())
"""Before a name with a full stop: "ul. Jane Roe", "школа им. …" (named after), "av. Jane Roe"."""

_SLAVIC = """
    ulic szkol skol park plac ploshchad most pomnik spomenik pamatnik turniej turnir memorial stadion nagrod nagrad
    fundacj nadac fondacij zaklad muzeum muzej lotnisk letist zracn uniwersytet univerzit sveucilist szpital nemocnic
    bolnic bibliotek knihovn knjiznic teatr divadl kazalist gimnazj gymnazi gimnazij nabrez namesti pamiec pamiat
    spomin uspomen
    улиц проспект площад бульвар переул набережн парк сквер стади театр музе школ гимнази лице университет институт
    академи больниц госпитал библиотек аэропорт турнир мемориал приз преми кубк кубок памят фонд мост станци теплоход
    корабл танкер судн вулиц площ провул шкіл гімназі ліце університет лікарн бібліотек аеропорт турнір меморіал премі
    памят міст вулиця булевард летищ награ болниц школ площад библиотек фондаци
"""
SLAVIC_NAMESAKES = tuple(_SLAVIC.split())
"""Stems of Slavic nouns, folded, behind which in any grammatical case the person is whom the thing is named after."""
