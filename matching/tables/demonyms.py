"""What articles call people of a country: adjectives and nouns of nationality, by the country codes of ISO 3166-1.

Own collection (Apache-2.0), in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian,
Ukrainian, Turkish and Arabic. Words with a capital count only with it; a * stands for an ending of a few letters.
In Korean, Japanese and Chinese people are called by the name of the country, which is in `places.py` (Unicode CLDR 47,
Unicode License v3).
"""

from __future__ import annotations

import re
from functools import cache

from matching.tables.country_names import COUNTRY_NAMES
from matching.tables.places import ROWS

_DEMONYMS = """
us: American Americans U.S. US-amerikanisch* US-Amerikaner* Amerikaner* amerikanisch* américain* estadounidense*
    statunitens* americano americana norte-americano norte-americana Amerikaanse Amerikaan amerykańsk* Amerykan*
    американ* американськ* Amerikalı ABD أمريكي* أميركي*
gb: British Briton Britons English Scottish Scot Welsh Englishman Englishwoman britisch* Brite* Britin englisch*
    britannique* anglais* británic* inglés inglesa inglese inglesi britannic* britânic* inglês Britse Brit Engelse
    Engelsman brytyjsk* Brytyj* британ* британськ* английск* англичан* англій* İngiliz Britanyalı بريطاني* إنجليزي*
ie: Irish Irishman Irishwoman irisch* Ire Irin irlandais* irlandés irlandesa irlandes* irlandês Ierse irlandzk*
    ирланд* ірланд* İrlandalı أيرلندي*
de: German Germans Deutsche* deutsch* allemand* alemán alemana alemanes tedesc* alemão alemã Duitse Duitser
    niemieck* Niemiec Niemk* немецк* германск* немк* немец німецьк* німец* німк* Alman ألماني*
at: Austrian Austrians österreichisch* Österreicher* autrichien* austríac* austriac* austríac* Oostenrijkse
    Oostenrijker austriack* австрий* австрій* Avusturyalı نمساوي*
ch: Swiss Schweizer* schweizer* suisse* suiz* svizzer* suíç* Zwitserse Zwitser szwajcarsk* Szwajcar* швейцар*
    İsviçreli سويسري*
fr: French Frenchman Frenchwoman französisch* Franzose* Französin français* francés francesa franceses francese
    francesi francês Franse Fransman Française francusk* Francuz* французск* француз* французьк* Fransız فرنسي*
be: Belgian Belgians belgisch* Belgier* belge* belga belgas belgi Belgische Belg belgijsk* Belg бельги* бельгій*
    Belçikalı بلجيكي*
nl: Dutch Dutchman Dutchwoman niederländisch* Niederländer* holländisch* néerlandais* hollandais* neerland* holand*
    olandes* holandês Nederlandse Nederlander holendersk* Holend* голланд* нидерланд* нідерланд* Hollandalı هولندي*
lu: Luxembourger luxemburgisch* luxembourgeois* люксембург*
es: Spanish Spaniard Spaniards spanisch* Spanier* espagnol* español* spagnol* espanhol espanhola Spaanse Spanjaard
    hiszpańsk* Hiszpan* испан* іспан* İspanyol إسباني*
pt: Portuguese portugiesisch* Portugies* portugais* portugués portuguesa portogh* português Portugese Portugees
    portugalsk* Portugal* португал* Portekizli برتغالي*
it: Italian Italians italienisch* Italiener* italien italienne italiens italian* Italiaanse Italiaan włosk* Włoch
    Włoszk* итальян* італ* İtalyan إيطالي*
gr: Greek Greeks griechisch* Grieche* Griechin grec grecque grieg* grec* greg* Griekse Griek greck* Grek* греческ*
    грек* грецьк* гречан* Yunan يوناني*
cy: Cypriot Cypriots zyprisch* Zyprer* zypriotisch* chypriote* chipriota* cipriot* cipriota* Cypriotische cypryjsk*
    кипрск* киприот* кіпр* Kıbrıslı قبرصي*
mt: Maltese maltesisch* maltais* maltés maltesa maltês maltańsk* мальтий* Maltalı مالطي*
se: Swedish Swede Swedes schwedisch* Schwede* Schwedin suédois* suec* svedes* sueco sueca Zweedse Zweed szwedzk*
    Szwed* шведск* швед* шведськ* İsveçli سويدي*
no: Norwegian Norwegians norwegisch* Norweger* norvégien* norueg* norveges* norueguês Noorse Noor norwesk* Norweg*
    норвеж* норвезьк* Norveçli نرويجي*
dk: Danish Dane Danes dänisch* Däne* Dänin danois* danés danesa danes* dinamarquês dinamarquesa Deense Deen duńsk*
    Duńczy* датск* датчан* данськ* данець Danimarkalı دنماركي*
fi: Finnish Finn Finns finnisch* Finne* Finnin finlandais* finland* finlandês Finse Fin fińsk* финск* финн* фінськ*
    фін Finlandiyalı فنلندي*
is: Icelandic Icelander isländisch* Isländer* islandais* island* исланд* ісланд* İzlandalı
ee: Estonian Estonians estnisch* Este Estin estonien* estoni* Estse Est estońsk* Estończy* эстон* естон* Estonyalı
    إستوني*
lv: Latvian Latvians lettisch* Lette Lettin letton letton* leton letona Letse łotewsk* Łotysz* латвийск* латыш*
    латвій* латиськ* Letonyalı لاتفي*
lt: Lithuanian Lithuanians litauisch* Litauer* lituanien* lituan* Litouwse Litouwer litewsk* Litwin* литовск* литов*
    литовськ* Litvanyalı ليتواني*
pl: Polish Pole Poles polnisch* Pole* Polin polonais* polac* polonês polonesa polaco polaca Poolse Pool polsk*
    Polak* Polk* польск* поляк* полячк* польськ* Polonyalı Leh بولندي*
cz: Czech Czechs tschechisch* Tscheche* Tschechin tchèque* checo checa cec* tcheco tcheca Tsjechische Tsjech czesk*
    Czech* чешск* чех* чеськ* Çek تشيكي*
sk: Slovak Slovaks slowakisch* Slowake* slovaque* eslovac* slovacch* slovacc* Slowaakse słowack* Słowak* словацк*
    словак* словацьк* Slovak سلوفاكي*
hu: Hungarian Hungarians ungarisch* Ungar* hongrois* húngar* ungheres* Hongaarse Hongaar węgiersk* Węgier* венгерск*
    венгр* угорськ* угорець Macar مجري*
ro: Romanian Romanians rumänisch* Rumäne* Rumänin roumain* rumano rumana rumen* romeno romena Roemeense Roemeen
    rumuńsk* Rumun* румын* румун* Romen Rumen روماني*
bg: Bulgarian Bulgarians bulgarisch* Bulgare* Bulgarin bulgare* búlgar* bulgar* Bulgaarse Bulgaar bułgarsk* Bułgar*
    болгар* Bulgar بلغاري*
md: Moldovan Moldovans moldauisch* Moldauer* moldave* moldav* Moldavische mołdawsk* молдав* молдов* Moldovalı
    مولدوفي*
ua: Ukrainian Ukrainians ukrainisch* Ukrainer* ukrainien* ucranian* ucraino ucraina ucraini Oekraïense Oekraïner
    ukraińsk* Ukrai* украин* україн* Ukraynalı أوكراني*
by: Belarusian Belarusians belarussisch* weißrussisch* Belarusse* biélorusse* bielorrus* bieloruss* Belarussische
    Wit-Russische białorusk* Białorusin* белорус* беларус* білорус* Belaruslu بيلاروسي*
ru: Russian Russians russisch* Russe* Russin russe russes ruso rusa rusos russo russa russi Russische Rus rosyjsk*
    Rosjan* российск* россиян* русск* російськ* росіян* Rus روسي*
ge: Georgian Georgians georgisch* Georgier* géorgien* georgian* Georgische gruzińsk* Gruzin* грузин* Gürcü جورجي*
am: Armenian Armenians armenisch* Armenier* arménien* armeni* armên* Armeense Armeniër armeńsk* Ormian* армян*
    вірмен* Ermeni أرمني* أرميني*
az: Azerbaijani Azerbaijanis Azeri aserbaidschanisch* azerbaïdjanais* azerbaiyan* azerbaigian* azerbaijan*
    Azerbeidzjaanse azerskiej азербайджан* Azerbaycanlı أذربيجاني*
kz: Kazakh Kazakhs Kazakhstani kasachisch* Kasache* kazakh* kazaj* kazak* cazaque* Kazachse kazachsk* казах* Kazak
    كازاخستاني*
uz: Uzbek Uzbeks usbekisch* Usbeke* ouzbek* uzbek* uzbec* Oezbeekse uzbeck* узбек* Özbek أوزبكي*
kg: Kyrgyz kirgisisch* kirghiz* kirguís* кыргыз* киргиз* Kırgız قرغيزي*
tj: Tajik Tajiks tadschikisch* tadjik* tayik* tagik* Tadzjiekse tadżyck* таджик* Tacik طاجيكي*
tm: Turkmen turkmenisch* turkmène* туркмен* Türkmen تركماني*
rs: Serbian Serb Serbs serbisch* Serbe* Serbin serbe* serbi* sérvi* Servische Serviër serbsk* Serb* сербск* серб*
    Sırp صربي*
hr: Croatian Croat Croats kroatisch* Kroate* croate* croata* Kroatische chorwack* Chorwat* хорват* Hırvat كرواتي*
si: Slovenian Slovenians Slovene slowenisch* slovène* esloven* sloven* Sloveense słoweńsk* словен* Sloven
ba: Bosnian Bosnians bosnisch* Bosnier* bosniaque* bosnien* bosni* Bosnische bośniack* боснийск* боснійськ* Boşnak
    Bosnalı بوسني*
me: Montenegrin Montenegrins montenegrinisch* monténégrin* montenegrin* czarnogórsk* черногор* чорногор* Karadağlı
mk: Macedonian Macedonians mazedonisch* macédonien* macedon* macedońsk* македон* Makedon
al: Albanian Albanians albanisch* Albaner* albanais* alban* Albanese Albanees albańsk* Albańczy* албан* Arnavut
    ألباني*
xk: Kosovar Kosovars Kosovan kosovarisch* kosovar* kosowsk* косовар* Kosovalı كوسوفي*
tr: Turkish Turk Turks türkisch* Türke* Türkin turc turque* turco turca turchi Turkse tureck* Turek Turczynk*
    турецк* турок турчанк* турецьк* Türk تركي*
il: Israeli Israelis israelisch* Israeli* israélien* israelí israelíes israelian* israelense* israelita* Israëlische
    Israëliër izraelsk* Izraelczy* израильск* израильтян* ізраїль* İsrailli إسرائيلي*
ps: Palestinian Palestinians palästinensisch* Palästinenser* palestinien* palestin* Palestijnse Palestijn
    palestyńsk* палестин* Filistinli فلسطيني*
lb: Lebanese libanesisch* Libanes* libanais* libanés libanesa libanes* libanês Libanese Libanees libańsk* Libańczy*
    ливан* ліван* Lübnanlı لبناني*
sy: Syrian Syrians syrisch* Syrer* syrien* sirio siria sirian* síri* Syrische Syriër syryjsk* Syryj* сирийск* сириец
    сирій* Suriyeli سوري*
jo: Jordanian Jordanians jordanisch* Jordanier* jordanien* jordan* Jordaanse jordańsk* иордан* йордан* Ürdünlü
    أردني*
iq: Iraqi Iraqis irakisch* Iraker* irakien* iraqu* irachen* iraquian* Iraakse Irakees irack* Irakijczy* иракск*
    іракськ* Iraklı عراقي*
ir: Iranian Iranians iranisch* Iraner* iranien* iraní iraníes iranian* Iraanse Iraniër irańsk* Irańczy* иранск*
    иран* іранськ* іранець İranlı إيراني*
sa: Saudi Saudis saudisch* saudi-arabisch* saoudien* saudí saudíes saudit* Saoedische saudyjsk* саудов* саудівськ*
    Suudi سعودي*
ae: Emirati Emiratis emiratisch* émirati* emiratí эмират* إماراتي*
qa: Qatari Qataris katarisch* qatari* catarí катарск* Katarlı قطري*
kw: Kuwaiti Kuwaitis kuwaitisch* koweïtien* kuwaití кувейт* Kuveytli كويتي*
om: Omani Omanis omanisch* omanais* omaní оман* Ummanlı عماني*
ye: Yemeni Yemenis jemenitisch* yéménite* yemení yemenit* iemenit* Jemenitische jemeńsk* йемен* ємен* Yemenli يمني*
eg: Egyptian Egyptians ägyptisch* Ägypter* égyptien* egipci* egizian* egípci* Egyptische egipsk* египет* египтян*
    єгипет* Mısırlı مصري*
ly: Libyan Libyans libysch* Libyer* libyen* libi* líbi* Libische libijsk* ливий* лівій* Libyalı ليبي*
tn: Tunisian Tunisians tunesisch* Tunesier* tunisien* tunecin* tunisin* tunisian* Tunesische tunezyjsk* тунис*
    туніс* Tunuslu تونسي*
dz: Algerian Algerians algerisch* Algerier* algérien* argelin* algerin* argelin* Algerijnse algiersk* алжир*
    Cezayirli جزائري*
ma: Moroccan Moroccans marokkanisch* Marokkaner* marocain* marroquí marroquíes marocchin* marroquin* Marokkaanse
    Marokkaan marokańsk* марокк* Faslı مغربي*
sd: Sudanese sudanesisch* soudanais* sudanés sudanesa sudanes* sudanês Soedanese sudańsk* суданск* Sudanlı سوداني*
et: Ethiopian Ethiopians äthiopisch* éthiopien* etíope* etiop* Ethiopische etiopsk* эфиоп* ефіоп* Etiyopyalı إثيوبي*
so: Somali Somalis Somalian somalisch* somalien* somalí somal* Somalische somalijsk* сомалий* Somalili صومالي*
ke: Kenyan Kenyans kenianisch* Kenianer* kényan* keniano keniana keniat* queniano queniana Keniaanse kenijsk* кений*
    Kenyalı كيني*
ng: Nigerian Nigerians nigerianisch* Nigerianer* nigérian nigériane nigeriano nigeriana Nigeriaanse Nigeriaan
    nigeryjsk* нигерий* нігерій* Nijeryalı نيجيري*
gh: Ghanaian Ghanaians ghanaisch* ghanéen* ghanés ghanesa ganês ghanes* ганск* Ganalı غاني*
za: South-African südafrikanisch* Südafrikaner* sud-africain* sudafrican* sul-african* Zuid-Afrikaanse
    południowoafrykańsk* южноафрикан* південноафрикан*
zw: Zimbabwean Zimbabweans simbabwisch* zimbabwéen* zimbabu* zimbabwese* зимбабв*
ao: Angolan Angolans angolanisch* angolais* angoleñ* angolan* Angolese ангольск* Angolalı
mz: Mozambican Mozambicans mosambikanisch* mozambicain* mozambiqueñ* moçambican*
cm: Cameroonian kamerunisch* camerounais* camerun* камерун*
sn: Senegalese senegalesisch* sénégalais* senegal* сенегал*
ci: Ivorian ivorien* marfileñ* ivorian*
ml: Malian malien* malí maliens* малий*
cd: Congolese kongolesisch* congolais* congole* congolês конголез*
rw: Rwandan ruandisch* rwandais* ruandés руандий*
ug: Ugandan ugandisch* ougandais* ugandés угандий*
tz: Tanzanian tansanisch* tanzanien* tanzan* танзаний*
in: Indian Indians indisch* Inder* Inderin indien indienne indiens indio india indiano indiana Indiase Indiër
    indyjsk* индийск* индиец індійськ* Hint Hindistanlı هندي*
pk: Pakistani Pakistanis pakistanisch* Pakistaner* pakistanais* pakistaní pakistan* paquistan* Pakistaanse Pakistaan
    pakistańsk* пакистан* Pakistanlı باكستاني*
bd: Bangladeshi Bangladeshis bangladeschisch* bangladais* bangladesí bangladese* бангладеш* Bangladeşli بنغلاديشي*
lk: Sri-Lankan srilankisch* sri-lankais* шри-ланкий*
np: Nepali Nepalese nepalesisch* népalais* nepalí непал*
af: Afghan Afghans afghanisch* Afghane* afghan* afgan* afegão afegã Afghaanse Afghaan afgańsk* афган* Afgan أفغاني*
cn: Chinese chinesisch* Chines* chinois* chino china chinos cines* chinês chinesa Chinese Chinees chińsk* Chińczy*
    Chink* китайск* китаец китаянк* китайськ* китаєць Çinli صيني*
hk: Hongkonger Hongkongese
tw: Taiwanese taiwanisch* Taiwaner* taïwanais* taiwan* Taiwanese tajwańsk* тайван* Tayvanlı تايواني*
jp: Japanese japanisch* Japaner* japonais* japon* giappones* japonês japonesa Japanse Japanner japońsk* Japończy*
    японск* японец японк* японськ* Japon ياباني*
kp: North-Korean nordkoreanisch* Nordkoreaner* nord-coréen* norcorean* nordcorean* norte-corean* Noord-Koreaanse
    północnokoreańsk* северокорей* північнокорей*
kr: South-Korean südkoreanisch* Südkoreaner* sud-coréen* surcorean* sudcorean* sul-corean* Zuid-Koreaanse
    południowokoreańsk* южнокорей* південнокорей*
kp kr: Korean Koreans koreanisch* Koreaner* coréen* corean* Koreaanse koreańsk* Koreańczy* корейск* кореец корейськ*
    Koreli كوري*
vn: Vietnamese vietnamesisch* Vietnames* vietnamien* vietnamit* vietnamita* Vietnamese wietnamsk* вьетнам* в'єтнам*
    Vietnamlı فيتنامي*
th: Thai Thais thailändisch* Thailänder* thaïlandais* tailand* thailand* Thaise tajsk* таиланд* тайск* Taylandlı
    تايلاندي*
my: Malaysian Malaysians malaysisch* malaisien* malasi* malese* Maleisische malezyjsk* малайзий* Malezyalı ماليزي*
sg: Singaporean Singaporeans singapurisch* singapourien* singapur* singaporian* Singaporese singapursk* сингапур*
    Singapurlu سنغافوري*
id: Indonesian Indonesians indonesisch* Indonesier* indonésien* indonesi* indonési* Indonesische indonezyjsk*
    индонез* Endonezyalı إندونيسي*
ph: Filipino Filipina Filipinos Philippine philippinisch* philippin* filipin* filippin* Filipijnse филиппин*
    Filipinli فلبيني*
mm: Burmese birmanisch* birman* Birmese бирман*
kh: Cambodian kambodschanisch* cambodgien* camboyan* cambogian* камбодж*
mn: Mongolian mongolisch* mongol* монгол*
au: Australian Australians australisch* Australier* australien* australian* Australische australijsk* австралий*
    австралій* Avustralyalı أسترالي*
nz: New-Zealander New-Zealand neuseeländisch* néo-zélandais* neozeland* новозеланд*
ca: Canadian Canadians kanadisch* Kanadier* canadien* canadiens* canadiense* canades* canadense* Canadese Canadees
    kanadyjsk* канадск* канадец канадськ* Kanadalı كندي*
mx: Mexican Mexicans mexikanisch* Mexikaner* mexicain* mexican* messican* Mexicaanse Mexicaan meksykańsk* мексикан*
    Meksikalı مكسيكي*
cu: Cuban Cubans kubanisch* Kubaner* cubain* cuban* Cubaanse kubańsk* кубин* Kübalı كوبي*
do: Dominican dominikanisch* dominicain* dominican* доминикан*
co: Colombian Colombians kolumbianisch* Kolumbianer* colombien* colombian* Colombiaanse kolumbijsk* колумбий*
    колумбій* Kolombiyalı كولومبي*
ve: Venezuelan Venezuelans venezolanisch* Venezolaner* vénézuélien* venezolan* venezuelan* Venezolaanse wenezuelsk*
    венесуэл* Venezuelalı فنزويلي*
ec: Ecuadorian Ecuadorean ecuadorianisch* équatorien* ecuatorian* эквадор*
pe: Peruvian Peruvians peruanisch* péruvien* peruan* peruvian* Peruaanse перуан* Perulu
bo: Bolivian bolivianisch* bolivien* bolivian* боливий*
cl: Chilean Chileans chilenisch* chilien* chilen* cilen* чилий* Şilili
ar: Argentine Argentinian argentinisch* Argentinier* argentin* Argentijnse argentyńsk* аргентин* Arjantinli
    أرجنتيني*
uy: Uruguayan uruguayisch* uruguay* уругвай*
py: Paraguayan paraguayisch* paraguay* парагвай*
br: Brazilian Brazilians brasilianisch* Brasilianer* brésilien* brasileñ* brasilian* brasileir* Braziliaanse
    Braziliaan brazylijsk* бразиль* бразилец бразильськ* Brezilyalı برازيلي*
zm: Zambian Zambians sambisch* Sambier* zambien* zambian* замбий*
bw: Botswanan Motswana botswanisch* botswanais* ботсван*
na: Namibian Namibians namibisch* namibien* namibi* намибий*
mw: Malawian malawisch* malawi* малавий*
mg: Malagasy madagassisch* malgache* malgasci* мадагаскар*
mu: Mauritian mauritisch* mauricien* маврики*
bi: Burundian burundisch* burundais* burund* бурундий*
bf: Burkinabe Burkinabé burkinisch* burkinabè* burkinab* буркинийск*
bj: Beninese beninisch* béninois* benin* бенин*
tg: Togolese togoisch* togolais* togoles* тоголез*
ne: Nigerien nigrisch* nigérien nigérienne nigerin*
ng ne: nigerien nigerienne
td: Chadian Chadians tschadisch* tchadien* chadian* ciadian* чадск*
ga: Gabonese gabunisch* gabonais* gabon* габон*
gn: Guinean guineisch* guinéen* guinean* гвиней*
gw: Bissau-Guinean bissau-guinéen*
gq: Equatoguinean équato-guinéen* ecuatoguinean*
gm: Gambian gambisch* gambien* gambian* гамбий*
lr: Liberian liberianisch* libérien* liberian* либерий*
sl: Sierra-Leonean sierra-leonais* sierraleon* сьерра-леон*
mr: Mauritanian mauretanisch* mauritanien* mauritan* мавритан* موريتاني*
dj: Djiboutian dschibutisch* djiboutien* джибут*
er: Eritrean Eritreans eritreisch* érythréen* eritre* эритре*
ss: South-Sudanese südsudanesisch* sud-soudanais* южносудан*
cv: Cape-Verdean kapverdisch* cap-verdien* caboverdian* cabo-verdian*
km: Comorian komorisch* comorien*
bh: Bahraini Bahrainis bahrainisch* bahreïni* бахрейн* بحريني*
la: Laotian Lao laotisch* laotien* лаос*
mv: Maldivian maledivisch* maldivien* мальдив*
bt: Bhutanese bhutanisch* bhoutanais*
bn: Bruneian bruneiisch*
tl: Timorese timoresisch* timorais* timorens*
pg: Papuan papua-neuguineisch*
fj: Fijian Fijians fidschianisch* fidjien*
ws: Samoan samoanisch* samoan*
to: Tongan tongaisch* tongien*
jm: Jamaican Jamaicans jamaikanisch* jamaïcain* jamaican* jamaiquin* giamaican* ямай*
ht: Haitian Haitians haitianisch* haïtien* haitian* гаитян*
tt: Trinidadian trinidadien* trinitari* тринидад*
bs: Bahamian bahamaisch* bahamien*
bb: Barbadian Bajan barbadisch* barbadien*
gy: Guyanese guyanisch* guyanien*
sr: Surinamese surinamisch* surinamais* Surinaamse Surinamer суринам*
bz: Belizean belizisch* bélizien* beliceñ*
gt: Guatemalan Guatemalans guatemaltekisch* guatémaltèque* guatemaltec* гватемал*
hn: Honduran Hondurans honduranisch* hondurien* hondureñ* гондурас*
sv: Salvadoran Salvadorean salvadorianisch* salvadorien* salvadoreñ* salvadoregn* сальвадор*
ni: Nicaraguan nicaraguanisch* nicaraguayen* nicaragüens* nicaraguens* никарагуан*
cr: Costa-Rican costaricanisch* costaricien* costarricens* costarican* костарик*
pa: Panamanian Panamanians panamaisch* panaméen* panameñ* panamens* панам*
pr: Puerto-Rican puertoricanisch* portoricain* puertorriqueñ* portorican* пуэрторик*
mc: Monegasque monegassisch* monégasque* monegasc* монак*
li: Liechtensteiner liechtensteinisch* liechtensteinois*
ad: Andorran andorranisch* andorran*
sm: Sammarinese sanmarinesisch* sammarines*
mo: Macanese
"""


