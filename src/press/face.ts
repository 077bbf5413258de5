import type { EmbeddedFont } from './pdfmake.js';

/** A word (or any string without a break) as glyphs: the elements of a PDF `TJ` array, and its width in thousandths of the type size. */
export interface Shaped {
  readonly glyphs: string;
  readonly width: number;
}

/** OpenType features by which a face gives small capitals and superior or inferior figures. */
export type Feature = 'smcp' | 'sups' | 'subs';

/**
 * One cut of a type family, which shapes words and keeps what it has shaped: a volume of 800 pages has some 25,000 different words.
 * Widths and offsets are in thousandths of the type size.
 */
export class Face {
  readonly font: EmbeddedFont;
  readonly #words = new Map<string, Shaped>();
  readonly #coverage = new Map<number, boolean>();
  readonly #advances: number[] = [];
  #softHyphen: Shaped | undefined;

  constructor(font: EmbeddedFont) {
    this.font = font;
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
      shaped = this.#shape(text, feature);
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
    if (this.#softHyphen === undefined) {
      const { subset, widths, unicode, font } = this.font;
      const { width } = this.shape('-');
      const code = subset.glyphs.length;
      subset.glyphs.push(font.glyphForCodePoint(0x2d).id);
      widths[code] = width;
      unicode[code] = [0xad];
      this.#softHyphen = { glyphs: `<${code.toString(16).padStart(4, '0')}>`, width };
    }
    return this.#softHyphen;
  }

  #shape(text: string, feature: Feature | undefined): Shaped {
    const [codes, positions] = this.font.encode(text, feature === undefined ? undefined : [feature]);
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
    return { glyphs: `${glyphs}>`.replaceAll('<>', ''), width };
  }
}
