import { type Banner, readBanner } from './banner.js';
import { columnLines } from './columns.js';
import { isLongPrint, isNotice } from './form-print.js';
import type { Line } from './segment.js';
import { columnsApart } from './sheet-columns.js';
import { isProvenance, type SheetForm, sheetForm } from './sheet-forms.js';
import { isCapitals } from './sheet-text.js';

/** A line as it stands on its sheet: what an eye sees before it reads. */
export interface SheetLine extends Line {
  /** It is a column of a line that holds two things (`SECRET      May 4, 1982`), not the first. */
  readonly isBeside: boolean;
  /** How many empty lines stand below it; a page's end counts as two. */
  readonly blankAfter: number;
  /** It can be nothing but running text. */
  readonly isPlain: boolean;
  /** It stands in the middle of the sheet, or on its right side. */
  readonly isCentred: boolean;
  readonly isRight: boolean;
  /** Its letters are capitals. */
  readonly isCapitals: boolean;
  /** Lines that nothing parts are a group: the number of the group, how many lines it has, and which of them this is. */
  readonly group: number;
  readonly groupSize: number;
  readonly inGroup: number;
  /** How often a line like it stands in the text, whatever its figures and the slips of a reading machine. */
  readonly repeats: number;
  /** It is a row of a table in columns. */
  readonly isRow: boolean;
  readonly banner: Banner | undefined;
  readonly form: SheetForm | undefined;
}

/** The lines of a text with where they stand, and the width to which they are typed. */
export interface Sheets {
  readonly lines: readonly SheetLine[];
  /** The width in characters; undefined where each paragraph stands on one line. */
  readonly width: number | undefined;
}

/** Lines longer than this are paragraphs, not typed lines. */
const LONGEST_TYPED = 110;
/** Lines longer than this are not counted among those that repeat. */
const LONGEST_REPEATED = 100;
/** From how many lines that break inside a sentence a text is typed to a width. */
const FEWEST_BROKEN = 3;
const SHORTEST_BROKEN = 40;

/**
 * Reads the lines of a text as lines of sheets. One pass for each feature.
 * @param isLabel whether a column begins with a label
 * @param areFormsAsked whether it is asked what a line is by its words, a marking or a form; else no line has either
 */
export function readSheets(lines: readonly Line[], isLabel: (text: string) => boolean, areFormsAsked = true): Sheets {
  const closed = closedUp(lines);
  const parts = closed.flatMap((line) => columnsApart(line, isLabel));
  const width = typedWidth(closed);
  const rows = columnLines(parts);
  const counts = countAlike(parts);
  const right = width ?? 72;
  const groups = groupsOf(parts);
  const printed = printedGroups(parts, groups);
  const made = parts.map((line, index): SheetLine => {
    const { text, start, indent, blankBefore, pageBefore } = line;
    const next = parts[index + 1];
    const isShort = text.length <= right * 0.75;
    const middle = indent + text.length / 2;
    const group = groups[index] ?? { number: index, first: index, size: 1 };
    const isPrinted = printed.has(group.number);
    // Right below a title stands a day or a place, however long.
    const isBelowTitle = blankBefore === 0 && !pageBefore && isCapitals(parts[index - 1]?.text ?? '');
    const isPlain = !isPrinted && !isBelowTitle && isPlainText(line);
    const isAsked = areFormsAsked && !isPlain;
    return {
      text,
      start,
      indent,
      blankBefore,
      pageBefore,
      isBeside: line.isBeside === true,
      blankAfter: next === undefined || next.pageBefore ? 2 : next.blankBefore,
      isPlain,
      isCentred: isShort && indent >= 6 && Math.abs(middle - right / 2) <= Math.max(5, right * 0.09),
      isRight: isShort && indent >= right * 0.42,
      isCapitals: !isPlain && isCapitals(text),
      group: group.number,
      groupSize: group.size,
      inGroup: index - group.first,
      repeats: counts.get(index) ?? 1,
      isRow:
        (rows.has(index) && !/__|^(?:OK|Yes|Approve|Agree)\s{2,}(?:No|Disapprove|Disagree)$/.test(text)) ||
        (!isPlain && hasLeaders(text, parts[index - 1], next)),
      banner: isAsked ? readBanner(text) : undefined,
      form: isPrinted ? 'form' : isAsked ? sheetForm(text) : undefined,
    };
  });
  return { lines: made, width };
}

