import type { CableLabel } from '../../encode/regions/second/labels.js';
import { captions } from './cable-captions.js';
import { onForm } from './cable-form.js';
import { pageHead, turn } from './cable-pages.js';
import { CAPTIONS, type CableSheet, CableWords } from './cable-words.js';
import { type Chance, listed } from './chance.js';
import { mark } from './furniture.js';
import { symbol } from './head.js';
import type { Ways } from './phrases.js';
import { type RenderedSheet, Sheet } from './sheet.js';

/** A telegram in one of the forms in which they were sent and filed, invented by chance, with the label of every line. */
export function renderCable(chance: Chance, ways: Ways): RenderedSheet<CableLabel> {
  const sheet: CableSheet = new Sheet(chance);
  const cable = new CableWords(chance, ways);
  const form = chance.of(['state', 'state', 'state', 'military', 'modern', 'incoming', 'outgoing'] as const);
  if (form === 'incoming' || form === 'outgoing') onForm(sheet, cable, form === 'incoming');
  else transmitted(sheet, cable, form);
  return sheet.done();
}

/** What archives, posts and message centres have put above a cable. */
function above(sheet: CableSheet): void {
  const { chance } = sheet;
  if (chance.is(0.2)) sheet.put('sheet', mark(chance)).blank();
  if (chance.is(0.08))
    sheet.put(
      'sheet',
      chance.of([
        'This record is a partial extract of the original cable. The full text of the original cable is not available.',
        'Declassified/Released US Department of State EO Systematic Review 04 MAY 2006',
        'Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014',
        'UNCLASSIFIED  U.S. Department of State  Case No. F-2011-03401',
      ]),
    );
  if (chance.is(0.08))
    for (const line of [
      'ACTION: POL',
      'INFO:   AMB DCM ECON RSO DAO PAO MGT',
      'DISSEMINATION: POL',
      'CHARGE: PROG',
      'APPROVED: AMB:JLUND',
      'DRAFTED: POL:RKESSEL',
    ].filter(() => chance.is(0.6)))
      sheet.put(/^(?:APP|DRA)/.test(line) ? 'drafting' : 'sheet', line);
  if (chance.is(0.3))
    sheet
      .put(
        'sheet',
        chance.of(
          listed(`
Message Text|Department of State|DEPARTMENT OF STATE TELEGRAM|TELEGRAM|INCOMING MESSAGE|
NATIONAL MILITARY COMMAND CENTER|Cable Text:|NATIONAL SECURITY COUNCIL MESSAGE CENTER`),
        ),
      )
      .blank(chance.between(0, 2));
}

function transmitted(sheet: CableSheet, cable: CableWords, form: 'state' | 'military' | 'modern'): void {
  const { chance } = sheet;
  above(sheet);
  const hasHead = form === 'state' && chance.is(0.85);
  if (form !== 'military' && chance.is(0.6)) sheet.put('sheet', cable.level).blank();
  for (let section = 1; section <= cable.sections; section++) {
    if (section > 1) sheet.blank(chance.between(0, 2));
    if (hasHead) {
      pageHead(sheet, cable, 1, section);
      sheet.blank(chance.between(0, 1));
      distribution(sheet, cable);
      if (chance.is(0.5)) drafting(sheet, cable);
      if (chance.is(0.8))
        sheet.put(
          'sheet',
          `${chance.of(['---------------------', '------------------'])} ${chance.between(10000, 99999)}${chance.of(['', ` ${cable.day} /${chance.between(10, 60)}`])}`,
          20,
        );
    }
    if (form !== 'state') routing(sheet, cable, form);
    header(sheet, cable, section === 1 ? undefined : section, form);
    text(sheet, cable, hasHead, section);
  }
  ending(sheet, cable);
}

function distribution(sheet: CableSheet, cable: CableWords): void {
  const { chance } = sheet;
  if (chance.is(0.5)) sheet.put('sheet', `${chance.between(10, 99)}`);
  sheet
    .put('sheet', `${chance.of(['ACTION', 'ORIGIN'])} ${symbol(chance)}-${chance.between(10, 20)}`)
    .blank(chance.between(0, 1));
  for (let row = 0; row < chance.between(1, 4); row++) {
    const offices = Array.from(
      { length: chance.between(4, 8) },
      () => `${symbol(chance)}-${`${chance.between(0, 15)}`.padStart(2, '0')}`,
    );
    sheet.put(
      'sheet',
      `${row === 0 ? 'INFO  ' : ''}${offices.join('  ')}${chance.is(0.3) ? ` /${chance.between(10, 120)} W` : ''}`,
      row === 0 ? 0 : 6,
    );
  }
  if (chance.is(0.2)) sheet.put('sheet', `${cable.post} ${chance.of(['FOR', 'PASS'])} ${symbol(chance)}`);
  sheet.blank(chance.between(0, 1));
}

