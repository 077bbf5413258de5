import type { Span } from '../../model/position.js';
import {
  inReadingOrder,
  parting,
  piecesOf,
  type Reordered,
  rawPieces,
  rawWords,
  textsOf,
  type Word,
  wordsIn,
} from './raw-text.js';

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
  /** Offsets before which a word of the raw text is parted in two. */
  readonly parted?: readonly number[];
  /** Stretches whose parts the TEI has in another order: columns that stand side by side and are read one after the other. */
  readonly reordered?: readonly Reordered[];
}

/**
 * Proves that nothing is lost: every character of the raw text that is not white space stands in the TEI, word for word and in reading
 * order, but for what the encoder declares to have dropped or moved; moved stretches are compared among themselves. What the editor
 * supplies (`@resp="#editor"`) is not of the raw text. The TEI is read as it is written, so that the writing is proven too. Both are
 * read side by side, so that the memory that is needed does not grow with the text.
 */
export function proveNothingLost(raw: string, extent: Span, declared: Declared, tei: string): Difference | undefined {
  const notes: string[] = [];
  const left = [...declared.dropped, ...declared.moved].filter((span) => span.end > span.start);
  const without = [...left, ...(declared.parted ?? []).map(parting)];
  const extents = inReadingOrder(raw, extent, declared.reordered ?? []);
  if (!isSameText(textsOf(piecesOf(raw, extents, without)), teiText(tei, notes))) {
    const difference = firstDifference(
      wordsIn(piecesOf(raw, extents, without), extent.start),
      wordsOf(teiText(tei, [])),
    );
    if (difference !== undefined) return difference;
  }
  const dropped = declared.dropped.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  const movedText = function* (): Generator<string> {
    for (const span of declared.moved) yield* [...textsOf(rawPieces(raw, span, within(dropped, span))), ' '];
  };
  if (isSameText(movedText(), notes)) return undefined;
  const moved = declared.moved.flatMap((span) => [...rawWords(raw, span, within(dropped, span))]);
  // A note stands at its call, and calls can come in another order than the list: compared as the words of all notes, sorted.
  const order = (a: Word, b: Word): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.offset - b.offset);
  return firstDifference(moved.toSorted(order), [...wordsOf(notes)].toSorted());
}

/** Whether two texts that come in pieces are the same, any white space taken as one blank and none at the ends. */
function isSameText(expected: Iterable<string>, found: Iterable<string>): boolean {
  const [a, b] = [new Characters(expected), new Characters(found)];
  for (;;) {
    const code = a.next();
    if (code !== b.next()) return false;
    if (code === END) return true;
  }
}

const END = -1;
const BLANK = 32;

/** The characters of a text that comes in pieces, evenly spaced: a blank only between two words. */
class Characters {
  readonly #pieces: Iterator<string>;
  #piece = '';
  #at = 0;
  /** Whether a word has been read whose end has not been told. */
  #isInWord = false;
  /** The first character of the next word, where a blank was told before it. */
  #first = END;

  constructor(pieces: Iterable<string>) {
    this.#pieces = pieces[Symbol.iterator]();
  }

  next(): number {
    if (this.#first !== END) return this.#told();
    let hasBlank = false;
    for (;;) {
      const code = this.#read();
      if (code === END) return END;
      if (isBlank(code)) hasBlank = true;
      else if (hasBlank && this.#isInWord) {
        this.#first = code;
        return BLANK;
      } else {
        this.#isInWord = true;
        return code;
      }
    }
  }

  #told(): number {
    const code = this.#first;
    this.#first = END;
    return code;
  }

  #read(): number {
    while (this.#at >= this.#piece.length) {
      const next = this.#pieces.next();
      if (next.done === true) return END;
      this.#piece = next.value;
      this.#at = 0;
    }
    return this.#piece.charCodeAt(this.#at++);
  }
}

/** What `\s` of a regular expression matches. */
function isBlank(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x1680 && code <= 0x205f && BLANKS.has(code));
}

const BLANKS = new Set([0x1680, ...Array.from({ length: 11 }, (_, i) => 0x2000 + i), 0x2028, 0x2029, 0x202f, 0x205f]);

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

/** Elements whose ends are no ends of words. */
const INLINE = new Set(
  'persName orgName gloss placeName date hi pb note gap ref term stamp seg del unclear sic num'.split(' '),
);

/**
 * The text of the TEI's main flow, in pieces; a blank stands for the end of a block. The text of notes (but of inline ones, which stand where
 * they are printed) is put into `notes`.
 */
function* teiText(tei: string, notes: string[]): Generator<string> {
  /** What to come back to when each open element ends. */
  const open: Flow[] = [];
  let flow: Flow = 'main';
  for (let at = tei.indexOf('<text>'); at >= 0 && at < tei.length; ) {
    if (tei[at] !== '<') {
      const end = positionOf('<', tei, at);
      const text = flow === 'supplied' ? '' : unescapeXml(tei.slice(at, end));
      if (flow === 'main') yield text;
      else notes.push(text);
      at = end;
      continue;
    }
    const end = positionOf('>', tei, at);
    const isEnd = tei[at + 1] === '/';
    const name = NAME.exec(tei.slice(isEnd ? at + 2 : at + 1, Math.min(end, at + LONGEST_NAME)))?.[0] ?? '';
    const before = flow;
    if (isEnd) flow = open.pop() ?? 'main';
    else if (tei[end - 1] !== '/') {
      open.push(flow);
      flow = flowOf(name, tei.slice(at, end), flow);
    }
    if (!INLINE.has(name) && before === 'main') yield ' ';
    else if (!INLINE.has(name) || (name === 'note' && flow === 'note')) notes.push(' ');
    at = end + 1;
  }
}

function positionOf(sign: string, tei: string, from: number): number {
  const at = tei.indexOf(sign, from);
  return at < 0 ? tei.length : at;
}

const NAME = /^[\w:]+/;
const LONGEST_NAME = 32;

function* wordsOf(pieces: Iterable<string>): Generator<string> {
  let word = '';
  for (const piece of pieces) {
    const words = piece.split(/\s+/);
    for (const [index, part] of words.entries()) {
      if (index > 0) {
        if (word !== '') yield word;
        word = '';
      }
      word += part;
    }
  }
  if (word !== '') yield word;
}

type Flow = 'main' | 'note' | 'supplied';

/** Where the text of an element belongs that stands in a flow. */
function flowOf(name: string, attributes: string, flow: Flow): Flow {
  // Of a date that the editor has set right, the words are the text's; a whole dateline that is supplied is marked itself.
  if (flow === 'supplied' || (name !== 'date' && attributes.includes('resp="#editor"'))) return 'supplied';
  return flow === 'main' && name === 'note' && !attributes.includes('rend="inline"') ? 'note' : flow;
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
