import type { Span } from '../../model/position.js';
import type { DoubtfulHyphen, PartedWords } from './parted-words.js';
import { join, type Milestone, rawOffset, type Strand, slice } from './strand.js';

/** How much of a paragraph's end is kept at hand: longer than any word. */
const LONGEST_WORD = 100;

/** What becomes of words that the ends of lines part. */
export interface LineEnds {
  readonly words: PartedWords;
  /** Where the hyphens that go are put. */
  readonly dropped: Span[];
  readonly doubts: DoubtfulHyphen[];
}

/** A paragraph of typed lines, which are joined when all are there, so that a long one costs no more than its length. */
export class TypedParagraph {
  readonly #lines: Strand[];
  /** What stands between the lines, from the second on: a space, or nothing where a word was parted. */
  readonly #separators: string[] = [];
  /** The last characters of the text so far. */
  #end: string;
  #length: number;

  constructor(first: Strand) {
    this.#lines = [first];
    this.#end = first.text.slice(-LONGEST_WORD);
    this.#length = first.text.length;
  }

  /** How long the text is so far, in characters. */
  get length(): number {
    return this.#length;
  }

  /** The whole paragraph. */
  strand(): Strand {
    const [first] = this.#lines;
    return first !== undefined && this.#lines.length === 1 ? first : join(this.#lines, this.#separators);
  }

  /**
   * Goes on with a line.
   * @param between what of the page stands before it
   * @param ends what becomes of words that the ends of lines part
   */
  add(line: Strand, between: readonly Milestone['node'][], ends: LineEnds): void {
    const last = this.#lines.at(-1);
    const isParted =
      last !== undefined &&
      between.length === 0 &&
      !touches(last, last.text.length) &&
      !touches(line, 0) &&
      /\p{L}-$/u.test(this.#end) &&
      /^\p{L}/u.test(line.text);
    if (isParted) this.#rejoinWord(last, line, ends);
    else this.#append(withLeading(line, between), ' ');
  }

  /** A word parted at the line's end, as one word: its hyphen goes where the text and the language have the whole word. */
  #rejoinWord(last: Strand, line: Strand, { words, dropped, doubts }: LineEnds): void {
    const head = /(?<!\p{L})\p{L}+(?=-$)/u.exec(this.#end)?.[0] ?? '';
    const tail = /^\p{L}+/u.exec(line.text)?.[0] ?? '';
    const isInChain =
      this.#end.at(-head.length - 2) === '-' || /^-\p{L}/u.test(line.text.slice(tail.length, tail.length + 2));
    const { joins, isSure } = words.join(head, tail, isInChain);
    const hyphen = last.text.length - 1;
    if (!isSure)
      doubts.push({ word: `${head}-${tail}`, joins, at: rawOffset(last, Math.max(0, hyphen - head.length)) });
    dropped.push({ start: rawOffset(last, hyphen) + (joins ? 0 : 1), end: rawOffset(line, 0) });
    if (joins) {
      this.#lines[this.#lines.length - 1] = slice(last, 0, hyphen);
      this.#end = this.#end.slice(0, -1);
      this.#length--;
    }
    this.#append(line, '');
  }

  #append(line: Strand, separator: string): void {
    this.#lines.push(line);
    this.#separators.push(separator);
    this.#end = `${this.#end}${separator}${line.text.slice(-LONGEST_WORD)}`.slice(-LONGEST_WORD);
    this.#length += separator.length + line.text.length;
  }
}

/** A strand with nodes of the page before its text. */
export function withLeading(strand: Strand, leading: readonly Milestone['node'][]): Strand {
  if (leading.length === 0) return strand;
  return { ...strand, milestones: [...leading.map((node) => ({ at: 0, node })), ...strand.milestones] };
}

/** Whether a milestone stands at a place. */
function touches(strand: Strand, at: number): boolean {
  return strand.milestones.some((m) => m.at === at);
}
