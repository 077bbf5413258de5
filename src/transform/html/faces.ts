import {
  type CharacterRange,
  type FaceRole,
  LATIN,
  rangePattern,
  unicodeRange,
  type WebFace,
} from '../../model/web-face.js';

/** Where the fonts of a site are, beside its pages. */
export const FONT_FOLDER = 'fonts';

/** The names of the faces in the stylesheet: of the site's own, so that no face of the reader's machine takes their place. */
export const FAMILIES: Readonly<Record<FaceRole, string>> = { text: 'Edition Text', titles: 'Edition Titles' };

/** Chooses, while pages are written, the faces whose characters occur on them; those of Latin always. */
export class FaceChoice {
  readonly #faces: readonly WebFace[];
  readonly #open = new Map<CharacterRange, RegExp>();
  readonly #needed = new Set<CharacterRange>([LATIN]);
  #any: RegExp;

  constructor(faces: readonly WebFace[]) {
    this.#faces = faces;
    for (const { range } of faces)
      if (range !== undefined && range !== LATIN) this.#open.set(range, rangePattern([range]));
    this.#any = rangePattern([...this.#open.keys()]);
  }

  read(page: string): void {
    if (this.#open.size === 0 || !this.#any.test(page)) return;
    for (const [range, pattern] of this.#open) {
      if (!pattern.test(page)) continue;
      this.#needed.add(range);
      this.#open.delete(range);
    }
    this.#any = rangePattern([...this.#open.keys()]);
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
