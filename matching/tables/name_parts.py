"""Words in and around names that do not identify anyone: titles, particles, suffixes, kinds of company.

Own collection (Apache-2.0), from general knowledge of the languages; folded. No list was copied.
"""

from __future__ import annotations

_HONORIFICS = """
    md mohd muhd mr mrs ms miss mx dr prof professor sir dame lord lady hon rev reverend fr father sister brother rabbi
    imam mufti mullah mulla maulana maulvi mawlawi molvi sheikh shaikh shaykh sheik hajji haji hajj hadj hj al-hajj
    alhaji elhadj malam mallam ustad ustadh ustaz kyai ayatollah hojatoleslam seyyed seyed seyyid syed alhaj datuk shri
    shrimati sri thiru engr sayyed sayed sayyid president minister premier chancellor senator congressman
    congresswoman representative governor mayor ambassador bishop archbishop cardinal pastor sheriff judge justice
    king queen prince princess duke general gen lieutenant lt colonel col major maj captain capt commander cmdr
    admiral adm sergeant sgt corporal brigadier brig marshal private officer agent detective inspector herr frau
    monsieur madame mme mlle senor senora signor signora don dona doktor mag dipl ing prasident prasidentin kanzler
    ato woizero weizero encik puan dato smt khun onorevole avv dott cav mgr judr mudr licenciado lic bapak drs sayin
    otunba graf grafin freiherr freifrau furst comte comtesse vicomte marquis viscount baroness kanzlerin ministro
    ministra presidente presidenta chef presidente премьер президент министр seri tuanku qari hojjat cheikh scheich
    sayyida baronne prinz prinzessin kronprinz erzherzog herzog herzogin contessa marchese principe principessa duca
    cavaliere ddr dkfm oberst generalmajor hauptmann landrat gouverneur maire senateur depute capitaine commandant
    abbe soeur gral cnel tte sgto dra sra srta abg exmo exma vereador deputado deputada senador senadora gobernador
    governador cel prezydent premier phdr rndr bc mvdr messrs mmes sres sigg pani
    генерал полковник депутат губернатор господин пан пані
    """
HONORIFICS = frozenset(_HONORIFICS.split())
"""Titles before a name. In a listed name they are optional, not ignored: some are also names."""

TITLES_AND_NAMES = frozenset({"pak", "bang", "kang", "oba", "bibi", "begum", "sultan"})
"""Titles before a name of Indonesia, Nigeria and South Asia that are names elsewhere."""

BURMESE_TITLES = frozenset({"ko", "daw", "maung", "saw", "salai", "naw", "mahn", "nai", "ashin", "bo"})
"""Titles in front of a Burmese name, which has no family name; U, of one letter, is read as an initial."""

_YOUNGER = """
    jr jnr junior filho ii hijo fils figlio mladsi mladsiho mladsimu mladsim mlodszy mlodszego mlodszemu mlodszym
    ml mladi mladjega mladji mlajsi junyor junioras juniors yngre الابن νεοτερος 주니어
    ifjabb ifj nuorempi noorem jaunesnysis juniorul
    младшии младшего младшему младшим младшем мл младши молодшии молодшого молодшому молодшим млађи ジュニア جونيور
    """
_ELDER = """
    sr snr senior padre pere starsi starsiho starsimu starsim starszy starszego starszemu starszym
    starsi stariji idosb vanhempi vanem vyresnysis الاب πρεσβυτερος
    старшии старшего старшему старшим старшем ст старши старшого старшому старији
    """
GENERATIONS = {
    **dict.fromkeys(_YOUNGER.split(), "younger"),
    **dict.fromkeys(_ELDER.split(), "elder"),
    **dict.fromkeys(("neto", "netto", "nieto", "sobrinho", "bisneto"), "later"),
    "iii": "third",
    "iv": "fourth",
}
"""Suffixes that tell father and son of one name apart, with their generation. The second of a name is the son."""

_SUFFIXES = "phd md esq cbe obe kbe na nee"
_LISTED_GENERATIONS = frozenset(
    {"jr", "jnr", "snr", "junior", "filho", "ii", "sr", "senior", "neto", "netto", "iii", "iv", "hijo", "fils"}
)
SUFFIXES = frozenset(_SUFFIXES.split()) | _LISTED_GENERATIONS
"""Suffixes behind a name."""

