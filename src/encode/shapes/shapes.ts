import { readHeading } from '../../grammar/heading.js';
import type { RawShape } from '../../model/manifest.js';
import { withoutPageMarks } from '../page/page-marks.js';
import type { Line } from '../page/segment.js';
import { isFileNumber } from '../regions/constructs/file-number.js';
import { isSalute } from '../regions/constructs/opener.js';
import { cableParts } from './cable/parts.js';
import { isCable } from './cable/recognise.js';
import { isTelegramForm } from './cable/telegram-form.js';
import { frusWebParts } from './frus-web.js';
import type { RawPart } from './raw-part.js';
import { memorandumLabel } from './typescript/memorandum-label.js';
import { typescriptParts } from './typescript/parts.js';
import { pageLines } from './typescript/read.js';

/** The shapes of a text by its content. Markdown is none of them: it marks a text of any. */
export type ContentShape = Exclude<RawShape, 'markdown'>;

/** How the documents of each shape are cut out of a raw text. */
export const readers: Readonly<Record<ContentShape, (lines: readonly Line[]) => readonly RawPart[]>> = {
  'frus-web': frusWebParts,
  typescript: typescriptParts,
  cable: cableParts,
};

/** How many lines are looked at. */
const SAMPLE = 400;

/** Recognises the shape of a raw text by what only that shape has. */
export function recogniseShape(lines: readonly Line[]): ContentShape {
  const sample = lines.slice(0, SAMPLE);
  const first = sample.map((line) => withoutPageMarks(line.text)).find((text) => text !== '') ?? '';
  if (isFileNumber(first) || /^\[?(?:No\. )?\d{1,4}[a-z]?\.\]?\s+\p{Lu}/u.test(first)) return 'frus-web';
  if (sample.some((line) => /\[Page \w+\]|^\[\^\w+\]:|↩$/.test(line.text))) return 'frus-web';
  if (isCable(sample) || isTelegramForm(sample)) return 'cable';
  // Print has no title in capitals alone.
  if (/^[\p{Lu}\d\s.,'’/()-]{6,}$/u.test(first) && /\p{Lu}{4}/u.test(first)) return 'typescript';
  const furniture = pageLines(sample).filter(
    (line) => line.furniture !== undefined && line.furniture !== 'pageNum',
  ).length;
  const labels = sample.filter(
    (line) => (memorandumLabel(line.text)?.value ?? 0) < line.text.length && memorandumLabel(line.text) !== undefined,
  ).length;
  const isLetter = readHeading(first).genre === undefined && sample.some((line) => isSalute(line.text));
  if (isLetter && readHeading(first).correspondents.length === 0) return 'typescript';
  return furniture + labels >= 3 || isWrapped(sample) || sample.some((line) => line.pageBefore)
    ? 'typescript'
    : 'frus-web';
}

/** Lines that break off in the middle of a sentence, so many that they are typed to a width. */
const WRAPPED = 5;

function isWrapped(lines: readonly Line[]): boolean {
  const broken = lines.filter(
    ({ text, blankBefore }, index) =>
      blankBefore === 0 && /^\p{Ll}/u.test(text) && /[\p{L},-]$/u.test(lines[index - 1]?.text ?? ''),
  );
  return broken.length >= WRAPPED;
}
