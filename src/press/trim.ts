import { LEADING, type PageForm, trims } from './typography.js';

const INCH = 72;
const MILLIMETRE = INCH / 25.4;

/** Sizes of books that have a name, in millimetres (ISO 216; British Standard 1413 for Royal and Crown Quarto). */
const NAMED: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A5: [148, 210],
  B5: [176, 250],
  Royal: [156, 234],
  'Crown Quarto': [189, 246],
};

/** The names of all sizes that have one. */
export const trimNames: readonly string[] = [...Object.keys(trims), ...Object.keys(NAMED)];

/** The smallest and the largest page that a text can be set on, in points: 90 by 140, and 320 by 450 mm. */
const SMALLEST = [90 * MILLIMETRE, 140 * MILLIMETRE] as const;
const LARGEST = [320 * MILLIMETRE, 450 * MILLIMETRE] as const;

/** The widest text block that is read without effort, that of A4: some 80 letters of the text's size (Bringhurst, §2.1.2, has 75 as the limit for one column). */
const WIDEST = 360;

const UNITS: Readonly<Record<string, number>> = { mm: MILLIMETRE, cm: 10 * MILLIMETRE, in: INCH, '': INCH, pt: 1 };

/**
 * The form of a page by the name of its size (`A4`, `Crown Quarto`), or by width and height: `170x240mm`, `5.5x8.5in`, `6x9` (inches).
 * @returns undefined for what is no size, or none that a book can have
 */
export function trimOf(size: string): PageForm | undefined {
  const key = keyOf(size);
  for (const [name, form] of Object.entries(trims)) if (keyOf(name) === key) return form;
  for (const [name, [width, height]] of Object.entries(NAMED))
    if (keyOf(name) === key) return formOf(width * MILLIMETRE, height * MILLIMETRE);
  const [, first, inner, second, outer] =
    /^(\d+(?:[.,]\d+)?)\s*(mm|cm|in|pt)?\s*[x×]\s*(\d+(?:[.,]\d+)?)\s*(mm|cm|in|pt)?$/i.exec(size.trim()) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const unit = UNITS[(outer ?? inner ?? '').toLowerCase()] ?? INCH;
  const firstUnit = inner === undefined ? unit : (UNITS[inner.toLowerCase()] ?? INCH);
  const [width, height] = [Number(first.replace(',', '.')) * firstUnit, Number(second.replace(',', '.')) * unit];
  const fits = width >= SMALLEST[0] && height >= SMALLEST[1] && width <= LARGEST[0] && height <= LARGEST[1];
  return fits ? formOf(width, height) : undefined;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_]/g, '')
    .replace(/(?<=[a-z])-(?=[a-z])/g, '');
}

/** Margins in the proportions of the printed series; what a wide page has beyond a readable line goes into them. */
function formOf(width: number, height: number): PageForm {
  const margins = Math.max((width * 117) / 441, width - WIDEST);
  const inner = (margins * 54) / 117;
  const top = (height * 63) / 666;
  const bottom = (height * 57.4) / 666;
  return {
    width,
    height,
    top,
    inner,
    outer: margins - inner,
    lines: Math.floor((height - top - bottom) / LEADING),
    leading: LEADING,
  };
}