SMALL_GENERATIONS = frozenset((*_YOUNGER.split(), *_ELDER.split())) - {"junior", "senior", "ii", "ст"}
"""Those that are written without a capital."""

_ARTICLES = "al el ul ad ar as ash an at az ur ud ed es le la аль эль ель ал ел уль ул"
ARTICLES = frozenset(_ARTICLES.split())
"""Articles in Arabic and Romance names, which are left out, joined to the name and exchanged for one another."""

_QUALIFIERS = "central national royal federal north south east west northern southern eastern western"
QUALIFIERS = frozenset(_QUALIFIERS.split())
"""Words in front of a thing's name that make it another: the Central Bank of Ora is not the Bank of Ora."""
_CHILD_BEHIND = """
    oglu ogly ogli ugli oghlu kyzy kizi qizi gizi uulu uly оглы оглу огли кызы гызы кизи уулу улы
"""
CHILD_BEHIND = frozenset(_CHILD_BEHIND.split())
"""The words for son and daughter that Turkic languages put behind the name of the father."""

PARTICLES = ARTICLES | frozenset(
    [
        "ибн",
        "бин",
        "бинт",
        "фон",
        "ван",
        "дер",
        "де",
        "ди",
        "да",
        "bin",
        "ibn",
        "ben",
        "bint",
        "abu",
        "abou",
        "umm",
        "oum",
        "ould",
        "von",
        "van",
        "vander",
        "vant",
        "het",
        "vanden",
        "vande",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "y",
        "e",
        "i",
        "wa",
        "na",
        "zu",
        "zur",
        "ter",
        "ten",
        "thi",
        "arap",
        "uld",
        *CHILD_BEHIND,
        *["بن", "ابن", "بنت", "בן", "בת", "אבן", "בר"],
    ]
)
"""Articles, words of kinship and descent, and the Thị of Vietnamese women: they identify nobody."""

ARABIC_DESCENT = frozenset({"بن", "ابن", "بنت"})
"""Those in Arabic script, in which a listed name has them in every spelling: they are compared as its words are."""

ABBREVIATED_PARTICLES = frozenset({"v", "d", "vd", "vdr", "z"})
"""Dutch and German particles to their first letters: v. d. Berg, v. Thun."""

PARTICLES_OF_TWO_LETTERS = frozenset({("v", "d"), ("s", "o"), ("d", "o"), ("a", "l"), ("a", "p"), ("van", "t")})
"""The same in two letters: the Dutch v.d. and v/d, and "son of" and "daughter of" of Tamils in Malaysia and Singapore:
s/o, d/o, a/l, a/p; and the Dutch van 't."""

KUNYAS = frozenset({"abu", "abou", "aboo", "abi", "umm", "oum"})
"""“Father of” or “mother of”: the name behind it is that of a child, so the whole is another person."""

CHILD_OF = frozenset({"bin", "ibn", "bint", "ould"})
"""“Son of” or “daughter of”: the name behind it is the father's."""

NAMES_WHEN_FIRST = frozenset({"ben", "da", "do", "le", "na", "van", "e", "i", "y"})
"""Particles that, at the beginning of a name, are given names or initials of another language."""

SAINTS = frozenset({"saint", "sainte", "st", "ste"})
"""“Saint” in English and French names, in full and abbreviated."""

_ORGANISATION_TYPES = """
    ltd limited llc llp inc incorporated corp corporation co company plc sa sas sarl srl spa ag gmbh kg ohg bv
    nv ab as oy oyj pte pty sdn bhd pjsc jsc ojsc cjsc ooo oao zao pao ao tov fze fzco fzc dmcc kft zrt doo ad
    ead ood sl slu lda ltda eireli aps asa ehf uab sia tbk pt jsco gk scop eurl kk kabushiki kaisha holding
    holdings group ооо оао зао пао ао нао тоо гк чп тов пат прат дп sro spzoo еоод оод эад доо ад αε επε ικε
    pjs شركه شركت בעמ 주식회사 유한회사 유한책임회사 합자회사 합명회사
    """
