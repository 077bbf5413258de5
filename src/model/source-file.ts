import type { Position } from './position.js';

/**
 * A text with its name, which turns offsets into lines and columns.
 * The table of line starts is made on the first question and kept, so that asking costs O(log lines).
 */
export class SourceFile {
  /** The path as the user would recognise it: relative to where the command runs, or absolute. */
  readonly path: string;
  /** The decoded text, without a byte-order mark. */
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
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
    return this.#starts().length;
  }

  /** The position of an offset; an offset outside the text is moved to its nearer end. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1, offset: at };
  }

  /** The offset of a line and column (both from 1). */
  offsetAt(line: number, column: number): number {
    const starts = this.#starts();
    const start = starts[Math.max(0, Math.min(line, starts.length) - 1)] ?? 0;
    return Math.min(start + column - 1, this.text.length);
  }

  /** The text of a line (from 1) without its line end; empty where there is no such line. */
  lineText(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    const end = starts[line] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, '');
  }

  #starts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (let i = this.text.indexOf('\n'); i >= 0; i = this.text.indexOf('\n', i + 1)) starts.push(i + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}

/** What an excerpt needs of a source: the text of a line, from 1. */
export type LineSource = Pick<SourceFile, 'lineText'>;
