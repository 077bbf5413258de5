import type { Setting } from './type-case.js';

/** From dot to dot, as a part of the type size. */
const STEP = 0.55;
/** As wide as the numbers of most pages. */
const WIDEST_FOLIO = '0000';
/** The white between the last dot and the number, as a part of the type size. */
const GAP = 0.5;

/** The room at the right margin that the dots leave for a number, in points: the same for nearly all, so that the dots of all entries end at one place. */
export function roomForFolio(setting: Setting, width: number): number {
  const widest = Math.max(width, setting.face.shape(WIDEST_FOLIO).width);
  return (widest / 1000 + GAP) * setting.size;
}

/** Dots from one place to another, each below that of the line above: their glyphs and where they begin. Undefined where there is no room for one. */
export function leader(
  setting: Setting,
  left: number,
  from: number,
  to: number,
): { readonly glyphs: string; readonly x: number } | undefined {
  const step = setting.size * STEP;
  const x = Math.ceil((from - left) / step) * step + left;
  const count = Math.floor((to - x) / step);
  if (count < 1) return undefined;
  const dot = setting.face.shape('.');
  const move = Math.round(dot.width - STEP * 1000);
  return { glyphs: Array.from({ length: count }, () => dot.glyphs).join(String(move)), x };
}
