import { type CoverFaces, type Lettering, outlineOf, widthOf } from './lettering.js';
import { type Colour, png } from './png.js';
import type { Publication } from './publication.js';
import { Canvas } from './raster.js';

/** What the cover says; plain data, which can be sent to a thread. */
export type CoverWords = Pick<
  Publication,
  'series' | 'subseries' | 'volumeTitle' | 'title' | 'volumeNumber' | 'publisher' | 'date'
>;

/** Pixels: the proportion 2:3 of a book, large enough for a screen that shows it whole. */
export const coverWidth = 1200;
export const coverHeight = 1800;

/** Buckram red and the colour of worn gilding; their contrast is 8.6:1. */
const ground: Colour = [0x5e, 0x16, 0x21];
const ink: Colour = [0xf1, 0xe3, 0xc4];

const margin = 130;
const measure = coverWidth - 2 * margin;

/** How a block of lines is set: size in pixels, leading as a multiple of it, tracking in ems. */
interface Style {
  readonly face: Lettering;
  readonly size: number;
  readonly leading: number;
  readonly tracking?: number;
}

/** The cover: the volume's title as a book would have it stamped, a PNG of about 50 KB, the same bytes for the same words. */
export function coverPicture(words: CoverWords, faces: CoverFaces): Uint8Array {
  const canvas = new Canvas(coverWidth, coverHeight);
  frame(canvas);
  const small: Style = { face: faces.smallCapitals, size: 58, leading: 1.3, tracking: 0.06 };
  const series = [words.series, words.subseries].filter((line) => line !== undefined);
  let y = 330;
  for (const line of series) y = block(canvas, line, small, y);
  if (series.length > 0) rule(canvas, y + 40);

  // A title after a colon is the subtitle.
  const [main = '', ...sub] = (words.volumeTitle ?? words.title).split(/(?<=\w): /);
  const title = titleStyle(main, faces.regular);
  const number = words.volumeNumber;
  const italic: Style = { face: faces.italic, size: 56, leading: 1.36 };
  const height = title.lines.length * title.style.size * title.style.leading;
  y = Math.max(y + 260, 940 - height / 2);
  if (number !== undefined) y = block(canvas, number, italic, y - 40) + 70;
  for (const line of title.lines) y = setLine(canvas, line, title.style, y);
  if (sub.length > 0) block(canvas, sub.join(': '), italic, y + 10);

  const imprint = [words.publisher, words.date?.slice(0, 4)].filter((line) => line !== undefined);
  const imprintStyle: Style = { ...small, size: 38 };
  const lines = imprint.flatMap((line) => wrap(line, imprintStyle).lines);
  y = coverHeight - 190 - (lines.length - 1) * imprintStyle.size * imprintStyle.leading;
  for (const line of lines) y = setLine(canvas, line, imprintStyle, y);
  return png(coverWidth, coverHeight, canvas.pixels, ground, ink);
}

function frame(canvas: Canvas): void {
  for (const [inset, weight] of [
    [56, 6],
    [74, 2],
  ] as const) {
    canvas.rectangle(inset, inset, coverWidth - 2 * inset, weight);
    canvas.rectangle(inset, coverHeight - inset - weight, coverWidth - 2 * inset, weight);
    canvas.rectangle(inset, inset, weight, coverHeight - 2 * inset);
    canvas.rectangle(coverWidth - inset - weight, inset, weight, coverHeight - 2 * inset);
  }
}

function rule(canvas: Canvas, y: number): void {
  canvas.rectangle((coverWidth - 180) / 2, Math.round(y), 180, 3);
}

/** The largest size at which the title fits in six lines. */
function titleStyle(text: string, face: Lettering): { readonly style: Style; readonly lines: readonly string[] } {
  for (const size of [124, 112, 100, 88, 76, 64]) {
    const style: Style = { face, size, leading: 1.16 };
    const { lines, widest } = wrap(text, style);
    if (lines.length <= 6 && widest <= measure) return { style, lines };
  }
  const style: Style = { face, size: 52, leading: 1.2 };
  return { style, lines: wrap(text, style).lines };
}

function block(canvas: Canvas, text: string, style: Style, y: number): number {
  return wrap(text, style).lines.reduce((at, line) => setLine(canvas, line, style, at), y);
}

/** Sets a centred line with its base line at `y` and gives the next base line. */
function setLine(canvas: Canvas, text: string, style: Style, y: number): number {
  const outline = outlineOf(style.face, text, style.tracking);
  canvas.text(outline, (coverWidth - outline.width * style.size) / 2, y, style.size);
  return y + style.size * style.leading;
}

/** A word with its width in pixels. */
interface Word {
  readonly text: string;
  readonly width: number;
}

interface Lines {
  readonly lines: readonly string[];
  readonly widest: number;
}

/** Breaks a text into as few lines as fit, and makes those lines as even as they can be. Each word is measured once. */
function wrap(text: string, style: Style): Lines {
  const { face, size } = style;
  const tracking = style.tracking ?? 0;
  const measured = (word: string): number => (widthOf(face, word, tracking) + tracking) * size;
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, width: measured(word) }));
  const space = measured(' ');
  const fewest = fill(words, space, measure).lines.length;
  let narrow = measure / 2;
  let wide = measure;
  while (wide - narrow > 8) {
    const middle = (narrow + wide) / 2;
    if (fill(words, space, middle).lines.length > fewest) narrow = middle;
    else wide = middle;
  }
  return fill(words, space, wide);
}

function fill(words: readonly Word[], space: number, width: number): Lines {
  const lines: Word[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? 0 : last.width + space + word.width;
    if (last !== undefined && longer <= width)
      lines[lines.length - 1] = { text: `${last.text} ${word.text}`, width: longer };
    else lines.push(word);
  }
  return { lines: lines.map((line) => line.text), widest: Math.max(...lines.map((line) => line.width)) };
}
