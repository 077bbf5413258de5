import { readDateline } from '../grammar/dateline.js';
import { readHeading } from '../grammar/heading.js';
import { readMarkings } from '../grammar/source-note/markings.js';
import { FILE_GENRES } from '../grammar/source-note/repositories.js';
import { readSourceNote } from '../grammar/source-note.js';
import type { HeadingReading, SourceReading } from '../model/header.js';
import type { Span } from '../model/position.js';
import { type HeaderFacts, type Party, partiesOf } from '../tei/header.js';
import type { DocumentOpening } from './volume-documents.js';

/**
 * What the header of a document of an existing volume says, read from the document itself: the source note and the lines of markings by the
 * grammar, dates, places and correspondents from the volume's own encoding, and from the prose of heading and dateline where the encoding has none.
 * @param authorities addresses in authority files, by the ids of the volume's list of persons
 */
export function factsOf(opening: DocumentOpening, authorities: ReadonlyMap<string, string> = new Map()): HeaderFacts {
  const heading = readHeading(titleOf(opening.head));
  const genre = heading.genre ?? genreAbove(opening.markings);
  const note = opening.source ?? sourceInHead(opening.head);
  const source = withMarkings(note === undefined ? undefined : readSourceNote(note), opening.markings);
  return {
    corresp: `#${opening.id}`,
    ...(source === undefined ? {} : { source }),
    ...(genre === undefined ? {} : { genre }),
    ...whenAndWhere(opening, heading),
    ...parties(opening, heading, authorities),
  };
}

