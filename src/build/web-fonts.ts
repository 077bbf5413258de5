/**
 * Part of `npm run build`: cuts the faces of the web edition out of the fonts that come with the program, a file for each cut and range of characters, as
 * WOFF2. An edition takes those whose characters it has; to cut them for each edition would take longer than to write its pages.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { writeWhole } from '../formats/file-output.js';
import { packagedFont } from '../formats/font.js';
import type { CharacterRange } from '../model/web-face.js';
import { BUNDLED_FACES, type BundledFace, bundledFaceFile, fontsFolder } from '../pipeline/web-fonts.js';

/** What the stylesheet asks for, and what scripts need to be set at all (OpenType feature tags). */
const features = [
  ...[
    'kern',
    'liga',
    'clig',
    'calt',
    'ccmp',
    'locl',
    'rlig',
    'mark',
    'mkmk',
    'onum',
    'lnum',
    'pnum',
    'tnum',
    'smcp',
    'c2sc',
    'sups',
    'frac',
    'numr',
    'dnom',
  ],
  ...[
    'init',
    'medi',
    'fina',
    'isol',
    'curs',
    'akhn',
    'rphf',
    'half',
    'pres',
    'abvs',
    'blws',
    'psts',
    'haln',
    'abvm',
    'blwm',
    'nukt',
    'cjct',
    'vatu',
    'rkrf',
    'pref',
    'pstf',
  ],
];

function textOf({ spans }: CharacterRange): string {
  return spans
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
    .join('');
}

async function write(face: BundledFace, range: CharacterRange): Promise<void> {
  const font = packagedFont(face.font);
  const bytes = await subsetFont(Buffer.from(font), textOf(range), {
    targetFormat: 'woff2',
    keepFeatures: features,
    noHinting: true,
  });
  writeWhole(join(fontsFolder, bundledFaceFile(face, range)), bytes);
}

const made = join(fontsFolder, 'made.json');
const table = JSON.stringify({ features, faces: BUNDLED_FACES });
if (!existsSync(made) || readFileSync(made, 'utf8') !== table) {
  rmSync(fontsFolder, { recursive: true, force: true });
  for (const face of BUNDLED_FACES) for (const range of face.ranges) await write(face, range);
  const licences = [...new Set(BUNDLED_FACES.map(({ font }) => font.split('/').slice(0, 2).join('/')))];
  const texts = licences.map((name) => Buffer.from(packagedFont(`${name}/LICENSE_FONT`)).toString('utf8'));
  // One text of the licence, below the notices of all.
  const notices = texts.map((text) => text.split('\n')[0] ?? '');
  const licence = (texts[0] ?? '').split('\n').slice(1).join('\n');
  writeWhole(join(fontsFolder, 'OFL.txt'), `${notices.join('\n')}\n${licence}`);
  writeWhole(made, table);
}
