import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../formats/package.js';
import {
  ARABIC,
  type CharacterRange,
  DEVANAGARI,
  EUROPEAN,
  type FaceRole,
  HEBREW,
  LATIN,
  type WebFace,
} from '../model/web-face.js';

/** A cut of a face that comes with the program, all under the SIL Open Font License. */
export interface BundledFace {
  readonly name: string;
  /** The file of an npm package. */
  readonly font: string;
  readonly role: FaceRole;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly ranges: readonly CharacterRange[];
}

/** Where the build puts them. */
export const fontsFolder = packageFile('dist/program/web-fonts');

const european = [LATIN, ...EUROPEAN];

function cut(
  role: FaceRole,
  [folder, file]: readonly [string, string],
  cutName: string,
  ranges: readonly CharacterRange[],
): BundledFace {
  const weight = Number.parseInt(cutName, 10);
  const isItalic = cutName.endsWith('Italic');
  return {
    name: `${folder}-${weight}${isItalic ? '-italic' : ''}`,
    font: `@expo-google-fonts/${folder}/${cutName}/${file}_${cutName}.ttf`,
    role,
    weight,
    style: isItalic ? 'italic' : 'normal',
    ranges,
  };
}

const serif = ['source-serif-4', 'SourceSerif4'] as const;
const garamond = ['eb-garamond', 'EBGaramond'] as const;

/** Source Serif 4, in which the PDF is set, for the text; EB Garamond, in which covers are set, for titles; faces of other scripts. */
export const BUNDLED_FACES: readonly BundledFace[] = [
  ...['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'].map((name) =>
    cut('text', serif, name, european),
  ),
  ...['500Medium', '500Medium_Italic'].map((name) => cut('titles', garamond, name, european.slice(0, -1))),
  ...['400Regular', '600SemiBold'].flatMap((name) => [
    cut('text', ['noto-serif-hebrew', 'NotoSerifHebrew'], name, [HEBREW]),
    cut('text', ['noto-serif-devanagari', 'NotoSerifDevanagari'], name, [DEVANAGARI]),
  ]),
  ...['400Regular', '700Bold'].map((name) => cut('text', ['amiri', 'Amiri'], name, [ARABIC])),
];

/** The name of the file with one range of a cut. */
export function bundledFaceFile({ name }: BundledFace, range: CharacterRange): string {
  return `${name}-${range.name}.woff2`;
}

/** The faces that come with the program, as files of a site. */
export function bundledFaces(): readonly WebFace[] {
  return BUNDLED_FACES.flatMap((face) =>
    face.ranges.map((range) => {
      const file = bundledFaceFile(face, range);
      const { role, weight, style } = face;
      return { role, weight, style, range, file, bytes: () => readFileSync(join(fontsFolder, file)) };
    }),
  );
}

/** The licence of those faces, which goes with them (SIL Open Font License 1.1, condition 2). */
export function fontLicence(): string {
  return readFileSync(join(fontsFolder, 'OFL.txt'), 'utf8');
}
