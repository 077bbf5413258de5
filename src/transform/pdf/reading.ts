import { inlinesIn } from '../../model/content-walk.js';
import { append } from '../../model/list.js';
import { MAY_PART } from '../../model/may-part.js';
import type { Block, Inline, PageContent, PageNumber, Paragraph, Part } from '../../model/page-content.js';
import { isUndivided, type Reading, ReadingBuilder, UNDIVIDED } from '../reading.js';

/** Where a word may be divided, as the author says: drawn only at the end of a line. */
const SOFT_HYPHEN = '\u00ad';

// biome-ignore lint/suspicious/noControlCharactersInRegex: MAY_PART is one
const UNSEEN = /[\s\u00ad\u0001]/g;

/** What the press has drawn. */
export interface Drawn {
  textOf(paragraph: Paragraph): string;
  timesOf(note: string): number;
}

/**
 * Reads the printed book for the proof that nothing is lost: the structure is the content's, the words are those that have been drawn. A note that is not
 * on the pages is not in the reading. Page numbers that the press has recomputed count as those of the source.
 */
export function readPages(content: PageContent, drawn: Drawn): Reading {
  const reader = new PagesReader(drawn);
  for (const part of content.parts) reader.part(part);
  const sections = sectionsOfNotes(content);
  for (const note of content.notes) {
    if (drawn.timesOf(note.id) === 0) continue;
    // What a note calls is called in the section of the note.
    const section = sections.get(note.id);
    if (section !== undefined) reader.open(section);
    reader.builder.openNote(note.id);
    for (const block of note.blocks) reader.block(block);
    reader.builder.closeNote();
    if (section !== undefined && section.id !== '') reader.builder.closeSection();
  }
  return reader.builder.finish();
}

/** The part in which each note is first called, by itself or by a note that is called there. */
function sectionsOfNotes(content: PageContent): Map<string, Part> {
  const bodies = new Map(content.notes.map((note) => [note.id, note.blocks]));
  const sections = new Map<string, Part>();
  const walk = (part: Part): void => {
    const waiting = [...part.blocks];
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop())
      for (const inline of inlinesIn(block)) {
        if (inline.type !== 'call' || sections.has(inline.note)) continue;
        sections.set(inline.note, part);
        append(waiting, bodies.get(inline.note) ?? []);
      }
    for (const inner of part.parts) walk(inner);
  };
  for (const part of content.parts) walk(part);
  return sections;
}

class PagesReader {
  readonly builder = new ReadingBuilder();
  readonly #drawn: Drawn;

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
  }

  open(part: Part): void {
    if (isUndivided(part.id)) this.builder.openSection(UNDIVIDED, false);
    else if (part.id !== '') this.builder.openSection(part.id, part.kind === 'document');
  }

  part(part: Part): void {
    if (part.made === true) return;
    this.open(part);
    for (const block of part.blocks) this.block(block);
    for (const inner of part.parts) this.part(inner);
    if (part.id !== '') this.builder.closeSection();
  }

  block(block: Block): void {
    switch (block.type) {
      case 'paragraph':
        this.#paragraph(block);
        break;
      case 'list':
        for (const item of block.items) for (const inner of item) this.block(inner);
        break;
      case 'group':
        if (block.role === 'attachment') this.builder.attachment();
        for (const inner of block.blocks) this.block(inner);
        break;
      case 'table':
        for (const caption of block.caption) this.#paragraph(caption);
        for (const row of block.rows) for (const cell of row) for (const inner of cell.blocks) this.block(inner);
        break;
      case 'figure':
        if (block.described === true) this.#apart(block.alternative);
        for (const inner of block.caption) this.block(inner);
        break;
    }
  }

  #apart(text: string): void {
    this.builder.openApart();
    this.builder.text(text);
    this.builder.closeApart();
  }

  #paragraph(paragraph: Paragraph): void {
    const { label = [], inlines: own } = paragraph;
    const inlines: Inline[] = label.length === 0 ? [...own] : [...label, { type: 'line-break' }, ...own];
    for (const inline of inlines) {
      if (inline.type === 'call') this.builder.call();
      if (inline.type === 'source-page') this.builder.pageBreak(inline.id ?? `n=${inline.n}`);
      if (inline.type === 'text' && inline.gap === true) this.builder.gap();
    }
    const text = asInSource(inlines, this.#drawn.textOf(paragraph));
    if (paragraph.apart === true) {
      this.#apart(text);
      return;
    }
    // A phrase that holds a block is set as paragraphs: they stand apart, also where the TEI does not part the words.
    this.builder.part(MAY_PART);
    this.builder.text(text);
    this.builder.part(MAY_PART);
  }
}

/**
 * The drawn text without the edition's own words, and with the source's page numbers put back where the press has set this edition's; the words
 * round them are checked.
 */
function asInSource(inlines: readonly Inline[], drawn: string): string {
  const isAltered = (inline: Inline): boolean =>
    (inline.type === 'page-number' && inline.text !== '') ||
    (inline.type === 'line-break' && inline.added === true) ||
    (inline.type === 'text' && (inline.added === true || inline.text.includes(SOFT_HYPHEN)));
  if (!inlines.some(isAltered)) return drawn;
  const words = (isWanted: (inline: Inline) => boolean): string =>
    inlines
      .filter(isWanted)
      .map((inline) => {
        if (inline.type === 'text') return inline.text;
        if (inline.type === 'page-number') return sourceNumber(inline);
        if (inline.type === 'call') return MAY_PART;
        if (inline.type === 'line-break') return inline.added === true ? MAY_PART : ' ';
        return '';
      })
      .join('');
  const bare = (text: string): string => text.replaceAll(UNSEEN, '');
  const isDrawnAsIs = bare(words((i) => i.type === 'text')) === bare(drawn);
  return isDrawnAsIs ? words((i) => !(i.type === 'text' && i.added === true)) : drawn;
}

/** A page of the source as the source prints it; nothing for a number that only this edition has. */
function sourceNumber({ text, before = '', suffix }: PageNumber): string {
  return text === '' ? '' : before + text + (suffix?.text ?? '');
}
