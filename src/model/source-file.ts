import { firstFrom } from './list.js';
import type { Position } from './position.js';

/**
 * A text with its name, which turns offsets into lines and columns.
 * The table of line starts is made on the first question and kept, so that asking costs O(log lines).
 */
export class SourceFile {
  /** The path as the user would recognise it: relative to where the command runs, or absolute. */
  readonly path: string;
  readonly #text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.#text = text;
  }

  /** The decoded text, without a byte-order mark. */
  get text(): string {
    return this.#text;
  }

  /** How long the text is, in UTF-16 code units. */
  get length(): number {
    return this.#text.length;
  }

  /** The text from an offset up to another. */
  slice(start: number, end: number): string {
    return this.#text.slice(start, end);
  }

  /** Whether the words stand anywhere in the text. */
  includes(words: string): boolean {
    return this.#text.includes(words);
  }

  /** The text in stretches, one after the other: a single one, but for a file that is too long to be held whole. */
  stretches(): Iterator<string, undefined> {
    return [this.#text].values() as Iterator<string, undefined>;
  }

  /** Whether the text is made of pieces of the user's files, and so cannot be written back to one of them. */
  get isComposed(): boolean {
    return false;
  }

  /** The user's files that the text is made of. */
  get parts(): readonly SourceFile[] {
    return [this];
  }

  /** The path of the file that holds what stands at an offset. */
  fileAt(_offset: number): string {
    return this.path;
  }

  /** How many lines the text has; a text without any line end has one. */
  get lineCount(): number {
    return this.lineStarts().length;
  }

  /** The position of an offset; an offset outside the text is moved to its nearer end. */
  positionAt(offset: number): Position {
    const starts = this.lineStarts();
    const at = Math.max(0, Math.min(offset, this.length));
    const line = firstFrom(starts, (start) => start > at);
    return { line, column: at - (starts[line - 1] ?? 0) + 1, offset: at };
  }

  /** The offset of a line and column (both from 1). */
  offsetAt(line: number, column: number): number {
    const starts = this.lineStarts();
    const start = starts[Math.max(0, Math.min(line, starts.length) - 1)] ?? 0;
    return Math.min(start + column - 1, this.length);
  }

  /** The text of a line (from 1) without its line end; empty where there is no such line. */
  lineText(line: number): string {
    const starts = this.lineStarts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    const text = this.slice(start, starts[line] ?? this.length);
    let end = text.length;
    while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    return text.slice(0, end);
  }

  /** The offsets at which lines begin, in their order. */
  protected lineStarts(): ArrayLike<number> {
    if (this.#lineStarts === undefined) {
      const text = this.#text;
      const starts = [0];
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}

/** What an excerpt needs of a source: the text of a line, from 1. */
export type LineSource = Pick<SourceFile, 'lineText'>;
