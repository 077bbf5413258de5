import { firstFrom } from '../../model/list.js';
import {
  type CallAgain,
  type Emphasis,
  type MarkedHeading,
  type MarkedNote,
  MarkedText,
  type Origin,
} from '../../model/marked-text.js';
import type { Span } from '../../model/position.js';
import { SourceFile } from '../../model/source-file.js';
import { hasWords } from './spaces.js';
import type { MarkedBlock, MarkedInline, MarkedItem, MarkedNoteNode, MarkedTree, MarkedWords } from './tree.js';
import { flattened, inOrderOfCalls, numbered } from './tree-walk.js';

/** A text as read, with its words in the order of the file, by which it is proven whole. */
export interface Written {
  readonly text: MarkedText;
  /** What an editor is shown. */
  readonly shown: string;
  /** The words of the file alone, in the order of their offsets, without what was made. */
  readonly words: string;
}

/** A file that can be shown itself, and where in it the text begins whose offsets the tree has. */
export interface Original {
  readonly source: SourceFile;
  readonly shift: number;
}

/**
 * Writes a tree as the text that the grammar reads.
 * @param original the file that holds the words, where it can be shown; of any other the text as read is shown, under `path`
 */
export function writeMarked(path: string, tree: MarkedTree, original?: Original): Written {
  const writer = new Writer(numbered(tree), original);
  writer.blocks(tree.blocks);
  const notesStart = writer.endOfText();
  const notes = placed(
    inOrderOfCalls(tree).map((note) => writer.note(note)),
    notesStart,
  );
  return writer.end(path, notes, notesStart);
}

/** The notes with their places in the text, in the order of these: a note that is called in another stands where that does. */
function placed(notes: readonly MarkedNote[], notesStart: number): readonly MarkedNote[] {
  const places = new Map<MarkedNote, number | undefined>();
  const made = notes.map((note): MarkedNote => {
    const { call } = note;
    // The notes are written one after another, so that a call among them is in the last that begins before it.
    const around =
      call === undefined || call < notesStart
        ? undefined
        : notes[firstFrom(notes, (one) => (one.paragraphs[0]?.start ?? 0) > call) - 1];
    const place = around === undefined ? call : places.get(around);
    places.set(note, place);
    return place === undefined ? note : { ...note, place };
  });
  return made.sort((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY));
}

/** How an emphasis is shown in the text as read. */
const SIGNS: Readonly<Record<string, string>> = { strong: '**', italic: '*', strikethrough: '~~' };

class Writer {
  readonly #labels: ReadonlyMap<string, string>;
  readonly #original: Original | undefined;
  #plain = '';
  #shown = '';
  readonly #origins: Origin[] = [];
  readonly #emphasis: { start: number; end: number; rend: string; line: number }[] = [];
  readonly #headings: MarkedHeading[] = [];
  readonly #calls = new Map<string, number>();
  readonly #again: CallAgain[] = [];
  readonly #words: { readonly at: number; readonly value: string }[] = [];
  readonly #bars = new Set<number>();
  #isCell = false;
  /** What stands for the end of a line inside a block. */
  #lineEnd = '\n';
  /** Where the line begins that is being written. */
  #lineStart = 0;

  constructor(labels: ReadonlyMap<string, string>, original: Original | undefined) {
    this.#labels = labels;
    this.#original = original;
  }

  blocks(blocks: readonly MarkedBlock[]): void {
    for (const block of blocks) {
      if (block.type === 'heading') this.#heading(block.depth, block.children);
      else if (block.type === 'paragraph') this.#paragraph(block.children);
      else if (block.type === 'list') this.#list(block.items, '');
      else if (block.type === 'quote') this.#quote(block.blocks);
      else if (block.type === 'table') this.#table(block);
      else this.#both(this.#plain === '' ? '' : '\f');
    }
  }

  endOfText(): number {
    return this.#plain.length;
  }

