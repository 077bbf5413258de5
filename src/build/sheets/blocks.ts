import { type Chance, listed } from './chance.js';
import { mark, stampLines } from './furniture.js';
import { hour } from './head.js';
import { dayIn, office, type Ways } from './phrases.js';
import type { Sheet } from './sheet.js';
import type { Person } from './stock.js';

type Where = 'left' | 'center' | 'right';

/** A side of the sheet. */
export const where = (chance: Chance): Where => chance.of(['left', 'left', 'center', 'right']);

/** Marks on the head of a sheet, where nothing else stands. */
export function marks(sheet: Sheet, share: number): void {
  const { chance } = sheet;
  if (!chance.is(share)) return;
  if (chance.is(0.2)) stamp(sheet);
  else for (let made = chance.between(1, 2); made > 0; made--) sheet.place(where(chance), 'sheet', mark(chance));
  sheet.blank(chance.between(0, 2));
}

/** A stamp of several lines, one below the other at the same place. */
export function stamp(sheet: Sheet): void {
  const indent = sheet.chance.of([0, 0, 8, 30, 44]);
  for (const line of stampLines(sheet.chance)) sheet.put('sheet', line, indent);
}

const HOUSES = listed(`
DEPARTMENT OF STATE|DEPARTMENT OF STATE|THE WHITE HOUSE|NATIONAL SECURITY COUNCIL|THE SECRETARY OF STATE|
DEPARTMENT OF DEFENSE|THE JOINT CHIEFS OF STAFF|CENTRAL INTELLIGENCE AGENCY|
EMBASSY OF THE UNITED STATES OF AMERICA|AMERICAN EMBASSY|AMERICAN LEGATION|
THE FOREIGN SERVICE OF THE UNITED STATES OF AMERICA|OFFICE OF THE SECRETARY OF DEFENSE|
ASSISTANT SECRETARY OF STATE|THE UNDER SECRETARY OF STATE|TREASURY DEPARTMENT|FOREIGN OFFICE|
EXECUTIVE OFFICE OF THE PRESIDENT|BRITISH EMBASSY|UNITED STATES MISSION TO THE UNITED NATIONS|
AMERICAN CONSULATE GENERAL|U.S. DELEGATION|AGENCY FOR INTERNATIONAL DEVELOPMENT|
THE SECRETARY OF THE TREASURY|OFFICE OF THE HIGH COMMISSIONER FOR GERMANY|BUREAU OF EUROPEAN AFFAIRS|
Bureau of Inter-American Affairs|POLICY PLANNING STAFF|UNITED STATES ARMS CONTROL AND DISARMAMENT AGENCY|
THE VICE PRESIDENT|MINISTRY OF FOREIGN AFFAIRS|WAR DEPARTMENT|SUPREME HEADQUARTERS ALLIED POWERS EUROPE`);

/** The printed head of a sheet: offices, street, town. */
export function letterhead(sheet: Sheet, ways: Ways, share: number): void {
  const { chance } = sheet;
  if (!chance.is(share)) return;
  const side = chance.of(['center', 'center', 'center', 'left'] as const);
  for (const house of chance.some(HOUSES, chance.of([1, 1, 1, 2]))) {
    const text = chance.is(0.3)
      ? house.replace(/\p{L}+/gu, (word) =>
          /^(?:OF|THE|FOR|TO)$/i.test(word) ? word.toLowerCase() : word[0] + word.slice(1).toLowerCase(),
        )
      : house;
    sheet.place(side, 'letterhead', text);
  }
  if (chance.is(0.2))
    sheet.place(
      side,
      'letterhead',
      chance.of(
        listed(`
1 Grosvenor Square|799 United Nations Plaza|2201 C Street, N.W.|Via Veneto 119|10 Downing Street|
Whitehall, S.W.1|Massachusetts Avenue, N.W.|Am Hofgarten 3|2 Avenue Gabriel`),
      ),
    );
  if (chance.is(0.5))
    sheet.place(
      side,
      'letterhead',
      chance.of([
        ways.town(chance),
        ways.town(chance).toUpperCase(),
        'WASHINGTON',
        'Washington, D.C. 20520',
        'WASHINGTON 25, D.C.',
        'LONDON, W.1',
        'APO New York 09777',
        'Washington, D. C.',
      ]),
    );
  if (chance.is(0.06)) sheet.place(side, 'sheet', mark(chance));
  sheet.blank(chance.of([0, 1, 1, 2, 3]));
}

