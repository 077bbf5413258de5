/**
 * Words by which a reader tells whether a word that a line's end parts has a hyphen of its own: the commonest words of the prose of diplomacy, and the
 * commonest compounds that it writes with a hyphen. Counted in thirteen volumes of the series; the order is of no account.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** The commonest words, in small letters. */
export const COMMON_WORDS = set(`
abandon abandoned abandoning abandonment abide ability able abnormal aboard abolition abortive about above abroad abrupt absence absent absolute
absolutely absorb absorbed abstain abstained abstract absurd abuse abuses academic accede accelerate accelerated accelerating accept acceptability
acceptable acceptance accepted accepting accepts access accident accidental accommodate accommodating accommodation accompanied accompany accompanying
accomplish accomplished accomplishing accomplishment accomplishments accord accordance accorded according accordingly accords account accounted
accounting accounts accredited accumulated accumulation accuracy accurate accurately accusations accused achieve achieved achievement achievements
achieving acknowledge acknowledged acknowledgment acquainted acquiesce acquiescence acquire acquired acquiring acquisition acreage acrimonious across
act acted acting action actions active actively activities activity acts actual actually acute acutely adamant add added adding addition additional
additions address addressed addresses addressing adds adequate adequately adhere adhered adherence adherents adjacent adjourned adjust adjusted
adjustment adjustments admin administered administration administrations administrative admiration admission admit admitted admitting adopt adopted
adopting adoption advance advanced advancement advances advancing advantage advantageous advantages adventure adventures adversaries adverse adversely
advice advisability advisable advise advised adviser advisers advising advisor advisors advisory advocacy advocate advocated advocates advocating
aerial affair affairs affect affected affecting affects affidavits affirm affirmative affirmatively affirmed afford afforded afraid after aftermath
afternoon afterwards again against age agencies agency agenda agent agents aggravate aggravated aggression aggressive aggressor aggressors agitation
ago agrarian agree agreeable agreed agreeing agreement agreements agrees agricultural agriculture ahead aid aided aiding aim aimed aiming aims air
aircraft airfield airfields airgram airplane airplanes airport alarm alarming alert alia alien aliens alignment alike alive all allegation allegations
alleged allegedly allegiance alleging alleviate alliance alliances allied allies allocated allocation allocations allow allowance allowances allowed
allowing ally almost alone along alongside already also alter altered altering alternate alternative alternatives although altogether always
ambassador ambassadorial ambassadors ambiguous ambition ambitions ambitious amend amended amendment amendments amicable ammo ammunition among amongst
amount amounted amounts amp ample analogous analysis analyze analyzed ancient and anew anger angle angry annex annexed anniversary announce announced
announcement announcements announcing annual annually another answer answered answering answers antagonism ante anti anticipate anticipated
anticipating anticipation anxiety anxious any anybody anyone anything anyway anywhere apart apartheid apathy apology apparatus apparent apparently
appeal appealed appealing appeals appear appearance appearances appeared appearing appears appeasement applicable application applications applied
applies apply applying appoint appointed appointing appointment appointments appraisal appreciable appreciate appreciated appreciates appreciation
appreciative apprehension apprehensions apprehensive approach approached approaches approaching appropriate appropriately appropriation appropriations
approval approve approved approves approving approximate approximately arbitrarily arbitrary arbitration are area areas arena argue argued arguing
argument arguments arise arisen arises arising arm armament armaments armed armies arming armistice arms army arose around arouse aroused arousing
arrange arranged arrangement arrangements arranging arrest arrested arrests arrival arrive arrived arrives arriving arrow arsenal arsenals art article
articles artificial artillery arts ascertain ascertained aside ask asked asking asks aspect aspects aspirations assassination assault assemble
assembled assembling assembly assent assert asserted asserting assertion assertions assertive asserts assess assessed assessment assessments asset
assets assign assigned assignment assignments assist assistance assistant assistants assisted assisting associate associated associates association
associations assume assumed assumes assuming assumption assumptions assurance assurances assure assured assuring asylum atmosphere atomic attach
attached attaches attaching attachment attack attacked attacking attacks attain attained attainment attempt attempted attempting attempts attend
attendance attendant attended attending attention attitude attitudes attractive attributed audience auspices author authoritarian authoritative
authorities authority authorization authorize authorized authorizing automatic automatically autonomous autonomy autumn auxiliary avail availability
available average avert aviation avoid avoidance avoided avoiding await awaiting aware awareness away awkward back backed background backing backward
bad badly balance balanced balances balancing ball ballistic ballot ban bandits bank banking banks banning barely bargain bargaining barrier barriers
barring base based bases basic basically basing basis battle bear bearing bears became because become becomes becoming been before beg began begin
beginning begins begun behalf behave behavior behind being beings belief beliefs believe believed believes believing belligerency belligerent
belligerents belong belonging belongs below beneficial benefit benefited benefits besides best better between beyond bias big biggest bilateral bill
billion billions bills bind binding bipartisan birth bit bitter bitterly bitterness black blackmail blame blamed blank blind bloc block blockade
blockading blocked blocking blocs blood bloodshed blow bluff bluntly board boat boats bodies body bold bolster bomb bombardment bombed bomber bombers
bombing bombings bombs bona bonds book books border borders bore born borne borrowing both bottom bottoms bought bound boundaries boundary bounds bow
boycott boys bracketed brackets branch branches brave breach bread break breakdown breaking breakthrough bridge bridges brief briefed briefing
briefings briefly brigade bright bring bringing brings broad broadcast broadcasting broadcasts broaden broadening broader broadest broadly broke
broken brother brought brutal budget budgetary budgets buffer build building buildings buildup built bulk burden burdens bureau bureaucracy
bureaucratic bureaus burned business businessmen busy but butter buy buying cabinet cable cabled cables calculated calculations calendar call called
calling calls calm came camp campaign campaigns camps can canal cancel cancellation cancelled candid candidacy candidate candidates candor cannot
capabilities capability capable capacities capacity capita capital capitalist capitalize capitals captive capture captured car card cards care career
careful carefully cargo cargoes carried carrier carries carry carrying cars case cases cash cast casualties catastrophe catch categorical
categorically categories category caught cause caused causes causing caution cautioned cautious cautiously cease ceased ceiling celebration censorship
cent center centered centers central cents centuries century ceremonies ceremony certain certainly certainty certificates cessation cetera chain
chaired chairman chairmanship chairmen challenge challenged challenges challenging chance chances change changed changes changing channel channels
chaos chapter character characteristics characterized charge charged charges charging charter check checked checking checkmark checks chemical chief
chiefly chiefs child children choice choices choose choosing chose chosen church cipher circle circles circular circulated circulation circumstance
circumstances citation cite cited cities citing citizen citizens citizenship city civil civilian civilians civilization civilized claim claimed
claiming claims clandestine clarification clarified clarify clarifying clarity clash clashes class classes classification classified clause cld clean
clear clearance clearances cleared clearer clearing clearly clemency client clients climate clique close closed closely closer closest closing
clothing coal coalition coast coastal coasts code coexistence coffee cognizance coherent cohesion coin coincide coins cold collaborate collaboration
collapse colleague colleagues collect collected collection collective college collision colonial colonialism colonies colony color colored combat
combatting combination combine combined come comes comfort coming command commander commanders commanding commence commencement commend commensurate
comment commentary commented commenting comments commerce commercial commission commissions commit commitment commitments committed committee
committees committing commodities commodity common communicate communicated communicating communication communications communique communism communist
communists communities community companies company comparable comparatively compare compared comparison compatible compel compelled compelling
compensation compete competence competent competing competition competitive compilation complain complained complaining complaint complaints complete
completed completely completion complex complexity compliance complicate complicated complications complied compliments comply component components
composed composition compound compounded comprehensive comprise comprising compromise compromised compromises conceal concealed concede conceded
conceivable conceivably conceive conceived concentrate concentrated concentrating concentration concentrations concept conception conceptions concepts
conceptual concern concerned concerning concerns concert concerted concession concessional concessions conciliatory conclude concluded concludes
concluding conclusion conclusions conclusive conclusively concrete concur concurred concurrence concurrently concurs condemn condemnation condemned
condemning condition conditional conditioned conditions conducive conduct conducted conducting confer conference conferences conferred confess
confidence confident confidential confidentially confidently confine confined confirm confirmation confirmed confirming confirms conflict conflicting
conflicts conform conformity confront confrontation confrontations confronted confronting confronts confuse confused confusing confusion congratulate
congratulations congress congressional conjunction connected connection connections conquered conquest conscience conscious consciousness conscription
consensus consent consequence consequences consequent consequently conservation conservative conservatives consider considerable considerably
consideration considerations considered considering considers consigned consist consisted consistency consistent consistently consisting consists
consolidate consolidated consolidating consolidation consonant conspicuous conspiracy constant constantly constitute constituted constitutes
constituting constitution constitutional constrained constraints construct constructed construction constructive constructively construed consular
consulates consult consultation consultations consultative consulted consulting consumer consumers consummate consumption contact contacted contacts
contain contained containing containment contains contemplate contemplated contemplates contemplating contemporary contend contended contending
content contention contentious contents contest context continent contingencies contingency contingent contingents continually continuance
continuation continue continued continues continuing continuity continuous continuously contraband contract contracting contractors contracts
contradiction contradictory contrary contrast contrasted contravention contribute contributed contributes contributing contribution contributions
control controlled controlling controls controversial controversy convene convened convenience convenient convening convention conventional
conventions conversation conversations conversion convert converted convey conveyed conveying conviction convictions convince convinced convincing
convincingly convoy cool cooperate cooperating cooperation cooperative coordinate coordinated coordinating coordination cope copies coping copper copy
cordial cordiality core corner corollary corporation corporations corps correct corrected correction corrective correctly correspond correspondence
correspondent correspondents corresponding corrupt corruption cost costly costs cotton could council counsel count counted counter counteract
counteraction countered countermeasures counterpart counterproposal countries country countrymen coup couple coupled courage courier course courses
court courtesy courts cover coverage covered covering covers covert craft create created creates creating creation creative credentials credibility
credible credit credited credits crew crews crime crimes criminal criminals crises crisis criteria critical critically criticism criticisms criticize
criticized critics crop crops cross crossed crossing crowd crowds crucial crude cruise cruisers crush cry cultivation cultural culture cumulative curb
curious currency current currently curtailed custody custom customary customs cut cutback cuts cutting cynical daily damage damaged damages damaging
danger dangerous dangerously dangers dare dark data date dated dates day days dead deadline deadlock deadly deal dealing dealings deals dealt dear
death debate debated debates debating debt debts decade decades decent deception decide decided decides deciding decision decisions decisive
declaration declarations declare declared declares declaring declassified decline declined declining decrease decree dedicated dedication deeds deem
deemed deems deep deepening deeper deepest deeply defeat defeated defection defections defectors defend defended defending defense defenses defensive
defer deferred defiance deficiencies deficit deficits define defined defining definite definitely definition definitive degree degrees delay delayed
delaying delays delegate delegates delegation delegations deleted deletion deliberate deliberately deliberations delicate delighted deliver delivered
deliveries delivering delivery demand demanded demanding demands demarcation democracies democracy democratic demographic demonstrate demonstrated
demonstrates demonstrating demonstration demonstrations demonstrators denial denied denies denounce deny denying depart departed departing department
departments departure depend dependable depended dependence dependent dependents depending depends deplorable deplore deploy deployed deployment
deportation deported deposit deprive deprived depth deputies deputy der derive derived describe described describes describing description desert
deserting deserve deserves design designate designated designation designed designs desirability desirable desire desired desires desiring desirous
desk despair despatch despatches desperate desperation despite destination destined destinies destiny destroy destroyed destroying destruction
destructive detail detailed details detained detection detente detention deter deteriorate deteriorated deteriorating deterioration determination
determine determined determining deterrence deterrent deterring detriment detrimental devastating develop developed developing development
developments develops device devices devise devised devote devoted devoting devotion dialogue diary dictate dictated did die died differ differed
difference differences different differently differing difficult difficulties difficulty diffusion dignity dilemma dilemmas dimension dimensions
diminish diminished dinner diplomacy diplomatic diplomatically diplomats direct directed directing direction directions directive directives directly
director directs disadvantage disadvantageous disadvantages disaffection disagree disagreed disagreement disagreements disappear disappeared
disappointed disappointing disappointment disapproval disarmament disaster disastrous disavow disavowal discharge discharged discipline disclose
disclosed disclosure discontent discontinuance discontinue discord discourage discouraged discouragement discouraging discover discovered discovery
discredit discreet discreetly discretion discrimination discriminatory discuss discussed discussing discussion discussions disease disengagement
disillusionment disintegration dislike dismissed disorder dispatch dispatched display displayed displeasure disposal dispose disposed disposition
dispute disputes disregard disregarded disrupt disruptive dissatisfaction dissatisfied dissemination dissension dissent dissolution distance distant
distinct distinction distinctions distinctly distinguish distinguished distorted distress distressed distribute distributed distributing distribution
district districts distrust disturb disturbances disturbed disturbing divergent diverse diversion diversity divert diverted divide divided dividends
division divisions divisive doctrine doctrines document documentary documentation documents does doing dollar dollars domestic domestically dominance
dominant dominate dominated domination done donor donors door double doubt doubted doubtful doubtless doubts down downfall dozen draft drafted
drafting drafts drag drain dramatic dramatically drastic drastically draw drawing drawn dream drew drift drive driven driving drop dropped dropping
drops due duly durable duration during duties duty dying dynamic each eager earlier earliest early earnest earnestly earnestness earth ease eased
easier easily easing east eastern easy economic economically economics economies economy edge editor editorial editorials editors educated education
educational effect effected effecting effective effectively effectiveness effects efficiency efficient efficiently effort efforts eight either
elaborate elected election elections electoral element elements eleven elicit eligible eliminate eliminated eliminating elimination else elsewhere
embargo embarked embarrass embarrassed embarrassing embarrassment embassies embassy embodied emerge emerged emergence emergency emerging emotional
emphasis emphasize emphasized emphasizes emphasizing emphatic emphatically empire empires employ employed employees employment empowered empty enable
enabled enabling enacted enclose enclosed enclosing enclosure enclosures encounter encountered encountering encourage encouraged encouragement
encourages encouraging end endanger endangered endangering endeavor endeavored endeavoring endeavors ended ending endless endorse endorsed endorsement
endorsing ends endure enduring enemies enemy energetic energies energy enforce enforced enforcement engage engaged engagement engagements engaging
engineers enhance enhanced enhancement enhancing enjoy enjoyed enjoys enlarge enlarged enlightened enlist enlisted enmity enormous enormously enough
ensue ensuing ensure ensuring entail enter entered entering enterprise enterprises enters entertain enthusiasm enthusiastic entire entirely entitled
entity entrance entrenched entrusted entry enumerated environment environmental environs envisage envisaged episode equal equality equally equilibrium
equipment equipped equipping equitable equity equivalence equivalent era erard erosion erroneous error errors escalation escape escort especially
espionage essence essential essentially establish established establishes establishing establishment establishments esteem estimate estimated
estimates etc ethnic evacuation evade evaluate evaluating evaluation eve even evening event events eventual eventually ever every everybody everyone
everything everywhere evidence evidenced evidences evident evidently evil evolution evolve evolved evolving exact exactly exaggerated examination
examine examined examining example examples exceed exceeded exceedingly excellent except exception exceptional exceptions excerpt excerpts excess
excesses excessive exchange exchanged exchanges exchanging excited exciting exclude excluded excluding exclusion exclusive exclusively excuse executed
execution executive exequatur exercise exercised exercises exercising exert exerted exerting exhausted exhibit exhibited exhibits exile exiles exist
existed existence existing exists exit expand expanded expanding expansion expect expectation expectations expected expecting expects expediency
expedient expedite expedition expeditious expeditiously expel expended expenditure expenditures expense expenses expensive experience experienced
experiences experiment experimental expert experts expiration explain explained explaining explains explanation explanations explicit explicitly
exploit exploitation exploited exploiting exploration exploratory explore explored exploring explosion explosions explosive explosives export
exportation exported exporters exporting exports expose exposed exposition exposure express expressed expresses expressing expression expressions
expressly expropriation expulsion extend extended extending extension extensive extensively extent external extra extract extraordinary
extraterritoriality extreme extremely extremist extremists eye eyes face faced faces facilitate facilitated facilitating facilities facility facing
fact faction factional factionalism factions facto factor factories factors facts factual fail failed failing fails failure failures fair fairly
fairness faith faithful faithfully fall fallen falling falls false familiar families family famine fapi far farm farmers farms fashion fast faster
fatal fate father fault favor favorable favorably favored favoring favors fear feared fearful fears feasibility feasible feature features fed federal
feed feeding feel feeling feelings feels feet fell fellow felt fertility fertilizer few fewer fide field fields fifteen fifth fifty fight fighter
fighters fighting figure figures file filed files fill filled film films final finally finance financed finances financial financially financing find
finding findings finds fine fingers finish finished fire fired firing firm firmer firmly firmness firms first fiscal fishing fit five fix fixed fixing
flag flagrant flat flatly fleet flew flexibility flexible fliers flight flights floating floor flow flown flows fly flyers flying focus focused
focusing fol follow followed followers following follows folly food foodstuffs foot footing footnote footnotes for forbearance forbidden force forced
forceful forcefully forces forcibly forcing forecast forefront forego foregoing foreign foreigners forenoon foresee foreseeable foreseen forestall
forever forget forgotten form formal formalized formally formation formed former formerly formidable forming forms formula formulate formulated
formulating formulation forth forthcoming forthright fortunate forty forum forums forward forwarded forwarding foster fought found foundation
foundations founded four fourth frame framework frank frankly frankness fraught free freed freedom freedoms freely freer freeze freight frequent
frequently fresh friction frictions friend friendliness friendly friends friendship from front frontier frontiers fronts frozen fruitful fruits
frustrated frustrating frustration frustrations fuel fulfil fulfill fulfilled fulfillment full fuller fullest fully function functional functioning
functions fund fundamental fundamentally funding funds furnish furnished furnishing further furthering furthermore futile future gain gained gaining
gains game games gap garble garrison garrisons gas gasoline gather gathered gathering gave geared general generalized generally generate generated
generation generations generosity generous gentleman gentlemen genuine genuinely geographic geographical geography gesture gestures get gets getting
gift give given gives giving glad gladly global globe goal goals goes going gold gone good goods goodwill got gotten govern governed governing
government governmental governments govt govts grace gradual gradually graduate grain grand grant granted granting grants grasp grateful gratification
gratified gratifying gratitude grave gravely gravest gravity great greater greatest greatly greetings grew grievances grips gross grossly ground
grounds groundwork group groupings groups grow growing grown grows growth guarantee guaranteed guaranteeing guarantees guaranty guard guerrilla
guerrillas guess guests guidance guide guided guidelines guiding guilders guilty gun guns habits had half halt hampered hand handed handful
handicapped handing handle handled handling hands handwritten happen happened happening happens happy harbor harbors hard harder hardly hardware harm
harmful harmony harsh harvest has haste hasten hasty hate hatred have having head headed heading headquarters heads health healthy hear heard hearing
hearings heart heartily hearts heat heavily heavy held hell help helped helpful helping helps hemisphere hence henceforth her here hereafter hereby
herein hereto heretofore herewith heritage herself hesitate hesitated hesitation hidden high higher highest highlighted highly highway him himself
hinder hint hinted his historic historical historically history hit hitherto hoc hold holding holdings holds holiday home homeland homes honest
honestly honor honorable honored honour hope hoped hopeful hopefully hopes hoping hospital hospitality host hostage hostages hostile hostilities
hostility hot hour hours house houses housing how however huge human humane humanitarian humanity hundred hundreds hunger hungry hurt ibid idea ideal
idealism ideals ideas identical identification identified identify identifying identity ideological ideology idle ignorance ignorant ignore ignored
ignoring ill illegal illegality illegally illness illusion illusions illustrate illustrated image imagination imagine imbalance immediate immediately
immense immigration imminent immune immunity impact impair impaired impartial impasse impatient impede impending imperative imperialism imperialist
impetus implement implementation implemented implementing implication implications implicit implied implies imply implying import importance important
importantly importation imported importers importing imports impose imposed imposes imposing imposition impossibility impossible impracticable
impractical impress impressed impression impressions impressive imprisoned imprisonment improbable improper improve improved improvement improvements
improving impulse inability inaction inadequate inadvisable inappropriate inasmuch inaugural inaugurated inauguration incapable incentive incentives
incident incidental incidentally incidents inclination inclined include included includes including inclusion income incoming incompatible incomplete
inconclusive inconsistent incorporate incorporated incorporating incorrect increase increased increases increasing increasingly incumbent incur
incurred incurring indeed indefensible indefinite indefinitely indemnity independence independent independently indicate indicated indicates
indicating indication indications indicative indicator indifference indifferent indigenous indignation indirect indirectly indispensable individual
individually individuals indoctrination induce induced inducing industrial industrialization industrialized industries industry ineffective inevitable
inevitably infantry inference inferiority infiltration infinitely inflation inflationary influence influenced influences influencing influential info
inform informal informally informant information informed informing informs infra inhabitants inherent inherited inhuman initial initialed initially
initials initiate initiated initiating initiation initiative initiatives injure injured injury injustice inland inner innocent inquire inquired
inquiries inquiry insecurity insert inserted insertion inside insist insisted insistence insistent insisting insists insofar inspect inspection
inspections inspiration inspire inspired instability installation installations installed instance instances instant instead instigated institute
instituted institution institutional institutions instruct instructed instructing instruction instructions instructors instrument instruments
insufficient insurance insure insuring insurrection intact intangible integral integrated integration integrity intellectual intellectuals
intelligence intelligent intend intended intends intense intensification intensified intensify intensity intensive intent intention intentions
interagency intercepted interchange intercontinental intercourse interdependence interdependent interest interested interesting interests interfere
interfered interference interfering interim interior interjected intermediary internal internally international internationally interned interpret
interpretation interpretations interpreted interpreter interrelated interrupted interruption interval intervals intervene intervened intervention
interview interviews intimate intimated intimation intimidate intimidation into intolerable intransigence intrigues introduce introduced introducing
introduction introductory intrusion invade invaded invading invariably invasion invested investigate investigated investigating investigation
investigations investment investments invitation invitations invite invited invites inviting involve involved involvement involves involving inward
iron irreconcilable irregularities irrelevant irreparable irrespective irresponsible irritation island islanders islands isolate isolated isolation
isolationism issuance issue issued issues issuing item items its itself jail jamming jeopardize jeopardized jeopardizing jeopardy jet jets job jobs
join joined joining joint jointly journalist journalists journey judge judged judgement judges judging judgment judgments judicial juncture junta
jurisdiction just justice justifiable justification justified justify justly keen keenly keep keeping keeps kept key kill killed killing kind kindly
kinds knew knot know knowing knowledge known knows labor lack lacking lacks laid land landed landing lands language large largely larger largest last
lasted lasting late lately latent later latest latitude latter launch launched launching law lawful lawless laws lay laying lbs lead leader leaders
leadership leading leads leaflet leaflets leak leaks lean learn learned learning leased least leave leaves leaving led left leftist leftists legal
legality legally legislation legislative legitimacy legitimate legitimately lend lending length lengthy less lessen lessened lessening lesser lesson
lessons lest let letter letters letting level levels lever leverage liability liable liaison liberal liberalization liberals liberate liberated
liberation liberties liberty license licenses licensing lie lies lieu life lift lifted lifting light like liked likelihood likely likewise limit
limitation limitations limited limiting limits line lines link linkage linked linking links liquidate liquidation list listed listen listened
listening listing lists literally literature little live lived lives living loaded loan loans local locally located location logic logical logistic
logistical long longer look looked looking looks loose lose losing loss losses lost lot lots love low lower lowest loyal loyalty lunch luncheon lying
machine machinery machines made magazine magnitude mail mails main mainland mainly maintain maintained maintaining maintains maintenance major
majority make makes making malnutrition man manage manageable managed management manager managing mandate mandatory maneuver maneuvering maneuvers
manifest manifestation manifestations manifested manifestly manifesto manipulation mankind manned manner manpower manual manufacture manufactured
manufacturers many map maps march margin marginal maritime mark marked market marketing markets marking marks martial mass masses massive master
masters match material materially materials matter matters mature maturity maximum may maybe mean meaning meaningful means meant meantime meanwhile
measure measured measures meat mechanism mechanisms media mediation medical medium meet meeting meetings meets member members membership memo memoirs
memoranda memorandum memory men menace mental mention mentioned mentioning merchandise merchant merchantman merchantmen merchants mere merely merit
merits message messages met method methods metropolitan middle midnight midst might mil mild miles militant militarily militarism militarists military
militia milk million millions mind minds mine mines minimize minimum mining ministerial ministers ministries minor minorities minority minute minutes
misgivings misleading missed missile missiles missing mission missionaries missionary missions mistake mistaken mistakes mistrust misunderstanding
misunderstandings misunderstood mix mixed mob mobile mobilization mobilize mobilized model moderate moderates moderation modern modernization
modernize modernized modest modification modifications modified modify modus moment moments momentum monetary money monitor monitoring monopolies
monopoly month monthly months mood moral morale morality morally moratorium more moreover morning most mostly motion motivated motivation motive
motives mount mounted mounting move moved movement movements moves moving msg much multilateral multinational municipal munitions murder must muster
mutual mutuality mutually myself mytel name named namely names narrow nation national nationalism nationalist nationalistic nationalists nationality
nationals nations native natural naturally nature naval navy near nearby nearer nearly necessarily necessary necessities necessity need needed
needless needs negaras negative neglect neglected negligible negotiate negotiated negotiating negotiation negotiations negotiator negotiators negots
neighbor neighborhood neighboring neighbors neither nervous net network neutral neutralism neutralist neutrality neutralization neutralize neutralized
neutrals never nevertheless new newly news newsmen newspaper newspapermen newspapers next niact night nine nobody nominal nomination nonaligned none
nonetheless nongovernmental nonproliferation noon nor normal normalization normalize normally norms north northern northwest not notable notably
notation note noted notes noteworthy nothing notice noticed notification notified notify noting notion notwithstanding now nowhere nuclear nuclears
number numbered numbers numerous nutrition obey object objected objection objectionable objections objective objectives objects obligated obligation
obligations obliged obscure observance observation observations observe observed observer observers observing obsolete obstacle obstacles obstruction
obtain obtainable obtained obtaining obvious obviously occasion occasional occasionally occasions occupation occupied occupy occupying occur occurred
occurring occurs ocean oceans odd odds off offend offense offenses offensive offer offered offering offers office officer officers offices official
officially officials offset offshore often oil old older ominous omission omitted once one ones ongoing only onus open opened opening openly opens
operate operated operates operating operation operational operations operative operators opinion opinions opponent opponents opportune opportunities
opportunity oppose opposed opposing opposite opposition oppression optimism optimistic option options oral orally orbit order ordered orderly orders
ordinary organ organization organizational organizations organize organized organizers organizing organs orientation oriented origin original
originally originated originating ornbeck ostensibly other others otherwise ought our ours ourselves ouster out outbreak outcome outer outgoing
outline outlined outlines outlining outlook outlying output outrage outright outset outside outstanding outweigh over overall overcome overcoming
overflights overland overlook overlooked overnight overriding overseas overt overthrow overtures overview overwhelming overwhelmingly owe owing own
owned owners ownership pace package pact page pages paid painful pains palace pamphlet pamphlets paper papers par para paragraph paragraphs parallel
paramilitary paramount paraphrase paras parents parity parliamentary part partial partially participants participate participated participating
participation particular particularly particulars parties partisan partisans partly partner partners partnership parts party pass passage passed
passenger passengers passes passim passing passions passive passport passports past path patience patient patriotic patriotism patrol patrolling
patrols pattern patterns pause pay paying payment payments peace peaceful peacefully peacekeeping peasant peasants pen penalties penalty pending
penetration peninsula penultimate people peoples perceive perceived perceives percent percentage perception perceptions perfect perfectly perform
performance performed performing perhaps peril period periodic periodicals periods permanent permanently permission permit permits permitted
permitting perpetuate persevere persist persisted persistent person personal personalities personality personally personnel persons perspective
persuade persuaded persuading persuasion persuasive pertaining pertinent pessimism pessimistic petroleum phase phases phenomenon philosophical
philosophy phone phoned photographs phrase phraseology phrases physical physically pick picked picture pictures piece pieces pilot pilots place placed
places placing plain plainly plan plane planes planet planned planning plans plant plants platform plausible play played playing plays plea pleasant
please pleased pleasure pledge pledged pledges plenary plenipotentiary plight plot plus point pointed pointing points polemics police policies policy
polit political politically politicians politics pollution poor poorer poorest populace popular popularity population populations port portion
portions ports pose posed poses position positions positive positively possess possessed possesses possessing possession possibilities possibility
possible possibly post postpone postponed postponement postponing posts posture postwar potential potentialities potentially pouch pouched pounds
poverty power powerful powerless powers practicable practical practically practice practices pragmatic praise praised preamble precarious precaution
precautions preceded precedence precedent preceding precipitate precise precisely preclude predecessor predecessors predict predictable predicted
predictions predominant prefer preferable preferably preference preferences preferred prefers prejudice prejudiced preliminary premature premise
premises preoccupation preoccupied preparation preparations preparatory prepare prepared preparedness preparing prerequisite prescribed presence
present presentation presented presenting presently presents preservation preserve preserved preserving presidency president presidential press
pressed pressing pressure pressures prestige presumably presume presumed presumption pretend pretext pretty prevail prevailed prevailing prevent
prevented preventing prevents previous previously price prices pride primarily primary prime principal principally principle principles print printed
printing prior priorities priority prison prisoner prisoners prisons private privately privilege privileged privileges prize probability probable
probably probe probing problem problems procedural procedure procedures proceed proceeded proceeding proceedings proceeds process processes proclaim
proclaimed proclamation procure procurement produce produced producers produces producing product production productive productivity products
professed professional professors profit profitable profits profound profoundly program programme programs progress progressing progressive
progressively prohibit prohibited prohibiting prohibition project projected projection projects proliferation prolong prolonged prominent promise
promised promises promising promote promoted promoting promotion prompt prompted promptly promulgated pronounced pronouncements proof propaganda
propagandists proper properly properties property propitious proportion proportions proposal proposals propose proposed proposes proposing proposition
propositions propriety prosecution prospect prospective prospects prosperity prosperous protect protected protecting protection protective protest
protested protesting protests protocol protracted proud prove proved proven proves provide provided provides providing province provinces provincial
provision provisional provisions provocation provocative provoke provoked provoking proximity prudent psychological psychologically public publication
publications publicity publicized publicly publish published pull pulled pulling punish punished punishment puppet puppets purchase purchased
purchasers purchases purchasing purely purpose purposes pursuance pursuant pursue pursued pursuing pursuit push pushed pushing put puts putting
puzzled qualifications qualified qualities quality quantities quantity quarantine quarrel quarter quarters queried query quest question questionable
questioned questioning questions quick quickly quid quiet quietly quite quo quota quotas quotation quote quoted quoting race races racial racism
radical radically radio raid raids railroad railway railways raise raised raises raising rally ran range rank ranking ranks rapid rapidly
rapprochement rate rates rather ratification ratifications ratified ratify ratio rational rationale raw reach reached reaches reaching react reacted
reacting reaction reactionary reactions read readers readily readiness reading reads ready reaffirm reaffirmation reaffirmed real realism realistic
realistically realities reality realization realize realized realizes realizing really realm rear reason reasonable reasonableness reasonably
reasoning reasons reassert reassure reassured reassuring rebellion rebuild rebuttal recall recalled recalling recapture recede receipt receipts
receive received receives receiving recent recently reception receptive recess recession recipient recipients reciprocal reciprocate reciprocity
reckless recognition recognize recognized recognizes recognizing recommend recommendation recommendations recommended recommending recommends
reconcile reconciliation reconnaissance reconsider reconsideration reconstruction record recorded records recounted recourse recover recovered
recovery red redraft reduce reduced reducing reduction reductions reestablish reestablishment ref refer reference referenced references referendum
referred referring refers reflect reflected reflecting reflection reflects reform reforms refrain refrained refraining reftel refugee refugees refusal
refuse refused refuses refusing regain regard regarded regarding regardless regards regime regimes region regional regions register registered
registration regret regrets regrettable regretted regular regularly regulate regulation regulations rehabilitation reinforce reinforced reinforcement
reinforcing reiterate reiterated reiterating reiteration reject rejected rejecting rejection relate related relates relating relation relations
relationship relationships relative relatively relatives relax relaxation relaxed relaxing release released releases releasing relevant reliability
reliable reliably reliance relied relief relieve relieved relieving religion religious relinquishment reluctance reluctant reluctantly rely relying
remain remainder remained remaining remains remark remarkable remarked remarks remedy remember remembered remind reminded remittances remnants remote
removal remove removed removes removing render rendered rendering renegotiation renew renewal renewed renewing renounce renouncing rent renunciation
reopen reopening reorganization repair reparation reparations repatriation repeal repeat repeated repeatedly repeating repercussions repetition
replace replaced replacement replacing replied replies reply replying report reported reportedly reporter reporters reporting reports represent
representation representations representative representatives represented representing represents repression repressive reprisals reps republic
republican repudiation reputation request requested requesting requests require required requirement requirements requires requiring requisite rescue
research resent resented resentment reservation reservations reserve reserved reserves reserving reservists residence residency resident residents
residing residual resign resignation resigned resist resistance resisted resisting resolution resolutions resolve resolved resolving resort resorted
resorting resource resources respect respected respectfully respecting respective respectively respects respond responded responding response
responses responsibilities responsibility responsible responsive rest restoration restore restored restoring restrain restrained restraining restraint
restraints restrict restricted restricting restriction restrictions restrictive rests result resultant resulted resulting results resume resumed
resumption retain retained retaining retains retaliate retaliation retaliatory retention retirement retreat retrospect return returned returning
returns reunification reveal revealed revenue revenues reversal reverse reversed reversion revert review reviewed reviewing reviews revise revised
revising revision revisions revival revive revived revolt revolts revolution revolutionary reward rhetoric rice rich rid rifles right rightly rights
rigid rigidly riot riots ripe rise rising risk risks risky rival rivalries rivalry rivals road roads rocket rockets role roles room rooms root rooted
roots rose rough roughly round roundtable route routes routine rptd rubber rule ruled rulers rules ruling rumor rumored rumors run running runs
rupture rural rush ruthless sabotage sacrifice sacrificed sacrifices safe safeguard safeguarding safeguards safely safer safety said sailed sailing
sake salaries sale sales salvage same sanction sanctions satellite satellites satisfaction satisfactorily satisfactory satisfied satisfy satisfying
save saved saving savings saw say saying says scale scarce scarcely scattered scene schedule scheduled scheme school schools science scientific
scientists scope score screening scrupulously scrutiny sea sealed seamen search searching seas seat seating seats second secondary secondly secrecy
secret secretary secretly section sections sector sectors secure secured securing securities security see seeing seek seeking seeks seem seemed
seeming seemingly seems seen sees segments seismic seize seized seizure seldom select selected selecting selection selective self selfish sell selling
send sending senior sense sensible sensitive sensitivity sent sentence sentenced sentences sentiment sentiments separate separated separately
separation sequence series serious seriously seriousness serve served serves service services serving session sessions set setback setbacks sets
setting settle settled settlement settlements settling seven seventh sever several severance severe severely shaken shall shape shaped shaping share
shared shares sharing sharp sharply she sheet shell shelter shift shifted shifting shifts ship shipment shipments shipped shippers shipping ships shld
shock shocked shoot shooting shore shores short shortage shortages shortcomings shorter shortly shot should shoulder shoulders show showdown showed
showing shown shows shut sic side sides sight sign signal signals signatories signatory signature signatures signed significance significant
significantly signing signs silence silent silver similar similarly simple simplistic simply simultaneous simultaneously since sincere sincerely
sincerity single sink sinking sister sit site sites sitting situation situations six sixth size skeptical skepticism sketch skill skilled skills
slight slightest slightly slip slogans slow slowly small smaller smuggled smuggling sober social socialist societies society soft soil sold soldier
soldiers sole solely solemn solid solidarity solution solutions solve solved solving some somebody somehow someone something sometime sometimes
somewhat son soon sooner soonest sophisticated sorry sort sorts sought sound soundness source sources south southern sovereign sovereignty space spare
speak speakers speaking speaks special specialists specialized specially specific specifically specifics specified specify spectrum speculate
speculation speech speeches speed speedily speedy spell spend spending spent sphere spirit spiritual spite splendid split spoke spoken spokesman
spokesmen sponsor sponsored sports spot spots spread spreading spring spy squadron squadrons square squarely stability stabilization stabilize
stabilizing stable staff staffs stage stages staging stake stakes stalemate stalling stamp stance stand standard standards standing standpoint stands
start started starting starvation state stated statement statements states statesmanship statesmen stating station stationed stationing stations
statistics stature status statute statutes staunch stay staying steadily steady steamer steamers steamship steel steering stem step steps stern stick
still stimulate stimulated stimulating stipulated stipulations stir stock stockpiles stockpiling stocks stood stop stopped stopping stops storage
stories storm story straight straightforward strain strained strains strategic strategically strategies strategy street streets strength strengthen
strengthened strengthening strengthens strengths stress stressed stresses stressing strict strictest strictly strife strike strikes striking strive
striving strong stronger strongest strongly struck structural structure structures struggle struggling stubborn student students studied studies study
studying stuff style subcommittee subject subjected subjects submarine submarines submission submit submitted submitting subordinate subscribe
subsequent subsequently subsidy substance substantial substantially substantive substitute substituted substitution subtle subversion subversive
subvert succeed succeeded succeeding success successes successful successfully succession successive successor successors such sudden suddenly suffer
suffered suffering suffers suffice sufficient sufficiently sugar suggest suggested suggesting suggestion suggestions suggests suit suitable suited sum
summarize summarized summarizes summarizing summary summer summit summits sums sunk super superior superiority superpowers supervise supervision supp
supplement supplemental supplementary supplemented supplied supplier supplies supply supplying support supported supporter supporters supporting
supports suppose supposed suppress suppressed suppressing suppression supra supremacy supreme sure surely surface surplus surpluses surprise surprised
surprising surrender surrounding surveillance survey survival survive susceptible suspect suspected suspend suspended suspension suspicion suspicions
suspicious sustain sustained suzerainty sweeping swing sworn symbol symbolic sympathetic sympathetically sympathies sympathize sympathizers sympathy
system systematic systems table tacit tactic tactical tactics take taken takeover takes taking talk talked talking talks tangible tanks tanley target
targets tariff tariffs task tasks tax taxation taxes tea teachers team teams tear technical technically technicians techniques technological
technology telegram telegrams telegraph telegraphed telegraphic telephone telephoned television tell telling tells temper temporarily temporary
temptation tempted ten tend tended tendencies tendency tender tending tends tenor tense tension tensions tentative tentatively term termed terminate
terminated termination terms terrible terribly territorial territories territory terror terrorism test tested testified testify testimony testing
tests text textile textiles texts than thank thanked thanks that the theater theaters theatre their theirs them theme themes themselves then thence
theoretical theory there thereafter thereby therefor therefore therefrom therein thereof thereon thereto thereupon therewith thermonuclear these
thesis they thing things think thinking thinks third thirty this thorough thoroughly those though thought thoughtful thoughts thousand thousands
threat threaten threatened threatening threatens threats three through throughout throw throwing thrown thru thrust thus tide tie tied ties tight till
time timely times timetable timing tin tired title today together token told tolerate tolerated tomorrow ton tone tonight tonnage tons too took tool
tools top topic topics torn torpedo torpedoed torpedoing torture total totalitarian totally touch touched tough tougher tour toward towards town towns
track trade trading tradition traditional traditionally traditions traffic tragedy tragic train trained training transaction transactions transcript
transfer transferred transferring transfers transformation transformed transit transition transitional translate translated translation transmission
transmit transmittal transmitted transmitter transmitting transport transportation transported transports travel traveled travelers traveling treat
treated treaties treating treatment treaty tremendous trend trends trial tribute tried trip tripartite trips triumph trivial troop troops trouble
troubled troubles troublesome troubling truce truck trucks true truly trust trusted trusteeship truth try trying tungsten turbulence turmoil turn
turned turning turns twelve twenty twice two type typed types tyranny ultimate ultimately ultimatum unable unacceptable unanimous unanimously unarmed
unavoidable unaware uncertain uncertainties uncertainty unchanged unclear uncompromising unconditional unconditionally undated undemocratic under
undercut underdeveloped underestimate undergo underground underline underlined underlying undermine undermined undermining underscored understand
understandable understanding understandings understands understood undertake undertaken undertaking undertakings undertook underway undesirable
undoubtedly undue unduly uneasiness uneasy unemployment unequal unexpected unfair unfavorable unforeseen unfortunate unfortunately unfriendly unhappy
unidentified unification unified unilateral unilaterally union unions unique unit unite united units unity universal universally universities
university unjustifiable unjustified unknown unlawful unless unlikely unlimited unnecessary unneutral unoccupied unofficial unofficially unpleasant
unpopular unprecedented unpredictable unqualified unquestionably unrealistic unreasonable unrelated unresolved unrest unsatisfactory unsettled
unsigned unsound unstable unsuccessful until unusual unusually unwarranted unwilling unwillingness unwise upcoming upheaval uphold upon upper uprising
uprisings upset urban urge urged urgency urgent urgently urges urging urtel usage use used useful usefully usefulness useless uses using usual usually
utility utilization utilize utilized utilizing utmost utterances utterly vacation vacuum vague valid validity valuable value values van variance
varied variety various varying vast vastly vehicle vehicles vein venture ventures verbal verbatim verification verified verify version versions versus
vertical very vessel vessels vested vestiges veto vetoed via viability viable vice vicinity vicious victim victims victories victorious victory view
viewed viewpoint viewpoints views vigilance vigor vigorous vigorously village villages violate violated violating violation violations violence
violent violently virtual virtually virtue visa visas visible vision visit visited visiting visitors visits vital vitality vitally vivendi viz voice
voiced voices vol volume voluntarily voluntary volunteered von vote voted votes voting voyage vulnerability vulnerable waged wages wait waited waiting
wake walked wall want wanted wanting wanton wants war warfare warheads warlike warm warmly warn warned warning warnings warrant warranted warrants
wars warship warships wartime was waste wasted wasteful watch watched watching water waters wave way ways weak weaken weakened weakening weaker
weakness weaknesses wealth wealthy weapon weapons weather wedge week weekend weekly weeks weigh weighed weighing weight welcome welcomed welcomes
welcoming welfare well went were west western what whatever whatsoever wheat when whenever where whereas whereby wherein wherever whether which while
white who whole wholly whom whose why wide widely widen widening wider widespread widest wife will willing willingly willingness win wind wing winning
winter wire wireless wisdom wise wisely wish wished wishes wishing with withdraw withdrawal withdrawals withdrawing withdrawn withdrew withheld
withhold withholding within without witness wld wolfram woman women won wonder wondered wonderful wool word worded wording words work workable worked
worker workers working works world worldwide worried worry worse worsen worsening worst worth worthwhile worthy would wounded wrecked write writer
writers writing written wrong wrote year years yen yes yesterday yet yield yielding you young younger your yours yourself youth yuan zone zones
`);

