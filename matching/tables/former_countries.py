"""Names and codes of countries that lists use beside those of today: former states, other names, abbreviations.

Source of the former codes: ISO 3166-3. Own collection (Apache-2.0) of the names, in small letters. A state that fell
apart stands for all that succeeded it, since a list does not say which of them somebody belongs to.
"""

from __future__ import annotations

_SOVIET = "ru ua by uz kz ge az lt md lv kg tj am tm ee"
_YUGOSLAV = "rs hr ba si mk me xk"
_ROWS = f"""
    ussr; u.s.s.r.; soviet union; union of soviet socialist republics; su; suhh = {_SOVIET}
    yugoslavia; sfr yugoslavia; former yugoslavia; yu; yucs = {_YUGOSLAV}
    serbia and montenegro; federal republic of yugoslavia; csxx = rs me xk
    czechoslovakia; cshh = cz sk
    east germany; german democratic republic; gdr; dd; ddde; west germany = de
    zaire; zr; zrcd; dr congo; drc; congo (kinshasa); congo-kinshasa; congo, democratic republic = cd
    republic of congo, republic of the congo; congo (brazzaville); congo-brazzaville; congo, republic of the = cg
    burma; bu; bumm; union of myanmar = mm
    swaziland = sz
    macedonia; fyr macedonia; former yugoslav republic of macedonia; the former yugoslav republic of macedonia = mk
    ivory coast; cote d ivoire; cote d'ivoire = ci
    cape verde; cabo verde = cv
    east timor; tp; timor leste = tl
    upper volta; hv; hvbf = bf
    dahomey; dydy = bj
    rhodesia; southern rhodesia; rh; rhzw = zw
    ceylon = lk
    south yemen; yd; ydye; north yemen = ye
    netherlands antilles; an; anhh = cw sx bq
    palestine; palestinian territories; occupied palestinian territories; occupied palestinian territory; gaza = ps
    dprk; d.p.r.k.; democratic people's republic of korea; north korean = kp
    rok; south korean = kr
    uk; u.k.; great britain; england; scotland; wales; northern ireland; british = gb
    usa; u.s.a.; u.s.; us; united states; america = us
    uae; u.a.e. = ae
    prc; china; people's republic of; mainland china = cn
    hong kong; hong kong sar; hong kong s.a.r. = hk
    macau; macao; macau sar = mo
    taiwan, province of china; chinese taipei = tw
    holy see; holy see (vatican city state); vatican = va
    lao pdr; lao = la
    gambia, the gambia; gambia, the = gm
    bahamas, the bahamas; bahamas, the = bs
    bosnia; bosnia-herzegovina; bosnia and hercegovina = ba
    trinidad; tobago = tt
    st. kitts and nevis; saint kitts and nevis; st kitts and nevis = kn
    st. lucia; saint lucia; st lucia = lc
    st. vincent; saint vincent and the grenadines; st. vincent and the grenadines = vc
    sao tome; sao tome and principe = st
    guinea bissau = gw
    south sudan; sudan, south = ss
    central african rep.; car = cf
    czech republic = cz
    slovak republic = sk
    brunei darussalam = bn
    micronesia, federated states of = fm
    virgin islands, british = vg
    kyrgyz republic = kg
    libyan arab jamahiriya = ly
"""
OTHER_COUNTRY_NAMES: dict[str, tuple[str, ...]] = {
    name: tuple(codes.split())
    for row in _ROWS.strip().split("\n")
    for names, _, codes in [row.strip().partition(" = ")]
    for name in names.split("; ")
}
"""Codes of today's countries, in small letters, by another name or code."""
