import { isFileNumber, isSignatureOfFile } from '../../grammar/file-line.js';
import { readHeading } from '../../grammar/heading.js';
import type { RawShape } from '../../model/manifest.js';
import { headLabel } from '../facts/head-label.js';
import { genreOfTitle } from '../facts/title-genre.js';
import { readBanner } from '../page/banner.js';
import { withoutPageMarks } from '../page/page-marks.js';
import { pagedLines } from '../page/running-heads.js';
import type { Line } from '../page/segment.js';
import { beginsBeside, seriesLines } from '../page/series-lines.js';
import { sheetForm } from '../page/sheet-forms.js';
import { isCapitals } from '../page/sheet-text.js';
import { headLines } from '../regions/constructs/head-lines.js';
import { isSalute } from '../regions/constructs/opener.js';
import { speechIn } from '../regions/constructs/speech.js';
import { isTelegramForm } from './cable/form/recognise-form.js';

import { cableParts } from './cable/parts.js';
import { isCable } from './cable/recognise.js';
import { emailParts, isEmail } from './e-mail/parts.js';
import { frusWebParts } from './frus-web.js';
import { stretchesOf } from './mixed-piles.js';
import type { RawPart } from './raw-part.js';
import { typescriptParts } from './typescript/parts.js';

/** The shapes of a text by its content. Markdown is none of them: it marks a text of any. */
export type ContentShape = Exclude<RawShape, 'markdown'>;

/** How the documents of each shape are cut out of a raw text. */
export const readers: Readonly<Record<ContentShape, (lines: readonly Line[]) => readonly RawPart[]>> = {
  'frus-web': frusWebParts,
  typescript: (lines) => pileParts('typescript', lines),
  cable: (lines) => pileParts('cable', lines),
  'e-mail': emailParts,
};

/** The documents of a file in which telegrams and other papers can lie upon each other; each stretch is read as what it is. */
function pileParts(shape: 'typescript' | 'cable', lines: readonly Line[]): readonly RawPart[] {
  const partsOf = { typescript: typescriptParts, cable: cableParts } as const;
  const stretches = stretchesOf(shape, lines);
  if (stretches.length === 1) return partsOf[shape](lines);
  // Each stretch counts its documents from 1: they are counted in the file.
  return stretches.flatMap((stretch) =>
    partsOf[stretch.shape](stretch.lines).map((part) => ({ ...part, id: (place: number) => `d${place}` })),
  );
}

/** How many lines are looked at. */
const SAMPLE = 400;

/** Recognises the shape of a raw text by what only that shape has. */
export function recogniseShape(lines: readonly Line[]): ContentShape {
  if (isEmail(lines)) return 'e-mail';
  // The head of a printed page says nothing of what is printed on it.
  const own = lines.slice(0, SAMPLE);
  const paged = pagedLines(own).lines;
  const sample = seriesLines(paged);
  const [first = '', second = ''] = sample.map((line) => withoutPageMarks(line.text)).filter((text) => text !== '');
  // The number of a document, and beside it the file or the heading
  const isBeside = beginsBeside(paged) && isHeadingBelow(sample);
  if (isBeside || isPrinted(sample) || /^\[?(?:No\. )?\d{1,4}[a-z]?\.\]?\s+\p{Lu}/u.test(first)) return 'frus-web';
  if (sample.some((line) => /\[Page \w+\]|^\[\^\w+\]:|↩$/.test(line.text))) return 'frus-web';
  if (isCable(sample) || isTelegramForm(sample)) return 'cable';
  if (isFiled(first, second, sample)) return 'frus-web';
  const isInCapitals = isCapitalLine(first) || isCapitalLine(belowRegistry(sample));
  // The record of a conversation is printed too; a sheet has markings and the labels of its head.
  if (isSpoken(lines)) return isInCapitals && hasSheetHead(sample) ? 'typescript' : 'frus-web';
  // Print has no title in capitals alone.
  if (isInCapitals) return 'typescript';
  return isTyped(own, sample, first) ? 'typescript' : 'frus-web';
}

/** Whether enough speaks for a typescript. Nothing of it speaks against one: where enough does, no more is asked. */
function isTyped(own: readonly Line[], sample: readonly Line[], first: string): boolean {
  if (own.some((line) => line.pageBefore)) return true;
  let furniture = 0;
  for (const { text } of sample) {
    if (/\s{3}/.test(text) ? text.split(/\s{3,}/).some(isOfSheet) : isOfSheet(text)) furniture++;
    if (furniture === ENOUGH) return true;
  }
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
  if (isLetter && readHeading(first).correspondents.length === 0) return true;
  const typed = sample.filter(({ text, indent }) => indent >= INDENTED && text.length <= 80).length;
  // Print has no heading in capitals.
  const titled = sample
    .slice(0, 12)
    .some(({ text }) => text.length >= 12 && text.length <= 90 && isCapitals(text) && genreOfTitle(text) !== undefined);
  // A note in the third person that no heading stands above.
  const isNote = sample.slice(0, NOTE_LINES).some(({ text }) => COMPLIMENTS.test(text));
  const signs =
    (isNote ? 3 : 0) + furniture + labels + (titled ? 2 : 0) + (typed >= 2 ? 2 : 0) + Math.min(brokenLines(sample), 3);
  return signs >= ENOUGH || labels >= 2;
}

