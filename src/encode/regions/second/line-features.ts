import { breaksOff, type SheetLine } from '../../page/sheet.js';
import { classOf, hashOf, PRIME, wordsOf } from './line-words.js';

/** How many weights a label has: features that meet by chance share one. */
export const BUCKETS = 12288;

/** Longer lines are running text whatever they say. */
const LONGEST_LOOKED_AT = 160;
const LONGEST_SHAPE = 12;

/** Words of a line may be left out in training, so that the model does not lean on them alone: from this template on. */
export const FIRST_WORD_TEMPLATE = 32;

/** The features of a line: for each the number of its template, and the weight that it has a share in. They stand until the next line is asked for. */
export interface LineFeature {
  readonly templates: Uint8Array;
  readonly buckets: Int32Array;
  /** How many there are. */
  readonly count: number;
}

/** No line has more features: 24 of where it stands and looks, 13 of its neighbours, 4 of what it says, two for each word. */
const MOST_FEATURES = 64;

function mixed(template: number, value: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(value | 0, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) % BUCKETS;
}

/** A count in steps that grow: 0, 1, 2, 3–4, 5–8 … */
function step(count: number): number {
  return count <= 2 ? count : Math.min(9, Math.ceil(Math.log2(count)) + 1);
}

/** What a line looks like and what its first words are, as numbers. */
interface Look {
  readonly words: readonly number[];
  readonly pair: number;
  readonly last: number;
  /** The words before the first colon, or before wide blanks. */
  readonly label: number;
  readonly firstShape: number;
  readonly shape: number;
  readonly cased: number;
  readonly end: number;
  readonly start: number;
  readonly figures: number;
  readonly colon: number;
  readonly gap: number;
  readonly commas: number;
  readonly count: number;
  readonly hasYear: number;
}

const YEAR = /\b1[89]\d\d\b/;
const WIDE = /\S\s{3,}\S/;

function lookAt(line: string): Look {
  const text = line.length > LONGEST_LOOKED_AT ? line.slice(0, LONGEST_LOOKED_AT) : line;
  const colon = text.indexOf(':') + 1;
  const wide = WIDE.exec(text)?.index ?? -1;
  const label = colon > 0 ? colon - 1 : wide;
  const { hashes, last, count, titled } = wordsOf(text);
  const { first, whole, capitals, small, figures } = shapesOf(text);
  const commas = countOf(44, text);
  return {
    words: hashes,
    pair: hashes.length > 1 ? Math.imul(hashes[0] as number, 31) ^ (hashes[1] as number) : 0,
    last,
    label: label <= 0 ? 0 : hashOf(text, 0, label),
    firstShape: first,
    shape: whole,
    cased: casing(capitals, small, titled, count),
    end: classOf(line.charCodeAt(line.length - 1)),
    start: classOf(line.charCodeAt(0)),
    figures: figures === 0 ? 0 : 1 + Math.min(4, Math.floor((figures * 5) / text.length)),
    colon: colonPlace(colon, text.length),
    gap: wide < 0 ? 0 : wide < 20 ? 1 : 2,
    commas: Math.min(3, commas),
    count: step(count),
    hasYear: YEAR.test(text) ? 1 : 0,
  };
}

/** 0 no letters, 1 capitals alone, 2 each word with a capital, then fewer and fewer of them, 6 none. */
function casing(capitals: number, small: number, titled: number, count: number): number {
  if (capitals + small === 0) return 0;
  if (small === 0) return 1;
  if (titled === count) return 2;
  if (titled * 2 >= count) return 3;
  if (titled > 1) return 4;
  return titled === 1 ? 5 : 6;
}

/** Where a colon stands: nowhere, at the end, behind a word, behind some, far off. */
function colonPlace(colon: number, length: number): number {
  if (colon === 0) return 0;
  if (colon === length) return 1;
  if (colon < 16) return 2;
  return colon < 34 ? 3 : 4;
}

/** How often a sign stands in a text, by its code. */
function countOf(sign: number, text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === sign) count++;
  return count;
}

/** The shape of a line and of its first word: each run of signs of a class as one; and how many letters and figures there are. */
function shapesOf(text: string): {
  readonly first: number;
  readonly whole: number;
  readonly capitals: number;
  readonly small: number;
  readonly figures: number;
} {
  const counts = [0, 0, 0, 0];
  let whole = 0;
  let first = 0;
  let runs = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind < 4) counts[kind] = (counts[kind] as number) + 1;
    if (kind === 4 && first === 0) first = whole;
    if (kind !== before && runs++ < LONGEST_SHAPE) whole = Math.imul(whole ^ kind, PRIME);
    before = kind;
  }
  const [, capitals = 0, small = 0, figures = 0] = counts;
  return { first: first === 0 ? whole : first, whole, capitals, small, figures };
}

/** The lines of a document with their features, each looked at once. */
export class LineFeatures {
  readonly #lines: readonly SheetLine[];
  readonly #looks: readonly (Look | undefined)[];
  readonly #longAbove: Int32Array;
  readonly #longBelow: Int32Array;
  /** Whether the nearest long line above breaks off inside a sentence. */
  readonly #isOpen: Uint8Array;
  readonly #templates = new Uint8Array(MOST_FEATURES);
  readonly #buckets = new Int32Array(MOST_FEATURES);
  #count = 0;

