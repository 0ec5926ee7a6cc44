"""Names of months of the Gregorian calendar in fifty languages, in the forms that dates have them in.

After Unicode CLDR 46 (Unicode licence) and the tables that dateparser made of it (BSD); of words that are different
months in two languages one is left out. Abbreviations have no points.
"""

from __future__ import annotations

_NAMES = (
    """
    jan january januar janvier januari janeiro jän jänner ene enero gen gennaio janv stycz stycznia styczeń oca
    ocak янв января январь січ січня січень tammi tammikuuta ιαν ιανουάριος ιανουαρίου يناير ינואר ינו׳ לינואר
    בינואר ינו ژانویه ژانویهٔ جنوری जनवरी जन॰ জানু জানুয়ারী জানুয়ারি มกราคม เดือนมกราคม มกรา leden ledna lednu
    január januára ianuarie яну януари јан јануар saus sausio sausis janvāris jaan jaanuar djan djanuari հնվ
    հունվար հունվարի იან იანვარი sty styczen styczniu janúar јануари сту студзень студзеня стд gener urt
    urtarrila ean eanáir janar yan yanvar қаң қаңтар มค
    """,
    """
    feb february februar februari febrero febbraio févr février fev fevereiro lut lutego luty şub şubat фев февр
    февраля февраль лют лютого лютий helmi helmikuuta φεβ φεβρουάριος φεβρουαρίου فبراير פברואר פבר׳ בפברואר
    לפברואר פבר فوریه فوریهٔ فبروری फ़रवरी फ़र॰ ফেব ফেব্রুয়ারী ফেব্রুয়ারি กุมภาพันธ์ เดือนกุมภาพันธ์ กุมภา úno
    únor února únr únoru február februára febr februarie февруари феб фебруар vasario vasaris februāris veebr
    veebruar peb pebruari փետրվար փետրվարի փտվ თებ თებერვალი lutym فروری febrúar лютага люты febrer otsaila
    feabh feabhra shkurt fevral ақп ақпан กพ شباط
    """,
    """
    mar march mars marzo março mär märz mrt maart marca marzec mart мар марта март бер березня березень maalis
    maaliskuuta μάρ μάρτιος μαρ μαρτίου مارس מרץ במרץ למרץ מרס במרס למרס מארס במארס למארס مارچ मार्च মার্চ มีค
    มีนาคม เดือนมีนาคม มีนา bře březen března březnu marec márc március már martie kov kovas kovo marts märts
    maret մարտ մարտի մրտ მარ მარტი берез marcu mac machi сак сакавік сакавіка març martxoa márta нау наурыз آذار
    """,
    """
    apr april aprile avr avril abr abril kwi kwietnia kwiecień nis nisan апр апреля апрель квіт квітня квітень
    huhti huhtikuuta απρ απρίλιος απριλίου أبريل אפריל אפר׳ באפריל לאפריל אפר آوریل اپریل अप्रैल এপ্রি এপ্রিল
    เมย เมษายน เมษา เดือนเมษายน dub duben dubna dubnu apríl apríla ápr április aprilie април bal balandis
    balandžio aprīlis aprill ապր ապրիլ ապրիլի აპრ აპრილი кві kwiecien kwietniu kwie aprili кра красавік
    красавіка крс d'abr d'abril apirila aibreán prill aprel сәу сәуір نيسان
    """,
    """
    may mai mei maj maja mayo mag maggio maio mayıs мая май трав травня травень touko toukokuuta μάι μάιος μαΐ
    μαΐου مايو מאי במאי למאי مهٔ พฤษภาคม เดือนพฤษภาคม พฤษภา kvě květen května květnu máj mája május мај geg
    gegužė gegužės maijs մայիս մայիսի մյս მაი მაისი тра maju مئی maí траўня maig maiatza beal bealtaine мам
    мамыр พค أيار
    """,
    """
    jun june juni juin giu giugno junio junho cze czerwca czerwiec haz haziran июн июня июнь черв червня червень
    kesä kesäkuuta ιουν ιουνίου ιούν ιούνιος يونيو يونيه يونية יוני ביוני ליוני יונ ژوئن جون जून জুন มิถุนายน
    มิย เดือนมิถุนายน มิถุนา červen června čvn čer červnu jún júna június iun iunie юни јун junij birž birželio
    birželis jūn jūnijs juuni djuni հնս հունիս հունիսի ივნ ივნისი чер czerwcu júní јуни чэр чэрвень чэрвеня juny
    ekaina meith meitheamh qer qershor iyun i̇yun мау маусым حزيران
    """,
    """
    jul july juli juil juillet lug luglio julio julho lip lipca lipiec tem temmuz июл июля июль лип липня липень
    heinä heinäkuuta ιουλ ιουλίου ιούλ ιούλιος يوليو يوليه يولية יולי ביולי ליולי יול ژوئیه ژوئیهٔ جولای जुलाई
    जुल॰ জুল জুলাই กรกฎาคม เดือนกรกฏาคม กรกฎา července červenec čvc črc červenci črv júl júla július iul iulie
    юли јул julij liep liepa liepos jūl jūlijs juuli djuli հլս հուլիս հուլիսի ივლ ივლისი lipcu julai جولائی júlí
    јули ліп ліпень ліпеня juliol uztaila iúil korr korrik iyul i̇yul шіл шілде กค تموز
    """,
    """
    aug august augusti augustus août ago agosto sie sierpnia sierpień ağu ağustos авг августа август серп серпня
    серпень elo elokuuta αυγ αυγούστου αύγ αύγουστος أغسطس אוגוסט אוג׳ באוגוסט לאוגוסט אוג اوت آگست अगस्त अग॰
    আগস্ট สิงหาคม สิงหา เดือนสิงหาคม srp srpen srpna srpnu augusta augusztus avg avgust rugp rugpjūtis rugpjūčio
    augusts agu agustus agt օգոստոս օգոստոսի օգս აგვ აგვისტო сер sierpien sierpniu agosti اگست ágú ágúst жні
    жнівень жніўня жнівеня жнв agost d'ag d'agost abuztua lún lúnasa gush gusht gsh avq avqust там тамыз สค آب
    """,
    """
    sep sepember sepembre sepiembre sept september septembre septiembre set settembre setembro wrz września
    wrzesień eyl eylül сент сентября сентябрь вер вересня вересень syys syyskuuta σεπ σεπτέμβριος σεπτεμβρίου
    سبتمبر ספטמבר ספט׳ בספטמבר לספטמבר ספט سپتامبر سپتمبر सितंबर सित॰ सितम्बर সেপ সেপ্টেম্বর กันยายน กันยา
    เดือนกันยายน zář září septembra szept szeptember septembrie сеп септември септ септм септембар rugs rugsėjis
    rugsėjo septembris սեպ սեպտեմբեր սեպտեմբերի სექ სექტემბერი верес сен wrzesien wrzesnia wrześniu wrzesniu
    septemba ستمبر верасень верасня врс setembre iraila mfómh sht shtator sen sentyabr sentabr қыр қыркүйек กย
    أيلول
    """,
    """
    oct october octobre octubre okt oktober oktobre oktubre ott ottobre out outubro paź października październik
    eki ekim окт октября октябрь жовт жовтня жовтень loka lokakuuta οκτ οκτωβρίου οκτώβριος أكتوبر אוקטובר אוק׳
    באוקטובר לאוקטובר אוק اکتبر اکتوبر अक्तूबर अक्तू॰ अक्टूबर অক্টো অক্টোবর ตุลาคม เดือนตุลาคม ตุลา říj říjen
    října říjnu október októbra octombrie октомври октобар spal spalio spalis oktobris oktoober հոկ հոկտեմբեր
    հոկտեմբերի ოქტ ოქტომბერი жов pazdziernik pazdziernika październiku pazdzierniku paz oktoba кас кастрычнік
    кастрычніка кст d'oct d'octubre urria dfómh tetor oktyabr oktabr қаз қазан ตค
    """,
    """
    nov november novembre noviembre novembro lis listopada listopad kas kasım нояб ноября ноябрь лист листопада
    листопад marras marraskuuta νοέ νοέμβριος νοε νοεμβρίου نوفمبر נובמבר נוב׳ בנובמבר לנובמבר נוב نوامبر نومبر
    नवंबर नव॰ नवम्बर নভে নভেম্বর พฤศจิกายน เดือนพฤศจิกายน พฤศจิ listopadu novembra noiembrie noiem ное ноември
    нов новембар lapkr lapkritis lapkričio novembris nop nopember նոյ նոյեմբեր նոյեմբերի ნოე ნოემბერი листоп лис
    ноя listopadzie novemba nóv nóvember ноем ліс лістапад лістапада azaroa samh samhain nën nëntor noyabr қар
    қараша พย
    """,
    """
    dec december decembro dez dezember dezembro déc décembre dic diciembre dicembre gru grudnia grudzień ara
    aralık дек декабря декабрь груд грудня грудень joulu joulukuuta δεκ δεκέμβριος δεκεμβρίου ديسمبر דצמבר דצמ׳
    בדצמבר לדצמבר דצמ دسامبر دسمبر दिसंबर दिस॰ दिसम्बर ডিসে ডিসেম্বর ธันวาคม เดือนธันวาคม ธันวา prosince
    prosinec prosinci decembra decembrie декември дец децембар gruod gruodis gruodžio decembris dets detsember
    desember դեկ դեկտեմբեր դեկտեմբերի დეკ დეკემბერი гру grudzien grudniu desemba сне снежань снежня снж desembre
    abendua noll nollaig dhj dhjetor dekabr жел желтоқсан ธค
    """,
)
_NUMBERS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month or its abbreviation, with points or without; None for another word."""
    return _NUMBERS.get(name.lower().replace(".", "").rstrip("'’"))
