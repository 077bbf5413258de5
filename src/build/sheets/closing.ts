import { address, stamp } from './blocks.js';
import { type Chance, listed } from './chance.js';
import { handNote } from './furniture.js';
import { symbol } from './head.js';
import type { Kind } from './heads.js';
import { dayIn, namedFully, office, personLine, type Ways } from './phrases.js';
import type { Sheet } from './sheet.js';
import type { Person } from './stock.js';

const LEAVES = listed(`
Sincerely,|Sincerely yours,|Very truly yours,|Respectfully yours,|Yours sincerely,|With warm regards,|
With kindest regards,|Faithfully yours,|I have the honor to be, Sir,|Your obedient servant,|Respectfully,|
Cordially,|Best regards,|Yours ever,|With best wishes,|As ever,|I am, Sir,|Very respectfully,|Regards,|
Yours faithfully,|With kind personal regards, I am|With all good wishes,|
Accept, Excellency, the renewed assurances of my highest consideration.|Believe me,|With great respect,|
I have, etc.,|Affectionately,|Hastily yours,|Warmest regards,`);

/** How often each kind is signed. */
const SIGNED: Readonly<Record<Kind, number>> = {
  letter: 0.95,
  despatch: 0.95,
  memo: 0.45,
  note: 0.15,
  talk: 0.08,
  paper: 0.08,
  minute: 0.95,
  statement: 0.03,
  draft: 0.4,
  telegram: 0.3,
  cover: 0.85,
  board: 0.3,
  telcon: 0.03,
  report: 0.2,
};

/** A signature in one of its forms, and the office of who signs. */
function signature(sheet: Sheet, person: Person, side: number): void {
  const { chance } = sheet;
  const name = `${person.first} ${person.last}`;
  const initials = [person.first[0], person.last[0]];
  // The first name of a hand above the typed one.
  if (chance.is(0.12))
    sheet
      .put('signature', chance.of([person.first.split(' ')[0] ?? '', initials.join(''), person.last]), side)
      .blank(chance.between(0, 1));
  const forms: readonly (readonly string[])[] = [
    [name],
    [name],
    [name],
    [`/s/ ${name}`],
    ['/S/', name],
    [name.toUpperCase()],
    [`(signed) ${name}`],
    [`[signed] ${initials[0]}. ${person.last}`],
    [
      chance.of([
        `for ${name}`,
        `${initials.join('. ')}.`,
        `${initials.join('.')}.`,
        `(${name})`,
        `By direction: ${name}`,
        `${name} [initialed]`,
      ]),
    ],
  ];
  for (const line of chance.of(forms)) sheet.put('signature', line, side);
  const offices = [
    [person.office],
    [person.office, office(chance)],
    [`Acting ${person.office}`],
    ['For the Ambassador:'],
  ];
  if (chance.is(0.5)) for (const words of chance.of(offices)) sheet.put('office', words, side + chance.of([0, 0, 2]));
  sheet.blank(chance.between(1, 2));
}

/** A name and a day, in either order, as who writes minutes puts them below. */
function minuteSigned(sheet: Sheet, person: Person, side: number, isSigned: boolean): void {
  const { chance } = sheet;
  const day = chance.of([dayIn(chance), dayIn(chance), `${chance.between(1, 28)}/${chance.between(1, 12)}`]);
  const initials = `${person.first[0]}.${person.last[0]}.${chance.of(['P', 'M', 'L'])}.`;
  const name = chance.of([
    `${person.first} ${person.last}`,
    `(${person.first[0]}. ${person.last})`,
    `${person.first[0]}. ${person.last}`,
    initials,
  ]);
  const isDayFirst = chance.is(0.2);
  if (isDayFirst) sheet.put('date', day, chance.of([0, side])).blank(chance.between(0, 1));
  if (isSigned) sheet.put('signature', name, side).blank(chance.between(0, 1));
  if (!isDayFirst && chance.is(0.6)) sheet.put('date', day, chance.of([0, side]));
  sheet.blank(chance.between(1, 2));
}

