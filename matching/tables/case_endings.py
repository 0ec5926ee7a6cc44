"""How names are inflected: the endings of the name as it is listed, and those it has in other grammatical cases.

Compiled for this project from the declension tables of the grammars of these languages (nouns, and the adjectives that
serve as family names). A hyphen stands for no ending. Behind a stroke the listed endings are those of the name's usual
transcription, so that a name listed in Latin letters is met inflected in its own script.
"""

from __future__ import annotations

CASE_ENDINGS = (
    # (languages, what stands before the ending, endings as listed | transcribed, endings in other cases)
    ("Russian, Ukrainian, Serbian: men", "consonant", "-", "а у ом ем е ым им и і ові еві"),
    ("Russian, Ukrainian: men in -й", "vowel", "й | y i j", "я ю ем е и єм ї еві єві"),
    ("Russian, Ukrainian: men in -ий", "consonant", "ий ій | y iy ii i ij", "ия ию ием ии ія ію ієм ії"),
    ("Russian, Ukrainian: men in -ь", "consonant", "ь | -", "я ю ем е и єм"),
    ("Ukrainian: men in -о", "consonant", "о | o", "а у ом ові еві і"),
    ("Russian, Ukrainian: women in -а", "consonant", "а | a", "ы и е у ой ою ей ею і о"),
    ("Russian, Ukrainian: women in -я", "any", "я | ya ia ja a", "и е ю ей ею ї єю і"),
    ("Russian, Ukrainian: adjectives, men", "consonant", "ый ий ой ій | y yi iy yy i ii oy oi ij",
     "ого его ому ему им ым ом ем ім ього ьому"),
    ("Russian, Ukrainian: adjectives, women", "consonant", "ая яя | aya aia aja yaya a", "ой ей ую юю ою ею"),
    ("Russian, Ukrainian: fleeting vowel", "any", "ец ець єць | ets ec", "ца цу цом цем це ця цю цеві"),
    ("Russian, Ukrainian: fleeting vowel", "any", "ок ек | ok ek", "ка ку ком ке кові"),
    ("Russian: fleeting vowel", "any", "ел | el", "ла лу лом ле"),
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
    ("Czech, Slovak: women's family names", "consonant", "-", "ová ové ovou ovej"),
    ("Polish, Czech, Croatian: men in -o", "consonant", "o", "a u owi ovi em om"),
    ("Polish, Czech, Croatian: adjectives, men", "consonant", "y i yi iy ii", "ego iego emu iemu ým im eho om og omu"),
    ("Polish, Czech, Croatian: women", "consonant", "a", "y i e u o ę ą ou ej oj om ie"),
    ("Polish, Czech, Croatian: fleeting vowel", "any", "ek", "ka kowi kovi kiem kem ku kom"),
    ("Polish, Czech, Croatian: fleeting vowel", "any", "ec", "ca cowi covi cem cu com"),
    ("Czech, Croatian: fleeting vowel", "any", "el", "la lovi lem lu lom"),
    ("Lithuanian", "consonant", "-", "as is us ys o io ui iui ą e"),
    ("Latvian", "consonant", "-", "s is am im a u ā"),
    ("Finnish, Estonian", "consonant", "-",
     "in ia iä issa issä ista istä ille illa illä ilta iltä ina inä iksi i it is ist iga ile ilt"),
    ("Finnish, Estonian", "vowel", "-", "n a ä ta tä lle lla llä lta ltä ssa ssä sta stä na nä ksi t st ga le lt"),
    ("Hungarian", "consonant", "-", "t at et ot öt nak nek ban ben ra re ról ről tól től ból ből hoz hez ig ért é"),
    ("Hungarian", "vowel", "-", "t nak nek val vel ban ben ra re ról ről tól től ból ből hoz hez ig ért é"),
    ("Turkish, Azerbaijani", "consonant", "-", "in ın un ün a e i ı u ü da de ta te dan den tan ten la le"),
    ("Turkish, Azerbaijani", "vowel", "-",
     "nin nın nun nün ya ye na ne yi yı yu yü ni nı nu nü da de dan den yla yle nda nde ndan nden"),
    ("Icelandic: women", "consonant", "-", "u ar"),
    ("Icelandic: men", "any", "ur", "i s ar"),
    ("Icelandic: men", "consonant", "i", "a"),
    ("Icelandic: women", "consonant", "a", "u"),
    ("Icelandic: daughters", "any", "dóttir", "dóttur"),
    ("Icelandic: sons", "any", "son", "syni sonar"),
    ("Romanian", "any", "-", "ului lui"),
    ("Albanian", "consonant", "-", "i it in u ut un"),
    ("German, Dutch, Swedish, Danish, Norwegian", "any", "-", "s"),
)  # fmt: skip
