import type { Inline, PageNumber, Paragraph, TextStyle } from '../model/page-content.js';
import { countedText, type Directions, directionsOf } from './bidi.js';
import { type Composed, type ComposeOptions, ItemList, type Mark, type Piece } from './items.js';
import { letterGive } from './letter-fit.js';
import { type Link, linkOf } from './line.js';
import { BOX, GLUE, PENALTY } from './line-breaking.js';
import { type Locator, locatorsOf, spanOf } from './locators.js';
import { isDayAndYear, isSpan, isTied } from './ties.js';
import { type SizedCase, type TypeCase, widthOf } from './type-case.js';
import type { ParagraphStyle } from './typography.js';
import { HYPHEN_PRICE, unitsOf } from './word-units.js';

/** The price of a break where there should be none, in TeX's terms. */
const ANYWHERE_PRICE = 900;

/** How much a word space may grow or shrink, as parts of its width. */
const STRETCH = 0.6;
const SHRINK = 0.26;

/** The white after the label of a note, as a part of the type size. */
const LABEL_GAP = 0.28;
/** Between two calls. */
const CALL_GAP = 0.16;

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
  const writer = new ItemWriter(style, typeCase, options, directionsOf(paragraph));
  if (paragraph.id !== undefined) writer.mark('anchor', paragraph.id);
  if (style.indent !== 0) writer.indent(style.indent);
  if (paragraph.inlines.some(({ type }) => type === 'page-number'))
    writer.locators = locatorsOf(paragraph.inlines, options.pages);
  if (paragraph.label !== undefined) writer.label(paragraph.label, -style.indent);
  for (const inline of paragraph.inlines) writer.inline(inline);
  return writer.finish();
}

/** Words and the spaces between them. The parts of a word between which a line may turn are found in the word itself. */
const tokenPattern = /[ \t\r\n]+|[^ \t\r\n]+/g;

class ItemWriter {
  readonly #style: ParagraphStyle;
  readonly #case: SizedCase;
  readonly #options: ComposeOptions;
  readonly #directions: Directions | undefined;
  readonly #out: ItemList;
  /** How far the text is counted, and the level of the word that is being set. */
  #counted = 0;
  #level: number | undefined;
  #leader = false;
  /** The word that was set last, and how many there are. */
  #lastWord = '';
  #words = 0;
  locators: ReadonlyMap<PageNumber, Locator> = new Map();

  constructor(style: ParagraphStyle, typeCase: TypeCase, options: ComposeOptions, directions: Directions | undefined) {
    this.#style = style;
    this.#case = typeCase.at(style);
    this.#options = options;
    this.#directions = directions;
    this.#out = new ItemList(directions?.base);
  }

