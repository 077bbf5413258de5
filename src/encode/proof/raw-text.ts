import { legal } from '../../formats/xml-writer.js';
import { append } from '../../model/list.js';
import type { Span } from '../../model/position.js';

/** A word of the raw text with its place. */
export interface Word {
  readonly text: string;
  readonly offset: number;
}

/** A stretch of the raw text with its parts in the order of reading; together the parts hold all its words. */
export interface Reordered {
  readonly span: Span;
  readonly parts: readonly Span[];
}

/** Longest stretch that is split into words at once. */
const CHUNK = 1 << 16;

/** Where a word is parted: a stretch of nothing, in whose place a blank stands. */
export function parting(offset: number): Span {
  return { start: offset, end: offset };
}

export interface RawPiece {
  readonly text: string;
  readonly start: number;
}

/**
 * What remains of a stretch of the raw text without the stretches left out, in pieces that are short enough to be split into words at once;
 * a blank stands where a stretch of nothing parts a word.
 */
export function* rawPieces(raw: string, extent: Span, without: readonly Span[]): Generator<RawPiece> {
  const cuts = without
    .filter((span) => span.end >= extent.start && span.start < extent.end && span.end >= span.start)
    .toSorted((a, b) => a.start - b.start);
  let at = extent.start;
  for (const cut of [...cuts, { start: extent.end, end: extent.end }]) {
    for (; at < cut.start; at = Math.min(cut.start, at + CHUNK))
      yield { text: legal(raw.slice(at, Math.min(cut.start, at + CHUNK))), start: at };
    if (cut.end === cut.start) yield { text: ' ', start: at };
    at = Math.max(at, Math.min(cut.end, extent.end));
  }
}

/** The stretches of a text in the order of reading. What parts leave out of a stretch that is reordered follows them, so that it is missed in the TEI. */
export function inReadingOrder(raw: string, extent: Span, reordered: readonly Reordered[]): readonly Span[] {
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
export function* piecesOf(raw: string, extents: readonly Span[], without: readonly Span[]): Generator<RawPiece> {
  for (const [index, extent] of extents.entries()) {
    if (index > 0) yield { text: ' ', start: extent.start };
    yield* rawPieces(raw, extent, without);
  }
}

export function* textsOf(pieces: Iterable<RawPiece>): Generator<string> {
  for (const piece of pieces) yield piece.text;
}

/** The words of the pieces; one word may go over a stretch that is left out. */
export function* wordsIn(pieces: Iterable<RawPiece>, first: number): Generator<Word> {
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
