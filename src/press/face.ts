import { mirrorOf } from './bidi.js';
import type { EmbeddedFont } from './pdfmake.js';

/** A word (or any string without a break) as glyphs: the elements of a PDF `TJ` array, and its width in thousandths of the type size. */
export interface Shaped {
  readonly glyphs: string;
  readonly width: number;
  /** How many glyphs. */
  readonly count: number;
}

/**
 * OpenType features by which a face gives small capitals and superior or inferior figures; `mirrored` is the press's own: signs between letters that are read from the
 * right, the last of them first and brackets turned round; `forward` are figures
 * among them, which are read from the left.
 */
export type Feature = 'smcp' | 'c2sc' | 'onum' | 'sups' | 'subs' | 'mirrored' | 'forward';

/**
 * One cut of a type family, which shapes words and keeps what it has shaped: a volume of 800 pages has some 25,000 different words.
 * Widths and offsets are in thousandths of the type size.
 */
export class Face {
  readonly font: EmbeddedFont;
  readonly #isCurly: boolean;
  readonly #words = new Map<string, Shaped>();
  readonly #coverage = new Map<number, boolean>();
  readonly #advances: number[] = [];
  readonly #pairs = new Map<string, Pairs>();
  readonly #drawnAs = new Map<string, Shaped>();
  #softHyphen: Shaped | undefined;

  /** @param isCurly whether straight apostrophes are drawn as curly ones */
  constructor(font: EmbeddedFont, isCurly = false) {
    this.font = font;
    this.#isCurly = isCurly;
  }

  get id(): string {
    return this.font.id;
  }

  /** Whether the face has a glyph for the character. */
  covers(codePoint: number): boolean {
    let covered = this.#coverage.get(codePoint);
    if (covered === undefined) {
      covered = this.font.font.hasGlyphForCodePoint(codePoint);
      this.#coverage.set(codePoint, covered);
    }
    return covered;
  }

  shape(text: string, feature?: Feature): Shaped {
    const key = feature === undefined ? text : `${feature}\u0000${text}`;
    let shaped = this.#words.get(key);
    if (shaped === undefined) {
      shaped = this.#shape(this.#isCurly ? curly(text) : text, feature);
      this.#words.set(key, shaped);
    }
    return shaped;
  }

  /** The advance widths of a string's characters summed, without kerning: enough to share out the width of a shaped word among its parts. */
  roughWidth(text: string): number {
    let sum = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let advance = this.#advances[code];
      if (advance === undefined) {
        advance = this.font.font.glyphForCodePoint(code).advanceWidth;
        this.#advances[code] = advance;
      }
      sum += advance;
    }
    return sum;
  }

  /**
   * The hyphen that the press itself puts at the end of a line. It looks like any hyphen, but stands for U+00AD in the PDF, so that whoever takes
   * the text out of the file can tell it from the author's (PDF/UA-1 7.2; ISO 32000-1, 14.8.2.2.3).
   */
  get softHyphen(): Shaped {
    this.#softHyphen ??= this.#standingFor(0xad, 0x2d);
    return this.#softHyphen;
  }

  /** Says that a character which the face lacks is drawn with the glyph of another, or as nothing. In the PDF it stands for itself. */
  drawAs(character: string, sign: string | undefined): void {
    if (this.#drawnAs.has(character)) return;
    const codePoint = character.codePointAt(0) ?? 0;
    this.#drawnAs.set(
      character,
      sign === undefined
        ? { glyphs: '<>', width: 0, count: 0 }
        : this.#standingFor(codePoint, sign.codePointAt(0) ?? 0),
    );
  }

  /** A code of its own for a character that is drawn with the glyph of another. */
  #standingFor(codePoint: number, drawn: number): Shaped {
    const { subset, widths, unicode, font } = this.font;
    const { id, advanceWidth } = font.glyphForCodePoint(drawn);
    const width = (advanceWidth * 1000) / font.unitsPerEm;
    const code = subset.glyphs.length;
    subset.glyphs.push(id);
    widths[code] = width;
    unicode[code] = [codePoint];
    return { glyphs: `<${code.toString(16).padStart(4, '0')}>`, width, count: 1 };
  }

  #shape(text: string, feature: Feature | undefined): Shaped {
    if (feature === 'mirrored') return this.#mirrored(text);
    if (feature === 'forward') return joined([...text].map((character) => this.shape(character)));
    if (this.#drawnAs.size > 0) {
      const parts = partsOf(text, this.#drawnAs);
      if (parts.length > 1 || this.#drawnAs.has(text))
        return joined(parts.map((part) => this.#drawnAs.get(part) ?? this.shape(part, feature)));
    }
    return this.#pairwise(text, feature) ?? this.#shapeWhole(text, feature);
  }

  /**
   * Shapes a word from what is known of its characters and of each pair of neighbours: most words of a volume differ, but there are some 2,000 pairs. Words with
   * a pair that makes a ligature or another form are left to fontkit, which is asked for each pair once.
   */
  #pairwise(text: string, feature: Feature | undefined): Shaped | undefined {
    const pairs = this.#pairsOf(feature);
    let glyphs = '';
    let width = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code <= 0x20 || (code >= FIRST_COMBINING && (code < 0x2010 || code > 0x2026))) return undefined;
      const character = pairs.character(code);
      if (character === undefined) return undefined;
      const kern = i + 1 < text.length ? pairs.kern(code, text.charCodeAt(i + 1)) : 0;
      if (kern === undefined) return undefined;
      glyphs += character.code;
      if (kern !== 0) glyphs += `>${-kern}<`;
      width += character.advance + kern;
    }
    return { glyphs: `<${glyphs}>`, width, count: text.length };
  }

  #mirrored(text: string): Shaped {
    const shaped = [...text].reverse().map((character) => {
      const turned = mirrorOf(character);
      if (turned === undefined) return this.shape(character);
      const key = `mirrored\u0000${character}`;
      const known =
        this.#words.get(key) ?? this.#standingFor(character.codePointAt(0) ?? 0, turned.codePointAt(0) ?? 0);
      this.#words.set(key, known);
      return known;
    });
    return joined(shaped);
  }

  #pairsOf(feature: Feature | undefined): Pairs {
    const key = feature ?? '';
    let pairs = this.#pairs.get(key);
    if (pairs === undefined) {
      pairs = new Pairs(this.font, feature);
      this.#pairs.set(key, pairs);
    }
    return pairs;
  }

  #shapeWhole(text: string, feature: Feature | undefined): Shaped {
    const [codes, positions] = encode(this.font, text, feature);
    let glyphs = '<';
    let width = 0;
    for (const [i, code] of codes.entries()) {
      const position = positions[i];
      if (position === undefined) continue;
      const before = Math.round(position.xOffset);
      const after = Math.round(position.xAdvance - position.advanceWidth) - before;
      if (before !== 0) glyphs += `>${-before}<`;
      glyphs += code;
      if (after !== 0) glyphs += `>${-after}<`;
      width += position.xAdvance;
    }
    return { glyphs: `${glyphs}>`.replaceAll('<>', ''), width, count: codes.length };
  }
}

