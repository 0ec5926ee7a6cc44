"""Words for people in sentences about somebody else: relatives, lawyers, victims. A * stands for any ending.

Own collection (Apache-2.0), in the languages whose ages and dates of birth are read.
"""

from __future__ import annotations

import re
from functools import cache

_RELATED = """
    wife husband widow widower ex-wife ex-husband spouse fiancé fiancée fiance fiancee girlfriend boyfriend partner
    father mother parent parents son daughter sons daughters child children stepson stepdaughter brother sister
    brothers
    sisters twin uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother baby toddler infant
    lawyer lawyers attorney solicitor barrister counsel boss predecessor successor assistant deputy secretary driver
    bodyguard friend friends colleague neighbour neighbor accomplice associate aide victim victims heir heirs estate
    family relatives client patient employer employee employees landlord tenant followers
    frau ehefrau mann ehemann witwe witwer freundin freund partnerin vater mutter eltern sohn tochter söhne
    töchter kind
    kinder bruder schwester onkel tante neffe nichte enkel enkelin anwalt anwältin verteidiger*
    vorgänger* nachfolger* assistent* stellvertreter* fahrer kolleg* nachbar* opfer komplize* mandant* familie
    femme épouse mari époux veuve veuf compagne compagnon père mère fils fille frère sœur soeur oncle tante neveu
    nièce
    enfant enfants avocat avocate prédécesseur successeur victime victimes complice ami amie collègue voisin voisine
    esposa esposo marido mujer viuda viudo novia novio padre madre hijo hija hijos hijas hermano hermana tío tía
    sobrino
    sobrina niño niña abogado abogada jefe antecesor* predecesor* sucesor* víctima víctimas cómplice amigo amiga
    vecino
    vecina
    moglie marito vedova vedovo compagno compagna padre madre figlio figlia figli fratello sorella zio zia nipote
    bambino bambina avvocato avvocata legale predecessore successore vittima vittime complice amico amica vicino
    vicina
    esposa marido mulher viúva viúvo namorada namorado pai mãe filho filha filhos irmão irmã tio tia sobrinho sobrinha
    criança advogado advogada antecessor* sucessor* vítima vítimas cúmplice amigo amiga vizinho vizinha
    vrouw man echtgenote echtgenoot weduwe weduwnaar vriendin vriend vader moeder zoon dochter kind kinderen broer zus
    oom tante neef nicht advocaat advocate voorganger opvolger slachtoffer slachtoffers handlanger collega buurman
    buurvrouw
    żon* mąż męż* wdow* ojciec ojc* matk* syn* córk* brat* siostr* wuj* ciotk* bratan* dziecko dziecka dzieci adwokat*
    obrońc* poprzedni* następc* ofiar* wspólni* przyjaci* koleg* sąsiad*
    жен* муж* вдов* отец отц* мать матер* сын* дочь дочер* брат* сестр* дяд* тёт* тет* племянни* ребён* ребен* дет*
    адвокат* защитник* предшественни* преемни* жертв* потерпевш* сообщни* подельни* друг друга друзья коллег* сосед*
    дружин* чоловік* вдов* батьк* матір* мати син* доньк* дочк* племінни* дитин* діт* захисник* попередни* наступни*
    потерпіл* спільни* колег* сусід*
    eşi karısı kocası dulu babası annesi oğlu kızı kardeşi ağabeyi ablası amcası teyzesi yeğeni çocuğu avukatı avukat
    selefi halefi kurban* ortağı arkadaşı komşusu
    زوجة زوجته زوجها زوج أرملة أرملته والد والده والدته والدة ابن ابنه ابنته ابنة نجل نجله شقيق شقيقه شقيقته أخوه
    أخته عمه خاله
    محامي محاميه محاميته محام سلفه خلفه ضحية الضحية ضحايا شريكه صديقه جاره
    """
_RELATED_UNSPACED = """
    아내 남편 부인 미망인 아버지 어머니 부친 모친 아들 딸 형 동생 누나 언니 오빠 조카 삼촌 변호사 변호인 전임자
    후임자 피해자 공범 친구
    동료 이웃 妻 夫 未亡人 父 母 息子 娘 長男 長女 次男 兄 弟 姉 妹 甥 姪 叔父 弁護士 弁護人 前任 後任 被害者 共犯
    友人 同僚 隣人 妻子 丈夫
    遗孀 父亲 母亲 儿子 女儿 哥哥 弟弟 姐姐 妹妹 侄子 律师 受害者 被害人 同伙 朋友 同事 邻居
    """
