import { listed } from './chance.js';
import { handNote, mark, type PageTurn } from './furniture.js';
import { namedFully, type Ways } from './phrases.js';
import type { Sheet } from './sheet.js';

const HEADINGS = listed(`
SUMMARY|BACKGROUND|DISCUSSION|ISSUE|ISSUE FOR DECISION|ANALYSIS|RECOMMENDATION|RECOMMENDATIONS|CONCLUSIONS|
Introduction|The Problem|COMMENT|Comment:|Options|Talking Points|Economic Factors|POLITICAL SITUATION|
Next Steps|Conclusion|STATEMENT OF THE PROBLEM|FACTS BEARING ON THE PROBLEM|Essential Factors|Checklist|
ACTION REQUESTED|Military Aid|The Middle East|Berlin|Agenda|Trade|PURPOSE|BILATERAL ISSUES|Assessment`);

/** How a text is set. */
interface TextStyle {
  readonly first: number;
  readonly indent: number;
  readonly gap: number;
  readonly isDouble: boolean;
  readonly item: number;
  readonly headings: number;
  readonly heading: number;
}

/** The text of a document: paragraphs, items, speeches, headings, tables, decisions, with pages that turn and marks of a hand between them. */
export function body(
  sheet: Sheet,
  ways: Ways,
  turn: PageTurn,
  kind: 'plain' | 'talk' | 'memo' | 'paper' | 'short',
): void {
  const { chance } = sheet;
  const style: TextStyle = {
    first: chance.of([0, 0, 4, 5, 5, 8]),
    indent: chance.of([0, 0, 0, 0, 4]),
    gap: chance.is(0.88) ? 1 : chance.of([0, 2]),
    isDouble: chance.is(0.08),
    item: chance.between(0, 5),
    headings: kind === 'paper' ? 0.3 : kind === 'memo' ? 0.15 : 0.06,
    heading: chance.between(0, 6),
  };
  const count = kind === 'short' ? chance.between(1, 3) : chance.between(chance.of([1, 2]), kind === 'paper' ? 12 : 9);
  const speakers = Array.from({ length: chance.between(2, 4) }, () => ways.person(chance));
  const isSpoken = kind === 'talk' && chance.is(0.6);
  const speech = chance.between(0, 3);
  const isNumbered = chance.is(0.3);
  if (style.gap === 0) sheet.blank();
  for (let made = 1; made <= count; made++) {
    between(sheet, ways, style, made);
    if (kind === 'memo' && made === count && chance.is(0.4)) decision(sheet);
    const text = shortened(sheet, ways.paragraph(chance));
    const speaker = speakers[made % speakers.length];
    const named = isSpoken && speaker !== undefined ? spoken(speech, namedFully(chance, speaker), text) : text;
    paragraph(sheet, isNumbered ? `${numberOf(style.item, made)} ${named}` : named, style, turn);
    if (chance.is(0.06)) items(sheet, ways, style, turn);
    sheet.blank(style.gap);
    margin(sheet, ways, style.gap);
    if (chance.is(0.08)) turn.turn(sheet);
  }
}

/** What stands between paragraphs: a heading, an agenda, a table. */
function between(sheet: Sheet, ways: Ways, style: TextStyle, at: number): void {
  const { chance } = sheet;
  if (chance.is(style.headings)) chance.is(0.15) ? numberedHeading(sheet, ways, at) : heading(sheet, style.heading, at);
  if (chance.is(0.02)) agenda(sheet, ways);
  if (chance.is(0.05)) table(sheet, ways);
}

/** What registries and hands have put between paragraphs. */
function margin(sheet: Sheet, ways: Ways, gap: number): void {
  const { chance } = sheet;
  if (chance.is(0.04)) sheet.place(chance.of(['left', 'right', 'center']), 'sheet', mark(chance)).blank(gap);
  if (!chance.is(0.05)) return;
  const words = ways.paragraph(chance).split(' ');
  const note = handNote(chance, words.slice(chance.between(0, Math.min(12, words.length - 1))));
  sheet.place(chance.of(['left', 'left', 'right', 'center']), 'sheet', note).blank(gap);
}

function shortened(sheet: Sheet, text: string): string {
  if (sheet.chance.is(0.06)) return /^.{12,}?[a-z][.?!](?= \p{Lu}|$)/u.exec(text)?.[0] ?? text;
  if (text.length < 700 && sheet.chance.is(0.8)) return text;
  const cut = sheet.chance.between(1, 4);
  return text
    .split(/(?<=[.?!]) (?=\p{Lu})/u)
    .slice(0, cut)
    .join(' ');
}

function spoken(form: number, name: string, text: string): string {
  if (form === 0) return `${name.toUpperCase()}: ${text}`;
  if (form === 1) return `${name}: ${text}`;
  if (form === 2) return `${name} said: ${text}`;
  return `${name.toUpperCase()} ${text[0]?.toLowerCase()}${text.slice(1)}`;
}

const ROMAN = listed('I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII');

function numberOf(form: number, at: number): string {
  return [`${at}.`, `${at})`, `(${at})`, `${String.fromCharCode(96 + at)}.`, `(${String.fromCharCode(96 + at)})`, `--`][
    form
  ] as string;
}

function paragraph(sheet: Sheet, text: string, style: TextStyle, turn: PageTurn): void {
  const { chance } = sheet;
  const isBroken = chance.is(0.12) && text.length > 200;
  if (!isBroken) {
    sheet.paragraph('text', text, style);
    return;
  }
  const at = text.indexOf(' ', chance.between(80, text.length - 60));
  sheet.paragraph('text', text.slice(0, at), style);
  turn.turn(sheet);
  sheet.paragraph('text', text.slice(at + 1), { ...style, first: 0 });
}

