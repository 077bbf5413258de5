import type { SheetLabel } from '../../encode/regions/second/labels.js';
import type { Chance } from './chance.js';
import { listed } from './chance.js';
import { dayIn, namedFully, office, personLine, type Ways } from './phrases.js';
import type { Sheet } from './sheet.js';

type Fact = 'from' | 'to' | 'subject' | 'date' | 'place' | 'participants' | 'other';

/** The words of labels; what each sheet has is chosen by chance. */
const WORDS: Readonly<Record<Fact, readonly string[]>> = {
  from: listed(
    'FROM|FROM|FROM|BY|SENDER|ORIGINATOR|SUBMITTED BY|WRITTEN BY|FROM THE|FM|OFFICER REPORTING|REPORTED BY|AUTHOR',
  ),
  to: listed(
    'TO|TO|TO|MEMORANDUM FOR|MEMORANDUM TO|FOR|ADDRESSEE|MEMO FOR|MEMORANDUM FOR|SENT TO|ADDRESSED TO|ATTENTION',
  ),
  subject: listed(`
SUBJECT|SUBJECT|SUBJECT|SUBJ|RE|TOPIC|TITLE|IN RE|CONCERNING|SUBJECTS|SUBJECT DISCUSSED|SUBJECT MATTER|
TOPICS`),
  date: listed('DATE|DATE|DATE|DATE AND TIME|HELD ON|DATE OF MEETING|DATED|DATE/TIME|TIME AND DATE|DAY'),
  place: listed('PLACE|PLACE|LOCATION|HELD AT|VENUE|PLACE OF MEETING|WHERE|MEETING PLACE'),
  participants: listed(`
PARTICIPANTS|PARTICIPANTS|PARTICIPANTS|PRESENT|THOSE PRESENT|IN ATTENDANCE|ATTENDANCE|AMONG THOSE PRESENT|
ATTENDEES|PRESENT WERE|ALSO PRESENT|PERSONS PRESENT|PARTICIPATING|MEMBERS PRESENT`),
  other: listed(`
THROUGH|VIA|CC|COPIES TO|REF|REFERENCE|FILE|FILE NO.|TIME|COPY TO|CLASSIFICATION|LOG NO.|ACTION|OUR REF|
YOUR REF|INFO|THRU|DISTRIBUTION|SUSPENSE|DURATION|INTERPRETER|PRIORITY|REPLY REQUESTED BY|CONTROL|ENCLOSURES|
SOURCE|EVALUATION|DATE OF INFO|LANGUAGE|SUPERSEDES|SERIES`),
};

/** How a sheet has its labels: with colons, in capitals, above their values, in a column. */
interface LabelStyle {
  readonly end: string;
  readonly isCapitals: boolean;
  readonly isAbove: boolean;
  readonly column: number;
  readonly indent: number;
  readonly gap: number;
}

function labelStyle(chance: Chance): LabelStyle {
  return {
    end: chance.of([':', ':', ':', ':', '', ' :', ' -', '.', ':-', ' --', ')']),
    isCapitals: chance.is(0.7),
    isAbove: chance.is(0.1),
    column: chance.of([0, 0, 10, 11, 12, 14, 15, 16, 18]),
    indent: chance.of([0, 0, 0, 0, 3, 5, 8]),
    gap: chance.of([0, 0, 1, 1, 1, 2]),
  };
}

const ROLE: Readonly<Record<Fact, SheetLabel>> = {
  from: 'from',
  to: 'to',
  subject: 'subject',
  date: 'date',
  place: 'place',
  participants: 'participants',
  other: 'other',
};

/** Puts a label with its value; the lines of a long value go on below it, in its column or at the margin. */
function labelled(sheet: Sheet, fact: Fact, values: readonly string[], style: LabelStyle): void {
  const { chance } = sheet;
  const own = chance.of(WORDS[fact]);
  const word = style.isCapitals ? own : own.replace(/\p{L}+/gu, (one) => one[0] + one.slice(1).toLowerCase());
  const label = `${word}${style.end}`;
  const role = ROLE[fact];
  const isAbove = style.isAbove || (fact === 'participants' && values.length > 1 && chance.is(0.45));
  const column = Math.max(style.column, label.length + (style.end === '' ? 2 : 1));
  const [first = '', ...rest] = values;
  sheet.put(role, isAbove ? label : `${label}${' '.repeat(column - label.length)}${first}`, style.indent);
  if (isAbove && chance.is(0.35)) sheet.blank();
  const hanging = chance.is(0.85) ? style.indent + column : chance.of([0, 4]);
  const indent = isAbove ? style.indent + chance.of([0, 2, 4, 5, 8]) : hanging;
  for (const value of isAbove ? values : rest) {
    if (value === '') sheet.blank();
    else sheet.put(role, value.trim(), indent + (value.startsWith(' ') ? 2 : 0));
  }
  sheet.blank(style.gap);
}

