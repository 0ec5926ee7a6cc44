"""Names of countries that are one word in Italian, Portuguese, Dutch, Polish, Turkish and Arabic, beside `places.py`.

Source: territories of Unicode CLDR 49 as Babel 2.19 ships it (Unicode License v3), folded.
"""

from __future__ import annotations

_NAMES = """
AC: ascension; AD: andora, أندورا; AF: afeganistão, afganistan, أفغانستان; AI: أنغويلا; AL: albânia, albanië,
arnavutluk, ألبانيا; AM: armênia, armenië, ermenistan, أرمينيا; AO: أنغولا; AQ: antartide, antarktyda,
antarktika, أنتاركتيكا; AR: argentinië, argentyna, arjantin, الأرجنتين; AT: áustria, oostenrijk, avusturya,
النمسا; AU: austrália, australië, avustralya, أستراليا; AW: أروبا; AX: åland; AZ: azerbaigian, azerbaijão,
azerbeidzjan, azerbejdżan, azerbaycan, أذربيجان; BB: بربادوس; BD: bangladesz, bangladeş, بنغلاديش; BE: belgio,
belgië, belgia, belçika, بلجيكا; BG: bulgária, bulgarije, bułgaria, bulgaristan, بلغاريا; BH: bahrein, barein,
bahrajn, bahreyn, البحرين; BI: بوروندي; BJ: بنين; BM: bermudy, برمودا; BN: بروناي; BO: bolívia, boliwia,
bolivya, بوليفيا; BR: brasile, brazilië, brazylia, brezilya, البرازيل; BS: bahama’s, bahamy, bahamalar; BT:
butão, butan, بوتان; BV: bouveteiland; BW: botsvana, بوتسوانا; BY: bielorussia, bielorrússia, białoruś,
بيلاروس; BZ: بليز; CA: كندا; CC: cocoseilanden; CG: kongo; CH: svizzera, suíça, zwitserland, szwajcaria,
isviçre, سويسرا; CI: ivoorkust; CK: cookeilanden; CL: cile, şili, تشيلي; CM: camerun, camarões, kameroen,
الكاميرون; CN: cina, chiny, الصين; CO: colômbia, kolumbia, kolombiya, كولومبيا; CP: clipperton; CQ: سارك; CR:
kostaryka, كوستاريكا; CU: küba, كوبا; CV: kaapverdië; CW: كوراساو; CX: christmaseiland; CY: cipro, cypr,
kıbrıs, قبرص; CZ: cechia, tchéquia, tsjechië, czechy, çekya, التشيك; DE: germania, alemanha, duitsland,
niemcy, almanya, ألمانيا; DJ: gibuti, djibuti, dżibuti, cibuti, جيبوتي; DK: danimarca, denemarken, dania,
danimarka, الدانمرك; DM: dominika, دومينيكا; DO: dominikana; DZ: argélia, algerije, algieria, cezayir,
الجزائر; EC: equador, ekwador, ekvador, الإكوادور; EE: estônia, estonya, إستونيا; EG: egitto, egito, egypte,
egipt, mısır; ER: eritreia, erytrea, eritre, إريتريا; ES: spagna, espanha, spanje, hiszpania, ispanya,
إسبانيا; ET: etiopia, etiópia, ethiopië, etiyopya, إثيوبيا; FI: finlândia, finlandiya, فنلندا; FJ: figi,
fidżi, فيجي; FK: falklandeilanden, falklandy; FM: micronésia, mikronezja, mikronezya, ميكرونيزيا; FO: faeröer;
FR: frança, frankrijk, francja, fransa, فرنسا; GA: gabão, الغابون; GD: غرينادا; GE: geórgia, georgië, gruzja,
gürcistan, جورجيا; GG: غيرنزي; GH: gana, غانا; GI: gibilterra, cebelitarık; GL: groenlândia, grenlandia,
غرينلاند; GM: gâmbia, gambiya, غامبيا; GN: guiné, guinee, gwinea, gine, غينيا; GP: guadalupa, gwadelupa,
غوادلوب; GR: grécia, griekenland, grecja, yunanistan, اليونان; GT: gwatemala, غواتيمالا; GU: غوام; GY: guiana,
gujana, غيانا; HN: هندوراس; HR: croazia, croácia, kroatië, chorwacja, hırvatistan, كرواتيا; HT: هايتي; HU:
ungheria, hungria, hongarije, węgry, macaristan, هنغاريا; ID: indonésia, indonesië, indonezja, endonezya,
إندونيسيا; IE: ierland, irlandia, أيرلندا; IL: israele, izrael, israil, إسرائيل; IN: índia, indie, hindistan,
الهند; IQ: iraque, العراق; IR: إيران; IS: islanda, islândia, ijsland, izlanda, آيسلندا; IT: itália, italië,
włochy, italya, إيطاليا; JE: جيرسي; JM: giamaica, jamajka, جامايكا; JO: giordania, jordânia, jordanië, ürdün,
الأردن; JP: giappone, japão, japonia, japonya, اليابان; KE: quênia, كينيا; KG: kirghizistan, quirguistão,
kirgizië, kirgistan, kırgızistan, قيرغيزستان; KH: cambogia, camboja, cambodja, kambodża, kamboçya, كمبوديا;
KI: quiribati, كيريباتي; KM: comore, comoren, komory, komorlar; KW: koeweit, kuwejt, kuveyt, الكويت; KY:
kaaimaneilanden, kajmany; KZ: kazakistan, cazaquistão, kazachstan, كازاخستان; LA: لاوس; LB: libano, lübnan,
لبنان; LI: ليختنشتاين; LK: سريلانكا; LR: libéria, liberya, ليبيريا; LS: ليسوتو; LT: lituânia, litouwen, litwa,
litvanya, ليتوانيا; LU: lussemburgo, luksemburg, lüksemburg, لوكسمبورغ; LV: lettonia, letônia, letland, łotwa,
letonya, لاتفيا; LY: líbia, libië, ليبيا; MA: marocco, marrocos, maroko, المغرب; MC: mônaco, monako, موناكو;
MD: moldávia, moldavië, mołdawia, مولدوفا; ME: czarnogóra, karadağ; MG: مدغشقر; MH: marshalleilanden; ML:
مالي; MN: mongólia, mongolië, moğolistan, منغوليا; MQ: martynika, martinik; MR: mauritânia, mauritanië,
mauretania, moritanya, موريتانيا; MS: مونتسرات; MT: مالطا; MU: maurício, موريشيوس; MV: maldive, maldiven,
malediwy, maldivler; MW: malavi, ملاوي; MX: messico, meksyk, meksika, المكسيك; MY: malásia, maleisië, malezja,
malezya, ماليزيا; MZ: mozambico, moçambique, mozambik, موزمبيق; NA: namíbia, namibië, namibya, ناميبيا; NE:
nijer, النيجر; NG: nigéria, nijerya, نيجيريا; NI: nicarágua, nikaragua, نيكاراغوا; NL: nederland, holandia,
hollanda, هولندا; NO: norvegia, noorwegen, norwegia, norveç, النرويج; NP: نيبال; NR: ناورو; NU: نيوي; NZ:
نيوزيلندا; OM: umman, عُمان; PA: بنما; PE: perù, بيرو; PH: filippine, filipijnen, filipiny, filipinler,
الفلبين; PK: paquistão, باكستان; PL: polônia, polska, polonya, بولندا; PN: pitcairneilanden; PR: portorico,
portoryko, بورتوريكو; PT: portogallo, portugalia, portekiz, البرتغال; PW: بالاو; PY: paraguai, paragwaj,
باراغواي; RE: riunione, reunião, روينيون; RO: romênia, roemenië, rumunia, romanya, رومانيا; RS: sérvia,
servië, sırbistan, صربيا; RU: rússia, rusland, rosja, rusya, روسيا; RW: رواندا; SB: salomonseilanden; SC:
seicheles, seszele, seyşeller, سيشل; SD: sudão, soedan, السودان; SE: svezia, suécia, zweden, szwecja, isveç,
السويد; SG: singapura, سنغافورة; SH: sant’elena; SI: eslovênia, slovenië, słowenia, slovenya, سلوفينيا; SK:
slovacchia, eslováquia, slowakije, słowacja, slovakya, سلوفاكيا; SL: سيراليون; SN: السنغال; SO: somália,
somalië, somali, الصومال; SR: سورينام; SV: salwador, السلفادور; SY: síria, syrië, suriye, سوريا; SZ:
essuatíni, esvatini, إسواتيني; TD: ciad, chade, tsjaad, czad, تشاد; TG: توغو; TH: thailandia, tailândia,
tajlandia, tayland, تايلاند; TJ: tagikistan, tadjiquistão, tadzjikistan, tadżykistan, tacikistan, طاجيكستان;
TK: توكيلاو; TM: turcomenistão, türkmenistan, تركمانستان; TN: tunísia, tunesië, tunezja, tunus, تونس; TO:
تونغا; TR: turchia, turquia, turkije, turcja, تركيا; TV: توفالو; TW: tajwan, tayvan, تايوان; TZ: tanzânia,
tanzanya, تنزانيا; UA: ucraina, ucrânia, oekraïne, ukraina, ukrayna, أوكرانيا; UG: oeganda, أوغندا; UY:
uruguai, urugwaj, أورغواي; UZ: uzbequistão, oezbekistan, özbekistan, أوزبكستان; VA: vaticaanstad, watykan,
الفاتيكان; VE: wenezuela, فنزويلا; VN: vietnã, wietnam, فيتنام; VU: فانواتو; WS: ساموا; XK: kosowo, kosova,
كوسوفو; YE: iêmen, اليمن; YT: majotta, مايوت; ZA: sudafrica; ZM: zâmbia, zambiya, زامبيا; ZW: zimbábue,
zimbabve, زيمبابوي
"""


def _rows() -> list[tuple[str, list[str]]]:
    rows = (row.partition(": ") for row in " ".join(_NAMES.split()).split("; "))
    return [(code, names.split(", ")) for code, _, names in rows]


COUNTRY_NAMES = {name: code for code, names in _rows() for name in names}
"""The ISO code, in capitals, of a country by each of its names, folded (`str.casefold`, without the dot above of İ)."""
