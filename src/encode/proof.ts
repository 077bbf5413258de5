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
 * supplies (`@resp="#editor"`) is not of the raw text. The TEI is read as it is written, so that the writing is proven too.
 */
export function proveNothingLost(raw: string, extent: Span, declared: Declared, tei: string): Difference | undefined {
  const written = readTei(tei);
  const main = words(raw, extent, [...declared.dropped, ...declared.moved]);
  const difference = firstDifference(main, written.main);
  if (difference !== undefined) return difference;
  const moved = declared.moved.flatMap((span) => words(raw, span, declared.dropped));
  // A note stands at its call, and calls can come in another order than the list: compared as the words of all notes, sorted.
  const order = (a: Word, b: Word): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.offset - b.offset);
  return firstDifference(moved.toSorted(order), written.notes.toSorted());
}

interface Word {
  readonly text: string;
  readonly offset: number;
}

/** The words of a stretch of the raw text without the stretches left out. */
function words(raw: string, extent: Span, without: readonly Span[]): readonly Word[] {
  const cuts = without
    .filter((span) => span.end > extent.start && span.start < extent.end && span.end > span.start)
    .toSorted((a, b) => a.start - b.start);
  const found: Word[] = [];
  let word = '';
  let wordStart = extent.start;
  const take = (start: number, end: number): void => {
    for (const match of raw
      .slice(start, end)
      .replace(FORBIDDEN, (c) => (c === '\v' || c === '\f' ? ' ' : '\uFFFD'))
      .matchAll(/(\s+)|(\S+)/g)) {
      if (match[1] !== undefined) {
        if (word !== '') found.push({ text: word, offset: wordStart });
        word = '';
      } else {
        if (word === '') wordStart = start + match.index;
        word += match[2] ?? '';
      }
    }
  };
  let at = extent.start;
  for (const cut of cuts) {
    if (cut.start > at) take(at, cut.start);
    at = Math.max(at, Math.min(cut.end, extent.end));
  }
  take(at, extent.end);
  if (word !== '') found.push({ text: word, offset: wordStart });
  return found;
}

/** Elements whose ends are no ends of words. */
const INLINE = new Set(
  'persName orgName gloss placeName date hi pb note gap ref term stamp seg del unclear sic num'.split(' '),
);

/** The words of the TEI's text: the main flow, and the notes (but for inline ones, which stand where they are printed). */
function readTei(tei: string): { readonly main: readonly string[]; readonly notes: readonly string[] } {
  const start = tei.indexOf('<text>');
  let main = '';
  let notes = '';
  /** What to come back to when each open element ends. */
  const open: ('main' | 'note' | 'supplied')[] = [];
  let flow: 'main' | 'note' | 'supplied' = 'main';
  for (const match of tei.slice(start).matchAll(/<(\/?)([\w:]+)([^>]*?)(\/?)>|([^<]+)/g)) {
    if (match[5] !== undefined) {
      if (flow === 'main') main += match[5];
      else if (flow === 'note') notes += match[5];
      continue;
    }
    const name = match[2] ?? '';
    const attributes = match[3] ?? '';
    if (!INLINE.has(name)) {
      if (flow === 'main') main += ' ';
      else notes += ' ';
    }
    if (match[1] === '/') {
      flow = open.pop() ?? 'main';
    } else if (match[4] === '') {
      open.push(flow);
      if (attributes.includes('resp="#editor"')) flow = 'supplied';
      else if (name === 'note' && !attributes.includes('rend="inline"') && flow === 'main') {
        flow = 'note';
        notes += ' ';
      }
    }
  }
  return { main: split(main), notes: split(notes) };
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

const CONTEXT = 8;

function firstDifference(expected: readonly Word[], found: readonly string[]): Difference | undefined {
  const length = Math.max(expected.length, found.length);
  for (let i = 0; i < length; i++) {
    if (expected[i]?.text === found[i]) continue;
    const from = Math.max(0, i - 2);
    return {
      offset: expected[i]?.offset ?? expected.at(-1)?.offset ?? 0,
      expected: expected
        .slice(from, i + CONTEXT)
        .map((word) => word.text)
        .join(' '),
      found: found.slice(from, i + CONTEXT).join(' '),
    };
  }
  return undefined;
}