/** The commonest compounds with a hyphen, in small letters. */
export const COMPOUNDS = set(`
above-described above-mentioned across-the-board age-old air-raid all-out all-time all-weather ambassador-designate ambassadorial-level anti-aircraft
anti-ballistic anti-colonial anti-commie anti-communism anti-communist anti-communists anti-foreign anti-government anti-imperialist anti-inflation
anti-inflationary anti-mainstream anti-red anti-soviet anti-trust anti-united anti-war anti-western attorney-general bridge-building broad-based
broad-gauge business-like cabinet-level cease-fire cease-hostilities centuries-old clear-cut cold-war combat-ready communist-controlled
communist-dominated communist-front communist-influenced communist-inspired communist-led communist-north communist-sponsored cost-sharing
counter-attack counter-guerrilla counter-insurgency counter-measures counter-offensive counter-productive counter-proposal counter-revolutionaries
counter-revolutionary cross-currents cross-reporting crypto-communists cut-off damage-limiting decision-makers decision-making deep-seated
developing-country die-hards director-general dollar-backed dual-capable duty-free east-west economic-financial eighteen-nation ever-increasing
export-import family-planning far-reaching fighter-bomber financial-economic first-class first-hand five-year food-for-work food-population
forty-eight forty-five four-nation four-point four-power four-year freedom-loving full-fledged full-scale full-time give-and-take good-will
government-controlled government-owned great-power half-billion hard-core hard-line hard-liners heavy-handed high-handed high-level high-ranking
ill-defined inter-agency inter-allied inter-departmental inter-governmental inter-related know-how land-based large-scale last-minute leased-line
left-hand left-wing lend-lease lend-leasing less-developed like-minded live-and-let-live long-range long-run long-standing long-swing long-term
long-time longer-range longer-term low-cost low-key lump-sum medium-range mid-east mid-may mid-term middle-income most-favored-nation nation-states
nation-wide nationalist-held non-aggression non-aligned non-combatants non-commie non-communist non-communists non-compliance non-contraband
non-controversial non-diffusion non-discriminatory non-dissemination non-existent non-government non-governmental non-interference non-intervention
non-invasion non-involvement non-military non-negotiable non-nuclear non-participation non-party non-performance non-political non-proliferation
non-recognition non-recourse non-soviet non-substantive non-traditional non-use north-south nuclear-free off-shore off-the-record oil-exporting
oil-producing one-fourth one-half one-man one-party one-quarter one-shot one-sided one-third one-year open-ended over-all over-involvement over-riding
para-military part-time peace-loving phasing-out policy-makers policy-making politico-military population-related post-election post-war post-world
pre-conference pre-election pre-eminence pre-operation pre-war president-elect privately-owned pro-administration pro-communist pro-communists
pro-government pro-north pro-soviet pro-western question-and-answer red-hot rice-bowl right-hand round-table secretary-general security-related
self-appointed self-confidence self-control self-defeating self-defense self-determination self-evident self-government self-help self-interest
self-protection self-reliance self-reliant self-respect self-respecting self-restraint self-rule self-seeking self-seizure self-serving
self-sufficiency self-sufficient self-support self-supporting self-sustaining sell-out semi-official short-cut short-range short-run short-term
six-day small-scale soft-loan south-east speak-out spring-rice state-defense state-designate state-owned states-soviet sub-article sub-paragraph
super-state take-over ten-year third-world thirty-five three-mile three-quarters three-year top-level top-right tough-minded trade-off twenty-eighth
twenty-first twenty-five twenty-four twenty-nine twenty-one twenty-second twenty-seventh twenty-sixth twenty-third twenty-two two-china two-fold
two-hour two-party two-thirds two-way two-week two-year unaccounted-for under-developed under-secretary union-china vice-president vice-presidential
village-based war-like war-time week-end well-balanced well-being well-founded well-informed well-intentioned well-known well-organized well-trained
west-west whole-hearted whole-heartedly wide-ranging working-paper world-wide worn-out
`);
