import type { Inline, PageNumber, Paragraph, TextStyle } from '../model/page-content.js';
import type { Hyphenation } from './hyphenation.js';
import { type Link, linkOf, type Piece } from './line.js';
import { BOX, GLUE, type ItemKind, PENALTY } from './line-breaking.js';
import { type Setting, type SizedCase, type TypeCase, widthOf } from './type-case.js';
import type { ParagraphStyle } from './typography.js';

/** The prices of breaks in TeX's terms: within a word, at a dash or slash, at a hyphen of the author's. */
const HYPHEN_PRICE = 60;
const DASH_PRICE = 20;
const SLASH_PRICE = 60;
const ANYWHERE_PRICE = 900;

/** How much a word space may grow or shrink, as parts of its width. */
const STRETCH = 0.6;
const SHRINK = 0.26;

/** The white after the label of a note, as a part of the type size. */
const LABEL_GAP = 0.28;
/** Between two calls. */
const CALL_GAP = 0.16;

/** A place or call that belongs to the line on which item `at` comes to stand. */
export interface Mark {
  readonly at: number;
  readonly kind: 'call' | 'anchor' | 'source-page' | 'source-page-id';
  readonly id: string;
}

/** A paragraph taken apart for line breaking. */
export interface Composed {
  readonly kind: ItemKind[];
  readonly width: number[];
  readonly stretch: number[];
  readonly shrink: number[];
  readonly penalty: number[];
  readonly hyphen: number[];
  readonly pieces: (Piece | undefined)[];
  readonly marks: Mark[];
  /** A page number to be set at the right end of the last line, with dots that lead to it. */
  tail: { readonly target: string; readonly setting: Setting } | undefined;
}

/** The page numbers of a source page (or of a range of them) in this edition; undefined while the pages are not yet made up. */
export type Folio = (target: string, to: string | undefined) => string | undefined;

export interface ComposeOptions {
  readonly hyphenation: Hyphenation | undefined;
  /** Words wider than this, in points, may be broken anywhere. */
  readonly measure: number;
  /** A page number after a leader is set at the right margin when all pages are known; elsewhere, what is not known stays as in the source. */
  readonly folio: Folio;
}

/**
 * Takes a paragraph apart into boxes, glue and penalties. Runs of white space are one word space; no-break, en and em spaces are characters. A
 * call clings to the word before it.
 */
export function compose(
  paragraph: Paragraph,
  style: ParagraphStyle,
  typeCase: TypeCase,
  options: ComposeOptions,
): Composed {
  const writer = new ItemWriter(style, typeCase, options);
  if (paragraph.id !== undefined) writer.mark('anchor', paragraph.id);
  if (style.indent !== 0) writer.indent(style.indent);
  if (paragraph.label !== undefined) writer.label(paragraph.label, -style.indent);
  for (const inline of paragraph.inlines) writer.inline(inline);
  return writer.finish();
}

/** Words and the spaces between them. The parts of a word between which a line may turn are found in the word itself. */
const tokenPattern = /[ \t\r\n]+|[^ \t\r\n]+/g;
const wordBreakPattern =
  /(?<=[\p{L}\p{N})\]”’"]-)(?=[\p{L}\p{N}(])|(?<=[–—])(?=[^–—.,;:)\]”’])|(?<=[^\s/]\/)(?=[\p{L}\p{N}]{2})/u;
const mayBreakPattern = /[-–—/]/;