/** The genre that older volumes print in brackets above the dateline: `[Telegram]`, `[Circular telegram.—Paraphrase.]` */
function genreAbove(lines: readonly string[]): string | undefined {
  const words = lines
    .map((line) => /^\[((?:circular )?telegram|cablegram)\b/i.exec(line)?.[1])
    .find((w) => w !== undefined);
  return words === undefined ? undefined : FILE_GENRES[words.toLowerCase()];
}

/**
 * The citation of a document that is published on microfiche only, and named in the volume by a heading alone:
 * `3. Letter from Fisk to McCloy, March 2. Transmits final report. Top Secret. 71 pp. Kennedy Library, National Security Files.` The markings are the sentence
 * before the number of pages, the citation is what follows it. In the form of a source note, for the grammar.
 */
function sourceInHead(head: string): string | undefined {
  const m = /(?:^|\.[”"’]? )([^.]*)\. (?:\[?\d+\]? pp?|Not found)\. (.+?)\.?$/.exec(head);
  return m === null ? undefined : `Source: ${m[2]}. ${m[1]}.`;
}

/** The title in a citation: number, words, date, and between whom a conversation was. */
const TITLE = /^\s*\d+[A-Za-z]?\.\s.*?(?:\d|\b[Uu]ndated)(?:, (?:among|between)\b.*?\p{Ll})?\.(?=\s)/u;

/**
 * What of a heading is the document's title: where it is a whole citation, all up to the date. `Records of Action by National Security Council` at its
 * end names no sender.
 */
function titleOf(head: string): string {
  return (sourceInHead(head) && TITLE.exec(head)?.[0].slice(0, -1)) ?? head;
}

/** The markings that the older families print as lines of the document itself, where the note has none. */
function withMarkings(source: SourceReading | undefined, lines: readonly string[]): SourceReading | undefined {
  if (source?.classification !== undefined) return source;
  const found = lines.flatMap((line) => readMarkings(line, 0, line.length, true)?.markings ?? []);
  if (found.length === 0) return source;
  const of = (kind: string): string[] => found.filter((m) => m.kind === kind).map((m) => m.text);
  const [classification] = of('classification');
  return {
    ...(source ?? { citation: [], acts: [], transmission: [], unknown: [], certainty: 'high' as const }),
    ...(classification === undefined ? {} : { classification }),
    handling: [...(source?.handling ?? []), ...of('handling')],
    precedence: [...(source?.precedence ?? []), ...of('precedence')],
  };
}

function whenAndWhere(
  opening: DocumentOpening,
  heading: HeadingReading,
): Pick<HeaderFacts, 'date' | 'place' | 'received'> {
  const line = opening.dateline ?? opening.head;
  const prose = opening.dateline === undefined ? heading.dateline : readDateline(line);
  const words = (span: { start: number; end: number }): string => line.slice(span.start, span.end);
  const { date: encoded } = opening;
  const date =
    encoded !== undefined
      ? { words: withoutStop(encoded.words), reading: { ...encoded, span: { start: 0, end: 0 } } }
      : prose?.date && { words: words(prose.date.span), reading: prose.date };
  const place = opening.place?.replace(/,$/, '') ?? (prose?.place && words(prose.place));
  return {
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place: { words: place } }),
    ...(prose?.received === undefined ? {} : { received: prose.received }),
  };
}

/** The date's words without the full stop of the line, and with that of `p.m.`, which the series sets now inside the element and now outside. */
function withoutStop(words: string): string {
  const bare = words.replace(/\.$/, '');
  return /\b[ap]\.\s?m$/i.test(bare) ? `${bare}.` : bare;
}

/** A numbered cable goes from post to post, which its citation names by their cities: `13. Telegram 2888 from Moscow, May 24.`, `8. Nusup 1095 to Geneva, March 20.` */
const FROM_A_POST =
  /^\s*\d+[A-Za-z]?\.\s+(?:Circular )?(?:telegram|airgram|des?i?spatch) [A-Z]*[–-]?\d+ from (?:(?! to )[^,])*,/i;
const TO_A_POST = /^\s*\d+[A-Za-z]?\.\s+\p{L}+ [A-Z]*[–-]?\d+ to \p{Lu}[\p{L} ]*,/u;

function asPost(party: Party): Party {
  return { ...party, element: 'orgName' };
}

/** Sender and receiver as the heading's words have them. */
function partiesOfProse(head: string, heading: HeadingReading): Required<Pick<HeaderFacts, 'from' | 'to'>> {
  const { from, to } = partiesOf(head, heading);
  if (to.length === 0 && FROM_A_POST.test(head)) return { from: from.map(asPost), to };
  return from.length === 0 && TO_A_POST.test(head) ? { from, to: to.map(asPost) } : { from, to };
}

function parties(
  opening: DocumentOpening,
  heading: HeadingReading,
  authorities: ReadonlyMap<string, string>,
): Pick<HeaderFacts, 'from' | 'to'> {
  const { head } = opening;
  const prose = partiesOfProse(head, heading);
  if (opening.correspondents.length === 0) return prose;
  const encoded = opening.correspondents.flatMap((correspondent) => {
    const span = wholeWords(correspondent, head);
    return span === undefined
      ? []
      : [{ type: correspondent.type, span, party: encodedParty(correspondent, head, span, authorities) }];
  });
  // The words decide where the marks deny them; what they leave open is as it is marked.
  if (isContradicted(encoded, head, heading)) {
    const spans = (type: 'from' | 'to'): readonly Span[] =>
      heading.correspondents.filter((found) => found.type === type).map(({ span }) => span);
    const withPointers = (type: 'from' | 'to'): readonly Party[] =>
      prose[type].map((party, i) => pointed({ type, span: spans(type)[i], party }, encoded));
    return { from: withPointers('from'), to: withPointers('to') };
  }
  const of = (type: 'from' | 'to'): readonly Party[] => {
    const own = encoded.filter((party) => party.type === type).map(({ party }) => party);
    return own.length > 0 ? own : prose[type];
  };
  return { from: of('from'), to: of('to') };
}

/** The name of a correspondent that the volume marks, at its place in the heading. */
interface Marked {
  readonly type: 'from' | 'to';
  readonly span: Span;
}

/**
 * Whether the marks deny what the heading says: a receiver where it names none, as in `Memorandum by Mr. Hiss, Assistant to the Adviser (Hornbeck)`, or one
 * who stands on the wrong side of the words that part sender and receiver. The volumes were marked by a program that took each `to` for that word.
 */
function isContradicted(encoded: readonly Marked[], head: string, { correspondents, genre }: HeadingReading): boolean {
  const senders = correspondents.filter(({ type }) => type === 'from');
  const receivers = correspondents.filter(({ type }) => type === 'to');
  const marked = encoded.filter(({ type }) => type === 'to');
  if (receivers.length === 0)
    return marked.length > 0 && ((genre !== undefined && senders.length > 0) || !/\s(?:to|and)\s/.test(head));
  if (senders.length === 0)
    return encoded.some(({ type, span }) => type === 'from' && receivers.some((to) => to.span.start === span.start));
  const before = senders.reduce((last, { span }) => Math.max(last, span.end), 0);
  const after = receivers.reduce((first, { span }) => Math.min(first, span.start), head.length);
  if (before >= after || !/\bto\b|\s[Ww]ith\s/.test(head.slice(before, after))) return false;
  return encoded.some(({ type, span }) =>
    type === 'to'
      ? span.end <= before || isOnSendersSide(span, after, head)
      : span.start >= after || (span.start < before && span.end > before && span.end >= after - 5),
  );
}

/** Whether the word that parts sender and receiver is still to come: `Mr. Hiss, Assistant to the Adviser (Hornbeck), of a Conversation With Mr. Ray`. */
function isOnSendersSide({ end }: Span, receiver: number, head: string): boolean {
  return end <= receiver && /\bto\b|\bwith\b/i.test(head.slice(end, receiver));
}

function encodedParty(
  { element, corresp, ref: written, isDoubted }: DocumentOpening['correspondents'][number],
  head: string,
  { start, end }: Span,
  authorities: ReadonlyMap<string, string>,
): Party {
  const ref = written ?? (isDoubted ? undefined : authorities.get(corresp?.slice(1) ?? ''));
  return {
    element: element === 'persName' ? 'persName' : 'orgName',
    name: head.slice(start, end).replace(/^the\s+(?=\S)/i, ''),
    ...(corresp === undefined ? {} : { corresp }),
    ...(ref === undefined ? {} : { ref }),
  };
}

/** A party as the words have it, with the pointers of the one that is marked with the same name at the same place; best as sender or receiver as the words have it. */
function pointed(
  { type, span, party }: { readonly type: Marked['type']; readonly span: Span | undefined; readonly party: Party },
  marked: readonly (Marked & { readonly party: Party })[],
): Party {
  const here = marked.filter(
    (other) =>
      other.party.name === party.name &&
      span !== undefined &&
      other.span.start < span.end &&
      other.span.end > span.start,
  );
  const same = (here.find((other) => other.type === type) ?? here[0])?.party;
  return same === undefined ? party : { ...same, element: party.element === 'persName' ? 'persName' : same.element };
}

/**
 * Where the heading has a name, whose element may begin or end inside a word (`t<gloss>he Embassy in Korea</gloss>`): with the whole of the word. Of several places the one
 * that is nearest to where the element begins; undefined where the heading does not have it, or where it is no word.
 */
function wholeWords({ name, at }: { readonly name: string; readonly at: number }, head: string): Span | undefined {
  const isWord = (place: number): boolean => /[\p{L}\p{N}]/u.test(head[place] ?? '');
  if (!/[\p{L}\p{N}]/u.test(name)) return undefined;
  let found: number | undefined;
  for (let place = head.indexOf(name); place >= 0; place = head.indexOf(name, place + 1))
    if (found === undefined || Math.abs(place - at) < Math.abs(found - at)) found = place;
  if (found === undefined) return undefined;
  let [start, end] = [found, found + name.length];
  while (start > 0 && isWord(start) && isWord(start - 1)) start--;
  while (end < head.length && isWord(end - 1) && isWord(end)) end++;
  return { start, end };
}
