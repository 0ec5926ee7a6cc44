"""Common family and given names, folded, in alphabetical order: alone they say little about who is meant.

Sources: the 1,200 commonest surnames and 700 commonest given names of the US Census Bureau's 1990 name files (public
domain); the commonest names of 20 locales of Faker 40.54 (MIT); Arabic, Korean, Chinese and Russian names in their
usual romanisations (own collection, Apache-2.0).
"""

from __future__ import annotations

_COMMON_NAMES = """
aaaqil aaban aabid aachal aadam aadhya aadi aadil aafiya aahana aahil aalam aalee aaliyah aalts aamir aanei
aanuoluwapo aarav aarden aarif aarini aariz aarna aarnav aaron aarts aarush aashi aasif aatiq aayush aazim ababei
abad abascal abatantuono abate abayomi abba abbagnale abbas abbasov abbasova abbaszada abbott abd abdallah abdel
abdelaziz abdelkader abdi abdis abdu abdul abdulahat abdulaziz abdulbekir abdulcemal abdulgazi abdulhadi abdulkadir
abdulkarim abdulkerim abdullah abdullahi abdullaoglu abdullayeva abdullazada abdulmenaf abdulrahman abdulrahmanli
abdulsamed abdulsemet abdur abdurrahman abdurresit abebi abeer abel abelardo abella abellan abeni aberg abha
abhimanyu abhiram abid abigail abigaili abilio abiodun abiola abiona abiye abosede abraham abrahamsson abram abrego
abreu abril abu abuzar abwao abyasa acabnaz acar acarkan accardo acedo acerbi acero acevedo acharya achille achim
acikel acilay ackermann aclan acosta acuna ada adadia adak adal adalat adalbert adalberto adam adame adamo adams
adamu adan adasal ade adebisi adebiyi adebowale adebukola adedayo adedeji adegbite adegoke adekitan adekola adekunle
adel adela adelaar adelaida adelaide adelakun adelardo adelasia adelbert adele adeleke adelgunde adelheid adelia
adelin adelina adelinde adeline adelmo adelusi adem ademiluyi adenike adeniyi adeolu adeoti adepeju aderibigbe
aderogba aderopo adesewa adeshina adesiyan adesoji adesua adetayo adetoke adetokunbo adetoun adeyemi adeyemo adeyi
adhiarja adhra adi adia adiarja adiba adigun adika adikara adil adila adiloglu adimu adina adinata adinolfi adisa
aditya adkins adlan adler adnan adolf adolfine adolfo adolfsson adolph adonis adora adoracion adriaansen adriaensdr
adriaense adrian adriana adriane adrianna adriano adriansyah adrien adrienne adryaens adunni advaith advay advik
advika adviye adweta adya aeije aenne aertsz afandiyeva afaq afat afer afife afil afiq aflatun afolabi afolarin
afolayan afonja aga agahadi agakisi agamali agamusa agaoglu agapito agarwal agasafa agastya agata agate agatha
agathe agaxan agayeva agazzi agbegim agca aggarwal aglaia agmur agnes agnesi agneta agnieszka agnolo agnos
agostinelli agostini agostino agrawal agripina aguado aguayo agudo aguilar aguilera aguilo aguirre agullo agus
agusti agustin agustina ahad ahat ahliman ahluwalia ahmad ahmadli ahmadov ahmed ahmet ahn ahsen ahter ahuja aida
aiden aijuka aime aimee ainara ainoa aishani aisyah aitana aitor ajala ajani ajao ajayi ajdar ajello ajeng ajewole
ajiman ajimat ajimin ajiono ajoke akalan akanmu akar akarsana akatay akay akbar akbarova akbas akboga akca akcabay
akcasu akcay akcivan akdeniz akdora akdurmus ake akers akesson akgol akgunduz akgunes akhtar akif akifa akinal
akinkunmi akinlabi akinrinola akinwale akinyi akise akkerman akmaner akmaral akoz akram aksay akshay aksogut aksoy
aksu aktemur akumu akver akyildiz alaaddin alabezek alabi alade alaeddin alain alakbar alakbarli alam alambana alamu
alan alana alanalp alarcon alasgar alattin alaz alba alban albano alberdi alberico albero alberola albers albert
alberta albertina albertine albertini alberto albin albina albino alboni albrecht albu albuquerque alcala alcalde
alcan alcantar alcantara alcaraz alcazar alcides alcolea alderano aldo aldobrandi aldonza ale alegre alegria
alejandra alejandro alejo aleks aleksandar aleksander aleksandr aleksandra aleksei aleksej aleman alemany alemdar
alena aleodor alessandra alessandro alessia alessio alex alexa alexander alexandra alexandre alexandria alexandrie
alexandrina alexandros alexandru alexe alexeev alexei alexej alexia alf alfaro alfieri alfio alfons alfonsi alfonso
alford alfred alfredo algis ali aliabbas aliaga aliakram alibayli alibayov alice alicia alicja alida alighieri
aliihsan alika alin alina aline alioglu alis aliseydi alisik alison alistar alix alixanli aliya aliyeva alize alka
alkor alla allahverdi allan allana allazoglu allegra allen aller allison alma almagia almagro almansa almanza
almaraz almasi almast almaz almazan almeida almira almonte almudena almus almut almuth aloba alois aloisia aloisio
alondra alonso alonzi alonzo aloys alpaidis alparslan alpcan alphons alphonse alpin alpsu alsina alsoy alston
altamirano altera altinbike altincicek altinisin altinkaya altogan altug alva alvarado alvarez alvaro alves alvin
alwin alwina alwine alyssa amac amada amadeo amado amador amahle amaira amaldi amalia amalie amalrada amancio amanda
amando amani amara amarilis amaro amat amato amaya amber amble ambrosio amedeo amedeu amelia amelie america americo
ami amico amigo amilcar amin amina amir amira amirov amirova amleto ammaniti ammar amo amoke amol amondi among amope
amor amores amoros amparo amre amri amrita amruta amy amza an ana anabel anabela anacleto anaida anais anamaria
anamika anand anar anargul anarqizi anasa anastasi anastasia anastasie anastasio anastasios anastazja anatol anatoli
anatolie anatolij anatoly anay anaya anca ancuta anda anders andersen anderson andersson andic andile andra andrada
andrade andre andrea andreas andreasson andree andreea andreev andrei andrej andreotti andreozzi andres andreu
andrew andrews andrey andrian andriani andrzej andwele andy anel anele anemona aneta anett anette angalia angavu
angel angela angeli angelica angelika angelina angelino angelique angelita angelo anggabaya anggraini anggriawan
anghel anghelina angie angiolello anglada anguiano anguillara anguissola anguita angulo anh ani anibal anica
anichini aniela anika anirudh anisoara anita anja anjali anjolaoluwa anka anke anmol ann anna annabel annak
annaliese annalisa annamaria anne annedore annegret annegrete annekatrin anneke annelene anneli annelie annelies
anneliese annelise annelore annemarie annemie annemijn annerose annett annetta annette anni annibale annie annika
annita annunziata anny anom anoni anouk ansaldo anselm anselma anselmo ansems ansgar ansh ante antelami anthony
antim antiqa antje anto antoaneta antoine antoinette anton antonacci antonela antonella antonelli antonello
antonetti antoni antonia antonie antonietta antonina antonini antonino antonio antonioni antonios antoniu antonius
antonucci antony antunez anunciacion anusha anuta anvar anvi anwar anya anyango aparecida aparicio apaydin apodaca
apolinar apollo apollonia apolonia aponte aporti apostolos appelman april apte aqil araceli aradhana aragao aragon
aragones aral aramburu aran arana aranda aranzazu araujo arcan arce arcelia archer archuleta arco arcos ardelean
ardianto arellano arenas arens arent arevalo argan argentero argenti argento argono argu arguello argurio arham aria
ariadna arian ariana ariane arias ariasso aribert arie ariel ariens arif arifa arifcan arifcanov arike arikol arin
arina arino arinola ariosto aripinar aris arisoy aristide aristides aristita ariza arjona arjun arkadiusz arkut
arlene armahan armando armani armas armellini armendariz armengol armenta armida armin armstrong arnaiz arnal
arnaldo arnau arnaud arnaude arnd arndt arne arnfried arnim arno arnold arnulf arnulfo aroa aroca aron arora arpag
arranz arredondo arregui arreola arriaga arribas arrieta arrington arroyo arsenie arsenio arsipatra arslan arsoy
arta artan artanto artawan arteaga artemio artemisa arthur artigas artogrul arts artur arturo aru arunima arusi
arvid arvidsson arya aryan aryani arziye arzu asa asad asaf asafe asake asalet asali asani asanti asatira ascension
aschman asdrubal asenjo asensio asgar asgaroglu asgarov asgarova ashan ashley ashraf asif asila asim asiman asir
asirwada asirwanda aslam aslan aslanhan aslanova aslijan asliye asmadi asman asmar asmianto asmini asmundo asmuni
asprucci asraf asta astrid astrom astuti asu asuncion aswani atabala atagun atakisioglu atalay atamoglan atanur
atasagun atatore atena atenulf atfat atgun athanasios atharv atheel athumani ati atiena atieno atienza atilgan
atilhan atilio atinuke atiyye atkins atkinson atma atmaja atnan attaf attila atwal atzler aubert aubry audrey august
augusta auguste augustin augustina augusto aulenti auma aumann aura auraq aurel aurelia aurelian aureliana aureliano
aurelie aurelio aurica aurora aurore austermuhle austin avalos avery avi avila aviles avni avogadro avram avsin
avunc awadil awamil awamiri awan awani awero awj awlya awmar awodiran awolowo awrad axel axelsson axenia axinte
axundov axundova aya ayaan ayala ayamin ayan ayanda ayandokun ayasun ayaydin aybaniz aybet aybora aycagul aycan
aycicak aydan aydar ayden aydin aydinbey aydinc ayduru ayers aygonenc aygul aygun aygutalp ayhan ayinde ayinke ayize
aykut aykutalp ayla aylil aylin aylla ayllon ayman aynilhayat aynimah aynur aynura ayodeji ayodele ayoka ayoola
ayoub aypar aysan aysar ayse ayseana aysel aysema aysenur aysevim aysoy aysu aysuna aytakin aytan aytek ayten aytoz
aytuna ayu ayub ayulker ayush ayushman ayuso ayvas ayyaruk ayyub ayyubi azaan azad azade azahar azahara azalea azam
azar azban azcona azeeb azeglio azeneth azettin azevedo azim azimzada aziz azize azizi aznar azorin azra azucena
baaqir baaree baashir baasim baba babar babasola babati babato babatunji babawale babayeva babbo babett babette
babtunde babu baca baccio bachittar bachmann backer backstrom bacon bacosi badal badami badawi badegul badia badillo
badoer badoglio badr bae baek baena baez baeza bagas bagdat baggio baghyawati bagirov bagirova bagiya baglioni bagus
bagya bahaddin bahadir bahadurjit bahari baharia baharli bahena bahittin bahl bahlul bahr bahram bahri bahruz
bahtinur bahuraksa bahuwarna bahuwirya bail bailey bains bairbel baird bajaj bajamonti bajardi bajragin bajwa bak
bakare bakda baker bakhshi baki bakiadi bakianto bakidin bakijan bakiman bakiono bakir bakixanov bakker bakr bakshi
bakti baktiadi baktianto baktiono bal bala balaguer balakrishnan balamantri balan balangga balapati balasubramanian
balatekin balaxanim balay balbi balbo balca baldassare balderas baldomero balduino baldur baldwin bale baleegh
balendra balhaar bali balidin balijan balinda baljiwan ball balla ballard ballester ballesteros balli balogun
balotelli baltas baltasar balthasar balvan balveer bambad bambang bamidele bamiloye banara banawa banawi bancar
bandello bandi bandile banel banerjee bang banik banjeet banks banos banovsa bansal bantwini banu banuelos bao
baptist baquero baracca barad barajas barak baral barasa barba barbara barbarigo barber barbera barberini barbero
barbier barbosa barbro barbu barcaccia barcella barcelo barco barela barents barer barese baresi baria barillaro
baris bariscan barker barkha barkholz barlow barman barnes barnett baro baroffio baron barozzi barr barracco
barragan barral barranco barraza barreda barrena barrera barreto barrett barrientos barriga barrio barrios barron
barros barroso barry barsanti barsen bart bartek bartels barth bartholomaus bartlett bartoli bartolome bartolomeo
bartolomeu barton barzini bas basadonna basak basarab bashaar bashir basilio basim basir basiroglu basriye bass
bassi basso bastiaan bastiaanse bastiaense bastian bastida basu bataglia batal batalla bates bath batista batlle
batra batta battaglia battelli battisti battle baudelio bauer baum bautista bauza bava bave bawa baxter bayeni bayo
bayon bayona bayram bayramov bazzi beach bean beard beasley beata beate beatrice beatrix beatriz beatty beau bebe
beccaria beccheria becerra becht beck becker beckmann becky bedi bediriye beekman beer beernink beffa begim begona
begum behbud behiza behl beier beijring bejarano bekbergen bekir bela belcher belda bele belen belgizar belinda
belkize bell bella bellemans belletini bellido bellini bello bellocchio bellucci belmonte belpere beltran bembo ben
benavides benavidez bender benedetti benedetto benedikt benek bengt bengtsson beniamin benice benicio benigna
benigni benigno benita benitez benito benjamim benjamin bennett benno benoit benone benson bente benthe benthin
bentley bento benton benussi benvenuto beourgeois beppe bera berat beray berend berends berendse berengario berenice
berezat berg bergen berger berggren berglund bergman bergoglio bergqvist bergstrom berit beriye berlusconi bermudez
bernaards bernabe bernadette bernal bernard bernarda bernardi bernardini bernardino bernardita bernardo bernd berndt
bernetti bernfried bernhard bernice bernini bernt bernward berre berrin berrios berry bersani bert berta bertha
bertho berthold bertil bertin berto bertold bertoli bertolucci bertoni bertram bertrand besey beshte bessie best
beste betancourt betania beth betina bettin bettina bettoni betty beverly bevilacqua beyer beyhatun bezek bezemer
bhagat bhakta bhalla bhandari bhanumati bhardwaj bhargava bhasin bhat bhatia bhatnagar bhatt bhattacharyya bhatti
bhavani bhavika bhavini bhavna bhavsar bhavya bhebhe bhedleni bhejelibomvu bhekani bhekisisa bhekizizwe bhekokwakhe
bhembe bhengu bhensela bhovungana bhungane biagi biagio biagiotti bianca bianchi bianchini bianka bibi bibiana
bibuwa bidayet bien bienvenida bierstraten biggen bignami bignardi bijlsma bikelwayo bikwayo bilaal bilal bilay
bilge bilgin bilginur bilir bilkay bill billie billung billy bimala bina binaghi binay binda bingham binner bir
birben bird birger birgit birgitta birgul birnbaum birousk birsan bishakha bishop biswas bitul bixio biyase biyela
bizhan bjork bjorklund bjorkman bjorn blaak black blackburn blackwell blair blake blanc blanca blanchard blanche
blanco bland blanduzia blanka blankenship blanton blas blasi blazej blees bleijenberg blessing blevins blewanus
bloch bloemendaal blokland blom blomqvist blonk blose blue blumel bo boaga boase boaz bob bobal bobbie bobby bocca
boccaccio boccherini boccioni bocelli boddaugh bodo bodoni boer boers boeser boetet boezio bogdan bogdana boggs
bohlander bohnbach boiardo boitani boito bokenkamp bolander bolatito bolden boldu bolkesteijn bolnbach bolton
boluwatife bolzmann boma bombieri bompiani bonanno bonatti bonaventura bonbach bond bondumier bongiorno bonifacio
bonilla bonino bonner bonnet bonnie bonolis bonomo booden boogaerts booker boone booth bophela bora borah borde borg
borges boris borja borje borjesson borman borner borra borrego borys bos bosch bose bosman bostrom botello boucher
boucsein boudewijns bouhuizen bourgeois bouthoorn bouwhuisen bowen bowers bowman boyabenyathi boyce boyd boyer boyle
brad bradford bradley bradshaw bradut brady brahmbhatt bram branch brandi brandon brands brandt brandusa brandy brar
braun bravo bray brayan brenda brennan breno brent brese bresse brett breugelensis brewer brian bridges briemer
briere brievingh briggs bright brigida brigitte brijesh brilyant brinda briones brisee briseno brito britt brittany
britton brizee brock broeckx broeders broek broekhoven broeshart bronder brooks broussard brouwer brown browning
bruce bruder bruggeman brugman brumleve brun bruna brunet brunilda bruno bruynzeels bryan bryant buch buchanan
buchholz buck buckley buckner bucur bud budaqli budi budig budiman budiyanto buenaventura bueno bui buijs bukhosini
bullock bumb bunch bunmi buraid burch burcuhan bureyre burgess burgos burke burks burnett burns burris burt burton
busara bush busisiwe busra busranur bustamante bustos butala butler butselaar butte butts byers byrd byron caballero
caban cabbar cabbarli cabrayilov cabrera cadefau cadena cafaroglu cafarova cafarzada cagak cager cahan cahangir
cahya cahyadi cahyanto cahyo cahyono cai cain caio caius caket cakrabirawa cakrabuana cakrajiya cakrawala
cakrawangsa calal calcedonio caldeira caldera calderon caldwell caleb calebe calhoun calil calin calista calisto
calixta calixto callahan calogero caluza calvillo calvin camacho camala camalov camanzaminli camara camargo
camarillo camelia cameron camil camila camilla camillo camilo cammel camp campbell campos camurcuoglu canales canan
candace candela candelaria candelario candelas candido candra candrakanta canfeza cannon cannur cano canseven cant
cantemir cantrell cantu canur cao capa capucine caraballo caraka carbajal cardenas cardona cardoso carey caridad
carina carl carla carlijn carlito carlo carlos carlota carlson carlsson carlton carmela carmelita carmelo carmen
carmina carmona carney carnotte carol carole carolina caroline carolyn caron carpenter carpentier carr carranza
carrasco carre carreon carrera carrero carrie carrillo carrion carroll carson carsten carter carub carvajal carvalho
carver cas casandra casanova casares casarez casas case casemiro casey cash casian casiana casillas caspar casper
cassandra cassiano castaneda castellanos castillo castro catalin catalina catarina caterina catharina catherine
cathy catinca cato catrina catrinel catur caturangga caua caue cavad cavalcante cavalcanti cavazos cavid cawisadi
cawisono cawuk cayadi cayetana cayetano cazares cazimir ceballos cebekhulu cebisa cebrian cecep cecil cecile cecilia
cecilio cedide cedillo cedrin ceferino ceja celestina celestino celia celina celine celso cemani cemeti cemiyle
cemplunk cenge cengkal cengkir centeno cepeda cerasela cervantes cervantez cesar cesare cetin cevale ceyhun ceyhuna
ceyla ceylin ceyran cezar cezara cezary cha chaaya chacko chacon chad chada chadha chae chagwe chahal chaitaly
chaitanya chakrabarti chakraborty chakradev chakradhar chakrika chamali chaman chamane chamberlain chambers chameli
champak chan chana chanakya chanchal chand chanda chandani chander chandler chandra chandran chandresh chaney chang
changaz chaniya chantal chapa chapman char charan charita charity charlene charles charlesh charlie charlotta
charlotte charo charon charpentier charvi chase chashida chasmum chatresh chatterjee chatura chau chaudhari
chaudhary chaudhry chaudhuri chaudry chauhan chausiki chavarria chavez chavvi chawish chawla che cheema chelo
chelsea chema chen cheragh cherian cherry cheryl chester cheung cheusi chevalier chevresson chhabra chi chiara chibi
chibini childers childress childs chiliza chipukizi chita chiu chloe cho choe choi chokshi chon chonco chong chopra
chotzen choudhary choudhry choudhury chow chowdhury chris christelle christensen christer christian christiane
christina christine christoffer christoph christophe christopher christy chrodtrud chucho chuki chukwu chung church
chus chuy ciaobella cibane cicak cichorius cici cihan cimnaz cinara cindy cingiz cingizoglu cinta cinthia cintia
cintron ciprian cipriana cipriano ciriaco cirillo cirino ciro cisneros citlali citra claassen claes claesdr claesner
claesson claire clara clarence clarice clarisa clark clarke claude claudia claudine claudio claudiu clay clayton
clelia clemence clement clemente clementina clements clemons cleopatra cleto cleveland clifford clifton climaco
cline clinton cloe clotilde clyde cobb cochran codin codrin codrina codrut codruta cody coenen coffey coffman cohen
cole coleman colette colin collado collazo colleen collier collin collins colon coluccio colunga comar combs comfort
compton concepcion concetta concha conchita conley conner connie connor conrad conradi conrado constance constanta
constantin constantina constanza consuela consuelo contractor contreras conway cook cooke coolen cooley cooper
copeland cora coral coralia corbett cordova coret corey corina corinne coriolano corlu cornel cornelia cornelio
cornelis cornelisse cornelissen cornelisz corneliu cornelius corona corrado correia corstiaens cortez corvin cory
cosman cosme cosmin cosmina cosqun costa costache costantino costanzo costel costela costin cote cotton courtier
courtney covington cowan cox crabtree craft craig cramer crane crawford crenguta crescencia crin crina cristal
cristea cristian cristina cristobal cristofor crosby cross crow crowe crowley crum cruz crystal cuheyna cui cummings
cumsud cunha cunningham curro curry curtis custodio cwalile cynthia cyprian da daamin daan dabir dabukke dachgelder
dachgeldt dachgelt dacian daciana dacin dada dadap dadas dadi dafina dagel dagmara dahl dahlberg dai daiana dailey
dainess daisy daksh daksha dakshesh dalaja dalal dalbir dale dalia dalili dalima daliman dalimin daliono dalton
damanik damar damian damiano damife damini damlanur damu damyanti dan dana danang dang dani daniel daniela daniele
danielle daniels danielsson danilo danique daniswara danny dante danu danuja daphne dar dara darain daria dariana
dariati darijan darika darimin dario darius dariusz darlene darmaji darman darmana darmanto darpan darrell darren
darryl darsh darsirah dartono daru daruna daryl das dasgupta dash dass dastageer date datta daud daudi daugherty
dave davenport davi david davids davidson davidsson davies davila davis dawid dawn dawood dawson day dayal dayamai
dayita dayyaan de dean deanna debbie debora deborah debra decebal decker deep deepa deger deha dehmel dejesus dekker
delacruz delaney delarosa deleon delfino delgado delia delores delwayo demetra demetrio demi demilade demir demirel
demmendaal deng denis denisa denise deniz dennenberg dennis deo deol derek derrick deryanur desai deschamps deshmukh
deshpande despina dev devan devansh devi devika dewan dewi dex dey dhadho dhaliwal dhar dhawan dhillon dhingra
dhriti dhruv diaconescu diaconu diah dian diana diane dianne dias diaz dickerson dickinson dickson dida didina diego
diesbergen dietz dijkman dijkstra dikane dilara dilavar dilcan dilfeza dilhus dillard dillon dilsad dilsat dilsitan
dima dimba dimbane dimbani dimitrina dina dinabantu dinangwe dinda dindela dindi ding dingila dino dinu dinwa diogo
dion dionigi dippel dipta dircken dirk dirksen dirven ditschlerin divan divya dixon diya dlabane dlabazane dladla
dlakadla dlakela dlamane dlambula dlamdaka dlamini dlamlenze dlangamandla dlawuza dlebenkomo dlodlo dlomo dludla
dludlu dlungwana dmitri dmitry do dobes dobre dochia dochioiu dodd dodson doe doesburg dogannur dohn doina dolores
dom domenico dominguez dominic dominik domnica don donahue donald donaldson donatella donatello donato doncabe donda
dong dongoran donmaz donna donnie donovan doorhof doornhem dora dorel dorian doriana dorin dorinel doring doris
dorota dorothee dorothy dorr dorschner dorsey dorsman doru dos dotson doug dougherty douglas dowerg downing downs
doyinsola doyle draaisma dragos drake drewes dries driessen drub drubin drysdale du duane duarte dubandlela dubazane
dube dubois ducu dudley duffy dufour duivenvoorden dukada duke dulce duma dumakude dumanli dumas dumisa dumisani
dumisile dumitrescu dumitru dumont dunbar duncan dung dunge dunia dunlap dunn dunya dunyamali duong dupont dupuis
dupuy durab duran durand durante durdana durdu durham durmus durna durnisa durodola dustin duuk duval duyaza duyen
duze dwala dwayne dwight dye dyer dylan dylano eakumbu earl eaton ebba eberhardt ebert eberth eckbauer ecrin eddie
edgar edhitha edith edlund edmond edna edoardo edouard eduard eduarda eduardo edun edvin edward edwards edwin eesha
eftimie egorov ehlert eigenwillig eileen eimer eiravati ejlaal ek eka ekaja ekalinga ekani ekansh ekanta ekantika
ekapad ekaraj ekaterina ekavir ekbal ekiya eklund ekman ekstrom ekta ekundayo ekundu ekwueme elaf elaine elariz
elcin eldaniz eldar elder eldridge eleanor eleanora elena eleonore elgun eli eliakimu eliana elias eliasson elif
elijah elin eline elisa elisabet elisabeth elise eliza elizabeth elize elkins ella elladio ellen elliott ellis
ellison elma elmaddin elman elmar elmer elmidar elmir elmira elmo elmore elnara elnur elnura eloa eloah elodie
eloisa eloy elsa elsad elsan elsevar elsie elton elturan elvia elvin elvina elvira elxan elzbieta emanoil emanuel
emanuella emanuelly emanuil emelie emerson emil emile emilia emilian emiliano emilie emilio emilly emily emin eminov
emir emma emmanuel emmanuelle endah ene england english englund engstrom eniola ennio enrico enrique enzi enzio enzo
eom eraldo eraslan erdogan eremia ergul eric erica erick erickson erik erika eriksson erin erlandsson ermanno
ermenegildo ermes ernest ernesto ernst ertas ervin eryk escobar esfandyar eshan eshana esila esmee esmeralda esmira
esparta espartaco esperanza espinoza esteban estefania estela ester estes esther estrada esupofo eta ethan ethel
etibar etienne etiqad etizaaz etta ettore etzler etzold eugen eugene eugenia eugenio eunice eusebiu eustatiu eva
evan evance evangelista evans evelien evelina evelio evelyn everett evgeny evi evie evy ewa ewatomi ewelina ewing
eyyub eze ezio faas fabia fabian fabienne fabio fabiola fabre fabrizia fabrizio fadekemi faderera fadipe fagunwa
fahari fahd fahmi fahmin faiq faisa faisal faith faizah faizan fajimi fakazi fakude falabi falak falan faleti
falguni falk faloye famil famila fanaka fang fanisa fannie faqid faracov farah farahim faraj faraja faras farda
farhad farhan farhiya farhunnisa farias farid farida farijika fariq faris fariz farley farman farmer farooq farqana
farrell farris farrux faruq fasasi fathonah fatiha fatima fatma faulkner faure faust fausto faxraddin faxri faxriyya
fay faye fayez fayyaz fazail fazil fazli febi fechner fedde fedele federica federico federigo fedorov fehintola
felicia feline felipe felix fem femke feng fenna fenne fenya ferdinando ferguson fernanda fernandes fernandez
fernando ferreira ferrell fiamma fibikemi fidan fidel fidvi fiebig field fields fien fiene figueroa fihlela fikayomi
fikrat fikratoglu filip filippa filippo fimar finch finke finley finn fiodor fiorenzo fiorino firangiz firat
firdovsi firgantoro firmansyah firudin firuza fischer fisher fitan fitria fitriani fitzgerald fitzpatrick fiyaz
fizza flanagan flantz flavia flavio flaviu fleming fletcher fleur fleury fliegner floor floortje flora florea
florence florencia florentin flores florian florin floris flowers floyd flynn fogaca folashade foley folu fonseca
fontaine fontenot forbes ford foreman forrest forsberg forster fortunata forum foster fournier fowler fox frado
frances francesca francesco francis francisc francisca francisco franciszek franck franco francois francoise frank
franke franklin franks fransson franzen frazier fred freddie frederic frederick frederique fredo fredrick fredrik
fredriksson freeman freitas french freudenberger friberg frida friedman fritsch fritz frohlich frost fry fryderyk
frye fuad fuentes fujiati fuli fuller fulton fulvio fuzuli gabadela gabela gabhezi gabhisa gabi gabino gabriel
gabriela gabriele gabriella gabrielle gabrielly gadlela gael gaetano gagan gagashe gagnon gail gaillard gaines gaja
galasso gallagher gallegos galloway galu galvan gama gamble gambu gambuse gamede ganga gao garay garcia gardner
garima garner garnier garrett garrison gary garza gasa gasela gaspare gasti gastone gates gatsheni gaurang gaurangi
gaurav gauri gaurika gautam gautami gauthier gautier gavin gawati gay gayathri gazu gbadebo gbolahan gbowoade gcaba
gcaleka gcugcwa gcumisa gcwabe gcwensa gebashe gebhezi gedeza geetika gehringer geisel geisler geissler gelsomina
gelu gemma genaro gence gene geneva genevieve gengeshe genta gentry george georges georgescu georgia georgina gerald
geraldine gerard gerardo gerd gerlach german germana geronimo gerrit gertrude gertz gethera ghafoor ghaliyati ghanee
ghauth ghayoor ghazanfer ghazzal gheorghiu ghunayn giacinto giacobbe giacomo giada giampaolo giampiero gian
giancarlo gianfrancesco gianfranco gianluca gianluigi gianmarco gianna gianni gianpaolo gibbons gibbs gibson giel
gierschner giess gigaba gijs gilbert gilberto gilda giles gill gilles gillespie gilliam gilmore gina gininda giorgia
giovanna giovanni girard giraud girik girindra girish girschner giulia giuliana giulietta giuseppina gladys glass
glen glenda glenn gloria glover gnatz go goba gobhozi godfrey godide goff goh goje golden goldstein goma gomes gomez
goncalves gonzales gonzalez gonzalo good goodman goodwin gopal goran goransson gordon gore gorlitz gorman goss gosta
gotsholo gotthard gould gozalov grace graciela grady graf graham grant gravensande graves gray graziella greca green
greene greer greg gregg gregoire gregorio gregory griffin griffith griggs grimes griselda grondin gross grottner
grzegorz guadalupe gubeshe gubhela gubhuza gubulundu guclu gude guerin guerra guerrero gugu gugulethu gugushe
guilherme guillaume guillermina guillermo guillot gul gulaga gular gulara gulay gulbala gulcin gulcohra gule gulen
gulfaam guliwe gullar gulmira gulnar gulnara gulnaz gulnur gulsan gulshan gulsum gultac gultakin gulus gulustan
gulxar gulzar guma gumbi gumede gumprich gun gunarto gunawan gunay gunbir gunduz guneet guney gunilla gunnar
gunnarsson gunnel gunpf guo gupta gustaf gustafsson gustav gustavo gustavsson gustaw gute guthrie gutierrez
gutknecht guus guusje guy guyot guzman gwacela gwagwa gwala gwamanda gwanyana gwendolyn gwija gxabhashe ha haas
haase habib habibi habil hacar hacibayov hacizada hadassa hadebe hadi hadithi haering hafiz hafshah haglund hahn hai
haiba hailey haji hakan hakansson hakim hale haley halim halima halimah halisi hall hallberg ham hamann hamid
hamilton hamima hamis hamm hammond hampton hamsini hamza han hana hancer hancock handayani hande hanel haney hangala
hani hanja hanna hannah hans hansen hanson hansson hao haq harambee harden hardiansyah hardik hardin harding hardy
harinakshi haring harini harish harita hariyah harloff harmon harnail harold haroon harper harrell harriet
harrington harris harrison harry harsh harshil hart hartati hartley hartman hartmann hartung harvey haryanti
haryanto hasan hasanah hasanov hashiki hashim hasna hassan hassanah hassani hastings hastuti hatcher hatfield hatima
hattie hauffer hawehindi hawkins haydar hayden hayes haynes hayrioglu hays hazeem hazel he head heard heath heather
hebert hecker hector hedberg hedlund heidi heidrich hein heinrich heintze heinz heitor hekima helen helena helene
hellena hellstrom hellwig helms heloisa hema hemal hemang hemangini hemani henck henderson hendricks hendrik
hendriks hendrix henk henri henriette henrik henriksson henrique henry henschel hensley henson hentschel heo herbert
hering herman hermann hermansson hermelinda hermighausen hernan hernandez herrera herring herrmann herron hertrampf
herve heser hess hesse hester hesti hethur hettner heuser hewitt heydrich hhoyiyane hickey hickman hicks hicran
hidaya hidayanto hidayat hidde higgins hilda hill hiller hilton hines hinton hiral hitesh hlabangane hlabisa
hlatshwayo hlela hlengwa hlomuka hlongwa hlongwane hlophe hlubi hlumakazi ho hoang hoarau hobbs hodari hodge hodges
hoffman hoffmann hofig hofmann hogan hoglund hokuma holcomb holden holder holland holley hollis holloway holly holm
holman holmberg holmes holmgren holmstrom holsten holt holzapfel holzenbecher homer homero hong honore hood hooper
hoover hope hopkins hopper horace horacio horle horn horne hornich hortense horton house houston hovel howard howe
howell hredhaan hritik hu hua huang hubbard huber hubert hudson huet huff huffman hugh hughes hugo hugues hull
humaira humaiya humberto hummatov humphrey hung hunt hunter huong hurley hurst husayn huseynbayli huseynoglu
huseynov huseynova husniyya hussain hussein hutagalung hutapea hutasoit hutchins hutchinson huy huynh huzaifa hwang
hyde hyon hyun ian ibarra ibidapo ibikunle ibironke ibrahim ibrahimbayov ibrahimoglu ibrahimov ibrahimova icha ida
idika idris idrisoglu ifa iftikhaar ige ignacio ignacy igor ihab ihsaan ihsanoglu ihtiram ijaya ijli ika ikbal
ikeoluwa ikshita ilaha ilan ilaria ildirimoglu ilhama ilkana ilnara ilori ilqara ilsa ilse ilupeju ilyas im imad
imany imanzada imara imaran imelda imke imran ina inara inaya inayat indah indali indira indrajit indy ines inez
inga ingeborg ingegerd ingela ingemar inger ingram ingrid ingvar inioluwa innocent inonu intan intizar iolanda
ionescu ionita iqbal ira irada irawan irene iretioluwa iriana irina iris irma irwin irya isa isaac isabel isabela
isabella isabelle isabelly isadora isaiah isaksson isaque isaya ise iseoluwa isha ishaan ishani ishanvi ishita
ishola ishwar isis islam ismail ismayilqizi israel issack iswahyudi itanya ituri itzel ivan ivanov ivanova ivar
ivarsson ivonne ivy iwo iyabode iyadunni iyanda ize jaabir jabbar jaber jabulani jacek jacinto jack jackie jackson
jacob jacobo jacobs jacobson jacqueline jacques jacquet jad jade jafar jagrati jagvi jahdari jahi jailani jaime
jaiyeola jake jakobsson jakub jala jalaal jalal jali jalia jalil jalsa jamaal jamal jamalia james jamie jamil
jamison jan jana janaki janani jane janet jang jangwa janice janie janina janna janne jansson januar januja janya
jaqueline jared jari jarvis jasiri jasmijn jasmin jasmit jason jasper javier jay jayda jayden jaylinn jayson jean
jeanette jeanne jeannine jedrzej jeevika jeff jefferson jeffery jeffrey jelani jelita jelle jelte jenkins jenna
jennie jennifer jennings jenny jens jensen jente jeon jeong jeremi jeremiah jeremy jerome jeronimo jerry jerzy
jesper jesse jessica jessie jesus jet jhalak jian jiang jie jill jim jimenez jimmie jimmy jin jina jinthe jip jo
joakim joan joana joann joanna joanne joao joaquim joaquin job jodi joe joel joelle joep joey johan johanna johannes
johansson john johnnie johnny johns johnson johnsson johnston jolanda jolie jolijn joly jon jonas jonasson jonathan
jones jong jonsson joo joost jordan jordy jorge jorgen joris jorn jort jos jose josefin josefina josefine josefsson
joseph josephine josette joshua josue joy joyce joyner jozef ju jua juan juana juanita juarez judith judy jules juli
julia julian juliana julianna julie julien juliet juliette julio julita julius juliusz juma jumaane jun june jung
jurre justice justin justiniani justyna juul juwon jyoti kaamil kachela kacper kahinu kai kaique kaja kajetan kala
kalina kaluwa kamal kamala kamaria kamau kamel kamil kamila kamilly kane kang kani kania kaombwe karaamat karadeniz
karam karama karen karim karimah karimli karimov karimova karin karina kariuki karl karla karlijn karlsson karol
karolina kartika kashangaki kashif kasiyah kaskazi kassem katarina katherine kathleen kathryn kathy katie katrina
katz kaufman kay kayla kazimierz keano keisha keith keji keller kelley kelly kemp ken kendall kendrick kennedy
kenneth kenny kent kenyangi kerr kerry kerstin kevin key kezia khaan khadija khaled khalid khalil khamani khamisi
khan khanyisile khoa kiah kian kiandra kiapo kibafupia kibet kibibi kiburi kick kidd kifayat kijana kijani kikelomo
kim kimachu kimani kimball kimberly kimbilio kimutai kimya kinaya king kinney kinubi kiojah kipenzi kipepeo kipkemei
kipkirui kipkorir kiplagat kiprono kipruto kipsang kiptoo kirby kirk kirkland kirkpatrick kisakurek kisima kitumaini
kiume kiwara kjell klara klein kline knapp knight knowles knox ko koch koen kolade kolawole kondo kong konrad
konradi konstantin konstanty konul koo korede kornel kornelia koruturk kosoko kovsar kovu koya kozlov kramer krause
kristen kristi kristin kristina kristine krueger krystian krystyna krzysztof ksawery ku kuchanua kumar kurniawan
kurt kurunzi kusiima kusmawati kusumo kuswandari kuswoyo kuznetsov kwak kweli kwok kwon kyan kyano kyle labeeb lacin
lacroix laetitia lahiah lai laila lailasari lailati laini lais lajlaj lake laksita laksmiwati lal lala lalazar
lalita lam laman lamb lambert lamiya lan lancaster lance landry lane lang langalibalele langley lara laras larissa
larry lars larsen larson larsson latafat latif latifa latifxanli latika latupono lau laura laure lauren laurence
laurent lauretta laurie lavinia law lawrence lawson layth lazuardi le leach leah leandro leao lebedev leblanc
leclerc leclercq lecomte lee lefebvre lefevre legrand lehman leif leke lemaire lemoine lena lennart leo leon leona
leonard leonardo leonel leonor lere leroux leroy leslie lestari lester leticia letizia leung levi levine levy lewis
leyla leyli li liam liana liang licia lidia lidya lili lilia liliana lilja lilla lillian lillie lim lima limazah lin
lina lind linda lindahl lindberg lindblom linden lindgren lindholm lindqvist lindsay lindsey lindstrom linh linnea
lintang linus lisa lisbeth little liu livia livingston liwia liz lloyd lockhart lofgren logan lois lolita londisizwe
londiwe long lonnie lopes lopez loredana lorena lorenzo loretta lori lorraine lott louis louise lourdes love lovisa
lowe lowery lozano lu luan luana luara luc lucas lucca luce lucero lucia luciana lucie lucille lucrezia lucy
ludovica lugo luigi luigina luis luisa luiza lukasz luke luna lund lundberg lundgren lundin lundqvist lundstrom
lungile lunna luo luqmaan luqman lut lutf lutfiyya luther lutz luyanda luz lwandile ly lydia lyle lynch lynda lynn
lyon lyons ma maawiya mabel macdonald macedo machado macias maciej mack mackey macnunbayov madaha madden maddox
madeleine madeline madhubuti madina madini madison madoa mae magdalena magee maggie magnus magnusson magombo mahali
maharramli maharramoglu maharramzada mahbeer mahbub mahdi maheen mahendra maheswara mahfuj mahfuz mahira mahizar
mahmood mahmoud mahmud mahmudov mahmudova mahoney mai maida maillard maimunah maina maisa maisha maite maj maja
majani majd majeed majid makarov makinde makini makinwa maks maksim maksymilian makulu makunga makuu mala maldonado
malik malika malin maliza malm malone maloney malwina mammadquluzada mammadxanli mammadzada manco mandala mandasari
mandla mandlakhe mangunsong manley mann manning manole manon mansiz mansour mansson mansur manuel manuela manuella
manullang marbun marc marcel marcela marcelina marcella marcelle marcelo marchand marcia marcin marcos marcus
mardhiyah marek margaret margareta margaretha margarita margaud margaux margherita margie margot marguerite maria
mariah marian mariana mariane marianna marianne mariano marie marika marilyn marin marina marine marini mario marion
marisa marissa marita mariusz marjani marjorie mark marks markus marlene marpaung marques marquez marsh marsha
marshall marta martensson martha marthe martin martine martinez martins martinsson marvin mary maryadi maryam
maryann maryati maryse mason masood masoud massey masson mata mateo mateus mateusz mathenge matheus mathew mathews
mathias mathieu mathilde mathis matilda mats matt matteo matthew matthews matthieu mattias mattie mattsson matunda
maua maulana maureen maurice mauricio mauro maurycy mavuno max maxim maximiliano maxine maxwell may maya mayasari
mayer mayes mayfield maynard mayo mays maysa mazilescu mcallister mcbride mccabe mccall mccann mccarthy mccarty
mcclain mcclure mcconnell mccormick mccoy mccray mccullough mcdaniel mcdonald mcdowell mcebisi mcfadden mcfarland
mcgee mcghee mcginnis mcgowan mcgrath mcguire mcintosh mcintyre mckay mckee mckenzie mckinney mcknight mclaughlin
mclean mcleod mcmahon mcmillan mcneil mcpherson meadows medina meeks megan megantara mehbara mehin mei mejia melani
melania melanie melendez melin melina melinda melissa melo melody melton melvin menard mendes mendez mendonca
mendoza mercado mercer mercier merrill merritt meunier meyer meyers meyransa michael michal micheal michel michele
michelle middleton mieszko miguel mikael mike mikhail mikhailov mikolaj mila mildred milena miles miller mills
milosz milton min minenhle ming minh minnie minor mirahmadov miralamov miranda mirella miriam misty misuli mitchell
mizhir mkarkara mlungisi mnqobi moa moberg mobley mocanu modupe mofifoluwa mohamad mohamed mohamedi mohammad
mohammed mojisola mojisoluwa molina moller molly mona monica monika monique monroe monteiro montenegro montes
montgomery montoya moody moon mooney moore mora moradeke moraes morales moran morawo morayo moreau moreira morel
morenike moreno morgan morin morolake morozov morris morrison morrow morse morton moser moses mosinmileoluwa mosley
moss mosunmola motunrayo moulin moura mourib moyer moyosore mrihani msuya mthokozisi mueller muhallil muhamad
muhammad muhammed muhazzim muhima mujahid mulele mullen muller mullins mulyani mumbi mun munir munoz murad murilo
murphy murray murvatqizi musa musabayov musabayova musila mustafa mustofa mutai muthoni mutia muxtaroglu muzdahir
muzhir mwamini mwangi mwasaa mwezi myers myrtle mzamo naail nababan nabeel nabibayli nabih nabil nabioglu nabiqizi
nadeem nadia nadir naeem nagioglu nainggolan najam najmudin najuma naki nam namaga nance nancy naomi napitupulu
narimanov narimanova narpati nascimento nash nashipie nashiruddin nasibova nasir nasirli nasr nasra nasser nasyiah
nasyidah natalia natalie natan nataniel natasha natasza nath nathalie nathan nathaniel nathari natsir navarro nayfa
nazari nazarli nazir nazirova ndumiso neal neely neil nela nelah nellie nelson nemes newell newman newsome newton ng
ngamia ngeni ngo ngoc nguyen nhien nhlanhla niara nicholas nichols nicholson nick nicolas nicole nielsen nieves
nigesa niklas nikodem nikolaev nikolai nils nilsson nina ninalowo ninioluwa nistor nita nix nixon niyilolawa njabulo
njeri njoroge njozi nkazimulo nnamani no noah nobantu noble nobuhle noel noemi nogueira noh nokulunga nolan nomagugu
nomalanga nomasonto nomathalente nomathemba nomcebo nomthandazo nomusa nomvula nonhlanhla nonjabulo noor nora
norberg norbert nordin nordstrom noren norma norman norris norton nothando novaes novais novak novikov novitasari
noxolo nozibusiso nozizwe nqobizitha ntimi nugroho nuhu nula numbers nunes nunez nur nuraini nurali nurdiyanti
nuriat nwabudike nyasi nyberg nygren nyman nyoka nyoni nyota nystrom nyuki oba obama obanijesu obasanjo oberg obi
obrien ocalan oceane ochieng ochoa oconnell oconnor odell odetola odette odhiambo odom odonnell odunsi ogindan
oginni ogooluwa ogulana ogunbamigbe ogunbiyi ogunbo ogunde ogunleye ogunwobi ogunyeye oh ojo ojua okafor oke okonkwo
ola olabode oladare oladimeji oladipupo olaf olaiya olajumoke olakunle olanrewaju olansile olasunmbo olasupo olawale
oleg olga olgierd oliveira oliver olivia olivie olivier oliwier olle olof olofsson ololade olov olowokeere oloyede
olsen olson olsson olubode olufunke olufunmilayo olugbayila olujimi olukotun olukunga olumorotimi olusanya oluwafemi
oluwagbemi oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa oluwasanmi oluwasegun oluwole olwethu omair omar omeir
omidina omobobola omobolanle omodunni omojola omolabake omolara omondi omosalewa omotara omotayo omotola omotoso
omotoun omowumi oneal oneil oneill ong onyango opal oparinde oprea opwonya oreofe orlando orlov orozco orr ortega
ortiz orucov osama osborn osborne oscar oshin oshodi oskar osogo osunleke osuntokun otavio othman otieno otis otto
ottosson ouma ove owais owen owens owethu owokoniran owolabi owoyemi owuor oyadiran oyaifo oyekan oyenike oyeniyi
oyetoro oyeyemi oyindasola oyinlola pablo pace pacheco padilla padmasari pae paek page paimo pak palastri palm
palmer pambe pamela pan panahov pang pangestu panya paris park parker parks parrish parsons paskalia pastor pate
patel patience patrice patricia patrick patrik patryk patsy patterson patton paul paula paulette pauline paulo pavel
pavlov pawel payet payne peace pearce pearl pearson peck pedro peggy peixoto pelaji pena penelope peng pennington
penny per pereira perez perkins permadi permata pernilla perrin perry persson pertiwi peter peters petersen peterson
petersson petit petrov petrova pettersson petty pham phan phelps philip philippe philippine phillip phillips phuc
phyllis pia picard pickett pierce pierre pierson pietro pike pimenta ping pinto piotr pires pittman pitts plummer
poirier polk pollard ponce poole pop popa pope popescu popobawa popov porter porto potter potts powell powers
prabowo pradana pradipta prakasa pranowo prasasta prasetya prasetyo prastuti pratama pratiwi pratt prayoga preda
preston price prince priscilla proctor pruitt pryor przemyslaw puckett pudjiastuti pugh pumbaa purnawati purwanti
puscasu puspasari puspita putra qaasim qabeel qabiloglu qadeer qadir qafarov qaim qanizada qaseem qasif qasim
qasimov qiang qosali quang quinn qurbanli qurbanov qusay qutqasinli raaghib raashid rabb rabbani rabiah rachel
radeke radi radoslaw rael rafael rafal rafay rafeek rafi rafiq rahim rahimov rahman rahmanova raid rajasa rajata
ralph ram ramadan ramirez ramon ramona ramos ramsey randall randolph randy rangel rankin rashid rashidi rasmus
rasmussen ratliff raul ravi ray rayan raymond raza rebecca reed reese reeves regina reginald rehman reid reilly remy
ren renard renaud renault rene renee reshoni rex rey reyes reyna reynolds reza rezende rhee rhodes rhonda ri riaz
ribeiro ricardo rice rich richard richards richardson richmond rick rickard rickey ricky riddle riggs rikke riley
rim rios risasi rita ritter rivas rivera rivers riviere roach robbins roberson robert roberta roberto roberts
robertson robin robinson robles rocha roche roderick rodgers rodney rodrigues rodriguez rodriquez roger rogers roh
rohaan rojas roksana roland rolf rolland rollins roman romero ron ronald ronke ronnie roos rosa rosado rosales
rosario rose rosemary rosen rosie ross roth rouse rousseau roussel roux rovsanov rowe rowland roy royer roza rozalia
rua rubani ruben rubio ruby rucker ruhiu ruiz rune rungo rush russell russo rusul rut ruth rutherford rutledge
ruwaihim ryan ryszard ryu rzaquluzada sa saafir saajid saalim sabari sabine sabir sabrina sadaka sadan sadao
sadaqatoglu sadiki sadiq sadiqov sadixov sadixova saeed saefullah safak safari safiri saga sahbuzlu said saif
sakarya salah salahudin salako salam salami salamoglu salas salazar saleh salem sales salih salim salimova salinas
sally salman salvador sam sama samadoglu samama samantha sami samiloglu samilov samir samosir sampaio sampson samuel
samuelsson samweli sanchez sandberg sanders sandile sandoval sandra sandstrom sandy sanford santana santiago santos
santoso saptono saputra sara sarabi sarafina saragih sarah sargent sarifova saunders sauti savage sawyer sayed
sayyed sayyid schaefer schmidt schmitt schneider schroeder schultz schwartz scott sean sears sebastian sebastien
segilola seif sellers semenov sener sensoy seo sergei sergey sergio serrano seth setiawan seven sexton seye
seyidbayli seymour seyxzada sezer sezgin sfiso shafer shaffer shah shahid shaikh shane shannon sharif sharma sharon
sharp sharpe shaun shaw shawn shea sheikh sheila shekoni shelly shelton shen shepard shepherd sheppard sherman
sherri sherry sheryl shida shields shim shin shirley shoemaker short sibonelo sibongile sibusisiwe sibusiso siddiq
siddiqui sidney sidorov sifa signe sihawukele sihombing sihotang sijuade siku silondile silva silveira sim
simanjuntak simba simbolon similoluwa simisola simmons simms simon simone simphiwe simphiweyinkosi simpson sims sin
sinaga sinclair sinema singh singleton siphesihle siqueira sirait siregar sirvanzada sithembiso sitompul sitorus
situmorang siv siyabonga sjoberg sjogren sjostrom skinner skoglund slater slaughter sloan small smart smirnov smith
snider snow snyder so sobowale soderberg soderlund soderstrom sofia sofie sokolov solis solomon son song sonia sonja
sonya sophie sosa soto souma sousa souza sowande soyinka soylu sparks spears spence spencer sphiwe spivey springer
stacey stacy stafford stan stancu stanescu stanislaw stanley stanton stark starr steele stefan stein stella sten
stenberg stepanov stephane stephanie stephen stephens stephenson steve steven stevens stevenson steward stewart stig
stina stinson stoica stokes stone stout strand strandberg strickland strom stromberg strong stuart su suarez subomi
suciu sue sukurov sulaiman suleiman suleymanli suleymanov sullivan sultan sultanov summers sun sundberg sundstrom
sung suryono susan susanne sutton suwarno suzanne sven svensson svetlana swain swanson sweeney sweet sykes sylvia
sylwia szymon taanish tabacu tabassum tade tadeen tadeusz tafazal tagizada taha tahir tahirzada tahmaseb tahoor
taial taimur taisir takatifu talha talhah talib talibli talibov talley tamara tamba tammy tampubolon tan tang tanner
tanya tao tapdiqoglu tara tarfaan tarhan tarihoran tariq tate tatiana tatum tawkeel tayeb taylor ted teixeira
temidayo teo teresa terrance terrell terrence terri terry tevetoglu thabani thabisa thabisile thabiti thalente
thamrin thandazile thandeka thandiwe thando thanh thao thelma thembeka thembekile thembile thembisile theodore
theophile theresa therese thibault thibaut thierry thomas thompson thornton thuthukile tian tiffany tillman tim
timothee timothy tina tirdad tisa tishk titilayo tobias tobiasz todd toki tokunbo tola tolulope toluwanimi tom toma
tomas tomasz tomescu tommy tomori toni tony tonya torbjorn torres townsend tracey tracy tran travis trevino trevor
tristan trong troy trujillo trung tsang tu tucker tudor tufani tukufu tung turk turner tyler tymon tymoteusz tyrone
tyson ubaadah ubadah ubaid ubaidah ubay ubayd ubaydullah uche uhban ulf ulker ulla ulrika um umaarah umair umar
underwood urrab urszula ushindi usiku usman utama uwais uzima vadim vahar valdez valencia valentine valenzuela
valerie valery valioglu valixanov valiyeva van vance vanessa vang vargas vasconcelos vasiliev vasily vasquez vasseur
vaughan vaughn vaziroglu vazirov vazquez vega velasquez velazquez velez velma vera vernon veronica vi viana vicki
vickie victor victoria vidal vieira viktor viktoria vilayatoglu vilhelm villa villanueva villarreal vincent vinson
viola violet virgil virginia vitaly vivian vladimir vo voinea volkov vu vusumuzi vyacheslav waahid wacana wade
wadood wafula wagner waheed wahhaaj wahyudin walden wali walid walker wall wallace waller wallin walls walsh walter
walters walton waluyo wambui wamwema wanda wang wanijiku wanjala ward ware wario warner warren washington wasita
waskita waters watkins watson watts waweru wayne weaver webb webber weber webster weeks wei weiss welch wells
wendell wendy werner wesley west whaley wheeler whitaker white whitehead whitfield whitley whitney wibisono wibowo
widodo wiggins wijaya wikstrom wiktor wilbur wilcox wilder wiley wilhelm wilkerson wilkins wilkinson willard william
williams williamson willie willis wills wilma wilson winarno winter winters wise witold witt wojciech wolf wolfe
womack won wong woo wood woodard woodruff woods woodward wooten workman worley wright wu wuraola wyatt wynn xakimov
xalilov xavier xiao xie xin xobeen xu xuan yadid yafir yaghnam yahya yahyaa yakobo yaman yamar yang yao yaqubov
yarbrough yashem yasin yasir yassin yates yawer yazan yazeed ye yejide yen yeraz yergha yesoob yetunde yewande yi
yildirim yilmaz yoder yohana yohane yolanda yong yoo yoon york yorulmaz young younis yousef youssef yu yuan yudas
yuksel yulia yun yunus yureed yuri yury yusifoglu yusifqizi yusifzada yusuf yves yvette yvonne zaafir zabir zacharie
zachary zackariya zafar zahaar zahri zahrun zahur zaid zakhele zaki zamora zarar zauqi zaweel zayan zayd zayyir
zende zeng zengin zenzele zenzile zerdad zewad zhang zhao zhen zheng zhou zhu zia zibuyile zimmerman zimran zinhle
zorlu zuba zuhri zulkarnain zuniga zuwayhir zwatie
"""
COMMON_NAMES = frozenset(_COMMON_NAMES.split())
