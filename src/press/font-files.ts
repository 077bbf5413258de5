import { createRequire } from 'node:module';
import type { FamilyFiles, FontFiles, OtherFamily } from './press-document.js';

const require = createRequire(import.meta.url);

/**
 * The faces that come with the program, as files of npm packages, all under the SIL Open Font License: Source Serif 4 for the text, with small capitals and
 * superior figures of its own, or EB Garamond, as the house style has it; Noto Serif for the characters that it lacks; faces of other scripts, each opened only for a character that needs it.
 */
export function bundledFonts(face = 'source-serif'): FontFiles {
  const sourceSerif = (cut: string): string =>
    require.resolve(`@expo-google-fonts/source-serif-4/${cut}/SourceSerif4_${cut}.ttf`);
  const garamond = (cut: string): string =>
    require.resolve(`@expo-google-fonts/eb-garamond/${cut}/EBGaramond_${cut}.ttf`);
  const notoSerif = (cut: string): string =>
    require.resolve(`@expo-google-fonts/noto-serif/${cut}/NotoSerif_${cut}.ttf`);
  return {
    text: cutsOf(face === 'eb-garamond' ? garamond : sourceSerif),
    fallback: cutsOf(notoSerif),
    others: others.flatMap(([name, files, regular, bold, covers]) => {
      const path = (cut: string): string => `@expo-google-fonts/${name}/${cut}/${files}_${cut}.ttf`;
      const file = installed(path(regular));
      return [{ name, covers, ...(file === undefined ? {} : { regular: file, bold: installed(path(bold)) ?? file }) }];
    }),
  };
}

function cutsOf(file: (cut: string) => string): FamilyFiles {
  return {
    regular: file('400Regular'),
    italic: file('400Regular_Italic'),
    bold: file('600SemiBold'),
    boldItalic: file('600SemiBold_Italic'),
  };
}

/** Undefined where the face is not installed: those of Chinese, Japanese and Korean are large, and may be left out. */
function installed(path: string): string | undefined {
  try {
    return require.resolve(path);
  } catch {
    return undefined;
  }
}

const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\ufe10-\ufe4f\uff00-\uffef]/u;
const SYMBOL = /[\p{S}\p{P}\p{N}]/u;

/** Package, name of its files, their two cuts, and the characters that are looked for in it; symbols are looked for in one after the other. */
const others: readonly (readonly [name: string, files: string, regular: string, bold: string, covers: RegExp])[] = [
  ['noto-serif-hebrew', 'NotoSerifHebrew', '400Regular', '600SemiBold', /\p{Script_Extensions=Hebrew}/u],
  ['amiri', 'Amiri', '400Regular', '700Bold', /\p{Script_Extensions=Arabic}/u],
  ['noto-serif-devanagari', 'NotoSerifDevanagari', '400Regular', '600SemiBold', /\p{Script_Extensions=Devanagari}/u],
  ['cactus-classical-serif', 'CactusClassicalSerif', '400Regular', '400Regular', CJK],
  ['gowun-batang', 'GowunBatang', '400Regular', '700Bold', /[\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u],
  ['noto-sans-symbols-2', 'NotoSansSymbols2', '400Regular', '400Regular', SYMBOL],
  ['noto-sans-math', 'NotoSansMath', '400Regular', '400Regular', /[\p{S}\p{P}\p{N}\p{L}]/u],
  ['noto-sans-symbols', 'NotoSansSymbols', '400Regular', '600SemiBold', SYMBOL],
  ['noto-sans-mono', 'NotoSansMono', '400Regular', '600SemiBold', SYMBOL],
] satisfies readonly (readonly [OtherFamily['name'], string, string, string, RegExp])[];
