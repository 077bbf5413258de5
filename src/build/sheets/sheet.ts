import type { SheetLabel } from '../../encode/regions/second/labels.js';
import type { Chance } from './chance.js';

/** A sheet of which the label of every line is known. */
export interface RenderedSheet<Label extends string = SheetLabel> {
  readonly raw: string;
  /** The label of each line, or part of a line, by the offset at which its words begin. */
  readonly gold: ReadonlyMap<number, Label>;
  /** The offsets at which the first lines of documents begin. */
  readonly begins: readonly number[];
}

interface Piece<Label> {
  readonly text: string;
  readonly label: Label;
}

/** A sheet in the making: lines of one or more pieces, empty lines, ends of pages. */
export class Sheet<Label extends string = SheetLabel> {
  readonly chance: Chance;
  /** How many columns a line has. */
  readonly width: number;
  /** Each paragraph stands on one line. */
  readonly isFlowing: boolean;
  /** No line keeps its place: an archive's text recognition has lost it. */
  readonly isFlat: boolean;
  readonly #slips: number;
  readonly #lines: {
    readonly indent: number;
    readonly pieces: readonly Piece<Label>[];
    readonly gap: number;
    isPage: boolean;
    isFirst: boolean;
  }[] = [];
  #hasPage = false;
  #hasBegun = false;

  constructor(chance: Chance) {
    this.chance = chance;
    this.width = chance.between(56, 76);
    this.isFlowing = chance.is(0.35);
    this.isFlat = chance.is(0.3);
    this.#slips = chance.is(0.5) ? 0 : chance.of([0.001, 0.002, 0.005]);
  }

  /** How many lines the sheet has so far. */
  get length(): number {
    return this.#lines.length;
  }

  put(label: Label, text: string, indent = 0): this {
    return this.row([[label, text]], indent);
  }

  /** Several things on one line, each so many columns wide that a gap parts them. */
  row(pieces: readonly (readonly [Label, string])[], indent = 0, gap = this.chance.between(4, 14)): this {
    const kept = pieces
      .filter(([, text]) => text.trim() !== '')
      .map(([label, text]) => ({ label, text: this.#slipped(text.trim()) }));
    if (kept.length === 0) return this;
    const [isPage, isFirst] = [this.#hasPage, this.#hasBegun];
    this.#lines.push({ indent: this.isFlat ? 0 : indent, pieces: kept, gap, isPage, isFirst });
    this.#hasPage = false;
    this.#hasBegun = false;
    return this;
  }

  center(label: Label, text: string): this {
    return this.put(label, text, Math.max(0, Math.floor((this.width - text.length) / 2)));
  }

  right(label: Label, text: string): this {
    return this.put(label, text, Math.max(0, this.width - text.length - this.chance.between(0, 4)));
  }

  /** Left, in the middle, or on the right. */
  place(where: 'left' | 'center' | 'right', label: Label, text: string): this {
    return where === 'left'
      ? this.put(label, text)
      : where === 'center'
        ? this.center(label, text)
        : this.right(label, text);
  }

  blank(count = 1): this {
    for (let made = 0; made < count; made++)
      this.#lines.push({ indent: 0, pieces: [], gap: 0, isPage: false, isFirst: false });
    return this;
  }

  /** With the next line a document begins. */
  begin(): this {
    this.#hasBegun = true;
    return this;
  }

  formFeed(): this {
    this.#hasPage = true;
    return this;
  }

  /** A paragraph in the lines of the sheet. */
  paragraph(
    label: Label,
    text: string,
    options: { readonly indent?: number; readonly first?: number; readonly isDouble?: boolean } = {},
  ): this {
    const { indent = 0, first = 0, isDouble = false } = options;
    if (this.isFlowing) return this.put(label, text, first);
    for (const [index, line] of this.wrapped(text, this.width - indent, first).entries()) {
      if (index > 0 && isDouble) this.blank();
      this.put(label, line, index === 0 ? indent + first : indent);
    }
    return this;
  }

  /** The lines of a text, the first so much shorter; long words are parted by chance. */
  wrapped(text: string, width: number, first = 0): readonly string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const room = width - (lines.length === 0 ? first : 0) - line.length - 1;
      if (line !== '' && word.length > room) {
        const isParted = word.length >= 8 && room >= 5 && /^\p{Ll}+[.,]?$/u.test(word) && this.chance.is(0.4);
        const cut = Math.min(room - 1, 4);
        lines.push(isParted ? `${line} ${word.slice(0, cut)}-` : line);
        line = isParted ? word.slice(cut) : word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return line === '' ? lines : [...lines, line];
  }

  #slipped(text: string): string {
    if (this.#slips === 0) return text;
    return text.replace(/1|0|5|l|O|m|h|e|c|I|rn/g, (sign) =>
      this.chance.is(this.#slips * 8) ? (SLIPS[sign] ?? sign) : sign,
    );
  }

  /** The text with its labels. */
  done(): RenderedSheet<Label> {
    const gold = new Map<number, Label>();
    const begins: number[] = [];
    let raw = '';
    for (const { indent, pieces, gap, isPage, isFirst } of this.#lines) {
      if (isPage) raw += '\f';
      raw += ' '.repeat(indent);
      if (isFirst) begins.push(raw.length);
      for (const [index, { text, label }] of pieces.entries()) {
        if (index > 0) raw += ' '.repeat(gap);
        gold.set(raw.length, label);
        raw += text;
      }
      raw += '\n';
    }
    return { raw, gold, begins };
  }
}

/** What a reading machine takes for what. */
const SLIPS: Readonly<Record<string, string>> = {
  '1': 'l',
  '0': 'O',
  '5': 'S',
  l: '1',
  O: '0',
  m: 'rn',
  h: 'b',
  e: 'c',
  c: 'e',
  I: 'l',
  rn: 'm',
};
