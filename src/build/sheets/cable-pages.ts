import type { CableSheet, CableWords } from './cable-words.js';

/** A page of a cable has a head, which stands at each turn. */
export function pageHead(sheet: CableSheet, cable: CableWords, page: number, section: number): void {
  const { chance } = sheet;
  const of = cable.sections > 1 ? `  ${`${section}`.padStart(2, '0')} OF ${`${cable.sections}`.padStart(2, '0')}` : '';
  sheet.put(
    'sheet',
    chance.is(0.9)
      ? `PAGE ${`${page}`.padStart(2, '0')}        ${cable.post}  ${cable.number}${of}  ${cable.day}`
      : `PAGE ${page} ${cable.post} ${cable.number}`,
  );
}

/** The foot of a page and the head of the next. */
export function turn(sheet: CableSheet, cable: CableWords, hasHead: boolean, page: number, section: number): void {
  const { chance } = sheet;
  if (chance.is(0.7)) sheet.blank(chance.between(0, 1)).put('sheet', cable.level);
  sheet.blank(chance.between(0, 1));
  if (chance.is(0.5)) sheet.put('sheet', cable.level).blank(chance.between(0, 1));
  if (hasHead) pageHead(sheet, cable, page, section);
  else
    sheet.put(
      'sheet',
      chance.of([
        `PAGE ${page}`,
        `- ${page} -`,
        `PAGE TWO ${cable.level}`,
        `-${page}- ${cable.number}, FROM ${cable.post}`,
        `PAGE ${page} RUEHC ${cable.number} ${cable.level}`,
      ]),
    );
  sheet.blank(chance.between(0, 1));
}
