import type { Composed } from './items.js';
import { BOX } from './line-breaking.js';
import { widthOf } from './type-case.js';

/** By how much a line begins and ends outside the measure, in points. */
export interface Hang {
  readonly before: number;
  readonly after: number;
}

export const NO_HANG: Hang = { before: 0, after: 0 };

/** Which part of a sign stands in the margin (after R. Bringhurst, The Elements of Typographic Style, 2.1.10): so much that the edge of the text looks even. */
const PARTS: Readonly<Record<string, number>> = {
  '-': 0.6,
  '\u00ad': 0.6,
  '.': 0.6,
  ',': 0.6,
  ';': 0.3,
  ':': 0.3,
  '–': 0.3,
  '—': 0.2,
  '’': 0.6,
  '‘': 0.6,
  "'": 0.6,
  '”': 0.5,
  '“': 0.5,
};

/** How far the line from an item to another hangs in the margins. What it is indented by does not hang. */
export function hangOf(items: Composed, start: number, to: number): Hang {
  const first = items.pieces[start];
  let last = to - 1;
  while (last > start && items.kind[last] !== BOX) last--;
  const end = items.pieces[last];
  const before = first === undefined || first.setting.rise !== 0 ? 0 : partOf(first.text.charAt(0), first);
  if (end === undefined || end.setting.rise !== 0 || last <= start) return { before, after: 0 };
  const sign = items.hyphen[to] === 1 ? '-' : end.text.charAt(end.text.length - 1);
  return { before, after: partOf(sign, end) };
}

function partOf(sign: string, { setting }: NonNullable<Composed['pieces'][number]>): number {
  const part = PARTS[sign];
  return part === undefined ? 0 : part * widthOf(sign, setting);
}
