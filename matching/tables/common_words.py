"""English words too common to watch for alone, folded, in alphabetical order.

Source: the most frequent entries of the frequency lists in zxcvbn 4.5.0 (github.com/dwolfhub/zxcvbn-python, MIT): 3,000
of English Wikipedia, 2,000 of US film and television subtitles, 2,000 of frequent passwords (where zxcvbn files words
such as `apple` and `star`). Only those in Latin letters, without obscenities and runs of keys (`qwerty`).
"""

from __future__ import annotations

_WORDS = """
aardvark abandoned aberdeen abilities ability able about above abroad absence absolutely abuse academic academy accept
accepted access accessible accident accompanied accord according account accounts accused accusing achieve achieved
achievement achilles acid acoustic acquired acquisition acres across act acted acting action actions active actively
activist activities activity actor actors actress acts actual actually adaptation adapted added adding addition
additional additionally address adidas adjacent admin administered administration administrative admiral admire admit
admitted adopted adult adults advance advanced advantage adventure adventures advertising advice advisory advocate
affair affairs affect affected affiliate affiliated afford afghanistan afraid africa african after aftermath afternoon
afterwards again against age aged agencies agency agenda agent agents ages aggies ago agree agreed agreement
agricultural agriculture ahead ahem aidan aimed aims air airborne aircraft aired airforce airline airlines airplane
airport aisle alabama alarm alaska album albums alcazar alcohol alejandr aleksandr alexande alexandr alexis alien
aliens alive all alleged alliance allied allies allow allowed allowing allows almost alone along alongside alpha
alpine already alright also alternate alternative although altitude alumni always amadeus amateur amazing amazon
ambassador ambulance amen amendment america american americans among amongst amount amounts amsterdam an anakin
analysis anarchy ancient and andie andrei andrey angel angeles angels anger anglo angry animal animals animated
animation anime anniversary announced annoying annual annually annulment another answer answered answering answers
anti anubis anxious any anybody anymore anyone anything anytime anyway anywhere apache apart apartment apollo
apologize apology apparent apparently appeal appear appearance appearances appeared appearing appears apple apples
application applications applied apply appointed appointment appreciate approach approached approaches appropriate
approval approve approved approximately aquarius arab arabic aragorn archaeological archbishop architect architects
architectural architecture are area areas arena argentina argentine argue argued arguing argument arizona arkansas
armed armenian arms army around arrange arranged arrangement arrangements arrest arrested arrival arrived arriving
arsenal art article articles artificial artillery artist artistic artists arts as ashamed asia asian aside ask asked
asking asks asleep aspect aspects aspirine assassin assault assembly assessment assets assigned assignment assist
assistance assistant assisted associate associated association associations assume assumed assuming assure asterix
astros at athens athlete athletes athletic athletics atlanta atlantic atlantis atmosphere atomic attached attack
attacked attacking attacks attempt attempted attempting attempts attend attendance attended attending attention attic
attitude attorney attracted attractive attributed auburn audience audio august aunt aussie austin australia australian
austria austrian author authorities authority authors automatic autonomous available avalon avatar avenger avenue
average aviation avoid avoiding awake award awarded awards aware awareness away awesome awful awfully awhile awkward
axis azamat azerbaijan babe babes babies baby babyboy babydoll babygirl babylon bachelor back backed background backup
bad badboy badge badger badly baggins bags bail balance baller ballet balls baltimore bambam banana bananas band
bandit bands bang bangkok bangladesh bank banking banned banshee baptist bar barbie barcelon barcelona barely barkley
barn barney bars base baseball based basement bases basic basically basin basis basket basketba basketball bassman
bath bathroom batman battalion battery batting battle bay be beagle bear bearing bears beast beat beating beatles
beats beautiful beauty beaver beavis became because beckham become becomes becoming bed bedroom beef beefcake been
beer beetle before began begging begin beginning begins begun behalf behavior behind beijing being belgian belgium
belief believe believed believes believing belong belonged belonging belongs below belt benefit benefits berkeley
berlin bermuda besides best bet betrayed better between beyond bible bicycle big bigboy bigdaddy bigdog bigfoot bigger
biggest biggie bigguy bigmac bigman bigone bigred bike billboard billion billybob billyboy binding bingo biography
biological biology birdie birdman birds birmingham birth birthday biscuit bit bite blabla blackcat blackdog blackie
blackjac blackmail blacks blacky blade blades blah blahblah blame blaming blanket blast blaster blazer bleeding bless
blessed blew blind blizzard block blocks blonde blondes blondie blood bloody blow blowing blown blue bluebird blueeyes
bluemoon blues bluesky board boarding boards boat boats bobafett bobcat bodies body boeing bogdan bomb bomber bombing
bondage bone bonehead bones bonjour bonus booboo booger boogie book booked books boom boomer boots booty border bored
boring born borough borrow bosco boss bossman boston both bother bothered bothering bottle bottom bought boulevard
bound boundaries boundary bout bowl bowler bowling box boxes boy boyfriend boys brains branches brand brando brandy
brasil brave braves brazil brazilian bread break breakfast breaking breaks breast breath breathe breathing breeding
breeze brick bride bridge brief briefly brigade brilliant bring bringing brings brisbane britain british britney broad
broadcast broadcasting broadcasts broadway broke broken bronco broncos bronze brooklyn brother brothers brought
brownie browns brucelee bruins brunswick brutus bubba bubbas bubble bubbles buckeye buckeyes bucks buddha buddhist
buddy budget budlight budman buffalo buffett buffy build building buildings built bulgaria bulgarian bull bulldog
bulldogs bullet bunny bureau burger buried burn burned burning bury buses business businesses businessman bust busted
buster busy but butch butt butter butterfl butterfly button buttons buy buying buzz by bye byteme byzantine cabin
cabinet cable cactus cadillac caesar cake calendar caliente californ california call called calling calls calm camaro
cambridge came camel camelot camels camera cameras cameron camp campaign campaigns camps campus can canada canadian
canal cancel cancelled cancer candidate candidates candles candyman cannot canton cantona capable capacity cape capita
capital capone captain capture captured car carbon card cardinal cards care cared career careful carefully cares cargo
caribbean caring carly carolina carpet carried carries carrot carry carrying cars cartman cartoon case caserta cases
casino casper cassadine cassie cast castle casualties catch catdog categories category catfish cathedral catherin
catholic cats cattle caught cause caused causes causing cavalier cavalry cave ccbill ceased celebrate celebrated
celebrating celebration celica celine cell cells celtic celtics cemetery census center centers central centre centres
cents centuries century ceremony certain certainly certificate certified cessna chain chair chairman challenge
challenges chamber champagne champion champions championship championships champs chance chancellor chances change
changed changeme changes changing channel channels chaos chapel chapter character characteristic characteristics
characterized characters charge charged charger chargers charges charlie charlott charly charm charmed charming chart
charter charts chasing chat cheap cheat cheating check checked checking cheer cheese chef chelsea chemical chemistry
cherokee cherry chess chest chester chevelle chevrole chevy cheyenne chicago chichi chick chicken chicks chief chiefs
child childhood children chile chill china chinese chip chipper chips chloe chocolat chocolate choice choices choir
choose chopper chose chosen chrissy christ christia christianity christians christin christmas christop chronic chubby
chucky church churches cigarette cincinnati cinema circle circuit circumstances cited cities citizen citizens city
civic civil civilian claim claimed claiming claims clan clancy class classes classic classical classification
classified clean cleaned cleaning clear cleared clearly clever client clients climate climb clinic clinical clock
close closed closely closer closet closing closure clothes clothing clover clown club clubs clue coach coached coaches
coaching coal coalition coast coastal coat cobra cocacola code coffee coincidence coins cold collaborated
collaboration collapse collect collected collection collections collective college colleges colombia colonel colonial
colonies colony color colorado colors colour coltrane columbia column columns coma combat combination combined come
comedy comes comfort comfortable comic comics comin coming command commanded commander commanding commando commenced
comment commented comments commerce commercial commission commissioned commissioner commit commitment committed
committee common commonly commons commonwealth commune communication communications communist communities community
companies company compaq compared comparison compete competed competing competition competitions competitive
compilation complete completed completely completing completion complex complicated component components composed
composer composition compositions compound comprehensive comprises computer computers concentrate concentration
concept concepts concern concerned concerning concerns concert concerts concluded conclusion concrete condition
conditions condor conduct conducted confederate conference confess confession confidence confident confirmed conflict
confused congratulations congregation congress congressional connect connected connecticut connecting connection
connections connor conscience consecutive consequences consequently conservation conservative consider considerable
considered considering consist consisted consistent consisting consists constant constituency constitution
constitutional constructed construction consumer consumption contact contain contained containing contains
contemporary content contest contested context continental continue continued continues continuing continuous contract
contracts contrast contributed contributing contribution contributions control controlled controls controversial
controversy convention conventional conversation conversion converted convicted convince convinced cookie cookies
cooking cool cooldude cooler coolio coolman cooperation copies copper cops copy core corinthos corner corona corporate
corporation corps correct corresponding corruption corvette cosmos cost costs costume cosworth cougar could council
counsel counselor count counter counties counting countries country county coup couple couples courage course courses
court courts cousin cover coverage covered covering covers cowboy cowboys coyote crack cracker crane crash crawl crazy
cream create created creating creation creative creature credit credited credits creek creep creepy crew cricket
cricketer crime crimes criminal crimson cris crisis cristian critic critical criticism criticized critics croatia
croatian crops crossed crosses crossing crowd crown cruel crusader crush crying cthulhu cuba cuddles cultural culture
cultures cup cupcake cure curious current currently curriculum curse custody customers customs cut cute cutter cutting
cycle cylinder czech dad daddy dagger daily dakota dallas damage damaged damn damned dance dancer dancing danger
dangerous daniil danila danish danni dannyboy dare dark darkness darkside darkstar darling darn data database date
dated dates dating daughter daughters dawg day days daytona deacon dead deadhead deadman deal dealing dear death
deaths debate debt debut debuted decade decades december decent decide decided decides decision decisions deck
declaration declared decline declined decorated dedicated deep deeply defeat defeated defeating defence defend
defended defender defending defense defensive defiant defined definitely definition deftones degree degrees delaware
delete delhi delicious deliver delivered delivery delta demand demands democracy democrat democratic democrats
demographics demolished demon demons demonstrated denied denmark density deny departed department departments
departure dependent depending depends depicted deployed depot depressed depression depth deputy derby derived
descendants descent describe described describes describing description desert deserve deserved deserves design
designated designation designed designer designs desire desk deskjet desperate despite dessert destination destiny
destroy destroyed destruction detail detailed details detective determine determined detroit develop developed
developing development developments device devices devil devildog devils devoted dexter diablo dialogue diameter
diamond diamonds did die died dies diesel dietcoke difference differences different differently difficult difficulties
difficulty digger digging digital dilbert dima dimera diner dingdong dinner diocese diplomatic direct directed
direction directly director directors dirt dirty disambiguation disappear disappeared disappoint disappointed disaster
disbanded disc discover discovered discovery discuss discussed discussing discussion disease diseases disgusting
dismissed disney display displayed dispute distance distinct distinction distinctive distinguished distributed
distribution district districts diverse divided division divisions divorce divorced do doberman doc doctor doctors
document documentary documents dodger dodgeram dodgers does dog dogg doggie doggy dogman dogs doin doing doll dollar
dollars dolphin dolphins domain domestic dominant dominated domino donated done donkey doobie doodle dookie door doors
double doubles doubt doubts doughboy down downstairs downtown dozen dracula draft drafted drag dragged drago dragon
dragons drama dramatic draw drawer drawing drawn dream dreamed dreamer dreaming dreams dress dressed drink drinking
drinks drive driven driver drivers driving drizzt drop dropped dropping drove drpepper drug drugs drum drummer drums
drunk dual dublin ducati duck dude due dumb dump dumped dunno durango during dust dutch duties duty dying dynasty each
eagle eagles earlier earliest early earned earning ears earth earthquake ease easier easily east eastern easy eat
eaten eating eclipse economic economics economy edge edinburgh edited edition editions editor editorial eduard
educated education educational effect effective effectively effects efficiency efficient effort efforts eggs egypt
egyptian eight eighteen eighth eighty einstein either ekaterina eldest elected election elections electoral electric
electrical electricity electronic element elementary elements elephant elevated elevation elevator eleven eligible
eliminated elite elizabet else elsewhere embarrassed embarrassing emerald emerged emergency eminem emotional emotions
emperor emphasis empire employed employees employment empty encouraged end ended endemic ending ends enemies enemy
energy enforcement engage engaged engagement engine engineer engineering engineers engines england english enigma
enjoy enjoyed enjoying enough enrolled ensemble ensure enter entered entering enterpri enterprise enters entertainment
entire entirely entitled entrance entry environment environmental enzyme ephram episode episodes equal equation
equipment equipped equivalent era erected erotic error escape escaped escort especially essential essentially
establish established establishing establishment estate estates estimated eternity ethnic europe european even evening
event events eventually ever everton every everybody everyday everyone everything everywhere evidence evil evolution
evolved exact exactly examination example examples excalibu excellence excellent except exception exchange excited
exciting exclusive exclusively excuse excuses executed execution executive exercise exhausted exhibit exhibited
exhibition exhibitions exigen exigent exile exist existed existence existing exists expand expanded expansion expect
expected expecting expedition expensive experience experienced experiences experiment experimental experiments expert
explain explained explanation explorer explosion exposed exposure express expressed expression extend extended
extension extensive extensively extent external extinct extra extreme extremely eye eyes fabulous face faced faces
facilities facility facing fact factor factors factory facts faculty fail failed failure fair fairy fake falcon
falcons fall fallen falling falls false fame familiar families family famous fancy fans fantastic fantasy far farm
farmers farming farms farside fascinating fashion fast faster fatboy fatcat fate father fatman fault favor favorite
favour fear feature featured features featuring february federal federation feed feel feeling feelings feels feet fell
fella fellas fellow felt female females fender ferrari ferret ferry festival festivals fetish fever few fiction
fictional field fifa fifteen fifth fifty fight fighter fighters fighting figure figured figures file filed files fill
filled film filmed filming films filter final finally finals finance financial find finding finds fine finest finger
fingers finish finished finishing finland finnish fire fireball firebird fired firefly firefox fireman firm first fish
fishing fitness fits fitted five fix fixed flag flames flamingo flash flat flatron fled fleet flesh flew flight
flights flip flipper floor florida flow flower flows fluffy flyboy flyers flying focus focused focuses folk folks
follow followed following follows foobar food fool foot football footballer for force forced forces foreign forest
forests forever forget forgetting forgive forgot forgotten form formal formally format formation formed former
formerly forming forms formula forrester fort forth fortress fortune forty forum forward fossil fought found
foundation founded founder founders founding four fourteen fourth foxtrot frame framework france franchise frankly
franky frasier freak freaked freaking freaks freaky freckles freddy free freedom freepass freeuser freeze freezing
freight french frequency frequent frequently fresh friday friend friendly friends friendship fries frightened frog
frogger froggy from front frontier frosty frozen fruit fuel full fully fun function functional functions fund
fundamental funded funding funds funeral funny funtime furious furniture further furthermore fusion future gain gained
galaxy galina gallery galore gambit game games gandalf gang gangsta gangster garage garbage garden gardens garfield
gate gateway gather gathered gator gators gauge gave geez geheim gemini gender general generally generated generation
generous genesis genetic genius genre gentleman gentlemen genus geography german germans germany geronimo get gets
getsome gettin getting ghost giant giants gift gifts gimme ginger girl girlfriend girls give given gives giving gizmo
gizmodo glad glasgow glasses global globe gloves gmina go goal goals goblin goblue god goddess godsmack godzilla goes
goforit goin going gold golden goldfish golf golfball golfer golfing gone gonna goober good goodbye goodluck goodness
goodnight goods goodtime google goose gopher gorgeous gorilla gosh gospel got gotcha gothic gotta gotten governing
government governments governor grab grabbed grade grades gradually graduate graduated graduating graduation grammar
grams grand grandfather grandma grandmother grandpa granny granted grants graphics grass grateful grave great greater
greatest greatly greece greek greenday greenlee gremlin grendel grew grey grief griffey grizzly groovy ground grounds
group groups grow growing grown grows growth guarantee guard guardian guards guess guessing guest guests guide guilt
guilty guinea guinness guitar guitarist gulf gun gundam gunner guns gustav guts guy guys habit habitat hacker had hair
half halflife halfway hallo halloween hallway hamburg hamlet hammer hammers hampshire hamster hand handed handle
handled handling hands handsome hang hanging hannah hannibal hansolo happen happened happening happens happier happily
happiness happy harbor harbour hard hardcore harder hardly hardware harley harm harmony harvard has hate hated hates
have having hawaii hawkeye he head headache headed heading headquarters heads heal health healthy hear heard hearing
heart hearts heat heaven heavily heavy hebrew height heights held hell hellfire hello help helped helpful helping
helpme helps hence hendrix her herbie hercules here heritage hermes hero heroes hers herself hershey hey hidden hide
hiding high higher highest highland highly highway hills him himself hindu hint hiphop hire hired his hispanic
historian historians historic historical historically history hit hitler hitman hits hitting hmm hmmm hobbes hobbit
hockey hold holding holds hole holiday holidays hollywoo hollywood holy home homers homerun homes homework honda
honest honestly honesty honey honeymoon hongkong honor honorary honors honour honours hook hooked hope hoped hopefully
hopes hoping hornet horrible horror horse horses hospital hospitals host hosted hosts hot hotboy hotdog hotel hotrod
hotstuff hottie hour hours house housed household householder households houses housing how however http https huge
huh human humans hummer humor hundred hundreds hungarian hungary hungry hunter hunting hurrican hurricane hurry hurt
hurting hurts husband husker huskers ibanez ice icecream iceman idea ideal ideas identical identified identify
identity idiot if iforgot ignore igor iguana illegal illinois illness illustrated iloveu iloveyou image images
imagination imagine imagined immediate immediately immigrants immigration immortal impact impala imperial
implementation implemented importance important impossible impressed impression impressive improve improved
improvement improvements in inaugural inch incident include included includes including income incorporated increase
increased increases increasing increasingly incredible incredibly incubus incumbent indeed independence independent
index india indian indiana indians indicate indicated indicates indigenous indigo individual individuals indonesia
indoor inducted industrial industries industry infantry inferno infiniti infinity influence influenced influences
influential information infrastructure inhabitants inherited initial initially initiated initiative injured injuries
injury inner innings innocent innovation input insane inside insist inspector inspiration inspired installation
installed instance instead instincts institute institution institutions instruction instrument instrumental
instruments insurance integra integrated integration intellectual intelligence intend intended intense intention inter
interaction interest interested interesting interests interface interfere interior intermediate internal international
internationally internet interpretation interrupt interrupting intersection interstate interview interviews into
intrepid introduce introduced introduction invasion investigation investment invitation invite invited involved
involvement involves involving iowa iran iranian iraq ireland irina irish iron ironman is islam islamic island islands
isolated israeli issue issued issues it italia italian italy items its itself ivanov iverson iwantu jackal jacket
jaguar jail jamaica jamesbon jammer january japan japanese jasmine jasper jax jazz jealous jeep jeez jen jericho jerk
jersey jerusalem jester jethro jewish jews jimbo jimbob job jobs join joined joining joint joke joker jokes joking
jordan journal journalism journalist journey judge judges judgment judicial juice july jump jumped jumper jumping
junction june jungle junior junk jupiter jurisdiction jury just justdoit justice justme juventus kaktus kamikaze
kangaroo kansas karate karina kasper katana katerina katrin kawasaki keep keeper keeping keeps kentucky kenwood kept
keyboard keystone kick kicked kicker kicking kid kidding kidnapped kidnapping kids kill killed killer killing kills
kind kinda kinds kingdom kingkong kingpin kings kingston kirill kiss kissed kisses kissing kissme kitchen kitkat
kitten kitty kittycat klaster knees knew knicks knife knights knock knocked know knowing knowledge known knows kodiak
kolobok kong korea korean kotenok krishna label labor laboratory labour labrador labtec lack lacrosse ladies lady
ladybug laguna laid lake lakers lakes lame lancelot lancer land landed landing landmark lands landscape language
languages lanka laptop large largely larger largest larisa last lasted lasvegas late lately later latest latin latino
latter laugh laughing launch launched laundry law laws lawyer lawyers layer lead leader leaders leadership leading
leads leaf league leagues learn learned learning least leather leave leaves leaving lebanon lecture led ledzep leeds
left legacy legal legend legion legislation legislative legislature legolas legs length lennon leopard lesbian
lesbians lespaul less lesser lesson lestat let letmein lets letsgo letter letters letting level levels lexie lexmark
liar liberal liberation liberty libraries library license licensed lick lie lied lies lieutenant life lifehack
lifetime lift light lightnin lights like liked likely likes limit limited limits limo line linear lines linked links
lions lips liquid list listed listen listened listening listing lists literacy literally literary literature little
live lived liver liverpoo liverpool lives living livvie lizard llanview load loaded loan lobby lobster local locally
located location locations lock locked locker locomotive locomotives lodge logitech logo lollipop london lonely
lonestar lonewolf longer longest longhorn look looked looker lookin looking looks loop loose lord lords lorelai los
lose loser losing loss losses lost lot lots loud louisiana lousy love loved loveit lovely loveme lover loverboy lovers
loves loveyou loving low lower lowest lowrider loyal loyalty lucifer luck lucky luckydog lunch lying lyrics macdaddy
machine machines mad madam maddie maddog made madison madman madmax madness madonna maestro magazine magazines maggie
magic magical magnetic magnum magnus maid maiden mail mailman main maine mainland mainly mainstream maintain
maintained maintenance major majority makaveli make makes makeup making maksim malaysia male males malibu mall mallard
mama man manage managed management manager managing manchest manchester manga manhattan maniac manner manor mansion
manson manufactured manufacturer manufacturers manufacturing manuscript manutd many maps marah marathon march margin
marina marine mariners marines marino maris maritime marked market marketing markets marlboro marley marriage married
marry marrying mars martial martini maryjane maryland mass massachusetts massimo massive master match matches mate
mateo material materials math mathematical mathematics matrix matter matters mature maverick maxima maximum maximus
maxwell may maybe mayor me meal mean meaning means meant meantime meanwhile measure measured measures meat meatball
mechanical mechanism medal medals media median medical medication medicine medieval mediterranean medium meet meeting
meetings meets megadeth megaman melbourne member members membership memorial memories memory memphis men mental
mention mentioned mercedes mercury merged merger meridian merlin mersedes mess message messages messed messing met
metal metallic metallica meters method methods metre metres metro metropolitan mexican mexico miami michigan mickey
microlab microsof microsoft mid middle midnight might mighty mikey milano mile military militia milk mill million
millions mind minds mine minecraft mines mini minimum mining minister ministers ministry minnesota minority minute
minutes miracle mirage mirror miserable misery miss missed missile missing mission missions mississippi missouri
mistake mistakes mister mistress misunderstanding mixed mmm mobile mode model models moderate modern modified
molecular moloko molson mom moment moments mommy momoney monastery monday money moneys mongoose monitor monkey monkeys
monopoly monster montana month monthly months montreal monument mood mookie moomoo moose moral more morning morpheus
mortal moscow most mostly motel moth mother motion motive motor motorola mount mountain mountains mounted mouse mouth
move moved movement movements moves movie movies moving mozart mrs much muffin muhammad mulder multi multiple munchkin
munich municipal municipalities municipality muppet murder murdered murderer muscle museum mushroom music musical
musician musicians musicman muslim muslims must mustang mustangs my mylove mypass myself mysterious mystery mystic
nail naked name named namely names napass narrative narrow naruto nascar nasty nastya natali natasha nate nation
national nations native natural naturally nature naughty naval navy nazi ncaa near nearby nearly neat nebraska
necessarily necessary neck need needed needs negative negotiations neighbor neighborhood neighboring neighbors
neighbouring neither nemesis nepal nephew neptune nerve nervous nest netherlands network networks nevada never
nevertheless new newcastle newlife newly newpass newport news newspaper newspapers newyork next nice nickname nicola
niece nigeria night nightmare nights nikita nikolas niles nimrod nine niners ninety ninja nintendo ninth nirvana
nissan no nobody nofear noise nokia nolimit nominated nomination nominations non none nonsense noodle noodles nopass
nope norfolk normal normally north northeast northeastern northern northwest northwestern norway norwegian nose not
notable notably note noted notes nothin nothing notice noticed novel novels november now nowhere nuclear nugget number
numbered numerous nurse nurses nuts nylons nymets oakdale oakland obama obiwan object objective objects oblast
oblivion observed obsessed obtain obtained obvious obviously occasion occasionally occasions occupation occupied occur
occurred occurs ocean october odds of off offense offensive offer offered offering offers office officer officers
offices official officially officials often oh ohio ohyeah oilers okay oklahoma oksana old older oldest oldman oliver
olympic olympics omega on once one onelove ones ongoing online only ontario onto ooh oooh oops open opened opening
openup opera operate operated operates operating operation operational operations opinion opponent opponents
opportunities opportunity opposed opposite opposition option options or oracle orange orchestra order ordered orders
ordinary oregon organ organic organisation organisations organised organization organizations organized oriented
origin original originally originated origins orion orleans orthodox osiris other others otherwise ottawa ottoman ouch
ought our ours ourselves out outbreak outdoor outer outfit outlaw output outside outstanding outta over overall
overlord overnight overseas overview owe own owned owner owners ownership owns oxford pacey pacific pack package
packard packed packers packing pacman pages paid pain painful paint painted painting paintings pair pairs pakistan
palace paladin palm panama panasonic pancho panda pandora panel panic pantera panther panthers panties pants panzer
paper papers paperwork paradise paradox parallel paranoid pardon parent parents paris parish park parking parliament
parliamentary parola parrot part partial partially participants participate participated participating participation
particular particularly parties partly partner partners partnership parts party pascal pass passage passat passed
passenger passengers passes passing passion passport passwor password passwort past patches patent path pathetic
patient patients patriot patriots patrol pattern patterns pavilion pay paying payment peace peaches peak peaked peanut
peanuts pearljam pebbles peekaboo peewee pegasus penalty pencil penguin penguins peninsula pennsylvania pentium people
pepper pepsi per percent percentage perfect perfectly perform performance performances performed performing perhaps
period periods permanent permission permitted persian person personal personality personally personnel persons
perspective peru pervert peterpan petersburg peugeot phantom phase pheebs philadelphia philippine philippines philips
phillies philly philosophy phoebe phoenix phone phones phony photo photographs photography photos phrase physical
physician physics piano picard picasso pick picked picking pickle pickles pics picture pictures piece pieces piglet
pikachu pills pilot pilots pine pineappl ping pink pinkfloy pioneer pirate pirates pistol pitbull pitch pitched
pitcher pittsburgh pity pizza place placed places placing plain plan plane planet planned planning plans plant plants
plastic plate platform platforms platinum play playboy played player players playing playoff playoffs plays playtime
plaza pleasant please pleased pleasure plenty plot plumber plus plymouth pocket poem poems poet poetry point pointed
points poison pokemon poker poland polaris pole police policies policy polina polish political politician politics
poll polo poncho pontiac pooh poohbear pookie pool poor popcorn popeye popular popularity population populations
porkchop porsche port portion portions portland portrait portrayed portugal portuguese position positions positive
possession possibility possible possibly possum post postal posted potato potential pound pounds poverty powder power
powered powerful practical practically practice practices pradesh praised pray praying precious predator predecessor
prefecture prefer preferred pregnancy pregnant prelude premier premiere premiered preparation prepare prepared
presario presence present presentation presented presents preservation preserve preserved presidency president
presidential press pressure prestigious pretend pretending pretty prevent previous previously prices pride primarily
primary prime primus prince princes princess principal principle principles print printed printer printing prints
prior priority prison prisoner prisoners privacy private privet prix prize probably problem problems procedure proceed
process processes processing prodigy produce produced producer producers produces producing product production
productions products professional professionals professor profile profit program programme programmes programming
programs progress progressive project projects prom prominent promise promised promises promote promoted promoting
promotion proof proper properties property proposal propose proposed protect protected protecting protection protein
proteins protest protestant protests proteus proud prove proved provide provided provides providing province provinces
provincial prue psychiatrist psycho psychological psychology public publication publications publicly published
publisher publishing puerto pull pulled pulling pulse pumpkin punch punisher punishment punk punkin punkrock pupils
puppies puppy purchase purchased pure purple purpose purposes purse pursue push pushed pushing pussycat put puts
putter putting pyramid python qualification qualified qualify qualifying quality quarter quarterback quartermaine
quebec queen queensland question questioning questions quick quickly quiet quit quite rabbi rabbit race racecar racerx
races racial racing radar radiation radical radio rafe ragnarok raid raider raiders rail railroad railway railways
rain rainbow raise raised raising raistlin rally rammstein ran random range ranger rangers ranges ranging rank ranked
ranking ranks rapid rapidly rappaport raptor rare rarely rascal rate rated rates rather rating ratings ratio raven
ravens razz reach reached reaches reaching react reaction read readers reading ready real reality realize realized
really realm reaper rear reason reasonable reasons rebel rebellion rebels rebuilt recall receive received receives
receiving recent recently reception recipient recognised recognition recognize recognized recommended record recorded
recording recordings records recovered recovery recreation recruited red redalert redbull reddog redhead redhot redman
redneck redrum redskins redsox reduce reduced reducing reduction redwings refer reference references referred refers
reflect reform reforms refuse refused regard regarded regarding regime regiment region regional regions register
registered regret regular regularly regulation regulations reign rejected related relation relations relationship
relationships relative relatively relax release released releases relegated relevant relief relieved religion
religious relocated remain remainder remained remaining remains remember remembered remembering remind reminded
reminds remote removal remove removed renaissance renamed renegade renowned rent repair repeat repeated replace
replaced replacement replacing report reported reportedly reporter reporting reports represent representation
representative representatives represented representing represents republic republican reputation request requested
require required requirements requires rescue research researchers reserve reserves reservoir residence resident
residential residents residing resignation resigned resist resistance resolution resort resource resources respect
respective respectively responded response responsibility responsible rest restaurant restaurants restoration restored
restricted result resulted resulting results resumed retail retained retired retirement retreat return returned
returning returns revealed reveals revenge revenue review reviewed reviews revised revival revolution revolutionary
ride ridge ridiculous riding rifle right rights ring rings ripped ripper rise rising risk rival river road roads rock
rocker rocket rockon rocks rockstar role roles roll roller rolling rolltide romance romania romanian romanized
romantic romashka rome rommel ronaldo roof rookie room roommate rooms rooster rootbeer roots rope rosebud rough
roughly round route routes routine roxy royal rubber rude rugby ruin ruined rule ruled ruler rules rulez ruling run
runner running runs rural ruslan russia russian sabbath sabine sacred sacrifice safe safety said sailboat sailed
sailing sailor saint saints sake sakes sakura salad sale salem sales salmon salt samantha same sami samson samsung
samurai san sand sandburg sandiego sandman sandwich sapphire sassy satan satellite satisfied saturday saturn sauce
saudi save saved saving saw say saying says scale scare scared scarface scarlet scary scene scenes schedule scheduled
scheme scholar scholars scholarship school schools science sciences scientific scientist scientists scooby scoobydo
scooter score scored scores scoring scorpio scorpion scotia scotland scottish scotty scrappy scratch scream screaming
screen screw screwed script scruffy scully sculpture sea search searching season seasons seat seats seattle sebastia
second secondary seconds secret secretary secrets section sections sector secure secured security see seed seeds
seeing seek seeking seem seemed seems seen sees segment seinfeld select selected selection self selfish sell selling
semi seminary seminole semperfi senate senator send sending senior sense sensitive sent sentence sentenced sentinel
separate separated septembe september sequel sequence serbia serbian serega serenity sergeant sergei sergey serial
series serious seriously serve served server serves service services serving sesame session sessions set sets setting
settle settled settlement settlements settlers seven seventh seventy several severe sex sexual sexy shadow shaggy
shake shakespeare shaking shall shalom shaman shame shamrock shanghai shaolin shape shaped share shared shares sharing
shark sharks shasta shaved shazam she shelby sheridan sheriff sherlock shhh shield shift shiloh ship shipping ships
shirt shock shocked shoe shoes shogun shoot shooter shooting shop shopping shops shore short shortly shorty shot
shotgun shots should shoulder show showed shower showing showme shown shows showtime shrink shut sick side sides siege
siemens sierra sight sign signal signals signature signed significance significant significantly signing signs silence
silent silly silver simba similar similarly simple simply simpsons simultaneously sinatra since sing singapore singer
singers singing single singles sink sinner sir sirius sister sisters sit site sites sithlord sitting situated
situation situations six sixteen sixth sixty size sized skater skeeter skiing skills skin skinny skip skipper skippy
skittles skye skyline skywalke slappy slapshot slaves slayer sleep sleeping sleepy slept slick slightly slip slipknot
slipped slow slowly small smaller smart smell smells smile smiles smiley smiling smitty smoke smoker smokey smokin
smoking smooth smudge snake snakes snap snapper snatch sneak snickers sniper snoopy snowball snowman snuggles so soap
sobaka soccer social socialist societies society socrates soda soft softball software soil solar sold soldier soldiers
sole soleil solid solo solution solutions solve some somebody someday somehow someone someplace somethin something
sometime sometimes somewhat somewhere sommer son song songs songwriter sonic sonny sons sookie soon sooner sooners
sophie sorry sort sought soul sound sounded sounds soundtrack soup source sources south southeast southeastern
southern southwest southwestern soviet space spaces spain spanish spanking spare sparky spartak spartan spartans speak
speaker speakers speaking special specialist specialized species specific specifically spectrum speech speed speedy
spell spend spending spent spider spiderma spiderman spidey spike spin spirit spiritual spit spitfire splash split
spoil spoke spoken sponsored spooky sport sporting sports spot spread spring springfield springs sprint sprite spyder
squad squadron square squeeze squirrel srinivas stable stadium staff stage stages stairs stake stakes stalker stallion
stamp stand standard standards standing stands star starbuck starcraft stardust starfish stargate staring starred
starring stars start started starting startrek starts starving starwars state stated statement states stating station
stations statistical statistics statue status stay stayed staying stays steady steal stealing stealth steam steel
steelers stem stenbeck step stephani stepped steps sterlin stick sticking sticky still stimpy stinger stingray stinky
stock stocking stole stolen stomach stonecol stones stood stop stopped stopping stops storage store stores stories
storm stormy story straight strange stranger strangers strategic strategy stream street streets strength stress
stretch strider strike striker string strip stripper stroke stronger strongly struck structural structure structures
struggle stubborn stuck stud student students studied studies studio studios study studying stuff stupid style styles
subaru subject subjects sublime submarine submitted subsequent subsequently subsidiary substantial substitute suburb
succeeded success successful successfully succession successor such sudden suddenly suffer suffered suffering
sufficient sugar suggest suggested suggesting suggests suicide suit suitable suite suits summary summer summit
sundance sunday sunrise sunset sunshine super superfly superior superman supplied supplies supply support supported
supporters supporting supportive supports suppose supposed supreme sure surely surface surfer surfing surgeon surgery
surname surprise surprised surprises surrender surrounded surrounding surveillance survey survive survived surviving
suspect suspended suspension suspicious suzuki svetik svetlana swallow swear sweat sweater sweden swedish sweet
sweetheart sweetie sweetpea sweets sweety swim swimming swing swinger swingers swiss switch switched switzerland
swordfis swordfish swore sydney symbol symphony symptoms syndrome syracuse syria system systems table tacobell tacoma
taggert tail taiwan take taken takes taking talent tales talk talked talkin talking talks tall tamil tank tanker tanks
tape tardis target targets tarheel tarheels tarzan task taste tattoo tatyana taught taurus taxes tazman teach teacher
teachers teaching team teams tear tears tech technical technically technics technique techniques techno technologies
technology teen teens teeth telefon telephone television tell telling tells temperature temperatures tempest temple
temporary ten tend tennessee tennis tense tension tenth tenure tequila term terminal terminator terminus terms
terrible terribly terrific terrified territorial territories territory terror tess test tester testify testimony
testing tests texas text texts thailand than thank thanks thanksgiving thankyou that the theater theatre thee thegame
their theking them theman theme themes themselves then theology theone theories theory therapist therapy there
thereafter thereby therefore therock these they thick thief thin thing things think thinking thinks third thirty this
those though thought thoughts thousand thousands threat threaten threatened threatening threats three threw thrilled
throat throne through throughout throw throwing thrown thuglife thumper thunder thursday thus ticket tickets tickle
tied tier ties tiger tigers tigger tight till timber time times timing tinker tintin tiny tired titanic titans title
titled titleist titles to toast today together toilet tokyo told tolkien tomcat tomorrow tone tongue tonight too took
tool tools top topcat topdog topgun topics topper torn tornado toronto torture toshiba toss total totally tottenha
touch touchdown touched touching tough tour toured touring tourism tourist tournament tournaments tours toward towards
towel tower towers town towns township toyota trace track tracks tractor trade traded trading tradition traditional
traditionally traditions traffic tragedy trail train trained training trains trance transam transfer transferred
transit transition translated translation transmission transport transportation trap trapped trash trauma travel
traveled travelled travels travers treat treated treating treatment treaty tree trees trial trials tribe tribes
tributary tribute trick tricks tricky tried tries trigger trinity trio trip triple triton triumph trixie trojan
trojans trombone trooper troops trophy tropical trouble truck trucker trucks true truelove truly trumpet trunk trunks
trust trusted truth try trying tube tuesday tunnel turbo turkey turkish turn turned turning turns turtle tweety twelve
twenty twice twilight twin twins twist twister two type types typical typically uefa ugly ukraine ukrainian ultimate
ultimately unable unbelievable uncle uncomfortable unconscious under undergraduate underground underneath understand
understanding understands understood underwear unfair unfortunately unhappy unicorn uniform unincorporated union
unique unit united units unity universal universe universities university unknown unless unlike unreal unsuccessful
until unusual up upon upper upset upstairs urban urgent usage use used useful useless user users uses using usual
usually utah vacation vader valentin valentina valera valhalla valley value values vampire vampires vancouver vanhalen
vanilla variable variant variation variations variety various vary vast vectra vegas vegeta vehicle vehicles velvet
venture venue venues verbatim veritas veronika verse version versions versus vertical vertigo very vessel vessels
veteran veterans vette via vice victim victims victorian victories victory video videos vienna vietnam view viewed
viewers views viki viking vikings viktor viktoria village villages violence violent viper vipers virgin virtual virus
visible vision visit visited visiting visitors visits visual vkontakte vladik vladimir vocal vocalist vocals voice
voivodeship volleyball volume volumes volunteer volunteers voodoo vortex vote voted voters votes voting vows voyager
vulcan vulnerable wait waited waiting waitress wake wales walk walked walking walks wallet walnut wanna want wanted
wanting wants war warcraft warehouse warfare warhammer warlock warm warn warned warning warrant warrior warriors wars
warsaw was wash waste wasted wasting watch watched watching water waterloo wave waves way ways we weak wealth wealthy
weapon weapons wear wearing weasel weather webmaster website wedding weed week weekend weekly weezer weight weird
welcome welfare well went were werewolf western westham westside what whatever wheel wheels when whenever where
whereas wherever whether whew which while whilst whip whiskey who whoa whocares whoever whole whom whoo whose why
whynot wicked wide widely wider widespread widow wife wild wildcat wildcats wildlife will willing willow win wind
window windows winds wine wing wings winner winners winning wins winston winter wipe wire wisconsin wisdom wish wishes
witch witches with withdrew within without witness witnesses wizard woke wolfgang wolfman wolfpack wolverin wolverine
wolves woman wombat women won wonder wondered wonderful wondering wooden woody wookie word wordpass words wore work
worked workers working works world worldwide worn worried worries worry worrying worse worship worst worth would wound
wounded wow wrangler wrap wrapped wreck wrestling write writer writers writes writing writings written wrong wrote
wutang xanadu xander xavier xfiles yale yamaha yankee yankees yard yards yeah year years yell yelling yellow yes
yesterday yet yomama york yorkshire you younger youngest your yourmom yours yourself yourselves youth zach zander
zaphod zealand zeppelin zero zidane zipper zombie zone zvezda
"""

COMMON_WORDS = frozenset(_WORDS.split())