def _rows() -> list[tuple[tuple[str, ...], list[str]]]:
    """The countries of each row, and its words; a row goes on in lines that are indented."""
    rows = (row.partition(": ") for row in _DEMONYMS.strip().replace("\n    ", " ").split("\n"))
    return [(tuple(codes.split()), words.split()) for codes, _, words in rows]


_LONGEST_ENDING = 3  # letters of a case
_LATIN = 0x24F  # the last code point of the Latin letters; endings of adjectives are longer in Cyrillic


def _pattern_of(word: str) -> str:
    escaped = re.escape(word.removesuffix("*")).replace(r"\-", "[- ]")
    start = escaped if word[0].isupper() else f"(?i:{escaped})"
    endings = r"\w{0,5}" if ord(word[0]) > _LATIN else r"\w{0,3}"
    return start + (endings if word.endswith("*") else "")


@cache
def demonyms() -> tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]:
    """One pattern for all demonyms, with a group for each row, and the countries of each group."""
    rows = _rows()
    groups = [f"({'|'.join(sorted(map(_pattern_of, words), key=len, reverse=True))})" for _, words in rows]
    return re.compile(rf"(?<![\w-])(?:و?ال)?(?:{'|'.join(groups)})(?!\w)"), tuple(codes for codes, _ in rows)


