import { readFileSync } from 'node:fs';
import { packageFile } from '../../formats/package.js';
import type { CoverWords } from './cover.js';
import type { CoverFaces, Lettering } from './lettering.js';

/** Where the build puts the letters of the faces: those of most titles, and all others. */
export const lettersPath = {
  common: packageFile('dist/program/cover-letters.json'),
  rare: packageFile('dist/program/cover-letters-rare.json'),
};

/** The faces that the program brings with it for the cover, with the letters that its words need: EB Garamond, under the SIL Open Font License. */
export function coverFaces(words: CoverWords): CoverFaces {
  const common = read(lettersPath.common);
  const texts = Object.values(words).filter((value) => typeof value === 'string');
  const letters = [...texts.join('').normalize('NFC')];
  if (letters.every((letter) => letter in common.regular.letters)) return common;
  const rare = read(lettersPath.rare);
  const both = (style: keyof CoverFaces): Lettering => ({
    letters: { ...rare[style].letters, ...common[style].letters },
    kerning: common[style].kerning,
  });
  return { regular: both('regular'), smallCapitals: both('smallCapitals'), italic: both('italic') };
}

function read(path: string): CoverFaces {
  return JSON.parse(readFileSync(path, 'utf8')) as CoverFaces;
}
