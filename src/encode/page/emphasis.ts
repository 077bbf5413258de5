import type { Inline } from '../../model/document.js';
import type { Cut } from './strand.js';

// A row of asterisks or underscores is no emphasis: `Approve ________`.
const EMPHASIS =
  /(~~|(?<!\*)\*\*(?=[^\s*])|(?<!_)__(?=[^\s_])|(?<![\w*])\*(?=[^\s*])|(?<![\w_])_(?=[^\s_]))(.+?)(~~|(?<=[^\s*])\*\*(?!\*)|(?<=[^\s_])__(?!_)|(?<=[^\s*])\*(?![\w*])|(?<=[^\s_])_(?![\w_]))/g;

const RENDITION: Readonly<Record<string, string>> = {
  '~~': 'strikethrough',
  '**': 'strong',
  __: 'strong',
  '*': 'italic',
  _: 'italic',
};

/** The words without the marks of their emphasis, as the header has them. */
export function withoutEmphasis(text: string): string {
  return text.replace(EMPHASIS, (whole, open: string, inner: string, close: string) =>
    open === close ? inner : whole,
  );
}

/** The emphasis that a line marks as Markdown does (OCR too writes `~~SECRET~~`): each stretch as a `hi`, its marks dropped. */
export function findEmphasis(text: string, start: number): readonly Cut[] {
  if (!/[*_~]/.test(text)) return [];
  const cuts: Cut[] = [];
  for (const match of text.matchAll(EMPHASIS)) {
    const [whole, open = '', inner = '', close = ''] = match;
    if (open !== close) continue;
    const from = match.index;
    const end = from + whole.length;
    const words: Inline = { element: 'text', text: inner, at: start + from + open.length };
    const rend = RENDITION[open] ?? 'italic';
    // What is struck through is `del` in FRUS.
    const element = rend === 'strikethrough' ? 'del' : 'hi';
    const node: Inline = { element, attributes: { rend }, children: [words] };
    const marks = [
      { start: start + from, end: start + from + open.length },
      { start: start + end - close.length, end: start + end },
    ];
    cuts.push({ start: from, end, node, marks });
  }
  return cuts;
}
