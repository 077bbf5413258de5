import type { Span } from '../../model/position.js';
import { join, type Milestone, rawOffset, type Strand, slice } from './strand.js';

/** How much of a paragraph's end is kept at hand: longer than any word. */
const LONGEST_WORD = 100;

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
   * @param words the words that the text writes with a hyphen
   * @param dropped where the hyphens of parted words are put
   */
  add(line: Strand, between: readonly Milestone['node'][], words: ReadonlySet<string>, dropped: Span[]): void {
    const last = this.#lines.at(-1);
    const isParted =
      last !== undefined &&
      between.length === 0 &&
      !touches(last, last.text.length) &&
      !touches(line, 0) &&
      /\p{L}-$/u.test(this.#end) &&
      /^\p{L}/u.test(line.text);
    if (isParted) this.#rejoinWord(last, line, words, dropped);
    else this.#append(withLeading(line, between), ' ');
  }

  /** A word parted at the line's end, as one word: its hyphen goes, unless the text writes the word with a hyphen elsewhere. */
  #rejoinWord(last: Strand, line: Strand, words: ReadonlySet<string>, dropped: Span[]): void {
    const head = /(?<!\p{L})\p{L}+-$/u.exec(this.#end)?.[0] ?? '';
    const tail = /^\p{L}+/u.exec(line.text)?.[0] ?? '';
    const keeps = words.has(`${head}${tail}`.toLowerCase()) || HYPHENATED.test(head) || /^\p{Lu}/u.test(tail);
    const hyphen = last.text.length - 1;
    dropped.push({ start: rawOffset(last, hyphen) + (keeps ? 1 : 0), end: rawOffset(line, 0) });
    if (!keeps) {
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
  return { ...strand, milestones: [...leading.map((node) => ({ at: 0, node })), ...strand.milestones] };
}

/** Whether a milestone stands at a place. */
function touches(strand: Strand, at: number): boolean {
  return strand.milestones.some((m) => m.at === at);
}

/** Prefixes that keep their hyphen. */
const HYPHENATED =
  /^(?:non|anti|self|ex|all|vice|quasi|semi|pre|post|un|mid|inter|multi|neo|pro|so|well|long|short|high|low|half|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-$/i;