interface Group {
  readonly number: number;
  readonly first: number;
  size: number;
}

/** For each line the group that it is of: lines that no empty line and no page's break parts. */
function groupsOf(lines: readonly Line[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [index, line] of lines.entries()) {
    const last = groups.at(-1);
    if (last === undefined || line.blankBefore > 0 || line.pageBefore)
      groups.push({ number: (last?.number ?? -1) + 1, first: index, size: 1 });
    else {
      last.size++;
      groups.push(last);
    }
  }
  return groups;
}

/** A notice that is printed on the sheet has so many lines at most. */
const LONGEST_NOTICE = 8;

/** The groups of lines that are a notice of whoever issues the sheet, by how they begin. */
function printedGroups(lines: readonly Line[], groups: readonly Group[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, { text }] of lines.entries()) {
    const group = groups[index];
    if (group?.first === index && group.size <= LONGEST_NOTICE && isNotice(text)) found.add(group.number);
  }
  return found;
}

/** Shortest line that its words alone show to be of running text. */
const SHORTEST_PLAIN = 44;
const FEWEST_SMALL_WORDS = 4;

/** Whether a line can be nothing but running text: long, in small letters, and within a paragraph or inside a sentence. */
function isPlainText({ text, blankBefore, pageBefore }: Line): boolean {
  if (text.length < SHORTEST_PLAIN) return false;
  const first = text.charCodeAt(0);
  const isSmall = first >= 97 && first <= 122;
  if (!isSmall && text.charCodeAt(1) < 91 && LABEL.test(text)) return false;
  // `c. freedom of movement`, below an empty line: an item.
  if (isSmall && blankBefore > 0 && text.charCodeAt(1) < 48 && ITEM.test(text)) return false;
  // Stamps and schedules of declassification can be sentences.
  if (!isSmall && /classif|owngrad|\bNAR[AS]\b|ibrary|\bE\.\s?O\./.test(text)) return false;
  if (!isSmall && (blankBefore > 0 || pageBefore || first < 65 || first > 90)) return false;
  if (!isSmall && (isProvenance(text) || PRINTED_SENTENCE.test(text) || isLongPrint(text))) return false;
  let words = 0;
  const end = Math.min(text.length, LONGEST_TYPED);
  for (let at = 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 9 || (code === 32 && text.charCodeAt(at + 1) === 32 && text.charCodeAt(at + 2) === 32)) return false;
    if (code === 58 && at < SHORTEST_PLAIN) return false;
    if (code >= 97 && code <= 122 && text.charCodeAt(at - 1) === 32) words++;
  }
  return words >= FEWEST_SMALL_WORDS;
}

/** A label that has lost its colon: `SUBJECT - Side Letter on …`. */
const LABEL = /^(?:SUBJECT|SUBJ|PARTICIPANTS|REFERENCE|FROM|THROUGH)\b/;

/** The letter of an item. */
const ITEM = /^[a-z][.)]\s/;

/** What a form or a stamp says in small letters. */
const PRINTED_SENTENCE = /^(?:Downgraded|Declassif|Classified by|Excluded from|Exempt)/;

/** Whether points lead from one column to the next; few may be an ellipsis, but for a neighbour with more. */
function hasLeaders(text: string, before: Line | undefined, after: Line | undefined): boolean {
  if (!text.includes('..') && !text.includes('. .')) return false;
  if (LEADERS.test(text)) return true;
  return FEW_LEADERS.test(text) && [before, after].some((other) => other !== undefined && LEADERS.test(other.text));
}

/** From how many lines that go on below an empty one a text is typed in double space. */
const FEWEST_SPACED = 2;

/** Of so many lines at most one stands right below another, where a text is typed in double space throughout. */
const MOST_CLOSE = 15;

/** Whether a line is a typed one that ends inside a sentence. */
function isBroken(line: Line | undefined): boolean {
  const { text = '' } = line ?? {};
  return text.length >= SHORTEST_BROKEN && text.length <= LONGEST_TYPED && breaksOff(text);
}

