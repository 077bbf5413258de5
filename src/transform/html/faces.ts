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
const FAMILIES: Readonly<Record<FaceRole, string>> = { text: 'Edition Text', titles: 'Edition Titles' };

/** The faces whose characters occur on the pages; those of Latin always. */
export function facesNeeded(faces: readonly WebFace[], pages: Iterable<string>): readonly WebFace[] {
  const open = new Map<CharacterRange, RegExp>();
  for (const { range } of faces) if (range !== undefined && range !== LATIN) open.set(range, rangePattern([range]));
  const needed = new Set<CharacterRange>([LATIN]);
  let any = rangePattern([...open.keys()]);
  for (const page of pages) {
    if (open.size === 0) break;
    if (!any.test(page)) continue;
    for (const [range, pattern] of open) {
      if (!pattern.test(page)) continue;
      needed.add(range);
      open.delete(range);
    }
    any = rangePattern([...open.keys()]);
  }
  return faces.filter(({ range }) => range === undefined || needed.has(range));
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
