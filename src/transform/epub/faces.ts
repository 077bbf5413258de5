import { openFace, packagedFont } from '../../formats/font.js';
import type { CoverFaces } from './cover.js';

/** Opens the faces that the program brings with it for the cover: EB Garamond, under the SIL Open Font License. */
export function coverFaces(): CoverFaces {
  const face = (style: string): string => `@expo-google-fonts/eb-garamond/${style}/EBGaramond_${style}.ttf`;
  return {
    regular: openFace(packagedFont(face('400Regular'))),
    italic: openFace(packagedFont(face('400Regular_Italic'))),
  };
}
