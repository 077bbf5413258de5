import { classificationLine } from '../../grammar/classification-line.js';
import { dateTimeGroup } from '../../grammar/date-time-group.js';
import { readHeading } from '../../grammar/heading.js';
import type { RawShape } from '../../model/manifest.js';
import { headLabel } from '../facts/head-label.js';
import { genreOfTitle } from '../facts/title-genre.js';
import { readBanner } from '../page/banner.js';
import { withoutPageMarks } from '../page/page-marks.js';
import type { Line } from '../page/segment.js';
import { sheetForm } from '../page/sheet-forms.js';
import { isCapitals } from '../page/sheet-text.js';
import { isFileNumber } from '../regions/constructs/file-number.js';
import { isSalute } from '../regions/constructs/opener.js';
import { captionLabel } from './cable/cable-line.js';
import { cableParts } from './cable/parts.js';
import { frusWebParts } from './frus-web.js';
import { hasFrontMatter } from './markdown/front-matter.js';
import { markdownParts } from './markdown/parts.js';
import type { RawPart } from './raw-part.js';
import { typescriptParts } from './typescript/parts.js';

/** How the documents of each shape are cut out of a raw text. */
export const readers: Readonly<Record<RawShape, (lines: readonly Line[]) => readonly RawPart[]>> = {
  'frus-web': frusWebParts,
  typescript: typescriptParts,
  cable: cableParts,
  markdown: markdownParts,
};

/** How many lines are looked at. */
const SAMPLE = 400;

/** Recognises the shape of a raw text by what only that shape has. */
export function recogniseShape(lines: readonly Line[]): RawShape {
  if (hasFrontMatter(lines)) return 'markdown';
  const sample = lines.slice(0, SAMPLE);
  const first = sample.map((line) => withoutPageMarks(line.text)).find((text) => text !== '') ?? '';
  if (isFileNumber(first) || /^\[?(?:No\. )?\d{1,4}[a-z]?\.\]?\s+\p{Lu}/u.test(first)) return 'frus-web';
  if (sample.some((line) => /\[Page \w+\]|^\[\^\w+\]:|↩$/.test(line.text))) return 'frus-web';
  // Print has no title in capitals alone.
  if (
    /^[\p{Lu}\d\s.,'’/()-]{6,}$/u.test(first) &&
    /\p{Lu}{4}/u.test(first) &&
    !sample.slice(0, 80).some(({ text }) => isTransmission(text))
  )
    return 'typescript';
  const cable = sample.slice(0, 80).filter(({ text }) => isCableLine(text)).length;
  if (cable >= 2 && sample.slice(0, 80).some(({ text }) => isTransmission(text))) return 'cable';
  const furniture = sample.filter(({ text }) => text.split(/\s{3,}/).some(isOfSheet)).length;
  const labels = sample.filter(({ text }) => {
    const label = headLabel(text);
    return (
      label?.isKnown === true &&
      label.role !== 'other' &&
      label.hasColon &&
      (label.value < text.length || label.role === 'participants')
    );
  }).length;
  const isLetter = readHeading(first).genre === undefined && sample.some((line) => isSalute(line.text));
  if (isLetter && readHeading(first).correspondents.length === 0) return 'typescript';
  const typed = sample.filter(({ text, indent }) => indent >= INDENTED && text.length <= 80).length;
  // Print has no heading in capitals.
  const titled = sample
    .slice(0, 12)
    .some(({ text }) => text.length >= 12 && text.length <= 90 && isCapitals(text) && genreOfTitle(text) !== undefined);
  const signs = furniture + labels + (titled ? 2 : 0) + (typed >= 2 ? 2 : 0) + Math.min(brokenLines(sample), 3);
  return signs >= 3 || labels >= 2 || sample.some((line) => line.pageBefore) ? 'typescript' : 'frus-web';
}

/** Print has no line that stands so far in. */
const INDENTED = 12;

/** Whether a line is of a sheet by its form: a marking in capitals, a stamp, a schedule of declassification. */
function isOfSheet(text: string): boolean {
  if (text.length > 80) return false;
  const form = sheetForm(text);
  return form === 'stamp' || form === 'declassification' || readBanner(text) !== undefined;
}

/** How many lines break off in the middle of a sentence, as those do that are typed to a width. */
function brokenLines(lines: readonly Line[]): number {
  return lines.filter(
    ({ text, blankBefore }, index) =>
      blankBefore <= 1 && /^\p{Ll}/u.test(text) && /[\p{L},-]$/u.test(lines[index - 1]?.text ?? ''),
  ).length;
}

/** What a cable has: a line of its transmission, or its classification spelled or with the post's number. */
function isCableLine(text: string): boolean {
  return isTransmission(text) || classificationLine(text) !== undefined;
}

/** What only a cable has: typescripts too spell their classification. */
function isTransmission(text: string): boolean {
  const caption = captionLabel(text)?.name;
  return dateTimeGroup(text) !== undefined || /^FM [A-Z]{3}/.test(text) || caption === 'eo' || caption === 'tags';
}
