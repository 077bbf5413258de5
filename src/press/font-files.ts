import { createRequire } from 'node:module';
import type { FontFiles } from './press-document.js';

const require = createRequire(import.meta.url);

/**
 * The faces that come with the program, as files of npm packages, all under the SIL Open Font License: Source Serif 4 for the text, with small capitals and
 * superior figures of its own; Noto Serif for the characters that it lacks.
 */
export function bundledFonts(): FontFiles {
  const sourceSerif = (cut: string): string =>
    require.resolve(`@expo-google-fonts/source-serif-4/${cut}/SourceSerif4_${cut}.ttf`);
  const notoSerif = (cut: string): string =>
    require.resolve(`@expo-google-fonts/noto-serif/${cut}/NotoSerif_${cut}.ttf`);
  return {
    text: {
      regular: sourceSerif('400Regular'),
      italic: sourceSerif('400Regular_Italic'),
      bold: sourceSerif('600SemiBold'),
      boldItalic: sourceSerif('600SemiBold_Italic'),
    },
    fallback: {
      regular: notoSerif('400Regular'),
      italic: notoSerif('400Regular_Italic'),
      bold: notoSerif('600SemiBold'),
      boldItalic: notoSerif('600SemiBold_Italic'),
    },
  };
}
