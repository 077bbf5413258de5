import { address, dateline, letterhead, marks, salute, title } from './blocks.js';
import { type Chance, listed } from './chance.js';
import { addressees, hour, labelBlock, symbol } from './head.js';
import { dayIn, namedFully, type Ways } from './phrases.js';
import type { Sheet } from './sheet.js';

/** Kinds of papers that lie among memoranda and letters: minutes upon them, what is attached to them, forms. */
export type LesserKind = 'minute' | 'statement' | 'draft' | 'telegram' | 'cover' | 'board' | 'telcon' | 'report';

const capitals = (words: string, chance: Chance, share: number): string =>
  chance.is(share) ? words.toUpperCase() : words;

/** How each of the lesser kinds is headed. */
export const LESSER_HEADS: Readonly<Record<LesserKind, (sheet: Sheet, ways: Ways) => void>> = {
  /** To whom, what about, and no more. */
  minute(sheet, ways) {
    const { chance } = sheet;
    const person = ways.person(chance);
    sheet
      .put(
        'to',
        chance.of([
          `Mr. ${person.last}`,
          `Mr ${person.last}`,
          `Sir ${person.first[0]}. ${person.last}`,
          `Mr. ${person.last} (${ways.town(chance)})`,
          'Private Secretary',
          'Secretary of State',
          'Prime Minister',
          'P.U.S.',
          `Mr. ${person.last} - to see`,
          `Miss ${person.last}`,
          `${person.first} ${person.last}`,
          `Mr. ${person.last} / Mr. ${ways.person(chance).last}`,
        ]),
      )
      .blank(chance.of([0, 1, 1, 1, 2]));
    if (chance.is(0.6))
      sheet
        .place(chance.of(['left', 'left', 'center']), 'subject', capitals(ways.subject(chance), chance, 0.4))
        .blank(chance.of([1, 1, 2]));
    if (chance.is(0.15)) dateline(sheet, ways, 1);
  },
  /** What is to be said, or has been, to all. */
  statement(sheet, ways) {
    const { chance } = sheet;
    letterhead(sheet, ways, 0.2);
    title(
      sheet,
      listed(`
PRESS STATEMENT|DRAFT PRESS RELEASE|PROPOSED STATEMENT|STATEMENT BY THE PRESIDENT|JOINT COMMUNIQUE|
TALKING POINTS|CHECKLIST OF ACTIONS|CONTINGENCY PRESS GUIDANCE|QUESTIONS AND ANSWERS|AGENDA|
DRAFT RESOLUTION|SUGGESTED TALKING POINTS|TERMS OF REFERENCE|SCENARIO|CHRONOLOGY|GUIDELINES|
STATEMENT OF POLICY|DRAFT TREATY|PRINCIPLES|LIST OF DELEGATES|BIOGRAPHIC SKETCH|FACT SHEET|EXCERPTS|
EXTRACT FROM MINUTES|SUMMARY|PROPOSED INSTRUCTIONS|NEGOTIATING HISTORY`),
      1,
    );
    if (chance.is(0.5))
      for (const line of sheet.wrapped(capitals(ways.subject(chance), chance, 0.6), 50))
        sheet.place(chance.is(0.7) ? 'center' : 'left', 'title', line);
    sheet.blank(chance.between(1, 2));
    if (chance.is(0.2)) dateline(sheet, ways, 1);
  },
  /** What somebody else is to sign. */
  draft(sheet, ways) {
    const { chance } = sheet;
    sheet
      .place(
        chance.of(['left', 'center', 'center']),
        'sheet',
        chance.of(
          listed(`
DRAFT|DRAFT REPLY|DRAFT LETTER|Suggested Reply|PROPOSED REPLY|Draft|Draft Letter to the Prime Minister|
SUGGESTED REPLY|Proposed Message|TEXT OF LETTER|Text|COPY|TRANSLATION|Unofficial Translation|
DRAFT MESSAGE TO THE PRESIDENT|Text of Message|(Translation)|C O P Y|INFORMAL TRANSLATION`),
        ),
      )
      .blank(chance.of([0, 1, 1, 2]));
    if (chance.is(0.4)) dateline(sheet, ways, 1);
    const person = ways.person(chance);
    if (chance.is(0.4)) address(sheet, ways, person);
    salute(sheet, chance.is(0.8) ? person : undefined);
  },
  /** A telegram as a typescript has it: a form with few labels. */
  telegram(sheet, ways) {
    const { chance } = sheet;
    letterhead(sheet, ways, 0.3);
    title(
      sheet,
      listed(`
OUTGOING TELEGRAM|INCOMING TELEGRAM|TELEGRAM|CABLE|DRAFT TELEGRAM|PROPOSED CABLE|CIRCULAR TELEGRAM|
PARAPHRASE OF TELEGRAM SENT|TELEGRAM RECEIVED|Telegram Sent|DRAFT CABLE|MESSAGE`),
      0.9,
    );
    if (chance.is(0.3)) dateline(sheet, ways, 1);
    labelBlock(
      sheet,
      ways,
      chance.of([
        ['to', 'other', 'subject'],
        ['from', 'to', 'other'],
        ['to', 'other'],
        ['from', 'to', 'other', 'date'],
        ['to', 'subject'],
        ['from', 'date', 'subject'],
      ]),
    );
    sheet.blank(chance.between(0, 1));
  },
  /** A few words that go with something. */
  cover(sheet, ways) {
    const { chance } = sheet;
    letterhead(sheet, ways, 0.4);
    dateline(sheet, ways, 0.6);
    const person = ways.person(chance);
    sheet
      .put(
        'to',
        chance.of([
          `NOTE FOR MR. ${person.last.toUpperCase()}`,
          `Note to Mr. ${person.last}`,
          `NOTE FOR:  ${namedFully(chance, person)}`,
          `${person.first} -`,
          `${person.last} -`,
          `Mr. ${person.last}:`,
          `TO: ${symbol(chance)} - Mr. ${person.last}`,
          `MEMO FOR ${person.last.toUpperCase()}`,
          `To: ${person.first} ${person.last}`,
          `FOR THE SECRETARY`,
          `Mr. Secretary:`,
          `${person.first.split(' ')[0]?.toUpperCase()}:`,
        ]),
      )
      .blank(chance.of([0, 1, 1, 2]));
    if (chance.is(0.3)) labelBlock(sheet, ways, chance.of([['from'], ['subject'], ['from', 'subject']]));
  },
  /** The papers of a board or a council: its name, its number, its day, its matter. */
  board(sheet, ways) {
    const { chance } = sheet;
    if (chance.is(0.5))
      sheet
        .place(
          chance.of(['left', 'right', 'right', 'center']),
          'sheet',
          chance.of([
            `NSC ${chance.between(1, 170)}/${chance.between(1, 9)}`,
            `JCS ${chance.between(1000, 2300)}/${chance.between(1, 99)}`,
            `SWNCC ${chance.between(1, 400)}`,
            `NIE ${chance.between(10, 99)}-${chance.between(54, 78)}`,
            `JCSM-${chance.between(10, 900)}-${chance.between(60, 72)}`,
            `C.P. (${chance.between(45, 60)}) ${chance.between(1, 300)}`,
            `EUR D-${chance.between(1, 40)}`,
            `WPTB D-4/${chance.between(1, 60)}`,
          ]),
        )
        .blank(chance.between(0, 1));
    for (const line of chance.of([
      ['NATIONAL SECURITY COUNCIL'],
      ['NOTE BY THE EXECUTIVE SECRETARY', 'to the', 'NATIONAL SECURITY COUNCIL', 'on'],
      ['THE JOINT CHIEFS OF STAFF'],
      ['NATIONAL SECURITY DECISION MEMORANDUM 101'],
      ['NATIONAL SECURITY ACTION MEMORANDUM NO. 212'],
      ['STATE-WAR-NAVY COORDINATING COMMITTEE'],
      ['REPORT BY THE JOINT STRATEGIC SURVEY COMMITTEE'],
      ['CABINET', 'MEMORANDUM BY THE SECRETARY OF STATE FOR FOREIGN AFFAIRS'],
      ['OPERATIONS COORDINATING BOARD', 'Washington, D.C.'],
      ['UNITED STATES DELEGATION', 'TO THE CONFERENCE'],
      ['SPECIAL COORDINATION COMMITTEE'],
      ['INTERAGENCY GROUP FOR AFRICA'],
      ['WASHINGTON SPECIAL ACTIONS GROUP MEETING'],
      ['POLICY COMMITTEE ON ARMS'],
    ]))
      sheet.place('center', 'title', line);
    sheet.blank(chance.between(0, 2));
    for (const line of sheet.wrapped(capitals(ways.subject(chance), chance, 0.75), 46))
      sheet.place('center', 'title', line);
    sheet.blank(chance.between(1, 2));
    if (chance.is(0.5)) dateline(sheet, ways, 1);
    if (chance.is(0.3)) addressees(sheet, ways);
    if (chance.is(0.3)) labelBlock(sheet, ways, chance.of([['subject'], ['other', 'subject'], ['participants']]));
    marks(sheet, 0.15);
  },
  /** A talk by telephone: who with whom, and when. */
  telcon(sheet, ways) {
    const { chance } = sheet;
    const [one, other] = [ways.person(chance), ways.person(chance)];
    sheet.place(
      chance.of(['left', 'center', 'center']),
      'title',
      chance.of(
        listed('TELCON|TELEPHONE CONVERSATION|TELEPHONE CALL|Telephone Conversation|TELEPHONE CALL TO|PHONE CALL'),
      ),
    );
    sheet.blank(chance.of([0, 0, 1]));
    const side = chance.of(['left', 'center', 'center'] as const);
    sheet.place(
      side,
      'participants',
      chance.of([
        `Secretary ${one.last}/${namedFully(chance, other)}`,
        `${namedFully(chance, one)}/Secretary Kissinger`,
        `${namedFully(chance, one)} and ${namedFully(chance, other)}`,
        `The President/Mr. ${other.last}`,
        `Mr. ${one.last} to Mr. ${other.last}`,
      ]),
    );
    sheet.blank(chance.of([0, 0, 1]));
    sheet.place(
      side,
      'date',
      chance.of([
        `${dayIn(chance)}; ${hour(chance)}`,
        `${dayIn(chance)} - ${hour(chance)}`,
        dayIn(chance),
        `${hour(chance)}, ${dayIn(chance)}`,
      ]),
    );
    sheet.blank(chance.of([1, 1, 2]));
  },
  /** What an agency or an officer reports, on a form with many labels. */
  report(sheet, ways) {
    const { chance } = sheet;
    letterhead(sheet, ways, 0.4);
    title(
      sheet,
      listed(`
INFORMATION REPORT|INTELLIGENCE INFORMATION CABLE|FOREIGN SERVICE DESPATCH|AIRGRAM|RESEARCH MEMORANDUM|
INTELLIGENCE MEMORANDUM|OPERATIONS MEMORANDUM|REPORT FROM THE MILITARY ATTACHE|SITUATION REPORT|
SPECIAL NATIONAL INTELLIGENCE ESTIMATE|CURRENT SUPPORT BRIEF|TRIP REPORT|WEEKLY SUMMARY`),
      0.9,
    );
    labelBlock(
      sheet,
      ways,
      chance.shuffled([
        'other',
        'date',
        'subject',
        ...(chance.is(0.5) ? (['from'] as const) : []),
        ...(chance.is(0.5) ? (['to'] as const) : []),
        ...(chance.is(0.5) ? (['place'] as const) : []),
        ...(chance.is(0.5) ? (['other'] as const) : []),
      ] as const),
    );
    marks(sheet, 0.1);
    sheet.blank();
  },
};
