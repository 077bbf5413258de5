import { finding } from '../../facts/finding.js';
import { join, rawOffset, type Strand, slice } from '../../page/strand.js';
import { withLeading } from '../../page/typed-paragraph.js';
import type { SheetNode } from '../../regions/sheet-pile.js';
import type { Reader } from './reader.js';

/** How much of a line's end is looked at: longer than any word. */
const LONGEST_WORD = 60;

/** Whether a line of a list goes on with the one above it by its words: after a comma or a small word, or with one. */
export function continuesValue(above: string, text: string): boolean {
  return /,$|\b(?:of|for|to|and|the|in|&)$/i.test(above) || /^(?:of|for|to|and|in)\s|^\p{Ll}/u.test(text);
}

/**
 * Lines of a paragraph, a blank between each two; a word that a line's end parts becomes whole again, unless its hyphen is its own. What of the sheet
 * stands between them stays between. Joined once when all are there, so that a long one costs no more than its length.
 */
export class TypedLines {
  readonly #lines: Strand[];
  readonly #separators: string[] = [];
  readonly #reader: Reader;

  constructor(first: Strand, reader: Reader) {
    this.#lines = [first];
    this.#reader = reader;
  }

  /** The last line so far. */
  get last(): Strand {
    return this.#lines.at(-1) as Strand;
  }

  /** How many lines there are so far. */
  get length(): number {
    return this.#lines.length;
  }

  add(line: Strand, between: readonly SheetNode[]): void {
    const { strand, separator } = partedWord(this.last, line, this.#reader, between);
    this.#lines[this.#lines.length - 1] = strand;
    this.#separators.push(separator);
    this.#lines.push(withLeading(line, between));
  }

  strand(): Strand {
    const [first] = this.#lines;
    return first !== undefined && this.#lines.length === 1 ? first : join(this.#lines, this.#separators);
  }
}

/** The lines of one sentence joined. */
export function asOneLine(lines: readonly Strand[], reader: Reader): Strand {
  const [first, ...rest] = lines;
  const joined = new TypedLines(first as Strand, reader);
  for (const line of rest) joined.add(line, []);
  return joined.strand();
}

/** The line above with or without the hyphen at its end, and what parts it from the line below. */
function partedWord(
  before: Strand,
  line: Strand,
  reader: Reader,
  between: readonly SheetNode[],
): { readonly strand: Strand; readonly separator: string } {
  const end = before.text.slice(-LONGEST_WORD);
  const head = /(\p{L}+)-$/u.exec(end)?.[1];
  const tail = /^\p{L}+/u.exec(line.text)?.[0];
  const isMarked =
    before.milestones.some(({ at }) => at === before.text.length) || line.milestones.some(({ at }) => at === 0);
  if (head === undefined || tail === undefined || isMarked) return { strand: before, separator: ' ' };
  // `Port-` and `au-Prince`: another hyphen stands beside it.
  const isCompound = /^\p{L}+-\p{L}/u.test(line.text) || /\p{L}-\p{L}+-$/u.test(end);
  const decided = isCompound ? reader.hyphens.decideInCompound(head, tail) : reader.hyphens.decide(head, tail);
  const hyphen = before.text.length - 1;
  const at = rawOffset(before, hyphen);
  if (decided.isDoubtful) {
    const parted = `${head}-${tail}`;
    reader.findings.push(
      finding('EN042', { parted, whole: head + tail, read: decided.keeps ? parted : head + tail }, at),
    );
  }
  // Between pages the blank of the raw text stays: what is of the sheet parts the two halves.
  const raw = between.length > 0 ? at + 1 : rawOffset(line, 0);
  reader.dropped.push({ start: at + (decided.keeps ? 1 : 0), end: raw, kind: 'line-end hyphen' });
  return { strand: decided.keeps ? before : slice(before, 0, hyphen), separator: '' };
}
