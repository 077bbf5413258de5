/** Surnames and abbreviations that are words of the language as well, so that the word alone says little of who or what is meant. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Surnames that are words, months or places: alone they need a title, a given name or a verb of persons. In small letters. */
const WORDS = set(
  `april august may june march january february sunday monday friday winter summer spring autumn
able adams abbey archer arms ball banks barber barnes bell berry best birch bird bishop black bliss block bloom blue bond bone booth boot bowman box brand branch bridge
bridges bright brook brooks brown buck bull burns bush butler cable camp cannon canon carpenter carter case cash castle chance chase child christian church city clay clerk cliff
close cloud coast coffin cook cooper copper corn court cross crow curry dale date dawn day deal dean dear draper drew drum duke early east eagle elder english field fields fine fish
flagg fleet flint flood flowers foot force ford forest foster fox frank free freeman french frost fuller gates german gay gold golden good grace grant gray green grey
ground guard guest guild hall hand hands hardy hart hawk hay head heath hill hills hold holland holder home hood hope house hunt hunter hurt ireland iron jordan joy judge just justice keen key kind king
knight lake lamb land lane lang law lawyer leader lemon light little lock long lord love low luck major man manly mark marks marsh marshall martin mason masters may meadows mercy merry mill miller mills mind mine minister mist
money moon moor moss mount mountain nest new newman nice night noble noon north nurse oaks old page palace paris park parker parks peace peak pearl pen penny people
pepper piper place plain pole pollard pond pool poor pope porter post potter pound power powers price pride priest prince prior rain ray read reed rice rich
ring rivers roads rock rose rule rush russian salt sand sands savage savings school scott sea seal seed senior sergeant sharp shaw shepherd shields ship short silver single singer small smart smith snow
south speaker spears spring springs staff star stark start steel stern steward still stock stone storm story strange street strong sugar summers sun swan sweet swift table tailor
taylor temple tide tower towers town trade train turner union valley van wales walker wall walls ward waters way weaver weeks well wells west wheeler white wilde will wills winter
wise wolf wood woods worth yard york young israel chad london lincoln washington berlin england scotland austin houston dallas jackson madison cuba china india turkey
brazil sudan victoria virginia carolina georgia florida nelson hamilton wellington sydney perth an ho so no do to le bo li he she it we us on in at by or if as is am be me my you your`,
);

/** Months and seasons: prose names them far oftener than anybody who is called so. */
const TIMES = set(
  'january february march april may june july august september october november december spring summer autumn winter sunday monday friday',
);
/** Places that are surnames as well. */
const PLACES = set(
  `jordan israel chad london lincoln washington berlin england scotland austin houston dallas jackson madison cuba china india turkey brazil sudan victoria virginia carolina georgia florida
wellington sydney perth ireland holland wales paris york hamilton french german english russian`,
);

/** Abbreviations that a line in capitals has as words too. */
const SMALL_WORDS = set(
  `a act add age aid air all am an and any are arm arms art as ask at bad be bet big bit but by can cap car cat come cut day did dip do due east end era era far few fit for force fund gap get go had has
he help her him his hot how i if in is it its jet job lab law let lot low man map may me men my net new no nor not now of off oil old on one or our out own pact part pass pay per plan post put
ran red rob run said salt same sat saw say sea see set she side so start state step sum tap tax team ten than that the them then they this tip to too top try two up us use war was way we west who why will win with
you your`,
);

/** How much context a surname needs: none, somebody's title or verb, or a title or given name. */
export function contextNeeded(surname: string): 'none' | 'some' | 'name' {
  const word = surname.toLowerCase();
  if (TIMES.has(word) || PLACES.has(word)) return 'name';
  return WORDS.has(word) ? 'some' : 'none';
}

/** Whether an abbreviation is a word of the language when a whole line is in capitals: `IT`, `WHO`, `US`. */
export function isWord(abbreviation: string): boolean {
  return SMALL_WORDS.has(abbreviation.toLowerCase());
}
