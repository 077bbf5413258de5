import { readDateline } from '../../grammar/dateline.js';
import { withoutSpelling } from '../../grammar/spelled-letters.js';
import { readBanner } from './banner.js';
import type { Line } from './segment.js';
import { sheetForm } from './sheet-forms.js';
import { isCapitals } from './sheet-text.js';

/** A line, or a column of one. */
export type Part = Line & { readonly isBeside?: boolean };

const GAP = /\s{3,}|\t/;

/** A marking that is typed letter by letter, and nothing else. */
const SPELLED_OUT = /^[~*_\-–—\s]*(?:\p{Lu}\s{1,6}){4,}\p{Lu}[~*_\-–—\s]*$/u;

/** A line that holds two things in two columns, of which one is of the sheet, is two lines; so are two labels with their values. */
export function columnsApart(line: Line, isLabel: (text: string) => boolean): readonly Part[] {
  if (line.text.length > 140 || !GAP.test(line.text)) return [line];
  // `~~T O P   S E C R E T~~`: wide blanks between the words of a marking typed letter by letter part nothing.
  if (SPELLED_OUT.test(line.text)) return [line];
  const parts: Part[] = [];
  let from = 0;
  for (const gap of line.text.matchAll(/\s{3,}|\t+/g)) {
    parts.push(partOf(line, from, gap.index, parts.length > 0));
    from = gap.index + gap[0].length;
  }
  parts.push(partOf(line, from, line.text.length, parts.length > 0));
  return joined(line, parts, isLabel);
}

function partOf(line: Line, start: number, end: number, isBeside: boolean): Part {
  return {
    text: line.text.slice(start, end),
    start: line.start + start,
    indent: line.indent + start,
    blankBefore: isBeside ? 0 : line.blankBefore,
    pageBefore: !isBeside && line.pageBefore,
    ...(isBeside ? { isBeside } : {}),
  };
}

/** Parts that belong together put together again: a label and its value, the cells of a row. */
function joined(line: Line, parts: readonly Part[], isLabel: (text: string) => boolean): readonly Part[] {
  const kinds = kindsOf(parts, isLabel);
  const strong = kinds.filter((kind) => kind === 'sheet').length;
  const labels = kinds.filter((kind) => kind === 'label').length;
  if (areTitles(parts)) return parts;
  if (strong === 0 && (labels === 0 || (labels === 1 && kinds[0] === 'label'))) return [line];
  // A label without its value takes what follows.
  const isBareLabel = kinds[0] === 'label' && /(?::|^[^:]*)$/.test(parts[0]?.text ?? '');
  if (isBareLabel && labels === 1 && parts.length === 2) return [line];
  const made: { from: number; to: number }[] = [];
  for (const [index, kind] of kinds.entries()) {
    const last = made.at(-1);
    const goesOn =
      last !== undefined && kind === undefined && (kinds[index - 1] === 'label' || kinds[index - 1] === undefined);
    if (goesOn) last.to = index;
    else made.push({ from: index, to: index });
  }
  return made.map(({ from, to }, place) => {
    const [first, last] = [parts[from], parts[to]];
    const start = (first?.start ?? line.start) - line.start;
    const end = (last?.start ?? line.start) - line.start + (last?.text.length ?? 0);
    return partOf(line, start, end, place > 0);
  });
}

type ColumnKind = 'sheet' | 'label' | undefined;