function drafting(sheet: CableSheet, cable: CableWords): void {
  const { chance } = sheet;
  const end = chance.of([' ', ': ', ':']);
  sheet.put('drafting', `DRAFTED BY${end}${cable.names()}`).put('drafting', `APPROVED BY${end}${cable.names()}`);
  for (let row = 0; row < chance.between(0, 4); row++)
    sheet.put('drafting', chance.is(0.3) ? `${cable.names()}  ${cable.names()}` : cable.names());
  if (chance.is(0.3))
    sheet.put('drafting', `${chance.of(['CLEARED BY', 'CLEARANCES', 'CONCURRED'])}${end}${cable.names()}`);
}

function routing(sheet: CableSheet, cable: CableWords, form: 'military' | 'modern'): void {
  const { chance } = sheet;
  const codes = listed('RUEHC|RUEHFR|RHEHNSC|RUEKJCS|RUFHLD|RUMJIR|RUDTC|RUEAIIA');
  if (chance.is(0.7))
    sheet.put('sheet', `${chance.of(['VZCZCAYI', 'ZCZC', 'VZCZCXRO', 'VV EKA'])}${chance.between(100, 9999)}`);
  if (chance.is(0.8))
    sheet.put(
      'sheet',
      form === 'modern'
        ? `${chance.of(['PP', 'OO', 'RR'])} ${chance.of(codes)} ${chance.of(codes)}`
        : `${chance.of(['PTTSZYUW', 'RTTUZYUW', 'OTTCZYUW'])} ${chance.of(codes)}${chance.between(100, 9999)} ${chance.between(1000000, 3659999)}-SSSS--${chance.of(codes)}.`,
    );
  if (chance.is(0.7))
    sheet.put('sheet', `DE ${chance.of(codes)} #${chance.between(10, 9999)}/01 ${chance.between(1000000, 3659999)}`);
  if (chance.is(0.7)) sheet.put('sheet', chance.of(['ZNY CCCCC ZZH', 'ZNR UUUUU ZZH', 'ZNY SSSSS', 'ZNY CCCCC']));
  if (chance.is(0.1)) sheet.put('sheet', cable.number);
}

/** Date-time group, addresses, classification, captions. */
function header(
  sheet: CableSheet,
  cable: CableWords,
  section: number | undefined,
  form: 'state' | 'military' | 'modern',
): void {
  const { chance } = sheet;
  // The head of a further section repeats the first and is of the sheet.
  const as = (label: CableLabel): CableLabel => (section === undefined ? label : 'sheet');
  const code = form === 'modern' ? `${chance.of(['RUEHC', 'RUEHFR', 'RHEHNSC'])}/` : '';
  sheet.put(as('date'), cable.group);
  sheet.put(
    as('from'),
    `${chance.of(['FM', 'FM', 'FM', 'FROM:', 'FROM'])} ${cable.address().replace(/ (?:PRIORITY|IMMEDIATE|FLASH|ROUTINE|NIACT).*/, '')}`,
  );
  addressList(sheet, cable, as('to'), chance.of(['TO', 'TO', 'TO', 'TO:', 'ACTION']), code, chance.of([1, 1, 1, 2, 3]));
  if (chance.is(0.7))
    addressList(
      sheet,
      cable,
      as('info'),
      chance.of(['INFO', 'INFO', 'INFO', 'INFO:', 'INFORMATION']),
      code,
      chance.between(1, 6),
    );
  if (chance.is(0.3)) sheet.put('sheet', 'BT');
  sheet.blank(chance.between(0, 1));
  const spoken = chance.is(0.6) ? cable.spaced() : cable.level;
  const of =
    cable.sections > 1
      ? ` SECTION ${`${section ?? 1}`.padStart(2, '0')} OF ${`${cable.sections}`.padStart(2, '0')}`
      : '';
  sheet
    .put(as('marking'), chance.is(0.85) ? `${spoken}${of} ${cable.post} ${cable.number}` : spoken)
    .blank(chance.between(0, 1));
  if (section !== undefined && chance.is(0.5)) return;
  if (chance.is(0.08))
    sheet
      .put(
        'sheet',
        chance.of(
          listed(
            'C O R R E C T E D  C O P Y (TEXT PARA 3)|C O R R E C T E D  C O P Y|CORRECTED COPY - PARA 2 OMITTED|NOTE BY OC/T: NOT PASSED ABOVE ADDRESSEE|#AS RECEIVED, CORRECTION TO FOLLOW|(REPEAT FOR TEXT)',
          ),
        ),
      )
      .blank(chance.between(0, 1));
  for (const caption of chance.some(CAPTIONS, chance.of([0, 0, 1, 1, 2])))
    sheet.put('caption', caption).blank(chance.between(0, 1));
  captions(sheet, cable, as);
}