/** So many signs of a typescript make one. */
const ENOUGH = 3;

/** `The Embassy of … presents its compliments to the Ministry of …`. */
const COMPLIMENTS = /^The \p{Lu}[^.;:]{3,90} presents? (?:its|his|her|their) compliments\b/u;
/** A note begins among so many lines. */
const NOTE_LINES = 12;
/** A paragraph on one line is longer than a typed line. */
const LONGER_THAN_TYPED = 112;

/** The record of a conversation in print: turns of speakers, whole paragraphs a line. */
function isSpoken(lines: readonly Line[]): boolean {
  const sample = lines.slice(0, SAMPLE);
  return (
    sample.some(({ text }) => text.length > LONGER_THAN_TYPED) &&
    !sample.some((line) => line.pageBefore) &&
    speechIn(sample) !== undefined
  );
}

/** The head of a sheet stands among so many lines. */
const SHEET_HEAD_LINES = 30;

/** Whether the first lines have what print has not: a marking, and labels alone on their lines. */
function hasSheetHead(lines: readonly Line[]): boolean {
  const head = lines.slice(0, SHEET_HEAD_LINES);
  const labels = head.filter(({ text }) => {
    const label = headLabel(text);
    return label?.isKnown === true && label.role !== 'other';
  }).length;
  return labels >= 2 || (labels > 0 && head.some(({ text }) => isOfSheet(text)));
}

/** Print has no line that stands so far in. */
const INDENTED = 12;

/** Whether the heading of a document stands below its number. */
function isHeadingBelow(lines: readonly Line[]): boolean {
  const texts = lines.slice(0, HEAD_LINES).map((line) => withoutPageMarks(line.text));
  const { heading, more, number } = headLines((line) => texts[line] ?? '', texts.length);
  const { genre, correspondents } = readHeading(texts.slice(heading, heading + more + 1).join(' '));
  return number !== undefined && (genre !== undefined || correspondents.length > 1);
}

/** A file number, or the number of the document alone, above a heading that is understood. */
function isPrinted(lines: readonly Line[]): boolean {
  const texts = lines.slice(0, HEAD_LINES).map((line) => withoutPageMarks(line.text));
  const { heading, more } = headLines((line) => texts[line] ?? '', texts.length);
  if (heading === 0) return false;
  // A typescript begins with the number of its page, or with a file, too: only print has a heading below.
  const { genre, correspondents } = readHeading(texts.slice(heading, heading + more + 1).join(' '));
  // A long sentence is no heading, though it say from whom it goes to whom.
  if (COMPLIMENTS.test(texts[heading] ?? '')) return false;
  // `Memorandum for: The Secretary` is the first label of a sheet.
  const label = headLabel(texts[heading] ?? '');
  if (label?.isKnown === true && label.hasColon) return false;
  const isInSmallLetters = /\p{Ll}{3}/u.test(texts[heading] ?? '');
  // `Copy to D.O.          SECRET` stands in columns; `UNITED STATES MISSION TO THE UNITED NATIONS` is printed at the head of a sheet.
  if (/\S {3,}\S/.test(texts[heading] ?? '') || (!isInSmallLetters && hasSheetHead(lines))) return false;
  // `Message Text`, which an archive has written above a cable, is no heading.
  return correspondents.length > 1 || (genre !== undefined && isInSmallLetters && !isCable(lines));
}

/** Whether the number of a file stands above what is not in capitals and has no signs of a typescript: a registry has written such numbers upon sheets, too. */
function isFiled(number: string, heading: string, lines: readonly Line[]): boolean {
  return isFileNumber(number) && /\p{Ll}{3}/u.test(heading) && !isTyped(lines, lines.slice(1), heading);
}

/** `MEMORANDUM`, `TELCON`: a line of capitals, signs and figures. */
function isCapitalLine(text: string): boolean {
  return /^[\p{Lu}\d\s.,'’/()-]{6,}$/u.test(text) && /\p{Lu}{4}/u.test(text);
}

/** The first line of a text that is not what a registry, a clerk or an archive puts at the head of a sheet: numbers of files and pages, markings, stamps, `COPY`. */
function belowRegistry(lines: readonly Line[]): string {
  const own = lines.slice(0, REGISTRY_LINES).find(({ text }) => {
    const bare = text.trim();
    const isNumber = isFileNumber(bare) || isSignatureOfFile(bare);
    return (
      bare !== '' && !isNumber && sheetForm(bare) === undefined && readBanner(bare) === undefined && !COPY.test(bare)
    );
  });
  return own === undefined ? '' : withoutPageMarks(own.text);
}

/** What is written at the head of a sheet has so many lines at most. */
const REGISTRY_LINES = 8;
const COPY = /^(?:TRUE |INFORMATION |ACTION )?COP(?:Y|IES)\b.{0,20}$/i;

/** The heading stands among so many lines. */
const HEAD_LINES = 6;

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
