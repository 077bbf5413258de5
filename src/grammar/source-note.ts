import type { SourceReading, UnknownToken } from '../model/header.js';
import { append } from '../model/list.js';
import { readActs } from './source-note/acts.js';
import { type Citation, readCitation, readFileReference } from './source-note/citation.js';
import { type Marking, readMarkings, startsMarking } from './source-note/markings.js';
import { type Sentence, sentences } from './source-note/sentences.js';
import { readTransmission } from './source-note/transmission.js';
import { citationStart } from './source-prefix.js';
import { spaced, withoutEnd } from './spaces.js';

const INLINE_LONGEST = 160;
/** Source notes with a summary have up to ten thousand characters; what is longer is none, and is said to be not understood. */
const LONGEST_NOTE = 20_000;

/** What is known of a document that no source note speaks of. */
export const NOTHING_READ: SourceReading = {
  citation: [],
  handling: [],
  precedence: [],
  acts: [],
  transmission: [],
  unknown: [],
  certainty: 'high',
};
const NOTHING: SourceReading = { ...NOTHING_READ, certainty: 'low' };

/** A stretch of the note that holds markings, with what it leaves to read after it. */
interface Divided {
  /** The end of the citation. */
  readonly citationEnd: number;
  readonly markings: readonly Marking[];
  readonly rest: readonly Sentence[];
  /** The markings stood where they commonly do: right after the citation, parted by a stop. */
  readonly regular: boolean;
}

/** How many sentences after the citation may come before the markings. */
const FURTHEST = 5;
/** Markings that a slip has left inside the citation's sentence: `…611.93/9–2155 Secret; Niact.`, `…Box 5, Secret.` */
const INSIDE =
  /[\s,;](?=(?:Top Secret|Secret|Confidential|No classification marking|Unclassified|Official Use Only|Limited Official Use)(?:;|,? (?:Drafted|Repeated)|\.?$))/g;

function divide(text: string, start: number, end: number): Divided {
  const list = sentences(text, start, end);
  const first = list[0];
  if (first === undefined) return { citationEnd: start, markings: [], rest: [], regular: false };
  for (let i = 0; i < Math.min(list.length, FURTHEST + 1); i++) {
    const sentence = list[i];
    if (sentence === undefined || !startsMarkings(sentence, i)) continue;
    const found = readMarkings(text, sentence.start, sentence.end, false);
    if (found === undefined) continue;
    const before = list.slice(0, i);
    const more = following(text, list, i + 1);
    const remainder = sentences(text, found.end, sentence.end).filter(({ text: words }) => /\w/.test(words));
    // Short pieces between citation and markings belong to the citation: a stop for a comma.
    const split = before.every((piece, n) => n === 0 || isFilePiece(piece.text)) ? i : 1;
    const citationEnd = i === 0 ? start : (list[split - 1]?.end ?? first.end);
    return {
      citationEnd,
      markings: [...found.markings, ...more.markings],
      rest: [...before.slice(split), ...remainder.map(trimStart), ...list.slice(more.next)],
      regular: i === 1,
    };
  }
  return inside(text, list, first);
}

/** The first sentence is the citation, so markings there are a note without citation (`Secret. Drafted by …`). */
function startsMarkings(sentence: Sentence, i: number): boolean {
  return (
    (i > 0 || sentence.text.length < 40) &&
    (startsMarking(sentence.text) ||
      /^\[[^\]]*(?:classification|handling)[^\]]*\]/i.test(sentence.text) ||
      (i === 1 && /^(?:\p{Lu}[\w.]*\s?){1,4}(?:only|distribution|dissem)/iu.test(sentence.text)))
  );
}

/** Words that `readMarkings` left over begin with the slip's comma. */
function trimStart(sentence: Sentence): Sentence {
  const lead = /^[\s,;.]+/.exec(sentence.text)?.[0].length ?? 0;
  return { start: sentence.start + lead, end: sentence.end, text: sentence.text.slice(lead) };
}

function isFilePiece(words: string): boolean {
  return (
    words.length < 70 &&
    !/\b(?:is|was|were|are|has|had|the|this|by|drafted|approved|cleared)\b/.test(words) &&
    !words.startsWith('(')
  );
}

/** Sentences right after the markings that are markings too: `Secret. Exdis.` */
function following(
  text: string,
  list: readonly Sentence[],
  from: number,
): { markings: readonly Marking[]; next: number } {
  const markings: Marking[] = [];
  let next = from;
  for (let sentence = list[next]; sentence !== undefined && startsMarking(sentence.text); sentence = list[next]) {
    const found = readMarkings(text, sentence.start, sentence.end, true);
    if (found === undefined) break;
    append(markings, found.markings);
    next++;
  }
  return { markings, next };
}

