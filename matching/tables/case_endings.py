"""Endings of names: of the listed form, and of the same name in other grammatical cases.

Own collection (Apache-2.0), compiled from the declension tables of the grammars of these languages: nouns, and the
adjectives that serve as family names. A hyphen stands for no ending. Behind the stroke are the listed endings in the
usual transcription, so that a name listed in Latin letters is found inflected in its own script.
"""

from __future__ import annotations

from collections.abc import Iterator

_OBLIQUE = ("n", "lle", "lla", "llä", "lta", "ltä", "ssa", "ssä", "sta", "stä", "ksi")
_WEAK = {
    "kk": "k", "pp": "p", "tt": "t", "nt": "nn", "lt": "ll", "rt": "rr", "mp": "mm", "nk": "ng", "ht": "hd", "lk": "l",
    "rk": "r", "lp": "lv", "rp": "rv",
}  # fmt: skip
"""Finnish consonants in front of the last vowel, as they are where an ending closes the syllable: Lahti, Lahden."""


def _gradation() -> Iterator[tuple[str, str, str, str]]:
    for strong, weak in _WEAK.items():
        for vowel in "aoueiyäö":
            stem = weak + ("e" if vowel == "i" else vowel)
            endings = [stem + ending for ending in _OBLIQUE]
            endings += [weak + vowel + ending for ending in _OBLIQUE if vowel == "i"]
            yield "Finnish: consonant gradation", "any", strong + vowel, " ".join(endings)


_CONSONANTS = "b c d f g h j k l m n p r s t v z cs gy ly ny sz ty zs"


def _instrumental() -> Iterator[tuple[str, str, str, str]]:
    for letters in _CONSONANTS.split():
        yield "Hungarian: with", "any", letters, f"{letters[0]}{letters}al {letters[0]}{letters}el"


_OLD_I = "koski:kosk niemi:niem järvi:järv saari:saar nurmi:nurm salmi:salm kivi:kiv suvi:suv talvi:talv hanhi:hanh"
_LOCAL = "en ea eä elle ella ellä elta eltä essa essä esta estä eksi een ena enä"


def _old_words() -> Iterator[tuple[str, str, str, str]]:
    for pair in _OLD_I.split():
        base, stem = pair.split(":")
        yield "Finnish: old words in -i", "any", base, " ".join(stem + ending for ending in _LOCAL.split())
    for base, stem in (("mäki", "mä"), ("joki", "jo"), ("lampi", "lamm"), ("lehti", "lehd"), ("lahti", "lahd")):
        yield "Finnish: old words in -i", "any", base, " ".join(stem + ending for ending in _LOCAL.split())


FINNISH_OLD_WORDS = tuple(_old_words())
"""Parts of most family names whose -i is an e in other cases: Rautakoski, Rautakosken; Kivimäki, Kivimäen."""
FINNISH_GRADATION = tuple(_gradation())
HUNGARIAN_WITH = tuple(_instrumental())
"""The v of the ending -val, -vel is assimilated to a consonant before it: Ferenccel, Kovácssal."""

