import type { SheetLine } from '../page/sheet.js';

/** A paragraph in a narrow column has so many lines at least; most of them are shorter than this, in characters. */
const FEWEST_LINES = 4;
const NARROW = 45;

/**
 * The groups of lines that are paragraphs of a narrow column, too short in each line to look like text: they run from a capital to a stop, most lines
 * go on with a small letter, and none is a label.
 */
export function narrowParagraphs(lines: readonly SheetLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < lines.length; at += lines[at]?.groupSize || 1) {
    const { group, groupSize = 1, blankBefore = 0 } = lines[at] ?? {};
    const own = lines.slice(at, at + groupSize).map(({ text }) => text);
    if (group === undefined || groupSize < FEWEST_LINES || blankBefore === 0) continue;
    if (own.filter((text) => text.length < NARROW).length * 2 <= own.length) continue;
    const goingOn = own.slice(1).filter((text) => /^\p{Ll}/u.test(text)).length;
    const isWhole = /^["“(]?\p{Lu}\p{L}* /u.test(own[0] ?? '') && /\p{Ll}{2}[.?!]["”)]?$/u.test(own.at(-1) ?? '');
    if (isWhole && goingOn * 2 > own.length && !own.some((text) => text.includes(':'))) found.add(group);
  }
  return found;
}
