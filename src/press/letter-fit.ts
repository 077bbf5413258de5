/**
 * How the letters of a line are set wider or narrower with its spaces (Hàn Thế Thành, “Micro-typographic extensions to the TeX typesetting system”, 2000): by so
 * little that no eye sees it in a line, and enough to spare most hyphens.
 */
export interface LetterFit {
  /** The width of each glyph, as a multiple of its own. */
  readonly scale: number;
  /** What is put between letters, as a part of the type size, before the scale. */
  readonly spread: number;
}

/** The most that the letters of a line are scaled by, and that is put between them, both ways. */
export const LETTER_SCALE = 0.012;
export const LETTER_SPREAD = 0.009;

/** How much wider or narrower letters may be set, in points. */
export function letterGive(width: number, letters: number, size: number): number {
  return width * LETTER_SCALE + letters * size * LETTER_SPREAD;
}

/** How much wider letters are set in a fit, in points. */
export function letterGrowth(width: number, letters: number, size: number, fit: LetterFit | undefined): number {
  return fit === undefined ? 0 : (width + letters * size * fit.spread) * fit.scale - width;
}