/** Lines typed in double space as those of single space: of the empty lines before each, one is taken off. */
function closedUp(lines: readonly Line[]): readonly Line[] {
  let spaced = 0;
  let close = 0;
  // Head and closing are typed in single space: only from the first line that goes on so to the last.
  let first = lines.length;
  let end = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]?.text ?? '';
    if (
      index === 0 ||
      before.length < SHORTEST_BROKEN ||
      before.length > LONGEST_TYPED ||
      !breaksOff(before) ||
      // The letter o before an item is no word, nor is that of an item (`c. freedom of movement`).
      !/^(?!o\s|[a-z]{1,3}[.)]\s)\p{Ll}/u.test(line.text)
    )
      continue;
    if (line.blankBefore === 1) {
      spaced++;
      first = Math.min(first, index);
      end = index + 1;
    } else if (line.blankBefore === 0) close++;
  }
  // Lines of a sentence that begin with a capital go on as well.
  while (first > 1 && lines[first - 1]?.blankBefore === 1 && isBroken(lines[first - 2])) first--;
  while (lines[end]?.blankBefore === 1 && isBroken(lines[end - 1])) end++;
  if (spaced < FEWEST_SPACED || close * 4 > spaced) return lines;
  // Head and closing too, where hardly a line stands right below another.
  if (lines.filter(({ blankBefore }) => blankBefore === 0).length * MOST_CLOSE < lines.length) {
    first = 1;
    end = lines.length;
  }
  return lines.map((line, index) =>
    index < first || index >= end ? line : { ...line, blankBefore: Math.max(0, line.blankBefore - 1) },
  );
}

/** Whether a line ends inside a sentence. Looks at its last sign alone. */
export function breaksOff(text: string): boolean {
  return /[\p{L}\d,;-]/u.test(text.slice(-1));
}

const HASH = 35;
const SMALL = { c: 99, e: 101, i: 105, l: 108, m: 109, n: 110, r: 114 } as const;

/** A line without its figures and with the letters that reading machines take for each other made one. */
function likeness(text: string): string {
  const small = text.toLowerCase();
  const made: number[] = [];
  for (let at = 0; at < small.length; at++) {
    const sign = small.charCodeAt(at);
    const last = made.length - 1;
    if (sign >= 48 && sign <= 57) {
      if (made[last] !== HASH) made.push(HASH);
    } else if (sign === SMALL.n && made[last] === SMALL.r) made[last] = SMALL.m;
    else if (sign >= 97 && sign <= 122) made.push(sign === SMALL.i ? SMALL.l : sign === SMALL.e ? SMALL.c : sign);
  }
  return String.fromCharCode(...made);
}

/** How often lines like one stand in the text, by the line's number; lines in the middle of a group, and of running text, are not asked. */
function countAlike(lines: readonly Line[]): ReadonlyMap<number, number> {
  const alike = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const isInside = line.blankBefore === 0 && !line.pageBefore && next?.blankBefore === 0 && !next.pageBefore;
    if (isInside || line.text.length > LONGEST_REPEATED || isPlainText(line)) continue;
    const key = likeness(line.text);
    const places = alike.get(key);
    if (places === undefined) alike.set(key, [index]);
    else places.push(index);
  }
  const counts = new Map<number, number>();
  for (const places of alike.values()) {
    if (places.length > 1) for (const place of places) counts.set(place, places.length);
  }
  return counts;
}

/** The width to which lines are typed; undefined where paragraphs stand on one line each. */
function typedWidth(lines: readonly Line[]): number | undefined {
  const typed: number[] = [];
  let long = 0;
  let broken = 0;
  for (const [index, { text, indent }] of lines.entries()) {
    if (text.length > LONGEST_TYPED) long++;
    else typed.push(text.length + Math.min(indent, 12));
    const next = lines[index + 1];
    const isOpen = text.length >= SHORTEST_BROKEN && text.length <= LONGEST_TYPED && breaksOff(text);
    if (isOpen && next !== undefined && next.blankBefore === 0 && /^[\p{Ll}\d(]/u.test(next.text)) broken++;
  }
  if (broken < FEWEST_BROKEN && long > 0) return undefined;
  typed.sort((a, b) => a - b);
  const longest = typed[Math.floor(typed.length * 0.97)] ?? 0;
  return longest < SHORTEST_BROKEN ? undefined : longest;
}

const LEADERS = /(?:\.\s?){5,}/;
const FEW_LEADERS = /(?:\.\s?){3,}/;
