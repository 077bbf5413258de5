import { address, dateline, letterhead, marks, salute, title } from './blocks.js';
import { listed } from './chance.js';
import { mark } from './furniture.js';
import { addressees, labelBlock, room } from './head.js';
import { LESSER_HEADS, type LesserKind } from './more-heads.js';
import { dayIn, namedFully, type Ways } from './phrases.js';
import type { Sheet } from './sheet.js';

/** The kinds of documents. */
export type Kind = 'memo' | 'talk' | 'letter' | 'paper' | 'note' | 'despatch' | LesserKind;

/** How each kind is headed. */
export const HEADS: Readonly<Record<Kind, (sheet: Sheet, ways: Ways) => void>> = {
  ...LESSER_HEADS,
  memo(sheet, ways) {
    const { chance } = sheet;
    const isForm = chance.is(0.4);
    letterhead(sheet, ways, 0.5);
    if (isForm) dateline(sheet, ways, 0.8);
    title(
      sheet,
      listed(`
MEMORANDUM|ACTION MEMORANDUM|INFORMATION MEMORANDUM|BRIEFING MEMORANDUM|OFFICE MEMORANDUM|MEMORANDUM|
AIDE-MEMOIRE|CIRCULAR|MINUTE|INTEROFFICE MEMORANDUM|MEMORANDUM FOR THE FILES|STAFF SUMMARY|EVENING REPORT|
ROUTING SLIP|NOTE FOR THE RECORD|DRAFT REPLY`),
      0.7,
    );
    if (chance.is(0.14)) {
      addressees(sheet, ways);
      labelBlock(
        sheet,
        ways,
        chance.shuffled([
          'subject',
          ...(chance.is(0.5) ? (['from'] as const) : []),
          ...(chance.is(0.3) ? (['other'] as const) : []),
        ] as const),
      );
    } else if (chance.is(0.15)) {
      const person = ways.person(chance);
      sheet
        .put(
          'to',
          `MEMORANDUM FOR ${chance.of([person.office.toUpperCase(), `MR. ${person.last.toUpperCase()}`, 'THE PRESIDENT', 'THE SECRETARY', 'THE RECORD', `${person.first} ${person.last}`.toUpperCase()])}`,
        )
        .blank(chance.between(0, 1));
      labelBlock(
        sheet,
        ways,
        chance.shuffled(['from', 'subject', ...(chance.is(0.3) ? (['other'] as const) : [])] as const),
      );
    } else {
      const facts = [
        'to',
        'from',
        'subject',
        ...(isForm && chance.is(0.9) ? [] : (['date'] as const)),
        ...(chance.is(0.4) ? (['other'] as const) : []),
        ...(chance.is(0.15) ? (['other'] as const) : []),
      ] as const;
      labelBlock(sheet, ways, chance.is(0.4) ? chance.shuffled(facts) : facts);
    }
    marks(sheet, 0.1);
    sheet.blank(chance.between(1, 2));
    if (chance.is(0.08)) salute(sheet, ways.person(chance));
  },
  talk(sheet, ways) {
    const { chance } = sheet;
    letterhead(sheet, ways, 0.45);
    title(
      sheet,
      listed(`
MEMORANDUM OF CONVERSATION|MEMORANDUM OF CONVERSATION|MEMORANDUM OF TELEPHONE CONVERSATION|
MINUTES OF MEETING|NATIONAL SECURITY COUNCIL MEETING|RECORD OF CONVERSATION|RECORD OF MEETING|
SUMMARY OF DISCUSSION|MINUTES|NOTES ON MEETING|MEETING OF THE SENIOR REVIEW GROUP|TELEPHONE CONVERSATION|
MEMORANDUM FOR THE RECORD|VERBATIM RECORD|REPORT OF TALKS|Conversation at Luncheon|DETAILED MINUTES|
STAFF MEETING`),
      0.88,
    );
    if (chance.is(0.15))
      sheet
        .place(
          chance.of(['center', 'left']),
          'title',
          chance.of([
            'Second Session',
            'Part I of III',
            `with ${namedFully(chance, ways.person(chance))}`,
            'between the President and the Prime Minister',
            'First Plenary Meeting',
          ]),
        )
        .blank();
    if (chance.is(0.2)) dateline(sheet, ways, 1);
    if (chance.is(0.08)) sheet.place('center', 'place', room(chance)).blank(chance.between(0, 1));
    const facts: ('subject' | 'date' | 'place' | 'other' | 'participants')[] = chance.shuffled([
      'subject',
      ...(chance.is(0.75) ? (['date'] as const) : []),
      ...(chance.is(0.55) ? (['place'] as const) : []),
      ...(chance.is(0.4) ? (['other'] as const) : []),
    ] as const);
    facts.splice(chance.is(0.7) ? facts.length : chance.between(0, facts.length), 0, 'participants');
    if (chance.is(0.2)) facts.push('other');
    labelBlock(sheet, ways, facts);
    marks(sheet, 0.08);
    sheet.blank(chance.between(1, 2));
  },
  letter(sheet, ways) {
    const { chance } = sheet;
    letterhead(sheet, ways, 0.7);
    dateline(sheet, ways, 0.92);
    if (chance.is(0.12)) sheet.put('sheet', mark(chance)).blank();
    const isFoot = chance.is(0.12);
    const person = ways.person(chance);
    if (!isFoot && chance.is(0.75)) address(sheet, ways, person);
    if (chance.is(0.08))
      sheet.put('subject', `${chance.of(['Re: ', 'Subject: ', ''])}${ways.subject(chance)}`, 5).blank();
    salute(sheet, person);
  },
  paper(sheet, ways) {
    const { chance } = sheet;
    letterhead(sheet, ways, 0.35);
    if (chance.is(0.3)) dateline(sheet, ways, 1);
    title(
      sheet,
      listed(`
POSITION PAPER|STUDY|BRIEFING PAPER|BACKGROUND PAPER|REPORT|DISCUSSION PAPER|STAFF STUDY|
NATIONAL SECURITY STUDY MEMORANDUM 84|AIDE-MEMOIRE|INTELLIGENCE NOTE|NATIONAL INTELLIGENCE ESTIMATE|
TALKING POINTS`),
      0.5,
    );
    for (const line of sheet.wrapped(chance.is(0.7) ? ways.subject(chance).toUpperCase() : ways.subject(chance), 50))
      sheet.place(chance.is(0.7) ? 'center' : 'left', 'title', line);
    sheet.blank(chance.between(1, 2));
    if (chance.is(0.25))
      labelBlock(sheet, ways, chance.of([['date'], ['from', 'date'], ['other', 'date'], ['subject']]));
    if (chance.is(0.15)) dateline(sheet, ways, 1);
    sheet.blank();
  },
  note(sheet, ways) {
    const { chance } = sheet;
    letterhead(sheet, ways, 0.4);
    if (chance.is(0.5)) sheet.put('sheet', `No. ${chance.between(1, 900)}`).blank(chance.between(0, 1));
    title(sheet, ['NOTE VERBALE', 'AIDE-MEMOIRE', 'Note', 'PRO MEMORIA', 'VERBAL NOTE', 'ORAL STATEMENT'], 0.4);
    if (chance.is(0.4)) dateline(sheet, ways, 1);
    sheet.blank();
    sheet
      .paragraph(
        'text',
        `The Embassy of ${ways.town(chance)} presents its compliments to the Ministry of Foreign Affairs and has the honor to refer to the Ministry's note of ${dayIn(chance)}.`,
      )
      .blank();
  },
  despatch(sheet, ways) {
    const { chance } = sheet;
    if (chance.is(0.5))
      sheet
        .put(
          'sheet',
          chance.of([
            `No. ${chance.between(1, 4000)}`,
            `Despatch No. ${chance.between(1, 900)}`,
            `DESPATCH ${chance.between(1, 900)}`,
            `A-${chance.between(10, 900)}`,
          ]),
        )
        .blank(chance.between(0, 1));
    letterhead(sheet, ways, 0.6);
    dateline(sheet, ways, 0.9);
    title(sheet, ['FOREIGN SERVICE DESPATCH', 'AIRGRAM', 'OPERATIONS MEMORANDUM', 'DESPATCH'], 0.5);
    if (chance.is(0.6))
      labelBlock(
        sheet,
        ways,
        chance.of([
          ['from', 'to', 'subject'],
          ['to', 'from', 'date', 'subject', 'other'],
          ['subject', 'other'],
          ['subject'],
        ]),
      );
    if (chance.is(0.5)) {
      address(sheet, ways, ways.person(chance));
      salute(sheet, undefined);
    }
    sheet.blank();
  },
};
