"""Words for things that have an age and an owner: companies, ships, buildings, animals. A * stands for any ending.

Own collection (Apache-2.0), in the languages whose ages are read. Beside a name in the genitive ("the firm of Jane Roe,
61 years old") an age may be that of the thing.
"""

from __future__ import annotations

import re
from functools import cache

from matching.tables.people import pattern_of

_THINGS = """
    firm firms company companies business businesses practice chambers consultancy corporation partnership bank shop
    store restaurant hotel bakery brewery farm club team newspaper magazine school foundation institute association
    charity ship vessel tanker freighter trawler yacht boat ferry fleet aircraft plane jet helicopter car house villa
    building church mill dog horse cat parrot case investigation marriage career reign rule regime
    firma firmen unternehmen* kanzlei* konzern* betrieb* gesellschaft* bank* geschäft* laden restaurant* hotel* verein*
    stiftung* zeitung* schiff* frachter* tanker* jacht* yacht* flugzeug* haus villa gebäude hund* pferd* ehe
    entreprise* société* cabinet compagnie maison boutique restaurant hôtel banque fondation journal association navire
    pétrolier cargo bateau yacht avion immeuble villa chien cheval affaire
    empresa* compañía* sociedad* despacho bufete negocio tienda restaurante hotel banco fundación asociación periódico
    buque* barco* petrolero yate avión casa edificio perro caballo
    azienda aziende società ditta studio impresa negozio ristorante albergo banca fondazione associazione giornale nave
    petroliera barca yacht aereo palazzo cane cavallo
    companhia firma escritório negócio loja fundação associação jornal navio petroleiro iate avião edifício cão cavalo
    bedrijf bedrijven onderneming kantoor advocatenkantoor zaak winkel stichting vereniging krant schip tanker jacht
    vliegtuig huis gebouw hond paard
    firm* przedsiębiorstw* spółk* kancelari* sklep* restauracj* hotel* bank* fundacj* stowarzyszeni* gazet* statek*
    statk* tankowiec* jacht* samolot* dom* budyn* pies psa koń konia
    фирм* компани* предприяти* бизнес* магазин* ресторан* отел* банк* фонд* газет* журнал* судн* танкер* яхт* самолёт*
    самолет* дом* вилл* собак* пёс* лошад* конь кон*
    підприємств* крамниц* готел* газет* літак* будин* вілл* пес* кін*
    şirketi firması bürosu bankası oteli vakfı derneği gazetesi gemisi tankeri yatı uçağı evi köpeği atı
    شركة شركات مؤسسة مكتب مصرف بنك فندق مطعم جمعية صحيفة سفينة ناقلة يخت طائرة منزل كلب حصان
    """
_UNSPACED = """
    회사 기업 법인 은행 재단 협회 신문 선박 유조선 요트 건물 会社 企業 銀行 財団 協会 新聞 船 建物 犬 公司 企业 集团
    律师事务所 银行 基金会 协会 报纸 船 油轮 大楼 狗
    """


@cache
def things() -> re.Pattern[str]:
    """Words for things that have an age and an owner."""
    return pattern_of(_THINGS, _UNSPACED)
