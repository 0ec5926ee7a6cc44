"""Abbreviations of the words that companies and authorities have in their names: Intl, Mfg., Bros.

Own collection (Apache-2.0), from the abbreviations of business letters, company
registers and share lists in English, Turkish, Spanish, Portuguese, German, French, Italian and Polish; folded.
"""

from __future__ import annotations

from collections.abc import Iterator

_PAIRS = """
    intl international, intnl international, natl national, mfg manufacturing, manuf manufacturing, mfr manufacturer,
    bros brothers, assoc associates, assoc association, assn association, assocs associates, govt government,
    dept department, univ university, inst institute, devt development, dev development, mgmt management,
    mgt management, svcs services, svc service, serv services, tech technology, tech technologies, technol technology,
    eng engineering, engg engineering, engrg engineering, ind industries, ind industrial, inds industries,
    indus industries, ent enterprises, entpr enterprises, invt investment, inv investment, invest investment,
    constr construction, elec electric, elect electric, elec electrical, electron electronics,
    equip equipment, fin finance,
    fin financial, ins insurance, lab laboratory, labs laboratories, labs laboratory, prod production, prods products,
    shpg shipping, trdg trading, transp transport, transp transportation, distr distribution, exch exchange,
    fdn foundation, fndn foundation, grp group, hldg holding, hldgs holdings, hosp hospital, ctr center, ctr centre,
    ltd limited, corp corporation, co company, inc incorporated, comm commission, cttee committee, org organisation,
    org organization, petro petroleum, pharm pharmaceuticals, pharma pharmaceuticals, chem chemical, chem chemicals,
    agric agricultural, sys systems, tic ticaret, san sanayi, muh muhendislik, paz pazarlama, ith ithalat,
    ihr ihracat, nak nakliyat, ins insaat, tur turizm, dan danismanlik, tas tasimacilik, pet petrol, gid gida,
    teks tekstil, ur urunleri, mak makina, mak makine, hnos hermanos, cia compania, cia companhia,
    constr construcciones, const construction, ind industrias, ind industria, inv inversiones, com comercial,
    com comercio, imp importaciones, imp importacao, exp exportaciones, exp exportacao, transp transportes,
    serv servicios, servs servicos, adm administracao, gebr gebruder, gebr gebroeders, ges gesellschaft,
    masch maschinenbau, ver vereinigte, handelsges handelsgesellschaft, verw verwaltung, ets etablissements,
    ste societe, cie compagnie, ent entreprise, fratt fratelli, flli fratelli, soc societa, imm immobiliare,
    costr costruzioni, przeds przedsiebiorstwo, zakl zaklad, spol spolecnost, intl internacional, gen general,
    coop cooperative, coop cooperativa, est establishment, estab establishment,
    imp import, exp export,
    mar maritime, reg regional, fed federal, fed federation, soc society, ry railway, rly railway
"""
_SHORTEST = 7  # letters of a word that has an s in the plural


def _with_plurals(short: str, word: str) -> Iterator[tuple[str, str]]:
    """The pair, and the same in the other number: Pharma for Pharmaceutical and for Pharmaceuticals."""
    yield short, word
    if len(word) >= _SHORTEST:
        yield short, word.removesuffix("s") if word.endswith("s") else f"{word}s"


ABBREVIATIONS = frozenset(pair for both in _PAIRS.split(",") for pair in _with_plurals(*both.split()))
"""Pairs of an abbreviation and the word; an abbreviation may stand for several words."""