/** The closing of a document: leave, signature, date at the foot, postscript, enclosures, copies, who drafted. */
export function closing(sheet: Sheet, ways: Ways, kind: Kind): void {
  const { chance } = sheet;
  const isSent = kind === 'letter' || kind === 'despatch';
  const person = ways.person(chance);
  const side = chance.of([chance.between(26, 42), chance.between(26, 42), 0]);
  if ((isSent || kind === 'draft') && chance.is(0.85)) {
    sheet.put('leave', chance.of(LEAVES), side);
    if (chance.is(0.15)) sheet.put('leave', chance.of(['Your obedient servant,', 'Your most obedient servant,']), side);
    sheet.blank(chance.between(0, 3));
  }
  if (kind === 'minute' || kind === 'cover') minuteSigned(sheet, person, side, chance.is(SIGNED[kind]));
  else if (chance.is(SIGNED[kind])) signature(sheet, person, side);
  if (isSent && chance.is(0.1)) address(sheet, ways, ways.person(chance));
  if (kind === 'note' && chance.is(0.6))
    sheet.put('date', `${chance.of([`${ways.town(chance)}, `, ''])}${dayIn(chance)}.`).blank();
  if (chance.is(0.06)) {
    sheet.paragraph('text', `P.S. ${ways.paragraph(chance).split(/(?<=[.;]) /)[0]}`).blank();
  }
  if (chance.is(0.06)) sheet.put('sheet', handNote(chance, ways.paragraph(chance).split(' '))).blank();
  if (chance.is(0.08)) stamp(sheet);
  foot(sheet, ways);
}

const NAMES = (chance: Chance, ways: Ways): string => `${ways.person(chance).first[0]}${ways.person(chance).last}`;

/** Enclosures, copies, who drafted and who cleared, in some order. */
function foot(sheet: Sheet, ways: Ways): void {
  const { chance } = sheet;
  const parts = chance.shuffled([enclosures, copies, drafted] as const);
  for (const part of parts) if (chance.is(0.35)) part(sheet, ways);
}

function enclosures(sheet: Sheet, ways: Ways): void {
  const { chance } = sheet;
  const word = chance.of(
    listed('Enclosure:|Enclosures:|Attachments:|Attachment|Enc.|Encl:|ENCLOSURES|Attached:|Tabs:|Annexes:|Enclosure'),
  );
  if (chance.is(0.4)) sheet.put('copies', `${word} ${ways.subject(chance)}`);
  else {
    sheet.put('copies', word).blank(chance.between(0, 1));
    for (let made = 1; made <= chance.between(1, 4); made++)
      sheet.put(
        'copies',
        `${chance.of([`Tab ${made} - `, `${made}. `, `Tab ${'ABCDE'[made]}: `, ''])}${ways.subject(chance)}`,
        chance.of([0, 4]),
      );
  }
  sheet.blank();
}

function copies(sheet: Sheet, ways: Ways): void {
  const { chance } = sheet;
  const word = chance.of(listed('cc:|cc|Copies to:|Copy to:|Copies:|CC:|Distribution:|c.c.|Info copies:|bcc:'));
  if (chance.is(0.5))
    sheet.put(
      'copies',
      `${word} ${symbol(chance)}, ${symbol(chance)}${chance.is(0.4) ? ` - ${namedFully(chance, ways.person(chance))}` : ''}`,
    );
  else {
    sheet.put('copies', `${word} ${personLine(chance, ways.person(chance))}`);
    for (let made = 0; made < chance.between(1, 4); made++)
      sheet.put(
        'copies',
        chance.is(0.5)
          ? personLine(chance, ways.person(chance))
          : `${symbol(chance)} - ${namedFully(chance, ways.person(chance))}`,
        chance.of([0, 4]),
      );
  }
  sheet.blank();
}

function drafted(sheet: Sheet, ways: Ways): void {
  const { chance } = sheet;
  const entry = (): string =>
    `${symbol(chance)}:${NAMES(chance, ways)}${chance.of(['', ':jb', ':mct', `:rl ${chance.between(1, 12)}/${chance.between(1, 28)}/${chance.between(50, 85)}`, ` x${chance.between(2000, 29999)}`])}`;
  const form = chance.between(0, 4);
  if (form === 0) sheet.put('drafting', entry());
  else {
    sheet.put(
      'drafting',
      `${chance.of(['Drafted:', 'Drafted by:', 'DRAFTED BY', 'Drafting Officer:', 'Prepared by:', 'Drafted'])} ${chance.is(0.5) ? entry() : namedFully(chance, ways.person(chance))}`,
    );
    if (chance.is(0.5)) {
      sheet
        .blank(chance.between(0, 1))
        .put(
          'drafting',
          `${chance.of(['Clearances:', 'Cleared by:', 'Cleared:', 'Concurrences:', 'Approved:', 'CLEARED'])} ${symbol(chance)} - ${NAMES(chance, ways)}`,
        );
      for (let made = 0; made < chance.between(0, 3); made++)
        sheet.put(
          'drafting',
          `${symbol(chance)}${chance.of([' - ', ': ', ':'])}${NAMES(chance, ways)}${chance.of(['', ' (draft)', ' (subs)'])}`,
          12,
        );
    }
  }
  sheet.blank();
}
