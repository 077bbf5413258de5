import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { paragraphsIn } from '../model/content-walk.js';
import type { Block, Figure, Inline, NoteBody, PageContent, Paragraph, Part } from '../model/page-content.js';
import { plainText } from './drawn-text.js';
import type { PressOptions, PrintedBook } from './options.js';
import { placeholderOf } from './placeholder.js';

/** Sets a book; what it throws is what it could not set. */
export type Setting = (content: PageContent, options: PressOptions) => Result<PrintedBook>;

/**
 * Sets a book. Where that fails, the blocks at which it fails are looked for, and set as plain paragraphs, each with a finding (PR023); the rest of the book is as
 * it would be. What cannot be set even so, or fails only together with others, is thrown.
 */
export function setOrSetPlainly(content: PageContent, options: PressOptions, set: Setting): Result<PrintedBook> {
  try {
    return set(content, options);
  } catch (error) {
    const plain = plainlyWhereNeeded(content, options, set);
    if (plain.size === 0) throw error;
    const { value, diagnostics } = set(mapped(content, plain), options);
    const found = findingsOf(content, plain, options);
    return {
      ...(value === undefined ? {} : { value: asInContent(value, plain) }),
      diagnostics: [...found, ...diagnostics],
    };
  }
}

/** Blocks with the paragraphs that stand for them. */
type Plain = ReadonlyMap<Block, readonly PlainParagraph[]>;

/** A paragraph without form, and what it stands for. */
interface PlainParagraph {
  readonly paragraph: Paragraph;
  readonly of: Paragraph;
}

function plainlyWhereNeeded(content: PageContent, options: PressOptions, set: Setting): Plain {
  const { progress: _, ...quiet } = options;
  const fails = (blocks: readonly Block[]): boolean => {
    try {
      set(containing(content, blocks), quiet);
      return false;
    } catch {
      return true;
    }
  };
  const plain = new Map<Block, readonly PlainParagraph[]>();
  for (const block of failingOf(blocksOf(content), fails)) plain.set(block, plainly(block));
  return plain;
}

/** The blocks that fail alone, found by halves: what does not fail is set once. Of a group, those within it where there are such. */
function failingOf(blocks: readonly Block[], fails: (blocks: readonly Block[]) => boolean): readonly Block[] {
  if (blocks.length === 0 || !fails(blocks)) return [];
  const [first] = blocks;
  if (blocks.length === 1 && first !== undefined) {
    const inner = first.type === 'group' ? failingOf(first.blocks, fails) : [];
    return inner.length > 0 ? inner : blocks;
  }
  const half = Math.ceil(blocks.length / 2);
  return [...failingOf(blocks.slice(0, half), fails), ...failingOf(blocks.slice(half), fails)];
}

function blocksOf({ parts, notes }: PageContent): Block[] {
  const ofPart = (part: Part): readonly Block[] => [...part.blocks, ...part.parts.flatMap(ofPart)];
  return [...parts.flatMap(ofPart), ...notes.flatMap((note) => note.blocks)];
}

/** A book of nothing but some blocks, in a division as plain as can be. */
function containing(content: PageContent, blocks: readonly Block[]): PageContent {
  return { ...content, parts: [{ kind: 'section', id: '', title: '', blocks, parts: [] }], notes: [] };
}

/** A block as paragraphs of text: all its words and calls, in the order of reading. */
function plainly(block: Block): readonly PlainParagraph[] {
  return readingOf(block).map((of) => {
    const inlines = [...(of.label ?? []), ...(of.label === undefined ? [] : [LABEL_GAP]), ...of.inlines];
    const { id, apart, lang } = of;
    const more = { ...(id === undefined ? {} : { id }), ...(apart === undefined ? {} : { apart }) };
    const paragraph: Paragraph = {
      type: 'paragraph',
      role: 'text-flush',
      ...more,
      ...(lang === undefined ? {} : { lang }),
      inlines: inlines.filter(({ type }) => type !== 'leader').map(withoutStyle),
    };
    return { paragraph, of };
  });
}

const LABEL_GAP: Inline = { type: 'text', text: ' ', added: true };

/** The paragraphs of a block, a figure's words as one of them. */
function readingOf(block: Block): readonly Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'list':
      return block.items.flat().flatMap(readingOf);
    case 'group':
      return block.blocks.flatMap(readingOf);
    case 'table':
      return [...block.caption, ...block.rows.flat().flatMap((cell) => cell.blocks.flatMap(readingOf))];
    case 'figure':
      return [wordsOf(block), ...block.caption.flatMap(readingOf)];
  }
}

function wordsOf({ image: _, ...figure }: Figure): Paragraph {
  return placeholderOf(figure);
}

function withoutStyle(inline: Inline): Inline {
  if (inline.type !== 'text' && inline.type !== 'page-number') return inline;
  const { style: _, ...rest } = inline;
  return rest;
}

/** The book with the paragraphs in the place of the blocks. */
function mapped(content: PageContent, plain: Plain): PageContent {
  const blocks = (of: readonly Block[]): readonly Block[] =>
    of.flatMap((block): readonly Block[] => {
      const paragraphs = plain.get(block);
      if (paragraphs !== undefined) return paragraphs.map(({ paragraph }) => paragraph);
      return block.type === 'group' ? [{ ...block, blocks: blocks(block.blocks) }] : [block];
    });
  const part = (of: Part): Part => ({ ...of, blocks: blocks(of.blocks), parts: of.parts.map(part) });
  const note = (of: NoteBody): NoteBody => ({ ...of, blocks: blocks(of.blocks) });
  return { ...content, parts: content.parts.map(part), notes: content.notes.map(note) };
}

/** What has been drawn, asked for by the paragraphs of the book as it was given. */
function asInContent(book: PrintedBook, plain: Plain): PrintedBook {
  const stands = new Map([...plain.values()].flat().map(({ of, paragraph }) => [of, paragraph]));
  const { drawn } = book;
  return {
    ...book,
    drawn: {
      textOf: (paragraph) => drawn.textOf(stands.get(paragraph) ?? paragraph),
      timesOf: (note) => drawn.timesOf(note),
    },
  };
}

/** PR023 for each block that is set plainly, at its words. */
function findingsOf(content: PageContent, plain: Plain, { file, locate }: PressOptions): Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (blocks: readonly Block[], where: string): void => {
    for (const block of blocks) {
      if (plain.has(block)) {
        const first = firstWordsOf(block);
        const start = locate?.(where, first);
        const facts = {
          kind: KINDS[block.type],
          where: where === '' ? 'the volume' : where,
          words: first.slice(0, 60),
        };
        found.push(diagnostic('PR023', facts, { file, ...(start === undefined ? {} : { start }) }));
      } else if (block.type === 'group') look(block.blocks, where);
    }
  };
  const part = (of: Part): void => {
    look(of.blocks, of.id);
    of.parts.forEach(part);
  };
  content.parts.forEach(part);
  for (const note of content.notes) look(note.blocks, note.id);
  return found;
}

const KINDS: Readonly<Record<Block['type'], string>> = {
  paragraph: 'paragraph',
  list: 'list',
  table: 'table',
  figure: 'picture',
  group: 'passage',
};

/** The first run of words in a block, as the volume has them; of a picture without any, its description. */
function firstWordsOf(block: Block): string {
  for (const paragraph of paragraphsIn(block))
    for (const inline of [...(paragraph.label ?? []), ...paragraph.inlines])
      if (inline.type === 'text' && inline.added !== true && inline.text.trim() !== '') return inline.text.trim();
  return (
    readingOf(block)
      .map(plainText)
      .find((text) => text !== '') ?? ''
  );
}
