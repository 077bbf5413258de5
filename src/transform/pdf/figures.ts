import type { Block, Figure } from '../../model/page-content.js';
import type { PivotElement } from '../../model/pivot.js';

/** What stands for a picture until its file is found: its address in the TEI, and its words. */
export function figureOf({ attributes }: PivotElement): Figure {
  const words = attributes['aria-label'] ?? 'Figure';
  const name = attributes['data-url'];
  return {
    type: 'figure',
    alternative: words,
    ...(name === undefined ? {} : { name }),
    ...(attributes['data-described'] === undefined ? {} : { described: true }),
    caption: [],
  };
}

/** Paragraphs become captions; those behind a picture are its own, so that they stay together. */
export function withCaptions(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const made: Block = block.type === 'paragraph' && block.role !== 'caption' ? { ...block, role: 'caption' } : block;
    const last = out.at(-1);
    if (made.type === 'paragraph' && last?.type === 'figure')
      out.splice(-1, 1, { ...last, caption: [...last.caption, made] });
    else out.push(made);
  }
  return out;
}
