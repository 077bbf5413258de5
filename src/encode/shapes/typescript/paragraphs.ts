import type { LabelledLine } from '../../regions/label-lines.js';

/** Where the lines of a text stand. */
export interface Margins {
  /** The width to which lines are typed; undefined where paragraphs stand on one line each. */
  readonly width: number | undefined;
  /** The column in which most lines begin. */
  readonly left: number;
  /** How far the first lines of paragraphs stand in; undefined where they do not. */
  readonly indented: number | undefined;
  /** Empty lines part its paragraphs, nearly all of them. */
  readonly isSpaced: boolean;
}

/** So many paragraphs with an empty line before them for each that has none. */
const MOST_SPACED = 3;

/** The margins of a text, by its most frequent columns. */
export function marginsOf(lines: readonly LabelledLine[], width: number | undefined): Margins {
  const counts = new Map<number, number>();
  const firsts = new Map<number, number>();
  for (const { line, kind, isText } of lines) {
    if (kind !== 'body.text' || !isText) continue;
    const map = line.blankBefore > 0 ? firsts : counts;
    map.set(line.indent, (map.get(line.indent) ?? 0) + 1);
  }
  const left = mostFrequent(counts) ?? mostFrequent(firsts) ?? 0;
  const first = mostFrequent(firsts);
  // Paragraphs that nothing else parts: the second most frequent column.
  const others = new Map(
    [...counts].filter(([column, count]) => column > left + 1 && column <= left + 12 && count >= 2),
  );
  const indented =
    first !== undefined && first > left + 1
      ? first
      : firsts.size === 0 || (mostFrequent(others) !== undefined && first === undefined)
        ? mostFrequent(others)
        : undefined;
  return { width, left, indented, isSpaced: areSpaced(lines) };
}