CASE_ENDINGS = (
    # (languages, the letter before the ending, endings as listed | transcribed, endings in other cases)
    ("Russian, Ukrainian, Serbian: men", "consonant", "-", "а у ом ем е ым им и і ові еві"),
    ("Russian, Ukrainian: men in -й", "vowel", "й | y i j", "я ю ем е и єм ї еві єві"),
    ("Russian, Ukrainian: men in -ий", "consonant", "ий ій ей | y iy ii i ij ei ey",
     "ия ию ием ии ія ію ієм ії ея ею еем ее"),
    ("Russian, Ukrainian: men in -ь", "consonant", "ь | -", "я ю ем е и єм"),
    ("Ukrainian: men in -о", "consonant", "о | o", "а у ом ові еві і"),
    ("Russian, Ukrainian: women in -а", "consonant", "а | a", "ы и е у ой ою ей ею і о ій"),
    ("Russian, Ukrainian: women in -я", "any", "я | ya ia ja a", "и е ю ей ею ї єю і"),
    ("Russian, Ukrainian: adjectives, men", "consonant", "ый ий ой ій | y yi iy yy i ii oy oi ij",
     "ого его ому ему им ым ом ем ім ього ьому"),
    ("Russian, Ukrainian: adjectives, women", "consonant", "ая яя | aya aia aja yaya a", "ой ей ую юю ою ею"),
    ("Russian, Ukrainian: fleeting vowel", "any", "ец ець єць | ets ec", "ца цу цом цем це ця цю цеві"),
    ("Russian, Ukrainian: fleeting vowel", "any", "ок ек | ok ek", "ка ку ком ке кові"),
    ("Russian: fleeting vowel", "any", "ел | el", "ла лу лом ле"),
    ("Russian, Ukrainian: fleeting vowel behind a soft consonant", "any", "ель | el", "ля лю лем ле лі леві"),
    ("Russian, Ukrainian: fleeting vowel behind a soft consonant", "any", "ень | en", "ня ню нем не ні неві"),
    ("Slovene, Croatian: fleeting vowel behind a soft consonant", "any", "elj", "lja lju ljem ljom"),
    ("Polish: ę for ą", "any", "ąb", "ębia ębiowi ębiem ębiu ęba ębowi ębem ębie"),
    ("Bengali", "any", "-", "কে র ের এর রা দের কেও"),
    ("Marathi", "any", "-", "ने ला चा ची चे च्या ना नी शी"),
    ("Kazakh, Kyrgyz", "any", "-",
     "ның нің дың дің тың тің ға ге қа ке ды ді ты ті ны ні да де та те дан ден тан тен нан нен мен бен пен"),
    ("Greek: men", "any", "ος | os", "ου ο ε ον"),
    ("Greek: men", "any", "ης | is", "η"),
    ("Greek: men", "any", "ας | as", "α"),
    ("Greek: women", "any", "α | a", "ας"),
    ("Greek: women", "any", "η | i", "ης"),
    ("Georgian", "consonant", "ი | i", "ის მა ს ით ად ო ისთვის სთან ისთან ზე ში"),
    ("Georgian", "vowel", "-", "ს მ თი სთვის სთან ზე ში"),
    ("Armenian", "any", "-", "ը ի ին ից ով ն ում"),
    ("Polish, Czech, Slovak, Croatian, Slovene: men", "consonant", "-", "a u owi ovi em om e ie iem"),
    ("Czech, Slovak: women's family names", "any", "-", "ová ové ovou ovej"),
    ("Czech, Slovak: women's family names from -a and -o", "consonant", "a o", "ová ové ovou ovej"),
    ("Polish, Czech: men in -y, -i and -í", "vowel", "-", "ego emu ho mu m"),
    ("Polish, Czech: women in -ia", "any", "ia", "i ie ii iu ię ią iou io"),
    ("Polish, Slovene: men in silent -e", "consonant", "e", "a u em om owi ovi iem iego ie"),
    ("Polish: softened in the locative", "any", "d de", "dzie"),
    ("Polish: softened in the locative", "any", "t te", "cie"),
    ("Polish: softened in the locative", "any", "st ste", "ście"),
    ("Polish: softened in the locative", "any", "r re", "rze"),
    ("Slovak, Russian: fleeting vowel", "any", "ol", "la lu lovi lom le"),
    ("Slovene, Croatian, Polish: fleeting vowel", "any", "er", "ra ru rom rem rowi ri"),
    ("Polish behind an apostrophe, Slovene: men in silent -e", "consonant", "e", "ea eem eowi eu eom ejem eja eju"),
    ("Slovene: men in -r and vowels", "any", "-", "ja ju jem jom ji"),
    ("Polish, Czech, Croatian: men in -o", "consonant", "o", "a u owi ovi em om"),
    ("Polish, Czech, Croatian: adjectives, men", "consonant", "y i yi iy ii", "ego iego emu iemu ým im eho om og omu"),
    ("Polish, Czech, Croatian: women", "consonant", "a", "y i e u o ę ą ou ej iej oj om ie"),
    ("Polish, Czech: women in -ka", "any", "ka", "ce"),
    ("Polish: women in -ga", "any", "ga", "dze"),
    ("Polish: women in -ra", "any", "ra", "rze"),
    ("Polish: women in -ta", "any", "ta", "cie"),
    ("Polish: women in -da", "any", "da", "dzie"),
    ("Polish: men in -t", "any", "t", "cie"),
    ("Polish: men in -d", "any", "d", "dzie"),
    ("Polish: men in -r", "any", "r", "rze"),
    ("Polish, Czech, Croatian: fleeting vowel", "any", "ek", "ka kowi kovi kiem kem ku kom"),
    ("Polish, Czech, Croatian: fleeting vowel", "any", "ec", "ca cowi covi cem cu com"),
    ("Polish: fleeting vowel behind a soft consonant", "any", "iec", "ca cowi cem cu"),
    ("Polish: fleeting vowel behind a soft consonant", "any", "ien", "nia niowi niem niu"),
    ("Serbian, Croatian, Bosnian: fleeting vowel", "any", "ac", "ca cu cem com"),
    ("Serbian: fleeting vowel", "any", "ац | ac", "ца цу цем цом"),
    ("Czech, Croatian: fleeting vowel", "any", "el", "la lovi lem lu lom"),
    ("Czech, Slovak: men in -í", "vowel", "-", "ho mu"),
    ("Polish, Czech: men in -e", "vowel", "-", "go mu m"),
    ("Slovene: fleeting vowel", "any", "en", "na nu nom ni"),
    ("Polish, Czech, Slovene: men in a vowel and -y", "vowel", "y",
     "ya yu yem yom yowi yovi yego yemu yja yju yjem yjom"),
    ("Polish: men in -ko", "any", "ko", "ki ce kę ką ko"),
    ("Croatian, Slovene: family names in -o", "consonant", "o", "a u i o em om"),
    ("Latvian: men", "consonant", "is", "a im i u"),
    ("Lithuanian: men", "consonant", "as", "o ui ą u e"),
    ("Lithuanian: men", "consonant", "is", "io iui į iu"),
    ("Lithuanian: men, softened", "any", "tis", "čio čiui čiu tį ty"),
    ("Lithuanian: men, softened", "any", "dis", "džio džiui džiu dį dy"),
    ("Lithuanian: men", "any", "us", "aus ui ų u umi uje"),
    ("Lithuanian: women", "consonant", "ė", "ės ei ę e"),
    ("Latvian: men", "consonant", "s", "a am u ā"),
    ("Albanian: women, and men in -a", "consonant", "a", "ës ën ë"),
    ("Lithuanian", "consonant", "-", "as is us ys o io ui iui ą e"),
    ("Latvian", "consonant", "-", "s is am im a u ā"),
    ("Finnish: -nen", "any", "nen",
     "sen sta selle sella sellä selta seltä sessa sessä sesta sestä seen sena senä seksi"),
    *FINNISH_OLD_WORDS,
    *FINNISH_GRADATION,
    ("Estonian: genitive and its cases", "consonant", "-", "e el ele elt ega es est a al ale alt aga as ast"),
    ("Finnish, Estonian", "consonant", "-",
     "in ia iä issa issä ista istä ille illa illä ilta iltä ina inä iksi i it is ist iga ile ilt"),
    ("Finnish, Estonian", "vowel", "-", "n a ä ta tä lle lla llä lta ltä ssa ssä sta stä na nä ksi t st ga le lt"),
    ("Hungarian", "consonant", "-", "t at et ot öt nak nek ban ben ra re ról ről tól től ból ből hoz hez ig ért é"),
    *HUNGARIAN_WITH,
    ("Hungarian", "vowel", "-", "t nak nek val vel ban ben ra re ról ről tól től ból ből hoz hez ig ért é"),
    ("Turkish, Azerbaijani", "consonant", "-", "in ın un ün a e i ı u ü da de ta te dan den tan ten la le"),
    ("Turkish, Azerbaijani", "vowel", "-",
     "nin nın nun nün ya ye na ne yi yı yu yü ni nı nu nü da de dan den yla yle nda nde ndan nden"),
    ("Icelandic: women", "consonant", "-", "u ar"),
    ("Uzbek", "any", "-", "ning ni ga ka qa da dan"),
    ("Icelandic: men", "any", "ur", "- i s ar"),
    ("Icelandic: men", "consonant", "i", "a"),
    ("Icelandic: women", "consonant", "a", "u"),
    ("Icelandic: daughters", "any", "dóttir", "dóttur"),
    ("Icelandic: sons", "any", "son", "syni sonar"),
    ("Romanian", "any", "-", "ului lui"),
    ("Albanian", "consonant", "-", "i it in u ut un"),
    ("German, Dutch, Swedish, Danish, Norwegian", "any", "-", "s"),
)  # fmt: skip
