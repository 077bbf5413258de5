import { marks, where } from './blocks.js';
import { body } from './body.js';
import { type Chance, listed } from './chance.js';
import { closing } from './closing.js';
import { mark, marking, PageTurn } from './furniture.js';
import { HEADS, type Kind } from './heads.js';
import type { Ways } from './phrases.js';
import { type RenderedSheet, Sheet } from './sheet.js';

/** The kinds of documents, each as often as it is in the files. */
const KINDS = Object.entries({
  memo: 6,
  talk: 6,
  letter: 6,
  paper: 2,
  note: 2,
  despatch: 2,
  minute: 1,
  statement: 1,
  draft: 1,
  telegram: 1,
  cover: 1,
  board: 1,
  telcon: 1,
  report: 2,
}).flatMap(([kind, often]) => new Array<Kind>(often).fill(kind as Kind));

/** What says of a sheet that it goes with another. */
const TABS = listed(`
TAB A|Tab B|TAB 1|ATTACHMENT|Attachment 1|Attachment|ENCLOSURE|Enclosure No. 1 to Despatch No. 45 from Lima|ANNEX A|
Enclosure 2|(Enclosure)|APPENDIX|Annex I|Attachment A|ATTACHMENT TO MEMORANDUM|Enclosure 1 to A-207|TAB`);

/** What a hand or a machine draws between two papers. */
const RULES = ['* * *', '----------', '_______________', '= = = = =', '- - -', '*****', '#'];

/** A typescript of one to four documents, invented by chance, with the label of every line. */
export function renderSheet(chance: Chance, ways: Ways): RenderedSheet {
  return render(chance, ways, chance.of([1, 1, 1, 1, 1, 2, 2, 3, 4]), KINDS);
}

/** A file in which most often several documents lie one upon the other, with more of the lesser kinds. */
export function renderPile(chance: Chance, ways: Ways): RenderedSheet {
  return render(chance, ways, chance.of([1, 2, 2, 3, 4]), chance.is(0.5) ? KINDS : [...new Set(KINDS)]);
}

function render(chance: Chance, ways: Ways, count: number, kinds: readonly Kind[]): RenderedSheet {
  const sheet = new Sheet(chance);
  const common = chance.is(0.75) ? marking(chance) : undefined;
  const hasFeeds = chance.is(0.3);
  for (let made = 0; made < count; made++) {
    if (made > 0) sheet.blank(chance.between(1, 5));
    if (made > 0 && (hasFeeds || chance.is(0.15))) sheet.formFeed();
    else if (made > 0 && chance.is(0.12))
      sheet.place(where(chance), 'sheet', chance.of(RULES)).blank(chance.between(1, 2));
    sheet.begin();
    document(sheet, ways, chance.of(kinds), chance.is(0.75) ? common : marking(chance), made > 0 && chance.is(0.3));
  }
  return sheet.done();
}

const BODIES: Readonly<Partial<Record<Kind, 'talk' | 'memo' | 'paper' | 'short'>>> = {
  minute: 'short',
  cover: 'short',
  draft: 'short',
  statement: 'short',
  talk: 'talk',
  telcon: 'talk',
  memo: 'memo',
  paper: 'paper',
  board: 'paper',
  report: 'paper',
};

/** @param isTab whether it says that it goes with the document above */
function document(sheet: Sheet, ways: Ways, kind: Kind, words: string | undefined, isTab: boolean): void {
  const { chance } = sheet;
  const turn = new PageTurn(chance, words);
  const tab = (): void => {
    if (isTab) sheet.place(where(chance), 'sheet', chance.of(TABS)).blank(chance.between(0, 2));
  };
  marks(sheet, 0.2);
  const isTabFirst = chance.is(0.5);
  if (isTabFirst) tab();
  if (words !== undefined && chance.is(0.8)) sheet.place(where(chance), 'sheet', words).blank(chance.between(0, 2));
  if (!isTabFirst) tab();
  marks(sheet, 0.2);
  HEADS[kind](sheet, ways);
  body(sheet, ways, turn, BODIES[kind] ?? 'plain');
  closing(sheet, ways, kind);
  if (words !== undefined && chance.is(0.7)) sheet.blank(chance.between(0, 2)).place(where(chance), 'sheet', words);
  if (chance.is(0.25))
    for (let made = chance.between(1, 3); made > 0; made--) sheet.place(where(chance), 'sheet', mark(chance));
}
