/**
 * How the field's prose names people: a title or an office, then the name (`Assistant Secretary of State Battle`), a name and then an
 * office in apposition (`Thomas J. Dunnigan, Chief, S/S–RO`), an office alone (`the Secretary of State`).
 */
import type { Span } from '../model/position.js';

/** Capitalised words that belong to titles, ranks, offices and institutions, never to a personal name. */
const OFFICE_WORDS = new Set(
  `Acting Activities Adjutant Administration Administrative Administrator Admiral Adviser Advisers Advisor Advisors Affairs African Agency Agent Agents
Agricultural Agriculture Aide Air All Alternate Ambassador Ambassadors American Analyst Area Armed Arms Army Asian Assembly Assessments Assistant Assistants Associate Attaché
Attache Attorney Aviation Bank Board Branch Brigadier British Budget Bureau Bureaus Business Cabinet Captain Cardinal Central Certain Chair Chairman Chairmen
Chancellor Chargé Charge Chief Chiefs Chinese CIA City Coast College Colonel Command Commandant Commander Commerce Commercial Commission Commissioner Commissioners
Committee Commodore Communications Comptroller Conference Congress Congressional Congressman Congresswoman Consul Consulate Consulates Consultant Control Cooperation
Coordinator Corps Council Counsel Counselor Counsellor Country Court DCI Defence Defense Delegate Delegates Delegation Department Departments Deputies Deputy
Desk Development Diplomatic Director Directorate Directors Disarmament Division Doctor Dr Dr. Drafting Eastern Economic Economy Education Embassies Embassy Emperor Energy
Environmental Envoy European Evaluation Exchange Executive Export External Far Federal Field Finance Financial First Fleet Force Forces
Foreign Former French Frontier Fund Geneal General Generalissimo Geographic German Government Governor Graduate Group Headquarters Health Her High His Historian Home Hon Hon. Honorable
Human Humanitarian Import Inspector Institute Intelligence Inter-American Interior International Investigation Joint Judge Junior Justice King Labor Latin Lady Law Leader Legal Legation Legislative
Liaison Lieutenant Logistics Lord Madame Major Majority Manager Marine Marshal Master Mayor Meeting Member Members Messrs Messrs. Military Minister Ministers Ministry Minority Miss Mission Missions
Mr Mr. Mrs Mrs. Ms Ms. Narcotics National Naval Navy Near Negotiations Negotiator Northeast Northern Nuclear Officer Officers Office Operation Operations Organization Pacific Parliamentary
Permanent Personal Planning Plans Plenipotentiary Policy Political Post Posts Premier President Presidential Prime Prince Princess Private Professor Programs Protocol Provisional
Public Queen Rear Regional Relations Representative Representatives Republic Research Resident Resources Rights Sciences Science Scientific Second Secretariat Secretaries Secretary Section Security
Senate Senator Senior Session Sessions Señor Sergeant Services Service Shah Ship Sir Situation Soviet Special Staff State States Station Strategic Studies Sultan Support Supreme Surgeon Systems Task Team Technical
Technology The Third Trade Training Transportation Treasury Under Undersecretary Union Unit United University Veterans Vice Vice-President War Western Working World
Bureau’s Secretary’s President’s Ambassador's President's Secretary's Department’s Department's Senior Principal President-elect President-Elect Vice-Admiral Ambassador-designate Chairman-designate
Abroad Assistance Asia Europe Africa Welfare Inspection Procurement Intelligence Materials Petroleum Fuels Oceans Refugee Refugees Monetary Antarctic Latin Caribbean Mexican Canadian Cuban Japanese Korean German Iranian Indian Kingdom Nations Stations Station Offices Consuls Governments Project Agencies
NSC OSD INR AID USIA USIS DOD JCS ACDA AEC ISA CINCPAC OMB UN U.N. U.S. US USUN NATO EEC SALT MBFR MAAG Comrade Citizen Archbishop Bishop Monsignor Father Reverend Rev. Pope
Capt. Captain Col. Col Lt. Lt Maj. Maj Gen. Gen Adm. Adm Brig. Brig RAdm. VAdm. Sgt. Cdr. Cmdr. Comdr. Lieut. Amb. Prof. Pres. Sen. Rep. Gov. Capt Ens. Vadm Radm Asst. Dep.`
    .split(/\s+/)
    .map((word) => word.replace(/’/g, "'")),
);

