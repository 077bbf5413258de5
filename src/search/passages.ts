import type { Slot } from './query.js';
import { BLOCK_END } from './text-chunks.js';
import { eachWord, folded } from './words.js';

/** A piece of a passage: words that are sought, or what stands between them. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** What is to be found in a text, and whether a word of it is one that a slot seeks. */
export interface Sought {
  readonly sought: readonly (readonly Slot[])[];
  matches(slot: Slot, word: string): boolean;
}

/** How many passages a result shows, and how many characters are shown before and behind a hit. */
const MOST = 3;
const AROUND = 110;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text that is sought, and by which of the phrases. */
interface Hit {
  readonly start: number;
  readonly end: number;
  readonly phrase: number;
}

/**
 * The passages of a document in which most of what is sought stands, in their order; the heading only where nothing else has any.
 * @param pieces the document's text (`IndexReader.text`); read no further than is needed to show each thing that is sought
 */
export async function passagesOf(
  pieces: AsyncIterable<string>,
  sought: Sought,
): Promise<readonly (readonly Piece[])[]> {
  const found: { readonly pieces: readonly Piece[]; readonly phrases: ReadonlySet<number>; readonly place: number }[] =
    [];
  const seen = new Set<number>();
  let place = 0;
  for await (const piece of pieces) {
    for (const block of piece.split(BLOCK_END)) {
      for (const hits of windows(hitsIn(block, sought), place === 0)) {
        const phrases = new Set(hits.map(({ phrase }) => phrase));
        if (place > 0) for (const phrase of phrases) seen.add(phrase);
        found.push({ pieces: cut(block, hits), phrases, place });
      }
      place++;
    }
    if (seen.size === sought.sought.length && found.length >= MOST) break;
  }
  const inText = found.filter((one) => one.place > 0);
  const left = inText.length > 0 ? inText : found;
  const best: (typeof found)[number][] = [];
  const shown = new Set<number>();
  const worth = ({ phrases }: { phrases: ReadonlySet<number> }): number =>
    [...phrases].reduce((sum, phrase) => sum + (shown.has(phrase) ? 1 : sought.sought.length), 0);
  while (best.length < MOST && left.length > 0) {
    // What shows most that no other shows yet; of equals, the first.
    const next = left.reduce((most, one) => (worth(one) > worth(most) ? one : most));
    left.splice(left.indexOf(next), 1);
    best.push(next);
    for (const phrase of next.phrases) shown.add(phrase);
  }
  return best.sort((a, b) => a.place - b.place).map((one) => one.pieces);
}

/** A text with the words marked that are sought, one after the other or alone. */
export function marked(text: string, sought: Sought): readonly Piece[] {
  return piecesOf(text, 0, text.length, hitsIn(text, sought));
}

function hitsIn(text: string, { sought, matches }: Sought): readonly Hit[] {
  const words: Word[] = [];
  eachWord(text, (start, end) => {
    const word = folded(text.slice(start, end));
    if (word !== '') words.push({ word, start, end });
  });
  const hits: Hit[] = [];
  sought.forEach((slots, phrase) => {
    for (let at = 0; at + slots.length <= words.length; at++) {
      if (!slots.every((slot, i) => matches(slot, words[at + i]?.word ?? ''))) continue;
      hits.push({ start: words[at]?.start ?? 0, end: words[at + slots.length - 1]?.end ?? 0, phrase });
    }
  });
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Hits that one passage shows together; of a heading, all. */
function windows(hits: readonly Hit[], isWhole: boolean): readonly (readonly Hit[])[] {
  const found: Hit[][] = [];
  for (const hit of hits) {
    const last = found.at(-1);
    if (last !== undefined && (isWhole || hit.start - (last.at(-1)?.end ?? 0) < AROUND)) last.push(hit);
    else found.push([hit]);
  }
  return found;
}

/** A passage: its hits with some words around, from one word's beginning to another's end. */
function cut(text: string, hits: readonly Hit[]): readonly Piece[] {
  const start = hits[0]?.start ?? 0;
  const farthest = hits[Math.min(hits.length, 6) - 1]?.end ?? 0;
  const from = start < AROUND ? 0 : text.indexOf(' ', start - AROUND) + 1;
  const end = farthest + AROUND >= text.length ? text.length : text.lastIndexOf(' ', farthest + AROUND);
  const to = Math.max(end, farthest);
  const begin = Math.min(from, start);
  return [
    ...(begin > 0 ? [{ text: '… ', isHit: false }] : []),
    ...piecesOf(text, begin, to, hits),
    ...(to < text.length ? [{ text: ' …', isHit: false }] : []),
  ];
}

function piecesOf(text: string, from: number, to: number, hits: readonly Hit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end } of hits) {
    if (start < at || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false });
    pieces.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isHit: false });
  return pieces;
}
