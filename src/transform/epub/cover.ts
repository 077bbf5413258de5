import { largest } from '../../model/list.js';
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

/** A line of the cover in its place. */
export interface CoverLine {
  readonly text: string;
  readonly style: Style;
  /** Its base line, in pixels from the top. */
  readonly y: number;
}

/** The cover: the volume's title as a book would have it stamped, a PNG of about 50 KB, the same bytes for the same words. */
export function coverPicture(words: CoverWords, faces: CoverFaces): Uint8Array {
  const canvas = new Canvas(coverWidth, coverHeight);
  frame(canvas);
  const { lines, rule } = layOut(words, faces);
  for (const line of lines) setLine(canvas, line);
  if (rule !== undefined) canvas.rectangle((coverWidth - 180) / 2, Math.round(rule), 180, 3);
  return png(coverWidth, coverHeight, canvas.pixels, ground, ink);
}

/** Where the lines stand: the series at the head, a rule below it, the title in the middle, the imprint at the foot. */
export function layOut(
  words: CoverWords,
  faces: CoverFaces,
): { readonly lines: readonly CoverLine[]; readonly rule?: number } {
  const small: Style = { face: faces.smallCapitals, size: 58, leading: 1.3, tracking: 0.06 };
  const series = seriesBlock(words, small);
  const imprintStyle: Style = { ...small, size: 38 };
  const imprint = [words.publisher, words.date?.slice(0, 4)].filter((line) => line !== undefined);
  const imprintLines = imprint.flatMap((line) => wrap(line, imprintStyle).lines);
  const foot = coverHeight - 190 - (imprintLines.length - 1) * imprintStyle.size * imprintStyle.leading;
  const title = titleBlock(words, faces, series.end, foot - 90);
  const lines = [...series.lines, ...title, ...placedFrom(foot, imprintLines, imprintStyle).lines];
  return series.lines.length === 0 ? { lines } : { lines, rule: series.end + 40 };
}

/** Lines one below the other, and the base line of what would come next. */
interface Block {
  readonly lines: readonly CoverLine[];
  readonly end: number;
}

function placedFrom(y: number, texts: readonly string[], style: Style): Block {
  const leading = style.size * style.leading;
  return { lines: texts.map((text, i) => ({ text, style, y: y + i * leading })), end: y + texts.length * leading };
}

/** The series and its part, smaller where they are long. */
function seriesBlock({ series, subseries }: CoverWords, style: Style): Block {
  const names = [series, subseries].filter((line) => line !== undefined);
  const set = (size: number): Block => {
    const own = { ...style, size };
    const lines = names.flatMap((name) => wrap(name, own).lines);
    return placedFrom(330, lines, own);
  };
  const block = set(style.size);
  return block.lines.length <= 4 ? block : set(44);
}

/** Sizes of the title. In the large ones it has at most six lines; the small ones are for titles of the nineteenth century, and very long words. */
const LARGE = [124, 112, 100, 88, 76, 64];
const SMALL = [52, 44, 38, 32, 27, 23, 20];

/** Number, title and subtitle at the largest size at which they fit between the series and the imprint. */
function titleBlock(words: CoverWords, faces: CoverFaces, head: number, foot: number): readonly CoverLine[] {
  // What stands after a colon is the subtitle.
  const [main = '', ...sub] = (words.volumeTitle ?? words.title).split(/(?<=[\p{L}\p{M}\p{N})”]): /u);
  let lines: readonly CoverLine[] = [];
  for (const size of [...LARGE, ...SMALL]) {
    const style: Style = { face: faces.regular, size, leading: 1.16 };
    const italic: Style = { face: faces.italic, size: Math.min(56, size), leading: 1.36 };
    const title = wrap(main, style);
    const number = wrap(words.volumeNumber ?? '', italic);
    const subtitle = wrap(sub.join(': '), italic);
    const top = Math.max(head + 2 * size + 12, 940 - (title.lines.length * size * style.leading) / 2);
    const first = placedFrom(top - 40, number.lines, italic);
    const second = placedFrom(number.lines.length === 0 ? top : first.end + 70, title.lines, style);
    const third = placedFrom(second.end + 10, subtitle.lines, italic);
    lines = [...first.lines, ...second.lines, ...third.lines];
    const isWithin = Math.max(title.widest, number.widest, subtitle.widest) <= measure;
    const isShort = title.lines.length <= 6 || SMALL.includes(size);
    if (isWithin && isShort && (lines.at(-1)?.y ?? 0) <= foot) break;
  }
  return lines;
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

/** Sets a line in the middle of the cover. */
function setLine(canvas: Canvas, { text, style, y }: CoverLine): void {
  const outline = outlineOf(style.face, text, style.tracking);
  canvas.text(outline, (coverWidth - outline.width * style.size) / 2, y, style.size);
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
  return {
    lines: lines.map((line) => line.text),
    widest: largest(
      lines.map((line) => line.width),
      0,
    ),
  };
}
