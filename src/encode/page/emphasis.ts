import type { Inline } from '../../model/document.js';
import type { Cut } from './strand.js';

// A row of asterisks or underscores is no emphasis: `Approve ________`.
const OPEN = /~~|(?<!\*)\*\*(?=[^\s*])|(?<!_)__(?=[^\s_])|(?<![\w*])\*(?=[^\s*])|(?<![\w_])_(?=[^\s_])/g;
/** What closes it, or the end of its line, beyond which it does not go. */
const CLOSE =
  /[\n\r\u2028\u2029]|~~|(?<=[^\s*])\*\*(?!\*)|(?<=[^\s_])__(?!_)|(?<=[^\s*])\*(?![\w*])|(?<=[^\s_])_(?![\w_])/g;

const RENDITION: Readonly<Record<string, string>> = {
  '~~': 'strikethrough',
  '**': 'strong',
  __: 'strong',
  '*': 'italic',
  _: 'italic',
};

/** A stretch between signs of emphasis; `to` is after the second. */
interface Marked {
  readonly from: number;
  readonly to: number;
  readonly sign: string;
  readonly inner: string;
}

/** What signs of the same kind enclose, each sign with the next that can close one. One pass. */
function* markedIn(text: string): Generator<Marked> {
  const opens = new RegExp(OPEN);
  const closes = new RegExp(CLOSE);
  let close: RegExpExecArray | null = null;
  for (let open = opens.exec(text); open !== null; open = opens.exec(text)) {
    const [sign] = open;
    const from = open.index;
    const words = from + sign.length;
    // Between the signs there is a word.
    if (close === null || close.index <= words) {
      closes.lastIndex = words + 1;
      close = closes.exec(text);
    }
    if (close === null) return;
    const to = close.index + close[0].length;
    const inner = text.slice(words, close.index);
    const isEndOfLine = /[\n\r\u2028\u2029]/.test(close[0] + inner.slice(0, 1));
    opens.lastIndex = isEndOfLine ? from + 1 : to;
    if (!isEndOfLine && close[0] === sign) yield { from, to, sign, inner };
  }
}

/** The words without the marks of their emphasis, as the header has them. */
export function withoutEmphasis(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const { from, to, inner } of markedIn(text)) {
    kept.push(text.slice(at, from), inner);
    at = to;
  }
  return kept.join('') + text.slice(at);
}

/** The emphasis that a line marks as Markdown does (OCR too writes `~~SECRET~~`): each stretch as a `hi`, its marks dropped. */
export function findEmphasis(text: string, start: number): readonly Cut[] {
  if (!/[*_~]/.test(text)) return [];
  const cuts: Cut[] = [];
  for (const { from, to, sign, inner } of markedIn(text)) {
    const words: Inline = { element: 'text', text: inner, at: start + from + sign.length };
    const rend = RENDITION[sign] ?? 'italic';
    // What is struck through is `del` in FRUS.
    const element = rend === 'strikethrough' ? 'del' : 'hi';
    const node: Inline = { element, attributes: { rend }, children: [words] };
    const marks = [
      { start: start + from, end: start + from + sign.length },
      { start: start + to - sign.length, end: start + to },
    ];
    cuts.push({ start: from, end: to, node, marks });
  }
  return cuts;
}