/** Whether empty lines part paragraphs; a line below what is of the sheet says nothing of it. */
function areSpaced(lines: readonly LabelledLine[]): boolean {
  let spaced = 0;
  let close = 0;
  for (const [at, { line, kind, isText }] of lines.entries()) {
    if (kind !== 'body.text' || !isText) continue;
    if (line.blankBefore > 0) spaced++;
    else if (lines[at - 1]?.kind === 'body.text') close++;
  }
  return spaced >= 2 && spaced >= MOST_SPACED * close;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

export interface Going {
  readonly margins: Margins;
  /** Something of the sheet stands between the two lines. */
  readonly isInterrupted: boolean;
  /** An empty line or a page's break stands between them. */
  readonly isApart: boolean;
  /** What stands between them stands there without an empty line. */
  readonly isTight: boolean;
  /** How many lines the paragraph has so far. */
  readonly length: number;
}

/** What ends a sentence; portion marks and notes behind it. */
const ENDED = /[.?!:][”"’')\]]*(?:\s*\((?:TS|S|C|U|LOU|FOUO|S\/NF|C\/NF)\))?$|\]$|\((?:TS|S|C|U|LOU)\)$/;
/** A portion mark alone on its line. */
const PORTION = /^\((?:TS|S|C|U|LOU|FOUO|[A-Z]{1,2}\/[A-Z]{2})\)\.?$/;

/** Two lines of the text, as far as it matters whether they are of one paragraph. */
interface Pair {
  readonly before: LabelledLine;
  readonly own: LabelledLine;
  readonly going: Going;
  /** The first does not end a sentence. */
  readonly isOpen: boolean;
  /** The second begins with a small letter. */
  readonly isSmall: boolean;
  /** A word is parted at the end of the first. */
  readonly isParted: boolean;
  /** The first reaches to the right margin, or nearly. */
  readonly isFull: boolean;
}

/** Whether a line goes on with the paragraph of the line before it. */
export function goesOn(before: LabelledLine, own: LabelledLine, going: Going): boolean {
  if (own.settled === 'goes on') return true;
  if (own.settled !== undefined || before.settled === 'ends') return false;
  const { text } = own.line;
  const last = before.line.text;
  const { width, left } = going.margins;
  const pair: Pair = {
    before,
    own,
    going,
    isOpen: !ENDED.test(last),
    isSmall: /^\p{Ll}/u.test(text),
    isParted: /\p{L}-$/u.test(last) && /^\p{L}/u.test(text),
    isFull: width !== undefined && last.length + Math.min(before.line.indent, left + 8) >= width * 0.78,
  };
  const isOverPage = going.isApart || (going.isInterrupted && width === undefined);
  if (isOverPage) return going.isInterrupted || own.line.pageBefore ? goesOnOverPage(pair) : goesOnOverGap(pair);
  return PORTION.test(text) || goesOnBelow(pair);
}

/** An empty line inside a sentence is a slip of the reading machine. */
function goesOnOverGap({ before, own, isSmall, isParted, isFull }: Pair): boolean {
  const breaksOff = isParted || (isFull && /[\p{L}\d,]$/u.test(before.line.text));
  return isSmall && own.forms.item === undefined && breaksOff;
}

/** A sentence, or a word, that the page's end breaks off. */
function goesOnOverPage(pair: Pair): boolean {
  const { before, own, going, isOpen, isSmall, isParted, isFull } = pair;
  const { width } = going.margins;
  const last = before.line.text;
  if (isParted) return true;
  const isLong = last.length >= (width === undefined ? 40 : width * 0.5);
  if (isSmall) return isOpen;
  const isItem = own.forms.item !== undefined && /^(?:\d|\(|--|[-•])/.test(own.line.text);
  if (own.forms.isSpeech || (isItem && !(isOpen && isFull && !/\d\.$/.test(last)))) return false;
  if (!isOpen) return endsWithPage(pair) || isOnOnePage(pair);
  if (!isLong || !/[\p{L}\d,;–—"”’)-]$/u.test(last)) return false;
  return width === undefined ? !/[:;]$/.test(last) : isFull && !standsIn(pair);
}

/** Whether two lines that go on with each other across a page's end are whole sentences, and no margin shows that they are of one paragraph: it may be otherwise. */
export function joinsSentences(before: LabelledLine, own: LabelledLine, { width }: Margins): boolean {
  return (
    width === undefined && own.settled === undefined && ENDED.test(before.line.text) && /^\p{Lu}/u.test(own.line.text)
  );
}

/** Where empty lines part all paragraphs and none stands beside what a page's end has put between two sentences, they are of one. */
function isOnOnePage({ before, own, going: { margins, isTight } }: Pair): boolean {
  return (
    margins.width === undefined &&
    margins.isSpaced &&
    isTight &&
    own.forms.item === undefined &&
    before.forms.item === undefined &&
    /^\p{Lu}/u.test(own.line.text) &&
    /[.?!]["”]?$/.test(before.line.text)
  );
}

/** Whether a line stands in as the first lines of paragraphs do. */
function standsIn({ own, going: { margins } }: Pair): boolean {
  return margins.indented !== undefined && own.line.indent >= Math.max(margins.indented, margins.left + 2);
}

/** A sentence that ends with its page: the paragraph goes on where its next line does not stand in as first lines do. */
function endsWithPage({ own, going: { margins } }: Pair): boolean {
  const { width = 0, indented, left } = margins;
  if (indented === undefined || indented <= left + 2) return false;
  return own.line.indent <= left + 1 && own.forms.item === undefined && own.line.text.length >= width * 0.55;
}

/** The end of a clause that others follow. */
const CLAUSE = /;(?: and| or)?$/;

/** A line right below another. */
function goesOnBelow(pair: Pair): boolean {
  const { before, own, going, isOpen, isSmall, isParted, isFull } = pair;
  const { width, left } = going.margins;
  const last = before.line.text;
  if (isParted && (width !== undefined || isSmall)) return true;
  // Where each paragraph is one line, the clauses of a resolution are paragraphs: `noting that …;`
  if (width === undefined) return isSmall && !CLAUSE.test(last) && (isOpen || /[\])]$/.test(last));
  if (own.forms.item !== undefined && !isNoItem(pair)) return false;
  if (own.forms.isSpeech && !isOpen && !isFull) return false;
  if (isSmall && (isOpen || /[\])]$/.test(last))) return true;
  if (!isOpen && beginsParagraph(pair)) return false;
  // What the declassifiers have cut out ends no paragraph.
  if (/\]$/.test(last) && own.line.indent <= left + 1) return true;
  return isFull || (isOpen && last.length >= width * 0.45);
}

/** `November` and `13. It should …`: a figure or a letter that begins a line inside a sentence. */
function isNoItem({ before, own, isOpen, isFull }: Pair): boolean {
  if (!isOpen || !isFull) return false;
  const { text, indent } = own.line;
  if (/^\d{1,4}[.)]/.test(text)) return indent <= before.line.indent + 1 && !/[:;]$/.test(before.line.text);
  return /^(?:\(?[a-z]\)|[a-z]\.)/.test(text) && indent <= before.line.indent;
}

/** Whether a line below the end of a sentence stands in as the first of a paragraph. */
function beginsParagraph({ before, own, going }: Pair): boolean {
  const { length, margins } = going;
  const { indent } = own.line;
  if (length >= 2) return indent >= before.line.indent + 2;
  // The lines under a label hang from where its text begins.
  const hanging = before.forms.item === undefined ? 0 : before.forms.item.length + 4;
  const isIndented =
    margins.indented !== undefined && margins.indented > margins.left + 1 && indent >= margins.indented;
  return indent > before.line.indent + 2 + hanging || (isIndented && indent === before.line.indent);
}
