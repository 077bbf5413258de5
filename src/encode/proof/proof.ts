import { FORBIDDEN } from '../../formats/xml-writer.js';
import { append } from '../../model/list.js';
import type { Span } from '../../model/position.js';

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

/** A stretch of the raw text with its parts in the order of reading; together the parts hold all its words. */
export interface Reordered {
  readonly span: Span;
  readonly parts: readonly Span[];
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

/** Where a word is parted: a stretch of nothing, in whose place a blank stands. */
function parting(offset: number): Span {
  return { start: offset, end: offset };
}

interface RawPiece {
  readonly text: string;
  readonly start: number;
}

/**
 * What remains of a stretch of the raw text without the stretches left out, in pieces that are short enough to be split into words at once;
 * a blank stands where a stretch of nothing parts a word.
 */
function* rawPieces(raw: string, extent: Span, without: readonly Span[]): Generator<RawPiece> {
  const cuts = without
    .filter((span) => span.end >= extent.start && span.start < extent.end && span.end >= span.start)
    .toSorted((a, b) => a.start - b.start);
  let at = extent.start;
  for (const cut of [...cuts, { start: extent.end, end: extent.end }]) {
    for (; at < cut.start; at = Math.min(cut.start, at + CHUNK))
      yield { text: printed(raw.slice(at, Math.min(cut.start, at + CHUNK))), start: at };
    if (cut.end === cut.start) yield { text: ' ', start: at };
    at = Math.max(at, Math.min(cut.end, extent.end));
  }
}

/** The stretches of a text in the order of reading. What parts leave out of a stretch that is reordered follows them, so that it is missed in the TEI. */
function inReadingOrder(raw: string, extent: Span, reordered: readonly Reordered[]): readonly Span[] {
  const extents: Span[] = [];
  let at = extent.start;
  for (const { span, parts } of reordered.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start < at || span.end > extent.end) continue;
    const left: Span[] = [];
    let from = span.start;
    for (const part of parts.toSorted((a, b) => a.start - b.start)) {
      if (part.start > from) left.push({ start: from, end: part.start });
      from = Math.max(from, part.end);
    }
    left.push({ start: from, end: span.end });
    append(extents, [
      { start: at, end: span.start },
      ...parts,
      ...left.filter(({ start, end }) => raw.slice(start, end).trim() !== ''),
    ]);
    at = span.end;
  }
  extents.push({ start: at, end: extent.end });
  return extents;
}

/** The pieces of several stretches, a blank between each two. */
function* piecesOf(raw: string, extents: readonly Span[], without: readonly Span[]): Generator<RawPiece> {
  for (const [index, extent] of extents.entries()) {
    if (index > 0) yield { text: ' ', start: extent.start };
    yield* rawPieces(raw, extent, without);
  }
}

function* textsOf(pieces: Iterable<RawPiece>): Generator<string> {
  for (const piece of pieces) yield piece.text;
}

/** The words of the same; one word may go over a stretch that is left out. */
function rawWords(raw: string, extent: Span, without: readonly Span[]): Generator<Word> {
  return wordsIn(rawPieces(raw, extent, without), extent.start);
}

function* wordsIn(pieces: Iterable<RawPiece>, first: number): Generator<Word> {
  let word = '';
  let wordStart = first;
  for (const { text, start } of pieces) {
    for (const match of text.matchAll(/(\s+)|(\S+)/g)) {
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
  return text.search(FORBIDDEN) < 0
    ? text
    : text.replace(FORBIDDEN, (c) => (c === '\v' || c === '\f' ? ' ' : '\uFFFD'));
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
