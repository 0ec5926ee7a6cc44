"""Further ordinary words of English, folded, in alphabetical order: as a whole name they say little.

Source: entries of the frequency lists in zxcvbn 4.5.0 (github.com/dwolfhub/zxcvbn-python, MIT), the first 8,000 of
English Wikipedia and 7,000 each of US film and television subtitles and of frequent passwords (where zxcvbn files words
such as `anchor` and `lion`), as far as Webster's dictionary of 1934 (public domain, in english-words 2.0.2, MIT) has
them without a capital; of four letters and more, without obscenities, and without what `common_words.py` has.
"""

from __future__ import annotations

from matching.tables.common_words import COMMON_WORDS

_WORDS = """
abacus abandon abandonment abbas abbot abbreviation abdomen abdominal abduction abide abiding abnormal aboard abolition
aboriginal abort abortion abracadabra abraxas abruptly absent absolute absorb absorbed absorption abstract absurd
abundance abundant abusive acapulco accelerated acceleration accent acceptable acceptance accessibility accession
accessory accidental accidentally acclaim accommodate accommodation accompaniment accompany accomplice accomplish
accomplished accomplishment accordance accordingly accountability accountable accountant accounting accreditation
accredited accumulated accumulation accuracy accurate accurately accusation accuse accustomed aching acknowledge
acknowledged acquaintance acquainted acquire acre acronym activate activated activation activism acute adamant adapt
adaptive addict addicted addiction addressed adequate adjoining adjunct adjust adjusted adjustment adjutant administer
administratively administrator admirable admiralty admiration admired admirer admiring admission adobe adolescent adopt
adoption adorable adore adrenaline adultery adulthood advancement advancing adverse advertise advertised advertisement
advise advised adviser advisor advocacy aerial aerodrome aerospace aesthetic aesthetics affecting affection
affectionate affidavit affiliation affinity affirmative affluent affordable afterlife afternoons afterward aggravated
aggregate aggression aggressive aging agitated agony agrarian agreeing aiming airfield airing airlift airman airtight
alarmed alas albeit alchemy alcoholic alert alfa algae algebra algebraic algorithm alias alibi alienate align aligned
alignment alike alimony allegedly allegiance allegro allergic allergy allocation allowance alloy ally almighty aloud
alphabet alrighty altar alter alternating alternatively alto altogether aluminium aluminum alumnus amalgamation amatory
amaze amazed amazingly ambient ambiguous ambition ambitious ambrosia ambush amends amenities amethyst amidst amino ammo
ammunition amnesia amnesty amor amphibious ample amplifier amplitude amulet amuse amused amusement amusing anaconda
ananas anarchist anatomy ancestor ancestral ancestry anchor anchorage anchored android anemia anesthesia aneurysm angst
anguish angular animosity ankle annals annex annexation announce announcement announcer annoy annoyed anonymous
antagonist antarctic antarctica antelope antenna anterior anthem anthology anthrax anthropologist anthropology
antibiotic anticipate anticipated anticipation antidote antique antiquity anxiety anyhow anyplace anyways apartheid
aperture apex apiece aplastic apocalypse apologise apostle apostolic appalled appalling apparatus appealing appellate
appetite appetizer applaud applause applicable appoint appreciation appreciative apprentice apprenticeship approaching
approximate approximation apricot apron aquarium aquatic aqueduct arbitrary arbitration arbor arcade arch archaeologist
archaeology archaic archdeacon archdiocese arched archeological archery arches archipelago archive archives arctic
argon aria arise aristocracy aristocratic arithmetic armada armament armistice armor armored armoured arose aroused
arraignment arranger arranging array arresting arrive arrogance arrogant arrow arson arsonist artery articulated
artwork asbestos ascension ascent ashes ashore aspen asphalt aspire aspirin aspiring asteroid astonishing astral
astronaut astronomer astronomical astronomy asylum atheist atlas atmospheric atoll atom atop attach attachment attacker
attain attendant attentive attract attraction attribute auction audit audition auditor auditorium augmented auntie
auspices authentic authenticity authorization authorize authorized authorship autism auto autobiographical
autobiography autograph automated automatically automobile automotive autonomy autopsy auxiliary availability avenge
aviator await awakening baba babble babbling baboon babysitter babysitting backbone backdoor backdrop backfire backing
backpack backside backstage backward backwards bacteria bacterial badminton bafta bagel baggage bagged bailiff bait
bake baked bakery baking balanced balcony bald ballad ballistic balloon ballot ballroom baloney bamboo bandage bandi
bandwidth banger banging banish banjo banker bankrupt bankruptcy banner banquet banter banzai baptism barbecue
barbershop bare barefoot barfly bargain barge baritone bark barking barley baroness baronet baronetcy barony baroque
barrage barred barrel barrier barring barrister bartender basal baseman basics basilica basque basset bassist bassoon
batch bathe bathing bathrobe bathtub baton bats batsman batter battled battlefield battleship bazooka beacon beaker
beamer beaner beanie bearcat bearer beastie beaten beater beautifully beaux bedlam bedside bedtime beech bees
beforehand behave behavioral behold beige bela believable believer belly beloved bench bend bending beneath beneficial
beng benign bent berth beside besieged beta betray betrayal betting beverage beware bibliography bidder bidding
biennial bighead bikini bilateral bilbo bilingual billed billing billionaire binary bind bing biographer biographical
biomedical biopsy biotechnology birthplace birthright bisexual bishopric bismillah bison biting bitten bitter
bitterness bitty bizarre blackberry blackbird blackjack blackmailer blackout blacksmith bladder blamed blasted blasting
blatant blaze bleach bleak bleed blend blessing blinded blindfold blinding blindly blink blinking blinky blitz bloated
blobby bloc blockade blocked blocking blooded blouse blowfish blowjob blubber bluebell blueberry bluefish bluegrass
bluff blurry blurt blush blushing boardwalk boater boathouse boating bodied bodily bodyguard bogart bogey bogus boil
boiled boiler boiling bold bolivia bollocks bombardment bombed bombshell bonanza bonded bonding boner bonfire bongo
bonsai bookie booking booklet bookstore bookworm boost booster boot booted booze boozer bordered bordering bore boredom
borne borrowing bosom bossy botanical botanist botany botched bottled boulder bounce bouncer bouncing bounded bounty
bouquet bourbon bowel bowls bowwow boxcar boxer boxing boycott bozo bracelet braces bracket brag bragging brainer
brainwashed brakes bramble branched branded brash brass brat bravery brawl breach breakdown breaker breakthrough
breakup breather bred breed brethren brewery brewing bribe bridal bridesmaid briefcase briefing brigadier brilliance
brit broadcaster broadly broccoli brochure broker brood brooding brotherhood brotherly brownish browser bruise bruised
bruiser brunch brush brushed brushing brutal brutality brutally brute bubbly buckaroo bucker bucket buckle buckshot
bucky budge budgie buff buffet bugger builder bulb bulk bulletin bulletproof bullfrog bullit bully bullying bumble
bummed bummer bump bumper bumping bumpy bundle bunghole bungle bunk buns burglar burglary burial burner burnout burnt
burrito burst burying businesswoman bustle buyer buzzard buzzer buzzing bypass cabaret cabbage cabernet cabot cache
caddy cadet cafeteria caffeine cage calais calcium calculate calculated calculating calculation calculus caliber calico
caliph caller callous calmly calypso camber cameo campaigning camper canary cancellation candid candidacy candle
candlelight cane canine canned cannibal canoe canon canonical canopy canvas canyon capability capitalism capitalist
capped capsule captive captivity caramel caravan cardboard cardiac cardiologist cardiovascular careless caretaker
caribou carnage carnival carriage cart cartel carton cartoonist cartridge carve carved carving casbah cascade cashed
cashier cashmere casket casserole caste caster casting casual casually casualty catalogue catalyst catastrophe catcher
catching catchment catchy categorized caterer catholicism catnip caucus causeway caution cautious cavern caviar cavity
cayman cease cedar ceiling celebrity celestial cellar cello cellular cement censorship cent centenary centennial
centered centralized centred ceramic ceramics cereal cerebral ceremonial certainty certifiable certification chai
chained chains chainsaw chairperson chalk challenged challenger challenging champ chancel chant chanting chao chaperone
chaplain chappy characterization charade charging charisma charitable chartered charting chased chaser chassis chateau
chatter chatting chauffeur cheater checkbook checker checkers checkup cheeky cheerful cheering cheerleader cheery
cheeseburger cheesecake cheesy cheetah chemist cheque cherished chesterfield chevron chewing chewy chico chiefly
childbirth childish chili chilly chimera chimney chimp chipmunk chipped chippy chitchat chloride choke choking
cholesterol choosing chop chopin chopped chopping choral chord choreographer choreography chorus christening chrome
chromosome chronicle chronological chronology chummy chump chunk chunky churchyard chute cider cigar cinder cinematic
cinematographer cinematography cinnamon circa circling circular circulation circumstance circumstantial circus cirrus
citadel citation citizenship civilization civilized clam clamp clarify clarinet clarity clash classics classroom classy
clause claw claymore cleaner cleaners cleansing clearance clearer clearing clergy clergyman clerical clerk clientele
climax climber climbing cling clinging clip clipped clipper clippers clips clit clitoris clive cloak clocked clocks
clockwise clockwork clone cloth cloudy clubhouse clueless clumsy cluster clutch clutches coaster coated coating cobalt
cocaine cocoa coconut codex coefficient coffeehouse cognac cognitive coherent coin coincide coke cola colder coliseum
collaborate collaborative collaborator collage collar collateral colleague collectively collector collegiate collie
colliery collision colloquially colonization colonnade colored colorful coloring colossal coloured colours colt
columnist comb combine combining combo combustion comeback comedian comedic comet comfortably comforting comfy
commandant commemorate commemorating commemoration commemorative commence commencement commentary commentator
commercially commodity commodore commotion communal communicate communicating communion communism commuter compact
companion companionship comparable comparative comparatively compare compartment compass compassion compassionate
compatibility compatible compelling compensate compensation competence competent competitor compiler complain
complaining complaint complement complementary complexity compliance complicate complication compliment complimentary
comply compose composite comprehend compressed compression comprise comprised compromise compromising compulsive
compulsory computation computational compute comrade conceal concealed concede conceded conceive concentrated
conceptual concerto concession concierge conclude concluding conclusive concord concurrent concurrently concussion
condemn condemned condescending conditional conditioner conditioning condo condone conductor confederacy confederation
conferred confessing confide confidential confidentiality configuration confined confirm confirmation confirming
confiscated conflicting confluence confront confrontation confuse confusing confusion congestion conglomerate
congratulate congregational congressman conjecture conjunction conjure connectivity connector conning conquer conquest
conscious consciousness consecrated consecration consensus consent consequence conservatory considerably considerate
consideration consistency consistently consolation console consolidated consolidation consonant consort consortium
conspicuous conspiracy conspiring constable constantly constellation constituent constitute construct constructive
consul consulate consult consultant consultation consulting consume consumed consuming consummate contacting contagious
container containment contaminated contamination contemporaries contempt contender contention contents contestant
continent contingency contingent continually continuation continuity continuously contour contra contracted contracting
contraction contractor contrary contribute contributor controller convection convenience convenient conveniently
convent convergence conversely convert convertible converting convex convey convict conviction convincing convoy cooled
cooling coolness coop cooperate coordinate coordinated coordinating cooter copa copied coping copyright cord cordy cork
corky corn cornered cornerstone corny corolla coronary coronation coroner corporal corpse corpus corrected correction
correctional correctly correlation correspond correspondence correspondent corridor corrupt corsair cortex cosmetic
cosmic costing costly cottage cough counseling counterfeit counterpart countess countless countryside coupe coupled
coupling coupon courageous courier courtesy courthouse courtroom courtyard cove covenant cowardly cows cozy crab
cracked crackers cracking cradle cramp cramped cramping cranberry crank cranky crap crappy crate crater crave craving
crawling crazed craziness creamy creativity creator credibility credible creeping creole crescent crest cretaceous crib
cried criminally cripple crispy criteria criterion critically criticize critique critter crock crocodile crooked crop
crossbow crossover crossroads crossword crotch crowded crowned croydon crucial crude cruelty cruise cruiser crumble
crummy crunch crusade crushed crusher crushing crust crusty crypt cryptic cubic cubicle cuckoo cucumber cuddle cuddy
cuff cuisine culinary cult cultivated cultivation culturally cunning cupboard curator curb curfew curiosity curled
curling curly currency cursed curtain curve curved cushion custom customary customer cutie cutlass cyclic cycling
cyclist cyclone cylindrical cynical cypress daemon daffy dairy damages damaging daman dame damsel dandy dang
dangerously dangling dank daredevil daring darned darts dash dashing daylight daytime deadbeat deadline deadly deaf
dealer dealership dealt dearly debating debris decay deceased deceit deceitful deceive deceiving decency deception
deciduous decimal decipher decisive declare declining decomposition decorate decoration decorative decorator decoy
decrease decreased decreasing decree dedicate dedication deed deeds deer default defect defective defendant defenseless
deficiency deficit define definite definitive defunct degradation deity delay delegate delegation deliberate
deliberately delicate delight delighted delightful delinquent delirious delusion delusional deluxe demanding demented
demise demographic demolition demonic demonstrate demonstration demos denial denomination denote dense densely dental
dentist deodorant depart departing depend dependable dependence depict depiction deploy deployment deportation deposit
deposition depraved depressing deprive deprived deranged derivative derive descendant descending descriptive deserted
deserving desi designing desirable desired despair desperately desperation despicable despise destroyer destructive
detached detachment detailing detect detection detector detention determination detonate detonator detour devastated
devastating developer developmental devious devote devotion dharma diabetes diabetic diabolical diagnosis diagnostic
diagonal diagram dialect diaper diary dice dictate dictator dictatorship dictionary diehard diet dietary dieter differ
differential differentiate differentiation diffusion digest digit digitally dignified dignity digs dilemma dime
dimension dimensional ding dingbat dingo dining dinosaur diocesan dioxide diploma diplomacy diplomat dipped dipper
dipping dipstick dire directional directive directorate directorial directory disability disabled disadvantage disagree
disagreed disagreement disappearance disappearing disappointing disappointment disapprove disastrous discharge disciple
disciplinary discipline disclosed disclosure discography discomfort disconnected discount discourage discourse discreet
discrete discretion discrimination discus disgrace disguise disguised disgust disgusted dish dishonest dishwasher disk
dislike dismantle dismiss dismissal disorder disoriented dispatch dispersed displacement disposable disposal dispose
disposition disqualified disregard disrespect disrespectful disrupt disrupted disruption dissent dissertation
dissolution dissolve dissolved distant distinctly distinguish distinguishing distortion distract distracted distraction
distraught distress distribute distributor disturb disturbance disturbed disturbing ditch ditto diva dive diver divers
diversified diversion diversity divide dividing divine diving divinity divisional dizziness dizzy dock doctoral
doctorate doctrine documentation dogface dogger doghouse dogwood doit dome domesday dominance dominate dominating
domination dominion donate donation donor dont doofus doom doomsday doorbell doorman doorstep doorway dope dopey dork
dorm dormitory dorsal dory dosage dose doubled doubling doubtful doubting douche dough doughnut dowager downfall
downhill downright downside downstream downward dozer drafting dragging dragonfly dragoon drainage drained dramatically
drank drastic drastically drawers dread dreadful dreamt dreidel dresser dressing dried drift drifter drifting drill
driller drilling drip dripping driveway drool droopy drought drown drugged drugging drugstore drunken drying duchess
duchy duckie ducking duct duel duet duffer dull dummy dumping dungeon duplicate duration duster dusting dwarf dwell
dwelling dynamic dynamics dynamite dynamo dysfunctional eager earn earnings earring easiest eastward eater eats
eavesdrop eavesdropping eccentric ecclesiastical echelon eclectic ecole ecological ecology economical economically
economist ecosystem ecstasy ecstatic ecumenical edged edgy edible educate educator effectiveness efficacy efficiently
egghead eggnog eggplant eighteenth eighties elaborate elbow elderly elect elector electorate electrification electro
electromagnetic electron electronics elegant eleventh eligibility eliminate elimination elongated elope elves email
emancipation embarrass embarrassment embassy embedded emblem embrace emerge emergence emeritus emigration eminent
emission emotion emotionally empathy emphasize emphasized empirical employ employee employer empress emptiness enable
enchanting enchantment enclosed enclosure encompassing encore encounter encourage encouragement encouraging encryption
encyclopedia endanger endangered endeavor ender endless endorsed endorsement endowment endurance endure enduring
energetic enforce enforced enforcer engaging engraved enhance enhanced enhancement enjoyable enlarged enlighten
enlightened enlightenment enlisted enormous enraged enrollment ensign ensuing entertain entertained entertainer
entertaining enthusiasm enthusiastic entirety entity entrapment entrepreneur entrepreneurship entropy envelope envious
envoy envy epic epidemic episcopal epithet eponymous epsilon equality equally equatorial equestrian equilibrium equinox
equity erase erased eraser erect erection eroded erosion errand erratic eruption escalade espionage esquire essay
essence estadio esteem estimate estuary eternal eternally ethanol ethical ethics etiquette etymology eulogy eureka
evacuate evacuated evacuation evaluate evaluation evangelical evangelion eventual evergreen everlasting evident
evidently evolutionary evolve exaggerate exaggerated exaggerating exam examine examiner examining excavation exceed
exceeding excellency exceptional exceptionally excess excessive excite excitement exclude excluding exclusion
excruciating execute exempt exemption exhaust exhausting exhaustion exit exodus exotic expanding expectation
expeditionary expenditure expense experimentation experimented expired explaining explicit explicitly explode exploded
exploit exploitation exploration explore exploring explosive export expose exposition expressway expulsion exquisite
extant extending exterior exterminator extinction extortion extract extracted extraction extracurricular extradition
extraordinary eyed eyesight eyewitness fabric facade facial facilitate facilitated faction fade faded fading failing
faint fairly fairness faithful fallout famine famously fandango fang fantasia farce fare farewell farmhouse farmland
fascinated fascism fascist fashionable fashioned fastball fasten fatal fathered fathom fatigue fatty faucet faulty
favorable favored faxed feared fearless feast feat feather federally feeble feedback feeding feisty felicity feline
fellatio fellowship felon felony feminine feminism feminist fence fencing fertile fertility fest fester festive fetal
fetch fetched fetus feud feudal fiance fiancee fiasco fiber fibre fiddle fidelity fielded fiend fierce fiery fiesta
fifteenth fifties figaro filing filling filth filthy finale finalist finances financially finder fined finer
fingerprint finite firedog fireplace firepower firewall firing firmly firstborn firsthand firstly fiscal fishbone
fisherman fishery fishy fist fister fisting fitter fitting fixing fixture flagship flair flame flaming flank flanked
flanker flannel flare flasher flashing flashlight flashy flask flathead flattened flatter flattering flattery flaunt
flavor flaw flawed flawless flea flee fleeting flemish fletch flexibility flexible fling flirt flirting float floating
flock flooded flooding floppy floral florist floss flotilla flounder flour flowering flowing flown fluent fluff fluid
fluke flunk flush flute flyer foam focal focusing fold folded folder folding folklore follower fond font fooling
foolish foolproof footage footing forbid forbidden forcibly forcing forecast forehead foremost forensic forerunner
foreskin forested forestry forfeit forge forged forgery forgiveness forgiving fork formality formidable formulated
formulation forsaken forthcoming fortification fortunate fortunately forwarding forwards foul foundry fourteenth foxy
foyer fraction fracture fragile fragment fraid framed framing franc francisc frantic frat fraternity fraud frederik
freeing freely freeway freewill freezer frenzy freshen freshly freshman fresno friction fried frigate fright frighten
frightening fringe frisky frivolous frogman frontal frown froze fruitcake fruity frustrating frustration fugitive
fulfill fulham fumble functionality fungi fungus funky furnace furnished fury fuse fused fuselage fuss fussy fuzzball
fuzzy gabber gabby gadget gaining gains galant gallantry gallon gambler gambling gaming gamma ganja ganza gardener
gardening gargoyle garlic garment gasket gasman gasoline gastropod gathering gauze gazebo gazette gear gearbox geek
geezer genera generalized generate generating generator generic generosity genetically genetics genocide genome gentle
gently genuine genuinely geographic geographical geographically geologic geological geologist geology geometric
geometry gerbil germanic gesture getaway ghetto ghoul giddy gifted gigantic giggle giraffe girlie girly giver glacial
glacier gladiator gladly glamorous glamour glance glazed glimpse glitch glitter gloat gloating globally gloom gloomy
glorious gloss glove glow glowing glucose glue glued goalie goalkeeper goat goddam goddamn goddamned godfather
godforsaken godlike godmother goldeneye goldilocks goliath golly goner gong gonorrhea goodwill goody goodyear goofy
gorge gossip gourmet govern governance governmental governorate gown graceful gracious grad graded grader gradient
gradual grail grain gram gramma grammatical grampa granada grandam grandchild granddad granddaughter grandson grange
granite graph graphic graphical grasp grassland gratis gratitude gravel graveyard gravitational gravity gravy grazing
grease greasy greatness greed greedy greenhouse greet greeting grenade grid grieve grieving griff grill grilled grimace
grin grinch grind grinding gringo grip grocery groin groom grooming groove grotesque groundbreaking grounded groundwork
grouped grouping grovel growl grownup grudge grumpy grunt guan guaranteed guarded guarding gubernatorial guerrilla
guidance guidelines guild guise gullible gumby gunfire gunman gunpoint gunpowder gunshot guru gutter gymnasium gymnast
gymnastics gypsy hack hacked hacking haggis hail hairball haircut hairdresser haired hairy halftime hallelujah
hallucinating halt hamburger hammering hamper handbag handball handbook handful handicap handicapped handshake
handwriting hangar hangover happiest harass harassment hardwood harmful harmless harmonic harpoon harrier harsh harvest
hasan hassle hatchet hateful hatred haul haunt haunted haven havoc hazardous header headline headmaster healer healing
heap hearst heartache heartbeat heartbreak heartbreaker heartbreaking heartbroken hearted heartfelt heartless hearty
heated heater heating heave heavenly heavens heavyweight hectic hedgehog heel hefty heir heiress helicopter helium
hellhole helmet helper helpless hemisphere hemlock hepatitis herald herbal hereby hereditary heroic heroin heroine
hesitate hesitation heterosexual hiatus hideous hierarchy highlander highlight highness hike hilarious hillside hilltop
hilly hippie hippo hitch hitter hives hobby holdup holiness holla hollow holocaust homage homecoming homeland homeless
homemade homesick homestead hometown homey homicidal homicide honeybee honorable honored hooker hookers hookup hooky
hooligan hoops hoot hooter hopeful hopeless hopelessly hopped horizon horizontal hormone horrendous horribly horrific
horseback horseshoe hose hospitality hostage hostel hostess hostile hostilities hostility hosting hotbox hotshot
hotspur hotter hound hounding hourglass hourly housekeeper housekeeping hover hovering howdy hubby huddle hugging
humanitarian humanity humanly humbug humid humidity humiliate humiliated humiliating humiliation humility humming
humorous humour hump hunch hunger hunh hunk hunky hurling huron hurtful hush husky hustle hustler hutch hybrid
hydraulic hydro hydroelectric hydrogen hygiene hymn hyper hypnosis hypocrisy hypocrite hypocritical hypothermia
hypothesis hypothetical hypothetically hysterical iceberg iced icehouse iceland icing icon iconic identification
identifying ideological ideology idiotic idol ignition ignorance ignorant illegally illegitimate illuminated illusion
illustrate illustration illustrator imagery imaginary imitation immaculate immature immense immigrant imminent immoral
immortality immune immunity impacted impartial impatient impeccable impending imperative implant implement implicate
implicated imply import importantly imported impose imposed imposing imposter impostor impotent impress impressionable
imprint imprisonment impromptu improving improvise impulse impulsive inability inactive inadequate inappropriate
inauguration incapable incarnation incentive inception incidence incidentally incision inclusion inclusive incoming
incompetence incompetent incomplete inconsistent inconvenience inconvenient incorporate incorporation incorrect
incorrectly incriminate incriminating indefinitely independently indication indicator indictment indirect indirectly
individually induce induced induction indulge industrialist indy ineffective inequality inevitable inevitably
inexpensive inexperienced infamous infant infect infected infection infectious inferior infidelity infiltrate infinite
infirmary inflammation inflammatory inflation inflict influx inform informal informally informant informed infrared
infringement infuriating ingredient inhabit inhabited inherent inherit inheritance initiate initiation inject injection
injunction injustice inland inlet inmate inning innocence innovative inquiry insanity insatiable inscription insect
insecure insecurity insensitive insert inserted insight insignia insignificant insinuating insistence insomnia
inspection inspire inspiring instability install installment instant instantly instinct institutional instructed
instructional instructor instrumentation insufferable insufficient insulin insult insulting insurgency intact intake
integer integral integrate integrating integrity intellect intelligent intending intensified intensity intensive intent
intentional intentionally interact interactive intercept interception interchange intercity intercollegiate
intercontinental intercourse interference interfering interim intern internally interne internship interpret
interpreter interrogate interrogation interrupted interruption interval intervene intervention intimacy intimate
intimately intimidate intimidated intimidating intricate intrigue intriguing intrude intruder intruding intrusion
intuition invade invading invalid invariant invasive invent invention inventor inventory inverse inverted invest
investigate investigating investigative investigator investing investor invincible invisible invitational inviting
involve ironically irony irrational irregular irrelevant irresistible irresponsible irrigation irritate irritated
irritating islander isle isolate isolation issuing itch itching itchy item itinerary jabber jabot jackass jagger jailed
jammed janitor javelin jayhawk jazzy jealousy jeans jello jelly jellyfish jeopardize jeopardy jerkoff jerky jewelry
jing jingle jinx jitters jock jockey johannes jointly joyous jubilee judging judgmental judiciary juggling juicy
jukebox jumbo jumpy juniper junta juror justification justified justify juvenile kahuna kappa karaoke kensington kernel
kestrel ketchup kettle kickoff kidnap kidney kilometer kinase kindergarten kindly kindness kinetic kingfish kinkle
kinky kipper kismet kisser kiwi knack knee kneel knickers knitting knocking knockout knot knuckles konstantin koppen
korova kosher krypton kuan labia lace laced ladder laddie laden lagoon lakeside lambda lamp landfall landlady landlord
landowner landslide lantern lapse larvae laser lassie lasting lateral latitude latrine latte lattice laughter launching
laureate lava lawfully lawman lawn lawsuit laying layout lazy leak leaking leaning leap learnt lease leash lecturer
ledge leeches leery leftist leftover lefty legally legenda legendary legged legit legitimacy legitimate legman leisure
lemonade lend lengthy lens lethal lettuce leukemia leverage liability liable liaison liang liberated libertarian
librarian libretto licence licker licking liege lifeboat lifeline lifelong lifesaver lifted lifting lighten lighter
lighthouse lighting lightly lightning lightweight likelihood likewise liking limb limbo lime limestone limitation
limiting limousine limp lineage lined linen liner lingerie linguistic linguistics lining linking lion lionheart
lipstick liquor listener literal lithium litigation litter liturgical liturgy livery livestock loader loading loads
loaf loathe lobo locality localized locate loch locket locking lockout lockup loco locust lodged loft logged logger
logging logic logical logically logistics lone loneliness lonesome longbow longhair longing longitude longitudinal
lookout loony loophole loosely loosen looser lordship lotion lottery lotus loudly lounge lowered lowering lowland lowly
loyalist luckily lucrative ludicrous luggage lullaby lumber lump lunar lunatic luncheon lunchtime lung lure lust luxury
lyric lyrical lyricist macaco macaroni machinery macho madame madly madras magenta maggot magically magician magistrate
magnet magneto magnificent magnitude magpie maharaja mailbox mailed mailing mainline maize majestic majesty maker
malaria malfunction mali malice malicious malpractice mamma mammoth managerial mandarin mandate mandatory mandrake
maneuver mang mango manhood manic manicure manifest manifesto manifold manila manipulate manipulation manipulative
manipulator mankind manly manned manners manny manslaughter manticore mantis mantle mantra manually manufacture manure
mapping marauder marbles marcello mare marginal marijuana mariner marital marker marketplace marking marquess marrow
marshal mart martyr marvelous mascara mascot masculine mash mask masked masonic masonry massacre massage mastered
mastermind masterpiece matador matchbox matching mater maternal maternity mathematician mating matrices matrimony
matron mattress maturity mausoleum maxim mayday mayhem mayonnaise mayoral meadow meaningful meaningless measly
measurement measuring mechanic mechanics medalist meddling medial medic medically medicinal mediocre meditation mellon
mellow melodic melodramatic melt melted melting membrane memo memoir memorable memorandum memorize menace mend meng
meningitis menopause mentally menthol mentor menu merchandise merciful mere merely merge merging merit mermaid messy
metabolic metabolism metaphor meteor meteorological meter methodist methodology metric metropolis mian mice mick micro
micron microphone microscope microwave middleweight midfield midge midget midland midst midterm midway migraine migrant
migrate migration migratory mild mildly mileage milestone militant milkman millennium millimeter millionaire minded
minding mindless mined mineral mingle miniature minimal minimize ministerial minors mint minus miraculous miraculously
mirza miscarriage mischief miserably misfit misfortune misguided misleading missionary mistaken mistakenly mistletoe
mistrial misunderstand misunderstood mixture moaning mobility mobster mocha mockery modeled modeling modena moderately
modernist modernization modest modification modify modular module moist moisture mojo mold mole molecule mollusk
momentarily momentary momentum monarch monarchy monastic mone monetary moneyman moniker monsieur monstrous montane
monumental moonbeam moonlight moonman moors moping morale morality morally morals morbid moreover morgue mormon
mornings morocco moron morphine morphology mortality mortar mortgage mosaic mosque mosquito motherhood motif motivated
motivation motorcycle motorway motto mound mountainous mounting mourn mourning mouser mousey mousse mouthed mozambique
muddy muffy mule mullet multinational multiply mummy munch munitions mural murdering murderous muscular mushy musically
mustache mustard muster mutant mutation mutiny mutual mutually muzzle mysteriously mystical myth mythical mythological
mythology nagging nailing naive namesake naming nanny napalm napkin napping narration narrator narrowed narrowly nasal
nationalism nationalist nationality nationally nationwide natty naturalist nausea nauseous nautical nautilus navigate
navigation navigator nearest necessity necklace nectar needing needle needles needless needy negatively neglect
negligence negligent negotiable negotiate negotiation negotiator negro neighbour neighbourhood neolithic neon nestle
networking neural neurological neurotic neutral neutrality neutron nevermore newborn newest newmarket newness newscast
newsletter niagara nicely niche nickel nickelodeon nicotine nightcap nightclub nightfall nightgown nimbus nineteen
nineteenth nineties nipper nipple nitro nitrogen nobility nobleman node noisy nomad nomadic nomenclature nominal
nominee nonetheless nonprofit noon noose norm northbound northernmost northward nosy notation notch notebook noteworthy
noticeable notified notify notion notoriety notorious noun novelist novelty nowadays noway nuclei nucleus nudge nudist
nuisance numb numerical nursery nursing nutmeg nutrition nutty nympho oasis oath oatmeal obey obituary objection
obligated obligation oblige obliged oblique obnoxious obscene obscure observation observatory observe observer
observing obsession obsessive obsidian obsolete obstacle obstruction occasional occupational occupy occupying
occurrence oceanic ocelot octagonal octopus oddly offend offended offset offshore offspring ointment okey omelet
omelette onetime onion onset onward onwards opener openly operatic operative operator opiate opium oppose opposing
oppression optic optical optics optimal optimism optimist optimistic optimization optional opus oral orang orbit
orbital orchard orchestral orchid ordeal orderly ordinance ordinarily ordination ordnance oreo organise organism
organist organizational organize organizer orgasm orgy orient oriental orientation originate ornament ornamental orphan
osprey ostrich ounce outback outburst outcast outcome outdone outdoors outfielder outgoing outlet outline outlined
outlook outpost outrage outraged outrageous outreach outright outsider outspoken outward oval oven overboard overcome
overdose overdue overhaul overhead overhear overland overlap overlapping overload overlook overly override oversee
overseen oversight overthrow overtime overwhelmed overwhelming owing oxidation oxide oxygen oyster pacing packaged
packer packet paco pact padded paddle pageant pager painfully painless paired palatinate palatine pale pamphlet pancake
panchayat pang panhead panicked panter pantry paolo papal paperback papillon para parachute parade paradigm paragon
paragraph paralysis parameter paramilitary paramount paranoia paranormal parasite parcel parental parked parkway parlor
parma parody parol parole parted participant particle partisan partition pasha passionate passive pasta paste pastor
pastoral pastry patch patched paternal paternity pathological pathology pathway patio patriarch patriotic patrolling
patron patronage patronize patronizing paulie pause paved pavement pawn payback payday payload payoff payroll peaceful
peacefully peach peachy peaking peasant peavey pebble pecan pecker peculiar pedal peddler pedestal pedestrian pediatric
pediatrics peep peeper peer peerage pegged pelican penal penance pending penetrate penetration penicillin peninsular
penitentiary pennant pension pentagon penthouse pepperoni perceived perception perceptive percussion perennial
perfection performer perfume peril perimeter periodic periodical periodically peripheral perjury perky permanently
permit perpendicular perpetrator perpetual persecuted persecution persistent persona persuade persuaded persuasion
persuasive pertaining perverse pesky petition petrified petrol petroleum pharmaceutical pharmacist pharmacy phases
phenomena phenomenal phenomenon phew philanthropist philanthropy philharmonic philosopher philosophical phosphate
photograph photographer photographic photon physically physicist physiological physiology pian pianist piccolo picket
pickup picky picnic pictured picturesque piedmont pier pierced piercing pigeon piggy pigpen pile pilgrimage piling pill
pillar pillow pimp pimping pinball pinch pineapple pinhead pining pinky pinnacle pinned pinpoint pint pipe pipeline
piracy piston pitching pitiful pits pivotal placebo placement placid plague plagued plaid plaintiff planetarium
planetary plantation planting plaque plasma plaster plastics plateau platoon platter platypus plausible playa playable
playback playground playhouse playmate playwright plea plead pleading pleasing pledge plight plotting plug plugged
plumage plumbing plunge plural plutonium pneumonia podium poetic pointing pointless pointy poisoning poisonous poke
poked pokey poking polar policeman polished polite politely politically pollen polling pollution pollux polska
polyester polygraph polymer polynomial polytechnic pompey pompous pong pontifical pony poodle poof poorly popper poppy
populace popularly populous porcelain porch pork portable portal portfolio porto portray portrayal pose posing
positioned positively posse possess possessed possessing possessive postage poster posterior postgraduate posthumous
posthumously posting postman postmaster postpone postseason postwar potassium potent potentially pothead potion pottery
poultry pounder pounding pour pouring powdered powerless practiced practitioner prairie praise praising prank prayer
preach preacher preaching precaution precedent preceding precinct precipitation precise precisely precision precursor
predicament predict predictable prediction predominant predominantly preface prefect preferably preference prefix
prehistoric prejudice preliminary premature premiership premise premium premonition prenatal preoccupied prep
preparatory preposterous prerogative preschool prescribe prescription preseason presenter presently pressing prestige
presto presumably presume presumptuous pretended pretentious pretzel prevail prevalence prevalent prevention preview
prey priced priceless prick priesthood primitive princely principality principally priory prissy privately privilege
privileged privy probability probable probation probe problematic procedural proceeding proceeds procession processor
proclamation procurement productive productivity profession professionally professorship profitable profound prognosis
programmer progression progressively prohibit prohibition projecting projection projector proliferation prolific
prominence prominently promising promoter promotional promptly prone pronounce pronounced pronto pronunciation
propaganda propagation propane propeller properly prophecy prophet proponent proportion proportional proposition
proprietary props propulsion prose prosecute prosecution prosecutor prospect prospective prosper prosperity prosperous
prostitute prostitution protagonist protective protector protectorate proto protocol proton prototype proudly proven
provenance proverbial providence provider proving provision provisional provocative provoke provoking prowler proximity
proxy prudent prying pseudo pseudonym psych psyche psychiatric psychiatry psychic psychologist psychopath psychosis
psychotic puberty publicity publish puck pudding puddle puddy pueblo puff puffer puffin puffy puke pulmonary pump
pumper punching puncture punish pupil puppet purely purity purposely pursuit pushover puzzle quack quaint quake
qualifier quan quantitative quantity quantum quarantine quarrel quarry quart quarterly quarters quartet quartz quasi
queasy queer quest questionable quickie quietly quilt quintet quits quitter quiz quota quote rabble rabid rabies
racecourse racer raceway rach racism racist rack racket racketeering radial radiant radiator radioactive radius raft
rage raging railing rainfall rainy raiser raja rambler rambling rampage ramrod ranch rancho rancid randomly rang ranged
ranting rapier rapper rapture raspberry rath rational rationally rattle rattled rattling rave raving rayon razor
reactive reactor reader readily readiness realism realist realistic realization realizing rearrange reasonably
reasoning reassure reassuring rebound rebuild recap receipt receipts receiver receptionist receptive receptor recess
recession recipe recital recite reckless reckon reclaim recognizable recollection recommend recommendation recon
reconcile reconciliation reconnaissance reconnect reconsider reconstructed reconstruction recorder recover recreational
recruit recruiting recruitment rectangular recuperate recurring redbird redbone reddish redeem redemption redevelopment
redeye redfish redleg redone redskin redundant redwing redwood reef reefer referee referendum refill refined refinery
reflected reflecting reflection reflex reformation reformed refrain refresh refreshing refrigerator refueling refuge
refugee refund refusal refusing regain regardless regency regeneration regent regimental registration registry regroup
regulate regulated regulator regulatory rehabilitation rehash rehearsal reindeer reinforce reinstate reissue reject
rejection relapse relate relativity relaxation relaxed relay relegation relentless relevance reliability reliable
reliance relieve relive reload relocate relocation reluctant reluctantly rely remake remark remarkable remarkably
remarry rematch remedy remembrance reminder reminiscent remission remix remnant remorse remotely removing rendering
rendezvous rendition renew renewable renewal renovation rental rented reopen reorganization repay repeal repeatedly
repertoire repertory rephrase replay replica replication reply repository repressed repression reproduce reproduction
reproductive reptile repulsive reputed requiem requirement reschedule researcher resemblance resemble resent resentment
reservation reserved reset reside residency residue resign resilient resin resistant resisting resolve resolved
resonance resourceful respectable respectful respectfully respecting respirator respiratory respond restart resting
restless restore restrain restraining restraint restrict restriction resume resurrection retailer retain retainer
retaining retaliate retaliation retard retarded retention rethink retire retiring retraction retreating retribution
retrieval retrieve retrospective reunion reunite reveal revealing revelation reverend reversal reverse reversed
reviewer revision revive revolt revolve revolver revue reward rewarding rewind rewrite rhetoric rhetorical rhine rhino
rhubarb rhyme rhythm rhythmic ribbon riddance ridden riffraff righteous rightful rightfully righty rigid rigorous
ringing rinse riot ripe ripping ripple risen risky rite ritual rivalry riverside roadkill roadster roadway roaming roar
roaring roast robber robbery robbing robe rober robot robust rocking rode rodeo rodman rogue rolled romantically roofer
roomie roosters rooted ropes rosewood roster rotary rotating rotation rotor rotten rotting rouge rounded routinely
routing rover rowing royalist royalty rubbed rubbing rubbish rubble rugged rumble rumor runaway runoff runway ruptured
rushed ruthless sable sabotage sack sacked sacrificing saddle sadistic sadly sadness safari safely saffron saga sail
salamander salary salesman saline saliva salle salomon salon saloon salty salute salvage salvation sambo sampling
sancho sanctity sanctuary sandstone sane sanitation sanity sank sapper sapphic sappy sarcasm sarcastic sark satin
satire satirical satisfaction satisfy satisfying saucer sauna sausage savior savor savvy saxophone saxophonist scaled
scalp scalpel scam scamper scan scandal scanner scanning scar scarce scarecrow scarf scarred scatter scattered
scattering scenario scenery scenic scent scented scheming schnapps scholarly schoolgirl schooling schoolwork schooner
scissors scoop scoot scope scorer scotch scoundrel scout scouting scrabble scram scrap scrapbook scraping scrapped
scrapper scratches scratching scratchy scrawny screamer screech screened screening screenplay screenwriter screwdriver
screwing screwy scripture scroll scrotum scrub scrutiny scudder sculptor scum scuse seadog sealed seaside seasonal
seated seating secession secluded secondly secrecy secretariat secretive secretly secular sedan sedate sedative
sediment seduce seducing seduction seductive seeded seeker seemingly segregation seine seismic seize seizure seldom
selective selfishness selfless seller semantic semen semester semiconductor semifinal seminal seminar senna sensation
sensational sensed senseless sensible sensitivity sensor sensory sensual sentiment sentimental sentry separately
separates separating separation sermon serpent serum servant setback settler settling setup seventeen seventeenth
severely severity sewage sewer sewing shabby shack shady shaft shag shaken shaker shaky shale shallow shalt sham
shameless shampoo shaping shareholder sharky sharply shatter shattering shave shaving shear shed sheep sheer sheet
sheldrake shelf shelter sheltered sheng shifting shindig shine shiner shining shiny shipbuilding shipment shipped
shipyard shire shivering shocker shocking shoo shoplifting shopper shortage shorts shou shout shouting shove shovel
showcase shred shredder shrew shrimp shrine shrinking shroud shrub shrunk shuffle shun shush shutting shuttle sibling
sicilian sicker sickness sided sidewalk sideways siding sigh sighted sighting sigma silesia silicon silk silverware
similarity simmer simpler simplicity simplified simulation simulcast simultaneous sincere sincerely sincerity singular
sinister sinking sire siren sissy sitter sixteenth sizes skate skating skeleton skeptical sketch sketchy skier skies
skill skilled skillet skinned skipping skirt skull skunk skylark slacker slain slam slander slang slap slapper slapping
slash slashed slave slavery slaying sleazy sledding sleeper sleepless sleepwalking sleeve sleigh slender slice sliced
slide slider sliding slight slim slime slimy sling slinging slinky slipper slippery slipping slit sliver slogan slope
sloppy slot slugger slumber smack smash smashing smear smegma smelled smelling smelly smirk smitten smoked smooch
smoochy smoothly smother smug smuggle smuggling smut snack snag snail snails snapped snapping snappy snaps snatched
sneaking sneaky sneeze snicker snide sniff sniffing snitch snooker snoop snooty snooze snore snoring snotty snout
snowbird snowstorm snuck snuff snuffy soak soaked soaking sober socialism socially sociology sock sodium sofa soften
solace solely solemn solicitor solidarity solitary solitude soloist soluble solvent somerset sonata soothing
sophisticated soprano sordid sore sorority sorrow sorted sounding sour southbound southernmost southpaw southward
souvenir sovereign sovereignty spacecraft spaced spaceman spaceship spade spaghetti spam span spank spanker spanky
spanner sparhawk spark sparked sparkle sparkling spatial spatula spawn specialize specially specialty specification
specify specimen specs spectacle spectacular spectator spectra spectral speculate speculation speechless speeding
speedway spelling sperm sperma sphere spherical sphinx spice spicy spiffy spiked spiker spill spinach spinal spine
spineless spinner spinning spiral spire spirited spirituality spite spiteful spitting spleen splendid splinter
splitting spoiled spoiling spokesman sponge sponsor sponsorship spontaneous spook spoon sporty spotlight spotted
spotting spotty spouse spray spreading spree sprinter sprocket sprout spruce sprung spud spunk spunky spur squall
squared squash squat squeak squeaky squeezing squid squirm squirt stab stabbing stability stabilize stade staffed
staged staging stain stainless staircase stale stalk stalked stalking stall stalling stamina stance standardized stang
staple starboard stare starlight starship starter startle starve starved stash statesman static stationary stats
statute statutory steadily steak steamer steaming steamship steamy steeler steep steer steering stellar stench
stepfather stepmother stepping stepson stereo sterile stethoscope stew stewardess sticker sticks stiff stigmata
stiletto stimulate stimulation stimuli stimulus sting stink stinker stinking stint stir stirring stitch stocks stoke
stomp stoned stony stooge stool stoop storeroom storytelling stove straighten straightforward strained strangely
strangle strap strapped stratus straw strawberry stray streak streaming streetcar strengthen strengthening stressful
stricken strict strictly strife striking stringing striped stripped stripping stroker stroll stronghold structured
struggling strung stubby stuffed stuffing stuffy stumble stumpy stunner stunning stunt stupidity stutter styling
stylish stylus subcommittee subconscious subconsciously subdivision subfamily subgroup subjected subjective submerged
submission submit subordinate subpoena subscription subset subspecies substance substantially substituted substitution
substrate subtle subtropical suburban subway succeed succeeding successive successively succubus suck sucker sucking
suction suede suffice sufficiently suffix suffocating suffrage suggestion suicidal suing suitcase sultan sultanate
sumatra summon summons sundae sunflower sunk sunlight superb superficial superhero superintendent superiority
supermarket supernatural supernova supersonic superstition superstitious supervise supervision supervisor supper
supplement supplier supporter supposedly suppress suppressed suppression supremacy surf surfaced surge surgical surplus
surprising surprisingly surrey surrogate surround surroundings surveying surveyor survival survivor susceptible suslik
suspected suspend suspense suspicion sustain sustainable sustained swami swamp swat sweating sweaty sweep sweeping
sweetness swell swelling swept swifty swimmer swimsuit swine swinging switching swollen swoop swoosh sword sworn swung
syllable symbolic symbolism symmetric symmetry sympathetic sympathize sympathy symphonic symposium symptom synagogue
syndicate synergy synod synonym synonymous synopsis syntax synthesis synthetic syringe syrup systematic systemic syzygy
tabby tables tablet tabloid tack tackle tacky tactic tactical tactics tadpole taffy tagged tailed tailing tailor taipan
takeover takin tale talented talisman talker taller talon taluk tandem tango tanked tantra tantrum tapping targeted
tariff tarpon tasted tasteful tasting tasty taunting tavern taxation taxi taxman taxonomy teammate tearing tease teaser
teasing technicality technician technological tedious teenage teeny tehsil tekken telegram telegraph telescope teller
temp temper temperate templar tempo temporal temporarily tempt temptation tempting tenant tendency tender tenderness
tending teng tenor tensor tent terminate termination terminology termite terrace terrain terrapin terrestrial terrier
terrifying terrorism terrorist tertiary testament tested testosterone testy textbook textile textual texture thankful
thankfully theatrical theft theirs thematic theologian theological theorem theoretical theoretically thermal
thermometer thesis thickness thigh thingy thinner thirst thirsty thirteen thirteenth thong thorough thoroughbred
thoroughly thou thoughtful thoughtless thread threads threshold thrill thriller thrilling thrive thriving throttle
thrust thug thumb thump tiao tibet tiburon tick ticked ticking tickler tickling ticklish tidal tide tighten tightly
tights timed timeless timer timetable timor ting tinman tipped tipper tipping tire tiring tissue titanium titman titty
titular toad toaster tobacco toddy toffee token tolerance tolerate toll tomahawk tomato tomb tonga tonic toolbox
toolman toon tooth toothbrush topic topless topography topological topology topped tops torah torch tore torment
torpedo torque tortoise tortured torturing tosser tossing toto touchy toxic toxicity toying tracer tracked tracker
tract traction trademark trader tragic tragically trailer trailing trainer trait traitor trajectory tram tramp trample
tramway tranquilizer transaction transcript transcription transferring transform transformation transforming
transitional translate translator transmit transmitter transparency transparent transplant transported transporting
transverse trapper traps trashy traumatic traveler traveling traverse tray treacherous tread treason treasure treasurer
treasury treatise treble treetop trek trembling tremendous trench trend triad triangle triangular tribal tribunal
tribune trident triggered trillion trilogy trim trimester trinitro triplex tripod tripoli tripper tripping trivial
troll trolley troop troubling truce trucking trustee trusting trustworthy truthful truthfully tsunami tuberculosis
tuition tumble tummy tumor tuna tundra tune tuned tuning turbine turbines turf turmoil turnip turnout turnover turnpike
turret tutor tuxedo twain twelfth twentieth twiggy twinkle twinned twisted twisting twit twitch twitter tycoon tying
typewriter typhoon tyrant ulcer ulster ulterior ultima ultimatum ultra umbrella umpire unacceptable unanimous
unanimously unarmed unattractive unauthorized unavailable unaware unbearable unbeaten unbelievably unborn uncanny
uncertain uncertainty unchanged unclear uncommon unconditional unconstitutional uncover uncovered undead undefeated
underage undercover underdog underestimate undergo undergoing underhanded underlying undermine underpants underside
understandable understatement understudy undertake undertaker undertaking undertook underwater underway underwent
underworld undisclosed undo undone undoubtedly undrafted undressed undying uneasy unemployed unemployment unethical
uneven unexpected unexpectedly unfaithful unfamiliar unfinished unfit unforgettable unforgivable unfortunate ungrateful
unhappiness unhealthy unholy unidentified unification unified unimportant uninvited unionist uniquely unitary unite
universally unleash unleashed unlikely unlimited unload unlock unlocked unlucky unmanned unmarried unnamed unnatural
unnecessary unofficial unopposed unorthodox unpack unpleasant unpopular unprecedented unpredictable unprepared
unprofessional unprotected unpublished unravel unrealistic unreasonable unrelated unreleased unreliable unresolved
unrest unseen unselfish unsolved unspeakable unstable unstoppable unsuccessfully unsuspecting unthinkable untie unto
untrue unused unusually unveiled unwanted unwilling unwind upbeat upcoming update upgrade upheld uphold upright
uprising upsetting upside upstanding upstate upstream uptown upward upwards uranium urge urging urine uterus utility
utilize utmost utopia utterly vacancy vacant vaccine vacuum vagabond vague vaguely vain vale valet valiant valid
validity valuable valued valve vandalism vanguard vanish vanity vanquish vantage vapor variance varied variously
varsity vascular vase vasectomy vaudeville vault vector vegetable vegetarian vegetation veil vein velocity vendetta
vending vengeance vengeful venom vent ventilation ventilator verb verbal verdict verge verification verify vermin
vernacular versatile vertex vertically vertices veterinary veto viable viaduct vial vibrant vibration vicar viceroy
vicinity vicious victorious videotape viewer viewpoint vigilant vigilante vigorous vile villain vindictive vinegar
vintage vinyl violate violation violin violinist virago viral virginity virtually virtue visa viscount visibility
visitation visitor vista visualize visually vital vitals vitamin vixen vocabulary vocational vodka vogue voiced void
volatile volcanic volcano volley voltage voluntarily voluntary vomit vomiting voter vouch vowed vowel voyage voyeur
vulgar wacky waffle wage wager wagon waist waiter wakes waking walled walleye wallow wallpaper walrus walt wand wander
wanderer wandering wannabe wardrobe warmed warmer warming warmth warped warship wartime wasabi washed washing watcher
waterfall waterfront watering watershed waterway waved waving weaken weakness weary weave weaving wedded wedge weekday
weep weeping weigh weighed weighing weighted welcoming welder wellington welterweight wench westward wetter whack whale
whaling wharf whatnot whats whatsoever whereabouts whereby wherein whichever whiff whim whine whiny whiplash whipped
whipping whisk whisky whisper whispering whistle whistler whit whites whitish whiz wholesale wholesome wholly whomever
whoop whoopee whoops wicket width wigan wiggle wilderness wildfire wildly wildwind willed willingly willingness wimp
winding windmill windshield winged wingman wink winnings wired wireless wiring wisely wiser wishbone wished wishful
wishing witchcraft withdraw withdrawal withdrawn withhold withstand witter witty wolfen wolfram wonderfully wonderland
wont wooded woodland woof woofer woohoo wool woozy worcester worker workout workplace workshop worm wormhole worthless
worthwhile wounds woven wraith wrapping wrath wreak wrecking wrench wrestle wrestler wretched wring wrinkle wrinkled
wrist wronged wuss yacht yahoo yank yanking yearbook yearly yeast yellowish yield yielding yoga yogurt yorker youse
youthful yuan yuck yummy zebra zenith zephyr zigzag zimbabwe zinc zippy zodiac zoning zorro
"""
ORDINARY_WORDS = COMMON_WORDS | frozenset(_WORDS.split())
"""These and the common words."""
