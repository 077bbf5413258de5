import { marks, where } from './blocks.js';
import { body } from './body.js';
import type { Chance } from './chance.js';
import { closing } from './closing.js';
import { mark, marking, PageTurn } from './furniture.js';
import { HEADS, type Kind } from './heads.js';
import type { Ways } from './phrases.js';
import { type RenderedSheet, Sheet } from './sheet.js';

/** The kinds of documents, each as often as it is in the files. */
const KINDS = Object.entries({ memo: 3, talk: 3, letter: 3, paper: 1, note: 1, despatch: 1 }).flatMap(([kind, often]) =>
  new Array<Kind>(often).fill(kind as Kind),
);

/** A typescript of one to three documents, invented by chance, with the label of every line. */
export function renderSheet(chance: Chance, ways: Ways): RenderedSheet {
  const sheet = new Sheet(chance);
  const count = chance.of([1, 1, 1, 1, 1, 1, 2, 3]);
  for (let made = 0; made < count; made++) {
    if (made > 0) sheet.blank(chance.between(1, 5));
    if (made > 0 && chance.is(0.5)) sheet.formFeed();
    document(sheet, ways, chance.of(KINDS));
  }
  return sheet.done();
}

function document(sheet: Sheet, ways: Ways, kind: Kind): void {
  const { chance } = sheet;
  const words = chance.is(0.75) ? marking(chance) : undefined;
  const turn = new PageTurn(chance, words);
  marks(sheet, 0.3);
  if (words !== undefined && chance.is(0.85)) sheet.place(where(chance), 'sheet', words).blank(chance.between(0, 2));
  marks(sheet, 0.3);
  HEADS[kind](sheet, ways);
  body(sheet, ways, turn, kind === 'talk' ? 'talk' : kind === 'memo' ? 'memo' : kind === 'paper' ? 'paper' : 'plain');
  closing(sheet, ways, kind);
  if (words !== undefined && chance.is(0.7)) sheet.blank(chance.between(0, 2)).place(where(chance), 'sheet', words);
  if (chance.is(0.3))
    for (let made = chance.between(1, 3); made > 0; made--) sheet.place(where(chance), 'sheet', mark(chance));
}
