import { furnitureOf, isLetterhead, isStamp, withoutEmphasis } from '../../page/page-furniture.js';
import type { Line } from '../../page/segment.js';
import type { PageLine } from '../../page/typed-page.js';
import { isClose } from '../../regions/constructs/closer.js';
import { isMarkingLine } from '../../regions/constructs/marking-line.js';
import { isSalute } from '../../regions/constructs/opener.js';
import { memorandumLabel } from './memorandum-label.js';

/** Says of every line whether it is of the text or of the page. */
export function pageLines(lines: readonly Line[]): readonly PageLine[] {
  const found: PageLine[] = [];
  const apart = lines.flatMap(columnsApart);
  for (const [index, line] of apart.entries()) {
    const startsGroup =
      index === 0 ||
      line.blankBefore > 0 ||
      line.pageBefore ||
      line.isBeside === true ||
      found[index - 1]?.furniture !== undefined;
    const furniture = furnitureOf(line.text, {
      startsGroup,
      before: found[index - 1]?.furniture,
      isTitled: apart.slice(index + 1, index + 12).some(({ text }) => /^MEMORANDUM (?:OF|FOR THE RECORD)\b/.test(text)),
      isBeside: line.isBeside === true,
    });
    found.push({ ...line, furniture });
  }
  return withRunningHeads(found);
}

const LONGEST_RUNNING_HEAD = 70;

/** Lines at the head of a page, beside its number or after a form feed, that stand so on several pages (the numbers in them left out). */
function withRunningHeads(lines: readonly PageLine[]): readonly PageLine[] {
  const keyOf = ({ text }: PageLine): string => text.replace(/\d+/g, '#').toLowerCase();
  const isAtHead = (index: number): boolean => {
    const line: (PageLine & Column) | undefined = lines[index];
    if (line === undefined || line.furniture !== undefined || line.text.length > LONGEST_RUNNING_HEAD) return false;
    const beside = [lines[index - 1]?.furniture, lines[index + 1]?.furniture];
    return line.pageBefore || line.isColumn === true || beside.includes('pageNum');
  };
  const counts = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (isAtHead(index)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  }
  return lines.map((line, index) =>
    isAtHead(index) && (counts.get(keyOf(line)) ?? 0) > 1 ? { ...line, furniture: 'running-head' } : line,
  );
}

/** What of the page a column holds; undefined where it is of the text. */
function kindOfColumn(text: string): 'marking' | 'letterhead' | 'number' | 'stamp' | undefined {
  if (isMarkingLine(withoutEmphasis(text))) return 'marking';
  if (isLetterhead(text)) return 'letterhead';
  if (/^[-–—]\s*\d{1,3}\s*[-–—]$/.test(text)) return 'number';
  return isStamp(withoutEmphasis(text)) ? 'stamp' : undefined;
}

/** A line, or one of the columns of one. */
type Column = Line & { readonly isBeside?: boolean; readonly isColumn?: boolean };

/**
 * `SECRET          May 4, 1982`: a marking or letterhead and something else in two columns are two lines, and so are two labels
 * (`FROM: Amembassy BUCHAREST      DATE: May 12, 1967`).
 */
function columnsApart(line: Column): readonly Column[] {
  const match = /^(\S.*?)(\s{3,}|\t)(\S.*)$/.exec(line.text);
  if (match === null) return [line];
  const [, left = '', gap = '', right = ''] = match;
  const [beside = ''] = right.split(/\s{3,}|\t/);
  const isTwoLabels = memorandumLabel(left) !== undefined && memorandumLabel(right) !== undefined;
  // A label and an office as its value are one line.
  const isValue = memorandumLabel(left) !== undefined && isLetterhead(beside);
  if (isValue || (kindOfColumn(left) === kindOfColumn(beside) && !isTwoLabels)) return [line];
  const second = {
    ...line,
    text: right,
    start: line.start + left.length + gap.length,
    blankBefore: 0,
    pageBefore: false,
    isBeside: true,
    isColumn: true,
  };
  return [{ ...line, text: left, isColumn: true }, ...columnsApart(second)];
}

/** A paragraph is at least this long, or ends a sentence: below it a line can be of an address or a signature. */
const PARAGRAPH = 80;
/** A sentence of some words. */
const SENTENCE = /^.{14,}\p{Ll}[.?!]$/u;

/**
 * Cuts a typescript into its documents. A document begins with a letterhead, with the block of a memorandum, or with what stands above a
 * salutation, once the one before has had text; the markings and stamps at the foot of a document stay with it.
 */
export function cutDocuments(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const starts = [0];
  let hasText = false;
  let opening = 0;
  let hasSalute = false;
  for (const [index, line] of lines.entries()) {
    hasSalute ||= isSalute(line.text);
    // A letter has text also where its lines are short.
    const isText =
      line.furniture === undefined &&
      (line.text.length >= PARAGRAPH || (hasSalute && SENTENCE.test(line.text))) &&
      memorandumLabel(line.text) === undefined;
    if (!hasText) {
      hasText = isText;
      continue;
    }
    if (isText) opening = 0;
    const begins =
      line.furniture === 'letterhead' ||
      (line.furniture === undefined &&
        (/^MEMORANDUM\b/.test(line.text) || (isSalute(line.text) && opensLetter(lines, index))));
    if (!begins || opening > 0) continue;
    starts.push(startOf(lines, index));
    opening = 1;
    hasText = false;
    hasSalute = isSalute(line.text);
  }
  return starts
    .map((start, index) => lines.slice(start, starts[index + 1] ?? lines.length))
    .filter((part) => part.length > 0);
}

/** A salutation opens another letter where a date or an address stands above it, not in the middle of a text. */
function opensLetter(lines: readonly PageLine[], at: number): boolean {
  const above = lines[at - 1]?.text ?? '';
  return above.length < 60 && !/[.?!”"]$/.test(above);
}

/** The first line of the opening that `at` belongs to: initials and labels stand above a letterhead, an address above a salutation. */
function startOf(lines: readonly PageLine[], at: number): number {
  let start = at;
  // The date and the address: at most two groups of lines above the salutation
  let groups = 0;
  const isLetter = lines[at]?.furniture === undefined && !/^MEMORANDUM\b/.test(lines[at]?.text ?? '');
  while (start > 1) {
    const line = lines[start - 1];
    if (line === undefined) break;
    const isOpening = line.furniture === 'initials' || /^(?:Unofficial |Official )?translation\b/i.test(line.text);
    const isAddress =
      isLetter &&
      line.furniture === undefined &&
      line.text.length < 60 &&
      !/[,.?!]$/.test(line.text.replace(/\b[A-Z]\.[A-Z]\.$/, ''));
    // Under a complimentary close stands the name of the letter before.
    if (isAddress && isClose(lines[start - 2]?.text ?? '')) break;
    if (!isOpening && !isAddress) break;
    if ((lines[start]?.blankBefore ?? 0) > 0 && isAddress) groups++;
    if (groups > 2) break;
    start--;
  }
  return start;
}
