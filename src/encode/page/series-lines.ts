import type { Line } from './segment.js';

/**
 * The first lines of a document of a printed series, where number, file and heading stand beside each other: `[B 4471]      No. 27.`,
 * `541.      DEA/50219-40`, `No. 215   NAI DFA Secretary's Files S77`, `142   CABLEGRAM TO EMBASSY IN JAKARTA`.
 */

const NUMBER = String.raw`(?:No\.?|Nr\.?|N[º°]\.?|Doc(?:ument)?\.?)?\s?\d{1,4}[A-Za-z]?\.?`;
const NUMBER_FIRST = new RegExp(String.raw`^(${NUMBER})(?:\s{3,}|\t+)(\S.*)$`, 'u');
const NUMBER_LAST = /^(\[[^[\]]{2,40}\]|\S{4,40})(?:\s{3,}|\t+)((?:No|Nr|N[º°])\.?\s?\d{1,4}[A-Za-z]?\.?)$/u;
/** The number stands among so many first lines. */
const HEAD_LINES = 2;
const LONGEST = 120;

/** What stands beside the number on one of the first lines, and the line. */
function partsOf({ text }: Line): readonly [first: string, second: string] | undefined {
  if (text.length > LONGEST) return undefined;
  const match = NUMBER_FIRST.exec(text) ?? NUMBER_LAST.exec(text);
  // A number beside another is a row of a table.
  return match === null || !/\p{L}/u.test(match[2] ?? '') ? undefined : [match[1] ?? '', match[2] ?? ''];
}

/** Whether a text begins with the number of a document and something beside it. */
export function beginsBeside(lines: readonly Line[]): boolean {
  return lines.slice(0, HEAD_LINES).some((line) => partsOf(line) !== undefined);
}

/** The lines of a text, the number above its first document and what stands beside it each as a line of its own. */
export function seriesLines(lines: readonly Line[]): readonly Line[] {
  const at = lines.slice(0, HEAD_LINES).findIndex((line) => partsOf(line) !== undefined);
  const line = lines[at];
  const parts = line === undefined ? undefined : partsOf(line);
  if (line === undefined || parts === undefined) return lines;
  const [first, second] = parts;
  const offset = line.text.length - second.length;
  return [
    ...lines.slice(0, at),
    { ...line, text: first },
    {
      ...line,
      text: second,
      start: line.start + offset,
      indent: line.indent + offset,
      blankBefore: 0,
      pageBefore: false,
    },
    ...lines.slice(at + 1),
  ];
}
