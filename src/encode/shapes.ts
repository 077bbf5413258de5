import type { RawShape } from '../model/manifest.js';
import { isFileNumber } from './constructs/file-number.js';
import { frusWebParts } from './frus-web.js';
import { withoutPageMarks } from './page-marks.js';
import type { RawPart } from './raw-part.js';
import type { Line } from './segment.js';
import { memorandumLabel } from './typescript/memorandum-label.js';
import { typescriptParts } from './typescript/parts.js';
import { pageLines } from './typescript/read.js';

/** How the documents of each shape are cut out of a raw text. */
export const readers: Readonly<Record<RawShape, (lines: readonly Line[]) => readonly RawPart[]>> = {
  'frus-web': frusWebParts,
  typescript: typescriptParts,
  cable: typescriptParts,
  markdown: frusWebParts,
};

/** How many lines are looked at. */
const SAMPLE = 400;

/** Recognises the shape of a raw text by what only that shape has. */
export function recogniseShape(lines: readonly Line[]): RawShape {
  const sample = lines.slice(0, SAMPLE);
  const first = sample.map((line) => withoutPageMarks(line.text)).find((text) => text !== '') ?? '';
  if (isFileNumber(first) || /^\[?(?:No\. )?\d{1,4}[a-z]?\.\]?\s+\p{Lu}/u.test(first)) return 'frus-web';
  if (sample.some((line) => /\[Page \w+\]|^\[\^\w+\]:|↩$/.test(line.text))) return 'frus-web';
  const furniture = pageLines(sample).filter(
    (line) => line.furniture !== undefined && line.furniture !== 'pageNum',
  ).length;
  const labels = sample.filter(
    (line) => (memorandumLabel(line.text)?.value ?? 0) < line.text.length && memorandumLabel(line.text) !== undefined,
  ).length;
  return furniture + labels >= 3 || sample.some((line) => line.pageBefore) ? 'typescript' : 'frus-web';
}
