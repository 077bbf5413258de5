import { MAY_PART } from '../model/may-part.js';
import { SPACES, wordsOf } from './evened.js';

/** How a text of an edition differs from the TEI's. */
export interface Difference {
  /** Words of the TEI are not there; words are joined or parted; all are there, in another order; there are words that the TEI has not. */
  readonly kind: 'lost' | 'spaces' | 'order' | 'added';
  /** The number, from 0, of the TEI's word at which it begins. */
  readonly word: number;
  /** The words concerned, in the TEI and in the edition; of words that are lost or added, just these. */
  readonly before: string;
  readonly after: string;
}

/**
 * Compares an evened text of the TEI with the same of an edition, word by word.
 *
 * @returns undefined where no word and no space between words differs.
 */
export function compareWords(before: string, after: string): Difference | undefined {
  if (before === after) return undefined;
  const [tei, edition] = [wordsOf(before), wordsOf(after)];
  if (withoutSpaces(before) === withoutSpaces(after)) return comparedSpaces(before, after);
  const lost = missing(tei, edition);
  if (lost.length > 0) return { kind: 'lost', word: lost[0] ?? 0, before: run(tei, lost), after: '' };
  const added = missing(edition, tei);
  const word = firstDifference(tei, edition);
  if (added.length > 0) return { kind: 'added', word, before: '', after: run(edition, added) };
  return { kind: 'order', word, before: excerpt(tei, word), after: excerpt(edition, word) };
}

/**
 * Compares what is read of the TEI and of an edition: its sentences, and what stands apart from them. The order of what stands apart says nothing,
 * nor whether an edition has it there or in its sentences.
 */
export function compareReadings(tei: Sentences, edition: Sentences): Difference | undefined {
  const sentences = compareWords(tei.text, edition.text);
  if (sentences === undefined && tei.apart === edition.apart) return undefined;
  const all = compareWords(`${tei.text} ${tei.apart}`, `${edition.text} ${edition.apart}`);
  if (all === undefined || all.kind === 'lost' || all.kind === 'added' || tei.apart === '') return all;
  if (sentences === undefined) return undefined;
  return isSameOrder(tei, edition) ? undefined : all;
}

interface Sentences {
  readonly text: string;
  readonly apart: string;
}

/** Whether the sentences have the same words in the same order, those left out that stand apart in the TEI. */
function isSameOrder(tei: Sentences, edition: Sentences): boolean {
  const [before, after] = [tei.text, edition.text].map((text) => {
    const left = counted(wordsOf(tei.apart));
    return wordsOf(text).filter((word) => !take(left, word));
  });
  if (before?.join('') === after?.join('')) return true;
  // Set in the line, it may have joined the words beside it.
  const [whole, apart] = [edition.text, tei.apart].map((text) => wordsOf(text).join(''));
  return whole?.replace(apart ?? '', '') === wordsOf(tei.text).join('');
}

function withoutSpaces(text: string): string {
  return text.replace(SPACES, '');
}

/** The first place where one text has a space and the other has none; none counts where a phrase may stand apart. */
function comparedSpaces(before: string, after: string): Difference | undefined {
  let [b, a] = [0, 0];
  while (b < before.length && a < after.length) {
    const [inTei, inEdition] = [spaceAt(before, b), spaceAt(after, a)];
    if (inTei !== inEdition && inTei !== MAY_PART && inEdition !== MAY_PART) {
      const word = Math.max(0, wordsOf(before.slice(0, b)).length - 1);
      return {
        kind: 'spaces',
        word,
        before: excerpt(wordsOf(before), word),
        after: excerpt(wordsOf(after), Math.max(0, wordsOf(after.slice(0, a)).length - 1)),
      };
    }
    b += inTei.length + 1;
    a += inEdition.length + 1;
  }
  return undefined;
}

function spaceAt(text: string, at: number): string {
  const character = text[at];
  return character === ' ' || character === MAY_PART ? character : '';
}

/** The numbers of the words that are not among the others, however those are parted or joined. */
function missing(words: readonly string[], others: readonly string[]): readonly number[] {
  const left = counted(others);
  const candidates: number[] = [];
  for (const [i, word] of words.entries()) if (!take(left, word)) candidates.push(i);
  if (candidates.length === 0) return [];
  // A word may stand in a longer one ("first one" as "firstone"), or in pieces.
  const rest = [...left].flatMap(([word, times]) => Array.from({ length: times }, () => word));
  return candidates.filter((i) => !isWithin(words[i] ?? '', rest));
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, word: string): boolean {
  const times = counts.get(word) ?? 0;
  if (times > 0) counts.set(word, times - 1);
  return times > 0;
}

/** Whether a word is part of one of the rest, parted by it, or made of several; what it is found in is used up. */
function isWithin(word: string, rest: string[]): boolean {
  const holder = rest.findIndex((other) => other.includes(word));
  if (holder >= 0) {
    rest[holder] = (rest[holder] ?? '').replace(word, () => '');
    return true;
  }
  const parter = rest.findIndex((other) => isAround(other, word));
  if (parter >= 0) {
    rest[parter] = '';
    return true;
  }
  const pieces: number[] = [];
  for (let at = 0; at < word.length; ) {
    const piece = rest.findIndex((other, i) => other !== '' && !pieces.includes(i) && word.startsWith(other, at));
    if (piece < 0) return false;
    pieces.push(piece);
    at += rest[piece]?.length ?? 0;
  }
  for (const piece of pieces) rest[piece] = '';
  return true;
}

/** Whether a word begins and ends as another does, with something of its own in between. */
function isAround(other: string, word: string): boolean {
  if (other.length <= word.length) return false;
  let same = 0;
  while (same < word.length && other[same] === word[same]) same++;
  return other.endsWith(word.slice(same));
}

function firstDifference(tei: readonly string[], edition: readonly string[]): number {
  let i = 0;
  while (i < tei.length && tei[i] === edition[i]) i++;
  return i;
}

const LONGEST = 12;

/** The words with these numbers, up to where they do not follow each other. */
function run(words: readonly string[], numbers: readonly number[]): string {
  const first = numbers[0] ?? 0;
  let length = 1;
  while (length < LONGEST && numbers[length] === first + length) length++;
  return words.slice(first, first + length).join(' ') + (numbers.length > length ? ' …' : '');
}

/** Some words around the one with this number. */
function excerpt(words: readonly string[], at: number): string {
  const from = Math.max(0, at - 4);
  const to = at + 6;
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
}