/** The lines of a subject. */
function subjectLines(sheet: Sheet, ways: Ways): readonly string[] {
  const { chance } = sheet;
  const subject = ways.subject(chance);
  const cased = chance.is(0.2) ? subject.toUpperCase() : subject;
  return sheet.isFlowing || chance.is(0.3) ? [cased] : sheet.wrapped(cased, chance.between(34, 54));
}

/** Those who took part, one a line, under the heads of their sides, or in columns. */
function participantLines(sheet: Sheet, ways: Ways): readonly string[] {
  const { chance } = sheet;
  const style = chance.between(0, 6);
  const count = chance.between(2, 9);
  const persons = Array.from({ length: count }, () => ways.person(chance));
  if (style === 0) return [persons.map((person) => namedFully(chance, person)).join(chance.of([', ', '; ']))];
  if (style === 1)
    return persons.flatMap((person, at) => [
      ...(at === 0 || at === count >> 1 ? [chance.of(SIDES)] : []),
      personLine(chance, person),
    ]);
  if (style === 2) return persons.map((person) => namedFully(chance, person));
  // Sides with their members, parted by empty lines.
  if (style === 3)
    return persons.flatMap((person, at) => [
      ...(at > 0 && at % 3 === 0 ? [''] : []),
      ...(at % 3 === 0 ? [chance.of(SIDES), ...(chance.is(0.3) ? [''] : [])] : []),
      chance.is(0.2)
        ? chance.of(['The Secretary', 'The President', 'The Under Secretary', 'The Vice President'])
        : personLine(chance, person),
    ]);
  // Each with his office below him.
  if (style === 4 && chance.is(0.5))
    return persons.flatMap((person) => [`${namedFully(chance, person)}${chance.of([',', ''])}`, `  ${person.office}`]);
  return persons.map((person) => personLine(chance, person));
}

const SIDES = listed(`
U.S.|US|UNITED STATES|United States|United Kingdom|U.S.S.R.|SOVIET UNION|FRANCE|For the United States|
For the Germans:|U.S. Side|Foreign|Other|EGYPT|Israel:|STATE|Defense:|JCS:|CIA|White House|NSC Staff|
Treasury|The Netherlands|AMERICANS|BRITISH|Japanese Side|The Chinese Side`);

/** The head of a memorandum, of talks, of a paper: labels in some order. */
export function labelBlock(sheet: Sheet, ways: Ways, facts: readonly Fact[]): void {
  const { chance } = sheet;
  const style = labelStyle(chance);
  for (const fact of facts) {
    if (fact === 'participants' && chance.is(0.14)) participantColumns(sheet, ways, style);
    else labelled(sheet, fact, valuesOf(sheet, ways, fact), chance.is(0.9) ? style : labelStyle(chance));
  }
}

function valuesOf(sheet: Sheet, ways: Ways, fact: Fact): readonly string[] {
  const { chance } = sheet;
  if (fact === 'subject') return subjectLines(sheet, ways);
  if (fact === 'participants') return participantLines(sheet, ways);
  if (fact === 'date') {
    const day = dayIn(chance);
    return [chance.is(0.25) ? `${day}, ${hour(chance)}` : chance.is(0.1) ? `${ways.town(chance)}, ${day}` : day];
  }
  if (fact === 'place') return [chance.is(0.6) ? room(chance) : ways.town(chance)];
  if (fact === 'other')
    return [
      chance.of([
        hour(chance),
        namedFully(chance, ways.person(chance)),
        `${chance.between(10, 9999)}`,
        office(chance),
        `${office(chance)}, ${ways.town(chance)}`,
        'None',
        'S, U, G, White House (Mr. Rostow)',
        `${symbol(chance)}, ${symbol(chance)}, ${symbol(chance)}`,
        `American Embassy, ${ways.town(chance)}`,
        `${chance.between(1, 12)}/${chance.between(1, 28)}/${chance.between(46, 88)}`,
        `${ways.town(chance).toUpperCase()} ${chance.between(10, 9999)}`,
      ]),
    ];
  const count = chance.of([1, 1, 1, 1, 2, 3]);
  const lines: string[] = [];
  for (let made = 0; made < count; made++) {
    const person = ways.person(chance);
    const form = chance.between(0, 6);
    if (form === 0) lines.push(namedFully(chance, person), person.office);
    else if (form === 1) lines.push(office(chance));
    else if (form === 2) lines.push(`The ${person.office}`);
    else if (form === 3)
      lines.push(`${symbol(chance)} ${chance.of(['-', '--', '–', ':', '/'])} ${namedFully(chance, person)}`);
    else lines.push(personLine(chance, person));
  }
  return lines;
}