/** Small words inside personal names. */
const PARTICLES = new Set('de la del der van von den ten ter al el bin ibn di da dos du le y'.split(' '));
/** What follows a name and belongs to it. */
const SUFFIXES = new Set(['Jr.', 'Jr', 'Sr.', 'Sr', 'JR.', 'JR', 'SR.', 'SR', 'II', 'III', 'IV', '2d', '3d', '3rd']);
const NAME_WORD = /^[\p{Lu}][\p{L}\p{M}.'’-]*$|^[OD]['’]\p{Lu}|^(?:Mc|Mac|de|d['’]|al-|el-|ul-|ur-)\p{Lu}/u;
const INITIALS = /^(?:\p{Lu}\.)+$/u;

/** Whether a word belongs to titles and offices. */
export function isOfficeWord(word: string): boolean {
  const plain = word.replace(/’/g, "'");
  return (
    OFFICE_WORDS.has(plain) ||
    OFFICE_WORDS.has(plain.replace(/(?:'s|s'|,)$/, '')) ||
    OFFICE_WORDS.has(plain.replace(/[.,]$/, ''))
  );
}

function isNameWord(word: string): boolean {
  return NAME_WORD.test(word) && !isOfficeWord(word);
}

interface Word extends Span {
  readonly text: string;
}

/** No name is longer, with the word before it: what stands further from the end of a phrase does not matter. */
const LONGEST_NAME = 240;

/** The last words of a phrase. */
function lastWordsOf(text: string): Word[] {
  const near = Math.max(0, text.length - LONGEST_NAME);
  const blank = near === 0 ? 0 : text.slice(near).search(/\s/);
  const from = near + Math.max(0, blank);
  return [...text.slice(from).matchAll(/\S+/g)].map((m) => ({
    text: m[0],
    start: from + m.index,
    end: from + m.index + m[0].length,
  }));
}

/** How many words at the end are a suffix (`Joseph N. Greene, Jr.`). */
function suffixStart(words: readonly Word[]): number {
  const last = words.at(-1);
  return last !== undefined && SUFFIXES.has(last.text) && words.length > 1 ? words.length - 1 : words.length;
}

/** Words that lead an office after the name: what comes after them is never the name. */
const LINKS = new Set('of in at to for the and on with from &'.split(' '));

/** A surname that is also a word of offices, behind a forename and an initial: `Max W. Bishop`. */
function isSurname(words: readonly Word[], at: number, end: number): boolean {
  return at === end - 1 && INITIALS.test(words[at - 1]?.text ?? '') && isNameWord(words[at - 2]?.text ?? '');
}

/**
 * The personal name that ends a phrase, after titles and offices (`Secretary of State Rusk` → `Rusk`, `Director Paul M. Popple`): the
 * last capitalised words that are none of an office, unless a preposition leads to them (`Embassy in Japan` has none).
 */
export function trailingName(phrase: string): Span | undefined {
  const words = lastWordsOf(phrase);
  const end = suffixStart(words);
  let start = end;
  for (let i = end - 1; i >= 0; i--) {
    const word = words[i];
    if (word === undefined) break;
    const text = i === end - 1 ? word.text.replace(/,$/, '') : word.text;
    if (isNameWord(text) || INITIALS.test(text) || isSurname(words, i, end)) start = i;
    else if (!(PARTICLES.has(text) && start === i + 1 && start < end)) break;
  }
  // `de Zulueta`: the small words that lead the name belong to it.
  while (start < end && start > 0 && PARTICLES.has(words[start - 1]?.text ?? '')) start--;
  const first = words[start];
  const last = words.at(-1);
  if (first === undefined || last === undefined || start === end) return undefined;
  const before = words[start - 1]?.text;
  if (before !== undefined && (LINKS.has(before.toLowerCase()) || /^(?:Operation|Project)$/.test(before)))
    return undefined;
  return { start: first.start, end: last.end };
}
