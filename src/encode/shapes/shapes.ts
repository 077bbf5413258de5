import { classificationLine } from '../../grammar/classification-line.js';
import { dateTimeGroup } from '../../grammar/date-time-group.js';
import { isFileNumber } from '../../grammar/file-line.js';
import { readHeading } from '../../grammar/heading.js';
import type { RawShape } from '../../model/manifest.js';
import { withoutPageMarks } from '../page/page-marks.js';
import type { Line } from '../page/segment.js';
import { headLines } from '../regions/constructs/head-lines.js';
import { isSalute } from '../regions/constructs/opener.js';
import { captionLabel } from './cable/cable-line.js';
import { cableParts } from './cable/parts.js';
import { emailParts, isEmail } from './e-mail/parts.js';
import { frusWebParts } from './frus-web.js';
import { hasFrontMatter } from './markdown/front-matter.js';
import { markdownParts } from './markdown/parts.js';
import type { RawPart } from './raw-part.js';
import { memorandumLabel } from './typescript/memorandum-label.js';
import { typescriptParts } from './typescript/parts.js';
import { pageLines } from './typescript/read.js';

/** How the documents of each shape are cut out of a raw text. */
export const readers: Readonly<Record<RawShape, (lines: readonly Line[]) => readonly RawPart[]>> = {
  'frus-web': frusWebParts,
  typescript: typescriptParts,
  cable: cableParts,
  markdown: markdownParts,
  'e-mail': emailParts,
};

/** How many lines are looked at. */
const SAMPLE = 400;

/** Recognises the shape of a raw text by what only that shape has. */
export function recogniseShape(lines: readonly Line[]): RawShape {
  if (hasFrontMatter(lines)) return 'markdown';
  if (isEmail(lines)) return 'e-mail';
  const sample = lines.slice(0, SAMPLE);
  const first = sample.map((line) => withoutPageMarks(line.text)).find((text) => text !== '') ?? '';
  if (isPrinted(sample) || /^\[?(?:No\. )?\d{1,4}[a-z]?\.\]?\s+\p{Lu}/u.test(first)) return 'frus-web';
  if (sample.some((line) => /\[Page \w+\]|^\[\^\w+\]:|↩$/.test(line.text))) return 'frus-web';
  // Print has no title in capitals alone.
  if (
    /^[\p{Lu}\d\s.,'’/()-]{6,}$/u.test(first) &&
    /\p{Lu}{4}/u.test(first) &&
    !sample.slice(0, 80).some(({ text }) => isCableLine(text))
  )
    return 'typescript';
  const cable = sample.slice(0, 80).filter(({ text }) => isCableLine(text)).length;
  if (cable >= 2) return 'cable';
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

/** A file number, or the number of the document alone, above the heading. */
function isPrinted(lines: readonly Line[]): boolean {
  const texts = lines.slice(0, HEAD_LINES).map((line) => withoutPageMarks(line.text));
  const { heading } = headLines((line) => texts[line] ?? '', texts.length);
  if (heading === 0) return false;
  // A typescript begins with the number of its page, or with a file, too: only print has a heading below.
  const { genre, correspondents } = readHeading(texts[heading] ?? '');
  const isInSmallLetters = /\p{Ll}{3}/u.test(texts[heading] ?? '');
  return isFileNumber(texts[0] ?? '') || correspondents.length > 1 || (genre !== undefined && isInSmallLetters);
}

/** The heading stands among so many lines. */
const HEAD_LINES = 6;

/** Lines that break off in the middle of a sentence, so many that they are typed to a width. */
const WRAPPED = 5;

function isWrapped(lines: readonly Line[]): boolean {
  const broken = lines.filter(
    ({ text, blankBefore }, index) =>
      blankBefore === 0 && /^\p{Ll}/u.test(text) && /[\p{L},-]$/u.test(lines[index - 1]?.text ?? ''),
  );
  return broken.length >= WRAPPED;
}

/** What only a cable has. */
function isCableLine(text: string): boolean {
  const caption = captionLabel(text)?.name;
  return (
    dateTimeGroup(text) !== undefined ||
    classificationLine(text) !== undefined ||
    /^FM [A-Z]{3}/.test(text) ||
    caption === 'eo' ||
    caption === 'tags'
  );
}
