import type { SourceFile } from '../../model/source-file.js';

/** A line of the raw text that holds more than white space. */
export interface Line {
  /** The line without white space at its ends. */
  readonly text: string;
  /** The offset of the first character of `text` in the raw text. */
  readonly start: number;
  /** How many blanks stand before the text (a tab counts as one). */
  readonly indent: number;
  /** How many of these are tabs, where some are: as many cells of a row are empty. */
  readonly tabs?: number;
  /** How many empty lines stand before it. */
  readonly blankBefore: number;
  /** Whether a form feed stands before it, since the line before: a new page of a typescript. */
  readonly pageBefore: boolean;
}

/** Cuts a raw text into its lines, those of white space only left out. One pass; `\n`, `\r\n`, `\r`, vertical tabs and form feeds end a line. */
export function segment(source: SourceFile): readonly Line[] {
  const lines: Line[] = [];
  let blankBefore = 0;
  let pageBefore = false;
  for (const match of source.text.matchAll(/([^\n\r\f\v]*)(\r\n|\n|\r|\f|\v|$)/g)) {
    const raw = match[1] ?? '';
    const text = raw.trim();
    if (text === '') {
      blankBefore += match[2] === '\f' ? 0 : 1;
    } else {
      const indent = raw.indexOf(text);
      const line = { text, start: match.index + indent, indent, blankBefore, pageBefore };
      lines.push(raw.startsWith('\t') ? { ...line, tabs: raw.slice(0, indent).split('\t').length - 1 } : line);
      blankBefore = 0;
      pageBefore = false;
    }
    pageBefore ||= match[2] === '\f';
  }
  return lines;
}
