import { type Finding, finding, lineEntry } from '../../facts/finding.js';
import { partyIn } from '../../facts/parties.js';
import { breaksOff } from '../../page/sheet.js';
import type { Facts } from '../../regions/context.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import type { Reader } from './reader.js';

const EXCERPT = 60;

/**
 * What of the header was read without trouble and does not agree with something else on the sheet: titles of two kinds, a signature that is not that of who
 * sends, speakers whom the list of those present does not name, labels that were read as something else, a text that does not begin or end as texts do.
 */
export function disagreements(lines: readonly LabelledLine[], reader: Reader, facts: Facts): readonly Finding[] {
  return [
    ...kindsInTitles(reader),
    ...otherSigners(lines, reader),
    ...unknownSpeakers(lines, facts),
    ...labelsElsewhere(lines),
    ...nobodies(lines),
    ...openEnds(lines),
    ...unreadNames(lines, reader),
  ];
}

/** Titles of which each names another kind of document. */
function kindsInTitles({ facts: { titles } }: Reader): readonly Finding[] {
  const genres = new Map(
    titles.flatMap(({ genre, at, text }) =>
      genre === undefined || isOfAnother(genre) ? [] : [[genre, { at, text }] as const],
    ),
  );
  const [first, second] = [...genres];
  // A summary of the discussion is what minutes are.
  if (OF_MEETINGS.has(first?.[0] ?? '') && OF_MEETINGS.has(second?.[0] ?? '')) return [];
  if (first === undefined || second === undefined) return [];
  const [read] = first;
  const [other, { at, text }] = second;
  return [finding('EN163', { text: text.slice(0, EXCERPT), read, other }, at, `genre: ${read}\n# or genre: ${other}`)];
}

/** Kinds by which what was said at a meeting goes. */
const OF_MEETINGS: ReadonlySet<string> = new Set(['minutes', 'record', 'record-of-meeting', 'memorandum-of-meeting']);

/** Kinds that say what a sheet is to another, or that every memorandum is of. */
function isOfAnother(genre: string): boolean {
  return genre === 'attachment' || genre === 'memorandum' || genre === 'study' || genre === 'paper';
}

