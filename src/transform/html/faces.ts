import { type CharacterRange, type FaceRole, LATIN, unicodeRange, type WebFace } from '../../model/web-face.js';

/** Where the fonts of a site are, beside its pages. */
export const FONT_FOLDER = 'fonts';

/** The names of the faces in the stylesheet: of the site's own, so that no face of the reader's machine takes their place. */
export const FAMILIES: Readonly<Record<FaceRole, string>> = { text: 'Edition Text', titles: 'Edition Titles' };

const FAR = /[\u0100-\uffff]/g;

/** Chooses, while pages are written, the faces whose characters occur on them; those of Latin always. */
export class FaceChoice {
  readonly #faces: readonly WebFace[];
  readonly #open: Set<CharacterRange>;
  readonly #needed = new Set<CharacterRange>([LATIN]);
  /** The code units that have been met: of some hundred different ones the pages of a volume are made. */
  readonly #met = new Uint8Array(0x10000);

  constructor(faces: readonly WebFace[]) {
    this.#faces = faces;
    this.#open = new Set(faces.flatMap(({ range }) => (range === undefined || range === LATIN ? [] : [range])));
  }

  read(page: string): void {
    if (this.#open.size === 0) return;
    // No range but that of Latin has one of the first 256 characters. They are passed over by an expression, since nearly all are such.
    FAR.lastIndex = 0;
    while (FAR.test(page)) {
      const unit = page.charCodeAt(FAR.lastIndex - 1);
      if (this.#met[unit] === 1) continue;
      this.#met[unit] = 1;
      this.#need(unit);
    }
  }

  /** The ranges are all of characters that are one code unit. */
  #need(character: number): void {
    for (const range of this.#open) {
      if (!range.spans.some(([first, last]) => character >= first && character <= last)) continue;
      this.#needed.add(range);
      this.#open.delete(range);
    }
  }

  get needed(): readonly WebFace[] {
    return this.#faces.filter(({ range }) => range === undefined || this.#needed.has(range));
  }
}

/** The faces whose characters occur on the pages; those of Latin always. */
export function facesNeeded(faces: readonly WebFace[], pages: Iterable<string>): readonly WebFace[] {
  const choice = new FaceChoice(faces);
  for (const page of pages) choice.read(page);
  return choice.needed;
}

/** The rules that declare the faces (CSS Fonts Level 4, §4). */
export function faceRules(faces: readonly WebFace[]): string {
  return faces
    .map(({ role, weight, style, range, file }) => {
      const characters = range === undefined ? '' : ` unicode-range: ${unicodeRange(range)};`;
      return `@font-face { font-family: "${FAMILIES[role]}"; font-weight: ${weight}; font-style: ${style}; font-display: swap; src: url("${FONT_FOLDER}/${file}") format("woff2");${characters} }\n`;
    })
    .join('');
}
