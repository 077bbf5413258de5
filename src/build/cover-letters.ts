/**
 * Part of `npm run build`: writes the letters of most EPUB covers as data. To open the fonts and to lay out a few lines would take three times as long as
 * to draw them.
 */
import { existsSync } from 'node:fs';
import { writeWhole } from '../formats/file-output.js';
import { type CoverFont, lettersOf, lettersPath, openCoverFonts } from '../transform/epub/faces.js';
import type { CoverFaces, Lettering } from '../transform/epub/lettering.js';

const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl'];
/** Letters that are set at a distance of their own beside others. */
const kerned = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;-–—()&‘’“”'];

/** Basic Latin, Latin-1, dashes and quotation marks. */
function commonLetters(): readonly string[] {
  const latin = Array.from({ length: 0x100 - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i));
  return [...latin.filter((letter) => !/\p{Cc}/u.test(letter)), ...'‐–—‘’“”…'];
}

function lettering(font: CoverFont): Lettering {
  const { face, features } = font;
  const own = features.length === 0 ? ligatures : [];
  const width = (text: string): number => face.letter(text, features).width;
  const beside = [...kerned, ...own];
  const kerning = beside.flatMap((first) =>
    beside.flatMap((second): [string, number][] => {
      const correction = Math.round(width(first + second) - width(first) - width(second));
      // Two letters that make a ligature stand as one in the table of letters.
      return correction === 0 || ligatures.includes(first + second) ? [] : [[first + second, correction]];
    }),
  );
  return { letters: lettersOf(font, [...commonLetters(), ...own]), kerning: Object.fromEntries(kerning) };
}

if (!existsSync(lettersPath)) {
  const { regular, smallCapitals, italic } = openCoverFonts();
  const faces: CoverFaces = {
    regular: lettering(regular),
    smallCapitals: lettering(smallCapitals),
    italic: lettering(italic),
  };
  writeWhole(lettersPath, JSON.stringify(faces));
}