/** The last word of a name, in small letters. */
function surname(name: string): string {
  const bare = name.replace(/,?\s+(?:Jr|Sr|II|III|IV)\.?$/i, '').replace(/\s*\([^)]*\)$/, '');
  return /([\p{L}'’-]{3,})\.?$/u.exec(bare)?.[1]?.toLowerCase() ?? '';
}

/** Who signs below a paper that names its sender, and is another. */
function otherSigners(lines: readonly LabelledLine[], { facts: { signed, from } }: Reader): readonly Finding[] {
  const names = from
    .filter(({ element, name }) => element === 'persName' && !OF_OFFICE.test(name))
    .map(({ name }) => surname(name));
  // Initials are those of whoever has put his hand to it.
  const last = signed
    .filter((name) => !INITIALS.test(name))
    .map(surname)
    .filter((name) => name !== '');
  if (names.length === 0 || last.length === 0 || last.some((name) => names.includes(name))) return [];
  const name = signed.at(-1) ?? '';
  const at = lines.findLast(({ line, kind }) => kind === 'close.signature' && line.text.includes(name))?.line.start;
  return at === undefined
    ? []
    : [finding('EN164', { text: name.slice(0, EXCERPT), sender: from[0]?.name ?? '' }, at, `signed: ${name}\nfrom: …`)];
}

/** Words of an office, whose holder signs by his name. */
const OF_OFFICE = /\b(?:Director|Chief|Division|Bureau|Office|Secretary|Chairman|Commander|Staff|Branch|Section)\b/i;

const INITIALS = /^(?:[A-Z]\.?\s?){1,4}$/;

/** A speaker before what he says: `Mr. Starke: …`. */
const SPEAKER =
  /^(?:(?:The )?(?:Mr|Mrs|Miss|Dr|Gen|General|Amb|Ambassador|Secretary|Minister|Sir|Senator|Col|Adm)\.? )?(\p{Lu}[\p{L}'’-]{2,})\s?:\s/u;
/** From how many speakers on a paper is a record of what was said. */
const FEWEST_SPEECHES = 4;

/** Speakers whom nothing in the head of a record names. */
function unknownSpeakers(lines: readonly LabelledLine[], { genre }: Facts): readonly Finding[] {
  if (genre === undefined) return [];
  const speeches = lines.filter(({ kind, forms }) => kind === 'body.text' && forms.isSpeech);
  const listed = lines.find(({ kind, forms }) => kind === 'head.label' && forms.label?.role === 'participants');
  if (speeches.length < FEWEST_SPEECHES || listed === undefined) return [];
  const head = lines.filter(({ kind }) => kind.startsWith('head.')).map(({ line }) => line.text.toLowerCase());
  const unknown = new Map<string, number>();
  for (const { line } of speeches) {
    const name = SPEAKER.exec(line.text)?.[1];
    if (name !== undefined && !OFFICES.test(name) && !head.some((text) => text.includes(name.toLowerCase())))
      unknown.set(name, line.start);
  }
  const [first] = unknown;
  return first === undefined
    ? []
    : [finding('EN165', { text: [...unknown.keys()].join(', ').slice(0, EXCERPT) }, first[1], 'participants: …')];
}

/** Who speaks by his office, which the list can have in other words. */
const OFFICES =
  /^(?:President|Secretary|Chairman|Minister|Ambassador|General|Director|Premier|Chancellor|Note|Comment|Question|Answer)$/i;

/** Labels of the vocabulary that have their value beside them and were read as text, as a row of a table, as a heading or as of the sheet, near the head. */
function labelsElsewhere(lines: readonly LabelledLine[]): readonly Finding[] {
  const end = lines.findIndex(({ kind, isText }) => kind === 'body.text' && isText);
  const found: Finding[] = [];
  for (const [at, { line, forms, kind }] of lines.entries()) {
    if (end >= 0 && at > end) break;
    const { label } = forms;
    const isFact = label?.isKnown === true && label.role !== 'other' && label.role !== 'copies';
    if (kind === 'head.value' && SECOND.test(line.text))
      found.push(finding('EN058', { label: 'a label above', text: line.text.slice(0, EXCERPT) }, line.start));
    if (!isFact || label.value >= line.text.length || label.length === 0) continue;
    if (kind.startsWith('head.') && kind !== 'head.sheet') continue;
    if (kind.endsWith('.sheet') && (line.form !== undefined || line.banner !== undefined)) continue;
    found.push(finding('EN161', { text: line.text.slice(0, EXCERPT) }, line.start, lineEntry(line.text, 'stamp')));
  }
  return found;
}

/** A word in capitals far before what stands beside it: `INFO      AmConsul IBADAN` below TO. */
const SECOND =
  /^(?:INFO|FROM|TO|CC|REF|REFS|DATE|FILE|ACTION|PRECEDENCE|CLASSIFICATION|SUBJ|NO|VIA)\.?(?:\s{3,}|\t+|\s?:\s)\S/;

/** Names alone below the text of a paper that nobody signs: read as a heading, as text, or as of the sheet. */
function unreadNames(lines: readonly LabelledLine[], { facts: { signed } }: Reader): readonly Finding[] {
  if (signed.length > 0) return [];
  const end = lines.findLastIndex(({ kind, isText }) => kind === 'body.text' && isText);
  if (end < 0) return [];
  return lines.slice(end + 1).flatMap(({ line, forms, kind }) => {
    const isFree = line.form === undefined && line.banner === undefined && line.blankBefore > 0 && /\s/.test(line.text);
    const isUnread = kind === 'body.heading' || kind === 'body.text' || kind.endsWith('.sheet');
    return isUnread && isFree && (forms.isName || forms.isSigned) && !forms.isTitle && !forms.isOffice
      ? [finding('EN169', { text: line.text.slice(0, EXCERPT) }, line.start, lineEntry(line.text, 'signature'))]
      : [];
  });
}

/** Entries of a list of those present that name nobody: a lone symbol, an agency, a label with something else. */
function nobodies(lines: readonly LabelledLine[]): readonly Finding[] {
  let isIn = false;
  for (const [at, { line, forms, kind }] of lines.entries()) {
    if (kind === 'head.label') isIn = forms.label?.role === 'participants';
    if (!isIn || (kind !== 'head.label' && kind !== 'head.value')) continue;
    const entry = kind === 'head.label' ? line.text.slice(forms.label?.value ?? 0) : line.text;
    const text = entry.slice(0, EXCERPT);
    if (SLIP.test(entry)) return [finding('EN054', { text, fact: 'participant' }, line.start, 'participants: …')];
    if (kind === 'head.value' && isNobody(entry, lines[at + 1]))
      return [finding('EN166', { text }, line.start, 'participants: …')];
  }
  return [];
}

/** A figure inside a name, as text recognition puts one: `Wi1liam`. */
const SLIP = /\p{L}\d\p{Ll}|\p{Ll}\d(?=[\p{L} ,]|$)/u;

/** Whether words name no person and no office, and nobody stands below them in their place. */
function isNobody(text: string, below: LabelledLine | undefined): boolean {
  if (/^(?:CLASSIFICATION|SUBJECT|DATE|PLACE|FILE|REF|COPIES|TIME)\b/i.test(text)) return true;
  const cells = text.split(/\s{3,}|\t+/);
  const isAbove = below?.kind === 'head.value';
  return cells.length === 1 && !isAbove && /\d{3}|[.?!]$/.test(text) && partyIn(text)?.isPerson !== true;
}

/** Text that begins in the middle of a sentence, or ends there. */
function openEnds(lines: readonly LabelledLine[]): readonly Finding[] {
  const first = lines.find(({ kind }) => kind === 'body.text');
  const last = lines.findLast(({ kind }) => kind === 'body.text');
  if (first === undefined || last === undefined || !lines.some(({ kind, isText }) => kind === 'body.text' && isText))
    return [];
  const found: Finding[] = [];
  if (/^\p{Ll}{2,}/u.test(first.line.text) && first.forms.item === undefined)
    found.push(finding('EN167', { text: first.line.text.slice(0, EXCERPT), where: 'begins' }, first.line.start));
  const end = last.line.text.replace(CALL, '');
  if (end.length > SHORTEST_END && breaksOff(end))
    found.push(finding('EN167', { text: end.slice(-EXCERPT), where: 'ends' }, last.line.start));
  return found;
}

/** The call of a note behind a stop. */
const CALL = /(?<=[.?!]["”)]?)\d{1,2}$/;
const SHORTEST_END = 40;
