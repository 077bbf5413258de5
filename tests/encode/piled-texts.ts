import type { Chance } from '../../src/build/sheets/chance.js';
import { KINDS, type Kind, Maker, type Style } from './piled-kinds.js';

/**
 * Files in which several typescripts lie one upon the other, as archives copy whole folders: a memorandum with what is attached to it, a letter and the minutes upon it, papers of one
 * day. Each kind of document begins in all the ways in which it does, and between two of them stands all that can stand there, or nothing.
 */

/** One document of a pile. */
export interface PiledPart {
  readonly kind: string;
  readonly raw: string;
  /** A sentence that stands in this document alone. */
  readonly sentence: string;
}

export interface Pile {
  readonly raw: string;
  readonly parts: readonly PiledPart[];
}

/** What says of a sheet that it belongs to another. */
const TABS = [
  'TAB A',
  'Tab B',
  'ATTACHMENT',
  'Attachment 1',
  'ENCLOSURE',
  'Enclosure No. 1 to Despatch No. 45 from Lima',
  'ANNEX A',
  'Enclosure 2',
  '(Enclosure)',
];

/** All that can stand between two documents, the marking of the sheets apart. */
const GAPS = [
  '\n\n',
  '\n\n\n',
  '\n\n\n\n\n',
  '\n\n* * *\n\n',
  '\n\n----------\n\n',
  '\n\n_______________\n\n',
] as const;

const STAMP = '\n\nDECLASSIFIED\nE.O. 12958, Sec. 3.5\nNLS 97-123 #4\nBy AB, NARA, Date 3/4/99';

function styleOf(chance: Chance): Style {
  return {
    width: chance.of([undefined, undefined, 62, 68, 72]),
    marking: chance.is(0.65)
      ? chance.of(['SECRET', 'CONFIDENTIAL', '~~SECRET~~', 'LIMITED OFFICIAL USE', 'SECRET/NODIS'])
      : undefined,
    isCentred: chance.is(0.5),
    firstLine: chance.of([0, 0, 5]),
  };
}

/** One document with the markings of its sheet, and what says that it goes with the one above. */
function partOf(maker: Maker, kind: string, isFirst: boolean): PiledPart {
  const { chance, style } = maker;
  const { head, close, count } = (KINDS[kind] as Kind)(maker);
  const { words, sentence } = maker.text(count);
  const mark = style.marking === undefined ? '' : maker.center(style.marking);
  const foot = mark !== '' && chance.is(0.7) ? `\n\n${mark}` : '';
  const own = mark !== '' && (isFirst || chance.is(0.8)) ? `${mark}\n\n` : '';
  const tab = !isFirst && chance.is(0.25) ? `${chance.of(TABS)}\n\n` : '';
  const stamp = chance.is(0.12) ? STAMP : '';
  const top = chance.is(0.3) ? tab + own : own + tab;
  const text = `${head}\n\n${chance.is(0.2) ? '\n' : ''}${words}`;
  return { kind, sentence, raw: `${top}${text}${close.trim() === '' ? '' : `\n\n${close}`}${foot}${stamp}` };
}

/**
 * A pile of two or three documents.
 * @param among the kinds that it is made of
 * @param isOnPages each begins on a page of its own
 */
export function piled(chance: Chance, among: readonly string[] = Object.keys(KINDS), isOnPages = false): Pile {
  const hasFeeds = isOnPages || chance.is(0.25);
  const maker = new Maker(chance, styleOf(chance));
  const kinds = chance.shuffled(among).slice(0, chance.of([2, 2, 3]));
  const parts = kinds.map((kind, at) => partOf(maker, kind, at === 0));
  const raw = parts.map((part, at) => (at === 0 ? '' : hasFeeds ? '\n\f' : chance.of(GAPS)) + part.raw).join('');
  return { raw: `${raw}\n`, parts };
}