ORGANISATION_TYPES = frozenset(_ORGANISATION_TYPES.split())
"""Legal forms of companies; a listed name is also found without them."""

_NEVER_WORDS = "ooo oao zao pao jsc ojsc cjsc pjsc jsco pt ооо оао зао пао тоо 주식회사 유한회사 유한책임회사 합자회사"
NEVER_WORDS = frozenset(_NEVER_WORDS.split())
"""Legal forms that are neither words nor names, so that one word behind them is a whole name: OOO Volna."""

_RUSSIAN_FORMS = "ooo oao zao pao ao nao too jsc ojsc cjsc pjsc npo npp gup fgup"
RUSSIAN_FORMS = frozenset(_RUSSIAN_FORMS.split())
"""Legal forms of Russia and its neighbours in Latin letters."""

_SHIP_PREFIXES = "mv mt ms ss mts mtss msv mf ft fv rv sv tb lng lpg"
SHIP_PREFIXES = frozenset(_SHIP_PREFIXES.split())
"""Prefixes of ships' names, without the stroke of "M/V"."""

_HAN_LEGAL_FORMS = (
    "股份有限公司 有限责任公司 有限責任公司 有限公司 集团公司 集團公司 公司 株式会社 株式會社 有限会社 合同会社"
)
HAN_LEGAL_FORMS = tuple(_HAN_LEGAL_FORMS.split())
"""Legal forms of companies in China, Taiwan, Hong Kong and Japan; longer forms before those they contain."""

_CONJUNCTIONS = "and und et y e en og och ja ve i и та та і"
CONJUNCTIONS = frozenset(_CONJUNCTIONS.split()) | frozenset({"及", "和", "与"})
"""“And” between two people's names."""

SPELT_CONJUNCTIONS = frozenset({"és", "și", "şi", "và", "və", "dan", "dhe", "agus", "eta"})
"""The same in languages in which it is another word without its accents, as written in small letters: Hungarian,
Romanian, Vietnamese, Azerbaijani; and those of Indonesian, Albanian, Irish and Basque."""

_ALIAS_WORDS = """
    known aka alias nicknamed called dubbed named genannt dit dite surnomme llamado apodado detto detta soprannominato
    vulgo apelidado apelidada zis zisa poreclit zvany zvana zvaný zwany zwana pseudonim bijgenaamd kallad kaldet kalt
    dikenal прозванный
"""
ALIAS_WORDS = frozenset(_ALIAS_WORDS.split())
"""Words that introduce another name of the person just named."""

ALIAS_SIGNS = frozenset({"aka", "alias", "detto", "detta", "dit", "dite", "genannt", "vulgo", "zis", "zwany"})
"""Those that are nothing else between two words with capitals: Jane alias Rose Roe."""

_FUNCTION_WORDS = """
    the a an and or but if so as at by for from in into of off on onto out over per than that then there these
    they this those through to under until up upon was were what when where which while who whom whose why will
    with within without would you your yours he she it its his her hers him we our ours us i me my mine they
    them their theirs not no nor now here how however also am are is be been being can could did do does doing
    done had has have having may might must shall should all any both each either every few many more most much
    neither none one other others another same some such only own too very about above after again against along
    among around because before behind below beneath beside between beyond down during except like near once
    since though although toward towards yet just even still ever never always often perhaps said says say made
    make get got go goes went come came let lets see new old first last next today monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november
    december der die das den dem des ein eine einen einem einer und oder aber wenn als auch noch nur schon sehr
    nicht kein keine mit von vor bei nach aus auf im am zum zur wie was wer wo warum ist sind war waren wird
    werden hat haben er sie es wir ihr le la les un une des du de et ou mais si que qui quoi dont dans par pour
    sur sous avec sans est sont il elle ils elles nous vous ce cette ces son sa ses leur leurs plus pas ne el
    los las una unos unas y o pero si que quien donde cuando como por para con sin sobre es son era fue su sus
    mas no lo gli uno della dello degli nel nella che chi dove quando con per tra fra sono era suo sua piu non
    """
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words of grammar and of the calendar in English, German, French, Spanish and Italian. They are not misspelt names,
even where they begin a sentence with a capital."""