@cache
def _countries() -> dict[str, str]:
    """The codes of countries, in capitals, by their names; a city of the same name gives way to the country."""
    return COUNTRY_NAMES | {name: code for code, names in ROWS if len(code) == 2 for name in names}


@cache
def countries_of_unspaced() -> re.Pattern[str]:
    """The names of countries in Hangul, kana and Han, the longest first."""
    names = [name for name in _countries() if ord(name[0]) > 0x3000]
    return re.compile("|".join(map(re.escape, sorted({*names, *UNSPACED_SHORT}, key=len, reverse=True))))


UNSPACED_SHORT = {
    "美": "US",
    "米": "US",
    "米国": "US",
    "英国": "GB",
    "仏": "FR",
    "独": "DE",
    "露": "RU",
    "台湾": "TW",
    "中国": "CN",
    "中國": "CN",
    "中": "CN",
    "韓国": "KR",
    "韩国": "KR",
    "北朝鮮": "KP",
    "朝鲜": "KP",
    "英": "GB",
    "俄": "RU",
    "日": "JP",
    "法": "FR",
    "德": "DE",
    "한국": "KR",
    "북한": "KP",
    "中国人": "CN",
}
"""Short names of countries that are not in `places.py`."""


def country_named(name: str) -> str:
    """The code of the country, in small letters, by a name that `countries_of_unspaced` found."""
    return (UNSPACED_SHORT.get(name) or _countries()[name]).lower()


@cache
def _stems() -> dict[str, str]:
    """The countries by the names of one word without their endings, in Cyrillic and of Polish."""
    return {name.rstrip("аяьйaey"): code for name, code in _countries().items() if len(name) > 3 and " " not in name}


def country_with_ending(word: str) -> str | None:
    """The code of the country that a word names, in small letters, in Slavic languages in any case; else None."""
    folded = word.casefold().replace("\u0307", "")
    if folded in _countries():
        return _countries()[folded].lower()
    found = next((_stems()[folded[:end]] for end in range(len(folded), 3, -1) if _is_stem(folded, end)), None)
    return found.lower() if found else None


def _is_stem(word: str, end: int) -> bool:
    return len(word) - end <= _LONGEST_ENDING and word[:end] in _stems()
