import { turn } from './cable-pages.js';
import { CAPTIONS, type CableSheet, type CableWords } from './cable-words.js';
import { marking } from './furniture.js';
import { symbol } from './head.js';
import { namedFully } from './phrases.js';

/** The forms of the Department before 1966, for telegrams that come in and go out. */
export function onForm(sheet: CableSheet, cable: CableWords, isIncoming: boolean): void {
  const { chance } = sheet;
  const level = cable.level.replace('UNCLAS', 'UNCLASSIFIED').replace('SIFIEDSIFIED', 'SIFIED');
  sheet
    .row([
      ['sheet', isIncoming ? 'INCOMING TELEGRAM' : 'OUTGOING TELEGRAM'],
      ['sheet', chance.of(['Department of State', 'DEPARTMENT OF STATE'])],
    ])
    .blank(chance.between(0, 2));
  for (const line of chance.some(
    [
      `${chance.between(10, 60)}-L`,
      'ACTION',
      'Action',
      'INFO',
      'Info',
      symbol(chance),
      `${symbol(chance)} ${symbol(chance)}`,
      'INDICATE: COLLECT',
      'CHARGE TO',
      'Origin',
      'ACTION COPY',
      marking(chance),
    ],
    chance.between(1, 5),
  ))
    sheet.put('sheet', line);
  sheet.blank().center('marking', level).blank();
  if (isIncoming) incoming(sheet, cable);
  else outgoing(sheet, cable);
  text(sheet, cable);
  foot(sheet, cable, isIncoming);
  if (chance.is(0.5)) sheet.center('sheet', level);
}

function townOf(cable: CableWords): string {
  return cable.ways.town(cable.chance).replace(/,.*/, '');
}

/** Control, receipt, sender, addressee and number of a telegram that comes in. */
function incoming(sheet: CableSheet, cable: CableWords): void {
  const { chance } = sheet;
  const side = chance.of([0, 40]);
  sheet
    .put('sheet', `${chance.of(['Control', 'CONTROL'])}: ${chance.between(100, 19999)}`, side)
    .put(
      'sheet',
      `Rec'd: ${chance.of(['March', 'May', 'JULY'])} ${chance.between(1, 28)}, ${chance.between(1946, 1966)}`,
      side,
    )
    .put('sheet', `${chance.between(1, 12)}:${chance.between(10, 59)} ${chance.of(['p.m.', 'A.M.'])}`, side + 7)
    .blank();
  const gap = chance.between(0, 1);
  sheet
    .put('from', `FROM:  ${townOf(cable)}`)
    .blank(gap)
    .put('to', `TO:    ${chance.of(['Secretary of State', 'Secretary of State', 'SECSTATE'])}`)
    .blank(gap)
    .put(
      'date',
      `NO:    ${chance.between(2, 6000)}, ${chance.of(['November', 'June', 'April'])} ${chance.between(1, 28)}, ${chance.between(1, 12)} ${chance.of(['p.m.', 'a.m.', 'noon'])}`,
    )
    .blank();
}

/** Addressees and day of a telegram that goes out. */
function outgoing(sheet: CableSheet, cable: CableWords): void {
  const { chance } = sheet;
  sheet
    .put(
      'to',
      `${chance.of(['SENT TO:', 'TO:', 'ACTION:'])} ${chance.of(['Amembassy', 'AmConsul', 'AmEmbassy', 'USMission'])} ${townOf(cable).toUpperCase()} ${chance.of(['', 'PRIORITY', 'IMMEDIATE', `${chance.between(2, 5000)}`])}`,
    )
    .blank(chance.between(0, 1));
  if (chance.is(0.6))
    sheet
      .put(
        'info',
        `${chance.of(['RPTD INFO:', 'INFO:', 'REPEATED TO:', 'RPTD:'])} Amembassy ${townOf(cable).toUpperCase()} ${chance.between(2, 900)}`,
      )
      .blank(chance.between(0, 1));
  if (chance.is(0.3))
    sheet
      .put('date', `${chance.of(['April', 'May', 'Oct'])} ${chance.between(1, 28)}, ${chance.between(1946, 1966)}`)
      .blank();
}

/** Captions, repetitions, references and paragraphs. */
function text(sheet: CableSheet, cable: CableWords): void {
  const { chance, width } = sheet;
  if (chance.is(0.4))
    sheet.put('caption', chance.of([...CAPTIONS, 'PRIORITY', 'NIACT', 'EYES ONLY SECRETARY'])).blank();
  if (chance.is(0.3))
    for (const line of sheet.wrapped(
      `${chance.of(['SENT DEPARTMENT', 'ACTION DEPARTMENT', 'Sent Department', 'DEPARTMENT PASS'])} ${chance.between(2, 900)}, ${chance.of(['REPEATED INFORMATION', 'RPTD INFO', 'INFORMATION'])} ${townOf(cable)} ${chance.between(2, 900)}, ${townOf(cable)} ${chance.between(2, 900)}.`,
      width,
    ))
      sheet.put('caption', line);
  if (chance.is(0.25))
    sheet
      .blank()
      .put(
        'refs',
        `${chance.of(['Ref:', 'REFERENCE:', 'Reference', 'Reftel:'])} ${chance.of(['Embtel', 'Deptel', "Embassy's telegram", 'EMBTEL'])} ${chance.between(2, 3000)}`,
      )
      .blank();
  sheet.blank();
  for (let made = 0; made < chance.between(1, 6); made++) {
    for (const [at, line] of sheet.wrapped(cable.paragraph(), width, 5).entries()) {
      if (at > 2 && chance.is(0.02)) turn(sheet, cable, false, 2, 1);
      sheet.put('text', line, at === 0 ? chance.of([0, 5]) : 0);
    }
    sheet.blank();
  }
}

/** Signature, and who typed, drafted and cleared. */
function foot(sheet: CableSheet, cable: CableWords, isIncoming: boolean): void {
  const { chance } = sheet;
  if (chance.is(0.85))
    sheet
      .put(
        'signature',
        chance.is(0.6) ? cable.ways.person(chance).last.toUpperCase() : cable.ways.person(chance).last,
        chance.of([0, 35, 40]),
      )
      .blank();
  if (isIncoming && chance.is(0.6))
    sheet.put(
      'drafting',
      `${chance.of(['WMB', 'JAK', 'CML', 'LWO'])}:${chance.of(['AP', 'JB', 'RT'])}${chance.of(['', '/12', '-3'])}`,
    );
  if (isIncoming && chance.is(0.4))
    sheet.put(
      'sheet',
      chance.of([
        'PERMANENT',
        'RECORD COPY    This copy must be returned to RM central files with notation of action taken',
        'REPRODUCTION FROM THIS COPY IS PROHIBITED UNLESS "UNCLASSIFIED"',
        '* As received, will service upon request.',
        'Note: Passed White House 3/4, 5 p.m.',
      ]),
    );
  if (!isIncoming) {
    const lines = [
      `Drafted by: ${cable.names()}`,
      `Telegraphic transmission and classification approved by: ${namedFully(chance, cable.ways.person(chance))}`,
      `Clearances: ${cable.names()}`,
      cable.names(),
    ];
    for (const line of lines.filter(() => chance.is(0.6))) sheet.put('drafting', line).blank(chance.between(0, 1));
  }
}
