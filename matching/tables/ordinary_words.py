"""Further ordinary words of English, folded, in alphabetical order: as a whole name they say little.

Source: entries of the frequency lists in zxcvbn 4.5.0 (github.com/dwolfhub/zxcvbn-python, MIT), the first 8,000 of
English Wikipedia, 7,000 each of US film and television subtitles and of frequent passwords, and the names (zxcvbn files
a word in one list: `anchor` among passwords, `ivory` among surnames), as far as Webster's dictionary of 1934 (public
domain, in english-words 2.0.2, MIT) has them without a capital; of four letters and more, without obscenities, and
without common names and what `common_words.py` has.
"""

from __future__ import annotations

from matching.tables.common_words import COMMON_WORDS

_WORDS = """
abacus abandon abandonment abbas abbey abbot abbreviation abdomen abdominal abduction abide abiding abnormal aboard
abolition aboriginal abort abortion abracadabra abraxas abruptly absent absolute absorb absorbed absorption abstract
absurd abundance abundant abusive acapulco accelerated acceleration accent acceptable acceptance accessibility
accession accessory accidental accidentally acclaim accommodate accommodation accompaniment accompany accomplice
accomplish accomplished accomplishment accordance accordingly accountability accountable accountant accounting
accreditation accredited accumulated accumulation accuracy accurate accurately accusation accuse accustomed aching
acker acknowledge acknowledged acquaintance acquainted acquire acre acronym activate activated activation activism
acton acute adamant adapt adaptive addict addicted addiction addressed adequate adjoining adjunct adjust adjusted
adjustment adjutant administer administratively administrator admirable admiralty admiration admired admirer admiring
admission adobe adolescent adopt adoption adorable adore adrenaline adultery adulthood advancement advancing adverse
advertise advertised advertisement advise advised adviser advisor advocacy aerial aerodrome aerospace aesthetic
aesthetics affecting affection affectionate affidavit affiliation affinity affirmative affluent affordable afterlife
afternoons afterward agee aggravated aggregate aggression aggressive aging agitated agnus agony agrarian agreeing aide
aiming airfield airing airlift airman airtight akin alamo alarmed alas albee albeit alchemy alcoholic alder alderman
alec alert alfa algae algebra algebraic algorithm alias alibi alienate align aligned alignment alike alimony allegedly
allegiance allegro allene allergic allergy alley allgood allocation allowance alloy ally almighty almon almond aloud
alphabet alrighty altar alter alternating alternatively althea alto altogether aluminium aluminum alumnus amalgamation
amatory amaze amazed amazingly ambient ambiguous ambition ambitious ambrose ambrosia ambush amends amenities amethyst
amidst amino ammo ammunition amnesia amnesty amor amphibious ample amplifier amplitude amulet amuse amused amusement
amusing anaconda ananas anarchist anatomy ancestor ancestral ancestry anchor anchorage anchored android anemia
anesthesia aneurysm angelic angeline angle angst anguish angular animosity ankle annals annex annexation announce
announcement announcer annoy annoyed anonymous antagonist antarctic antarctica antelope antenna anterior anthem
anthology anthrax anthropologist anthropology antibiotic anticipate anticipated anticipation antidote antique antiquity
anxiety anyhow anyplace anyways apartheid aperture apex apiece aplastic apocalypse apologise apostle apostolic appalled
appalling apparatus appealing appellate appetite appetizer applaud applause applicable appoint appreciation
appreciative apprentice apprenticeship approaching approximate approximation apricot apron aquarium aquatic aqueduct
arango arbitrary arbitration arbor arcade arch archaeologist archaeology archaic archdeacon archdiocese arched
archeological archery arches archipelago archive archives arctic ardella argo argon aria arise aristocracy aristocratic
arithmetic armada armament armistice armor armored armoured arose aroused arraignment arranger arranging array
arresting arrive arrogance arrogant arrow arson arsonist artery articulated artwork asbestos ascension ascent ashes
ashore askew aspen asphalt aspire aspirin aspiring asteroid astonishing astral astronaut astronomer astronomical
astronomy asylum atchison atheist atlas atmospheric atoll atom atop attach attachment attacker attain attendant
attentive attract attraction attribute aube auction audit audition auditor auditorium auger augmented auld auntie
auspices authentic authenticity authorization authorize authorized authorship autism auto autobiographical
autobiography autograph automated automatically automobile automotive autonomy autopsy autumn auxiliary availability
avenge aviator await awakening azure baba babbitt babble babbling baboon babysitter babysitting bach backbone backdoor
backdrop backfire backing backpack backside backstage backward backwards bacteria bacterial bade badminton bafta bagel
baggage bagged bailiff bain bait bake baked bakery baking balanced balcony bald ballad ballistic balloon ballot
ballroom baloney bamboo banda bandage bandi bandwidth bandy bane banger banging banish banister banjo banker bankrupt
bankruptcy banner banning bannister banquet banter banzai baptism barabara barb barbecue barbershop bard bare barefoot
barfly bargain barge barger bari baritone bark barking barley barnard baroness baronet baronetcy barony baroque barrage
barred barrel barrette barrier barring barrister barrow bartender barter basal baseman bash bashaw basics basil
basilica basque basset bassist bassoon batch bateman bathe bathing bathrobe bathtub batiste baton bats batsman batten
batter battled battlefield battleship batty bazooka beacon beadle beaker beal beam beamer beaner beanie bearcat bearer
beastie beaten beater beautifully beaux bedlam bedside bedtime bedwell beech beeman beery bees beforehand begay behave
behavioral behold beige bela believable believer belle bellows belly beloved belton bench bend benda bending beneath
benedict beneficial beng benign benn bennet bennie benny bent berkowitz berth beryl beside besieged beta bethel betray
betrayal betting bever beverage beware bianco bias bibb bibliography bice bidder bidding biennial bighead bikini
bilateral bilbo bilingual billed biller billing billionaire billman binary bind binder bing biographer biographical
biomedical biopsy biotechnology birch birthplace birthright bisexual bishopric bismillah bison bisson biting bitten
bitter bitterness bitty bizarre blackberry blackbird blackjack blackmailer blackout blacksmith blackwood bladder blain
blamed blanch blank blasted blasting blatant blaze bleach bleak bleed blend blessing blinded blindfold blinding blindly
blink blinking blinky bliss blitz bloated blobby bloc blockade blocked blocker blocking blooded bloom bloomer blossom
blouse blowfish blowjob blubber bluebell blueberry bluefish bluegrass bluff blunt blurry blurt blush blushing boardman
boardwalk boater boathouse boating boatman boatwright bobo bock bode boden bodied bodily bodyguard bogan bogard bogart
bogey bogle bogue bogus boil boiled boiler boiling bold bolivia bolling bollocks bolt bombardment bombed bombshell
bonanza bonded bonding boner bonfire bong bongo bonny bonsai bookie booking booklet bookman bookstore bookworm boose
boost booster boot booted booze boozer bordered bordering bore boredom borne borrowing bosom bossy botanical botanist
botany botched bott bottled boulder bounce bouncer bouncing bounded bounds bounty bouquet bourbon bourdon bourg bowel
bower bowie bowker bowls bowwow bowyer boxcar boxer boxing boycott bozo brace bracelet braces brack bracken bracket
brag bragging brain brainer brainwashed brake brakes bramble branched branded brant brash brass brat bravery brawl
brawner brazier breach breakdown breaker breakthrough breakup breather bred bree breed bret brethren brewery brewing
brewster bribe bridal bridesmaid bridgeman briefcase briefing brigadier brill brilliance brim brimmer brink brit
britten broach broadcaster broadly broccoli brochure brogan broker brood brooding brook broom brotherhood brotherly
brough brownish browser bruise bruised bruiser brunch brunette brush brushed brushing brutal brutality brutally brute
bubbly buckaroo bucker bucket buckle buckshot bucky budge budgie buff buffet bugger builder bulb bulger bulk buller
bulletin bulletproof bullfrog bullit bully bullying bulter bumble bummed bummer bump bumper bumping bumpy bunce bundle
bundy bunghole bungle bunk bunker bunnell buns bunting bunton burbank burd burden burg burglar burglary burial burl
burner burnout burnside burnt burr burrito burrow burse burst burying busby businesswoman buss bustle butcher buyer
buzzard buzzer buzzing bypass cabaret cabbage cabernet cabot cache caddy cade cadet cafeteria caffeine cage calabrese
calais calcium calculate calculated calculating calculation calculus caliber calico caliph caller callous calmly
calypso camber cameo campagna campaigning camper campion campo canary cancellation candid candida candidacy candle
candlelight candler candy cane canine canned cannibal canning canoe canon canonical canopy cantara canter cantor canty
canvas canyon capability capel capitalism capitalist capped caprice capsule captive captivity caramel caravan caraway
cardboard carder cardiac cardin cardiologist cardiovascular careless caretaker caribou carissa carlie carlin carline
carman carmine carnage carnival carolin carper carriage carrick carrier cart cartel carton cartoonist cartridge
cartwright carty carve carved carving caryl casbah cascade cashed cashier cashmere casket cass cassady casserole caste
castellano caster casting castor casual casually casualty catalogue catalyst catastrophe catcher catching catchment
catchy cate categorized cater caterer catholicism catlin catnip caucus caudle causeway causey caution cautious cavern
caviar cavity cayman cease cedar ceiling celebrity celesta celeste celestial celestine cellar cello cellular cement
censorship cent centenary centennial centered centralized centred ceramic ceramics cereal cerebral ceremonial certainty
certifiable certification chabot chai chained chains chainsaw chairperson chalk challenged challenger challenging champ
chancel chant chanting chao chaparro chaperone chapin chaplain chappy characterization charade charette charging
charisma charitable chartered charting chased chaser chasse chassis chastity chateau chatter chatting chauffeur chaya
cheater checkbook checker checkers checkup chee cheek cheeky cheerful cheering cheerleader cheery cheeseburger
cheesecake cheesy cheetah chemist cheng cheque cherish cherished chesser chesterfield chestnut chevron chew chewing
chewy chia chico chiefly childbirth childish chili chilly chimera chimney chimp chin ching chipmunk chipped chippy
chitchat chloride choate choke choking cholesterol choosing chop chopin chopped chopping choral chord choreographer
choreography chorus christen christening chrome chromosome chronicle chronological chronology chuck chummy chump chun
chunk chunky churchyard chute cicely cider cigar cinder cinematic cinematographer cinematography cinnamon circa
circling circular circulation circumstance circumstantial circus cirrus cisco citadel citation citizenship civilization
civilized clack clam clamp clapper clarify clarinet clarity clary clash classics classroom classy clause claw claymore
cleaner cleaners cleansing clearance clearer clearing cleaver cleek clem clergy clergyman clerical clerk click
clientele cliff clift climax climber climbing cling clinging clint clip clipped clipper clippers clips clit clitoris
clive cloak clocked clocks clockwise clockwork clone cloth cloud cloudy clough clow clubhouse cluck clueless cluff
clumsy cluster clutch clutches coaster coated coating cobalt coble cocaine cocoa coconut codex coefficient coelho
coffeehouse coffin cognac cognitive coherent coil coin coincide coke coker cola colder coliseum collaborate
collaborative collaborator collage collar collard collateral colleague collectively collector collegiate colley collie
colliery collision colloquially collum colonization colonnade colored colorful coloring colossal coloured colours colt
colter columnist comb combine combining combo combustion comeback comedian comedic comer comet comfortably comforting
comfy commandant commemorate commemorating commemoration commemorative commence commencement commentary commentator
commercially commodity commodore commotion communal communicate communicating communion communism commuter compact
companion companionship comparable comparative comparatively compare compartment compass compassion compassionate
compatibility compatible compelling compensate compensation competence competent competitor compiler complain
complaining complaint complement complementary complexity compliance complicate complication compliment complimentary
comply compose composite comprehend compressed compression comprise comprised compromise compromising compulsive
compulsory computation computational compute comrade conceal concealed concede conceded conceive concentrated
conception conceptual concerto concession concierge conclude concluding conclusive concord concurrent concurrently
concussion condemn condemned condescending conditional conditioner conditioning condo condone conductor cone
confederacy confederation conferred confessing confide confidential confidentiality configuration confined confirm
confirmation confirming confiscated conflicting confluence confront confrontation confuse confusing confusion conger
congestion conglomerate congratulate congregational congressman conjecture conjunction conjure conn connectivity
connector conning conquer conquest conscious consciousness consecrated consecration consensus consent consequence
conservatory considerably considerate consideration consistency consistently consolation console consolidated
consolidation consonant consort consortium conspicuous conspiracy conspiring constable constantly constellation
constituent constitute construct constructive consul consulate consult consultant consultation consulting consume
consumed consuming consummate contacting contagious container containment contaminated contamination conte
contemporaries contempt contender contention contents contestant continent contingency contingent continually
continuation continuity continuously contour contra contracted contracting contraction contractor contrary contribute
contributor controller convection convenience convenient conveniently convent convergence converse conversely convert
convertible converting convex convey convict conviction convincing convoy cooled cooling coolness coon coop cooperate
coordinate coordinated coordinating cooter copa cope copied coping copple copyright cord corder cordoba cordy cork
corky corn cornered cornerstone corny corolla coronary coronation coroner corporal corpse corpus corral corrected
correction correctional correctly correlation correspond correspondence correspondent corridor corrie corrupt corsair
cortex cosmetic cosmic coss costing costly cottage cotter couch cough counseling counterfeit counterpart countess
countless countryman countryside coupe coupled coupling coupon courageous courier courtesy courthouse courtroom
courtyard couture cove covenant covert covey coward cowardly cows cozy crab cracked crackers cracking cradle crain cram
cramp cramped cramping cranberry crandall crank cranky crap crappy crate crater crave craven craver craving crawley
crawling crazed craziness creamer creamy creasy creativity creator credibility credible creed creel creeping creole
crescent cress crest cretaceous crib crick cried criminally cripple crisp crispy criss crista criteria criterion
critically criticize critique critter crochet crock crocker crocodile croft crone cronk crook crooked crop cropper
crossbow crossover crossroads crossword crotch crouch crouse crowded crowder crowl crowned croy croydon cruce crucial
crude cruelty cruise cruiser crumb crumble crummy crump crumpler crunch crusade cruse crushed crusher crushing crust
crusty crutcher crypt cryptic cubic cubicle cuckoo cucumber cuddle cuddy cuff cuisine culinary cull culler cult
cultivated cultivation culturally culver cunning cupboard curator curb curfew curiosity curl curled curling curly
currency currier cursed curt curtain curve curved cushion custom customary customer cutie cutlass cutler cyclic cycling
cyclist cyclone cylindrical cynical cypress cyrus dade daemon daffy dairy damages damaging daman dame damsel dandy dang
dangerously dangling dank danner darby daredevil daring darned darr dart darts dash dasher dashing davy daylight
daytime deadbeat deadline deadly deaf dealer dealership dealt dearborn dearly debating debby debord debris decamp decay
deceased deceit deceitful deceive deceiving decency deception deciduous decimal decipher decisive declare declining
decomposition decorate decoration decorative decorator decoy decrease decreased decreasing decree dedicate dedication
deed deeds deemer deer default defect defective defendant defenseless deficiency deficit define definite definitive
deforest defunct degradation deity delaine delay delegate delegation deliberate deliberately delicate delight delighted
delightful delinquent delirious dell delphine delusion delusional deluxe demanding dement demented demise demographic
demolition demonic demonstrate demonstration demos denial denomination denote dense densely dent dental dentist
deodorant depart departing depend dependable dependence depict depiction deploy deployment deportation deposit
deposition depraved depressing deprive deprived deranged derivative derive derry descendant descending descriptive
deserted deserving desi designing desirable desired despair desperately desperation despicable despise destroyer
destructive detached detachment detailing detect detection detector detention determination detonate detonator detour
devastated devastating developer developmental devious devote devotion dewberry dharma diabetes diabetic diabolical
diagnosis diagnostic diagonal diagram dial dialect diaper diary dibble dice dictate dictator dictatorship dictionary
diehard diet dietary dieter differ differential differentiate differentiation diffusion digest digit digitally
dignified dignity digs dilemma dill dime dimension dimensional dimple ding dingbat dingle dingo dingus dining dinosaur
diocesan dioxide diploma diplomacy diplomat dipped dipper dipping dipstick dire directional directive directorate
directorial directory disability disabled disadvantage disagree disagreed disagreement disappearance disappearing
disappointing disappointment disapprove disastrous discharge disciple disciplinary discipline disclosed disclosure
discography discomfort disconnected discount discourage discourse discreet discrete discretion discrimination discus
disgrace disguise disguised disgust disgusted dish dishonest dishwasher disk dislike dismantle dismiss dismissal
disorder disoriented dispatch dispersed displacement disposable disposal dispose disposition disqualified disregard
disrespect disrespectful disrupt disrupted disruption dissent dissertation dissolution dissolve dissolved distant
distinctly distinguish distinguishing distortion distract distracted distraction distraught distress distribute
distributor disturb disturbance disturbed disturbing ditch ditto diva dive diver divers diversified diversion diversity
divide dividing divine diving divinity divisional dixie dizziness dizzy dobson doby dock doctoral doctorate doctrine
documentation dodge dogface dogger doghouse dogwood doit dole dolly dome domesday dominance dominate dominating
domination dominion donate donation doney donor dont doofus dooley doom doomsday doorbell doorman doorstep doorway dope
dopey dorado doria dork dorm dormitory dorn dorsal dory dosage dose doss dotty doty doubled doubling doubtful doubting
doucet douche dough doughnut doughty dove dover dowager dowd dowdy downer downfall downhill downright downside
downstream downward dozer drafting dragging dragonfly dragoon drain drainage drained dramatically drank drastic
drastically drawers dread dreadful dreamt dreidel dreiling dresser dressing drew dried drift drifter drifting drill
driller drilling drip dripping driveway drool droopy drought drown drugged drugging drugstore drunken drying duchess
duchy duckie ducking duct duel duet duff duffer dull dummy dumping dungeon dunne duplicate durant duration durst duster
dusting dusty dutra dwarf dwell dwelling dyke dynamic dynamics dynamite dynamo dysfunctional eager earn earnest
earnings earring easiest easter easterling eastward eater eats eaves eavesdrop eavesdropping ebony eccentric
ecclesiastical echelon echo eclectic ecole ecological ecology economical economically economist ecosystem ecstasy
ecstatic ecumenical eddy edged edgy edible educate educator effectiveness efficacy efficiently egger egghead eggnog
eggplant eighteenth eighties elaborate elbow elderly elect elector electorate electrification electro electromagnetic
electron electronics elegant eleventh eligibility eliminate elimination elke elongated elope elves email emancipation
embarrass embarrassment embassy embedded emblem embrace emerge emergence emeritus emery emigration eminent emission
emotion emotionally empathy emphasize emphasized empirical employ employee employer empress emptiness enable enchanting
enchantment enclosed enclosure encompassing encore encounter encourage encouragement encouraging encryption
encyclopedia endanger endangered endeavor ender endless endorsed endorsement endowment endurance endure enduring
energetic enforce enforced enforcer engaging engram engraved enhance enhanced enhancement enjoyable enlarged enlighten
enlightened enlightenment enlisted enormous enraged enrollment ensign ensuing entertain entertained entertainer
entertaining enthusiasm enthusiastic entirety entity entrapment entrepreneur entrepreneurship entropy envelope envious
envoy envy epic epidemic episcopal epithet eponymous epsilon equality equally equatorial equestrian equilibrium equinox
equity erase erased eraser erect erection eroded erosion errand erratic eruption escalade espinal espino espionage
esquire essay essence estadio esteem estimate estuary eternal eternally ethanol ethical ethics ethyl etiquette
etymology eulalia eulogy eureka evacuate evacuated evacuation evaluate evaluation evangelical evangelion evens eventual
evergreen everlasting evident evidently evolutionary evolve exaggerate exaggerated exaggerating exam examine examiner
examining excavation exceed exceeding excellency exceptional exceptionally excess excessive excite excitement exclude
excluding exclusion excruciating execute exempt exemption exhaust exhausting exhaustion exit exodus exotic expanding
expectation expeditionary expenditure expense experimentation experimented expired explaining explicit explicitly
explode exploded exploit exploitation exploration explore exploring explosive export expose exposition expressway
expulsion exquisite extant extending exterior exterminator extinction extortion extract extracted extraction
extracurricular extradition extraordinary eyed eyesight eyewitness eyre fabric facade facial facilitate facilitated
faction fade faded fading failing fain faint fairly fairness faithful falconer fallout famine famously fandango fang
fanning fant fantasia farce fare farewell farina farmhouse farmland farrow fascinated fascism fascist fashionable
fashioned fastball fasten fatal fathered fathom fatigue fatty faucet faulty favorable favored fawn faxed feared
fearless feast feaster feat feather federally feeble feedback feeding feisty felicity feline fellatio feller fellowship
felon felony felty feminine feminism feminist fence fencing fern ferri fertile fertility fest fester festive fetal
fetch fetched fetter fetus feud feudal fiance fiancee fiasco fiber fibre fiddle fidelity fielded fielder fiend fierce
fiery fiesta fife fifteenth fifties figaro fike filing filling filth filthy finale finalist finances financially finder
fined finer fingerprint finite fink finkel firedog fireplace firepower firestone firewall firing firmly firstborn
firsthand firstly firth fiscal fishbone fisherman fishery fishman fishy fist fister fisting fitch fitter fitting fixing
fixture flack flagship flair flake flame flaming flank flanked flanker flannel flare flasher flashing flashlight flashy
flask flathead flattened flatter flattering flattery flaunt flavor flaw flawed flawless flea fleck flee fleeting
flemish flesher fletch flexibility flexible flick fling flint flirt flirting float floating flock flood flooded
flooding floppy floral florist flory floss flotilla flounder flour flowering flowing flown fluellen fluent fluff fluid
fluke flunk flush flute flyer foam focal focusing fogle fold folded folder folding folklore follower fond font fooling
foolish foolproof footage footing forbid forbidden forcibly forcing fore forecast forehand forehead foremost forensic
forerunner foreskin forested forester forestry forfeit forge forged forgery forgiveness forgiving fork formality
formidable formulated formulation forsaken forte forthcoming fortification fortin fortunate fortunately forwarding
forwards foul foundry fountain fourteenth foxy foyer fraction fracture fragile fragment fraid framed framing franc
francisc frantic frat fraternity fraud frazer frederik freed freedman freeing freely freer freeway freewill freezer
frenzy freshen freshly freshman fresno friction fried frier frigate fright frighten frightening fringe frisky frison
frith frivolous frogman frontal frown froze fruitcake fruity frustrating frustration fryer fudge fugitive fulfill
fulham fulk fumble functionality fungi fungus funk funky furlong furnace furnished furry fury fuse fused fuselage fuss
fussy fuzzball fuzzy gabbard gabber gabby gable gadget gage gainer gaining gains gala galant gale gall gallant
gallantry gallon gambler gambling gaming gamma gammon ganja gant ganza gardener gardening gargoyle garland garlic
garment garnet garnett garret garth garvey gasket gaskin gaskins gasman gasoline gasper gast gastropod gathering gault
gauze gazebo gazette gear gearbox geek geezer gena genera generalized generate generating generator generic generosity
genetically genetics genie genocide genome gentile gentle gently genuine genuinely geographic geographical
geographically geologic geological geologist geology geometric geometry gerbil germanic gesture getaway ghetto ghoul
giddy gifted gigantic giggle gilder ginny giraffe girlie girly gish gist giver glacial glacier gladden gladiator gladly
glady glamorous glamour glance glasser glassman glaze glazed glazer glazier glimpse glitch glitter gloat gloating
globally gloom gloomy glorious glory gloss glove glow glowing gluck glucose glue glued goad goalie goalkeeper goat
goddam goddamn goddamned goddard godfather godforsaken godlike godmother goldeneye goldie goldilocks goldsmith goliath
golly goner gong gonorrhea gooding goodwill goody goodyear goofy gorge gossip gouge gourmet gove govern governance
governmental governorate gowan gown graceful gracious grad graded grader gradient gradual graff grail grain gram gramma
grammatical grammer grampa granada grandam grandchild granddad granddaughter grandson grange granger granite graph
graphic graphical grasp grassland gratis gratitude gravel gravely graver graveyard gravitational gravity gravy grazing
grease greasy greatness greaves greed greedy greenhouse greening greenwood greet greeting grenade gribble grice grid
grieve grieving griff grill grilled grim grimace grin grinch grind grinding grindle gringo grip grizzle grocery groff
groin groom grooming groove groover grosso grotesque groundbreaking grounded groundwork grouped grouping grove grovel
growl grownup grudge grumpy grundy grunt guan guaranteed guarded guarding gubernatorial guerrilla guidance guidelines
guild guise gullible gully gumby gump gunfire gunman gunpoint gunpowder gunshot gunter guru gussie gutter guyer
gymnasium gymnast gymnastics gypsy hack hacked hacking hackler hackman hackney hadden haddock haggard haggis hail
hairball haircut hairdresser haire haired hairy hake halbert halftime hallelujah hallman hallmark hallucinating halt
halter hamburger hamel hammering hammock hamper hance handbag handball handbook handful handicap handicapped handshake
handwriting handy hangar hangover hank hansel happiest harass harassment hardwood hare harman harmful harmless harmonic
harness harp harpoon harr harrier harsh hartshorn harvest hasan hash hassle hasty hatch hatchet hateful hatmaker hatred
hatter haugh haught haul haunt haunted haven havoc hawk hayward hazard hazardous hazelwood hazen header headline
headmaster heady heald healer healing heap hearst heartache heartbeat heartbreak heartbreaker heartbreaking heartbroken
hearted heartfelt heartless hearty heated heater heating heave heavenly heavens heavyweight heck hectic hedge hedgehog
heel hefty heir heiress helicopter helium heller hellhole helm helmet helper helpless hemisphere hemlock hepatitis
herald herb herbal herd hereby hereditary herma heroic heroin heroine heron hertz hesitate hesitation heterosexual
hiatus hidalgo hideous hierarchy higdon highlander highlight highness hight hike hilarious hillman hillside hilltop
hilly hippie hippo hitch hitter hives hoard hobby hock hocker holdup holeman holiness holla holler hollow holocaust
homage homecoming homeland homeless homemade homesick homestead hometown homey homicidal homicide honeybee honorable
honored hooker hookers hookup hooky hooligan hoops hoot hooter hopeful hopeless hopelessly hopped horizon horizontal
hormone horner horning horrendous horribly horrific horseback horseshoe horst hose hospitality hostage hostel hostess
hostile hostilities hostility hosting hotbox hotshot hotspur hotter hough hound hounding hourglass hourly housekeeper
housekeeping houser hover hovering howdy hoyle hubble hubby huck huddle hugging humanitarian humanity humanly humble
humbug humid humidity humiliate humiliated humiliating humiliation humility hummel humming humorous humour hump hunch
hunger hunh hunk hunky huntsman hurdle hurling huron hurtful hush husky huss hustle hustler hutch hyacinth hybrid
hydraulic hydro hydroelectric hydrogen hygiene hymn hyper hypnosis hypocrisy hypocrite hypocritical hypothermia
hypothesis hypothetical hypothetically hysterical iceberg iced icehouse iceland icing icon iconic idalia identification
identifying ideological ideology idiotic idol ignition ignorance ignorant illegally illegitimate illuminated illusion
illustrate illustration illustrator imagery imaginary imitation immaculate immature immense immigrant imminent immoral
immortality immune immunity impacted impartial impatient impeccable impending imperative implant implement implicate
implicated imply import importantly imported impose imposed imposing imposter impostor impotent impress impressionable
imprint imprisonment impromptu improving improvise impulse impulsive inability inactive inadequate inappropriate
inauguration incapable incarnation incentive inception incidence incidentally incision inclusion inclusive incoming
incompetence incompetent incomplete inconsistent inconvenience inconvenient incorporate incorporation incorrect
incorrectly incriminate incriminating indefinitely independently indication indicator indictment indirect indirectly
individually induce induced induction indulge industrialist indy ineffective inequality inevitable inevitably
inexpensive inexperienced infamous infant infante infect infected infection infectious inferior infidelity infiltrate
infinite infirmary inflammation inflammatory inflation inflict influx inform informal informally informant informed
infrared infringement infuriating ingle ingredient inhabit inhabited inherent inherit inheritance initiate initiation
inject injection injunction injustice inland inlet inmate inning innocence innovative inquiry insanity insatiable
inscription insect insecure insecurity insensitive insert inserted insight insignia insignificant insinuating
insistence insomnia inspection inspire inspiring instability install installment instant instantly instinct
institutional instructed instructional instructor instrumentation insufferable insufficient insulin insult insulting
insurgency intact intake integer integral integrate integrating integrity intellect intelligent intending intensified
intensity intensive intent intentional intentionally interact interactive intercept interception interchange intercity
intercollegiate intercontinental intercourse interference interfering interim intern internally interne internship
interpret interpreter interrogate interrogation interrupted interruption interval intervene intervention intimacy
intimate intimately intimidate intimidated intimidating intricate intrigue intriguing intrude intruder intruding
intrusion intuition invade invading invalid invariant invasive invent invention inventor inventory inverse inverted
invest investigate investigating investigative investigator investing investor invincible invisible invitational
inviting involve ironically irony irrational irregular irrelevant irresistible irresponsible irrigation irritate
irritated irritating islander isle isolate isolation issuing itch itching itchy item itinerary ivory jabber jabot
jackass jackman jacoby jaeger jager jagger jailed jama jami jammed janitor jann jara javelin jayhawk jazzy jealousy
jeans jello jelly jellyfish jeopardize jeopardy jerkoff jerky jess jetton jewel jewelry jing jingle jinks jinny jinx
jitters jock jockey johannes joiner jointly jolly josh josie joyous jubilee judging judgmental judiciary juggling juicy
jukebox julienne jumbo jumpy juniper junker junta juror justification justified justify juvenile kahuna kaiser kali
kapp kappa karaoke karma karri keck keel keeler keeling keen keena keener kell kelvin kennelly kenner kensington kern
kernel kerner kerrie kersey kestrel ketchup kettle kickoff kidder kidnap kidney kiel kiley kilometer kimberlin kina
kinase kinch kindergarten kindle kindly kindness kindred kinetic kingfish kinkle kinky kipper kirkman kirsch kish
kismet kisser kite kittle kiwi knack knee kneel knickers knitting knocking knockout knoll knot knuckles kohl koller
konstantin koppen kori korova kosher kraft krypton kuan kwan kylie labia lace laced lackey lacy ladder laddie laden
lafayette lagoon laine lair laird lakeside lambda lamp landau lander landfall landlady landlord landowner landslide
laney lantern lapse lark larvae laser lash lasher lassie laster lasting lateral latitude latrine latte lattice laughter
launching laureate laurel lava lavender lawfully lawing lawless lawman lawn lawsuit laying layman layne layout lazar
lazy leak leaking leal lean leaning leap lear learnt lease leash leath leatherwood lecturer ledge ledger leech leeches
leery lees leftist leftover lefty legally legenda legendary leger legged legit legitimacy legitimate legman lehr
leighton leister leisure lemon lemonade lenard lend lengthy lens lent lethal lettuce leukemia leverage levin liability
liable liaison liang liberated libertarian librarian libretto licence licker licking liege lien lifeboat lifeline
lifelong lifesaver lifted lifting lighten lighter lighthouse lighting lightly lightning lightweight likelihood likewise
liking lily limb limbo lime limestone limitation limiting limousine limp linder lindo lindy lineage lined linen liner
ling lingerie lingo linguistic linguistics lining link linker linking linn lino linsey linwood lion lionel lionheart
lipstick liquor lira listener lister literal lithium litigation litten litter liturgical liturgy lively livery
livestock loader loading loads loaf loathe lobo locality localized locate loch locket locking lockman lockout lockup
loco locust lodged loft logged logger logging logic logical logically logistics loma lombard lone loneliness lonesome
longbow longhair longing longitude longitudinal lookout looney loony looper loophole loosely loosen looser loper lora
lordship lore loris lory lotion lottery lotus loudly lough lounge loveless lowder lowered lowering lowland lowly
loyalist luckily lucrative ludicrous luggage lullaby lulu lumber lump lumpkin lunar lunatic luncheon lunchtime lung
lunn lunt lupe lura lure lusk lust luster luxury lyric lyrical lyricist macaco macaroni mace machinery macho macon
madame madly madras madrigal magenta maggot magically magician magistrate magnet magneto magnificent magnitude magnolia
magpie mahar maharaja mahone mailbox mailed mailing mainline maire maize majestic majesty majors maker maki malaria
malfunction mali malice malicious malpractice mamma mammoth mana managerial mandarin mandate mandatory mandrake maness
maneuver maney mang mango manhood manic manicure manie manifest manifesto manifold manila manipulate manipulation
manipulative manipulator mankind manly manned manners manny manslaughter manticore mantis mantle mantra manual manually
manufacture manure maple mapping marauder marble marbles marceline marcello marco mare margarite marge marginal
marijuana mariner marital marker marketplace marking marler marlin marline marquess marquis marron marrow marshal mart
martel martyr marvel marvelous mascara mascot masculine mash mask masked masonic masonry massa massacre massage masse
mast mastered mastermind masterpiece matador matchbox matching mater maternal maternity mathematician mathes mating
matrices matrimony matron matta matte mattress maturity maud mausoleum mavis maxim mayday mayhem mayonnaise mayoral
maze mead meader meadow meaningful meaningless mease measly measurement measuring mechanic mechanics medalist meddling
medial medic medically medicinal mediocre meditation medley meece meek mele mellon mellow melodic melodramatic melt
melted melting membrane memo memoir memorable memorandum memorize menace mend meng meningitis menopause mentally
menthol mentor menu merchandise merchant merciful mercy mere merely merge merging merit merle mermaid merry merryman
mesa messenger messer messy meta metabolic metabolism metaphor meteor meteorological meter methodist methodology metric
metropolis mian mica mice mick mickle micro micron microphone microscope microwave middleweight midfield midge midget
midland midst midterm midway mignon migraine migrant migrate migration migratory mild mildly mileage milestone militant
milkman millennium millet millimeter milliner millionaire milner milo mina minded minding mindless mined miner mineral
mingle miniature minimal minimize ministerial mink minors mint minter minus miraculous miraculously mirza miscarriage
mischief miserably misfit misfortune misguided misleading missionary missy mistaken mistakenly mistletoe mistrial
misunderstand misunderstood mixture moaning mobility mobster mocha mock mockery modeled modeling modena moderately
modernist modernization modest modification modify modular module mohr moise moist moisture mojo mold mole molecule
moline moll mollie mollusk momentarily momentary momentum monarch monarchy monastic mone monetary moneyman mong monger
moniker monk monsieur monstrous montane monte monteith monumental moonbeam moonlight moonman moorman moors moping
morale morality morally morals morbid moreland morello moreover morgue mormon mornings morocco moron morphine
morphology mortality mortar mortgage mosaic mosque mosquito motherhood motif motivated motivation motley motorcycle
motorway mott motto mound mountainous mounting mourn mourning mouser mousey mousse mouthed mouton mozambique mudd muddy
muffy muir mule mull mullet mulligan multinational multiply mummy munch munitions mural murdering murderous muscular
muse mushy musically mustache mustard muster mutant mutation muth mutiny mutual mutually muzzle myron mysteriously
mystical myth mythical mythological mythology nada nagging nailing naive namesake naming nana nanny napalm napkin
napoleon napper napping narration narrator narrowed narrowly nasal natal nationalism nationalist nationality nationally
nationwide natty naturalist nausea nauseous nautical nautilus nave navigate navigation navigator nearest necessity
necklace nectar needham needing needle needles needless needy neese negatively neglect negligence negligent negotiable
negotiate negotiation negotiator negro neighbour neighbourhood neolithic neon ness nester nestle networking neural
neurological neurotic neutral neutrality neutron nevermore newborn newcomer newest newmarket newness newscast
newsletter niagara nicely niche nickel nickelodeon nicky nicotine nightcap nightclub nightfall nightgown nightingale
nimbus nineteen nineteenth nineties nipper nipple nitro nitrogen nobility nobleman nock node noisy noll noma nomad
nomadic nomenclature nominal nominee nonetheless nonprofit noon noose norm northbound northernmost northward nosy
notation notch notebook noteworthy noticeable notified notify notion notoriety notorious noun nova novelist novella
novelty nowadays noway nubia nuclei nucleus nudge nudist nuisance null numb numerical nunnery nursery nursing nutmeg
nutrition nutter nutting nutty nympho oasis oath oatmeal obey obituary objection obligated obligation oblige obliged
oblique obnoxious obscene obscure observation observatory observe observer observing obsession obsessive obsidian
obsolete obstacle obstruction occasional occupational occupy occupying occurrence oceanic ocelot octagonal octopus
oddly odum offend offended offset offshore offspring ogle ointment okey oliphant oliva olive omelet omelette omer
onetime onion onset onward onwards opener openly operatic operative operator opiate opium oppose opposing oppression
optic optical optics optimal optimism optimist optimistic optimization optional opus oral orang orbit orbital orchard
orchestral orchid ordeal orderly ordinance ordinarily ordination ordnance oreo organise organism organist
organizational organize organizer orgasm orgy orient oriental orientation originate ornament ornamental orphan osprey
ostrich ottinger ounce outback outburst outcast outcome outdone outdoors outfielder outgoing outlet outline outlined
outlook outpost outrage outraged outrageous outreach outright outsider outspoken outward oval oven overboard overby
overcome overdose overdue overhaul overhead overhear overland overlap overlapping overload overlook overly overman
override oversee overseen oversight overthrow overtime overwhelmed overwhelming owing oxidation oxide oxygen oyster
pacing packaged packer packet paco pact padded paddle paddock pagan pageant pager painfully painless painter paired
palatinate palatine pale palma palomino pamphlet pancake panchayat pang panhead panicked pansy panter pantry paolo papa
papal pape paperback papillon para parachute parade paradigm paragon paragraph paralysis parameter paramilitary
paramount paranoia paranormal parasite parcel pardo pare parental parked parkin parkway parlor parma parody parol
parole parr parry parsley parson parted participant particle partisan partition partridge paschal pascual pasha
passionate passive pasta paste pastor pastoral pastry pasty patch patched paternal paternity pathological pathology
pathway patio patria patriarch patriotic patrolling patron patronage patronize patronizing patten patty paulie paulin
pause paved pavement pawn payback payday payload payoff payroll peaceful peacefully peach peachy peaking pearly peart
peasant peavey peavy pebble pecan pecker peculiar pedal peddler pedestal pedestrian pediatric pediatrics peek peel
peele peeler peep peeper peer peerage peery pegged pelican pell penal penance pence pending penetrate penetration
penicillin peninsular penitentiary pennant penner penni pension pentagon penthouse pepperoni perceived perception
perceptive percussion perennial peres perfection performer perfume peril perimeter periodic periodical periodically
peripheral perjury perky permanently permit perpendicular perpetrator perpetual perron perryman persecuted persecution
persistent persona persuade persuaded persuasion persuasive pertaining perverse pesky pete peterman petition petrie
petrified petrol petroleum peyton pharmaceutical pharmacist pharmacy phases phenomena phenomenal phenomenon phew
philanthropist philanthropy philharmonic philosopher philosophical phosphate photograph photographer photographic
photon physically physicist physiological physiology pian pianist piazza piccolo pickering picket pickup picky picnic
pictured picturesque piedmont pier pierced piercing pigeon piggy pigpen pilar pilcher pile pilgrim pilgrimage piling
pill pillar pillow pimp pimping pina pinball pinch pinder pineapple pinhead pining pinkie pinky pinnacle pinned pino
pinon pinpoint pint pipe pipeline piper pipkin pippin piracy piston pitching pitiful pitman pits pivotal placebo
placement placid plague plagued plaid plaintiff planetarium planetary plank plantation planting plaque plasma plaster
plastics plateau platoon platter platypus plausible playa playable playback playground playhouse playmate playwright
plea plead pleading pleasing pledge plight plotting plowman plug plugged plumage plumb plumbing plunge plunk plural
plutonium pneumonia poche podium poetic pointer pointing pointless pointy poisoning poisonous poke poked pokey poking
polar policeman polished polite politely politically pollack pollen polling pollock pollution pollux polska polyester
polygraph polymer polynomial polytechnic pompey pompous pond ponder pong pontifical pony poodle poof pooler poorly
popper poppy populace popularly populous porcelain porch pork portable portal portfolio portia porto portray portrayal
pose posey posing positioned positively poss posse possess possessed possessing possessive postage poster posterior
postgraduate posthumous posthumously posting postman postmaster postpone postseason postwar potassium potent
potentially pothead potion pottery poultry pounder pounding pour pouring powdered powerless practiced practitioner
prairie praise praising prank prater prayer preach preacher preaching precaution precedent preceding precinct
precipitation precise precisely precision precursor predicament predict predictable prediction predominant
predominantly preface prefect preferably preference prefix prehistoric prejudice preliminary premature premiership
premise premium premonition prenatal prentice preoccupied prep preparatory preposterous prerogative preschool prescribe
prescription preseason presenter presently pressing prestige presto presumably presume presumptuous pretended
pretentious pretzel prevail prevalence prevalent prevention preview prey priced priceless prick priest priesthood
primitive princely principality principally prine pringle priory prissy privately privilege privileged privy
probability probable probation probe problematic procedural proceeding proceeds procession processor proclamation
procurement productive productivity profession professionally professorship profitable profound prognosis programmer
progression progressively prohibit prohibition projecting projection projector proliferation prolific prominence
prominently promising promoter promotional promptly prone pronounce pronounced pronto pronunciation propaganda
propagation propane propeller properly prophecy prophet proponent proportion proportional proposition proprietary props
propulsion prose prosecute prosecution prosecutor prospect prospective prosper prosperity prosperous prostitute
prostitution protagonist protective protector protectorate proto protocol proton prototype proudly proven provenance
proverbial providence provider proving provision provisional provocative provoke provoking provost prowler proximity
proxy prudence prudent prying pseudo pseudonym psych psyche psychiatric psychiatry psychic psychologist psychopath
psychosis psychotic puberty publicity publish puck pudding puddle puddy pueblo puff puffer puffin puffy puke pullen
pulley pulmonary puma pump pumper punching puncture punish pupil puppet purdy purely purity purposely purser pursley
pursuit pushover puzzle quack quaint quake qualifier quan quantitative quantity quantum quarantine quarrel quarry quart
quarterly quarters quartet quartz quasi queasy queer quest questionable quickie quietly quiles quilt quint quintet
quintin quinton quirk quits quitter quiz quota quote rabble rabid rabies racecourse racer raceway rach racism racist
rack racket racketeering radial radiant radiator radioactive radius raft rage rager raging raglin railing rainer
rainfall rainy raiser raja ramage rambler rambling rampage ramrod rana ranch rancho rancid rand randle randomly rang
ranged ransom ranting rapier rapper rapture rash raspberry rath rational rationally rattle rattled rattling rave raving
raya rayon razor reactive reactor reader readily readiness realism realist realistic realization realizing ream reamer
rearrange reasonably reasoning reassure reassuring rebound rebuild recap receipt receipts receiver receptionist
receptive receptor recess recession recipe recital recite reckless reckon reclaim recognizable recollection recommend
recommendation recon reconcile reconciliation reconnaissance reconnect reconsider reconstructed reconstruction recorder
recover recreational recruit recruiting recruitment rectangular rector recuperate recurring redbird redbone redd redden
redding reddish reddy redeem redemption redevelopment redeye redfish redleg redone redskin redundant redwing redwood
reeder reedy reef reefer reel reeve referee referendum refill refined refinery reflected reflecting reflection reflex
reformation reformed refrain refresh refreshing refrigerator refueling refuge refugee refund refusal refusing regain
regardless regency regeneration regent regimental registration registry regroup regulate regulated regulator regulatory
rehabilitation rehash rehearsal reina reindeer reinforce reinstate reis reissue reiter reject rejection relapse relate
relativity relaxation relaxed relay relegation relentless relevance reliability reliable reliance relieve relive reload
relocate relocation reluctant reluctantly rely remake remark remarkable remarkably remarry rematch remedy remembrance
reminder reminiscent remission remix remnant remorse remotely removing render rendering rendezvous rendition renew
renewable renewal renovation rental rented reopen reorganization repay repeal repeatedly repertoire repertory rephrase
replay replica replication reply repository repp repressed repression reproduce reproduction reproductive reptile
repulsive reputed requiem requirement reschedule researcher resemblance resemble resent resentment reservation reserved
reset reside residency residue resign resilient resin resistant resisting resolve resolved resonance resourceful
respectable respectful respectfully respecting respirator respiratory respond restart resting restless restore restrain
restraining restraint restrict restriction resume resurrection retailer retain retainer retaining retaliate retaliation
retard retarded retention rethink retire retiring retraction retreating retribution retrieval retrieve retrospective
reunion reunite reveal revealing revelation reverend reversal reverse reversed reviewer revision revive revolt revolve
revolver revue reward rewarding rewind rewrite rhea rhetoric rhetorical rhine rhino rhubarb rhyme rhythm rhythmic
ribbon ricker riddance ridden rider ridgeway rife riffle riffraff righteous rightful rightfully righty rigid rigorous
rigsby rima rimmer rincon ringer ringing rinker rinse riot ripe ripping ripple risen riser risky rite ritual riva
rivalry riverside roadkill roadster roadway roaming roan roar roaring roast robber robbery robbin robbing robe rober
robot robust rocking rockwood rocky rode rodeo rodman roebuck rogan rogue rohan rolled romaine romantically rondeau
rone rood roofer rook rooker roomie roosters root rooted roper ropes roque rory rosella roselle rosette rosewood rosser
roster rosy rotary rotating rotation rother rotor rotten rotting rouge rouleau rounded roundtree roundy routh routinely
routing rover rowan rowing royalist royalty rubbed rubbing rubbish rubble ruble rudd rudder ruddy ruff ruffin rufus
rugged rumble rumor runaway runkle runoff runway ruptured rushed rushing rusk russel rust rusty ruthless rutter ryder
sabina sable sabotage sabra sack sacked sacrificing saddle saddler sade sadistic sadly sadness safari safely saffron
saga sage sail sain salamander salary salesman salina saline saliva salle sallee salomon salon saloon salter salty
salute salvage salvation samara sambo sammy sample sampling sancho sanctity sanctuary sander sandstone sane sang sanger
sanitation sanity sank sapper sapphic sappy sarcasm sarcastic sari sark sartain sass satin satire satirical
satisfaction satisfy satisfying saucer sauna sausage savanna savior savor savoy savvy saxophone saxophonist sayer scala
scaled scales scalp scalpel scam scamper scan scandal scanner scanning scar scarce scarecrow scarf scarred scatter
scattered scattering scenario scenery scenic scent scented scharf scheming schiller schilling schimmel schnapps
scholarly schoolgirl schooling schoolwork schooner schreiner schuh schwarz scissors scoop scoot scope scorer scot
scotch scoundrel scout scouting scrabble scram scrap scrapbook scraping scrapped scrapper scratches scratching scratchy
scrawny screamer screech screened screening screenplay screenwriter screwdriver screwing screwy scripture scroll
scrotum scrub scrutiny scudder scull sculptor scum scurry scuse seadog seal sealed seaman seaside seasonal seated
seating secession secluded secondly secrecy secretariat secretive secretly secular sedan sedate sedative sediment
seduce seducing seduction seductive seeded seeker seely seemingly segregation seidel seine seismic seize seizure seldom
selective selfishness selfless seller semantic semen semester semiconductor semifinal seminal seminar senna sensation
sensational sensed senseless sensible sensitivity sensor sensory sensual sentiment sentimental sentry separately
separates separating separation serio sermon serpent serra serum servant setback settler settling setup seventeen
seventeenth severance severely severity sewage sewer sewing shabby shack shad shade shady shaft shag shaken shaker
shaky shale shallow shalt sham shameless shampoo shan shank shanna shaping shareholder sharky sharply shatter
shattering shaul shave shaver shaving shay shear shearer shears shed sheep sheer sheet shela sheldrake shelf shell
shelter sheltered sheng shifting shilling shindig shine shiner shining shiny shipbuilding shipman shipment shipped
shippy shipyard shire shirk shirl shiver shivering shocker shocking shoo shook shoop shoplifting shopper shortage
shorter shorts shou shout shouting shove shovel showcase shred shredder shrew shrimp shrine shrinking shriver shroud
shrub shrunk shuck shuffle shuler shun shush shutting shuttle sibling sibyl sicilian sicker sickler sickness sided
sidewalk sideways siding sigh sighted sighting sigma silesia silicon silk sill silverware sima similarity simmer simmon
simpler simplicity simplified simulation simulcast simultaneous sina sincere sincerely sincerity sine singular sinister
sinking sipe sire siren sissy sitter sixteenth sizer sizes skate skating skeen skeleton skelly skeptical sketch sketchy
skier skies skill skilled skillet skinned skipping skirt skull skunk skylark slack slacker slade slain slam slander
slang slap slapper slapping slash slashed slate slattery slave slavery slay slaying sleazy sledding sledge sleeper
sleepless sleepwalking sleeve sleigh slender slice sliced slide slider sliding slight slim slime slimy sling slinging
slinky slipper slippery slipping slit sliver sloat slogan slone slope sloppy slot slugger slumber slusher smack smalls
smash smashing smear smegma smelled smelling smelly smirk smither smitten smock smoked smooch smoochy smoot smoothly
smother smug smuggle smuggling smut smyth snack snag snail snails snapped snapping snappy snaps snatched snead sneaking
sneaky sneeze snell snicker snide sniff sniffing snitch snook snooker snoop snooty snooze snore snoring snotty snout
snowbird snowstorm snuck snuff snuffy soak soaked soaking sober socialism socially sociology sock sodium sofa soften
solace solely solemn soler soles solicitor solidarity solitary solitude soloist soluble solvent somers somerset sonata
sook soothing sophia sophisticated soprano sordid sore sorority sorrow sorted sounding sour southard southbound
southerland southernmost southpaw southward souvenir sovereign sovereignty spacecraft spaced spaceman spaceship spade
spaghetti spalding spam span spangler spank spanker spanky spann spanner sparhawk spark sparked sparkle sparkling
sparrow spatial spatula spawn spear spearman specialize specially specialty specification specify specimen speck specs
spectacle spectacular spectator spectra spectral speculate speculation speechless speeding speedway speer speller
spelling sperling sperm sperma sphere spherical sphinx spice spicer spicy spiegel spiffy spiked spiker spill spiller
spina spinach spinal spindler spine spineless spinner spinning spiral spire spirited spirituality spite spiteful
spitting spitz spleen splendid splinter splitting spoiled spoiling spokesman sponge sponsor sponsorship spontaneous
spook spoon spooner sporty spotlight spotted spotting spotty spouse spray spreading spree sprinkle sprinter sprocket
sprout spruce sprung spry spud spunk spunky spur spurling squall squared squash squat squeak squeaky squeezing squid
squire squirm squirt staab stab stabbing stability stabilize stabler stack stade staffed staged staging stain stainless
staircase stale stalk stalked stalking stall stalling stamina stamper stance standardized standish stang stanhope
staple starboard starcher stare starlight starling starship starter startle starve starved stash statesman static
stationary stats statute statutory steadily steadman steak steamer steaming steamship steamy steed steeler steen steep
steer steering stell stellar stench stepfather stepmother stepping stepson stereo sterile sterling stern stethoscope
stew stewardess sticker stickler sticks stiff stigmata stiletto stillman stimulate stimulation stimuli stimulus stine
sting stink stinker stinking stint stir stirring stitch stith stiver stocker stockman stocks stoke stoker stomp stoned
stoner stony stooge stool stoop storer storeroom storytelling stove stover straighten straightforward strain strained
strait strang strangely strangle strap strapped stratus straw strawberry stray strayer streak streaming streetcar
strengthen strengthening stressful stricken stricker strickler strict strictly strife striking stringer stringing
striped stripling stripped stripping strode stroker stroll stronghold stroud stroup structured struggling strung stubby
stuffed stuffing stuffy stull stumble stump stumpy stunner stunning stunt stupidity sturgeon stutter styling stylish
stylus subcommittee subconscious subconsciously subdivision suber subfamily subgroup subjected subjective submerged
submission submit subordinate subpoena subscription subset subspecies substance substantially substituted substitution
substrate subtle subtropical suburban subway succeed succeeding successive successively succubus suck sucker sucking
suction suede suffice sufficiently suffix suffocating suffrage suggestion suicidal suing suitcase sultan sultanate
sumatra summon summons sumner sumpter sundae sunflower sunk sunlight sunny superb superficial superhero superintendent
superiority supermarket supernatural supernova supersonic superstition superstitious supervise supervision supervisor
supper supplement supplier supporter supposedly suppress suppressed suppression supremacy surf surfaced surge surgical
surplus surprising surprisingly surrey surrogate surround surroundings surveying surveyor survival survivor susceptible
suslik suspected suspend suspense suspicion sustain sustainable sustained suttle swami swamp swan swanner swart swat
sweating sweaty sweeny sweep sweeping sweetness swell swelling swept swick swift swifty swimmer swimsuit swindle swine
swiney swinging swingle swink swinney swisher switching swollen swoop swoosh sword sworn swung syllable sylvester
symbolic symbolism symmetric symmetry sympathetic sympathize sympathy symphonic symposium symptom synagogue syndicate
synergy synod synonym synonymous synopsis syntax synthesis synthetic syringe syrup systematic systemic syzygy tabby
tables tablet tabloid tabor tack tackle tacky tactic tactical tactics tadpole taffy taft tagged tailed tailing tailor
taipan tait takeover takin talbot tale talented talisman talker taller tally talon taluk tammie tana tandem tango tania
tanked tantra tantrum tapia tapper tapping targeted tari tariff tarpon tarr tart tasker tasted tasteful tasting tasty
taunting tavern tawny taxation taxi taxman taxonomy teal teammate tearing tease teaser teasing technicality technician
technological tedder tedious teel teenage teeny teeter tehsil tekken telegram telegraph telescope telford teller temp
temper temperate templar tempo temporal temporarily tempt temptation tempting tenant tendency tender tenderness tending
teng tenor tensor tent tera terminate termination terminology termite terrace terrain terrapin terrestrial terrier
terrifying terrorism terrorist tertiary testa testament tested testosterone testy textbook textile textual texture
thacker thankful thankfully thatcher theatrical theft theirs thematic theologian theological theorem theoretical
theoretically thermal thermometer thesis thickness thigh thingy thinner thirst thirsty thirteen thirteenth thong thorn
thorough thoroughbred thoroughly thorp thou thoughtful thoughtless thrash thrasher thread threads threshold thrift
thrill thriller thrilling thrive thriving throttle thrower thrust thug thumb thump tiao tiara tibet tiburon tice tick
ticked ticking tickler tickling ticklish tidal tide tien tighten tightly tights tiller tilley timed timeless timer
timetable timor ting tingle tinman tipped tipper tipping tire tiring tissue titanium titman tittle titty titular toad
toaster tobacco toby toddy toffee token tolerance tolerate toll tomahawk toman tomato tomb toner tong tonga tonic
toolbox toolman toon tooth toothbrush topic topless topography topological topology topped topping tops tora torah
torch tore torment toro torpedo torque tortoise tortured torturing tory tosser tossing toto touchy tovar towery towner
toxic toxicity toying tracer tracked tracker tract traction trademark trader tragic tragically trailer trailing trainer
trait traitor trajectory tram trammel tramp trample tramway tranquilizer transaction transcript transcription
transferring transform transformation transforming transitional translate translator transmit transmitter transparency
transparent transplant transported transporting transverse trapper traps trashy traumatic traveler traveling traverse
tray treacherous tread treason treasure treasurer treasury treatise treble treetop trek trembling tremendous trench
trend trey triad triangle triangular tribal tribble tribunal tribune trice trident triggered trillion trilogy trim
trimester trinitro triplex tripod tripoli tripper tripping trivial troche troll trolley troop trotter troubling troupe
trout truce trucking trull trump truss trussell trustee trusting trustworthy trusty truthful truthfully tsunami tuan
tuberculosis tuck tuition tula tumble tummy tumor tuna tundra tune tuned tuning turbine turbines turf turmoil turney
turnip turnout turnover turnpike turret tutor tuxedo twain tweed tweedy twelfth twentieth twiggy twinkle twinned
twisted twisting twit twitch twitter twitty tycoon tying typewriter typhoon tyrant ulcer ulster ulterior ultima
ultimatum ultra umbrella umpire unacceptable unanimous unanimously unarmed unattractive unauthorized unavailable
unaware unbearable unbeaten unbelievably unborn uncanny uncertain uncertainty unchanged unclear uncommon unconditional
unconstitutional uncover uncovered undead undefeated underage undercover underdog underestimate undergo undergoing
underhanded underhill underlying undermine underpants underside understandable understatement understudy undertake
undertaker undertaking undertook underwater underway underwent underworld undisclosed undo undone undoubtedly undrafted
undressed undying uneasy unemployed unemployment unethical uneven unexpected unexpectedly unfaithful unfamiliar
unfinished unfit unforgettable unforgivable unfortunate ungrateful unhappiness unhealthy unholy unidentified
unification unified unimportant uninvited unionist uniquely unitary unite universally unknow unleash unleashed unlikely
unlimited unload unlock unlocked unlucky unmanned unmarried unnamed unnatural unnecessary unofficial unopposed
unorthodox unpack unpleasant unpopular unprecedented unpredictable unprepared unprofessional unprotected unpublished
unravel unrealistic unreasonable unrelated unreleased unreliable unresolved unrest unseen unselfish unsolved
unspeakable unstable unstoppable unsuccessfully unsuspecting unthinkable untie unto untrue unused unusually unveiled
unwanted unwilling unwind upbeat upcoming update upgrade upheld uphold upright uprising upsetting upside upstanding
upstate upstream uptown upward upwards uranium urge urging urine usher uterus utility utilize utmost utopia utter
utterly vacancy vacant vaccine vacuum vagabond vague vaguely vail vain vale valet valiant valid validity valuable
valued valve vandalism vanguard vanish vanity vanquish vantage vapor variance varied variously varsity vascular vase
vasectomy vaudeville vault veal vector vegetable vegetarian vegetation veil vein vela velocity vendetta vending
vengeance vengeful venom vent ventilation ventilator verb verbal verdict verdin verge verification verify vermin
vernacular versatile vertex vertically vertices vest vestal veta veterinary veto viable viaduct vial vibrant vibration
vicar viceroy vicinity vicious victorious videotape viewer viewpoint vigil vigilant vigilante vigorous vile villain
villar vina vindictive vinegar vineyard vintage vinyl violate violation violette violin violinist virago viral
virginity virtually virtue visa viscount visibility visitation visitor vista visualize visually vita vital vitals
vitamin viva vixen vocabulary vocational vodka vogue voiced void volatile volcanic volcano volley voltage voluntarily
voluntary vomit vomiting voter vouch vowed vowel voyage voyeur vulgar wacker wacky waffle wage wager wages wagon
wagoner wainwright waist waiter wakes waking walled walleye walling wallow wallpaper wally walrus walt waltz wand
wander wanderer wandering wannabe wanner warden wardrobe warman warmed warmer warming warmth warped warship wartime
wasabi washed washer washing watcher waterfall waterfront watering waterman watershed waterway watt waugh waved waving
wayman weaken weakness weary weatherly weave weaving wedded wedge weekday weep weeping weigh weighed weighing weighted
weir welcoming welder wellington wellman welsh welter welterweight wench wenzel wert wester westward wetter whack whale
whaling wharf whatnot whats whatsoever wheat whereabouts whereby wherein whetstone whichever whiff whim whine whiny
whiplash whipped whipping whisk whisky whisper whispering whistle whistler whit whited whitener whites whiteside
whiting whitish whitlow whitten whittle whiz wholesale wholesome wholly whomever whoop whoopee whoops wick wicker
wicket widener width wiener wigan wiggle wight wilderness wildfire wildly wildwind wilk willed willey willingly
willingness willy wilt wimp winder winding windle windmill windshield windy winged winger wingman wink winkelman winkle
winnings wired wireless wireman wiring wisely wiseman wiser wishbone wished wishful wishing witchcraft withdraw
withdrawal withdrawn withers withhold withstand witter witty wold wolfen wolfram wolter womble wonderfully wonderland
wont wooded woodhouse woodland woodman woodrow woodside woodyard woof woofer woohoo wool woolsey woozy worcester worker
workout workplace workshop worm wormhole worthless worthwhile worthy wounds woven wraith wrapping wrath wreak wrecking
wren wrench wrestle wrestler wretched wring wrinkle wrinkled wrist wronged wuss xenia yacht yahoo yank yanking yearbook
yearly yeast yellowish yield yielding yoga yogurt yorker youse youthful yuan yuck yummy zebra zenith zephyr zigzag
zimbabwe zinc zink zippy zodiac zoning zorro
"""
ORDINARY_WORDS = COMMON_WORDS | frozenset(_WORDS.split())
"""These and the common words."""
