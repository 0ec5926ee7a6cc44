"""What forms, posters, registers and tables write before a date of birth, an age, a sex and a nationality.

Own collection (Apache-2.0), from the notices of police, courts and registers in the languages whose ages are read.
Patterns, without regard to case.
"""

from __future__ import annotations

BIRTH_LABEL = (
    r"(?:d\.?o\.?b|dates?(?:\(s\))?\s+of\s+birth|birth\s?date|born|year\s+of\s+birth|yob|geburtsdatum|geburtsjahr|geboren(?:\s+am)?|geb"
    r"|(?:date|année)\s+de\s+naissance|né(?:\(?e\)?)?\s+le|fecha\s+de\s+nac(?:imiento)?|año\s+de\s+nacimiento|(?:data|anno|luogo\s+e\s+data)\s+di\s+nascita"
    r"|(?:data|ano)\s+de\s+nascimento|nascimento|geboortedatum|geboortejaar|geboren\s+op|(?:data|rok)\s+urodzenia|urodzony|urodzona|ur"
    r"|(?:дата|год)\s+рождения|родился|дата\s+народження|рік\s+народження|doğum\s+(?:tarihi|yılı)|tanggal\s+lahir"
    r"|تاريخ\s+(?:الميلاد|الولادة)|سنة\s+الميلاد|생년월일|출생연도|출생년도|생년|生年月日|生年|出生日期|出生年月|出生年份|出生)"
)
AGE_LABEL = (
    r"(?:current\s+age|present\s+age|age|alter|âge|edad|età|idade|leeftijd|wiek|возраст|вік"
    r"|yaşı|yaş|usia|umur|العمر|السن|나이|연령|年齢|年龄|年齡)"
)
SEX_LABEL = (
    r"(?:sex|gender|geschlecht|sexe|genre|sexo|género|gênero|sesso|genere|geslacht|płeć|пол|стать|cinsiyet(?:i)?|jenis\s+kelamin"
    r"|الجنس|성별|性別|性别)"
)
NATIONALITY_LABEL = (
    r"(?:nationality|nationalities|nationality/citizenship|citizenship|citizen\s+of|staatsangehörigkeit|staatsbürgerschaft|nationalität"
    r"|nationalité|citoyenneté|nacionalidad|ciudadanía|nazionalità|cittadinanza|nacionalidade|cidadania|nationaliteit|obywatelstwo|narodowość"
    r"|гражданство|национальность|громадянство|uyruğu|uyruk|vatandaşlığı|kewarganegaraan|warga\s+negara|الجنسية|국적|国籍|國籍)"
)
NAME_LABEL = (
    r"(?:full\s+name|names?|nom|nombre|nome|naam|imię|имя|фио|ф\.и\.о|ім['’]я|пiб|піб|adı?|الاسم|이름|성명|氏名|姓名)"
)
"""Before the name of the next person of a list."""

FEMALE_VALUES = (
    r"(?:female|f|woman|weiblich|w|féminin|femme|femenino|mujer|femminile|femmina|donna|feminino|mulher|vrouw(?:elijk)?|v|kobieta|kobiecy|k"
    r"|женский|жен|ж|жіноча|жін|kadın|perempuan|أنثى|انثى|여성|여자|여|女性|女)"
)
MALE_VALUES = (
    r"(?:male|m|man|männlich|masculin|homme|masculino|hombre|varón|maschile|maschio|uomo|homem|mannelijk|mężczyzna|męska"
    r"|мужской|муж|м|чоловіча|чол|ч|erkek|e|laki-laki|ذكر|남성|남자|남|男性|男)"
)
CHARGES = (
    r"(?:wanted|missing|sought|fraud|murder|launder\w*|conspirac\w+|robbery|theft|assault|traffick\w+|escape\w*|flight|kidnap\w*|homicide"
    r"|terroris\w+|bribery|smuggling|espionage|sanction\w*|charge[sd]?|offen[cs]es?|notice|reward|gesucht|betrug|mord|vermisst|recherchée?|escroquerie"
    r"|meurtre|busca\w*|estafa|homicidio|ricercat\w|truffa|omicidio|procura\w*|gezocht|poszukiwan\w+|oszustwo|розыск\w*|розшук\w*|мошеннич\w+)"
)
"""What a notice writes under a name besides; it is nobody's name."""
