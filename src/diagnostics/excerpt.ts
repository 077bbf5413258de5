import type { Position } from '../model/position.js';
import type { LineSource } from '../model/source-file.js';
import { paint, type Style } from './style.js';

export interface ExcerptOptions {
  readonly color: boolean;
  /** How the carets are painted. */
  readonly style: Style;
  /** Columns that the excerpt may take. */
  readonly width: number;
}

/** Characters that take no column or would move the cursor: shown as a visible stand-in so that the carets stay under their place. */
const UNSEEN = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The line of a place with carets under it:
 *
 * ```
 *   12 │ <list><p>Dear Nick:</p></list>
 *      │       ^^^
 * ```
 *
 * A long line is cut around the place with `…`. Columns are counted as terminals show them (wide East Asian letters take two).
 */
export function excerpt(
  source: LineSource,
  start: Position,
  end: Position | undefined,
  { color, width, style }: ExcerptOptions,
): string[] {
  const line = source.lineText(start.line);
  const number = String(start.line);
  const gutter = ' '.repeat(number.length);
  const room = Math.max(20, width - number.length - 6);
  const from = start.column - 1;
  const to = end === undefined || end.line !== start.line ? line.length : end.column - 1;
  const window = cut(line, from, Math.max(to, from + 1), room);
  const before = show(window.text.slice(0, window.from));
  const marked = show(window.text.slice(window.from, window.to));
  const carets = '^'.repeat(Math.max(1, end === undefined ? 1 : columns(marked)));
  const bar = paint('dim', '│', color);
  return [
    `  ${paint('dim', number, color)} ${bar} ${show(window.text)}`,
    `  ${gutter} ${bar} ${' '.repeat(columns(before))}${paint(style, carets, color)}`,
  ];
}

interface Cut {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The part of a line around `from`–`to` that fits into `room` columns. */
function cut(line: string, from: number, to: number, room: number): Cut {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  let left = Math.min(indent, from);
  if (line.length - left <= room)
    return { text: line.slice(left), from: from - left, to: Math.min(to, line.length) - left };
  if (to - left > room - 1) left = Math.max(left, from - Math.floor(room / 3));
  const isCutLeft = left > Math.min(indent, from);
  const body = line.slice(left, left + room - 2);
  const isCutRight = left + body.length < line.length;
  const shift = isCutLeft ? 1 : 0;
  return {
    text: `${isCutLeft ? '…' : ''}${body}${isCutRight ? '…' : ''}`,
    from: from - left + shift,
    to: Math.min(to - left, body.length) + shift,
  };
}

function show(text: string): string {
  return text.replace(/\t/g, ' ').replace(UNSEEN, '·');
}

/** Columns that a terminal gives to a text: two for wide letters, none for combining marks (Unicode UAX #11, in its main blocks). */
function columns(text: string): number {
  let n = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    n +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return n;
}