/** `MEMORANDUM FOR` above a list of offices, as the papers of the White House have it. */
export function addressees(sheet: Sheet, ways: Ways): void {
  const { chance } = sheet;
  const word = chance.of(['MEMORANDUM FOR', 'MEMORANDUM FOR:', 'MEMORANDUM TO', 'TO:', 'NOTE FOR', 'FOR:']);
  const indent = chance.of([0, 4, 5, 15, 20]);
  const names = Array.from({ length: chance.between(1, 5) }, () =>
    chance.of([
      `The ${chance.of(
        listed(`
Secretary of State|Secretary of Defense|Secretary of the Treasury|Attorney General|
Director of Central Intelligence|Chairman, Joint Chiefs of Staff|Vice President|
Director, Arms Control and Disarmament Agency|Under Secretary of State|President`),
      )}`,
      office(chance),
      namedFully(chance, ways.person(chance)),
    ]),
  );
  const isUpper = chance.is(0.5);
  const isBeside = chance.is(0.4);
  if (!isBeside) sheet.put('to', word).blank(chance.between(0, 1));
  for (const [at, name] of names.entries()) {
    const cased = isUpper ? name.toUpperCase() : name;
    sheet.put(
      'to',
      isBeside && at === 0 ? `${word}${' '.repeat(Math.max(1, 16 - word.length))}${cased}` : cased,
      isBeside ? (at === 0 ? 0 : 16) : indent,
    );
  }
  sheet.blank(chance.between(1, 2));
}

/** Names in two columns, often of two sides. */
function participantColumns(sheet: Sheet, ways: Ways, style: LabelStyle): void {
  const { chance } = sheet;
  sheet.put('participants', `${chance.of(WORDS.participants)}${style.end}`, style.indent).blank(chance.between(0, 1));
  if (chance.is(0.6))
    sheet.row(
      [
        ['participants', chance.of(SIDES)],
        ['participants', chance.of(SIDES)],
      ],
      style.indent,
      24,
    );
  const left = chance.between(2, 6);
  for (let made = 0; made < left; made++) {
    const [one, other] = [ways.person(chance), ways.person(chance)];
    const first = namedFully(chance, one);
    sheet.row(
      [
        ['participants', first],
        ['participants', namedFully(chance, other)],
      ],
      style.indent,
      Math.max(3, 36 - first.length),
    );
  }
  sheet.blank(style.gap);
}

/** An hour in one of its forms. */
export function hour(chance: Chance): string {
  const [at, minutes] = [chance.between(1, 12), chance.of(['00', '15', '30', '45', '10'])];
  return chance.of([
    `${at}:${minutes} p.m.`,
    `${at}:${minutes} a.m.`,
    `${at}:${minutes} - ${at + 1}:10 P.M.`,
    `${at}${minutes} hours`,
    `${at}:${minutes}`,
    `${at} p.m.`,
    `at ${at}:${minutes} a.m.`,
    'Noon',
    `${at}:${minutes}-${at + 1}:30 p.m.`,
    `From ${at}:${minutes} to ${at + 1}:05 p.m.`,
  ]);
}

/** A room or a house in which people meet. */
export function room(chance: Chance): string {
  return chance.of(
    listed(`
The Secretary's Office|Cabinet Room|The White House|Oval Office|Foreign Office|Department of State|
The Situation Room|The Prime Minister's Residence|Quai d’Orsay|Elysee Palace|Hotel Matignon|
10 Downing Street|Conference Room, 7th Floor|Secretary’s Suite, Waldorf Towers|Embassy Residence|
Ambassador’s Residence, Tokyo|Room 5106, New State|The Kremlin|Palais Schaumburg|USUN, New York|
Delegates’ Lounge, United Nations|Blair House|The Pentagon|Guest House No. 5|on board Air Force One|
Palazzo Chigi|Geneva, Soviet Mission|the Map Room|Camp David|Villa Madama|Great Hall of the People|
Lunch at the Metropolitan Club|Prime Minister’s Office, Jerusalem|Foreign Ministry`),
  );
}

/** The letters of an office. */
export function symbol(chance: Chance): string {
  return chance.of(
    listed(
      'EUR|NEA|S/P|P|S/S|INR|ARA|FE|EA|AF|E|L|IO|PM|H|EUR/SOV|NEA/IRN|EA/J|G/PM|D|S|U|M|FE - EA|S/AL|WE|BNA|OIR|UNA',
    ),
  );
}
