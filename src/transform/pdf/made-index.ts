import { inlinesIn } from '../../model/content-walk.js';
import type { HouseStyle } from '../../model/house-style.js';
import type { Block, Inline, PageContent, Paragraph, Part } from '../../model/page-content.js';
import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { printedDate } from '../../model/printed-date.js';
import { text } from './inlines.js';

/** The parts in which a mention counts: what the editors say in front of the documents is no matter of an index. */
const TEXT: ReadonlySet<Part['kind']> = new Set(['compilation', 'chapter', 'subchapter', 'document', 'section']);

/**
 * A book with the lists that its house style asks for, at its end: the documents by their dates, and an index of persons and subjects. They are furniture of this edition, made of what the
 * volume encodes, and no words of it: `made` tells whoever proves that nothing is lost.
 */
export function withMadeLists(
  content: PageContent,
  pivot: PivotElement,
  { made, chronology }: HouseStyle['index'],
): PageContent {
  const hasIndex = content.parts.some(({ kind }) => kind === 'index');
  const isWanted = made === 'always' || (made === 'auto' && !hasIndex);
  const lists = [...(chronology ? chronologyOf(content) : []), ...(isWanted ? indexOf(content, pivot) : [])];
  return lists.length === 0 ? content : { ...content, parts: [...content.parts, ...lists] };
}

function documentsIn(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => (part.kind === 'document' ? [part] : documentsIn(part.parts)));
}

function listPart(kind: 'back' | 'index', id: string, title: string, blocks: readonly Block[]): Part {
  const head: Paragraph = { type: 'paragraph', role: 'head-chapter', level: 1, inlines: [words(title)] };
  return { kind, id, title, made: true, blocks: [head, ...blocks], parts: [] };
}

function words(text: string): Inline {
  return { type: 'text', text };
}

/** The documents that have a date, in the order of their dates; those of one day in that of the volume. */
function chronologyOf({ parts }: PageContent): Part[] {
  const dated = documentsIn(parts).flatMap((part) => (part.date === undefined ? [] : [{ part, date: part.date }]));
  if (dated.length === 0) return [];
  const entries = dated
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(
      ({ part: { id, title }, date }): Paragraph => ({
        type: 'paragraph',
        role: 'contents-entry',
        inlines: [
          words(`${printedDate(date)}: ${title}`),
          { type: 'leader' },
          { type: 'page-number', target: id, text: '' },
        ],
      }),
    );
  return [listPart('back', 'made-chronology', 'Documents by Date', entries)];
}

/** An entry with what stands below it. */
interface Entry {
  readonly words: string;
  readonly paragraphs: readonly Paragraph[];
}

function indexOf(content: PageContent, pivot: PivotElement): Part[] {
  const mentioned = mentionedIn(content);
  const named = listedNames(pivot).filter(({ id }) => mentioned.has(id));
  const persons = named.map(
    ({ id, name }): Entry => ({ words: name, paragraphs: [entry(0, words(name), { type: 'mentions', of: id })] }),
  );
  const entries = [...persons, ...content.parts.flatMap(subjectsIn)];
  if (entries.length === 0) return [];
  const sorted = entries
    .map((of) => ({ of, key: sortKey(of.words) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return [
    listPart(
      'index',
      'made-names',
      'Index',
      sorted.flatMap(({ of }) => of.paragraphs),
    ),
  ];
}

function entry(depth: number, ...inlines: readonly Inline[]): Paragraph {
  return { type: 'paragraph', role: 'index-entry', inlines, ...(depth > 0 ? { depth } : {}) };
}

/** As indexes are sorted: letter by letter, without accents, signs and the article. */
function sortKey(said: string): string {
  const bare = said
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '');
  return bare.replace(/^(?:the|an?) /, '');
}

/** A chapter or subchapter that has documents of its own, with these below it. */
function subjectsIn(part: Part): Entry[] {
  const inner = part.parts.flatMap(subjectsIn);
  const documents = part.parts.filter(({ kind }) => kind === 'document');
  if (!TEXT.has(part.kind) || part.title === '' || documents.length === 0) return inner;
  const below = documents.map(({ id, number, date, title }) => {
    const name = number === undefined ? title : `Document ${number}`;
    const said = [name, ...(date === undefined ? [] : [printedDate(date)])].join(', ');
    return entry(1, words(said), { type: 'page-number', target: id, text: '', before: ', ' });
  });
  return [{ words: part.title, paragraphs: [entry(0, words(part.title)), ...below] }, ...inner];
}

/** The persons and terms that the text of the volume and its notes name. */
function mentionedIn({ parts, notes }: PageContent): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (block: Block): void => {
    for (const inline of inlinesIn(block))
      if (inline.type === 'text' && inline.mention !== undefined) found.add(inline.mention);
  };
  const walk = (part: Part): void => {
    if (TEXT.has(part.kind)) part.blocks.forEach(look);
    part.parts.forEach(walk);
  };
  parts.forEach(walk);
  for (const note of notes) note.blocks.forEach(look);
  return found;
}

/** What the lists of persons and of terms call those whom the text points to: `Rusk, Dean`; `National Security Council (NSC)`. */
function listedNames(pivot: PivotElement): { readonly id: string; readonly name: string }[] {
  return listsIn(pivot).flatMap(({ section, isOfTerms }) =>
    itemsIn(section).flatMap((item) => {
      const named = firstWithId(item);
      if (named?.attributes['id'] === undefined) return [];
      const name = plain(text(named)).replace(/[,;:]$/, '');
      const meaning = plain(text(item))
        .slice(plain(text(named)).length)
        .replace(/^[\s,;:—–-]+|[\s.;,]+$/g, '');
      const full = isOfTerms && meaning !== '' && meaning.length < LONGEST ? `${meaning} (${name})` : name;
      return name === '' ? [] : [{ id: named.attributes['id'], name: full }];
    }),
  );
}

/** What stands for a term longer than this explains it, and is no name. */
const LONGEST = 70;

function listsIn(node: PivotElement): { readonly section: PivotElement; readonly isOfTerms: boolean }[] {
  const type = node.attributes['data-type'] ?? '';
  if (/^(?:persons|names|terms|abbreviations)/i.test(type) && node.name !== 'ul')
    return [{ section: node, isOfTerms: /^(?:terms|abbreviations)/i.test(type) }];
  return node.attributes['data-kind'] === 'document' ? [] : childrenOf(node).flatMap(listsIn);
}

function itemsIn(node: PivotElement): readonly PivotElement[] {
  return node.name === 'li' ? [node] : childrenOf(node).flatMap(itemsIn);
}

function firstWithId(node: PivotElement): PivotElement | undefined {
  for (const child of childrenOf(node)) {
    const found = child.attributes['id'] === undefined ? firstWithId(child) : child;
    if (found !== undefined) return found;
  }
  return undefined;
}

function childrenOf(node: PivotElement): readonly PivotElement[] {
  return node.children.filter((child: PivotNode) => typeof child !== 'string');
}

function plain(said: string): string {
  return said.replace(/\s+/g, ' ').trim();
}
