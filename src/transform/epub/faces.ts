import { readFileSync } from 'node:fs';
import { type Face, openFace, packagedFont } from '../../formats/font.js';
import { packageFile } from '../../formats/package.js';
import type { CoverWords } from './cover.js';
import type { CoverFaces, Lettering } from './lettering.js';

/** Where the build puts the letters of most titles: to open the fonts takes longer than to draw the cover. */
export const lettersPath = packageFile('dist/program/cover-letters.json');

/**
 * The faces that the program brings with it for the cover: EB Garamond, under the SIL Open Font License. Letters of the words that the build has not put
 * aside are taken from the fonts.
 */
export function coverFaces(words: CoverWords): CoverFaces {
  const common = JSON.parse(readFileSync(lettersPath, 'utf8')) as CoverFaces;
  const texts = Object.values(words).filter((value) => typeof value === 'string');
  const letters = new Set(texts.join('').normalize('NFC'));
  const rare = [...letters].filter((letter) => !(letter in common.regular.letters));
  if (rare.length === 0) return common;
  const fonts = openCoverFonts();
  const withRare = (style: keyof CoverFaces): Lettering => ({
    letters: { ...common[style].letters, ...lettersOf(fonts[style], rare) },
    kerning: common[style].kerning,
  });
  return { regular: withRare('regular'), smallCapitals: withRare('smallCapitals'), italic: withRare('italic') };
}

/** A font, and the OpenType features with which it makes a face of the cover. */
export interface CoverFont {
  readonly face: Face;
  readonly features: readonly string[];
}

/** The fonts of the faces. */
export function openCoverFonts(): Readonly<Record<keyof CoverFaces, CoverFont>> {
  const open = (style: string): Face =>
    openFace(packagedFont(`@expo-google-fonts/eb-garamond/${style}/EBGaramond_${style}.ttf`));
  const regular = open('400Regular');
  return {
    regular: { face: regular, features: [] },
    smallCapitals: { face: regular, features: ['smcp'] },
    italic: { face: open('400Regular_Italic'), features: [] },
  };
}

/** Letters and ligatures as a font has them; what it has not is left out. */
export function lettersOf({ face, features }: CoverFont, letters: readonly string[]): Lettering['letters'] {
  const known = letters.filter((letter) => [...letter].every((character) => face.has(character)));
  return Object.fromEntries(
    known.map((letter) => {
      const { width, path } = face.letter(letter, features);
      return [letter, [width, path] as const];
    }),
  );
}