class ItemWriter {
  readonly #style: ParagraphStyle;
  readonly #case: SizedCase;
  readonly #options: ComposeOptions;
  readonly #out: Composed = {
    kind: [],
    width: [],
    stretch: [],
    shrink: [],
    penalty: [],
    hyphen: [],
    pieces: [],
    marks: [],
    tail: undefined,
  };
  #leader = false;
  #lastFolio = '';

  constructor(style: ParagraphStyle, typeCase: TypeCase, options: ComposeOptions) {
    this.#style = style;
    this.#case = typeCase.at(style.size, style.tracking);
    this.#options = options;
  }

  inline(inline: Inline): void {
    switch (inline.type) {
      case 'text':
        this.#text(inline.text, this.#merge(inline.style), linkOf(inline), false);
        break;
      case 'call':
        // Two calls side by side would read as one number.
        if (this.#out.pieces.at(-1)?.link?.kind === 'call')
          this.#item(BOX, this.#style.size * CALL_GAP, 0, 0, 0, 0, undefined);
        this.mark('call', inline.note);
        if (inline.id !== undefined) this.mark('anchor', inline.id);
        this.#word(
          inline.label,
          { superior: true },
          { kind: 'call', note: inline.note, ...(inline.id === undefined ? {} : { id: inline.id }) },
          true,
        );
        break;
      case 'note-label':
        if (inline.label === '') break;
        this.#word(inline.label, { superior: true }, { kind: 'back', note: inline.note }, true);
        this.#item(BOX, this.#style.size * LABEL_GAP, 0, 0, 0, 0, undefined);
        break;
      case 'anchor':
        this.mark('anchor', inline.id);
        break;
      case 'source-page':
        this.mark('source-page', inline.n);
        if (inline.id !== undefined) {
          this.mark('anchor', inline.id);
          this.mark('source-page-id', inline.id);
        }
        break;
      case 'line-break':
        // Two in a row, or one at the start, end no line.
        if (this.#out.kind.includes(BOX) && this.#out.penalty.at(-1) !== -Infinity) this.#endLine();
        break;
      case 'leader':
        this.#leader = true;
        break;
      case 'page-number':
        this.#pageNumber(inline, this.#merge(inline.style));
        break;
    }
  }

  indent(width: number): void {
    this.#item(BOX, width, 0, 0, 0, 0, undefined);
  }

  /** The mark of a list's item, with the space that brings the text to where its other lines begin. */
  label(inlines: readonly Inline[], hang: number): void {
    const from = this.#out.kind.length;
    for (const inline of inlines) this.inline(inline);
    while (this.#out.kind.at(-1) === GLUE) this.#drop();
    const { pieces } = this.#out;
    for (const [i, piece] of pieces.entries())
      if (i >= from && piece !== undefined) pieces[i] = { ...piece, label: true };
    let width = 0;
    for (let i = from; i < this.#out.kind.length; i++) width += this.#out.width[i] ?? 0;
    const setting = this.#case.setting(this.#style.base);
    const space = widthOf(' ', setting);
    this.#item(BOX, space, 0, 0, 0, 0, { text: ' ', setting, link: undefined, added: false });
    this.#item(BOX, Math.max(hang - width - space, 0), 0, 0, 0, 0, undefined);
  }

  mark(kind: Mark['kind'], id: string): void {
    this.#out.marks.push({ at: this.#out.kind.length, kind, id });
  }

  finish(): Composed {
    const { kind } = this.#out;
    while (kind.at(-1) === GLUE) this.#drop();
    if (kind.length === 0) this.indent(0);
    if (this.#out.penalty.at(-1) !== -Infinity) this.#endLine();
    return this.#out;
  }

  #merge(style: TextStyle | undefined): TextStyle {
    const base = this.#style.base;
    if (style === undefined) return base;
    // Emphasis inside an italic line is set upright.
    return { ...base, ...style, ...(base.italic === true && style.italic === true ? { italic: false } : {}) };
  }

  #text(text: string, style: TextStyle, link: Link | undefined, added: boolean): void {
    for (const [token] of text.matchAll(tokenPattern)) {
      if (token.charCodeAt(0) <= 0x20) this.#space(style);
      else this.#word(token, style, link, added);
    }
  }

  #space(style: TextStyle): void {
    const { kind, penalty } = this.#out;
    if (kind.length === 0 || kind.at(-1) === GLUE || (kind.at(-1) === PENALTY && penalty.at(-1) === -Infinity)) return;
    const setting = this.#case.setting(style);
    const width = ((setting.face.shape(' ').width + setting.tracking) * setting.size) / 1000;
    const elastic = this.#style.align === 'justify';
    this.#item(GLUE, width, elastic ? width * STRETCH : 0, elastic ? width * SHRINK : 0, 0, 0, {
      text: ' ',
      setting,
      link: undefined,
      added: false,
    });
  }

  #word(word: string, style: TextStyle, link: Link | undefined, added: boolean): void {
    if (!mayBreakPattern.test(word)) {
      this.#unit(word, style, link, added);
      return;
    }
    const units = word.split(wordBreakPattern);
    for (const [i, unit] of units.entries()) {
      if (i > 0) this.#item(PENALTY, 0, 0, 0, units[i - 1]?.endsWith('/') ? SLASH_PRICE : DASH_PRICE, 0, undefined);
      this.#unit(unit, style, link, added);
    }
  }

  /** A word, or the part of one between two dashes: hyphenated where hyphens are allowed, broken anywhere where it is wider than the line. */
  #unit(unit: string, style: TextStyle, link: Link | undefined, added: boolean): void {
    const faced = this.#case.parts(unit, style);
    for (const { text, setting } of faced) {
      const width = widthOf(text, setting);
      const parts = faced.length === 1 ? (this.#options.hyphenation?.parts(text) ?? [text]) : [text];
      if (parts.length > 1) this.#divisible(parts, text, width, { text, setting, link, added });
      else if (width > this.#options.measure) this.#anywhere({ text, setting, link, added });
      else this.#item(BOX, width, 0, 0, 0, 0, { text, setting, link, added });
    }
  }

  /** The parts of a word share its width; only those that come to stand on different lines are ever shaped apart. */
  #divisible(parts: readonly string[], word: string, width: number, piece: Piece): void {
    const { face, size } = piece.setting;
    const scale = width / face.roughWidth(word);
    for (const [i, text] of parts.entries()) {
      if (i > 0) this.#item(PENALTY, (face.softHyphen.width * size) / 1000, 0, 0, HYPHEN_PRICE, 1, undefined);
      this.#item(BOX, face.roughWidth(text) * scale, 0, 0, 0, 0, { ...piece, text });
    }
  }

  #anywhere(piece: Piece): void {
    for (const [i, character] of [...piece.text].entries()) {
      if (i > 0) this.#item(PENALTY, 0, 0, 0, ANYWHERE_PRICE, 0, undefined);
      this.#item(BOX, widthOf(character, piece.setting), 0, 0, 0, 0, { ...piece, text: character });
    }
  }

  #pageNumber({ target, to, text, before }: PageNumber, style: TextStyle): void {
    if (this.#leader) {
      this.#out.tail = { target, setting: this.#case.setting(style) };
      return;
    }
    const folio = this.#options.folio(target, to) ?? text;
    if (before !== undefined && folio === this.#lastFolio) return;
    if (before !== undefined) this.#text(before, style, undefined, true);
    this.#lastFolio = folio;
    this.#text(folio, style, { kind: 'target', id: target }, true);
  }

  #endLine(): void {
    while (this.#out.kind.at(-1) === GLUE) this.#drop();
    this.#item(PENALTY, 0, 0, 0, Infinity, 0, undefined);
    this.#item(GLUE, 0, 1e6, 0, 0, 0, undefined);
    this.#item(PENALTY, 0, 0, 0, -Infinity, 0, undefined);
  }

  #drop(): void {
    const { kind, width, stretch, shrink, penalty, hyphen, pieces } = this.#out;
    for (const column of [kind, width, stretch, shrink, penalty, hyphen, pieces]) column.pop();
  }

  #item(
    kind: ItemKind,
    width: number,
    stretch: number,
    shrink: number,
    penalty: number,
    hyphen: number,
    piece: Piece | undefined,
  ): void {
    const out = this.#out;
    out.kind.push(kind);
    out.width.push(width);
    out.stretch.push(stretch);
    out.shrink.push(shrink);
    out.penalty.push(penalty);
    out.hyphen.push(hyphen);
    out.pieces.push(piece);
  }
}