function addressList(
  sheet: CableSheet,
  cable: CableWords,
  label: CableLabel,
  word: string,
  code: string,
  count: number,
): void {
  const indent = sheet.chance.of([0, 0, 0, word.length + 1]);
  for (let row = 0; row < count; row++)
    sheet.put(
      label,
      row === 0 ? `${word} ${code}${cable.address()}` : `${code}${cable.address()}`,
      row === 0 ? 0 : indent,
    );
}

const HEADINGS = listed(`
SUMMARY|COMMENT|BACKGROUND|TALKING POINTS|ACTION REQUESTED|BEGIN TEXT|ACTION REQUEST|BEGIN SUMMARY|END SUMMARY|INTRODUCTION|DISCUSSION|POLITICAL|
ECONOMIC SITUATION|WHAT HAPPENED|-------|Summary|Bilateral Issues|END TEXT`);

/** A heading of the text, with or without rules above and below. */
function heading(sheet: CableSheet, cable: CableWords, gap: number): void {
  const { chance } = sheet;
  const subject = cable.ways.subject(chance).slice(0, 44);
  const words = chance.of([chance.of(HEADINGS), subject, subject.toUpperCase()]);
  const rule = '-'.repeat(Math.min(words.length, 40));
  const isRuled = chance.is(0.3);
  const indent = chance.of([0, 0, 10]);
  if (isRuled && chance.is(0.5)) sheet.put('heading', rule, indent);
  sheet.put('heading', words, indent);
  if (isRuled) sheet.put('heading', rule, indent);
  sheet.blank(gap);
}

function text(sheet: CableSheet, cable: CableWords, hasHead: boolean, section: number): void {
  const { chance, width } = sheet;
  const isUpper = chance.is(0.75);
  const isNumbered = chance.is(0.75);
  const gap = chance.is(0.8) ? 1 : 0;
  const portion = chance.is(0.3) ? '(C) ' : '';
  let page = 1;
  for (let made = 1; made <= chance.between(2, 7); made++) {
    if (chance.is(0.2)) heading(sheet, cable, gap);
    const own = chance.is(0.1)
      ? `${chance.of(['SUMMARY: ', 'BEGIN SUMMARY. ', 'COMMENT: '])}${cable.paragraph()}`
      : cable.paragraph();
    const cased = isUpper ? own.toUpperCase() : own;
    const lines = sheet.wrapped(isNumbered ? `${made}. ${portion}${cased}` : cased, width, isNumbered ? 0 : 5);
    const breaks = chance.is(0.2) ? chance.between(1, lines.length) : -1;
    for (const [at, line] of lines.entries()) {
      if (at === breaks) turn(sheet, cable, hasHead, ++page, section);
      sheet.put('text', line);
    }
    sheet.blank(gap);
  }
}

function ending(sheet: CableSheet, cable: CableWords): void {
  const { chance } = sheet;
  if (chance.is(0.75))
    sheet
      .blank(chance.between(0, 1))
      .put('signature', cable.ways.person(chance).last.toUpperCase(), chance.of([0, 0, 30]));
  if (chance.is(0.3)) sheet.put('sheet', 'BT');
  if (chance.is(0.25)) sheet.put('sheet', `#${chance.between(1000, 9999)}`);
  if (chance.is(0.5)) sheet.blank(chance.between(0, 2)).put('sheet', cable.level);
  if (chance.is(0.3)) sheet.blank(2).put('sheet', chance.of(['NNNN', '<< END OF DOCUMENT >>', 'NNNNVVZCZC']));
  if (chance.is(0.25)) {
    sheet.blank();
    for (const line of [
      'Message Attributes',
      'Capture Date: 01 JAN 1994',
      'Current Classification: UNCLASSIFIED',
      `Document Number: 1976${cable.post}${cable.number}`,
      `From: ${cable.post}`,
      `To: STATE`,
      'Line Count: 96',
      'Review Action: RELEASED, APPROVED',
      `Subject: ${cable.ways.subject(chance).toUpperCase()}`,
      'TAGS: PFOR, UR',
      'Drafter: n/a',
    ].filter(() => chance.is(0.7)))
      sheet.put('sheet', line);
  }
  if (chance.is(0.3)) sheet.blank().put('sheet', mark(chance));
}
