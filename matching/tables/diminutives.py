"""Other forms of given names: short forms of the press, and those of neighbouring languages.

Own collection (Apache-2.0), from general knowledge, and `english_nicknames.py`; folded. A short form may stand for
several names. Ukrainians and Belarusians are also named in Russian, and Russians in Ukrainian; Arabic names differ in
Egypt, Turkey and Malaysia, biblical ones in Israel.
"""

from __future__ import annotations

from itertools import combinations

from matching.tables.english_nicknames import ENGLISH_NICKNAMES

_PAIRS = """
    ma maria, wm william, chas charles, geo george, jas james, thos thomas, robt robert, benj benjamin, saml
    samuel, danl daniel, edw edward, al albert, alex alejandro, barb barbara, carl carlos, dima dmitri, dima
    dmitry, ed edward, fred frederik, katya ekaterina, kolya nikolai, lena elena, max maksim, misha mikhail, nick
    nikolai, pepe jose, paco francisco, sasha aleksandr, sasha alexander, sergei sergey, serge sergei, tanya
    tatiana, vlad vladimir, vova vladimir, volodya vladimir, bibi benjamin, bibi binyamin, benny binyamin, yossi
    yosef, rafi rafael, motti mordechai, dudi david, dudu david, kobi yaakov, avi avraham, itzik yitzhak, gabi
    gavriel, miki michael, yoni yonatan, eli eliyahu, zvika zvi, ruvi reuven, shimi shimon, michi michael, michi
    michaela, hansi johann, sepp josef, toni anton, fritz friedrich, heinz heinrich, uli ulrich, andi andreas,
    basti sebastian, steffi stefanie, kathi katharina, resi theresia, wolfi wolfgang, rudi rudolf, willi wilhelm,
    matze matthias, jupp josef, hannes johannes, emeka nnaemeka, uche uchenna, uche uchechukwu,
    ifeanyi ifeanyichukwu, nonso chinonso, chidi chidiebere, tunde babatunde,
    kunle adekunle, kunle olakunle, femi olufemi, femi oluwafemi, segun olusegun, seun oluwaseun, wale adewale,
    wale olawale, dele bamidele, dele ayodele, sola olusola, yemi adeyemi, yemi opeyemi, tayo omotayo, gbenga olugbenga,
    kofi koffi, yaw yao, kwame kouame, kwasi kouassi
"""
_OF_EUROPE = """
    rafa rafael, nacho ignacio, pancho francisco, quique enrique, kike enrique, lola dolores, pili pilar, concha
    concepcion, chelo consuelo, manolo manuel, manu manuel, manu emmanuel, lucho luis, memo guillermo, guille
    guillermo, beto alberto, beto roberto, tono antonio, chuy jesus, chucho jesus, pepa josefa, charo rosario, javi
    javier, santi santiago, fede federico, edu eduardo, zeca jose, chico francisco, dudu eduardo, kasia katarzyna,
    basia barbara, gosia malgorzata, asia joanna, ania anna, zosia zofia, tomek tomasz, wojtek wojciech, krzysiek
    krzysztof, staszek stanislaw, janek jan, jurek jerzy, piotrek piotr, ola aleksandra, magda magdalena, honza jan,
    jirka jiri, pepa josef, standa stanislav, mirek miroslav, vojta vojtech, kuba jakub, ondra ondrej, tonda
    antonin, beppe giuseppe, peppe giuseppe, peppino giuseppe, pino giuseppe, gigi luigi, gino luigi, nino antonino,
    toto salvatore, turi salvatore, ciccio francesco, mimmo domenico, enzo vincenzo, lello raffaele, pippo filippo,
    sandro alessandro, nando ferdinando, alyosha aleksei, lyosha aleksei, zhenya yevgeny, kostya konstantin, vanya
    ivan, petya pyotr, seryozha sergei, slava vyacheslav, tolya anatoly, yura yuri, zhora georgy, gosha georgy,
    pasha pavel, grisha grigory, senya semyon, styopa stepan, fedya fyodor, lyonya leonid, borya boris, vitya
    viktor, vitalik vitaly, valera valery, rita margarita, natasha natalia, olya olga, nadya nadezhda, lyuda
    lyudmila, sveta svetlana, masha maria, dasha darya, nastya anastasia, laci laszlo, pista istvan, feri ferenc,
    jani janos, zoli zoltan, sanyi sandor, gyuri gyorgy, kati katalin, zsuzsi zsuzsanna, piet pieter, kees cornelis,
    wim willem, henk hendrik, joop johannes, klaas nicolaas, toon antoon, lasse lars, kalle karl, pelle per, olle
    olof, nisse nils, nico nicolas, seb sebastien, momo mohamed, zachary zacharias, toby tobias
"""
_FORMS = """
    nikolai nikolay nikolaj mykola mikola mikalai mikalay, vladimir volodymyr volodimir uladzimir wladimir
    wolodymyr, aleksandr alexander aleksander alexandr oleksandr olexandr aliaksandr aljaksandr alaksandr, anatoly
    anatoli anatolii anatol, sergei sergey sergej serhii serhiy serhij sergii siarhei siarhiej, dmitry dmitri
    dmitriy dymitr dmytro dmitro dzmitry dzmitryj, andrei andrey andriy andrii, yevgeny evgeny yevgeni evgeni
    evgeniy yevhen evhen evgen yevgen yauhen jauhien eugene, oleg oleh aleh, igor ihor ihar, elena yelena olena
    alena, eva ewa, anna hanna ganna, pavel pavlo, pyotr petr piotr petro piatro, mikhail mykhailo mikhailo
    mykhaylo, vasily vasili vasiliy vasyl vasil, grigory grigori grigorii hryhorii hryhoriy ryhor, kirill kyrylo
    kirilo kiryl, konstantin kostiantyn kostyantyn kostyantin kanstantsin kanstancin, viktor victor viktar, aleksei
    aleksey alexei alexey oleksii oleksiy aliaksei alaksiej, artem artyom artsiom, maksim maxim maksym, nikita
    mykyta mikita, daniil danylo danilo, ekaterina yekaterina kateryna katerina katsiaryna kaciaryna, natalia
    nataliya natalya nataliia natallia natalla nathalie, svetlana svitlana sviatlana, tatiana tatyana tetiana
    tetyana tatsiana taciana, irina iryna, galina halyna halina, lyudmila ludmila liudmila liudmyla, eleni helen
    helena helene elena ilona, isaac izaak isaak issac itzhak yitzhak, omar umar omer, md mohd muh mhd muhd mohammad
    mohammed muhammad muhammed mohamed mohamad, jon john jonathan, geoffrey jeffrey jeffery, steven stephen steffen,
    fco francisco, fca francisca, gmo guillermo, fdo fernando, gpe guadalupe, hdez hernandez, rdguez rodriguez,
    rguez rodriguez, glez gonzalez, gzlez gonzalez, mtz martinez, fdez fernandez, gtz gutierrez, lpz lopez, perez
    prz, dguez dominguez, sean shaun shawn, philip phillip, marc mark, eric erik, allan alan allen, brian bryan,
    osama usama, othman uthman osman usman, yahya yehia yehya, mohd mohammad mohammed muhammad muhammed mohamed
    mohamad, suleiman sulaiman sulayman suleyman soleiman, ibrahim ebrahim brahim, jamal gamal djamel, jaber gaber,
    najib naguib nagib, said saeed, catherine katherine kathryn katharine ekaterina yekaterina kateryna aikaterini,
    rebecca rebekah, ann anne, graham graeme grahame, stuart stewart, caroline carolyn, neil neal, colin collin,
    darren darrin, daryl darryl, gerard gerrard, russell russel, susanne suzanne susannah, theresa teresa therese,
    deborah debra, diane dianne, lindsay lindsey, leonard lennard, lewis louis, clark clarke, elliot elliott eliot,
    jeremy jeremie, gillian jillian, hannah hanna, rachel rachael, micheal michael, nicola nichola, raymond raimund,
    walter walther, arthur artur, conrad konrad, curt kurt, gunther gunter guenther, ralph ralf, rudolf rudolph,
    adolf adolph, josef joseph, jakob jacob, tomas thomas, oscar oskar, georgios giorgos yorgos giorgis george,
    ioannis yannis giannis yiannis iannis, dimitrios dimitris demetrios, nikolaos nikos nicolaos, konstantinos
    constantinos kostas costas, athanasios thanasis thanos, vasileios vasilios vasilis vassilis, panagiotis
    panayiotis panos, evangelos vangelis, spyridon spyros spiros, michail michalis, antonios antonis, eleftherios
    lefteris, apostolos tolis, anastasios tasos, charalampos haralambos babis, efstathios stathis, stylianos
    stelios, nikolai mikalaj mikola, zhanna janna zanna, gennady gennadi hennadii hennadiy hienadz guennadi
    genadijs, fyodor fedor fedir fiodar, semyon semen semion siamion simeon, stepan sciapan stsiapan, yakov yakiv
    jakau jacob jakov, leonid leanid, ilya illia ilia, denis denys dzianis, yehoshua joshua josue, theodoros
    theodore theodor thodoris, viachaslau vyacheslav viacheslav viacheslau, vicenc vicente, jordi jorge gorka, joan
    juan xoan, josep jose xose joseba, pere pedro kepa, miquel miguel mikel, xavier javier xabier, lluis luis koldo,
    jaume jaime, andreu andres, pau pablo, enric enrique, francesc francisco patxi, carles carlos, guillem
    guillermo, ferran fernando, antoni antonio andoni, marti martin, esteve esteban, rafel rafael, inaki ignacio,
    josu jesus, moshe moses, tzvi zvi tsvi cvi, tzipora zipora tsipora,
    yevgeny evgeny evgeni evgeniy jevgenijs jevgenij, sergei sergey sergejs, andrei andrey andrejs, aleksei alexei
    alexey aleksejs, dmitry dmitri dmitrijs, nikolai nikolay nikolajs, vasily vasilijs, yuri yury jurijs, arkady
    arkadijs, anatoly anatolijs, valery valerijs, vitaly vitalijs, grigory grigorijs, georgy georgijs, yulia julija,
    shlomo solomon, shmuel samuel, shimon simon, yaakov jacob jakob, yosef joseph josef
    yossef, binyamin benjamin, avraham abraham, menachem menahem, yisrael israel, natan nathan, yonatan jonathan,
    rivka rebecca, chaim haim hayim hayyim, yehuda judah jehuda, gidon gideon, rahel rachel, timofey timofei tymofii
    tsimafei, matvey matvei matvii, yury yuri yurii iurii yuriy jurij youri iouri, olga olha volha volga, roman
    raman, ksenia kseniya xenia oksana aksana, zulfiqar zulfikar
    zulfaqar zulfeqar zolfaghar dhulfiqar dhulfikar thulfiqar zulfiquar zulfiker, christos hristos, mamadou mahamadou
    mohamadou mouhamadou mamadu muhammadu, maxamed mohamed mohammed, maxamuud mohamud mahamud mohamoud, xasan hassan
    hasan, xuseen hussein hussain, cali ali, cumar omar umar, cusmaan osman, axmed ahmed, yuusuf yusuf, faarax farah,
    jaamac jama, nuur nur, ciise isse isa, saciid said saeed, ismaaciil ismail, cabdi abdi, cabdullahi abdullahi,
    cabdiraxmaan abdirahman abdurrahman, cabdulqaadir abdulkadir abdiqadir, cabdirashiid abdirashid, shariif sharif
"""
DIMINUTIVES = (
    ENGLISH_NICKNAMES
    | frozenset(tuple(pair.split()) for pairs in (_PAIRS, _OF_EUROPE) for pair in pairs.split(","))
    | frozenset(pair for forms in _FORMS.split(",") for pair in combinations(forms.split(), 2))
)
"""Pairs of two forms of one name; of a short form and the full name, the short form first."""
