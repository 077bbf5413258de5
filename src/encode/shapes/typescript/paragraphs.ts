import type { LabelledLine } from '../../regions/label-lines.js';

/** Where the lines of a text stand. */
export interface Margins {
  /** The width to which lines are typed; undefined where paragraphs stand on one line each. */
  readonly width: number | undefined;
  /** The column in which most lines begin. */
  readonly left: number;
  /** How far the first lines of paragraphs stand in; undefined where they do not. */
  readonly indented: number | undefined;
}

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
  return { width, left, indented };
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
  /** How many lines the paragraph has so far. */
  readonly length: number;
}

/** What ends a sentence; portion marks and notes behind it. */
const ENDED = /[.?!:][”"’')\]]*(?:\s*\((?:TS|S|C|U|LOU|FOUO|S\/NF|C\/NF)\))?$|\]$|\((?:TS|S|C|U|LOU)\)$/;
/** A portion mark alone on its line. */
const PORTION = /^\((?:TS|S|C|U|LOU|FOUO|[A-Z]{1,2}\/[A-Z]{2})\)\.?$/;

/** Whether a line goes on with the paragraph of the line before it. */
export function goesOn(
  before: LabelledLine,
  own: LabelledLine,
  { margins, isInterrupted, isApart, length }: Going,
): boolean {
  const { line, forms } = own;
  const { text } = line;
  const last = before.line.text;
  if (PORTION.test(text) && !isApart) return true;
  const isOpen = !ENDED.test(last);
  const isSmall = /^[\p{Ll}]/u.test(text);
  const isParted = /\p{L}-$/u.test(last) && /^\p{L}/u.test(text);
  const { width, left, indented } = margins;
  const isFull = width !== undefined && last.length + Math.min(before.line.indent, left + 8) >= width * 0.78;
  if (isApart) {
    // An empty line inside a sentence is a slip of the reading machine.
    if (!isInterrupted && !line.pageBefore)
      return isSmall && forms.item === undefined && (isParted || (isFull && /[\p{L}\d,]$/u.test(last)));
    // A sentence that the page's end breaks off.
    if (isParted) return true;
    const isLong = last.length >= (width === undefined ? 40 : width * 0.5);
    if (isSmall) return isOpen && isLong;
    if (forms.item !== undefined && /^(?:\d|\(|--|[-•])/.test(text) && !(isOpen && isFull && !/\d\.$/.test(last)))
      return false;
    if (forms.isSpeech) return false;
    const isIndented = line.indent >= left + 2;
    if (isOpen)
      return (
        isLong &&
        /[\p{L}\d,;–—"”’)-]$/u.test(last) &&
        (width === undefined
          ? !/[:;]$/.test(last)
          : isFull && !(isIndented && indented !== undefined && line.indent >= indented))
      );
    // A sentence that ends with its page; the paragraph goes on where its next line does not stand in as first lines do.
    return (
      isFull &&
      last.length + before.line.indent >= (width ?? 0) * 0.86 &&
      indented !== undefined &&
      indented > left + 2 &&
      line.indent <= left + 1 &&
      forms.item === undefined &&
      text.length >= (width ?? 0) * 0.55
    );
  }
  if (isParted && (width !== undefined || isSmall)) return true;
  if (width === undefined) return isSmall && isOpen;
  if (forms.item !== undefined) {
    // `November` and `13. It should …`: a figure that begins a line of a sentence.
    const isFigure =
      /^\d{1,4}[.)]/.test(text) && isOpen && isFull && line.indent <= before.line.indent + 1 && !/[:;]$/.test(last);
    if (!isFigure && !/^(?:\(?[a-z]\)|[a-z]\.)/.test(text)) return false;
    if (!isFigure && !(isOpen && isFull && line.indent <= before.line.indent)) return false;
  }
  if (forms.isSpeech && !isOpen && length > 0 && !isFull) return false;
  if (isSmall && (isOpen || /[\])]$/.test(last))) return true;
  const hanging = before.forms.item === undefined ? 0 : before.forms.item.length + 4;
  // The first line of a paragraph stands in.
  if (length >= 2 && line.indent >= before.line.indent + 2 && !isOpen) return false;
  if (length === 1 && line.indent > before.line.indent + 2 + hanging && !isOpen) return false;
  if (
    length === 1 &&
    !isOpen &&
    indented !== undefined &&
    line.indent === before.line.indent &&
    line.indent >= indented &&
    indented > left + 1
  )
    return false;
  return isFull || (isOpen && last.length >= width * 0.45);
}