  inline(inline: Inline): void {
    this.#level = this.#directions?.levels[this.#counted];
    this.#write(inline);
    if (this.#directions !== undefined) this.#counted += countedText(inline).length;
  }

  #write(inline: Inline): void {
    switch (inline.type) {
      case 'text':
        if (inline.mention !== undefined && this.#options.mentions) this.mark('mention', inline.mention);
        this.#text(inline.text, this.#merge(inline.style), linkOf(inline), false);
        break;
      case 'call':
        // Two calls side by side would read as one number.
        if (this.#out.pieces.at(-1)?.link?.kind === 'call') this.#out.box(this.#style.size * CALL_GAP, undefined);
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
        this.#out.box(this.#style.size * LABEL_GAP, undefined);
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
        if (this.#out.kind.includes(BOX) && this.#out.price.at(-1) !== -Infinity) this.#out.endLine();
        break;
      case 'leader':
        this.#leader = true;
        break;
      case 'mentions':
        for (const span of this.#options.pages.mentionsOf(inline.of)) {
          this.#text(', ', this.#style.base, undefined, true);
          this.#whole(spanOf(span, this.#options.pages), this.#style.base, undefined);
        }
        break;
      case 'page-number':
        this.#pageNumber(inline, this.#merge(inline.style));
        break;
    }
  }

  indent(width: number): void {
    this.#out.box(width, undefined);
  }

  /** The mark of a list's item, with the space that brings the text to where its other lines begin. */
  label(inlines: readonly Inline[], hang: number): void {
    const from = this.#out.kind.length;
    for (const inline of inlines) this.inline(inline);
    while (this.#out.kind.at(-1) === GLUE) this.#out.drop();
    const { pieces } = this.#out;
    for (const [i, piece] of pieces.entries())
      if (i >= from && piece !== undefined) pieces[i] = { ...piece, label: true };
    let width = 0;
    for (let i = from; i < this.#out.kind.length; i++) width += this.#out.width[i] ?? 0;
    const setting = this.#case.setting(this.#style.base);
    const space = widthOf(' ', setting);
    this.#out.box(space, { text: ' ', setting, link: undefined, added: false });
    this.#out.box(Math.max(hang - width - space, 0), undefined);
  }

  mark(kind: Mark['kind'], id: string): void {
    this.#out.marks.push({ at: this.#out.kind.length, kind, id });
  }

  finish(): Composed {
    const { kind } = this.#out;
    while (kind.at(-1) === GLUE) this.#out.drop();
    if (kind.length === 0) this.indent(0);
    if (this.#out.price.at(-1) !== -Infinity) this.#out.endLine();
    return this.#out;
  }

  #merge(style: TextStyle | undefined): TextStyle {
    const base = this.#style.base;
    if (style === undefined) return base;
    // Emphasis inside an italic line is set upright.
    return { ...base, ...style, ...(base.italic === true && style.italic === true ? { italic: false } : {}) };
  }

  #text(text: string, style: TextStyle, link: Link | undefined, added: boolean): void {
    if (this.#directions !== undefined) {
      this.#directed(text, this.#directions, style, link, added);
      return;
    }
    for (const [token] of text.matchAll(tokenPattern)) {
      if (token.charCodeAt(0) <= 0x20) this.#space(style);
      else this.#word(token, style, link, added);
    }
  }

  /** Words of a paragraph with both directions, cut where the level changes. */
  #directed(text: string, { levels }: Directions, style: TextStyle, link: Link | undefined, added: boolean): void {
    for (const { 0: token, index } of text.matchAll(tokenPattern)) {
      const at = this.#counted + index;
      this.#level = levels[at];
      if (token.charCodeAt(0) <= 0x20) {
        this.#space(style);
        continue;
      }
      let from = 0;
      for (let i = 1; i <= token.length; i++) {
        if (i < token.length && levels[at + i] === levels[at + from]) continue;
        this.#level = levels[at + from];
        this.#word(token.slice(from, i), style, link, added);
        from = i;
      }
    }
  }

  #space(style: TextStyle): void {
    const { kind, price } = this.#out;
    if (kind.length === 0 || kind.at(-1) === GLUE || (kind.at(-1) === PENALTY && price.at(-1) === -Infinity)) return;
    const setting = this.#case.setting(style);
    const width = ((setting.face.shape(' ').width + setting.tracking) * setting.size) / 1000;
    const elastic = this.#style.align === 'justify';
    this.#out.glue(width, elastic ? width * STRETCH : 0, elastic ? width * SHRINK : 0, {
      text: ' ',
      setting,
      link: undefined,
      added: false,
      ...(this.#level === undefined ? {} : { level: this.#level }),
    });
  }

  #word(word: string, style: TextStyle, link: Link | undefined, added: boolean): void {
    const wholeDates = this.#style.wholeDates === true;
    if (this.#words > 0 && this.#out.kind.at(-1) === GLUE) {
      const isWithinDate = wholeDates && isDayAndYear(this.#lastWord, word);
      if (isWithinDate || isTied(this.#lastWord, word, this.#words === 1)) this.#out.tie();
    }
    this.#lastWord = word;
    this.#words++;
    const units = wholeDates && isSpan(word) ? [{ text: word, price: undefined, hyphens: true }] : unitsOf(word);
    for (const { text, price, hyphens } of units) {
      if (price !== undefined) this.#out.penalty(price, price === HYPHEN_PRICE ? this.#hyphenWidth(style) : undefined);
      this.#unit(text, style, link, added, hyphens);
    }
  }

  #hyphenWidth(style: TextStyle): number {
    const { face, size } = this.#case.setting(style);
    return (face.softHyphen.width * size) / 1000;
  }

  /** A word, or the part of one between two dashes: hyphenated where hyphens are allowed, broken anywhere where it is wider than the line. */
  #unit(unit: string, style: TextStyle, link: Link | undefined, added: boolean, hyphens = true): void {
    const faced = this.#case.parts(unit, style);
    for (const { text, setting: plain } of faced) {
      const level = this.#level;
      const setting = level === undefined ? plain : this.#case.inDirection(plain, text, level);
      const piece: Piece = { text, setting, link, added, ...(level === undefined ? {} : { level }) };
      const width = widthOf(text, setting);
      const parts =
        faced.length === 1 && hyphens && setting === plain
          ? (this.#options.hyphenation?.parts(text) ?? [text])
          : [text];
      if (parts.length > 1) this.#divisible(parts, text, width, piece);
      else if (width > this.#options.measure) this.#anywhere(piece);
      else this.#out.box(width, piece, this.#give(width, piece));
    }
  }

  /** How much wider or narrower the letters of a piece may be set: only where lines are filled, and all words are read from the left. */
  #give(width: number, { text, setting }: Piece): number {
    if (this.#style.align !== 'justify' || this.#directions !== undefined) return 0;
    return letterGive(width, text.length, setting.size);
  }

  /** The parts of a word share its width; only those that come to stand on different lines are ever shaped apart. */
  #divisible(parts: readonly string[], word: string, width: number, piece: Piece): void {
    const { face, size } = piece.setting;
    const scale = width / face.roughWidth(word);
    for (const [i, text] of parts.entries()) {
      if (i > 0) this.#out.penalty(HYPHEN_PRICE, (face.softHyphen.width * size) / 1000);
      const own = face.roughWidth(text) * scale;
      this.#out.box(own, { ...piece, text }, this.#give(own, { ...piece, text }));
    }
  }

  #anywhere(piece: Piece): void {
    for (const [i, character] of [...piece.text].entries()) {
      if (i > 0) this.#out.penalty(ANYWHERE_PRICE);
      this.#out.box(widthOf(character, piece.setting), { ...piece, text: character });
    }
  }

  /** A number of a page, which stands on one line: no break in a range, and none before what belongs to it. */
  #pageNumber(number: PageNumber, style: TextStyle): void {
    const { target, text, before, suffix } = number;
    if (this.#leader) {
      this.#out.tail = { target, setting: this.#case.setting(style) };
      return;
    }
    const locator = this.locators.get(number);
    if (locator?.isPrinted === false) return;
    if (before !== undefined) this.#text(before, style, undefined, true);
    const link: Link = { kind: 'target', id: target };
    this.#whole(locator?.text ?? text, style, link);
    if (suffix !== undefined) this.#whole(suffix.text, { ...style, ...suffix.style }, link);
  }

  #whole(word: string, style: TextStyle, link: Link | undefined): void {
    this.#lastWord = word;
    this.#words++;
    this.#unit(word, style, link, true, false);
  }
}
