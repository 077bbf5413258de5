import { FORBIDDEN } from '../formats/xml-writer.js';
import type { Span } from '../model/position.js';

/** Where the TEI and the raw text part, with some words of each from there on. */
export interface Difference {
  /** The offset in the raw text; its end where the TEI has words that the raw text has not. */
  readonly offset: number;
  readonly expected: string;
  readonly found: string;
}

/** Which stretches of a raw text do not stand in the TEI at their place. */
export interface Declared {
  /** Left out: calls, `[Page N]`, bullets, line-end hyphens. */
  readonly dropped: readonly Span[];
  /** Standing elsewhere: notes, which the TEI has at their calls. */
  readonly moved: readonly Span[];
}

/**
 * Proves that nothing is lost: every character of the raw text that is not white space stands in the TEI, word for word and in reading
 * order, but for what the encoder declares to have dropped or moved; moved stretches are compared among themselves. What the editor
 * supplies (`@resp="#editor"`) is not of the raw text. The TEI is read as it is written, so that the writing is proven too. Both are
 * read side by side, so that the memory that is needed does not grow with the text.
 */
export function proveNothingLost(raw: string, extent: Span, declared: Declared, tei: string): Difference | undefined {
  const notes: string[] = [];
  const without = [...declared.dropped, ...declared.moved];
  const difference = firstDifference(rawWords(raw, extent, without), teiWords(tei, notes));
  if (difference !== undefined) return difference;
  const dropped = declared.dropped.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  const moved = declared.moved.flatMap((span) => [...rawWords(raw, span, within(dropped, span))]);
  // A note stands at its call, and calls can come in another order than the list: compared as the words of all notes, sorted.
  const order = (a: Word, b: Word): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.offset - b.offset);
  return firstDifference(moved.toSorted(order), split(notes.join('')).toSorted());
}

interface Word {
  readonly text: string;
  readonly offset: number;
}

/** Those of some ordered stretches that touch a span, found in O(log stretches). */
function within(ordered: readonly Span[], span: Span): readonly Span[] {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < ordered.length && (ordered[end]?.start ?? 0) < span.end) end++;
  return ordered.slice(low, end);
}

/** Longest stretch that is split into words at once. */
const CHUNK = 1 << 16;

/** What remains of a stretch without the stretches left out, in pieces that are short enough to be split into words at once. */
function* remaining(extent: Span, without: readonly Span[]): Generator<Span> {
  const cuts = without
    .filter((span) => span.end > extent.start && span.start < extent.end && span.end > span.start)
    .toSorted((a, b) => a.start - b.start);
  let at = extent.start;
  for (const cut of [...cuts, { start: extent.end, end: extent.end }]) {
    for (; at < cut.start; at = Math.min(cut.start, at + CHUNK))
      yield { start: at, end: Math.min(cut.start, at + CHUNK) };
    at = Math.max(at, Math.min(cut.end, extent.end));
  }
}

/** The words of a stretch of the raw text without the stretches left out; one word may go over a stretch that is left out. */
function* rawWords(raw: string, extent: Span, without: readonly Span[]): Generator<Word> {
  let word = '';
  let wordStart = extent.start;
  for (const { start, end } of remaining(extent, without)) {
    for (const match of printed(raw.slice(start, end)).matchAll(/(\s+)|(\S+)/g)) {
      if (match[1] !== undefined) {
        if (word !== '') yield { text: word, offset: wordStart };
        word = '';
      } else {
        if (word === '') wordStart = start + match.index;
        word += match[2] ?? '';
      }
    }
  }
  if (word !== '') yield { text: word, offset: wordStart };
}

/** Characters that XML cannot hold as the writer prints them; vertical tabs and form feeds end lines. */
function printed(text: string): string {
  return text.replace(FORBIDDEN, (c) => (c === '\v' || c === '\f' ? ' ' : '\uFFFD'));
}

/** Elements whose ends are no ends of words. */
const INLINE = new Set(
  'persName orgName gloss placeName date hi pb note gap ref term stamp seg del unclear sic num'.split(' '),
);

/** The words of the TEI's main flow. Notes (but inline ones, which stand where they are printed) are put into `notes`. */
function* teiWords(tei: string, notes: string[]): Generator<string> {
  const tokens = /<(\/?)([\w:]+)([^>]*?)(\/?)>|([^<]+)/g;
  tokens.lastIndex = tei.indexOf('<text>');
  let main = '';
  /** What to come back to when each open element ends. */
  const open: Flow[] = [];
  let flow: Flow = 'main';
  for (let match = tokens.exec(tei); match !== null; match = tokens.exec(tei)) {
    const [, close, name = '', attributes = '', empty, text] = match;
    if (text !== undefined) {
      if (flow === 'main') main += text;
      else if (flow === 'note') notes.push(text);
      continue;
    }
    if (!INLINE.has(name)) {
      if (flow === 'main') {
        yield* split(main);
        main = '';
      } else notes.push(' ');
    }
    if (close === '/') flow = open.pop() ?? 'main';
    else if (empty === '') {
      open.push(flow);
      flow = flowOf(name, attributes, flow);
      if (flow === 'note' && name === 'note') notes.push(' ');
    }
  }
  yield* split(main);
}

type Flow = 'main' | 'note' | 'supplied';

/** Where the text of an element belongs that stands in a flow. */
function flowOf(name: string, attributes: string, flow: Flow): Flow {
  if (flow === 'supplied' || attributes.includes('resp="#editor"')) return 'supplied';
  return flow === 'main' && name === 'note' && !attributes.includes('rend="inline"') ? 'note' : flow;
}

function split(text: string): readonly string[] {
  return unescapeXml(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.includes('&')
    ? text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    : text;
}

/** How many words of context a difference shows after and before it. */
const AFTER = 8;
const BEFORE = 2;

/** The first place where two sequences of words part. */
function firstDifference(expected: Iterable<Word>, found: Iterable<string>): Difference | undefined {
  const left = expected[Symbol.iterator]();
  const right = found[Symbol.iterator]();
  const before: string[] = [];
  let offset = 0;
  for (;;) {
    const a = left.next();
    const b = right.next();
    if (a.done === true && b.done === true) return undefined;
    if (a.done !== true) offset = a.value.offset;
    if (a.done === true || b.done === true || a.value.text !== b.value) {
      const rest = <T>(first: IteratorResult<T>, from: Iterator<T>): T[] => {
        const words: T[] = [];
        for (let next = first; next.done !== true && words.length < AFTER; next = from.next()) words.push(next.value);
        return words;
      };
      const words = rest(a, left).map((word) => word.text);
      return { offset, expected: [...before, ...words].join(' '), found: [...before, ...rest(b, right)].join(' ') };
    }
    before.push(b.value);
    if (before.length > BEFORE) before.shift();
  }
}