function items(sheet: Sheet, ways: Ways, style: TextStyle, turn: PageTurn): void {
  const { chance } = sheet;
  const form = chance.between(0, 5);
  const gap = chance.between(0, 1);
  sheet.blank(style.gap);
  for (let made = 1; made <= chance.between(2, 5); made++) {
    sheet.blank(gap);
    const text = ways.paragraph(chance).split(/(?<=[.;]) /)[0] ?? '';
    paragraph(
      sheet,
      `${numberOf(form, made)}${chance.of([' ', '  ', '   '])}${text}`,
      { ...style, indent: chance.of([0, 5, 8]), first: 0 },
      turn,
    );
  }
}

function heading(sheet: Sheet, form: number, at: number): void {
  const { chance } = sheet;
  const own = chance.of(HEADINGS);
  const word = form === 6 && chance.is(0.5) ? own : form % 2 === 0 ? own.toUpperCase() : own;
  const text =
    form <= 1
      ? `${ROMAN[at % 12]}. ${word}`
      : form === 2
        ? `${String.fromCharCode(64 + (at % 20) + 1)}. ${word}`
        : form === 5
          ? `_${word}_`
          : word;
  sheet.place(chance.is(form === 3 ? 0.9 : 0.15) ? 'center' : 'left', 'heading', text).blank(chance.is(0.85) ? 1 : 0);
}

/** `2. Trade Fair at Damascus`: a number and a few words without a stop. */
function numberedHeading(sheet: Sheet, ways: Ways, at: number): void {
  const { chance } = sheet;
  const words = chance.is(0.5)
    ? ways.subject(chance).slice(0, 50)
    : chance.of(
        listed(`
Where We Are|What We Want|Questions for Decision|Other Business|Minutes of the Previous Meeting|
Leaflet Balloons|Our Position|The Soviet View|Points to Be Made|Timing`),
      );
  sheet.put('heading', `${at}${chance.of(['. ', '.  ', ') '])}${words}`).blank(chance.is(0.85) ? 1 : 0);
}

/** What is to be spoken of, who begins, and how long. */
function agenda(sheet: Sheet, ways: Ways): void {
  const { chance } = sheet;
  sheet.put('heading', chance.of(['AGENDA', 'Agenda', 'PROGRAM', 'SCHEDULE', 'CONTENTS'])).blank(chance.between(0, 1));
  for (let row = 1; row <= chance.between(3, 6); row++) {
    const words = `${ROMAN[row - 1]}.`.padEnd(6) + ways.subject(chance).slice(0, 26);
    sheet.put(
      'table',
      `${words} ${chance.of(['. . . . .', '........', '      ', '. . . .'])} ${namedFully(chance, ways.person(chance))} ${chance.is(0.6) ? `(${chance.between(2, 30)} minutes)` : ''}`,
    );
  }
  sheet.blank();
}

function table(sheet: Sheet, ways: Ways): void {
  const { chance } = sheet;
  const isHeaded = chance.is(0.6);
  if (isHeaded) sheet.put('table', `${chance.between(1945, 1969)}       ${chance.between(1970, 1985)}`, 30);
  if (isHeaded && chance.is(0.5))
    sheet.put(
      'table',
      chance.of([
        '(thousands of tons)',
        '(in millions of dollars)',
        'Per cent',
        'Commodity        Stocks (days)    Change in price',
        '-----      -----',
      ]),
      24,
    );
  for (let row = 0; row < chance.between(3, 7); row++) {
    const name = ways.subject(chance).slice(0, 22);
    sheet.put(
      'table',
      `${name.padEnd(26, chance.is(0.2) ? '.' : ' ')}${`${chance.between(1, 999)}`.padStart(8)}${`${chance.between(1, 9999)}`.padStart(10)}`,
      4,
    );
  }
  if (chance.is(0.4)) sheet.put('table', '-----      -----', 30);
  if (chance.is(0.4))
    sheet.put(
      'table',
      `${chance.of(['Total', 'Totals', 'TOTAL', 'All other'])}                     ${chance.between(100, 9999)}      ${chance.between(100, 9999)}`,
      4,
    );
  sheet.blank();
}

function decision(sheet: Sheet): void {
  const { chance } = sheet;
  const [yes, no] = chance.of([
    ['Approve', 'Disapprove'],
    ['APPROVE', 'DISAPPROVE'],
    ['Agree', 'Disagree'],
    ['OK', 'No'],
    ['Yes', 'No'],
    ['Approved', 'Disapproved'],
  ] as const);
  const line = '_'.repeat(chance.between(6, 16));
  if (chance.is(0.7)) sheet.put('decision', `${yes} ${line}${' '.repeat(chance.between(3, 10))}${no} ${line}`, 6);
  else sheet.put('decision', `${yes} ${line}`, 6).blank(chance.between(0, 1)).put('decision', `${no} ${line}`, 6);
  if (chance.is(0.25))
    sheet.put(
      'decision',
      `${chance.of(["Let's discuss", 'See me', 'Discuss with me', 'Prefer other', 'Hold', 'Other'])} ${line}`,
      6,
    );
  if (chance.is(0.1))
    sheet.put(
      'sheet',
      `${chance.of(['EM', 'HAK', 'RN', 'BS', 'CV'])} ${chance.between(1, 12)}/${chance.between(1, 28)}`,
      chance.between(6, 40),
    );
  sheet.blank();
}
