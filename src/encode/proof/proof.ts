import { isSpaceCode } from '../../grammar/spaces.js';
import { firstFrom } from '../../model/list.js';
import type { Span } from '../../model/position.js';
import type { Declared, MovedNote } from './declared.js';
import {
  inReadingOrder,
  parting,
  piecesOf,
  type RawPiece,
  rawPieces,
  textsOf,
  type Word,
  wordsIn,
} from './raw-text.js';
import { teiText } from './tei-text.js';

/** Where the TEI and the raw text part, with some words of each from there on. */
export interface Difference {
  /** The offset in the raw text; its end where the TEI has words that the raw text has not. */
  readonly offset: number;
  readonly expected: string;
  readonly found: string;
}

/**
 * Proves that nothing is lost: every character of the raw text that is not white space stands in the TEI, word for word and in reading
 * order, but for what the encoder declares to have dropped or moved; a note that was moved is compared with the element that has its id. What
 * the editor supplies (`@resp="#editor"`) is not of the raw text. The TEI is read as it is written, so that the writing is proven too. Both
 * are read side by side, so that the memory that is needed does not grow with the text.
 */
export function proveNothingLost(raw: string, extent: Span, declared: Declared, tei: string): Difference | undefined {
  const dropped = declared.dropped.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  const moved = declared.moved.map(({ span }) => span).filter((span) => span.end > span.start);
  const without = [...dropped, ...moved, ...(declared.parted ?? []).map(parting)];
  const extents = inReadingOrder(raw, extent, declared.reordered ?? []);
  const notes = new Map<string, string[]>();
  if (!isSameText(textsOf(piecesOf(raw, extents, without)), teiText(tei, notes))) {
    const difference = firstDifference(
      wordsIn(piecesOf(raw, extents, without), extent.start),
      wordsOf(teiText(tei, new Map())),
    );
    if (difference !== undefined) return difference;
  }
  for (const [id, spans] of spansOf(declared.moved)) {
    const difference = noteDifference(raw, spans, dropped, notes.get(id) ?? []);
    if (difference !== undefined) return difference;
    notes.delete(id);
  }
  // A note that nothing was moved to has words of its own.
  for (const texts of notes.values()) {
    const difference = firstDifference([], wordsOf(texts));
    if (difference !== undefined) return { ...difference, offset: extent.end };
  }
  return undefined;
}

/** The stretches of each note by its id; a note of several paragraphs can have several. */
function spansOf(moved: readonly MovedNote[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { id, span } of moved) {
    const known = spans.get(id);
    if (known === undefined) spans.set(id, [span]);
    else known.push(span);
  }
  return spans;
}

/** Where a note of the raw text and its element part. */
function noteDifference(
  raw: string,
  spans: readonly Span[],
  dropped: readonly Span[],
  found: readonly string[],
): Difference | undefined {
  const pieces = function* (): Generator<RawPiece> {
    for (const span of spans) {
      yield* rawPieces(raw, span, within(dropped, span));
      yield { text: ' ', start: span.end };
    }
  };
  if (isSameText(textsOf(pieces()), found)) return undefined;
  return firstDifference(wordsIn(pieces(), spans[0]?.start ?? 0), wordsOf(found));
}

/** Whether two texts that come in pieces are the same, any white space taken as one blank and none at the ends. */
function isSameText(expected: Iterable<string>, found: Iterable<string>): boolean {
  const [a, b] = [new Characters(expected), new Characters(found)];
  /** Whether no word stands right before: further blanks then count for nothing. */
  let isApart = true;
  for (;;) {
    const last = a.passAlike(b);
    if (last !== END) isApart = isSpaceCode(last);
    if (a.isAtEnd() && b.isAtEnd()) return true;
    if (!a.isAtBlank() && !b.isAtBlank()) return false;
    // In one of them a word goes on that has ended in the other.
    if (!isApart && !(a.endsWord() && b.endsWord())) return false;
    a.skipBlanks();
    b.skipBlanks();
    isApart = true;
  }
}

const END = -1;

/** The characters of a text that comes in pieces, one after the other. */
class Characters {
  readonly #pieces: Iterator<string>;
  #piece = '';
  #at = 0;

  constructor(pieces: Iterable<string>) {
    this.#pieces = pieces[Symbol.iterator]();
  }

  /** Passes all that is the same here and in another text; gives the last character passed, `END` where there is none. */
  passAlike(other: Characters): number {
    let last = END;
    while (!this.isAtEnd() && !other.isAtEnd()) {
      const mine = this.#piece;
      const its = other.#piece;
      const by = other.#at - this.#at;
      const end = Math.min(mine.length, its.length - by);
      let at = this.#at;
      while (at < end && mine.charCodeAt(at) === its.charCodeAt(at + by)) at++;
      if (at > this.#at) last = mine.charCodeAt(at - 1);
      this.#at = at;
      other.#at = at + by;
      if (at < end) break;
    }
    return last;
  }

  skipBlanks(): void {
    while (this.isAtBlank()) this.#at++;
  }

  isAtBlank(): boolean {
    return !this.isAtEnd() && isSpaceCode(this.#piece.charCodeAt(this.#at));
  }

  /** Whether a word that stands before ends here. */
  endsWord(): boolean {
    return this.isAtEnd() || this.isAtBlank();
  }

  /** Whether nothing more follows. */
  isAtEnd(): boolean {
    while (this.#at >= this.#piece.length) {
      const next = this.#pieces.next();
      if (next.done === true) return true;
      this.#piece = next.value;
      this.#at = 0;
    }
    return false;
  }
}

/** Those of some ordered stretches that touch a span, found in O(log stretches). */
function within(ordered: readonly Span[], span: Span): readonly Span[] {
  const first = firstFrom(ordered, ({ end }) => end > span.start);
  let end = first;
  while (end < ordered.length && (ordered[end]?.start ?? 0) < span.end) end++;
  return ordered.slice(first, end);
}

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