  /** A note with its label, on lines of its own. */
  note({ id, blocks }: MarkedNoteNode): MarkedNote {
    const label = this.#labels.get(id) ?? id;
    const call = this.#calls.get(id);
    this.#gap();
    this.#sign(`[^${label}]: `);
    this.#lineEnd = ' ';
    const paragraphs: Span[] = [];
    for (const inlines of flattened(blocks)) {
      if (paragraphs.length > 0 && hasWords(inlines)) this.#gap('    ');
      const start = this.#plain.length;
      this.#inlines(inlines);
      // A link back alone is no paragraph.
      if (this.#plain.length > start) paragraphs.push({ start, end: this.#plain.length });
    }
    this.#lineEnd = '\n';
    return { label, paragraphs, ...(call === undefined ? {} : { call }) };
  }

  end(path: string, notes: readonly MarkedNote[], notesStart: number): Written {
    const shown = this.#original?.source ?? new SourceFile(path, this.#shown);
    const emphasis = this.#emphasis
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map(
        ({ start, end, rend, line }): Emphasis => ({ start, end, rend, isWholeLine: this.#isWhole(line, start, end) }),
      );
    const markup = { emphasis, notes, headings: this.#headings, notesStart, bars: this.#bars, again: this.#again };
    const words = this.#words
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value)
      .join('');
    return { text: new MarkedText(shown, this.#plain, this.#origins, markup), shown: shown.text, words };
  }

  /** Whether a stretch is all that its line holds, stops and brackets apart. */
  #isWhole(line: number, start: number, end: number): boolean {
    if (start - line > LONGEST_REST) return false;
    const [after = ''] = this.#plain.slice(end, end + LONGEST_REST).split('\n', 1);
    return !/[\p{L}\p{N}]/u.test(this.#plain.slice(line, start) + after);
  }

  #heading(depth: number, children: readonly MarkedInline[]): void {
    this.#gap();
    const start = this.#plain.length;
    const signs = `${'#'.repeat(depth)} `;
    this.#sign(signs);
    this.#lineEnd = ' ';
    this.#inlines(children);
    this.#lineEnd = '\n';
    this.#headings.push({ start, end: this.#plain.length, depth, signs: signs.length });
  }

  #paragraph(children: readonly MarkedInline[]): void {
    this.#gap();
    this.#inlines(children);
  }

  #list(items: readonly MarkedItem[], indent: string): void {
    for (const [index, { label, blocks }] of items.entries()) {
      if (index === 0 && indent === '') this.#gap();
      else this.#newLine();
      this.#both(indent);
      if (label === undefined) this.#sign('- ');
      else {
        this.#printed(label);
        this.#both(' ');
      }
      this.#lineEnd = ' ';
      const [first, ...others] = blocks;
      if (first?.type === 'paragraph' || first?.type === 'heading') this.#inlines(first.children);
      for (const block of first?.type === 'paragraph' || first?.type === 'heading' ? others : blocks) {
        if (block.type === 'list') this.#list(block.items, `${indent}  `);
        else this.blocks([block]);
      }
      this.#lineEnd = '\n';
    }
  }

  #quote(blocks: readonly MarkedBlock[]): void {
    const paragraphs = flattened(blocks);
    for (const [index, inlines] of paragraphs.entries()) {
      if (index === 0) this.#gap();
      else {
        this.#newLine();
        this.#sign('>');
        this.#newLine();
      }
      this.#sign('> ');
      this.#lineEnd = ' ';
      this.#inlines(inlines);
      this.#lineEnd = '\n';
    }
  }

  #table({ rows }: Extract<MarkedBlock, { type: 'table' }>): void {
    this.#lineEnd = ' ';
    this.#isCell = true;
    for (const [index, row] of rows.entries()) {
      if (index === 0) this.#gap();
      else this.#row();
      this.#sign('| ');
      for (const [column, cell] of row.cells.entries()) {
        if (column > 0) this.#sign(' | ');
        this.#inlines(cell);
      }
      this.#sign(' |');
      if (row.isLabel && rows[index + 1]?.isLabel !== true) {
        this.#row();
        this.#sign(`|${' --- |'.repeat(Math.max(1, row.cells.length))}`);
      }
    }
    this.#isCell = false;
    this.#lineEnd = '\n';
  }

  #inlines(inlines: readonly MarkedInline[]): void {
    for (const inline of inlines) {
      if (inline.type === 'words') this.#printed(inline);
      else if (inline.type === 'dropped') {
        if (inline.at !== undefined) this.#words.push({ at: inline.at, value: inline.value });
      } else if (inline.type === 'break') this.#both(this.#lineEnd);
      else if (inline.type === 'emphasis') {
        const [start, line] = [this.#plain.length, this.#lineStart];
        const sign = SIGNS[inline.rend] ?? '';
        this.#shown += sign;
        this.#inlines(inline.children);
        this.#shown += sign;
        const end = this.#plain.length;
        if (end > start) this.#emphasis.push({ start, end, rend: inline.rend, line });
      } else {
        this.#shown += `[^${this.#labels.get(inline.note) ?? ''}]`;
        const known = this.#calls.has(inline.note);
        if (known) this.#again.push({ at: this.#plain.length, label: this.#labels.get(inline.note) ?? '' });
        else this.#calls.set(inline.note, this.#plain.length);
      }
    }
  }

  #printed({ value, at, isMark }: MarkedWords): void {
    if (value === '') return;
    this.#origins.push({ at: this.#plain.length, shown: this.#placeOf(at) });
    if (at !== undefined && isMark !== true) this.#words.push({ at, value });
    if (this.#isCell)
      for (let bar = value.indexOf('|'); bar >= 0; bar = value.indexOf('|', bar + 1))
        this.#bars.add(this.#plain.length + bar);
    this.#both(value);
  }

  #placeOf(at: number | undefined): number {
    if (this.#original === undefined) return this.#shown.length;
    return at === undefined ? (this.#origins.at(-1)?.shown ?? this.#original.shift) : at + this.#original.shift;
  }

  /** Signs of the dialect, which are no words of the file. */
  #sign(signs: string): void {
    this.#both(signs);
  }

  #both(text: string): void {
    this.#plain += text;
    this.#shown += text;
    const lastLine = text.lastIndexOf('\n') + 1;
    if (lastLine > 0) this.#lineStart = this.#plain.length - text.length + lastLine;
  }

  /** An empty line before a block. */
  #gap(indent = ''): void {
    if (this.#plain === '') return;
    this.#both(`\n\n${indent}`);
  }

  #newLine(): void {
    this.#both('\n');
  }

  /** Rows stand apart, so that no reader takes them for the lines of a paragraph. */
  #row(): void {
    this.#plain += '\n';
    this.#both('\n');
  }
}

/** More of a line need not be looked at to know that it holds other words. */
const LONGEST_REST = 1000;
