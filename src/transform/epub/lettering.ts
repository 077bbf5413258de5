/** The letters of a face as data, in thousandths of the type size: made from the font when the program is built. */
export interface Lettering {
  /** By letter, or by the letters of a ligature: the width, and the outline as path data (SVG 2, §9.3) with y upwards. */
  readonly letters: Readonly<Record<string, readonly [width: number, path: string]>>;
  /** By two letters: what their distance is corrected by. */
  readonly kerning: Readonly<Record<string, number>>;
}

/** The faces of the cover. */
export interface CoverFaces {
  readonly regular: Lettering;
  readonly smallCapitals: Lettering;
  readonly italic: Lettering;
}

/** A step of an outline, in units of the type size, y upwards: the pen is moved (M), draws a line (L), a quadratic (Q) or a cubic curve (C), or closes (Z). */
export interface OutlineStep {
  readonly command: string;
  readonly args: readonly number[];
}

/** A line of text as shapes. */
export interface TextOutline {
  /** Width in units of the type size. */
  readonly width: number;
  readonly steps: readonly OutlineStep[];
}

/** A letter in its place. */
interface Placed {
  readonly path: string;
  /** In thousandths of the type size, from the beginning of the line. */
  readonly x: number;
}

/** The longest ligature, in letters. */
const LONGEST = 3;

/** The width of a line in units of the type size; `tracking`, in the same units, is added between letters. */
export function widthOf(face: Lettering, text: string, tracking = 0): number {
  return placed(face, text, tracking).width;
}

/** A line as shapes. */
export function outlineOf(face: Lettering, text: string, tracking = 0): TextOutline {
  const { letters, width } = placed(face, text, tracking);
  return { width, steps: letters.flatMap(({ path, x }) => stepsOf(path, x)) };
}

/** Sets a line: letters with their ligatures, unless they are tracked, and kerning. A letter that the face has not leaves a space. */
function placed(
  face: Lettering,
  text: string,
  tracking: number,
): { readonly letters: readonly Placed[]; readonly width: number } {
  const characters = [...text.normalize('NFC')];
  const letters: Placed[] = [];
  let pen = 0;
  let last = '';
  for (let at = 0; at < characters.length; ) {
    const length = tracking === 0 ? ligatureAt(face, characters, at) : 1;
    const letter = characters.slice(at, at + length).join('');
    const [width, path] = face.letters[letter] ?? face.letters[' '] ?? [0, ''];
    pen += face.kerning[last + letter] ?? 0;
    letters.push({ path, x: pen });
    pen += width + tracking * 1000;
    last = letter;
    at += length;
  }
  return { letters, width: Math.max(0, pen / 1000 - tracking) };
}

/** How many characters the letter is made of that begins at a place. */
function ligatureAt({ letters }: Lettering, characters: readonly string[], at: number): number {
  for (let length = LONGEST; length > 1; length--) {
    const slice = characters.slice(at, at + length);
    if (slice.length === length && slice.join('') in letters) return length;
  }
  return 1;
}

/** The steps of a path whose origin is at `x` of the line. */
function stepsOf(path: string, x: number): readonly OutlineStep[] {
  return [...path.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, command = '', numbers = '']) => {
    const args =
      numbers === '' ? [] : numbers.split(',').map((n, axis) => (Number(n) + (axis % 2 === 0 ? x : 0)) / 1000);
    return { command, args };
  });
}