function inside(text: string, list: readonly Sentence[], first: Sentence): Divided {
  for (const m of first.text.matchAll(INSIDE)) {
    const at = first.start + m.index + 1;
    const found = readMarkings(text, at, first.end, false);
    if (found === undefined || found.markings[0]?.kind !== 'classification') continue;
    const remainder = sentences(text, found.end, first.end).filter(({ text: words }) => /\w/.test(words));
    return {
      citationEnd: at,
      markings: found.markings,
      rest: [...remainder.map(trimStart), ...list.slice(1)],
      regular: false,
    };
  }
  return { citationEnd: first.end, markings: [], rest: list.slice(1), regular: true };
}

function citationUnknown(citation: Citation, start: number): UnknownToken[] {
  if (!citation.inferred || citation.repository === undefined) return [];
  return [{ text: citation.repository, span: { start, end: start + citation.repository.length }, where: 'citation' }];
}

/** The words of a citation without what ends it; a bracket that closes one within stays. */
function citationWords(text: string): string {
  const words = withoutEnd(text, /[\s.,;:\]]/);
  return text[words.length] === ']' && text.includes('[') ? `${words}]` : words;
}

function reading(text: string, start: number, end: number): SourceReading {
  const { citationEnd, markings, rest, regular } = divide(text, start, end);
  const citation = readCitation(citationWords(text.slice(start, citationEnd)));
  const classification = markings.find(({ kind }) => kind === 'classification');
  const of = (kind: Marking['kind']): string[] =>
    markings.filter((m) => m.kind === kind && m !== classification).map((m) => m.text);
  const { acts, unknown } = readActs(rest);
  const unknowns: UnknownToken[] = [
    ...citationUnknown(citation, start),
    ...markings
      .filter((m) => m.unknown)
      .map((m): UnknownToken => ({ text: m.text, span: { start: m.start, end: m.end }, where: 'markings' })),
    ...unknown,
  ];
  return {
    ...(citation.repository === undefined ? {} : { repository: citation.repository }),
    citation: citation.parts,
    ...(classification === undefined ? {} : { classification: classification.text }),
    handling: of('handling'),
    precedence: of('precedence'),
    acts,
    transmission: readTransmission(rest),
    unknown: unknowns,
    certainty: unknowns.length > 0 ? 'medium' : regular ? 'high' : 'medium',
  };
}

/**
 * Reads a source note (`Source: Repository, collection, file. Classification; handling. Drafted by …`) or an inline file number
 * (`763.72/406: Telegram`). Spans are offsets in `text`. Never throws; what it cannot read is in `unknown`.
 *
 * The grammar is that of the FRUS volumes: citation, markings, acts, transmission, then remarks; what the remarks say about other
 * documents is left out. A concurrence is a clearance. The words stay the note's own.
 */
export function readSourceNote(text: string): SourceReading {
  if (text.length > LONGEST_NOTE) {
    return {
      ...NOTHING,
      unknown: [{ text: text.slice(0, 80), span: { start: 0, end: text.length }, where: 'citation' }],
    };
  }
  const { text: note, original } = spaced(text);
  const found = readNote(note);
  if (note === text) return found;
  return {
    ...found,
    acts: found.acts.map((act) => ({ ...act, span: original(act.span) })),
    unknown: found.unknown.map((token) => ({ ...token, span: original(token.span) })),
  };
}

function readNote(note: string): SourceReading {
  const start = citationStart(note);
  if (start !== undefined) {
    const end = /^\s*\[/.test(note) ? note.replace(/\]\s*$/, '').length : note.trimEnd().length;
    return reading(note, start, end);
  }
  if (note.trim() === '') return NOTHING;
  // A note that has lost its `Source:` is told from a file number by its markings, or by its length.
  const whole = note.trimEnd().length;
  const isNote = note.length > INLINE_LONGEST || divide(note, 0, whole).markings.length > 0;
  if (isNote) return { ...reading(note, 0, whole), certainty: 'low' };
  const { repository, parts, genre } = readFileReference(note);
  return {
    ...NOTHING,
    ...(repository === undefined ? {} : { repository }),
    citation: parts,
    ...(genre === undefined ? {} : { genre }),
    certainty: 'high',
  };
}