/** A day alone, or with its town. */
export function dateline(sheet: Sheet, ways: Ways, share: number): void {
  const { chance } = sheet;
  if (!chance.is(share)) return;
  const day = dayIn(chance);
  const side = chance.of(['right', 'right', 'right', 'center', 'left'] as const);
  const form = chance.between(0, 6);
  if (form === 0) sheet.place(side, 'place', ways.town(chance)).place(side, 'date', day);
  else if (form === 1) sheet.place(side, 'date', `${ways.town(chance)}, ${day}${chance.of(['', '.'])}`);
  else sheet.place(side, 'date', chance.is(0.08) ? `${day}, ${hour(chance)}` : day);
  sheet.blank(chance.of([0, 1, 1, 2]));
}

export function title(sheet: Sheet, texts: readonly string[], share: number): void {
  const { chance } = sheet;
  if (!chance.is(share)) return;
  const text = chance.of(texts);
  const cased = chance.is(0.25)
    ? text.replace(/\p{L}+/gu, (word) =>
        /^(?:OF|THE|FOR|A)$/i.test(word) ? word.toLowerCase() : word[0] + word.slice(1).toLowerCase(),
      )
    : text;
  sheet.place(chance.is(0.65) ? 'center' : 'left', 'title', cased).blank(chance.of([0, 1, 1, 2]));
}

/** The address of a letter. */
export function address(sheet: Sheet, ways: Ways, person: Person): void {
  const { chance } = sheet;
  const lines = chance.of([
    [`The Honorable`, `${person.first} ${person.last},`, person.office],
    [`The Honorable ${person.first} ${person.last}`, person.office, ways.town(chance)],
    [
      `${chance.of(['Mr. ', 'Dr. ', 'Hon. ', ''])}${person.first} ${person.last}`,
      person.office,
      office(chance),
      ways.town(chance),
    ],
    [`His Excellency`, `${person.first} ${person.last}`, `${person.office},`, `${ways.town(chance)}.`],
    [`${person.first} ${person.last}, Esquire`, `${person.office},`, 'Department of State,', 'Washington 25, D. C.'],
    [`${person.first} ${person.last}, ${chance.of(['M.P.', 'K.C.M.G.', 'U.S.N.', 'Jr.'])}`, office(chance)],
    [
      `${person.office}`,
      `${chance.of(['Department of State', 'Foreign Office', 'American Embassy', 'Ministry of Foreign Affairs'])}`,
      ways.town(chance),
    ],
    [`${person.first} ${person.last}, Esq.,`, `${person.office},`, `  ${ways.town(chance)}.`],
    ['The Honorable', 'The Secretary of State,', 'Washington.'],
    ['The Secretary of State', 'Washington, D.C.'],
  ]);
  const step = chance.of([0, 0, 0, 2, 4]);
  for (const [at, line] of lines.entries()) sheet.put('address', line, at * step);
  sheet.blank(chance.between(1, 2));
}

/** The salutation of a letter, or one of form. */
export function salute(sheet: Sheet, person: Person | undefined): void {
  const { chance } = sheet;
  const name = person?.last ?? '';
  const words =
    person === undefined
      ? ['Sir:', 'Sir,', 'Excellency:', 'My Lord,', 'Gentlemen:', 'SIR:']
      : [
          `Dear Mr. ${name}:`,
          `Dear ${person.first}:`,
          `Dear Mr. ${name},`,
          `My dear ${name}:`,
          'Dear Mr. Secretary:',
          'Excellency:',
          'Dear Mr. President:',
          'Sir:',
          'My dear Mr. Ambassador:',
          `Dear General ${name}:`,
          'Dear Mr. Prime Minister,',
          `${person.first},`,
          `My dear Colleague,`,
          'Your Excellency,',
          `${name} -`,
        ];
  sheet.put('salute', chance.of(words), chance.of([0, 0, 0, 4])).blank(chance.of([1, 1, 1, 0]));
}
