import type { Block, Figure } from '../../model/page-content.js';
import type { PivotElement } from '../../model/pivot.js';

/** What stands for a picture until its file is found: its address in the TEI, and its words. */
export function figureOf({ attributes }: PivotElement): Figure {
  const words = attributes['aria-label'] ?? 'Figure';
  const name = attributes['data-url'];
  const width = widthOf(attributes['data-width']);
  return {
    type: 'figure',
    alternative: words,
    ...(name === undefined ? {} : { name }),
    ...(attributes['data-described'] === undefined ? {} : { described: true }),
    ...(width === undefined ? {} : { width }),
    caption: [],
  };
}

/** Whether a picture comes after words. */
function isLed(blocks: readonly Block[]): boolean {
  return blocks.some((block, i) => block.type === 'figure' && i > 0);
}

/** Points of the units in which TEI gives a width (`teidata.outputMeasurement`). */
const POINTS: Readonly<Record<string, number>> = {
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  in: 72,
  pt: 1,
  pc: 12,
  px: 0.75,
  em: 10.5,
  rem: 10.5,
  ex: 5,
  '': 0.75,
};

/** A width in points; undefined where it is a part of the page or not given. */
function widthOf(measure: string | undefined): number | undefined {
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/.exec(measure ?? '') ?? [];
  const points = POINTS[unit ?? ''];
  return number === undefined || points === undefined || Number(number) === 0 ? undefined : Number(number) * points;
}

/** Words become captions: those behind a picture are its own, those before it a heading, which stays with it. */
export function withCaptions(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const hasPicture = out.some(({ type }) => type === 'figure');
    const made: Block =
      block.type === 'paragraph' ? { ...block, role: isLed(blocks) && !hasPicture ? 'head-table' : 'caption' } : block;
    const last = out.at(-1);
    if (made.type === 'paragraph' && last?.type === 'figure')
      out.splice(-1, 1, { ...last, caption: [...last.caption, made] });
    else out.push(made);
  }
  return out;
}