/** A straight apostrophe as a printer sets it: turned where it opens a quotation, before a word; of a year (’68) and within or behind a word it is an apostrophe. */
function curly(text: string): string {
  return text.includes("'") ? text.replace(/^([^\p{L}\p{N}']*)'(?=\p{L})/u, '$1‘').replaceAll("'", '’') : text;
}

function joined(parts: readonly Shaped[]): Shaped {
  return {
    glyphs: parts
      .map(({ glyphs }) => glyphs)
      .join('')
      .replaceAll('><', ''),
    width: parts.reduce((sum, { width }) => sum + width, 0),
    count: parts.reduce((sum, { count }) => sum + count, 0),
  };
}

/** A text cut before and after each character that is drawn as another. */
function partsOf(text: string, apart: ReadonlyMap<string, unknown>): string[] {
  const parts: string[] = [];
  let open = '';
  for (const character of text) {
    if (!apart.has(character)) open += character;
    else {
      if (open !== '') parts.push(open);
      parts.push(character);
      open = '';
    }
  }
  return open === '' ? parts : [...parts, open];
}

/** Combining marks and all that lies beyond Latin letters is left to fontkit, but for dashes, quotation marks and the like (U+2010–U+2026). */
const FIRST_COMBINING = 0x300;

function encode(font: EmbeddedFont, text: string, feature: Feature | undefined): ReturnType<EmbeddedFont['encode']> {
  return font.encode(text, feature === undefined ? undefined : [feature]);
}

/** What fontkit says of single characters and of pairs of them, asked once each. */
class Pairs {
  readonly #font: EmbeddedFont;
  readonly #feature: Feature | undefined;
  readonly #characters: ({ readonly code: string; readonly advance: number } | undefined)[] = [];
  readonly #asked = new Set<number>();
  /** By both codes; undefined where the pair is more than its two characters with some white between them. */
  readonly #kerns = new Map<number, number | undefined>();

  constructor(font: EmbeddedFont, feature: Feature | undefined) {
    this.#font = font;
    this.#feature = feature;
  }

  character(code: number): { readonly code: string; readonly advance: number } | undefined {
    if (!this.#asked.has(code)) {
      this.#asked.add(code);
      const [codes, [position]] = encode(this.#font, String.fromCharCode(code), this.#feature);
      const plain = codes.length === 1 && position !== undefined && position.xOffset === 0;
      if (plain) this.#characters[code] = { code: codes[0] ?? '', advance: position.xAdvance };
    }
    return this.#characters[code];
  }

  kern(left: number, right: number): number | undefined {
    const key = left * 0x10000 + right;
    if (this.#kerns.has(key)) return this.#kerns.get(key);
    const kern = this.#ask(left, right);
    this.#kerns.set(key, kern);
    return kern;
  }

  #ask(left: number, right: number): number | undefined {
    const [codes, [first, second]] = encode(this.#font, String.fromCharCode(left, right), this.#feature);
    const a = this.character(left);
    const b = this.character(right);
    if (codes.length !== 2 || codes[0] !== a?.code || codes[1] !== b?.code) return undefined;
    if (first === undefined || second === undefined || first.xOffset !== 0 || second.xOffset !== 0) return undefined;
    return second.xAdvance === b?.advance ? Math.round(first.xAdvance - first.advanceWidth) : undefined;
  }
}