_PERSONS = """
    man woman men women boy girl boys girls teenager teenagers youth pensioner pensioners shopkeeper student pupil
    passenger passengers driver cyclist pedestrian resident worker workers customer officer officers guard clerk
    businessman businesswoman farmer trader nurse doctor teacher people person persons others suspect suspects
    mann männer frau frauen junge mädchen jugendliche* rentner* senior* passant* fußgänger* radfahrer* mensch*
    homme hommes femmes garçon jeune retraité retraitée passant piéton personne personnes
    hombre hombres mujeres chico chica joven anciano anciana jubilado jubilada persona personas
    uomo uomini donna donne ragazzo ragazza garzone anziano anziana pensionato pensionata persona persone
    homem homens mulheres rapaz rapariga jovem idoso idosa pessoa pessoas
    mannen vrouwen jongen meisje gepensioneerde* bejaarde* persoon personen
    mężczyzn* kobiet* chłop* dziewczyn* emeryt* osob* osób
    мужчин* женщин* мальчик* девочк* девушк* пенсионер* подрост* человек* людей
    жінк* жінок хлопц* хлопчик* дівчин* підліт* людин*
    adam kadın erkek çocuk genç emekli kişi
    رجل رجلا امرأة سيدة شاب شابا فتاة طفل طفلة طفلا تاجر شخص
    """
_PERSONS_UNSPACED = "남성 여성 남자 여자 소년 소녀 노인 男性 女性 男子 女子 少年 少女 老人 创始人"


_INTRODUCED = (
    r"\b(?:an?|another|his|her|their)\s+(?:[a-z-]+\s+)?[a-z]+(?:er|or|ist|ian|ant|ent|man|woman|ess|ee|eer|ette|ate|cook|nurse|guest|model|colleague)\b"
    r"|\b(?:ein\w{0,2}|sein\w{0,2}|ihr\w{0,2})\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][a-zäöüß-]+(?:in|er|ers|e|en|ling|mann|frau|ist|ent|ant|or|eur)\b"
    r"|\b(?:une?|sa|son)\s+[a-zà-ÿ]+(?:eur|euse|er|ère|iste|ant|ante|ien|ienne|oise?|aise?|ent|ente|ice|ille|ène|odèle)\b"
    r"|\b(?:una?|su)\s+[a-zà-ÿ]+(?:or|ora|ero|era|ista|ente|ante|iano|iana|ado|ada|elo|ela|ense|ico|ica|eno|or)\b"
    r"|\b(?:un|uno|una|un['’])\s?[a-zà-ÿ]+(?:ore|rice|aio|aia|ista|ente|ante|iere|iera|ino|ina|ella|ello|ese|ato|ata)\b"
    r"|\b(?:uma?)\s+[a-zà-ÿ]+(?:or|ora|eiro|eira|ista|ente|ante|iano|iana|ado|ada|elo|ês|esa)\b"
    r"|\been\s+(?:[a-z]+\s+)?[a-z]+(?:er|ster|ist|ant|ent|eur|e|in|ling|man|vrouw)\b"
)
"""A noun behind an indefinite article or a possessive, with an ending that people's have."""


def pattern_of(words: str, unspaced: str = "") -> re.Pattern[str]:
    """One pattern for words, which end at a border unless they have a *, and for words of scripts without borders."""
    alternatives = [re.escape(word).replace(r"\*", r"\w*") for word in sorted(words.split(), key=len, reverse=True)]
    spaced = rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)"
    return re.compile("|".join((spaced, *map(re.escape, unspaced.split()))), re.IGNORECASE)


@cache
def related() -> re.Pattern[str]:
    """People by their relation to another: in front of a name in the genitive they are somebody else."""
    return pattern_of(_RELATED, _RELATED_UNSPACED)


@cache
def somebody() -> re.Pattern[str]:
    """People in general, and those by their relation to another."""
    return pattern_of(f"{_RELATED} {_PERSONS}", f"{_RELATED_UNSPACED} {_PERSONS_UNSPACED}")


@cache
def introduced() -> re.Pattern[str]:
    """Somebody who is new in the text: "a waiter", "eine Schülerin", "un joyero"."""
    return re.compile(_INTRODUCED)
