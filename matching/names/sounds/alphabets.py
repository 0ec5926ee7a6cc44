"""The letters of other alphabets and their phones, folded; syllables of kana, Hangul and Chinese.

Own collection (Apache-2.0), from the descriptions of these scripts: the usual values of the letters, and those
that they have in foreign names; `^` is the beginning of a word.
"""

from __future__ import annotations

CYRILLIC = """
    чж|JCZ цз|JqZz дзи|Jq,ij ти|tC,ij си|sS,ij
    ці|ct,ij дзі|qd,ij тш|C дж|JZ дз|q тс|t-,sc кс|k,s нг|n,g- ье|ij-,e ьо|ij-,oe ия|i,a
    еи|ei,ij- эи|ei,ij- еі|ei,ij- оу|ou,uw- аи|a,ij- аі|a,ij- ои|o,ij- ау|ao,uw-
    а|a б|b в|vw г|ghx ґ|g д|d е|eji ж|ZJ з|zs и|ij і|ij к|k л|l м|m н|n о|oa п|p р|r с|s т|tT у|uw ф|fT х|hxk ц|cs
    ч|C ш|S щ|SC,C- ъ|aeuo- ы|iu ь|- э|ea ю|ij-,u я|ij-,ae є|ij-,e ђ|J љ|l њ|n ћ|C џ|J ј|ji ѓ|gJ ќ|kC ѕ|q
    ә|ae ғ|gx қ|kx ң|n ө|oe ұ|u ү|u һ|h ў|uw
"""
GREEK = """
    γου|w,u- μπ|m-,bp ντ|n-,dt γκ|n-,gk γγ|n,g γχ|n,x τζ|Jq τσ|Cc ου|uw αι|ea,i- ει|i οι|i υι|i ευ|ev,vf αυ|a,vf
    α|a β|v γ|gj δ|dT ε|e ζ|zZ η|ie θ|Tt ι|ij κ|k λ|l μ|m ν|n ξ|k,s ο|o π|p ρ|r σ|sSz τ|t υ|iuy φ|f χ|xhkCS ψ|p,s ω|o
"""
ARABIC = """
    تش|C تس|c دج|J كس|k,s نغ|n,g خوا|xkh,w-,ao- ^و|wvuo وا|wvu,aeiou-
    ا|aeiou- ب|bpv ت|tT ه|hae- ث|Tts ج|JgZ ح|h خ|xkh د|d ذ|Tzd ر|r ز|zZ س|s ش|SC ص|s ض|dz ط|t ظ|zdT ع|-aeio غ|gxh
    ف|fvp ق|kg ك|kg ل|l م|m ن|n و|uowv ي|ieja ء|- پ|p چ|C ژ|Z ڤ|v گ|g ٹ|t ڈ|d ڑ|r ں|n ے|e ہ|hae- ھ|h-
"""
HEBREW = """
    טש|C וו|wv יי|eaij ^ו|vwuo וא|vwuo,-aeiou
    א|-aeiou ב|bv ג|gJ ד|d ה|haeo- ו|uvow ז|zZ ח|hxk ט|t י|ije כ|kx ך|kx ל|l מ|m ם|m נ|n ן|n ס|s ע|-aeo פ|pf ף|fp
    צ|cCsz ץ|cCsz ק|k ר|r ש|Ss ת|tTs
"""
DEVANAGARI = """
    िया|i,ae
    दज|qJ टस|c तस|c व्ह|wv
    क|k ख|kx ग|g घ|gh ङ|n च|C छ|C ज|Jz झ|JzZ ञ|n ट|tT ठ|tT ड|d ढ|d ण|n त|tT थ|Tt द|dT ध|dT न|n प|p फ|fp ब|b भ|bv म|m
    य|ji र|r ल|l व|vwb श|S ष|S स|sz ह|h ऱ|r ळ|l ं|nm ँ|nm- ः|h- ्|- ़|-
    अ|ae आ|a इ|i ई|i उ|u ऊ|u ऋ|r,i ए|ei ऐ|ea ओ|o औ|oau ऑ|oa ऍ|ae
    ा|ae ि|i ी|i ु|u ू|u ृ|r,i े|ei ै|ea ो|o ौ|oau ॉ|oa ॅ|ea ऎ|ei ऒ|oa ॆ|ei ॊ|oa ऩ|n ऴ|lzr ॺ|n ॻ|n ॼ|r ॽ|l ॾ|l
"""
BENGALI = """
    ेा|oau ेॗ|oau
    ब|bvw भ|bv य|Jjz ज|JzZ व|wv श|Ss ष|Ss स|sSz अ|oa ए|ea ऐ|oai औ|oau ॆ|e ॎ|t ॲ|w- ओ|oaw
"""
TAMIL = """
    ःप|f टच|ktd-,SsC ेा|oa ॆा|oa ॆॗ|oau
    क|kgh च|sCS ट|tdT त|tdT प|pbf व|vw ज|JzZ ऱ|rt
"""
ETHIOPIC_CONSONANTS = """
    h l h m s r s S k kw k kw b v t C hx hw n nj - k kw hk hw w - z Z j d d J g gw g t C p cs cs f p
"""
ETHIOPIC_VOWELS = "ae u i a ei -ei o w,a"
THAI = """
    ัว|u,a ทร|t,r- จร|Cc,r- กซ|k,s ศร|s,r- สร|s,r- รร|a-,n-
    ก์|k- ค์|k- ช์|C- ซ์|s- ด์|d- ต์|t- ท์|t- ธ์|t- น์|n- บ์|b- ป์|p- พ์|p- ฟ์|f- ม์|m- ย์|j- ร์|r- ล์|l- ว์|w- ศ์|s- ษ์|s- ส์|sT- ห์|h-
    ก|kg ข|k ฃ|k ค|k ฅ|k ฆ|kxh ง|n,g- จ|CJ ฉ|CS ช|CSJ ซ|sz ฌ|C ญ|jn ฎ|d ฏ|t ฐ|tT ฑ|tdT ฒ|tT ณ|n ด|d ต|t ถ|tT ท|tT ธ|tT
    น|n บ|b ป|p ผ|p ฝ|f พ|p ฟ|f ภ|p ม|m ย|ji ร|r ล|l ว|wvu ศ|sS ษ|sS ส|sT ห|h- ฬ|l อ|-oa ฮ|h ฤ|r,u
    ะ|a ั|a า|a ำ|a,m ิ|i ี|i ึ|u ื|u ุ|u ู|u เ|e แ|ea โ|o ใ|ai ไ|ai ็|- ่|- ้|- ๊|- ๋|- ์|- ๆ|-
"""
GEORGIAN = """
    ა|a ბ|b გ|g დ|d ე|e ვ|vw ზ|z თ|tT ი|ij კ|k ლ|l მ|m ნ|n ო|o პ|p ჟ|ZJ რ|r ს|s ტ|t უ|uw ფ|pf ქ|k ღ|gx ყ|kq შ|S ჩ|C ც|cs
    ძ|q წ|cC ჭ|C ხ|xhk ჯ|J ჰ|h
"""
ARMENIAN = """
    ու|uw ոյ|ui
    ա|a բ|bp գ|gk դ|dt ե|eji զ|z է|e ը|eai- թ|tT ժ|ZJ ի|ij լ|l խ|xhk ծ|cq կ|kg հ|h ձ|qc ղ|gxl ճ|CJ մ|m յ|jh ն|n շ|S ո|ov
    չ|C պ|pb ջ|JC ռ|r ս|s վ|vw տ|td ր|r ց|c ւ|vwu փ|pf ք|k օ|o ֆ|f և|e,v
"""
JAPANESE = """
    sh|Ss ch|Ct ts|ct j|JzdZ k|k g|g s|sT z|zqT t|t d|d n|nm h|hxf b|bv p|p m|m y|ji r|rl w|wv f|fhx v|v
    a|a e|e i|i o|o u|u
"""
HANGUL_INITIALS = "gk kg n dtT td rl m bvp pb sSTz sS - Jzq Cc Cc k tT pf hxf"
HANGUL_VOWELS = "a ea j,a j,e oaue ei j,oeu j,e o w,a w,e w,e j,o uw w,o w,e wui j,u u-o ui i"
HANGUL_FINALS = "- kg kg kg n n n td lr k m l l l p m m pbv p tsT sT n,g- J tC k tT pf -"
CHINESE = """
    zh|JCzqTt ch|CcS sh|SsT
    b|bpv p|pf m|m f|fvhp d|dtT t|tTd n|n l|lr g|gk k|k h|hxfk j|JgkzZqj q|CkcJ x|SshxkCz r|rZlJ z|zqcJsZ c|csCT s|sTzS
    w|wv y|ji a|ae o|oau e|e i|i u|uo v|u
    uo|u-,oau ei|ei,i- ai|ae,i- ia|i-,ae ie|i-,e ua|u-,ae
    zhi|JCzqTt,i- chi|CcS,i- shi|SsT,i- zi|zqcJsZ,i- ci|csCT,i- si|sTzS,i-
"""
