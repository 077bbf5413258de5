import { doiAddress } from '../../model/identifier.js';
import type { Inline, Paragraph, Part } from '../../model/page-content.js';
import type { Pivot } from '../../model/pivot.js';

/**
 * What a book has and a TEI volume need not have: a half-title before all else, with the volume's DOI, the imprint on the back of the title page, and a table of contents. Their words
 * come from the volume's headings; parts without an id are none of the volume's own sections. What is a single document is no book.
 *
 * @param halfTitle Its lines: the series, the number of the volume, its title.
 */
export function completeFront(parts: readonly Part[], halfTitle: readonly string[], doi?: string): Part[] {
  const withImprint = parts.flatMap((part) => (part.kind === 'titlepage' ? titleAndImprint(part) : [part]));
  const isBook = parts.length > 1 || parts.some((part) => part.kind === 'titlepage' || part.parts.length > 1);
  const [first = '', ...rest] = halfTitle;
  const half: Part[] = isBook
    ? [
        {
          ...partOf('titlepage', [
            { type: 'paragraph', role: 'title-half', inlines: [words(first)] },
            ...rest.map((line): Paragraph => ({ type: 'paragraph', role: 'title-sub', inlines: [words(line)] })),
            ...(doi === undefined ? [] : [identifierLine(doi)]),
          ]),
          made: true,
        },
      ]
    : [];
  return [...half, ...withContents(withImprint)];
}

/** What the half-title says: the series with its sub-series, the number of the volume and its title; of a volume of no series, the title. */
export function halfTitleOf(pivot: Pivot): readonly string[] {
  const of = (name: string): string => pivot.metadata.get(`title-${name}`)?.[0] ?? '';
  const number = [of('subseries'), of('volumenumber')].filter((title) => title !== '').join(', ');
  const lines = [of('series'), number, of('volume')].filter((title) => title !== '');
  return lines.length > 0 ? lines : [pivot.title];
}

function identifierLine(doi: string): Paragraph {
  return { type: 'paragraph', role: 'title-imprint', inlines: [words(doiAddress(doi))] };
}

function partOf(kind: Part['kind'], blocks: Part['blocks'], title = ''): Part {
  return { kind, id: '', title, blocks, parts: [] };
}

function words(text: string): Inline {
  return { type: 'text', text };
}

/** The page of the source that turns inside the title page's imprint is the back of the leaf: what follows stands there. */
function titleAndImprint(part: Part): Part[] {
  const front: Part['blocks'][number][] = [];
  const back: Part['blocks'][number][] = [];
  for (const block of part.blocks) {
    const turn = back.length === 0 && block.type === 'paragraph' ? turnOf(block) : -1;
    if (turn >= 0 && block.type === 'paragraph') {
      front.push({ ...block, inlines: block.inlines.slice(0, turn) });
      back.push({ type: 'paragraph', role: block.role, inlines: block.inlines.slice(turn) });
    } else (back.length === 0 ? front : back).push(block);
  }
  if (back.length === 0) return [part];
  return [
    { ...part, blocks: front },
    { ...partOf('titlepage', back), id: part.id, overleaf: true },
  ];
}

/** Where a page of the source begins after words of the paragraph, and not within one. */
function turnOf({ inlines }: Paragraph): number {
  const first = inlines.findIndex((inline) => inline.type === 'text');
  return inlines.findIndex(
    (inline, i) =>
      inline.type === 'source-page' && first >= 0 && i > first && !isWithinWord(inlines[i - 1], inlines[i + 1]),
  );
}

function isWithinWord(before: Inline | undefined, after: Inline | undefined): boolean {
  return before?.type === 'text' && after?.type === 'text' && /\S$/.test(before.text) && /^\S/.test(after.text);
}

/** Contents made of the headings, after the preface, for a volume that has none of its own. */
function withContents(parts: readonly Part[]): Part[] {
  const titled = parts.filter((part) => part.kind !== 'titlepage' && part.title !== '');
  if (parts.some((part) => part.kind === 'contents') || titled.length < 2) return [...parts];
  const entries = titled.flatMap((part) => entriesOf(part, 0));
  const head: Paragraph = { type: 'paragraph', role: 'head-chapter', level: 1, inlines: [words('Contents')] };
  const contents = partOf('contents', [head, ...entries], 'Contents');
  const last = parts.findLastIndex((part) => part.kind === 'titlepage' || part.id === 'preface');
  return [...parts.slice(0, last + 1), contents, ...parts.slice(last + 1)];
}

const listed: ReadonlySet<Part['kind']> = new Set(['front', 'compilation', 'chapter', 'subchapter', 'back', 'index']);

/** Of a part with documents the chapters are listed; of one that has none, as other editions have it, the sections. */
function entriesOf(part: Part, depth: number, isUndocumented = false): Paragraph[] {
  const isListed = listed.has(part.kind) || (part.kind === 'section' && isUndocumented);
  if (!isListed || part.title === '') return [];
  const entry: Paragraph = {
    type: 'paragraph',
    role: 'contents-entry',
    ...(depth > 0 ? { depth } : {}),
    inlines: [words(part.title), { type: 'leader' }, { type: 'page-number', target: part.id, text: '' }],
  };
  const holdsSections = part.kind === 'chapter' && part.parts.every(({ kind }) => kind === 'section');
  return [entry, ...part.parts.flatMap((inner) => entriesOf(inner, depth + 1, holdsSections))];
}
