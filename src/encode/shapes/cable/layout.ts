import { captionBlock } from './caption-block.js';
import { type CableLine, keyOf, Labels, type LineDoubt } from './labels.js';
import type { Cable, Sheet, Transmission } from './messages.js';
import { pageHead } from './page-head.js';
import { isRepeatedHeader, signatures, textZone } from './text-zone.js';
import { transmissionBlock } from './transmission-block.js';

/** The lines of a cable, each with what it is. */
export interface Layout {
  readonly lines: readonly CableLine[];
  readonly doubts: readonly LineDoubt[];
}

/** How far a header without a transmission is looked for. */
const MAX_ABOVE = 60;

/**
 * Says of each line of a cable what it is, by its place: head of the page, transmission, captions, text, end. Each line is looked at a fixed number of
 * times.
 */
export function layOut(sheet: Sheet, cable: Cable): Layout {
  const labels = new Labels(sheet, cable);
  const { start, end, first, sections, quoted } = cable;
  const headStart = first?.head ?? start;
  let textStart = first === undefined ? headerless(labels) : header(labels, first);
  const said = headerText(labels, first?.start ?? start, textStart);
  const heads = new Set<string>();
  for (let at = headStart; at < (first?.start ?? start); at++) heads.add(keyOf(labels.text(at)));
  for (const section of sections) {
    textZone(labels, { from: textStart, to: section.head, quoted, heads, isFinal: false });
    textStart = sectionHead(labels, section, said);
  }
  textZone(labels, { from: textStart, to: end, quoted, heads, isFinal: true });
  signatures(labels, textStart);
  const lines = labels.lines();
  const lineAt = new Map(lines.map((line, index) => [line.start, index]));
  const doubts = labels.doubts.flatMap(({ line, kind }) => {
    const at = lineAt.get(sheet.lines[line]?.start ?? -1);
    return at === undefined ? [] : [{ line: at, kind }];
  });
  return { lines, doubts };
}

/** The head of the page, the transmission and the captions of the first section; gives where its text begins. */
function header(labels: Labels, block: Transmission): number {
  pageHead(labels, block.head, block.start);
  if (block.group === undefined) groupAbove(labels, block);
  transmissionBlock(labels, block);
  return captionBlock(labels, block.end, block.message !== undefined);
}

/** A date-time group alone on a line above stands for one that the transmission lacks; a line above FM that looks like one is doubtful. */
function groupAbove(labels: Labels, { head, start }: Transmission): void {
  for (let at = head; at < start; at++) {
    if (labels.sign(at).group === undefined) continue;
    labels.furniture[at] = undefined;
    labels.role[at] = 'dateline';
    return;
  }
  if (start > head && /^[ZOPRYW0]{1,2}\s+\S*\d/.test(labels.text(start - 1))) labels.doubt(start - 1, 'group');
}

/** A cable that has lost its transmission: its header begins with the classification line or with a label. */
function headerless(labels: Labels): number {
  const { start, end } = labels.cable;
  for (let at = start; at < Math.min(end, start + MAX_ABOVE); at++) {
    const { message, caption, group, address } = labels.sign(at);
    if ([message, caption, group, address].every((sign) => sign === undefined)) continue;
    pageHead(labels, start, at);
    if (caption !== undefined) return captionBlock(labels, at, false);
    transmissionBlock(labels, { start: at, end: at + 1 });
    return captionBlock(labels, at + 1, message !== undefined);
  }
  return start;
}

/** The words of the header, by which those of further sections are known. */
function headerText(labels: Labels, from: number, to: number): string {
  const texts: string[] = [];
  for (let at = from; at < to; at++) texts.push(labels.text(at));
  return texts.join(' ').replace(/\s+/g, ' ');
}

/** The head of a further section: of the page as far as it repeats the first; gives where its text begins. */
function sectionHead(labels: Labels, section: Transmission, said: string): number {
  pageHead(labels, section.head, section.start);
  let at = section.start;
  for (; at < section.end; at++) labels.furniture[at] ??= 'section';
  for (; at < labels.cable.end; at++) {
    if (labels.sign(at).isEnd && labels.text(at) !== 'BT') break;
    if (labels.sign(at).furniture !== undefined) continue;
    if (!isRepeatedHeader(labels, at, said)) break;
    labels.furniture[at] = 'section';
  }
  return at;
}