  constructor(lines: readonly SheetLine[]) {
    this.#lines = lines;
    this.#looks = lines.map(({ text, isPlain }) => (isPlain ? undefined : lookAt(text)));
    this.#longAbove = new Int32Array(lines.length);
    this.#longBelow = new Int32Array(lines.length);
    this.#isOpen = new Uint8Array(lines.length);
    let isOpen = 0;
    for (const [at, line] of lines.entries()) {
      this.#isOpen[at] = isOpen;
      if (isLong(line) || (isOpen === 1 && /^\p{Ll}/u.test(line.text))) isOpen = breaksOff(line.text) ? 1 : 0;
    }
    for (let at = 1; at < lines.length; at++)
      this.#longAbove[at] = (this.#longAbove[at - 1] as number) + (isLong(lines[at - 1]) ? 1 : 0);
    for (let at = lines.length - 2; at >= 0; at--)
      this.#longBelow[at] = (this.#longBelow[at + 1] as number) + (isLong(lines[at + 1]) ? 1 : 0);
  }

  /** Tells the features of a line: where it stands, how it looks, its words, and its neighbours. */
  of(at: number): LineFeature {
    const line = this.#lines[at];
    const look = this.#looks[at];
    this.#count = 0;
    if (line !== undefined && look !== undefined) {
      this.#standing(at, line, look);
      this.#neighbours(at, line, look);
      this.#words(look);
    }
    return { templates: this.#templates, buckets: this.#buckets, count: this.#count };
  }

  #tell(template: number, value: number): void {
    const at = this.#count++;
    this.#templates[at] = template;
    this.#buckets[at] = mixed(template, value);
  }

  /** What a line says. */
  #words({ words, pair, last, label, cased }: Look): void {
    this.#tell(FIRST_WORD_TEMPLATE, words[0] ?? 0);
    this.#tell(33, pair);
    this.#tell(34, last);
    this.#tell(35, label);
    for (const word of words) this.#tell(36, word);
    for (const word of words) this.#tell(37, Math.imul(word, 8) + cased);
  }

  #standing(at: number, line: SheetLine, look: Look): void {
    const { text, blankBefore, blankAfter } = line;
    const length = step(text.length >> 3);
    const side = line.isCentred ? 1 : line.isRight ? 2 : line.indent === 0 ? 3 : line.indent < 9 ? 4 : 5;
    const fromEnd = this.#lines.length - 1 - at;
    const below = step(this.#longBelow[at] as number);
    const above = step(this.#longAbove[at] as number);
    const room = Math.min(2, blankBefore) * 3 + Math.min(2, blankAfter);
    this.#tell(0, 0);
    this.#tell(1, length);
    this.#tell(2, side);
    this.#tell(3, room);
    this.#tell(4, step(at));
    this.#tell(5, step(fromEnd));
    this.#tell(6, below);
    this.#tell(7, above);
    this.#tell(8, Math.min(3, line.repeats));
    this.#tell(9, (line.isRow ? 1 : 0) + (line.isBeside ? 2 : 0) + (line.pageBefore ? 4 : 0));
    this.#tell(10, look.cased * 10 + length);
    this.#tell(11, look.end * 8 + look.cased);
    this.#tell(12, look.start);
    this.#tell(13, look.figures * 2 + look.hasYear);
    this.#tell(14, look.colon * 8 + look.cased);
    this.#tell(15, look.firstShape);
    this.#tell(16, look.shape);
    this.#tell(17, look.commas * 10 + look.count);
    this.#tell(18, look.cased * 60 + side * 10 + room);
    this.#tell(19, above * 10 + below);
    this.#tell(20, (above === 0 ? 1 : 0) * 100 + (below === 0 ? 2 : 0) * 100 + look.cased * 8 + side);
    this.#tell(21, Math.min(4, line.groupSize) * 8 + Math.min(3, line.inGroup));
    this.#tell(22, look.gap * 8 + look.colon);
    this.#tell(23, Math.min(3, line.repeats) * 100 + length * 10 + Math.min(1, below) * 4 + Math.min(1, above));
  }

  #neighbours(at: number, line: SheetLine, look: Look): void {
    const [before, after] = [this.#lines[at - 1], this.#lines[at + 1]];
    const [lookBefore, lookAfter] = [this.#looks[at - 1], this.#looks[at + 1]];
    const lead = before === undefined ? 0 : Math.sign(line.indent - before.indent) + 2;
    this.#tell(24, sketch(before, lookBefore) * 3 + Math.min(2, line.blankBefore));
    this.#tell(25, sketch(after, lookAfter) * 3 + Math.min(2, line.blankAfter));
    this.#tell(26, lead * 400 + sketch(before, lookBefore));
    this.#tell(27, look.cased * 400 + sketch(after, lookAfter));
    this.#tell(28, lookBefore?.firstShape ?? 0);
    this.#tell(29, lookAfter?.firstShape ?? 0);
    this.#tell(31, (this.#isOpen[at] as number) * 600 + look.start * 200 + look.end);
    this.#tell(42, (this.#isOpen[at] as number) * 600 + look.start * 200 + Math.min(9, line.text.length >> 3));
    this.#tell(30, before !== undefined && line.indent > before.indent + 5 && line.blankBefore === 0 ? 1 : 0);
    this.#tell(38, lookBefore?.label ?? 0);
    this.#tell(39, lookAfter?.label ?? 0);
    this.#tell(40, lookBefore?.words[0] ?? 0);
    this.#tell(41, lookAfter?.words[0] ?? 0);
  }
}

const SHORTEST_LONG = 52;

function isLong(line: SheetLine | undefined): boolean {
  return line !== undefined && (line.isPlain || (line.text.length >= SHORTEST_LONG && !line.isCapitals));
}

/** A neighbour in a few strokes. */
function sketch(line: SheetLine | undefined, look: Look | undefined): number {
  if (line === undefined) return 1;
  if (look === undefined) return 2;
  return 3 + (look.cased * 5 + look.colon) * 4 + (line.text.length < 20 ? 0 : line.text.length < SHORTEST_LONG ? 1 : 2);
}
