import { evened, hasWords } from './spaces.js';
import type { MarkedBlock, MarkedInline } from './tree.js';

/** The blocks of a note without the number that stands before its words. */
export function withoutLabel(blocks: readonly MarkedBlock[], label: string): readonly MarkedBlock[] {
  const index = blocks.findIndex((block) => block.type !== 'paragraph' || hasWords(block.children));
  const first = blocks[index];
  if (first?.type !== 'paragraph') return blocks;
  const at = first.children.findIndex((inline) => inline.type !== 'dropped' && textOf(inline).trim() !== '');
  const inline = first.children[at];
  const parted = inline === undefined ? [] : partedLabel(inline, label);
  if (parted.length === 0) return blocks;
  return blocks.with(index, { ...first, children: evened(first.children.toSpliced(at, 1, ...parted)) });
}

/** An inline with the label at its beginning dropped; nothing where it has none. */
function partedLabel(inline: MarkedInline, label: string): readonly MarkedInline[] {
  if (inline.type === 'emphasis')
    return textOf(inline)
      .trim()
      .replace(/[[\]().:]/g, '') === label
      ? allDropped(inline)
      : [];
  if (inline.type !== 'words') return [];
  const sign = leadingLabel(inline.value, label);
  if (sign === 0) return [];
  const at = inline.at === undefined ? {} : { at: inline.at };
  return [
    { type: 'dropped', value: inline.value.slice(0, sign), ...at },
    { ...inline, value: inline.value.slice(sign) },
  ];
}

/** How many characters of `1. Text`, `[1] Text`, `¹ Text`, `^ Text` are the label; 0 where it has none. */
function leadingLabel(words: string, label: string): number {
  const match = /^\s*(?:[↑^]+|[[({]?\s*([\p{L}\p{N}*†‡§¶#]{1,6})\s*[\])}]?[.:]?(?=\s|$)|([⁰¹²³⁴-⁹]+))\s*/u.exec(words);
  if (match === null) return 0;
  const found = match[1] ?? match[2];
  return found === undefined || found.normalize('NFKC') === label ? match[0].length : 0;
}

function textOf(inline: MarkedInline): string {
  if (inline.type === 'emphasis') return inline.children.map(textOf).join('');
  return inline.type === 'words' ? inline.value : '';
}

function allDropped(inline: MarkedInline): readonly MarkedInline[] {
  if (inline.type === 'emphasis') return inline.children.flatMap(allDropped);
  return inline.type === 'words' ? [{ ...inline, type: 'dropped' }] : [inline];
}