function kindsOf(parts: readonly Part[], isLabel: (text: string) => boolean): readonly ColumnKind[] {
  // The heads of columns can be words of labels (`Initials     Date`): a label further to the right has its value.
  const kinds = parts.map(({ text }, index) =>
    columnKind(
      text,
      (words) => isLabel(words) && (index === 0 || /\S(?::\s*|\s{2,})\S|^[A-Z]{2,}\.? [A-Z]{2,}\.\s\S/.test(words)),
    ),
  );
  // The day and the number of a despatch stand on the right of its labels.
  const last = parts.at(-1)?.text ?? '';
  // `TO   :   The Files      DATE:   May 2, 1974`: a label apart from its value, with others before it.
  const bare = parts.findLastIndex(
    ({ text }, index) => index > 0 && index < parts.length - 1 && BARE.test(text) && isLabel(text),
  );
  if (bare > 0) return kinds.with(bare, 'label');
  const isBare = parts.length === 2 && /(?::|^[^:]*)$/.test(parts[0]?.text ?? '');
  const isBeside = kinds[0] === 'label' && parts.length > 1 && !isBare && (DAY.test(last) || /^\d{2,4}$/.test(last));
  return isBeside ? kinds.with(-1, 'sheet') : kinds;
}

/** Titles in columns: that of a sheet beside its office, or one with the day of its form (`ROUTE SLIP     3/16/62`). */
function areTitles(parts: readonly Part[]): boolean {
  const [first, second, third] = parts;
  // The head of a page of a letter: addressee, number, day.
  if (parts.length === 3 && DAY.test(third?.text ?? '') && sheetForm(second?.text ?? '') === 'pageNum') return true;
  if (parts.some(({ text }) => isSheetTitle(text)) && parts.every(({ text }) => text.length <= 40)) return true;
  if (isDated(parts)) return true;
  // The number of a paper and that of its copy.
  if (parts.length === 2 && parts.every(({ text }) => /\p{Lu}/u.test(text) && sheetForm(text) === 'number'))
    return true;
  if (first === undefined || parts.length !== 2 || !DAY.test(second?.text ?? '')) return false;
  return isCapitals(first.text) || (first.text.length >= 10 && !/[:\d]/.test(first.text));
}

/** Titles that a sheet has printed in a column beside the name of the office. */
const SHEET_TITLE =
  /^(?:MEMORANDUM|(?:INCOMING|OUTGOING) (?:TELEGRAM|AIRGRAM)|TELEGRAM|AIRGRAM|FOREIGN SERVICE DESPATCH|ACTION COPY)$/;

/** `A I R G R A M` too. */
function isSheetTitle(text: string): boolean {
  return SHEET_TITLE.test(/^(?:\p{Lu} ){3}/u.test(text) ? withoutSpelling(text) : text);
}

/** The number of a paper or its file, or an office, and on the right the place and the day: `No. 1184      Lima, Peru, April 11, 1947`. */
function isDated(parts: readonly Part[]): boolean {
  const [first, second] = parts;
  if (first === undefined || second === undefined || parts.length !== 2) return false;
  if (!/\d{4}[.,]?$/.test(second.text) || second.text.length > 50 || first.text.length > 40) return false;
  const dateline = readDateline(second.text);
  if (dateline?.date?.when === undefined) return false;
  const form = sheetForm(first.text);
  if (dateline.place === undefined) return form === 'number';
  return form === 'number' || form === 'routing' || (isCapitals(first.text) && !first.text.endsWith(':'));
}

/** A label and its colon, and no more. */
const BARE = /^\p{Lu}[\p{L} ]{1,14}\s?:$/u;

/** A day alone: `3/16/62`, `12 January 1966`, `January 12, 1966`. */
const DAY =
  /^(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2} \p{Lu}\p{L}{2,8}\.?,? \d{4}|\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4})$/u;

function columnKind(text: string, isLabel: (text: string) => boolean): 'sheet' | 'label' | undefined {
  if (readBanner(text) !== undefined) return 'sheet';
  const form = sheetForm(text);
  if (form === 'declassification' || form === 'stamp' || form === 'receipt' || form === 'distribution') return 'sheet';
  if ((form === 'routing' || form === 'tab') && text === text.toUpperCase()) return 'sheet';
  if (form === 'pageNum' && /^[-–—(]|page/i.test(text)) return 'sheet';
  return isLabel(text) ? 'label' : undefined;
}
