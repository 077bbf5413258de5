import type { CableLabel } from '../../encode/regions/second/labels.js';
import type { CableSheet, CableWords } from './cable-words.js';
import { listed } from './chance.js';
import { namedFully } from './phrases.js';

const TAGS = listed(
  'PREL|PFOR|EFIN|ETRD|MARR|PGOV|UR|US|FR|NATO|CPAS|OVIP (KISSINGER, HENRY A.)|MASS|PARM|SHUM|XF|EAIR|ENRG',
);

/** E.O., TAGS, SUBJECT, REF; a further section that repeats them has them as lines of the sheet. */
export function captions(sheet: CableSheet, cable: CableWords, as: (label: CableLabel) => CableLabel): void {
  const { chance, width } = sheet;
  const gap = chance.of([0, 0, 1]);
  const end = chance.of([':', ':', ':', ' -', '']);
  if (chance.is(0.75))
    sheet
      .put(
        'eo',
        chance.of(
          listed(`
E.O. 11652: GDS|E.O. 12065: GDS 9/11/84 (BLOOD, A.) OR-M|E.O. 12356: DECL: OADR|E.O. 12958: DECL: 03/03/2016|
EO 11652: N/A|E.O. 11652: XGDS-1|E.O. 12065: NA|E.O. 12958: N/A`),
        ),
      )
      .blank(gap);
  if (chance.is(0.75))
    sheet
      .put(as('tags'), `TAGS${end === '' ? '' : ':'} ${chance.some(TAGS, chance.between(1, 5)).join(', ')}`)
      .blank(gap);
  if (chance.is(0.85)) {
    const lines = sheet.wrapped(cable.ways.subject(chance).toUpperCase(), 54);
    for (const [at, line] of lines.entries())
      sheet.put(
        as('subject'),
        at === 0 ? `${chance.of(['SUBJECT', 'SUBJ', 'SUBJECT', 'Subject', 'RE'])}${end || ':'} ${line}` : line,
        at === 0 ? 0 : chance.of([0, 6, 9]),
      );
    sheet.blank(gap);
  }
  if (chance.is(0.6)) {
    const refs = Array.from(
      { length: chance.between(1, 4) },
      (_, at) =>
        `${chance.of([`(${'ABCD'[at]}) `, `${'ABCD'[at]}. `, ''])}${chance.is(0.3) ? `${chance.between(70, 99)} ` : ''}${cable.ways.town(chance).replace(/,.*/, '').toUpperCase()} ${chance.between(100, 99999)}${chance.of(['', '', ' (NOTAL)'])}`,
    );
    for (const [at, line] of sheet
      .wrapped(
        `${chance.of(['REF', 'REFS', 'REF', 'REFERENCE', 'REFTEL'])}: ${refs.join(chance.of([', ', '; ', ' ']))}`,
        width,
      )
      .entries())
      sheet.put(as('refs'), line, at === 0 ? 0 : 5);
    sheet.blank(gap);
  }
  if (chance.is(0.25))
    for (const line of sheet.wrapped(
      `${chance.of(['Classified By: ', 'CLASSIFIED BY: ', '(U) Classified by '])}${namedFully(chance, cable.ways.person(chance))}, REASON: 1.4 (B) AND (D).`,
      width,
    ))
      sheet.put(as('classified'), line);
  sheet.blank(chance.of([1, 1, 1, 0]));
}
