/**
 * Part of `npm run build`: writes the letters of the EPUB's cover as data. To open the font and to lay out a few lines would take three times as long
 * as to draw them.
 */
import { existsSync } from 'node:fs';
import { writeWhole } from '../formats/file-output.js';
import { type Face, openFace, packagedFont } from '../formats/font.js';
import { lettersPath } from '../transform/epub/faces.js';
import type { CoverFaces, Lettering } from '../transform/epub/lettering.js';

const letters = (text: string): readonly string[] => [...text];
const capitals = letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const smallLetters = letters('abcdefghijklmnopqrstuvwxyz');
const others = letters('0123456789.,:;-–—()&‘’“”');
const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl'];

/** Letters of most titles: Basic Latin, Latin-1, dashes and quotation marks. */
function isCommon(letter: string): boolean {
  return /^[\u0020-\u00ff‐–—‘’“”…]$/u.test(letter) || ligatures.includes(letter);
}

/** Letters, marks and signs of writing; not the private ones of the font. */
function isWritten(letter: string): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]$/u.test(letter);
}

function lettering(face: Face, which: (letter: string) => boolean, features: readonly string[] = []): Lettering {
  const all = [...face.characters.filter(isWritten), ...(features.length === 0 ? ligatures : [])].filter(which);
  const kerned = [...capitals, ...smallLetters, ...others, ...ligatures].filter((letter) => all.includes(letter));
  const width = (text: string): number => face.letter(text, features).width;
  const kerning = kerned.flatMap((first) =>
    kerned.flatMap((second): [string, number][] => {
      const correction = Math.round(width(first + second) - width(first) - width(second));
      // Two letters that make a ligature stand as one in the table of letters.
      return correction === 0 || ligatures.includes(first + second) ? [] : [[first + second, correction]];
    }),
  );
  return {
    letters: Object.fromEntries(
      all.map((letter) => {
        const { width: w, path } = face.letter(letter, features);
        return [letter, [w, path]];
      }),
    ),
    kerning: Object.fromEntries(kerning),
  };
}

function faces(which: (letter: string) => boolean): CoverFaces {
  const face = (style: string): Face =>
    openFace(packagedFont(`@expo-google-fonts/eb-garamond/${style}/EBGaramond_${style}.ttf`));
  const regular = face('400Regular');
  return {
    regular: lettering(regular, which),
    smallCapitals: lettering(regular, which, ['smcp']),
    italic: lettering(face('400Regular_Italic'), which),
  };
}

if (!existsSync(lettersPath.rare)) {
  writeWhole(lettersPath.common, JSON.stringify(faces(isCommon)));
  writeWhole(lettersPath.rare, JSON.stringify(faces((letter) => !isCommon(letter))));
}
